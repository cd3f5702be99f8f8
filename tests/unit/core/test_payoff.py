"""What pays a loan off on a day, against plans of lenders (domain.md E2, E7d) and simple interest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.repayments import Repayment, course
from planner.core.settlement import owed_on
from planner.core.terms import Accrual, LoanTerms, RepaymentMethod
from tests.books import jiebei_terms


def owed(terms: LoanTerms, paid: list[Repayment], on: date) -> int:
    return owed_on(terms, paid, on).total_fen


def on_their_days(count: int, fen: int = 90041) -> list[Repayment]:
    return [Repayment(at, date(2026, 1 + at, 15), fen) for at in range(1, count + 1)]


@pytest.mark.parametrize(
    ("days", "interest_fen"),
    [(0, 0), (1, 337), (5, 1685), (31, 10449)],  # 8,426.48 × 0.04 % a day
)
def test_the_principal_and_the_interest_of_the_days_gone(days: int, interest_fen: int) -> None:
    on = date(2026, 3, 15) + timedelta(days=days)
    # on the due day itself the whole instalment is due, so only its principal and interest are owed
    assert owed(jiebei_terms(), on_their_days(2), on) == 842648 + interest_fen


def test_what_is_overdue_is_owed_whole() -> None:
    assert owed(jiebei_terms(), on_their_days(1), date(2026, 3, 15)) == 842648 + 90041


def test_what_was_paid_ahead_is_not_asked_twice() -> None:
    paid = [*on_their_days(2), Repayment(3, date(2026, 3, 15), 90041 + 20_000)]
    course_principal = course(jiebei_terms(), paid).outstanding_fen(date(2026, 3, 20))
    assert owed(jiebei_terms(), paid, date(2026, 3, 20)) == course_principal


def test_a_loan_repaid_any_time_asks_the_interest_by_balance() -> None:
    terms = replace(jiebei_terms(), method=RepaymentMethod.REVOLVING)
    paid = [Repayment(1, date(2026, 1, 25), 504_000)]  # 4,000 of interest for ten days, 500,000 of principal
    assert owed(terms, paid, date(2026, 2, 4)) == 500_000 + 2_000
    assert owed(terms, [], date(2026, 1, 16)) == 1_000_400


def test_flat_fees_to_come_are_not_counted() -> None:
    terms = replace(
        jiebei_terms(),
        method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
        accrual=Accrual.MONTHLY,
        flat_fee_rate=Decimal("0.006"),
    )
    # E7d: after period 6, the fees of the six to come waived
    assert owed(terms, on_their_days(5, 89333), date(2026, 7, 15)) == 589335
    assert owed(terms, on_their_days(5, 89333), date(2026, 7, 16)) == 589335 + 6000 + 50
