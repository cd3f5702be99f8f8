"""What a user does with a card: say what its contract agrees, and note what happened on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session, select

from planner.actions.lines import line_of
from planner.actions.texts import plain_text
from planner.core.card_entries import CardEntry, EntryKind, InstalmentTerms
from planner.core.card_terms import CardTerms, DueRule
from planner.core.errors import BeforeOpening, EntryAfterwards, InstalmentOver, NoCardTerms, NoSuchRow, OutOfRange
from planner.reports.card_courses import is_running
from planner.reports.lines import line_records
from planner.store.card_tables import CardEntryRow, CardTermsRow
from planner.store.reader import reader_of
from planner.store.tables import CreditLine


def set_card_terms(session: Session, *, line_id: int, terms: CardTerms) -> None:
    """From now on the line is reckoned by the terms of its contract; terms on record are written anew. The statement
    day and the due day are the line's own."""
    line = line_of(session, line_id)
    line.statement_day = terms.statement_day
    line.due_day = terms.due_day if terms.due_rule is DueRule.DAY_OF_MONTH else None
    session.add(line)
    row = _terms_row(session, line_id)
    values = _columns(terms)
    if row is None:
        row = CardTermsRow(line_id=line_id, **values)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def remove_card_terms(session: Session, *, line_id: int) -> None:
    """The line is reckoned by its statements alone again; entries stay and wait for other terms. Raises NoCardTerms."""
    line = line_of(session, line_id)
    row = _terms_row(session, line_id)
    if row is None:
        raise NoCardTerms("line", name=line.name)
    session.delete(row)


def _terms_row(session: Session, line_id: int) -> CardTermsRow | None:
    return session.exec(select(CardTermsRow).where(CardTermsRow.line_id == line_id)).first()


def _columns(terms: CardTerms) -> dict[str, Any]:
    return {
        "due_rule": terms.due_rule.value,
        "days_after": terms.days_after,
        "statement_day_purchase": terms.statement_day_purchase.value,
        "daily_rate": terms.daily_rate,
        "grace_loss": terms.grace_loss.value,
        "compounds": int(terms.compounds),
        "overdue_rate": terms.overdue_rate,
        "minimum_share": terms.minimum.share,
        "cash_share": terms.minimum.cash_share,
        "minimum_floor_fen": terms.minimum.floor_fen,
        "whole_at_fen": terms.minimum.whole_at_fen,
        "late_share": terms.late_fee.share,
        "late_floor_fen": terms.late_fee.floor_fen,
        "late_cap_fen": terms.late_fee.cap_fen,
        "cash_fee_share": terms.cash.fee.share,
        "cash_fee_floor_fen": terms.cash.fee.floor_fen,
        "cash_fee_cap_fen": terms.cash.fee.cap_fen,
        "cash_rate": terms.cash.daily_rate,
        "payment_order": ",".join(terms.order),
        "tolerance_fen": terms.tolerance_fen,
        "grace_days": terms.grace_days,
    }


def add_card_entry(
    session: Session,
    *,
    line_id: int,
    kind: EntryKind,
    posted_on: date,
    amount_fen: int,
    fee_fen: int | None = None,
    instalment: InstalmentTerms | None = None,
    note: str = "",
) -> int:
    """Notes a purchase, refund, cash advance, fee, interest or instalment on a card; returns the entry's id.

    Payments are noted with `pay_line`, the early payoff of an instalment with `pay_off_instalment`. Raises NoCardTerms
    while the contract is not known, MustBePositive (amount), Missing (instalment), BeforeOpening (posted_on).
    """
    line = line_of(session, line_id)
    if _terms_row(session, line_id) is None:
        raise NoCardTerms("line", name=line.name)
    row = CardEntryRow(line_id=line_id, **_entry_columns(line, kind, posted_on, amount_fen, fee_fen, instalment, note))
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def correct_card_entry(
    session: Session,
    *,
    entry_id: int,
    kind: EntryKind,
    posted_on: date,
    amount_fen: int,
    fee_fen: int | None = None,
    instalment: InstalmentTerms | None = None,
    note: str = "",
) -> None:
    """Writes an entry anew, as if it had been added so. Raises EntryAfterwards where an instalment that was paid off
    early would begin later than that, or be no instalment any more."""
    row = _entry(session, entry_id)
    values = _entry_columns(line_of(session, row.line_id), kind, posted_on, amount_fen, fee_fen, instalment, note)
    payoff = _payoff_of(session, entry_id)
    if payoff is not None and (posted_on > payoff.posted_on or kind is not EntryKind.INSTALMENT):
        field = "posted_on" if kind is EntryKind.INSTALMENT else "kind"
        raise EntryAfterwards(field, on=payoff.posted_on)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)


def delete_card_entry(session: Session, *, entry_id: int) -> None:
    """Takes an entry out of the book, and with an instalment its early payoff."""
    session.delete(_entry(session, entry_id))


def pay_off_instalment(session: Session, *, entry_id: int, posted_on: date, note: str = "") -> int:
    """All that is left of an instalment is billed on a day; returns the entry's id. A payoff on record moves there.

    Raises NoSuchRow (instalment), OutOfRange (posted_on) before the instalment began, InstalmentOver where nothing of
    it is left by then.
    """
    made = _entry(session, entry_id)
    if made.kind != EntryKind.INSTALMENT:
        raise NoSuchRow("instalment", id=entry_id)
    if posted_on < made.posted_on:
        raise OutOfRange("posted_on", low=made.posted_on, high=None)
    row = _payoff_of(session, entry_id)
    if row is not None:
        session.delete(row)
        session.flush()
    record = next(
        each for each in line_records(reader_of(session), until=posted_on) if each.fact.ref.id == made.line_id
    )
    if record.card is not None and not is_running(record.card, record.fact, entry_id, posted_on):
        raise InstalmentOver("posted_on")
    row = CardEntryRow(
        line_id=made.line_id, kind=EntryKind.INSTALMENT_PAYOFF.value, posted_on=posted_on, amount_fen=0, ends=entry_id,
        note=plain_text(note),
    )  # fmt: skip
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _payoff_of(session: Session, entry_id: int) -> CardEntryRow | None:
    return session.exec(select(CardEntryRow).where(CardEntryRow.ends == entry_id)).first()


def _entry(session: Session, entry_id: int) -> CardEntryRow:
    row = session.get(CardEntryRow, entry_id)
    if row is None:
        raise NoSuchRow("entry", id=entry_id)
    return row


def _entry_columns(
    line: CreditLine,
    kind: EntryKind,
    posted_on: date,
    amount_fen: int,
    fee_fen: int | None,
    instalment: InstalmentTerms | None,
    note: str,
) -> dict[str, Any]:
    if kind in (EntryKind.PAYMENT, EntryKind.INSTALMENT_PAYOFF):
        raise ValueError(f"{kind} has an action of its own")
    terms = instalment if kind is EntryKind.INSTALMENT else None
    CardEntry(0, kind, posted_on, amount_fen, instalment=terms)
    fee = fee_fen if kind is EntryKind.CASH_ADVANCE else None
    if fee is not None and fee < 0:
        raise OutOfRange("fee", low=0, high=None)
    if posted_on < line.opened_on:
        raise BeforeOpening("posted_on", opened_on=line.opened_on)
    return {
        "kind": kind.value,
        "posted_on": posted_on,
        "amount_fen": amount_fen,
        "fee_fen": fee,
        "periods": None if terms is None else terms.periods,
        "flat_fee_rate": None if terms is None else terms.flat_fee_rate,
        "fee_basis": None if terms is None else terms.fee_basis.value,
        "remainder_in": None if terms is None else terms.remainder_in.value,
        "instalment_of": None if terms is None else terms.of.value,
        "fee_kept": None if terms is None else int(terms.fee_kept),
        "ends": None,
        "note": plain_text(note),
    }
