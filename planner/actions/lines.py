"""What a user does with credit lines: add one, note a limit change, a statement, a payment."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, select

from planner.actions.lenders import lender_named
from planner.actions.texts import plain_text
from planner.core.errors import (
    AlreadyThere,
    BeforeOpening,
    LineHasLoans,
    Missing,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
)
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.store.tables import CreditLine, LimitChange, LineStatement, Loan, RepaymentRow


def add_line(
    session: Session,
    *,
    lender_name: str,
    lender_kind: LenderKind,
    name: str,
    product: str,
    kind: LineKind,
    opened_on: date,
    limit_fen: int,
    statement_day: int | None = None,
    due_day: int | None = None,
) -> int:
    """Adds a credit line with its first limit, from the day it was opened; returns its id."""
    if not plain_text(name):
        raise Missing("name")
    if limit_fen < 0:
        raise OutOfRange("limit", low=0, high=None)
    for field, day in (("statement_day", statement_day), ("due_day", due_day)):
        if day is not None and not 1 <= day <= 31:
            raise OutOfRange(field, low=1, high=31)
    line = CreditLine(
        lender_id=lender_named(session, lender_name, lender_kind),
        name=plain_text(name),
        product=product,
        kind=kind.value,
        opened_on=opened_on,
        statement_day=statement_day,
        due_day=due_day,
    )
    session.add(line)
    session.flush()
    assert line.id is not None
    status = LineStatus.ACTIVE.value
    session.add(LimitChange(line_id=line.id, on_date=opened_on, limit_fen=limit_fen, status=status))
    session.flush()
    return line.id


def change_limit(
    session: Session, *, line_id: int, on: date, limit_fen: int, status: LineStatus, reason: str = ""
) -> int:
    """From `on`, the line has another limit and status; a change of the same day is replaced. Returns its id."""
    line = _line(session, line_id)
    if limit_fen < 0:
        raise OutOfRange("limit", low=0, high=None)
    if on < line.opened_on:
        raise BeforeOpening("on", opened_on=line.opened_on)
    change = session.exec(select(LimitChange).where(LimitChange.line_id == line_id, LimitChange.on_date == on)).first()
    if change is None:
        change = LimitChange(line_id=line_id, on_date=on, limit_fen=limit_fen, status=status.value)
    change.limit_fen, change.status, change.reason = limit_fen, status.value, plain_text(reason)
    session.add(change)
    if status is LineStatus.CLOSED:
        line.closed_on = on
    elif line.closed_on is not None and on >= line.closed_on:
        line.closed_on = None
    session.add(line)
    session.flush()
    assert change.id is not None
    return change.id


def record_statement(
    session: Session,
    *,
    line_id: int,
    statement_on: date,
    due_on: date,
    balance_fen: int,
    minimum_fen: int | None = None,
) -> int:
    """Adds a statement of a line; returns its id. Raises AlreadyThere when that day has one."""
    _line(session, line_id)
    if due_on < statement_on:
        raise OutOfRange("due_on", low=statement_on, high=None)
    if minimum_fen is not None and not 0 <= minimum_fen <= max(balance_fen, 0):
        raise OutOfRange("minimum", low=0, high=max(balance_fen, 0))
    same_day = select(LineStatement).where(LineStatement.line_id == line_id, LineStatement.statement_on == statement_on)
    if session.exec(same_day).first() is not None:
        raise AlreadyThere("statement_on", on=statement_on)
    statement = LineStatement(
        line_id=line_id,
        statement_on=statement_on,
        due_on=due_on,
        balance_fen=balance_fen,
        minimum_fen=minimum_fen,
    )
    session.add(statement)
    session.flush()
    assert statement.id is not None
    return statement.id


def pay_line(session: Session, *, line_id: int, paid_on: date, amount_fen: int, note: str = "") -> int:
    """Records money paid to a line (not to one of its loans); returns the repayment's id."""
    line = _line(session, line_id)
    if amount_fen <= 0:
        raise MustBePositive("amount")
    if paid_on < line.opened_on:
        raise BeforeOpening("paid_on", opened_on=line.opened_on)
    repayment = RepaymentRow(line_id=line_id, paid_on=paid_on, amount_fen=amount_fen, note=plain_text(note))
    session.add(repayment)
    session.flush()
    assert repayment.id is not None
    return repayment.id


def delete_line(session: Session, *, line_id: int) -> None:
    """Takes a line out of the book, with its limits, statements and payments. Raises LineHasLoans while loans are
    drawn under it."""
    line = _line(session, line_id)
    drawn = session.exec(select(Loan).where(Loan.line_id == line_id)).first()
    if drawn is not None:
        raise LineHasLoans("line", name=drawn.name)
    session.delete(line)


def _line(session: Session, line_id: int) -> CreditLine:
    line = session.get(CreditLine, line_id)
    if line is None:
        raise NoSuchRow("line", id=line_id)
    return line
