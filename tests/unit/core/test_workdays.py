"""Days without work: the table of 2026, and only weekends where a year is not known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.core.workdays import WEEKENDS_ONLY, workdays_from_json
from planner.knowledge import load_knowledge

WORKDAYS = load_knowledge().workdays


@pytest.mark.parametrize(
    ("due_on", "pay_by"),
    [
        (date(2026, 10, 1), date(2026, 9, 30)),
        (date(2026, 10, 7), date(2026, 9, 30)),
        (date(2026, 10, 8), None),
        (date(2026, 10, 10), None),  # a Saturday that is worked
        (date(2026, 10, 11), date(2026, 10, 10)),
        (date(2026, 2, 23), date(2026, 2, 14)),
        (date(2026, 11, 29), date(2026, 11, 27)),
        (date(2027, 10, 1), None),  # not known yet: a Friday
    ],
)
def test_money_from_another_bank_leaves_on_the_workday_before(due_on: date, pay_by: date | None) -> None:
    assert WORKDAYS.pay_by(due_on) == pay_by


def test_the_year_of_the_notice_is_known_and_no_other() -> None:
    days = [date(2026, 1, 1) + timedelta(days=at) for at in range(365)]
    assert sum(1 for day in days if not WORKDAYS.is_workday(day)) == 117
    assert all(WORKDAYS.is_workday(day) for day in WORKDAYS.worked)
    assert WORKDAYS.known(date(2026, 6, 1))
    assert not WORKDAYS.known(date(2027, 6, 1))
    assert not WEEKENDS_ONLY.known(date(2026, 6, 1))


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-01-03"):
        workdays_from_json({"years": [{"year": 2026, "off": [["2026-01-03", "2026-01-01"]], "worked": []}]})
