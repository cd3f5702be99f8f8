"""Whole months on the calendar: moving by months, counting them, the end of a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """`day` moved by `months` (may be negative), clamped to the end of a shorter month.

    `anchor` (1–31) is the wanted day of the month; without it, that of `day`. Someone who walks from a date
    that was clamped before passes the anchor, so that 31 January → 28 February → 31 March.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor or day.day, last))


def whole_months_between(earlier: date, later: date) -> int:
    """The largest n with `add_months(earlier, n) <= later`; negative when `later` is before `earlier`."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months if add_months(earlier, months) <= later else months - 1


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])
