"""What an import would do: each row of a statement against the book, and the batches imported before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from planner.core.statement_rows import RowState, Statement, StatementRow
from planner.store.reader import Reader

_KEYS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A statement and the state of each of its rows, in the file's order. `new` and the others count them."""

    statement: Statement
    states: tuple[RowState, ...]
    new: int
    changed: int
    known: int
    to_review: int

    def rows(self) -> zip[tuple[StatementRow, RowState]]:
        """Each row with its state."""
        return zip(self.statement.rows, self.states, strict=True)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import of the past."""

    id: int
    file_name: str
    provider: str
    generation: str
    imported_on: date
    rows: int
    new: int
    changed: int


def import_preview(reader: Reader, *, statement: Statement) -> ImportPreview:
    """Which rows are new, changed (same key, another status), known, or to review. Changes nothing."""
    stored = _stored(reader, statement)
    states = tuple(_state(row, stored) for row in statement.rows)
    count = Counter(states)
    return ImportPreview(
        statement,
        states,
        new=count[RowState.NEW],
        changed=count[RowState.CHANGED],
        known=count[RowState.KNOWN],
        to_review=count[RowState.TO_REVIEW],
    )


def batches(reader: Reader) -> tuple[BatchRow, ...]:
    """All imports, the newest first."""
    return tuple(
        BatchRow(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), *row[5:])
        for row in reader.rows(
            "SELECT id, file_name, provider, generation, imported_on, rows, new, changed FROM import_batch"
            " ORDER BY id DESC"
        )
    )


def _state(row: StatementRow, stored: dict[str, tuple[str, str, str | None]]) -> RowState:
    before = stored.get(row.key)
    if before is not None:
        if row.review is not None and before[2] is None and before[0] == row.status:
            return RowState.KNOWN  # the user has decided what it is
        return RowState.KNOWN if before[:2] == (row.status, row.row_class.value) else RowState.CHANGED
    return RowState.NEW if row.review is None else RowState.TO_REVIEW


def _stored(reader: Reader, statement: Statement) -> dict[str, tuple[str, str, str | None]]:
    """Status, class and what wants a look of the statement's rows that are in the book, by key."""
    if not reader.value("SELECT EXISTS (SELECT 1 FROM transaction_row)"):
        return {}
    keys = [row.key for row in statement.rows]
    found: dict[str, tuple[str, str, str | None]] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        marks = ",".join("?" * len(some))
        for key, status, row_class, review in reader.rows(
            f"SELECT key, status, row_class, review FROM transaction_row WHERE key IN ({marks})", *some
        ):
            found[key] = (status, row_class, review)
    return found
