"""A loan as it really went: partial, early and late repayments, penalties beside the schedule, and its end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.repayments import DueState, LoanCourse, Repayment, course
from tests.books import jiebei_terms

TERMS = jiebei_terms()
FIRST = Repayment(1, date(2026, 2, 15), 90_041)
SECOND = Repayment(2, date(2026, 3, 15), 90_041)
AFTER_TWO_FEN = 842_648
PAYOFF = date(2026, 4, 1)


def assert_every_fen_is_there(found: LoanCourse, repayments: list[Repayment]) -> None:
    assert sum(each.row.principal_fen for each in found.instalments) == TERMS.principal_fen
    paid = sum(each.amount_fen - each.penalty_fen for each in repayments)
    assert sum(each.paid_fen for each in found.instalments) == paid
    for each in found.allocations:
        parts = each.interest_fen + each.fee_fen + each.principal_fen + each.surplus_fen
        assert parts == each.repayment.amount_fen - each.repayment.penalty_fen
    assert [each.row.number for each in found.instalments] == list(range(1, len(found.instalments) + 1))


def test_a_penalty_stands_beside_the_schedule() -> None:
    late = Repayment(1, date(2026, 2, 20), 90_041 + 324, penalty_fen=324)
    found = course(TERMS, [late])
    first = found.instalments[0]
    assert (first.paid_fen, first.settled_on, first.state(PAYOFF)) == (90_041, date(2026, 2, 20), DueState.SETTLED_LATE)
    assert (found.allocations[0].interest_fen, found.allocations[0].cost_fen) == (12_400, 12_724)
    assert found.outstanding_fen(PAYOFF) == TERMS.principal_fen - 77_641


def test_early_payoff_costs_the_interest_to_the_day_only() -> None:
    # 17 days at 0.04 % on 8,426.48 = 57.30
    paid = [FIRST, SECOND, Repayment(3, PAYOFF, AFTER_TWO_FEN + 5_730)]
    found = course(TERMS, paid, closed_on=PAYOFF)
    last = found.instalments[-1]
    assert len(found.instalments) == 3
    assert (last.row.due_on, last.row.days, last.row.principal_fen, last.row.interest_fen) == (
        PAYOFF, 17, AFTER_TWO_FEN, 5_730)  # fmt: skip
    assert (found.allocations[-1].principal_fen, found.allocations[-1].cost_fen) == (AFTER_TWO_FEN, 5_730)
    assert (found.open_fen, found.settled_on, found.balances[-1]) == (0, PAYOFF, (PAYOFF, 0))
    assert_every_fen_is_there(found, paid)


def test_what_was_paid_ahead_before_the_payoff_stays_paid() -> None:
    paid = [FIRST, SECOND, Repayment(3, date(2026, 3, 20), 15_000), Repayment(4, PAYOFF, 840_000)]
    found = course(TERMS, paid, closed_on=PAYOFF)
    ahead, rest = found.instalments[2:]
    assert (ahead.paid_fen, ahead.settled_on, ahead.open_fen) == (15_000, date(2026, 3, 20), 0)
    principal_ahead = 15_000 - ahead.row.interest_fen
    assert rest.row.principal_fen == AFTER_TWO_FEN - principal_ahead
    assert_every_fen_is_there(found, paid)


def test_a_late_instalment_stays_late_when_the_loan_is_paid_off() -> None:
    paid = [FIRST, Repayment(2, PAYOFF, 930_000)]
    found = course(TERMS, paid, closed_on=PAYOFF)
    second = found.instalments[1]
    assert (second.row.due_on, second.settled_on, second.state(PAYOFF)) == (
        date(2026, 3, 15), PAYOFF, DueState.SETTLED_LATE)  # fmt: skip
    assert_every_fen_is_there(found, paid)


def test_what_the_lender_asks_no_more_is_waived() -> None:
    found = course(TERMS, [FIRST, SECOND], closed_on=PAYOFF)
    assert found.open_fen == 0
    assert sum(each.waived_fen for each in found.instalments) == AFTER_TWO_FEN
    assert found.outstanding_fen(PAYOFF) == 0
    assert found.outstanding_fen(PAYOFF - timedelta(days=1)) == AFTER_TWO_FEN


def test_closing_a_loan_that_is_paid_changes_nothing() -> None:
    days = [date(2026, month, 15) for month in range(2, 13)]
    paid = [Repayment(at, day, 90_041) for at, day in enumerate(days)] + [Repayment(99, date(2027, 1, 15), 90_042)]
    assert course(TERMS, paid, closed_on=date(2027, 1, 15)).instalments == course(TERMS, paid).instalments


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 95_000)), max_size=6),
    st.integers(0, 200),
    st.integers(0, 1_100_000),
)
def test_no_fen_is_lost_however_a_loan_ends(earlier: list[tuple[int, int]], closed_after: int, last_fen: int) -> None:
    closed_on = TERMS.drawn_on + timedelta(days=closed_after)
    paid = [
        Repayment(at, TERMS.drawn_on + timedelta(days=min(days, closed_after)), fen)
        for at, (days, fen) in enumerate(earlier)
    ]
    if last_fen:
        paid.append(Repayment(99, closed_on, last_fen))
    found = course(TERMS, paid, closed_on=closed_on)
    assert_every_fen_is_there(found, paid)
    assert (found.open_fen, found.balances[-1]) == (0, (closed_on, 0))
    assert all(each.settled_on is not None for each in found.instalments)
    assert all(each.waived_fen >= 0 for each in found.instalments)
    balances = [fen for _, fen in found.balances]
    assert balances == sorted(balances, reverse=True)


@pytest.mark.parametrize("paid", [0, 1, 2])
def test_a_day_before_its_end_a_closed_loan_is_as_it_was(paid: int) -> None:
    repayments = [FIRST, SECOND][:paid]
    before = PAYOFF - timedelta(days=1)
    assert course(TERMS, repayments, closed_on=PAYOFF).outstanding_fen(before) == course(
        TERMS, repayments
    ).outstanding_fen(before)
