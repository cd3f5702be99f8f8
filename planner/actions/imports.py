"""What a user does with statements: import one, as one batch that one undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from planner.core.categories import category_of
from planner.core.errors import Cancelled, NothingToImport
from planner.core.statement_rows import RowClass, RowState, Statement, StatementRow
from planner.reports.imports import ImportPreview, import_preview
from planner.reports.spending_choices import remembered_categories
from planner.store.bulk import insert_in_bulk
from planner.store.reader import reader_of
from planner.store.tables import Category, ImportBatch, StatementTransaction

_COLUMNS = (
    "batch_id", "key", "line", "row_class", "happened_at", "amount_fen", "direction", "counterparty", "description",
    "method", "status", "provider_category", "category_id", "native_id", "order_id", "note", "raw", "debt", "product",
    "review", "credit_product", "category_by_user",
)  # fmt: skip
_SPENDING = frozenset({RowClass.OUT, RowClass.N_REFUND})
_ROWS_BETWEEN_LOOKS = 1000


def import_statement(
    session: Session,
    *,
    statement: Statement,
    imported_on: date,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPreview:
    """Stores the rows that are new or to review and updates the changed ones; returns what was done.

    Raises NothingToImport when there is nothing of either, Cancelled when `cancelled()` says so: nothing is kept.
    """
    done = import_preview(reader_of(session), statement=statement)
    fresh = done.new + done.to_review
    if not fresh and not done.changed:
        raise NothingToImport("file", file=statement.file_name)
    batch_id = _new_batch(session, done, imported_on)
    categories = {category.key: category.id for category in session.exec(select(Category))}
    rules = remembered_categories(reader_of(session))
    values = _values(done, batch_id, categories, rules, progress, cancelled)
    insert_in_bulk(session, StatementTransaction, _COLUMNS, values, batch_column="batch_id", batch_id=batch_id)
    for row, state in done.rows():
        if state is RowState.CHANGED:
            change = update(StatementTransaction).where(col(StatementTransaction.key) == row.key)
            now: dict[str, Any] = {
                "status": row.status,
                "row_class": row.row_class.value,
                "raw": row.raw,
                "product": row.product,
            }
            if row.row_class in _SPENDING:
                own = _category(row, statement.provider, categories, rules)
                now["category_id"] = func.coalesce(col(StatementTransaction.category_id), own)
            session.exec(change.values(debt=row.debt, review=row.review, **now))
    return done


def _new_batch(session: Session, done: ImportPreview, imported_on: date) -> int:
    statement = done.statement
    batch = ImportBatch(
        file_name=statement.file_name,
        sha256=statement.sha256,
        provider=statement.provider,
        generation=statement.generation,
        imported_on=imported_on,
        rows=len(statement.rows),
        new=done.new + done.to_review,
        changed=done.changed,
    )
    session.add(batch)
    session.flush()
    assert batch.id is not None
    return batch.id


def _values(
    done: ImportPreview,
    batch_id: int,
    categories: dict[str, int | None],
    rules: dict[str, int],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[Any, ...]]:
    total = len(done.states)
    for number, (row, state) in enumerate(done.rows()):
        if number % _ROWS_BETWEEN_LOOKS == 0:
            if cancelled is not None and cancelled():
                raise Cancelled("file", file=done.statement.file_name)
            if progress is not None:
                progress(number, total)
        if state in (RowState.NEW, RowState.TO_REVIEW):
            yield _row_values(row, done.statement.provider, batch_id, categories, rules)


def _category(row: StatementRow, provider: str, categories: dict[str, int | None], rules: dict[str, int]) -> int | None:
    """What the user once said of the payee, else what the provider's category means."""
    return rules.get(row.counterparty) or categories.get(category_of(provider, row.provider_category))


def _row_values(
    row: StatementRow, provider: str, batch_id: int, categories: dict[str, int | None], rules: dict[str, int]
) -> tuple[Any, ...]:
    category = _category(row, provider, categories, rules) if row.row_class in _SPENDING else None
    return (
        batch_id, row.key, row.line, row.row_class.value,
        None if row.happened_at is None else row.happened_at.isoformat(" "),
        row.amount_fen, row.direction, row.counterparty, row.description, row.method, row.status,
        row.provider_category, category, row.native_id, row.order_id, row.note, row.raw,
        None if row.debt is None else row.debt.value, row.product, None if row.review is None else row.review.value,
        row.credit_product, 0,
    )  # fmt: skip
