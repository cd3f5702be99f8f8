"""The terms of cards and pay-later lines as far as public sources state them. The contract always wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

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

_DUE_DAY, _DAYS_AFTER = 25, 20
"""Of the due rule that a product does not have: not used."""


@dataclass(frozen=True, slots=True)
class CardDefaults:
    """The terms a product's line begins with. `assumed` are the fields of CardTerms that no source states; `offered`
    are the statement days a product lets one choose from with their due days, empty where any day can be."""

    terms: CardTerms
    assumed: tuple[str, ...]
    offered: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def on_days(self, statement_day: int, due_day: int) -> CardTerms:
        """The same with other days. Raises OutOfRange (statement_day, due_day) for days that are not offered."""
        if self.offered:
            days = dict(self.offered)
            if statement_day not in days:
                raise OutOfRange("statement_day", low=min(days), high=max(days))
            if due_day not in days[statement_day]:
                raise OutOfRange("due_day", low=days[statement_day][0], high=days[statement_day][-1])
        return replace(self.terms, statement_day=statement_day, due_day=due_day)


def card_defaults(card: Mapping[str, Any]) -> CardDefaults:
    """Of the `card` section of a product file. Raises KeyError or ValueError on a broken one."""
    minimum, cash = card["minimum"], card.get("cash", {})
    try:
        terms = CardTerms(
            statement_day=_whole(card["statement_day"]),
            due_rule=DueRule(card["due_rule"]),
            due_day=_whole(card.get("due_day", _DUE_DAY)),
            days_after=_whole(card.get("days_after", _DAYS_AFTER)),
            statement_day_purchase=StatementDayPurchase(card["statement_day_purchase"]),
            daily_rate=_fraction(card["daily_rate"]),
            grace_loss=GraceLoss(card["grace_loss"]),
            compounds=_flag(card["compounds"]),
            overdue_rate=None if card.get("overdue_rate") is None else _fraction(card["overdue_rate"]),
            minimum=MinimumRule(
                _fraction(minimum["share"]),
                None if minimum.get("cash_share") is None else _fraction(minimum["cash_share"]),
                _whole(minimum.get("floor_fen", 0)),
                _whole(minimum.get("whole_at_fen", 0)),
            ),
            late_fee=_share(card.get("late_fee", {})),
            cash=CashTerms(
                _share(cash.get("fee", {})), None if cash.get("daily_rate") is None else _fraction(cash["daily_rate"])
            ),
        )
    except OutOfRange as error:
        raise ValueError(f"terms of a card: {error.field}") from None
    assumed = tuple(card["assumed"])
    if any(not hasattr(terms, field) for field in assumed):
        raise ValueError(f"no terms of a card: {assumed}")
    offered = tuple((int(day), tuple(_whole(due) for due in days)) for day, days in card.get("offered", {}).items())
    return CardDefaults(terms, assumed, offered)


def _share(share: Mapping[str, Any]) -> ShareWithin:
    cap = share.get("cap_fen")
    return ShareWithin(
        _fraction(share.get("share", "0")), _whole(share.get("floor_fen", 0)), None if cap is None else _whole(cap)
    )


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"not a whole number: {value!r}")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"neither true nor false: {value!r}")
    return value


def _fraction(text: Any) -> Decimal:
    if not isinstance(text, str):
        raise ValueError(f"not a number in quotes: {text!r}")  # a float would not be exact
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"not a number: {text!r}") from None
