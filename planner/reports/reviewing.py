"""The rows of statements that want a look, and those in other currencies whose yuan are not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from planner.core.statement_rows import ReviewReason, RowClass
from planner.store.reader import Reader

MOST_ROWS = 500
_TO_REVIEW = "row.review IS NOT NULL"
_FOREIGN = "row.currency <> 'CNY' AND row.amount_fen IS NULL AND row.review IS NULL"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of a statement: where it stands in its file, its text, and why it wants a look.

    `amount_fen` is in fen, `foreign_hundredths` in hundredths of `currency`. `reason` is None of a row in another
    currency.
    """

    id: int
    batch_id: int
    file_name: str
    line: int
    happened_at: datetime | None
    row_class: RowClass
    amount_fen: int | None
    currency: str
    foreign_hundredths: int | None
    counterparty: str
    description: str
    status: str
    reason: ReviewReason | None
    raw: str

    @property
    def counts(self) -> bool:
        """It has what a movement of money needs: an amount and a time."""
        return self.happened_at is not None and (self.amount_fen is not None or self.foreign_hundredths is not None)


@dataclass(frozen=True, slots=True)
class FileToReview:
    """An import with rows that want a look."""

    batch_id: int
    file_name: str
    rows: int


@dataclass(frozen=True, slots=True)
class ReviewList:
    """The first rows by file and line, of `count`; `to_review` and `foreign` count all of the book; `files` are the
    imports with rows to review, the newest first."""

    rows: tuple[ReviewRow, ...]
    count: int
    to_review: int
    foreign: int
    files: tuple[FileToReview, ...]


def review_list(
    reader: Reader, *, batch_id: int | None = None, foreign: bool = False, most: int = MOST_ROWS
) -> ReviewList:
    """The rows to review, of one import or of all; with `foreign` those in other currencies instead. At most `most`."""
    where, values = _FOREIGN if foreign else _TO_REVIEW, list[int]()
    if batch_id is not None:
        where += " AND row.batch_id = ?"
        values.append(batch_id)
    found = reader.rows(
        "SELECT row.id, row.batch_id, batch.file_name, row.line, row.happened_at, row.row_class, row.amount_fen,"
        " row.currency, row.foreign_hundredths, row.counterparty, row.description, row.status, row.review, row.raw"
        " FROM transaction_row AS row JOIN import_batch AS batch ON batch.id = row.batch_id"
        f" WHERE {where} ORDER BY row.batch_id DESC, row.line, row.id LIMIT ?",
        *values, most,
    )  # fmt: skip
    files = reader.rows(
        "SELECT batch.id, batch.file_name, count(*) FROM transaction_row AS row"
        f" JOIN import_batch AS batch ON batch.id = row.batch_id WHERE {_TO_REVIEW} GROUP BY batch.id"
        " ORDER BY batch.id DESC"
    )
    return ReviewList(
        tuple(_row(row) for row in found),
        reader.value(f"SELECT count(*) FROM transaction_row AS row WHERE {where} AND batch_id IS NOT NULL", *values),
        sum(row[2] for row in files),
        reader.value(f"SELECT count(*) FROM transaction_row AS row WHERE {_FOREIGN} AND batch_id IS NOT NULL"),
        tuple(FileToReview(*row) for row in files),
    )


def _row(row: tuple[Any, ...]) -> ReviewRow:
    number, batch, file, line, at, kind, fen, currency, foreign, party, text, status, review, raw = row
    return ReviewRow(
        number, batch, file, line, None if at is None else datetime.fromisoformat(at), RowClass(kind), fen, currency,
        foreign, party, text, status, None if review is None else ReviewReason(review), raw,
    )  # fmt: skip
