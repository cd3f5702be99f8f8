"""Days as tables of any country write them: in which order, told from a whole column, never from one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from planner.core.mappings import DateOrder
from planner.exchange.statements.reading import read_time

_PARTS = re.compile(r"(\d{1,2})\s?[-/.' ]\s?(\d{1,2})\s?[-/.' ]\s?(\d{4}|\d{2})(?!\d)")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s-]*([A-Za-z]{3,9})\.?[\s,-]*(\d{4}|\d{2})(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[\s-]*(\d{1,2})[\s,-]+(\d{4})(?!\d)")
_SHORT = re.compile(r"(\d\d)(\d\d)(\d\d)")
_HOUR = re.compile(r"(\d{1,2}):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(am|pm|上午|下午)?", re.IGNORECASE)
_ORDERS = (DateOrder.YMD, DateOrder.MDY, DateOrder.DMY)
_PLACES = {DateOrder.YMD: (0, 1, 2), DateOrder.MDY: (2, 0, 1), DateOrder.DMY: (2, 1, 0)}
_NEWEST_SHORT_YEAR = 69
"""Of years with two digits those up to here are of this century, as everywhere."""


def read_moment(text: str, order: DateOrder | None, hour: str = "") -> datetime | None:
    """The moment a cell names, as written, with an hour of another cell where that says one; None where it is none.

    A year of four digits in front needs no order, nor does a month by its name; all else is read in `order`.
    """
    text = text.strip()
    found = read_time(text) or _named(text) or (None if order is None else _ordered(text, order))
    return found if found is None or not hour.strip() else _at(found.replace(hour=0, minute=0, second=0), hour)


def orders_of(cells: Iterable[str]) -> tuple[DateOrder, ...]:
    """The orders in which every cell that can be a day is one: those that some cell contradicts are left out.

    Orders that read every cell alike count once. None where no cell is a day, or they contradict each other.
    """
    texts = [text for text in (cell.strip() for cell in cells) if text]
    dated = [text for text in texts if any(read_moment(text, order) for order in _ORDERS)]
    found: list[DateOrder] = []
    readings: list[list[datetime | None]] = []
    for order in _ORDERS:
        reading = [read_moment(text, order) for text in dated]
        if dated and None not in reading and reading not in readings:
            found.append(order)
            readings.append(reading)
    return tuple(found)


def is_moment(text: str) -> bool:
    """Whether a cell is a day in some order."""
    return any(read_moment(text, order) is not None for order in _ORDERS)


def _ordered(text: str, order: DateOrder) -> datetime | None:
    found = _PARTS.match(text)
    if found is not None:
        groups, rest = found.groups(), text[found.end() :]
    else:
        short = _SHORT.fullmatch(text)
        if short is None or order is not DateOrder.YMD:
            return None
        groups, rest = short.groups(), ""
    if order is DateOrder.YMD and len(groups[2]) == 4:
        return None
    year, month, day = (groups[at] for at in _PLACES[order])
    return _made(year, int(month), int(day), rest)


def _named(text: str) -> datetime | None:
    """`26 Jan 2026`, `26-Jan-26`, `Jan 26, 2026`."""
    found = _DAY_FIRST.match(text)
    if found is not None:
        day, name, year = found.groups()
    else:
        found = _MONTH_FIRST.match(text)
        if found is None:
            return None
        name, day, year = found.groups()
    short = name[:3].lower()
    if short not in _MONTH_NAMES:
        return None
    return _made(year, _MONTH_NAMES.index(short) + 1, int(day), text[found.end() :])


def _made(year: str, month: int, day: int, rest: str) -> datetime | None:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= _NEWEST_SHORT_YEAR else 1900)
    try:
        found = datetime(full, month, day)
    except ValueError:
        return None
    if not 1990 <= full < 2200:
        return None
    rest = rest.strip(" ,T\t")
    return _at(found, rest) if rest else found


def _at(day: datetime, hour: str) -> datetime | None:
    """The day with an hour; None where the hour is none."""
    found = _HOUR.fullmatch(hour.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").lower()
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half in ("pm", "下午") else 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    return day + timedelta(hours=hours, minutes=minutes, seconds=seconds)
