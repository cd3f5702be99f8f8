"""What people are used to: the keys from everywhere, amounts as they write them, settings that are put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.cli import make_sample_book
from planner.store.book import Book
from planner.ui.main_window import KEYS, PAGES
from planner.ui.widgets.notice import STANDS_MS
from planner.ui.widgets.search import SearchField
from planner.ui.widgets.table import DataTable
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample_book(tmp_path_factory.mktemp("sample") / "s.yudu", TODAY)


@pytest.fixture
def sample(qtbot: QtBot, book: Path, tmp_path: Path) -> Iterator[Person]:
    own = tmp_path / "s.yudu"
    own.write_bytes(book.read_bytes())
    with person_at(qtbot, own, tmp_path, today=TODAY) as person:
        yield person


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as person:
        yield person


def value(person: Person, sql: str) -> object:
    opened = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return opened.reader.value(sql)
    finally:
        opened.close()


def in_view(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


@pytest.mark.parametrize(("key", "number"), KEYS.items())
def test_a_number_goes_to_its_page_and_the_side_bar_says_so(empty: Person, key: str, number: int) -> None:
    empty.key(str(number))
    assert in_view(empty, f"page.{key}")
    assert f"Ctrl+{number}" in empty.find(f"sidebar.{key}", QWidget).toolTip()


@pytest.mark.parametrize("key", PAGES)
def test_ctrl_n_notes_an_entry_from_every_page_and_keeps_its_draft(sample: Person, key: str) -> None:
    sample.click(f"sidebar.{key}")
    sample.key("N")
    sample.write("entry_form.amount", "32.5+18")
    sample.bot.keyClick(sample.find("entry_form", QDialog), Qt.Key.Key_Escape)
    assert not in_view(sample, "entry_form")
    sample.key("N")
    # the sum is worked out once the field is left
    assert sample.text("entry_form.amount") in ("32.5+18", "50.50")
    sample.press("entry_form.ok")
    assert value(sample, "SELECT amount_fen FROM transaction_row ORDER BY id DESC") == 5050
    sample.key("Z")
    assert value(sample, "SELECT amount_fen FROM transaction_row ORDER BY id DESC") != 5050


@pytest.mark.parametrize("key", PAGES)
def test_ctrl_f_goes_to_the_search_of_the_page_or_of_the_spending(sample: Person, key: str) -> None:
    sample.click(f"sidebar.{key}")
    sample.key("F")
    page = next(each for each in PAGES if in_view(sample, f"page.{each}"))
    search = sample.window.page(page).search
    assert isinstance(search, SearchField)
    assert page == (key if sample.window.page(key).search is not None else "spending")
    sample.bot.waitUntil(search.hasFocus)


def test_ctrl_i_asks_for_statements(sample: Person) -> None:
    sample.key("I")
    assert in_view(sample, "page.imports")
    dialog = sample.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()


def test_undo_and_redo_by_keys(empty: Person) -> None:
    empty.key("8")
    empty.write("settings.income", "9000")
    empty.press("settings.save_profile")
    tool = empty.find("window.undo", QAbstractButton)
    assert tool.toolTip() == "Undo: Change income and spending (Ctrl+Z)"
    empty.key("Z")
    assert value(empty, "SELECT count(*) FROM profile") == 0
    empty.key("Z", CTRL_SHIFT)
    assert value(empty, "SELECT income_fen FROM profile") == 900_000


def test_every_key_is_said_somewhere(empty: Person) -> None:
    said = " ".join(each.toolTip() for each in empty.window.findChildren(QWidget))
    for keys in ("Ctrl+N", "Ctrl+F", "Ctrl+I", "Ctrl+Z", "Ctrl+1", "Ctrl+8"):
        assert keys in said


@pytest.mark.parametrize(
    ("text", "fen"),
    [("1,234.56", 123456), ("1234.56", 123456), ("１２３４", 123400), ("1.2万", 1_200_000), ("32.5+18", 5050)],
)
def test_an_amount_is_read_as_people_write_it(empty: Person, text: str, fen: int) -> None:
    empty.key("8")
    empty.write("settings.income", text)
    empty.press("settings.save_profile")
    assert value(empty, "SELECT income_fen FROM profile") == fen


@pytest.mark.parametrize(
    ("fields", "save", "field", "words"),
    [
        ({"income": "abc"}, "save_profile", "income", "is not an amount"),
        ({"income": "-1"}, "save_profile", "income", "Must be at least ¥0.00"),
        ({"payday": "0"}, "save_profile", "payday", "Must be from 1 to 31"),
        ({"payday": "x"}, "save_profile", "payday", "is not a whole number"),
        ({"essential": "-1"}, "save_profile", "essential", "Must be at least ¥0.00"),
        ({"since": "2026-13-01"}, "save_profile", "since", "is not a date"),
        ({"since": "2027-01-01"}, "save_profile", "since", "Cannot be after today"),
        ({"since": ""}, "save_profile", "since", "Please fill this in"),
        ({"cash_name": "", "cash_balance": "5"}, "save_cash", "name", "Please fill this in"),
        ({"cash_name": "card", "cash_balance": ""}, "save_cash", "balance", "Please fill this in"),
        ({"cash_name": "card", "cash_balance": "1.2.3"}, "save_cash", "balance", "is not an amount"),
        ({"complete": "yesterday"}, "save_complete", "complete", "is not a date"),
        ({"complete": "2027-01-01"}, "save_complete", "complete", "Cannot be after today"),
    ],
)
def test_wrong_settings_are_said_beside_their_field(
    empty: Person, fields: dict[str, str], save: str, field: str, words: str
) -> None:
    empty.key("8")
    for name, text in fields.items():
        empty.write(f"settings.{name}", text)
    empty.press(f"settings.{save}")
    shown = [
        each.objectName()
        for each in empty.window.page("settings").findChildren(QWidget)
        if each.isVisible() and each.objectName().endswith(("_error", "_problem"))
    ]
    assert shown == [f"settings.{field}_error"]
    assert words in empty.text(shown[0])
    assert all(empty.text(f"settings.{name}") == text for name, text in fields.items())
    assert value(empty, "SELECT (SELECT count(*) FROM profile) + (SELECT count(*) FROM cash_account)") == 0


def test_half_filled_settings_survive_other_pages_and_sums(empty: Person) -> None:
    empty.key("8")
    empty.write("settings.income", "5000+200")
    empty.find("settings.payday", QLineEdit).setFocus()  # the sum is worked out
    empty.key("1")
    empty.key("8")
    assert empty.text("settings.income") == "5,200.00"
    empty.write("settings.cash_name", "card")
    empty.write("settings.cash_balance", "3")
    empty.press("settings.save_cash")
    assert empty.text("settings.income") == "5,200.00"


def cash(person: Person, name: str) -> DataTable:
    """The table of the cash accounts, with one chosen."""
    table = person.find("settings.cash", DataTable)
    person.window.activateWindow()  # no window manager gives it the focus back when a dialog closes
    person.bot.waitUntil(person.window.isActiveWindow)
    table.setFocus()
    at = next(at for at, row in enumerate(table.rows_model.rows()) if row.name == name)
    table.selectRow(at)
    return table


def do(table: DataTable, words: str) -> None:
    next(action for action in table.actions() if action.text() == words).trigger()


def add_cash(person: Person, name: str, balance: str) -> None:
    person.write("settings.cash_name", name)
    person.write("settings.cash_balance", balance)
    person.press("settings.save_cash")


def test_a_cash_account_is_renamed_closed_and_deleted(empty: Person) -> None:
    empty.key("8")
    add_cash(empty, "card", "100")
    add_cash(empty, "wallet", "5")
    do(cash(empty, "card"), "Rename…")
    empty.write("cash_name_form.name", " ")
    empty.press("cash_name_form.ok")
    assert "Please fill this in" in empty.text("cash_name_form.name_error")
    empty.write("cash_name_form.name", "salary card")
    empty.press("cash_name_form.ok")
    assert value(empty, "SELECT name FROM cash_account ORDER BY id") == "salary card"
    do(cash(empty, "wallet"), "No money lies there any more")
    assert empty.text("settings.cash_note").startswith("wallet is closed")
    assert value(empty, "SELECT closed_on FROM cash_account ORDER BY id DESC") == TODAY.isoformat()
    table = cash(empty, "salary card")
    assert table.rows_model.rowCount() == 1
    empty.bot.keyClick(table, Qt.Key.Key_Delete)
    empty.settle()
    assert value(empty, "SELECT count(*) FROM cash_balance") == 1
    empty.key("Z")
    assert value(empty, "SELECT count(*) FROM cash_balance") == 2


def test_earlier_balances_are_corrected_and_deleted(empty: Person) -> None:
    empty.key("8")
    empty.press("settings.cash_balances")
    assert empty.text("settings.cash_note") == "Choose an account in the list first."
    add_cash(empty, "card", "100")
    cash(empty, "card")
    empty.press("settings.cash_balances")
    empty.write("balances.on", "2027-01-01")
    empty.write("balances.balance", "70")
    empty.press("balances.save")
    assert "Cannot be after today" in empty.text("balances.on_error")
    empty.write("balances.on", "2026-10-01")
    empty.press("balances.save")
    assert value(empty, "SELECT balance_fen FROM cash_balance WHERE on_date = '2026-10-01'") == 7000
    table = empty.find("balances.list", DataTable)
    assert table.rows_model.rowCount() == 2
    table.setFocus()
    table.selectRow(1)
    assert empty.text("balances.balance") == "70.00"
    empty.bot.keyClick(table, Qt.Key.Key_Delete)
    empty.settle()
    assert value(empty, "SELECT count(*) FROM cash_balance") == 1
    empty.press("balances.close")
    assert empty.find("settings.cash", DataTable).rows_model.row(0).balance_fen == 10_000


def test_a_wrong_entry_of_income_is_deleted(empty: Person) -> None:
    empty.key("8")
    for income, since in (("8000", "2026-01-01"), ("9000", "2026-06-01")):
        empty.write("settings.income", income)
        empty.write("settings.since", since)
        empty.press("settings.save_profile")
    table = empty.find("settings.profiles", DataTable)
    assert [row.income_fen for row in table.rows_model.rows()] == [900_000, 800_000]
    table.setFocus()
    table.selectRow(0)
    empty.bot.keyClick(table, Qt.Key.Key_Delete)
    empty.settle()
    assert empty.text("settings.profile_note") == "Deleted. Ctrl+Z brings it back."
    assert empty.text("settings.income") == "8,000.00"
    empty.key("Z")
    assert empty.text("settings.income") == "9,000.00"


def test_a_table_is_copied_as_text(empty: Person) -> None:
    empty.key("8")
    add_cash(empty, "card", "1,234.56")
    table = cash(empty, "card")
    empty.bot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Where\tBalance\tAs of\ncard\t¥1,234.56\t2026-11-24"


def test_an_entry_noted_from_another_page_is_said_to_be_kept(empty: Person) -> None:
    empty.key("8")
    empty.key("N")
    empty.write("entry_form.amount", "12")
    empty.press("entry_form.ok")
    assert empty.text("window.notice") == "Saved under Spending. Ctrl+Z takes it back."
    empty.bot.waitUntil(lambda: not in_view(empty, "window.notice"), timeout=STANDS_MS + 2000)
    empty.key("4")
    empty.key("N")
    empty.write("entry_form.amount", "13")
    empty.press("entry_form.ok")
    assert not in_view(empty, "window.notice")


def test_f1_opens_the_guide(empty: Person) -> None:
    empty.bot.keyClick(empty.window, Qt.Key.Key_F1)
    empty.settle()
    assert in_view(empty, "page.guide")


def test_tab_reaches_the_warnings_before_what_stands_below_them(sample: Person) -> None:
    gauge = sample.find("overview.gauge", QWidget)
    met = []
    at: QWidget | None = gauge
    while at is not None and at.objectName() != "overview.to_health":
        at = at.nextInFocusChain()
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            met.append(at.objectName())
    assert met[0] == "overview.warning_0"
    assert met[-1] == "overview.to_health"
    assert len(met) >= 3


def test_where_a_factor_comes_from_opens_without_a_choice(sample: Person) -> None:
    sample.key("5")
    table = sample.find("health.factors", DataTable)
    table.setCurrentIndex(QModelIndex())
    sample.press("health.open_factor")
    first = str(table.model().index(0, 0).data())
    assert first in sample.text("health.origin.title")
    assert table.chosen_row() == table.rows_model.row(0)
