"""Each page's main tasks, as a person does them; then a look into the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.cli import make_sample_book
from planner.store.book import Book
from planner.store.trouble import CannotWriteBook
from planner.ui.imports.page import DropArea, ImportPage
from planner.ui.loans.forms import LoanForm
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)
STATEMENT = Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv"


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as person:
        yield person


LINES = 7
"""Of the sample book; they stand first in the list of the loans page."""


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, make_sample_book(tmp_path / "s.yudu", TODAY), tmp_path, today=TODAY) as person:
        yield person


def value(person: Person, sql: str) -> object:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.value(sql)
    finally:
        book.close()


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("principal", "abc", "principal"),
        ("principal", "", "principal"),
        ("principal", "-5", "principal"),
        ("drawn_on", "2026-02-30", "drawn_on"),
        ("periods", "0", "periods"),
        ("periods", "twelve", "periods"),
        ("rate", "x", "rate"),
        ("rate", "900", "rate"),
        ("due_day", "32", "due_day"),
        ("received", "20000", "received"),
        ("name", " ", "name"),
        ("lender", "", "lender"),
        ("first_due_on", "2020-01-01", "first_due_on"),
    ],
)
def test_wrong_input_is_said_beside_its_field_and_nothing_is_lost(
    empty: Person, name: str, text: str, field: str
) -> None:
    empty.key("2")
    empty.click("loans.add")
    empty.write("loan_form.principal", "10000")
    empty.write(f"loan_form.{name}", text)
    empty.click("loan_form.ok")
    form = empty.find("loan_form", LoanForm)
    assert form.findChild(QWidget, f"loan_form.{field}_error").property("text")
    assert not form.findChild(QWidget, f"loan_form.{field}_error").isHidden()
    assert empty.text(f"loan_form.{name}") == text
    assert value(empty, "SELECT count(*) FROM loan") == 0
    empty.bot.keyClick(form, Qt.Key.Key_Escape)


def test_escape_loses_no_typed_text(empty: Person) -> None:
    empty.key("2")
    empty.click("loans.add")
    empty.write("loan_form.principal", "1234.56")
    empty.bot.keyClick(empty.find("loan_form", LoanForm), Qt.Key.Key_Escape)
    assert empty.window.findChild(LoanForm, "loan_form").isHidden()
    empty.click("loans.add")
    assert empty.text("loan_form.principal") == "1234.56"


def test_a_template_fills_what_can_be_changed(empty: Person) -> None:
    empty.key("2")
    empty.click("loans.add")
    empty.pick("loan_form.template", "JD Baitiao instalments")
    assert (empty.text("loan_form.fee"), empty.text("loan_form.lender")) == ("0.6", "京东白条")
    assert "grade C" in empty.text("loan_form.evidence")
    empty.pick("loan_form.template", "Family loan")
    assert empty.find("loan_form.method", QComboBox).currentText() == "All at the end"
    assert empty.text("loan_form.rate") == "0"


def test_a_loan_is_drawn_under_its_line(empty: Person) -> None:
    empty.key("2")
    empty.click("loans.add_line")
    empty.pick("line_form.template", "Jiebei")
    empty.write("line_form.limit", "3万")
    empty.write("line_form.opened_on", "20240312")
    empty.click("line_form.ok")
    assert value(empty, "SELECT limit_fen FROM limit_change") == 3_000_000
    empty.click("loans.draw")
    empty.write("loan_form.principal", "8000")
    empty.click("loan_form.ok")
    assert value(empty, "SELECT line_id FROM loan") == 1
    table = empty.find("loans.list", QTableView)
    assert table.model().index(0, 1).data() == "8,000.00\nof 30,000"


def test_paying_too_much_is_refused_with_what_is_owed(sample: Person) -> None:
    sample.key("2")
    sample.click("loans.repay")
    sample.write("repayment_form.amount", "9999999")
    sample.click("repayment_form.ok")
    form = sample.window.findChild(QWidget, "repayment_form")
    assert "is still owed" in form.findChild(QWidget, "repayment_form.amount_error").property("text")
    before = value(sample, "SELECT count(*) FROM repayment")
    sample.write("repayment_form.amount", "400*2")
    sample.click("repayment_form.ok")
    assert value(sample, "SELECT count(*) FROM repayment") == int(str(before)) + 1
    assert value(sample, "SELECT amount_fen FROM repayment ORDER BY id DESC") == 80000


def test_double_click_on_a_due_opens_its_loan(sample: Person) -> None:
    table = sample.find("overview.dues", QTableView)
    place = table.visualRect(table.model().index(0, 0)).center()
    sample.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sample.bot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sample.settle()
    assert sample.text("loans.title") == "白条 · 冰箱"


def test_tables_are_copied_as_text(sample: Person) -> None:
    table = sample.find("overview.dues", QTableView)
    table.setFocus()
    table.selectRow(1)
    sample.bot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert len(copied) == 2
    assert "借呗 · 周转" in copied[1]
    assert "¥754.03" in copied[1]


def test_a_dropped_statement_is_previewed_and_kept_only_when_told(empty: Person) -> None:
    empty.key("7")
    area = empty.find("imports.drop", DropArea)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(STATEMENT))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    area.dropEvent(drop)
    empty.settle()
    assert empty.text("imports.do") == "Import 16 rows"
    assert value(empty, "SELECT count(*) FROM transaction_row") == 0
    empty.click("imports.cancel")
    assert value(empty, "SELECT count(*) FROM import_batch") == 0
    area.dropEvent(drop)
    empty.settle()
    empty.click("imports.do")
    assert value(empty, "SELECT count(*) FROM transaction_row") == 16
    area.dropEvent(drop)
    empty.settle()
    assert not empty.find("imports.do", QWidget).isEnabled()
    assert empty.text("imports.known") == "16"


def test_a_file_that_is_no_statement_is_said(empty: Person, tmp_path: Path) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("dear,reader\n", encoding="utf-8")
    empty.key("7")
    page = empty.window.page("imports")
    assert isinstance(page, ImportPage)
    page.choose(letter)
    empty.settle()
    assert empty.text("imports.problem").startswith("letter.csv is not a statement")


def test_a_month_of_spending_and_the_one_before(sample: Person) -> None:
    sample.key("4")
    assert (sample.text("spending.month"), sample.text("spending.received")) == ("November 2026", "¥9,202.05")
    sample.click("spending.earlier")
    assert (sample.text("spending.month"), sample.text("spending.repaid")) == ("October 2026", "¥3,133.63")
    sample.click("spending.later")
    assert sample.text("spending.month") == "November 2026"
    assert not sample.find("spending.later", QWidget).isEnabled()


def test_income_cash_and_the_word_on_applications(empty: Person) -> None:
    empty.key("8")
    empty.write("settings.income", "9800")
    empty.write("settings.payday", "10")
    empty.press("settings.save_profile")
    empty.write("settings.cash_name", "card")
    empty.write("settings.cash_balance", "1.2")
    empty.press("settings.save_cash")
    empty.write("settings.complete", "2025-01-01")
    empty.press("settings.save_complete")
    assert value(empty, "SELECT income_fen FROM profile") == 980_000
    assert value(empty, "SELECT balance_fen FROM cash_balance") == 120
    assert value(empty, "SELECT applications_complete_since FROM book_info") == "2025-01-01"
    empty.write("settings.payday", "40")
    empty.press("settings.save_profile")
    assert empty.text("settings.payday_error") == "Must be from 1 to 31."
    assert empty.text("settings.payday") == "40"
    for _ in range(4):
        empty.key("Z")
    assert value(empty, "SELECT count(*) FROM profile") == 0


def test_a_field_undoes_its_own_typing_first(sample: Person) -> None:
    sample.key("8")
    before = value(sample, "SELECT count(*) FROM loan")
    sample.write("settings.payday", "7")
    field = sample.find("settings.payday", QLineEdit)
    sample.bot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sample.settle()
    assert field.text() != "7"
    assert value(sample, "SELECT count(*) FROM loan") == before


def test_language_and_theme_change_at_once_and_are_kept(sample: Person) -> None:
    sample.key("8")
    sample.find("settings.language", QComboBox).setFocus()
    box = sample.find("settings.language", QComboBox)
    box.setCurrentIndex(box.findData("zh"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    sample.settle()
    assert sample.window.windowTitle() == "余度"
    assert sample.text("sidebar.loans").strip() == "借款"
    box = sample.find("settings.theme", QComboBox)
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    sample.settle()
    assert (sample.window.preferences.language, sample.window.preferences.theme) == ("zh", "dark")
    assert sample.window.palette().window().color().name() == "#12161b"


def test_a_book_in_use_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    held = Book.open(tmp_path / "held.yudu", today=TODAY, create=True)
    with person_at(qtbot, held.path, tmp_path, today=TODAY) as person:
        person.key("2")
        boxes = [box for box in person.window.findChildren(QMessageBox) if box.isVisible()]
        assert len(boxes) == 1
        assert "is open in another window" in boxes[0].text()
        boxes[0].accept()
    held.close()


def test_typed_text_stays_when_something_else_is_saved(sample: Person) -> None:
    sample.key("8")
    sample.write("settings.income", "12345")
    sample.write("settings.cash_name", "card")
    sample.write("settings.cash_balance", "5")
    sample.press("settings.save_cash")
    assert sample.text("settings.income") == "12345"
    sample.press("settings.save_profile")
    assert value(sample, "SELECT income_fen FROM profile ORDER BY since DESC") == 1_234_500


def test_a_form_can_be_sent_again_after_trouble(sample: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_words: object, **_values: object) -> None:
        raise CannotWriteBook(path=sample.window.book.path, reason="disk is full")

    sample.key("2")
    sample.click("loans.repay")
    with monkeypatch.context() as patch:
        patch.setattr(Book, "write", full)
        sample.click("repayment_form.ok")
    boxes = [box for box in sample.window.findChildren(QMessageBox) if box.isVisible()]
    assert "disk is full" in boxes[0].text()
    boxes[0].accept()
    before = value(sample, "SELECT count(*) FROM repayment")
    sample.click("repayment_form.ok")
    assert value(sample, "SELECT count(*) FROM repayment") == int(str(before)) + 1


def test_a_limit_cut_is_recorded(sample: Person) -> None:
    sample.key("2")
    table = sample.find("loans.list", QTableView)
    table.selectRow(1)
    sample.settle()
    tabs = sample.find("loans.tabs", QTabBar)
    tabs.setCurrentIndex(tabs.count() - 1)
    sample.click("loans.limit")
    sample.write("limit_form.limit", "5000")
    sample.pick("limit_form.status", "Reduced")
    sample.write("limit_form.reason", "review")
    sample.click("limit_form.ok")
    assert value(sample, "SELECT limit_fen FROM limit_change ORDER BY id DESC") == 500_000
    assert table.model().index(1, 1).data() == "1,611.80\n9,500 → 5,000"


def test_an_application_is_logged(sample: Person) -> None:
    sample.key("5")
    sample.click("health.log")
    before = int(str(value(sample, "SELECT count(*) FROM application")))
    sample.write("application_form.lender", "bank")
    sample.write("application_form.on", "2027-01-01")
    sample.click("application_form.ok")
    assert value(sample, "SELECT count(*) FROM application") == before
    sample.write("application_form.on", "2026-11-20")
    sample.click("application_form.ok")
    assert value(sample, "SELECT count(*) FROM application") == before + 1


def test_a_loan_and_a_repayment_are_deleted_and_brought_back(sample: Person) -> None:
    sample.key("2")
    table = sample.find("loans.list", QTableView)
    before = value(sample, "SELECT count(*) FROM repayment")
    loans = int(str(value(sample, "SELECT count(*) FROM loan")))
    table.setFocus()
    table.selectRow(LINES + 1)
    sample.settle()
    sample.bot.keyClick(table, Qt.Key.Key_Delete)
    sample.settle()
    assert value(sample, "SELECT count(*) FROM loan") == loans - 1
    assert sample.text("loans.note") == "Deleted. Ctrl+Z brings it back."
    sample.key("Z")
    assert value(sample, "SELECT count(*) FROM loan") == loans
    assert value(sample, "SELECT count(*) FROM repayment") == before
    sample.find("loans.tabs", QTabBar).setCurrentIndex(1)
    paid = sample.find("loans.repayments", QTableView)
    paid.setFocus()
    paid.selectRow(0)
    sample.bot.keyClick(paid, Qt.Key.Key_Delete)
    sample.settle()
    assert value(sample, "SELECT count(*) FROM repayment") == int(str(before)) - 1


def test_a_line_with_loans_is_not_deleted(sample: Person) -> None:
    sample.key("2")
    table = sample.find("loans.list", QTableView)
    table.setFocus()
    table.selectRow(2)
    sample.settle()
    sample.bot.keyClick(table, Qt.Key.Key_Delete)
    sample.settle()
    assert value(sample, "SELECT count(*) FROM credit_line") == LINES
    assert "Delete that loan first" in sample.text("loans.note")
