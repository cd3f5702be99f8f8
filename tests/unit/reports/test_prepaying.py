"""Where paying principal back early leads: both ways on beside the plan as it is, against published numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.actions.loans import add_loan
from planner.actions.plan_changes import prepay_loan
from planner.core.errors import (
    BeforeOpening,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    OverdueFirst,
    PlannerError,
    PrepaidOnlyWhole,
    PrepayNotAllowed,
    RepaidAnyTime,
)
from planner.core.events import PrepayMode
from planner.core.facts import LenderKind
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    LoanTerms,
    PrepayFee,
    PrepayTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from planner.reports.loans import loan_view
from planner.reports.prepaying import Path as Way
from planner.reports.prepaying import Prepaying, prepaying
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

MARCH = date(2026, 3, 20)
TWO_YEARS = date(2026, 11, 24)
LEFT = 842_648


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def what_if(book: Book, fen: int, *, loan: int = 1, on: date = MARCH, today: date = MARCH) -> Prepaying:
    return book.read(prepaying, loan_id=loan, on=on, principal_fen=fen, today=today)


def add(book: Book, terms: LoanTerms, *, paid_before: date | None = None) -> int:
    return book.write(
        add_loan, lender_name="建行", lender_kind=LenderKind.BANK, name="房贷", product="", terms=terms,
        paid_in_time_before=paid_before,
    )  # fmt: skip


def mortgage() -> LoanTerms:
    """domain.md 2.11: 1,000,000 over 360 months at 3.05 %."""
    return LoanTerms(
        principal_fen=100_000_000,
        received_fen=100_000_000,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        accrual=Accrual.MONTHLY,
        rate=Rate(Decimal("0.0305"), RatePeriod.YEARLY),
        day_count=DayCountBasis.DAYS_360,
        drawn_on=date(2024, 11, 24),
        periods=360,
    )


def test_the_mortgage_of_the_published_example(book: Book) -> None:
    loan = add(book, mortgage(), paid_before=date(2026, 11, 25))
    found = what_if(book, 10_000_000, loan=loan, on=TWO_YEARS, today=TWO_YEARS)
    assert found.left_fen == 95_795_073
    assert found.present.instalment_fen == 424_305
    assert (found.lower.instalment_fen, found.lower.saved_fen, found.lower.periods_left) == (380_012, 4_882_460, 336)
    assert (found.shorter.instalment_fen, found.shorter.saved_fen, found.shorter.periods_left) == (
        424_305, 11_983_422, 285,
    )  # fmt: skip
    assert found.shorter.rows[-1].payment_fen == 80_680
    assert found.shorter.last_due_on == date(2050, 8, 24)
    for way in (found.present, found.shorter, found.lower):
        assert way.cost.only is not None
        assert abs(way.cost.only.nominal - Decimal("0.0305")) < Decimal("0.0001")


def test_a_way_leads_where_the_recorded_prepayment_leads(book: Book) -> None:
    before = book.dump()
    found = what_if(book, 300_000)
    assert book.dump() == before
    ways = {PrepayMode.SHORTER_TERM: found.shorter, PrepayMode.LOWER_PAYMENT: found.lower}
    for mode, way in ways.items():
        book.write(prepay_loan, loan_id=1, paid_on=MARCH, principal_fen=300_000, mode=mode)
        view = book.read(loan_view, loan_id=1, today=MARCH)
        assert view is not None
        open_rows = [row for row in view.schedule if row.open_fen]
        assert [(row.number, row.due_on, row.payment_fen) for row in open_rows] == [
            (row.number, row.due_on, row.payment_fen) for row in way.rows
        ]
        assert way.periods_left == view.periods_left
        assert way.balances == view.planned
        book.undo()


def parts(way: Way) -> tuple[int, int]:
    return sum(row.principal_fen for row in way.rows), sum(row.charges_fen for row in way.rows)


def test_the_sums_of_a_way_are_those_of_its_rows(book: Book) -> None:
    found = what_if(book, 300_000)
    assert parts(found.present) == (LEFT, found.present.charges_fen)
    for way in (found.shorter, found.lower):
        assert parts(way) == (LEFT - 300_000, way.charges_fen)
        assert way.saved_fen == found.present.charges_fen - way.charges_fen == way.net_fen > 0
        assert way.balances[0] == (MARCH, LEFT - 300_000)
        assert way.balances[-1] == (way.last_due_on, 0)
    assert found.shorter.saved_fen > found.lower.saved_fen


def test_the_price_of_paying_early_is_taken_off(book: Book) -> None:
    terms = replace(jiebei_terms(), prepay=PrepayTerms(fee=PrepayFee.SHARE_OF_PREPAID, rate=Decimal("0.02")))
    found = what_if(book, 300_000, loan=add(book, terms, paid_before=MARCH))
    assert found.fee_fen == 6_000
    assert found.lower.net_fen == found.lower.saved_fen - 6_000
    assert found.present.net_fen == found.present.saved_fen == 0
    asked = book.read(prepaying, loan_id=2, on=MARCH, principal_fen=300_000, today=MARCH, fee_fen=9_000)
    assert (asked.fee_fen, asked.lower.net_fen) == (9_000, found.lower.net_fen - 3_000)
    assert asked.lower.cost.only is not None
    assert found.lower.cost.only is not None
    assert asked.lower.cost.only.nominal > found.lower.cost.only.nominal
    with pytest.raises(OutOfRange) as caught:
        book.read(prepaying, loan_id=2, on=MARCH, principal_fen=300_000, today=MARCH, fee_fen=-1)
    assert caught.value.field == "fee"


def test_all_of_it_leaves_nothing(book: Book) -> None:
    found = what_if(book, LEFT)
    assert found.shorter.balances[-1][1] == 0
    assert found.shorter.instalment_fen is None
    assert found.shorter.charges_fen == found.lower.charges_fen == 1_685  # 5 days at 0.04 %


def test_a_day_to_come_takes_the_instalments_before_it_as_paid(book: Book) -> None:
    found = what_if(book, 300_000, on=date(2026, 5, 20))
    assert found.taken_as_paid == 2
    assert found.present.rows[0].number == 5
    assert found.present.balances[0][0] == date(2026, 5, 20)


@pytest.mark.parametrize(
    ("fen", "on", "error", "field"),
    [
        (0, MARCH, MustBePositive, "principal"),
        (LEFT + 1, MARCH, OutOfRange, "principal"),
        (1, date(2026, 1, 14), BeforeOpening, "paid_on"),
    ],
)
def test_what_cannot_be_is_refused(book: Book, fen: int, on: date, error: type[PlannerError], field: str) -> None:
    with pytest.raises(error) as caught:
        what_if(book, fen, on=on)
    assert caught.value.field == field


def test_the_contract_and_what_is_overdue_come_first(book: Book) -> None:
    for terms, error in (
        (replace(jiebei_terms(), prepay=PrepayTerms(allowed=False)), PrepayNotAllowed),
        (replace(jiebei_terms(), prepay=PrepayTerms(partial_allowed=False)), PrepaidOnlyWhole),
        (replace(jiebei_terms(), method=RepaymentMethod.REVOLVING), RepaidAnyTime),
    ):
        loan = add(book, terms, paid_before=None if error is RepaidAnyTime else MARCH)
        with pytest.raises(error):
            what_if(book, 300_000, loan=loan)
    with pytest.raises(OverdueFirst) as caught:
        what_if(book, 300_000, on=date(2026, 4, 20), today=date(2026, 4, 20))
    assert caught.value.values == {"overdue_fen": 90041}
    with pytest.raises(NoSuchRow):
        what_if(book, 1, loan=99)
