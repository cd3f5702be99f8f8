"""The limits of lines on a day, raised for a time and shared: what lines may owe, and what they are judged by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from planner.core.credit_limits import LimitStep, TemporaryLimit
from planner.core.factors import factor_values
from planner.core.facts import CreditFacts, GroupFact, LineFact, LineStatus
from planner.core.line_limits import limit_fen_on, limits_together
from planner.core.warnings import findings
from planner.knowledge import load_knowledge
from tests.credit import line

TODAY = date(2026, 11, 24)
BILLED = [(date(2026, 11, 1), 40_000)]
RAISED = TemporaryLimit(date(2026, 11, 1), date(2026, 11, 30), 200_000)
SHARED = GroupFact(1, "both", (LimitStep(date(2026, 1, 1), 120_000),))


def card(number: int = 1, **changed: object) -> LineFact:
    return replace(line(100_000, BILLED, number=number), **changed)  # type: ignore[arg-type]


def utilisation(*lines: LineFact) -> Decimal:
    value = factor_values(CreditFacts(lines=lines), TODAY)["utilisation"].value
    assert isinstance(value, Decimal)
    return value


def total(*lines: LineFact) -> dict[str, int | Decimal]:
    found = findings(CreditFacts(lines=lines), TODAY, load_knowledge().rules)
    return dict(next(each.values for each in found if each.rule_id == "W24"))


def test_a_temporary_limit_counts_on_its_days_alone() -> None:
    raised = card(temporary=(RAISED,))
    assert [limit_fen_on(raised, date(2026, month, day)) for month, day in ((10, 31), (11, 1), (11, 30), (12, 1))] == [
        100_000, 200_000, 200_000, 100_000,
    ]  # fmt: skip
    assert (utilisation(card()), utilisation(raised)) == (Decimal("0.4"), Decimal("0.2"))
    assert total(raised)["limits_fen"] == 200_000
    lower = card(temporary=(replace(RAISED, limit_fen=50_000),))
    assert limit_fen_on(lower, TODAY) == 100_000


def test_a_line_that_cannot_be_used_has_no_temporary_limit() -> None:
    (limit,) = card().limits
    frozen = card(temporary=(RAISED,), limits=(replace(limit, status=LineStatus.FROZEN),))
    assert limit_fen_on(frozen, TODAY) == 100_000


def test_a_shared_limit_counts_once() -> None:
    one, two = card(1, group=SHARED), card(2, group=SHARED)
    assert total(card(1), card(2))["limits_fen"] == 200_000
    assert (total(one, two)["used_fen"], total(one, two)["limits_fen"]) == (80_000, 120_000)
    assert utilisation(one, two) == Decimal(80_000) / Decimal(120_000)
    assert total(one, two, card(3))["limits_fen"] == 220_000


def test_a_group_is_no_more_than_its_lines_and_nothing_before_its_first_limit() -> None:
    one = card(1, group=SHARED)
    assert limits_together([(one, TODAY)]) == 100_000
    assert limits_together([(one, date(2025, 12, 31)), (card(2, group=SHARED), date(2025, 12, 31))]) == 200_000
