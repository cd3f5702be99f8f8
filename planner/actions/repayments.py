"""What a user does with a repayment on record: correct it, or give a part of it to another loan or line."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from planner.actions.loans import (
    check_amounts,
    check_day,
    loan_of,
    pays_off,
    refuse_misfit,
    refuse_more_waived,
    refuse_too_much,
    waived_fen,
)
from planner.actions.texts import plain_text
from planner.core.errors import (
    BeforeOpening,
    EntryAfterwards,
    Missing,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    SameAccount,
)
from planner.store.reader import reader_of
from planner.store.tables import CreditLine, RepaymentRow


def correct_repayment(
    session: Session, *, repayment_id: int, paid_on: date, amount_fen: int, penalty_fen: int = 0, note: str = ""
) -> None:
    """Writes a repayment anew, as if it had been recorded so. Where it paid its loan off, the payoff moves along; where
    it paid principal back beside the instalments, it still does, and its penalty part is the fee for that.

    Raises what recording it would raise; a line knows no penalty beside its statements.
    """
    repayment = _repayment(session, repayment_id)
    check_amounts(amount_fen, penalty_fen)
    waived = 0 if repayment.loan_id is None else waived_fen(session, repayment.loan_id)
    if repayment.prepays is not None and amount_fen == penalty_fen:
        raise MustBePositive("amount")
    if repayment.line_id is not None:
        _check_line(session, repayment.line_id, "paid_on", paid_on)
        if penalty_fen:
            raise OutOfRange("penalty", low=0, high=0)
    else:
        assert repayment.loan_id is not None
        loan = loan_of(session, repayment.loan_id)
        if pays_off(session, loan, repayment):
            _refuse_others_later(session, repayment, paid_on)
            loan.closed_on = max(paid_on, loan.drawn_on)
            session.add(loan)
        check_day(loan, "paid_on", paid_on)
    repayment.paid_on, repayment.amount_fen, repayment.penalty_fen = paid_on, amount_fen, penalty_fen
    repayment.note = plain_text(note)
    session.add(repayment)
    session.flush()
    if repayment.loan_id is not None:
        refuse_too_much(session, repayment.loan_id, amount_fen - penalty_fen)
        refuse_more_waived(session, repayment.loan_id, waived)
        refuse_misfit(session, repayment.loan_id, "amount")


def split_repayment(
    session: Session, *, repayment_id: int, amount_fen: int, loan_id: int | None = None, line_id: int | None = None
) -> int:
    """Gives `amount_fen` of one payment to another loan or line, on the same day; returns the new repayment's id.

    Not one fen is lost, and the penalty stays with the first. Raises OutOfRange where nothing would be left of it,
    SameAccount, and what recording the part would raise.
    """
    repayment = _repayment(session, repayment_id)
    if (loan_id is None) == (line_id is None):
        raise Missing("account")
    if (repayment.loan_id, repayment.line_id) == (loan_id, line_id):
        raise SameAccount("account")
    stays = repayment.penalty_fen if repayment.prepays is None else repayment.penalty_fen + 1
    most = repayment.amount_fen - max(stays, 1)
    if not 1 <= amount_fen <= most:
        raise OutOfRange("amount", low=1, high=most)
    if loan_id is not None:
        check_day(loan_of(session, loan_id), "account", repayment.paid_on)
    elif line_id is not None:
        _check_line(session, line_id, "account", repayment.paid_on)
    waived = 0 if repayment.loan_id is None else waived_fen(session, repayment.loan_id)
    repayment.amount_fen -= amount_fen
    part = RepaymentRow(
        loan_id=loan_id, line_id=line_id, paid_on=repayment.paid_on, amount_fen=amount_fen, note=repayment.note
    )
    session.add(repayment)
    session.add(part)
    session.flush()
    if loan_id is not None:
        refuse_too_much(session, loan_id, amount_fen)
    if repayment.loan_id is not None:
        refuse_more_waived(session, repayment.loan_id, waived)
    if repayment.prepays is not None:
        assert repayment.loan_id is not None
        refuse_too_much(session, repayment.loan_id, 0)
        refuse_misfit(session, repayment.loan_id, "amount")
    assert part.id is not None
    return part.id


def _repayment(session: Session, repayment_id: int) -> RepaymentRow:
    repayment = session.get(RepaymentRow, repayment_id)
    if repayment is None:
        raise NoSuchRow("amount", id=repayment_id)
    return repayment


def _check_line(session: Session, line_id: int, field: str, paid_on: date) -> None:
    line = session.get(CreditLine, line_id)
    if line is None:
        raise NoSuchRow("line", id=line_id)
    if paid_on < line.opened_on:
        raise BeforeOpening(field, opened_on=line.opened_on)


def _refuse_others_later(session: Session, repayment: RepaymentRow, paid_on: date) -> None:
    last = reader_of(session).value(
        "SELECT max(paid_on) FROM repayment WHERE loan_id = ? AND id <> ?", repayment.loan_id, repayment.id
    )
    if last is not None and date.fromisoformat(last) > paid_on:
        raise EntryAfterwards("paid_on", on=date.fromisoformat(last))
