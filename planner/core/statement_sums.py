"""What a statement file sums to: every row by its class, its span of time, and its debt events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from planner.core.failed_payments import made_good
from planner.core.statement_rows import CNY, DebtKind, RowClass, Statement


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
    """`classes` are (rows, sum in fen of those in yuan) by class, in the classes' order; every row of the file counts
    once."""

    classes: Mapping[RowClass, tuple[int, int]]
    first: datetime | None
    last: datetime | None
    debt_events: tuple[DebtEvent, ...]
    foreign_rows: int = 0
    """Rows in other currencies: they are counted, and their amounts are in no sum."""


@dataclass(frozen=True, slots=True)
class FailedRepayment:
    """A repayment that failed, `times` in all from `first` to `last`; `paid_at` is when the file says it went through
    after all."""

    who: str
    product: str
    amount_fen: int
    first: datetime
    last: datetime
    times: int
    paid_at: datetime | None = None


def failed_repayments(sums: StatementSums) -> tuple[FailedRepayment, ...]:
    """The repayments that failed, the latest first. Tries of one amount are one, until a repayment to the same makes
    them good (`made_good`)."""
    found: list[FailedRepayment] = []
    waiting: list[FailedRepayment] = []
    dated = [each for each in sums.debt_events if each.happened_at is not None and each.amount_fen is not None]
    for event in sorted(dated, key=lambda each: str(each.happened_at)):
        moment, fen = event.happened_at, event.amount_fen
        assert moment is not None
        assert fen is not None
        who = event.text.split(" | ")[0]
        same = [each for each in waiting if (each.product or each.who) == (event.product or who)]
        if event.kind is DebtKind.FAILED_REPAYMENT:
            before = next((each for each in same if each.amount_fen == fen), None)
            if before is not None:
                waiting[waiting.index(before)] = replace(before, last=moment, times=before.times + 1)
            else:
                waiting.append(FailedRepayment(who, event.product, fen, moment, moment, 1))
        elif event.kind is DebtKind.REPAYMENT:
            paid = [same[at] for at in made_good([each.amount_fen for each in same], fen)]
            found += [replace(each, paid_at=moment) for each in paid]
            waiting = [each for each in waiting if each not in paid]
    return tuple(sorted((*found, *waiting), key=lambda each: each.last, reverse=True))


def statement_sums(statement: Statement) -> StatementSums:
    """The sums of a whole file, whatever an import does with its rows."""
    counts: defaultdict[RowClass, list[int]] = defaultdict(lambda: [0, 0])
    times = []
    events = []
    foreign_rows = 0
    for row in statement.rows:
        counts[row.row_class][0] += 1
        foreign = row.currency != CNY
        fen = None if foreign else row.amount_fen
        foreign_rows += foreign
        counts[row.row_class][1] += fen or 0
        if row.happened_at is not None:
            times.append(row.happened_at)
        if row.debt is not None:
            text = " | ".join((row.counterparty, row.description, row.status))
            events.append(DebtEvent(row.happened_at, fen, row.debt, row.product, text))
    return StatementSums(
        classes={kind: (counts[kind][0], counts[kind][1]) for kind in RowClass if kind in counts},
        first=min(times, default=None),
        last=max(times, default=None),
        debt_events=tuple(events),
        foreign_rows=foreign_rows,
    )
