"""The score: deductions that add up, what is unknown, and the range."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from planner.core.facts import CreditFacts
from planner.core.scorecard import Scorecard, health, next_inputs
from planner.knowledge import load_knowledge
from tests.credit import application, cash, line, loan, overdue, paid_in_time, profile

ON = date(2026, 11, 24)
FACTS = CreditFacts(
    lines=(
        line(
            10000_00,
            [(date(2026, month, 1), 6000_00) for month in range(6, 12)],
            [(date(2026, month, 9), 600_00) for month in range(6, 12)],
        ),
    ),
    loans=(loan(paid_in_time(date(2026, 1, 10), 11)),),
    applications=(application(date(2026, 10, 1)),),
    applications_complete_since=date(2025, 1, 1),
    profile=(profile(8000_00),),
    cash=(cash(10000_00, ON),),
)


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return load_knowledge().scorecard


def test_every_deduction_is_the_tables(card: Scorecard) -> None:
    found = health(FACTS, ON, card)
    # utilisation 0.6 → 14, dti 600/8000 → 0, one application → 4, 82 months → 10, two accounts → 2, 1.25 months → 9
    points = {each.factor_id: each.deduct for each in found.contributions if each.deduct}
    assert points == {"utilisation": 14, "applications": 4, "oldest_months": 10, "open_lines": 2, "buffer_months": 9}
    assert (found.score, found.band, found.coverage) == (61, "watch", 1)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= 61 <= found.high


def test_an_unknown_factor_takes_its_average_and_widens_the_range(card: Scorecard) -> None:
    whole = health(FACTS, ON, card)
    blind = health(replace(FACTS, cash=()), ON, card)
    buffer = next(each for each in blind.contributions if each.factor_id == "buffer_months")
    assert (buffer.known, buffer.value, buffer.deduct) == (False, None, 10)
    assert whole.low is not None
    assert whole.high is not None
    assert blind.low is not None
    assert blind.high is not None
    assert blind.high - blind.low > whole.high - whole.low
    assert blind.coverage < whole.coverage


def test_below_half_coverage_there_is_no_score_but_what_to_enter(card: Scorecard) -> None:
    found = health(CreditFacts(), ON, card)
    assert (found.score, found.band, found.coverage) == (None, None, 0)
    assert len(found.contributions) == 12
    wanted = next_inputs(found, card)
    assert set(wanted) >= {"cash", "due_dates", "statements"}


def test_the_score_stops_at_nothing(card: Scorecard) -> None:
    late = tuple(overdue(date(2026, month, 1), 120, None, month) for month in range(1, 11))
    worst = CreditFacts(
        lines=(line(100_00, [(date(2026, month, 1), 600_00) for month in range(5, 12)], opened_on=date(2026, 4, 1)),),
        overdues=late,
        applications=tuple(application(ON, number) for number in range(9)),
        applications_complete_since=date(2020, 1, 1),
        profile=(profile(100_00),),
        cash=(cash(0, ON),),
    )
    found = health(worst, ON, card)
    taken = sum(each.deduct for each in found.contributions)
    assert found.score == 0
    assert taken - found.floor_fill == 100
    assert found.floor_fill > 0


def test_the_table_only_adds(card: Scorecard) -> None:
    for table in card.factors:
        assert list(table.steps.deducts) == sorted(table.steps.deducts)
        assert sum((share for _, share in table.shares), Fraction(0)) == 1
        assert len(table.replicates) == 40
        assert table.most == max(table.steps.deducts)


def test_nothing_known_spreads_as_far_as_the_table_does(card: Scorecard) -> None:
    # health.md: nothing known at all gives 64 in the prototype
    assert 100 - sum(table.unknown_deduct for table in card.factors) == 64
