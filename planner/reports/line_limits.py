"""What limits a line beside its own limit: temporary limits, and a limit that it shares with other lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.facts import GroupFact, LineStatus
from planner.core.line_balance import line_balance
from planner.core.line_limits import USABLE, group_limit_fen, limit_fen_on, limit_on
from planner.reports.courses import LoanRecord
from planner.reports.lines import LineRecord
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class TemporaryRow:
    """A temporary limit on record (fen): from one day to another, both counted, it is the limit in all."""

    id: int
    first_on: date
    last_on: date
    limit_fen: int


@dataclass(frozen=True, slots=True)
class GroupLimitRow:
    """From a day on, the lines of a group may owe so much together (fen)."""

    id: int
    on: date
    limit_fen: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """A limit that lines share. `used_fen` is what is used of all `lines` (by name) that are known, `rest_fen` what is
    left of the limit in force, None where there is none yet. `limits` have the newest first."""

    id: int
    name: str
    lines: tuple[str, ...]
    limit_fen: int | None
    used_fen: int
    rest_fen: int | None
    limits: tuple[GroupLimitRow, ...]


@dataclass(frozen=True, slots=True)
class LineLimits:
    """The limit in force on a line and what can still be used of it (fen, never below zero); None where a limit or
    what is used is not known. `raised_until` is the last day of a temporary limit that is in force."""

    status: LineStatus | None
    permanent_fen: int | None
    in_force_fen: int | None
    raised_until: date | None
    used_fen: int | None
    available_fen: int | None
    temporary: tuple[TemporaryRow, ...]
    group: GroupView | None


def used_on_line(record: LineRecord, loans: Sequence[LoanRecord], today: date) -> int | None:
    """What is used of a line: its loans' principal and what is owed on it; None where neither is on record."""
    balance = line_balance(record.fact, today)
    drawn = [loan for loan in loans if loan.line_id == record.fact.ref.id]
    if balance is None and not drawn:
        return None
    return sum(loan.course.outstanding_fen(today) for loan in drawn) + (0 if balance is None else balance.total_fen)


def line_limits(
    reader: Reader, record: LineRecord, lines: Sequence[LineRecord], loans: Sequence[LoanRecord], today: date
) -> LineLimits:
    """The limits of one of the `lines` on a day; `loans` are those of the day."""
    line, used = record.fact, used_on_line(record, loans, today)
    limit, in_force = limit_on(line, today), limit_fen_on(line, today)
    group = None if line.group is None else _group(reader, line.group, lines, loans, today)
    usable = limit is not None and limit.status in USABLE
    available = None
    if in_force is not None and used is not None:
        rests = [in_force - used, *([] if group is None or group.rest_fen is None else [group.rest_fen])]
        available = max(min(rests), 0)
    temporary = _temporary(reader, line.ref.id)
    raised = [
        each.last_on
        for each in temporary
        if each.first_on <= today <= each.last_on and limit is not None and limit.limit_fen < each.limit_fen == in_force
    ]
    return LineLimits(
        status=None if limit is None else limit.status,
        permanent_fen=None if limit is None else limit.limit_fen,
        in_force_fen=in_force,
        raised_until=max(raised, default=None),
        used_fen=used,
        available_fen=available if usable or limit is None else 0,
        temporary=temporary,
        group=group,
    )


def group_names(reader: Reader) -> tuple[tuple[int, str], ...]:
    """All groups of limits: (number, name), by name."""
    return tuple(reader.rows("SELECT id, name FROM limit_group ORDER BY name, id"))


def _temporary(reader: Reader, line_id: int) -> tuple[TemporaryRow, ...]:
    rows = reader.rows(
        "SELECT id, first_on, last_on, limit_fen FROM temporary_limit WHERE line_id = ?"
        " ORDER BY first_on DESC, id DESC",
        line_id,
    )
    return tuple(TemporaryRow(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3]) for row in rows)


def _group(
    reader: Reader, group: GroupFact, lines: Sequence[LineRecord], loans: Sequence[LoanRecord], today: date
) -> GroupView:
    members = [each for each in lines if each.fact.group is not None and each.fact.group.id == group.id]
    used = sum(used_on_line(each, loans, today) or 0 for each in members)
    limit = group_limit_fen(group, today)
    rows = reader.rows(
        "SELECT id, on_date, limit_fen FROM group_limit WHERE group_id = ? ORDER BY on_date DESC", group.id
    )
    return GroupView(
        id=group.id,
        name=group.name,
        lines=tuple(each.fact.name for each in members),
        limit_fen=limit,
        used_fen=used,
        rest_fen=None if limit is None else max(limit - used, 0),
        limits=tuple(GroupLimitRow(row[0], date.fromisoformat(row[1]), row[2]) for row in rows),
    )
