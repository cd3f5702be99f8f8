"""The course of all debt: what was owed at each month's end, and what is owed if every due is paid on its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months, month_end
from planner.core.facts import RowKind, RowLabel, RowRef
from planner.core.line_balance import line_balance, next_bill_due
from planner.reports.card_courses import bills_to_come
from planner.reports.courses import LoanRecord
from planner.reports.lines import LineRecord, owed_on_line
from planner.reports.loans import planned_balances
from planner.reports.records import Records, records_of
from planner.store.reader import Reader

MONTHS_BACK = 12
MOST_MONTHS_AHEAD = 60


@dataclass(frozen=True, slots=True)
class DebtCourse:
    """`past` and `planned` are (day, fen owed) points; the last of the past is the first planned, today.

    `clear_on` is the day the last planned due is paid; None without debt.
    """

    today: date
    past: tuple[tuple[date, int], ...]
    planned: tuple[tuple[date, int], ...]
    clear_on: date | None
    month_ago_fen: int | None

    @property
    def owed_fen(self) -> int:
        return self.past[-1][1]


def debt_course(reader: Reader, *, today: date, records: Records | None = None) -> DebtCourse:
    """Principal of all loans and what is owed on all lines, by month ends, twelve months back and until it is
    paid (at most five years ahead). `records` are those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    loans, lines = records.loans, records.lines
    opened = [loan.terms.drawn_on for loan in loans] + [line.fact.opened_on for line in lines]
    first = min(opened, default=today)
    days = [month_end(add_months(today, -back, 1)) for back in range(MONTHS_BACK, 0, -1)]
    past = [(day, _owed(loans, lines, day)) for day in days if day >= first]
    past.append((today, _owed(loans, lines, today)))
    plans = [planned_balances(loan, today) for loan in loans]
    bills = [bill for line in lines for bill in _bills(line, today)]
    ends = [plan[-1][0] for plan in plans if plan[0][1]]
    ends += [due_on for due_on, _ in bills]
    clear_on = max(ends, default=None)
    planned = [past[-1]]
    for ahead in range(MOST_MONTHS_AHEAD):
        if clear_on is None or planned[-1][1] == 0:
            break
        day = month_end(add_months(today, ahead, 1))
        if day > today:
            owed = sum(_at(plan, day) for plan in plans)
            owed += sum(open_fen for due_on, open_fen in bills if due_on > day)
            planned.append((day, owed))
    month_ago = add_months(today, -1)
    ago = _owed(loans, lines, month_ago) if month_ago >= first else None
    return DebtCourse(today, tuple(past), tuple(planned), clear_on, ago)


def debt_of_day(reader: Reader, *, on: date, today: date) -> tuple[RowLabel, ...]:
    """What is owed on each loan and line on a day (fen): on record up to `today`, later if every due is paid on its
    day. The rows sum to the point of `debt_course`."""
    records = records_of(reader, today=today)
    owed = []
    for loan in records.loans:
        fen = loan.course.outstanding_fen(on) if on <= today else _at(planned_balances(loan, today), on)
        owed.append((RowRef(RowKind.LOAN, loan.id), loan.name, loan.terms.drawn_on, fen))
    for line in records.lines:
        later = sum(open_fen for due_on, open_fen in _bills(line, today) if due_on > on)
        fen = owed_on_line(line.fact, on) if on <= today else later
        owed.append((line.fact.ref, line.fact.name, line.fact.opened_on, fen))
    return tuple(RowLabel(ref, name, since, fen) for ref, name, since, fen in owed if fen)


def _owed(loans: tuple[LoanRecord, ...], lines: tuple[LineRecord, ...], day: date) -> int:
    owed = sum(loan.course.outstanding_fen(day) for loan in loans)
    return owed + sum(owed_on_line(line.fact, day) for line in lines)


def _bills(line: LineRecord, today: date) -> list[tuple[date, int]]:
    """(day, fen) of what is owed on a line: the open statement, and what is not billed yet when it will be due."""
    balance = line_balance(line.fact, today)
    if balance is None:
        return []
    found = []
    if balance.statement is not None and balance.billed_fen:
        found.append((max(balance.statement.due_on, today), balance.billed_fen))
    if line.card is not None:
        found += bills_to_come(line.card, line.fact, today)
    elif balance.unbilled_fen:
        found.append((next_bill_due(line.due_day, today), balance.unbilled_fen))
    return found


def _at(plan: tuple[tuple[date, int], ...], day: date) -> int:
    return next(balance for on, balance in reversed(plan) if on <= day)
