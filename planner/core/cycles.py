"""The cycle of a card: its statement days, the due day of each, and how long a purchase is free of interest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.card_terms import CardTerms, DueRule, StatementDayPurchase

_ONE_DAY = timedelta(days=1)


def statement_day(terms: CardTerms, month: date) -> date:
    """The statement day in the month of a day, clamped to the month's end."""
    return add_months(month, 0, terms.statement_day)


def next_statement_day(terms: CardTerms, on: date) -> date:
    """The first statement day on or after a day. The anchor is kept: 31 Jan, 28 or 29 Feb, 31 Mar."""
    day = statement_day(terms, on)
    return day if day >= on else add_months(day, 1, terms.statement_day)


def previous_statement_day(terms: CardTerms, on: date) -> date:
    """The last statement day on or before a day."""
    day = statement_day(terms, on)
    return day if day <= on else add_months(day, -1, terms.statement_day)


def statement_days(terms: CardTerms, first: date, last: date) -> Iterator[date]:
    """The statement days from `first` to `last`, both counted, in order."""
    day = next_statement_day(terms, first)
    while day <= last:
        yield day
        day = add_months(day, 1, terms.statement_day)


def due_date(terms: CardTerms, statement_on: date) -> date:
    """When the statement of a day is to be paid by."""
    if terms.due_rule is DueRule.DAY_OF_MONTH:
        day = add_months(statement_on, 0, terms.due_day)
        return day if day > statement_on else add_months(statement_on, 1, terms.due_day)
    due_on = statement_on + timedelta(days=terms.days_after)
    if terms.due_rule is DueRule.DAYS_AFTER_IN_MONTH:
        held = add_months(statement_on, (statement_on.day + terms.days_after - 1) // 31, 31)
        return min(due_on, held) if held > statement_on else due_on
    return due_on


def statement_of_purchase(terms: CardTerms, posted_on: date) -> date:
    """The day of the statement a purchase posted on a day is on."""
    if terms.statement_day_purchase is StatementDayPurchase.IN_NEXT_STATEMENT:
        posted_on += _ONE_DAY
    return next_statement_day(terms, posted_on)


def interest_free_days(terms: CardTerms, posted_on: date) -> int:
    """The days from a purchase's posting to the due day of its statement: free where that is paid in full."""
    return (due_date(terms, statement_of_purchase(terms, posted_on)) - posted_on).days
