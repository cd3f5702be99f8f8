"""What a loan's page can say of lateness, of any day's debt, and of due days that move with holidays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.actions.loans import add_loan, close_loan, record_repayment
from planner.actions.standing import record_overdue
from planner.core.facts import LenderKind, OverdueSource
from planner.core.repayments import DueState
from planner.core.terms import HolidayShift
from planner.reports.dues import dues
from planner.reports.facts import credit_facts
from planner.reports.loans import LoanView, loan_view
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

WHOLE = 11 * 90_041 + 90_042
ON = date(2026, 4, 25)
"""Ten days after the third instalment fell due."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """借呗 (loan 1) with repayments 1 and 2 of February and March."""
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def view(book: Book, today: date = ON, loan_id: int = 1) -> LoanView:
    found = loan_view(book.reader, loan_id=loan_id, today=today)
    assert found is not None
    return found


def test_every_part_of_what_is_owed_today_is_known(book: Book) -> None:
    found = view(book)
    owed = found.owed
    assert owed is not None
    third = found.schedule[2]
    assert (owed.due_principal_fen, owed.due_interest_fen) == (third.principal_fen, third.interest_fen)
    # overdue principal × 0.04 % × 1.5 × 10 days
    assert owed.penalty_fen == round(third.principal_fen * 0.0006 * 10) == third.penalty_fen
    assert owed.principal_fen == found.outstanding_fen - third.principal_fen
    assert owed.accrued_fen == round(owed.principal_fen * 0.0004 * 10)
    assert found.payoff_fen == owed.total_fen
    tomorrow = view(book, date(2026, 4, 26)).owed
    assert tomorrow is not None
    assert found.a_day_more_fen == tomorrow.total_fen - owed.total_fen > 0


def test_the_late_instalments_are_named_and_the_record_is_not_clear_while_the_loan_is_open(book: Book) -> None:
    found = view(book)
    (late,) = found.late
    assert (late.number, late.due_on, late.days) == (3, date(2026, 4, 15), 10)
    assert late.total_fen == 90_041 + found.schedule[2].penalty_fen
    assert (found.was_late, found.record_clears_on) == (True, None)
    on_time = view(book, date(2026, 4, 15))
    assert (on_time.late, on_time.was_late, on_time.record_clears_on) == ((), False, None)


def test_a_record_clears_five_years_after_the_end(book: Book) -> None:
    left = WHOLE - 2 * 90_041
    book.write(record_repayment, loan_id=1, paid_on=ON, amount_fen=left)
    found = view(book)
    assert (found.was_late, found.record_clears_on) == (True, date(2031, 4, 25))
    assert (found.owed, found.payoff_fen, found.a_day_more_fen) == (None, None, None)
    # the penalty that was not noted stays with its instalment
    assert [row.penalty_fen > 0 for row in found.schedule] == [row.number == 3 for row in found.schedule]


def test_a_loan_paid_in_time_has_no_record_to_clear_unless_one_was_reported(book: Book) -> None:
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 15), amount_fen=WHOLE - 2 * 90_041)
    assert (view(book).was_late, view(book).record_clears_on) == (False, None)
    book.write(record_overdue, due_on=date(2026, 3, 15), days=3, cleared_on=date(2026, 3, 18),
               source=OverdueSource.CREDIT_REPORT, loan_id=1)  # fmt: skip
    assert (view(book).was_late, view(book).record_clears_on) == (True, date(2031, 4, 15))


def test_a_closed_loan_is_late_no_more_and_its_record_clears_from_then(book: Book) -> None:
    book.write(close_loan, loan_id=1, closed_on=ON)
    found = view(book, date(2026, 6, 1))
    assert (found.late, found.owed, found.was_late) == ((), None, True)
    assert found.record_clears_on == date(2031, 4, 25)


def test_due_days_move_with_the_holidays_of_the_book_in_every_report(book: Book) -> None:
    # the 1st: 2026-10-01 to 07 are holidays, 10-08 is a Thursday; 2026-11-01 is a Sunday
    terms = replace(
        jiebei_terms(drawn_on=date(2026, 9, 1), periods=6), holiday_shift=HolidayShift.NEXT_WORKDAY, least_days=1
    )
    number = book.write(add_loan, lender_name="银行", lender_kind=LenderKind.BANK, name="x", product="", terms=terms)
    found = view(book, date(2026, 10, 7), number)
    assert [row.due_on for row in found.schedule[:3]] == [date(2026, 10, 8), date(2026, 11, 2), date(2026, 12, 1)]
    assert found.schedule[0].state is DueState.UPCOMING
    assert found.unknown_years == (2027,)
    (first,) = [due for due in book.read(dues, today=date(2026, 10, 7)).rows if due.account.id == number and
                due.number == 1]  # fmt: skip
    assert first.due_on == date(2026, 10, 8)
    (fact,) = [loan for loan in credit_facts(book.reader, date(2026, 10, 7)).loans if loan.ref.id == number]
    assert fact.dues[0].due_on == date(2026, 10, 8)
    assert view(book, date(2026, 10, 8), number).late == ()
    assert len(view(book, date(2026, 10, 9), number).late) == 1
