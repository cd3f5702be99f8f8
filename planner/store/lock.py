"""One writer at a time for each book, by a lock of the operating system that ends with its process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from planner.store.trouble import BookInUse, CannotWriteBook


def lock_path(book: Path) -> Path:
    """The lock file beside the book."""
    return book.with_name(f".{book.name}.lock")


class BookLock:
    """Held from the opening of a book for writing until `release`. The empty file stays: only the lock counts."""

    def __init__(self, book: Path) -> None:
        """Raises BookInUse when another process holds the lock, CannotWriteBook where no file can be made."""
        try:
            self._file: BinaryIO = lock_path(book).open("ab")
        except OSError as error:
            raise CannotWriteBook(path=book, reason=error.strerror or "") from error
        try:
            _lock(self._file.fileno())
        except OSError:
            self._file.close()
            raise BookInUse(path=book) from None

    def release(self) -> None:
        """Lets others write."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
