"""The on-time rate (domain.md C09) and the months in a row without a late bill."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core.calendar import add_months
from planner.core.facts import CreditFacts, DueFact, LoanFact, RowKind, RowRef
from planner.core.punctuality import punctuality

FIRST = date(2024, 12, 10)


def loan(late: dict[int, int | None], count: int = 24) -> CreditFacts:
    """Monthly dues paid on their day, but for `late`: number → days late, None for still open."""
    dues = []
    for number in range(count):
        due_on = add_months(FIRST, number)
        days = late.get(number, 0)
        paid_on = None if days is None else date.fromordinal(due_on.toordinal() + days)
        dues.append(DueFact(RowRef(RowKind.DUE, 1, number + 1), due_on, 100, 0, paid_on, paid_on))
    found = LoanFact(RowRef(RowKind.LOAN, 1), "loan", 1, None, date(2024, 11, 10), None, tuple(dues), ())
    return CreditFacts(loans=(found,))


def test_23_of_24_in_time() -> None:
    found = punctuality(loan({12: 3}), date(2026, 11, 24))
    assert (found.bills, found.in_time, found.months_in_row) == (24, 23, 11)
    assert found.rate is not None
    assert round(found.rate * 100, 2) == Decimal("95.83")


def test_what_is_open_past_its_day_is_late() -> None:
    found = punctuality(loan({23: None}), date(2026, 11, 24))
    assert (found.in_time, found.months_in_row) == (23, 0)


def test_what_is_due_today_is_not_judged_yet() -> None:
    found = punctuality(loan({23: None}), date(2026, 11, 10))
    assert (found.bills, found.in_time, found.months_in_row) == (23, 23, 23)


def test_before_anything_fell_due_there_is_no_rate() -> None:
    assert punctuality(CreditFacts(), date(2026, 11, 24)).rate is None
