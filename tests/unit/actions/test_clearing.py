"""The sample book is thrown away in one step that undo takes back; a book of one's own is never emptied."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.actions.clearing import clear_book
from planner.actions.profile import add_cash_account
from planner.actions.sample_book import fill_sample_book
from planner.core.errors import NoSuchRow
from planner.knowledge import load_knowledge
from planner.reports.sample import is_sample
from planner.store.book import Book
from tests.books import new_book

TODAY = date(2026, 11, 24)


def test_the_sample_comes_and_goes_in_one_step_each(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    empty = book.dump()
    assert not book.read(is_sample)
    book.write(fill_sample_book, today=TODAY, products=load_knowledge().products)
    full = book.dump()
    assert book.read(is_sample)
    book.write(clear_book)
    assert book.dump() == empty
    assert (book.undo(), book.dump()) == ("clear_book", full)
    assert (book.undo(), book.dump()) == ("fill_sample_book", empty)
    assert (book.redo(), book.redo(), book.dump()) == ("fill_sample_book", "clear_book", empty)
    book.check()
    book.close()


def test_a_book_of_ones_own_is_not_emptied(tmp_path: Path) -> None:
    book: Book = new_book(tmp_path)
    book.write(add_cash_account, name="card", on=TODAY, balance_fen=1)
    with pytest.raises(NoSuchRow):
        book.write(clear_book)
    assert book.reader.value("SELECT count(*) FROM cash_account") == 1
    book.close()
