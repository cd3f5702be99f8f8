"""The edges of windows and of the range: what still counts on a day, and no longer, or not yet, on the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from planner.core.debt_service import debt_service
from planner.core.factors import factor_values
from planner.core.facts import CreditFacts
from planner.core.scorecard import Steps, health
from planner.core.warnings import used_today
from planner.knowledge import load_knowledge
from tests.credit import line, loan, paid_in_time

ON = date(2026, 11, 24)
DAY = timedelta(days=1)
HISTORY = paid_in_time(date(2026, 3, 10), 8)


def with_due(due_on: date, paid_on: date | None) -> CreditFacts:
    return CreditFacts(loans=(loan(HISTORY), loan([(due_on, paid_on)], number=2)))


def test_a_statement_of_four_months_ago_counts_no_more() -> None:
    old = CreditFacts(lines=(line(1000, [(date(2026, 7, 24), 100)]),))
    assert not factor_values(old, ON)["utilisation"].known
    assert factor_values(old, ON - DAY)["utilisation"].value == Decimal("0.1")


def test_a_statement_of_six_months_ago_is_no_debt_service() -> None:
    old = CreditFacts(lines=(line(1000, [(date(2026, 5, 24), 100)]),))
    assert [debt_service(old, day).revolving_fen for day in (ON - DAY, ON)] == [10, 0]


def test_an_instalment_asks_for_money_up_to_the_day_it_is_paid() -> None:
    facts = CreditFacts(loans=(loan([(ON, ON)]),))
    assert [debt_service(facts, day).instalments_fen for day in (ON, ON + DAY)] == [100_00, 0]


@pytest.mark.parametrize(
    ("due_on", "paid_on", "asked"),
    [
        (ON - DAY, ON - DAY, 0),
        (ON - DAY, ON, 0),  # what was overdue and is paid today asks for nothing any more
        (ON - DAY, ON + DAY, 100_00),
        (ON - DAY, None, 100_00),
        (ON, ON - DAY, 0),
        (ON, ON, 100_00),
        (ON + DAY, ON, 100_00),
        (ON + DAY, ON - DAY, 0),
    ],
)
def test_an_overdue_instalment_is_paid_on_the_day_it_is_paid(due_on: date, paid_on: date | None, asked: int) -> None:
    assert debt_service(CreditFacts(loans=(loan([(due_on, paid_on)]),)), ON).instalments_fen == asked


@pytest.mark.parametrize(("paid_on", "missed"), [(date(2026, 11, 23), 0), (ON, 1), (None, 1)])
def test_a_cycle_is_missed_from_the_day_it_is_over(paid_on: date | None, missed: int) -> None:
    facts = with_due(date(2026, 10, 24), paid_on)
    assert factor_values(facts, ON - DAY)["missed_pay"].value == 0
    assert factor_values(facts, ON)["missed_pay"].value == missed


def test_a_statement_is_missed_from_the_day_the_next_would_come() -> None:
    card = CreditFacts(lines=(line(1000, [(date(2026, 10, 24), 100)]),), loans=(loan(HISTORY),))
    assert [factor_values(card, day)["missed_pay"].value for day in (ON - DAY, ON)] == [0, 1]


def test_a_missed_cycle_leaves_after_six_months() -> None:
    facts = with_due(date(2026, 4, 24), date(2026, 6, 1))
    assert [factor_values(facts, day)["missed_pay"].value for day in (ON - DAY, ON)] == [1, 0]


def test_a_list_of_applications_is_complete_from_six_months_on() -> None:
    facts = CreditFacts(applications_complete_since=date(2026, 5, 24))
    assert [factor_values(facts, day)["applications"].known for day in (ON - DAY, ON)] == [False, True]


def test_the_last_lateness_is_the_one_cleared_last() -> None:
    first_due = loan([(date(2026, 1, 10), date(2026, 9, 10))], number=2)
    cleared_first = loan([(date(2026, 3, 10), date(2026, 4, 20))], number=3)
    facts = CreditFacts(loans=(loan(HISTORY), first_due, cleared_first))
    assert factor_values(facts, ON)["late_since"].value == 2


def test_what_is_paid_on_the_day_of_a_statement_is_in_it_already() -> None:
    day = date(2026, 11, 10)
    card = line(1000, [(day, 500)], [(day, 100), (day + DAY, 200)])
    assert used_today(CreditFacts(lines=(card,)), card, ON) == 300


def test_half_coverage_is_enough_for_a_score() -> None:
    card = load_knowledge().scorecard
    half = next(table for table in card.factors if table.id == "utilisation")
    facts = CreditFacts(lines=(line(1000, [(ON, 100)]),))
    found = health(facts, ON, replace(card, factors=(half, replace(half, id="buffer_months"))))
    assert (found.coverage, found.score) == (Fraction(1, 2), 100 - 2 - half.unknown_deduct)


def test_the_range_goes_from_the_fifth_to_the_ninety_fifth_percentile() -> None:
    card = load_knowledge().scorecard
    table = next(table for table in card.factors if table.id == "utilisation")
    # fifty replicates that take 0 to 49 points: scores of 51 to 100, two hundredths each
    spread = tuple(Steps(higher_is_worse=True, bounds=(Decimal(0),), deducts=(points,)) for points in range(50))
    facts = CreditFacts(lines=(line(1000, [(ON, 700)]),))
    found = health(facts, ON, replace(card, factors=(replace(table, replicates=spread),)))
    assert (found.low, found.score, found.high) == (53, 84, 98)
