"""Match my lender: from three rows of a plan the conventions are found that give all the others.

Of a thousand loans: `python -m tests.campaigns.matching`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planner.core.errors import Missing, OnlyPrincipal, OutOfRange, PartsMisfit, SearchStopped
from planner.core.matching import match_lender
from planner.core.matching_rows import GivenRow, row_from_text
from planner.core.schedules import schedule
from planner.core.terms import (
    Accrual,
    DueDayPolicy,
    FeeBasis,
    HolidayShift,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from tests.books import jiebei_terms
from tests.campaigns.matching import Tally, campaign, given

LOANS = 40


def test_three_rows_give_the_whole_plan() -> None:
    tally = Tally()
    for _, _, tally in campaign(LOANS, seed=20261124):
        assert tally.false == 0
    assert tally.loans == LOANS
    assert tally.share >= 0.95, tally.misses


def test_jiebei_is_known_by_its_first_two_rows() -> None:
    terms = jiebei_terms()
    matches = match_lender(
        principal_fen=terms.principal_fen, drawn_on=terms.drawn_on, periods=12, given=given(schedule(terms), 1, 2)
    )
    best = matches.exact[0]
    assert best.rows == schedule(terms)
    assert {each.terms.rate for each in best.conventions} >= {
        Rate(Decimal("0.0004"), RatePeriod.DAILY), Rate(Decimal("0.144"), RatePeriod.YEARLY),
        Rate(Decimal("0.146"), RatePeriod.YEARLY)}  # fmt: skip


def test_payments_alone_are_enough_for_equal_instalments() -> None:
    terms = replace(jiebei_terms(), accrual=Accrual.MONTHLY)
    plan = schedule(terms)
    rows = [GivenRow(1, plan[0].due_on, plan[0].payment_fen), GivenRow(12, plan[11].due_on, plan[11].payment_fen)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=rows)
    assert matches.exact
    assert all((match.rows[0].payment_fen, match.rows[11].payment_fen) == (
        plan[0].payment_fen, plan[11].payment_fen) for match in matches.exact)  # fmt: skip


def test_a_known_rate_is_not_searched() -> None:
    terms = jiebei_terms()
    matches = match_lender(
        principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=given(schedule(terms), 1), rate=terms.rate
    )
    assert {each.terms.rate for match in matches.exact for each in match.conventions} == {terms.rate}


def found(terms: LoanTerms, *numbers: int, **known: object) -> set[LoanTerms]:
    """The conventions of all plans that fit, after checking that the loan's own plan is among them."""
    plan = schedule(terms)
    matches = match_lender(
        principal_fen=terms.principal_fen, drawn_on=terms.drawn_on, periods=terms.periods,
        given=given(plan, *numbers), **known,
    )  # fmt: skip
    assert plan in [match.rows for match in matches.exact]
    return {each.terms for match in matches.exact for each in match.conventions}


def test_every_kind_of_contract_is_known_by_its_rows() -> None:
    plain = replace(jiebei_terms(), accrual=Accrual.MONTHLY, rate=Rate(Decimal("0.138912"), RatePeriod.YEARLY))
    found(plain, 1, 2, 12)
    found(replace(plain, method=RepaymentMethod.BULLET, periods=6), 1)
    found(replace(plain, method=RepaymentMethod.INTEREST_ONLY), 1, 12)
    found(replace(plain, remainder_in=RemainderIn.FIRST), 1, 2, 12)
    found(replace(plain, rate=Rate(Decimal("0.000435"), RatePeriod.DAILY), periods=30), 1, 2)
    found(replace(plain, rate=Rate(Decimal(0), RatePeriod.YEARLY)), 1, 12)
    flat = replace(plain, method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, rate=Rate(Decimal(0), RatePeriod.YEARLY),
                   flat_fee_rate=Decimal("0.0725"), fee_basis=FeeBasis.TOTAL)  # fmt: skip
    assert flat.flat_fee_rate in {each.flat_fee_rate for each in found(flat, 1, 12)}
    by_statement = replace(plain, accrual=Accrual.ACTUAL_DAYS, due_day_policy=DueDayPolicy.AFTER_STATEMENT, due_day=22)
    assert DueDayPolicy.AFTER_STATEMENT in {each.due_day_policy for each in found(by_statement, 1, 2, 12)}
    moved = replace(plain, holiday_shift=HolidayShift.NEXT_WORKDAY, due_day=21, due_day_policy=DueDayPolicy.FIXED)
    assert {each.holiday_shift for each in found(moved, 1, 2, 3)} == {HolidayShift.NEXT_WORKDAY}
    fee = replace(plain, flat_fee_rate=Decimal("0.003"))
    assert fee.flat_fee_rate in {each.flat_fee_rate for each in found(fee, 1, 2, rate=plain.rate)}


def test_a_due_day_nobody_stated_is_found_by_the_amounts() -> None:
    terms = replace(jiebei_terms(), due_day=23, due_day_policy=DueDayPolicy.FIXED)
    plan = schedule(terms)
    rows = [replace(each, due_on=None) for each in given(plan, 1, 2, 12)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=rows)
    assert plan in [match.rows for match in matches.exact]


def test_where_several_plans_fit_the_row_that_tells_them_apart_is_named() -> None:
    rows = [GivenRow(1, date(2026, 2, 15), 90_041)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=date(2026, 1, 15), periods=12, given=rows)
    assert len(matches.exact) > 1
    number = matches.telling_row()
    assert number is not None
    assert len({match.rows[: number - 1] for match in matches.exact}) == 1
    assert len({match.rows[number - 1] for match in matches.exact}) > 1


def test_a_row_three_fen_off_is_no_match_and_the_nearest_says_so() -> None:
    terms = jiebei_terms()
    first, second, last = given(schedule(terms), 1, 2, 12)
    off = replace(second, payment_fen=second.payment_fen + 3, principal_fen=None)
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=[first, off, last])
    assert matches.exact == ()
    assert matches.nearest is not None
    assert matches.nearest.convention.miss_fen == 3
    assert {each.number for each in matches.nearest.differences} == {2}
    assert matches.nearest.convention.terms.rate.daily(terms.day_count) == terms.rate.daily(terms.day_count)


def test_a_wrong_due_day_is_no_match_either() -> None:
    terms = jiebei_terms()
    first, second = given(schedule(terms), 1, 2)
    odd = [first, replace(second, due_on=date(2026, 3, 19))]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=odd)
    assert matches.exact == ()
    assert matches.nearest is not None
    assert "due_on" in {each.name for each in matches.nearest.differences}


def test_a_search_can_be_stopped() -> None:
    rows = given(schedule(jiebei_terms()), 1)
    with pytest.raises(SearchStopped):
        match_lender(principal_fen=1_000_000, drawn_on=date(2026, 1, 15), periods=12, given=rows, stopped=lambda: True)


def test_where_nothing_fits_the_nearest_says_by_how_much() -> None:
    terms = jiebei_terms()
    (row,) = given(schedule(terms), 1)
    odd = [replace(row, principal_fen=(row.principal_fen or 0) + 777, payment_fen=None), *given(schedule(terms), 2)]
    matches = match_lender(principal_fen=1_000_000, drawn_on=terms.drawn_on, periods=12, given=odd)
    assert matches.exact == ()
    assert matches.nearest is not None
    assert matches.nearest.convention.miss_fen > 1


def test_rows_without_figures_are_refused() -> None:
    with pytest.raises(Missing):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(1, date(2026, 2, 1))])
    with pytest.raises(OutOfRange):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(4, None, 40)])
    with pytest.raises(PartsMisfit):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(1, None, 40, 33, 3)])
    with pytest.raises(OnlyPrincipal):
        match_lender(principal_fen=100, drawn_on=date(2026, 1, 1), periods=3, given=[GivenRow(1, None, None, 33)])


def test_a_row_is_read_as_people_copy_it() -> None:
    whole = GivenRow(1, date(2026, 2, 15), 90_041, 77_641, 12_400)
    for text in (
        "1 2026-02-15 900.41 776.41 124.00", "第1期\t2026年2月15日\t776.41\t124.00\t900.41",
        "1/12 20260215 ¥900.41 776.41元 124", "１ 2026/2/15 900.41 776.41 100.00 24.00",
    ):  # fmt: skip
        assert row_from_text(text) == whole
    assert row_from_text("12 - 889.39") == GivenRow(12, None, None, 88_939)
    assert row_from_text("12 - - 889.39 11.03") == GivenRow(12, None, None, 88_939, 1_103)
    assert row_from_text("2 1.2万") == GivenRow(2, None, 1_200_000)
