"""What is owed on a revolving line: the open rest of its latest statement, and what was bought since."""

from __future__ import annotations

from collections import defaultdict
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
    since = date.min if statement is None else statement.on
    moves = [each for each in line.charges if since < each.on <= on]
    if statement is None:
        if not moves:
            return None
        days: defaultdict[date, int] = defaultdict(int)
        for bought in moves:
            days[bought.on] += bought.amount_fen
        for payment in line.payments:
            if payment.on <= on:
                days[payment.on] -= payment.amount_fen
        balance = 0
        for day in sorted(days):
            balance = max(balance + days[day], 0)
        return LineBalance(None, 0, balance)
    paid = sum(each.amount_fen for each in line.payments if since < each.on <= on)
    left = statement.balance_fen - paid
    unbilled = sum(each.amount_fen for each in moves)
    billed = max(left, 0)
    # a credit on the statement, or more paid than it asked, pays the purchases since
    return LineBalance(statement, billed, max(unbilled + min(left, 0), 0) if billed == 0 else max(unbilled, 0))


def next_bill_due(line_due_day: int | None, on: date) -> date:
    """When purchases not billed yet are expected to fall due: the due day of the next month (a month from the day
    where the line states none)."""
    return add_months(on, 1, line_due_day)
