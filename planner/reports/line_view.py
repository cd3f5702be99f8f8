"""One credit line whole: its limit, what is used and left of it, and the history of its limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.factors import limit_on
from planner.core.facts import LineKind, LineStatus, RowRef
from planner.reports.courses import loan_records
from planner.reports.lines import line_records, owed_on_line
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One change of the limit (fen)."""

    on: date
    limit_fen: int
    status: LineStatus
    reason: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as of a day; `available_fen` is never below zero. `limits` has the newest first."""

    account: RowRef
    name: str
    lender_name: str
    kind: LineKind
    opened_on: date
    status: LineStatus | None
    limit_fen: int | None
    used_fen: int
    available_fen: int
    limits: tuple[LimitRow, ...]


def line_view(reader: Reader, *, line_id: int, today: date) -> LineView | None:
    """One line as of a day; None when it is not in the book by then."""
    record = next((each for each in line_records(reader, until=today) if each.fact.ref.id == line_id), None)
    if record is None:
        return None
    line = record.fact
    limit = limit_on(line, today)
    drawn = [loan for loan in loan_records(reader, until=today) if loan.line_id == line_id]
    used = sum(loan.course.outstanding_fen(today) for loan in drawn) + owed_on_line(line, today)
    usable = limit is not None and limit.status in (LineStatus.ACTIVE, LineStatus.REDUCED)
    rows = reader.rows(
        "SELECT on_date, limit_fen, status, reason FROM limit_change WHERE line_id = ? AND on_date <= ?"
        " ORDER BY on_date DESC",
        line_id,
        today.isoformat(),
    )
    return LineView(
        account=line.ref,
        name=line.name,
        lender_name=record.lender_name,
        kind=line.kind,
        opened_on=line.opened_on,
        status=None if limit is None else limit.status,
        limit_fen=None if limit is None else limit.limit_fen,
        used_fen=used,
        available_fen=max(limit.limit_fen - used, 0) if limit is not None and usable else 0,
        limits=tuple(LimitRow(date.fromisoformat(on), fen, LineStatus(kind), why) for on, fen, kind, why in rows),
    )
