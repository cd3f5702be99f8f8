"""What changes a loan's plan after it was agreed: another rate, principal paid back early, more time, own figures."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from sqlmodel import Session, SQLModel, select

from planner.actions.loans import check_day, loan_of, refuse_misfit, refuse_surplus, refuse_too_much
from planner.actions.texts import plain_text
from planner.core.errors import (
    AlreadyThere,
    BeforeOpening,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    RepaidAnyTime,
)
from planner.core.events import Extension, PrepayMode
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import LATEST, MOST_PERIODS, MOST_RATE_A_DAY, DayCountBasis, Rate, RepaymentMethod
from planner.reports.courses import LoanRecord, loan_record
from planner.reports.prepaying import refuse_prepayment
from planner.store.reader import reader_of
from planner.store.tables import ExtensionRow, LenderRow, Loan, RateChangeRow, RepaymentRow

_ONE_DAY = timedelta(days=1)
_IN_ONE_SUM = (RepaymentMethod.BULLET, RepaymentMethod.REVOLVING)


def change_rate(session: Session, *, loan_id: int, on: date, rate: Rate) -> int:
    """From the first period that starts on or after `on`, the loan has another rate; returns the change's id."""
    loan = loan_of(session, loan_id)
    _check_rate_change(session, loan, on, rate)
    change = RateChangeRow(loan_id=loan_id, on_date=on, rate=rate.value, rate_period=rate.period.value)
    _put(session, loan_id, change, "rate")
    assert change.id is not None
    return change.id


def correct_rate_change(session: Session, *, change_id: int, on: date, rate: Rate) -> None:
    """Writes a change of rate anew, as if it had been entered so."""
    change = session.get(RateChangeRow, change_id)
    if change is None:
        raise NoSuchRow("rate", id=change_id)
    _check_rate_change(session, loan_of(session, change.loan_id), on, rate, but=change_id)
    change.on_date, change.rate, change.rate_period = on, rate.value, rate.period.value
    _put(session, change.loan_id, change, "rate")


def delete_rate_change(session: Session, *, change_id: int) -> None:
    """Takes a change of rate out of the book: the rate before it holds on."""
    change = session.get(RateChangeRow, change_id)
    if change is None:
        raise NoSuchRow("rate", id=change_id)
    _take_out(session, change.loan_id, change, "rate")


def prepay_loan(
    session: Session,
    *,
    loan_id: int,
    paid_on: date,
    principal_fen: int,
    mode: PrepayMode,
    fee_fen: int = 0,
    note: str = "",
) -> int:
    """Records principal paid back beside the instalments, and a fee for it; returns the repayment's id.

    Raises PrepayNotAllowed, PrepaidOnlyWhole (principal) where the contract says so, RepaidAnyTime where every
    repayment lowers the principal as it is, OverdueFirst while something is overdue, OutOfRange (principal) beyond what
    is not due yet, BeforeOpening and AfterClosing.
    """
    if principal_fen <= 0:
        raise MustBePositive("principal")
    if fee_fen < 0:
        raise OutOfRange("fee", low=0, high=None)
    check_day(loan_of(session, loan_id), "paid_on", paid_on)
    refuse_prepayment(_record(session, loan_id, until=paid_on), paid_on, principal_fen)
    repayment = RepaymentRow(
        loan_id=loan_id,
        paid_on=paid_on,
        amount_fen=principal_fen + fee_fen,
        penalty_fen=fee_fen,
        note=plain_text(note),
        prepays=mode.value,
    )
    session.add(repayment)
    session.flush()
    refuse_too_much(session, loan_id, principal_fen, field="principal")
    refuse_misfit(session, loan_id, "principal")
    assert repayment.id is not None
    return repayment.id


def extend_loan(session: Session, *, loan_id: int, on: date, periods: int) -> int:
    """From the first period that starts on or after `on`, the rest is repaid in so many more periods; a loan due in one
    sum falls due so many months later. Returns the extension's id.

    Raises OutOfRange (on) where no period starts any more, OutOfRange (periods), AlreadyThere.
    """
    loan = loan_of(session, loan_id)
    if reader_of(session).value("SELECT 1 FROM extension WHERE loan_id = ? AND on_date = ?", loan_id, on.isoformat()):
        raise AlreadyThere("on", on=on)
    record = _record(session, loan_id)
    last = _plan(record)[-1]
    latest = last.due_on if record.terms.method in _IN_ONE_SUM else last.start_on
    if not loan.drawn_on <= on <= latest:
        raise OutOfRange("on", low=loan.drawn_on, high=latest)
    before = sum(each.periods for each in record.events if isinstance(each, Extension))
    most = MOST_PERIODS - loan.periods - before
    if not 1 <= periods <= most:
        raise OutOfRange("periods", low=1, high=most)
    extension = ExtensionRow(loan_id=loan_id, on_date=on, periods=periods)
    _put(session, loan_id, extension, "periods")
    assert extension.id is not None
    return extension.id


def delete_extension(session: Session, *, extension_id: int) -> None:
    """Takes an extension out of the book: the plan ends as it would have without it."""
    extension = session.get(ExtensionRow, extension_id)
    if extension is None:
        raise NoSuchRow("periods", id=extension_id)
    _take_out(session, extension.loan_id, extension, "periods")


def overwrite_row(
    session: Session,
    *,
    loan_id: int,
    number: int,
    due_on: date,
    principal_fen: int,
    interest_fen: int,
    fee_fen: int = 0,
) -> None:
    """An instalment as the lender states it stands instead of the computed one; one that stands already is written
    anew.

    Raises NoSuchRow (number), OutOfRange (principal) where it pays more than is left, or is the last and leaves
    something, OutOfRange (due_on) where it is not between its neighbours, RepaidAnyTime.
    """
    record = _record(session, loan_id)
    if record.terms.method is RepaymentMethod.REVOLVING:
        raise RepaidAnyTime("number")
    plan = _plan(record)
    if not 1 <= number <= len(plan):
        raise NoSuchRow("number", id=number)
    for field, fen in (("interest", interest_fen), ("fee", fee_fen)):
        if fen < 0:
            raise OutOfRange(field, low=0, high=None)
    row, is_last = plan[number - 1], number == len(plan)
    earliest = row.start_on + _ONE_DAY
    latest = LATEST if is_last else plan[number].due_on - _ONE_DAY
    if not earliest <= due_on <= latest:
        raise OutOfRange("due_on", low=earliest, high=latest)
    most = row.principal_fen + row.balance_fen
    least = most if is_last else 0
    if not least <= principal_fen <= most:
        raise OutOfRange("principal", low=least, high=most)
    own = _lender_row(session, loan_id, number)
    if own is None:
        own = LenderRow(loan_id=loan_id, number=number, due_on=due_on, principal_fen=0, interest_fen=0, fee_fen=0)
    own.due_on, own.principal_fen, own.interest_fen, own.fee_fen = due_on, principal_fen, interest_fen, fee_fen
    _put(session, loan_id, own, "principal")


def restore_row(session: Session, *, loan_id: int, number: int) -> None:
    """The computed instalment stands again. Raises NoSuchRow (number) where none was written over."""
    own = _lender_row(session, loan_id, number)
    if own is None:
        raise NoSuchRow("number", id=number)
    _take_out(session, loan_id, own, "number")


def _check_rate_change(session: Session, loan: Loan, on: date, rate: Rate, *, but: int = 0) -> None:
    if on <= loan.drawn_on:
        raise BeforeOpening("on", opened_on=loan.drawn_on)
    if not 0 <= rate.daily(DayCountBasis(loan.day_count)) <= MOST_RATE_A_DAY:
        raise OutOfRange("rate", low=Decimal(0), high=MOST_RATE_A_DAY)
    other = "SELECT 1 FROM rate_change WHERE loan_id = ? AND on_date = ? AND id <> ?"
    if reader_of(session).value(other, loan.id, on.isoformat(), but):
        raise AlreadyThere("on", on=on)


def _record(session: Session, loan_id: int, *, until: date = date.max) -> LoanRecord:
    loan_of(session, loan_id)
    record = loan_record(reader_of(session), loan_id, until=until)
    assert record is not None
    return record


def _plan(record: LoanRecord) -> tuple[ScheduleRow, ...]:
    """The plan with all that changed it."""
    return schedule(record.terms, record.plan_events(), record.workdays)


def _lender_row(session: Session, loan_id: int, number: int) -> LenderRow | None:
    found = session.exec(select(LenderRow).where(LenderRow.loan_id == loan_id, LenderRow.number == number))
    return found.first()


def _put(session: Session, loan_id: int, row: SQLModel, field: str) -> None:
    """Writes a change; raises PaidBeyondSchedule or OwnFiguresMisfit where it contradicts what else is on record."""
    session.add(row)
    session.flush()
    refuse_surplus(session, loan_id, field)
    refuse_misfit(session, loan_id, field)


def _take_out(session: Session, loan_id: int, row: SQLModel, field: str) -> None:
    session.delete(row)
    session.flush()
    refuse_surplus(session, loan_id, field)
    refuse_misfit(session, loan_id, field)
