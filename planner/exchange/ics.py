"""Dues as a calendar file (iCalendar, RFC 5545) that any calendar program reads."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from planner.core.errors import FileInTheWay
from planner.core.facts import RowRef
from planner.reports.calendar import CalendarFile
from planner.reports.dues import Due

PRODUCER = "-//Yudu//Dues//EN"
REMIND_BEFORE = timedelta(hours=15)
"""An all-day event begins at midnight: 09:00 on the day before."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """The user's words: the name of the calendar, the title of an event, and what stands in it."""

    calendar: str
    title: Callable[[Due], str]
    about: Callable[[Due], str]


def write_calendar(file: Path, found: CalendarFile, words: EventWords, *, replace: bool = False) -> int:
    """Writes the open dues into a file; returns how many. Raises FileInTheWay where the file is there and is not to be
    replaced, and OSError where it cannot be written; what was there stays then."""
    content = calendar_bytes(found, words)
    if replace:
        _put_in_place(file, content)
        return len(found.dues.rows)
    try:
        out = file.open("xb")
    except FileExistsError:
        raise FileInTheWay("file", file=file) from None
    try:
        with out:
            out.write(content)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return len(found.dues.rows)


def calendar_bytes(found: CalendarFile, words: EventWords) -> bytes:
    """One all-day event per open due, with a reminder at 09:00 on the day before where the due day lies ahead.

    The same book on the same day gives the same bytes. An event keeps its UID as long as its instalment or statement
    is in the book, so that a file read again renews the events and doubles none; the UID says nothing of the book. No
    time zone is needed: a whole day has none, and the stamp is midnight (UTC) of the book's day.
    """
    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", words.calendar)
    stamp = datetime.combine(found.dues.today, time(), UTC)
    for due in found.dues.rows:
        event = Event()
        event.add("uid", event_uid(found.salt, due.ref))
        event.add("dtstamp", stamp)
        event.add("dtstart", due.due_on)
        event.add("dtend", due.due_on + timedelta(days=1))
        event.add("summary", _one_line(words.title(due)))
        event.add("description", words.about(due))
        event.add("transp", "TRANSPARENT")
        if due.due_on > found.dues.today:
            event.add_component(_alarm(_one_line(words.title(due))))
        made.add_component(event)
    return bytes(made.to_ical())


def event_uid(salt: str, ref: RowRef) -> str:
    """The lasting name of an event: the same row of the same book gives the same, and nothing can be read from it."""
    return f"{sha256(f'{salt}:{ref.kind}:{ref.id}:{ref.number}'.encode()).hexdigest()[:32]}@yudu"


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _put_in_place(file: Path, content: bytes) -> None:
    """Writes beside the file and renames: half a file is never seen."""
    number, unfinished = tempfile.mkstemp(prefix=".part-", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(content)
        os.replace(unfinished, file)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
