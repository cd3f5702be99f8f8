"""What was paid late: every bill of loans and lines, and every overdue on record, seen from one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from planner.core.calendar import add_months
from planner.core.facts import CreditFacts, DueFact, LineFact, RowRef, StatementFact
from planner.core.line_balance import paid_since


@dataclass(frozen=True, slots=True)
class Bill:
    """Something that fell due on or before the day looked from. `days_late` is 0 when it was paid in time.

    `late_until` is the day it was settled, or the day looked from while it is open. `cycle_end` is when the next
    bill comes; `untouched` says that the cycle passed with nothing paid at all.
    """

    ref: RowRef
    account: RowRef | None
    due_on: date
    open: bool
    days_late: int
    late_until: date
    untouched: bool
    cycle_end: date
    cycles: int = 1
    """How many due dates were missed: 1 for a bill of the book, whole 30 days (at most 3) for a reported one."""


def bills(facts: CreditFacts, on: date) -> tuple[Bill, ...]:
    """All bills due on or before `on`, each lateness once: a reported overdue of a bill adds to that bill."""
    found = {(bill.account, bill.due_on): bill for bill in _from_accounts(facts, on)}
    for bill in _from_reports(facts, on):
        same = found.get((bill.account, bill.due_on)) if bill.account is not None else None
        if same is None:
            found[bill.account or bill.ref, bill.due_on] = bill
        elif bill.days_late > same.days_late:
            found[bill.account or bill.ref, bill.due_on] = _both(same, bill)
    return tuple(sorted(found.values(), key=lambda bill: (bill.due_on, bill.ref.kind, bill.ref.id)))


def _both(own: Bill, reported: Bill) -> Bill:
    """A bill of the book with the worse lateness that is reported of it; the book still says whether it was paid."""
    return replace(
        reported,
        open=own.open or reported.open,
        late_until=max(own.late_until, reported.late_until),
        untouched=own.untouched,
        cycle_end=own.cycle_end,
    )


def _from_accounts(facts: CreditFacts, on: date) -> Iterator[Bill]:
    for loan in facts.loans:
        for due in loan.dues:
            if due.due_on <= on and due.amount_fen > 0:
                yield _loan_bill(due, loan.ref, on)
    for line in facts.lines:
        for number, statement in enumerate(line.statements):
            if statement.on <= on:
                # a statement yet to come must not move the end of this cycle
                following = next((each for each in line.statements[number + 1 :] if each.on <= on), None)
                bill = _line_bill(line, statement, following, on)
                if bill is not None:
                    yield bill


def _loan_bill(due: DueFact, account: RowRef, on: date) -> Bill:
    settled_on = due.settled_on if due.settled_on is not None and due.settled_on <= on else None
    until = settled_on or on
    cycle_end = add_months(due.due_on, 1)
    untouched = cycle_end <= on and (due.first_paid_on is None or due.first_paid_on >= cycle_end)
    return Bill(
        due.ref, account, due.due_on, settled_on is None, max((until - due.due_on).days, 0), until, untouched, cycle_end
    )


def _line_bill(line: LineFact, statement: StatementFact, following: StatementFact | None, on: date) -> Bill | None:
    """The bill of one statement; None when nothing was asked or the due day is still to come.

    It is settled on the day the payments since the statement, and what refunds took off it, reach its minimum (its
    balance when the minimum is not known).
    """
    asked = statement.balance_fen if statement.minimum_fen is None else statement.minimum_fen
    cycle_end = following.on if following is not None else add_months(statement.on, 1)
    paid, settled_on = 0, None
    moves = paid_since(line, statement.on, on, on if following is None else following.on)
    for day, fen in moves:
        paid += fen
        if paid >= asked:
            settled_on = day
            break
    in_cycle = any(day <= min(cycle_end, on) for day, _ in moves)
    untouched = statement.balance_fen > 0 and cycle_end <= on and not in_cycle
    if asked <= 0 or statement.due_on > on:
        if not untouched:
            return None
        settled_on = statement.due_on
    if settled_on is None and following is not None and following.on <= on and following.balance_fen <= 0:
        # nothing is owed on the next statement: it was paid, though nobody entered when
        settled_on = following.on
    until = settled_on or on
    days_late = max((until - statement.due_on).days, 0)
    return Bill(statement.ref, line.ref, statement.due_on, settled_on is None, days_late, until, untouched, cycle_end)


def _from_reports(facts: CreditFacts, on: date) -> Iterator[Bill]:
    for overdue in facts.overdues:
        if overdue.due_on > on:
            continue
        cleared_on = overdue.cleared_on if overdue.cleared_on is not None and overdue.cleared_on <= on else None
        # while it is open, it is as late as the day looked from says: a report of later knows more than that day
        days = overdue.days if cleared_on is not None else (on - overdue.due_on).days
        yield Bill(
            overdue.ref, overdue.account, overdue.due_on, cleared_on is None, days, cleared_on or on, untouched=False,
            cycle_end=add_months(overdue.due_on, 1), cycles=min(max(days // 30, 1), 3),
        )  # fmt: skip
