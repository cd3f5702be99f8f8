"""What it takes to pay a loan off on any day, part by part, and what that saves against paying by the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.core.errors import AlreadyClosed, BeforeOpening, NoSuchRow, OutOfRange
from planner.core.facts import RowKind, RowRef
from planner.core.repayments import Repayment, course
from planner.core.settlement import Owed, interest_end
from planner.core.terms import LATEST, RepaymentMethod
from planner.reports.courses import LoanRecord, loan_record
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Settling:
    """A loan paid off at the end of a day; amounts in fen.

    `interest_days` are the days of interest in `owed.accrued_fen`. `a_day_more_fen` is what one more day adds.
    `by_plan_fen` is what paying by the plan would still take from that day on, and `saves_fen` how much less the payoff
    is. `taken_as_paid`: so many instalments fall due from today on before that day and count as paid on their days;
    none do while something is late, for money pays the oldest first.
    """

    loan: RowRef
    name: str
    today: date
    on: date
    owed: Owed
    interest_days: int
    a_day_more_fen: int
    by_plan_fen: int
    taken_as_paid: int

    @property
    def saves_fen(self) -> int:
        return self.by_plan_fen - self.owed.total_fen


def settling(reader: Reader, *, loan_id: int, on: date, today: date) -> Settling:
    """What pays a loan off on a day, past or to come; what happened after a past day is not known to it.

    Raises NoSuchRow (loan), BeforeOpening (on), OutOfRange (on) after the last due day where nothing is late and after
    the last day of all, and AlreadyClosed (on) where nothing was owed on that day any more.
    """
    whole = loan_record(reader, loan_id, until=today)
    if whole is None:
        raise NoSuchRow("loan", id=loan_id)
    if on < whole.terms.drawn_on:
        raise BeforeOpening("on", opened_on=whole.terms.drawn_on)
    record = whole if on >= today else loan_record(reader, loan_id, until=on)
    assert record is not None
    record, taken = paid_as_planned(record, today, on)
    over = record.course.settled_on
    if over is not None and over <= on:
        last = max(each.row.due_on for each in record.course.instalments)
        if taken:
            raise OutOfRange("on", low=record.terms.drawn_on, high=last)
        raise AlreadyClosed("on", closed_on=over)
    if on > LATEST:
        raise OutOfRange("on", low=record.terms.drawn_on, high=LATEST)
    owed = record.owed_on(on)
    later = next((each for each in record.course.instalments if each.row.due_on > on), None)
    days = 0
    if owed.accrued_fen and later is not None:
        days = (interest_end(record.terms, later.row, on) - later.row.start_on).days
    return Settling(
        loan=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        today=today,
        on=on,
        owed=owed,
        interest_days=days,
        a_day_more_fen=record.owed_on(on + timedelta(days=1)).total_fen - owed.total_fen,
        by_plan_fen=record.course.open_fen + owed.penalty_fen,
        taken_as_paid=taken,
    )


def paid_as_planned(record: LoanRecord, today: date, until: date) -> tuple[LoanRecord, int]:
    """The loan as it would be if every instalment due from today on before a day were paid on its day, and how many
    those are; the loan as it is while something is late, or where the day is not ahead."""
    rows = record.course.instalments
    late = any(each.open_fen and each.row.due_on < today for each in rows)
    due = [each for each in rows if each.open_fen and today <= each.row.due_on < until]
    if late or not due or record.closed_on is not None or record.terms.method is RepaymentMethod.REVOLVING:
        return record, 0
    first = max((each.id for each in record.repayments), default=0) + 1
    paid = tuple(Repayment(first + at, each.row.due_on, each.open_fen) for at, each in enumerate(due))
    return with_repayments(record, (*record.repayments, *paid)), len(due)


def with_repayments(record: LoanRecord, repayments: tuple[Repayment, ...]) -> LoanRecord:
    """The loan as if these had been its repayments."""
    made = course(
        record.terms, repayments, record.events, record.closed_on, record.workdays, agreed=record.agreed
    )  # fmt: skip
    return replace(record, repayments=repayments, course=made)
