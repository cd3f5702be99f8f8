"""Import of 100,000 rows: read, classify, compare and store, against csv → executemany."""

from __future__ import annotations

import csv
import itertools
import sqlite3
from datetime import date
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from planner.actions.imports import import_statement, undo_import
from planner.core.errors import NothingToImport
from planner.exchange.statements.recognise import read_statement
from planner.store.book import Book
from tests.bench.ratios import ratio
from tests.bench.statement import write_statement

ROWS = 100_000
TODAY = date(2026, 11, 24)


def floor(statement: Path, folder: Path, count: itertools.count[int]) -> None:
    """The least that reads a file into a table."""
    connection = sqlite3.connect(folder / f"floor{next(count)}.sqlite")
    connection.execute("CREATE TABLE t (a, b, c, d, e, f, g, h, i, j, k, l, m)")
    with statement.open(encoding="gb18030", newline="") as file:
        rows = (row for row in csv.reader(file) if len(row) == 13)
        connection.executemany("INSERT INTO t VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
    connection.commit()
    connection.close()


def test_first_import(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    statement, count = write_statement(tmp_path / "s.csv", ROWS), itertools.count()

    def ours() -> None:
        book = Book.open(tmp_path / f"{next(count)}.yudu", today=TODAY, create=True)
        book.write(import_statement, statement=read_statement(statement), imported_on=TODAY)
        assert book.reader.value("SELECT count(*) FROM transaction_row") == ROWS
        book.close()

    ratio(benchmark, lambda: floor(statement, tmp_path, count), ours, bar=4)


def test_import_again(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    statement, count = write_statement(tmp_path / "s.csv", ROWS), itertools.count()
    book = Book.open(tmp_path / "b.yudu", today=TODAY, create=True)
    book.write(import_statement, statement=read_statement(statement), imported_on=TODAY)

    def ours() -> None:
        try:
            book.write(import_statement, statement=read_statement(statement), imported_on=TODAY)
        except NothingToImport:
            return
        raise AssertionError("a second import added rows")

    ratio(benchmark, lambda: floor(statement, tmp_path, count), ours, bar=1)
    book.close()


def test_taken_out_and_brought_back(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    statement, count = write_statement(tmp_path / "s.csv", ROWS), itertools.count()
    book = Book.open(tmp_path / "b.yudu", today=TODAY, create=True)
    book.write(import_statement, statement=read_statement(statement), imported_on=TODAY)

    def ours() -> None:
        book.write(undo_import, batch_id=1)
        assert book.undo() == "undo_import"
        assert book.reader.value("SELECT count(*) FROM transaction_row") == ROWS

    ratio(benchmark, lambda: floor(statement, tmp_path, count), ours, bar=6)
    book.close()
