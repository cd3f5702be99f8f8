"""Match my lender: from three rows of a plan the conventions are found that give all the others.

A thousand loans take ten minutes: `YUDU_LOANS=1000 pytest tests/property/test_matching.py`.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.errors import Missing, OutOfRange
from planner.core.matching import METHODS, GivenRow, match_lender
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    NO_INTEREST,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from tests.books import jiebei_terms

LOANS = int(os.environ.get("YUDU_LOANS", "24"))
UNITS = (
    (Accrual.ACTUAL_DAYS, DayCountBasis.NONE, RatePeriod.DAILY, 20, 95, 5),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_360, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_365, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.MONTHLY, 20, 200, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.DAILY, 20, 95, 5),
)


def random_loan(draw: random.Random) -> LoanTerms:
    """A loan as lenders write them: rates of few digits, any rule of due days."""
    method = draw.choice(METHODS)
    accrual, basis, period, least, most, digits = draw.choice(UNITS)
    rate, fee, fee_basis = (
        Rate(Decimal(draw.randint(least, most)).scaleb(-digits), period),
        Decimal(0),
        FeeBasis.EACH_PERIOD,
    )
    if method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        rate, accrual, fee_basis = NO_INTEREST, Accrual.MONTHLY, draw.choice(list(FeeBasis))
        each = fee_basis is FeeBasis.EACH_PERIOD
        fee = Decimal(draw.randint(20, 120)).scaleb(-4) if each else Decimal(draw.randint(20, 99)).scaleb(-3)
    principal = draw.choice([draw.randint(10, 3000) * 10_000, draw.randint(100_000, 20_000_000)])
    return LoanTerms(
        principal_fen=principal, received_fen=principal, method=method, accrual=accrual, rate=rate, day_count=basis,
        drawn_on=date(2025, 1, 1) + timedelta(days=draw.randint(0, 700)), periods=draw.choice([3, 6, 9, 12, 24, 36]),
        due_day_policy=draw.choice([DueDayPolicy.SAME_DAY_CLAMP, DueDayPolicy.MAP_TO_25_26_27, DueDayPolicy.MAP_TO_21]),
        first_period_policy=draw.choice(list(FirstPeriodPolicy)), due_day=draw.choice([None, None, 10, 21, 31]),
        remainder_in=draw.choice([RemainderIn.LAST] * 4 + [RemainderIn.FIRST]), flat_fee_rate=fee, fee_basis=fee_basis,
    )  # fmt: skip


def given(plan: tuple[ScheduleRow, ...], *numbers: int) -> list[GivenRow]:
    rows = [plan[number - 1] for number in numbers]
    return [
        GivenRow(row.number, row.due_on, row.payment_fen, row.principal_fen, row.interest_fen + row.fee_fen)
        for row in rows
    ]


def test_three_rows_give_the_whole_plan() -> None:
    draw = random.Random(20261124)
    found = 0
    for _ in range(LOANS):
        terms = random_loan(draw)
        plan = schedule(terms)
        rows = given(plan, 1, 2, terms.periods)
        matches = match_lender(
            principal_fen=terms.principal_fen, drawn_on=terms.drawn_on, periods=terms.periods, given=rows
        )
        for match in matches.exact:
            assert given(match.rows, 1, 2, terms.periods) == rows
        found += bool(matches.exact) and matches.exact[0].rows == plan
    assert found >= 0.95 * LOANS


def test_jiebei_is_known_by_its_first_two_rows() -> None:
    terms = jiebei_terms()
    matches = match_lender(
        principal_fen=terms.principal_fen, drawn_on=terms.drawn_on, periods=12, given=given(schedule(terms), 1, 2)
    )
    best = matches.exact[0]
    assert best.rows == schedule(terms)
    assert {each.terms.rate for each in best.conventions} >= {
        Rate(Decimal("0.0004"), RatePeriod.DAILY), Rate(Decimal("0.144"), RatePeriod.YEARLY),
        Rate(Decimal("0.146"), RatePeriod.YEARLY)}  # fmt: skip


def test_payments_alone_are_enough_for_equal_instalments() -> None:
    terms = replace(jiebei_terms(), accrual=Accrual.MONTHLY)
    plan = schedule(terms)
    rows = [GivenRow(1, plan[0].due_on, plan[0].payment_fen), GivenRow(12, plan[11].due_on, plan[11].payment_fen)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=rows)
    assert matches.exact
    assert all((match.rows[0].payment_fen, match.rows[11].payment_fen) == (
        plan[0].payment_fen, plan[11].payment_fen) for match in matches.exact)  # fmt: skip


def test_a_known_rate_is_not_searched() -> None:
    terms = jiebei_terms()
    matches = match_lender(
        principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=given(schedule(terms), 1), rate=terms.rate
    )
    assert {each.terms.rate for match in matches.exact for each in match.conventions} == {terms.rate}


def test_where_nothing_fits_the_nearest_says_by_how_much() -> None:
    terms = jiebei_terms()
    (row,) = given(schedule(terms), 1)
    odd = [replace(row, principal_fen=(row.principal_fen or 0) + 777), *given(schedule(terms), 2)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=odd)
    assert matches.exact == ()
    assert matches.nearest is not None
    assert matches.nearest.miss_fen > 1


def test_rows_without_figures_are_refused() -> None:
    with pytest.raises(Missing):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(1, date(2026, 2, 1))])
    with pytest.raises(OutOfRange):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(4, None, 40)])
