"""The limits of lines on a day: permanent, raised for a time, and shared between several lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from planner.core.credit_limits import CardLimits, LimitStep
from planner.core.facts import GroupFact, LimitFact, LineFact, LineStatus

USABLE = (LineStatus.ACTIVE, LineStatus.REDUCED)


def limit_on(line: LineFact, day: date) -> LimitFact | None:
    """The permanent limit in force on a day; None before the first."""
    return next((limit for limit in reversed(line.limits) if limit.on <= day), None)


def limit_fen_on(line: LineFact, day: date) -> int | None:
    """The limit in force on a day in fen: the permanent one, or a temporary one that is higher, while the line can be
    used. None before the first."""
    limit = limit_on(line, day)
    if limit is None:
        return None
    raised = [each.limit_fen for each in line.temporary if each.first_on <= day <= each.last_on]
    return max([limit.limit_fen, *raised]) if limit.status in USABLE else limit.limit_fen


def card_limits(line: LineFact) -> CardLimits:
    """The limits of a line as its card's course asks for them."""
    return CardLimits(tuple(LimitStep(each.on, each.limit_fen) for each in line.limits), line.temporary)


def group_limit_fen(group: GroupFact, day: date) -> int | None:
    """What the lines of a group may owe together on a day (fen); None before the first limit of the group."""
    return CardLimits(group.limits).limit_on(day)


def limits_together(lines: Iterable[tuple[LineFact, date]]) -> int:
    """What lines may owe together (fen), each by its own limit in force on its day: a limit that several share counts
    once, on the latest of their days, and never for more than their own limits come to."""
    total = 0
    own: defaultdict[int, int] = defaultdict(int)
    groups: dict[int, tuple[GroupFact, date]] = {}
    for line, day in lines:
        limit = limit_fen_on(line, day) or 0
        if line.group is None:
            total += limit
        else:
            own[line.group.id] += limit
            groups[line.group.id] = line.group, max(day, groups.get(line.group.id, (line.group, day))[1])
    for number, (group, day) in groups.items():
        shared = group_limit_fen(group, day)
        total += own[number] if shared is None else min(own[number], shared)
    return total
