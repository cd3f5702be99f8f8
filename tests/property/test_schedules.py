"""What holds for every schedule: it repays exactly, never goes below zero, and its cost is its rate."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.core.rates import true_cost
from planner.core.repayments import Repayment, course
from planner.core.schedules import schedule
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


@st.composite
def loan_terms(draw: st.DrawFn) -> LoanTerms:
    """Any loan a user could type in."""
    principal = draw(st.integers(1, 10**10))
    return LoanTerms(
        principal_fen=principal,
        received_fen=draw(st.integers(max(1, principal // 2), principal)),
        method=draw(st.sampled_from(RepaymentMethod)),
        accrual=draw(st.sampled_from(Accrual)),
        rate=Rate(draw(st.decimals(0, Decimal("0.001"), places=6)), RatePeriod.DAILY),
        day_count=draw(st.sampled_from(DayCountBasis)),
        drawn_on=draw(st.dates(date(2000, 1, 1), date(2060, 12, 31))),
        periods=draw(st.integers(1, 60)),
        due_day_policy=draw(st.sampled_from(DueDayPolicy)),
        due_day=draw(st.integers(1, 31)),
        first_period_policy=draw(st.sampled_from(FirstPeriodPolicy)),
        flat_fee_rate=draw(st.decimals(0, Decimal("0.02"), places=4)),
    )


@given(loan_terms())
def test_a_schedule_repays_the_loan_exactly(terms: LoanTerms) -> None:
    rows = schedule(terms)
    assert sum(row.principal_fen for row in rows) == terms.principal_fen
    assert rows[-1].balance_fen == 0
    for row in rows:
        assert min(row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen) >= 0
        assert row.days == (row.due_on - row.start_on).days > 0


@given(loan_terms(), st.lists(st.tuples(st.integers(0, 900), st.integers(1, 10**8)), max_size=6))
def test_a_repayment_loses_no_fen(terms: LoanTerms, paid: list[tuple[int, int]]) -> None:
    repayments = tuple(
        Repayment(number, date.fromordinal(terms.drawn_on.toordinal() + after), amount)
        for number, (after, amount) in enumerate(paid)
    )
    went = course(terms, repayments)
    for each in went.allocations:
        parts = each.interest_fen + each.fee_fen + each.principal_fen + each.surplus_fen
        assert parts == each.repayment.amount_fen
    repaid = sum(each.principal_fen for each in went.allocations)
    assert went.balances[-1][1] == terms.principal_fen - repaid >= 0
    assert sum(each.open_principal_fen for each in went.instalments) == went.balances[-1][1]


@settings(max_examples=1000)
@given(st.integers(10**6, 10**9), st.integers(1, 60), st.decimals(Decimal("0.01"), Decimal("0.36"), places=4))
def test_the_nominal_cost_of_equal_instalments_is_their_rate(principal: int, periods: int, rate: Decimal) -> None:
    terms = LoanTerms(
        principal, principal, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
        Rate(rate, RatePeriod.YEARLY), DayCountBasis.NONE, date(2026, 1, 15), periods,
    )  # fmt: skip
    cost = true_cost(terms, schedule(terms)).only
    assert cost is not None
    # each of the periods' interest is off by half a fen at most
    assert abs(cost.nominal - rate) < Decimal(periods * 12) / principal


@given(loan_terms())
def test_month_ends_keep_their_anchor(terms: LoanTerms) -> None:
    assume(terms.due_day_policy is not DueDayPolicy.AFTER_STATEMENT)  # the anchor is the statement's there
    rows = schedule(terms)
    longest = max(row.due_on.day for row in rows)
    for row in rows:
        tomorrow = date.fromordinal(row.due_on.toordinal() + 1)
        assert row.due_on.day == longest or tomorrow.day == 1
