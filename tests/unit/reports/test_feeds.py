"""What the transactions say of the debts: a line follows its purchases day by day, and failed repayments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.actions.lines import add_line, pay_line, record_statement
from planner.core.facts import LenderKind, LineKind
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
from planner.reports.debt import debt_course
from planner.reports.dues import dues
from planner.reports.feeds import failed_payments
from planner.reports.line_view import line_view
from planner.reports.loans import accounts
from planner.store.book import Book
from tests.books import TODAY, new_book


def row(number: int, day: date, fen: int, kind: RowClass, **more: object) -> StatementRow:
    at = datetime(day.year, day.month, day.day, 12, number)
    made = StatementRow(
        line=number, key=f"row-{number}", row_class=kind, happened_at=at, amount_fen=fen, direction="",
        counterparty="某店", description="", method="花呗", status="", provider_category="", native_id=f"n{number}",
        order_id=f"n{number}", note="", raw="",
        credit_product="huabei" if kind in (RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER) else "",
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def repaid(number: int, day: date, fen: int, *, failed: bool = False) -> StatementRow:
    kind = RowClass.N_FAILED if failed else RowClass.N_REPAYMENT
    debt = DebtKind.FAILED_REPAYMENT if failed else DebtKind.REPAYMENT
    return row(number, day, fen, kind, debt=debt, product="huabei")


def bring(book: Book, *rows: StatementRow) -> None:
    book.write(import_statement, statement=Statement("a.csv", "", "alipay", "A4", "", "", rows), imported_on=TODAY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    made.write(
        add_line, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2024, 1, 1), limit_fen=950_000, statement_day=1, due_day=8,
    )  # fmt: skip
    yield made
    made.close()


def used(book: Book, day: date) -> int:
    view = book.read(line_view, line_id=1, today=day)
    assert view is not None
    listed = book.read(accounts, today=day)
    assert listed.outstanding_fen == view.used_fen == book.read(debt_course, today=day).owed_fen
    return view.used_fen


def test_a_purchase_raises_the_line_on_its_day_and_a_refund_lowers_it(book: Book) -> None:
    bring(
        book,
        row(1, date(2026, 11, 3), 8_640, RowClass.OUT),
        row(2, date(2026, 11, 5), 25_900, RowClass.N_REFUNDED_ORDER),
        row(3, date(2026, 11, 9), 25_900, RowClass.N_REFUND, order_id="n2"),
        repaid(4, date(2026, 11, 10), 5_000),
        row(5, date(2026, 11, 11), 777, RowClass.OUT, credit_product=""),
    )
    days = [used(book, date(2026, 11, day)) for day in (2, 3, 5, 9, 10, 24)]
    assert days == [0, 8_640, 34_540, 8_640, 3_640, 3_640]


def test_what_is_bought_after_the_statement_is_owed_but_not_due(book: Book) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 12, 8), balance_fen=100_000
    )
    bring(book, row(1, date(2026, 10, 20), 9_999, RowClass.OUT), row(2, date(2026, 11, 20), 8_640, RowClass.OUT))
    assert used(book, TODAY) == 108_640
    assert book.read(dues, today=TODAY).total_fen == 100_000
    course = book.read(debt_course, today=TODAY)
    assert course.planned[-1][1] == 0
    assert course.clear_on == date(2026, 12, 8)


def test_a_repayment_entered_and_imported_counts_once(book: Book) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 8), balance_fen=100_000
    )
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 7), amount_fen=60_000)
    bring(book, repaid(1, date(2026, 11, 8), 60_000))
    assert used(book, TODAY) == 40_000
    bring(book, repaid(2, date(2026, 11, 8), 10_000))
    assert used(book, TODAY) == 30_000


@pytest.mark.parametrize(("day", "left"), [(10, 40_000), (11, -20_000)])
def test_four_days_apart_are_two_repayments(book: Book, day: int, left: int) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 8), balance_fen=100_000
    )
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 7), amount_fen=60_000)
    bring(book, repaid(1, date(2026, 11, day), 60_000))
    assert used(book, TODAY) == max(left, 0)


def test_purchases_without_their_line_belong_to_none(book: Book) -> None:
    bring(book, row(1, date(2023, 12, 31), 500, RowClass.OUT), row(2, date(2026, 11, 3), 700, RowClass.OUT,
                                                                   credit_product="yuefu"))  # fmt: skip
    assert used(book, TODAY) == 0


def test_a_failed_repayment_is_made_good_by_one_of_its_amount(book: Book) -> None:
    bring(
        book,
        repaid(1, date(2026, 11, 8), 60_000, failed=True),
        repaid(2, date(2026, 11, 9), 59_999),
        repaid(3, date(2026, 11, 10), 60_000),
        repaid(4, date(2026, 11, 20), 300, failed=True),
    )
    found = book.read(failed_payments, until=TODAY)
    assert [(each.on.day, each.made_good_on) for each in found] == [(8, date(2026, 11, 10)), (20, None)]
    assert [each.made_good_on for each in book.read(failed_payments, until=date(2026, 11, 9))] == [None]
