"""The factors of limit health, by their definitions, and against the factor table of public clients."""

from __future__ import annotations

import csv
import gzip
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.debt_service import debt_service
from planner.core.factors import OVER_LIMIT, FactorValue, MissingInput, factor_values
from planner.core.facts import CreditFacts, DueFact, LoanFact, RowKind, RowRef
from tests.credit import (
    UCI_DAY,
    application,
    cash,
    line,
    loan,
    overdue,
    paid_in_time,
    profile,
    uci_client,
)
from tests.oracles import shared

ON = date(2026, 11, 24)
HISTORY = paid_in_time(date(2026, 3, 10), 8)


def factor(facts: CreditFacts, factor_id: str, on: date = ON) -> FactorValue:
    return factor_values(facts, on)[factor_id]


def with_due(due_on: date, paid_on: date | None) -> CreditFacts:
    return CreditFacts(loans=(loan(HISTORY), loan([(due_on, paid_on)], number=2)))


def test_nothing_in_the_book_is_unknown_not_zero() -> None:
    values = factor_values(CreditFacts(), ON)
    assert all(not value.known for value in values.values())
    assert values["dti"].missing is MissingInput.INCOME
    assert values["buffer_months"].missing is MissingInput.CASH
    assert values["applications"].missing is MissingInput.APPLICATIONS


def test_lateness_needs_six_months_of_due_dates() -> None:
    five = CreditFacts(loans=(loan(paid_in_time(date(2026, 6, 10), 5)),))
    assert factor(five, "late_count").missing is MissingInput.DUE_DATES
    six = CreditFacts(loans=(loan(paid_in_time(date(2026, 6, 10), 6)),))
    assert (factor(six, "late_count").known, factor(six, "late_count").value) == (True, 0)


@pytest.mark.parametrize(
    ("days", "count", "worst"), [(0, 0, 0), (29, 0, 0), (30, 1, 30), (59, 1, 30), (60, 1, 60), (400, 1, 90)]
)
def test_a_cured_lateness_counts_from_thirty_days(days: int, count: int, worst: int) -> None:
    due_on = date(2025, 3, 10)
    facts = with_due(due_on, due_on + timedelta(days=days))
    assert (factor(facts, "late_count").value, factor(facts, "late_worst").value) == (count, worst)
    expected = (RowRef(RowKind.DUE, 2, 1),) if count else ()
    assert factor(facts, "late_count").rows == expected


def test_a_lateness_leaves_after_twenty_four_months() -> None:
    facts = with_due(date(2024, 11, 25), date(2025, 2, 1))
    assert factor(facts, "late_count").value == 1
    assert factor(facts, "late_count", date(2026, 11, 25)).value == 0


def test_what_is_never_paid_is_never_forgotten() -> None:
    facts = with_due(date(2023, 1, 10), None)
    values = factor_values(facts, ON)
    assert [values[each].value for each in ("late_count", "late_worst", "late_now", "late_since")] == [1, 90, 30, 0]


@pytest.mark.parametrize(
    ("dues", "value"), [([ON], 0), ([ON - timedelta(days=1)], 30), ([date(2026, 10, 1), date(2026, 11, 1)], 60)]
)
def test_overdue_now_counts_missed_due_dates(dues: list[date], value: int) -> None:
    facts = CreditFacts(loans=(loan(HISTORY), loan([(day, None) for day in dues], number=2)))
    assert factor(facts, "late_now").value == value


def test_a_reported_overdue_counts_in_cycles() -> None:
    facts = CreditFacts(loans=(loan(HISTORY),), overdues=(overdue(date(2026, 9, 1), 60, None),))
    assert (factor(facts, "late_now").value, factor(facts, "late_worst").value) == (60, 60)
    assert factor(facts, "late_since").value == 0


def test_months_since_the_last_lateness() -> None:
    facts = with_due(date(2026, 1, 10), date(2026, 3, 24))
    assert factor(facts, "late_since").value == 8
    never = CreditFacts(loans=(loan(HISTORY),))
    assert (factor(never, "late_since").known, factor(never, "late_since").value) == (True, None)


def test_a_bill_with_nothing_paid_in_its_whole_cycle() -> None:
    assert factor(with_due(date(2026, 10, 20), None), "missed_pay").value == 1
    assert factor(with_due(date(2026, 10, 25), None), "missed_pay").value == 0
    assert factor(with_due(date(2026, 10, 20), date(2026, 11, 1)), "missed_pay").value == 0


def test_a_statement_is_late_until_its_minimum_is_paid() -> None:
    statements = [(date(2026, month, 1), 1000_00) for month in range(5, 12)]
    full = [(date(2026, month, 10), 1000_00) for month in range(5, 12)]
    assert factor(CreditFacts(lines=(line(10**6, statements, full, minimum_fen=100_00),)), "late_now").value == 0
    short = [*full[:-1], (date(2026, 11, 10), 99_99)]
    assert factor(CreditFacts(lines=(line(10**6, statements, short, minimum_fen=100_00),)), "late_now").value == 30
    assert factor(CreditFacts(lines=(line(10**6, statements, short, minimum_fen=99_99),)), "late_now").value == 0


def test_utilisation_is_the_mean_of_three_statements() -> None:
    one = line(
        1000_00, [(date(2026, month, 1), fen) for month, fen in ((7, 999_00), (9, 100_00), (10, 200_00), (11, 600_00))]
    )
    two = line(1000_00, [(date(2026, 11, 5), -50_00)], number=2)
    value = factor(CreditFacts(lines=(one, two)), "utilisation").value
    # newest (600 + 0) / 2000, then 200 / 1000, then 100 / 1000
    assert value == Decimal("0.2")
    assert factor(CreditFacts(lines=(one, two)), "dormant").value == 0
    assert factor(CreditFacts(lines=(two,)), "dormant").value == 1


def test_a_balance_without_any_limit_is_over_it() -> None:
    assert factor(CreditFacts(lines=(line(0, [(date(2026, 11, 1), 1)]),)), "utilisation").value == OVER_LIMIT
    assert factor(CreditFacts(lines=(line(0, [(date(2026, 11, 1), 0)]),)), "utilisation").value == 0


def test_no_line_and_closed_lines_are_unknown() -> None:
    closed = line(100, [(date(2026, 11, 1), 50)], closed_on=ON)
    for facts in (CreditFacts(), CreditFacts(lines=(closed,))):
        assert factor(facts, "utilisation").missing is MissingInput.STATEMENTS


def test_debt_service_counts_thirty_days_and_a_tenth_of_the_cards() -> None:
    card = line(10**7, [(date(2026, month, 1), 50293_00) for month in range(6, 12)])
    dues = [
        (ON - timedelta(days=1), ON - timedelta(days=1)),
        (ON, None),
        (ON + timedelta(days=29), None),
        (ON + timedelta(days=30), None),
    ]
    facts = CreditFacts(lines=(card,), loans=(loan(dues, amount_fen=1000_00),))
    service = debt_service(facts, ON)
    assert (service.instalments_fen, service.revolving_fen, service.total_fen) == (2000_00, 5029_30, 7029_30)
    late = CreditFacts(loans=(loan([(ON - timedelta(days=90), None), *dues], amount_fen=1000_00),))
    assert debt_service(late, ON).instalments_fen == 3000_00


def test_principal_due_in_one_sum_is_left_out_and_named() -> None:
    due = DueFact(RowRef(RowKind.DUE, 1, 1), ON, 10100_00, 10000_00, None, None)
    bullet = LoanFact(
        RowRef(RowKind.LOAN, 1), "x", 1, None, date(2026, 1, 1), None, (due,), ((date(2026, 1, 1), 10000_00),)
    )
    service = debt_service(CreditFacts(loans=(bullet,)), ON)
    assert (service.total_fen, service.bullet_left_out_fen) == (100_00, 10000_00)


def test_debts_and_cash_are_measured_by_the_income_in_force() -> None:
    facts = CreditFacts(
        loans=(loan([(ON, None)], amount_fen=5000_00),),
        profile=(profile(10000_00), profile(5000_00, ON + timedelta(days=1))),
        cash=(cash(1, date(2026, 1, 1)), cash(20000_00, ON), cash(5000_00, ON, account=2)),
    )
    assert (factor(facts, "dti").value, factor(facts, "buffer_months").value) == (Decimal("0.5"), Decimal("2.5"))
    none = CreditFacts(loans=facts.loans, profile=(profile(0),))
    assert factor(none, "dti").value == OVER_LIMIT
    broke = CreditFacts(profile=(profile(0),), cash=(cash(1, ON),))
    assert factor(broke, "buffer_months").missing is MissingInput.INCOME


def test_applications_need_the_word_that_they_are_complete() -> None:
    logged = (application(date(2026, 5, 24)), application(date(2026, 5, 25), 2), application(ON, 3, hard=False))
    unsure = CreditFacts(applications=logged)
    assert factor(unsure, "applications").missing is MissingInput.APPLICATIONS
    sure = CreditFacts(applications=logged, applications_complete_since=date(2026, 5, 24))
    assert factor(sure, "applications").value == 1
    late = CreditFacts(applications=logged, applications_complete_since=date(2026, 5, 25))
    assert not factor(late, "applications").known


def test_accounts_by_age_and_number() -> None:
    facts = CreditFacts(
        lines=(line(1, opened_on=date(2024, 2, 29)), line(1, number=2, closed_on=ON)),
        loans=(loan(HISTORY),),
    )
    assert (factor(facts, "oldest_months").value, factor(facts, "open_lines").value) == (82, 2)
    leap = CreditFacts(lines=(line(1, opened_on=date(2024, 2, 29)),))
    assert factor(leap, "oldest_months", date(2026, 2, 27)).value == 23
    assert factor(leap, "oldest_months", date(2026, 2, 28)).value == 24


def test_a_report_of_later_is_not_known_before() -> None:
    facts = CreditFacts(loans=(loan(HISTORY),), overdues=(overdue(date(2026, 9, 1), 60, date(2026, 10, 31)),))
    assert factor(facts, "late_worst", date(2026, 9, 2)).value == 0
    assert factor(facts, "late_worst").value == 60


def test_a_statement_without_debt_says_that_the_one_before_was_paid() -> None:
    statements = [(date(2026, 9, 5), 1000_00), (date(2026, 10, 5), 0)]
    card = line(10**6, statements, minimum_fen=None)
    assert factor(CreditFacts(lines=(card,)), "late_now").value == 0


def test_public_clients_have_the_factors_of_the_table() -> None:
    dev, factors = shared("credit/dev/uci.csv.gz"), shared("credit/factors_dev/uci.csv.gz")
    with gzip.open(dev, "rt", encoding="utf-8") as rows, gzip.open(factors, "rt", encoding="utf-8") as table:
        for number, (row, expected) in enumerate(zip(csv.DictReader(rows), csv.DictReader(table), strict=True)):
            if number == 500:
                break
            values = factor_values(uci_client(row), UCI_DAY)
            for factor_id in (
                "late_count",
                "late_worst",
                "late_now",
                "late_since",
                "missed_pay",
                "utilisation",
                "dormant",
            ):
                found = values[factor_id]
                assert found.known, factor_id
                value = Decimal(999) if found.value is None else Decimal(found.value)
                # the table is rounded to nine decimals
                assert abs(value - Decimal(expected[factor_id])) <= Decimal("1e-9"), (row["row"], factor_id)
