"""What a user does with statements: import one as one batch, and take one out again, whatever came after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import length_hint
from typing import Any

from sqlalchemy import Table, bindparam, case, delete, func, insert, select, update
from sqlmodel import Session, SQLModel

from planner.actions.proposals import take_back_of_batch
from planner.core.categories import category_of
from planner.core.errors import Cancelled, NothingToImport
from planner.core.statement_rows import CNY, RowClass, RowState, Statement, StatementRow
from planner.reports.imports import BatchDependents, ImportPreview, batch_dependents, counted, states_of
from planner.store.bulk import delete_in_bulk, insert_in_bulk
from planner.store.reader import reader_of
from planner.store.tables import Category, CategoryRule, ImportBatch, RowChange, StatementTransaction

_COLUMNS = (
    "batch_id", "key", "line", "row_class", "happened_at", "amount_fen", "direction", "counterparty", "description",
    "method", "status", "provider_category", "category_id", "native_id", "order_id", "note", "raw", "debt", "product",
    "review", "credit_product", "category_by_user", "class_by_user",
    "currency", "foreign_hundredths", "account",
)  # fmt: skip
_FOLLOWS = ("status", "row_class", "raw", "debt", "product", "review", "credit_product")
"""What a later file may say differently of a row; its category follows too, unless the user chose it. Where the user
decided what the row is, only the words of the file follow."""
_WORDS = frozenset({"status", "raw"})
_SPENDING = frozenset({RowClass.OUT, RowClass.N_REFUND})
_ROWS_BETWEEN_LOOKS = 1000


def _columns(table: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(table.__tablename__)]


_ROWS = _columns(StatementTransaction)
_CHANGES = _columns(RowChange)


@dataclass(frozen=True, slots=True)
class _Categories:
    """Which category a row of spending gets: the user's rule for the payee, else the provider's word."""

    provider: str
    by_key: Mapping[str, int | None]
    by_payee: Mapping[str, int]

    def of(self, row: StatementRow) -> int | None:
        """The category's id; None for what is no spending."""
        if row.row_class not in _SPENDING:
            return None
        ruled = self.by_payee.get(row.counterparty)
        return ruled if ruled is not None else self.by_key.get(category_of(self.provider, row.provider_category))


def import_statement(
    session: Session,
    *,
    statement: Statement,
    imported_on: date,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPreview:
    """Stores the rows that are new or to review and updates the changed ones; returns what was done.

    What a changed row said before is kept, so that `undo_import` can give it back later. `progress` is told (rows done,
    rows in all). Raises NothingToImport when there is nothing of either, Cancelled when `cancelled()` says so: nothing
    is kept.
    """
    batch = _new_batch(session, statement, imported_on)
    assert batch.id is not None
    categories = _categories(session, statement.provider)
    states: list[RowState] = []
    changed: list[StatementRow] = []
    values = _values(session, statement, states, changed, batch.id, categories, progress, cancelled)
    insert_in_bulk(session, StatementTransaction, _COLUMNS, values, batch_column="batch_id", batch_id=batch.id)
    for start in range(0, len(changed), _ROWS_BETWEEN_LOOKS):
        _look(statement, len(states) - len(changed) + start, progress, cancelled)
        _change(session, changed[start : start + _ROWS_BETWEEN_LOOKS], batch.id, categories)
    done = counted(reader_of(session), statement, states)
    if not done.new + done.to_review + done.changed:
        raise NothingToImport("file", file=statement.file_name)
    batch.rows, batch.new, batch.changed = len(states), done.new + done.to_review, done.changed
    session.add(batch)
    return done


def undo_import(session: Session, *, batch_id: int) -> BatchDependents:
    """Takes one import out of the book, whenever it was and whatever came after; returns what went with it.

    Its rows go, with what the user changed of them, and the repayments that were made from them; rows of other imports
    that were taken for the same movement are again what they were. Rows of other imports that it changed say again what
    they said before; where a later import changed such a row too, the row keeps what that one said, and that one
    remembers the older values. A category that the user chose stays, and so does what the user decided a row to be.
    Raises NoSuchRow.
    """
    done = batch_dependents(reader_of(session), batch_id=batch_id)
    connection = session.connection()
    take_back_of_batch(session, batch_id)
    delete_in_bulk(session, StatementTransaction, batch_column="batch_id", batch_id=batch_id)
    later = _CHANGES.alias()
    over = (
        select(_CHANGES.c.id, func.min(later.c.id).label("later_id"))
        .outerjoin(later, (later.c.row_id == _CHANGES.c.row_id) & (later.c.id > _CHANGES.c.id))
        .where(_CHANGES.c.batch_id == batch_id)
        .group_by(_CHANGES.c.id)
        .subquery()
    )
    query = select(*_CHANGES.c, over.c.later_id).join(over, over.c.id == _CHANGES.c.id).order_by(_CHANGES.c.id)
    before: list[dict[str, Any]] = [dict(row) for row in connection.execute(query).mappings()]
    handed_on = [_bound(row, row["later_id"]) for row in before if row["later_id"] is not None]
    given_back = [_bound(row, row["row_id"]) for row in before if row["later_id"] is None]
    if handed_on:
        values: dict[str, Any] = {name: bindparam(f"_{name}") for name in (*_FOLLOWS, "category_id")}
        connection.execute(update(_CHANGES).where(_CHANGES.c.id == bindparam("_id")).values(values), handed_on)
    if given_back:
        connection.execute(_row_update().where(_ROWS.c.id == bindparam("_id")), given_back)
    connection.execute(delete(_CHANGES).where(_CHANGES.c.batch_id == batch_id))
    session.delete(session.get_one(ImportBatch, batch_id))
    return done


def _new_batch(session: Session, statement: Statement, imported_on: date) -> ImportBatch:
    batch = ImportBatch(
        file_name=statement.file_name,
        sha256=statement.sha256,
        provider=statement.provider,
        generation=statement.generation,
        imported_on=imported_on,
        rows=0,
        new=0,
        changed=0,
        account_kind=statement.account_kind.value,
    )
    session.add(batch)
    session.flush()
    return batch


def _categories(session: Session, provider: str) -> _Categories:
    keys = {each.key: each.id for each in session.scalars(select(Category))}
    rules = {each.counterparty: each.category_id for each in session.scalars(select(CategoryRule))}
    return _Categories(provider, keys, rules)


def _look(
    statement: Statement,
    number: int,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Between rows: stops where that is wanted, and says how far it is. Raises Cancelled."""
    if cancelled is not None and cancelled():
        raise Cancelled("file", file=statement.file_name)
    if progress is not None:
        progress(number, max(number, length_hint(statement.rows)))


def _values(
    session: Session,
    statement: Statement,
    states: list[RowState],
    changed: list[StatementRow],
    batch_id: int,
    categories: _Categories,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[Any, ...]]:
    """What to store of the rows that are new. Each row is met once, however long the file is: on the way `states` and
    the `changed` ones are noted."""
    for number, (row, state) in enumerate(states_of(reader_of(session), statement.rows)):
        if number % _ROWS_BETWEEN_LOOKS == 0:
            _look(statement, number, progress, cancelled)
        states.append(state)
        if state is RowState.NEW or state is RowState.TO_REVIEW:
            yield _row_values(row, batch_id, categories.of(row))
        elif state is RowState.CHANGED:
            changed.append(row)


def _row_values(row: StatementRow, batch_id: int, category: int | None) -> tuple[Any, ...]:
    (line, key, kind, at, fen, direction, party, text, method, status, of_provider, native_id, order_id, note, raw,
     debt, product, review, credit_product, currency, account) = row  # fmt: skip
    foreign = currency != CNY
    return (
        batch_id, key, line, kind.value, None if at is None else at.isoformat(" "), None if foreign else fen,
        direction, party, text, method, status, of_provider, category, native_id, order_id, note, raw,
        None if debt is None else debt.value, product, None if review is None else review.value, credit_product, 0, 0,
        currency, fen if foreign else None, account,
    )  # fmt: skip


def _change(session: Session, changed: list[StatementRow], batch_id: int, categories: _Categories) -> None:
    """Keeps what the rows said before, then lets them say what the new file says."""
    connection = session.connection()
    kept = [_ROWS.c[name] for name in (*_FOLLOWS, "category_id")]
    before = select(bindparam("of_batch", batch_id), _ROWS.c.id, *kept).where(
        _ROWS.c.key.in_([row.key for row in changed])
    )
    connection.execute(insert(_CHANGES).from_select(["batch_id", "row_id", *_FOLLOWS, "category_id"], before))
    now = [
        {f"_{name}": getattr(row, name) for name in _FOLLOWS} | {"_key": row.key, "_category_id": categories.of(row)}
        for row in changed
    ]
    connection.execute(_row_update().where(_ROWS.c.key == bindparam("_key")), now)


def _row_update() -> Any:
    values: dict[str, Any] = {name: bindparam(f"_{name}") for name in _WORDS}
    for name in (*_FOLLOWS, "category_id"):
        if name not in _WORDS:
            decided = _ROWS.c.class_by_user == 1
            if name == "category_id":
                decided |= _ROWS.c.category_by_user == 1
            values[name] = case((decided, _ROWS.c[name]), else_=bindparam(f"_{name}"))
    return update(_ROWS).values(values)


def _bound(row: dict[str, Any], of_id: int) -> dict[str, Any]:
    return {"_id": of_id} | {f"_{name}": row[name] for name in (*_FOLLOWS, "category_id")}
