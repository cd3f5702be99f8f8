"""What repayments do to a loan: which instalments they settle, what is still owed, and when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.schedules import (
    RateChange,
    ScheduleRow,
    due_dates,
    interest_on,
    period_rate,
    rate_on,
    schedule,
)
from planner.core.terms import LoanTerms, RepaymentMethod


@dataclass(frozen=True, slots=True)
class Repayment:
    """Money paid to a loan: fen, on a day. `id` is the row it came from."""

    id: int
    paid_on: date
    amount_fen: int


class DueState(StrEnum):
    """How an instalment stands on a day."""

    SETTLED = "settled"
    SETTLED_LATE = "settled_late"
    PARTLY_PAID = "partly_paid"
    UPCOMING = "upcoming"
    DUE_TODAY = "due_today"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One row of the schedule with what was paid towards it."""

    row: ScheduleRow
    paid_fen: int
    first_paid_on: date | None
    settled_on: date | None

    @property
    def open_fen(self) -> int:
        return self.row.payment_fen - self.paid_fen

    @property
    def open_principal_fen(self) -> int:
        """The principal not yet paid: interest and fee are paid first."""
        return min(self.row.principal_fen, self.open_fen)

    def state(self, today: date) -> DueState:
        """How the instalment stands at the end of `today`; late begins the day after the due date."""
        if self.settled_on is not None:
            return DueState.SETTLED_LATE if self.settled_on > self.row.due_on else DueState.SETTLED
        if self.row.due_on < today:
            return DueState.LATE
        if self.row.due_on == today:
            return DueState.DUE_TODAY
        return DueState.PARTLY_PAID if self.paid_fen else DueState.UPCOMING


@dataclass(frozen=True, slots=True)
class Allocation:
    """What one repayment paid; `surplus_fen` is more than was owed (never stored: the action refuses it)."""

    repayment: Repayment
    interest_fen: int
    fee_fen: int
    principal_fen: int
    surplus_fen: int


@dataclass(frozen=True, slots=True)
class LoanCourse:
    """A loan as it really went, from its terms and repayments.

    `balances` are (day, outstanding principal from that day on), the drawdown first. `settled_on` is the day
    the last fen was paid. `open_fen` is what the schedule still asks for, interest to come included.
    """

    instalments: tuple[Instalment, ...]
    allocations: tuple[Allocation, ...]
    balances: tuple[tuple[date, int], ...]
    settled_on: date | None

    @property
    def open_fen(self) -> int:
        return sum(instalment.open_fen for instalment in self.instalments)

    def outstanding_fen(self, on: date) -> int:
        """The principal owed at the end of a day; nothing before the drawdown."""
        owed = 0
        for day, balance in self.balances:
            if day > on:
                break
            owed = balance
        return owed

    def next_open(self) -> Instalment | None:
        """The first instalment that is not settled."""
        return next((each for each in self.instalments if each.settled_on is None), None)


def course(
    terms: LoanTerms, repayments: Sequence[Repayment] = (), rate_changes: Sequence[RateChange] = ()
) -> LoanCourse:
    """The loan's course. Repayments settle the instalments in order of their due dates, in each its interest,
    then its fee, then its principal; what is paid ahead goes to the next instalment as scheduled.
    REVOLVING: a repayment pays the interest accrued to its day, then principal.
    """
    in_order = sorted(repayments, key=lambda each: (each.paid_on, each.id))
    if terms.method is RepaymentMethod.REVOLVING:
        return _revolving(terms, in_order, rate_changes)
    open_rows = [_OpenRow(row) for row in schedule(terms, rate_changes)]
    allocations: list[Allocation] = []
    balances = [(terms.drawn_on, terms.principal_fen)]
    at = 0
    for repayment in in_order:
        left = repayment.amount_fen
        interest = fee = principal = 0
        while left and at < len(open_rows):
            parts = open_rows[at].pay(left, repayment.paid_on)
            interest, fee, principal = interest + parts[0], fee + parts[1], principal + parts[2]
            left -= sum(parts)
            at += open_rows[at].settled_on is not None
        allocations.append(Allocation(repayment, interest, fee, principal, left))
        balances.append((repayment.paid_on, balances[-1][1] - principal))
    instalments = tuple(row.closed() for row in open_rows)
    return LoanCourse(instalments, tuple(allocations), tuple(balances), _settled_on(instalments))


class _OpenRow:
    """An instalment while repayments are being applied to it."""

    def __init__(self, row: ScheduleRow) -> None:
        self.row = row
        self.open = [row.interest_fen, row.fee_fen, row.principal_fen]
        self.first_paid_on: date | None = None
        # an instalment of nothing (an interest-only row of a loan without interest) is settled when it falls due
        self.settled_on: date | None = row.due_on if row.payment_fen == 0 else None

    def pay(self, most_fen: int, paid_on: date) -> tuple[int, int, int]:
        """Takes up to `most_fen`; returns what went to interest, fee and principal."""
        if self.settled_on is not None:
            return (0, 0, 0)
        paid = []
        for part, open_fen in enumerate(self.open):
            now = min(open_fen, most_fen)
            self.open[part] -= now
            most_fen -= now
            paid.append(now)
        self.first_paid_on = self.first_paid_on or paid_on
        if not any(self.open):
            self.settled_on = paid_on
        return (paid[0], paid[1], paid[2])

    def closed(self) -> Instalment:
        return Instalment(self.row, self.row.payment_fen - sum(self.open), self.first_paid_on, self.settled_on)


def _settled_on(instalments: Sequence[Instalment]) -> date | None:
    days = [instalment.settled_on for instalment in instalments]
    return None if None in days else max(day for day in days if day is not None)


def _revolving(terms: LoanTerms, repayments: Sequence[Repayment], rate_changes: Sequence[RateChange]) -> LoanCourse:
    """Interest by balance slices; the one row left is the balance with its interest to the end of the term."""
    end = due_dates(terms)[0]
    balance, unpaid_interest, slice_start = terms.principal_fen, 0, terms.drawn_on
    allocations: list[Allocation] = []
    balances = [(terms.drawn_on, balance)]
    settled: list[Instalment] = []
    for repayment in repayments:
        unpaid_interest += _slice_interest(terms, rate_changes, balance, slice_start, repayment.paid_on)
        slice_start = max(repayment.paid_on, slice_start)
        interest = min(unpaid_interest, repayment.amount_fen)
        principal = min(balance, repayment.amount_fen - interest)
        unpaid_interest -= interest
        balance -= principal
        surplus = repayment.amount_fen - interest - principal
        allocations.append(Allocation(repayment, interest, 0, principal, surplus))
        balances.append((repayment.paid_on, balance))
        paid = interest + principal
        number = len(settled) + 1
        due_on = min(repayment.paid_on, end)
        days = (due_on - terms.drawn_on).days
        row = ScheduleRow(number, terms.drawn_on, due_on, days, principal, interest, 0, balance)
        settled.append(Instalment(row, paid, repayment.paid_on, repayment.paid_on))
    if balance or unpaid_interest:
        interest = unpaid_interest + _slice_interest(terms, rate_changes, balance, slice_start, end)
        start = min(slice_start, end)
        last = ScheduleRow(len(settled) + 1, start, end, (end - start).days, balance, interest, 0, 0)
        settled.append(Instalment(last, 0, None, None))
    instalments = tuple(settled)
    return LoanCourse(instalments, tuple(allocations), tuple(balances), _settled_on(instalments))


def _slice_interest(terms: LoanTerms, rate_changes: Sequence[RateChange], balance: int, start: date, end: date) -> int:
    if end <= start:
        return 0
    return interest_on(balance, period_rate(terms, rate_on(terms, rate_changes, start), start, end))
