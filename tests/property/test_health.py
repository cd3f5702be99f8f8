"""What holds for every score: it adds up, gets worse one way, and knows nothing of the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.facts import CreditFacts
from planner.core.scorecard import FactorTable, health
from planner.knowledge import load_knowledge
from tests.credit import application, cash, line, loan, overdue, paid_in_time, profile

ON = date(2026, 11, 24)
CARD = load_knowledge().scorecard
DAYS = st.integers(-800, 60).map(lambda days: ON + timedelta(days=days))


@st.composite
def credit_facts(draw: st.DrawFn) -> CreditFacts:
    """Any small history, partly unknown, partly in the future."""
    months = draw(st.integers(0, 12))
    statements = sorted({draw(DAYS): draw(st.integers(-100, 10**6)) for _ in range(draw(st.integers(0, 5)))}.items())
    late = [(due_on, due_on + timedelta(days=draw(st.integers(0, 120)))) for due_on in draw(st.lists(DAYS, max_size=3))]
    return CreditFacts(
        lines=(line(draw(st.integers(0, 10**6)), statements, minimum_fen=draw(st.sampled_from([None, 0, 100]))),)
        if statements
        else (),
        loans=(
            *([loan(paid_in_time(date(2026, 1, 10), months))] if months else []),
            *(loan([pair], number=at) for at, pair in enumerate(late, 2)),
        ),
        overdues=tuple(overdue(day, 45, None, at) for at, day in enumerate(sorted(draw(st.lists(DAYS, max_size=2))))),
        applications=tuple(application(day, at) for at, day in enumerate(sorted(draw(st.lists(DAYS, max_size=5))))),
        applications_complete_since=draw(st.none() | DAYS),
        profile=draw(st.sampled_from([(), (profile(8000_00),), (profile(0),)])),
        cash=draw(st.sampled_from([(), (cash(5000_00, ON),)])),
    )


@given(credit_facts())
def test_deductions_add_up_and_the_range_holds_the_score(facts: CreditFacts) -> None:
    found = health(facts, ON, CARD)
    assert 0 <= found.coverage <= 1
    for each in found.contributions:
        assert 0 <= each.deduct <= each.most
        assert each.known or each.value is None
    if found.score is None:
        assert found.coverage < Decimal("0.5")
        return
    assert 100 - found.score == sum(each.deduct for each in found.contributions) - found.floor_fill
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.score <= found.high <= 100


@given(credit_facts())
def test_the_score_knows_nothing_of_the_future(facts: CreditFacts) -> None:
    tomorrow = ON + timedelta(days=1)
    later = replace(
        facts,
        lines=(*facts.lines, line(100, [(tomorrow, 90)], number=9, opened_on=tomorrow)),
        applications=(*facts.applications, application(tomorrow, 99)),
        profile=(*facts.profile, profile(1, tomorrow)),
        cash=(*facts.cash, cash(9, tomorrow, 9)),
        overdues=(*facts.overdues, overdue(tomorrow, 30, None, 99)),
    )
    assert health(later, ON, CARD) == health(facts, ON, CARD)


@settings(max_examples=200)
@given(st.sampled_from(CARD.factors), st.decimals(0, 300, places=3), st.decimals(0, 300, places=3))
def test_a_worse_value_never_takes_fewer_points(table: FactorTable, one: Decimal, other: Decimal) -> None:
    steps = table.steps
    better, worse = sorted((one, other), reverse=not steps.higher_is_worse)
    assert steps.deduct(better) <= steps.deduct(worse)
    for replicate in table.replicates:
        assert replicate.deduct(better) <= replicate.deduct(worse)
