"""Words for what stands on a day of the calendar, short for its cell and long for its detail."""

from __future__ import annotations

from datetime import date

from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.calendar import CalendarDay, DayItem, ItemKind
from planner.wording.amounts import amount, long_day, whole, yuan
from planner.wording.loans import due_state

DONE, TO_PAY, NOW, CARRIED, COMES = "✓", "○", "!", "→", "＋"


def sign(item: DayItem) -> str:
    """The shape of an item: what it says in colour is said by it too."""
    if item.kind is ItemKind.PAYDAY:
        return COMES
    if item.state is None:
        return ""
    if item.carried_fen:
        return CARRIED
    if item.state in (DueState.LATE, DueState.DUE_TODAY):
        return NOW
    return TO_PAY if item.open_fen else DONE


def short_texts(item: DayItem, mark: str) -> tuple[str, ...]:
    """What stands in a cell, from the whole text to the shortest; `mark` is the product's character."""
    if item.kind is ItemKind.PAYDAY:
        word = tr("Payday")
        if item.asked_fen is None:
            return (f"{COMES} {word}", word)
        income = whole(item.asked_fen)
        return (f"{COMES} {word} {income}", f"{COMES} {income}")
    if item.state is None:
        bill = tr("bill")
        return (f"{mark} {bill}", mark)
    figure = amount(item.carried_fen or item.open_fen or item.asked_fen)
    shape = sign(item)
    return (f"{shape} {mark} {figure}", f"{shape} {figure}", f"{shape} {figure[:-3]}…")


def item_title(item: DayItem) -> str:
    """The name of the loan or line, or what the day is."""
    return tr("Payday") if item.kind is ItemKind.PAYDAY else item.name


def item_part(item: DayItem) -> str:
    """Which part of the loan or line it is."""
    if item.kind is ItemKind.PAYDAY:
        return ""
    if item.periods:
        return f"{item.number}/{item.periods}"
    return tr("statement day") if item.kind is ItemKind.STATEMENT_DAY else tr("statement")


def item_name(item: DayItem) -> str:
    """What an item is called in one line."""
    return " · ".join(each for each in (item_title(item), item_part(item)) if each)


def item_state(item: DayItem) -> str:
    """How an item stands, in words: paid when, how much is still open, at least how much."""
    if item.kind is ItemKind.PAYDAY:
        return tr("Income") if item.asked_fen is not None else tr("Income not known")
    if item.state is None:
        return tr("What was bought until then is billed")
    if item.carried_fen:
        words = tr("{paid} paid, {rest} went on into the next statement")
        return words.format(paid=yuan(item.paid_fen), rest=yuan(item.carried_fen))
    parts = [due_state(item.state)]
    if item.paid_on is not None:
        parts = [tr("{state} on {day}").format(state=parts[0], day=item.paid_on.isoformat())]
    elif item.paid_fen:
        parts.append(tr("{open} of {asked} to pay").format(open=yuan(item.open_fen), asked=yuan(item.asked_fen)))
    if item.minimum_fen:
        parts.append(tr("at least {minimum}").format(minimum=yuan(item.minimum_fen)))
    return " · ".join(parts)


def item_amount(item: DayItem) -> str:
    """The amount of an item: what is open, or what was paid; nothing where there is none."""
    if item.asked_fen is None:
        return ""
    return yuan(item.asked_fen if item.state is None else item.carried_fen or item.open_fen or item.asked_fen)


def day_marks(day: CalendarDay) -> list[str]:
    """What is unusual about a day, in words."""
    found = []
    if day.missing_fen is not None:
        found.append(tr("{amount} is missing").format(amount=yuan(day.missing_fen)))
    if day.crowded:
        found.append(tr("{count} dues on one day").format(count=day.dues))
    return found


def day_text(day: CalendarDay, today: date) -> str:
    """A whole day in words, a line each: for tooltips, screen readers and scripts."""
    head = " · ".join([long_day(day.on)] + ([tr("Today")] if day.on == today else []))
    lines = [head, *day_marks(day)]
    for item in day.items:
        lines.append(" · ".join(each for each in (item_name(item), item_amount(item), item_state(item)) if each))
    return "\n".join(lines)
