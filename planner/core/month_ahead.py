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
class SumUntil:
    """What comes and goes until the dues of the day `on` are paid; in fen.

    `income_fen` came on `paydays` before that day, `living_fen` is spent by its end (None: not known), `dues_fen` is
    all that was due by then. cash + income − dues − living = `left_fen`, below zero when it does not suffice.
    """

    on: date
    paydays: tuple[date, ...]
    income_fen: int
    dues_fen: int
    living_fen: int | None
    left_fen: int


@dataclass(frozen=True, slots=True)
class MonthAhead:
    """How the dues of a window can be paid (fen): `whole` until the last due, None without dues; `short` until the
    first due day whose dues cannot be paid whole, None when all can be paid."""

    cash_fen: int
    whole: SumUntil | None
    short: SumUntil | None

    @property
    def last_due_on(self) -> date | None:
        return None if self.whole is None else self.whole.on

    @property
    def left_fen(self) -> int:
        return self.cash_fen if self.whole is None else self.whole.left_fen

    @property
    def short_on(self) -> date | None:
        return None if self.short is None else self.short.on

    @property
    def short_fen(self) -> int:
        return 0 if self.short is None else -self.short.left_fen


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
    first = max(today, cash_on + timedelta(days=1))
    paid, sums = 0, []
    for day in sorted(asked):
        paid += asked[day]
        paydays = _paydays(payday, first, day) if income_fen else ()
        income = (income_fen or 0) * len(paydays)
        living = _living(essential_fen, today, day)
        sums.append(SumUntil(day, paydays, income, paid, living, cash_fen + income - paid - (living or 0)))
    return MonthAhead(
        cash_fen=cash_fen,
        whole=sums[-1] if sums else None,
        short=next((each for each in sums if each.left_fen < 0), None),
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


def _living(essential_fen: int | None, today: date, until: date) -> int | None:
    """What is spent on living from today to the end of a day."""
    if essential_fen is None:
        return None
    return divide_half_up(essential_fen * ((until - today).days + 1), DAYS_OF_A_MONTH)
