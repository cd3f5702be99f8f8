"""The window: the list of pages, the page in view, undo and redo, and the keys for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from planner.i18n import set_language, tr
from planner.ui.fonts import use_bundled_fonts
from planner.ui.icons import icon
from planner.ui.open_book import OpenBook
from planner.ui.preferences import Preferences
from planner.ui.problems import show_trouble
from planner.ui.theme import apply_theme, current
from planner.ui.widgets.naming import named
from planner.ui.widgets.notice import Notice
from planner.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from planner.core.errors import BookTrouble
    from planner.core.facts import RowRef
    from planner.ui.page import Desk, Known, Page
    from planner.ui.spending.forms import SpendingForms

LEAST_SIZE = QSize(1024, 680)
FIRST = "overview"
PAGES = ("overview", "loans", "calendar", "spending", "health", "imports", "guide", "settings")
KEYS = {"overview": 1, "loans": 2, "calendar": 3, "spending": 4, "health": 5, "imports": 7, "settings": 8}
"""Ctrl+number of each page; 6 belongs to the plan."""
_PAGE_OF_ROW = {
    "application": "health",
    "overdue": "health",
    "profile": "settings",
    "cash_balance": "settings",
    "transaction": "spending",
}


class MainWindow(QMainWindow):
    """One open book in one window. Pages are made when they are first shown."""

    first_painted = Signal()

    def __init__(self, book: OpenBook, today: date, preferences: Preferences) -> None:
        """The window alone; `begin` puts its pages in, so that it stands before they are made."""
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(LEAST_SIZE)
        self.resize(1280, 800)
        self.book, self.preferences = book, preferences
        self._today = today
        self._desk: Desk | None = None
        self._painted = False
        self._box: QMessageBox | None = None
        self._key = FIRST
        self._pages: dict[str, Page] = {}
        self._waiting: dict[str, int] = {}
        self._entries: SpendingForms | None = None
        self._make_actions()
        self._build()
        book.changed.connect(self._book_changed)
        book.trouble.connect(self._trouble)

    def begin(self, known: Known) -> None:
        """Hands the pages what the program knows and shows the first."""
        from planner.ui.page import Desk

        self._desk = Desk(
            self.book,
            self._today,
            known.products,
            known.rules,
            known.scorecard,
            known.law,
            known.workdays,
            self.preferences,
            self.go_to,
            self.open_row,
            self.restyle,
        )
        self.go_to(self._key)
        self._count_warnings()

    def page(self, key: str) -> Page:
        """A page, made now if it was not shown before."""
        if key not in self._pages:
            made: Page = import_module(f"planner.ui.{key}.page").make_page(self._desk)
            named(made, f"page.{key}")
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def go_to(self, key: str, place: str = "") -> None:
        """Shows a page, and a place of it where one is named."""
        self._key = key
        self._sidebar.select(key)
        if self._desk is None:
            return
        self._stack.setCurrentWidget(self.page(key))
        self.page(key).setFocus(Qt.FocusReason.OtherFocusReason)
        if place:
            self.page(key).show_place(place)

    def open_row(self, ref: RowRef) -> None:
        """Shows the page a row of the book is on, and the row."""
        key = _PAGE_OF_ROW.get(ref.kind.value, "loans")
        self.go_to(key)
        self.page(key).show_row(ref)

    def restyle(self) -> None:
        """Language or theme were changed: everything is built anew, on the page in view."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        set_language(self.preferences.language)
        use_bundled_fonts(app)
        apply_theme(app, self.preferences.theme)
        self._build()

    def set_waiting(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        self._waiting[key] = count
        self._sidebar.set_count(key, count)

    def add_entry(self) -> None:
        """The form for an entry of one's own, from any page; hidden with Esc, it comes back with its draft."""
        if self._desk is None:
            return
        if self._entries is None:
            from planner.ui.spending.forms import SpendingForms

            # with the pages it goes when they are built anew in another language
            self._entries = SpendingForms(self._desk, self._stack, self._entry_added)
        self._entries.add()

    def _entry_added(self) -> None:
        """On other pages than its own nothing else shows that it was kept."""
        if self._key != "spending":
            self._notice.say(tr("Saved under Spending. Ctrl+Z takes it back."))

    def search(self) -> None:
        """Goes to the search of the page in view, or to that of the spending where the page has none."""
        if self._desk is None:
            return
        if self.page(self._key).search is None:
            self.go_to("spending")
        search = self.page(self._key).search
        if search is not None:
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()

    def choose_statements(self) -> None:
        """Asks for statements to import."""
        if self._desk is None:
            return
        self.go_to("imports")
        page: Any = self.page("imports")
        page.choose_files()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.first_painted.emit()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.geometry = self.saveGeometry()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle(tr("Yudu"))
        for page in self._pages.values():
            page.deleteLater()
        self._pages = {}
        self._entries = None
        self._sidebar = self._make_sidebar()
        self._stack = QStackedWidget()
        self._notice = Notice(self._stack, "window.notice")
        self._stack.currentChanged.connect(lambda _at: self._notice.hide())
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self._book_changed()
        self.go_to(self._key)

    def _make_sidebar(self) -> Sidebar:
        upper = [
            ("overview", tr("Overview"), "house"),
            ("loans", tr("Loans"), "credit-card"),
            ("calendar", tr("Calendar"), "calendar"),
            ("spending", tr("Spending"), "list"),
            ("health", tr("Limit health"), "gauge"),
        ]
        lower = [
            ("imports", tr("Import statements"), "download"),
            ("guide", tr("User guide"), "circle-question-mark"),
            ("settings", tr("Settings"), "settings"),
        ]
        made = Sidebar(tr("Yudu"), upper, lower)
        made.chosen.connect(self.go_to)
        for key, number in KEYS.items():
            keys = [QKeySequence(f"Ctrl+{number}")] + ([self._load.shortcut()] if key == "imports" else [])
            made.set_keys(key, ", ".join(_native(each) for each in keys))
        for key, count in self._waiting.items():
            made.set_count(key, count)
        self._load.setText(tr("Import statements"))
        for action, words in ((self._new, tr("Add an entry")), (self._find, tr("Search"))):
            action.setText(words)
            action.setToolTip(f"{words} ({_native(action.shortcut())})")
        tools = ((self._undo, "undo-2"), (self._redo, "redo-2"), (self._new, "plus"), (self._find, "search"))
        for action, picture in tools:
            made.foot.addWidget(_tool(action, picture))
        made.foot.addStretch()
        return made

    def _make_actions(self) -> None:
        book = self.book
        self._undo = self._action("undo", ["Ctrl+Z"], book.undo)
        self._redo = self._action("redo", ["Ctrl+Shift+Z", "Ctrl+Y"], book.redo)
        for key, number in KEYS.items():
            self._action(f"go.{key}", [f"Ctrl+{number}"], partial(self.go_to, key))
        self._new = self._action("add_entry", ["Ctrl+N"], self.add_entry)
        self._find = self._action("find", ["Ctrl+F"], self.search)
        self._load = self._action("import", ["Ctrl+I"], self.choose_statements)
        self._action("help", ["F1"], partial(self.go_to, "guide"))
        self._action("quit", ["Ctrl+Q"], self.close)

    def _action(self, name: str, keys: list[str], triggered: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"window.{name}")
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(lambda _checked=False: triggered())
        self.addAction(action)
        return action

    def _book_changed(self) -> None:
        book = self.book
        for action, words, name in (
            (self._undo, tr("Undo"), book.undo_name),
            (self._redo, tr("Redo"), book.redo_name),
        ):
            action.setEnabled(name is not None)
            text = words if name is None else tr("{name}: {value}").format(name=words, value=_named(name))
            action.setText(text)
            action.setToolTip(f"{text} ({_native(action.shortcut())})")
        self._count_warnings()

    def _count_warnings(self) -> None:
        """How many warnings wait on the page of limit health; counted where the book is, off this thread."""
        if self._desk is None:
            return
        from planner.core.warnings import Level
        from planner.reports.warnings import WarningsReport, warnings_report

        def show(found: WarningsReport) -> None:
            count = sum(1 for each in found.warnings if each.finding.level >= Level.WARNING)
            self.set_waiting("health", count)

        self.book.ask(warnings_report, show, today=self._today, rules=self._desk.rules)

    def _trouble(self, trouble: BookTrouble) -> None:
        # several questions meet the same trouble: it is said once
        if self._box is None:
            self._box = show_trouble(self, trouble, self._ask_again)
            self._box.finished.connect(self._trouble_read)

    def _ask_again(self) -> None:
        self._box = None
        self.book.changed.emit()

    def _trouble_read(self) -> None:
        self._box = None


def _named(action: str) -> str:
    from planner.wording.problems import action as action_words

    return action_words(action)


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _tool(action: QAction, picture: str) -> QToolButton:
    made = QToolButton()
    action.setIcon(icon(picture, current().muted))
    made.setDefaultAction(action)
    made.setIconSize(QSize(18, 18))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    named(made, action.objectName())
    return made
