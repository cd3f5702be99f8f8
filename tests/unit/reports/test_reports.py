"""Reports on a small book: the same loan gives the same figures in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.actions.lines import change_limit, pay_line, record_statement
from planner.actions.loans import record_repayment
from planner.actions.profile import add_cash_account, set_cash_balance, set_profile
from planner.core.facts import LineStatus
from planner.core.repayments import DueState
from planner.reports.courses import loan_records
from planner.reports.debt import debt_course
from planner.reports.dues import dues
from planner.reports.facts import credit_facts
from planner.reports.loans import accounts, loan_view
from planner.reports.settings import settings_view
from planner.store.book import Book
from tests.books import new_book, with_jiebei

MARCH = date(2026, 3, 20)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def test_a_loan_says_the_same_everywhere(book: Book) -> None:
    view = book.read(loan_view, loan_id=1, today=MARCH)
    assert view is not None
    assert (view.interest_fen, view.periods_left, view.outstanding_fen) == (80493, 10, 842648)
    assert view.next_due is not None
    assert (view.next_due.number, view.next_due.due_on, view.next_due.open_fen) == (3, date(2026, 4, 15), 90041)
    assert [row.principal_fen for row in view.repayments] == [77641, 79711]
    listed = book.read(accounts, today=MARCH)
    line, loan = listed.rows
    assert (line.outstanding_fen, loan.outstanding_fen, listed.outstanding_fen) == (842648, 842648, 842648)
    assert (loan.next_fen, loan.next_due_on) == (90041, date(2026, 4, 15))
    assert book.read(debt_course, today=MARCH).owed_fen == 842648
    due = book.read(dues, today=MARCH)
    assert (due.total_fen, [row.due_on for row in due.rows]) == (90041, [date(2026, 4, 15)])
    assert due.rows[0].days_left == 26
    facts = book.read(credit_facts, on=MARCH)
    assert facts.loans[0].balances[-1] == (date(2026, 3, 15), 842648)


def test_the_window_of_dues_is_half_open_and_late_dues_stay(book: Book) -> None:
    assert book.read(dues, today=date(2026, 3, 16)).rows == ()
    assert len(book.read(dues, today=date(2026, 3, 17)).rows) == 1
    late = book.read(dues, today=date(2026, 5, 1))
    assert [row.state for row in late.rows] == [DueState.LATE, DueState.UPCOMING]
    assert late.rows[0].days_left == -16


def test_a_report_of_the_past_does_not_know_what_came_later(book: Book) -> None:
    book.write(change_limit, line_id=1, on=date(2026, 6, 1), limit_fen=0, status=LineStatus.FROZEN)
    before = book.read(accounts, today=date(2026, 2, 1))
    assert (before.rows[0].limit_fen, before.rows[1].outstanding_fen) == (3_000_000, 1_000_000)
    after = book.read(accounts, today=date(2026, 6, 1))
    assert (after.rows[0].limit_fen, after.rows[0].limit_was_fen) == (0, 3_000_000)
    assert book.read(accounts, today=date(2024, 3, 11)).rows == ()
    assert book.read(loan_records, until=date(2026, 1, 14)) == ()


def test_a_statement_is_due_until_it_is_paid(book: Book) -> None:
    book.write(record_statement, line_id=1, statement_on=date(2026, 3, 1), due_on=date(2026, 3, 10),
               balance_fen=50_000, minimum_fen=5_000)  # fmt: skip
    book.write(pay_line, line_id=1, paid_on=date(2026, 3, 5), amount_fen=20_000)
    (statement, *_) = book.read(dues, today=date(2026, 3, 6)).rows
    assert (statement.open_fen, statement.minimum_fen, statement.state) == (30_000, 0, DueState.UPCOMING)
    # the minimum was paid: what is left revolves, and is not overdue
    (statement, *_) = book.read(dues, today=date(2026, 3, 20)).rows
    assert statement.state is DueState.PARTLY_PAID
    book.write(pay_line, line_id=1, paid_on=date(2026, 3, 12), amount_fen=30_000)
    assert [row.number for row in book.read(dues, today=date(2026, 3, 20)).rows] == [3]


def test_the_course_of_debt_ends_at_nothing(book: Book) -> None:
    course = book.read(debt_course, today=MARCH)
    assert course.past[0] == (date(2025, 3, 31), 0)
    assert course.past[-2] == (date(2026, 2, 28), 922359)
    assert course.planned[0] == (MARCH, 842648)
    assert course.planned[-1] == (date(2027, 1, 31), 0)
    assert course.clear_on == date(2027, 1, 15)
    assert course.month_ago_fen == 922359
    owed = [fen for _, fen in course.planned]
    assert owed == sorted(owed, reverse=True)


def test_a_settled_loan_leaves_the_dues(book: Book) -> None:
    rest = 9 * 90041 + 90042
    book.write(record_repayment, loan_id=1, paid_on=MARCH, amount_fen=rest)
    assert book.read(dues, today=MARCH, days=400).rows == ()
    listed = book.read(accounts, today=MARCH)
    assert (listed.open_loans, listed.outstanding_fen, listed.rows[1].settled) == (0, 0, True)
    assert book.read(debt_course, today=MARCH).clear_on is None


def test_settings_show_what_is_in_force(book: Book) -> None:
    assert book.read(settings_view, today=MARCH).profile is None
    book.write(set_profile, since=date(2026, 1, 1), income_fen=900_000, payday=10, essential_fen=None)
    book.write(set_profile, since=date(2026, 6, 1), income_fen=0, payday=None, essential_fen=None)
    book.write(add_cash_account, name="余额宝", on=date(2026, 1, 1), balance_fen=5)
    book.write(set_cash_balance, account_id=1, on=date(2026, 2, 1), balance_fen=7)
    view = book.read(settings_view, today=MARCH)
    assert view.profile is not None
    assert (view.profile.income_fen, view.profile.essential_fen) == (900_000, None)
    assert [(row.name, row.balance_fen) for row in view.cash_accounts] == [("余额宝", 7)]


def test_a_loan_of_an_earlier_day_does_not_know_later_repayments(book: Book) -> None:
    view = book.read(loan_view, loan_id=1, today=date(2026, 3, 1))
    assert view is not None
    assert len(view.repayments) == 1
    late = book.read(dues, today=date(2026, 3, 16))
    assert late.rows == ()
    assert book.read(loan_view, loan_id=1, today=date(2026, 1, 14)) is None
