"""What an import would do: each row of a statement against the book, and the batches imported before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.core.errors import NoSuchRow
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
    payees: Mapping[str, tuple[str, str]]
    """The category (key, own name) that the user once chose for a payee's spending."""

    def rows(self) -> zip[tuple[StatementRow, RowState]]:
        """Each row with its state."""
        return zip(self.statement.rows, self.states, strict=True)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import of the past: `rows` of its file, of which it added `new` and changed `changed` of other imports.

    `still_there` of the new ones are in the book, `to_review` of them still want a look; `first` and `last` are the
    days these span.
    """

    id: int
    file_name: str
    provider: str
    generation: str
    imported_on: date
    rows: int
    new: int
    changed: int
    still_there: int
    to_review: int
    first: date | None
    last: date | None
    foreign: int = 0
    """Rows in other currencies whose yuan are not known."""


@dataclass(frozen=True, slots=True)
class BatchDependents:
    """What depends on an import: what would go, or change, if it were taken out of the book."""

    id: int
    file_name: str
    first: date | None
    last: date | None
    rows: int
    """Its rows in the book; they go."""
    edited: int
    """Of these, rows whose category or scene the user chose, or of which the user decided what they are."""
    changed_later: int
    """Of these, rows that a later import changed."""
    given_back: int
    """Rows of other imports that it changed and that would say again what they said before."""
    later_files: int
    """Imports after it of the same provider that skipped rows as known: maybe some of these."""


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
        payees=_payees(reader),
    )


def batches(reader: Reader) -> tuple[BatchRow, ...]:
    """All imports, the newest first."""
    found = reader.rows(
        "SELECT b.id, b.file_name, b.provider, b.generation, b.imported_on, b.rows, b.new, b.changed,"
        " count(t.id), count(t.review), min(t.happened_at), max(t.happened_at),"
        " count(CASE WHEN t.currency <> 'CNY' AND t.amount_fen IS NULL AND t.review IS NULL THEN 1 END)"
        " FROM import_batch b LEFT JOIN transaction_row t ON t.batch_id = b.id GROUP BY b.id ORDER BY b.id DESC"
    )
    return tuple(_batch(*row) for row in found)


def _batch(batch_id: int, file: str, provider: str, generation: str, on: str, *rest: Any) -> BatchRow:
    rows, new, changed, there, to_review, first, last, foreign = rest
    return BatchRow(
        batch_id, file, provider, generation, date.fromisoformat(on), rows, new, changed, there, to_review,
        _day(first), _day(last), foreign,
    )  # fmt: skip


def batch_dependents(reader: Reader, *, batch_id: int) -> BatchDependents:
    """What goes with an import when it is taken out. Raises NoSuchRow."""
    found = reader.one(
        "SELECT b.file_name, min(t.happened_at), max(t.happened_at), count(t.id),"
        " count(CASE WHEN t.category_by_user = 1 OR t.class_by_user = 1 OR t.scene IS NOT NULL THEN 1 END)"
        " FROM import_batch b LEFT JOIN transaction_row t ON t.batch_id = b.id WHERE b.id = ? GROUP BY b.id",
        batch_id,
    )
    if found is None:
        raise NoSuchRow("batch", id=batch_id)
    file_name, first, last, rows, edited = found
    return BatchDependents(
        batch_id,
        file_name,
        _day(first),
        _day(last),
        rows,
        edited,
        changed_later=reader.value(
            "SELECT count(DISTINCT c.row_id) FROM row_change c JOIN transaction_row t ON t.id = c.row_id"
            " WHERE t.batch_id = ?",
            batch_id,
        ),
        given_back=reader.value(
            "SELECT count(*) FROM row_change c WHERE c.batch_id = ?"
            " AND NOT EXISTS (SELECT 1 FROM row_change n WHERE n.row_id = c.row_id AND n.id > c.id)",
            batch_id,
        ),
        later_files=reader.value(
            "SELECT count(*) FROM import_batch n JOIN import_batch b ON b.id = ? AND n.provider = b.provider"
            " WHERE n.id > b.id AND n.rows > n.new + n.changed",
            batch_id,
        ),
    )


def _day(moment: str | None) -> date | None:
    return None if moment is None else date.fromisoformat(moment[:10])


def _payees(reader: Reader) -> dict[str, tuple[str, str]]:
    return {
        payee: (key, name)
        for payee, key, name in reader.rows(
            "SELECT r.counterparty, c.key, c.name FROM category_rule r JOIN category c ON c.id = r.category_id"
        )
    }


def _state(row: StatementRow, stored: dict[str, tuple[str, str, int]]) -> RowState:
    before = stored.get(row.key)
    if before is not None:
        if before[2] and before[0] == row.status:
            return RowState.KNOWN  # the user has decided what it is
        return RowState.KNOWN if before[:2] == (row.status, row.row_class.value) else RowState.CHANGED
    return RowState.NEW if row.review is None else RowState.TO_REVIEW


def _stored(reader: Reader, statement: Statement) -> dict[str, tuple[str, str, int]]:
    """Status, class and whether the user decided it of the statement's rows that are in the book, by key."""
    if not reader.value("SELECT EXISTS (SELECT 1 FROM transaction_row)"):
        return {}
    keys = [row.key for row in statement.rows]
    found: dict[str, tuple[str, str, int]] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        marks = ",".join("?" * len(some))
        for key, status, row_class, by_user in reader.rows(
            f"SELECT key, status, row_class, class_by_user FROM transaction_row WHERE key IN ({marks})", *some
        ):
            found[key] = (status, row_class, by_user)
    return found
