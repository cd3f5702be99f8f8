"""Product templates: defaults for a line or a loan, each with its evidence. The contract always wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from planner.core.facts import LenderKind, LineKind
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    Rate,
    RatePeriod,
    RepaymentMethod,
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


@dataclass(frozen=True, slots=True)
class Product:
    """One product. `line_kind` is set where it grants a line; `mark` and `colour` draw its badge.

    `line_days` are the line's statement day and due day (1–31) where the product's own rules name them.
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
    )


def _evidence(row: Mapping[str, str]) -> Evidence:
    return Evidence(about=row["about"], zh=row["zh"], en=row["en"], source=row["source"], grade=row["grade"])


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


def _fraction(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"not a number: {text!r}") from None
