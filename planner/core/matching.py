"""Match my lender: which conventions give the rows of a lender's plan, to the fen.

A few rows as the lender's app shows them are compared with the plans of every method, accrual, rule of due days and
place of the rounding rest. The rate is searched: the rows leave it a narrow span, and in it the number a contract
would state is the one with the fewest digits. What is called a match was made by `schedule` and compared whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nsmallest

from planner.core.due_days import due_dates
from planner.core.errors import Missing, OnlyPrincipal, OutOfRange, SearchStopped
from planner.core.matching_rates import Plans, near_rates, plain_rates, with_fees
from planner.core.matching_rows import Difference, GivenRow, differences, seen
from planner.core.matching_shapes import METHODS, WAITS, plain_shapes, rare_shapes, shapes_on_any_day
from planner.core.schedules import ScheduleRow
from planner.core.terms import LoanTerms, Rate, RemainderIn, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays

_MOST_NEAR = 24
"""So many of the roughly nearest are reckoned to the fen to find the nearest."""
_MORE_DIGITS = 2
"""A rate of so many digits more than another that fits is still said."""


@dataclass(frozen=True, slots=True)
class Convention:
    """One way of reckoning that was tried: the terms, and by how much (fen) its rows miss the given ones at most."""

    terms: LoanTerms
    miss_fen: int


@dataclass(frozen=True, slots=True)
class Match:
    """Conventions that give one and the same plan, as a lender shows it, the plainest first; `rows` is that plan."""

    conventions: tuple[Convention, ...]
    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The plan that comes nearest where none fits, and every given figure it has otherwise."""

    convention: Convention
    rows: tuple[ScheduleRow, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """All plans that give every row to the fen and the day, the one with the plainest rate first; and where there is
    none, the nearest with its miss."""

    exact: tuple[Match, ...]
    nearest: Nearest | None

    def telling_row(self) -> int | None:
        """The first number at which the plans that fit are not all the same; None where one or none fits."""
        plans = [seen(each.rows) for each in self.exact]
        if len(plans) < 2:
            return None
        most = max(len(plan) for plan in plans)
        return next(at + 1 for at in range(most) if len({plan[at] if at < len(plan) else None for plan in plans}) > 1)


def match_lender(
    *,
    principal_fen: int,
    drawn_on: date,
    periods: int,
    given: Sequence[GivenRow],
    rate: Rate | None = None,
    workdays: Workdays = WEEKENDS_ONLY,
    stopped: Callable[[], bool] = lambda: False,
) -> Matches:
    """The conventions that give the rows. `rate`, where it is known, is not searched, but a fee beside it is.

    Raises Missing (row) without any figure, OnlyPrincipal (row) where neither rate nor charge nor payment is known,
    OutOfRange (number) for a row beyond the plan, PartsMisfit (payment), what LoanTerms raises, and SearchStopped as
    soon as `stopped` says so.
    """
    rows = [each.whole() for each in given if each.figures()]
    if not rows:
        raise Missing("row")
    if (
        rate is None
        and all(each.payment_fen is None for each in rows)
        and all(each.charge_fen is None for each in rows)
    ):
        raise OnlyPrincipal("row")
    for each in given:
        if not 1 <= each.number <= periods:
            raise OutOfRange("number", low=1, high=periods)
    search = _Search(principal_fen, drawn_on, periods, tuple(rows), _days(given), rate, Plans(workdays), stopped)
    exact = search.exact()
    return Matches(exact, None if exact else search.nearest())


def _days(given: Iterable[GivenRow]) -> dict[int, date]:
    return {each.number: each.due_on for each in given if each.due_on is not None}


@dataclass(frozen=True, slots=True)
class _Search:
    principal_fen: int
    drawn_on: date
    periods: int
    rows: tuple[GivenRow, ...]
    days: dict[int, date]
    rate: Rate | None
    plans: Plans
    stopped: Callable[[], bool]

    def exact(self) -> tuple[Match, ...]:
        """The plans that fit: by the usual due days, else with a fee beside a known rate, else by rare rules."""
        shapes = plain_shapes(self.principal_fen, self.drawn_on, self.periods, self.days)
        found = self._fitting(shapes, plain_rates)
        if not found and self.rate is not None:
            found = self._fitting(plain_shapes(self.principal_fen, self.drawn_on, self.periods, self.days), with_fees)
        if not found:
            rare = rare_shapes(self.principal_fen, self.drawn_on, self.periods, self.days, self.plans.workdays)
            found = self._fitting(rare, plain_rates)
        if not found and not self.days:
            found = self._fitting(shapes_on_any_day(self.principal_fen, self.drawn_on, self.periods), plain_rates)
        return found

    def nearest(self) -> Nearest | None:
        """The plan with the smallest miss; where no rule gives the days, of those the rules give."""
        shapes = list(plain_shapes(self.principal_fen, self.drawn_on, self.periods, self.days))
        shapes += rare_shapes(self.principal_fen, self.drawn_on, self.periods, self.days, self.plans.workdays)
        if not shapes:
            shapes = list(plain_shapes(self.principal_fen, self.drawn_on, self.periods, {}))
        rough: list[tuple[int, tuple[int, ...], LoanTerms]] = []
        noise = 2 * sum(len(each.figures()) for each in self.rows)  # of a reckoning without rounding
        for shape in self._going(shapes):
            for miss, terms in near_rates(shape, self.rows, self.rate, self.plans):
                rough.append((int(miss / noise), plainness(terms), terms))
        tried = []
        for terms in self._going(each[2] for each in nsmallest(_MOST_NEAR, rough, key=lambda each: each[:2])):
            plan = self.plans.of(terms)
            wrong = differences(plan, self._all_given())
            miss = max((each.miss_fen for each in wrong), default=0)
            tried.append(Nearest(Convention(terms, miss), plan, wrong))
        return min(tried, key=_distance, default=None)

    def _all_given(self) -> tuple[GivenRow, ...]:
        named = {each.number for each in self.rows}
        return (*self.rows, *(GivenRow(number, day) for number, day in self.days.items() if number not in named))

    def _fitting(
        self,
        shapes: Iterable[LoanTerms],
        rates: Callable[[LoanTerms, Sequence[GivenRow], Rate | None, Plans], Iterator[LoanTerms]],
    ) -> tuple[Match, ...]:
        """Every plan with all the given rows, with the conventions that make it."""
        given = self._all_given()
        fitting = [
            terms
            for shape in self._going(shapes)
            for terms in rates(shape, self.rows, self.rate, self.plans)
            if not differences(self.plans.of(terms), given)
        ]
        plans: dict[tuple[tuple[date, int, int], ...], list[Convention]] = {}
        for terms in _likely(fitting):
            plans.setdefault(seen(self.plans.of(terms)), []).append(Convention(terms, 0))
        found = [Match(tuple(each), self.plans.of(each[0].terms)) for each in plans.values()]
        return tuple(sorted(found, key=lambda match: plainness(match.conventions[0].terms)))

    def _going(self, shapes: Iterable[LoanTerms]) -> Iterator[LoanTerms]:
        for shape in shapes:
            if self.stopped():
                raise SearchStopped
            yield shape


def _distance(near: Nearest) -> tuple[int, tuple[int, ...]]:
    """All that is missed together: one row that is wrong must not bend a rate that fits the others."""
    return sum(each.miss_fen for each in near.differences), plainness(near.convention.terms)


def _likely(fitting: Iterable[LoanTerms]) -> list[LoanTerms]:
    """The plainest first, without rates that only rounding lets stand beside a far plainer one of the same shape: where
    0.04 % a day fits no contract says 0.039999 %."""
    ordered = sorted(fitting, key=plainness)
    fewest: dict[tuple[object, ...], int] = {}
    for terms in ordered:
        fewest.setdefault((terms.method, terms.accrual, due_dates(terms)), rate_digits(terms))
    return [
        terms
        for terms in ordered
        if rate_digits(terms) <= fewest[terms.method, terms.accrual, due_dates(terms)] + _MORE_DIGITS
    ]


def rate_digits(terms: LoanTerms) -> int:
    """How many digits the rate and the fee have."""
    values = (terms.rate.value, terms.flat_fee_rate)
    return sum(len(value.normalize().as_tuple().digits) for value in values if value)


def plainness(terms: LoanTerms) -> tuple[int, ...]:
    """Smaller is what a contract would rather say: few digits of the rate, then the usual places and rules."""
    flat = terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
    value = (terms.flat_fee_rate if flat else terms.rate.value).normalize()
    return (
        rate_digits(terms),
        int(terms.remainder_in is RemainderIn.FIRST),
        digits_after_point(value),
        int(terms.first_due_on is not None),
        METHODS.index(terms.method),
        WAITS.index(terms.days_after_statement),
    )


def digits_after_point(value: Decimal) -> int:
    """Of a rate as it is written without trailing zeros."""
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
