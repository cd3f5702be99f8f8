"""What paying principal back early would do: both ways a lender may go on from there, beside the plan as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.errors import (
    AlreadyClosed,
    BeforeOpening,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    OverdueFirst,
    PrepaidOnlyWhole,
    PrepayNotAllowed,
    RepaidAnyTime,
)
from planner.core.events import PrepayMode
from planner.core.facts import RowKind, RowRef
from planner.core.rates import CostFound, cost_by_days
from planner.core.repayments import Instalment, Repayment
from planner.core.settlement import early_fee
from planner.core.terms import RepaymentMethod
from planner.reports.courses import LoanRecord, loan_record
from planner.reports.settling import paid_as_planned, with_repayments
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One instalment that is still to pay (fen)."""

    number: int
    due_on: date
    principal_fen: int
    charges_fen: int
    payment_fen: int
    balance_fen: int


@dataclass(frozen=True, slots=True)
class Path:
    """How the loan goes on: by its present plan (`mode` None), or after principal was paid back early.

    `instalment_fen` is the first whole instalment that begins after the day, None where there is none. `charges_fen`
    is the interest and the fees of `rows`, what is still to pay. `balances` are (day, principal) from the day on.
    `saved_fen` is how much less the charges are than by the present plan, `net_fen` that less the fee for prepaying.
    `cost` is the yearly cost of the whole loan by days, with all that was paid.
    """

    mode: PrepayMode | None
    instalment_fen: int | None
    periods_left: int
    last_due_on: date | None
    charges_fen: int
    saved_fen: int
    net_fen: int
    cost: CostFound
    rows: tuple[PlanRow, ...]
    balances: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Prepaying:
    """Principal paid back early on a day (fen) at the price `fee_fen`, and where each way leads. `left_fen` is the
    principal not due yet. `taken_as_paid`: so many instalments due before that day count as paid on their days."""

    loan: RowRef
    name: str
    today: date
    on: date
    principal_fen: int
    left_fen: int
    fee_fen: int
    taken_as_paid: int
    present: Path
    shorter: Path
    lower: Path


def prepaying(
    reader: Reader, *, loan_id: int, on: date, principal_fen: int, today: date, fee_fen: int | None = None
) -> Prepaying:
    """What paying so much principal back early on a day would do; the book stays as it is. `fee_fen` is the price the
    lender asks for it; None takes that of the terms.

    Raises NoSuchRow (loan), MustBePositive (principal), OutOfRange (fee), BeforeOpening (paid_on), and what
    `refuse_prepayment` raises.
    """
    whole = loan_record(reader, loan_id, until=today)
    if whole is None:
        raise NoSuchRow("loan", id=loan_id)
    if principal_fen <= 0:
        raise MustBePositive("principal")
    if fee_fen is not None and fee_fen < 0:
        raise OutOfRange("fee", low=0, high=None)
    if on < whole.terms.drawn_on:
        raise BeforeOpening("paid_on", opened_on=whole.terms.drawn_on)
    record, taken = paid_as_planned(whole, today, on)
    then = record if on >= today else loan_record(reader, loan_id, until=on)
    assert then is not None
    refuse_prepayment(then, on, principal_fen)
    if fee_fen is None:
        fee_fen = early_fee(record.terms, record.plan_events(), principal_fen, on)
    present = _path(record, None, on, today)
    return Prepaying(
        loan=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        today=today,
        on=on,
        principal_fen=principal_fen,
        left_fen=then.owed_on(on).principal_fen,
        fee_fen=fee_fen,
        taken_as_paid=taken,
        present=present,
        shorter=_prepaid(record, PrepayMode.SHORTER_TERM, on, today, principal_fen, fee_fen, present),
        lower=_prepaid(record, PrepayMode.LOWER_PAYMENT, on, today, principal_fen, fee_fen, present),
    )


def refuse_prepayment(record: LoanRecord, on: date, principal_fen: int) -> None:
    """Whether so much principal can be paid back early on a day, by the contract and by what is owed then.

    Raises RepaidAnyTime, AlreadyClosed, PrepayNotAllowed, OverdueFirst, OutOfRange or PrepaidOnlyWhole (principal).
    """
    terms = record.terms
    if terms.method is RepaymentMethod.REVOLVING:
        raise RepaidAnyTime("principal")
    if record.closed_on is not None:
        raise AlreadyClosed("principal", closed_on=record.closed_on)
    if not terms.prepay.allowed:
        raise PrepayNotAllowed("principal")
    overdue_fen = sum(each.open_fen for each in record.course.instalments if each.row.due_on < on)
    if overdue_fen:
        raise OverdueFirst("principal", overdue_fen=overdue_fen)
    left_fen = record.owed_on(on).principal_fen
    if principal_fen > left_fen:
        raise OutOfRange("principal", low=0, high=left_fen)
    if principal_fen < left_fen and not terms.prepay.partial_allowed:
        raise PrepaidOnlyWhole("principal", left_fen=left_fen)


def _prepaid(
    record: LoanRecord, mode: PrepayMode, on: date, today: date, principal_fen: int, fee_fen: int, present: Path
) -> Path:
    number = max((each.id for each in record.repayments), default=0) + 1
    paid = Repayment(number, on, principal_fen + fee_fen, fee_fen, mode)
    return _path(with_repayments(record, (*record.repayments, paid)), mode, on, today, present=present, fee_fen=fee_fen)


def _path(
    record: LoanRecord, mode: PrepayMode | None, on: date, today: date, *, present: Path | None = None, fee_fen: int = 0
) -> Path:
    still = [each for each in record.course.instalments if each.open_fen]
    charges_fen = sum(each.open_fen - each.open_principal_fen for each in still)
    saved_fen = 0 if present is None else present.charges_fen - charges_fen
    following = [each.row.payment_fen for each in still if each.row.start_on >= on]
    return Path(
        mode=mode,
        instalment_fen=following[0] if following else None,
        periods_left=len(still),
        last_due_on=still[-1].row.due_on if still else None,
        charges_fen=charges_fen,
        saved_fen=saved_fen,
        net_fen=saved_fen - fee_fen,
        cost=_cost(record, today),
        rows=tuple(_row(each) for each in still),
        balances=_balances(record, still, on),
    )


def _row(each: Instalment) -> PlanRow:
    row = each.row
    charges_fen = each.open_fen - each.open_principal_fen
    return PlanRow(row.number, row.due_on, each.open_principal_fen, charges_fen, each.open_fen, row.balance_fen)


def _balances(record: LoanRecord, still: list[Instalment], on: date) -> tuple[tuple[date, int], ...]:
    """(day, principal) from the day on if every instalment left is paid on its day."""
    balance = record.course.outstanding_fen(on)
    points = [(on, balance)]
    for each in still:
        balance -= each.open_principal_fen
        points.append((max(each.row.due_on, on), balance))
    return tuple(points)


def _cost(record: LoanRecord, today: date) -> CostFound:
    """The yearly cost of the whole loan by days: what was received and paid, and what is left on its days."""
    flows = [(record.terms.drawn_on, record.terms.received_fen)]
    flows += [(each.paid_on, -each.amount_fen) for each in record.repayments]
    flows += [(max(each.row.due_on, today), -each.open_fen) for each in record.course.instalments if each.open_fen]
    return cost_by_days(flows)
