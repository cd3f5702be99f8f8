"""Brings a book up to the program's schema: numbered SQL files, each in one transaction, after a backup."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from planner.store.backup import make_backup
from planner.store.trouble import BookDamaged, BookTooNew, NotABook

APPLICATION_ID = 0x59554455
"""`YUDU` in the file's header."""

FOLDER = Path(__file__).with_name("migrations")


def migrations() -> list[tuple[int, Path]]:
    """All migrations in order: (version they lead to, file)."""
    return sorted((int(file.name.split("_")[0]), file) for file in FOLDER.glob("[0-9]*_*.sql"))


def bring_up_to_date(connection: sqlite3.Connection, book: Path, *, today: date) -> None:
    """Runs the migrations a book lacks. Raises NotABook, BookTooNew or BookDamaged and changes nothing."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    newest = migrations()[-1][0]
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if not empty and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotABook(path=book)
    if version > newest:
        raise BookTooNew(path=book, version=version, known=newest)
    if version == newest:
        return
    if not empty:
        make_backup(connection, book, reason=f"before-version-{newest}", today=today)
    connection.execute("PRAGMA foreign_keys = OFF")
    for number, file in migrations():
        if number > version:
            _run(connection, book, number, file.read_text(encoding="utf-8"))
    connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, book: Path, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in script.split(";\n"):
            if statement.strip():
                connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise BookDamaged(path=book, reason="foreign keys")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
