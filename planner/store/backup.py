"""Copies of the book: made before the day's first change and before each migration, and pruned."""

from __future__ import annotations

import glob
import os
import sqlite3
from datetime import date
from pathlib import Path

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
    target = sqlite3.connect(unfinished)
    try:
        connection.backup(target, pages=-1)
    finally:
        target.close()
    os.replace(unfinished, copy)
    _prune(book, reason, copy)
    return copy


def _prune(book: Path, reason: str, made: Path) -> None:
    pattern = f"{glob.escape(book.stem)}-????-??-??-{reason}{glob.escape(book.suffix)}"
    copies = sorted(backup_folder(book).glob(pattern))
    for old in copies[:-KEPT]:
        if old != made:
            old.unlink()
