"""How limit health went: the score of each month's end and of today, worked out anew, and what happened between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months, month_end
from planner.core.health_events import HealthEvent, health_events
from planner.core.scorecard import Scorecard, health
from planner.reports.facts import CreditRecords, credit_records, facts_at
from planner.store.reader import Reader

MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class HealthPoint:
    """The score of a day with its range and band; all None where too little was known."""

    on: date
    score: int | None
    low: int | None
    high: int | None
    band: str | None


@dataclass(frozen=True, slots=True)
class HealthHistory:
    """`points` from the oldest to today; `events` from the first point to today, in order of day."""

    today: date
    points: tuple[HealthPoint, ...]
    events: tuple[HealthEvent, ...]


def health_history(
    reader: Reader, *, today: date, scorecard: Scorecard, months: int = 12, records: CreditRecords | None = None
) -> HealthHistory:
    """The score at the last `months` (1–60) month ends before today and of today, each from what had happened by
    then. The tables are read once; `records` are what they hold, where the caller has it."""
    if not 1 <= months <= MOST_MONTHS:
        raise ValueError(months)
    records = records or credit_records(reader)
    days = [month_end(add_months(today, -back, 1)) for back in range(months, 0, -1)]
    points = []
    for day in (*days, today):
        found = health(facts_at(records, day), day, scorecard)
        points.append(HealthPoint(day, found.score, found.low, found.high, found.band))
    readings = reader.rows(
        "SELECT on_date, score FROM score_reading WHERE on_date <= ? ORDER BY on_date", today.isoformat()
    )
    read = [(date.fromisoformat(on), score) for on, score in readings]
    events = health_events(facts_at(records, today), today, read)
    return HealthHistory(today, tuple(points), tuple(each for each in events if days[0] <= each.on))
