"""Titles that say what is meant in words and amounts, not in classes and shares."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planner.core.scorecard import Contribution
from planner.core.warnings import Finding, Level
from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.wording.health import factor_value
from planner.wording.warnings import warning_reason, warning_title


@pytest.mark.parametrize(
    ("left", "title"),
    [
        (500_000, "After a month's debt payments ¥520.00 is left"),
        (448_000, "After a month's debt payments ¥0.00 is left"),
        (-100_000, "After a month's debt payments ¥5,480.00 is missing"),
    ],
)
def test_what_is_left_for_debts_is_said_by_amounts(left: int, title: str) -> None:
    set_language("en")
    rule = load_knowledge().rules.by_id["W12"]
    values: dict[str, int | Decimal] = {"left_fen": left, "service_fen": 448_000, "ratio": Decimal("1.1")}
    found = Finding("W12", Level.WARNING, values, (), ())
    assert warning_title(found) == title
    assert "monthly debt payments are ¥4,480.00" in warning_reason(found, rule)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "None"), (30, "1 due date missed"), (60, "2 or more due dates missed"), (90, "2 or more due dates missed")],
)
def test_what_is_overdue_now_is_counted_in_words(value: int, words: str) -> None:
    set_language("en")
    assert factor_value(Contribution("late_now", value, True, 5, 20, (), None)) == words
