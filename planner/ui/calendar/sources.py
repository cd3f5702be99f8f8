"""Where the numbers of the calendar come from: the sums of a month, and those of a day."""

from __future__ import annotations

from datetime import date

from planner.core.facts import RowLabel
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.calendar import CalendarDay, DayItem
from planner.reports.dues import Asked
from planner.ui.calendar.words import item_amount, item_name, item_state
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import amount, day_and_weekday, month_name, titled, yuan

DUE, PAID, OPEN, OVERDUE = "due", "paid", "open", "overdue"


def sum_source(key: str, month: date, found: tuple[Asked, ...]) -> Source:
    """One of the four sums of a month: due, paid, open, overdue."""
    first = month.replace(day=1)
    of_month = [each for each in found if each.due_on >= first]
    late = [each for each in found if each.state is DueState.LATE and each.open_fen]
    parts = {
        DUE: [(each, each.asked_fen) for each in of_month],
        PAID: [(each, each.paid_fen) for each in of_month],
        OPEN: [(each, each.open_fen) for each in of_month],
        OVERDUE: [(each, each.open_fen) for each in late],
    }[key]
    rows = tuple(RowLabel(each.ref, each.name, each.due_on, fen) for each, fen in parts if fen)
    total = sum(fen for _, fen in parts)
    due = sum(each.asked_fen for each in of_month)
    paid = sum(each.paid_fen for each in of_month)
    formulas = () if key != OPEN else (f"{amount(due)} − {amount(paid)} = {amount(due - paid)}",)
    return Source(
        titled(f"{_name(key)} · {month_name(month)}", yuan(total)), _words(key), rows, total, formulas=formulas
    )


def _name(key: str) -> str:
    return {DUE: tr("Due in all"), PAID: tr("Paid"), OPEN: tr("To pay"), OVERDUE: tr("Overdue")}[key]


def _words(key: str) -> tuple[str, ...]:
    asked = tr("Every instalment and statement that falls due in the month, paid or not. What went on into the next"
               " statement counts there.")  # fmt: skip
    return {
        DUE: (asked,),
        PAID: (asked, tr("Of each what was paid of it, whenever that was.")),
        OPEN: (asked, tr("Of each what is still open.")),
        OVERDUE: (tr("What fell due in the month or earlier, before today, and is still open."),),
    }[key]


def day_source(day: CalendarDay) -> Source:
    """What stands on a day, and what of it is to be paid."""
    words = []
    if day.missing_fen is not None:
        told = tr("{amount} is missing by then: see on the overview whether the dues can be paid.")
        words.append(told.format(amount=yuan(day.missing_fen)))
    if not day.items:
        words.append(tr("Nothing stands on this day."))
    return Source(
        titled(tr("To pay on {day}").format(day=day_and_weekday(day.on)), yuan(day.open_fen)),
        tuple(words),
        rows=tuple(_label(item, day.on) for item in day.items if item.open_fen),
        sum_fen=day.open_fen,
        inputs=tuple(Input(item_name(item), item_amount(item), item_state(item)) for item in day.items),
    )


def _label(item: DayItem, on: date) -> RowLabel:
    return RowLabel(item.ref, item.name, on, item.open_fen)
