"""Match my lender: which conventions give the rows of a lender's plan, to the fen.

A few rows as the lender's app shows them are compared with the plans of every method, accrual, rule of due days and
place of the rounding rest. The rate is searched: the rows leave it a narrow span, and in it the number a contract
would state is the one with the fewest digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import product

from planner.core.due_days import due_dates
from planner.core.errors import Missing, OutOfRange
from planner.core.interest import interest_on, period_rate
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    NO_INTEREST,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)

METHODS = (
    RepaymentMethod.EQUAL_INSTALMENT,
    RepaymentMethod.EQUAL_PRINCIPAL,
    RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
    RepaymentMethod.INTEREST_ONLY,
)
MOST_RATE = {RatePeriod.DAILY: Decimal("0.02"), RatePeriod.MONTHLY: Decimal("0.6"), RatePeriod.YEARLY: Decimal("7.2")}
_HALVINGS = 40
_MOST_TRIES = 80
_FAR_FEN = 100
"""A shape that misses by more than this for each period at a rate within the span is another shape."""
_MOST_DIGITS = 8
"""Digits after the point of a rate as a fraction that a contract would print: 0.0435 %, 13.8912 %."""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of the lender's plan: its number and what is known of it (fen); `charge_fen` is interest and fee."""

    number: int
    due_on: date | None = None
    payment_fen: int | None = None
    principal_fen: int | None = None
    charge_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Convention:
    """One way of reckoning that was tried: the terms, and by how much (fen) its rows miss the given ones at most."""

    terms: LoanTerms
    miss_fen: int


@dataclass(frozen=True, slots=True)
class Match:
    """Conventions that give one and the same plan, the plainest first; `rows` is that plan."""

    conventions: tuple[Convention, ...]
    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """All plans that give every row to the fen, the one with the plainest rate first; and where there is none, the
    nearest with its miss."""

    exact: tuple[Match, ...]
    nearest: Convention | None


def match_lender(
    *, principal_fen: int, drawn_on: date, periods: int, given: Sequence[GivenRow], rate: Rate | None = None
) -> Matches:
    """The conventions that give the rows. `rate`, where it is known, is not searched.

    Raises Missing (rows) without any figure, OutOfRange (number) for a row beyond the plan.
    """
    rows = [each for each in given if _figures(each)]
    if not rows:
        raise Missing("rows")
    for each in given:
        if not 1 <= each.number <= periods:
            raise OutOfRange("number", low=1, high=periods)
    tried: list[Convention] = []
    plans: dict[tuple[ScheduleRow, ...], list[Convention]] = {}
    for shape in _shapes(principal_fen, drawn_on, periods, given):
        for terms in _with_rates(shape, rows, rate):
            plan = schedule(terms)
            miss = _miss(plan, rows)
            tried.append(Convention(terms, miss))
            if miss == 0:
                plans.setdefault(plan, []).append(tried[-1])
    exact = [
        Match(tuple(sorted(conventions, key=lambda each: _plainness(each.terms))), plan)
        for plan, conventions in plans.items()
    ]
    exact.sort(key=lambda match: _plainness(match.conventions[0].terms))
    nearest = min(tried, key=lambda each: (each.miss_fen, _plainness(each.terms)), default=None)
    return Matches(tuple(exact), None if exact else nearest)


def _figures(row: GivenRow) -> list[tuple[str, int]]:
    """The figures that are given of a row, by the name of what they are compared with."""
    named = (("charge", row.charge_fen), ("payment", row.payment_fen), ("principal", row.principal_fen))
    return [(name, fen) for name, fen in named if fen is not None]


def _figure(row: ScheduleRow, name: str) -> int:
    if name == "payment":
        return row.payment_fen
    return row.principal_fen if name == "principal" else row.interest_fen + row.fee_fen


def _miss(plan: Sequence[ScheduleRow], given: Sequence[GivenRow]) -> int:
    """The largest difference of a figure, fen; the whole loan for a row the plan does not have."""
    worst = 0
    for each in given:
        if each.number > len(plan):
            return plan[0].balance_fen + plan[0].principal_fen
        for name, fen in _figures(each):
            worst = max(worst, abs(_figure(plan[each.number - 1], name) - fen))
    return worst


def _shapes(principal_fen: int, drawn_on: date, periods: int, given: Sequence[GivenRow]) -> Iterator[LoanTerms]:
    """Terms of every convention but the rate; rules of due days that give the same days are tried once."""
    accruals = (
        (Accrual.ACTUAL_DAYS, DayCountBasis.NONE),
        (Accrual.MONTHLY, DayCountBasis.DAYS_360),
    )
    remainders = tuple(RemainderIn)
    for method, (accrual, basis), remainder in product(METHODS, accruals, remainders):
        flat = method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
        if flat and accrual is Accrual.ACTUAL_DAYS:
            continue
        if method is RepaymentMethod.INTEREST_ONLY and remainder is RemainderIn.FIRST:
            continue
        for fee_basis in FeeBasis if flat else (FeeBasis.EACH_PERIOD,):
            plain = LoanTerms(
                principal_fen=principal_fen, received_fen=principal_fen, method=method, accrual=accrual,
                rate=NO_INTEREST, day_count=basis, drawn_on=drawn_on, periods=periods, remainder_in=remainder,
                fee_basis=fee_basis,
            )  # fmt: skip
            yield from _with_due_days(plain, given)


def _with_due_days(plain: LoanTerms, given: Sequence[GivenRow]) -> Iterator[LoanTerms]:
    """The rules of due days that give the days of the given rows, each sequence of days once."""
    stated = {each.number: each.due_on for each in given if each.due_on is not None}
    anchors = {None, *(day.day for day in stated.values())}
    rules = [
        replace(plain, due_day_policy=policy, due_day=anchor, first_period_policy=first)
        for policy in (DueDayPolicy.SAME_DAY_CLAMP, DueDayPolicy.MAP_TO_25_26_27, DueDayPolicy.MAP_TO_21)
        for anchor in sorted(anchors, key=lambda day: day or 0)
        for first in FirstPeriodPolicy
    ]
    if 1 in stated and plain.drawn_on < stated[1]:
        rules.append(replace(plain, first_due_on=stated[1]))
    met: set[tuple[date, ...]] = set()
    for terms in rules:
        days = due_dates(terms)
        if days not in met and all(days[number - 1] == day for number, day in stated.items()):
            met.add(days)
            yield terms


def _with_rates(shape: LoanTerms, rows: Sequence[GivenRow], known: Rate | None) -> Iterator[LoanTerms]:
    """The shape at the rate that is known, or at the plainest rates the rows allow, for each period a contract may
    state it for."""
    if known is not None:
        for basis in DayCountBasis if known.period is RatePeriod.YEARLY else (shape.day_count,):
            if shape.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
                yield replace(shape, flat_fee_rate=min(known.value, Decimal(1)))
            elif known.period is not RatePeriod.YEARLY or basis is not DayCountBasis.NONE:
                yield replace(shape, rate=known, day_count=basis)
        return
    for probe, unit in _units(shape):
        span = _span(probe, unit, rows)
        yield from _plainest_that_fit(probe, unit, rows, *span)


def _units(shape: LoanTerms) -> Iterator[tuple[LoanTerms, RatePeriod]]:
    if shape.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        yield shape, RatePeriod.MONTHLY
    elif shape.accrual is Accrual.ACTUAL_DAYS:
        yield shape, RatePeriod.DAILY
        yield replace(shape, day_count=DayCountBasis.DAYS_360), RatePeriod.YEARLY
        yield replace(shape, day_count=DayCountBasis.DAYS_365), RatePeriod.YEARLY
    else:
        yield shape, RatePeriod.YEARLY
        yield shape, RatePeriod.MONTHLY
        yield shape, RatePeriod.DAILY


def _at(terms: LoanTerms, unit: RatePeriod, value: Decimal) -> LoanTerms:
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return replace(terms, flat_fee_rate=value)
    return replace(terms, rate=Rate(value, unit))


def _span(terms: LoanTerms, unit: RatePeriod, rows: Sequence[GivenRow]) -> tuple[Decimal, Decimal]:
    """The rates at which one figure comes out near what is given: the interest of the earliest row, else a payment.

    Both rise with the rate. The slack covers the rest of rounding, wherever it is.
    """
    most = Decimal(1) if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE else MOST_RATE[unit]
    charges = [(each.number, "charge", each.charge_fen) for each in rows if each.charge_fen is not None]
    payments = [(each.number, "payment", each.payment_fen) for each in rows if each.payment_fen is not None]
    if not charges and not payments:
        return Decimal(0), most
    number, name, fen = min(charges or payments)
    slack = 1 if number == 1 and name == "charge" and terms.fee_basis is FeeBasis.EACH_PERIOD else terms.periods + 1
    plain = replace(terms, remainder_in=RemainderIn.LAST)
    return (
        _reaching(plain, unit, number, name, fen - slack, most),
        _reaching(plain, unit, number, name, fen + slack + 1, most),
    )


def _reaching(terms: LoanTerms, unit: RatePeriod, number: int, name: str, fen: int, most: Decimal) -> Decimal:
    """The rate at which a figure reaches so many fen, by halving; 0 or `most` where it always or never does."""
    low, high = Decimal(0), most
    flat = terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
    first = schedule(terms)[0] if number == 1 and name == "charge" and not flat else None

    def reached(value: Decimal) -> bool:
        tried = _at(terms, unit, value)
        if first is not None:  # the first interest needs no plan
            rate = period_rate(tried, tried.rate, first.start_on, first.start_on + timedelta(days=first.days))
            return interest_on(terms.principal_fen, rate) >= fen
        return _figure(schedule(tried)[number - 1], name) >= fen

    if fen <= 0 or reached(low):
        return low
    if not reached(high):
        return high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def _plainest_that_fit(
    terms: LoanTerms, unit: RatePeriod, rows: Sequence[GivenRow], low: Decimal, high: Decimal
) -> Iterator[LoanTerms]:
    """The terms at the plainest rates of a span that give the rows; where none does, at the nearest one tried."""
    nearest: tuple[int, LoanTerms] | None = None
    for digits in range(2, _MOST_DIGITS + 1):
        step = Decimal(1).scaleb(-digits)
        first = low.quantize(step, rounding=ROUND_CEILING)
        count = int((high.quantize(step, rounding=ROUND_FLOOR) - first) / step) + 1
        if count > _MOST_TRIES:
            break
        found = False
        for at in range(max(count, 0)):
            tried = _at(terms, unit, first + step * at)
            miss = _miss(schedule(tried), rows)
            if miss == 0:
                found = True
                yield tried
            elif nearest is None or miss < nearest[0]:
                nearest = (miss, tried)
        if found:
            return
        if nearest is not None and nearest[0] > _FAR_FEN * terms.periods:
            break
    if nearest is not None:
        yield nearest[1]


def _plainness(terms: LoanTerms) -> tuple[int, int, int, int, int]:
    """Smaller is what a contract would rather say: few digits of the rate, then the usual places and rules."""
    value = terms.flat_fee_rate if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE else terms.rate.value
    exponent = value.normalize().as_tuple().exponent
    digits = max(-exponent, 0) if isinstance(exponent, int) else _MOST_DIGITS
    significant = len(value.normalize().as_tuple().digits)
    return (
        significant,
        int(terms.remainder_in is RemainderIn.FIRST),
        digits,
        int(terms.first_due_on is not None),
        METHODS.index(terms.method),
    )
