"""What holds for every rate of return: all roots are found, none is invented, and another library agrees."""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.core.irr import RateStatus, irr, polished, rates_of, xirr
from planner.core.rates import cost_of, effective_rate, flat_fee_cost, nominal_rate
from planner.core.roots import zeros

MANY = settings(max_examples=1000)


def worth(flows: list[tuple[float, float]], x: float) -> float:
    """The sum of exponentials, scaled by its largest term."""
    exponents = [-x * time for time, _ in flows]
    most = max(exponents)
    return math.fsum(amount * math.exp(each - most) for each, (_, amount) in zip(exponents, flows, strict=True))


def size(flows: list[tuple[float, float]], x: float) -> float:
    return worth([(time, abs(amount)) for time, amount in flows], x)


def times(one: list[Fraction], other: list[Fraction]) -> list[Fraction]:
    """The product of two polynomials."""
    made = [Fraction(0)] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            made[i + j] += a * b
    return made


@st.composite
def planted(draw: st.DrawFn) -> tuple[list[Fraction], list[Fraction]]:
    """Payments with known rates (all of them above −100 %), a twentieth of 1+r or more apart."""
    steps = draw(st.lists(st.integers(-40, 80), min_size=1, max_size=5, unique=True))
    rates = sorted(Fraction(105, 100) ** step - 1 for step in steps)
    amounts = [Fraction(draw(st.sampled_from((-1, 1))) * draw(st.integers(1, 10**7)))]
    for rate in rates:
        amounts = times(amounts, [Fraction(-1), 1 + rate])  # (1+r)·v − 1 with v = 1/(1+r)
    for _ in range(draw(st.integers(0, 3))):
        amounts = times(amounts, [Fraction(1), Fraction(draw(st.integers(1, 50)), 10)])  # no root above −100 %
    return amounts, rates


@MANY
@given(planted())
def test_every_planted_root_is_found_and_no_other(case: tuple[list[Fraction], list[Fraction]]) -> None:
    amounts, rates = case
    found = irr(amounts)
    assert len(found.forces) == len(rates)
    assert found.status is (RateStatus.ONE if len(rates) == 1 else RateStatus.SEVERAL)
    for force, rate in zip(found.forces, rates, strict=True):
        exact = Fraction(polished(list(enumerate(amounts)), force, 25))
        assert abs(exact - rate) <= Fraction(1, 10**18) * (1 + rate)


amounts_of_money = st.integers(-(10**6), 10**6).filter(bool)


@MANY
@given(
    st.lists(st.tuples(st.integers(0, 10_950), amounts_of_money), min_size=1, max_size=12),
    st.floats(-3, 5),
)
def test_a_rate_planted_at_fractional_times_is_found(flows: list[tuple[int, int]], x: float) -> None:
    real = [(days / 365, float(amount)) for days, amount in flows]
    closing = 31.0
    exponents = [-x * (time - closing) for time, _ in real]
    last = -math.fsum(amount * math.exp(each) for (_, amount), each in zip(real, exponents, strict=True))
    assume(abs(last) > 1e-6)
    real.append((closing, last))
    slope = worth([(time, -time * amount) for time, amount in real], x)
    steep = abs(slope) / size(real, x)
    assume(steep > 1e-4)
    forces = rates_of(real).forces
    assert forces
    assert min(abs(force - x) for force in forces) < 1e-9 / steep


@MANY
@given(st.lists(st.tuples(st.integers(0, 40), amounts_of_money), min_size=1, max_size=15))
def test_where_the_worth_changes_sign_there_is_a_root(flows: list[tuple[int, int]]) -> None:
    found = rates_of(flows)
    merged: dict[int, int] = {}
    for time, amount in flows:
        merged[time] = merged.get(time, 0) + amount
    kept = [(float(time), float(amount)) for time, amount in sorted(merged.items()) if amount]
    assert len(found.forces) <= sum((one > 0) != (other > 0) for (_, one), (_, other) in pairwise(kept))
    assert list(found.forces) == sorted(found.forces)
    grid = [step / 40 for step in range(-160, 161)]
    values = [worth(kept, x) if kept else 0.0 for x in grid]
    for (left, low), (right, high) in pairwise(zip(grid, values, strict=True)):
        if low * high < 0:
            assert any(left - 1e-9 <= force <= right + 1e-9 for force in found.forces)
    for force in found.forces:
        assert abs(worth(kept, force)) <= 1e-9 * size(kept, force) * max(1.0, abs(force) * 40)


@MANY
@given(
    st.lists(st.tuples(st.integers(0, 60), amounts_of_money), min_size=2, max_size=8),
    st.integers(-100, 100),
    st.integers(1, 1000),
)
def test_later_larger_or_seen_from_the_other_side_the_rates_are_the_same(
    flows: list[tuple[int, int]], later: int, larger: int
) -> None:
    found = rates_of(flows)
    for factor in (larger, -larger):
        moved = rates_of([(time + later, factor * amount) for time, amount in reversed(flows)])
        assert moved.status is found.status
        assert moved.forces == pytest.approx(found.forces, rel=1e-9, abs=1e-9)


@MANY
@given(st.integers(10**5, 10**9), st.integers(1, 360), st.floats(1e-6, 3))
def test_a_level_payment_returns_its_rate(principal: int, periods: int, rate: float) -> None:
    payment = -principal * rate / math.expm1(-periods * math.log1p(rate))
    found = irr([-principal, *[payment] * periods])
    assert found.only == pytest.approx(rate, rel=1e-9, abs=1e-13)


@MANY
@given(st.decimals("0.0001", "0.05", places=4), st.integers(1, 60))
def test_a_flat_fee_costs_more_than_it_says_and_less_than_twice(fee: Any, periods: int) -> None:
    cost = flat_fee_cost(fee, periods).only
    assert cost is not None
    assert 12 * fee <= cost.nominal <= 24 * fee
    assert cost.nominal <= cost.effective
    assert abs(effective_rate(cost.nominal) - cost.effective) < Fraction(1, 10**7)
    assert abs(nominal_rate(cost.effective) - cost.nominal) < Fraction(1, 10**7)


@MANY
@given(st.lists(amounts_of_money, min_size=1, max_size=30))
def test_there_is_always_an_answer(amounts: list[int]) -> None:
    found = cost_of(enumerate(amounts))
    assert len(found.costs) == {RateStatus.ONE: 1, RateStatus.SEVERAL: len(found.costs)}.get(found.status, 0)
    assert (found.only is None) == (found.status is not RateStatus.ONE)


@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.floats(-1e307, 1e307)), max_size=20, unique_by=lambda pair: pair[0]))
def test_no_float_breaks_it(flows: list[tuple[float, float]]) -> None:
    kept = sorted((time, amount) for time, amount in flows if abs(amount) > 1e-290)
    found = zeros([time for time, _ in kept], [amount for _, amount in kept])
    assert all(math.isfinite(x) for x in found)


# --- another library as a referee -------------------------------------------------------------------------------


@MANY
@given(st.integers(1, 10**8), st.lists(st.integers(0, 10**7), min_size=1, max_size=60))
def test_pyxirr_finds_the_same_rate_of_a_loan(received: int, paid: list[int]) -> None:
    pyxirr = pytest.importorskip("pyxirr")
    assume(any(paid))
    found = irr([received, *(-amount for amount in paid)])
    theirs = pyxirr.irr([received, *(-amount for amount in paid)])
    assert found.status is RateStatus.ONE
    if theirs is not None:  # it gives up far from zero
        assert found.only == pytest.approx(theirs, rel=1e-7, abs=1e-9)


@MANY
@given(st.lists(st.tuples(st.integers(0, 3650), amounts_of_money), min_size=2, max_size=30))
def test_the_rate_that_pyxirr_finds_is_among_ours(flows: list[tuple[int, int]]) -> None:
    pyxirr = pytest.importorskip("pyxirr")
    dated = [(date(2020, 1, 1) + timedelta(days), amount) for days, amount in flows]
    found = xirr(dated)
    try:
        theirs = pyxirr.xirr([day for day, _ in dated], [amount for _, amount in dated])
    except pyxirr.InvalidPaymentsError:
        theirs = None
    if theirs is not None and -0.999 < theirs < 1e6:
        assert min(abs(rate - theirs) for rate in found.rates) <= 1e-6 * (1 + abs(theirs))
