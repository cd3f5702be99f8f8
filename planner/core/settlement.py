"""What is owed on any day, part by part, and what it takes to pay a loan off that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from planner.core.calendar import whole_months_between
from planner.core.events import Event
from planner.core.money import divide_half_up
from planner.core.overdue import Penalty, open_parts, penalties
from planner.core.repayments import (
    Instalment,
    LoanCourse,
    Repayment,
    course,
    prepayments,
    revolving,
    revolving_slices,
)
from planner.core.schedules import InterestSlice, ScheduleRow, accrued_slices, rate_on, rounded
from planner.core.terms import LoanTerms, PenaltyBase, PrepayFee, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays


@dataclass(frozen=True, slots=True)
class Owed:
    """What pays a loan off at the end of a day, fen.

    `due_*` are the open parts of the instalments due by then; `principal_fen` is the principal not due yet and
    `accrued_fen` its interest to the day; `fees_fen` are fees of periods begun or kept all the same; `penalty_fen` is
    what lateness cost and was not paid; `early_fee_fen` the price of paying early.
    """

    on: date
    due_principal_fen: int
    due_interest_fen: int
    due_fee_fen: int
    penalty_fen: int
    principal_fen: int
    accrued_fen: int
    fees_fen: int
    early_fee_fen: int

    @property
    def due_fen(self) -> int:
        """What should have been paid by the end of the day."""
        return self.due_principal_fen + self.due_interest_fen + self.due_fee_fen + self.penalty_fen

    @property
    def total_fen(self) -> int:
        return self.due_fen + self.principal_fen + self.accrued_fen + self.fees_fen + self.early_fee_fen


class AccruedRule(StrEnum):
    """What is asked of the interest of the period that has begun."""

    TO_THE_DAY = "to_the_day"
    WHOLE_PERIOD = "whole_period"
    IN_THE_PENALTY = "in_the_penalty"


@dataclass(frozen=True, slots=True)
class OpenRow:
    """The open parts of one instalment, fen."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int


@dataclass(frozen=True, slots=True)
class Accrued:
    """The interest of the instalment `number` to a day, and what of it was paid: `fen` is the rest.

    Of a loan repaid any time each slice is rounded by itself (`each_rounded`); of others their sum is. WHOLE_PERIOD
    has no slices: the period's whole interest is asked.
    """

    number: int
    rule: AccruedRule
    slices: tuple[InterestSlice, ...]
    interest_fen: int
    paid_fen: int
    each_rounded: bool = False

    @property
    def fen(self) -> int:
        return max(self.interest_fen - self.paid_fen, 0)


@dataclass(frozen=True, slots=True)
class EarlyFee:
    """The price of paying principal back early: `share` of `principal_fen`, half-up."""

    principal_fen: int
    share: Fraction

    @property
    def fen(self) -> int:
        exact = self.principal_fen * self.share
        return divide_half_up(exact.numerator, exact.denominator)


@dataclass(frozen=True, slots=True)
class OwedParts:
    """What is owed on a day with the rows it is made of: instalments due by then, the late ones with their penalties,
    the later ones with their fees where those are asked, the interest to the day, the price of paying early.
    `paid_penalty_fen` is what was paid of penalties, as far as lateness had cost so much by then."""

    on: date
    due: tuple[OpenRow, ...]
    late: tuple[Penalty, ...]
    paid_penalty_fen: int
    later: tuple[OpenRow, ...]
    accrued: Accrued | None
    early: EarlyFee | None

    def owed(self) -> Owed:
        """The parts summed."""
        return Owed(
            on=self.on,
            due_principal_fen=sum(each.principal_fen for each in self.due),
            due_interest_fen=sum(each.interest_fen for each in self.due),
            due_fee_fen=sum(each.fee_fen for each in self.due),
            penalty_fen=max(sum(each.row.penalty_fen for each in self.late) - self.paid_penalty_fen, 0),
            principal_fen=sum(each.principal_fen for each in self.later),
            accrued_fen=0 if self.accrued is None else self.accrued.fen,
            fees_fen=sum(each.fee_fen for each in self.later),
            early_fee_fen=0 if self.early is None else self.early.fen,
        )


def owed_on(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    on: date,
    events: Sequence[Event] = (),
    workdays: Workdays = WEEKENDS_ONLY,
    *,
    gone: LoanCourse | None = None,
) -> Owed:
    """What is owed at the end of a day if all is paid then; what happened later is not known. Nothing before the
    drawdown. Each part is rounded half-up to the fen. `gone` is the loan's course by then, as if never closed, where
    it is known already."""
    return owed_parts(terms, repayments, on, events, workdays, gone=gone).owed()


def owed_parts(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    on: date,
    events: Sequence[Event] = (),
    workdays: Workdays = WEEKENDS_ONLY,
    *,
    gone: LoanCourse | None = None,
) -> OwedParts:
    """What `owed_on` sums."""
    if on < terms.drawn_on:
        return OwedParts(on, (), (), 0, (), None, None)
    known = [each for each in repayments if each.paid_on <= on]
    if terms.method is RepaymentMethod.REVOLVING:
        return _revolving_parts(terms, known, on, events)
    now = gone or course(terms, known, events, None, workdays)
    plan_events = (*events, *prepayments(known))
    later = [each for each in now.instalments if each.row.due_on > on]
    late = penalties(terms, known, on, events, workdays, gone=now)
    principal = sum(each.open_principal_fen for each in later)
    return OwedParts(
        on=on,
        due=tuple(_open_row(each) for each in now.instalments if each.row.due_on <= on),
        late=late,
        paid_penalty_fen=_paid_penalty(terms, known, events, workdays) if late else 0,
        later=tuple(_later_row(terms, each, on) for each in later),
        accrued=_accrued(terms, plan_events, later, on, late=bool(late)) if later else None,
        early=_early_fee(terms, plan_events, principal, on) if principal else None,
    )


def _paid_penalty(terms: LoanTerms, known: Sequence[Repayment], events: Sequence[Event], workdays: Workdays) -> int:
    """What was paid of penalties, of each payment no more than what lateness had cost by its day: what a lender asked
    beyond that then is no payment of a later penalty."""
    paid = [each for each in known if each.penalty_fen and each.prepays is None]
    counted = 0
    for day in sorted({each.paid_on for each in paid}):
        cost = sum(each.row.penalty_fen for each in penalties(terms, known, day, events, workdays))
        counted = min(counted + sum(each.penalty_fen for each in paid if each.paid_on == day), max(cost, counted))
    return counted


def _open_row(each: Instalment) -> OpenRow:
    parts = open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen)
    return OpenRow(each.row.number, each.row.due_on, *parts)


def _later_row(terms: LoanTerms, each: Instalment, on: date) -> OpenRow:
    """An instalment not due yet: its principal, and its fee where its period has begun or fees are kept."""
    asked = terms.prepay.fee is PrepayFee.REMAINING_FEES or each.row.start_on < on
    fee = open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen)[2] if asked else 0
    return OpenRow(each.row.number, each.row.due_on, each.open_principal_fen, 0, fee)


def a_day_more(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    on: date,
    events: Sequence[Event] = (),
    workdays: Workdays = WEEKENDS_ONLY,
) -> int:
    """What waiting one more day adds to what is owed on a day (fen)."""
    now, then = (owed_on(terms, repayments, day, events, workdays) for day in (on, on + timedelta(days=1)))
    return then.total_fen - now.total_fen


def _accrued(
    terms: LoanTerms, events: Sequence[Event], later: Sequence[Instalment], on: date, *, late: bool
) -> Accrued:
    """The interest since the last due day on what is not due yet, less what of it was paid ahead."""
    current = later[0]
    if late and terms.penalty.replaces_interest and terms.penalty.base is PenaltyBase.ALL_PRINCIPAL:
        return Accrued(current.row.number, AccruedRule.IN_THE_PENALTY, (), 0, 0)
    ahead = sum(each.row.principal_fen - each.open_principal_fen for each in later)
    paid_interest = sum(min(each.paid_fen, each.row.interest_fen) for each in later)
    if terms.prepay.fee is PrepayFee.PERIOD_INTEREST and current.row.start_on < on:
        whole = current.row.interest_fen
        return Accrued(current.row.number, AccruedRule.WHOLE_PERIOD, (), whole, paid_interest)
    end = interest_end(terms, current.row, on)
    slices = accrued_slices(terms, events, current.row, end, paid_ahead_fen=ahead)
    return Accrued(current.row.number, AccruedRule.TO_THE_DAY, slices, rounded(slices), paid_interest)


def interest_end(terms: LoanTerms, row: ScheduleRow, on: date) -> date:
    """The day up to which the interest of the period of a row runs if all is paid on a day within it: to the end of
    the period where that is the price of paying early, and never less than the least days. A loan repaid any time
    knows no such price."""
    any_time = terms.method is RepaymentMethod.REVOLVING
    if terms.prepay.fee is PrepayFee.PERIOD_INTEREST and row.start_on < on and not any_time:
        return row.due_on
    if row.start_on == terms.drawn_on:
        return max(on, terms.drawn_on + timedelta(days=terms.least_days))
    return on


def early_fee(terms: LoanTerms, events: Sequence[Event], principal_fen: int, on: date) -> int:
    """The price of paying so much principal (fen) back early on a day, beside the interest to it; half-up to the fen.
    What is kept of the interest or the fees of a payoff is not in it."""
    found = _early_fee(terms, events, principal_fen, on)
    return 0 if found is None else found.fen


def _early_fee(terms: LoanTerms, events: Sequence[Event], principal_fen: int, on: date) -> EarlyFee | None:
    """The price of paying principal back early."""
    agreed = terms.prepay
    if agreed.fee is PrepayFee.MONTHS_OF_INTEREST:
        return EarlyFee(principal_fen, rate_on(terms, events, on).monthly() * Fraction(agreed.rate))
    if agreed.fee is PrepayFee.SHARE_OF_PREPAID:
        return EarlyFee(principal_fen, Fraction(agreed.rate))
    if agreed.fee is PrepayFee.STEPS:
        age = whole_months_between(terms.drawn_on, on)
        share = next((rate for months, rate in sorted(agreed.steps, reverse=True) if months <= age), None)
        return EarlyFee(principal_fen, Fraction(share or 0))
    return None


def _revolving_parts(terms: LoanTerms, known: Sequence[Repayment], on: date, events: Sequence[Event]) -> OwedParts:
    """The balance with its interest to the day; from the due day on it is overdue and bears the penalty."""
    due_on = course(terms, (), events).instalments[-1].row.due_on
    least = terms.drawn_on + timedelta(days=terms.least_days)
    end = max(min(on, due_on), least)
    in_order = sorted(known, key=lambda each: (each.paid_on, each.id))
    open_row = revolving(terms, in_order, events, end=end).instalments[-1]
    if open_row.settled_on is not None:
        return OwedParts(on, (), (), 0, (), None, None)
    number, principal, interest = open_row.row.number, open_row.row.principal_fen, open_row.row.interest_fen
    if on < due_on:
        found = revolving_slices(terms, in_order, events, end)
        # only what of it was not paid with the repayments before is asked
        whole = sum(rounded((each,)) for each in found)
        accrued = Accrued(number, AccruedRule.TO_THE_DAY, found, whole, whole - interest, each_rounded=True)
        return OwedParts(on, (), (), 0, (OpenRow(number, due_on, principal, 0, 0),), accrued, None)
    late = penalties(terms, known, on, events)
    paid_penalty = sum(each.penalty_fen for each in known)
    return OwedParts(on, (OpenRow(number, due_on, principal, interest, 0),), late, paid_penalty, (), None, None)
