"""Sixty months of limit health with 100,000 transactions, most bought with 花呗, against one reading of the book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from planner.actions.imports import import_statement
from planner.actions.lines import add_line
from planner.actions.sample_book import fill_sample_book
from planner.core.facts import LenderKind, LineKind
from planner.exchange.statements.recognise import read_statement
from planner.knowledge import load_knowledge
from planner.reports.facts import credit_records
from planner.reports.health_history import health_history
from planner.store.book import Book
from tests.bench.ratios import ratio
from tests.bench.statement import write_statement

ROWS = 100_000
TODAY = date(2026, 11, 24)


def test_sixty_months(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    known = load_knowledge()
    book = Book.open(tmp_path / "b.yudu", today=TODAY, create=True)
    book.write(fill_sample_book, today=TODAY, products=known.products)
    book.write(import_statement, statement=read_statement(write_statement(tmp_path / "s.csv", ROWS)), imported_on=TODAY)
    book.write(
        add_line, lender_name="L", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2019, 1, 1), limit_fen=2_000_000,
    )  # fmt: skip

    def ours() -> None:
        view = book.read(health_history, today=TODAY, scorecard=known.scorecard, months=60)
        assert len(view.points) == 61

    ratio(benchmark, lambda: credit_records(book.reader), ours, bar=6)
    book.close()
