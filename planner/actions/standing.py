"""What a user logs about their standing: applications and queries, overdues on record, Zhima readings."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session, select

from planner.actions.texts import plain_text
from planner.core.errors import AlreadyThere, Missing, NoSuchRow, OutOfRange
from planner.core.facts import Outcome, OverdueSource
from planner.core.zhima import LEAST, MOST
from planner.store.tables import Application, CreditLine, Loan, ReportedOverdue, ScoreReading

MOST_DAYS_LATE = 3650


def log_application(
    session: Session, *, applied_on: date, lender_name: str, outcome: Outcome, hard: bool = True
) -> int:
    """Adds an application or a query of the credit record; returns its id."""
    application = Application(applied_on=applied_on, lender_name="", hard=int(hard), outcome=outcome.value)
    _put_application(session, application, applied_on, lender_name, outcome, hard=hard)
    assert application.id is not None
    return application.id


def correct_application(
    session: Session, *, application_id: int, applied_on: date, lender_name: str, outcome: Outcome, hard: bool
) -> None:
    """Puts an application right; its row stays the same."""
    application = _application(session, application_id)
    _put_application(session, application, applied_on, lender_name, outcome, hard=hard)


def delete_application(session: Session, *, application_id: int) -> None:
    """Takes an application out of the book, as if it had never been entered."""
    session.delete(_application(session, application_id))


def record_overdue(
    session: Session,
    *,
    due_on: date,
    days: int,
    cleared_on: date | None,
    source: OverdueSource,
    loan_id: int | None = None,
    line_id: int | None = None,
) -> int:
    """Adds an overdue that somebody reported; returns its id."""
    overdue = ReportedOverdue(due_on=due_on, days=days, source=source.value)
    _put_overdue(session, overdue, due_on, days, cleared_on, source, loan_id, line_id)
    assert overdue.id is not None
    return overdue.id


def correct_overdue(
    session: Session,
    *,
    overdue_id: int,
    due_on: date,
    days: int,
    cleared_on: date | None,
    source: OverdueSource,
    loan_id: int | None = None,
    line_id: int | None = None,
) -> None:
    """Puts a reported overdue right; its row stays the same."""
    _put_overdue(session, _overdue(session, overdue_id), due_on, days, cleared_on, source, loan_id, line_id)


def delete_overdue(session: Session, *, overdue_id: int) -> None:
    """Takes a reported overdue out of the book, as if it had never been entered."""
    session.delete(_overdue(session, overdue_id))


def log_score_reading(session: Session, *, on: date, score: int) -> int:
    """Adds a Zhima score as read on a day (350–950); returns its id."""
    reading = ScoreReading(on_date=on, score=score)
    _put_reading(session, reading, on, score)
    assert reading.id is not None
    return reading.id


def correct_score_reading(session: Session, *, reading_id: int, on: date, score: int) -> None:
    """Puts a reading right; its row stays the same. Raises AlreadyThere when that day has another."""
    _put_reading(session, _reading(session, reading_id), on, score)


def delete_score_reading(session: Session, *, reading_id: int) -> None:
    """Takes a reading out of the book, as if it had never been entered."""
    session.delete(_reading(session, reading_id))


def _put_application(
    session: Session, row: Application, applied_on: date, lender_name: str, outcome: Outcome, *, hard: bool
) -> None:
    if not plain_text(lender_name):
        raise Missing("lender")
    row.applied_on, row.lender_name = applied_on, plain_text(lender_name)
    row.outcome, row.hard = outcome.value, int(hard)
    session.add(row)
    session.flush()


def _put_overdue(
    session: Session,
    row: ReportedOverdue,
    due_on: date,
    days: int,
    cleared_on: date | None,
    source: OverdueSource,
    loan_id: int | None,
    line_id: int | None,
) -> None:
    if not 1 <= days <= MOST_DAYS_LATE:
        raise OutOfRange("days", low=1, high=MOST_DAYS_LATE)
    if loan_id is not None and line_id is not None:
        raise OutOfRange("account", low=0, high=1)
    for table, number in ((Loan, loan_id), (CreditLine, line_id)):
        if number is not None and session.get(table, number) is None:
            raise NoSuchRow("account", id=number)
    if cleared_on is not None and cleared_on <= due_on:
        raise OutOfRange("cleared_on", low=due_on + timedelta(days=1), high=None)
    row.due_on, row.days, row.cleared_on, row.source = due_on, days, cleared_on, source.value
    row.loan_id, row.line_id = loan_id, line_id
    session.add(row)
    session.flush()


def _put_reading(session: Session, row: ScoreReading, on: date, score: int) -> None:
    if not LEAST <= score <= MOST:
        raise OutOfRange("score", low=LEAST, high=MOST)
    with session.no_autoflush:
        same_day = session.exec(select(ScoreReading).where(ScoreReading.on_date == on)).first()
    if same_day is not None and same_day.id != row.id:
        raise AlreadyThere("on", on=on)
    row.on_date, row.score = on, score
    session.add(row)
    session.flush()


def _application(session: Session, application_id: int) -> Application:
    row = session.get(Application, application_id)
    if row is None:
        raise NoSuchRow("lender", id=application_id)
    return row


def _overdue(session: Session, overdue_id: int) -> ReportedOverdue:
    row = session.get(ReportedOverdue, overdue_id)
    if row is None:
        raise NoSuchRow("due_on", id=overdue_id)
    return row


def _reading(session: Session, reading_id: int) -> ScoreReading:
    row = session.get(ScoreReading, reading_id)
    if row is None:
        raise NoSuchRow("score", id=reading_id)
    return row
