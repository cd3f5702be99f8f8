"""A card reckoned from its contract: its cycle, its statements part by part, its instalments, and three ways to pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.core.card_payoff import ONLY_MINIMUM, WHOLE_BALANCE, CardPayoff, card_payoff
from planner.core.card_standing import (
    CardInstalment,
    CardStatement,
    CardView,
    EntryLine,
    PayWay,
    WayToPay,
    card_cycle,
    revolving_since,
)
from planner.core.card_statements import CardBalance, CardCourse
from planner.core.cycles import next_statement_day
from planner.core.errors import NoSuchCard
from planner.core.facts import LineFact
from planner.core.line_balance import left_of
from planner.core.line_limits import card_limits
from planner.core.repayments import DueState
from planner.reports.card_courses import known_statements, line_course, rows_to_come
from planner.reports.card_records import CardRecord
from planner.reports.lines import LineRecord, line_records, statement_state
from planner.store.reader import Reader

A_MONTH_FEN = 100_000
"""What is paid a month in the second way to pay."""
_ONE_DAY = timedelta(days=1)


def card_view(reader: Reader, *, line_id: int, today: date, a_month_fen: int = A_MONTH_FEN) -> CardView | None:
    """One card as of a day; None where the line is not in the book by then, or its contract's terms are not."""
    found = next((each for each in line_records(reader, until=today) if each.fact.ref.id == line_id), None)
    return None if found is None else card_of_line(reader, found, today, a_month_fen)


def card_views(reader: Reader, *, today: date, wanted: str | None = None) -> tuple[CardView, ...]:
    """All cards of a day in order of opening, or those with a number or a part of the name. Raises NoSuchCard."""
    found = [card_of_line(reader, each, today) for each in line_records(reader, until=today)]
    views = [each for each in found if each and (wanted in (None, str(each.account.id)) or wanted in each.name)]
    if not views:
        raise NoSuchCard("line", text=wanted or "")
    return tuple(views)


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
        revolving_since=revolving_since(known_statements(card, course)),
        late_fee_fen=card.terms.late_fee.of(open_minimum) if open_minimum and coming else None,
        ways=_ways(line, card, course.balance, today, a_month_fen),
    )


def _statements(line: LineFact, card: CardRecord, course: CardCourse, today: date) -> tuple[CardStatement, ...]:
    stated = {each.ref for each in card.stated}
    found = []
    for fact, statement in zip(line.statements, known_statements(card, course), strict=True):
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
