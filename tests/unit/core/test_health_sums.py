"""How many statements count, over how many they are averaged, and a range that does not reach its score by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from planner.core.debt_service import debt_service
from planner.core.factors import factor_values
from planner.core.facts import CreditFacts
from planner.core.scorecard import Steps, health
from planner.knowledge import load_knowledge
from tests.credit import application, cash, line, loan, paid_in_time, profile

ON = date(2026, 11, 24)


def test_a_fourth_statement_of_the_last_months_does_not_count() -> None:
    statements = [(date(2026, 8, 1), 900), (date(2026, 9, 1), 100), (date(2026, 10, 1), 200), (date(2026, 11, 1), 300)]
    facts = CreditFacts(lines=(line(1000, statements),))
    assert factor_values(facts, ON)["utilisation"].value == Decimal("0.2")


def test_a_young_card_is_averaged_over_the_statements_it_has() -> None:
    card = line(10**6, [(date(2026, 10, 1), 100_00), (date(2026, 11, 1), 300_05)])
    assert debt_service(CreditFacts(lines=(card,)), ON).revolving_fen == 20_00
    # a tenth of the average of 300.00 and 300.10 is 30.005
    half = line(10**6, [(date(2026, 10, 1), 300_00), (date(2026, 11, 1), 300_10)])
    assert debt_service(CreditFacts(lines=(half,)), ON).revolving_fen == 30_01


def test_the_range_is_widened_to_hold_a_score_its_replicates_miss() -> None:
    card = load_knowledge().scorecard
    facts = CreditFacts(
        lines=(line(1000, [(date(2026, 11, 1), 700)]),),
        loans=(loan(paid_in_time(date(2026, 1, 10), 10)),),
        applications=(application(ON),),
        applications_complete_since=date(2020, 1, 1),
        profile=(profile(8000_00),),
        cash=(cash(1, ON),),
    )
    for points in (0, 60):
        same = Steps(higher_is_worse=True, bounds=(Decimal(0),), deducts=(points,))
        off = tuple(replace(table, replicates=(same,)) for table in card.factors)
        found = health(facts, ON, replace(card, factors=off))
        assert found.score == health(facts, ON, card).score
        assert found.score not in (0, 100)
        assert (found.low, found.high) == ((found.score, 100) if points == 0 else (0, found.score))
