"""The troubles a book can be in; each becomes a dialog or a message that says what to do."""

from __future__ import annotations

from planner.core.errors import BookTrouble


class BookMissing(BookTrouble):
    """There is no file of that name. values: path."""


class NotABook(BookTrouble):
    """The file is something else. values: path."""


class BookTooNew(BookTrouble):
    """A newer program made it; it is left untouched. values: path, version, known."""


class BookDamaged(BookTrouble):
    """SQLite finds it damaged. values: path, reason."""


class BookInUse(BookTrouble):
    """Another window or command is writing to it. values: path."""


class CannotWriteBook(BookTrouble):
    """The disk is full, the folder is read-only or gone. values: path, reason."""
