"""The next 30 days: what is missing on which day, to the fen, and what is never called enough."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.month_ahead import MonthAhead, SumUntil, month_ahead

TODAY = date(2026, 11, 24)


def ahead(*dues: tuple[date, int], **values: Any) -> MonthAhead:
    given: dict[str, Any] = {
        "today": TODAY, "until": TODAY + timedelta(days=30), "cash_fen": 100_000, "cash_on": TODAY, "dues": dues,
        "income_fen": None, "payday": None, "essential_fen": None,
    }  # fmt: skip
    return month_ahead(**(given | values))


def whole(found: MonthAhead) -> SumUntil:
    assert found.whole is not None
    return found.whole


def test_the_first_day_it_does_not_suffice_and_by_how_much() -> None:
    found = ahead((date(2026, 11, 28), 90_000), (date(2026, 12, 8), 51_260), (date(2026, 12, 15), 500))
    assert (found.short_on, found.short_fen, found.left_fen) == (date(2026, 12, 8), 41_260, -41_760)
    assert (whole(found).dues_fen, found.last_due_on) == (141_760, date(2026, 12, 15))


def test_what_is_left_after_the_last_due() -> None:
    found = ahead((date(2026, 11, 28), 90_000), (date(2026, 12, 8), 10_000))
    assert (found.short_on, found.short_fen, found.left_fen) == (None, 0, 0)


def test_income_counts_on_its_payday_and_not_before() -> None:
    values = {"income_fen": 50_000, "payday": 10}
    late = ahead((date(2026, 12, 9), 120_000), **values)
    assert (late.short_on, late.short_fen, whole(late).income_fen) == (date(2026, 12, 9), 20_000, 0)
    in_time = ahead((date(2026, 12, 11), 120_000), **values)
    assert (in_time.short_on, in_time.left_fen, whole(in_time).paydays) == (None, 30_000, (date(2026, 12, 10),))


def test_the_dues_of_a_day_come_before_its_income() -> None:
    found = ahead((date(2026, 12, 10), 120_000), income_fen=50_000, payday=10)
    assert (found.short_on, found.short_fen) == (date(2026, 12, 10), 20_000)
    # also where a later due lets that income count
    found = ahead((date(2026, 12, 10), 120_000), (date(2026, 12, 15), 1), income_fen=50_000, payday=10)
    assert (found.short_on, found.short_fen, found.left_fen) == (date(2026, 12, 10), 20_000, 29_999)


@pytest.mark.parametrize(
    ("today", "payday", "expected"),
    [
        (date(2027, 2, 10), 31, (date(2027, 2, 28),)),
        (date(2028, 2, 10), 30, (date(2028, 2, 29),)),
        (date(2026, 11, 30), 31, ()),
        (date(2026, 11, 24), 30, (date(2026, 11, 30),)),
    ],
)
def test_the_payday_is_clamped_to_the_months_end(today: date, payday: int, expected: tuple[date, ...]) -> None:
    found = ahead(
        (today + timedelta(days=29), 1), today=today, until=today + timedelta(days=30), cash_on=today,
        income_fen=1, payday=payday,
    )  # fmt: skip
    assert whole(found).paydays == expected


def test_todays_income_is_in_todays_cash_already() -> None:
    due = (date(2026, 11, 30), 150_000)
    assert ahead(due, income_fen=50_000, payday=24).short_fen == 50_000
    assert ahead(due, income_fen=50_000, payday=24, cash_on=date(2026, 11, 23)).short_on is None
    # between an old balance and today nothing is known
    assert whole(ahead(due, income_fen=50_000, payday=20, cash_on=date(2026, 11, 1))).paydays == ()


def test_two_paydays_in_one_window_count_twice() -> None:
    found = ahead(
        (date(2027, 3, 30), 1), today=date(2027, 2, 28), until=date(2027, 3, 31), cash_on=date(2027, 2, 27),
        income_fen=10, payday=28,
    )  # fmt: skip
    assert whole(found).paydays == (date(2027, 2, 28), date(2027, 3, 28))
    assert whole(found).income_fen == 20


def test_overdue_counts_today_and_what_lies_beyond_the_window_does_not() -> None:
    found = ahead((date(2026, 9, 1), 60_000), (TODAY, 50_000), (TODAY + timedelta(days=30), 10**9))
    assert (found.short_on, found.short_fen, whole(found).dues_fen) == (TODAY, 10_000, 110_000)


def test_living_costs_are_spread_evenly() -> None:
    on_first = ahead((TODAY, 1), essential_fen=300_000)
    assert whole(on_first).living_fen == 10_000
    on_last = ahead((TODAY + timedelta(days=29), 1), essential_fen=300_000)
    assert whole(on_last).living_fen == 300_000
    assert on_last.short_fen == 200_001
    assert whole(ahead((TODAY + timedelta(days=1), 1), essential_fen=100)).living_fen == 7  # 6.67
    assert whole(ahead((TODAY, 1))).living_fen is None


def test_without_dues_nothing_is_short() -> None:
    found = ahead(income_fen=5, payday=1, essential_fen=10**9)
    assert (found.short_on, found.short_fen, found.left_fen, found.last_due_on) == (None, 0, 100_000, None)
    assert (found.whole, found.short) == (None, None)


def test_an_overdrawn_account_cannot_pay() -> None:
    assert ahead((TODAY, 1), cash_fen=-500).short_fen == 501


@settings(deadline=None)
@given(
    cash=st.integers(-10_000, 500_000),
    cash_back=st.integers(0, 40),
    dues=st.lists(st.tuples(st.integers(-60, 40), st.integers(1, 200_000)), max_size=8),
    income=st.none() | st.integers(0, 900_000),
    payday=st.none() | st.integers(1, 31),
    essential=st.none() | st.integers(0, 900_000),
)
def test_the_sum_until_the_short_day_is_what_is_missing(
    cash: int,
    cash_back: int,
    dues: list[tuple[int, int]],
    income: int | None,
    payday: int | None,
    essential: int | None,
) -> None:
    days = [(TODAY + timedelta(days=after), fen) for after, fen in dues]
    found = ahead(
        *days, cash_fen=cash, cash_on=TODAY - timedelta(days=cash_back), income_fen=income, payday=payday,
        essential_fen=essential,
    )  # fmt: skip
    asked = [(max(day, TODAY), fen) for day, fen in days if day < TODAY + timedelta(days=30)]
    for part in (found.whole, found.short):
        if part is None:
            continue
        assert cash + part.income_fen - part.dues_fen - (part.living_fen or 0) == part.left_fen
        assert part.dues_fen == sum(fen for day, fen in asked if day <= part.on)
        assert part.income_fen == (income or 0) * len(part.paydays)
        assert all(TODAY <= day < part.on for day in part.paydays)
        assert (part.living_fen is None) == (essential is None)
    assert found.last_due_on == max((day for day, _ in asked), default=None)
    if found.short is not None:
        assert found.short_fen == -found.short.left_fen > 0
        earlier = [(day, fen) for day, fen in days if max(day, TODAY) < found.short.on]
        assert ahead(
            *earlier, cash_fen=cash, cash_on=TODAY - timedelta(days=cash_back), income_fen=income, payday=payday,
            essential_fen=essential,
        ).short is None  # fmt: skip
