"""How a card stands on a day, whole: its cycle, its statements part by part, its instalments, and three ways to pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.card_entries import CardEntry, InstalmentTerms
from planner.core.card_statements import CardBalance, Statement
from planner.core.card_terms import CardTerms
from planner.core.cycles import (
    due_date,
    interest_free_days,
    next_statement_day,
    previous_statement_day,
    statement_of_purchase,
)
from planner.core.facts import RowRef
from planner.core.repayments import DueState

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


def revolving_since(statements: Sequence[Statement]) -> date | None:
    """The day after the due day of the first of the statements, up to the latest that is over, that were not paid in
    full one after the other."""
    since = None
    for each in reversed(statements):
        if each.paid_in_full is True:
            break
        if each.paid_in_full is False:
            since = each.due_on + _ONE_DAY
    return since
