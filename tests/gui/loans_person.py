"""What a person does on the loans page, and what then stands in the book: for the tests of that page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QTableView

from planner.actions.lines import add_line, change_limit, record_statement
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.store.book import Book
from tests.gui.desk import Person
from tests.year_book import make_year_book

TODAY = date(2026, 11, 24)


def card_book(folder: Path) -> Path:
    """The sample book with a card beside it that was cut and has a statement."""
    path = make_year_book(folder / "s.yudu", TODAY)
    book = Book.open(path, today=TODAY)
    card = book.write(
        add_line, lender_name="招商银行", lender_kind=LenderKind.BANK, name="招行信用卡", product="",
        kind=LineKind.CARD, opened_on=date(2020, 5, 1), limit_fen=3_000_000, statement_day=10, due_day=28,
    )  # fmt: skip
    book.write(change_limit, line_id=card, on=date(2026, 2, 1), limit_fen=2_000_000, status=LineStatus.REDUCED)
    book.write(record_statement, line_id=card, statement_on=date(2026, 11, 10), due_on=date(2026, 11, 28),
               balance_fen=812_300, minimum_fen=81_230)  # fmt: skip
    book.close()
    return path


def dump(person: Person) -> list[str]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.dump()
    finally:
        book.close()


def value(person: Person, sql: str) -> object:
    return rows(person, sql)[0][0]


def rows(person: Person, sql: str) -> list[tuple[object, ...]]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.rows(sql)
    finally:
        book.close()


def cells(person: Person, table: str, column: int) -> list[str]:
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def choose(person: Person, text: str, table: str = "loans.list") -> QTableView:
    """Clicks the row of a table whose first cell begins with a text."""
    # without a window manager nobody gives the window its focus back when a dialog closes
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)
    view = person.find(table, QTableView)
    at = next(row for row, cell in enumerate(cells(person, table, 0)) if cell.startswith(text))
    view.scrollTo(view.model().index(at, 0))
    place = view.visualRect(view.model().index(at, 0)).center()
    person.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.settle()
    return view


def tab(person: Person, words: str) -> None:
    bar = person.find("loans.tabs", QTabBar)
    at = next(each for each in range(bar.count()) if bar.tabText(each) == words)
    person.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
    person.settle()


def pick_in_menu(person: Person, words: str) -> None:
    """Moves to an entry of the open menu by keyboard and takes it."""
    menu = next(each for each in person.window.findChildren(QMenu) if each.isVisible())
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text() == words:
            person.bot.keyClick(menu, Qt.Key.Key_Return)
            person.settle()
            return
        person.bot.keyClick(menu, Qt.Key.Key_Down)
    active = menu.activeAction()
    assert active is not None
    assert active.text() == words, [each.text() for each in menu.actions()]
    person.bot.keyClick(menu, Qt.Key.Key_Return)
    person.settle()


def more(person: Person, words: str) -> None:
    person.press("loans.more")
    pick_in_menu(person, words)


def context(person: Person, view: QTableView, words: str) -> None:
    """The context menu of the chosen row."""
    place = view.visualRect(view.currentIndex()).center()
    view.customContextMenuRequested.emit(place)
    person.settle()
    pick_in_menu(person, words)


def fill(person: Person, form: str, **texts: str) -> None:
    for name, text in texts.items():
        person.write(f"{form}.{name}", text)
    person.press(f"{form}.ok")
