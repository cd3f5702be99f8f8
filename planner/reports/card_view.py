"""A card reckoned from its contract: its cycle, its statements part by part, its instalments, and three ways to pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.core.card_entries import CardEntry, InstalmentTerms
from planner.core.card_payoff import ONLY_MINIMUM, WHOLE_BALANCE, CardPayoff, card_payoff
from planner.core.card_statements import CardBalance, CardCourse, Statement
from planner.core.card_terms import CardTerms
from planner.core.cycles import (
    due_date,
    interest_free_days,
    next_statement_day,
    previous_statement_day,
    statement_of_purchase,
)
from planner.core.facts import LineFact, RowRef
from planner.core.line_balance import left_of
from planner.core.line_limits import card_limits
from planner.core.repayments import DueState
from planner.reports.card_courses import line_course, rows_to_come
from planner.reports.card_records import CardRecord
from planner.reports.lines import LineRecord, line_records, statement_state
from planner.store.reader import Reader

A_MONTH_FEN = 100_000
"""What is paid a month in the second way to pay."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CardCycle:
    """The present cycle: from the last statement day to the next one; on the day itself the statement is the last.

    `due_on` is when the last statement is to be paid, `next_due_on` the next one. A purchase of today is free of
    interest for `free_days` until `free_until`, one of the day after the next statement for `longest_days`.
    """

    last_on: date
    due_on: date
    next_on: date
    next_due_on: date
    free_days: int
    free_until: date
    longest_days: int


@dataclass(frozen=True, slots=True)
class CardStatement:
    """One statement with all its parts. `stated`: the issuer's own, with its row. `open_fen` and `minimum_open_fen` are
    what is still to pay of the balance and of the minimum: of the latest only, for each takes up the one before."""

    ref: RowRef
    stated: bool
    statement: Statement
    open_fen: int | None
    minimum_open_fen: int | None
    state: DueState | None


@dataclass(frozen=True, slots=True)
class CardInstalment:
    """An instalment that is still billed: `left_fen` is principal not billed yet, in `periods_left` rows; the next one
    is billed on `next_on` with its fee (fen)."""

    entry_id: int
    posted_on: date
    principal_fen: int
    terms: InstalmentTerms
    left_fen: int
    periods_left: int
    next_on: date
    next_principal_fen: int
    next_fee_fen: int


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry as it stands in the book. `running`: an instalment of which something is still to be billed."""

    entry: CardEntry
    note: str
    running: bool = False


class PayWay(StrEnum):
    """Three ways to pay a card: only what is asked at least, a fixed sum a month, all of each statement."""

    MINIMUM = "minimum"
    FIXED = "fixed"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class WayToPay:
    """Where a way to pay leads, nothing more being bought (fen). `at_least_fen` is the sum of the fixed way; `payments`
    counts those to come until all is paid, on `last_on`; `cost_fen` is interest, penalties and fees. `ends` False: it
    never is."""

    way: PayWay
    at_least_fen: int | None
    ends: bool
    payments: int
    last_on: date | None
    paid_fen: int
    interest_fen: int
    cost_fen: int


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as of a day. `entries` and `statements` have the newest first.

    `revolving_since` is the day from which statements were not paid in full, None while there is no such; interest up
    to today that is on no statement yet is `balance.accrued_fen`. `late_fee_fen` is what is charged if no more is paid
    of the minimum by its due day; None where nothing of it is open. `ways` is empty where nothing is owed.
    """

    account: RowRef
    name: str
    terms: CardTerms
    today: date
    cycle: CardCycle
    balance: CardBalance
    statements: tuple[CardStatement, ...]
    instalments: tuple[CardInstalment, ...]
    entries: tuple[EntryLine, ...]
    revolving_since: date | None
    late_fee_fen: int | None
    ways: tuple[WayToPay, ...]

    @property
    def latest(self) -> CardStatement | None:
        """The latest statement."""
        return self.statements[0] if self.statements else None


def card_view(reader: Reader, *, line_id: int, today: date, a_month_fen: int = A_MONTH_FEN) -> CardView | None:
    """One card as of a day; None where the line is not in the book by then, or its contract's terms are not."""
    found = next((each for each in line_records(reader, until=today) if each.fact.ref.id == line_id), None)
    return None if found is None else card_of_line(reader, found, today, a_month_fen)


def card_of_line(reader: Reader, record: LineRecord, today: date, a_month_fen: int = A_MONTH_FEN) -> CardView | None:
    """The same of a line's record of the day."""
    if record.card is None:
        return None
    line, card = record.fact, record.card
    course = line_course(card, line, today)
    statements = _statements(line, card, course, today)
    running = dict(course.instalments)
    notes = dict(reader.rows("SELECT id, note FROM card_entry WHERE line_id = ?", line.ref.id))
    latest = statements[0] if statements else None
    open_minimum = 0 if latest is None or latest.minimum_open_fen is None else latest.minimum_open_fen
    coming = latest is not None and latest.statement.due_on >= today
    return CardView(
        account=line.ref,
        name=line.name,
        terms=card.terms,
        today=today,
        cycle=card_cycle(card.terms, today),
        balance=course.balance,
        statements=statements,
        instalments=_instalments(card, course, today),
        entries=tuple(EntryLine(each, notes.get(each.id, ""), each.id in running) for each in reversed(card.entries)),
        revolving_since=_revolving_since(course.statements),
        late_fee_fen=card.terms.late_fee.of(open_minimum) if open_minimum and coming else None,
        ways=_ways(line, card, course.balance, today, a_month_fen),
    )


def card_cycle(terms: CardTerms, today: date) -> CardCycle:
    """The cycle that a day lies in, by the terms."""
    last_on = previous_statement_day(terms, today)
    next_on = next_statement_day(terms, today + _ONE_DAY)
    return CardCycle(
        last_on=last_on,
        due_on=due_date(terms, last_on),
        next_on=next_on,
        next_due_on=due_date(terms, next_on),
        free_days=interest_free_days(terms, today),
        free_until=due_date(terms, statement_of_purchase(terms, today)),
        longest_days=interest_free_days(terms, next_on + _ONE_DAY),
    )


def _statements(line: LineFact, card: CardRecord, course: CardCourse, today: date) -> tuple[CardStatement, ...]:
    stated = {each.ref for each in card.stated}
    found = []
    for fact, statement in zip(line.statements, course.statements, strict=True):
        last = statement is course.statements[-1]
        open_fen = left_of(line, fact, today) if last else None
        state = minimum = None
        if open_fen is not None and statement.balance_fen > 0:
            state, minimum = statement_state(fact, open_fen, today)
            state = DueState.SETTLED if not open_fen else state
        found.append(CardStatement(fact.ref, fact.ref in stated, statement, open_fen, minimum, state))
    return tuple(reversed(found))


def _instalments(card: CardRecord, course: CardCourse, today: date) -> tuple[CardInstalment, ...]:
    next_on = next_statement_day(card.terms, today + _ONE_DAY)
    return tuple(
        CardInstalment(
            entry_id=entry.id,
            posted_on=entry.posted_on,
            principal_fen=entry.amount_fen,
            terms=entry.instalment,
            left_fen=sum(row.principal_fen for row in rows),
            periods_left=len(rows),
            next_on=next_on,
            next_principal_fen=rows[0].principal_fen,
            next_fee_fen=rows[0].fee_fen,
        )
        for entry, rows in rows_to_come(card, course)
        if entry.instalment is not None
    )


def _revolving_since(statements: Sequence[Statement]) -> date | None:
    """The day after the due day of the first of the statements, up to the latest that is over, that were not paid in
    full one after the other."""
    since = None
    for each in reversed(statements):
        if each.paid_in_full is True:
            break
        if each.paid_in_full is False:
            since = each.due_on + _ONE_DAY
    return since


def _ways(
    line: LineFact, card: CardRecord, balance: CardBalance, today: date, a_month_fen: int
) -> tuple[WayToPay, ...]:
    """Plans count on no tolerance and no days of grace."""
    if balance.used_fen <= 0:
        return ()
    terms = replace(card.terms, tolerance_fen=0, grace_days=0)
    entries, limits, stated = card.all_entries(line), card_limits(line), card.stated_statements()
    asked = ((PayWay.MINIMUM, ONLY_MINIMUM), (PayWay.FIXED, a_month_fen), (PayWay.WHOLE, WHOLE_BALANCE))
    return tuple(
        _told(way, at_least, card_payoff(terms, entries, today, at_least, limits=limits, stated=stated))
        for way, at_least in asked
    )


def _told(way: PayWay, at_least_fen: int | None, plan: CardPayoff) -> WayToPay:
    fixed = at_least_fen if way is PayWay.FIXED else None
    return WayToPay(way, fixed, plan.ends, plan.payments, plan.last_on, plan.paid_fen, plan.interest_fen, plan.cost_fen)
