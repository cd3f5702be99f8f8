"""What holds for every card: no fen is lost, no bucket is negative, and each day agrees with the statements."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.card_entries import CardEntry, EntryKind, StatedStatement
from planner.core.card_payoff import ONLY_MINIMUM, card_payoff
from planner.core.card_terms import NO_FEE, CardTerms, CashTerms
from planner.core.cards import CardRun, card_course
from planner.core.credit_limits import CardLimits, LimitStep
from planner.core.cycles import due_date, next_statement_day, statement_days
from planner.core.money import divide_half_up
from tests.cards import DAY, FIRST_DAY, all_entries, by_hand, card_terms, plain_entries

UNTIL = FIRST_DAY + 400 * DAY
MANY = settings(max_examples=int(os.environ.get("YUDU_CASES", "100")))
"""A thousand and more by hand: it takes minutes."""
LIMITS = CardLimits((LimitStep(FIRST_DAY, 5 * 10**5),))


@st.composite
def stated_statements(draw: st.DrawFn, terms: CardTerms) -> list[StatedStatement]:
    """At most one statement as the issuer states it, also on a day that is not the terms'."""
    if draw(st.booleans()):
        return []
    day = next_statement_day(terms, FIRST_DAY + 70 * DAY) + draw(st.integers(-3, 3)) * DAY
    return [StatedStatement(day, draw(st.integers(-1000, 10**6)), due_on=draw(st.sampled_from([None, day + 9 * DAY])))]


@MANY
@given(card_terms(), all_entries(), st.data())
def test_no_fen_is_lost(terms: CardTerms, entries: list[CardEntry], data: st.DataObject) -> None:
    course = card_course(terms, entries, UNTIL, limits=LIMITS, stated=data.draw(stated_statements(terms)))

    def total(*kinds: EntryKind) -> int:
        return sum(each.amount_fen for each in entries if each.kind in kinds)

    statements = course.statements
    in_instalments = total(EntryKind.INSTALMENT) - sum(each.converted_fen for each in statements)
    came_in = total(EntryKind.PURCHASE, EntryKind.CASH_ADVANCE) + in_instalments
    came_in += sum(each.cost_fen + each.adjustment_fen for each in statements)
    assert course.balance.used_fen == came_in - total(EntryKind.PAYMENT, EntryKind.REFUND)
    for each in statements:
        assert each.balance_fen == (
            each.previous_fen + each.purchases_fen + each.cash_fen + each.instalments_fen + each.cost_fen
            + each.adjustment_fen - each.payments_fen - each.refunds_fen - each.converted_fen
        )  # fmt: skip
        assert sum(fen for _, fen in each.parts) == max(each.balance_fen, 0) >= each.minimum_fen >= 0


@MANY
@given(card_terms(), all_entries())
def test_no_bucket_is_negative(terms: CardTerms, entries: list[CardEntry]) -> None:
    course = card_course(terms, entries, UNTIL, limits=LIMITS)
    for days in range(0, 400, 3):
        balance = course.balance_on(FIRST_DAY + days * DAY)
        assert all(fen > 0 for _, fen in (*balance.billed, *balance.unbilled))
        assert min(balance.instalments_left_fen, balance.credit_fen, balance.accrued_fen) >= 0
        assert balance.credit_fen == 0 or balance.billed == balance.unbilled == ()
        assert balance.available_fen == max(5 * 10**5 - balance.used_fen, 0)
    for each in course.statements:
        assert min(each.interest_fen, each.penalty_fen, each.late_fee_fen, each.fees_fen) >= 0


@MANY
@given(card_terms(), all_entries(), st.integers(0, 400))
def test_a_day_says_the_same_whenever_it_is_asked(terms: CardTerms, entries: list[CardEntry], days: int) -> None:
    on = FIRST_DAY + days * DAY
    assert card_course(terms, entries, on).balance == card_course(terms, entries, UNTIL).balance_on(on)


@MANY
@given(card_terms(), plain_entries())
def test_the_course_is_that_reckoned_day_by_day(terms: CardTerms, entries: list[CardEntry]) -> None:
    terms = replace(terms, late_fee=NO_FEE, overdue_rate=None)
    course = card_course(terms, entries, UNTIL)
    hand = by_hand(terms, entries, UNTIL)
    assert [(each.on, each.due_on, each.balance_fen, each.interest_fen) for each in course.statements] == [
        (each.on, each.due_on, each.balance_fen, each.interest_fen) for each in hand
    ]


@MANY
@given(card_terms(), plain_entries())
def test_the_interest_of_the_days_is_that_of_the_statement(terms: CardTerms, entries: list[CardEntry]) -> None:
    terms = replace(terms, overdue_rate=None)  # interest and penalty are rounded apart
    course = card_course(terms, entries, UNTIL)
    for statement in course.statements:
        before = card_course(terms, entries, statement.on - DAY)
        if not before.days.moments or any(each.posted_on == statement.on for each in entries):
            continue
        if any(each.due_on == statement.on for each in before.statements):
            continue  # on such a day interest is dated back
        last = before.days.moments[-1]
        exact = last.accrued + last.accruing * (statement.on - last.balance.on).days
        assert statement.interest_fen == divide_half_up(exact.numerator, exact.denominator)


@MANY
@given(card_terms(), all_entries(), st.integers(0, 180), st.integers(2, 10**6), st.data())
def test_a_payment_split_in_two_on_a_day_changes_nothing(
    terms: CardTerms, entries: list[CardEntry], days: int, fen: int, data: st.DataObject
) -> None:
    on, first = FIRST_DAY + days * DAY, data.draw(st.integers(1, fen - 1))
    whole = [*entries, CardEntry(900, EntryKind.PAYMENT, on, fen)]
    parts = [(901, first), (902, fen - first)]
    split = [*entries, *(CardEntry(number, EntryKind.PAYMENT, on, part) for number, part in parts)]
    assert card_course(terms, whole, UNTIL) == card_course(terms, split, UNTIL)


@MANY
@given(card_terms(), plain_entries())
def test_paid_in_full_every_month_it_never_costs_interest(terms: CardTerms, entries: list[CardEntry]) -> None:
    bought = [replace(each, fee_fen=None) for each in entries if each.kind is not EntryKind.CASH_ADVANCE]
    run = CardRun(terms, bought)
    for on in statement_days(terms, FIRST_DAY, UNTIL):
        run.advance(on)
        if not run.statements or run.statements[-1].on != on:
            continue
        statement = run.statements[-1]
        run.advance(statement.due_on - DAY)
        owed = run.statements[-1].balance_fen - run.statements[-1].received_fen
        if statement.due_on > on and owed > 0:
            run.add_payment(owed, statement.due_on)
    run.advance(UNTIL)
    for each in run.statements:
        assert each.interest_fen == each.penalty_fen == each.late_fee_fen == 0
        assert each.paid_in_full is not False


@MANY
@given(card_terms(), all_entries(), st.permutations(range(30)))
def test_the_order_entries_are_given_in_changes_nothing(
    terms: CardTerms, entries: list[CardEntry], order: list[int]
) -> None:
    mixed = [entries[at] for at in order if at < len(entries)]
    assert card_course(terms, mixed, UNTIL) == card_course(terms, entries, UNTIL)


@MANY
@given(card_terms(), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_statement_days_keep_their_anchor_over_four_years(terms: CardTerms, first: date) -> None:
    days = list(statement_days(terms, first, first + 48 * 31 * DAY))[:48]
    assert len(days) == 48
    for day, following in pairwise(days):
        assert 28 <= (following - day).days <= 31
        assert day.day == terms.statement_day or (day + DAY).day == 1  # clamped: the last day of its month
        assert day < due_date(terms, day) <= day + 31 * DAY
    assert any(day.month == 2 and day.year % 4 == 0 for day in days)


@MANY
@given(card_terms(), plain_entries(), st.integers(0, 200), st.sampled_from([ONLY_MINIMUM, 50000, None]))
def test_a_plan_to_pay_off_adds_up(terms: CardTerms, entries: list[CardEntry], days: int, at_least: int | None) -> None:
    terms = replace(terms, cash=CashTerms(), daily_rate=Decimal("0.0005"))
    entries = [each for each in entries if each.kind not in (EntryKind.FEE, EntryKind.ANNUAL_FEE)]
    on = FIRST_DAY + days * DAY
    owed = card_course(terms, entries, on).balance.owed_fen
    plan = card_payoff(terms, entries, on, at_least)
    assert plan.ends
    assert plan.paid_fen == max(owed + plan.cost_fen, 0)
    assert plan.cost_fen >= plan.interest_fen >= plan.trailing_fen >= 0
    assert [row.left_fen >= 0 for row in plan.rows].count(False) == 0
