"""A window on a fresh book for GUI tests, inline or with the real threads, and how a person uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.ui.fonts import use_bundled_fonts
from planner.ui.main_window import MainWindow
from planner.ui.open_book import InlineExecutor, OpenBook
from planner.ui.preferences import Preferences
from planner.ui.theme import apply_theme
from planner.ui.widgets.chart_view import draw_with, stop_drawing

W = TypeVar("W", bound=QWidget)


class Person:
    """Acts on the window with mouse and keyboard only, and reads what stands in it."""

    def __init__(self, bot: QtBot, window: MainWindow) -> None:
        self.bot, self.window = bot, window

    def find(self, name: str, kind: type[W]) -> W:
        """A widget by its name; it must be in view."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} in view"
        return found[0]

    def settle(self) -> None:
        """Waits until the book has answered everything."""
        self.bot.waitUntil(lambda: not self.window.book.busy)
        QApplication.processEvents()
        self.bot.waitUntil(lambda: not self.window.book.busy)

    def click(self, name: str) -> None:
        """Clicks a button."""
        target = self.find(name, QWidget)
        assert target.isEnabled(), name
        self.bot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(target.width() // 2, target.height() // 2))
        self.settle()

    def key(self, text: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """Presses a key with a modifier, in the window."""
        # without a window manager nobody gives the window its focus back when a dialog closes
        self.window.activateWindow()
        self.bot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.bot.keyClick(self.window, text, modifier)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Replaces what is in a field by typing; Chinese comes as an input method brings it."""
        field = self.find(name, QLineEdit)
        field.setFocus()
        field.selectAll()
        if text.isascii():
            self.bot.keyClick(field, Qt.Key.Key_Delete)
            self.bot.keyClicks(field, text)
        else:
            field.insert(text)
            field.setModified(True)

    def pick(self, name: str, words: str) -> None:
        """Chooses an entry of a list by keyboard."""
        box = self.find(name, QComboBox)
        box.setFocus()
        self.bot.keyClick(box, Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == words:
                return
            self.bot.keyClick(box, Qt.Key.Key_Down)
        raise AssertionError(f"{name} has no {words}")

    def text(self, name: str) -> str:
        """What a label or button says."""
        return str(self.find(name, QWidget).property("text"))

    def press(self, name: str) -> None:
        """Presses a button by keyboard."""
        target = self.find(name, QPushButton)
        target.setFocus()
        self.bot.keyClick(target, Qt.Key.Key_Space)
        self.settle()


@contextmanager
def person_at(bot: QtBot, book: Path, folder: Path, *, today: date, threaded: bool = False) -> Iterator[Person]:
    """A person before the window of a book (made if missing), in English and light."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_language("en")
    use_bundled_fonts(app)
    apply_theme(app, "light")
    preferences = Preferences(folder / "window.ini")
    preferences.language, preferences.theme = "en", "light"
    if not threaded:
        draw_with(InlineExecutor())
    opened = OpenBook(book, today=today, create=True, executor=None if threaded else InlineExecutor())
    known = load_knowledge()
    window = MainWindow(opened, today, preferences)
    window.begin(known)
    window.show()
    bot.waitExposed(window)
    person = Person(bot, window)
    person.settle()
    try:
        yield person
    finally:
        person.settle()
        window.close()
        opened.close()
        stop_drawing()
        window.deleteLater()
        # no event loop runs here that would delete it: windows left over make every next theme slower
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
