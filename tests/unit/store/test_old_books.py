"""Books of every released schema still open: one real book of each is kept, and nothing in it is lost."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.core.terms import PenaltyTerms, PrepayTerms
from planner.reports.courses import loan_records
from planner.reports.dues import dues
from planner.reports.loans import accounts
from planner.reports.workdays import workdays
from planner.store.book import Book
from planner.store.migrate import migrations

BOOKS = sorted((Path(__file__).parents[2] / "data" / "books").glob("schema-*.yudu"))
TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a kept book says: its debt, what falls due, and the tables that came after it."""

    outstanding_fen: int
    due_fen: int
    new_tables: frozenset[str]


STATEMENTS = frozenset({"budget", "saved_filter", "statement_mapping", "row_link", "debt_link"})
CARDS = frozenset({"limit_group", "group_limit", "card_terms", "card_entry", "temporary_limit"}) | STATEMENTS
ENGINE = frozenset({"extension", "own_row", "day_off", "day_off_year"}) | CARDS
# in all, three instalments of 借呗 are left: 900.41 / 1.0124 + 900.41 / (1.0124 × 1.012) + 900.42 / (1.0124² × 1.012)
KEPT = {
    "schema-1": Kept(263_630, 2 * 90_041, ENGINE | {"category_rule", "row_change"}),
    # and 5,000.00 of a person without interest, 1,500.00 of a bill; a loan that was paid off asks nothing
    "schema-2": Kept(263_630 + 500_000 + 150_000, 2 * 90_041 + 150_000, ENGINE),
    # and a card's statement of 8,123.00; of the person's loan 1,000.00 was paid back, and it was extended
    "schema-3": Kept(263_630 + 400_000 + 150_000 + 812_300, 2 * 90_041 + 150_000 + 812_300, CARDS),
    # and two lines that share a limit
    "schema-4": Kept(263_630 + 400_000 + 150_000 + 812_300, 2 * 90_041 + 150_000 + 812_300, STATEMENTS),
}


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
    path, kept = tmp_path / "mine.yudu", KEPT[old.stem]
    shutil.copy(old, path)
    before = rows_of(path)
    book = Book.open(path, today=TODAY)
    book.check()
    listed, due = book.read(accounts, today=TODAY), book.read(dues, today=TODAY)
    book.close()
    after = rows_of(path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == kept.new_tables
    assert listed.outstanding_fen == kept.outstanding_fen
    assert due.total_fen == kept.due_fen
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


def test_old_loans_bear_the_usual_penalty_but_for_those_of_a_person(tmp_path: Path) -> None:
    path = tmp_path / "mine.yudu"
    shutil.copy(BOOKS[1], path)
    book = Book.open(path, today=TODAY)
    terms = {record.name: record.terms for record in book.read(loan_records)}
    days = book.read(workdays)
    book.close()
    assert terms["借呗 · 装修"].penalty == terms["微粒贷 · 手机"].penalty == PenaltyTerms()
    assert terms["舅舅的钱"].penalty == PenaltyTerms(multiplier=Decimal(0))
    assert {each.prepay for each in terms.values()} == {PrepayTerms()}
    assert days.years == {2026}
    assert [days.is_workday(date(2026, month, day)) for month, day in ((10, 1), (10, 8), (10, 10), (10, 11))] == [
        False, True, True, False,
    ]  # fmt: skip
