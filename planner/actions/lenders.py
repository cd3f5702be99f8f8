"""Lenders: found by name, or made."""

from __future__ import annotations

from sqlmodel import Session, select

from planner.actions.texts import plain_text
from planner.core.errors import Missing
from planner.core.facts import LenderKind
from planner.store.tables import Lender


def lender_named(session: Session, name: str, kind: LenderKind, *, correct_kind: bool = False) -> int:
    """The id of the lender of that name; a new one is made with `kind`, and with `correct_kind` a known one is given
    it too. Raises Missing (lender)."""
    name = plain_text(name)
    if not name:
        raise Missing("lender")
    lender = session.exec(select(Lender).where(Lender.name == name)).first()
    if lender is None:
        lender = Lender(name=name, kind=kind.value)
        session.add(lender)
        session.flush()
    elif correct_kind and lender.kind != kind.value:
        lender.kind = kind.value
        session.add(lender)
    assert lender.id is not None
    return lender.id
