"""The days with and without work as the book knows them."""

from __future__ import annotations

from datetime import date

from planner.core.workdays import Workdays
from planner.store.reader import Reader


def workdays(reader: Reader) -> Workdays:
    """The book's table of holidays and worked weekends; of years that are not in it only the weekends are known."""
    days = [(date.fromisoformat(on), works) for on, works in reader.rows("SELECT on_date, works FROM day_off")]
    return Workdays(
        years=frozenset(year for (year,) in reader.rows("SELECT year FROM day_off_year")),
        off=frozenset(on for on, works in days if not works),
        worked=frozenset(on for on, works in days if works),
    )
