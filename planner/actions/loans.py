"""What a user does with loans: add one, record a repayment, note a change of rate."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlmodel import Session

from planner.actions.lenders import lender_named
from planner.actions.texts import plain_text
from planner.core.errors import (
    AlreadyThere,
    BeforeOpening,
    Missing,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    PaysMoreThanOwed,
)
from planner.core.facts import LenderKind
from planner.core.terms import MOST_RATE_A_DAY, DayCountBasis, LoanTerms, Rate
from planner.reports.courses import loan_record
from planner.store.reader import reader_of
from planner.store.tables import CreditLine, Loan, RateChangeRow, RepaymentRow


def add_loan(
    session: Session,
    *,
    lender_name: str,
    lender_kind: LenderKind,
    name: str,
    product: str,
    terms: LoanTerms,
    line_id: int | None = None,
    purpose: str = "",
) -> int:
    """Adds a loan as agreed, drawn under a line or on its own; returns its id."""
    if not plain_text(name):
        raise Missing("name")
    if line_id is not None:
        line = session.get(CreditLine, line_id)
        if line is None:
            raise NoSuchRow("line", id=line_id)
        if terms.drawn_on < line.opened_on:
            raise BeforeOpening("drawn_on", opened_on=line.opened_on)
    loan = _row_of(terms)
    loan.lender_id = lender_named(session, lender_name, lender_kind)
    loan.line_id, loan.name, loan.product, loan.purpose = line_id, plain_text(name), product, plain_text(purpose)
    session.add(loan)
    session.flush()
    assert loan.id is not None
    return loan.id


def _row_of(terms: LoanTerms) -> Loan:
    """The columns that come from the terms."""
    return Loan(
        lender_id=0,
        name="",
        product="",
        principal_fen=terms.principal_fen,
        received_fen=terms.received_fen,
        method=terms.method.value,
        accrual=terms.accrual.value,
        rate=terms.rate.value,
        rate_period=terms.rate.period.value,
        day_count=terms.day_count.value,
        drawn_on=terms.drawn_on,
        periods=terms.periods,
        due_day_policy=terms.due_day_policy.value,
        due_day=terms.due_day,
        first_period_policy=terms.first_period_policy.value,
        first_due_on=terms.first_due_on,
        flat_fee_rate=terms.flat_fee_rate,
    )


def record_repayment(session: Session, *, loan_id: int, paid_on: date, amount_fen: int, note: str = "") -> int:
    """Records money paid to a loan; returns the repayment's id.

    Raises PaysMoreThanOwed when more is paid than the loan still asks for, BeforeOpening when it is dated before
    the drawdown.
    """
    if amount_fen <= 0:
        raise MustBePositive("amount")
    repayment = RepaymentRow(loan_id=loan_id, paid_on=paid_on, amount_fen=amount_fen, note=plain_text(note))
    before = loan_record(reader_of(session), loan_id)
    if before is None:
        raise NoSuchRow("loan", id=loan_id)
    if paid_on < before.terms.drawn_on:
        raise BeforeOpening("paid_on", opened_on=before.terms.drawn_on)
    session.add(repayment)
    session.flush()
    after = loan_record(reader_of(session), loan_id)
    assert after is not None
    assert repayment.id is not None
    surplus_fen = sum(each.surplus_fen for each in after.course.allocations)
    if surplus_fen:
        raise PaysMoreThanOwed("amount", owed_fen=amount_fen - surplus_fen, amount_fen=amount_fen)
    return repayment.id


def change_rate(session: Session, *, loan_id: int, on: date, rate: Rate) -> int:
    """From the first period that starts on or after `on`, the loan has another rate; returns the change's id."""
    loan = session.get(Loan, loan_id)
    if loan is None:
        raise NoSuchRow("loan", id=loan_id)
    if on <= loan.drawn_on:
        raise BeforeOpening("on", opened_on=loan.drawn_on)
    if not 0 <= rate.daily(DayCountBasis(loan.day_count)) <= MOST_RATE_A_DAY:
        raise OutOfRange("rate", low=Decimal(0), high=MOST_RATE_A_DAY)
    reader = reader_of(session)
    if reader.value("SELECT 1 FROM rate_change WHERE loan_id = ? AND on_date = ?", loan_id, on.isoformat()):
        raise AlreadyThere("on", on=on)
    change = RateChangeRow(loan_id=loan_id, on_date=on, rate=rate.value, rate_period=rate.period.value)
    session.add(change)
    session.flush()
    assert change.id is not None
    return change.id


def delete_repayment(session: Session, *, repayment_id: int) -> None:
    """Takes a repayment out of the book, as if it had never been entered."""
    repayment = session.get(RepaymentRow, repayment_id)
    if repayment is None:
        raise NoSuchRow("amount", id=repayment_id)
    session.delete(repayment)


def delete_loan(session: Session, *, loan_id: int) -> None:
    """Takes a loan out of the book, with its repayments, rate changes and reported overdues."""
    loan = session.get(Loan, loan_id)
    if loan is None:
        raise NoSuchRow("loan", id=loan_id)
    session.delete(loan)
