"""Amounts, rates and days as the user reads them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from planner.core.money import format_fen
from planner.i18n import language, tr

UNKNOWN = "—"
MOST_SHARE = 100
MOST_OF_A_NAME = 14

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def yuan(amount_fen: int | None) -> str:
    """`¥1,234.56`, or a dash where the amount is not known."""
    return UNKNOWN if amount_fen is None else f"¥{format_fen(amount_fen)}".replace("¥-", "−¥")


def titled(name: str, value: str) -> str:
    """`Name: value`, with the colon of the language."""
    return tr("{name}: {value}").format(name=name, value=value)


def breakable(words: str) -> str:
    """Words whose amounts from a billion on may go over two lines: a cut amount would read as a smaller one."""
    return re.sub(r"\d{1,3}(?:,\d{3}){3,}", lambda found: found[0].replace(",", ",\u200b"), words)


def amount(amount_fen: int | None) -> str:
    """`1,234.56` without the sign of the currency, or a dash."""
    return UNKNOWN if amount_fen is None else format_fen(amount_fen)


def whole(amount_fen: int) -> str:
    """An amount without its decimals where they are zeros: for limits."""
    return format_fen(amount_fen).removesuffix(".00")


def signed(change: int) -> str:
    """A change of points: `+3`, `−2`, `±0`."""
    return f"{change:+d}".replace("-", "−") if change else "±0"


def percent(fraction: Decimal | None, places: int = 1) -> str:
    """`14.6` for 0.146; the sign % stands beside it. A dash where it is not known.

    Shares of more than a hundredfold say only that: `> 9,999`.
    """
    if fraction is None:
        return UNKNOWN
    if not fraction.is_finite():
        return "∞"
    if abs(fraction) >= MOST_SHARE:
        return "> 9,999" if fraction > 0 else "< −9,999"
    return f"{fraction * 100:.{places}f}".replace("-", "−")


def short_name(name: str) -> str:
    """A name in one place of a sentence; long ones end in dots."""
    return name if len(name) <= MOST_OF_A_NAME else f"{name[: MOST_OF_A_NAME - 1]}…"


def long_day(day: date) -> str:
    """`2026年11月24日 周二` or `24 November 2026, Tuesday`."""
    if language() == "zh":
        return f"{day.year}年{day.month}月{day.day}日 {weekday(day)}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}, {weekday(day)}"


def month_name(day: date) -> str:
    """`2026年11月` or `November 2026`."""
    return f"{day.year}年{day.month}月" if language() == "zh" else f"{_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, today: date) -> str:
    """`11-28`, with its year where that is another one."""
    return day.isoformat() if day.year != today.year else day.strftime("%m-%d")


def day_and_weekday(day: date) -> str:
    """`11月28日 周六` or `28 Nov, Saturday`."""
    if language() == "zh":
        return f"{day.month}月{day.day}日 {weekday(day)}"
    return f"{day.day} {_MONTHS[day.month - 1][:3]}, {weekday(day)}"


def weekday(day: date) -> str:
    """The day's name."""
    if language() == "zh":
        return "周" + "一二三四五六日"[day.weekday()]
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]


def short_weekday(day: date) -> str:
    """The day's name where there is little room: `周二` or `Tue`."""
    return weekday(day) if language() == "zh" else weekday(day)[:3]


def days_left(days: int) -> str:
    """How far a due day is: today, in n days, n days late."""
    if days == 0:
        return tr("Today")
    if days > 0:
        return tr("In {days} days").format(days=days) if days > 1 else tr("Tomorrow")
    return tr("{days} days late").format(days=-days) if days < -1 else tr("1 day late")


def day_in_words(day: date) -> str:
    """`12月8日` or `8 December`."""
    return f"{day.month}月{day.day}日" if language() == "zh" else f"{day.day} {_MONTHS[day.month - 1]}"
