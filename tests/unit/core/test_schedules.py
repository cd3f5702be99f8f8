"""Schedules against numbers that other people published, to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planner.core.due_days import due_dates, first_due_date
from planner.core.errors import Missing, MustBePositive, OutOfRange
from planner.core.events import RateChange
from planner.core.money import parse_amount
from planner.core.rates import true_cost
from planner.core.repayments import DueState, Repayment, course
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from tests.oracles import domain_vectors

DAILY, YEARLY = RatePeriod.DAILY, RatePeriod.YEARLY


def terms(
    principal: str, method: RepaymentMethod, rate: str = "0", period: RatePeriod = YEARLY, **other: Any
) -> LoanTerms:
    """Terms with the dull parts filled in: by days where the rate is daily, else by months."""
    values: dict[str, Any] = {
        "accrual": Accrual.ACTUAL_DAYS if period is DAILY else Accrual.MONTHLY,
        "day_count": DayCountBasis.NONE,
        "drawn_on": date(2026, 1, 15),
        "periods": 12,
    } | other
    fen = parse_amount(principal)
    return LoanTerms(principal_fen=fen, received_fen=fen, method=method, rate=Rate(Decimal(rate), period), **values)


def shown(row: ScheduleRow) -> list[str]:
    """A row as the vectors print it: payment, principal, interest (or fee), balance in yuan."""
    amounts = (row.payment_fen, row.principal_fen, row.interest_fen + row.fee_fen, row.balance_fen)
    return [f"{Decimal(amount) / 100:.2f}" for amount in amounts]


def interest(rows: tuple[ScheduleRow, ...]) -> str:
    return f"{Decimal(sum(row.interest_fen for row in rows)) / 100:.2f}"


def test_equal_instalments_by_month() -> None:
    vector = domain_vectors()["annuity_monthly_10000_12_12pct"]
    agreed = terms("10000", RepaymentMethod.EQUAL_INSTALMENT, "0.12")
    rows = schedule(agreed)
    assert [shown(row) for row in rows] == vector["rows"]
    assert interest(rows) == vector["interest"]
    cost = true_cost(agreed, rows).only
    assert cost is not None
    assert round(cost.nominal, 6) == Decimal(vector["nominal_apr"])


def test_a_month_of_thirty_days_from_a_daily_rate() -> None:
    vector = domain_vectors()["zhaolian_published_5000_3"]
    rows = schedule(
        terms("5000", RepaymentMethod.EQUAL_INSTALMENT, vector["daily"], DAILY, accrual=Accrual.MONTHLY, periods=3)
    )
    assert (shown(rows[0])[0], interest(rows)) == (vector["payment"], vector["interest"])


def test_a_mortgage_of_ten_years() -> None:
    vector = domain_vectors()["mortgage_published_810000_120_2.8pct"]
    rows = schedule(terms("810000", RepaymentMethod.EQUAL_INSTALMENT, "0.028", periods=120))
    assert shown(rows[0]) == vector["first"]
    assert shown(rows[-1]) == vector["last"]


def test_equal_instalments_by_day() -> None:
    vector = domain_vectors()["annuity_daily_10000_12_0.04pct_2026-01-15"]
    rows = schedule(terms("10000", RepaymentMethod.EQUAL_INSTALMENT, vector["daily"], DAILY))
    assert [[row.due_on.isoformat(), str(row.days), *shown(row)] for row in rows] == vector["rows"]
    assert interest(rows) == vector["interest"]


def test_equal_principal_by_month() -> None:
    vector = domain_vectors()["equal_principal_monthly_10000_12_12pct"]
    rows = schedule(terms("10000", RepaymentMethod.EQUAL_PRINCIPAL, "0.12"))
    assert [shown(row) for row in rows] == vector["rows"]
    assert interest(rows) == vector["interest"]


def test_weilidai_as_published() -> None:
    vector = domain_vectors()["weilidai_published_10000_5"]
    drawn_on = date.fromisoformat(vector["drawn"])
    rows = schedule(
        terms("10000", RepaymentMethod.EQUAL_PRINCIPAL, vector["daily"], DAILY, periods=5, drawn_on=drawn_on)
    )
    assert [shown(row) for row in rows] == vector["rows"]
    assert interest(rows) == vector["interest"]


def test_weilidai_with_another_calendar() -> None:
    vector = domain_vectors()["weilidai_published_2500_5"]
    # 31, 30, 31, 31, 30 days: the periods from 15 May
    agreed = terms(
        "2500", RepaymentMethod.EQUAL_PRINCIPAL, vector["daily"], DAILY, periods=5, drawn_on=date(2026, 5, 15)
    )
    rows = schedule(agreed)
    assert [row.days for row in rows] == vector["days"]
    assert [shown(row)[2] for row in rows] == vector["interest_rows"]


def test_interest_only() -> None:
    vector = domain_vectors()["interest_only_daily_10000_12_0.04pct"]
    rows = schedule(terms("10000", RepaymentMethod.INTEREST_ONLY, vector["daily"], DAILY))
    assert [shown(rows[0])[2], shown(rows[1])[2], shown(rows[-1])[0]] == [
        vector["first"],
        vector["second"],
        vector["last_payment"],
    ]
    assert interest(rows) == vector["interest"]


@pytest.mark.parametrize(
    ("key", "accrual", "basis"),
    [
        ("act360", Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_360),
        ("act365", Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_365),
        ("monthly", Accrual.MONTHLY, DayCountBasis.NONE),
    ],
)
def test_bullet(key: str, accrual: Accrual, basis: DayCountBasis) -> None:
    vector = domain_vectors()["bullet_50000_6pct_184d"]
    (row,) = schedule(
        terms(
            "50000", RepaymentMethod.BULLET, "0.06",
            accrual=accrual, day_count=basis, drawn_on=date(2026, 3, 10), periods=6,
        )
    )  # fmt: skip
    assert (shown(row)[2], row.due_on) == (vector[key], date(2026, 9, 10))


def test_revolving_interest_by_slices() -> None:
    vector = domain_vectors()["revolving_20000"]
    agreed = terms("20000", RepaymentMethod.REVOLVING, vector["daily"], DAILY, drawn_on=date(2026, 4, 1))
    paid = [
        Repayment(number, date.fromisoformat(day), parse_amount(principal) + parse_amount(slice_interest))
        for number, ((day, principal), slice_interest) in enumerate(
            zip(vector["repay"], vector["interest"], strict=True)
        )
    ]
    went = course(agreed, paid)
    assert [f"{Decimal(each.interest_fen) / 100:.2f}" for each in went.allocations] == vector["interest"]
    assert (went.open_fen, went.settled_on) == (0, date(2026, 4, 26))


def test_flat_fee() -> None:
    vector = domain_vectors()["flat_fee_10000_12_0.6pct"]
    agreed = terms("10000", RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, flat_fee_rate=Decimal("0.006"))
    rows = schedule(agreed)
    assert [shown(row) for row in rows] == vector["rows"]
    cost = true_cost(agreed, rows).only
    assert cost is not None
    assert (round(cost.nominal, 6), round(cost.effective, 6)) == (
        Decimal(vector["nominal_apr"]),
        Decimal(vector["effective_apr"]),
    )


def test_due_days() -> None:
    vector = domain_vectors()["due_days"]
    plain = RepaymentMethod.EQUAL_PRINCIPAL
    clamped = due_dates(terms("100", plain, drawn_on=date(2026, 1, 31), periods=4))
    assert [day.isoformat() for day in clamped] == vector["clamp31"]
    for policy, name in (
        (DueDayPolicy.MAP_TO_25_26_27, "jiebei_map"),
        (DueDayPolicy.MAP_TO_21, "weilidai_map"),
    ):
        for day, mapped in vector[name].items():
            agreed = terms("100", plain, drawn_on=date(2026, 3, int(day)), due_day_policy=policy)
            assert first_due_date(agreed) == date(2026, 4, mapped)
    for drawn, first in vector["jiebei_first"]:
        agreed = terms(
            "100", plain, drawn_on=date.fromisoformat(drawn), due_day=10,
            due_day_policy=DueDayPolicy.FIXED, first_period_policy=FirstPeriodPolicy.NEXT_DUE_IF_GAP_15,
        )  # fmt: skip
        assert first_due_date(agreed).isoformat() == first
    for drawn, due_day, first in vector["weilidai_first"]:
        agreed = terms(
            "100", plain, drawn_on=date.fromisoformat(drawn), due_day=due_day,
            due_day_policy=DueDayPolicy.FIXED, first_period_policy=FirstPeriodPolicy.SKIP_NEAREST_DUE,
        )  # fmt: skip
        assert first_due_date(agreed).isoformat() == first


def test_money_held_back_raises_the_cost() -> None:
    # domain.md §2.8 E7e: 10,000 at 12 %, 9,400 received
    agreed = LoanTerms(
        1_000_000, 940_000, RepaymentMethod.EQUAL_INSTALMENT, Accrual.MONTHLY,
        Rate(Decimal("0.12"), YEARLY), DayCountBasis.NONE, date(2026, 1, 15), 12,
    )  # fmt: skip
    cost = true_cost(agreed, schedule(agreed)).only
    assert cost is not None
    assert (round(cost.nominal * 100, 2), round(cost.effective * 100, 2)) == (Decimal("23.92"), Decimal("26.72"))


def test_a_loan_without_interest_costs_nothing() -> None:
    agreed = terms("1000", RepaymentMethod.EQUAL_INSTALMENT, periods=3)
    rows = schedule(agreed)
    assert [row.payment_fen for row in rows] == [33333, 33333, 33334]
    cost = true_cost(agreed, rows).only
    assert cost is not None
    assert cost.nominal == 0


def test_a_rate_change_touches_only_later_periods() -> None:
    agreed = terms("1000000", RepaymentMethod.EQUAL_INSTALMENT, "0.0305", periods=360)
    change = RateChange(date(2028, 1, 15), Rate(Decimal("0.0295"), YEARLY))
    before, after = schedule(agreed), schedule(agreed, (change,))
    assert before[:24] == after[:24]
    # domain.md §2.11: balance after 24 periods, and the instalment at 2.95 %
    assert before[23].balance_fen == 95795073
    assert (before[0].payment_fen, after[24].payment_fen) == (424305, 419212)


def test_repayments_settle_in_order_of_due_dates() -> None:
    agreed = terms("10000", RepaymentMethod.EQUAL_INSTALMENT, "0.12")
    paid = (Repayment(1, date(2026, 2, 15), 88849), Repayment(2, date(2026, 3, 20), 50000))
    went = course(agreed, paid)
    assert [each.state(date(2026, 3, 20)) for each in went.instalments[:3]] == [
        DueState.SETTLED,
        DueState.LATE,
        DueState.UPCOMING,
    ]
    first = went.allocations[0]
    assert (first.interest_fen, first.principal_fen) == (10000, 78849)
    # the second pays the interest of its row first
    assert (went.allocations[1].interest_fen, went.allocations[1].principal_fen) == (9212, 40788)
    assert went.outstanding_fen(date(2026, 2, 14)) == 1_000_000
    assert went.outstanding_fen(date(2026, 2, 15)) == 921151
    late = course(agreed, (*paid, Repayment(3, date(2026, 3, 21), 38849)))
    assert late.instalments[1].state(date(2026, 3, 22)) is DueState.SETTLED_LATE


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        ({"principal": "0"}, MustBePositive, "principal"),
        ({"periods": 0}, OutOfRange, "periods"),
        ({"rate": "-0.01"}, OutOfRange, "rate"),
        ({"due_day": 32}, OutOfRange, "due_day"),
        ({"due_day_policy": DueDayPolicy.FIXED}, Missing, "due_day"),
        ({"first_due_on": date(2026, 1, 15)}, OutOfRange, "first_due_on"),
        ({"flat_fee_rate": Decimal(2)}, OutOfRange, "flat_fee_rate"),
        ({"first_due_on": date(9999, 6, 1)}, OutOfRange, "first_due_on"),
        ({"drawn_on": date(1900, 5, 1)}, OutOfRange, "drawn_on"),
    ],
)
def test_wrong_terms_name_their_field(wrong: dict[str, Any], error: type[MustBePositive], field: str) -> None:
    values = {"principal": "100", "method": RepaymentMethod.EQUAL_INSTALMENT} | wrong
    with pytest.raises(error) as caught:
        terms(**values)
    assert caught.value.field == field


def test_a_revolving_loan_paid_after_its_end_was_late() -> None:
    agreed = terms("10000", RepaymentMethod.REVOLVING, "0.0004", DAILY, drawn_on=date(2026, 1, 1), periods=2)
    part = course(agreed, (Repayment(1, date(2026, 6, 20), 100_00),))
    assert [each.row.due_on for each in part.instalments] == [date(2026, 3, 1)] * 2
    assert all(each.row.days >= 0 for each in part.instalments)
    assert part.instalments[0].state(date(2026, 6, 21)) is DueState.SETTLED_LATE
    assert part.instalments[1].state(date(2026, 6, 21)) is DueState.LATE
