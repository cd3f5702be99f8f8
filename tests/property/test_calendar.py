"""Of random books on random days: the calendar says what the overview, the list of dues and the calendar file say."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from planner.core.calendar import add_months
from planner.core.facts import RowKind, RowRef
from planner.core.repayments import DueState
from planner.exchange.ics import EventWords, calendar_bytes
from planner.knowledge import load_knowledge
from planner.reports.calendar import DayItem, MonthCalendar, calendar_file, month_calendar
from planner.reports.courses import loan_records
from planner.reports.dues import Dues, dues
from planner.reports.figures import month_rows
from planner.reports.lines import line_records, open_statement
from planner.reports.overview import overview
from planner.reports.records import records_of
from planner.store.book import Book
from tests.random_books import days, fill, wishes

KNOWN = load_knowledge()
WORDS = EventWords("x", lambda due: f"{due.name}|{due.open_fen}", lambda due: due.name)


def items(view: MonthCalendar) -> list[tuple[date, DayItem]]:
    """The dues of the month itself."""
    return [(day.on, item) for week in view.weeks for day in week if day.in_month for item in day.items if item.state]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(wishes, days)
def test_the_sums_of_the_month_are_those_of_the_overview_and_of_its_days(did: list[Any], today: date) -> None:
    with tempfile.TemporaryDirectory() as name:
        book = Book.open(Path(name) / "book.yudu", today=today, create=True)
        fill(book, did)
        first = book.read(overview, today=today, scorecard=KNOWN.scorecard, rules=KNOWN.rules)
        coming = book.read(dues, today=today, days=3650)
        view = book.read(month_calendar, month=today, today=today)
        assert view.sums == first.month
        late = sum(each.open_fen for each in coming.rows if each.state is DueState.LATE)
        assert view.sums.overdue_fen == late
        records = book.read(records_of, today=today)
        for ahead in (-2, -1, 0, 1, 5):
            month = add_months(today, ahead, 1)
            view = book.read(month_calendar, month=month, today=today)
            found = items(view)
            assert sum(item.asked_fen or 0 for _, item in found) == view.sums.due_fen
            assert sum(item.paid_fen for _, item in found) == view.sums.paid_fen
            assert sum(item.open_fen for _, item in found) == view.sums.open_fen
            rows = month_rows(records, month)
            asked = [(on, item.asked_fen) for on, item in found if item.asked_fen]
            assert sorted(asked) == sorted((row.label.on, row.label.amount_fen) for row in rows)
            open_here = sorted((on, item.open_fen, item.name) for on, item in found if item.open_fen)
            here = [each for each in coming.rows if month <= each.due_on < add_months(month, 1)]
            assert open_here == sorted((each.due_on, each.open_fen, each.name) for each in here)
            assert all(item.open_fen >= 0 and item.paid_fen >= 0 and item.carried_fen >= 0 for _, item in found)
        each_debt_is_asked_once(book, coming, today)
        same_file(book, today)
        book.close()


def each_debt_is_asked_once(book: Book, found: Dues, today: date) -> None:
    """What is open of a loan or line, counted by the loan and the line themselves."""
    open_fen = {RowRef(RowKind.LOAN, each.id): each.course.open_fen for each in loan_records(book.reader, until=today)}
    for line in line_records(book.reader, until=today):
        latest = open_statement(line.fact, today)
        open_fen[line.fact.ref] = 0 if latest is None else latest[1]
    asked: Counter[RowRef] = Counter()
    for due in found.rows:
        asked[due.account] += due.open_fen
    assert dict(asked) == {ref: fen for ref, fen in open_fen.items() if fen}


def same_file(book: Book, today: date) -> None:
    """The calendar file has each due once, on its day, with its name and amount, however odd the name."""
    found = book.read(calendar_file, today=today, days=365)
    assert found.dues == book.read(dues, today=today, days=365)
    events = Calendar.from_ical(calendar_bytes(found, WORDS)).walk("VEVENT")
    told = [(each["DTSTART"].dt, str(each["SUMMARY"]), str(each["DESCRIPTION"])) for each in events]
    assert told == [
        (each.due_on, " ".join(f"{each.name}|{each.open_fen}".split()), each.name) for each in found.dues.rows
    ]
    assert len({str(each["UID"]) for each in events}) == len(events)
    assert all(each["DTEND"].dt - each["DTSTART"].dt == timedelta(days=1) for each in events)
