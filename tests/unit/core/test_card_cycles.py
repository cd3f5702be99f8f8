"""Statement days, due days and days free of interest, as issuers and platforms set them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.card_defaults import CardDefaults
from planner.core.card_terms import CardTerms, DueRule, Part, StatementDayPurchase
from planner.core.cards import card_course
from planner.core.cycles import (
    due_date,
    interest_free_days,
    next_statement_day,
    previous_statement_day,
    statement_days,
    statement_of_purchase,
)
from planner.core.errors import OutOfRange
from planner.knowledge import load_knowledge
from tests.cards import bought, paid

PRODUCTS = {product.key: product for product in load_knowledge().products}


def defaults(key: str) -> CardDefaults:
    found = PRODUCTS[key].card
    assert found is not None
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_bought_on_the_fifth_or_the_sixth_is_thirty_days_apart() -> None:
    terms = CardTerms(statement_day=5, due_day=25)
    assert interest_free_days(terms, day("2026-03-05")) == 20
    assert interest_free_days(terms, day("2026-03-06")) == 50
    following = CardTerms(statement_day=5, due_day=25, statement_day_purchase=StatementDayPurchase.IN_NEXT_STATEMENT)
    assert interest_free_days(following, day("2026-03-05")) == 51


@pytest.mark.parametrize(
    ("terms", "statement_on", "due_on"),
    [
        (CardTerms(5, due_day=25), "2026-02-05", "2026-02-25"),
        (CardTerms(20, due_day=8), "2026-12-20", "2027-01-08"),
        (CardTerms(10, due_day=31), "2026-02-10", "2026-02-28"),
        (CardTerms(28, due_day=28), "2026-02-28", "2026-03-28"),
        (CardTerms(25, due_rule=DueRule.DAYS_AFTER, days_after=9), "2026-02-25", "2026-03-06"),
        (CardTerms(25, due_rule=DueRule.DAYS_AFTER, days_after=9), "2026-08-25", "2026-09-03"),
        (CardTerms(10, due_rule=DueRule.DAYS_AFTER_IN_MONTH, days_after=20), "2026-01-10", "2026-01-30"),
        (CardTerms(10, due_rule=DueRule.DAYS_AFTER_IN_MONTH, days_after=20), "2026-02-10", "2026-02-28"),
        (CardTerms(10, due_rule=DueRule.DAYS_AFTER_IN_MONTH, days_after=20), "2028-02-10", "2028-02-29"),
        (CardTerms(25, due_rule=DueRule.DAYS_AFTER_IN_MONTH, days_after=20), "2026-02-25", "2026-03-17"),
        (CardTerms(28, due_rule=DueRule.DAYS_AFTER_IN_MONTH, days_after=1), "2026-02-28", "2026-03-01"),
    ],
)
def test_due_days(terms: CardTerms, statement_on: str, due_on: str) -> None:
    assert due_date(terms, day(statement_on)) == day(due_on)


def test_a_statement_on_the_last_day_keeps_its_anchor_through_a_leap_february() -> None:
    days = list(statement_days(CardTerms(31), day("2027-12-31"), day("2028-05-01")))
    assert [str(each) for each in days] == ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]
    assert next_statement_day(CardTerms(31), day("2028-02-29")) == day("2028-02-29")
    assert previous_statement_day(CardTerms(31), day("2028-02-28")) == day("2028-01-31")
    assert statement_of_purchase(CardTerms(31), day("2028-03-01")) == day("2028-03-31")


# --- products ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("statement_day", "due_day"), [(1, 8), (1, 9), (1, 10), (5, 15), (10, 20)])
def test_the_days_of_huabei(statement_day: int, due_day: int) -> None:
    terms = defaults("huabei").on_days(statement_day, due_day)
    assert due_date(terms, date(2026, 3, statement_day)) == date(2026, 3, due_day)


@pytest.mark.parametrize(("statement_day", "due_day"), [(1, 11), (5, 25), (2, 9)])
def test_days_that_huabei_does_not_offer(statement_day: int, due_day: int) -> None:
    with pytest.raises(OutOfRange):
        defaults("huabei").on_days(statement_day, due_day)


def test_huabei_with_the_minimum_paid_charges_the_rest_from_the_day_after() -> None:
    entries = [bought("2026-02-10", "1000"), paid("2026-03-08", "100")]
    course = card_course(defaults("huabei").terms, entries, day("2026-05-01"))
    first, second, third = course.statements
    assert (first.balance_fen, first.minimum_fen, first.minimum_met) == (100_000, 10_000, True)
    # 900 from 9 March to 1 April: 24 days
    assert (second.interest_fen, second.penalty_fen, second.balance_fen) == (1080, 0, 91_080)
    assert second.minimum_fen == 9000 + 1080
    # not paid: 900 until the due day and 900 at the overdue rate after it, nothing on the 10.80
    assert (third.interest_fen, third.penalty_fen) == (315, 1035)  # 2–8 April, 9 April – 1 May


def test_huabei_late_is_charged_on_the_principal_and_rounded() -> None:
    course = card_course(defaults("huabei").terms, [bought("2026-02-10", "333.33")], day("2026-04-01"))
    second = course.statements[1]
    assert (second.interest_fen, second.penalty_fen) == (0, 400)  # 33,333 × 24 × 0.0005 = 399.996
    assert dict(second.parts) == {Part.INTEREST: 400, Part.PURCHASE: 33_333}
    assert second.minimum_fen == 3333 + 3000 + 400


def test_the_overdue_rate_ends_on_the_day_the_minimum_is_made_good() -> None:
    entries = [bought("2026-02-10", "1000"), paid("2026-03-15", "100")]
    terms = replace(defaults("baitiao").terms, statement_day=1)  # due on the 10th, 0.065 % when late, else 0.05 %
    second = card_course(terms, entries, day("2026-04-01")).statements[1]
    assert second.penalty_fen == 260  # 1,000 from 11 to 14 March
    assert second.interest_fen == 810  # 900 from 15 March to 1 April


def test_baitiao_is_due_nine_days_after_and_takes_the_bill_day_into_the_next_bill() -> None:
    terms = defaults("baitiao").terms
    assert due_date(terms, day("2026-02-25")) == day("2026-03-06")
    assert statement_of_purchase(terms, day("2026-02-25")) == day("2026-03-25")
    assert statement_of_purchase(terms, day("2026-02-24")) == day("2026-02-25")


def test_the_days_of_meituan_and_douyin() -> None:
    assert due_date(defaults("meituan_yuefu").terms, day("2026-03-01")) == day("2026-03-08")
    assert due_date(defaults("douyin_yuefu").terms, day("2026-03-01")) == day("2026-03-06")


def test_every_card_says_what_it_rests_on() -> None:
    cards = [product for product in PRODUCTS.values() if product.card is not None]
    assert {product.key for product in cards} == {
        "credit_card", "huabei", "baitiao", "meituan_yuefu", "douyin_yuefu",
    }  # fmt: skip
    for product in cards:
        assert product.card is not None
        named = {row.about for row in product.card_evidence}
        assert named
        assert not named & set(product.card.assumed)
        assert all(hasattr(product.card.terms, field) for field in (*named, *product.card.assumed))
        if product.line_days is not None:
            assert product.line_days == (product.card.terms.statement_day, product.card.terms.due_day)
    assert defaults("credit_card").terms.minimum.share * 10 == 1
    assert defaults("credit_card").on_days(28, 16).due_day == 16
