"""The calendar as a person uses it: by keys, from a day to its repayment, and out into a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.core.facts import RowKind, RowRef
from planner.core.repayments import DueState
from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.reports.calendar import DayItem, ItemKind, month_calendar
from planner.store.book import Book
from planner.ui.calendar.grid import MonthGrid, MonthModel, item_tone, shown_of
from planner.ui.calendar.words import item_state, short_texts, sign
from planner.ui.theme import DARK, LIGHT
from planner.wording.amounts import yuan
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, card_book, cells, pick_in_menu, value

NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as found:
        found.key("3")
        yield found


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as found:
        found.key("3")
        yield found


def grid(person: Person) -> MonthGrid:
    return person.find("calendar.grid", MonthGrid)


def press(person: Person, *keys: Qt.Key) -> None:
    view = grid(person)
    view.setFocus()
    for key in keys:
        person.bot.keyClick(view, key)
        person.settle()


def chosen(person: Person) -> str:
    """The text of the cell the cursor is on."""
    return str(grid(person).currentIndex().data())


def cell(person: Person, day: str) -> str:
    """The text of a day that is in view."""
    model = grid(person).model()
    texts = [str(model.index(row, at).data()) for row in range(model.rowCount()) for at in range(7)]
    (found,) = [text for text in texts if text.split("\n")[0] == day]
    return found


def go_to(person: Person, on: date) -> None:
    """Moves by the keys alone."""
    press(person, Qt.Key.Key_Home)
    steps = (on - TODAY).days
    press(person, *[Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left] * abs(steps))


def test_the_month_of_today_with_the_day_of_today(person: Person) -> None:
    assert person.text("calendar.month") == "November 2026"
    assert chosen(person).startswith("24 November 2026, Tuesday · Today")
    assert person.text("calendar.day_title") == "24 Nov, Tuesday"
    card = cell(person, "28 November 2026, Saturday")
    assert "招行信用卡 · statement · ¥8,123.00 · To pay · at least ¥812.30" in card
    assert "借呗 · 周转 · 4/12 · ¥1,081.14 · To pay" in card
    assert "Payday · ¥9,200.00 · Income" in cell(person, "10 November 2026, Tuesday")
    assert "招行信用卡 · statement day" in cell(person, "10 November 2026, Tuesday")
    assert "Paid on 2026-11-10" in cell(person, "10 November 2026, Tuesday")
    headers = [grid(person).model().headerData(at, Qt.Orientation.Horizontal) for at in range(7)]
    assert headers == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_keys_move_by_day_and_week_and_turn_the_month_at_its_edge(person: Person) -> None:
    press(person, Qt.Key.Key_Down)
    assert person.text("calendar.month") == "December 2026"
    assert chosen(person).startswith("1 December 2026")
    press(person, Qt.Key.Key_Left)
    assert person.text("calendar.month") == "November 2026"
    assert chosen(person).startswith("30 November 2026")
    press(person, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert chosen(person).startswith("24 November 2026")
    press(person, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert chosen(person).startswith("24 January 2027")
    press(person, Qt.Key.Key_PageUp)
    assert chosen(person).startswith("24 December 2026")
    press(person, Qt.Key.Key_Home)
    assert chosen(person).startswith("24 November 2026, Tuesday · Today")


def test_many_keys_before_an_answer_go_as_far_as_they_say(qtbot: QtBot, tmp_path: Path) -> None:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY, threaded=True) as person:
        person.key("3")
        view = grid(person)
        view.setFocus()
        for _ in range(3):
            qtbot.keyClick(view, Qt.Key.Key_PageDown)
        for _ in range(10):
            qtbot.keyClick(view, Qt.Key.Key_Right)
        person.settle()
        assert person.text("calendar.month") == "March 2027"
        assert chosen(person).startswith("6 March 2027")
        assert person.text("calendar.day_title") == "6 Mar, Saturday"


def test_buttons_turn_the_month_and_come_back(person: Person) -> None:
    person.press("calendar.later")
    assert person.text("calendar.month") == "December 2026"
    person.press("calendar.earlier")
    person.press("calendar.earlier")
    assert person.text("calendar.month") == "October 2026"
    assert "October 2026" in [each.text() for each in person.window.findChildren(QLabel) if each.isVisible()]
    person.press("calendar.today")
    assert person.text("calendar.month") == "November 2026"


def test_a_click_on_a_day_of_the_next_month_turns_to_it(person: Person) -> None:
    view = grid(person)
    place = view.visualRect(view.month_model.place(date(2026, 12, 3))).center()
    person.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.settle()
    assert person.text("calendar.month") == "December 2026"
    assert chosen(person).startswith("3 December 2026")


def test_a_repayment_from_the_day_changes_its_pill_and_the_overview(person: Person) -> None:
    go_to(person, date(2026, 11, 28))
    due = grid(person).month_model.day(grid(person).currentIndex())
    assert due is not None
    item = next(each for each in due.items if each.kind is ItemKind.INSTALMENT)
    assert sign(item) == "○"
    before = {key: person.text(f"calendar.{key}") for key in ("due", "paid", "open")}
    press(person, Qt.Key.Key_Return)
    items = person.find("calendar.day", QTableView)
    assert items.hasFocus()
    at = [text.split("\n")[0] for text in cells(person, "calendar.day", 0)].index("借呗 · 周转")
    for _ in range(at - items.currentIndex().row()):
        person.bot.keyClick(items, Qt.Key.Key_Down)
    person.press("calendar.repay")
    amount = person.text("repayment_form.amount")
    assert f"¥{amount}" == yuan(item.open_fen)
    person.press("repayment_form.ok")
    now = next(each for each in grid(person).month_model.day(grid(person).currentIndex()).items if each.ref == item.ref)
    assert sign(now) == "✓"
    assert "Paid on 2026-11-24" in chosen(person)
    assert value(person, "SELECT amount_fen FROM repayment ORDER BY id DESC") == item.open_fen
    assert person.text("calendar.due") == before["due"]
    assert person.text("calendar.paid") != before["paid"]
    paid, to_pay = person.text("calendar.paid"), person.text("calendar.open")
    person.key("1")
    kpi = person.find("overview.month", QWidget).parentWidget()
    assert person.text("overview.month") == before["due"]
    assert f"Paid {paid} · to pay {to_pay}" in [each.text() for each in kpi.findChildren(QLabel)]
    person.key("Z")
    person.key("3")
    assert {key: person.text(f"calendar.{key}") for key in before} == before


def test_nothing_can_be_repaid_where_nothing_is_open(person: Person) -> None:
    go_to(person, date(2026, 11, 25))
    assert not person.find("calendar.repay", QPushButton).isEnabled()
    assert person.text("calendar.day_marks") == "Nothing stands on this day."
    go_to(person, date(2026, 11, 10))
    assert cells(person, "calendar.day", 0)
    assert not person.find("calendar.repay", QPushButton).isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_enter_and_the_menu_open_the_loan_of_the_day(person: Person) -> None:
    go_to(person, date(2026, 12, 28))
    press(person, Qt.Key.Key_Return)
    items = person.find("calendar.day", QTableView)
    person.bot.keyClick(items, Qt.Key.Key_Return)
    person.settle()
    assert person.window.page("loans").isVisible()
    assert person.find("loans.list", QTableView).currentIndex().data().startswith("借呗 · 周转")
    person.key("3")
    items = person.find("calendar.day", QTableView)
    items.customContextMenuRequested.emit(items.visualRect(items.currentIndex()).center())
    person.settle()
    pick_in_menu(person, "Record a repayment…")
    assert person.find("repayment_form", QDialog).isVisible()


def test_a_day_without_work_says_when_to_send_the_money(person: Person) -> None:
    go_to(person, date(2026, 11, 28))
    note = person.text("calendar.note")
    assert "send it by 27 Nov, Friday" in note
    assert "holidays" not in note
    go_to(person, date(2026, 11, 25))
    assert not person.window.findChild(QLabel, "calendar.note").isVisible()
    press(person, Qt.Key.Key_Home, *[Qt.Key.Key_PageDown] * 3)
    press(person, *[Qt.Key.Key_Right] * 4)
    assert chosen(person).startswith("28 February 2027, Sunday")
    assert "send it by 26 Feb, Friday" in person.text("calendar.note")
    assert "holidays of this year are not known" in person.text("calendar.note")


def test_a_row_of_the_book_leads_to_its_day(person: Person) -> None:
    page = person.window.page("calendar")
    page.show_row(RowRef(RowKind.DUE, 4, 9))
    person.settle()
    assert chosen(person).startswith("28 April 2027")
    page.show_row(RowRef(RowKind.STATEMENT, 1))
    person.settle()
    assert chosen(person).startswith("28 November 2026")
    page.show_row(RowRef(RowKind.DUE, 4, 99))
    person.settle()
    assert chosen(person).startswith("28 November 2026")


def test_the_sums_are_those_of_the_month_in_view(person: Person) -> None:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        for months, month in ((0, TODAY), (1, date(2026, 10, 1)), (1, date(2026, 9, 1))):
            press(person, *[Qt.Key.Key_PageUp] * months)
            sums = book.read(month_calendar, month=month, today=TODAY).sums
            for key, fen in (("due", sums.due_fen), ("paid", sums.paid_fen), ("open", sums.open_fen)):
                assert person.text(f"calendar.{key}") == yuan(fen)
            assert person.text("calendar.overdue") == yuan(sums.overdue_fen)
    finally:
        book.close()


def test_the_dues_go_into_a_file_and_the_folder_is_remembered(person: Person, tmp_path: Path) -> None:
    person.press("calendar.export")
    dialog = person.window.findChild(QFileDialog, "calendar.dialog")
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    file = tmp_path / "out" / "mine.ics"
    file.parent.mkdir()
    file.write_text("older")  # the dialog has asked whether to replace it
    dialog.fileSelected.emit(str(file))
    person.settle()
    dialog.close()
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert f"{len(events)} dues of the next year are in {file}." == person.text("calendar.notice")
    assert "借呗 · 周转 · 4/12 · ¥1,081.14" in [str(each["SUMMARY"]) for each in events]
    assert "招行信用卡 · statement · ¥8,123.00" in [str(each["SUMMARY"]) for each in events]
    assert person.window.preferences.last_export_folder == str(file.parent)
    person.press("calendar.export")
    (again,) = [each for each in person.window.findChildren(QFileDialog, "calendar.dialog") if each.isVisible()]
    assert again.directory().absolutePath() == str(file.parent)
    again.fileSelected.emit(str(tmp_path / "none" / "x.ics"))
    person.settle()
    again.close()
    assert "could not be written" in person.text("calendar.notice")


def test_an_empty_book_shows_the_month_and_the_next_step(empty: Person) -> None:
    assert chosen(empty).startswith("24 November 2026, Tuesday · Today")
    assert empty.text("calendar.due") == "¥0.00"
    empty.press("calendar.first")
    assert empty.find("loan_form", QDialog).isVisible()


def test_the_grid_keeps_qts_rules(qtmodeltester: ModelTester, tmp_path: Path) -> None:
    model = MonthModel()
    qtmodeltester.check(model)
    book = Book.open_to_read(card_book(tmp_path), today=TODAY)
    for month in (TODAY, date(2027, 2, 1)):
        model.set_month(book.read(month_calendar, month=month, today=TODAY))
        qtmodeltester.check(model)
        assert (model.rowCount(), model.columnCount()) == (6 if month is TODAY else 4, 7)
    book.close()


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_every_state_has_its_shape_and_its_words(tongue: str) -> None:
    set_language(tongue)
    made = {
        state: DayItem(ItemKind.INSTALMENT, RowRef(RowKind.DUE, 1, 1), RowRef(RowKind.LOAN, 1), "x", "", 1, 2, 500,
                       500 if state in (DueState.SETTLED, DueState.SETTLED_LATE) else 0, state=state)
        for state in DueState
    }  # fmt: skip
    shapes = {state: sign(item) for state, item in made.items()}
    assert shapes[DueState.SETTLED] == shapes[DueState.SETTLED_LATE] == "✓"
    assert shapes[DueState.UPCOMING] == shapes[DueState.PARTLY_PAID] == "○"
    assert shapes[DueState.LATE] == shapes[DueState.DUE_TODAY] == "!"
    assert len({item_state(item) for item in made.values()}) == len(DueState)
    # colour follows shape: what looks alike in grey means the same
    assert {(shapes[state], item_tone(item)) for state, item in made.items()} == {
        ("✓", "good"), ("✓", "watch"), ("○", "watch"), ("!", "risk"),
    }  # fmt: skip
    for item in made.values():
        for theme in (LIGHT, DARK):
            assert theme.tone(item_tone(item))
        assert short_texts(item, "借")[0] == f"{sign(item)} 借 5.00"


@pytest.mark.parametrize(
    ("count", "places", "shown"), [(0, 2, 0), (2, 2, 2), (3, 2, 1), (9, 4, 3), (1, 1, 1), (2, 1, 0)]
)
def test_what_does_not_fit_is_counted_in_the_last_place(count: int, places: int, shown: int) -> None:
    assert shown_of(count, places) == shown


def test_a_cell_says_all_that_stands_on_its_day_whatever_was_painted(person: Person) -> None:
    view = grid(person)
    day = view.month_model.day(view.month_model.place(date(2026, 11, 28)))
    assert day is not None
    assert len(day.items) == 2
    person.window.resize(1024, 680)
    person.settle()
    assert view.horizontalScrollBar().maximum() == view.verticalScrollBar().maximum() == 0
    assert all(f"{item.name} · " in cell(person, "28 November 2026, Saturday") for item in day.items)


def test_the_known_holidays_reach_the_page(person: Person) -> None:
    assert person.window.page("calendar").desk.workdays == load_knowledge().workdays
