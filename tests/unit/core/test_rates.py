"""Rates of return and the true cost, against numbers of domain.md §2.8 and classic examples."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from planner.core.irr import RateStatus, grown, irr, polished, rates_of, xirr
from planner.core.rates import (
    CostFound,
    cost_of,
    dated_cost,
    effective_rate,
    flat_fee_cost,
    nominal_rate,
    total_fee_cost,
    true_cost,
)
from planner.core.roots import zeros
from planner.core.schedules import schedule
from planner.core.terms import Accrual, DayCountBasis, HolidayShift, LoanTerms, Rate, RatePeriod, RepaymentMethod


def percents(found: CostFound) -> tuple[str, str]:
    """Nominal and effective in per cent, as domain.md prints them."""
    assert found.only is not None
    return f"{found.only.nominal * 100:.2f}", f"{found.only.effective * 100:.2f}"


def test_one_rate() -> None:
    found = irr([-100, 60, 60])
    assert found.status is RateStatus.ONE
    assert found.only == pytest.approx(0.13066238629180744, rel=1e-14)


def test_an_oil_pump_has_two_rates_and_no_only_one() -> None:
    found = irr([-1600, 10000, -10000])
    assert (found.status, found.only) == (RateStatus.SEVERAL, None)
    assert found.rates == pytest.approx((0.25, 4), rel=1e-14)


def test_a_double_root_is_one_rate() -> None:
    found = irr([-100, 220, -121])
    assert found.status is RateStatus.ONE
    assert found.only == pytest.approx(0.1, abs=1e-9)


def test_three_planted_roots() -> None:
    # (v − 1/1.1)(v − 1/1.2)(v − 1/1.3), as payments at 0 to 3
    found = irr([-1000, 3600, -4310, 1716])
    assert found.rates == pytest.approx((0.1, 0.2, 0.3), rel=1e-9)


@pytest.mark.parametrize(
    ("amounts", "status"),
    [
        ([], RateStatus.NO_SIGN_CHANGE),
        ([0, 0], RateStatus.NO_SIGN_CHANGE),
        ([100], RateStatus.NO_SIGN_CHANGE),
        ([-100, -5], RateStatus.NO_SIGN_CHANGE),
        ([100, 5], RateStatus.NO_SIGN_CHANGE),
        ([-100, 0], RateStatus.TOTAL_LOSS),
        ([100, 0, 0], RateStatus.TOTAL_LOSS),
        ([-100, 100, -100], RateStatus.NO_ROOT),
        ([10, -8, 5], RateStatus.NO_ROOT),
    ],
)
def test_without_a_rate_there_is_a_status(amounts: list[int], status: RateStatus) -> None:
    found = irr(amounts)
    assert (found.status, found.rates, found.only) == (status, (), None)


def test_payments_at_one_time_are_added_first() -> None:
    # the fee is taken from the loan: one payment of 9,400
    together = rates_of([(0, 10000), (0, -600), (12, -10600)])
    assert together == rates_of([(12, -10600), (0, 9400)])
    assert xirr([(date(2026, 1, 1), 100), (date(2026, 1, 1), -100)]).status is RateStatus.NO_SIGN_CHANGE


def test_rates_far_from_zero() -> None:
    near_loss = irr([-3000, Fraction(1, 10**9)])
    assert near_loss.only == pytest.approx(-1 + 1 / 3e12, abs=1e-16)
    payday = xirr([(date(2026, 1, 1), -1000), (date(2026, 1, 5), Fraction("1109.1"))])
    assert payday.only == pytest.approx(1.1091 ** (365 / 4) - 1, rel=1e-12)
    one_day = xirr([(date(2026, 1, 1), -1), (date(2026, 1, 2), 10)])
    assert one_day.status is RateStatus.ONE
    assert one_day.forces[0] == pytest.approx(365 * math.log(10), rel=1e-14)
    assert one_day.only == math.inf  # larger than the largest float; the force says how much


def test_a_rate_of_nothing_is_zero() -> None:
    assert irr([-300, 100, 100, 100]).only == 0
    assert grown(1e-18) == 1e-18


def test_fractional_times() -> None:
    found = rates_of([(0, -1000), (Fraction(1, 12) + Fraction(3, 365), 1010)])
    exact = 1.01 ** (1 / (1 / 12 + 3 / 365)) - 1
    assert found.only == pytest.approx(exact, rel=1e-13)


def test_as_many_digits_as_wanted() -> None:
    flows = [(0, -3500), (10, 10000)]
    force = rates_of(flows).forces[0]
    assert polished(flows, force, 30) == Decimal("0.11069085371075280625382590063")
    assert polished([(0, -100), (1, 220), (2, -121)], math.log(1.1) + 1e-9, 20) == pytest.approx(Decimal("0.1"))


def test_zeros_of_any_scale() -> None:
    assert zeros([], []) == zeros([1.0], [3.0]) == []
    assert zeros([0.0, 1e-6], [-1.0, 2.0]) == pytest.approx([math.log(2) * 1e6])
    assert zeros([0.0, 1e6], [-1e-200, 2e-200]) == pytest.approx([math.log(2) / 1e6])
    assert zeros([0.0, 1.0], [-1e300, 1.0]) == pytest.approx([math.log(1e-300)])
    assert zeros([0.0, 1.0], [1e-300, -1.0]) == pytest.approx([math.log(1e300)])
    assert zeros([0.0, 1.0, 2.0], [-1.5e308, -1.5e308, 1.5e308]) == pytest.approx([math.log((5**0.5 - 1) / 2)])


def test_steps_that_would_go_to_and_fro_for_ever() -> None:
    # two payments of days dwarf one of decades: Newton's steps alone swing between 1 and 102
    found = zeros([0, 10 / 365, 3580 / 365, 31], [5338.0, -5343.0, 93733.0, -1.585928033451307e36])
    assert found == pytest.approx([2.5], rel=1e-12)


def test_flat_fees_of_the_domain_page() -> None:
    # domain.md §2.8: f per period → nominal / effective
    table = {
        ("0.0030", 3): ("5.39", "5.53"), ("0.0045", 6): ("9.20", "9.60"), ("0.0050", 12): ("10.90", "11.46"),
        ("0.0060", 12): ("13.03", "13.84"), ("0.0060", 24): ("13.27", "14.10"), ("0.0060", 36): ("13.17", "14.00"),
        ("0.0075", 9 + 15): ("16.43", "17.72"), ("0.0100", 36): ("21.20", "23.39"),
    }  # fmt: skip
    for (fee, periods), shown in table.items():
        assert percents(flat_fee_cost(Decimal(fee), periods)) == shown
    # 花呗: total fees on the principal (E7c)
    totals = {("0.023", 3): ("13.75", "14.65"), ("0.045", 6): ("15.27", "16.38"), ("0.088", 12): ("15.86", "17.07")}
    for (fee, periods), shown in totals.items():
        assert percents(total_fee_cost(Decimal(fee), periods)) == shown


def test_early_payoff_of_a_flat_fee() -> None:
    # E7d: after period 6 of 12 × 0.60 %: remaining fees kept, waived, waived with a fee of 3 %
    for last, nominal in ((625335, "17.78"), (589335, "9.07"), (604335, "12.74")):
        flows = [(0, 1000000), *((month, -89333) for month in range(1, 6)), (6, -last)]
        assert percents(cost_of(flows))[0] == nominal


def test_guarantee_fees_count() -> None:
    # E7f: 12 % and 0.5 % of the original principal a month
    terms = LoanTerms(
        1_000_000, 1_000_000, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
        Rate(Decimal("0.12"), RatePeriod.YEARLY), DayCountBasis.NONE, date(2026, 1, 15), 12,
    )  # fmt: skip
    rows = schedule(terms)
    flows = [(0, 1_000_000), *((row.number, -row.payment_fen - 5_000) for row in rows)]
    assert percents(cost_of(flows)) == ("22.53", "25.01")
    assert percents(true_cost(terms, rows)) == ("12.00", "12.68")
    assert dated_cost(terms, rows).only == pytest.approx(0.1268, abs=1e-3)


def test_a_fee_before_the_loan_makes_two_costs_and_both_are_told() -> None:
    found = cost_of([(-12, -150), (0, 30000), (0, -450), *((month, Fraction("-356.11")) for month in range(1, 121))])
    assert (found.status, found.only) == (RateStatus.SEVERAL, None)
    assert [f"{cost.effective * 100:.4f}" for cost in found.costs] == ["8.2693", "19168.5542"]


def test_a_cost_beyond_any_number_is_still_a_number() -> None:
    cost = cost_of([(0, 1), (Fraction(1, 30), -(10**10))]).only
    assert cost is not None
    assert cost.effective > Decimal("1e1000")


def test_simple_and_effective() -> None:
    pairs = {"3": "3.04", "3.6": "3.66", "12": "12.68", "14.6": "15.62", "18": "19.56", "24": "26.82", "36": "42.58"}
    for nominal, effective in pairs.items():
        rate = effective_rate(Decimal(nominal) / 100)
        assert f"{rate * 100:.2f}" == effective
        assert abs(nominal_rate(rate) - Decimal(nominal) / 100) < Decimal("2e-9")
    assert effective_rate(Decimal("0.1"), 1) == nominal_rate(Decimal("0.1"), 1) == Decimal("0.1")


def test_a_due_day_that_is_moved_moves_no_later_payment() -> None:
    """Every third payment two days later, without interest for them, costs hardly less; not a year's days less."""
    plain = LoanTerms(
        10**8, 10**8, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY, Rate(Decimal("0.12"), RatePeriod.YEARLY),
        DayCountBasis.DAYS_360, date(2026, 1, 15), 36,
    )  # fmt: skip
    moved = replace(plain, holiday_shift=HolidayShift.NEXT_WORKDAY)
    agreed, later = (true_cost(each, schedule(each)).only for each in (plain, moved))
    assert agreed is not None
    assert later is not None
    rows = zip(schedule(moved), schedule(plain), strict=True)
    assert sum((row.due_on - other.due_on).days for row, other in rows) > 10
    assert Decimal(0) < agreed.nominal - later.nominal < Decimal("0.0003")
