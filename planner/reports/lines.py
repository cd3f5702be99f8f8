"""Every credit line with its limits, statements and payments, and what is used of it on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from planner.core.facts import (
    LenderKind,
    LimitFact,
    LineFact,
    LineKind,
    LineStatus,
    PaymentFact,
    RowKind,
    RowRef,
    StatementFact,
)
from planner.core.line_balance import line_balance
from planner.core.repayments import DueState
from planner.reports.card_courses import line_course, with_course
from planner.reports.card_records import CardRecord, card_records, limit_groups, temporary_limits
from planner.reports.feeds import LineFeed, line_feeds, with_feed
from planner.store.reader import Reader

T = TypeVar("T")
NOTHING = LineFeed()


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One line: who granted it, what it is, and its facts. `card` is set where its contract's terms are in the book:
    the facts of a day then follow from it; those of all days have the statements as they are on record."""

    fact: LineFact
    lender_name: str
    lender_kind: LenderKind
    product: str
    statement_day: int | None
    due_day: int | None
    card: CardRecord | None = None


def line_records(
    reader: Reader, *, until: date = date.max, feeds: Mapping[int, LineFeed] | None = None
) -> tuple[LineRecord, ...]:
    """The lines opened on or before `until`, in order of opening, knowing only what had happened by then. `feeds`
    are those of that day, where the caller has them."""
    day = until.isoformat()
    limits, statements, payments = _limits(reader, day), _statements(reader, day), _payments(reader, day)
    if feeds is None:
        feeds = line_feeds(reader, until=until)
    cards, temporary, groups = card_records(reader, day), temporary_limits(reader, day), limit_groups(reader, day)
    found = [
        LineRecord(
            fact=LineFact(
                ref=RowRef(RowKind.LINE, row[0]),
                name=row[1],
                lender_id=row[2],
                kind=LineKind(row[3]),
                opened_on=_day(row[4]),
                closed_on=_day(row[5]) if row[5] is not None and row[5] <= day else None,
                limits=tuple(limits[row[0]]),
                statements=tuple(statements[row[0]]),
                payments=with_feed(payments[row[0]], feeds.get(row[0], NOTHING)),
                charges=tuple(feeds.get(row[0], NOTHING).charges),
                temporary=tuple(temporary[row[0]]),
                group=groups.get(row[11]),
            ),
            lender_name=row[6],
            lender_kind=LenderKind(row[7]),
            product=row[8],
            statement_day=row[9],
            due_day=row[10],
            card=CardRecord(*cards[row[0]], tuple(statements[row[0]])) if row[0] in cards else None,
        )
        for row in reader.rows(_LINES, day)
    ]
    return tuple(each if until == date.max else _reckoned(each, until) for each in found)


_LINES = (
    "SELECT line.id, line.name, lender.id, line.kind, opened_on, closed_on, lender.name, lender.kind, product,"
    " statement_day, due_day, group_id FROM credit_line AS line JOIN lender ON lender.id = line.lender_id"
    " WHERE opened_on <= ? ORDER BY opened_on, line.id"
)


def _reckoned(record: LineRecord, until: date) -> LineRecord:
    """With the facts of a day that follow from the contract's terms, where they are known."""
    if record.card is None:
        return record
    course = line_course(record.card, record.fact, until)
    return replace(record, fact=with_course(record.fact, record.card, course, until))


def _limits(reader: Reader, day: str) -> defaultdict[int, list[LimitFact]]:
    sql = "SELECT line_id, id, on_date, limit_fen, status FROM limit_change WHERE on_date <= ? ORDER BY on_date"
    return _by_line(reader, sql, day, lambda row: LimitFact(
        RowRef(RowKind.LIMIT_CHANGE, row[1]), _day(row[2]), row[3], LineStatus(row[4])))  # fmt: skip


def _statements(reader: Reader, day: str) -> defaultdict[int, list[StatementFact]]:
    sql = (
        "SELECT line_id, id, statement_on, due_on, balance_fen, minimum_fen FROM line_statement"
        " WHERE statement_on <= ? ORDER BY statement_on"
    )
    return _by_line(reader, sql, day, lambda row: StatementFact(
        RowRef(RowKind.STATEMENT, row[1]), _day(row[2]), _day(row[3]), row[4], row[5]))  # fmt: skip


def _payments(reader: Reader, day: str) -> defaultdict[int, list[PaymentFact]]:
    sql = (
        "SELECT line_id, id, paid_on, amount_fen FROM repayment"
        " WHERE line_id IS NOT NULL AND paid_on <= ? ORDER BY paid_on, id"
    )
    return _by_line(reader, sql, day, lambda row: PaymentFact(
        RowRef(RowKind.REPAYMENT, row[1]), _day(row[2]), row[3]))  # fmt: skip


def open_statement(line: LineFact, day: date) -> tuple[StatementFact, int] | None:
    """The latest statement by a day and what of its balance is still to pay (fen, ≥ 0); None without one."""
    balance = line_balance(line, day)
    if balance is None or balance.statement is None:
        return None
    return balance.statement, balance.billed_fen


def statement_state(statement: StatementFact, open_fen: int, today: date) -> tuple[DueState, int | None]:
    """How an open statement stands, and what of its minimum is still to pay (fen; None: not known). Where the minimum
    was paid in time the rest revolves and is not late: it is partly paid."""
    paid = statement.balance_fen - open_fen
    minimum = None if statement.minimum_fen is None else max(statement.minimum_fen - paid, 0)
    state = DueState.UPCOMING
    if statement.due_on <= today:
        state = DueState.DUE_TODAY if statement.due_on == today else DueState.LATE
    return (DueState.PARTLY_PAID if state is DueState.LATE and minimum == 0 else state), minimum


def owed_on_line(line: LineFact, day: date) -> int:
    """What is owed on a line beside its loans (fen): the open statement and what was bought since; 0 where nothing
    is on record."""
    balance = line_balance(line, day)
    return 0 if balance is None else balance.total_fen


def _by_line(reader: Reader, sql: str, day: str, fact: Callable[[tuple[Any, ...]], T]) -> defaultdict[int, list[T]]:
    found: defaultdict[int, list[T]] = defaultdict(list)
    for row in reader.rows(sql, day):
        found[row[0]].append(fact(row))
    return found


def _day(text: str) -> date:
    return date.fromisoformat(text)
