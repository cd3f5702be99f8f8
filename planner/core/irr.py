"""Rates of return of payments: equally spaced (IRR), dated (XIRR) or at any times, with every root and its status."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction

from planner.core.roots import zeros

Number = int | float | Fraction
DAYS_A_YEAR = 365
_MOST_FORCE = 709.0
_MOST_POLISHING = 60


class RateStatus(StrEnum):
    """What is known about a rate of return.

    ONE and SEVERAL: the rates are all that exist above −100 %. NO_SIGN_CHANGE: money flows one way only. NO_ROOT:
    it flows both ways and no rate makes the two worth the same. TOTAL_LOSS: what was paid out came back as nothing
    (a return of 0 is listed), the limit is −100 %.
    """

    ONE = "one"
    SEVERAL = "several"
    NO_SIGN_CHANGE = "no_sign_change"
    NO_ROOT = "no_root"
    TOTAL_LOSS = "total_loss"


@dataclass(frozen=True, slots=True)
class RatesFound:
    """All rates of some payments. `forces` are ln(1+r) for one unit of time, ascending; empty without a rate."""

    status: RateStatus
    forces: tuple[float, ...]

    @property
    def rates(self) -> tuple[float, ...]:
        """The rates r for one unit of time as fractions, ascending; all above −1."""
        return tuple(grown(force) for force in self.forces)

    @property
    def only(self) -> float | None:
        """The rate where there is exactly one, else None: which of several is meant is not for a formula to say."""
        return grown(self.forces[0]) if self.status is RateStatus.ONE else None


def grown(force: float, units: float = 1) -> float:
    """e^(force·units) − 1, exact near zero; infinite above the largest float."""
    exponent = force * units
    return math.expm1(exponent) if exponent < _MOST_FORCE else math.inf


def irr(amounts: Sequence[Number]) -> RatesFound:
    """The rates for one period of payments at the ends of periods 0, 1, 2, … (received and paid with unlike signs)."""
    return rates_of(enumerate(amounts))


def xirr(flows: Iterable[tuple[date, Number]]) -> RatesFound:
    """The effective yearly rates of dated payments, actual days/365. The days may be unsorted and repeated."""
    by_days = rates_of((day.toordinal(), amount) for day, amount in flows)
    return RatesFound(by_days.status, tuple(force * DAYS_A_YEAR for force in by_days.forces))


def rates_of(flows: Iterable[tuple[Number, Number]]) -> RatesFound:
    """The rates for one unit of time of (time, amount) pairs in any order, times whole or fractional.

    Amounts at one time are added first. Rates are good to about 1e-14 of 1+r where the sum is well conditioned;
    `polished` gives as many digits as wanted. Raises nothing: what has no rate says why in the status.
    """
    totals: dict[Number, Number] = {}
    for time, amount in flows:
        totals[time] = totals.get(time, 0) + amount
    ordered = sorted(totals.items())
    real = [(float(time), float(amount)) for time, amount in ordered if amount]
    first = ordered[0][0] if ordered else 0
    found = zeros([time - float(first) for time, _ in real], [amount for _, amount in real]) if real else []
    if found:
        return RatesFound(RateStatus.ONE if len(found) == 1 else RateStatus.SEVERAL, tuple(found))
    if len({amount > 0 for _, amount in real}) > 1:
        return RatesFound(RateStatus.NO_ROOT, ())
    nothing_came_back = bool(real) and ordered[-1][1] == 0
    return RatesFound(RateStatus.TOTAL_LOSS if nothing_came_back else RateStatus.NO_SIGN_CHANGE, ())


def polished(flows: Iterable[tuple[Number, Number]], force: float, digits: int = 30) -> Decimal:
    """The rate r near e^force − 1 to `digits` significant digits of 1+r, by Newton's steps on the exact payments.

    `flows` and `force` are those of `rates_of`. A step that no longer grows smaller ends it, so that a double root
    comes out with half the digits instead of never.
    """
    exact = [(Fraction(time), Fraction(amount)) for time, amount in flows]
    context = Context(prec=digits + 10)
    first = min(time for time, _ in exact)
    terms = [(_decimal(time - first, context), _decimal(amount, context)) for time, amount in exact if amount]
    x, last_step = Decimal(force), Decimal("Infinity")
    close = Decimal(10) ** -(digits + 3)
    for _ in range(_MOST_POLISHING):
        worth = slope = Decimal(0)
        for time, amount in terms:
            part = context.multiply(amount, context.exp(context.multiply(context.minus(x), time)))
            worth = context.add(worth, part)
            slope = context.subtract(slope, context.multiply(time, part))
        if not worth or not slope:
            break
        step = context.divide(worth, slope)
        if abs(step) >= last_step:
            break
        x, last_step = context.subtract(x, step), abs(step)
        if last_step < close:
            break
    growth = Context(prec=digits).exp(x)
    return Context(prec=digits + abs(growth.adjusted()) + 1).subtract(growth, Decimal(1))


def _decimal(value: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))
