"""The annuity functions of spreadsheets, to sixty digits: money received is positive, paid negative."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle_vectors.exact import logarithm, power


def begins(when: object) -> int:
    """1 for payments at the beginning of a period, 0 at the end, by number or word."""
    return int(str(when).lower() in ("1", "true", "begin", "beginning", "start", "due", "beginningofperiod"))


class NoValue(ArithmeticError):
    """The function has no value there; spreadsheets show an error."""


@dataclass(frozen=True, slots=True)
class Annuity:
    """`payment` at the end (`when` 0) or the beginning (1) of each period at `rate`."""

    rate: Fraction
    when: int = 0

    def growth(self, periods: Fraction) -> Fraction:
        return power(1 + self.rate, periods)

    def added(self, periods: Fraction) -> Fraction:
        """What payments of 1 grow to."""
        if self.rate == 0:
            return periods
        return (1 + self.rate * self.when) * (self.growth(periods) - 1) / self.rate

    def future(self, periods: Fraction, payment: Fraction, present: Fraction) -> Fraction:
        return -(present * self.growth(periods) + payment * self.added(periods))

    def present(self, periods: Fraction, payment: Fraction, future: Fraction) -> Fraction:
        return -(future + payment * self.added(periods)) / self.growth(periods)

    def payment(self, periods: Fraction, present: Fraction, future: Fraction = Fraction(0)) -> Fraction:
        added = self.added(periods)
        if added == 0:
            raise NoValue
        return -(present * self.growth(periods) + future) / added

    def interest(self, period: Fraction, periods: Fraction, present: Fraction, future: Fraction) -> Fraction:
        """The interest in the payment of one period; none is in the first one at the beginning."""
        if not 1 <= period <= periods:
            raise NoValue
        if self.when and period == 1:
            return Fraction(0)
        before = self.future(period - 1, self.payment(periods, present, future), present)
        return before * self.rate / (1 + self.rate * self.when)

    def principal(self, period: Fraction, periods: Fraction, present: Fraction, future: Fraction) -> Fraction:
        return self.payment(periods, present, future) - self.interest(period, periods, present, future)

    def periods(self, payment: Fraction, present: Fraction, future: Fraction) -> Fraction:
        """How many payments lead from `present` to `future`; NoValue where none do."""
        if self.rate == 0:
            if payment == 0:
                raise NoValue
            return -(present + future) / payment
        each = payment * (1 + self.rate * self.when)
        start, end = each + present * self.rate, each - future * self.rate
        if start == 0 or end / start <= 0 or self.rate <= -1:
            raise NoValue
        return logarithm(end / start) / logarithm(1 + self.rate)


def compounding_rate(nominal: Fraction, compounded: Fraction, payments: Fraction) -> Fraction:
    """The rate of a payment period where interest compounds another number of times a year."""
    if compounded == payments:
        return nominal / payments
    return power(1 + nominal / compounded, compounded / payments) - 1
