"""What a user does with credit lines: add, edit, close and delete one, note a limit change or a payment."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, select

from planner.actions.lenders import lender_named
from planner.actions.texts import plain_text
from planner.core.card_terms import DueRule
from planner.core.errors import (
    AlreadyClosed,
    AlreadyThere,
    BeforeOpening,
    EntryAfterwards,
    EntryBefore,
    LineHasLoans,
    LineHasPurchases,
    Missing,
    MustBePositive,
    NoSuchRow,
    NotClosed,
    OnlyLimit,
    OutOfRange,
)
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.core.stated_statements import nearest_statement_day
from planner.core.terms import LATEST
from planner.reports.card_records import card_records
from planner.reports.feeds import line_feeds
from planner.store.reader import Reader, reader_of
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
    _check_name_and_days(name, statement_day, due_day)
    if limit_fen < 0:
        raise OutOfRange("limit", low=0, high=None)
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


def edit_line(
    session: Session,
    *,
    line_id: int,
    lender_name: str,
    lender_kind: LenderKind,
    name: str,
    product: str,
    kind: LineKind,
    opened_on: date,
    statement_day: int | None = None,
    due_day: int | None = None,
) -> None:
    """Writes a line anew, as if it had been added so; the limit it was opened with moves to the new day.

    Raises EntryBefore where another limit, a statement, an entry, a payment or a loan is dated before the new opening,
    LineHasPurchases where purchases paid with it would be owed nowhere on a line of another kind, and Missing where the
    terms of its contract need a day.
    """
    line = line_of(session, line_id)
    _check_name_and_days(name, statement_day, due_day)
    due_day = _due_day_of_terms(session, line_id, statement_day, due_day)
    if line.kind == LineKind.PAY_LATER and kind is not LineKind.PAY_LATER:
        feed = line_feeds(reader_of(session)).get(line_id)
        if feed is not None and (feed.charges or feed.payments):
            raise LineHasPurchases("kind", name=line.name)
    if opened_on != line.opened_on:
        _move_opening(session, line, opened_on)
    line.lender_id = lender_named(session, lender_name, lender_kind, correct_kind=True)
    line.name, line.product, line.kind = plain_text(name), product, kind.value
    line.opened_on, line.statement_day, line.due_day = opened_on, statement_day, due_day
    session.add(line)
    _follow_limits(session, line)


def _check_name_and_days(name: str, statement_day: int | None, due_day: int | None) -> None:
    if not plain_text(name):
        raise Missing("name")
    for field, day in (("statement_day", statement_day), ("due_day", due_day)):
        if day is not None and not 1 <= day <= 31:
            raise OutOfRange(field, low=1, high=31)


def _due_day_of_terms(session: Session, line_id: int, statement_day: int | None, due_day: int | None) -> int | None:
    """The due day as the line has it: none where its contract counts days after the statement."""
    rule = reader_of(session).value("SELECT due_rule FROM card_terms WHERE line_id = ?", line_id)
    if rule is None:
        return due_day
    if statement_day is None:
        raise Missing("statement_day")
    if rule != DueRule.DAY_OF_MONTH:
        return None
    if due_day is None:
        raise Missing("due_day")
    return due_day


def _move_opening(session: Session, line: CreditLine, opened_on: date) -> None:
    """Refuses a day that something else of the line lies before, and moves the first limit along."""
    changes = session.exec(
        select(LimitChange).where(LimitChange.line_id == line.id).order_by(col(LimitChange.on_date))
    ).all()
    first = next((each for each in changes if each.on_date == line.opened_on), None)
    # two limits of one day there cannot be: where the first moves, the next one must lie after it
    others = [each.on_date for each in changes if each is not first]
    days = [day for day in others if day < opened_on or (day == opened_on and first is not None)]
    earliest = reader_of(session).value(
        "SELECT min(day) FROM (SELECT statement_on AS day FROM line_statement WHERE line_id = ?"
        " UNION ALL SELECT paid_on FROM repayment WHERE line_id = ? UNION ALL SELECT drawn_on FROM loan"
        " WHERE line_id = ? UNION ALL SELECT posted_on FROM card_entry WHERE line_id = ?"
        " UNION ALL SELECT first_on FROM temporary_limit WHERE line_id = ?)",
        *[line.id] * 5,
    )  # fmt: skip
    if earliest is not None and date.fromisoformat(earliest) < opened_on:
        days.append(date.fromisoformat(earliest))
    if days:
        raise EntryBefore("opened_on", on=min(days))
    if first is not None:
        first.on_date = opened_on
        session.add(first)


def change_limit(
    session: Session, *, line_id: int, on: date, limit_fen: int, status: LineStatus, reason: str = ""
) -> int:
    """From `on`, the line has another limit and status; a change of the same day is replaced. Returns its id."""
    line = line_of(session, line_id)
    if limit_fen < 0:
        raise OutOfRange("limit", low=0, high=None)
    if on < line.opened_on:
        raise BeforeOpening("on", opened_on=line.opened_on)
    change = session.exec(select(LimitChange).where(LimitChange.line_id == line_id, LimitChange.on_date == on)).first()
    if change is None:
        change = LimitChange(line_id=line_id, on_date=on, limit_fen=limit_fen, status=status.value)
    change.limit_fen, change.status, change.reason = limit_fen, status.value, plain_text(reason)
    session.add(change)
    _follow_limits(session, line)
    assert change.id is not None
    return change.id


def _follow_limits(session: Session, line: CreditLine) -> None:
    """A line is closed since the first of the closed ones that end its limits; open where the last is not."""
    session.flush()
    statement = select(LimitChange).where(LimitChange.line_id == line.id).order_by(col(LimitChange.on_date).desc())
    closed_on: date | None = None
    for change in session.exec(statement):
        if change.status != LineStatus.CLOSED:
            break
        closed_on = change.on_date
    line.closed_on = closed_on
    session.add(line)
    session.flush()


def close_line(session: Session, *, line_id: int, closed_on: date, reason: str = "") -> int:
    """From a day on the line is closed and has no limit; returns the limit change's id. What is owed stays owed.

    Raises AlreadyClosed, BeforeOpening, and EntryAfterwards where its limit changed later.
    """
    line = line_of(session, line_id)
    if line.closed_on is not None:
        raise AlreadyClosed("line", closed_on=line.closed_on)
    if closed_on < line.opened_on:
        raise BeforeOpening("closed_on", opened_on=line.opened_on)
    last = reader_of(session).value("SELECT max(on_date) FROM limit_change WHERE line_id = ?", line_id)
    if last is not None and date.fromisoformat(last) > closed_on:
        raise EntryAfterwards("closed_on", on=date.fromisoformat(last))
    return change_limit(session, line_id=line_id, on=closed_on, limit_fen=0, status=LineStatus.CLOSED, reason=reason)


def reopen_line(session: Session, *, line_id: int, on: date, limit_fen: int) -> int:
    """From a day on a closed line can be used again up to a limit; returns the limit change's id. Raises NotClosed,
    and OutOfRange where the day lies before the closing."""
    line = line_of(session, line_id)
    if line.closed_on is None:
        raise NotClosed("line")
    if on < line.closed_on:
        raise OutOfRange("on", low=line.closed_on, high=None)
    return change_limit(session, line_id=line_id, on=on, limit_fen=limit_fen, status=LineStatus.ACTIVE)


def delete_limit_change(session: Session, *, change_id: int) -> None:
    """Takes one change of a limit out of the book: the one before it stays in force. Raises OnlyLimit for the last."""
    change = session.get(LimitChange, change_id)
    if change is None:
        raise NoSuchRow("limit", id=change_id)
    others = select(LimitChange).where(LimitChange.line_id == change.line_id, LimitChange.id != change_id)
    if session.exec(others).first() is None:
        raise OnlyLimit("limit")
    line = line_of(session, change.line_id)
    session.delete(change)
    _follow_limits(session, line)


def record_statement(
    session: Session,
    *,
    line_id: int,
    statement_on: date,
    due_on: date,
    balance_fen: int,
    minimum_fen: int | None = None,
) -> int:
    """Adds a statement of a line; returns its id. A negative balance is a credit.

    Raises AlreadyThere when that day, or a card's cycle, has one, BeforeOpening, OutOfRange (due_on, minimum).
    """
    statement = LineStatement(line_id=line_id, statement_on=statement_on, due_on=due_on, balance_fen=balance_fen)
    _check_statement(session, statement, statement_on, due_on, balance_fen, minimum_fen)
    statement.minimum_fen = minimum_fen
    session.add(statement)
    session.flush()
    assert statement.id is not None
    return statement.id


def correct_statement(
    session: Session,
    *,
    statement_id: int,
    statement_on: date,
    due_on: date,
    balance_fen: int,
    minimum_fen: int | None = None,
) -> None:
    """Writes a statement anew, as if it had been added so."""
    statement = _statement(session, statement_id)
    _check_statement(session, statement, statement_on, due_on, balance_fen, minimum_fen)
    statement.statement_on, statement.due_on = statement_on, due_on
    statement.balance_fen, statement.minimum_fen = balance_fen, minimum_fen
    session.add(statement)


def delete_statement(session: Session, *, statement_id: int) -> None:
    """Takes a statement out of the book."""
    session.delete(_statement(session, statement_id))


def _statement(session: Session, statement_id: int) -> LineStatement:
    statement = session.get(LineStatement, statement_id)
    if statement is None:
        raise NoSuchRow("statement_on", id=statement_id)
    return statement


def _check_statement(
    session: Session,
    statement: LineStatement,
    statement_on: date,
    due_on: date,
    balance_fen: int,
    minimum_fen: int | None,
) -> None:
    line = line_of(session, statement.line_id)
    if statement_on < line.opened_on:
        raise BeforeOpening("statement_on", opened_on=line.opened_on)
    if due_on < statement_on:
        raise OutOfRange("due_on", low=statement_on, high=None)
    if due_on > LATEST:
        raise OutOfRange("due_on", low=statement_on, high=LATEST)
    if minimum_fen is not None and not 0 <= minimum_fen <= max(balance_fen, 0):
        raise OutOfRange("minimum", low=0, high=max(balance_fen, 0))
    other = reader_of(session).value(
        "SELECT id FROM line_statement WHERE line_id = ? AND statement_on = ?", line.id, statement_on.isoformat()
    )
    if other is not None and other != statement.id:
        raise AlreadyThere("statement_on", on=statement_on)
    _check_cycle(reader_of(session), statement, statement_on)


def _check_cycle(reader: Reader, statement: LineStatement, statement_on: date) -> None:
    """A card has one statement in each cycle: two that lie nearest to one statement day cannot both stand."""
    known = card_records(reader, date.min.isoformat()).get(statement.line_id)
    if known is None:
        return
    terms, _ = known
    rows = reader.rows("SELECT id, statement_on FROM line_statement WHERE line_id = ?", statement.line_id)
    for number, text in rows:
        on = date.fromisoformat(text)
        if number != statement.id and nearest_statement_day(terms, on) == nearest_statement_day(terms, statement_on):
            raise AlreadyThere("statement_on", on=on)


def pay_line(session: Session, *, line_id: int, paid_on: date, amount_fen: int, note: str = "") -> int:
    """Records money paid to a line (not to one of its loans); returns the repayment's id."""
    line = line_of(session, line_id)
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
    line = line_of(session, line_id)
    drawn = session.exec(select(Loan).where(Loan.line_id == line_id)).first()
    if drawn is not None:
        raise LineHasLoans("line", name=drawn.name)
    session.delete(line)


def line_of(session: Session, line_id: int) -> CreditLine:
    """The line's row. Raises NoSuchRow (line)."""
    line = session.get(CreditLine, line_id)
    if line is None:
        raise NoSuchRow("line", id=line_id)
    return line
