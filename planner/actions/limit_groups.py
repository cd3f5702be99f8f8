"""What a user does with limits beside a line's own: temporary limits, and limits that several lines share."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, col, select

from planner.actions.lines import line_of
from planner.actions.texts import plain_text
from planner.core.credit_limits import TemporaryLimit
from planner.core.errors import BeforeOpening, Missing, NameTaken, NoSuchRow, OnlyLimit, OutOfRange
from planner.store.card_tables import TemporaryLimitRow
from planner.store.tables import GroupLimit, LimitGroup


def add_temporary_limit(session: Session, *, line_id: int, first_on: date, last_on: date, limit_fen: int) -> int:
    """From one day to another, both counted, the line's limit in all is another; returns the row's id.

    Raises OutOfRange (last_on, limit), BeforeOpening (first_on).
    """
    line = line_of(session, line_id)
    TemporaryLimit(first_on, last_on, limit_fen)
    if first_on < line.opened_on:
        raise BeforeOpening("first_on", opened_on=line.opened_on)
    row = TemporaryLimitRow(line_id=line_id, first_on=first_on, last_on=last_on, limit_fen=limit_fen)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def delete_temporary_limit(session: Session, *, temporary_id: int) -> None:
    """Takes a temporary limit out of the book."""
    row = session.get(TemporaryLimitRow, temporary_id)
    if row is None:
        raise NoSuchRow("limit", id=temporary_id)
    session.delete(row)


def make_limit_group(session: Session, *, name: str, on: date, limit_fen: int, line_id: int | None = None) -> int:
    """Makes a group of lines that share a limit from a day on, with a first line in it; returns its id.

    Raises Missing (name), NameTaken, OutOfRange (limit).
    """
    group = LimitGroup(name=_free_name(session, name))
    session.add(group)
    session.flush()
    assert group.id is not None
    set_group_limit(session, group_id=group.id, on=on, limit_fen=limit_fen)
    if line_id is not None:
        put_in_group(session, line_id=line_id, group_id=group.id)
    return group.id


def rename_limit_group(session: Session, *, group_id: int, name: str) -> None:
    """Another name for a group. Raises Missing (name), NameTaken."""
    group = _group(session, group_id)
    group.name = _free_name(session, name, but=group_id)
    session.add(group)


def delete_limit_group(session: Session, *, group_id: int) -> None:
    """Takes a group out of the book: its lines have their own limits alone again."""
    session.delete(_group(session, group_id))


def set_group_limit(session: Session, *, group_id: int, on: date, limit_fen: int) -> int:
    """From a day on the lines of a group may owe so much together; a limit of the same day is replaced. Returns the
    row's id. Raises OutOfRange (limit)."""
    _group(session, group_id)
    if limit_fen < 0:
        raise OutOfRange("limit", low=0, high=None)
    of_day = select(GroupLimit).where(GroupLimit.group_id == group_id, GroupLimit.on_date == on)
    row = session.exec(of_day).first() or GroupLimit(group_id=group_id, on_date=on, limit_fen=limit_fen)
    row.limit_fen = limit_fen
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def delete_group_limit(session: Session, *, limit_id: int) -> None:
    """Takes one limit of a group out of the book: the one before it stays in force. Raises OnlyLimit for the last."""
    row = session.get(GroupLimit, limit_id)
    if row is None:
        raise NoSuchRow("limit", id=limit_id)
    others = select(GroupLimit).where(GroupLimit.group_id == row.group_id, col(GroupLimit.id) != limit_id)
    if session.exec(others).first() is None:
        raise OnlyLimit("limit")
    session.delete(row)


def put_in_group(session: Session, *, line_id: int, group_id: int | None) -> None:
    """The line shares the limit of a group from now on and ever since; None: it shares none."""
    line = line_of(session, line_id)
    if group_id is not None:
        _group(session, group_id)
    line.group_id = group_id
    session.add(line)


def _group(session: Session, group_id: int) -> LimitGroup:
    group = session.get(LimitGroup, group_id)
    if group is None:
        raise NoSuchRow("group", id=group_id)
    return group


def _free_name(session: Session, name: str, *, but: int = 0) -> str:
    plain = plain_text(name)
    if not plain:
        raise Missing("name")
    other = session.exec(select(LimitGroup).where(LimitGroup.name == plain, col(LimitGroup.id) != but)).first()
    if other is not None:
        raise NameTaken("name", name=plain)
    return plain
