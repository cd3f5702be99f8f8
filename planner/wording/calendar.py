"""Words for the calendar file, and for due days without work."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from planner.core.repayments import DueState
from planner.core.workdays import Workdays
from planner.i18n import tr
from planner.wording.amounts import day_and_weekday, yuan
from planner.wording.loans import due_state


class Payable(Protocol):
    """What an event tells of a due."""

    @property
    def name(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def periods(self) -> int: ...
    @property
    def due_on(self) -> date: ...
    @property
    def open_fen(self) -> int: ...
    @property
    def minimum_fen(self) -> int | None: ...
    @property
    def state(self) -> DueState: ...


def pay_by_note(pay_by: date) -> str:
    """What a due day without work means for money that comes from another bank."""
    words = tr(
        "Banks do not work on this day. Money from another bank: send it by {day}. "
        "The due day itself does not move unless your contract says so; it ends at 24:00 Beijing time."
    )
    return words.format(day=day_and_weekday(pay_by))


def event_title(due: Payable) -> str:
    """The title of an event of a calendar file."""
    number = f"{due.number}/{due.periods}" if due.periods else tr("statement")
    return f"{due.name} · {number} · {yuan(due.open_fen)}"


def event_about(due: Payable, today: date, workdays: Workdays) -> str:
    """What stands in an event: the least to pay, when to send it, and of which day it knows."""
    lines = [f"{due_state(due.state)}: {yuan(due.open_fen)}"]
    if due.minimum_fen:
        lines.append(tr("at least {minimum}").format(minimum=yuan(due.minimum_fen)))
    pay_by = workdays.pay_by(due.due_on)
    if pay_by is not None and due.due_on >= today:
        lines.append(pay_by_note(pay_by))
    lines.append(tr("From Yudu, as of {day}. It does not change by itself.").format(day=today.isoformat()))
    return "\n".join(lines)
