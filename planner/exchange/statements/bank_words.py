"""What the words of a bank's row say: whose loan it pays, whether it is the owner's own money, what a card charged."""

from __future__ import annotations

import re

from planner.core.statement_rows import CNY, product_named

_CURRENCIES = {
    "人民币": CNY, "rmb": CNY, "美元": "USD", "港币": "HKD", "港元": "HKD", "日元": "JPY", "日圆": "JPY", "欧元": "EUR",
    "英镑": "GBP", "澳元": "AUD", "澳大利亚元": "AUD", "加元": "CAD", "加拿大元": "CAD", "瑞士法郎": "CHF",
    "新加坡元": "SGD", "新西兰元": "NZD", "韩元": "KRW", "泰铢": "THB", "澳门元": "MOP", "新台币": "TWD",
}  # fmt: skip
_CODES = frozenset(_CURRENCIES.values())
_CODE = re.compile(r"[A-Z]{3}")
_LOANS = (
    ("抖音月付", "douyin_yuefu"),
    ("微粒贷", "weilidai"),
    ("微众银行", "weilidai"),
    ("网商银行", "wangshangdai"),
    ("白条", "baitiao"),
    ("金条", "jintiao"),
    ("度小满", "duxiaoman"),
    ("公积金贷款", "gongjijin"),
    ("房贷", "fangdai"),
    ("按揭", "fangdai"),
)
_OF_THE_BANK = ("正常还款", "约定还款", "提前还款", "个贷", "还贷", "贷款")
_OF_A_CARD = ("银行卡中心", "信用卡", "掌上生活还款")
_COMES_BACK = ("余额宝提现", "支付宝提现", "余额提现", "零钱提现", "零钱通提现", "余额宝转出", "零钱通转出")
_GOES_AWAY = ("余额宝转入", "转入余额宝", "余额宝-", "零钱充值", "零钱通转入", "转入零钱通", "支付宝充值")
_INTEREST = ("结息", "存款利息", "活期利息", "利息收入", "个人活期结息")
_INTEREST_CHARGED = ("利息", "罚息")
_FEES = ("手续费", "违约金", "滞纳金", "超限费", "工本费", "账户管理费", "短信费", "短信服务费")
_YEARLY = "年费"
_SHOPS = ("财付通", "支付宝", "微信", "云闪付", "京东", "美团", "抖音", "银联", "会员", "退", "返")

INTEREST = "利息"
FEE = "手续费"


def currency_named(text: str) -> str:
    """The code of a currency that a word is, by its code or its name; empty for other words."""
    name = text.lower()
    found = _CURRENCIES.get(name) or _CURRENCIES.get(name.removesuffix("元"), "")
    return found or (text if text in _CODES else "")


def currency_of(text: str) -> str:
    """The code of a currency by its code or its name (`人民币元`, `美元`); CNY where the cell says nothing known."""
    text = text.strip()
    if _CODE.fullmatch(text):
        return CNY if text == "RMB" else text
    return currency_named(text) or CNY


def loan_product(text: str) -> str:
    """The product a debit account's repayment or drawdown is of, as far as its words name one."""
    named = next((product for words, product in _LOANS if words in text), "") or product_named(text)
    if not named and any(words in text for words in _OF_A_CARD):
        named = "credit_card"
    if not named and any(words in text for words in _OF_THE_BANK) and "小额贷款" not in text:
        named = "bank_loan"
    return named


def own_transfer(fen: int, text: str) -> bool:
    """Whether the row is plainly a move between the owner's bank account and wallet."""
    plain = text.replace(" ", "")
    return any(words in plain for words in (_COMES_BACK if fen > 0 else _GOES_AWAY))


def interest_earned(fen: int, text: str) -> bool:
    """Whether the row is interest of the account itself."""
    return fen > 0 and any(words in text for words in _INTEREST)


def charge_category(text: str) -> str:
    """Our word for what a bank itself charged: interest or a fee; empty for a purchase, also one of a shop that sells
    by the year."""
    if any(words in text for words in _SHOPS):
        return ""
    if any(words in text for words in _INTEREST_CHARGED):
        return INTEREST
    return FEE if _YEARLY in text or any(words in text for words in _FEES) else ""
