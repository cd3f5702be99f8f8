"""What an import would do: each row of a statement against the book, and the batches imported before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from planner.core.errors import NoSuchRow
from planner.core.statement_rows import RowState, Statement, StatementRow
from planner.store.reader import Reader

_KEYS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A statement and the state of each of its rows, in the file's order. `new` and the others count them."""

    statement: Statement
    states: Sequence[RowState]
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
    repayments: int
    """Repayments that were made from its rows and would go with them."""
    count_again: int
    """Rows of other imports that are taken for the same movement as one of its rows and would be by themselves."""
    later_files: int
    """Imports after it of the same provider that skipped rows as known: maybe some of these."""


def import_preview(reader: Reader, *, statement: Statement) -> ImportPreview:
    """Which rows are new, changed (same key, another status), known, or to review. Changes nothing."""
    return counted(reader, statement, [state for _, state in states_of(reader, statement.rows)])


def counted(reader: Reader, statement: Statement, states: Sequence[RowState]) -> ImportPreview:
    """A statement with the state of each of its rows, which are known."""
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


_CHANGED_LATER = (
    "SELECT count(DISTINCT c.row_id) FROM row_change c JOIN transaction_row t ON t.id = c.row_id WHERE t.batch_id = ?"
)
_GIVEN_BACK = (
    "SELECT count(*) FROM row_change c WHERE c.batch_id = ?"
    " AND NOT EXISTS (SELECT 1 FROM row_change n WHERE n.row_id = c.row_id AND n.id > c.id)"
)
_REPAYMENTS = (
    "SELECT count(DISTINCT d.repayment_id) FROM debt_link d JOIN transaction_row t ON t.id = d.row_id"
    " WHERE t.batch_id = ?1 AND d.made = 1 AND NOT EXISTS (SELECT 1 FROM debt_link h"
    " JOIN transaction_row o ON o.id = h.row_id"
    " WHERE h.repayment_id = d.repayment_id AND o.batch_id IS NOT ?1)"
)
_COUNT_AGAIN = (
    "SELECT count(*) FROM row_link l JOIN transaction_row r ON r.id = l.row_id"
    " JOIN transaction_row o ON o.id = l.other_id WHERE l.confirmed = 1"
    " AND ((r.batch_id = ?1 AND o.batch_id IS NOT ?1)"
    " OR (l.kind = 'transfer' AND o.batch_id = ?1 AND r.batch_id IS NOT ?1))"
)
_LATER_FILES = (
    "SELECT count(*) FROM import_batch n JOIN import_batch b ON b.id = ? AND n.provider = b.provider"
    " WHERE n.id > b.id AND n.rows > n.new + n.changed"
)


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
        changed_later=reader.value(_CHANGED_LATER, batch_id),
        given_back=reader.value(_GIVEN_BACK, batch_id),
        repayments=reader.value(_REPAYMENTS, batch_id),
        count_again=reader.value(_COUNT_AGAIN, batch_id),
        later_files=reader.value(_LATER_FILES, batch_id),
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


def states_of(reader: Reader, rows: Iterable[StatementRow]) -> Iterator[tuple[StatementRow, RowState]]:
    """Each row with what an import would do with it, some rows at a time, so that no file is too long."""
    waiting = iter(rows)
    empty = not reader.value("SELECT EXISTS (SELECT 1 FROM transaction_row)")
    while some := list(islice(waiting, _KEYS_AT_ONCE)):
        stored = {} if empty else _stored(reader, some)
        for row in some:
            yield row, _state(row, stored)


def _stored(reader: Reader, rows: Sequence[StatementRow]) -> dict[str, tuple[str, str, int]]:
    """Status, class and whether the user decided it of those rows that are in the book, by key."""
    marks = ",".join("?" * len(rows))
    return {
        key: (status, row_class, by_user)
        for key, status, row_class, by_user in reader.rows(
            f"SELECT key, status, row_class, class_by_user FROM transaction_row WHERE key IN ({marks})",
            *(row.key for row in rows),
        )
    }
