"""The calendar: a month of weeks with what is to be paid, what was, paydays and statement days, and what goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.core.calendar import add_months, month_end
from planner.core.debt_service import profile_on
from planner.core.facts import CreditFacts, RowKind, RowRef
from planner.core.repayments import DueState
from planner.core.workdays import WEEKENDS_ONLY, Workdays
from planner.reports.ahead import dues_ahead
from planner.reports.dues import DAYS_AHEAD, Asked, Dues, asked, dues, open_dues
from planner.reports.figures import ThisMonth, month_sums
from planner.reports.lines import LineRecord
from planner.reports.records import records_of
from planner.store.reader import Reader

DAYS_OF_A_WEEK = 7
CROWDED_FROM = 3
"""So many dues on one day are marked."""


class ItemKind(StrEnum):
    """What stands on a day."""

    INSTALMENT = "instalment"
    STATEMENT = "statement"
    PAYDAY = "payday"
    STATEMENT_DAY = "statement_day"


@dataclass(frozen=True, slots=True)
class DayItem:
    """One thing of a day; fen. `asked_fen` is what is to be paid, or the income of a payday; None where it is not
    known or there is none. `account` is the loan or line, None for paydays; `state` is that of dues alone. The rest is
    as in `Asked`."""

    kind: ItemKind
    ref: RowRef
    account: RowRef | None
    name: str
    product: str
    number: int = 0
    periods: int = 0
    asked_fen: int | None = None
    paid_fen: int = 0
    carried_fen: int = 0
    minimum_fen: int | None = None
    state: DueState | None = None
    paid_on: date | None = None

    @property
    def open_fen(self) -> int:
        """What is still to pay; nothing for what is no due."""
        return 0 if self.state is None else (self.asked_fen or 0) - self.paid_fen


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day. `pay_by` is the last workday before it where something is open on a day without work.

    `missing_fen` is what cash and income lack on the first day whose dues they cannot pay whole; None on other days
    and where it is not known. `in_month`: not a day of a neighbour month that fills the week.
    """

    on: date
    in_month: bool
    items: tuple[DayItem, ...]
    workday: bool
    pay_by: date | None
    missing_fen: int | None

    @property
    def open_fen(self) -> int:
        return sum(item.open_fen for item in self.items)

    @property
    def dues(self) -> int:
        """How many instalments and statements fall due."""
        return sum(1 for item in self.items if item.state is not None)

    @property
    def crowded(self) -> bool:
        return self.dues >= CROWDED_FROM


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """The weeks of a month, Monday first, and its sums. `has_accounts`: there is a line or loan at all.

    `holidays_known`: the public holidays of the year are; else only weekends are taken as days without work.
    """

    today: date
    month: date
    weeks: tuple[tuple[CalendarDay, ...], ...]
    sums: ThisMonth
    has_accounts: bool
    holidays_known: bool

    def day(self, on: date) -> CalendarDay | None:
        """The day of a date; None where no week has it."""
        return next((day for week in self.weeks for day in week if day.on == on), None)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What goes into a calendar file: the open dues, and the book's own salt, from which events get their names."""

    dues: Dues
    salt: str


def month_calendar(reader: Reader, *, month: date, today: date, workdays: Workdays = WEEKENDS_ONLY) -> MonthCalendar:
    """The calendar month of `month` as it stands on `today`; its sums are those of the overview."""
    start = month.replace(day=1)
    first, last = _weeks_of(start)
    records = records_of(reader, today=today)
    rows = asked(records, until=max(last, today + timedelta(days=DAYS_AHEAD)) + timedelta(days=1))
    facts, lines = records.facts, records.lines
    items: defaultdict[date, list[DayItem]] = defaultdict(list)
    for row in rows:
        if first <= row.due_on <= last:
            items[row.due_on].append(_due_item(row))
    for on, item in (*_paydays(facts, first, last), *_statement_days(lines, first, last)):
        items[on].append(item)
    ahead = dues_ahead(facts, open_dues(rows, today=today, until=today + timedelta(days=DAYS_AHEAD)))
    missing = {} if ahead is None or ahead.short_on is None else {ahead.short_on: ahead.short_fen}
    days = [
        _day(on, start, tuple(sorted(items[on], key=_order)), workdays, missing.get(on))
        for on in (first + timedelta(days=at) for at in range((last - first).days + 1))
    ]
    return MonthCalendar(
        today=today,
        month=start,
        weeks=tuple(tuple(days[at : at + DAYS_OF_A_WEEK]) for at in range(0, len(days), DAYS_OF_A_WEEK)),
        sums=month_sums(rows, month=start),
        has_accounts=bool(lines or facts.loans),
        holidays_known=workdays.known(start),
    )


def due_day(reader: Reader, *, ref: RowRef, today: date) -> date | None:
    """The day an instalment or a statement falls due; None where it is not in the book or asks nothing."""
    rows = asked(records_of(reader, today=today), until=date.max)
    return next((each.due_on for each in rows if each.ref == ref), None)


def calendar_file(reader: Reader, *, today: date, days: int) -> CalendarFile:
    """The open dues of the next days, late ones included."""
    return CalendarFile(dues(reader, today=today, days=days), reader.value("SELECT salt FROM book_info"))


def _weeks_of(start: date) -> tuple[date, date]:
    """The Monday on or before a month's first day, the Sunday on or after its last."""
    end = month_end(start)
    return start - timedelta(days=start.weekday()), end + timedelta(days=DAYS_OF_A_WEEK - 1 - end.weekday())


def _day(on: date, start: date, items: tuple[DayItem, ...], workdays: Workdays, missing_fen: int | None) -> CalendarDay:
    workday = workdays.is_workday(on)
    is_open = any(item.open_fen for item in items)
    in_month = (on.year, on.month) == (start.year, start.month)
    return CalendarDay(on, in_month, items, workday, workdays.pay_by(on) if is_open else None, missing_fen)


def _order(item: DayItem) -> tuple[int, str, int, int, int]:
    """What is still to pay first, then what was paid, paydays, statement days."""
    rank = list(ItemKind).index(item.kind) + 1 if item.state is None else (0 if item.open_fen else 1)
    account = item.account or item.ref
    return rank, account.kind, account.id, item.number, item.ref.id


def _due_item(row: Asked) -> DayItem:
    return DayItem(
        kind=ItemKind.INSTALMENT if row.account.kind is RowKind.LOAN else ItemKind.STATEMENT,
        ref=row.ref,
        account=row.account,
        name=row.name,
        product=row.product,
        number=row.number,
        periods=row.periods,
        asked_fen=row.asked_fen,
        paid_fen=row.paid_fen,
        carried_fen=row.carried_fen,
        minimum_fen=row.minimum_fen,
        state=row.state,
        paid_on=row.paid_on,
    )


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months that the days from `first` to `last` are in."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = add_months(month, 1)


def _paydays(facts: CreditFacts, first: date, last: date) -> Iterator[tuple[date, DayItem]]:
    """The days of pay, each by what the user said of income as in force on it."""
    for month in _months(first, last):
        for profile in facts.profile:
            on = month if profile.payday is None else add_months(month, 0, profile.payday)
            if profile.payday is not None and first <= on <= last and profile_on(facts, on) is profile:
                yield on, DayItem(ItemKind.PAYDAY, profile.ref, None, "", "", asked_fen=profile.income_fen)


def _statement_days(lines: tuple[LineRecord, ...], first: date, last: date) -> Iterator[tuple[date, DayItem]]:
    """The statement days of lines that are open on them."""
    for line in lines:
        if line.statement_day is None:
            continue
        for month in _months(first, last):
            on = add_months(month, 0, line.statement_day)
            closed = line.fact.closed_on is not None and line.fact.closed_on <= on
            if first <= on <= last and line.fact.opened_on <= on and not closed:
                ref = line.fact.ref
                yield on, DayItem(ItemKind.STATEMENT_DAY, ref, ref, line.fact.name, line.product)
