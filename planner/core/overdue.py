"""What lateness costs, to the day, and what it does to the credit record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from planner.core.calendar import add_months
from planner.core.events import Event
from planner.core.money import divide_half_up
from planner.core.repayments import LoanCourse, Repayment, course, revolving
from planner.core.schedules import rate_on
from planner.core.terms import LoanTerms, PenaltyBase, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays

RECORD_MONTHS = 60
"""征信业管理条例 art. 16: an adverse record is kept five years from the end of the behaviour."""


@dataclass(frozen=True, slots=True)
class LateRow:
    """One instalment that is late on a day: its open parts, the days since it fell due, and its penalty (fen)."""

    number: int
    due_on: date
    days: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    penalty_fen: int

    @property
    def total_fen(self) -> int:
        return self.principal_fen + self.interest_fen + self.fee_fen + self.penalty_fen


def record_clears_on(settled_on: date) -> date:
    """The day from which an adverse record that ended on a day is no longer shown."""
    return add_months(settled_on, RECORD_MONTHS)


def daily_penalty_rate(terms: LoanTerms, events: Sequence[Event], on: date) -> Fraction:
    """The exact penalty for a day on one fen: the contract's own daily rate, or its rate times the multiplier."""
    if terms.penalty.daily_rate is not None:
        return Fraction(terms.penalty.daily_rate)
    return rate_on(terms, events, on).daily(terms.day_count) * Fraction(terms.penalty.multiplier)


def penalty(base_fen: int, daily_rate: Fraction, days: int) -> int:
    """base × daily penalty rate × days, half-up to the fen (E8)."""
    exact = base_fen * daily_rate * days
    return divide_half_up(exact.numerator, exact.denominator)


def compounded_penalty(principal_fen: int, interest_fen: int, daily_rate: Fraction, due_on: date, on: date) -> int:
    """The penalty where unpaid interest bears penalty interest too and each month's is added to it (银发〔2003〕251号):
    every month's two amounts are rounded half-up to the fen."""
    slices = _compounded(principal_fen, interest_fen, daily_rate, due_on, on)
    return sum(_half_up(each.exact) for each in slices)


def _compounded(
    principal_fen: int, interest_fen: int, daily_rate: Fraction, due_on: date, on: date
) -> list[PenaltySlice]:
    """Two slices for each month: on the principal, and on the interest with the penalty of the months before."""
    unpaid, found, start, month = interest_fen, list[PenaltySlice](), due_on, 1
    while start < on:
        end = min(add_months(due_on, month), on)
        both = [_penalty_slice(start, end, base, daily_rate) for base in (principal_fen, unpaid)]
        found += both
        unpaid += sum(_half_up(each.exact) for each in both)
        start, month = end, month + 1
    return found


def _penalty_slice(start: date, end: date, base_fen: int, daily_rate: Fraction) -> PenaltySlice:
    return PenaltySlice(start, end, base_fen, daily_rate, base_fen * daily_rate * (end - start).days)


def _half_up(exact: Fraction) -> int:
    return divide_half_up(exact.numerator, exact.denominator)


@dataclass(frozen=True, slots=True)
class PenaltySlice:
    """A span in which nothing moved: `exact` fen of penalty on `base_fen` at a daily rate. Where the penalty
    compounds each slice is rounded half-up by itself, else their sum is."""

    start: date
    end: date
    base_fen: int
    daily_rate: Fraction
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Penalty:
    """A late instalment and the slices its penalty is made of."""

    row: LateRow
    slices: tuple[PenaltySlice, ...]


def late_rows(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    on: date,
    events: Sequence[Event] = (),
    workdays: Workdays = WEEKENDS_ONLY,
    *,
    gone: LoanCourse | None = None,
) -> tuple[LateRow, ...]:
    """The instalments that fell due before a day, that were late and have something open or a penalty on them, each
    with its penalty to that day by what was open from day to day. What was paid of the penalty is not taken off.
    `gone` is the loan's course by the end of that day, as if never closed, where it is known already.
    """
    return tuple(each.row for each in penalties(terms, repayments, on, events, workdays, gone=gone))


def penalties(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    on: date,
    events: Sequence[Event] = (),
    workdays: Workdays = WEEKENDS_ONLY,
    *,
    gone: LoanCourse | None = None,
) -> tuple[Penalty, ...]:
    """The rows of `late_rows`, each with the slices of its penalty."""
    known = [each for each in repayments if each.paid_on <= on]
    if terms.method is RepaymentMethod.REVOLVING:
        return _revolving_late(terms, known, on, events)
    now = gone or course(terms, known, events, None, workdays)
    late = [
        (at, each)
        for at, each in enumerate(now.instalments)
        if each.row.due_on < on and (each.settled_on is None or each.settled_on > each.row.due_on)
    ]
    if not late:
        return ()
    before = _courses_before(terms, known, on, min(each.row.due_on for _, each in late), events, workdays)
    found = []
    charged_to = date.min
    for at, each in late:
        row = each.row
        until = min(each.settled_on or on, on)
        slices = _penalty_slices(terms, events, _open_spans(before, now, at, row.due_on, until), charged_to)
        fen = _rounded(terms, slices)
        if terms.penalty.base is PenaltyBase.ALL_PRINCIPAL:
            charged_to = max(charged_to, until)  # the whole principal bears it once, however many instalments are late
        if each.open_fen or fen:
            parts = open_parts(each.open_fen, row.interest_fen, row.fee_fen, each.paid_fen)
            days = (until - row.due_on).days
            found.append(Penalty(LateRow(row.number, row.due_on, days, *parts, fen), slices))
    return tuple(found)


def _courses_before(
    terms: LoanTerms, known: Sequence[Repayment], on: date, first: date, events: Sequence[Event], workdays: Workdays
) -> dict[date, LoanCourse]:
    """The loan's course by the end of every day before `on` it was paid on, from the last such day by `first`."""
    days = sorted({each.paid_on for each in known if each.paid_on < on})
    days = days[max(bisect_right(days, first) - 1, 0) :]  # nothing was late before: one state to begin from is enough
    return {day: course(terms, [each for each in known if each.paid_on <= day], events, None, workdays) for day in days}


def _revolving_late(
    terms: LoanTerms, known: Sequence[Repayment], on: date, events: Sequence[Event]
) -> tuple[Penalty, ...]:
    """The one bill of a loan repaid any time: what was open from its due day on, from payment to payment."""
    due_on = course(terms, (), events).instalments[-1].row.due_on
    in_order = sorted(known, key=lambda each: (each.paid_on, each.id))
    if on <= due_on:
        return ()
    spans = []
    for start, end in pairwise(sorted({due_on, *(each.paid_on for each in known if due_on < each.paid_on < on), on})):
        paid = [each for each in in_order if each.paid_on <= start]
        last = revolving(terms, paid, events, end=due_on).instalments[-1]
        if last.settled_on is None:
            spans.append(_Span(start, end, last.row.principal_fen, last.row.interest_fen, last.row.principal_fen))
    slices = _penalty_slices(terms, events, spans, date.min)
    fen = _rounded(terms, slices)
    now = revolving(terms, in_order, events, end=due_on).instalments[-1]
    is_open = now.settled_on is None
    if not is_open and not fen:
        return ()
    parts = (now.row.principal_fen, now.row.interest_fen) if is_open else (0, 0)
    until = on if is_open or not spans else spans[-1].end
    return (Penalty(LateRow(1, due_on, (until - due_on).days, *parts, 0, fen), slices),)


def open_parts(open_fen: int, interest_fen: int, fee_fen: int, paid_fen: int) -> tuple[int, int, int]:
    """What is open of an instalment as (principal, interest, fee): interest is paid first, then the fee."""
    interest = max(interest_fen - paid_fen, 0)
    fee = max(interest_fen + fee_fen - paid_fen, 0) - interest
    return max(open_fen - interest - fee, 0), min(interest, open_fen), min(fee, max(open_fen - interest, 0))


@dataclass(frozen=True, slots=True)
class _Span:
    """From `start` to `end` nothing moved: open principal and interest of the row, and all principal outstanding."""

    start: date
    end: date
    principal_fen: int
    interest_fen: int
    outstanding_fen: int


def _open_spans(before: dict[date, LoanCourse], now: LoanCourse, at: int, due_on: date, until: date) -> list[_Span]:
    """What was open of the row at a place between its due day and another, from payment to payment."""
    cuts = [due_on, *(day for day in before if due_on < day < until), until]
    spans = []
    for start, end in pairwise(cuts):
        states = [before[day] for day in before if day <= start]
        state = states[-1] if states else None
        if state is None:
            row = now.instalments[at].row
            outstanding = now.balances[0][1]
            spans.append(_Span(start, end, row.principal_fen, row.interest_fen, outstanding))
            continue
        each = state.instalments[at]
        principal, interest, _ = open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen)
        spans.append(_Span(start, end, principal, interest, state.outstanding_fen(start)))
    return spans


def _penalty_slices(
    terms: LoanTerms, events: Sequence[Event], spans: Sequence[_Span], charged_to: date
) -> tuple[PenaltySlice, ...]:
    """What the penalty of one late instalment is made of over its spans."""
    agreed = terms.penalty
    if not spans:
        return ()
    rate = daily_penalty_rate(terms, events, spans[0].start)
    found = list[PenaltySlice]()
    for span in spans:
        base, start = span.principal_fen, span.start
        if agreed.compounds:
            found += _compounded(base, span.interest_fen, rate, start, span.end)
            continue
        if agreed.base is PenaltyBase.OVERDUE_PRINCIPAL_AND_INTEREST:
            base += span.interest_fen
        elif agreed.base is PenaltyBase.ALL_PRINCIPAL:
            base, start = span.outstanding_fen, max(span.start, charged_to)
        if start < span.end:
            found.append(_penalty_slice(start, span.end, base, rate))
    return tuple(found)


def _rounded(terms: LoanTerms, slices: Sequence[PenaltySlice]) -> int:
    """The penalty of slices together: rounded once, or each month's where it compounds."""
    if terms.penalty.compounds:
        return sum(_half_up(each.exact) for each in slices)
    return _half_up(sum((each.exact for each in slices), Fraction(0)))
