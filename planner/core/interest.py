"""Interest on a balance over a span of days or months, exact until it is rounded once to the fen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import lcm

from planner.core.calendar import add_months
from planner.core.money import divide_half_up
from planner.core.terms import Accrual, LoanTerms, Rate


def months_between(start: date, end: date) -> Fraction:
    """The months of 30/360 interest from `start` to `end`: whole months, and odd days as thirtieths.

    A period from one due day to the next is one month whatever its length, also across clamped month ends.
    """
    whole = (end.year - start.year) * 12 + end.month - start.month
    if start.day == end.day:
        return Fraction(whole)
    anchor = max(start.day, end.day)
    if add_months(start, 0, anchor) == start and add_months(end, 0, anchor) == end:
        return Fraction(whole)
    if end.day < start.day:
        whole -= 1
    return whole + Fraction((end - add_months(start, whole)).days, 30)


class RateInForce:
    """A rate of a contract while it holds: what each span costs is worked out once."""

    def __init__(self, terms: LoanTerms, rate: Rate) -> None:
        self._by_days = terms.accrual is Accrual.ACTUAL_DAYS
        self._daily, self._monthly = rate.daily(terms.day_count), rate.monthly()
        self._known: dict[int, Fraction] = {}

    def over(self, start: date, end: date) -> Fraction:
        """The exact interest on one fen of principal from `start` (counted) to `end` (not counted)."""
        if self._by_days:
            rate, count = self._daily, (end - start).days
        elif start.day == end.day:
            rate, count = self._monthly, (end.year - start.year) * 12 + end.month - start.month
        else:
            months = months_between(start, end)
            if months.denominator != 1:
                return self._monthly * int(months) + self._daily * int((months % 1) * 30)
            rate, count = self._monthly, months.numerator
        found = self._known.get(count)
        if found is None:
            found = self._known[count] = rate * count
        return found


def period_rate(terms: LoanTerms, rate: Rate, start: date, end: date) -> Fraction:
    """The exact interest on one fen of principal from `start` (counted) to `end` (not counted)."""
    return RateInForce(terms, rate).over(start, end)


def equal_payment(balance_fen: int, rates: Sequence[Fraction]) -> int:
    """The instalment that repays `balance_fen` over periods of the given rates, half-up to the fen.

    L · Π(1+r_j) / Σ_k Π_{j>k}(1+r_j), in exact integers over the rates' common denominator: dividing earlier
    would break half-fen ties. Of one rate r it is L · r · (1+r)^n / ((1+r)^n − 1).
    """
    if (count := len(rates)) > 1 and rates[0] and rates.count(rates[0]) == count:
        rate = rates[0]
        whole = rate.denominator
        power, grown = whole**count, (whole + rate.numerator) ** count
        return divide_half_up(balance_fen * rate.numerator * grown, whole * (grown - power))
    common = lcm(*{each.denominator for each in {id(rate): rate for rate in rates}.values()})
    growth, weight, power = 1, 0, 1
    for rate in rates:
        factor = common + rate.numerator * (common // rate.denominator)
        power *= common
        weight = weight * factor + power
        growth *= factor
    return divide_half_up(balance_fen * growth, weight)


def interest_on(balance_fen: int, rate: Fraction) -> int:
    """The interest on a balance for one period, half-up to the fen."""
    return divide_half_up(balance_fen * rate.numerator, rate.denominator)
