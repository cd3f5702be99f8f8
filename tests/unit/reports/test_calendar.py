"""The calendar's weeks and what stands on their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.actions.lines import add_line, close_line, pay_line, record_statement
from planner.actions.loans import add_loan, close_loan, record_repayment
from planner.actions.profile import add_cash_account, set_profile
from planner.core.facts import LenderKind, LineKind, RowKind, RowRef
from planner.core.repayments import DueState
from planner.knowledge import load_knowledge
from planner.reports.calendar import CalendarDay, ItemKind, MonthCalendar, due_day, month_calendar
from planner.reports.dues import dues
from planner.store.book import Book
from tests.books import TODAY, jiebei_terms, new_book, with_jiebei

WORKDAYS = load_knowledge().workdays


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


def seen(book: Book, month: date, today: date = TODAY) -> MonthCalendar:
    return book.read(month_calendar, month=month, today=today, workdays=WORKDAYS)


def day(view: MonthCalendar, on: date) -> CalendarDay:
    found = view.day(on)
    assert found is not None
    return found


def a_card(book: Book, **more: int | None) -> int:
    return book.write(
        add_line, lender_name="招商银行", lender_kind=LenderKind.BANK, name="招行信用卡", product="",
        kind=LineKind.CARD, opened_on=date(2024, 5, 1), limit_fen=3_000_000, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("month", "weeks", "first", "last"),
    [
        (date(2026, 2, 14), 5, date(2026, 1, 26), date(2026, 3, 1)),
        (date(2027, 2, 1), 4, date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 29), 5, date(2028, 1, 31), date(2028, 3, 5)),
        (date(2026, 11, 30), 6, date(2026, 10, 26), date(2026, 12, 6)),
        (date(2026, 12, 31), 5, date(2026, 11, 30), date(2027, 1, 3)),
        (date(2027, 1, 1), 5, date(2026, 12, 28), date(2027, 1, 31)),
    ],
)
def test_a_month_has_whole_weeks_from_monday(book: Book, month: date, weeks: int, first: date, last: date) -> None:
    view = seen(book, month)
    days = [each for week in view.weeks for each in week]
    assert [len(week) for week in view.weeks] == [7] * weeks
    assert [each.on for each in days] == [first + timedelta(days=at) for at in range(7 * weeks)]
    assert (days[0].on, days[-1].on, days[0].on.weekday()) == (first, last, 0)
    inside = [each.on for each in days if each.in_month]
    assert inside[0] == view.month == month.replace(day=1)
    assert {(each.year, each.month) for each in inside} == {(month.year, month.month)}
    assert (inside[-1] + timedelta(days=1)).day == 1


def test_an_instalment_stands_on_its_day_with_what_was_paid_and_when(book: Book) -> None:
    with_jiebei(book, paid=9)
    (item,) = day(seen(book, date(2026, 10, 1)), date(2026, 10, 15)).items
    assert (item.kind, item.asked_fen, item.paid_fen, item.open_fen) == (ItemKind.INSTALMENT, 90041, 90041, 0)
    assert (item.state, item.paid_on, item.number, item.periods) == (DueState.SETTLED, date(2026, 10, 15), 9, 12)
    view = seen(book, TODAY)
    (late,) = day(view, date(2026, 11, 15)).items
    assert (late.state, late.open_fen, late.paid_on) == (DueState.LATE, 90041, None)
    assert (view.sums.due_fen, view.sums.paid_fen, view.sums.overdue_fen) == (90041, 0, 90041)
    assert seen(book, date(2026, 10, 1)).sums.overdue_fen == 0


@pytest.mark.parametrize("closing", ["paid off early", "closed"])
def test_what_a_lender_asks_no_more_is_not_due(book: Book, closing: str) -> None:
    _, loan = with_jiebei(book, paid=9)
    if closing == "closed":
        book.write(record_repayment, loan_id=loan, paid_on=date(2026, 11, 15), amount_fen=40_000)
        book.write(close_loan, loan_id=loan, closed_on=TODAY)
    else:
        book.write(record_repayment, loan_id=loan, paid_on=TODAY, amount_fen=268_000, closes=True)
    for month in (TODAY, date(2026, 12, 1), date(2027, 1, 1)):
        sums = seen(book, month).sums
        assert (sums.due_fen, sums.open_fen, sums.overdue_fen) == (sums.paid_fen, 0, 0)
    assert book.read(dues, today=TODAY, days=365).rows == ()


def test_an_older_statement_stays_on_its_day_and_what_was_not_paid_goes_on(book: Book) -> None:
    card = a_card(book)
    bill = {"line_id": card, "minimum_fen": 10_000}
    book.write(record_statement, statement_on=date(2026, 9, 20), due_on=date(2026, 10, 8), balance_fen=100_000, **bill)
    book.write(record_statement, statement_on=date(2026, 10, 20), due_on=date(2026, 11, 8), balance_fen=80_000, **bill)
    book.write(record_statement, statement_on=date(2026, 11, 20), due_on=date(2026, 12, 8), balance_fen=50_000, **bill)
    book.write(pay_line, line_id=card, paid_on=date(2026, 10, 8), amount_fen=60_000)
    book.write(pay_line, line_id=card, paid_on=date(2026, 11, 10), amount_fen=80_000)
    (october,) = day(seen(book, date(2026, 10, 1)), date(2026, 10, 8)).items
    assert (october.asked_fen, october.paid_fen, october.carried_fen) == (60_000, 60_000, 40_000)
    assert october.state is DueState.PARTLY_PAID
    sums = seen(book, date(2026, 10, 1)).sums
    assert (sums.due_fen, sums.paid_fen, sums.open_fen) == (60_000, 60_000, 0)
    assert [due.open_fen for due in book.read(dues, today=TODAY, days=365).rows] == [50_000]
    view = seen(book, TODAY)
    (november,) = day(view, date(2026, 11, 8)).items
    assert (november.state, november.paid_on) == (DueState.SETTLED_LATE, date(2026, 11, 10))
    assert (view.sums.due_fen, view.sums.paid_fen, view.sums.overdue_fen) == (80_000, 80_000, 0)
    (december,) = day(seen(book, date(2026, 12, 1)), date(2026, 12, 8)).items
    assert (december.open_fen, december.minimum_fen, december.state) == (50_000, 10_000, DueState.UPCOMING)


def test_statement_days_stand_while_the_line_is_open_clamped_to_the_month(book: Book) -> None:
    card = a_card(book, statement_day=31, due_day=18)
    (item,) = day(seen(book, date(2026, 2, 1)), date(2026, 2, 28)).items
    assert (item.kind, item.account) == (ItemKind.STATEMENT_DAY, RowRef(RowKind.LINE, card))
    assert day(seen(book, date(2028, 2, 1)), date(2028, 2, 29)).items
    assert not day(seen(book, date(2024, 4, 1)), date(2024, 4, 30)).items
    book.write(close_line, line_id=card, closed_on=date(2026, 10, 15))
    assert day(seen(book, date(2026, 9, 1)), date(2026, 9, 30)).items
    assert not day(seen(book, date(2026, 10, 1)), date(2026, 10, 31)).items


def test_what_is_to_pay_stands_before_paydays_and_statement_days(book: Book) -> None:
    with_jiebei(book, paid=9)
    a_card(book, statement_day=15, due_day=8)
    book.write(set_profile, since=date(2026, 1, 1), income_fen=900_000, payday=15, essential_fen=None)
    expected = [ItemKind.INSTALMENT, ItemKind.PAYDAY, ItemKind.STATEMENT_DAY]
    for month in (10, 11):
        assert [item.kind for item in day(seen(book, date(2026, month, 1)), date(2026, month, 15)).items] == expected


def test_a_payday_is_that_of_the_income_in_force_on_it(book: Book) -> None:
    book.write(set_profile, since=date(2026, 1, 1), income_fen=900_000, payday=31, essential_fen=None)
    book.write(set_profile, since=date(2026, 6, 15), income_fen=None, payday=10, essential_fen=None)
    paid = {
        each.on: item.asked_fen
        for month in (2, 5, 6, 7)
        for week in seen(book, date(2026, month, 1)).weeks
        for each in week
        if each.in_month
        for item in each.items
    }
    assert paid == {date(2026, 2, 28): 900_000, date(2026, 5, 31): 900_000, date(2026, 7, 10): None}


def test_a_due_day_without_work_names_the_workday_before(book: Book) -> None:
    book.write(
        add_loan, lender_name="建设银行", lender_kind=LenderKind.BANK, name="快贷", product="",
        terms=jiebei_terms(drawn_on=date(2026, 8, 3), periods=6),
    )  # fmt: skip
    view = seen(book, date(2026, 10, 1), today=date(2026, 9, 28))
    assert day(view, date(2026, 10, 3)).pay_by == date(2026, 9, 30)
    assert day(view, date(2026, 10, 4)).pay_by is None
    assert view.holidays_known
    assert not seen(book, date(2027, 1, 1)).holidays_known


def test_the_day_that_cash_and_income_do_not_reach_is_marked(book: Book) -> None:
    with_jiebei(book, paid=10)
    assert all(each.missing_fen is None for week in seen(book, TODAY).weeks for each in week)
    book.write(add_cash_account, name="余额宝", on=TODAY, balance_fen=50_000)
    view = seen(book, date(2026, 12, 1))
    assert {each.on: each.missing_fen for week in view.weeks for each in week if each.missing_fen is not None} == {
        date(2026, 12, 15): 40_041
    }


def test_three_dues_make_a_day_crowded_and_what_is_open_comes_first(book: Book) -> None:
    with_jiebei(book, paid=10)
    for name in ("b", "a"):
        book.write(add_loan, lender_name="x", lender_kind=LenderKind.OTHER, name=name, product="", terms=jiebei_terms())
    crowd = day(seen(book, TODAY), date(2026, 11, 15))
    assert crowd.crowded
    assert [item.name for item in crowd.items] == ["b", "a", "借呗 · 装修"]
    assert [bool(item.open_fen) for item in crowd.items] == [True, True, False]
    assert not day(seen(book, TODAY), date(2026, 11, 16)).crowded


def test_a_due_is_found_by_its_row(book: Book) -> None:
    _, loan = with_jiebei(book)
    assert book.read(due_day, ref=RowRef(RowKind.DUE, loan, 3), today=TODAY) == date(2026, 4, 15)
    assert book.read(due_day, ref=RowRef(RowKind.DUE, loan, 13), today=TODAY) is None
