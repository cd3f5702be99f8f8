"""The sample book grown large: its own transactions again and again over five years, written in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from planner.actions.imports import import_statement
from planner.actions.sample_book import fill_sample_book
from planner.actions.sample_spending import sample_purchases
from planner.core.statement_rows import Statement, StatementRow
from planner.knowledge import load_knowledge
from planner.store.book import Book

DAYS = 60 * 30


def grown_book(path: Path, *, today: date, transactions: int = 100_000) -> Path:
    """Makes the sample book of a day with so many transactions in all, spread over sixty months.

    What is added are the sample's purchases of `today`, each repeat moved some days back and none of them on a
    pay-later line, so that the debts stay as they are and every report has the large table to look through.
    """
    book = Book.open(path, today=today, create=True)
    book.write(fill_sample_book, today=today, products=load_knowledge().products)
    missing = transactions - book.reader.value("SELECT count(*) FROM transaction_row")
    rows = tuple(_repeated(today, missing))
    book.write(import_statement, statement=Statement("grown.csv", "", "alipay", "A4", "utf-8", "", rows),
               imported_on=today)  # fmt: skip
    assert book.reader.value("SELECT count(*) FROM transaction_row") == transactions
    book.close()
    return path


def _repeated(today: date, wanted: int) -> Iterator[StatementRow]:
    own = [row for row in sample_purchases(today) if not row.credit_product]
    for number in range(wanted):
        row, again = own[number % len(own)], number // len(own)
        assert row.happened_at is not None
        moved = row.happened_at - timedelta(days=again * 37 % (DAYS - 550) + 1)
        key = f"grown-{number}"
        # a refund goes on naming the order of its own repeat
        order = f"{row.order_id}~{again}"
        yield row._replace(
            line=number + 1, key=key, happened_at=moved, native_id=f"{row.native_id}~{again}", order_id=order
        )
