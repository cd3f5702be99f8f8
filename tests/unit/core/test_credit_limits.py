"""Which limit is in force on a day, and what several cards under one limit leave each other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from planner.core.card_terms import CardTerms, MinimumRule
from planner.core.cards import card_course
from planner.core.credit_limits import (
    CardLimits,
    CardUse,
    LimitStep,
    TemporaryLimit,
    available_in_group,
    group_limit_on,
    group_utilisation,
    utilisation,
)
from planner.core.errors import OutOfRange
from tests.cards import bought

JAN, JUNE, JULY, DEC = date(2026, 1, 1), date(2026, 6, 1), date(2026, 7, 1), date(2026, 12, 1)
RAISED = CardLimits((LimitStep(JAN, 10_000), LimitStep(DEC, 8_000)), (TemporaryLimit(JUNE, date(2026, 6, 30), 15_000),))


def plain(limit_fen: int) -> CardLimits:
    return CardLimits((LimitStep(JAN, limit_fen),))


@pytest.mark.parametrize(
    ("on", "limit"),
    [
        (date(2025, 12, 31), None),
        (JAN, 10_000),
        (date(2026, 5, 31), 10_000),
        (JUNE, 15_000),
        (date(2026, 6, 30), 15_000),
        (JULY, 10_000),
        (DEC, 8_000),
    ],
)
def test_the_limit_in_force(on: date, limit: int | None) -> None:
    assert RAISED.limit_on(on) == limit


def test_a_temporary_limit_below_the_permanent_one_lowers_nothing() -> None:
    assert CardLimits((LimitStep(JAN, 10_000),), (TemporaryLimit(JUNE, JULY, 9_000),)).limit_on(JUNE) == 10_000
    assert CardLimits((), (TemporaryLimit(JUNE, JULY, 9_000),)).limit_on(JUNE) == 9_000
    assert CardLimits((LimitStep(JAN, 1), LimitStep(JAN, 2))).limit_on(JAN) == 2


def test_utilisation_is_by_the_limit_of_its_day() -> None:
    use = CardUse(RAISED, 6_000)
    assert utilisation(use, JAN) == Fraction(6, 10)
    assert utilisation(use, JUNE) == Fraction(6, 15)
    assert utilisation(use, DEC) == Fraction(6, 8)
    assert utilisation(use, date(2025, 1, 1)) is None
    assert utilisation(CardUse(plain(0), 6_000), JAN) is None
    assert utilisation(CardUse(plain(100), -50), JAN) == 0
    assert (CardUse(plain(0), 6_000).over_limit_fen(JAN), CardUse(plain(0), 6_000).available_fen(JAN)) == (6_000, 0)


def test_cards_of_a_group_share_its_limit() -> None:
    cards = [CardUse(plain(10_000), 4_000), CardUse(plain(10_000), 3_000), CardUse(CardLimits(), 0)]
    assert available_in_group(plain(12_000), cards, JAN) == (5_000, 5_000, 5_000)
    assert available_in_group(plain(20_000), cards, JAN) == (6_000, 7_000, 13_000)
    assert available_in_group(plain(5_000), cards, JAN) == (0, 0, 0)
    assert available_in_group(CardLimits(), cards, JAN) == (6_000, 7_000, None)


def test_a_group_is_used_by_its_shared_limit_once() -> None:
    cards = [CardUse(plain(10_000), 4_000), CardUse(plain(10_000), 3_000)]
    assert group_limit_on(plain(12_000), cards, JAN) == 12_000
    assert group_limit_on(plain(50_000), cards, JAN) == 20_000
    assert group_limit_on(CardLimits(), cards, JAN) == 20_000
    assert group_limit_on(CardLimits(), [*cards, CardUse(CardLimits(), 1)], JAN) is None
    assert group_limit_on(plain(12_000), [], JAN) == 12_000
    assert group_utilisation(plain(14_000), cards, JAN) == Fraction(1, 2)
    assert group_utilisation(CardLimits(), [], JAN) is None


def test_what_is_over_the_limit_is_asked_whole() -> None:
    terms = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule())
    entries = [bought("2026-02-01", "100")]
    assert card_course(terms, entries, date(2026, 2, 5), limits=plain(8_000)).statements[0].minimum_fen == 2_000 + 800
    over = card_course(terms, entries, date(2026, 2, 5), limits=plain(8_000)).balance
    assert (over.available_fen, over.over_limit_fen) == (0, 2_000)


def test_limits_that_cannot_be() -> None:
    with pytest.raises(OutOfRange):
        LimitStep(JAN, -1)
    with pytest.raises(OutOfRange):
        TemporaryLimit(JUNE, JAN, 1)
    with pytest.raises(OutOfRange):
        TemporaryLimit(JAN, JUNE, -1)
