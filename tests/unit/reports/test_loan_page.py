"""What the loans page shows of one loan and one line beyond their sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.actions.lines import change_limit, close_line, pay_line, record_statement
from planner.actions.loans import add_loan, close_loan, record_repayment
from planner.core.facts import LenderKind, LineStatus, RowKind, RowRef
from planner.core.repayments import DueState
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import LoanView, accounts, loan_view
from planner.store.book import Book
from tests.books import TODAY, jiebei_terms, new_book, with_jiebei

APRIL = date(2026, 4, 3)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def loan(book: Book, today: date = APRIL) -> LoanView:
    view = book.read(loan_view, loan_id=1, today=today)
    assert view is not None
    return view


def line(book: Book, today: date = APRIL) -> LineView:
    view = book.read(line_view, line_id=1, today=today)
    assert view is not None
    return view


def test_a_payoff_says_what_it_saved(book: Book) -> None:
    assert loan(book).payoff_fen == 842648 + 6404  # 19 days
    book.write(record_repayment, loan_id=1, paid_on=APRIL, amount_fen=849_052 + 100, penalty_fen=100, note="done",
               closes=True)  # fmt: skip
    view = loan(book)
    assert (view.closed_on, view.payoff_fen, view.waived_fen, view.open_fen) == (APRIL, None, 0, 0)
    assert view.agreed_cost_fen == 80493
    assert view.paid_cost_fen == 12400 + 10330 + 6404 + 100  # two instalments' interest, 19 days, the penalty
    last = view.repayments[-1]
    assert (last.penalty_fen, last.note, last.pays_off, last.principal_fen) == (100, "done", True, 842648)
    assert not view.repayments[0].pays_off


def test_what_was_waived_is_not_taken_for_paid(book: Book) -> None:
    before = loan(book).open_fen
    book.write(close_loan, loan_id=1, closed_on=APRIL)
    view = loan(book)
    assert (view.waived_fen, view.open_fen) == (842648, 0)
    assert before > view.waived_fen
    assert view.schedule[-1].waived_fen == 842648
    assert view.schedule[-1].state is DueState.SETTLED


def test_the_list_knows_what_can_be_paid(book: Book) -> None:
    the_line, the_loan = book.read(accounts, today=APRIL).rows
    assert (the_line.payable_fen, the_loan.payable_fen) == (0, 9 * 90041 + 90042)
    assert (the_line.payoff_fen, the_loan.payoff_fen) == (None, 849_052)
    book.write(record_statement, line_id=1, statement_on=APRIL, due_on=date(2026, 4, 20), balance_fen=700)
    assert book.read(accounts, today=APRIL).rows[0].payable_fen == 700


def test_a_line_shows_its_statements_and_payments_newest_first(book: Book) -> None:
    book.write(record_statement, line_id=1, statement_on=date(2026, 2, 1), due_on=date(2026, 2, 20), balance_fen=300)
    book.write(record_statement, line_id=1, statement_on=date(2026, 3, 1), due_on=date(2026, 3, 20), balance_fen=500,
               minimum_fen=50)  # fmt: skip
    book.write(pay_line, line_id=1, paid_on=date(2026, 2, 9), amount_fen=300, note="n")
    book.write(pay_line, line_id=1, paid_on=date(2026, 3, 9), amount_fen=200)
    view = line(book)
    assert [(row.on.month, row.balance_fen, row.minimum_fen, row.open_fen) for row in view.statements] == [
        (3, 500, 50, 300),
        (2, 300, None, None),
    ]
    assert [(row.paid_on.day, row.amount_fen, row.note, row.from_file) for row in view.payments] == [
        (9, 200, "", False),
        (9, 300, "n", False),
    ]
    assert (view.billed_fen, view.unbilled_fen, view.used_fen) == (300, 0, 300 + 842648)
    assert [(row.account, row.outstanding_fen, row.next_due_on) for row in view.loans] == [
        (RowRef(RowKind.LOAN, 1), 842648, date(2026, 4, 15))
    ]


def test_a_closed_line_counts_as_settled_once_nothing_is_owed(book: Book) -> None:
    book.write(change_limit, line_id=1, on=date(2026, 2, 1), limit_fen=900_000, status=LineStatus.REDUCED)
    book.write(close_line, line_id=1, closed_on=date(2026, 3, 20))
    assert (line(book).closed_on, line(book).status) == (date(2026, 3, 20), LineStatus.CLOSED)
    assert [row.settled for row in book.read(accounts, today=APRIL).rows] == [False, False]
    book.write(close_loan, loan_id=1, closed_on=APRIL)
    assert [row.settled for row in book.read(accounts, today=APRIL).rows] == [True, True]


def test_loans_stand_below_their_line_and_what_is_settled_last(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    line, _ = with_jiebei(book)
    values: dict[str, Any] = {"lender_name": "x", "lender_kind": LenderKind.BANK, "product": ""}
    book.write(add_loan, **values, name="alone", terms=jiebei_terms(drawn_on=date(2025, 12, 1)))
    book.write(add_loan, **values, name="over", terms=jiebei_terms(drawn_on=date(2024, 4, 1)), line_id=line,
               paid_in_time_before=TODAY)  # fmt: skip
    book.write(add_loan, **values, name="second", terms=jiebei_terms(drawn_on=date(2026, 5, 1)), line_id=line)
    found = accounts(book.reader, today=TODAY).rows
    book.close()
    assert [(row.name, row.line_name, row.settled) for row in found] == [
        ("借呗", "", False), ("借呗 · 装修", "借呗", False), ("second", "借呗", False), ("alone", "", False),
        ("over", "借呗", True),
    ]  # fmt: skip
