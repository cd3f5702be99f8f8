"""Copies of the book: made before the day's first change and before each migration, and pruned; and by hand."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import tempfile
from datetime import date
from pathlib import Path

from planner.core.errors import FileInTheWay

KEPT = 14
"""Copies kept of each reason; the oldest go first."""


def backup_folder(book: Path) -> Path:
    """Where the copies of a book are."""
    return book.parent / "backups"


def make_backup(connection: sqlite3.Connection, book: Path, *, reason: str, today: date) -> Path | None:
    """Copies the book in one step, unless this day's copy for this reason is there; returns the new copy.

    A copy is written under another name first, so that a broken one never stands under a good one's name.
    """
    folder = backup_folder(book)
    copy = folder / f"{book.stem}-{today.isoformat()}-{reason}{book.suffix}"
    if copy.exists():
        return None
    folder.mkdir(exist_ok=True)
    unfinished = copy.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    _copy(connection, unfinished)
    os.replace(unfinished, copy)
    _prune(book, reason, copy)
    return copy


def free_name(book: Path, *, today: date) -> Path:
    """A name for a copy made by hand on a day, beside the others, that no file has."""
    first = backup_folder(book) / f"{book.stem}-{today.isoformat()}-by-hand{book.suffix}"
    copy, number = first, 1
    while os.path.lexists(copy):
        number += 1
        copy = first.with_name(f"{first.stem}-{number}{first.suffix}")
    return copy


def copy_book(connection: sqlite3.Connection, copy: Path) -> None:
    """Copies the book in one step to a new file, its folder made if missing; such copies are never pruned.

    Raises FileInTheWay where a file of that name is there, OSError or sqlite3.Error where it cannot be written;
    nothing is left behind then.
    """
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        copy.open("x").close()
    except FileExistsError:
        raise FileInTheWay("file", file=copy) from None
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(prefix=".part-", dir=copy.parent))
        _copy(connection, folder / copy.name)
        os.replace(folder / copy.name, copy)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _copy(connection: sqlite3.Connection, file: Path) -> None:
    target = sqlite3.connect(file)
    try:
        connection.backup(target, pages=-1)
    finally:
        target.close()


def _prune(book: Path, reason: str, made: Path) -> None:
    pattern = f"{glob.escape(book.stem)}-????-??-??-{reason}{glob.escape(book.suffix)}"
    copies = sorted(backup_folder(book).glob(pattern))
    for old in copies[:-KEPT]:
        if old != made:
            old.unlink()
