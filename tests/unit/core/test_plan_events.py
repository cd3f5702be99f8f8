"""What changes a loan's plan after it was agreed, against published and checked figures (domain.md §2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.due_days import due_dates, first_due_date, shifted
from planner.core.events import Event, Extension, OwnRow, Prepayment, PrepayMode, RateChange
from planner.core.money import parse_amount
from planner.core.rates import true_cost
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    HolidayShift,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.core.workdays import Workdays

SHORTER, LOWER = PrepayMode.SHORTER_TERM, PrepayMode.LOWER_PAYMENT
LEVEL = RepaymentMethod.EQUAL_INSTALMENT


def loan(principal: str, rate: str, periods: int, method: RepaymentMethod = LEVEL, **other: Any) -> LoanTerms:
    fen = parse_amount(principal)
    values: dict[str, Any] = {"drawn_on": date(2024, 1, 15), "received_fen": fen} | other
    return LoanTerms(
        principal_fen=fen, method=method, accrual=Accrual.MONTHLY, rate=Rate(Decimal(rate), RatePeriod.YEARLY),
        day_count=DayCountBasis.DAYS_360, periods=periods, **values,
    )  # fmt: skip


MORTGAGE = loan("1000000", "0.0305", 360)
AFTER_24 = date(2026, 1, 15)


def sum_interest(rows: tuple[ScheduleRow, ...]) -> int:
    return sum(row.interest_fen for row in rows)


def assert_closes(terms: LoanTerms, rows: tuple[ScheduleRow, ...]) -> None:
    assert sum(row.principal_fen + row.prepaid_fen for row in rows) == terms.principal_fen
    assert rows[-1].balance_fen == 0
    assert all(min(row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen) >= 0 for row in rows)


def test_a_mortgage_as_computed() -> None:
    rows = schedule(MORTGAGE)
    assert (rows[0].payment_fen, rows[-1].payment_fen, sum_interest(rows)) == (424_305, 424_547, 52_750_042)
    assert rows[23].balance_fen == 95_795_073


def test_prepaying_with_lower_payments() -> None:
    before = schedule(MORTGAGE)
    rows = schedule(MORTGAGE, [Prepayment(AFTER_24, 10_000_000, LOWER)])
    assert rows[:24] == before[:24]
    assert rows[24].payment_fen == 380_012
    assert sum_interest(before) - sum_interest(rows) == 4_882_460
    assert len(rows) == 360
    assert_closes(MORTGAGE, rows)


def test_prepaying_with_a_shorter_term() -> None:
    before = schedule(MORTGAGE)
    rows = schedule(MORTGAGE, [Prepayment(AFTER_24, 10_000_000, SHORTER)])
    assert rows[:24] == before[:24]
    assert (rows[24].payment_fen, len(rows) - 24, rows[-1].payment_fen) == (424_305, 285, 80_680)
    assert sum_interest(before) - sum_interest(rows) == 11_983_422
    assert_closes(MORTGAGE, rows)


@pytest.mark.parametrize("method", [LEVEL, RepaymentMethod.EQUAL_PRINCIPAL])
@pytest.mark.parametrize("prepaid_on", [AFTER_24, date(2026, 1, 28)], ids=["due day", "between"])
def test_what_is_found_anew_keeps_a_shortened_term(method: RepaymentMethod, prepaid_on: date) -> None:
    """A mortgage repriced after its term was shortened ends when it would have ended, not when first agreed."""
    terms = loan("1000000", "0.0305", 360, method)
    shorter = Prepayment(prepaid_on, 10_000_000, SHORTER)
    before = schedule(terms, [shorter])
    cheaper = RateChange(date(2027, 1, 1), Rate(Decimal("0.0300"), RatePeriod.YEARLY))
    repriced = schedule(terms, [shorter, cheaper])
    assert [row.due_on for row in repriced] == [row.due_on for row in before]
    assert repriced[:36] == before[:36]
    assert before[36].payment_fen * 99 // 100 < repriced[36].payment_fen < before[36].payment_fen
    lower = schedule(terms, [shorter, Prepayment(date(2027, 1, 15), 1_000_000, LOWER)])
    assert (len(lower), lower[:36]) == (len(before), before[:36])
    assert before[36].payment_fen * 98 // 100 < lower[36].payment_fen < before[36].payment_fen
    longer = schedule(terms, [shorter, Extension(date(2027, 1, 1), 12), cheaper])
    assert (len(longer), longer[:36]) == (len(before) + 12, before[:36])
    again = Prepayment(date(2028, 1, 15), 1_000_000, SHORTER)
    assert len(schedule(terms, [shorter, cheaper, again])) < len(before)
    for rows in (repriced, lower, longer):
        assert_closes(terms, rows)


def test_repricing() -> None:
    change = RateChange(AFTER_24, Rate(Decimal("0.0295"), RatePeriod.YEARLY))
    rows = schedule(MORTGAGE, [change])
    assert (rows[23].payment_fen, rows[24].payment_fen) == (424_305, 419_212)


@pytest.mark.parametrize(
    ("periods", "total", "first", "last", "nominal", "effective"),
    [
        (3, "0.023", 341_000, 341_000, "13.75", "14.65"),
        (3, "0.025", 341_666, 341_668, "14.94", "16.00"),
        (6, "0.045", 174_167, 174_165, "15.27", "16.38"),
        (9, "0.065", 118_333, 118_336, "15.34", "16.47"),
        (12, "0.075", 89_583, 89_587, "13.57", "14.44"),
        (12, "0.088", 90_666, 90_674, "15.86", "17.07"),
    ],
)
def test_a_total_fee_as_huabei_prints_it(
    periods: int, total: str, first: int, last: int, nominal: str, effective: str
) -> None:
    """E7c, to the fen: the rest of the fee is in the last instalment."""
    terms = loan("10000", "0", periods, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, flat_fee_rate=Decimal(total),
                 fee_basis=FeeBasis.TOTAL)  # fmt: skip
    rows = schedule(terms)
    assert (rows[0].payment_fen, rows[-1].payment_fen) == (first, last)
    assert sum(row.fee_fen for row in rows) == parse_amount("10000") * Decimal(total)
    cost = true_cost(terms, rows).only
    assert cost is not None
    assert (round(cost.nominal * 100, 2), round(cost.effective * 100, 2)) == (Decimal(nominal), Decimal(effective))


def test_a_guarantee_fee_beside_the_interest() -> None:
    """E7f: 12 % and 0.5 % of the loan each month are 22.53 % and 25.01 %."""
    terms = loan("10000", "0.12", 12, flat_fee_rate=Decimal("0.005"))
    rows = schedule(terms)
    assert {row.fee_fen for row in rows} == {5_000}
    cost = true_cost(terms, rows).only
    assert cost is not None
    assert (round(cost.nominal * 100, 2), round(cost.effective * 100, 2)) == (Decimal("22.53"), Decimal("25.01"))


def test_what_is_deducted_up_front_is_never_received() -> None:
    """E7e: 10,000 at 12 % of which 9,400 were paid out are 23.92 % and 26.72 %."""
    terms = loan("10000", "0.12", 12, received_fen=940_000)
    cost = true_cost(terms, schedule(terms)).only
    assert cost is not None
    assert (round(cost.nominal * 100, 2), round(cost.effective * 100, 2)) == (Decimal("23.92"), Decimal("26.72"))


def test_prepaid_principal_bears_interest_to_its_day() -> None:
    terms = replace(
        loan("10000", "0", 12, drawn_on=date(2026, 1, 15)), accrual=Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal("0.0004"), RatePeriod.DAILY), day_count=DayCountBasis.NONE,
    )  # fmt: skip
    agreed = schedule(terms)
    rows = schedule(terms, [Prepayment(date(2026, 2, 25), 200_000, LOWER)])
    assert rows[0] == agreed[0]
    # 9,223.59 for ten days, 7,223.59 for the eighteen to 15 March: 36.89436 + 52.009848
    assert rows[1].interest_fen == 8_890
    assert rows[1].payment_fen == agreed[1].payment_fen
    assert rows[2].payment_fen < agreed[2].payment_fen
    assert rows[1].prepaid_fen == 200_000
    assert_closes(terms, rows)


def test_the_rest_of_rounding_in_the_first_instalment() -> None:
    level = schedule(loan("10000", "0.12", 12, RepaymentMethod.EQUAL_PRINCIPAL, remainder_in=RemainderIn.FIRST))
    assert [*[row.principal_fen for row in level][:2], level[-1].principal_fen] == [83_337, 83_333, 83_333]
    fee = schedule(loan("10000", "0", 12, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, remainder_in=RemainderIn.FIRST,
                        flat_fee_rate=Decimal("0.088"), fee_basis=FeeBasis.TOTAL))  # fmt: skip
    assert [row.payment_fen for row in fee] == [90_674] + [90_666] * 11
    equal = schedule(loan("10000", "0.12", 12, remainder_in=RemainderIn.FIRST))
    assert {row.payment_fen for row in equal[1:]} == {88_849}
    assert abs(equal[0].payment_fen - 88_849) <= 2
    assert_closes(loan("10000", "0.12", 12), equal)


def test_an_extension_spreads_the_rest_over_more_periods() -> None:
    terms = loan("10000", "0.12", 12, drawn_on=date(2026, 1, 31))
    agreed = schedule(terms)
    rows = schedule(terms, [Extension(date(2026, 4, 1), 6)])
    assert rows[:3] == agreed[:3]  # the period that had begun on 31 March runs to its end
    assert len(rows) == 18
    assert rows[3].payment_fen < agreed[3].payment_fen
    assert [row.due_on for row in rows[-3:]] == [date(2027, 5, 31), date(2027, 6, 30), date(2027, 7, 31)]
    assert_closes(terms, rows)


def test_a_bullet_loan_extended_is_due_later() -> None:
    terms = loan("50000", "0.06", 6, RepaymentMethod.BULLET, drawn_on=date(2026, 3, 10))
    (row,) = schedule(terms, [Extension(date(2026, 3, 10), 3)])
    assert (row.due_on, row.interest_fen) == (date(2026, 12, 10), 225_000)


def test_a_row_as_the_lender_states_it_stands_and_the_rest_follows() -> None:
    terms = loan("10000", "0.12", 12)
    agreed = schedule(terms)
    third = agreed[2]
    own = OwnRow(3, date(2024, 4, 16), third.principal_fen - 1, third.interest_fen + 1, 0)
    rows = schedule(terms, [own])
    assert rows[:2] == agreed[:2]
    assert (rows[2].payment_fen, rows[2].due_on) == (third.payment_fen, date(2024, 4, 16))
    assert rows[3].start_on == date(2024, 4, 16)
    assert_closes(terms, rows)


def test_baitiao_falls_due_nine_days_after_its_statement() -> None:
    terms = loan("4000", "0", 12, due_day_policy=DueDayPolicy.AFTER_STATEMENT, due_day=25, drawn_on=date(2026, 2, 24))
    days = due_dates(terms)
    assert days[0] == first_due_date(terms) == date(2026, 3, 6)
    assert days[6] == date(2026, 9, 3)
    on_statement_day = replace(terms, drawn_on=date(2026, 2, 25))
    assert first_due_date(on_statement_day) == date(2026, 4, 3)


HOLIDAYS = Workdays(
    frozenset({2026}), frozenset(date(2026, 10, day) for day in range(1, 8)), frozenset({date(2026, 10, 10)})
)


@pytest.mark.parametrize(
    ("day", "shift", "expected"),
    [
        (date(2026, 10, 3), HolidayShift.NEXT_WORKDAY, date(2026, 10, 8)),
        (date(2026, 10, 3), HolidayShift.PREVIOUS_WORKDAY, date(2026, 9, 30)),
        (date(2026, 10, 3), HolidayShift.NONE, date(2026, 10, 3)),
        (date(2026, 10, 10), HolidayShift.NEXT_WORKDAY, date(2026, 10, 10)),  # a Saturday that is worked
        (date(2026, 10, 11), HolidayShift.NEXT_WORKDAY, date(2026, 10, 12)),
        (date(2027, 10, 1), HolidayShift.NEXT_WORKDAY, date(2027, 10, 1)),  # a year without a table: weekends only
    ],
)
def test_days_without_work(day: date, shift: HolidayShift, expected: date) -> None:
    assert shifted(day, shift, HOLIDAYS) == expected
    assert HOLIDAYS.known(day) == (day.year == 2026)


def test_a_shifted_due_day_costs_interest_only_where_agreed() -> None:
    terms = replace(loan("10000", "0.036", 3, drawn_on=date(2026, 9, 3), holiday_shift=HolidayShift.NEXT_WORKDAY),
                    accrual=Accrual.ACTUAL_DAYS)  # fmt: skip
    free, paid = schedule(terms, (), HOLIDAYS), schedule(replace(terms, shift_accrues=True), (), HOLIDAYS)
    assert free[0].due_on == paid[0].due_on == date(2026, 10, 8)
    assert (free[0].interest_fen, paid[0].interest_fen) == (3_000, 3_500)


DAYS = st.integers(0, 1200).map(lambda after: date.fromordinal(date(2024, 1, 15).toordinal() + after))
EVENTS = st.lists(
    st.one_of(
        st.builds(RateChange, DAYS, st.sampled_from(["0.03", "0.12", "0"]).map(
            lambda rate: Rate(Decimal(rate), RatePeriod.YEARLY))),
        st.builds(Prepayment, DAYS, st.integers(1, 800_000), st.sampled_from(PrepayMode)),
        st.builds(Extension, DAYS, st.integers(1, 12)),
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.sampled_from([m for m in RepaymentMethod if m is not RepaymentMethod.REVOLVING]),
    st.sampled_from(Accrual), st.integers(1, 36), st.sampled_from(["0", "0.036", "0.24"]), EVENTS,
    st.sampled_from(RemainderIn),
)  # fmt: skip
def test_whatever_happens_the_loan_closes_and_what_came_before_stays(
    method: RepaymentMethod, accrual: Accrual, periods: int, rate: str, events: list[Event], remainder: RemainderIn
) -> None:
    terms = replace(loan("10000", rate, periods, method, flat_fee_rate=Decimal("0.001")), accrual=accrual,
                    remainder_in=remainder)  # fmt: skip
    rows = schedule(terms, events)
    assert sum(row.principal_fen + row.prepaid_fen for row in rows) == terms.principal_fen
    assert rows[-1].balance_fen == 0
    if remainder is RemainderIn.FIRST:
        return
    agreed = schedule(terms)
    first = min((each.on for each in events), default=date.max)  # type: ignore[union-attr]
    for row, before in zip(rows, agreed, strict=False):
        if row.due_on <= first and before.due_on <= first:
            assert row == before
