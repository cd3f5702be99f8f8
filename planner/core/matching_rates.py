"""The rates that "match my lender" tries with a shape: the plainest numbers in the span that the given rows leave.

The span comes from one given figure by a reckoning without rounding, in floats; it only chooses what is worth making
a plan of. Whether a rate fits is never said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from planner.core.due_days import due_dates
from planner.core.errors import PlannerError
from planner.core.interest import period_rate
from planner.core.matching_rows import GivenRow, differences
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    FeeBasis,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.core.workdays import Workdays

MOST_RATE = {RatePeriod.DAILY: Decimal("0.02"), RatePeriod.MONTHLY: Decimal("0.6"), RatePeriod.YEARLY: Decimal("7.2")}
_HALVINGS = 48
_MOST_TRIES = 80
_LEAST_DIGITS, _MOST_DIGITS = 2, 8
"""Digits after the point of a rate as a fraction that a contract would print: 0.0435 %, 13.8912 %."""


class Plans:
    """Plans to the fen, each made once in a search."""

    def __init__(self, workdays: Workdays) -> None:
        self.workdays = workdays
        self._made: dict[LoanTerms, tuple[ScheduleRow, ...]] = {}

    def of(self, terms: LoanTerms) -> tuple[ScheduleRow, ...]:
        """The plan of terms."""
        if terms not in self._made:
            self._made[terms] = schedule(terms, workdays=self.workdays)
        return self._made[terms]


def plain_rates(shape: LoanTerms, rows: Sequence[GivenRow], known: Rate | None, plans: Plans) -> Iterator[LoanTerms]:
    """The shape at each plainest rate at which the rows come out about right, for each period a contract may state the
    rate for; at a known rate alone where there is one."""
    if known is not None:
        yield from _at_known(shape, rows, known, plans)
        return
    for unit in _units(shape):
        rough = rough_plan(shape, unit, plans.workdays)
        for digits in _digits(*rough.span(rows)):
            fitting = [value for value in digits if rough.fits(rows, float(value))]
            found = [terms for terms in (_at(shape, unit, value) for value in fitting) if terms is not None]
            yield from found
            if any(_gives(plans.of(terms), rows) for terms in found):
                break


def near_rates(
    shape: LoanTerms, rows: Sequence[GivenRow], known: Rate | None, plans: Plans
) -> Iterator[tuple[float, LoanTerms]]:
    """The shape at the rates that come nearest to the rows all together, with their rough misses in fen."""
    for unit in _units(shape):
        if known is not None and unit is not known.period and not _flat(shape):
            continue
        rough = rough_plan(shape, unit, plans.workdays)
        values = [known.value] if known is not None else rough.nearest(rows)
        for value in values:
            terms = _at(shape, unit, value)
            if terms is not None:
                yield rough.miss(rows, float(value)), terms


def with_fees(shape: LoanTerms, rows: Sequence[GivenRow], known: Rate | None, plans: Plans) -> Iterator[LoanTerms]:
    """The shape at a known rate and with the plainest flat fees beside the interest that explain the first charge. Only
    where two charges are known: beside any rate there is a fee that explains one."""
    if sum(each.charge_fen is not None for each in rows) < 2:
        return
    if known is None or _flat(shape) or known.period not in _units(shape):
        return
    terms = _at(shape, known.period, known.value)
    first = min((each for each in rows if each.payment_fen is not None), key=lambda each: each.number, default=None)
    if terms is None or first is None or first.payment_fen is None:
        return
    plan = plans.of(terms)
    if first.number > len(plan):
        return
    rest = first.payment_fen - plan[first.number - 1].payment_fen
    if rest <= 0:
        return
    for basis in FeeBasis:
        times = 1 if basis is FeeBasis.EACH_PERIOD else terms.periods
        low, high = ((rest + slack) * times / terms.principal_fen for slack in (-1.0, 1.0))
        for digits in _digits(max(low, 0.0), high):
            found = [replace(terms, flat_fee_rate=value, fee_basis=basis) for value in digits if 0 < value <= 1]
            yield from found
            if any(_gives(plans.of(each), rows) for each in found):
                break


def _at_known(shape: LoanTerms, rows: Sequence[GivenRow], known: Rate, plans: Plans) -> Iterator[LoanTerms]:
    if not _flat(shape) and known.period not in _units(shape):
        return
    terms = _at(shape, known.period, known.value)
    if terms is not None and rough_plan(shape, known.period, plans.workdays).fits(rows, float(known.value)):
        yield terms


def _gives(plan: Sequence[ScheduleRow], rows: Sequence[GivenRow]) -> bool:
    """Whether a plan has the figures of the rows; the days are those of the shape."""
    return not any(each.miss_fen or not each.found_fen for each in differences(plan, rows) if each.name != "due_on")


def _flat(shape: LoanTerms) -> bool:
    return shape.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE


def _units(shape: LoanTerms) -> tuple[RatePeriod, ...]:
    """The periods a contract may state the rate for. By days a monthly rate is daily × 30; a year of 365 days is of use
    to a yearly rate only."""
    if _flat(shape):
        return (RatePeriod.MONTHLY,)
    if shape.day_count is DayCountBasis.DAYS_365:
        return (RatePeriod.YEARLY,)
    return (RatePeriod.DAILY, RatePeriod.YEARLY, RatePeriod.MONTHLY)


def _at(shape: LoanTerms, unit: RatePeriod, value: Decimal) -> LoanTerms | None:
    """The shape at a rate; None where no contract may ask so much."""
    value = value.normalize() if value else Decimal(0)
    try:
        if _flat(shape):
            return replace(shape, flat_fee_rate=value)
        stated = shape.accrual is Accrual.ACTUAL_DAYS and unit is RatePeriod.DAILY
        return replace(shape, rate=Rate(value, unit), day_count=DayCountBasis.NONE if stated else shape.day_count)
    except PlannerError:
        return None


def _digits(low: float, high: float) -> Iterator[list[Decimal]]:
    """The numbers of a span by their digits after the point, the fewest first, each once; it ends where they are too
    many to try."""
    if high < low:
        return
    for digits in range(_LEAST_DIGITS, _MOST_DIGITS + 1):
        step = Decimal(1).scaleb(-digits)
        first = int((Decimal(low) / step).to_integral_value(ROUND_CEILING))
        last = int((Decimal(high) / step).to_integral_value(ROUND_FLOOR))
        if last - first >= _MOST_TRIES:
            return
        yield [at * step for at in range(first, last + 1) if digits == _LEAST_DIGITS or at % 10]


def rough_plan(shape: LoanTerms, unit: RatePeriod, workdays: Workdays) -> RoughPlan:
    """The plan of a shape without rounding, at any rate for a period."""
    if _flat(shape):
        each = 1.0 if shape.fee_basis is FeeBasis.EACH_PERIOD else 1 / shape.periods
        return RoughPlan(shape, (each,) * shape.periods, (0.0,) * shape.periods)
    one = Rate(Decimal(1), unit)
    days = (shape.drawn_on, *due_dates(shape))
    agreed = tuple(float(period_rate(shape, one, start, end)) for start, end in pairwise(days))
    if not shape.shift_accrues:
        return RoughPlan(shape, agreed, agreed)
    rows = schedule(shape, workdays=workdays)
    spans = ((row.start_on, row.start_on + timedelta(days=row.days)) for row in rows)
    return RoughPlan(shape, tuple(float(period_rate(shape, one, start, end)) for start, end in spans), agreed)


@dataclass(frozen=True, slots=True)
class RoughPlan:
    """`weights` times a rate is the interest of each period on one fen; equal instalments are solved by `agreed`."""

    shape: LoanTerms
    weights: tuple[float, ...]
    agreed: tuple[float, ...]

    def span(self, rows: Sequence[GivenRow]) -> tuple[float, float]:
        """The rates at which the figure that tells most comes out as given; none (1, 0) where a row is beyond the plan
        or tells nothing."""
        spans = [span for span in self._spans(rows) if span[0] < span[1]]
        return min(spans, key=lambda span: span[1] - span[0], default=(1.0, 0.0))

    def nearest(self, rows: Sequence[GivenRow]) -> list[Decimal]:
        """The rates between those that the single rows ask for that come nearest to all of them, the plain ones and
        the close ones."""
        spans = [span for span in self._spans(rows) if span[0] < span[1]]
        if not spans:
            return []
        found: list[Decimal] = []
        for values in _digits(min(low for low, _ in spans), max(high for _, high in spans)):
            found += sorted(values, key=lambda value: self.miss(rows, float(value)))[:2]
        return found

    def fits(self, rows: Sequence[GivenRow], rate: float) -> bool:
        """Whether every figure comes out as given but for what rounding can do."""
        if any(each.number > len(self.weights) for each in rows):
            return False
        plan = self._rows(rate, max(each.number for each in rows))
        for each in rows:
            principal, charge = plan[each.number - 1]
            has = {"principal": principal, "charge": charge, "payment": principal + charge}
            if any(abs(has[name] - fen) > self._slack(each.number, name, rate) for name, fen in each.figures()):
                return False
        return True

    def miss(self, rows: Sequence[GivenRow], rate: float) -> float:
        """The differences of all figures together, fen; the loan for each row that is beyond the plan."""
        beyond = [each for each in rows if each.number > len(self.weights)]
        here = [each for each in rows if each.number <= len(self.weights)]
        missed = float(self.shape.principal_fen * len(beyond))
        plan = self._rows(rate, max((each.number for each in here), default=0))
        for each in here:
            principal, charge = plan[each.number - 1]
            has = {"principal": principal, "charge": charge, "payment": principal + charge}
            missed += sum(abs(has[name] - fen) for name, fen in each.figures())
        return missed

    def _spans(self, rows: Sequence[GivenRow]) -> list[tuple[float, float]]:
        """What each row says of the rate: its charge, else its payment. The first charge says it at once."""
        known = sorted((each for each in rows if each.payment_fen is not None or each.charge_fen is not None),
                       key=lambda each: (each.charge_fen is None, each.number))  # fmt: skip
        if not known or any(each.number > len(self.weights) for each in rows):
            return []
        return [self._span_of(each) for each in known]

    def _span_of(self, row: GivenRow) -> tuple[float, float]:
        at, shape = row.number - 1, self.shape
        edge = row.number == len(self.weights) or (shape.remainder_in is RemainderIn.FIRST and at == 0)
        slack = float(shape.periods + 2) if edge else 2.0
        if shape.method is RepaymentMethod.EQUAL_INSTALMENT and (at or row.charge_fen is None):
            return self._between(row, slack)
        left = shape.principal_fen * (1 - at / len(self.weights)) if self._level else float(shape.principal_fen)
        if _flat(shape):
            left = float(shape.principal_fen)
        charge = float(row.charge_fen if row.charge_fen is not None else (row.payment_fen or 0) - self._part(at))
        if row.charge_fen is not None and (not edge or not _flat(shape)):
            slack = 0.501 if at == 0 and not _flat(shape) else 1.0 + at * self.weights[at] * 0.01
            if _flat(shape) and shape.fee_basis is FeeBasis.TOTAL:
                slack = 1.0
        most = self._most()
        per_rate = left * self.weights[at]
        if per_rate <= 0:
            return (0.0, 0.0)
        return max((charge - slack) / per_rate, 0.0), min((charge + slack) / per_rate, most)

    def _between(self, row: GivenRow, slack: float) -> tuple[float, float]:
        """By halving: charge and payment of an equal-instalment plan rise with the rate."""
        by_charge = row.charge_fen is not None
        fen = float((row.charge_fen if by_charge else row.payment_fen) or 0)
        return self._reaching(row.number, by_charge, fen - slack), self._reaching(row.number, by_charge, fen + slack)

    def _reaching(self, number: int, by_charge: bool, fen: float) -> float:
        def reached(rate: float) -> bool:
            principal, charge = self._rows(rate, number, clamped=False)[number - 1]
            return (charge if by_charge else principal + charge) >= fen

        low, high = 0.0, self._most()
        if reached(low):
            return low
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (low, middle) if reached(middle) else (middle, high)
        return high

    @property
    def _level(self) -> bool:
        return self.shape.method in (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE)

    def _most(self) -> float:
        """The largest rate: 2 % a day."""
        if _flat(self.shape):
            return 1.0
        days = (due_dates(self.shape)[0] - self.shape.drawn_on).days
        return 0.02 * days / self.weights[0] if self.weights[0] > 0 else 7.2

    def _part(self, at: int) -> float:
        """The principal in a row of a method that does not need the rate for it."""
        if self._level:
            return self.shape.principal_fen / len(self.weights)
        return float(self.shape.principal_fen) if at == len(self.weights) - 1 else 0.0

    def _slack(self, number: int, name: str, rate: float) -> float:
        """What rounding can do to a figure: half a fen each time, and all that is left over where the rest goes."""
        count, first = len(self.weights), self.shape.remainder_in is RemainderIn.FIRST
        rest = count + 3.0
        at_rest = number == count or (first and number == 1)
        drift = 0.0 if number == 1 else rate * max(self.weights) * (number + (rest if first else 0.0))
        charge = 0.51 + drift
        if _flat(self.shape):
            charge = 0.51 if self.shape.fee_basis is FeeBasis.EACH_PERIOD else rest if at_rest else 1.02
        if name == "charge":
            return charge
        if at_rest:
            return rest * (1 + rate * max(self.weights)) ** count + charge
        if self.shape.method is RepaymentMethod.EQUAL_INSTALMENT:
            return 0.51 if name == "payment" else 0.51 + charge
        return 1.01 + (charge if name == "payment" else 0.0)

    def _rows(self, rate: float, upto: int, *, clamped: bool = True) -> list[tuple[float, float]]:
        """Principal and charge of the rows up to a number. Unclamped they rise and fall steadily with the rate, even
        where a long first period asks for more interest than an instalment."""
        balance, found = float(self.shape.principal_fen), []
        if self.shape.method is RepaymentMethod.EQUAL_INSTALMENT:
            discount, worth = 1.0, 0.0
            for weight in self.agreed:
                discount /= 1 + rate * weight
                worth += discount
            payment = balance / worth
            for weight in self.weights[:upto]:
                charge = balance * rate * weight
                principal = min(max(payment - charge, 0.0), balance) if clamped else payment - charge
                found.append((principal, charge))
                balance -= principal
            if upto == len(self.weights) and upto:
                found[-1] = (found[-1][0] + balance, found[-1][1])
            return found
        whole = balance
        for at, weight in enumerate(self.weights[:upto]):
            part = self._part(at)
            found.append((part, (whole if _flat(self.shape) else balance) * rate * weight))
            balance -= part
        return found
