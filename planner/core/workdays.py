"""Days with and without work in mainland China, by a dated table; beyond it only weekends are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Workdays:
    """Holidays on weekdays and worked weekends of the years that are known."""

    years: frozenset[int] = frozenset()
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def known(self, day: date) -> bool:
        """Whether the year's holidays are in the table; else only weekends are taken as free."""
        return day.year in self.years

    def is_workday(self, day: date) -> bool:
        """Whether banks and offices work on a day."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def next(self, day: date) -> date:
        """The day itself where it is a workday, else the next one."""
        while not self.is_workday(day):
            day += timedelta(days=1)
        return day

    def previous(self, day: date) -> date:
        """The day itself where it is a workday, else the one before."""
        while not self.is_workday(day):
            day -= timedelta(days=1)
        return day

    def pay_by(self, due_on: date) -> date | None:
        """The last workday before a due day without work: money that must cross banks leaves then, for nothing says
        that the due day moves. None for a workday."""
        return None if self.is_workday(due_on) else self.previous(due_on)


WEEKENDS_ONLY = Workdays()


def workdays_from_json(document: Mapping[str, Any]) -> Workdays:
    """The table of a calendar file: spans of holidays and single worked days. Raises KeyError or ValueError."""
    off: set[date] = set()
    worked: set[date] = set()
    for year in document["years"]:
        for first, last in year["off"]:
            day, end = date.fromisoformat(first), date.fromisoformat(last)
            if end < day:
                raise ValueError(f"{first} – {last}")
            while day <= end:
                off.add(day)
                day += timedelta(days=1)
        worked |= {date.fromisoformat(day) for day in year["worked"]}
    return Workdays(frozenset(int(year["year"]) for year in document["years"]), frozenset(off), frozenset(worked))
