"""Dates: months that keep their anchor day."""

from __future__ import annotations

from datetime import date

_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """`day` moved by whole months, aimed at the anchor day (1–31; None: the day's own), clamped to the month.

    From an anchor of 31: 31 Jan, 28 or 29 Feb, 31 Mar. Always step from the anchor, never from a clamped day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = _LAST[month]
    if month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        last = 29
    return date(year, month + 1, min(anchor or day.day, last))


def whole_months_between(earlier: date, later: date) -> int:
    """Full months from `earlier` to `later` (≥ 0 when in order): 31 Jan to 28 Feb is one month."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if add_months(earlier, months) > later else months


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return add_months(day, 0, 31)
