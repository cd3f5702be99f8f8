"""How limit health went: the score of each month's end and of today, worked out anew, and what happened between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.calendar import add_months, month_end
from planner.core.facts import ApplicationFact, CreditFacts, LimitFact, LineStatus, RowRef
from planner.core.lateness import bills
from planner.core.scorecard import Scorecard, health
from planner.reports.facts import credit_records, facts_at
from planner.reports.score_readings import ScoreReadingRow, score_readings
from planner.store.reader import Reader

MOST_MONTHS = 60
BURST_DAYS = 7
BURST_COUNT = 3
"""So many applications within so many days are one event (domain.md W31)."""
_USABLE = (LineStatus.ACTIVE, LineStatus.REDUCED)


class EventKind(StrEnum):
    """What happened on a day, the gravest first."""

    OVERDUE = "overdue"
    LIMIT_FROZEN = "limit_frozen"
    LIMIT_CUT = "limit_cut"
    APPLICATIONS = "applications"
    APPLICATION = "application"
    PAID_OFF = "paid_off"
    LIMIT_RAISED = "limit_raised"
    LIMIT_RESTORED = "limit_restored"
    SCORE_READING = "score_reading"


@dataclass(frozen=True, slots=True)
class HealthPoint:
    """The score of a day with its range and band; all None where too little was known."""

    on: date
    score: int | None
    low: int | None
    high: int | None
    band: str | None


@dataclass(frozen=True, slots=True)
class HealthEvent:
    """Something that happened on `on`. `name` is the account's or the lender's.

    A limit went from `before_fen` to `after_fen`; an overdue was `days` late when it was cleared on `until`, or is
    still (None); `count` applications came within a week; a reading was `score`.
    """

    kind: EventKind
    on: date
    name: str
    ref: RowRef | None
    before_fen: int | None = None
    after_fen: int | None = None
    days: int = 0
    until: date | None = None
    count: int = 1
    score: int | None = None

    @property
    def gravity(self) -> tuple[int, int]:
        """Sorts the gravest first, of overdues the longest."""
        return list(EventKind).index(self.kind), -self.days


@dataclass(frozen=True, slots=True)
class HealthHistory:
    """`points` from the oldest to today; `events` from the first point to today, in order of day."""

    today: date
    points: tuple[HealthPoint, ...]
    events: tuple[HealthEvent, ...]


def health_history(reader: Reader, *, today: date, scorecard: Scorecard, months: int = 12) -> HealthHistory:
    """The score at the last `months` (1–60) month ends before today and of today, each from what had happened by
    then. The tables are read once."""
    if not 1 <= months <= MOST_MONTHS:
        raise ValueError(months)
    records = credit_records(reader)
    days = [month_end(add_months(today, -back, 1)) for back in range(months, 0, -1)]
    points = []
    for day in (*days, today):
        found = health(facts_at(records, day), day, scorecard)
        points.append(HealthPoint(day, found.score, found.low, found.high, found.band))
    events = health_events(facts_at(records, today), today, score_readings(reader, today=today))
    shown = sorted((each for each in events if days[0] <= each.on <= today), key=lambda each: (each.on, each.gravity))
    return HealthHistory(today, tuple(points), tuple(shown))


def health_events(facts: CreditFacts, today: date, readings: Sequence[ScoreReadingRow] = ()) -> list[HealthEvent]:
    """All events up to a day, in no order."""
    found = list(_overdues(facts, today))
    for line in facts.lines:
        for before, after in zip(line.limits, line.limits[1:], strict=False):
            kind = _limit_kind(before, after)
            if kind is not None:
                found.append(HealthEvent(kind, after.on, line.name, line.ref, before.limit_fen, after.limit_fen))
    for loan in facts.loans:
        if loan.closed_on is not None and loan.closed_on <= today:
            found.append(HealthEvent(EventKind.PAID_OFF, loan.closed_on, loan.name, loan.ref))
    found += _applications(facts.applications)
    found += [HealthEvent(EventKind.SCORE_READING, each.on, "", None, score=each.score) for each in readings]
    return found


def _limit_kind(before: LimitFact, after: LimitFact) -> EventKind | None:
    if before.status in _USABLE and after.status not in _USABLE:
        return EventKind.LIMIT_FROZEN
    if after.limit_fen < before.limit_fen:
        return EventKind.LIMIT_CUT
    if after.limit_fen > before.limit_fen:
        return EventKind.LIMIT_RAISED
    if before.status not in _USABLE and after.status in _USABLE:
        return EventKind.LIMIT_RESTORED
    return None


def _overdues(facts: CreditFacts, today: date) -> Iterator[HealthEvent]:
    """What was at least a day late, from its first day late."""
    names = {loan.ref: loan.name for loan in facts.loans} | {line.ref: line.name for line in facts.lines}
    for bill in bills(facts, today):
        if bill.days_late >= 1:
            name = names.get(bill.account, "") if bill.account is not None else ""
            yield HealthEvent(
                EventKind.OVERDUE,
                bill.due_on + timedelta(days=1),
                name,
                bill.account or bill.ref,
                days=bill.days_late,
                until=None if bill.open else bill.late_until,
            )


def _applications(applications: Sequence[ApplicationFact]) -> Iterator[HealthEvent]:
    """Each application, or one event for so many within a week."""
    left = list(applications)
    while left:
        first = left[0]
        burst = [each for each in left if (each.on - first.on).days < BURST_DAYS]
        if len(burst) >= BURST_COUNT:
            yield HealthEvent(EventKind.APPLICATIONS, first.on, first.lender_name, first.ref, count=len(burst))
        else:
            burst = [first]
            yield HealthEvent(EventKind.APPLICATION, first.on, first.lender_name, first.ref)
        left = left[len(burst) :]
