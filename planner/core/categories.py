"""The spending categories that come with the program, and which of them a wallet's own categories mean."""

from __future__ import annotations

CATEGORY_KEYS = (
    "food",
    "groceries",
    "transport",
    "shopping",
    "home",
    "communication",
    "health",
    "education",
    "leisure",
    "family",
    "interest_and_fees",
    "other",
)
"""In the order they are shown. The first migration stores them; words come from `wording`."""
INTEREST_AND_FEES = "interest_and_fees"
OTHER = "other"

_OF_ALIPAY = {
    "餐饮美食": "food",
    "日用百货": "groceries",
    "交通出行": "transport",
    "爱车养车": "transport",
    "服饰装扮": "shopping",
    "美容美发": "shopping",
    "数码电器": "shopping",
    "家居家装": "home",
    "住房物业": "home",
    "生活服务": "home",
    "充值缴费": "communication",
    "医疗健康": "health",
    "教育培训": "education",
    "文化休闲": "leisure",
    "运动户外": "leisure",
    "酒店旅游": "leisure",
    "宠物": "leisure",
    "母婴亲子": "family",
    "亲友代付": "family",
    "公益捐赠": "family",
    "转账红包": "family",
}

_OF_BANKS = {"利息": INTEREST_AND_FEES, "手续费": INTEREST_AND_FEES}
"""The words that our readers of banks' statements give to what a bank itself charged."""


def category_of(provider: str, provider_category: str) -> str:
    """Our category for a provider's; `other` where none is known."""
    return (_OF_ALIPAY if provider == "alipay" else _OF_BANKS).get(provider_category, OTHER)
