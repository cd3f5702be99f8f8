"""Many rows at once: past the ORM and the undo triggers, and undone by their batch."""

from __future__ import annotations

import sqlite3
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
    """Inserts rows of one batch in the session's transaction; undo deletes all rows of the batch.

    Ids follow one another from the highest in the table, so undo and redo restore them exactly.
    """
    name = str(table.__tablename__)
    undo: UndoLog = session.info["undo"]
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    with undo.paused(name, f"DELETE FROM main.{name} WHERE {batch_column} = {batch_id:d}"):
        connection.executemany(f"INSERT INTO main.{name} ({names}) VALUES ({marks})", rows)
