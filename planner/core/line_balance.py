"""What is owed on a revolving line: the open rest of its latest statement, and what was bought since.

A line whose contract's terms are known (`LineFact.card`) was reckoned day by day; its days are only looked up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months
from planner.core.card_statements import CardDays
from planner.core.facts import ChargeFact, LineFact, StatementFact


@dataclass(frozen=True, slots=True)
class LineBalance:
    """Fen owed on a line at the end of a day, its loans not counted: billed and still open, not billed yet, and the
    principal of instalments still to be billed.

    None is below zero: a credit shows as nothing owed, and pays what is bought next.
    """

    statement: StatementFact | None
    billed_fen: int
    unbilled_fen: int
    instalments_fen: int = 0

    @property
    def total_fen(self) -> int:
        return self.billed_fen + self.unbilled_fen + self.instalments_fen


def line_balance(line: LineFact, on: date) -> LineBalance | None:
    """The balance at the end of a day; None where neither a statement nor a purchase is on record by then.

    Purchases after the statement's day are not billed; payments since then pay the statement first. A refund since
    then takes off the purchases since; what is beyond them was billed, and takes off the statement.
    Without any statement the purchases, refunds and payments on record run from nothing (`bought_balances`).
    """
    statement = next((each for each in reversed(line.statements) if each.on <= on), None)
    if line.card is not None:
        return _on_card(line.card, statement, on)
    if statement is None:
        return bought_balances(line, (on,))[0]
    since = statement.on
    unbilled, _ = _bought_since(line, since, on)
    left = statement.balance_fen - sum(fen for _, fen in paid_since(line, since, on, on))
    # a credit on the statement, or more paid than it asked, pays the purchases since
    return LineBalance(statement, max(left, 0), max(unbilled + min(left, 0), 0))


def _on_card(card: CardDays, statement: StatementFact | None, on: date) -> LineBalance | None:
    moment = card.moment(on)
    if moment is None:
        return None
    balance = moment.balance
    to_come = max(balance.instalments_left_fen - balance.credit_fen, 0)  # a credit pays them when they are billed
    return LineBalance(statement, balance.billed_fen, balance.unbilled_fen, to_come)


def left_of(line: LineFact, statement: StatementFact, on: date) -> int:
    """What of a statement is still to pay at the end of a day (fen, never below zero), before a later one takes it
    up."""
    return max(statement.balance_fen - sum(fen for _, fen in paid_since(line, statement.on, on, on)), 0)


def paid_since(line: LineFact, since: date, on: date, next_on: date) -> list[tuple[date, int]]:
    """(day, fen) of what paid a statement of the day `since` by the end of the day `on`, in order of day: payments,
    and refunds beyond the purchases since. From its day `next_on` the next statement takes up the refunds. On a card
    refunds pay what is billed first."""
    if line.card is not None:
        return [each for each in line.card.received if since < each[0] <= on]
    paid = [(each.on, each.amount_fen) for each in line.payments if since < each.on <= on]
    return sorted(paid + _bought_since(line, since, min(on, next_on))[1])


def _bought_since(line: LineFact, since: date, on: date) -> tuple[int, list[tuple[date, int]]]:
    """What purchases less refunds come to, day by day and never below zero, and what refunds took beyond that."""
    first, end = (bisect_right(line.charges, day, key=_day_of) for day in (since, on))
    moves: defaultdict[date, int] = defaultdict(int)
    for each in line.charges[first:end]:
        moves[each.on] += each.amount_fen
    unbilled, beyond = 0, []
    for day, fen in moves.items():
        unbilled += fen
        if unbilled < 0:
            beyond.append((day, -unbilled))
            unbilled = 0
    return unbilled, beyond


def _day_of(charge: ChargeFact) -> date:
    return charge.on


def bought_balances(line: LineFact, days: Sequence[date]) -> list[LineBalance | None]:
    """The balances of purchases, refunds and payments alone at the ends of days (in order), in one pass.

    A refund of a purchase on record may leave a credit for what is bought next. A payment, and a refund, for what is
    not on record take the balance no lower than zero. Those of a card are what was reckoned.
    """
    if line.card is not None:
        return [line_balance(line, day) for day in days]
    moves: defaultdict[date, int] = defaultdict(int)
    stops: defaultdict[date, int] = defaultdict(int)
    for each in line.charges:
        (stops if each.stray else moves)[each.on] += each.amount_fen
    first = min(moves, default=date.max)
    for payment in line.payments:
        stops[payment.on] -= payment.amount_fen
    ordered, at, balance = sorted({*moves, *stops}), 0, 0
    found: list[LineBalance | None] = []
    for day in days:
        while at < len(ordered) and ordered[at] <= day:
            balance += moves.get(ordered[at], 0)
            balance = max(balance + stops.get(ordered[at], 0), min(balance, 0))
            at += 1
        found.append(LineBalance(None, 0, max(balance, 0)) if first <= day else None)
    return found


def next_bill_due(line_due_day: int | None, on: date) -> date:
    """When purchases not billed yet are expected to fall due: the due day of the next month (a month from the day
    where the line states none)."""
    return add_months(on, 1, line_due_day)
