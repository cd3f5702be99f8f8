"""The limit-health page: the score of a day, the month before it, and the rows of every deduction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months
from planner.core.factors import MissingInput
from planner.core.facts import RowLabel, RowRef
from planner.core.scorecard import Health, Scorecard, health, next_inputs
from planner.reports.facts import credit_facts, facts_at
from planner.reports.records import Records, records_of
from planner.reports.rows import row_labels
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Health on a day and what it was a month before; `enter_next` names inputs, the most telling first."""

    health: Health
    month_ago: int | None
    enter_next: tuple[MissingInput, ...]
    labels: tuple[tuple[RowRef, RowLabel], ...]
    version: str

    def label(self, ref: RowRef) -> RowLabel | None:
        """What a row is called."""
        return dict(self.labels).get(ref)


def health_on(reader: Reader, on: date, scorecard: Scorecard) -> Health:
    """The score of any day, from what had happened by then."""
    return health(credit_facts(reader, on), on, scorecard)


def health_report(reader: Reader, *, today: date, scorecard: Scorecard, records: Records | None = None) -> HealthReport:
    """The page as of a day; `records` are those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    now = health(records.facts, today, scorecard)
    before = add_months(today, -1)
    refs = [ref for each in now.contributions for ref in each.rows]
    return HealthReport(
        health=now,
        month_ago=health(facts_at(records.all_days, before), before, scorecard).score,
        enter_next=next_inputs(now, scorecard),
        labels=tuple(row_labels(reader, refs, loans=records.all_days.loans).items()),
        version=scorecard.version,
    )
