"""A day can be chosen in a calendar, by mouse and by keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from planner.i18n import set_language
from planner.ui.widgets.fields import DateField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("paid_on", "form.paid_on")
    qtbot.addWidget(made)
    made.set_day(date(2026, 11, 24))
    made.show()
    qtbot.waitExposed(made)
    return made


def calendar(field: DateField) -> QCalendarWidget:
    found = field.findChild(QCalendarWidget)
    assert isinstance(found, QCalendarWidget)
    return found


def days(field: DateField) -> QTableView:
    found = calendar(field).findChild(QTableView)
    assert isinstance(found, QTableView)
    return found


def settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_a_day_is_chosen_by_keyboard(
    field: DateField, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(field, key, modifier)
    assert calendar(field).isVisible()
    qtbot.keyClick(days(field), Qt.Key.Key_Left)
    qtbot.keyClick(days(field), Qt.Key.Key_Return)
    settle()
    assert field.needed_day() == date(2026, 11, 23)
    assert field.findChild(QCalendarWidget) is None


def test_a_day_is_chosen_by_mouse(field: DateField, qtbot: QtBot) -> None:
    opening = field.findChild(QToolButton, "form.paid_on_calendar")
    assert isinstance(opening, QToolButton)
    assert opening.accessibleName() == "Choose a day"
    qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
    table = days(field)
    first = next(
        index for row in range(1, 7) for column in range(7) if (index := table.model().index(row, column)).data() == 2
    )
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(first).center())
    assert field.needed_day() == date(2026, 11, 2)


def test_esc_leaves_the_day_as_it_was(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_F4)
    qtbot.keyClick(days(field), Qt.Key.Key_Left)
    qtbot.keyClick(days(field), Qt.Key.Key_Escape)
    settle()
    assert field.needed_day() == date(2026, 11, 24)
    assert field.findChild(QCalendarWidget) is None
    assert field.isVisible()


def test_what_is_no_day_is_no_hindrance(field: DateField, qtbot: QtBot) -> None:
    field.setText("soon")
    qtbot.keyClick(field, Qt.Key.Key_F4)
    assert calendar(field).isVisible()
    assert field.text() == "soon"


def test_a_calendar_keeps_within_the_screen(field: DateField, qtbot: QtBot) -> None:
    screen = field.screen().availableGeometry()
    field.move(screen.bottomRight() - QPoint(20, 20))
    qtbot.keyClick(field, Qt.Key.Key_F4)
    frame = 2  # which Qt gives every window where there is no screen
    assert screen.adjusted(0, 0, frame, frame).contains(calendar(field).geometry())


def test_a_calendar_is_in_the_language_of_the_window(field: DateField, qtbot: QtBot) -> None:
    set_language("zh")
    qtbot.keyClick(field, Qt.Key.Key_F4)
    assert calendar(field).locale().monthName(11) == "十一月"
