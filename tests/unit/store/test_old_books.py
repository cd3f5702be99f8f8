"""Books of every released schema still open: one real book of each is kept, and nothing in it is lost."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from planner.reports.dues import dues
from planner.reports.loans import accounts
from planner.store.book import Book
from planner.store.migrate import migrations

BOOKS = sorted((Path(__file__).parents[2] / "data" / "books").glob("schema-*.yudu"))
TODAY = date(2026, 11, 24)


def rows_of(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    connection.close()
    return found


def test_there_is_a_book_of_every_older_schema() -> None:
    assert [int(path.stem.split("-")[1]) for path in BOOKS] == [number for number, _ in migrations()[:-1]]


@pytest.mark.parametrize("old", BOOKS, ids=lambda path: path.stem)
def test_an_old_book_is_brought_up_to_date_with_all_that_is_in_it(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.yudu"
    shutil.copy(old, path)
    before = rows_of(path)
    book = Book.open(path, today=TODAY)
    book.check()
    listed, due = book.read(accounts, today=TODAY), book.read(dues, today=TODAY)
    book.close()
    after = rows_of(path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"category_rule", "row_change"}
    # three instalments are left: 900.41 / 1.0124 + 900.41 / (1.0124 × 1.012) + 900.42 / (1.0124² × 1.012)
    assert listed.outstanding_fen == 263_630
    assert due.total_fen == 2 * 90_041
    copies = list((tmp_path / "backups").glob("mine-*-before-version-*.yudu"))
    assert [rows_of(copy) for copy in copies] == [before]


@pytest.mark.parametrize("old", BOOKS, ids=lambda path: path.stem)
def test_what_an_old_book_could_do_it_can_still_do(old: Path, tmp_path: Path) -> None:
    from planner.actions.loans import record_repayment

    path = tmp_path / "mine.yudu"
    shutil.copy(old, path)
    book = Book.open(path, today=TODAY)
    dump = book.dump()
    book.write(record_repayment, loan_id=1, paid_on=TODAY, amount_fen=90_041)
    book.undo()
    assert book.dump() == dump
    book.close()
