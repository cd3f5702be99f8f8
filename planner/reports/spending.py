"""The transactions of one month, and what they sum to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from planner.core.calendar import add_months
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list; `amount_fen` has no sign, the class says which way it went."""

    id: int
    happened_at: datetime | None
    row_class: RowClass
    amount_fen: int | None
    counterparty: str
    description: str
    category_key: str
    category_name: str
    method: str
    provider: str
    status: str
    debt: DebtKind | None
    review: ReviewReason | None
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class MonthOfSpending:
    """A month's rows, newest first. Spending and income are sums of their classes, gross; refunds stand apart."""

    first_day: date
    entries: tuple[Entry, ...]
    spent_fen: int
    received_fen: int
    refunded_fen: int
    repaid_fen: int
    earliest: date | None
    latest: date | None


def month_of_spending(reader: Reader, *, month: date) -> MonthOfSpending:
    """The rows of the month that `month` lies in, and the span of months that have any."""
    first = month.replace(day=1)
    span = (first.isoformat(), add_months(first, 1).isoformat())
    rows = reader.rows(
        "SELECT row.id, happened_at, row_class, amount_fen, counterparty, description, coalesce(category.key, ''),"
        " coalesce(category.name, ''), method, provider, status, debt, review, line, raw"
        " FROM transaction_row AS row JOIN import_batch AS batch ON batch.id = batch_id"
        " LEFT JOIN category ON category.id = category_id"
        " WHERE happened_at >= ? AND happened_at < ? ORDER BY happened_at DESC, row.id DESC",
        *span,
    )
    entries = tuple(_entry(row) for row in rows)
    earliest, latest = reader.rows("SELECT min(happened_at), max(happened_at) FROM transaction_row")[0]
    return MonthOfSpending(
        first_day=first,
        entries=entries,
        spent_fen=_sum(entries, RowClass.OUT),
        received_fen=_sum(entries, RowClass.IN) + _sum(entries, RowClass.N_INTEREST),
        refunded_fen=_sum(entries, RowClass.N_REFUND),
        repaid_fen=_sum(entries, RowClass.N_REPAYMENT),
        earliest=None if earliest is None else date.fromisoformat(earliest[:10]),
        latest=None if latest is None else date.fromisoformat(latest[:10]),
    )


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(
        id=row[0],
        happened_at=datetime.fromisoformat(row[1]),
        row_class=RowClass(row[2]),
        amount_fen=row[3],
        counterparty=row[4],
        description=row[5],
        category_key=row[6],
        category_name=row[7],
        method=row[8],
        provider=row[9],
        status=row[10],
        debt=None if row[11] is None else DebtKind(row[11]),
        review=None if row[12] is None else ReviewReason(row[12]),
        line=row[13],
        raw=row[14],
    )


def _sum(entries: tuple[Entry, ...], row_class: RowClass) -> int:
    return sum(entry.amount_fen or 0 for entry in entries if entry.row_class is row_class)
