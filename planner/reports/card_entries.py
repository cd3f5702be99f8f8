"""What was noted on the cards of a book, for an export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.card_entries import CardEntry
from planner.reports.card_records import ENTRY_COLUMNS, entry_of_row
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class NotedEntry:
    """An entry with the name of its line."""

    line_name: str
    entry: CardEntry
    note: str


def noted_entries(reader: Reader, *, today: date) -> tuple[NotedEntry, ...]:
    """All entries up to a day, by line in order of opening, the newest first."""
    columns = ", ".join(f"entry.{each.strip()}" for each in ENTRY_COLUMNS.split(","))
    rows = reader.rows(
        f"SELECT line.name, entry.note, {columns} FROM card_entry AS entry JOIN credit_line AS line"
        " ON line.id = entry.line_id WHERE entry.posted_on <= ?"
        " ORDER BY line.opened_on, line.id, entry.posted_on DESC, entry.id DESC",
        today.isoformat(),
    )
    return tuple(NotedEntry(row[0], entry_of_row(row[2:]), row[1]) for row in rows)
