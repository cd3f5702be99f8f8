"""The law's side of a loan's cost: the loan prime rate, the caps on yearly cost and other dated rules (domain.md §3).

All of it is data with source, grade and the days it holds for; what lies beyond the last sourced day says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from planner.core.facts import LenderKind

_GRADES = ("A", "B", "C")


class Standing(StrEnum):
    """How firm a cap is: BINDING, ANNOUNCED (a guideline that need not be met yet) or REPORTED (by the press only)."""

    BINDING = "binding"
    ANNOUNCED = "announced"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a dated rule rests on, and the days it holds for, both included; `effective_to` None: no end is known."""

    source: str
    source_zh: str
    grade: str
    checked_on: date
    effective_from: date
    effective_to: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Lpr:
    """The loan prime rate in force on a day, as yearly fractions, published on `published_on`.

    Stale: the day lies beyond what is sourced, so a later rate may be in force; show the rate with its day.
    """

    published_on: date
    one_year: Decimal
    five_years: Decimal
    one_year_stale: bool = False
    five_years_stale: bool = False


@dataclass(frozen=True, slots=True)
class CapRule:
    """A cap as the law states it: a yearly rate, or a multiple of the one-year LPR on the day of the contract.

    `lenders` it binds; `longer_than_months`: shorter loans are exempt; `void_above`: a second line, above which
    nothing paid stays paid.
    """

    id: str
    lenders: tuple[LenderKind, ...]
    rate: Decimal | None
    lpr_multiple: Decimal | None
    void_above: Decimal | None
    longer_than_months: int
    standing: Standing
    basis: Basis


@dataclass(frozen=True, slots=True)
class Cap:
    """The cap on one contract: `rate` is the highest nominal yearly cost (a fraction). `lpr` is what it was taken
    from, where it is a multiple; `stale`: from the last LPR known, a later one may be in force."""

    id: str
    rate: Decimal
    void_above: Decimal | None
    standing: Standing
    basis: Basis
    lpr: Lpr | None

    @property
    def reported(self) -> bool:
        """Known from the press alone: to be shown as such and never as a fact."""
        return self.standing is Standing.REPORTED

    @property
    def stale(self) -> bool:
        return self.lpr is not None and self.lpr.one_year_stale


@dataclass(frozen=True, slots=True)
class Notice:
    """A dated rule that caps no rate: disclosure, sizes, terms, subsidy. `values` by name; the name says the unit."""

    id: str
    values: Mapping[str, Decimal]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Law:
    """The rule pack. `lpr` is in order of day; the two `known_until` are the last days for which it is sourced."""

    version: str
    lpr: tuple[Lpr, ...]
    lpr_basis: Basis
    one_year_known_until: date
    five_years_known_until: date
    caps: tuple[CapRule, ...]
    notices: tuple[Notice, ...]

    def lpr_on(self, day: date) -> Lpr | None:
        """The LPR in force on a day; None before the first. Beyond the sourced days the last one, marked stale."""
        at = bisect_right(self.lpr, day, key=lambda each: each.published_on)
        if not at:
            return None
        found = self.lpr[at - 1]
        return Lpr(
            found.published_on,
            found.one_year,
            found.five_years,
            day > self.one_year_known_until,
            day > self.five_years_known_until,
        )

    def caps_for(self, lender: LenderKind, contract_day: date, *, months: int | None = None) -> tuple[Cap, ...]:
        """Every cap on a contract of that day and term, the binding ones first, in each the lowest first.

        None for a lender of unknown kind or a day before the first rule: that is not known, not free. Without
        `months` the term counts as longer than any exemption.
        """
        found = []
        for rule in self.caps:
            exempt = months is not None and months <= rule.longer_than_months
            if lender in rule.lenders and rule.basis.holds_on(contract_day) and not exempt:
                lpr = None if rule.lpr_multiple is None else self.lpr_on(contract_day)
                rate = _rate(rule, lpr)
                if rate is not None:
                    found.append(Cap(rule.id, rate, rule.void_above, rule.standing, rule.basis, lpr))
        return tuple(sorted(found, key=lambda cap: (cap.standing is not Standing.BINDING, cap.rate)))

    def cap_for(self, lender: LenderKind, contract_day: date, *, months: int | None = None) -> Cap | None:
        """The lowest binding cap on a contract; else the lowest that is announced or reported, else None."""
        return next(iter(self.caps_for(lender, contract_day, months=months)), None)

    def notice(self, notice_id: str, day: date) -> Notice | None:
        """A dated rule as it stands on a day; None where it does not."""
        return next((each for each in self.notices if each.id == notice_id and each.basis.holds_on(day)), None)


def _rate(rule: CapRule, lpr: Lpr | None) -> Decimal | None:
    if rule.lpr_multiple is None:
        return rule.rate
    return None if lpr is None else rule.lpr_multiple * lpr.one_year


def law_from_json(document: Mapping[str, Any]) -> Law:
    """The rule pack of a file. Raises KeyError or ValueError on a broken one: an unordered LPR table, a cap with a
    rate and a multiple or with neither, days that end before they begin, an unknown grade."""
    table = document["lpr"]
    lpr = tuple(Lpr(date.fromisoformat(on), Decimal(one), Decimal(five)) for on, one, five in table["rows"])
    days = [each.published_on for each in lpr]
    if not days or days != sorted(set(days)):
        raise ValueError("the days of the LPR do not ascend")
    dated = table | {
        "effective_from": table["rows"][0][0],
        "effective_to": None,
        "checked_on": document["checked_on"],
    }
    return Law(
        version=document["version"],
        lpr=lpr,
        lpr_basis=_basis(dated),
        one_year_known_until=date.fromisoformat(table["one_year_known_until"]),
        five_years_known_until=date.fromisoformat(table["five_years_known_until"]),
        caps=tuple(_cap(entry) for entry in document["caps"]),
        notices=tuple(
            Notice(entry["id"], {name: Decimal(text) for name, text in entry["values"].items()}, _basis(entry))
            for entry in document["notices"]
        ),
    )


def _cap(entry: Mapping[str, Any]) -> CapRule:
    rate, multiple, void = (
        None if entry[name] is None else Decimal(entry[name]) for name in ("rate", "lpr_multiple", "void_above")
    )
    if (rate is None) == (multiple is None):
        raise ValueError(f"{entry['id']}: a rate or a multiple of the LPR, one of the two")
    lenders = tuple(LenderKind(kind) for kind in entry["lenders"])
    return CapRule(
        entry["id"],
        lenders,
        rate,
        multiple,
        void,
        entry["longer_than_months"],
        Standing(entry["standing"]),
        _basis(entry),
    )


def _basis(entry: Mapping[str, Any]) -> Basis:
    since, until = date.fromisoformat(entry["effective_from"]), entry["effective_to"]
    last = None if until is None else date.fromisoformat(until)
    if last is not None and last < since:
        raise ValueError(f"ends on {last}, before it begins on {since}")
    if entry["grade"] not in _GRADES:
        raise ValueError(f"not a grade: {entry['grade']!r}")
    checked_on = date.fromisoformat(entry["checked_on"])
    return Basis(entry["source"], entry["source_zh"], entry["grade"], checked_on, since, last)
