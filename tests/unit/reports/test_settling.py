"""What settles a loan on any day: each part, what a day more adds, and what it saves against the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.actions.loans import add_loan, record_repayment
from planner.core.errors import AlreadyClosed, BeforeOpening, NoSuchRow, OutOfRange, PlannerError
from planner.core.facts import LenderKind
from planner.core.terms import LATEST, FeeBasis, LoanTerms, PrepayFee, PrepayTerms, RepaymentMethod
from planner.reports.loans import loan_view
from planner.reports.settling import Settling, settling
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

APRIL = date(2026, 4, 3)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """借呗 of 10,000 from 2026-01-15 with its first two instalments paid on their days."""
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def settle(book: Book, on: date, *, today: date = APRIL, loan: int = 1) -> Settling:
    return book.read(settling, loan_id=loan, on=on, today=today)


def add(book: Book, terms: LoanTerms) -> int:
    return book.write(add_loan, lender_name="x", lender_kind=LenderKind.BANK, name="x", product="", terms=terms)


def test_today_is_what_the_page_says(book: Book) -> None:
    found, view = settle(book, APRIL), book.read(loan_view, loan_id=1, today=APRIL)
    assert view is not None
    assert found.owed == view.owed
    assert found.owed.total_fen == 842_648 + 6_404  # E2: 19 days at 0.04 % on 8,426.48
    assert (found.interest_days, found.a_day_more_fen) == (19, view.a_day_more_fen)
    assert found.by_plan_fen == view.open_fen
    assert found.saves_fen == view.open_fen - 849_052


def test_no_day_beyond_the_calendar(book: Book) -> None:
    """Something is late: only the calendar itself ends the days to ask about."""
    with pytest.raises(OutOfRange) as refused:
        settle(book, date.max, today=date(2026, 11, 24))
    assert (refused.value.field, refused.value.values["high"]) == ("on", LATEST)
    assert settle(book, LATEST, today=date(2026, 11, 24)).owed.total_fen > 842_648


def test_a_past_day_knows_nothing_of_what_was_paid_later(book: Book) -> None:
    found = settle(book, date(2026, 2, 20))
    assert found.owed.principal_fen == 922_359  # after the first instalment (E2)
    assert found.interest_days == 5
    assert found.by_plan_fen == 10 * 90041 + 90042
    assert found.taken_as_paid == 0


def test_instalments_before_a_day_to_come_count_as_paid_in_time(book: Book) -> None:
    found = settle(book, date(2026, 6, 20))
    assert found.taken_as_paid == 3
    assert (found.owed.due_fen, found.interest_days) == (0, 5)
    paid = settle(book, date(2026, 6, 20), today=date(2026, 3, 20))
    assert paid.owed == found.owed
    for month in (4, 5, 6):
        book.write(record_repayment, loan_id=1, paid_on=date(2026, month, 15), amount_fen=90041)
    assert settle(book, date(2026, 6, 20), today=date(2026, 6, 20)).owed == found.owed


def test_an_instalment_of_the_day_itself_is_due_and_not_taken_as_paid(book: Book) -> None:
    found = settle(book, date(2026, 4, 15))
    assert found.taken_as_paid == 0
    assert found.owed.due_fen == 90041
    assert found.owed.accrued_fen == 0


def test_while_something_is_late_nothing_is_taken_as_paid(book: Book) -> None:
    late = date(2026, 4, 20)
    found = settle(book, date(2026, 5, 20), today=late)
    assert found.taken_as_paid == 0
    assert found.owed.due_fen == 2 * 90041 + found.owed.penalty_fen
    assert found.owed.penalty_fen > 0
    assert found.by_plan_fen == 9 * 90041 + 90042 + found.owed.penalty_fen


def test_the_last_day_costs_what_the_plan_costs(book: Book) -> None:
    found = settle(book, date(2027, 1, 15))
    assert (found.owed.total_fen, found.saves_fen, found.taken_as_paid) == (90042, 0, 9)


@pytest.mark.parametrize(
    ("on", "today", "error"),
    [
        (date(2026, 1, 14), APRIL, BeforeOpening),
        (date(2027, 1, 16), APRIL, OutOfRange),
    ],
)
def test_a_day_that_cannot_be_is_refused(book: Book, on: date, today: date, error: type[PlannerError]) -> None:
    with pytest.raises(error) as caught:
        settle(book, on, today=today)
    assert caught.value.field == "on"


def test_a_loan_that_is_over_can_still_be_looked_at_before_its_end(book: Book) -> None:
    book.write(record_repayment, loan_id=1, paid_on=APRIL, amount_fen=849_052, closes=True)
    with pytest.raises(AlreadyClosed) as caught:
        settle(book, APRIL)
    assert caught.value.values == {"closed_on": APRIL}
    assert settle(book, date(2026, 4, 2)).owed.total_fen == 842_648 + 6_067
    with pytest.raises(NoSuchRow):
        settle(book, APRIL, loan=9)


def test_a_fee_that_is_kept_and_the_price_of_paying_early_are_parts(book: Book) -> None:
    base = replace(jiebei_terms(), flat_fee_rate=Decimal("0.12"), fee_basis=FeeBasis.TOTAL)
    kept = add(book, replace(base, prepay=PrepayTerms(fee=PrepayFee.REMAINING_FEES)))
    found = settle(book, date(2026, 1, 20), loan=kept, today=date(2026, 1, 20))
    assert found.owed.fees_fen == 120_000
    share = add(book, replace(base, prepay=PrepayTerms(fee=PrepayFee.SHARE_OF_PREPAID, rate=Decimal("0.01"))))
    assert settle(book, date(2026, 1, 20), loan=share, today=date(2026, 1, 20)).owed.early_fee_fen == 10_000


def test_the_least_days_and_the_whole_period_are_counted_as_such(book: Book) -> None:
    least = add(book, replace(jiebei_terms(), least_days=7))
    found = settle(book, date(2026, 1, 17), loan=least, today=date(2026, 1, 17))
    assert (found.interest_days, found.owed.accrued_fen) == (7, 2800)
    whole = add(book, replace(jiebei_terms(), prepay=PrepayTerms(fee=PrepayFee.PERIOD_INTEREST)))
    found = settle(book, date(2026, 1, 17), loan=whole, today=date(2026, 1, 17))
    assert (found.interest_days, found.owed.accrued_fen) == (31, 12_400)


def test_a_loan_repaid_any_time_owes_its_balance_with_interest(book: Book) -> None:
    loan = add(book, replace(jiebei_terms(), method=RepaymentMethod.REVOLVING))
    found = settle(book, date(2026, 3, 6), loan=loan, today=APRIL)
    assert found.owed.principal_fen == 1_000_000
    assert found.owed.accrued_fen == 50 * 400
    assert (found.interest_days, found.a_day_more_fen, found.taken_as_paid) == (50, 400, 0)
    assert found.saves_fen == (365 - 50) * 400


def test_the_days_of_interest_are_those_of_the_interest(book: Book) -> None:
    """A loan repaid any time asks for the interest to the day, also where a period's interest was agreed."""
    kept = PrepayTerms(fee=PrepayFee.PERIOD_INTEREST)
    drawn_on = date(2026, 3, 4)
    terms = replace(jiebei_terms(), method=RepaymentMethod.REVOLVING, prepay=kept, drawn_on=drawn_on)
    found = settle(book, APRIL, loan=add(book, terms))
    assert (found.interest_days, found.owed.accrued_fen) == (30, 12_000)  # 0.04 % on 10,000 a day
