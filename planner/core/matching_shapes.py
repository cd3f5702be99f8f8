"""The shapes that "match my lender" tries: terms of every convention but the rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise, product
from typing import Any

from planner.core.calendar import add_months
from planner.core.due_days import due_dates, shifted
from planner.core.errors import PlannerError
from planner.core.interest import months_between
from planner.core.terms import (
    DAYS_AFTER_STATEMENT,
    NO_INTEREST,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    LoanTerms,
    RemainderIn,
    RepaymentMethod,
)
from planner.core.workdays import Workdays

METHODS = (
    RepaymentMethod.EQUAL_INSTALMENT,
    RepaymentMethod.EQUAL_PRINCIPAL,
    RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
    RepaymentMethod.INTEREST_ONLY,
    RepaymentMethod.BULLET,
)
"""Of a REVOLVING loan the plan is that of BULLET."""
_NO_REST = (RepaymentMethod.INTEREST_ONLY, RepaymentMethod.BULLET)
_MAPS = (DueDayPolicy.SAME_DAY_CLAMP, DueDayPolicy.MAP_TO_25_26_27, DueDayPolicy.MAP_TO_21)
_MOST_RARE = 24
"""So many sequences of due days by rare rules are tried at most."""
WAITS = (
    DAYS_AFTER_STATEMENT,
    10,
    18,
    20,
    15,
    25,
    *(days for days in range(61) if days not in (9, 10, 15, 18, 20, 25)),
)
"""Days from statement to due day, the usual ones first."""


def plain_shapes(principal_fen: int, drawn_on: date, periods: int, stated: Mapping[int, date]) -> Iterator[LoanTerms]:
    """The shapes by the usual rules of due days that give the stated days, each sequence of days once."""
    for plain in _without_days(principal_fen, drawn_on, periods, stated):
        for terms in _distinct(_usual_rules(plain, stated), stated):
            yield from _with_day_counts(terms)


def rare_shapes(
    principal_fen: int, drawn_on: date, periods: int, stated: Mapping[int, date], workdays: Workdays
) -> Iterator[LoanTerms]:
    """The shapes whose due days come from statement days or move with days off; none where no day is stated."""
    if not stated:
        return
    probe = next(_without_days(principal_fen, drawn_on, periods, {}))
    fitting: list[dict[str, Any]] = [*_by_statement(probe, stated), *_moved(probe, stated, workdays)]
    for plain, days in product(_without_days(principal_fen, drawn_on, periods, stated), fitting):
        if plain.method is not RepaymentMethod.BULLET:
            yield from _with_day_counts(replace(plain, **days))


def shapes_on_any_day(principal_fen: int, drawn_on: date, periods: int) -> Iterator[LoanTerms]:
    """Where no day is stated: any day of the month may be the due day."""
    for plain in _without_days(principal_fen, drawn_on, periods, {}):
        if plain.method is RepaymentMethod.BULLET:
            continue
        rules = (
            replace(plain, due_day_policy=DueDayPolicy.FIXED, due_day=day, first_period_policy=first)
            for day in range(1, 32)
            for first in FirstPeriodPolicy
        )
        for terms in _distinct(rules, {}):
            yield from _with_day_counts(terms)


def _without_days(principal_fen: int, drawn_on: date, periods: int, stated: Mapping[int, date]) -> Iterator[LoanTerms]:
    """Method, accrual, fee basis and the place of the rest."""
    for method, accrual, remainder in product(METHODS, (Accrual.ACTUAL_DAYS, Accrual.MONTHLY), RemainderIn):
        flat = method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
        if flat and accrual is Accrual.ACTUAL_DAYS:
            continue
        if remainder is RemainderIn.FIRST and (method in _NO_REST or periods == 1):
            continue
        if method is RepaymentMethod.BULLET and any(number > 1 for number in stated):
            continue
        for fee_basis in FeeBasis if flat else (FeeBasis.EACH_PERIOD,):
            yield LoanTerms(
                principal_fen=principal_fen, received_fen=principal_fen, method=method, accrual=accrual,
                rate=NO_INTEREST, day_count=DayCountBasis.DAYS_360, drawn_on=drawn_on, periods=periods,
                remainder_in=remainder, fee_basis=fee_basis,
            )  # fmt: skip


def _with_day_counts(terms: LoanTerms) -> Iterator[LoanTerms]:
    """A year of 360 days; and of 365 too, where days of it are counted."""
    yield terms
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return
    if terms.accrual is Accrual.ACTUAL_DAYS or _has_odd_days(terms):
        yield replace(terms, day_count=DayCountBasis.DAYS_365)


def _has_odd_days(terms: LoanTerms) -> bool:
    days = (terms.drawn_on, *due_dates(terms))
    return any(months_between(one, other).denominator > 1 for one, other in pairwise(days))


def _usual_rules(plain: LoanTerms, stated: Mapping[int, date]) -> Iterator[LoanTerms]:
    """The day of the drawdown with its maps, a fixed day that is seen in the stated ones, a first day as stated."""
    for policy, first in product(_MAPS, FirstPeriodPolicy):
        yield replace(plain, due_day_policy=policy, first_period_policy=first)
    if plain.method is RepaymentMethod.BULLET:
        if 1 in stated and stated[1] > plain.drawn_on:
            yield replace(plain, first_due_on=stated[1])
        return
    anchors = _anchors(stated)
    for anchor, first in product(anchors, FirstPeriodPolicy):
        yield replace(plain, due_day_policy=DueDayPolicy.FIXED, due_day=anchor, first_period_policy=first)
    for anchor, (number, day) in product(anchors, stated.items()):
        first_on = add_months(day, 1 - number, anchor)
        if first_on > plain.drawn_on:
            yield replace(plain, due_day_policy=DueDayPolicy.FIXED, due_day=anchor, first_due_on=first_on)


def _anchors(stated: Mapping[int, date]) -> list[int]:
    """Days of the month that the stated days can aim at: at a month's end any later one too."""
    found = {day.day for day in stated.values()}
    for day in stated.values():
        if add_months(day, 0, 31) == day:
            found |= set(range(day.day, 32))
    return sorted(found)


def _distinct(rules: Iterable[LoanTerms], stated: Mapping[int, date]) -> Iterator[LoanTerms]:
    """Those that give the stated days, each sequence of days once."""
    met: set[tuple[date, ...]] = set()
    for terms in rules:
        days = due_dates(terms)
        if days in met or any(number > len(days) or days[number - 1] != day for number, day in stated.items()):
            continue
        met.add(days)
        yield terms


def _by_statement(probe: LoanTerms, stated: Mapping[int, date]) -> list[dict[str, Any]]:
    """What LoanTerms takes for due days some days after a statement day that give the stated ones."""
    found: dict[tuple[date, ...], dict[str, Any]] = {}
    for wait, day in product(WAITS, range(1, 32)):
        values: dict[str, Any] = {
            "due_day_policy": DueDayPolicy.AFTER_STATEMENT,
            "due_day": day,
            "days_after_statement": wait,
        }
        try:
            days = due_dates(replace(probe, **values))
        except PlannerError:
            continue
        if all(days[number - 1] == due for number, due in stated.items()):
            found.setdefault(days, values)
        if len(found) == _MOST_RARE:
            break
    return list(found.values())


def _moved(probe: LoanTerms, stated: Mapping[int, date], workdays: Workdays) -> list[dict[str, Any]]:
    """What LoanTerms takes for due days that leave days off, with and without interest for that, and give the stated
    ones though they do not without."""
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    days_of_month = (None, *range(1, 32))
    for day, policy, first in product(days_of_month, (*_MAPS, DueDayPolicy.FIXED), FirstPeriodPolicy):
        if (day is None) is (policy is DueDayPolicy.FIXED):
            continue
        values: dict[str, Any] = {"due_day_policy": policy, "due_day": day, "first_period_policy": first}
        days = due_dates(replace(probe, **values))
        for shift in (HolidayShift.NEXT_WORKDAY, HolidayShift.PREVIOUS_WORKDAY):
            if all(shifted(days[number - 1], shift, workdays) == due for number, due in stated.items()):
                for accrues in (False, True):
                    found.setdefault(
                        (days, shift, accrues), {**values, "holiday_shift": shift, "shift_accrues": accrues}
                    )
        if len(found) >= _MOST_RARE:
            break
    return list(found.values())
