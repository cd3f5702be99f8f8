"""Repayment schedules to the fen: due dates, and principal, interest and fee of every instalment.

All arithmetic is in whole fen and exact fractions; each amount is rounded half-up once, where the contract
rounds (domain.md §1.1). The last instalment takes the whole remaining principal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

from planner.core.calendar import add_months
from planner.core.money import divide_half_up
from planner.core.terms import Accrual, DueDayPolicy, FirstPeriodPolicy, LoanTerms, Rate, RepaymentMethod

LEAST_GAP_DAYS = 15
"""借呗: with fewer days between drawdown and due day, the first instalment falls due a month later."""


@dataclass(frozen=True, slots=True)
class RateChange:
    """From the first period that starts on or after `on`, the loan's rate is `rate`."""

    on: date
    rate: Rate


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One instalment. `payment_fen` = principal + interest + fee; `balance_fen` is the principal left after it.

    `days` are the days from `start_on` (counted) to `due_on` (not counted).
    """

    number: int
    start_on: date
    due_on: date
    days: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    balance_fen: int

    @property
    def payment_fen(self) -> int:
        return self.principal_fen + self.interest_fen + self.fee_fen


def anchor_day(terms: LoanTerms) -> int:
    """The day of the month the instalments aim at (1–31), after the product's map for the 29th to 31st."""
    day = terms.due_day if terms.due_day is not None else terms.drawn_on.day
    if day >= 29 and terms.due_day_policy is DueDayPolicy.MAP_TO_25_26_27:
        return day - 4
    if day >= 29 and terms.due_day_policy is DueDayPolicy.MAP_TO_21:
        return 21
    return day


def first_due_date(terms: LoanTerms) -> date:
    """The day the first instalment falls due."""
    if terms.first_due_on is not None:
        return terms.first_due_on
    anchor = anchor_day(terms)
    nearest = add_months(terms.drawn_on, 0, anchor)
    if nearest < terms.drawn_on:
        nearest = add_months(terms.drawn_on, 1, anchor)
    if terms.first_period_policy is FirstPeriodPolicy.SKIP_NEAREST_DUE:
        return add_months(nearest, 1, anchor)
    following = nearest if nearest > terms.drawn_on else add_months(nearest, 1, anchor)
    gap_days = (following - terms.drawn_on).days
    if terms.first_period_policy is FirstPeriodPolicy.NEXT_DUE_IF_GAP_15 and gap_days < LEAST_GAP_DAYS:
        return add_months(following, 1, anchor)
    return following


def due_dates(terms: LoanTerms) -> tuple[date, ...]:
    """All due days in order. Month ends keep their anchor: 31 Jan, 28 Feb, 31 Mar."""
    if terms.method in (RepaymentMethod.BULLET, RepaymentMethod.REVOLVING):
        if terms.first_due_on is not None:
            return (terms.first_due_on,)
        return (add_months(terms.drawn_on, terms.periods, anchor_day(terms)),)
    first = first_due_date(terms)
    anchor = first.day if terms.first_due_on is not None else anchor_day(terms)
    return tuple(add_months(first, month, anchor) for month in range(terms.periods))


def months_between(start: date, end: date) -> Fraction:
    """The months of 30/360 interest from `start` to `end`: whole months, and odd days as thirtieths.

    A period from one due day to the next is one month whatever its length, also across clamped month ends.
    """
    whole = (end.year - start.year) * 12 + end.month - start.month
    anchor = max(start.day, end.day)
    if add_months(start, 0, anchor) == start and add_months(end, 0, anchor) == end:
        return Fraction(whole)
    if end.day < start.day:
        whole -= 1
    return whole + Fraction((end - add_months(start, whole)).days, 30)


def period_rate(terms: LoanTerms, rate: Rate, start: date, end: date) -> Fraction:
    """The exact interest on one fen of principal from `start` to `end`."""
    if terms.accrual is Accrual.ACTUAL_DAYS:
        return rate.daily(terms.day_count) * (end - start).days
    months = months_between(start, end)
    if months.denominator == 1:
        return rate.monthly() * months
    return rate.monthly() * int(months) + rate.daily(terms.day_count) * int((months % 1) * 30)


def equal_payment(balance_fen: int, rates: Sequence[Fraction]) -> int:
    """The instalment that repays `balance_fen` over periods of the given rates, half-up to the fen.

    L · Π(1+r_j) / Σ_k Π_{j>k}(1+r_j), in exact integers over the rates' common denominator: dividing earlier
    would break half-fen ties.
    """
    common = lcm(*(rate.denominator for rate in set(rates)))
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


def rate_on(terms: LoanTerms, rate_changes: Sequence[RateChange], day: date) -> Rate:
    """The rate in force on a day: the contract's, or the latest change on or before it."""
    in_force = max((change for change in rate_changes if change.on <= day), key=_change_day, default=None)
    return terms.rate if in_force is None else in_force.rate


def schedule(terms: LoanTerms, rate_changes: Sequence[RateChange] = ()) -> tuple[ScheduleRow, ...]:
    """The instalments of a loan as agreed: Σ principal is the loan and the last row closes to 0.00.

    A rate change counts from the first period that starts on or after its day; equal instalments are then
    solved anew on the balance and the periods left. A REVOLVING loan is one row at its end, as if nothing were
    repaid before (repayments change it: `repayments.course`).
    """
    days = due_dates(terms)
    starts = (terms.drawn_on, *days[:-1])
    agreed = [rate_on(terms, rate_changes, start) for start in starts]
    rates = [period_rate(terms, rate, start, end) for rate, start, end in zip(agreed, starts, days, strict=True)]
    fee_fen = 0
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        fee = Fraction(terms.flat_fee_rate)
        fee_fen = divide_half_up(terms.principal_fen * fee.numerator, fee.denominator)
        rates = [Fraction(0)] * len(days)
    rows: list[ScheduleRow] = []
    balance, payment = terms.principal_fen, 0
    for index, (start, due_on) in enumerate(zip(starts, days, strict=True)):
        interest = interest_on(balance, rates[index])
        if terms.method is RepaymentMethod.EQUAL_INSTALMENT and (index == 0 or agreed[index] != agreed[index - 1]):
            payment = equal_payment(balance, _rates_from(terms, agreed[index], starts, days, index))
        principal = _principal(terms, balance, payment - interest, last=index == len(days) - 1)
        balance -= principal
        rows.append(ScheduleRow(index + 1, start, due_on, (due_on - start).days, principal, interest, fee_fen, balance))
    return tuple(rows)


def past_instalments(terms: LoanTerms, before: date) -> tuple[ScheduleRow, ...]:
    """The instalments as agreed that fell due before a day and asked for anything."""
    return tuple(row for row in schedule(terms) if row.due_on < before and row.payment_fen)


def _principal(terms: LoanTerms, balance_fen: int, of_instalment_fen: int, *, last: bool) -> int:
    """The principal in one instalment; the last one takes what is left."""
    if last:
        return balance_fen
    if terms.method is RepaymentMethod.EQUAL_INSTALMENT:
        return min(max(of_instalment_fen, 0), balance_fen)
    if terms.method in (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE):
        return min(divide_half_up(terms.principal_fen, terms.periods), balance_fen)
    return 0


def _rates_from(
    terms: LoanTerms, rate: Rate, starts: Sequence[date], days: Sequence[date], index: int
) -> list[Fraction]:
    """The period rates from one instalment on, all at the rate agreed then (a later change is not known)."""
    return [period_rate(terms, rate, start, end) for start, end in zip(starts[index:], days[index:], strict=True)]


def _change_day(change: RateChange) -> date:
    return change.on
