"""What a user logs about their standing: applications and queries, overdues on record, Zhima readings."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from planner.actions.texts import plain_text
from planner.core.errors import AlreadyThere, Missing, NoSuchRow, OutOfRange
from planner.core.facts import Outcome, OverdueSource
from planner.store.tables import Application, CreditLine, Loan, ReportedOverdue, ScoreReading

MOST_DAYS_LATE = 3650


def log_application(
    session: Session, *, applied_on: date, lender_name: str, outcome: Outcome, hard: bool = True
) -> int:
    """Adds an application or a query of the credit record; returns its id."""
    if not plain_text(lender_name):
        raise Missing("lender")
    application = Application(
        applied_on=applied_on, lender_name=plain_text(lender_name), hard=int(hard), outcome=outcome.value
    )
    session.add(application)
    session.flush()
    assert application.id is not None
    return application.id


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
    if not 1 <= days <= MOST_DAYS_LATE:
        raise OutOfRange("days", low=1, high=MOST_DAYS_LATE)
    if loan_id is not None and line_id is not None:
        raise OutOfRange("account", low=0, high=1)
    for table, number in ((Loan, loan_id), (CreditLine, line_id)):
        if number is not None and session.get(table, number) is None:
            raise NoSuchRow("account", id=number)
    if cleared_on is not None and cleared_on <= due_on:
        raise OutOfRange("cleared_on", low=due_on, high=None)
    overdue = ReportedOverdue(
        due_on=due_on, days=days, cleared_on=cleared_on, source=source.value, loan_id=loan_id, line_id=line_id
    )
    session.add(overdue)
    session.flush()
    assert overdue.id is not None
    return overdue.id


def log_score_reading(session: Session, *, on: date, score: int) -> int:
    """Adds a Zhima score as read on a day (350–950); returns its id."""
    if not 350 <= score <= 950:
        raise OutOfRange("score", low=350, high=950)
    if session.exec(select(ScoreReading).where(ScoreReading.on_date == on)).first() is not None:
        raise AlreadyThere("on", on=on)
    reading = ScoreReading(on_date=on, score=score)
    session.add(reading)
    session.flush()
    assert reading.id is not None
    return reading.id
