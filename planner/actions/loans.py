"""What a user does with loans: add, edit, close and delete one, record a repayment, note a change of rate."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from planner.actions.lenders import lender_named
from planner.actions.texts import plain_text
from planner.core.errors import (
    AfterClosing,
    AlreadyClosed,
    BeforeOpening,
    EntryAfterwards,
    EntryBefore,
    Missing,
    MustBePositive,
    NoSuchRow,
    NotClosed,
    OutOfRange,
    OwnFiguresMisfit,
    PaidBeyondSchedule,
    PayoffTooSmall,
    PaysMoreThanOwed,
)
from planner.core.events import OwnRow
from planner.core.facts import LenderKind
from planner.core.repayments import LoanCourse
from planner.core.schedules import past_instalments, schedule
from planner.core.terms import LoanTerms, steps_text
from planner.reports.courses import loan_record
from planner.store.reader import reader_of
from planner.store.tables import CreditLine, Loan, RepaymentRow


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
    paid_in_time_before: date | None = None,
) -> int:
    """Adds a loan as agreed, drawn under a line or on its own; returns its id.

    Every instalment that falls due before `paid_in_time_before` is recorded as paid whole on its due day, each as a
    repayment of its own; None records none.
    """
    _check_name_and_line(session, name, line_id, terms)
    loan = Loan(lender_id=0, name="", product="", **_columns(terms))
    loan.lender_id = lender_named(session, lender_name, lender_kind)
    loan.line_id, loan.name, loan.product, loan.purpose = line_id, plain_text(name), product, plain_text(purpose)
    session.add(loan)
    session.flush()
    assert loan.id is not None
    if paid_in_time_before is not None:
        for row in past_instalments(terms, paid_in_time_before):
            session.add(RepaymentRow(loan_id=loan.id, paid_on=row.due_on, amount_fen=row.payment_fen))
    return loan.id


def edit_loan(
    session: Session,
    *,
    loan_id: int,
    lender_name: str,
    lender_kind: LenderKind,
    name: str,
    product: str,
    terms: LoanTerms,
    line_id: int | None = None,
    purpose: str | None = None,
) -> None:
    """Writes a loan's terms anew, as if it had been added so; None leaves the purpose as it is.

    Raises EntryBefore where a repayment, a change of the plan or the payoff is dated before the new drawdown,
    PaidBeyondSchedule where a repayment would then pay more than is owed, and OwnFiguresMisfit where the lender's own
    figures of an instalment do not go with the new terms.
    """
    loan = loan_of(session, loan_id)
    _check_name_and_line(session, name, line_id, terms)
    reader = reader_of(session)
    first = reader.value(
        "SELECT min(day) FROM (SELECT paid_on AS day FROM repayment WHERE loan_id = ?"
        " UNION ALL SELECT on_date FROM rate_change WHERE loan_id = ?"
        " UNION ALL SELECT on_date FROM extension WHERE loan_id = ?"
        " UNION ALL SELECT closed_on FROM loan WHERE id = ?)",
        loan_id, loan_id, loan_id, loan_id,
    )  # fmt: skip
    if first is not None and date.fromisoformat(first) < terms.drawn_on:
        raise EntryBefore("drawn_on", on=date.fromisoformat(first))
    for column, value in _columns(terms).items():
        setattr(loan, column, value)
    loan.lender_id = lender_named(session, lender_name, lender_kind, correct_kind=True)
    loan.line_id, loan.name, loan.product = line_id, plain_text(name), product
    if purpose is not None:
        loan.purpose = plain_text(purpose)
    session.add(loan)
    session.flush()
    refuse_surplus(session, loan_id, "principal")
    refuse_misfit(session, loan_id, "principal")


def _check_name_and_line(session: Session, name: str, line_id: int | None, terms: LoanTerms) -> None:
    if not plain_text(name):
        raise Missing("name")
    if line_id is None:
        return
    line = session.get(CreditLine, line_id)
    if line is None:
        raise NoSuchRow("line", id=line_id)
    if terms.drawn_on < line.opened_on:
        raise BeforeOpening("drawn_on", opened_on=line.opened_on)


def _columns(terms: LoanTerms) -> dict[str, Any]:
    """The columns that come from the terms."""
    return {
        "principal_fen": terms.principal_fen,
        "received_fen": terms.received_fen,
        "method": terms.method.value,
        "accrual": terms.accrual.value,
        "rate": terms.rate.value,
        "rate_period": terms.rate.period.value,
        "day_count": terms.day_count.value,
        "drawn_on": terms.drawn_on,
        "periods": terms.periods,
        "due_day_policy": terms.due_day_policy.value,
        "due_day": terms.due_day,
        "first_period_policy": terms.first_period_policy.value,
        "first_due_on": terms.first_due_on,
        "flat_fee_rate": terms.flat_fee_rate,
        "fee_basis": terms.fee_basis.value,
        "days_after_statement": terms.days_after_statement,
        "holiday_shift": terms.holiday_shift.value,
        "shift_accrues": int(terms.shift_accrues),
        "remainder_in": terms.remainder_in.value,
        "least_days": terms.least_days,
        "penalty_base": terms.penalty.base.value,
        "penalty_multiplier": terms.penalty.multiplier,
        "penalty_daily_rate": terms.penalty.daily_rate,
        "penalty_replaces_interest": int(terms.penalty.replaces_interest),
        "penalty_compounds": int(terms.penalty.compounds),
        "prepay_allowed": int(terms.prepay.allowed),
        "prepay_partial": int(terms.prepay.partial_allowed),
        "prepay_fee": terms.prepay.fee.value,
        "prepay_rate": terms.prepay.rate,
        "prepay_steps": steps_text(terms.prepay.steps),
    }


def record_repayment(
    session: Session,
    *,
    loan_id: int,
    paid_on: date,
    amount_fen: int,
    note: str = "",
    penalty_fen: int = 0,
    closes: bool = False,
) -> int:
    """Records money paid to a loan; returns the repayment's id.

    `penalty_fen` of it was paid beside the schedule. `closes` says that it paid the loan off: then any amount is
    right, and from that day the lender asks no more.
    Raises PaysMoreThanOwed when more is paid than the loan still asks for, BeforeOpening when it is dated before
    the drawdown, AfterClosing when after the payoff, EntryAfterwards when it pays off before another repayment.
    """
    check_amounts(amount_fen, penalty_fen)
    loan = loan_of(session, loan_id)
    check_day(loan, "paid_on", paid_on)
    if closes:
        if loan.closed_on is not None:
            raise AlreadyClosed("loan", closed_on=loan.closed_on)
        _refuse_later(session, loan_id, "paid_on", paid_on)
        loan.closed_on = paid_on
        session.add(loan)
    repayment = RepaymentRow(
        loan_id=loan_id, paid_on=paid_on, amount_fen=amount_fen, penalty_fen=penalty_fen, note=plain_text(note)
    )
    session.add(repayment)
    session.flush()
    refuse_too_much(session, loan_id, amount_fen - penalty_fen)
    assert repayment.id is not None
    return repayment.id


def loan_of(session: Session, loan_id: int) -> Loan:
    """The loan's row. Raises NoSuchRow (loan)."""
    loan = session.get(Loan, loan_id)
    if loan is None:
        raise NoSuchRow("loan", id=loan_id)
    return loan


def check_amounts(amount_fen: int, penalty_fen: int) -> None:
    """Raises MustBePositive (amount) or OutOfRange (penalty)."""
    if amount_fen <= 0:
        raise MustBePositive("amount")
    if not 0 <= penalty_fen <= amount_fen:
        raise OutOfRange("penalty", low=0, high=amount_fen)


def check_day(loan: Loan, field: str, paid_on: date) -> None:
    """Raises BeforeOpening or AfterClosing (`field`) where a loan cannot have been paid on a day."""
    if paid_on < loan.drawn_on:
        raise BeforeOpening(field, opened_on=loan.drawn_on)
    if loan.closed_on is not None and paid_on > loan.closed_on:
        raise AfterClosing(field, closed_on=loan.closed_on)


def refuse_too_much(session: Session, loan_id: int, paid_fen: int, *, field: str = "amount") -> None:
    """Raises PaysMoreThanOwed where the repayments on record pay more than the loan asks; `paid_fen` is what
    was just paid."""
    surplus_fen = sum(each.surplus_fen for each in _course(session, loan_id).allocations)
    if surplus_fen:
        raise PaysMoreThanOwed(field, owed_fen=max(paid_fen - surplus_fen, 0), amount_fen=paid_fen)


def waived_fen(session: Session, loan_id: int) -> int:
    """What a loan's lender asks no more, by what is on record now."""
    return _course(session, loan_id).waived_fen


def refuse_more_waived(session: Session, loan_id: int, before_fen: int) -> None:
    """Raises PayoffTooSmall (amount) where more of a closed loan would be waived than before."""
    more = waived_fen(session, loan_id) - before_fen
    if more > 0:
        raise PayoffTooSmall("amount", missing_fen=more)


def refuse_surplus(session: Session, loan_id: int, field: str) -> None:
    """Raises PaidBeyondSchedule naming the first repayment that pays more than the loan asks."""
    for each in _course(session, loan_id).allocations:
        if each.surplus_fen:
            paid = each.repayment
            raise PaidBeyondSchedule(field, on=paid.paid_on, amount_fen=paid.amount_fen, surplus_fen=each.surplus_fen)


def refuse_misfit(session: Session, loan_id: int, field: str) -> None:
    """Raises OwnFiguresMisfit naming the first of the lender's own rows that the plan has no place for: its number is
    beyond the end, it pays back more than is left, or it is the last and leaves something."""
    record = loan_record(reader_of(session), loan_id)
    assert record is not None
    own = [each for each in record.events if isinstance(each, OwnRow)]
    if not own:
        return
    plan = schedule(record.terms, record.plan_events(), record.workdays)
    for each in own:
        row = plan[each.number - 1] if each.number <= len(plan) else None
        if row is None or row.principal_fen != each.principal_fen or (row is plan[-1] and row.balance_fen):
            raise OwnFiguresMisfit(field, number=each.number)


def _course(session: Session, loan_id: int) -> LoanCourse:
    record = loan_record(reader_of(session), loan_id)
    assert record is not None
    return record.course


def _refuse_later(session: Session, loan_id: int, field: str, day: date) -> None:
    last = reader_of(session).value("SELECT max(paid_on) FROM repayment WHERE loan_id = ?", loan_id)
    if last is not None and date.fromisoformat(last) > day:
        raise EntryAfterwards(field, on=date.fromisoformat(last))


def close_loan(session: Session, *, loan_id: int, closed_on: date) -> None:
    """From a day on the lender asks no more: written off, or settled elsewhere. A closed loan is given another day."""
    loan = loan_of(session, loan_id)
    if closed_on < loan.drawn_on:
        raise BeforeOpening("closed_on", opened_on=loan.drawn_on)
    _refuse_later(session, loan_id, "closed_on", closed_on)
    loan.closed_on = closed_on
    session.add(loan)


def reopen_loan(session: Session, *, loan_id: int) -> None:
    """The lender asks for the rest again. Raises NotClosed, or PaidBeyondSchedule naming the repayment that would then
    pay more than is owed."""
    loan = loan_of(session, loan_id)
    if loan.closed_on is None:
        raise NotClosed("loan")
    loan.closed_on = None
    session.add(loan)
    session.flush()
    refuse_surplus(session, loan_id, "loan")


def delete_repayment(session: Session, *, repayment_id: int) -> None:
    """Takes a repayment out of the book, as if it had never been entered. Without the one that paid a loan off, the
    loan is open again: else what it paid would be taken for waived."""
    repayment = session.get(RepaymentRow, repayment_id)
    if repayment is None:
        raise NoSuchRow("amount", id=repayment_id)
    loan = None if repayment.loan_id is None else session.get(Loan, repayment.loan_id)
    if loan is not None and pays_off(session, loan, repayment):
        loan.closed_on = None
        session.add(loan)
    session.delete(repayment)
    session.flush()
    if loan is not None:
        assert loan.id is not None
        refuse_surplus(session, loan.id, "amount")
        refuse_misfit(session, loan.id, "amount")


def pays_off(session: Session, loan: Loan, repayment: RepaymentRow) -> bool:
    """Whether a repayment is the one that paid its loan off: the last of the day from which nothing is asked."""
    if loan.closed_on is None or repayment.paid_on != loan.closed_on:
        return False
    last = "SELECT max(id) FROM repayment WHERE loan_id = ? AND paid_on = ?"
    return bool(reader_of(session).value(last, loan.id, loan.closed_on.isoformat()) == repayment.id)


def delete_loan(session: Session, *, loan_id: int) -> None:
    """Takes a loan out of the book, with its repayments, rate changes and reported overdues."""
    session.delete(loan_of(session, loan_id))
