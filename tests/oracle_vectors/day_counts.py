"""Day counts of the world by their common names: days, years and unit periods between two dates, exact."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from planner.core.calendar import add_months, month_end

DayCount = Callable[[date, date], int]


def days_between(convention: str, start: date, end: date, termination: date | None = None) -> int:
    """The days of a convention; `termination` matters to 30E/360 ISDA alone."""
    name = plain_name(convention)
    if name == "30e360isda":
        return _thirty(start, end, _both_ends_of_february(termination))
    return _DAYS.get(name, _actual)(start, end)


def year_fraction(convention: str, start: date, end: date, termination: date | None = None) -> Fraction:
    """The years of a convention. Raises KeyError for a name it does not know."""
    if end < start:
        return -year_fraction(convention, end, start, termination)
    name = plain_name(convention)
    if name in _YEARS:
        return _YEARS[name](start, end)
    return Fraction(days_between(convention, start, end, termination)) / _BASES[name]


def plain_name(convention: str) -> str:
    """`ACT/365F`, `Actual/365 (Fixed)`, `act-365f` → `act365f`; a plus sign counts."""
    name = re.sub(r"[^a-z0-9+.]", "", convention.lower().replace("actual", "act"))
    if name.startswith("ukconcapp"):  # 1.1 counts one single payment by months, whatever its frequency
        return "ukconcappweeks" if name.endswith("weeks") and "single" not in name else "ukconcappmonths"
    return _ALIASES.get(name, name)


# --- thirty days a month ----------------------------------------------------------------------------------------

Adjust = Callable[[date, date], tuple[int, int]]


def _thirty(start: date, end: date, adjust: Adjust) -> int:
    first, last = adjust(start, end)
    return 360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first


def _february_end(day: date) -> bool:
    return day.month == 2 and day == month_end(day)


def _bond_basis(start: date, end: date) -> tuple[int, int]:
    first = min(start.day, 30)
    return first, 30 if end.day == 31 and first == 30 else end.day


def _european(start: date, end: date) -> tuple[int, int]:
    return min(start.day, 30), min(end.day, 30)


def _us(start: date, end: date) -> tuple[int, int]:
    first, last = start.day, end.day
    if _february_end(start):
        first, last = 30, 30 if _february_end(end) else last
    return min(first, 30), 30 if last == 31 and first >= 30 else last


def _psa(start: date, end: date) -> tuple[int, int]:
    first = 30 if start.day == 31 or _february_end(start) else start.day
    return first, 30 if end.day == 31 and first == 30 else end.day


def _excel_us(start: date, end: date) -> tuple[int, int]:
    last = 30 if _february_end(start) and _february_end(end) else end.day
    last = 30 if last == 31 and start.day >= 30 else last
    return 30 if _february_end(start) else min(start.day, 30), last


def _both_ends_of_february(termination: date | None) -> Adjust:
    def adjust(start: date, end: date) -> tuple[int, int]:
        first = 30 if _february_end(start) else min(start.day, 30)
        return first, 30 if _february_end(end) and end != termination else min(end.day, 30)

    return adjust


def _european_plus(start: date, end: date) -> tuple[int, int]:
    return min(start.day, 30), end.day


def _by_thirty(adjust: Adjust) -> DayCount:
    return lambda start, end: _thirty(start, end, adjust)


# --- actual days ------------------------------------------------------------------------------------------------


def _actual(start: date, end: date) -> int:
    return (end - start).days


def _leap_days(start: date, end: date) -> int:
    """The 29ths of February after `start` up to `end`."""
    days = [date(year, 2, 29) for year in range(start.year, end.year + 1) if isleap(year)]
    return sum(start < day <= end for day in days)


def _no_leap(start: date, end: date) -> int:
    return _actual(start, end) - _leap_days(start, end)


def _isda(start: date, end: date) -> Fraction:
    """Each calendar year's days over its own length, split at 1 January."""
    years = Fraction(0)
    for year in range(start.year, end.year + 1):
        first, last = max(start, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
        years += Fraction((last - first).days, 366 if isleap(year) else 365)
    return years


def _year_before(day: date) -> date:
    """A year back; the 28th of February of a year before a leap year's is the 29th."""
    before = add_months(day, -12)
    return date(before.year, 2, 29) if day.month == 2 and day.day >= 28 and isleap(before.year) else before


def _afb(start: date, end: date) -> Fraction:
    """Whole years back from the end, the rest over 366 if it holds a 29 February."""
    whole, at = 0, end
    while (before := _year_before(at)) >= start:
        whole, at = whole + 1, before
    leap = any(start <= date(year, 2, 29) < at for year in range(start.year, at.year + 1) if isleap(year))
    return whole + Fraction((at - start).days, 366 if leap else 365)


def _excel_actual(start: date, end: date) -> Fraction:
    """Excel's basis 1: up to a year by whether a leap day counts, beyond by the mean length of the years touched."""
    days = _actual(start, end)
    if start.year == end.year or (start.year + 1 == end.year and (start.month, start.day) >= (end.month, end.day)):
        leap = isleap(start.year) if start.year == end.year else bool(_leap_days(start - timedelta(1), end))
        return Fraction(days, 366 if leap else 365)
    years = range(start.year, end.year + 1)
    return days / Fraction(sum(366 if isleap(year) else 365 for year in years), len(years))


def _actual_365(start: date, end: date) -> Fraction:
    """ACT/365 Actual: over 366 if a 29 February lies in the span."""
    return Fraction(_actual(start, end), 366 if _leap_days(start, end) else 365)


def _actual_365_isma(start: date, end: date) -> Fraction:
    """ACT/365L for a yearly coupon, taken as ending at `end`: over 366 if its year holds a 29 February."""
    leap = _leap_days(add_months(end, -12), end)
    return Fraction(_actual(start, end), 366 if leap else 365)


def _actual_year(start: date, end: date) -> Fraction:
    """ACT/ACT Year: whole years from the start, the rest over the length of the year it stands in."""
    whole = end.year - start.year - (add_months(start, 12 * (end.year - start.year)) > end)
    at = add_months(start, 12 * whole)
    return whole + Fraction((end - at).days, (add_months(start, 12 * whole + 12) - at).days)


# --- the laws' times --------------------------------------------------------------------------------------------


def _backwards(start: date, end: date, months: int, days: int) -> tuple[int, date]:
    """Whole periods counted back from `end`, month ends kept, and the day they begin."""
    anchor, whole, at = 31 if end == month_end(end) else end.day, 0, end
    while True:
        before = add_months(end, -months * (whole + 1), anchor) if months else at - timedelta(days)
        if before < start:
            return whole, at
        whole, at = whole + 1, before


def _eu(months: int, days: int, in_year: int) -> Callable[[date, date], Fraction]:
    """2008/48/EC, remark (c): whole periods backwards, the rest over the length of the year that ends with it."""

    def years(start: date, end: date) -> Fraction:
        whole, at = _backwards(start, end, months, days) if months or days else (0, end)
        rest = (at - start).days
        return Fraction(whole, in_year) + (Fraction(rest, (at - add_months(at, -12)).days) if rest else 0)

    return years


def _uk(months: int, days: int, in_year: int) -> Callable[[date, date], Fraction]:
    """CONC App 1: whole periods forwards, the rest by calendar years."""

    def years(start: date, end: date) -> Fraction:
        whole, at = 0, start
        while (after := add_months(start, months * (whole + 1)) if months else at + timedelta(days)) <= end:
            whole, at = whole + 1, after
        return Fraction(whole, in_year) + _isda(at, end)

    return years


def unit_periods(unit: str, start: date, end: date) -> tuple[int, Fraction]:
    """Regulation Z, Appendix J: full unit periods backwards, and the odd days as a part of one."""
    months, days, length = _UNIT_PERIODS[unit.lower().replace("-", "").replace(" ", "").replace("_", "")]
    if not months and days == 1:
        return 0, Fraction((end - start).days, 365)
    whole, at = _backwards(start, end, months, days)
    return whole, Fraction((at - start).days, length)


_UNIT_PERIODS = {
    "year": (12, 0, 365), "halfyear": (6, 0, 180), "semiannual": (6, 0, 180), "quarter": (3, 0, 90),
    "twomonths": (2, 0, 60), "month": (1, 0, 30), "fourweeks": (0, 28, 28), "fortnight": (0, 14, 14),
    "twoweeks": (0, 14, 14), "biweek": (0, 14, 14), "week": (0, 7, 7), "day": (0, 1, 365),
}  # fmt: skip
_DAYS: dict[str, DayCount] = {
    "30360isda": _by_thirty(_bond_basis), "30365": _by_thirty(_bond_basis), "30e360": _by_thirty(_european),
    "30u360": _by_thirty(_us), "30u360eom": _by_thirty(_us), "30360psa": _by_thirty(_psa),
    "excel0us30360": _by_thirty(_excel_us), "30e+360": lambda s, e: _thirty(s, e, _european_plus),
    "30e365": _by_thirty(_both_ends_of_february(None)), "nl360": _no_leap, "nl365": _no_leap,
}  # fmt: skip
_BASES: dict[str, Fraction | int] = {
    **dict.fromkeys(("30360isda", "30e360", "30e360isda", "30u360", "30u360eom", "30360psa", "excel0us30360"), 360),
    "30e+360": 360, "30365": 365, "30e365": 365, "nl360": 360, "nl365": 365, "act360": 360, "act364": 364,
    "act365f": 365, "act365.25": Fraction(1461, 4), "act366": 366,
}  # fmt: skip
_YEARS: dict[str, Callable[[date, date], Fraction]] = {
    "actactisda": _isda, "actactafb": _afb, "excel1actact": _excel_actual, "act365act": _actual_365,
    "act365l": _actual_365_isma, "actactyear": _actual_year, "11": lambda _start, _end: Fraction(1),
    "euaprremarkcmonths": _eu(1, 0, 12), "euaprremarkcweeks": _eu(0, 7, 52), "euaprremarkcyears": _eu(12, 0, 1),
    "euaprremarkcdays": _eu(0, 0, 1), "ukconcappmonths": _uk(1, 0, 12), "ukconcappweeks": _uk(0, 7, 52),
}  # fmt: skip
_ALIASES = {
    "act365": "act365f", "act365fixed": "act365f", "excel3act365": "act365f", "excel2act360": "act360",
    "excel4eur30360": "30e360", "excel4european30360": "30e360", "excel4eu30360": "30e360", "excel430e360": "30e360",
    "excel0": "excel0us30360", "excel1": "excel1actact", "excel2": "act360", "excel3": "act365f", "excel4": "30e360",
    "excel030360us": "excel0us30360", "30360": "30360isda", "30360bondbasis": "30360isda", "bondbasis": "30360isda",
    "30360us": "30u360", "30360usa": "30u360", "30360european": "30e360", "30360e": "30e360", "eurobondbasis": "30e360",
    "30360eurobondbasis": "30e360", "30360german": "30e360isda", "30e360german": "30e360isda", "actact": "actactisda",
    "actacteuro": "actactafb", "act365nl": "nl365", "act365noleap": "nl365", "act360nl": "nl360", "1/1": "11",
    "act365.25f": "act365.25", "act36525": "act365.25", "actactexcel": "excel1actact", "30eplus360": "30e+360",
    "act365a": "act365act",
}  # fmt: skip
