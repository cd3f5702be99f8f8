"""The warnings: exactly at their thresholds, a fen or a day on either side, and where an input is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.factors import MissingInput
from planner.core.facts import CreditFacts, FailedPaymentFact, LenderKind, RowKind, RowRef
from planner.core.warnings import Finding, Level, Rules, findings
from planner.knowledge import load_knowledge
from tests.credit import application, line, loan, overdue, paid_in_time, profile

ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_knowledge().rules


def of(rule_id: str, facts: CreditFacts, rules: Rules, on: date = ON) -> Finding:
    (found,) = [each for each in findings(facts, on, rules) if each.rule_id == rule_id]
    return found


@pytest.mark.parametrize(
    ("debt_fen", "level"),
    [
        (4000_00, Level.OK), (4000_01, Level.CAUTION), (5000_00, Level.CAUTION), (5000_01, Level.WARNING),
        (7000_00, Level.WARNING), (7000_01, Level.CRITICAL),
    ],
)  # fmt: skip
def test_debt_to_income_is_strict(debt_fen: int, level: Level, rules: Rules) -> None:
    facts = CreditFacts(loans=(loan([(ON, None)], amount_fen=debt_fen),), profile=(profile(10000_00),))
    assert of("W10", facts, rules).level is level


def test_a_published_case_is_a_warning_not_critical(rules: Rules) -> None:
    # domain.md §3.1: 3,149 + 784 + 2,866 and 5,029.30 of 16,900 is 69.99 %
    card = line(10**8, [(date(2026, month, 1), 50293_00) for month in range(6, 12)])
    debts = tuple(loan([(ON, None)], amount_fen=fen, number=at) for at, fen in enumerate((3149_00, 784_00, 2866_00), 1))
    facts = CreditFacts(lines=(card,), loans=debts, profile=(profile(16900_00),))
    found = of("W10", facts, rules)
    assert found.values["service_fen"] == 11828_30
    assert (found.level, round(found.values["ratio"] * 100, 2)) == (Level.WARNING, Decimal("69.99"))


def test_without_an_income_nothing_is_judged(rules: Rules) -> None:
    facts = CreditFacts(loans=(loan([(ON, None)]),))
    found = of("W10", facts, rules)
    assert (found.level, found.missing) == (Level.UNKNOWN, MissingInput.INCOME)
    assert of("W10", CreditFacts(profile=(profile(1),)), rules).missing is MissingInput.DEBTS
    assert of("W10", replace(facts, profile=(profile(0),)), rules).level is Level.CRITICAL


@pytest.mark.parametrize(
    ("used_fen", "level"),
    [
        (5000_00, Level.OK), (5000_01, Level.CAUTION), (7000_00, Level.CAUTION), (7000_01, Level.WARNING),
        (8000_00, Level.WARNING), (8000_01, Level.CRITICAL),
    ],
)  # fmt: skip
def test_use_of_limits_is_strict(used_fen: int, level: Level, rules: Rules) -> None:
    facts = CreditFacts(lines=(line(10000_00, [(date(2026, 11, 1), used_fen)]),))
    assert of("W24", facts, rules).level is level


def test_what_was_paid_since_the_statement_is_not_used(rules: Rules) -> None:
    card = line(10000_00, [(date(2026, 11, 1), 9000_00)], [(date(2026, 11, 20), 6000_00)])
    assert of("W24", CreditFacts(lines=(card,)), rules).values["used_fen"] == 3000_00


def test_a_line_cut_to_nothing_with_a_balance_is_critical(rules: Rules) -> None:
    cut, free = line(0, [(date(2026, 11, 1), 1)]), line(10**9, [(date(2026, 11, 1), 0)], number=2)
    assert of("W24", CreditFacts(lines=(cut, free)), rules).level is Level.CRITICAL
    assert of("W24", CreditFacts(lines=(line(0, [(date(2026, 11, 1), 0)]),)), rules).level is Level.OK
    assert of("W24", CreditFacts(), rules).level is Level.UNKNOWN


def applied(count: int, days_ago: int) -> CreditFacts:
    on = ON - timedelta(days=days_ago)
    return CreditFacts(
        applications=tuple(application(on, number) for number in range(1, count + 1)),
        applications_complete_since=date(2020, 1, 1),
    )


@pytest.mark.parametrize(
    ("count", "days_ago", "level"),
    [
        (3, 0, Level.OK), (4, 0, Level.WARNING), (4, 30, Level.WARNING), (4, 31, Level.OK), (5, 0, Level.WARNING),
        (6, 0, Level.CRITICAL), (6, 31, Level.OK), (7, 31, Level.WARNING), (7, 90, Level.WARNING), (7, 91, Level.OK),
        (10, 91, Level.OK), (11, 180, Level.WARNING), (11, 181, Level.OK), (16, 180, Level.CRITICAL),
    ],
)  # fmt: skip
def test_hard_queries_by_their_windows(count: int, days_ago: int, level: Level, rules: Rules) -> None:
    found = of("W30", applied(count, days_ago), rules)
    assert found.level is level
    if level > Level.OK:
        assert (found.values["count"], len(found.rows)) == (count, count)


def test_an_incomplete_list_still_warns_but_is_never_fine(rules: Rules) -> None:
    assert of("W30", replace(applied(4, 0), applications_complete_since=None), rules).level is Level.WARNING
    assert of("W30", replace(applied(3, 0), applications_complete_since=None), rules).level is Level.UNKNOWN
    barely = replace(applied(0, 0), applications_complete_since=ON - timedelta(days=180))
    assert of("W30", barely, rules).level is Level.OK
    short = replace(barely, applications_complete_since=ON - timedelta(days=179))
    assert of("W30", short, rules).level is Level.UNKNOWN


def test_overdue_from_the_first_day(rules: Rules) -> None:
    history = loan(paid_in_time(date(2026, 1, 10), 10))
    due_today = CreditFacts(loans=(history, loan([(ON, None)], number=2)))
    assert of("W41", due_today, rules).level is Level.OK
    found = of("W41", due_today, rules, ON + timedelta(days=1))
    assert (found.level, found.values["days"], found.values["count"]) == (Level.CRITICAL, 1, 1)
    assert found.rows[0].id == 2
    reported = CreditFacts(overdues=(overdue(date(2024, 2, 29), 3, None),))
    assert of("W41", reported, rules).values["days"] == (ON - date(2024, 2, 29)).days


def test_removing_the_rows_a_warning_cites_clears_it(rules: Rules) -> None:
    facts = applied(4, 0)
    found = of("W30", facts, rules)
    left = tuple(each for each in facts.applications if each.ref not in found.rows)
    assert of("W30", replace(facts, applications=left), rules).level is Level.OK


def test_the_worst_comes_first(rules: Rules) -> None:
    levels = [
        each.level
        for each in findings(replace(applied(4, 0), overdues=(overdue(ON - timedelta(days=3), 3, None),)), ON, rules)
    ]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize(
    ("left_fen", "level"),
    [
        (1200_00, Level.OK),
        (1199_99, Level.WARNING),
        (1000_00, Level.WARNING),
        (999_99, Level.CRITICAL),
        (-5, Level.CRITICAL),
    ],
)
def test_what_is_left_must_pay_the_debts(left_fen: int, level: Level, rules: Rules) -> None:
    earned = replace(profile(4000_00 + left_fen), essential_fen=4000_00)
    facts = CreditFacts(loans=(loan([(ON, None)], amount_fen=1000_00),), profile=(earned,))
    assert of("W12", facts, rules).level is level
    assert of("W12", replace(facts, profile=(profile(9000_00),)), rules).missing is MissingInput.ESSENTIAL
    assert of("W12", replace(facts, loans=(loan([(ON, ON - timedelta(days=1))]),)), rules).level is Level.OK


@pytest.mark.parametrize(
    ("count", "level"), [(2, Level.OK), (3, Level.CAUTION), (4, Level.WARNING), (5, Level.WARNING), (6, Level.CRITICAL)]
)
def test_many_lenders_by_institution(count: int, level: Level, rules: Rules) -> None:
    debts = tuple(replace(loan([(ON, None)], number=number), lender_id=number) for number in range(1, count + 1))
    uncle = replace(loan([(ON, None)], number=90), lender_id=90, lender_kind=LenderKind.PERSON)
    again = replace(loan([(ON, None)], number=91), lender_id=1)
    found = of("W20", CreditFacts(loans=(*debts, uncle, again)), rules)
    assert (found.level, found.values["count"], len(found.rows)) == (level, count, count)
    assert of("W20", CreditFacts(), rules).level is Level.UNKNOWN


@pytest.mark.parametrize(
    ("used_fen", "level"),
    [(800_00, Level.OK), (800_01, Level.WARNING), (999_99, Level.WARNING), (1000_00, Level.CRITICAL)],
)
def test_each_line_by_itself(used_fen: int, level: Level, rules: Rules) -> None:
    free = line(10**9, [(date(2026, 11, 1), 0)], number=2)
    facts = CreditFacts(lines=(line(1000_00, [(date(2026, 11, 1), used_fen)]), free))
    found = of("W25", facts, rules)
    assert found.level is level
    if level is not Level.OK:
        assert found.rows[0].id == 1
    assert of("W25", CreditFacts(lines=(line(0, [(date(2026, 11, 1), 1)]),)), rules).level is Level.CRITICAL


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (8, Level.OK), (7, Level.INFO), (4, Level.INFO), (3, Level.CAUTION), (2, Level.CAUTION), (1, Level.WARNING),
        (0, Level.WARNING),
    ],
)  # fmt: skip
def test_due_soon_by_days(days: int, level: Level, rules: Rules) -> None:
    due_on = ON + timedelta(days=days)
    facts = CreditFacts(loans=(loan([(due_on, None), (due_on + timedelta(days=1), None)]),))
    assert of("W40", facts, rules).level is level
    paid = CreditFacts(loans=(loan([(due_on, ON)]),))
    assert of("W40", paid, rules).level is Level.OK


def test_a_statement_is_due_soon_until_it_is_paid(rules: Rules) -> None:
    card = line(1000_00, [(date(2026, 11, 5), 300_00)])
    found = of("W40", CreditFacts(lines=(card,)), rules)
    assert (found.level, found.values["due_fen"]) == (Level.WARNING, 300_00)
    paid = line(1000_00, [(date(2026, 11, 5), 300_00)], [(ON, 300_00)])
    assert of("W40", CreditFacts(lines=(paid,)), rules).level is Level.OK


def failed(days_ago: int, made_good_on: date | None = None, number: int = 1, fen: int = 81037) -> FailedPaymentFact:
    on = ON - timedelta(days=days_ago)
    return FailedPaymentFact(RowRef(RowKind.TRANSACTION, number), on, fen, "jiebei", made_good_on)


@pytest.mark.parametrize(
    ("days", "level"),
    [
        (-1, Level.OK), (0, Level.WARNING), (3, Level.WARNING), (4, Level.CRITICAL), (30, Level.CRITICAL),
        (31, Level.OK),
    ],
)  # fmt: skip
def test_a_failed_repayment_is_told_until_it_is_old(days: int, level: Level, rules: Rules) -> None:
    found = of("W44", CreditFacts(failed_payments=(failed(days),)), rules)
    assert found.level is level
    if level is not Level.OK:
        assert (found.values["amount_fen"], found.values["days"]) == (81037, days)
        assert (found.rows, found.on) == ((RowRef(RowKind.TRANSACTION, 1),), ON - timedelta(days=days))
        assert found.next_steps


@pytest.mark.parametrize(("days", "level"), [(-2, Level.OK), (0, Level.OK), (1, Level.CRITICAL)])
def test_a_failed_repayment_that_went_through_is_quiet_from_that_day(days: int, level: Level, rules: Rules) -> None:
    facts = CreditFacts(failed_payments=(failed(9, ON + timedelta(days=days)),))
    assert of("W44", facts, rules).level is level


def test_tries_of_the_same_repayment_are_one_warning(rules: Rules) -> None:
    facts = CreditFacts(failed_payments=(failed(4, number=1), failed(3, number=2), failed(0, number=3)))
    found = of("W44", facts, rules)
    assert (found.level, found.values["count"], len(found.rows)) == (Level.CRITICAL, 3, 3)
    both = replace(facts, failed_payments=(*facts.failed_payments, failed(2, number=4, fen=5)))
    assert [each.rule_id for each in findings(both, ON, rules)].count("W44") == 2
    assert of("W44", CreditFacts(), rules).level is Level.OK
