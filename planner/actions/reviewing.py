"""What a user types in of a statement's row that its file does not say: when it was, and how many yuan."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from planner.actions.spending import set_row_class
from planner.core.errors import MustBePositive, NoSuchRow, NotToReview
from planner.core.statement_rows import CNY, ReviewReason, RowClass
from planner.store.tables import StatementTransaction

_GAPS = frozenset({ReviewReason.NO_AMOUNT.value, ReviewReason.NO_TIME.value})


def complete_row(
    session: Session,
    *,
    row_id: int,
    happened_at: datetime,
    amount_fen: int,
    row_class: RowClass | None = None,
) -> None:
    """Says when a row was (Beijing time) and its amount (fen, above zero), where its file does not; and what it is.

    That can be said of a row whose amount or time could not be read, and of one in another currency: its foreign
    amount stays beside the yuan. Without `row_class` a row of no known kind stays one to review. Later imports of the
    same row leave what was typed alone. Raises NoSuchRow, NotToReview, MustBePositive, and what `set_row_class` raises.
    """
    row = session.get(StatementTransaction, row_id)
    if row is None:
        raise NoSuchRow("rows", id=row_id)
    incomplete = row.happened_at is None or row.amount_fen is None
    if row.review not in _GAPS and not (incomplete and row.review) and row.currency == CNY:
        raise NotToReview("rows")
    if amount_fen <= 0:
        raise MustBePositive("amount")
    row.happened_at, row.amount_fen = happened_at.isoformat(" ", "seconds"), amount_fen
    if row.review in _GAPS:
        row.review = ReviewReason.UNKNOWN_DIRECTION.value
    session.add(row)
    session.flush()
    if row_class is not None:
        row.review = row.review or ReviewReason.UNKNOWN_DIRECTION.value
        set_row_class(session, row_ids=[row_id], row_class=row_class)
