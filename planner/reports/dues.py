"""What is due: every open instalment and statement up to a day, late ones first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.facts import RowKind, RowRef
from planner.core.repayments import DueState
from planner.reports.lines import open_statement, statement_state
from planner.reports.records import Records, records_of
from planner.store.reader import Reader

DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Due:
    """Something to pay: fen still open, the day, and how it stands. `number` of `periods` for instalments;
    both 0 for the statement of a line, whose minimum may be known."""

    account: RowRef
    name: str
    product: str
    number: int
    periods: int
    due_on: date
    open_fen: int
    minimum_fen: int | None
    state: DueState
    days_left: int


@dataclass(frozen=True, slots=True)
class Dues:
    """The dues before `until`, in order of their days, and their sum in fen."""

    today: date
    until: date
    rows: tuple[Due, ...]
    total_fen: int


def dues(reader: Reader, *, today: date, days: int = DAYS_AHEAD, records: Records | None = None) -> Dues:
    """Everything open that falls due before `today` + `days` (that day not included), late dues included. `records` are
    those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    until = today + timedelta(days=days)
    found = [due for due in (*_instalments(records), *_statements(records)) if due.due_on < until]
    found.sort(key=lambda due: (due.due_on, due.account.kind, due.account.id, due.number))
    return Dues(today, until, tuple(found), sum(due.open_fen for due in found))


def _instalments(records: Records) -> list[Due]:
    today = records.today
    return [
        Due(
            account=RowRef(RowKind.LOAN, record.id),
            name=record.name,
            product=record.product,
            number=each.row.number,
            periods=len(record.course.instalments),
            due_on=each.row.due_on,
            open_fen=each.open_fen,
            minimum_fen=None,
            state=each.state(today),
            days_left=(each.row.due_on - today).days,
        )
        for record in records.loans
        for each in record.course.instalments
        if each.open_fen
    ]


def _statements(records: Records) -> list[Due]:
    found, today = [], records.today
    for record in records.lines:
        latest = open_statement(record.fact, today)
        if latest is None or latest[1] == 0:
            continue
        statement, open_fen = latest
        state, minimum = statement_state(statement, open_fen, today)
        found.append(
            Due(
                account=record.fact.ref,
                name=record.fact.name,
                product=record.product,
                number=0,
                periods=0,
                due_on=statement.due_on,
                open_fen=open_fen,
                minimum_fen=minimum,
                state=state,
                days_left=(statement.due_on - today).days,
            )
        )
    return found
