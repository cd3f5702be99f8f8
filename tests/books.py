"""Books for tests: empty ones, and a small one with a line, a loan and repayments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.actions.lines import add_line
from planner.actions.loans import add_loan, record_repayment
from planner.core.facts import LenderKind, LineKind
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from planner.store.book import Book

TODAY = date(2026, 11, 24)


def new_book(folder: Path, *, today: date = TODAY) -> Book:
    """An empty book."""
    return Book.open(folder / "book.yudu", today=today, create=True)


def jiebei_terms(principal_fen: int = 1_000_000, drawn_on: date = date(2026, 1, 15), periods: int = 12) -> LoanTerms:
    """借呗 as in domain.md E2: 0.04 % a day, equal instalments, due on the day of the drawdown."""
    return LoanTerms(
        principal_fen=principal_fen,
        received_fen=principal_fen,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        accrual=Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal("0.0004"), RatePeriod.DAILY),
        day_count=DayCountBasis.NONE,
        drawn_on=drawn_on,
        periods=periods,
        due_day_policy=DueDayPolicy.MAP_TO_25_26_27,
        first_period_policy=FirstPeriodPolicy.NEXT_DUE_IF_GAP_15,
    )


def with_jiebei(book: Book, *, paid: int = 0) -> tuple[int, int]:
    """Adds a 借呗 line of 30,000 and the loan of E2 under it, its first `paid` instalments paid on their days."""
    line = book.write(
        add_line,
        lender_name="蚂蚁消费金融",
        lender_kind=LenderKind.CONSUMER_FINANCE,
        name="借呗",
        product="jiebei",
        kind=LineKind.CASH_LINE,
        opened_on=date(2024, 3, 12),
        limit_fen=3_000_000,
    )
    loan = book.write(
        add_loan,
        lender_name="蚂蚁消费金融",
        lender_kind=LenderKind.CONSUMER_FINANCE,
        name="借呗 · 装修",
        product="jiebei",
        terms=jiebei_terms(),
        line_id=line,
    )
    for month in range(2, 2 + paid):
        book.write(record_repayment, loan_id=loan, paid_on=date(2026, month, 15), amount_fen=90041)
    return line, loan
