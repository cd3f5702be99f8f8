"""What each page is for, done with the keyboard alone; and every widget in view can be reached by Tab."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.store.book import Book
from planner.ui.main_window import PAGES
from tests.gui.desk import Person, person_at
from tests.year_book import make_year_book

TODAY = date(2026, 11, 24)
MOST_TABS = 80


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    path = make_year_book(tmp_path / "book.yudu", TODAY)
    with person_at(qtbot, path, tmp_path, today=TODAY) as found:
        yield found


def value(person: Person, sql: str) -> object:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.value(sql)
    finally:
        book.close()


def tab_to(person: Person, name: str) -> QWidget:
    """Presses Tab until a widget has the focus."""
    for _ in range(MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return focus
        person.bot.keyClick(focus or person.window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def press(person: Person, key: Qt.Key) -> None:
    person.bot.keyClick(QApplication.focusWidget(), key)
    person.settle()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_is_due_is_paid_from_the_overview(person: Person) -> None:
    person.key("1")
    before = value(person, "SELECT count(*) FROM repayment")
    table = tab_to(person, "overview.dues")
    assert isinstance(table, QTableView)
    press(person, Qt.Key.Key_Down)
    press(person, Qt.Key.Key_Menu)
    menus = [each for each in person.window.findChildren(QMenu) if each.isVisible()]
    if not menus:  # offscreen there is no menu key: what it would open
        table.customContextMenuRequested.emit(table.viewport().rect().center())
        menus = [each for each in person.window.findChildren(QMenu) if each.isVisible()]
    (menu,) = menus
    texts = [action.text() for action in menu.actions()]
    at = next(number for number, text in enumerate(texts) if "repayment" in text)
    for _ in range(at + 1):
        person.bot.keyClick(menu, Qt.Key.Key_Down)
    person.bot.keyClick(menu, Qt.Key.Key_Return)
    person.settle()
    tab_to(person, "repayment_form.ok")
    press(person, Qt.Key.Key_Space)
    assert value(person, "SELECT count(*) FROM repayment") == int(str(before)) + 1


def test_income_is_changed_in_the_settings(person: Person) -> None:
    person.key("8")
    field = tab_to(person, "settings.income")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    person.bot.keyClicks(field, "10000")
    since = tab_to(person, "settings.since")
    assert isinstance(since, QLineEdit)
    since.selectAll()
    person.bot.keyClicks(since, "2026-11-24")
    tab_to(person, "settings.save_profile")
    press(person, Qt.Key.Key_Space)
    assert value(person, "SELECT income_fen FROM profile ORDER BY since DESC LIMIT 1") == 1_000_000


def test_the_guide_is_read(person: Person) -> None:
    person.window.go_to("guide")
    chapters = tab_to(person, "guide.chapters")
    assert isinstance(chapters, QListWidget)
    press(person, Qt.Key.Key_Down)
    press(person, Qt.Key.Key_Down)
    assert chapters.currentRow() > 0
    tab_to(person, "guide.text")


@pytest.mark.parametrize("key", PAGES)
def test_tab_reaches_everything_in_view(person: Person, key: str) -> None:
    person.window.go_to(key)
    person.settle()
    page = person.find(f"page.{key}", QWidget)
    wanted = {
        each.objectName()
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.objectName() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.objectName().startswith("qt_") and not each.objectName().endswith(("_calendar", "_clear"))
    }  # fmt: skip
    reached: list[str] = []
    page.setFocus()
    for _ in range(MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is not None:
            if focus.objectName() in reached and len(reached) > len(wanted):
                break
            reached.append(focus.objectName())
        person.bot.keyClick(focus or person.window, Qt.Key.Key_Tab)
    assert wanted <= set(reached), wanted - set(reached)
