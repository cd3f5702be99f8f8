"""Where the figures of the overview come from: the rows of each and what each row counts for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from planner.core.calendar import add_months
from planner.core.debt_service import debt_service, profile_on
from planner.core.facts import CreditFacts, RowKind, RowLabel, RowRef
from planner.core.repayments import DueState
from planner.reports.dues import Asked, asked
from planner.reports.lines import owed_on_line
from planner.reports.loans import AccountRow, accounts
from planner.reports.records import Records, records_of
from planner.reports.rows import row_labels
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class MonthRow:
    """An instalment or statement that falls due in the month; `label.amount_fen` is asked, `paid_fen` of it paid."""

    label: RowLabel
    paid_fen: int


@dataclass(frozen=True, slots=True)
class ThisMonth:
    """What falls due in the calendar month (fen): instalments of loans and statements; paid and still to pay.

    `overdue_fen` fell due in the month or earlier, before today, and is still open.
    """

    due_fen: int
    paid_fen: int
    overdue_fen: int

    @property
    def open_fen(self) -> int:
        return self.due_fen - self.paid_fen


@dataclass(frozen=True, slots=True)
class ServiceFigure:
    """The monthly debt service (W10) in fen: `rows` carry what each counts for, `income_fen` what it is compared
    with."""

    rows: tuple[RowLabel, ...]
    instalments_fen: int
    revolving_fen: int
    bullet_left_out_fen: int
    income: RowLabel | None

    @property
    def total_fen(self) -> int:
        return self.instalments_fen + self.revolving_fen


@dataclass(frozen=True, slots=True)
class CostRow:
    """An open loan: the principal still owed (`label.amount_fen`) and its nominal yearly cost."""

    label: RowLabel
    nominal: Decimal


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows behind the four figures and the cash."""

    month: tuple[MonthRow, ...]
    debt: tuple[RowLabel, ...]
    service: ServiceFigure
    cost: tuple[CostRow, ...]
    cash: tuple[RowLabel, ...]


def figures(reader: Reader, *, today: date, records: Records | None = None) -> Figures:
    """The rows as of a day; the sums are those of the report `overview`. `records` are those of the day, where the
    caller has them."""
    records = records or records_of(reader, today=today)
    return Figures(
        month=month_rows(records),
        debt=_debt(records),
        service=_service(reader, records.facts, today),
        cost=tuple(
            CostRow(_loan_label(row, today), row.cost.nominal)
            for row in open_loans(accounts(reader, today=today, records=records).rows)
            if row.cost is not None
        ),
        cash=_cash(reader, records.facts),
    )


def month_rows(records: Records, month: date | None = None) -> tuple[MonthRow, ...]:
    """Everything that falls due in the calendar month of the day, or of `month`, paid or not, in order of its day;
    what the lender asks no more is left out."""
    first = (month or records.today).replace(day=1)
    rows = asked(records, since=first, until=add_months(first, 1))
    return tuple(
        MonthRow(RowLabel(each.ref, each.name, each.due_on, each.asked_fen), each.paid_fen)
        for each in rows
        if each.asked_fen
    )


def month_sums(rows: Iterable[Asked], *, month: date) -> ThisMonth:
    """The sums of the calendar month of `month`; `rows` are all that fell due in it or before."""
    first = month.replace(day=1)
    due = paid = late = 0
    for each in rows:
        if each.due_on >= add_months(first, 1):
            continue
        if each.due_on >= first:
            due += each.asked_fen
            paid += each.paid_fen
        if each.state is DueState.LATE:
            late += each.open_fen
    return ThisMonth(due, paid, late)


def open_loans(rows: tuple[AccountRow, ...]) -> tuple[AccountRow, ...]:
    """The loans whose cost counts in the average: known, and something of the principal still owed."""
    return tuple(row for row in rows if row.cost is not None and row.outstanding_fen and not row.settled)


def _debt(records: Records) -> tuple[RowLabel, ...]:
    """What is owed on each loan, and on each line beside its loans."""
    today = records.today
    lines = [
        RowLabel(line.fact.ref, line.fact.name, line.fact.opened_on, owed)
        for line in records.lines
        if (owed := owed_on_line(line.fact, today))
    ]
    loans = [
        RowLabel(RowRef(RowKind.LOAN, loan.id), loan.name, loan.terms.drawn_on, owed)
        for loan in records.loans
        if (owed := loan.course.outstanding_fen(today))
    ]
    return (*lines, *loans)


def _service(reader: Reader, facts: CreditFacts, today: date) -> ServiceFigure:
    service = debt_service(facts, today)
    wanted = {ref for ref in service.rows if ref.kind is RowKind.DUE}
    rows = [
        RowLabel(due.ref, loan.name, due.due_on, due.amount_fen - due.bullet_fen)
        for loan in facts.loans
        for due in loan.dues
        if due.ref in wanted
    ]
    rows.sort(key=lambda row: (row.on, row.ref.id))
    for line in facts.lines:
        tenth = debt_service(replace(facts, loans=(), lines=(line,)), today).revolving_fen
        if tenth:
            rows.append(RowLabel(line.ref, line.name, line.opened_on, tenth))
    profile = profile_on(facts, today)
    income = None if profile is None else row_labels(reader, [profile.ref]).get(profile.ref)
    return ServiceFigure(
        tuple(rows), service.instalments_fen, service.revolving_fen, service.bullet_left_out_fen, income
    )


def _loan_label(row: AccountRow, today: date) -> RowLabel:
    return RowLabel(row.account, row.name, today, row.outstanding_fen)


def _cash(reader: Reader, facts: CreditFacts) -> tuple[RowLabel, ...]:
    latest = {each.account_id: each.ref for each in facts.cash}
    return tuple(row_labels(reader, latest.values()).values())
