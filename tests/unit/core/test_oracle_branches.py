"""Branches of the vector adapter that the given half of the vectors does not reach, against numbers from elsewhere."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle_vectors import apr, daycount, nper, payoff, pmt, rate, schedule, xirr
from tests.oracle_vectors.annuities import Annuity
from tests.oracle_vectors.day_counts import year_fraction
from tests.oracle_vectors.exact import exact


def near(found: Any, wanted: str, within: str = "0.005") -> bool:
    return abs(exact(found) - exact(wanted)) <= exact(within)


# domain.md §2.12, E22
DEBTS = [
    {"name": "A", "balance": "8000", "apr_percent": "18", "minimum": {"type": "fixed", "amount": "400"}},
    {"name": "B", "balance": "3000", "apr_percent": "12", "minimum": {"type": "fixed", "amount": "150"}},
    {"name": "C", "balance": "12000", "apr_percent": "7.2", "minimum": {"type": "fixed", "amount": "600"}},
]


@pytest.mark.parametrize(
    ("strategy", "order", "interest", "gone"),
    [
        ("avalanche", None, "1293.32", ["A", "B", "C"]),
        ("snowball", None, "1372.42", ["B", "A", "C"]),
        ("", ["A", "B", "C"], "1293.32", ["A", "B", "C"]),
    ],
)
def test_the_order_of_debts(strategy: str, order: Any, interest: str, gone: list[str]) -> None:
    inputs = {"model": "multi_debt_cents", "debts": DEBTS, "strategy": strategy, "order": order}
    for budget in ({"total_budget": "2000"}, {"extra_monthly": "850", "freed_minimum": "roll"}):
        found = payoff.run(inputs | budget)
        assert (found["months"], found["total_interest"]) == (13, Fraction(interest))
        assert found["payoff_order"] == gone
        assert found["balance_after"](13) == found["balance_after"](99) == {"A": 0, "B": 0, "C": 0}


def test_freed_minimums_that_do_not_roll_take_longer() -> None:
    inputs = {"model": "multi_debt_cents", "debts": DEBTS, "order": ["A", "B", "C"], "extra_monthly": "850"}
    assert payoff.run(inputs | {"freed_minimum": "reduce"})["months"] > 13


def test_minimum_rules() -> None:
    def least(rule: dict[str, str], balance: str = "5000", interest: str = "83.29") -> Fraction:
        found: Fraction = payoff.run(
            {"model": "minimum_payment", "balance": balance, "interest": interest, "minimum": rule}
        )["value"]
        return found

    assert least({"type": "percent", "percent": "2", "floor": "25"}) == 100
    assert least({"type": "percent", "percent": "2", "percent_of": "balance_with_interest"}) == Fraction("101.67")
    assert least({"type": "percent", "percent": "2", "floor": "25"}, "600", "10") == 25
    assert least({"type": "fixed", "amount": "50"}, "20", "0.30") == Fraction("20.30")


def test_a_debt_that_never_ends_says_so() -> None:
    found = payoff.run({"model": "single_debt_cents", "principal": "5000", "apr_percent": "29.9", "payment": "50"})
    assert (found["months"], found["status"]) == (None, "never")
    closed = {"model": "single_debt_closed_form", "principal": "5000", "apr_percent": "29.9", "payment": "50"}
    assert payoff.run(closed)["months"] is None


def test_prepayment_of_equal_principal_and_of_everything() -> None:
    inputs = {"model": "part_prepayment", "principal": 240000, "annual_rate": "6", "term_months": 240,
              "repayment_type": "EP", "paid_months": 40, "prepay_amount": 50000, "strategy": "reduce_term",
              "penalty_rate": 1, "penalty_fixed": 100, "penalty_free_months": None}  # fmt: skip
    found = payoff.run(inputs)
    assert (found["remaining_principal_before"], found["new_term_months_remaining"]) == (200000, 150)
    assert (found["new_monthly_payment"], found["prepay_penalty"]) == (1750, 500)
    assert found["interest_remaining_after"] == Fraction(150 * 151, 2) * 5  # 1000 a month at half a per cent
    everything = payoff.run(inputs | {"prepay_amount": 999999})
    assert (everything["settlement_amount"], everything["new_term_months_remaining"]) == (200000, 0)


def test_refinancing() -> None:
    # domain.md §2.12, E23: 30,000 over 24 months at 15.86 % and at 6 %
    found = payoff.run(
        {"model": "refinance", "principal": "30000", "old_apr_percent": "15.86", "new_apr_percent": "6",
         "term_months": 24, "closing_costs": "1000"}
    )  # fmt: skip
    assert (found["old_payment"], found["new_payment"]) == (Fraction("1466.89"), Fraction("1329.62"))
    assert found["break_even_months"] == 8


def test_the_minimum_payment_disclosure() -> None:
    # one balance of 1,000 at 17 %, minimum 2 % or 20: the same payments month by month
    inputs = {"model": "regz_appM2", "balances": ["1000"], "aprs": ["0.17"], "minimum_dollar": "20", "pmin": "0.02"}
    found = payoff.run(inputs)
    balance, months, paid = Fraction(1000), 0, Fraction(0)
    while balance:
        owed = Fraction(round(balance * (1 + Fraction(17, 1200)) * 100 + Fraction(1, 10**9)), 100)
        now = min(Fraction(20), owed)
        balance, months, paid = owed - now, months + 1, paid + now
    assert (found["months"], found["total_of_payments"]) == (months, paid)
    assert near(found["payment_36"], "35.65", "0.01")
    promotional = payoff.run(
        {"model": "regz_appM2", "balances": ["500", "250", "250"], "aprs": ["0", "0.17", "0.21"], "dmin": "20",
         "pmin": "0.02", "expm": 6, "rrate": "0.17"}
    )  # fmt: skip
    without = payoff.run(
        {"model": "regz_appM2", "balances": ["500", "250", "250"], "aprs": ["0.17", "0.17", "0.21"], "dmin": "20",
         "pmin": "0.02"}
    )  # fmt: skip
    assert promotional["months"] < without["months"]
    assert promotional["payment_36"] < without["payment_36"]
    assert promotional["total_36"] == promotional["payment_36"] * 36


@pytest.mark.parametrize(
    ("inputs", "value"),
    [
        # the makers' own example for payments in advance
        ({"fn": "payadv", "rate": "0.1/12", "nper": 12, "pv": "1000", "fv": "0", "advance": 3}, "85.94"),
        ({"fn": "pv", "rate": "0.01", "nper": 12, "pmt": "-888.49", "fv": "0", "when": "end"}, "10000.02"),
        ({"fn": "fv", "rate": "0", "nper": 12, "pmt": "-100", "pv": "-50"}, "1250"),
        ({"fn": "fv_compounding", "nominal_annual_rate": "0.06", "compounding_per_year": 4, "payments_per_year": 4,
          "payments": 8, "pmt": "-100", "when": 0}, "843.28"),
        ({"fn": "flat_instalment", "principal": "10000", "periods": 12, "flat_rate_monthly": "0.006"}, "893.33"),
        ({"fn": "cumprinc", "rate": "0.01", "nper": "12", "pv": "10000", "start": 1, "end": 12, "when": 0}, "-10000"),
        ({"fn": "level_payment_loan", "principal": "10000", "annual_rate_percent": "12", "term_months": 12,
          "payment_rounding": "up", "interest_rounding": "half_up"}, "888.49"),
        ({"fn": "level_payment_loan", "principal": "1000000", "annual_rate_percent": "1", "term_months": 12,
          "payment_rounding": "down", "interest_rounding": "down", "currency_unit": "1"}, "83785"),
    ],
)  # fmt: skip
def test_payments(inputs: dict[str, Any], value: str) -> None:
    assert near(pmt.run(inputs)["value"], value)


@pytest.mark.parametrize(
    "inputs",
    [
        {"fn": "ipmt", "rate": "0.1", "per": "0", "nper": "3", "pv": "1"},
        {"fn": "ppmt", "rate": "0.1", "per": "4", "nper": "3", "pv": "1"},
        {"fn": "cumipmt", "rate": "0.1", "nper": "3", "pv": "1", "start": 2, "end": 1},
        {"fn": "pmt", "rate": "0", "nper": "0", "pv": "1"},
    ],
)
def test_where_a_function_has_no_value(inputs: dict[str, Any]) -> None:
    assert pmt.run(inputs) == {"value": None, "status": "error"}


def test_rates_and_numbers_of_periods() -> None:
    broken = rate.run({"fn": "rate", "nper": "24.5", "pmt": "-250", "pv": "5000", "fv": "0", "when": 1})
    assert abs(Annuity(broken["value"][0], 1).future(Fraction("24.5"), Fraction(-250), Fraction(5000))) < 1e-15
    free = rate.run({"fn": "rate", "nper": "2.5", "pmt": "-100", "pv": "250", "fv": "0"})
    assert free["value"] == (0,)
    assert rate.run({"fn": "effect", "rate": "0.1", "npery": "0.5"})["status"] == "error"
    assert nper.run({"fn": "nper_ceiling", "rate": "0.01", "pmt": "-100", "pv": "1000"})["value"] == 11
    assert nper.run({"fn": "nper", "rate": "0.1", "pmt": "-100", "pv": "1000"})["status"] == "error"


def test_apr_conventions() -> None:
    # domain.md §2.7, E7
    legs = [{"amount": "10000", "t": "0"}, {"amount": "-893.33", "t": "1/12", "count": 11, "step": "1/12"},
            {"amount": "-893.37", "t": "1"}]  # fmt: skip
    assert near(apr.run({"convention": "nominal-monthly", "legs": legs})["rate_percent"][0], "13.0342", "5e-5")
    yearly = apr.run({"convention": "annual-compound-months", "legs": legs})
    assert near(yearly["rate_percent"][0], "13.8417", "5e-5")
    assert yearly["rate_percent_1dp"] == Fraction("13.8")


def test_a_dated_rate_by_another_day_count() -> None:
    flows = [["2025-01-31", "-100"], ["2025-07-31", "106"]]
    found = xirr.run({"flows": flows, "daycount": "30/360 ISDA"})
    assert near(found["rate"][0], "0.1236", "1e-12")


def plan(**other: Any) -> dict[str, Any]:
    inputs = {"principal": "65000", "method": "annuity", "annual_rate_percent": "10", "term_months": 360,
              "compounding": "monthly", "frequency": "monthly", "payment_rounding": "half_up",
              "interest_rounding": "half_up", "currency_unit": "0.01", "balance_tracking": "round_each"}  # fmt: skip
    return schedule.run(inputs | other)


def test_a_capped_payment_lets_the_balance_grow() -> None:
    step = {"effective_payment_number": 13, "new_annual_rate": "12", "recast": True, "payment_cap_factor": "1.075"}
    found = plan(rate_schedule=[step])
    assert found["payment"] == Fraction("570.42")
    assert found["payments"][1][0] == Fraction("613.20")
    row = found["rows"]([13])
    assert row[3] < 0
    assert row[4] > found["rows"]([12])[4]


def test_a_rate_step_without_recast_keeps_the_payment() -> None:
    found = plan(rate_schedule=[{"effective_payment_number": 13, "new_annual_rate": "9", "recast": False}])
    assert found["payments"] == [[Fraction("570.42"), found["periods"]]]
    assert found["periods"] < 360  # it is paid off earlier


def test_actual_days_of_360() -> None:
    found = plan(day_count="actual/360", start_date="2025-12-01", principal="25000000", annual_rate_percent="5.5")
    assert found["rows"]([1])[2] == Fraction("118402.78")  # 31 days
    assert found["rows"]([3])[2] < found["rows"]([1])[2]  # 28 days


def test_equal_principal_and_fees_and_other_frequencies() -> None:
    serial = plan(method="equal_principal", principal="1200000", annual_rate_percent="4", term_months=240)
    assert serial["first_payment"] == 9000
    assert serial["total_interest"] == 482000
    assert plan(fee_per_period="12.50")["rows"]([1])[1] == Fraction("582.92")
    yearly = plan(principal="1000", annual_rate_percent="6", term_months=180, frequency="annual", compounding="annual")
    assert (yearly["payment"], yearly["periods"]) == (Fraction("102.96"), 15)
    biweekly = plan(payment_override="300", frequency="biweekly", compounding="semi_annual")
    assert biweekly["rows"]([1])[2] == Fraction("244.41")
    continuous = plan(frequency="annual", compounding="continuous", term_months=12)
    assert near(continuous["total_interest"], "6836.11", "0.01")


def test_interest_only_then_annuity() -> None:
    found = plan(interest_only_months=60)
    assert found["payments"][0] == [Fraction("541.67"), 60]
    assert found["rows"]([360])[4] == 0


@pytest.mark.parametrize(
    ("convention", "start", "end", "fraction"),
    [
        ("Excel-2 Act/360", "2025-01-01", "2025-07-01", "181/360"),
        ("Excel-4 European 30/360", "2025-01-31", "2025-03-31", "60/360"),
        ("Actual/365 (Fixed)", "2024-01-01", "2025-01-01", "366/365"),
        ("ACT/ACT", "2024-07-01", "2025-07-01", "184/366+181/365"),
        ("ACT/365 Actual", "2024-02-28", "2024-03-01", "2/366"),
        ("ACT/365L", "2024-03-01", "2025-03-01", "1"),
        ("ACT/ACT Year", "2023-03-01", "2025-09-01", "2+184/365"),
        ("1/1", "2024-01-01", "2029-01-01", "1"),
        ("30U/360 EOM", "2024-02-29", "2025-02-28", "1"),
        ("EU APR remark (c), years", "2020-01-15", "2022-03-15", "2+60/366"),
        ("EU APR remark (c), days", "2025-01-01", "2025-03-01", "59/365"),
        ("UK CONC App 1.1 (secured), months", "2025-01-31", "2025-03-03", "1/12+3/365"),
        ("UK CONC App 1.1 (secured, single payment), weeks", "2025-01-15", "2025-02-15", "1/12"),
    ],
)
def test_day_counts_by_other_names(convention: str, start: str, end: str, fraction: str) -> None:
    assert daycount.run({"convention": convention, "start": start, "end": end})["fraction"] == exact(fraction)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert convention == "1/1" or year_fraction(convention, first, first) == 0
    assert year_fraction(convention, last, first) == -exact(fraction)


@pytest.mark.parametrize(
    ("unit", "start", "end", "whole", "fraction"),
    [
        ("week", "2026-01-01", "2026-01-18", 2, "3/7"),
        ("fortnight", "2026-01-01", "2026-01-20", 1, "5/14"),
        ("half-year", "2026-01-01", "2026-08-01", 1, "31/180"),
        ("year", "2026-01-01", "2027-01-04", 1, "3/365"),
        ("day", "2026-01-01", "2026-02-01", 0, "31/365"),
    ],
)
def test_unit_periods(unit: str, start: str, end: str, whole: int, fraction: str) -> None:
    found = daycount.run({"convention": "US Reg Z App. J", "unit_period": unit, "start": start, "end": end})
    assert (found["full_unit_periods"], found["fraction"]) == (whole, exact(fraction))


def test_a_name_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        year_fraction("13/400", date(2025, 1, 1), date(2025, 2, 1))
