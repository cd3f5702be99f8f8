"""What a user decides of rows of statements: that two are one movement, which debt a repayment settled, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import or_
from sqlmodel import Session, col, select

from planner.actions.lines import pay_line
from planner.actions.loans import loan_of, pays_off, record_repayment
from planner.core.debt_matching import SAME_PAYMENT_DAYS, Settlement
from planner.core.debt_targets import Part
from planner.core.errors import CannotBeCounted, NoDebtRow, NoSuchRow, NotTwoRows, OutOfRange, SettledAlready
from planner.core.facts import RowKind
from planner.core.row_pairs import PairChoice
from planner.core.statement_rows import DebtKind, LinkKind, RowClass
from planner.store.statement_tables import DebtLink, RowLink
from planner.store.tables import Loan, RepaymentRow, StatementTransaction


def confirm_pairs(session: Session, *, pairs: Sequence[PairChoice]) -> int:
    """Two rows each are one movement of money; returns how many pairs.

    Of a duplicate the other row counts no more, and a debt that it settled is the first row's; a transfer's rows are
    both neither income nor spending. Raises NoSuchRow, NotTwoRows.
    """
    for pair in pairs:
        row, other, link = _link(session, pair, confirmed=True)
        if pair.kind is LinkKind.DUPLICATE:
            _hand_over(session, other, row)
            _set_class(session, other, RowClass.N_DUPLICATE)
        else:
            _set_class(session, row, RowClass.N_TRANSFER)
            _set_class(session, other, RowClass.N_TRANSFER)
        session.add(link)
    session.flush()
    return len(pairs)


def reject_pairs(session: Session, *, pairs: Sequence[PairChoice]) -> int:
    """The rows of each pair are two movements; they are not proposed again. Raises NoSuchRow, NotTwoRows."""
    for pair in pairs:
        _, _, link = _link(session, pair, confirmed=False)
        session.add(link)
    session.flush()
    return len(pairs)


def separate_pairs(session: Session, *, link_ids: Sequence[int]) -> int:
    """Takes back what was said of pairs: the rows are again what they were. Raises NoSuchRow."""
    for link_id in link_ids:
        link = session.get(RowLink, link_id)
        if link is None:
            raise NoSuchRow("rows", id=link_id)
        if link.confirmed:
            _restore(session, link, row=link.kind == LinkKind.TRANSFER, other=True)
        session.delete(link)
    session.flush()
    return len(link_ids)


def settle_from_rows(session: Session, *, settlements: Sequence[Settlement]) -> int:
    """Records what rows of statements repaid, each linked with its row; returns how many repayments were made.

    A part that names a repayment on record is linked with that, and so is one of the same debt and amount within three
    days that no row is linked with. Raises NoSuchRow, NoDebtRow, SettledAlready, OutOfRange (amount) where the parts do
    not come to the row's amount, and what recording a repayment raises; nothing is kept then.
    """
    made = 0
    for settlement in settlements:
        row, on = _debt_row(session, settlement.row_id, DebtKind.REPAYMENT)
        fen = sum(part.fen for part in settlement.parts)
        if fen != row.amount_fen:
            raise OutOfRange("amount", low=row.amount_fen, high=row.amount_fen)
        for part in settlement.parts:
            known = part.repayment_id if part.repayment_id is not None else _on_record(session, part, on)
            if known is not None and session.get(RepaymentRow, known) is None:
                raise NoSuchRow("amount", id=known)
            repayment_id = known if known is not None else _record(session, part, on)
            made += known is None
            session.add(DebtLink(row_id=settlement.row_id, repayment_id=repayment_id, made=int(known is None)))
            session.flush()
    return made


def dismiss_debt_rows(session: Session, *, row_ids: Sequence[int]) -> int:
    """The rows are of no debt of the book: they settle nothing and are not proposed again. Raises NoSuchRow, NoDebtRow,
    SettledAlready."""
    for row_id in row_ids:
        _debt_row(session, row_id, None)
        session.add(DebtLink(row_id=row_id))
    session.flush()
    return len(row_ids)


def link_drawdown(session: Session, *, row_id: int, loan_id: int) -> None:
    """The row paid out this loan of the book. Raises NoSuchRow, NoDebtRow, SettledAlready."""
    _debt_row(session, row_id, DebtKind.DRAWDOWN)
    loan_of(session, loan_id)
    session.add(DebtLink(row_id=row_id, loan_id=loan_id))
    session.flush()


def confirm_proposals(
    session: Session,
    *,
    pairs: Sequence[PairChoice] = (),
    settlements: Sequence[Settlement] = (),
    drawdowns: Sequence[tuple[int, int]] = (),
) -> int:
    """All of these in one step; `drawdowns` are (row, loan). Returns how many. Raises what each of them raises."""
    confirm_pairs(session, pairs=pairs)
    settle_from_rows(session, settlements=settlements)
    for row_id, loan_id in drawdowns:
        link_drawdown(session, row_id=row_id, loan_id=loan_id)
    return len(pairs) + len(settlements) + len(drawdowns)


def take_back_of_batch(session: Session, batch_id: int) -> None:
    """Before the rows of an import go: the repayments made from them go too, unless a row of another import is linked
    with them, which then carries them on; rows of other imports that were paired with them are what they were."""
    rows = select(StatementTransaction.id).where(col(StatementTransaction.batch_id) == batch_id)
    ids = set(session.scalars(rows))
    made = select(DebtLink).where(col(DebtLink.row_id).in_(rows), col(DebtLink.made) == 1)
    for link in session.scalars(made).all():
        _take_back(session, link, ids)
    linked = select(RowLink).where(
        col(RowLink.confirmed) == 1, or_(col(RowLink.row_id).in_(rows), col(RowLink.other_id).in_(rows))
    )
    for each in session.scalars(linked).all():
        row_stays, other_stays = each.row_id not in ids, each.other_id not in ids
        _restore(session, each, row=row_stays and each.kind == LinkKind.TRANSFER, other=other_stays)
    session.flush()


def _take_back(session: Session, link: DebtLink, going: set[int]) -> None:
    others = session.scalars(select(DebtLink).where(col(DebtLink.repayment_id) == link.repayment_id)).all()
    heir = next((each for each in others if each.row_id not in going), None)
    if heir is not None:
        heir.made = 1
        session.add(heir)
        return
    repayment = session.get(RepaymentRow, link.repayment_id)
    if repayment is None:
        return
    loan = None if repayment.loan_id is None else session.get(Loan, repayment.loan_id)
    if loan is not None and pays_off(session, loan, repayment):
        loan.closed_on = None
        session.add(loan)
    session.delete(link)
    session.flush()
    session.delete(repayment)
    session.flush()


def _link(
    session: Session, pair: PairChoice, *, confirmed: bool
) -> tuple[StatementTransaction, StatementTransaction, RowLink]:
    row, other = _row(session, pair.row_id), _row(session, pair.other_id)
    if row is other or RowClass.N_DUPLICATE in (row.row_class, other.row_class):
        raise NotTwoRows("rows")
    both = (pair.row_id, pair.other_id)
    known = select(RowLink.id).where(
        col(RowLink.kind) == pair.kind.value, col(RowLink.row_id).in_(both), col(RowLink.other_id).in_(both)
    )
    if session.scalars(known).first() is not None:
        raise NotTwoRows("rows")
    link = RowLink(
        kind=pair.kind.value, row_id=pair.row_id, other_id=pair.other_id, confirmed=int(confirmed),
        row_class=row.row_class, row_by_user=row.class_by_user,
        other_class=other.row_class, other_by_user=other.class_by_user,
    )  # fmt: skip
    return row, other, link


def _hand_over(session: Session, other: StatementTransaction, row: StatementTransaction) -> None:
    """What a row that counts no more settled is settled by the one that counts; where that settled a debt as well, the
    money was counted twice and is once now."""
    assert other.id is not None
    links = session.scalars(select(DebtLink).where(col(DebtLink.row_id) == other.id)).all()
    has_own = session.scalars(select(DebtLink.id).where(col(DebtLink.row_id) == row.id)).first() is not None
    for link in links:
        if has_own and link.made:
            _take_back(session, link, {other.id})
        elif has_own or row.debt is None:
            session.delete(link)
        else:
            assert row.id is not None
            link.row_id = row.id
            session.add(link)
    session.flush()


def _restore(session: Session, link: RowLink, *, row: bool, other: bool) -> None:
    for wanted, row_id, kind, by_user in (
        (row, link.row_id, link.row_class, link.row_by_user),
        (other, link.other_id, link.other_class, link.other_by_user),
    ):
        if wanted:
            found = _row(session, row_id)
            found.row_class, found.class_by_user = kind, by_user
            session.add(found)


def _set_class(session: Session, row: StatementTransaction, kind: RowClass) -> None:
    row.row_class, row.class_by_user = kind.value, 1
    session.add(row)


def _row(session: Session, row_id: int) -> StatementTransaction:
    row = session.get(StatementTransaction, row_id)
    if row is None:
        raise NoSuchRow("rows", id=row_id)
    return row


def _debt_row(session: Session, row_id: int, kind: DebtKind | None) -> tuple[StatementTransaction, date]:
    """A row that touched a debt, linked with nothing yet, and its day."""
    row = _row(session, row_id)
    kinds = {DebtKind.REPAYMENT, DebtKind.DRAWDOWN} if kind is None else {kind}
    if row.debt not in kinds or row.row_class == RowClass.N_DUPLICATE:
        raise NoDebtRow("rows")
    if row.happened_at is None or row.amount_fen is None:
        raise CannotBeCounted("rows")
    if session.scalars(select(DebtLink.id).where(col(DebtLink.row_id) == row_id)).first() is not None:
        raise SettledAlready("rows")
    return row, date.fromisoformat(row.happened_at[:10])


def _on_record(session: Session, part: Part, on: date) -> int | None:
    """A repayment of the same debt and amount near the day that no row is linked with; the nearest."""
    account = RepaymentRow.loan_id if part.account.kind is RowKind.LOAN else RepaymentRow.line_id
    near = timedelta(days=SAME_PAYMENT_DAYS)
    found: Iterator[RepaymentRow] = iter(
        session.scalars(
            select(RepaymentRow).where(
                col(account) == part.account.id,
                col(RepaymentRow.amount_fen) == part.fen,
                col(RepaymentRow.paid_on).between(on - near, on + near),
                col(RepaymentRow.id).not_in(
                    select(DebtLink.repayment_id).where(col(DebtLink.repayment_id).is_not(None))
                ),
            )
        )
    )
    nearest = min(found, key=lambda each: (abs((each.paid_on - on).days), each.id), default=None)
    return None if nearest is None else nearest.id


def _record(session: Session, part: Part, on: date) -> int:
    if part.account.kind is RowKind.LOAN:
        return record_repayment(
            session, loan_id=part.account.id, paid_on=on, amount_fen=part.fen, penalty_fen=part.penalty_fen,
            closes=part.closes,
        )  # fmt: skip
    return pay_line(session, line_id=part.account.id, paid_on=on, amount_fen=part.fen)
