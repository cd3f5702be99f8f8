"""Can the dues of the next days be paid: cash now, income on its payday, living costs, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.money import divide_half_up

DAYS_OF_A_MONTH = 30
"""Living costs are known by the month; one day takes a thirtieth of them."""


@dataclass(frozen=True, slots=True)
class MonthAhead:
    """How the dues of a window can be paid; all in fen.

    `income_fen` comes on `paydays` before the last due is paid, `living_fen` is spent until then (None: not known).
    `left_fen` is what is left after the last due, below zero when it does not suffice. `short_on` is the first due
    day whose dues cannot be paid whole and `short_fen` what is missing on it; None and 0 when all can be paid.
    """

    cash_fen: int
    paydays: tuple[date, ...]
    income_fen: int
    dues_fen: int
    living_fen: int | None
    last_due_on: date | None
    left_fen: int
    short_on: date | None
    short_fen: int


def month_ahead(
    *,
    today: date,
    until: date,
    cash_fen: int,
    cash_on: date,
    dues: Sequence[tuple[date, int]],
    income_fen: int | None,
    payday: int | None,
    essential_fen: int | None,
) -> MonthAhead:
    """Whether `dues` ((day, fen), those before `today` counted today, those from `until` on left out) can be paid.

    Cautious where the hour is not known: the dues of a day are paid before its income comes. `cash_fen` is the
    balance at the end of `cash_on`, so income of that day is in it already; of what came between that day and today
    nothing is known. The payday is clamped to the month's end. Living costs are spread evenly: by the end of the
    n-th day, today being the first, n thirtieths of a month's are spent, half-up to the fen.
    """
    asked = _by_day(dues, today, until)
    last = max(asked, default=None)
    paydays = _paydays(payday, max(today, cash_on + timedelta(days=1)), last or today)
    paid, short_on, short_fen, left = 0, None, 0, cash_fen
    for day in sorted(asked):
        paid += asked[day]
        income = (income_fen or 0) * sum(1 for each in paydays if each < day)
        left = cash_fen + income - paid - (_living(essential_fen, today, day) or 0)
        if left < 0 and short_on is None:
            short_on, short_fen = day, -left
    coming = paydays if income_fen else ()
    return MonthAhead(
        cash_fen=cash_fen,
        paydays=coming,
        income_fen=(income_fen or 0) * len(coming),
        dues_fen=paid,
        living_fen=_living(essential_fen, today, last),
        last_due_on=last,
        left_fen=left,
        short_on=short_on,
        short_fen=short_fen,
    )


def _by_day(dues: Sequence[tuple[date, int]], today: date, until: date) -> dict[date, int]:
    """What is to be paid on each day of the window."""
    asked: dict[date, int] = {}
    for due_on, fen in dues:
        if due_on < until:
            day = max(due_on, today)
            asked[day] = asked.get(day, 0) + fen
    return asked


def _paydays(payday: int | None, first: date, end: date) -> tuple[date, ...]:
    """The paydays from `first` on and before `end`, whose own income comes too late for its dues."""
    if payday is None:
        return ()
    months = (end.year - first.year) * 12 + end.month - first.month
    days = (add_months(first, month, payday) for month in range(months + 1))
    return tuple(day for day in days if first <= day < end)


def _living(essential_fen: int | None, today: date, until: date | None) -> int | None:
    """What is spent on living from today to the end of a day."""
    if essential_fen is None or until is None:
        return None
    return divide_half_up(essential_fen * ((until - today).days + 1), DAYS_OF_A_MONTH)
