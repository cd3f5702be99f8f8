"""Terms of cards and pay-later lines as far as public sources state them. The contract always wins.

The ids of sources are those of the product file; a grade C page may be old. What is only assumed is named as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from planner.core.card_terms import (
    CardTerms,
    CashTerms,
    DueRule,
    GraceLoss,
    MinimumRule,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.errors import OutOfRange

DAILY = Decimal("0.0005")
HUABEI_DAYS = {1: (8, 9, 10), 5: (15,), 10: (20,)}
"""花呗: the due days that belong to a statement day (S37)."""


@dataclass(frozen=True, slots=True)
class CardPreset:
    """Terms with what they rest on: (field, source, grade), and the fields that no source states."""

    key: str
    terms: CardTerms
    sources: tuple[tuple[str, str, str], ...]
    assumed: tuple[str, ...]


def credit_card(statement_day: int = 5, due_day: int = 25) -> CardPreset:
    """A bank's card as most are: 0.05 % a day on the full balance from posting, 10 % at least, 1 % for cash.

    The 5 % late fee has no floor and no cap here: both differ between banks (1–20 and for example 500 yuan).
    """
    terms = CardTerms(
        statement_day,
        due_day=due_day,
        daily_rate=DAILY,
        late_fee=ShareWithin(Decimal("0.05")),
        cash=CashTerms(ShareWithin(Decimal("0.01"), floor_fen=1000)),
    )
    sources = (
        ("daily_rate", "S16", "B"),
        ("grace_loss", "S57", "C"),
        ("compounds", "S58", "C"),
        ("minimum", "S57b", "C"),
        ("late_fee", "S59", "C"),
        ("cash", "S58", "C"),
        ("order", "S41c", "C"),
    )
    return CardPreset("credit_card", terms, sources, ("statement_day", "due_day", "statement_day_purchase"))


def huabei(statement_day: int = 1, due_day: int = 8) -> CardPreset:
    """花呗: from the day after the due date 0.05 % a day on the unpaid part, into the next bill; late, the same rate
    on the principal. Raises OutOfRange (due_day, statement_day) for days it does not offer."""
    if statement_day not in HUABEI_DAYS:
        raise OutOfRange("statement_day", low=min(HUABEI_DAYS), high=max(HUABEI_DAYS))
    days = HUABEI_DAYS[statement_day]
    if due_day not in days:
        raise OutOfRange("due_day", low=days[0], high=days[-1])
    terms = _pay_later(statement_day, due_day=due_day, overdue_rate=DAILY)
    sources = (
        ("statement_day", "S37", "C"),
        ("daily_rate", "S36", "C"),
        ("grace_loss", "S36", "C"),
        ("minimum", "S36", "C"),
        ("overdue_rate", "S38", "C"),
    )
    return CardPreset("huabei", terms, sources, ("statement_day_purchase", "compounds", "order"))


def baitiao(statement_day: int = 25) -> CardPreset:
    """京东白条: due nine days after the bill; what is bought on the bill day is on the next one; late, 0.065 %."""
    terms = _pay_later(
        statement_day,
        due_rule=DueRule.DAYS_AFTER,
        days_after=9,
        statement_day_purchase=StatementDayPurchase.IN_NEXT_STATEMENT,
        overdue_rate=Decimal("0.00065"),
    )
    sources = (
        ("due_rule", "S41b", "C"),
        ("statement_day_purchase", "S41b", "C"),
        ("overdue_rate", "S41b", "C"),
    )
    return CardPreset("baitiao", terms, sources, ("statement_day", "daily_rate", "grace_loss", "minimum", "compounds"))


def meituan_yuefu() -> CardPreset:
    """美团月付: billed on the 1st, due on the 8th; revolving and late 0.05 % a day."""
    sources = (("statement_day", "S43", "C"), ("daily_rate", "S43", "C"), ("overdue_rate", "S43", "C"))
    assumed = ("grace_loss", "minimum", "compounds", "statement_day_purchase")
    return CardPreset("meituan_yuefu", _pay_later(1, due_day=8, overdue_rate=DAILY), sources, assumed)


def douyin_yuefu() -> CardPreset:
    """抖音月付: billed on the 1st, due on the 6th. No source states what is charged on an unpaid bill."""
    assumed = ("daily_rate", "grace_loss", "minimum", "compounds", "statement_day_purchase")
    return CardPreset("douyin_yuefu", _pay_later(1, due_day=6), (("statement_day", "S44", "C"),), assumed)


def _pay_later(
    statement_day: int,
    *,
    due_day: int = 25,
    due_rule: DueRule = DueRule.DAY_OF_MONTH,
    days_after: int = 20,
    statement_day_purchase: StatementDayPurchase = StatementDayPurchase.IN_THIS_STATEMENT,
    overdue_rate: Decimal | None = None,
) -> CardTerms:
    """Interest from the due date on the unpaid part, 10 % at least, no interest on interest, no late fee."""
    return CardTerms(
        statement_day,
        due_rule=due_rule,
        due_day=due_day,
        days_after=days_after,
        statement_day_purchase=statement_day_purchase,
        daily_rate=DAILY,
        grace_loss=GraceLoss.FROM_DUE_DATE,
        compounds=False,
        overdue_rate=overdue_rate,
        minimum=MinimumRule(Decimal("0.10")),
    )


CARD_PRESETS = {
    "credit_card": credit_card,
    "huabei": huabei,
    "baitiao": baitiao,
    "meituan_yuefu": meituan_yuefu,
    "douyin_yuefu": douyin_yuefu,
}
"""By the key of the product file."""
