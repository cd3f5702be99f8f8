"""Lines reckoned from their contract: the course of a card, and the facts of a day that follow from it.

A course is causal: what is dated later changes no day before. So one course serves all days on which the same payments
and statements were known, and only other days are reckoned by themselves.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.core.card_entries import CardEntry
from planner.core.card_instalments import instalment_rows
from planner.core.card_statements import CardCourse, Statement
from planner.core.cards import card_course
from planner.core.cycles import due_date, next_statement_day
from planner.core.facts import LineFact, StatementFact, statement_ref
from planner.core.line_limits import card_limits
from planner.core.schedules import ScheduleRow
from planner.core.stated_statements import nearest_statement_day
from planner.reports.card_records import CardRecord

_AHEAD = timedelta(days=366)
"""A course is run so far beyond the last thing on record, for the days that are asked next."""
_LAST = date(9998, 1, 1)


def line_course(card: CardRecord, line: LineFact, until: date) -> CardCourse:
    """The card from its first entry to the end of a day; `card` and `line` are what is known then."""
    return card_course(
        card.terms, card.all_entries(line), until, limits=card_limits(line), stated=card.stated_statements()
    )


def known_statements(card: CardRecord, course: CardCourse) -> tuple[Statement, ...]:
    """The statements of a course that can be relied on: before the first one that the issuer states, the record may
    lack what was bought and paid then, and nobody is to be called late for that."""
    first = min((each.on for each in card.stated), default=date.min)
    return tuple(each for each in course.statements if each.on >= first)


def with_course(line: LineFact, card: CardRecord, course: CardCourse, on: date) -> LineFact:
    """The facts of a line at the end of a day, its statements and balances those of a course that serves it."""
    refs = {each.on: each.ref for each in card.stated}
    statements = tuple(
        StatementFact(
            refs.get(each.on, statement_ref(line.ref, each.on)),
            each.on,
            each.due_on,
            each.balance_fen,
            each.minimum_fen,
        )
        for each in known_statements(card, course)
        if each.on <= on
    )
    return replace(line, statements=statements, card=course.days.until(on))


def rows_to_come(card: CardRecord, course: CardCourse) -> list[tuple[CardEntry, tuple[ScheduleRow, ...]]]:
    """The instalments that run at the end of a course, each with its rows that are not billed yet: one on each
    following statement day."""
    left = dict(course.instalments)
    found = []
    for entry in card.entries:
        if entry.instalment is not None and left.get(entry.id):
            rows = instalment_rows(entry.amount_fen, entry.posted_on, entry.instalment)
            at = len(rows)
            while sum(row.principal_fen for row in rows[at:]) < left[entry.id]:
                at -= 1
            found.append((entry, rows[at:]))
    return found


def is_running(card: CardRecord, line: LineFact, entry_id: int, on: date) -> bool:
    """Whether something of an instalment is still to be billed at the end of a day."""
    return bool(dict(line_course(card, line, on).instalments).get(entry_id))


def bills_to_come(card: CardRecord, line: LineFact, today: date) -> list[tuple[date, int]]:
    """(due day, fen) of what is on the card and on no statement yet: purchases with the next statement, the principal
    of instalments with it and those after."""
    course = line_course(card, line, today)
    days = [next_statement_day(card.terms, today + timedelta(days=1))]
    owed = {days[0]: max(course.balance.unbilled_fen, 0)}
    for _, rows in rows_to_come(card, course):
        for at, row in enumerate(rows):
            if at == len(days):
                days.append(next_statement_day(card.terms, days[-1] + timedelta(days=1)))
            owed[days[at]] = owed.get(days[at], 0) + row.principal_fen
    credit = course.balance.credit_fen
    for day in days:  # a credit pays what is billed first
        used = min(credit, owed[day])
        credit, owed[day] = credit - used, owed[day] - used
    return [(due_date(card.terms, day), fen) for day, fen in owed.items() if fen]


class CardCourses:
    """The courses of the cards of a book, each run once for all the days that it serves."""

    def __init__(self) -> None:
        self._runs: dict[int, CardCourse] = {}

    def at(self, whole: LineFact, card: CardRecord, line: LineFact, on: date) -> LineFact:
        """The facts of a line at the end of a day. `whole` and `card` are what is on record, whatever its day; `line`
        is what is known on the day."""
        known = card.at(on)
        if not _serves(whole, card, line, known, on):
            return with_course(line, known, line_course(known, line, on), on)
        run = self._runs.get(line.ref.id)
        if run is None or run.until < on:
            run = line_course(card, whole, min(max(on, _last_day(whole, card)), _LAST) + _AHEAD)
            self._runs[line.ref.id] = run
        return with_course(line, known, run, on)


def _serves(whole: LineFact, card: CardRecord, line: LineFact, known: CardRecord, on: date) -> bool:
    """Whether the course of all that is on record goes, until a day, as that of what is known on it."""
    if line.payments != tuple(each for each in whole.payments if each.on <= on):
        return False
    # a statement of a later day stands for the computed one it lies nearest to, and that may be over
    later = {nearest_statement_day(card.terms, each.on) for each in card.stated if each.on > on}
    now = {nearest_statement_day(card.terms, each.on) for each in known.stated}
    return not any(day <= on or day in now for day in later)


def _last_day(whole: LineFact, card: CardRecord) -> date:
    days = [each.posted_on for each in card.entries] + [each.on for each in card.stated]
    days += [each.on for each in whole.charges] + [each.on for each in whole.payments]
    return max(days, default=date.min)
