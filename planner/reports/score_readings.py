"""The Zhima scores as their owner read them; nothing is derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months
from planner.store.reader import Reader

PUBLISHED_ON_DAY = 6


@dataclass(frozen=True, slots=True)
class ScoreReadingRow:
    """One reading."""

    id: int
    on: date
    score: int


def score_readings(reader: Reader, *, today: date) -> tuple[ScoreReadingRow, ...]:
    """The readings up to a day, the oldest first."""
    rows = reader.rows(
        "SELECT id, on_date, score FROM score_reading WHERE on_date <= ? ORDER BY on_date", today.isoformat()
    )
    return tuple(ScoreReadingRow(number, date.fromisoformat(on), score) for number, on, score in rows)


def latest_publication(today: date) -> date:
    """The latest 6th of a month: the day a Zhima score is renewed (domain.md §3.2)."""
    return add_months(today, 0 if today.day >= PUBLISHED_ON_DAY else -1, PUBLISHED_ON_DAY)
