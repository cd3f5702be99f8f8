"""Throws the sample book away, so that the same file can hold the user's own figures."""

from __future__ import annotations

from sqlmodel import Session, SQLModel, col, delete

from planner.core.errors import NoSuchRow
from planner.reports.sample import is_sample
from planner.store.reader import reader_of
from planner.store.tables import BookInfo, Category

_KEPT = frozenset({"book_info", "category", "day_off", "day_off_year"})


def clear_book(session: Session) -> None:
    """Empties every table that holds facts, in one step; the categories that come with the program stay.

    Only the sample book is emptied: raises NoSuchRow when the book is not the sample (any more).
    """
    if not is_sample(reader_of(session)):
        raise NoSuchRow("book", id=1)
    connection = session.connection()
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name not in _KEPT:
            connection.execute(delete(table))
    connection.execute(delete(Category).where(col(Category.key) == ""))
    info = session.get(BookInfo, 1)
    assert info is not None
    info.applications_complete_since = None
    session.add(info)
