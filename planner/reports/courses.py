"""Every loan of the book with its terms, repayments and course: what the other reports derive from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from planner.core.events import Event, Extension, OwnRow, PrepayMode, RateChange
from planner.core.facts import LenderKind
from planner.core.overdue import LateRow, late_rows
from planner.core.repayments import LoanCourse, Repayment, course, prepayments
from planner.core.schedules import ScheduleRow, schedule
from planner.core.settlement import Owed, owed_on
from planner.core.terms import HolidayShift, LoanTerms, Rate, RatePeriod
from planner.core.workdays import WEEKENDS_ONLY, Workdays
from planner.reports.loan_terms import TERM_COLUMNS, terms_of_row
from planner.reports.workdays import workdays
from planner.store.reader import Reader

_COLUMNS = f"""
    loan.id, loan.name, loan.product, loan.line_id, lender.id, lender.name, lender.kind, loan.closed_on, {TERM_COLUMNS}
"""


@dataclass(frozen=True, slots=True)
class LoanRecord:
    """One loan: who lent it, its terms, what changed its plan and what was paid, and the course that follows.

    `events` are changes of rate, extensions and the lender's own rows; what repayments did to the plan they say
    themselves. From `closed_on` the lender asks no more. `workdays` are read only for a loan whose due days move.
    """

    id: int
    name: str
    product: str
    line_id: int | None
    lender_id: int
    lender_name: str
    lender_kind: LenderKind
    terms: LoanTerms
    events: tuple[Event, ...]
    repayments: tuple[Repayment, ...]
    closed_on: date | None
    agreed: tuple[ScheduleRow, ...]
    """The plan without what was prepaid: what the contract asks, as changed since."""
    course: LoanCourse
    workdays: Workdays

    def plan_events(self) -> tuple[Event, ...]:
        """All that changed the plan, what was prepaid included."""
        return (*self.events, *prepayments(self.repayments))

    def owed_on(self, day: date) -> Owed:
        """What pays the loan off at the end of a day, whether or not it was closed by then."""
        return owed_on(self.terms, self.repayments, day, self.events, self.workdays, gone=self.gone_by(day))

    def late_rows(self, day: date) -> tuple[LateRow, ...]:
        """The instalments that are late on a day, or were and bear a penalty, whether or not it was closed by then."""
        return late_rows(self.terms, self.repayments, day, self.events, self.workdays, gone=self.gone_by(day))

    def gone_by(self, day: date) -> LoanCourse | None:
        """The course, where it is that of a loan that was not closed and to which nothing was paid after a day."""
        if self.closed_on is not None or any(each.paid_on > day for each in self.repayments):
            return None
        return self.course


def known_events(events: tuple[Event, ...], on: date) -> tuple[Event, ...]:
    """Those known on a day: what is dated by then, and the lender's own rows, which have no day of their own."""
    return tuple(each for each in events if not isinstance(each, RateChange | Extension) or each.on <= on)


def loan_records(reader: Reader, *, until: date = date.max, loan_id: int | None = None) -> tuple[LoanRecord, ...]:
    """The loans drawn on or before `until`, in order of drawdown, knowing only what had happened by then."""
    day = until.isoformat()
    events, paid = _events(reader, day), _repayments(reader, day)
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM loan JOIN lender ON lender.id = loan.lender_id"
        " WHERE drawn_on <= ? AND (? IS NULL OR loan.id = ?) ORDER BY drawn_on, loan.id",
        day,
        loan_id,
        loan_id,
    )
    found = [(row, terms_of_row(row[8:])) for row in rows]
    shifts = any(terms.holiday_shift is not HolidayShift.NONE for _, terms in found)
    days = workdays(reader) if shifts else WEEKENDS_ONLY
    return tuple(_record(row, terms, tuple(events[row[0]]), tuple(paid[row[0]]), until, days) for row, terms in found)


def loan_record(reader: Reader, loan_id: int, *, until: date = date.max) -> LoanRecord | None:
    """One loan, knowing only what had happened by `until`; None when it is not in the book by then."""
    found = loan_records(reader, until=until, loan_id=loan_id)
    return found[0] if found else None


def _events(reader: Reader, day: str) -> dict[int, list[Event]]:
    """What changed each loan's plan, dated by a day or without a day of its own."""
    found: dict[int, list[Event]] = defaultdict(list)
    for loan, on, rate, period in reader.rows(
        "SELECT loan_id, on_date, rate, rate_period FROM rate_change WHERE on_date <= ? ORDER BY on_date", day
    ):
        found[loan].append(RateChange(date.fromisoformat(on), Rate(Decimal(rate), RatePeriod(period))))
    for loan, on, periods in reader.rows(
        "SELECT loan_id, on_date, periods FROM extension WHERE on_date <= ? ORDER BY on_date", day
    ):
        found[loan].append(Extension(date.fromisoformat(on), periods))
    for loan, number, due_on, *parts in reader.rows(
        "SELECT loan_id, number, due_on, principal_fen, interest_fen, fee_fen FROM own_row ORDER BY number"
    ):
        found[loan].append(OwnRow(number, date.fromisoformat(due_on), *parts))
    return found


def _repayments(reader: Reader, day: str) -> dict[int, list[Repayment]]:
    found: dict[int, list[Repayment]] = defaultdict(list)
    for number, loan, on, amount, penalty, prepays in reader.rows(
        "SELECT id, loan_id, paid_on, amount_fen, penalty_fen, prepays FROM repayment"
        " WHERE loan_id IS NOT NULL AND paid_on <= ? ORDER BY paid_on, id",
        day,
    ):
        mode = None if prepays is None else PrepayMode(prepays)
        found[loan].append(Repayment(number, date.fromisoformat(on), amount, penalty, mode))
    return found


def _record(
    row: tuple[Any, ...],
    terms: LoanTerms,
    events: tuple[Event, ...],
    paid: tuple[Repayment, ...],
    until: date,
    days: Workdays,
) -> LoanRecord:
    closed_on = None if row[7] is None else date.fromisoformat(row[7])
    if closed_on is not None and closed_on > until:
        closed_on = None
    days = days if terms.holiday_shift is not HolidayShift.NONE else WEEKENDS_ONLY
    agreed = schedule(terms, events, days)
    return LoanRecord(
        id=row[0],
        name=row[1],
        product=row[2],
        line_id=row[3],
        lender_id=row[4],
        lender_name=row[5],
        lender_kind=LenderKind(row[6]),
        terms=terms,
        events=events,
        repayments=paid,
        closed_on=closed_on,
        agreed=agreed,
        course=course(terms, paid, events, closed_on, days, agreed=agreed),
        workdays=days,
    )
