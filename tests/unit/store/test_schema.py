"""The migrations build exactly what the tables declare."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from datetime import date
from pathlib import Path
from types import ModuleType

from planner.core.categories import CATEGORY_KEYS
from planner.store.book import Book

ROOT = Path(__file__).resolve().parents[3]


def make_schema() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schema", ROOT / "packaging" / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(sql: str) -> str:
    """Without line breaks, and without the quotes that SQLite puts around the name of a renamed table."""
    return re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", " ".join(sql.split()))


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: words(sql) for name, sql in rows}


def test_migrations_build_what_the_tables_declare(tmp_path: Path) -> None:
    declared = sqlite3.connect(":memory:")
    for statement in make_schema().schema():
        declared.execute(statement)
    book = Book.open(tmp_path / "b.yudu", today=date(2026, 1, 1), create=True)
    built = {name: words(sql) for name, sql in book.reader.rows(
        "SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL")}  # fmt: skip
    assert built == schema_of(declared)
    keys = [key for (key,) in book.reader.rows("SELECT key FROM category ORDER BY id")]
    assert keys == list(CATEGORY_KEYS)
    declared.close()
    book.close()


def test_no_column_asks_for_who_somebody_is(tmp_path: Path) -> None:
    book = Book.open(tmp_path / "b.yudu", today=date(2026, 1, 1), create=True)
    sql = " ".join(sql for (sql,) in book.reader.rows("SELECT lower(sql) FROM sqlite_schema WHERE sql IS NOT NULL"))
    for word in ("id_number", "card_number", "password", "phone", "real_name"):
        assert word not in sql
    book.close()
