"""What a user says of the columns of tables that no reader knows: kept for the next file of the kind, or forgotten."""

from __future__ import annotations

from sqlmodel import Session, select

from planner.actions.texts import plain_text
from planner.core.errors import Missing, NoSuchRow
from planner.store.statement_tables import StatementMapping


def remember_mapping(session: Session, *, header: str, name: str, choice: str) -> int:
    """Keeps what the columns of a kind of table mean (`choice` is JSON), in place of what was kept of the same header;
    returns its id. Raises Missing where the header or the name is empty."""
    plain = plain_text(name)
    if not plain:
        raise Missing("mapping_name")
    if not header:
        raise Missing("file")
    found = session.exec(select(StatementMapping).where(StatementMapping.header == header)).first()
    mapping = found or StatementMapping(header=header, name=plain, choice=choice)
    mapping.name, mapping.choice = plain, choice
    session.add(mapping)
    session.flush()
    assert mapping.id is not None
    return mapping.id


def forget_mapping(session: Session, *, mapping_id: int) -> None:
    """The next file of the kind is asked about again; what was imported stays. Raises NoSuchRow."""
    found = session.get(StatementMapping, mapping_id)
    if found is None:
        raise NoSuchRow("mapping", id=mapping_id)
    session.delete(found)
