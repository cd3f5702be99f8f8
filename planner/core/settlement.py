"""What is owed on any day, part by part, and what it takes to pay a loan off that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from planner.core.calendar import whole_months_between
from planner.core.events import Event
from planner.core.money import divide_half_up
from planner.core.overdue import late_rows, open_parts
from planner.core.repayments import Instalment, LoanCourse, Repayment, course, prepayments, revolving
from planner.core.schedules import ScheduleRow, accrued, rate_on
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
    if on < terms.drawn_on:
        return Owed(on, 0, 0, 0, 0, 0, 0, 0, 0)
    known = [each for each in repayments if each.paid_on <= on]
    if terms.method is RepaymentMethod.REVOLVING:
        return _revolving_owed(terms, known, on, events)
    now = gone or course(terms, known, events, None, workdays)
    plan_events = (*events, *prepayments(known))
    due = [each for each in now.instalments if each.row.due_on <= on]
    later = [each for each in now.instalments if each.row.due_on > on]
    parts = [open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen) for each in due]
    late = late_rows(terms, known, on, events, workdays, gone=now)
    paid_penalty = sum(each.penalty_fen for each in known if each.prepays is None)
    principal = sum(each.open_principal_fen for each in later)
    return Owed(
        on=on,
        due_principal_fen=sum(part[0] for part in parts),
        due_interest_fen=sum(part[1] for part in parts),
        due_fee_fen=sum(part[2] for part in parts),
        penalty_fen=max(sum(each.penalty_fen for each in late) - paid_penalty, 0),
        principal_fen=principal,
        accrued_fen=_accrued(terms, plan_events, later, on, late=bool(late)) if later else 0,
        fees_fen=_fees(terms, later, on),
        early_fee_fen=early_fee(terms, plan_events, principal, on),
    )


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


def _accrued(terms: LoanTerms, events: Sequence[Event], later: Sequence[Instalment], on: date, *, late: bool) -> int:
    """The interest since the last due day on what is not due yet, less what of it was paid ahead."""
    if late and terms.penalty.replaces_interest and terms.penalty.base is PenaltyBase.ALL_PRINCIPAL:
        return 0
    current, end = later[0], interest_end(terms, later[0].row, on)
    ahead = sum(each.row.principal_fen - each.open_principal_fen for each in later)
    paid_interest = sum(min(each.paid_fen, each.row.interest_fen) for each in later)
    if terms.prepay.fee is PrepayFee.PERIOD_INTEREST and current.row.start_on < on:
        return max(current.row.interest_fen - paid_interest, 0)
    return max(accrued(terms, events, current.row, end, paid_ahead_fen=ahead) - paid_interest, 0)


def interest_end(terms: LoanTerms, row: ScheduleRow, on: date) -> date:
    """The day up to which the interest of the period of a row runs if all is paid on a day within it: to the end of
    the period where that is the price of paying early, and never less than the least days."""
    if terms.prepay.fee is PrepayFee.PERIOD_INTEREST and row.start_on < on:
        return row.due_on
    if row.start_on == terms.drawn_on:
        return max(on, terms.drawn_on + timedelta(days=terms.least_days))
    return on


def _fees(terms: LoanTerms, later: Sequence[Instalment], on: date) -> int:
    """The fee of the period that has begun, or of all periods left where they are kept; less what was paid."""
    kept = terms.prepay.fee is PrepayFee.REMAINING_FEES
    rows = [each for each in later if kept or each.row.start_on < on]
    return sum(open_parts(each.open_fen, each.row.interest_fen, each.row.fee_fen, each.paid_fen)[2] for each in rows)


def early_fee(terms: LoanTerms, events: Sequence[Event], principal_fen: int, on: date) -> int:
    """The price of paying so much principal (fen) back early on a day, beside the interest to it; half-up to the fen.
    What is kept of the interest or the fees of a payoff is not in it."""
    agreed = terms.prepay
    if agreed.fee is PrepayFee.MONTHS_OF_INTEREST:
        exact = principal_fen * rate_on(terms, events, on).monthly() * Fraction(agreed.rate)
    elif agreed.fee is PrepayFee.SHARE_OF_PREPAID:
        exact = principal_fen * Fraction(agreed.rate)
    elif agreed.fee is PrepayFee.STEPS:
        age = whole_months_between(terms.drawn_on, on)
        share = next((rate for months, rate in sorted(agreed.steps, reverse=True) if months <= age), None)
        exact = principal_fen * Fraction(share or 0)
    else:
        return 0
    return divide_half_up(exact.numerator, exact.denominator)


def _revolving_owed(terms: LoanTerms, known: Sequence[Repayment], on: date, events: Sequence[Event]) -> Owed:
    """The balance with its interest to the day; from the due day on it is overdue and bears the penalty."""
    due_on = course(terms, (), events).instalments[-1].row.due_on
    least = terms.drawn_on + timedelta(days=terms.least_days)
    end = max(min(on, due_on), least)
    in_order = sorted(known, key=lambda each: (each.paid_on, each.id))
    open_row = revolving(terms, in_order, events, end=end).instalments[-1]
    if open_row.settled_on is not None:
        return Owed(on, 0, 0, 0, 0, 0, 0, 0, 0)
    principal, interest = open_row.row.principal_fen, open_row.row.interest_fen
    if on < due_on:
        return Owed(on, 0, 0, 0, 0, principal, interest, 0, 0)
    late = late_rows(terms, known, on, events)
    paid_penalty = sum(each.penalty_fen for each in known)
    penalty_fen = max(sum(each.penalty_fen for each in late) - paid_penalty, 0)
    return Owed(on, principal, interest, 0, penalty_fen, 0, 0, 0, 0)
