"""Random loans for tests: terms with every switch a contract has, and what can happen to them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from planner.core.due_days import due_dates
from planner.core.events import Event, Extension, Prepayment, PrepayMode, RateChange
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)

MOST_RATE = {
    RatePeriod.DAILY: Decimal("0.001"),
    RatePeriod.MONTHLY: Decimal("0.03"),
    RatePeriod.YEARLY: Decimal("0.36"),
}


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    """Any rate a contract states, none at all included."""
    period = draw(st.sampled_from(RatePeriod))
    return Rate(draw(st.decimals(0, MOST_RATE[period], places=6)), period)


@st.composite
def any_terms(
    draw: st.DrawFn, *, most_periods: int = 60, methods: tuple[RepaymentMethod, ...] = tuple(RepaymentMethod)
) -> LoanTerms:
    """Any loan a user could type in, every switch of the contract included."""
    principal = draw(st.integers(1, 10**10))
    return LoanTerms(
        principal_fen=principal,
        received_fen=draw(st.integers(max(1, principal // 2), principal)),
        method=draw(st.sampled_from(methods)),
        accrual=draw(st.sampled_from(Accrual)),
        rate=draw(rates()),
        day_count=draw(st.sampled_from(DayCountBasis)),
        drawn_on=draw(st.dates(date(2000, 1, 1), date(2060, 12, 31))),
        periods=draw(st.integers(1, most_periods)),
        due_day_policy=draw(st.sampled_from(DueDayPolicy)),
        due_day=draw(st.integers(1, 31)),
        first_period_policy=draw(st.sampled_from(FirstPeriodPolicy)),
        flat_fee_rate=draw(st.decimals(0, Decimal("0.02"), places=4)),
        fee_basis=draw(st.sampled_from(FeeBasis)),
        days_after_statement=draw(st.integers(0, 40)),
        holiday_shift=draw(st.sampled_from(HolidayShift)),
        shift_accrues=draw(st.booleans()),
        remainder_in=draw(st.sampled_from(RemainderIn)),
        least_days=draw(st.integers(0, 3)),
        penalty=draw(_PENALTIES),
        prepay=draw(_PREPAYS),
    )


_PENALTIES = st.builds(
    PenaltyTerms,
    base=st.sampled_from(PenaltyBase),
    multiplier=st.sampled_from([Decimal(0), Decimal("1.5"), Decimal(2)]),
    daily_rate=st.sampled_from([None, Decimal("0.000985")]),
    replaces_interest=st.booleans(),
    compounds=st.booleans(),
)


_PREPAYS = st.builds(
    PrepayTerms,
    fee=st.sampled_from(PrepayFee),
    rate=st.sampled_from([Decimal(0), Decimal("0.03"), Decimal(1)]),
    steps=st.sampled_from([(), ((0, Decimal("0.03")), (12, Decimal("0.01")))]),
)


@st.composite
def events_of(draw: st.DrawFn, terms: LoanTerms, *, most: int = 4) -> list[Event]:
    """What may happen to a loan: other rates, principal paid back early and more time."""
    near = st.tuples(st.sampled_from(due_dates(terms)), st.integers(-3, 3)).map(lambda at: at[0] + timedelta(at[1]))
    any_day = st.integers(1, 31 * (terms.periods + 3)).map(lambda after: terms.drawn_on + timedelta(days=after))
    days = st.one_of(any_day, near.filter(lambda day: day > terms.drawn_on))
    part = st.integers(1, terms.principal_fen)
    kinds = [
        st.builds(RateChange, days, rates()),
        st.builds(Prepayment, days, part, st.sampled_from(PrepayMode)),
        st.builds(Extension, days, st.integers(1, 12)),
    ]
    found: list[Event] = draw(st.lists(st.one_of(kinds), max_size=most))
    return found
