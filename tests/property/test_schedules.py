"""What holds for every schedule: it repays exactly, is never below zero, is the sum of its days, and costs its rate."""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.events import Event, Prepayment
from planner.core.interest import equal_payment
from planner.core.money import divide_half_up
from planner.core.rates import true_cost
from planner.core.repayments import Repayment, course
from planner.core.schedules import ScheduleRow, accrued, rate_on, schedule
from planner.core.settlement import owed_on
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    HolidayShift,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from tests.loans import any_terms, events_of

MANY = settings(max_examples=int(os.environ.get("YUDU_CASES", "1000")))
IN_ONE_SUM = (RepaymentMethod.BULLET, RepaymentMethod.REVOLVING)
ONE_DAY = timedelta(days=1)
WITHOUT_REVOLVING = tuple(each for each in RepaymentMethod if each is not RepaymentMethod.REVOLVING)


@MANY
@given(st.data())
def test_whatever_happens_a_schedule_repays_the_loan_exactly(data: st.DataObject) -> None:
    terms = data.draw(any_terms())
    rows = schedule(terms, data.draw(events_of(terms)))
    assert sum(row.principal_fen + row.prepaid_fen for row in rows) == terms.principal_fen
    assert rows[-1].balance_fen == 0
    for row in rows:
        assert min(row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen, row.prepaid_fen) >= 0
        assert row.days >= 0
        if terms.holiday_shift is HolidayShift.NONE:
            assert row.days == (row.due_on - row.start_on).days > 0


@MANY
@given(st.data())
def test_an_event_moves_no_row_before_it(data: st.DataObject) -> None:
    terms = data.draw(any_terms())
    events = data.draw(events_of(terms))
    for at, event in enumerate(events):
        others = [*events[:at], *events[at + 1 :]]
        last = event.on if terms.method not in IN_ONE_SUM else event.on - ONE_DAY  # those can be extended on their day
        before = [row for row in schedule(terms, others) if row.due_on <= last]
        assert list(schedule(terms, events)[: len(before)]) == before


@MANY
@given(st.data())
def test_the_interest_of_the_days_is_that_of_the_rows(data: st.DataObject) -> None:
    """A loan reckoned by hand, day after day, beside the schedule."""
    terms = data.draw(any_terms(most_periods=24, methods=WITHOUT_REVOLVING))
    events = data.draw(events_of(terms, most=3))
    rows = schedule(terms, events)
    if terms.accrual is Accrual.ACTUAL_DAYS and terms.method is not RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        assert [row.interest_fen for row in rows] == by_days(terms, events, rows)
    for row in rows:
        if terms.method is not RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE and not _prepaid_in(row, events):
            end = row.start_on + timedelta(days=row.days)
            days = [row.start_on + ONE_DAY * day for day in range(row.days + 1)]
            so_far = [accrued(terms, events, row, day) for day in days]
            assert so_far == sorted(so_far)
            assert (so_far[0], accrued(terms, events, row, end)) == (0, row.interest_fen)


def _prepaid_in(row: ScheduleRow, events: Sequence[Event]) -> bool:
    return any(isinstance(each, Prepayment) and row.start_on < each.on <= row.due_on for each in events)


def by_days(terms: LoanTerms, events: Sequence[Event], rows: Sequence[ScheduleRow]) -> list[int]:
    """The interest of each row as the sum of its days, rounded once: each day bears its rate on what is owed then."""
    prepaid = sorted((each for each in events if isinstance(each, Prepayment)), key=lambda each: each.on)
    balance, found = terms.principal_fen, []
    for row in rows:
        daily = rate_on(terms, events, row.start_on).daily(terms.day_count)
        exact, day = Fraction(0), row.start_on
        for _ in range(row.days):
            while prepaid and prepaid[0].on <= day:
                balance -= min(prepaid.pop(0).principal_fen, balance)
            exact += balance * daily
            day += ONE_DAY
        while prepaid and prepaid[0].on <= row.start_on:
            balance -= min(prepaid.pop(0).principal_fen, balance)
        found.append(divide_half_up(exact.numerator, exact.denominator))
        balance -= row.principal_fen
    return found


@MANY
@given(st.data(), st.lists(st.tuples(st.integers(0, 900), st.integers(1, 10**8)), max_size=6))
def test_a_repayment_loses_no_fen(data: st.DataObject, paid: list[tuple[int, int]]) -> None:
    terms = data.draw(any_terms())
    repayments = tuple(
        Repayment(number, terms.drawn_on + timedelta(days=after), amount) for number, (after, amount) in enumerate(paid)
    )
    went = course(terms, repayments)
    for each in went.allocations:
        parts = each.interest_fen + each.fee_fen + each.principal_fen + each.surplus_fen
        assert parts == each.repayment.amount_fen
    repaid = sum(each.principal_fen for each in went.allocations)
    assert went.balances[-1][1] == terms.principal_fen - repaid >= 0
    assert sum(each.open_principal_fen for each in went.instalments) == went.balances[-1][1]


@MANY
@given(st.data(), st.integers(0, 900), st.integers(2, 10**8), st.integers(0, 900))
def test_a_repayment_split_in_two_on_one_day_changes_nothing(
    data: st.DataObject, after: int, fen: int, asked_after: int
) -> None:
    terms = data.draw(any_terms(most_periods=36))
    part = data.draw(st.integers(1, fen - 1))
    paid_on, on = (terms.drawn_on + timedelta(days=days) for days in (after, asked_after))
    whole = (Repayment(1, paid_on, fen),)
    split = (Repayment(1, paid_on, part), Repayment(2, paid_on, fen - part))
    one, two = course(terms, whole), course(terms, split)
    if terms.method is not RepaymentMethod.REVOLVING:  # there each repayment is a row
        assert one.instalments == two.instalments
    assert one.outstanding_fen(on) == two.outstanding_fen(on)
    assert owed_on(terms, whole, on) == owed_on(terms, split, on)


@MANY
@given(st.integers(10**6, 10**9), st.integers(1, 60), st.decimals(Decimal("0.01"), Decimal("0.36"), places=4))
def test_the_nominal_cost_of_equal_instalments_is_their_rate(principal: int, periods: int, rate: Decimal) -> None:
    terms = LoanTerms(
        principal, principal, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
        Rate(rate, RatePeriod.YEARLY), DayCountBasis.NONE, date(2026, 1, 15), periods,
    )  # fmt: skip
    cost = true_cost(terms, schedule(terms)).only
    assert cost is not None
    # each of the periods' interest is off by half a fen at most
    assert abs(cost.nominal - rate) < Decimal(periods * 12) / principal


@MANY
@given(st.integers(1, 10**12), st.integers(1, 480), st.fractions(0, Fraction(1, 10), max_denominator=10**6))
def test_equal_instalments_of_one_rate_are_those_of_many(balance: int, periods: int, rate: Fraction) -> None:
    other = rate + Fraction(1, 10**30)  # another last rate takes the way of rates that differ, and changes nothing
    assert abs(equal_payment(balance, [rate] * periods) - equal_payment(balance, [rate] * (periods - 1) + [other])) <= 1
    weight = sum(1 / (1 + rate) ** each for each in range(1, min(periods, 30) + 1))
    assert equal_payment(balance, [rate] * min(periods, 30)) == round_half_up(balance / weight)


def round_half_up(exact: Fraction) -> int:
    return divide_half_up(exact.numerator, exact.denominator)


@MANY
@given(
    st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 31), st.integers(49, 120),
    st.sampled_from([DueDayPolicy.SAME_DAY_CLAMP, DueDayPolicy.FIXED]),
)  # fmt: skip
def test_month_ends_keep_their_anchor(drawn_on: date, anchor: int, periods: int, policy: DueDayPolicy) -> None:
    terms = LoanTerms(
        10**6, 10**6, RepaymentMethod.EQUAL_INSTALMENT, Accrual.ACTUAL_DAYS, Rate(Decimal("0.0004"), RatePeriod.DAILY),
        DayCountBasis.NONE, drawn_on, periods, policy, anchor,
    )  # fmt: skip
    days = [row.due_on for row in schedule(terms)]
    assert any(day.month == 2 and monthrange(day.year, 2)[1] == 29 for day in days)  # four years have a leap day
    for at, day in enumerate(days):
        month = days[0].month - 1 + at
        year, month = days[0].year + month // 12, month % 12 + 1
        assert day == date(year, month, min(anchor, monthrange(year, month)[1]))


@MANY
@given(any_terms(most_periods=24))
def test_every_day_bears_interest_once(terms: LoanTerms) -> None:
    rows = schedule(terms)
    for before, row in pairwise(rows):
        assert row.start_on == before.start_on + timedelta(days=before.days)
    assert rows[0].start_on == terms.drawn_on
