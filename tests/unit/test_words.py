"""Everything that the layers below only name has words, in both languages."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from planner.core import errors
from planner.core.card_entries import EntryKind, InstalmentOf
from planner.core.card_standing import PayWay
from planner.core.card_terms import DueRule, GraceLoss, Part, StatementDayPurchase
from planner.core.cost_flags import COST_CHECKS
from planner.core.errors import PlannerError
from planner.core.events import PrepayMode
from planner.core.factors import FACTORS, MissingInput
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome, OverdueSource
from planner.core.findings import CostGap
from planner.core.health_events import EventKind, HealthEvent
from planner.core.irr import RateStatus
from planner.core.law import Standing
from planner.core.repayments import DueState
from planner.core.spending import RefundUse
from planner.core.statement_rows import ReviewReason, RowClass, RowState, Scene
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    PenaltyBase,
    PrepayFee,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.core.warnings import CHECKS, Level, NextStep
from planner.core.zhima import ZhimaBand
from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.store import trouble
from planner.wording import amounts, cards, cost_flags, costs, health, loans, payoff, problems, statements, warnings
from planner.wording.amounts import breakable

WORDS: list[tuple[type[Enum], Callable[[Any], str]]] = [
    (RepaymentMethod, loans.method),
    (Accrual, loans.accrual),
    (DayCountBasis, loans.day_count),
    (RatePeriod, loans.rate_period),
    (DueDayPolicy, loans.due_day_policy),
    (FirstPeriodPolicy, loans.first_period_policy),
    (FeeBasis, loans.fee_basis),
    (HolidayShift, loans.holiday_shift),
    (RemainderIn, loans.remainder_in),
    (PenaltyBase, loans.penalty_base),
    (PrepayFee, loans.prepay_fee),
    (PrepayMode, loans.prepay_mode),
    (PrepayMode, payoff.short_mode),
    (LenderKind, loans.lender_kind),
    (LineKind, loans.line_kind),
    (LineStatus, loans.line_status),
    (DueState, loans.due_state),
    (RowClass, statements.row_class),
    (RowState, statements.row_state),
    (ReviewReason, statements.review_reason),
    (Scene, statements.scene),
    (RefundUse, statements.refund_use),
    (EntryKind, cards.entry_kind),
    (InstalmentOf, cards.instalment_of),
    (DueRule, cards.due_rule),
    (GraceLoss, cards.grace_loss),
    (StatementDayPurchase, cards.statement_day_purchase),
    (Part, cards.part),
    (PayWay, cards.pay_way),
    (MissingInput, health.missing_input),
    (MissingInput, health.to_enter),
    (Outcome, health.outcome),
    (OverdueSource, health.overdue_source),
    (EventKind, health.event_kind),
    (ZhimaBand, health.zhima_band),
    (Level, warnings.level),
    (NextStep, warnings.next_step),
    (CostGap, cost_flags.cost_gap),
    (Standing, cost_flags.standing),
    (RateStatus, costs.no_rate),
]
FORBIDDEN = ("保证", "一定能", "提升额度", "多消费", "guarantee", "will be approved", "spend more", "borrow more")


@pytest.fixture(params=["zh", "en"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    set_language(request.param)
    yield request.param
    set_language("en")


@pytest.mark.parametrize(("kinds", "words"), WORDS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_member_has_words(kinds: type[Enum], words: Callable[[Any], str], tongue: str) -> None:
    said = [words(kind) for kind in kinds]
    assert all(said)
    assert len(set(said)) >= len(said) - 1
    if tongue == "zh":
        assert all(any("\u4e00" <= character <= "\u9fff" or character == "%" for character in each) for each in said)


def all_errors() -> list[type[PlannerError]]:
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, PlannerError) and kind is not PlannerError
    ]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda each: each.__name__)
def test_every_error_says_what_to_do(kind: type[PlannerError], tongue: str) -> None:
    values = {
        "text": "x", "low": 1, "high": 9, "id": 1, "on": date(2026, 1, 1), "opened_on": date(2026, 1, 1),
        "owed_fen": 12345, "amount_fen": 1, "file": "a.csv", "reason": "r", "most_mib": 1, "kind": "k",
        "today": date(2026, 1, 1), "name": "n", "closed_on": date(2026, 1, 1), "surplus_fen": 5, "missing_fen": 7,
        "payment_fen": 8, "parts_fen": 9, "left_fen": 5, "overdue_fen": 5, "number": 3,
    }  # fmt: skip
    said = problems.explain_fully(kind("amount", **values))
    assert "{" not in said
    assert len(said) > 7
    assert problems.field("amount") in said


def test_ranges_are_said_in_the_unit_of_their_field() -> None:
    assert problems.explain(errors.OutOfRange("limit", low=0, high=None)) == "Must be at least ¥0.00."
    assert problems.explain(errors.OutOfRange("periods", low=1, high=480)) == "Must be from 1 to 480."
    assert (
        problems.explain(errors.OutOfRange("rate", low=Decimal(0), high=Decimal("0.02")))
        == "Must be from 0.00% to 2.00%."
    )


def test_every_trouble_says_what_to_do(tongue: str) -> None:
    kinds = [
        kind
        for _, kind in inspect.getmembers(trouble, inspect.isclass)
        if issubclass(kind, errors.BookTrouble) and kind is not errors.BookTrouble
    ]
    assert len(kinds) == 6
    for kind in kinds:
        said = problems.explain_trouble(kind(path=Path("b.yudu"), reason="r", version=9, known=1))
        assert "b.yudu" in said
        assert len(said) > 12


def test_every_factor_has_a_name_and_a_definition(tongue: str) -> None:
    for factor_id in FACTORS:
        assert health.factor(factor_id)
        assert health.factor_definition(factor_id)


def test_every_rule_says_its_subject_its_lines_and_what_they_rest_on(tongue: str) -> None:
    rules = load_knowledge().rules.by_id
    assert set(rules) == set(CHECKS) | set(COST_CHECKS)
    for rule in rules.values():
        said = (warnings.rule_name(rule.id), warnings.rule_lines(rule), warnings.rule_basis(rule))
        assert all("{" not in each and len(each) > 1 for each in said)
        assert rule.checked_on.isoformat() in said[2]
    assert "120%" in warnings.rule_lines(rules["W12"])
    assert (rules["W10"].source in warnings.rule_basis(rules["W10"])) is (tongue == "en")


def test_every_cap_has_a_name(tongue: str) -> None:
    for cap in load_knowledge().law.caps:
        assert len(costs.cap_name(cap.id)) > 4
        said = costs.cap_basis(cap.basis)
        assert "{" not in said
        assert (cap.basis.source in said) is (tongue == "en")


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_has_a_short_label_and_its_figures(kind: EventKind, tongue: str) -> None:
    limits = {"before_fen": 3_000_000, "after_fen": 800_000} if "limit" in kind else {}
    event = HealthEvent(kind, date(2026, 6, 18), "借呗", None, **limits, days=6, until=None, count=3, score=None)
    if kind is EventKind.SCORE_READING:
        event = replace(event, score=650)
        assert "650" in health.event_detail(event)
    assert 2 < len(health.event_label(event)) < 30
    assert "{" not in health.event_label(event) + health.event_detail(event)


def test_an_overdue_says_how_long_and_whether_it_was_paid() -> None:
    event = HealthEvent(EventKind.OVERDUE, date(2026, 6, 18), "借呗", None, days=1, until=date(2026, 6, 19))
    assert health.event_label(event) == "Overdue 1 day"
    assert health.event_detail(event) == "1 day late, paid on 2026-06-19"
    assert health.event_detail(replace(event, days=9, until=None)) == "9 days late, still open"


def test_advice_never_urges_and_never_promises(tongue: str) -> None:
    said = [warnings.next_step(step) for step in NextStep]
    said += [health.factor_definition(factor_id) for factor_id in FACTORS] + [health.disclaimer()]
    for text in said:
        assert not any(word in text.lower() for word in FORBIDDEN), text


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "¥0.00"), (123456, "¥1,234.56"), (-5, "−¥0.05"), (None, "—"), (10**13, "¥100,000,000,000.00")]
)
def test_amounts(fen: int | None, text: str) -> None:
    assert amounts.yuan(fen) == text


def test_days(tongue: str) -> None:
    day = date(2026, 11, 24)
    assert amounts.long_day(day) == {"zh": "2026年11月24日 周二", "en": "24 November 2026, Tuesday"}[tongue]
    assert amounts.short_day(day, date(2026, 1, 1)) == "11-24"
    assert amounts.short_day(day, date(2027, 1, 1)) == "2026-11-24"
    assert amounts.days_left(0) == {"zh": "今天", "en": "Today"}[tongue]


def test_only_amounts_from_a_billion_on_may_go_over_two_lines() -> None:
    assert breakable("¥999,999,999.99 and 1,234.56, so") == "¥999,999,999.99 and 1,234.56, so"
    assert breakable("¥127,178,682,651.11, so") == "¥127,\u200b178,\u200b682,\u200b651.11, so"
