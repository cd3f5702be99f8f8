"""What a user does with spending: note an entry, choose categories and scenes, decide what a row is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from planner.actions.texts import plain_text
from planner.core.categories import OTHER, category_of
from planner.core.errors import (
    AfterClosing,
    BeforeOpening,
    CannotBeCounted,
    FromAStatement,
    Missing,
    MustBePositive,
    NameTaken,
    NoSuchRow,
    NotSpending,
    NotToReview,
    OutOfRange,
)
from planner.core.facts import LineKind
from planner.core.spending import DECISIONS, SPENDING, pay_later_product
from planner.core.statement_rows import DebtKind, RowClass, Scene, product_named
from planner.store.tables import Category, CategoryRule, CreditLine, ImportBatch, StatementTransaction

OWN_KINDS = (RowClass.OUT, RowClass.IN)
"""What an entry of one's own can be."""
_AT_ONCE = 500
_SPENDING = sorted(kind.value for kind in SPENDING)
_ON_CREDIT = frozenset({RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER})
_DEBT_OF = {RowClass.N_REPAYMENT: DebtKind.REPAYMENT.value, RowClass.N_DRAWDOWN: DebtKind.DRAWDOWN.value}


def add_entry(
    session: Session,
    *,
    row_class: RowClass,
    day: date,
    amount_fen: int,
    counterparty: str = "",
    description: str = "",
    category_id: int | None = None,
    scene: Scene | None = None,
    credit_product: str = "",
) -> int:
    """Adds spending or income of one's own (fen, above zero); returns its id.

    Without a category, spending gets the one remembered of its payee, else `other`. `credit_product` is the product
    of a pay-later line of the book; empty for cash. Raises MustBePositive, OutOfRange, NoSuchRow, and BeforeOpening or
    AfterClosing (on) where no such line was open that day.
    """
    entry = StatementTransaction(key=f"own-{uuid4().hex}", line=0, row_class=row_class.value)
    _fill(session, entry, row_class, day, amount_fen, counterparty, description, category_id, scene, credit_product)
    session.add(entry)
    session.flush()
    assert entry.id is not None
    return entry.id


def correct_entry(
    session: Session,
    *,
    row_id: int,
    row_class: RowClass,
    day: date,
    amount_fen: int,
    counterparty: str = "",
    description: str = "",
    category_id: int | None = None,
    scene: Scene | None = None,
    credit_product: str = "",
) -> None:
    """Says anew what an entry of one's own is. Raises FromAStatement for other rows, and what `add_entry` raises."""
    entry = _own(session, row_id)
    _fill(session, entry, row_class, day, amount_fen, counterparty, description, category_id, scene, credit_product)
    session.add(entry)


def delete_entries(session: Session, *, row_ids: Sequence[int]) -> int:
    """Deletes entries of one's own; returns how many. Raises FromAStatement where one is not: none is deleted."""
    entries = [_own(session, row_id) for row_id in row_ids]
    for entry in entries:
        session.delete(entry)
    return len(entries)


def set_category(session: Session, *, row_ids: Sequence[int], category_id: int, remember: bool = False) -> int:
    """Puts the spending and refunds among the rows into a category; returns how many rows that changed.

    `remember` keeps it for their payees: their other rows follow where the user chose no category by hand, and so
    will later imports and entries. Raises NoSuchRow, and NotSpending where no row can have a category.
    """
    _category(session, category_id)
    payees = dict.fromkeys(
        row.counterparty for row in _rows(session, row_ids) if row.row_class in SPENDING and row.counterparty
    )
    changed = _update_spending(session, row_ids, {"category_id": category_id, "category_by_user": 1})
    if remember:
        changed += _remember(session, list(payees), category_id)
    return changed


def set_scene(session: Session, *, row_ids: Sequence[int], scene: Scene | None) -> int:
    """Says where the spending and refunds among the rows happened; None leaves it to the rows' own words again.
    Returns how many rows that changed. Raises NoSuchRow, and NotSpending where no row can have a scene."""
    list(_rows(session, row_ids))
    return _update_spending(session, row_ids, {"scene": None if scene is None else scene.value})


def add_category(session: Session, *, name: str) -> int:
    """Adds a category of one's own; returns its id. Raises Missing, NameTaken."""
    plain = plain_text(name)
    if not plain:
        raise Missing("new_category")
    if session.exec(select(Category).where(Category.name == plain)).first() is not None:
        raise NameTaken("new_category", name=plain)
    category = Category(name=plain)
    session.add(category)
    session.flush()
    assert category.id is not None
    return category.id


def forget_rule(session: Session, *, rule_id: int) -> None:
    """Forgets the category of a payee: rows keep theirs, later imports follow the provider's. Raises NoSuchRow."""
    rule = session.get(CategoryRule, rule_id)
    if rule is None:
        raise NoSuchRow("rule", id=rule_id)
    session.delete(rule)


def set_row_class(session: Session, *, row_ids: Sequence[int], row_class: RowClass) -> int:
    """Decides what rows are that want a look; returns how many. They want none any more, and later imports of the
    same rows leave the decision alone. The words of a repayment say which product it was paid to.

    Raises NoSuchRow, OutOfRange for a class that is no decision, NotToReview, and CannotBeCounted where a row
    without amount or time should have moved money.
    """
    if row_class not in DECISIONS:
        raise OutOfRange("row_class", low=DECISIONS[0], high=DECISIONS[-1])
    rows = list(_rows(session, row_ids))
    for row in rows:
        if row.review is None:
            raise NotToReview("rows")
        unknown = row.amount_fen is None and row.foreign_hundredths is None
        if row_class is not RowClass.N_ZERO and (unknown or row.happened_at is None):
            raise CannotBeCounted("row_class")
    for row in rows:
        row.row_class, row.review = row_class.value, None
        row.debt = _DEBT_OF.get(row_class)
        row.class_by_user = 1
        row.product = (row.product or product_named(f"{row.counterparty} {row.description}")) if row.debt else ""
        row.credit_product = (row.credit_product or pay_later_product(row.method)) if row_class in _ON_CREDIT else ""
        if row_class not in SPENDING:
            row.category_id, row.category_by_user = None, 0
        elif row.category_id is None:
            row.category_id = _remembered(session, row.counterparty) or _of_provider(session, row)
        session.add(row)
    return len(rows)


def _fill(
    session: Session,
    entry: StatementTransaction,
    row_class: RowClass,
    day: date,
    amount_fen: int,
    counterparty: str,
    description: str,
    category_id: int | None,
    scene: Scene | None,
    credit_product: str,
) -> None:
    """Checks the values of an own entry and puts them in; nothing is put in where one is wrong."""
    if row_class not in OWN_KINDS:
        raise OutOfRange("row_class", low=OWN_KINDS[0], high=OWN_KINDS[-1])
    if amount_fen <= 0:
        raise MustBePositive("amount")
    spent, payee = row_class is RowClass.OUT, plain_text(counterparty)
    category: int | None = None
    if spent and category_id is not None:
        category = _category(session, category_id)
    elif spent:
        category = _remembered(session, payee) or _by_key(session, OTHER)
    if spent and credit_product:
        _check_paid_with(session, credit_product, day)
    entry.row_class, entry.happened_at, entry.amount_fen = row_class.value, f"{day.isoformat()} 00:00:00", amount_fen
    entry.counterparty, entry.description = payee, plain_text(description)
    entry.category_id, entry.category_by_user = category, int(spent and category_id is not None)
    entry.scene = scene.value if spent and scene is not None else None
    entry.credit_product = credit_product if spent else ""


def _rows(session: Session, row_ids: Sequence[int]) -> Iterator[StatementTransaction]:
    """The rows, each of which must be there."""
    for start in range(0, len(row_ids), _AT_ONCE):
        some = row_ids[start : start + _AT_ONCE]
        found = {
            row.id: row
            for row in session.exec(select(StatementTransaction).where(col(StatementTransaction.id).in_(some)))
        }
        for row_id in some:
            if row_id not in found:
                raise NoSuchRow("rows", id=row_id)
            yield found[row_id]


def _own(session: Session, row_id: int) -> StatementTransaction:
    entry = session.get(StatementTransaction, row_id)
    if entry is None:
        raise NoSuchRow("rows", id=row_id)
    if entry.batch_id is not None:
        raise FromAStatement("rows")
    return entry


def _update_spending(session: Session, row_ids: Sequence[int], values: dict[str, Any]) -> int:
    table, changed = StatementTransaction, 0
    for start in range(0, len(row_ids), _AT_ONCE):
        some = row_ids[start : start + _AT_ONCE]
        change = update(table).where(col(table.id).in_(some), col(table.row_class).in_(_SPENDING))
        changed += session.exec(change.values(**values)).rowcount
    if not changed:
        raise NotSpending("rows")
    return changed


def _remember(session: Session, payees: Sequence[str], category_id: int) -> int:
    """Keeps the category for payees, and lets their rows follow; returns how many rows that changed."""
    table, changed = StatementTransaction, 0
    for start in range(0, len(payees), _AT_ONCE):
        some = payees[start : start + _AT_ONCE]
        known = session.exec(select(CategoryRule).where(col(CategoryRule.counterparty).in_(some))).all()
        rules = {rule.counterparty: rule for rule in known}
        for payee in some:
            rule = rules.get(payee) or CategoryRule(counterparty=payee, category_id=category_id)
            rule.category_id = category_id
            session.add(rule)
        session.flush()
        follow = update(table).where(
            col(table.counterparty).in_(some),
            col(table.row_class).in_(_SPENDING),
            col(table.category_by_user) == 0,
            or_(col(table.category_id).is_(None), col(table.category_id) != category_id),
        )
        changed += session.exec(follow.values(category_id=category_id)).rowcount
    return changed


def _remembered(session: Session, payee: str) -> int | None:
    return session.exec(select(CategoryRule.category_id).where(CategoryRule.counterparty == payee)).first()


def _of_provider(session: Session, row: StatementTransaction) -> int | None:
    batch = None if row.batch_id is None else session.get(ImportBatch, row.batch_id)
    return _by_key(session, category_of(batch.provider if batch else "", row.provider_category))


def _by_key(session: Session, key: str) -> int | None:
    return session.exec(select(Category.id).where(Category.key == key)).first()


def _category(session: Session, category_id: int) -> int:
    if session.get(Category, category_id) is None:
        raise NoSuchRow("category", id=category_id)
    return category_id


def _check_paid_with(session: Session, product: str, day: date) -> None:
    """Refuses what would be owed nowhere: no line of the product, or none that was open that day."""
    lines = session.exec(
        select(CreditLine).where(CreditLine.product == product, CreditLine.kind == LineKind.PAY_LATER.value)
    ).all()
    if not lines:
        raise NoSuchRow("paid_with", id=product)
    closed = [line.closed_on or date.max for line in lines if line.opened_on <= day]
    if not closed:
        raise BeforeOpening("on", opened_on=min(line.opened_on for line in lines))
    if max(closed) < day:
        raise AfterClosing("on", closed_on=max(closed))
