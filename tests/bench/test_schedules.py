"""Schedules of 360 rows to the fen: one loan against a bare loop of Decimals, and ten thousand against numpy.

Neither floor knows dates. numpy does all loans at once by whole fen, one column per step; ours makes every row of every
loan with its days, one loan after the other.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from planner.core.schedules import schedule
from planner.core.terms import Accrual, DayCountBasis, LoanTerms, Rate, RatePeriod, RepaymentMethod
from tests.bench.ratios import ratio

LOANS, ROWS = 10_000, 360
BY_MONTHS = Rate(Decimal("0.0305"), RatePeriod.YEARLY)


def test_schedules(benchmark: BenchmarkFixture) -> None:
    loans = mortgages()
    wanted = [sum(row.interest_fen for row in schedule(terms)) for terms in loans[:200]]
    assert vectorised(loans[:200]).tolist() == wanted
    ratio(benchmark, lambda: vectorised(loans), lambda: [len(schedule(each)) for each in loans], bar=150, rounds=2)


def test_one_schedule(benchmark: BenchmarkFixture) -> None:
    loan = replace(mortgages()[0], principal_fen=100_000_000, received_fen=100_000_000, rate=BY_MONTHS)
    assert [row.balance_fen for row in schedule(loan)][:-1] == [int(each * 100) for each in decimals()][:-1]
    many = range(50)
    ratio(benchmark, lambda: [decimals() for _ in many], lambda: [schedule(loan) for _ in many], bar=5)


def decimals() -> list[Decimal]:
    """The balances of a million over thirty years at 3.05 %, rounded each month."""
    balance, payment, found = Decimal(1_000_000), Decimal("4243.05"), []
    for _ in range(ROWS):
        interest = (balance * Decimal("0.0305") / 12).quantize(Decimal("0.01"), ROUND_HALF_UP)
        balance -= payment - interest
        found.append(balance)
    return found


def mortgages() -> list[LoanTerms]:
    """Loans of thirty years: round amounts, rates of two decimals of a per cent."""
    draw = random.Random(20261124)
    return [
        LoanTerms(
            principal, principal, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
            Rate(Decimal(draw.randrange(250, 650)).scaleb(-4), RatePeriod.YEARLY), DayCountBasis.DAYS_360,
            date(2026, 1, 15), ROWS,
        )
        for principal in (draw.randrange(10**7, 3 * 10**8, 10**5) for _ in range(LOANS))
    ]  # fmt: skip


def vectorised(loans: list[LoanTerms]) -> np.ndarray:
    """The interest of each loan (fen), all rows of all loans by whole numbers."""
    principal = np.array([each.principal_fen for each in loans], dtype=np.int64)
    points = np.array([int(each.rate.value * 10_000) for each in loans], dtype=np.int64)
    monthly = points.astype(np.longdouble) / 120_000
    payment = np.floor(principal * monthly / (1 - (1 + monthly) ** -ROWS) + 0.5).astype(np.int64)
    rows = np.empty((4, ROWS, len(loans)), dtype=np.int64)  # payment, principal, interest and balance of every row
    balance = principal.copy()
    for at in range(ROWS):
        interest = (2 * balance * points + 120_000) // 240_000
        part = payment - interest if at < ROWS - 1 else balance
        balance = balance - part
        rows[:, at] = part + interest, part, interest, balance
    return rows[2].sum(axis=0)
