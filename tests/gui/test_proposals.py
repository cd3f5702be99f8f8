"""Statements meet the book as a person sees it: repayments settle, rows are one, failed ones are warned of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.reports.courses import loan_record
from planner.reports.spending_sums import spending_by_month
from planner.store.book import Book
from planner.ui.loans.loan_form import LoanForm
from tests.books import TODAY, new_book, with_jiebei
from tests.gui.desk import Person, person_at
from tests.gui.test_imports import cells, choose_row, drop, dump, words_of_dialog
from tests.statement_files import bank, bought, repaid, write_abc, write_alipay

LOAN = 1


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    alipay = write_alipay(
        tmp_path / "alipay.csv",
        [
            bought("2026-11-20 18:30:11", "盒马鲜生", "86.40", "1001"),
            bought("2026-11-21 12:02:00", "便利店", "12.00", "1002", by="余额宝"),
            repaid("2026-11-15 08:00:00", "借呗", "900.41", "1003"),
            repaid("2026-10-15 08:00:00", "借呗", "900.41", "1004"),
            repaid("2026-11-09 09:00:00", "花呗", "1310.00", "1005", "还款失败", ""),
        ],
    )
    abc = write_abc(
        tmp_path / "abc.csv",
        [
            bank("2026-11-20", "消费", "-86.40", "支付宝-盒马鲜生"),
            bank("2026-11-10", "代发工资", "9000.00", "某公司"),
            bank("2026-11-18", "转支", "-300.00", "某人"),
        ],
    )
    return alipay, abc


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    book = new_book(tmp_path)
    with_jiebei(book, paid=8)
    book.close()
    with person_at(qtbot, tmp_path / "book.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        found.key("7")
        yield found


def table(person: Person) -> QTableView:
    """The list of what is to settle, with the keyboard on it."""
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)
    found = person.find("imports.proposals", QTableView)
    found.setFocus()
    return found


def press(person: Person, key: Qt.Key) -> None:
    person.bot.keyClick(table(person), key)
    person.settle()


def go_to(person: Person, words: str) -> None:
    """With the arrows to the first row that says so."""
    found = table(person)
    press(person, Qt.Key.Key_Home)
    for at in range(found.model().rowCount()):
        found.setCurrentIndex(found.model().index(at, 0)) if at == 0 else press(person, Qt.Key.Key_Down)
        if words in str(found.model().index(found.currentIndex().row(), 2).data()):
            return
    raise AssertionError(words)


def owed(person: Person) -> int:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        record = book.read(lambda reader: loan_record(reader, LOAN))
        assert record is not None
        return record.course.outstanding_fen(TODAY)
    finally:
        book.close()


def spent(person: Person) -> int:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.read(spending_by_month, until=TODAY).months[-1].spent_fen
    finally:
        book.close()


def test_two_repayments_settle_and_one_purchase_counts_once(person: Person, files: tuple[Path, Path]) -> None:
    before = owed(person)
    drop(person, files[0])
    meanings = cells(person, "imports.preview", 2)
    assert "Repayment → 借呗 · 装修 instalment 9/12" in meanings
    assert "Repayment → 借呗 · 装修 instalment 10/12" in meanings
    assert cells(person, "imports.preview", 4).count("Loan matched") == 2
    person.click("imports.do")
    drop(person, files[1])
    assert "The same in Alipay and ABC?" in cells(person, "imports.preview", 2)
    assert "Duplicate?" in cells(person, "imports.preview", 4)
    person.click("imports.do")
    assert owed(person) == before
    badges = cells(person, "imports.proposals", 4)
    assert badges == ["Failed", "Loan matched", "Loan matched", "Duplicate?"]
    assert spent(person) == 8640 * 2 + 1200 + 30000

    go_to(person, "failed on 2026-11-09")
    said = person.text("imports.proposal_detail")
    assert "Repayment failed on 2026-11-09, still owed" in said
    assert "pay it by hand" in said
    assert cells(person, "imports.proposals", 3)[0] == "1,310.00"

    go_to(person, "instalment 9/12")
    assert "principal ¥" in person.text("imports.proposal_detail")
    press(person, Qt.Key.Key_Return)
    go_to(person, "instalment 10/12")
    press(person, Qt.Key.Key_Return)
    assert cells(person, "imports.proposals", 4) == ["Failed", "Duplicate?"]
    go_to(person, "The same in Alipay and ABC?")
    press(person, Qt.Key.Key_Return)
    assert cells(person, "imports.proposals", 4) == ["Failed"]
    assert spent(person) == 8640 + 1200 + 30000
    assert owed(person) < before
    full, both = dump(person), owed(person)

    choose_row(person, "imports.history", 1)
    person.click("imports.undo_batch")
    said = words_of_dialog(person)
    assert "2 repayments were made from its rows; they go too." in said
    assert "1 rows of other imports that were taken for the same movement count again." in said
    person.click("undo_import.ok")
    assert owed(person) == before
    assert spent(person) == 8640 + 30000
    person.key("Z")
    assert dump(person) == full
    assert owed(person) == both


def test_all_that_is_sure_is_one_step(person: Person, files: tuple[Path, Path]) -> None:
    drop(person, *files)
    person.click("imports.do")
    person.click("imports.do")
    before = dump(person)
    assert person.find("imports.proposal_all", QPushButton).text() == "Confirm all that is sure (3)"
    person.click("imports.proposal_all")
    assert cells(person, "imports.proposals", 4) == ["Failed"]
    after = dump(person)
    person.key("Z")
    assert dump(person) == before
    person.key("Y")
    assert dump(person) == after


def test_the_cursor_stays_where_it_was(person: Person, files: tuple[Path, Path]) -> None:
    drop(person, *files)
    person.click("imports.do")
    person.click("imports.do")
    go_to(person, "instalment 10/12")
    at = table(person).currentIndex().row()
    press(person, Qt.Key.Key_Delete)
    assert table(person).currentIndex().row() == at
    # the next row of the same amount is now the next instalment of the loan
    assert "instalment 9/12" in str(table(person).model().index(at, 2).data())
    press(person, Qt.Key.Key_Delete)
    assert cells(person, "imports.proposals", 4) == ["Failed", "Duplicate?"]
    press(person, Qt.Key.Key_Delete)
    assert cells(person, "imports.proposals", 4) == ["Failed"]
    person.key("Z")
    assert cells(person, "imports.proposals", 4) == ["Failed", "Duplicate?"]


def test_a_payout_becomes_a_new_loan(person: Person, tmp_path: Path) -> None:
    paid_out = write_alipay(
        tmp_path / "out.csv",
        ["2026-11-18 10:02:00,信用借还,借呗,/,借呗放款至银行卡,不计收支,5000.00,,放款成功,2001\t,\t,,"],
    )
    drop(person, paid_out)
    assert cells(person, "imports.preview", 4) == ["New loan?"]
    person.click("imports.do")
    assert cells(person, "imports.proposals", 4) == ["New loan?"]
    person.click("imports.proposal_new_loan")
    form = person.find("loan_form", LoanForm)
    assert form.template.currentData() == "jiebei"
    assert (form.principal.fen(), form.drawn_on.day()) == (500_000, date(2026, 11, 18))
    assert form.line.currentText() == "借呗"
    person.click("loan_form.ok")
    assert not [each for each in person.window.findChildren(QTableView, "imports.proposals") if each.isVisible()]
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    linked = book.reader.rows("SELECT loan.principal_fen FROM debt_link JOIN loan ON loan.id = loan_id")
    book.close()
    assert linked == [(500_000,)]


def test_another_debt_is_chosen_by_hand(person: Person, tmp_path: Path) -> None:
    odd = write_alipay(tmp_path / "odd.csv", [repaid("2026-11-16 08:00:00", "网商贷", "123.45", "3001")])
    drop(person, odd)
    person.click("imports.do")
    assert cells(person, "imports.proposals", 4) == ["Undecided"]
    assert not person.find("imports.proposal_confirm", QWidget).isEnabled()
    before = owed(person)
    person.pick("imports.proposal_target", "借呗 · 装修")
    box = person.find("imports.proposal_target", QComboBox)
    person.bot.keyClick(box, Qt.Key.Key_Down)
    person.press("imports.proposal_confirm")
    assert owed(person) < before
