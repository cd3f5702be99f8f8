"""The log of a person's standing: applications, Zhima readings and reported overdues, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.facts import Outcome, OverdueSource, RowKind, RowRef
from planner.store.reader import Reader


class LogKind(StrEnum):
    """What is logged."""

    APPLICATION = "application"
    SCORE = "score"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the log. `name` is the lender's, or the account's where an overdue names one.

    An application has an `outcome` and is `hard` where others see it; a reading has a `score`; an overdue has `days`,
    the day it was cleared (None: open), a `source`, and perhaps an `account`.
    """

    kind: LogKind
    id: int
    on: date
    name: str = ""
    outcome: Outcome | None = None
    hard: bool = False
    score: int | None = None
    days: int = 0
    cleared_on: date | None = None
    source: OverdueSource | None = None
    account: RowRef | None = None


@dataclass(frozen=True, slots=True)
class StandingLog:
    """`rows` up to today; `accounts` are the lines and loans an overdue can be of."""

    rows: tuple[LogRow, ...]
    accounts: tuple[tuple[RowRef, str], ...]
    applications_complete_since: date | None


def standing_log(reader: Reader, *, today: date) -> StandingLog:
    """The log as of a day."""
    day = today.isoformat()
    accounts = _accounts(reader, day)
    rows = [*_applications(reader, day), *_readings(reader, day), *_overdues(reader, day, dict(accounts))]
    since = reader.value("SELECT applications_complete_since FROM book_info")
    return StandingLog(
        rows=tuple(sorted(rows, key=lambda row: (row.on, row.kind, row.id), reverse=True)),
        accounts=accounts,
        applications_complete_since=None if since is None else date.fromisoformat(since),
    )


def _accounts(reader: Reader, day: str) -> tuple[tuple[RowRef, str], ...]:
    rows = reader.rows(
        "SELECT 'line', id, name, opened_on AS since FROM credit_line WHERE opened_on <= ?"
        " UNION ALL SELECT 'loan', id, name, drawn_on FROM loan WHERE drawn_on <= ? ORDER BY 1, since, id",
        day,
        day,
    )
    return tuple((RowRef(RowKind(kind), number), name) for kind, number, name, _ in rows)


def _applications(reader: Reader, day: str) -> list[LogRow]:
    rows = reader.rows("SELECT id, applied_on, lender_name, outcome, hard FROM application WHERE applied_on <= ?", day)
    return [
        LogRow(LogKind.APPLICATION, number, date.fromisoformat(on), name, Outcome(outcome), bool(hard))
        for number, on, name, outcome, hard in rows
    ]


def _readings(reader: Reader, day: str) -> list[LogRow]:
    rows = reader.rows("SELECT id, on_date, score FROM score_reading WHERE on_date <= ?", day)
    return [LogRow(LogKind.SCORE, number, date.fromisoformat(on), score=score) for number, on, score in rows]


def _overdues(reader: Reader, day: str, names: dict[RowRef, str]) -> list[LogRow]:
    rows = reader.rows(
        "SELECT id, due_on, days, cleared_on, source, loan_id, line_id FROM reported_overdue WHERE due_on <= ?", day
    )
    found = []
    for number, due_on, days, cleared_on, source, loan, line in rows:
        account = None
        if loan is not None or line is not None:
            account = RowRef(RowKind.LINE, line) if loan is None else RowRef(RowKind.LOAN, loan)
        found.append(
            LogRow(
                LogKind.OVERDUE,
                number,
                date.fromisoformat(due_on),
                "" if account is None else names.get(account, ""),
                days=days,
                cleared_on=None if cleared_on is None else date.fromisoformat(cleared_on),
                source=OverdueSource(source),
                account=account,
            )
        )
    return found
