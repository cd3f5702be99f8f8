"""What a statement file sums to: every row by its class, its span of time, and its debt events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from planner.core.statement_rows import DebtKind, RowClass, Statement


@dataclass(frozen=True, slots=True)
class DebtEvent:
    """A row that touched a debt, or tried to."""

    happened_at: datetime | None
    amount_fen: int | None
    kind: DebtKind
    product: str
    text: str


@dataclass(frozen=True, slots=True)
class StatementSums:
    """`classes` are (rows, sum in fen) by class, in the classes' order; every row of the file counts once."""

    classes: Mapping[RowClass, tuple[int, int]]
    first: datetime | None
    last: datetime | None
    debt_events: tuple[DebtEvent, ...]


def statement_sums(statement: Statement) -> StatementSums:
    """The sums of a whole file, whatever an import does with its rows."""
    counts: defaultdict[RowClass, list[int]] = defaultdict(lambda: [0, 0])
    times = []
    events = []
    for row in statement.rows:
        counts[row.row_class][0] += 1
        counts[row.row_class][1] += row.amount_fen or 0
        if row.happened_at is not None:
            times.append(row.happened_at)
        if row.debt is not None:
            text = " | ".join((row.counterparty, row.description, row.status))
            events.append(DebtEvent(row.happened_at, row.amount_fen, row.debt, row.product, text))
    return StatementSums(
        classes={kind: (counts[kind][0], counts[kind][1]) for kind in RowClass if kind in counts},
        first=min(times, default=None),
        last=max(times, default=None),
        debt_events=tuple(events),
    )
