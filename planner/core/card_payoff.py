"""What becomes of a card's debt if only the minimum is paid each month, a fixed sum, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.card_entries import CardEntry, StatedStatement
from planner.core.card_statements import Statement
from planner.core.card_terms import CardTerms, Part
from planner.core.cards import CardRun
from planner.core.credit_limits import NO_LIMIT_KNOWN, CardLimits
from planner.core.terms import LATEST

WHOLE_BALANCE: int | None = None
ONLY_MINIMUM: int | None = 0
MOST_MONTHS = 1200
FOUR_YEARS = 48


@dataclass(frozen=True, slots=True)
class PayoffRow:
    """One statement and what is paid to it on its due day, fen. `left_fen` is what of it stays unpaid."""

    statement: Statement
    paid_on: date
    paid_fen: int
    left_fen: int


@dataclass(frozen=True, slots=True)
class CardPayoff:
    """How it ends. `payments` counts those until the debt is paid; `last_on` is the day of the last of them.

    `paid_fen` and `cost_fen` (interest, penalties and fees) include `trailing_fen`: the interest between the last
    statement and its payment, which comes on the statement after and is paid then. `ends` False: the debt never ends
    this way, and the other values are those of the months looked at.
    """

    ends: bool
    payments: int
    last_on: date | None
    paid_fen: int
    interest_fen: int
    cost_fen: int
    trailing_fen: int
    rows: tuple[PayoffRow, ...]


def card_payoff(
    terms: CardTerms,
    entries: Sequence[CardEntry],
    on: date,
    at_least_fen: int | None,
    *,
    limits: CardLimits = NO_LIMIT_KNOWN,
    stated: Sequence[StatedStatement] = (),
) -> CardPayoff:
    """From the end of a day: nothing more is bought, and on each due day the larger of the minimum and `at_least_fen`
    is paid, never more than the statement (None: all of it). What was paid since the open statement counts.

    It never ends where four years of such payments leave the statement no smaller: then no later years do either.
    """
    known = [each for each in entries if each.posted_on <= on]
    run = CardRun(terms, known, limits, [each for each in stated if each.on <= on])
    run.advance(on)
    rows: list[PayoffRow] = []
    number = len(run.statements) - 1
    if number < 0 or run.statements[number].paid_in_full is not None:
        number += 1
    while len(rows) < MOST_MONTHS:
        if number == len(run.statements):
            next_on = run.next_statement_on
            if next_on is None or next_on >= LATEST:
                return _told(rows, on, ends=next_on is None)
            run.advance(next_on)
        rows.append(_pay(run, number, on, at_least_fen))
        left = run.lots.owed_fen() + run.instalments_left_fen
        if left <= 0 and rows[-1].statement.balance_fen <= 0:
            return _told(rows[:-1], on, ends=True)
        if _no_smaller(rows):
            break
        number += 1
    return _told(rows, on, ends=False)


def _pay(run: CardRun, number: int, on: date, at_least_fen: int | None) -> PayoffRow:
    """Pays a statement on its due day, and lets that day pass."""
    statement = run.statements[number]
    open_fen = max(sum(run.lots.sums(number).values()), 0)
    asked = statement.balance_fen if at_least_fen is None else max(statement.minimum_fen, at_least_fen)
    pay = max(min(asked - statement.received_fen, open_fen), 0)
    due_on = max(statement.due_on, date.fromordinal(on.toordinal() + 1))
    if pay:
        run.add_payment(pay, due_on)
    run.advance(due_on)
    return PayoffRow(statement, due_on, pay, open_fen - pay)


def _no_smaller(rows: Sequence[PayoffRow]) -> bool:
    """Whether four years (of all lengths a year has) left the statement as large, with no instalment billed in them."""
    if len(rows) <= FOUR_YEARS:
        return False
    billed = any(row.statement.instalments_fen for row in rows[-FOUR_YEARS:])
    before, now = rows[-1 - FOUR_YEARS].statement.balance_fen, rows[-1].statement.balance_fen
    return not billed and now >= before > 0


def _told(rows: Sequence[PayoffRow], on: date, *, ends: bool) -> CardPayoff:
    paid = [row for row in rows if row.paid_fen]
    trailing = 0
    while ends and len(paid) > 1 and paid[-2].left_fen == 0 and _only_interest(paid[-1].statement):
        trailing += paid.pop().paid_fen
    new = [row.statement for row in rows if row.statement.on > on]
    return CardPayoff(
        ends=ends,
        payments=len(paid),
        last_on=paid[-1].paid_on if paid else None,
        paid_fen=sum(row.paid_fen for row in rows),
        interest_fen=sum(each.interest_fen + each.penalty_fen for each in new),
        cost_fen=sum(each.cost_fen for each in new),
        trailing_fen=trailing,
        rows=tuple(rows),
    )


def _only_interest(statement: Statement) -> bool:
    return [part for part, _ in statement.parts] == [Part.INTEREST]
