"""The calendar file: what the standard asks, read back by another program's eyes, and nothing personal in its names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from planner.actions.loans import record_repayment
from planner.core.errors import FileInTheWay
from planner.core.facts import RowKind, RowRef
from planner.core.workdays import WEEKENDS_ONLY
from planner.exchange.ics import EventWords, calendar_bytes, event_uid, write_calendar
from planner.reports.calendar import CalendarFile, calendar_file
from planner.store.book import Book
from planner.wording.calendar import event_about, event_title
from tests.books import TODAY, new_book, with_jiebei

WORDS = EventWords("Dues", event_title, lambda due: event_about(due, TODAY, WEEKENDS_ONLY))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=9)
    yield opened
    opened.close()


def asked(book: Book, today: date = TODAY) -> CalendarFile:
    return book.read(calendar_file, today=today, days=365)


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def told(content: bytes) -> dict[date, tuple[str, str]]:
    """(UID, title) of the event of each day."""
    return {each["DTSTART"].dt: (str(each["UID"]), str(each["SUMMARY"])) for each in events(content)}


def test_each_due_is_a_whole_day_with_its_name_number_and_amount(book: Book) -> None:
    late, *rest = events(calendar_bytes(asked(book), WORDS))
    assert [str(each["SUMMARY"]) for each in (late, *rest)] == [
        "借呗 · 装修 · 10/12 · ¥900.41", "借呗 · 装修 · 11/12 · ¥900.41", "借呗 · 装修 · 12/12 · ¥900.42",
    ]  # fmt: skip
    assert [each["DTSTART"].dt for each in rest] == [date(2026, 12, 15), date(2027, 1, 15)]
    assert late["DTSTART"].params["VALUE"] == "DATE"
    assert late["DTEND"].dt == date(2026, 11, 16)
    assert {each["DTSTAMP"].dt for each in rest} == {datetime(2026, 11, 24, tzinfo=UTC)}
    assert "From Yudu, as of 2026-11-24" in str(late["DESCRIPTION"])


def test_the_day_before_at_nine_it_reminds_but_not_of_what_is_late(book: Book) -> None:
    late, coming, _ = events(calendar_bytes(asked(book), WORDS))
    assert late.walk("VALARM") == []
    (alarm,) = coming.walk("VALARM")
    midnight = datetime.combine(coming["DTSTART"].dt, datetime.min.time())
    assert midnight + alarm["TRIGGER"].dt == datetime(2026, 12, 14, 9)
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["DESCRIPTION"]


def test_lines_and_properties_are_as_rfc_5545_asks(book: Book) -> None:
    found = asked(book)
    long = replace(found.dues.rows[0], name="很长的名字；,;\\ 💳 \n两行" * 12)
    content = calendar_bytes(replace(found, dues=replace(found.dues, rows=(long,))), WORDS)
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    whole = Calendar.from_ical(content)
    assert (whole["PRODID"], whole["VERSION"], whole["CALSCALE"]) == ("-//Yudu//Dues//EN", "2.0", "GREGORIAN")
    assert whole.errors == []
    (event,) = whole.walk("VEVENT")
    assert event.errors == []
    assert str(event["SUMMARY"]) == " ".join(event_title(long).split())
    assert not re.search(rb"TZID|VTIMEZONE", content)


def test_the_same_book_gives_the_same_bytes_and_an_event_keeps_its_name(book: Book) -> None:
    first = calendar_bytes(asked(book), WORDS)
    assert calendar_bytes(asked(book), WORDS) == first
    book.write(record_repayment, loan_id=1, paid_on=TODAY, amount_fen=90041 + 10_000)
    before = {each["DTSTART"].dt: (str(each["UID"]), str(each["SUMMARY"])) for each in events(first)}
    tomorrow = asked(book, TODAY + timedelta(days=1))
    later = {
        each["DTSTART"].dt: (str(each["UID"]), str(each["SUMMARY"])) for each in events(calendar_bytes(tomorrow, WORDS))
    }
    assert later.keys() == {date(2026, 12, 15), date(2027, 1, 15)}
    assert {on: uid for on, (uid, _) in later.items()}.items() <= {on: uid for on, (uid, _) in before.items()}.items()
    assert later[date(2026, 12, 15)][1].endswith("¥800.41")


def test_a_name_differs_by_row_and_by_book_and_shows_nothing() -> None:
    rows = [
        RowRef(RowKind.DUE, 1, 2),
        RowRef(RowKind.DUE, 12),
        RowRef(RowKind.STATEMENT, 12),
        RowRef(RowKind.DUE, 1, 3),
    ]
    names = {event_uid(salt, ref) for salt in ("a", "b") for ref in rows}
    assert len(names) == 8
    assert all(re.fullmatch(r"[0-9a-f]{32}@yudu", name) for name in names)


def test_a_file_is_replaced_only_when_it_may_be(book: Book, tmp_path: Path) -> None:
    file = tmp_path / "dues.ics"
    assert write_calendar(file, asked(book), WORDS) == 3
    before = file.read_bytes()
    file.write_bytes(b"mine")
    with pytest.raises(FileInTheWay):
        write_calendar(file, asked(book), WORDS)
    assert file.read_bytes() == b"mine"
    write_calendar(file, asked(book), WORDS, replace=True)
    assert file.read_bytes() == before
    with pytest.raises(OSError, match="none"):
        write_calendar(tmp_path / "none" / "dues.ics", asked(book), WORDS)
    with pytest.raises(OSError, match="folder"):
        write_calendar(_folder(tmp_path), asked(book), WORDS, replace=True)
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".part")]


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"
