"""Product templates: defaults for a line or a loan, each with its evidence. The contract always wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from planner.core.card_defaults import CardDefaults, card_defaults
from planner.core.facts import LenderKind, LineKind
from planner.core.terms import (
    DAYS_AFTER_STATEMENT,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
    steps_from_text,
)

SECURED = frozenset({"fangdai", "gongjijin"})
"""Keys of the products that are secured on a home."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a default rests on. Grade A official or major media, B trade, C general web page; `source` is an id of
    the source list of the product file. The words are in both languages."""

    about: str
    zh: str
    en: str
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class LoanDefaults:
    """The defaults of a new loan of a product; all can be changed."""

    method: RepaymentMethod
    accrual: Accrual
    rate: Rate
    day_count: DayCountBasis
    periods: int
    due_day_policy: DueDayPolicy
    first_period_policy: FirstPeriodPolicy
    flat_fee_rate: Decimal
    fee_basis: FeeBasis
    days_after_statement: int
    holiday_shift: HolidayShift
    shift_accrues: bool
    remainder_in: RemainderIn
    least_days: int
    penalty: PenaltyTerms
    prepay: PrepayTerms

    def terms(self, *, principal_fen: int, drawn_on: date, **changed: Any) -> LoanTerms:
        """The terms of a loan of so much (fen) drawn on a day, all of it received, with what the contract changes by
        its field of LoanTerms. Raises what LoanTerms raises: a statement day (`due_day`) is never a default."""
        defaults = {each.name: getattr(self, each.name) for each in fields(self)}
        values = {"principal_fen": principal_fen, "received_fen": principal_fen, "drawn_on": drawn_on, **defaults}
        return LoanTerms(**(values | changed))


@dataclass(frozen=True, slots=True)
class Product:
    """One product. `line_kind` is set where it grants a line; `mark` and `colour` draw its badge.

    `line_days` are the line's statement day and due day (1–31) where the product's own rules name them. `card` are the
    terms of a line with statements, `card_evidence` what they rest on.
    """

    key: str
    zh: str
    en: str
    mark: str
    colour: str
    lender_name: str
    lender_kind: LenderKind
    line_kind: LineKind | None
    loan: LoanDefaults
    evidence: tuple[Evidence, ...]
    checked_on: date
    line_days: tuple[int, int] | None = None
    card: CardDefaults | None = None
    card_evidence: tuple[Evidence, ...] = ()


def products_from_json(document: Mapping[str, Any]) -> tuple[Product, ...]:
    """The products of a product file, in its order. Raises KeyError or ValueError on a broken file."""
    checked_on = date.fromisoformat(document["checked_on"])
    return tuple(_product(entry, checked_on) for entry in document["products"])


def _product(entry: Mapping[str, Any], checked_on: date) -> Product:
    return Product(
        key=entry["key"],
        zh=entry["zh"],
        en=entry["en"],
        mark=entry["mark"],
        colour=entry["colour"],
        lender_name=entry["lender_name"],
        lender_kind=LenderKind(entry["lender_kind"]),
        line_kind=None if entry["line_kind"] is None else LineKind(entry["line_kind"]),
        loan=_loan(entry["loan"]),
        evidence=tuple(_evidence(each) for each in entry["evidence"]),
        checked_on=checked_on,
        line_days=_line_days(entry),
        card=_card(entry),
        card_evidence=tuple(_evidence(each) for each in entry.get("card", {}).get("evidence", ())),
    )


def _loan(loan: Mapping[str, Any]) -> LoanDefaults:
    return LoanDefaults(
        method=RepaymentMethod(loan["method"]),
        accrual=Accrual(loan["accrual"]),
        rate=Rate(_fraction(loan["rate"]), RatePeriod(loan["rate_period"])),
        day_count=DayCountBasis(loan["day_count"]),
        periods=loan["periods"],
        due_day_policy=DueDayPolicy(loan["due_day_policy"]),
        first_period_policy=FirstPeriodPolicy(loan["first_period_policy"]),
        flat_fee_rate=_fraction(loan["flat_fee_rate"]),
        fee_basis=FeeBasis(loan["fee_basis"]),
        days_after_statement=_whole(loan.get("days_after_statement", DAYS_AFTER_STATEMENT)),
        holiday_shift=HolidayShift(loan["holiday_shift"]),
        shift_accrues=_flag(loan.get("shift_accrues", False)),
        remainder_in=RemainderIn(loan["remainder_in"]),
        least_days=_whole(loan["least_days"]),
        penalty=_penalty(loan["penalty"]),
        prepay=_prepay(loan["prepay"]),
    )


def _penalty(penalty: Mapping[str, Any]) -> PenaltyTerms:
    own = penalty.get("daily_rate")
    return PenaltyTerms(
        base=PenaltyBase(penalty["base"]),
        multiplier=_fraction(penalty["multiplier"]),
        daily_rate=None if own is None else _fraction(own),
        replaces_interest=_flag(penalty.get("replaces_interest", False)),
        compounds=_flag(penalty.get("compounds", False)),
    )


def _prepay(prepay: Mapping[str, Any]) -> PrepayTerms:
    return PrepayTerms(
        allowed=_flag(prepay["allowed"]),
        partial_allowed=_flag(prepay["partial_allowed"]),
        fee=PrepayFee(prepay["fee"]),
        rate=_fraction(prepay.get("rate", "0")),
        steps=steps_from_text(prepay.get("steps", "")),
    )


def _evidence(row: Mapping[str, str]) -> Evidence:
    return Evidence(about=row["about"], zh=row["zh"], en=row["en"], source=row["source"], grade=row["grade"])


def _card(entry: Mapping[str, Any]) -> CardDefaults | None:
    if "card" not in entry:
        return None
    if entry["line_kind"] is None:
        raise ValueError(f"{entry['key']}: terms of a line, but no line")
    return card_defaults(entry["card"])


def _line_days(entry: Mapping[str, Any]) -> tuple[int, int] | None:
    days = entry.get("line_days")
    if days is None:
        return None
    if entry["line_kind"] is None:
        raise ValueError(f"{entry['key']}: days of a line, but no line")
    return _day(days["statement_day"]), _day(days["due_day"])


def _day(value: Any) -> int:
    if type(value) is not int or not 1 <= value <= 31:
        raise ValueError(f"not a day of the month: {value!r}")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"not a number of days: {value!r}")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"neither true nor false: {value!r}")
    return value


def _fraction(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"not a number: {text!r}") from None
