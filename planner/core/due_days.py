"""When instalments fall due: the anchor day and its policies, the first period, and days without work."""

from __future__ import annotations

from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.terms import DueDayPolicy, FirstPeriodPolicy, HolidayShift, LoanTerms, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays

LEAST_GAP_DAYS = 15
"""借呗: with fewer days between drawdown and due day, the first instalment falls due a month later."""


def anchor_day(terms: LoanTerms) -> int:
    """The day of the month the instalments aim at (1–31), after the product's map for the 29th to 31st."""
    day = terms.due_day if terms.due_day is not None else terms.drawn_on.day
    if day >= 29 and terms.due_day_policy is DueDayPolicy.MAP_TO_25_26_27:
        return day - 4
    if day >= 29 and terms.due_day_policy is DueDayPolicy.MAP_TO_21:
        return 21
    return day


def first_due_date(terms: LoanTerms) -> date:
    """The day the first instalment falls due."""
    if terms.first_due_on is not None:
        return terms.first_due_on
    anchor = anchor_day(terms)
    if terms.due_day_policy is DueDayPolicy.AFTER_STATEMENT:
        return _first_statement(terms) + timedelta(days=terms.days_after_statement)
    nearest = add_months(terms.drawn_on, 0, anchor)
    if nearest < terms.drawn_on:
        nearest = add_months(terms.drawn_on, 1, anchor)
    if terms.first_period_policy is FirstPeriodPolicy.SKIP_NEAREST_DUE:
        return add_months(nearest, 1, anchor)
    following = nearest if nearest > terms.drawn_on else add_months(nearest, 1, anchor)
    gap_days = (following - terms.drawn_on).days
    if terms.first_period_policy is FirstPeriodPolicy.NEXT_DUE_IF_GAP_15 and gap_days < LEAST_GAP_DAYS:
        return add_months(following, 1, anchor)
    return following


def due_dates(terms: LoanTerms, periods: int | None = None) -> tuple[date, ...]:
    """All due days in order, as agreed (`periods` other than the contract's after an extension). Month ends keep their
    anchor: 31 Jan, 28 Feb, 31 Mar."""
    count = terms.periods if periods is None else periods
    if terms.method in (RepaymentMethod.BULLET, RepaymentMethod.REVOLVING):
        if terms.first_due_on is not None:
            return (add_months(terms.first_due_on, count - terms.periods),)
        return (add_months(terms.drawn_on, count, anchor_day(terms)),)
    if terms.due_day_policy is DueDayPolicy.AFTER_STATEMENT and terms.first_due_on is None:
        first = _first_statement(terms)
        wait = timedelta(days=terms.days_after_statement)
        return tuple(add_months(first, month, anchor_day(terms)) + wait for month in range(count))
    first = first_due_date(terms)
    anchor = anchor_day(terms)
    if terms.first_due_on is not None and add_months(first, 0, anchor) != first:
        anchor = first.day
    return tuple(add_months(first, month, anchor) for month in range(count))


def shifted(day: date, shift: HolidayShift, workdays: Workdays = WEEKENDS_ONLY) -> date:
    """Where an instalment goes that falls due on `day`."""
    if shift is HolidayShift.NEXT_WORKDAY:
        return workdays.next(day)
    return workdays.previous(day) if shift is HolidayShift.PREVIOUS_WORKDAY else day


def _first_statement(terms: LoanTerms) -> date:
    """The first statement day after the drawdown; what is bought on a statement day is on the next statement."""
    day = add_months(terms.drawn_on, 0, anchor_day(terms))
    return day if day > terms.drawn_on else add_months(day, 1, anchor_day(terms))
