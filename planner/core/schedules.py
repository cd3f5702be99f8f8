"""Repayment schedules to the fen: principal, interest and fee of every instalment, with all that changed the plan.

All arithmetic is in whole fen and exact fractions; each amount is rounded half-up once, where the contract
rounds (domain.md §1.1). The last instalment takes the whole remaining principal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from planner.core.due_days import due_dates, shifted
from planner.core.events import Event, Extension, OwnRow, Prepayment, PrepayMode, RateChange
from planner.core.interest import RateInForce, equal_payment, interest_on
from planner.core.money import divide_half_up
from planner.core.terms import NO_INTEREST, FeeBasis, HolidayShift, LoanTerms, Rate, RemainderIn, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays

_LEVEL = (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE)


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One instalment. `payment_fen` = principal + interest + fee; `balance_fen` is the principal left after it.

    `days` are the days from `start_on` (counted) to the end of the interest period (not counted). `prepaid_fen` is
    principal that was paid back beside the instalments since the one before: Σ principal + Σ prepaid is the loan.
    """

    number: int
    start_on: date
    due_on: date
    days: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    balance_fen: int
    prepaid_fen: int = 0

    @property
    def payment_fen(self) -> int:
        return self.principal_fen + self.interest_fen + self.fee_fen


@dataclass(frozen=True, slots=True)
class InterestSlice:
    """A span in which nothing moved: `exact` fen of interest on `balance_fen` at `rate`, from `start` (counted) to
    `end` (not counted). The interest of a period is the sum of its slices, rounded half-up once."""

    start: date
    end: date
    balance_fen: int
    rate: Rate
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Sizing:
    """How large the instalments are from `number` on: found on `balance_fen` and the interest on one fen in each
    period left. `payment_fen` is the equal instalment, `level_fen` the even part of the principal; each counts for
    its own method. `periods` are left."""

    number: int
    balance_fen: int
    periods: int
    rates: tuple[Fraction, ...]
    payment_fen: int
    level_fen: int


def rate_on(terms: LoanTerms, events: Sequence[Event], day: date) -> Rate:
    """The rate in force on a day: the contract's, or the latest change on or before it."""
    changes = [each for each in events if isinstance(each, RateChange) and each.on <= day]
    return max(changes, key=lambda change: change.on).rate if changes else terms.rate


def schedule(
    terms: LoanTerms, events: Sequence[Event] = (), workdays: Workdays = WEEKENDS_ONLY
) -> tuple[ScheduleRow, ...]:
    """The instalments of a loan as agreed and as changed since: Σ principal is the loan, the last row closes to 0.00.

    A rate change, an extension or a prepayment with lower payments counts from the first period that starts on or
    after its day; equal instalments are then solved anew on the balance and the periods left. Prepaid principal bears
    interest to its day. With a shorter term the instalments stay and the last ones fall away, also for what is solved
    anew later; they all do where the whole principal was prepaid. A REVOLVING loan is one
    row at its end, as if nothing were repaid before (repayments change it: `repayments.course`).
    """
    return _made(terms, events, workdays)[0]


def sizings(terms: LoanTerms, events: Sequence[Event] = (), workdays: Workdays = WEEKENDS_ONLY) -> tuple[Sizing, ...]:
    """How the size of the instalments of `schedule` was found, in order of the first instalment each holds for."""
    return tuple(_made(terms, events, workdays)[1])


def slices_of(
    terms: LoanTerms, events: Sequence[Event], rows: Sequence[ScheduleRow]
) -> Iterator[tuple[InterestSlice, ...]]:
    """The slices of each row of a schedule, in order; none of a row whose whole price is a flat fee."""
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        yield from ((),) * len(rows)
        return
    prepaid = sorted((each for each in events if isinstance(each, Prepayment)), key=lambda each: each.on)
    balance = terms.principal_fen
    for row in rows:
        rate, start, end = rate_on(terms, events, row.start_on), row.start_on, row.start_on + timedelta(days=row.days)
        found, taken = [], 0
        while prepaid and taken < row.prepaid_fen:  # the row says how much of it was taken by its end
            event = prepaid.pop(0)
            if event.on > start:
                found.append(_slice(terms, rate, start, event.on, balance))
                start = event.on
            fen = min(event.principal_fen, balance)
            balance, taken = balance - fen, taken + fen
        found.append(_slice(terms, rate, start, end, balance))
        balance = row.balance_fen
        yield tuple(found)


def _slice(terms: LoanTerms, rate: Rate, start: date, end: date, balance_fen: int) -> InterestSlice:
    return InterestSlice(start, end, balance_fen, rate, balance_fen * RateInForce(terms, rate).over(start, end))


def rounded(slices: Iterable[InterestSlice]) -> int:
    """The interest of slices together, half-up to the fen."""
    exact = sum((each.exact for each in slices), Fraction(0))
    return divide_half_up(exact.numerator, exact.denominator)


def past_instalments(terms: LoanTerms, before: date) -> tuple[ScheduleRow, ...]:
    """The instalments as agreed that fell due before a day and asked for anything."""
    return tuple(row for row in schedule(terms) if row.due_on < before and row.payment_fen)


def accrued(terms: LoanTerms, events: Sequence[Event], row: ScheduleRow, on: date, *, paid_ahead_fen: int = 0) -> int:
    """The interest of a row's period from its start up to a day within it, half-up to the fen: on its balance less
    what of its principal was paid ahead, by slices where principal was prepaid in between."""
    return rounded(accrued_slices(terms, events, row, on, paid_ahead_fen=paid_ahead_fen))


def accrued_slices(
    terms: LoanTerms, events: Sequence[Event], row: ScheduleRow, on: date, *, paid_ahead_fen: int = 0
) -> tuple[InterestSlice, ...]:
    """What `accrued` is the rounded sum of."""
    if on <= row.start_on or terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return ()
    rate = rate_on(terms, events, row.start_on)
    end = min(row.due_on, row.start_on + timedelta(days=row.days))
    prepaid = [each for each in events if isinstance(each, Prepayment) and row.start_on < each.on < end]
    balance = row.balance_fen + row.principal_fen + sum(each.principal_fen for each in prepaid) - paid_ahead_fen
    found, start = [], row.start_on
    for each in sorted(prepaid, key=lambda event: event.on):
        if each.on >= on:
            break
        found.append(_slice(terms, rate, start, each.on, balance))
        balance, start = balance - each.principal_fen, each.on
    return (*found, _slice(terms, rate, start, on, balance))


def _made(
    terms: LoanTerms, events: Sequence[Event], workdays: Workdays
) -> tuple[tuple[ScheduleRow, ...], list[Sizing]]:
    """The rows, and how their size was found."""
    if terms.remainder_in is RemainderIn.FIRST and terms.method is RepaymentMethod.EQUAL_INSTALMENT:
        return _with_remainder_first(terms, events, workdays)
    plan = _Plan(terms, events, workdays)
    return tuple(plan.rows()), plan.sizings


def _with_remainder_first(
    terms: LoanTerms, events: Sequence[Event], workdays: Workdays
) -> tuple[tuple[ScheduleRow, ...], list[Sizing]]:
    """Equal instalments whose rounding rest is in the first one: the extra principal in it that brings the last
    instalment nearest to the others, as the plan stood when the loan was drawn (what happens later moves no row before
    it). The last falls as the first grows, so the place is found by halving."""
    at_first = [each for each in events if not isinstance(each, OwnRow) and each.on <= terms.drawn_on]

    def rows_with(extra_fen: int) -> tuple[ScheduleRow, ...]:
        return tuple(_Plan(terms, at_first, workdays, first_extra_fen=extra_fen).rows())

    def over(extra_fen: int) -> int:
        rows = rows_with(extra_fen)
        return rows[-1].payment_fen - rows[-2].payment_fen

    extra = 0
    if len(rows_with(0)) >= 3:
        low, high = -terms.periods - 2, terms.periods + 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if over(middle) > 0 else (low, middle)
        extra = min((low, high), key=lambda each: abs(over(each)))
    plan = _Plan(terms, events, workdays, first_extra_fen=extra)
    return tuple(plan.rows()), plan.sizings


def _even_part(whole_fen: int, parts: int) -> int:
    """One of so many even parts, half-up; of a few fen so little that the part with the rest is not below nothing."""
    each = divide_half_up(whole_fen, parts)
    return each if each * (parts - 1) <= whole_fen else whole_fen // parts


class _Plan:
    """The plan while its rows are made one after the other."""

    def __init__(
        self, terms: LoanTerms, events: Sequence[Event], workdays: Workdays, *, first_extra_fen: int = 0
    ) -> None:
        self._terms, self._events, self._workdays = terms, events, workdays
        self._own = {each.number: each for each in events if isinstance(each, OwnRow)}
        self._prepaid = sorted((each for each in events if isinstance(each, Prepayment)), key=lambda each: each.on)
        self._extensions = sorted((each for each in events if isinstance(each, Extension)), key=lambda each: each.on)
        self._rate_changes = any(isinstance(each, RateChange) for each in events)
        self._days = list(due_dates(terms))
        self._first_extra = first_extra_fen
        self._balance = terms.principal_fen
        self._ended_on = terms.drawn_on
        """Where the last period ended: behind a moved due day where its days bear interest."""
        self._more = 0
        self._payment = self._level = self._first_level = 0
        fee = Fraction(terms.flat_fee_rate) * terms.principal_fen
        self._whole_fee = divide_half_up(fee.numerator, fee.denominator)
        self.sizings: list[Sizing] = []
        self._shorter = self._uncut = False
        """Prepaid with a shorter term: the last instalments fall away; uncut while `_days` still has their days."""
        self._lowered = 0
        """What was prepaid for lower payments since they were last found."""
        self._lower = True
        """The size of the instalments is to be found anew before the next row."""

    def rows(self) -> Iterator[ScheduleRow]:
        """The rows, until nothing is left to repay."""
        start, rate, at = self._terms.drawn_on, self._rate(self._terms.drawn_on), 0
        force, new_rate = RateInForce(self._terms, rate), True
        while at < len(self._days):
            prepaid_fen = self._prepay_at(start) if self._prepaid else 0
            now = self._rate(start) if self._rate_changes else rate
            if self._uncut and (self._lower or now != rate or (self._extensions and self._extensions[0].on <= start)):
                self._cut(at, start, force)
            if self._extensions:
                self._extend(start, at)
            if now != rate:
                rate, force, new_rate = now, RateInForce(self._terms, now), True
            yield self._row(at, start, force, prepaid_fen, new_rate=new_rate)
            start, at, new_rate = self._ended_on, at + 1, False
            if self._shorter and self._balance == 0:
                return

    def _due_on(self, at: int) -> date:
        shift = self._terms.holiday_shift
        return self._days[at] if shift is HolidayShift.NONE else shifted(self._days[at], shift, self._workdays)

    def _rate(self, day: date) -> Rate:
        flat = self._terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
        return NO_INTEREST if flat else rate_on(self._terms, self._events, day)

    def _cut(self, at: int, start: date, rate: RateInForce) -> None:
        """Takes away the days that a shorter term left without an instalment, as the size of the instalments was so
        far: what is found anew from here on is found on the periods that are really left."""
        balance, end = self._balance + self._lowered, at
        while end < len(self._days) and (balance > 0 or end == at):
            principal = self._level if self._terms.method in _LEVEL else 0
            if self._terms.method is RepaymentMethod.EQUAL_INSTALMENT:
                principal = max(self._payment - interest_on(balance, rate.over(start, self._days[end])), 0)
            balance, start, end = balance - principal, self._days[end], end + 1
        self._more -= len(self._days) - end
        del self._days[end:]
        self._uncut = False

    def _extend(self, start: date, at: int) -> None:
        single = self._terms.method in (RepaymentMethod.BULLET, RepaymentMethod.REVOLVING)
        while self._extensions and self._extensions[0].on <= (self._due_on(at) if single else start):
            self._more += self._extensions.pop(0).periods
            self._days[at:] = due_dates(self._terms, self._terms.periods + self._more)[at:]
            self._lower = True

    def _row(self, at: int, start: date, rate: RateInForce, prepaid_fen: int, *, new_rate: bool) -> ScheduleRow:
        """One row; moves the balance on."""
        terms = self._terms
        due_on = self._due_on(at)
        end = due_on if terms.shift_accrues and due_on > start else self._days[at]
        if new_rate or self._lower:
            self._solve(at, start, rate)
        later_fen, interest_fen = self._interest(start, end, due_on, rate)
        own = self._own.get(at + 1)
        if own is None:
            principal_fen, fee_fen = self._principal(at, interest_fen), self._fee(at)
        else:
            self._days[at] = due_on = max(own.due_on, start)
            principal_fen, interest_fen, fee_fen = min(own.principal_fen, self._balance), own.interest_fen, own.fee_fen
        self._balance -= principal_fen
        days = (end - start).days
        self._ended_on = end if own is None else due_on
        return ScheduleRow(
            at + 1, start, due_on, days, principal_fen, interest_fen, fee_fen, self._balance, prepaid_fen + later_fen
        )

    def _prepay_at(self, start: date) -> int:
        """Takes what was prepaid on the day a period starts, or before; returns it."""
        prepaid = 0
        while self._prepaid and self._prepaid[0].on <= start:
            prepaid += self._take(self._prepaid.pop(0))
        return prepaid

    def _interest(self, start: date, end: date, due_on: date, rate: RateInForce) -> tuple[int, int]:
        """What is prepaid within a period, before its due day, and the interest of the period's slices, rounded once.
        (A due day moved to the workday before lies within the period.)"""
        if not self._prepaid or self._prepaid[0].on >= min(end, due_on):
            return 0, interest_on(self._balance, rate.over(start, end))
        exact, prepaid = Fraction(0), 0
        while self._prepaid and self._prepaid[0].on < min(end, due_on):
            event = self._prepaid.pop(0)
            exact += self._balance * rate.over(start, event.on)
            start = event.on
            prepaid += self._take(event)
        exact += self._balance * rate.over(start, end)
        return prepaid, divide_half_up(exact.numerator, exact.denominator)

    def _take(self, event: Prepayment) -> int:
        fen = min(event.principal_fen, self._balance)
        self._balance -= fen
        if event.mode is PrepayMode.SHORTER_TERM:
            self._shorter = self._uncut = True
        else:
            self._lower, self._lowered = True, self._lowered + fen
        if not self._balance:  # nothing is left that could be made smaller
            self._shorter = True
        return fen

    def _solve(self, at: int, start: date, rate: RateInForce) -> None:
        """The size of the instalments from here on, on the balance and the periods left."""
        left = len(self._days) - at
        if self._lower:
            first = self._terms.remainder_in is RemainderIn.FIRST
            self._level = _even_part(self._balance, left) if first else divide_half_up(self._balance, left)
            self._first_level = self._balance - self._level * (left - 1) if first else self._level
        if self._terms.method is RepaymentMethod.EQUAL_INSTALMENT:
            ends = self._days[at:]
            starts = [start, *ends[:-1]]
            # at the rate agreed now: a later change is not known
            rates = [rate.over(one, other) for one, other in zip(starts, ends, strict=True)]
            self._payment = equal_payment(self._balance, rates)
            self.sizings.append(Sizing(at + 1, self._balance, left, tuple(rates), self._payment, self._level))
        elif self._lower:
            self.sizings.append(Sizing(at + 1, self._balance, left, (), 0, self._level))
        self._lower, self._lowered = False, 0

    def _principal(self, at: int, interest_fen: int) -> int:
        """The principal in one instalment; the last one takes what is left."""
        if at == len(self._days) - 1:
            return self._balance
        extra = self._first_extra if at == 0 else 0
        if self._terms.method is RepaymentMethod.EQUAL_INSTALMENT:
            return min(max(self._payment - interest_fen + extra, 0), self._balance)
        if self._terms.method in _LEVEL:
            return min(self._first_level if at == 0 else self._level, self._balance)
        return 0

    def _fee(self, at: int) -> int:
        terms, whole = self._terms, self._whole_fee
        if not whole:
            return 0
        if terms.fee_basis is FeeBasis.EACH_PERIOD or terms.periods == 1 or at >= terms.periods:
            return whole if at < terms.periods or terms.fee_basis is FeeBasis.EACH_PERIOD else 0
        each = _even_part(whole, terms.periods)
        takes_rest = 0 if terms.remainder_in is RemainderIn.FIRST else terms.periods - 1
        return whole - each * (terms.periods - 1) if at == takes_rest else each
