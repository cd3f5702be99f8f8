"""Many rows at once: past the ORM and the undo triggers, and undone by their batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, SQLModel

from planner.store.undo import UndoLog


def insert_in_bulk(
    session: Session,
    table: type[SQLModel],
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    *,
    batch_column: str,
    batch_id: int,
) -> None:
    """Inserts rows of one batch in the session's transaction; undo takes all rows of the batch out.

    Ids follow one another from the highest in the table, so undo and redo restore them exactly.
    """
    session.flush()
    _undo(session).put_in(str(table.__tablename__), batch_column, batch_id, ", ".join(columns), rows)


def delete_in_bulk(session: Session, table: type[SQLModel], *, batch_column: str, batch_id: int) -> None:
    """Deletes all rows of one batch in the session's transaction; undo puts them back as they were."""
    session.flush()
    _undo(session).take_out(str(table.__tablename__), batch_column, batch_id)


def _undo(session: Session) -> UndoLog:
    session.connection()  # the session's transaction has begun
    undo: UndoLog = session.info["undo"]
    return undo
