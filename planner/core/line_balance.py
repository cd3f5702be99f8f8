"""What is owed on a revolving line: the open rest of its latest statement, and what was bought since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months
from planner.core.facts import LineFact, StatementFact


@dataclass(frozen=True, slots=True)
class LineBalance:
    """Fen owed on a line at the end of a day, its loans not counted: billed and still open, and not billed yet."""

    statement: StatementFact | None
    billed_fen: int
    unbilled_fen: int

    @property
    def total_fen(self) -> int:
        return self.billed_fen + self.unbilled_fen


def line_balance(line: LineFact, on: date) -> LineBalance | None:
    """The balance at the end of a day; None where neither a statement nor a purchase is on record by then.

    Purchases after the statement's day are not billed; payments since then pay the statement first. Without any
    statement the purchases and payments on record run from nothing, and a payment for what is not on record takes
    the balance no lower than zero.
    """
    statement = next((each for each in reversed(line.statements) if each.on <= on), None)
    if statement is None:
        return bought_balances(line, (on,))[0]
    since = statement.on
    paid = sum(each.amount_fen for each in line.payments if since < each.on <= on)
    left = statement.balance_fen - paid
    unbilled = sum(each.amount_fen for each in line.charges if since < each.on <= on)
    billed = max(left, 0)
    # a credit on the statement, or more paid than it asked, pays the purchases since
    return LineBalance(statement, billed, max(unbilled + min(left, 0), 0) if billed == 0 else max(unbilled, 0))


def bought_balances(line: LineFact, days: Sequence[date]) -> list[LineBalance | None]:
    """The balances of purchases and payments alone at the ends of days (in order), in one pass; see `line_balance`."""
    moves: defaultdict[date, int] = defaultdict(int)
    for bought in line.charges:
        moves[bought.on] += bought.amount_fen
    first = min(moves, default=date.max)
    for payment in line.payments:
        moves[payment.on] -= payment.amount_fen
    ordered, at, balance = sorted(moves), 0, 0
    found: list[LineBalance | None] = []
    for day in days:
        while at < len(ordered) and ordered[at] <= day:
            balance = max(balance + moves[ordered[at]], 0)
            at += 1
        found.append(LineBalance(None, 0, balance) if first <= day else None)
    return found


def next_bill_due(line_due_day: int | None, on: date) -> date:
    """When purchases not billed yet are expected to fall due: the due day of the next month (a month from the day
    where the line states none)."""
    return add_months(on, 1, line_due_day)
