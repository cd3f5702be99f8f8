"""What repayments do to a loan: which instalments they settle, what is still owed, and when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from planner.core.events import Event, Prepayment, PrepayMode, RateChange
from planner.core.interest import period_rate
from planner.core.schedules import InterestSlice, ScheduleRow, rate_on, rounded, schedule
from planner.core.terms import LoanTerms, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays


@dataclass(frozen=True, slots=True)
class Repayment:
    """Money paid to a loan: fen, on a day. `id` is the row it came from. `penalty_fen` of it was a penalty, beside
    what the schedule asks. `prepays`: principal paid back beside the instalments, and what that does to the rest."""

    id: int
    paid_on: date
    amount_fen: int
    penalty_fen: int = 0
    prepays: PrepayMode | None = None


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
    """One row of the schedule with what was paid towards it; `waived_fen` the lender asks no more."""

    row: ScheduleRow
    paid_fen: int
    first_paid_on: date | None
    settled_on: date | None
    waived_fen: int = 0

    @property
    def open_fen(self) -> int:
        return self.row.payment_fen - self.paid_fen - self.waived_fen

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

    @property
    def cost_fen(self) -> int:
        """What of it was no principal: interest, fee and penalty."""
        return self.interest_fen + self.fee_fen + self.repayment.penalty_fen


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What of one repayment (by its id) went to one instalment; fen. `number` 0: principal beside the instalments."""

    repayment_id: int
    number: int
    interest_fen: int
    fee_fen: int
    principal_fen: int


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

    @property
    def waived_fen(self) -> int:
        """What the lender asks no more."""
        return sum(instalment.waived_fen for instalment in self.instalments)

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
    terms: LoanTerms,
    repayments: Sequence[Repayment] = (),
    events: Sequence[Event] = (),
    closed_on: date | None = None,
    workdays: Workdays = WEEKENDS_ONLY,
    *,
    agreed: Sequence[ScheduleRow] | None = None,
) -> LoanCourse:
    """The loan's course; `agreed` is its schedule without prepayments, where the caller has it. Repayments settle the
    instalments in order of their due dates, in each its interest, then its fee, then its principal; what is paid ahead
    goes to the next one, but for repayments that say what they do to the plan (`prepays`): those pay principal beside
    the instalments.
    REVOLVING: a repayment pays the interest accrued to its day, then principal.
    From `closed_on` the lender asks no more: what was paid on that day beyond the instalments due by then pays the
    whole principal left, and only its rest is interest and fee (early payoff); what is still open then is waived.
    """
    in_order = sorted(repayments, key=lambda each: (each.paid_on, each.id))
    if terms.method is RepaymentMethod.REVOLVING:
        return _waived(revolving(terms, in_order, events, closed_on=closed_on), closed_on)
    ahead = prepayments(in_order)
    plan = agreed if agreed is not None and not ahead else schedule(terms, (*events, *ahead), workdays)
    rows, allocations, balances = _applied(plan, in_order, terms, closed_on, [])
    instalments = tuple(row.closed() for row in rows)
    return _waived(LoanCourse(instalments, tuple(allocations), tuple(balances), _settled_on(instalments)), closed_on)


def paid_parts(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    events: Sequence[Event] = (),
    closed_on: date | None = None,
    workdays: Workdays = WEEKENDS_ONLY,
) -> tuple[PaidPart, ...]:
    """What of each repayment went to which instalment of `course`, in order; their sums are its allocations."""
    in_order = sorted(repayments, key=lambda each: (each.paid_on, each.id))
    if terms.method is RepaymentMethod.REVOLVING:
        found = revolving(terms, in_order, events, closed_on=closed_on)
        return tuple(
            PaidPart(each.repayment.id, row.row.number, each.interest_fen, each.fee_fen, each.principal_fen)
            for each, row in zip(found.allocations, found.instalments, strict=False)
        )
    parts: list[PaidPart] = []
    plan = schedule(terms, (*events, *prepayments(in_order)), workdays)
    _applied(plan, in_order, terms, closed_on, parts)
    return tuple(each for each in parts if each.interest_fen or each.fee_fen or each.principal_fen)


def _applied(
    plan: Sequence[ScheduleRow],
    in_order: Sequence[Repayment],
    terms: LoanTerms,
    closed_on: date | None,
    told: list[PaidPart],
) -> tuple[list[_OpenRow], list[Allocation], list[tuple[date, int]]]:
    """The rows of a plan after all repayments, what each paid, and the balances they left. `told` is filled with what
    went where, for who asks."""
    rows = [_OpenRow(row) for row in plan]
    closing: _Closing | None = None
    prepaid = sum(row.prepaid_fen for row in plan)
    """Principal the plan could take beside the instalments: what is paid beyond it is more than was owed."""
    allocations, balances, at = list[Allocation](), [(terms.drawn_on, terms.principal_fen)], 0
    for repayment in in_order:
        if closing is None and closed_on is not None and repayment.paid_on >= closed_on:
            closing = _Closing(rows, closed_on)
            rows, at = closing.rows, 0
        left = repayment.amount_fen - repayment.penalty_fen
        sums = [0, 0, 0]
        if repayment.prepays is not None:
            sums = [0, 0, min(left, prepaid)]
            left -= sums[2]
            prepaid -= sums[2]
            told.append(PaidPart(repayment.id, 0, 0, 0, sums[2]))
        while left and at < len(rows) and repayment.prepays is None:
            parts = rows[at].pay(left, repayment.paid_on)
            sums = [one + more for one, more in zip(sums, parts, strict=True)]
            left -= sum(parts)
            told.append(PaidPart(repayment.id, rows[at].row.number, *parts))
            at += rows[at].settled_on is not None
        interest, fee, principal = sums
        if left and closing is not None:
            told.append(PaidPart(repayment.id, rows[-1].row.number, left, 0, 0))
            interest, left = interest + closing.add_interest(left), 0
        allocations.append(Allocation(repayment, interest, fee, principal, left))
        balances.append((repayment.paid_on, balances[-1][1] - principal))
    if closed_on is not None and closing is None:
        rows = _Closing(rows, closed_on).rows
    return rows, allocations, balances


def prepayments(repayments: Sequence[Repayment]) -> tuple[Prepayment, ...]:
    """What the repayments that say so pay back beside the instalments; their fee is their penalty part."""
    return tuple(
        Prepayment(each.paid_on, each.amount_fen - each.penalty_fen, each.prepays)
        for each in repayments
        if each.prepays is not None
    )


def _waived(found: LoanCourse, closed_on: date | None) -> LoanCourse:
    """The same course with nothing owed any more from a day on, if there is one."""
    if closed_on is None:
        return found
    instalments = tuple(
        each
        if each.settled_on is not None
        else replace(each, settled_on=closed_on, waived_fen=each.row.payment_fen - each.paid_fen)
        for each in found.instalments
    )
    balances = tuple(each for each in found.balances if each[0] < closed_on)
    return replace(
        found, instalments=instalments, balances=(*balances, (closed_on, 0)), settled_on=_settled_on(instalments)
    )


class _Closing:
    """A loan on the day it was paid off: the instalments due by then as they are, and one row for all the rest."""

    def __init__(self, open_rows: Sequence[_OpenRow], closed_on: date) -> None:
        self.rows = [row for row in open_rows if row.row.due_on <= closed_on or row.settled_on is not None]
        later = [row for row in open_rows if row.row.due_on > closed_on and row.settled_on is None]
        if not later:
            return
        first = later[0]
        paid_ahead = first.first_paid_on is not None
        if paid_ahead:  # that part stays a row of its own
            self.rows.append(first.paid_part())
        start = min(first.row.start_on, closed_on)
        principal = sum(row.open[2] for row in later)
        days = (closed_on - start).days
        rest = ScheduleRow(first.row.number + paid_ahead, start, closed_on, days, principal, 0, 0, 0)
        self.rows.append(_OpenRow(rest))

    def add_interest(self, fen: int) -> int:
        """What was paid beyond the principal left: interest and fees to the day; returns it."""
        row = self.rows[-1]
        row.row = replace(row.row, interest_fen=row.row.interest_fen + fen)
        return fen


class _OpenRow:
    """An instalment while repayments are being applied to it."""

    def __init__(self, row: ScheduleRow) -> None:
        self.row = row
        self.open = [row.interest_fen, row.fee_fen, row.principal_fen]
        self.first_paid_on: date | None = None
        # an instalment of nothing (an interest-only row of a loan without interest) is settled when it falls due;
        # with all principal paid back before it, when it begins
        self.settled_on: date | None = None
        if row.payment_fen == 0:
            self.settled_on = row.due_on if row.balance_fen else row.start_on

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

    def paid_part(self) -> _OpenRow:
        """A settled row of what was paid so far."""
        row = self.row
        paid = [row.interest_fen - self.open[0], row.fee_fen - self.open[1], row.principal_fen - self.open[2]]
        made = _OpenRow(
            replace(row, interest_fen=paid[0], fee_fen=paid[1], principal_fen=paid[2],
                    balance_fen=row.balance_fen + self.open[2])
        )  # fmt: skip
        made.open = [0, 0, 0]
        made.first_paid_on = made.settled_on = self.first_paid_on
        return made

    def closed(self) -> Instalment:
        return Instalment(self.row, self.row.payment_fen - sum(self.open), self.first_paid_on, self.settled_on)


def _settled_on(instalments: Sequence[Instalment]) -> date | None:
    days = [instalment.settled_on for instalment in instalments]
    return None if None in days else max(day for day in days if day is not None)


def revolving(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    events: Sequence[Event],
    *,
    end: date | None = None,
    closed_on: date | None = None,
) -> LoanCourse:
    """Interest by balance slices; the one row left is the balance with its interest to the end of the term, or to
    another `end`. What the payoff asked beyond principal and counted interest was interest as well."""
    end = schedule(terms, events)[0].due_on if end is None else end
    balance, unpaid_interest, slice_start = terms.principal_fen, 0, terms.drawn_on
    allocations, settled = list[Allocation](), list[Instalment]()
    balances = [(terms.drawn_on, balance)]
    for repayment in repayments:
        # after its term a loan bears the penalty, not its interest
        until = min(repayment.paid_on, end)
        unpaid_interest += _slice_interest(terms, events, balance, slice_start, until)
        slice_start = max(until, slice_start)
        amount = repayment.amount_fen - repayment.penalty_fen
        interest = min(unpaid_interest, amount)
        principal = min(balance, amount - interest)
        unpaid_interest -= interest
        balance -= principal
        surplus = amount - interest - principal
        if closed_on is not None and repayment.paid_on >= closed_on:
            interest, surplus = interest + surplus, 0
        allocations.append(Allocation(repayment, interest, 0, principal, surplus))
        balances.append((repayment.paid_on, balance))
        due_on = min(repayment.paid_on, end)
        days = (due_on - terms.drawn_on).days
        row = ScheduleRow(len(settled) + 1, terms.drawn_on, due_on, days, principal, interest, 0, balance)
        settled.append(Instalment(row, interest + principal, repayment.paid_on, repayment.paid_on))
    if balance or unpaid_interest:
        interest = unpaid_interest + _slice_interest(terms, events, balance, slice_start, end)
        start = min(slice_start, end)
        last = ScheduleRow(len(settled) + 1, start, end, (end - start).days, balance, interest, 0, 0)
        settled.append(Instalment(last, 0, None, None))
    instalments = tuple(settled)
    return LoanCourse(instalments, tuple(allocations), tuple(balances), _settled_on(instalments))


def _slice_interest(terms: LoanTerms, events: Sequence[Event], balance: int, start: date, end: date) -> int:
    return sum(rounded((each,)) for each in _slices_between(terms, events, balance, start, end))


def _slices_between(
    terms: LoanTerms, events: Sequence[Event], balance: int, start: date, end: date
) -> tuple[InterestSlice, ...]:
    """The interest of a loan repaid any time between two payments, in a slice for each rate; each is rounded by
    itself."""
    if end <= start:
        return ()
    changes = {each.on for each in events if isinstance(each, RateChange) and start < each.on < end}
    return tuple(
        InterestSlice(first, last, balance, rate, balance * period_rate(terms, rate, first, last))
        for first, last in pairwise((start, *sorted(changes), end))
        for rate in (rate_on(terms, events, first),)
    )


def revolving_slices(
    terms: LoanTerms, repayments: Sequence[Repayment], events: Sequence[Event], end: date
) -> tuple[InterestSlice, ...]:
    """The slices of a loan repaid any time from payment to payment and rate to rate until `end`, each rounded by
    itself; `repayments` in order. They sum to the interest of all rows of `revolving` to that day."""
    found, balance, unpaid, start = [], terms.principal_fen, 0, terms.drawn_on
    for repayment in (*repayments, None):
        until = end if repayment is None else min(repayment.paid_on, end)
        for added in _slices_between(terms, events, balance, start, until):
            found.append(added)
            unpaid += rounded((added,))
        start = max(until, start)
        if repayment is not None:
            amount = repayment.amount_fen - repayment.penalty_fen
            interest = min(unpaid, amount)
            unpaid -= interest
            balance -= min(balance, amount - interest)
    return tuple(found)
