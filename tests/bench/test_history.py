"""Sixty months of limit health in a book of 100,000 transactions, against reading its table once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.knowledge import load_knowledge
from planner.reports.health_history import health_history
from planner.store.book import Book
from tests.bench.grown import grown_book
from tests.bench.ratios import ratio

TODAY = date(2026, 11, 24)
MONTHS = 60


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    opened = Book.open_to_read(grown_book(tmp_path_factory.mktemp("history") / "b.yudu", today=TODAY), today=TODAY)
    yield opened
    opened.close()


def test_five_years_of_health(benchmark: BenchmarkFixture, book: Book) -> None:
    card = load_knowledge().scorecard

    def floor() -> None:
        connection = sqlite3.connect(book.path)
        for _ in connection.execute("SELECT id, happened_at, amount_fen, row_class FROM transaction_row"):
            pass
        connection.close()

    def ours() -> None:
        found = book.read(health_history, today=TODAY, scorecard=card, months=MONTHS)
        assert len(found.points) == MONTHS + 1

    ratio(benchmark, floor, ours, bar=3)
