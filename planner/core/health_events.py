"""What happened to a person's credit: limits cut and raised, overdues, loans paid off, applications, Zhima readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.facts import ApplicationFact, CreditFacts, LimitFact, LineStatus, RowRef
from planner.core.lateness import bills

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
    CLOSED = "closed"
    SCORE_READING = "score_reading"


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


def health_events(facts: CreditFacts, today: date, readings: Sequence[tuple[date, int]] = ()) -> list[HealthEvent]:
    """All events up to a day, in order of day, on one day the gravest first. `readings` are (day, Zhima score)."""
    found = list(_overdues(facts, today))
    for line in facts.lines:
        for before, after in zip(line.limits, line.limits[1:], strict=False):
            kind = _limit_kind(before, after)
            if kind is not None:
                found.append(HealthEvent(kind, after.on, line.name, line.ref, before.limit_fen, after.limit_fen))
    for loan in facts.loans:
        if loan.closed_on is not None and loan.closed_on <= today:
            kind = EventKind.CLOSED if loan.waived_fen else EventKind.PAID_OFF
            found.append(HealthEvent(kind, loan.closed_on, loan.name, loan.ref))
    found += _applications(facts.applications)
    found += [HealthEvent(EventKind.SCORE_READING, on, "", None, score=score) for on, score in readings if on <= today]
    return sorted(found, key=lambda each: (each.on, each.gravity))


def _limit_kind(before: LimitFact, after: LimitFact) -> EventKind | None:
    if after.status is LineStatus.CLOSED:
        return None if before.status is LineStatus.CLOSED else EventKind.CLOSED
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
    """Each application that other lenders see, or one event for so many within a week."""
    left = [each for each in applications if each.hard]
    while left:
        first = left[0]
        burst = [each for each in left if (each.on - first.on).days < BURST_DAYS]
        if len(burst) >= BURST_COUNT:
            yield HealthEvent(EventKind.APPLICATIONS, first.on, first.lender_name, first.ref, count=len(burst))
        else:
            burst = [first]
            yield HealthEvent(EventKind.APPLICATION, first.on, first.lender_name, first.ref)
        left = left[len(burst) :]
