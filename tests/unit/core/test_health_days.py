"""Lateness on a day: nothing later changes it, and a report of something overdue never makes it better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.factors import factor_values
from planner.core.facts import CreditFacts, OverdueFact, OverdueSource, RowKind, RowRef
from planner.core.warnings import Level, findings
from planner.knowledge import load_knowledge
from tests.credit import line, loan, paid_in_time, profile

ON = date(2026, 11, 24)
HISTORY = loan(paid_in_time(date(2026, 1, 10), 10))
UNPAID = loan([(date(2026, 10, 1), None)], number=2)
SEEN_ON = date(2026, 11, 5)


def with_report(days: int, cleared_on: date | None) -> CreditFacts:
    ref = RowRef(RowKind.OVERDUE, 1)
    report = OverdueFact(ref, UNPAID.ref, date(2026, 10, 1), days, cleared_on, OverdueSource.CREDIT_REPORT)
    return CreditFacts(loans=(HISTORY, UNPAID), overdues=(report,))


def test_the_next_statement_does_not_pay_the_last_one_beforehand() -> None:
    one = [(date(2026, 10, 1), 1000)]
    for statements in (one, [*one, (date(2026, 11, 10), 1000)]):
        facts = CreditFacts(lines=(line(10**6, statements),), loans=(HISTORY,))
        assert factor_values(facts, SEEN_ON)["missed_pay"].value == 1


@pytest.mark.parametrize("days", [1, 34, 35, 36, 60])
@pytest.mark.parametrize("cleared_on", [None, date(2026, 11, 1)])
def test_a_report_never_makes_an_unpaid_bill_better(days: int, cleared_on: date | None) -> None:
    facts = with_report(days, cleared_on)
    values = factor_values(facts, SEEN_ON)
    if cleared_on is None:
        days = min(days, 35)  # on day 35 nobody knows yet how late it will be
    assert values["missed_pay"].value == 1
    assert values["late_count"].value == 1
    assert values["late_worst"].value == (60 if days == 60 else 30)
    (found,) = [each for each in findings(facts, SEEN_ON, load_knowledge().rules) if each.rule_id == "W41"]
    assert (found.level, found.values["days"], found.values["count"]) == (Level.CRITICAL, max(days, 35), 1)


def test_a_first_statement_to_come_does_not_hide_what_is_drawn_today() -> None:
    drawn = replace(loan([(date(2026, 12, 1), None)], amount_fen=5000, number=5, opened_on=date(2026, 8, 1)), line_id=1)
    now = CreditFacts(lines=(line(10000),), loans=(drawn,))
    later = replace(now, lines=(line(10000, [(ON + timedelta(days=1), 5000)]),))
    assert factor_values(now, ON)["utilisation"].value == Decimal("0.5")
    assert factor_values(later, ON) == factor_values(now, ON)


def test_a_loan_to_come_is_no_list_of_debts() -> None:
    future = loan([(date(2027, 3, 1), None)], opened_on=ON + timedelta(days=1))
    facts = CreditFacts(loans=(future,), profile=(profile(10000),))
    levels = {each.rule_id: each.level for each in findings(facts, ON, load_knowledge().rules)}
    assert levels["W10"] is Level.UNKNOWN
