"""The terms of a loan as they stand in its row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

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
    steps_from_text,
)

TERM_COLUMNS = """
    principal_fen, received_fen, method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy,
    due_day, first_period_policy, first_due_on, flat_fee_rate, fee_basis, days_after_statement, holiday_shift,
    shift_accrues, remainder_in, least_days, penalty_base, penalty_multiplier, penalty_daily_rate,
    penalty_replaces_interest, penalty_compounds, prepay_allowed, prepay_partial, prepay_fee, prepay_rate, prepay_steps
"""
"""What `terms_of_row` reads, in its order."""


def terms_of_row(row: Sequence[Any]) -> LoanTerms:
    """The terms from the columns of TERM_COLUMNS."""
    return LoanTerms(
        principal_fen=row[0],
        received_fen=row[1],
        method=RepaymentMethod(row[2]),
        accrual=Accrual(row[3]),
        rate=Rate(Decimal(row[4]), RatePeriod(row[5])),
        day_count=DayCountBasis(row[6]),
        drawn_on=date.fromisoformat(row[7]),
        periods=row[8],
        due_day_policy=DueDayPolicy(row[9]),
        due_day=row[10],
        first_period_policy=FirstPeriodPolicy(row[11]),
        first_due_on=None if row[12] is None else date.fromisoformat(row[12]),
        flat_fee_rate=Decimal(row[13]),
        fee_basis=FeeBasis(row[14]),
        days_after_statement=row[15],
        holiday_shift=HolidayShift(row[16]),
        shift_accrues=bool(row[17]),
        remainder_in=RemainderIn(row[18]),
        least_days=row[19],
        penalty=_penalty(row[20:25]),
        prepay=_prepay(row[25:30]),
    )


def _penalty(row: Sequence[Any]) -> PenaltyTerms:
    return PenaltyTerms(
        base=PenaltyBase(row[0]),
        multiplier=Decimal(row[1]),
        daily_rate=None if row[2] is None else Decimal(row[2]),
        replaces_interest=bool(row[3]),
        compounds=bool(row[4]),
    )


def _prepay(row: Sequence[Any]) -> PrepayTerms:
    return PrepayTerms(
        allowed=bool(row[0]),
        partial_allowed=bool(row[1]),
        fee=PrepayFee(row[2]),
        rate=Decimal(row[3]),
        steps=steps_from_text(row[4]),
    )
