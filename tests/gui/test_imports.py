"""Working through statements as a person does: several files, a refused one between, and taking one out again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QProgressBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.store.book import Book
from planner.ui.imports.history import UndoImport
from planner.ui.imports.page import DropArea, ImportPage
from planner.ui.imports.run import Stage
from tests.bench.statement import write_statement
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)
DATA = Path(__file__).parents[1] / "data" / "statements"
CONTENT = (DATA / "alipay_a4.csv").read_bytes()


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        found.key("7")
        yield found


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """An early half of the statement, the whole with its last row settled, and files that are none."""
    folder = tmp_path / "files"
    folder.mkdir()
    lines = CONTENT.split(b"\r\n")
    header = next(at for at, each in enumerate(lines) if each.startswith("交易时间".encode("gbk")))
    contents = {
        "half.csv": b"\r\n".join(lines[: header + 9]),
        "odd.csv": CONTENT,
        "whole.csv": CONTENT.replace("等待核销".encode("gbk"), "交易成功".encode("gbk")),
        "photo.csv": b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 9,
        "empty.csv": b"",
        "table.xlsx": b"PK\x03\x04 xl/workbook.xml",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / "folder.csv").mkdir()
    return {path.name: path for path in folder.iterdir()}


def page_of(person: Person) -> ImportPage:
    page = person.window.page("imports")
    assert isinstance(page, ImportPage)
    return page


def drop(person: Person, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    person.find("imports.drop", DropArea).dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    person.settle()


def cells(person: Person, table: str, column: int) -> list[str]:
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def dump(person: Person) -> list[str]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.dump()
    finally:
        book.close()


def choose_row(person: Person, table: str, row: int) -> None:
    view = person.find(table, QTableView)
    where = view.visualRect(view.model().index(row, 0)).center()
    person.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    person.settle()


def words_of_dialog(person: Person) -> str:
    return str(person.find("undo_import", UndoImport).findChild(QWidget, "undo_import.words").property("text"))


def test_two_files_and_a_refused_one_between(person: Person, files: dict[str, Path]) -> None:
    drop(person, files["half.csv"], files["photo.csv"], files["whole.csv"])
    assert person.text("imports.file").startswith("File 1 of 3 · half.csv · Alipay A4 · GB18030 · 8 rows")
    person.click("imports.do")
    assert person.text("imports.file").startswith("File 3 of 3 · whole.csv")
    assert person.text("imports.problem").startswith("photo.csv is not a statement")
    assert (person.text("imports.new"), person.text("imports.known")) == ("8", "8")
    person.click("imports.do")
    assert cells(person, "imports.outcomes", 0) == ["half.csv", "photo.csv", "whole.csv"]
    outcomes = cells(person, "imports.outcomes", 1)
    assert (outcomes[0], outcomes[2]) == ("8 rows are new", "8 rows are new")
    assert outcomes[1].startswith("photo.csv is not a statement")
    assert cells(person, "imports.outcomes", 2) == ["Imported", "Left out", "Imported"]
    assert person.text("imports.file") == "2 of 3 files are in the book."
    assert cells(person, "imports.history", 1) == ["whole.csv", "half.csv"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("photo.csv", "photo.csv is not a statement Yudu knows."),
        ("empty.csv", "empty.csv is not a statement Yudu knows."),
        ("table.xlsx", "table.xlsx is damaged: it cannot be read as XLSX."),
        ("folder.csv", "folder.csv cannot be opened"),
        ("gone.csv", "gone.csv cannot be opened"),
    ],
)
def test_a_wrong_file_is_named_and_the_rest_goes_on(
    qtbot: QtBot, tmp_path: Path, files: dict[str, Path], name: str, words: str
) -> None:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as person:
        person.key("7")
        wrong = files.get(name, tmp_path / name)
        drop(person, wrong)
        assert person.text("imports.problem").startswith(words)
        drop(person, wrong, files["whole.csv"])
        assert person.text("imports.problem").startswith(words)
        person.click("imports.do")
        assert cells(person, "imports.history", 1) == ["whole.csv"]


def test_a_file_is_skipped_and_the_rest_called_off(person: Person, files: dict[str, Path]) -> None:
    before = dump(person)
    drop(person, files["half.csv"], files["whole.csv"], files["odd.csv"])
    person.click("imports.skip")
    assert person.text("imports.file").startswith("File 2 of 3 · whole.csv")
    person.click("imports.cancel")
    assert cells(person, "imports.outcomes", 1) == ["Skipped", "Not imported", "Not imported"]
    assert dump(person) == before


def test_files_dropped_meanwhile_wait_at_the_end(person: Person, files: dict[str, Path]) -> None:
    drop(person, files["half.csv"])
    drop(person, files["whole.csv"])
    assert person.text("imports.file").startswith("File 1 of 2 · half.csv")
    person.click("imports.do")
    assert person.text("imports.file").startswith("File 2 of 2 · whole.csv")


def test_an_import_is_taken_out_of_the_middle_and_brought_back(person: Person, files: dict[str, Path]) -> None:
    drop(person, files["half.csv"], files["odd.csv"], files["whole.csv"])
    for _ in range(3):
        person.click("imports.do")
    assert cells(person, "imports.history", 5) == ["1", "0", "0"]
    full = dump(person)
    assert not person.find("imports.undo_batch", QWidget).isEnabled()
    choose_row(person, "imports.history", 1)
    person.click("imports.undo_batch")
    said = words_of_dialog(person)
    assert "8 rows leave the book" in said
    assert "1 of them were changed by later imports" in said
    assert "1 files imported later skipped rows" in said
    person.click("undo_import.ok")
    assert person.text("imports.file") == "odd.csv is out of the book, 8 rows with it. Ctrl+Z brings it back."
    assert cells(person, "imports.history", 1) == ["whole.csv", "half.csv"]
    assert cells(person, "imports.history", 6) == ["0", "8"]
    without = dump(person)
    person.key("Z")
    assert dump(person) == full
    assert cells(person, "imports.history", 1) == ["whole.csv", "odd.csv", "half.csv"]
    person.key("Y")
    assert dump(person) == without


def test_by_keyboard_alone(person: Person, files: dict[str, Path]) -> None:
    page = page_of(person)
    person.press("imports.choose")
    dialog = page.findChild(QFileDialog, "imports.dialog")
    assert dialog is not None
    person.bot.waitUntil(dialog.isVisible)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(files["whole.csv"]))
    person.bot.keyClick(name, Qt.Key.Key_Return)
    person.settle()
    assert person.window.preferences.last_folder == str(files["whole.csv"].parent)
    do = person.find("imports.do", QWidget)
    assert QApplication.focusWidget() is do or not person.window.isActiveWindow()
    person.bot.keyClick(do, Qt.Key.Key_Space)
    person.settle()
    history = person.find("imports.history", QTableView)
    person.window.activateWindow()  # without a window manager the dialog took the focus with it
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)
    history.setFocus()
    history.selectRow(0)
    person.bot.keyClick(history, Qt.Key.Key_Delete)
    person.settle()
    assert "16 rows leave the book (2026-11-07 – 2026-11-22)" in words_of_dialog(person)
    person.bot.keyClick(person.find("undo_import", UndoImport), Qt.Key.Key_Escape)
    person.settle()
    assert cells(person, "imports.history", 1) == ["whole.csv"]
    person.bot.keyClick(history, Qt.Key.Key_Return)
    person.settle()
    person.bot.keyClick(person.find("undo_import", UndoImport), Qt.Key.Key_Return)
    person.settle()
    assert not page.findChild(QTableView, "imports.history").isVisible()
    person.key("Z")
    assert cells(person, "imports.history", 1) == ["whole.csv"]


def test_the_preview_says_what_each_row_counts_as(person: Person, files: dict[str, Path]) -> None:
    drop(person, files["half.csv"])
    person.click("imports.do")
    drop(person, files["odd.csv"])
    counts = cells(person, "imports.preview", 2)
    assert "Repayment, never spending" in counts
    assert "Loan paid out, never income" in counts
    assert "Refund, taken off its order" in counts
    assert "Spending → Daily needs" in counts
    failed = person.text("imports.failed")
    assert failed.startswith("花呗: the repayment of ¥1,310.00 failed on ")
    person.pick("imports.state", "To review (1)")
    assert cells(person, "imports.preview", 4) == ["To review"]
    choose_row(person, "imports.preview", 0)
    assert person.text("imports.row_why").startswith("The status is not known to the program · Spending → ")
    assert "等待核销" in person.text("imports.row_text")
    person.pick("imports.state", "All rows")
    person.pick("imports.kind", "Repayment (2)")
    assert len(cells(person, "imports.preview", 0)) == 2
    assert person.text("imports.shown") == "2 rows"


def test_the_cash_book_is_taken_with_a_word_of_warning(person: Person, files: dict[str, Path], tmp_path: Path) -> None:
    drop(person, files["half.csv"])
    cash_book = person.window.findChild(QLabel, "imports.cash_book")
    assert isinstance(cash_book, QLabel)
    assert not cash_book.isVisible()
    person.click("imports.do")
    book = tmp_path / "cashbook_record.csv"
    row = "2026-10-03 12:00:00,餐饮,支出,12.00,午饭,花呗,手动,"
    book.write_text(f"记录时间,分类,收支类型,金额,备注,账户,来源,标签\n{row}", "gb18030")
    drop(person, book)
    assert cash_book.isVisible()
    assert "no order numbers and no status" in person.text("imports.cash_book")
    person.click("imports.do")
    assert cells(person, "imports.history", 1) == ["cashbook_record.csv", "half.csv"]


def test_the_window_stays_awake_and_both_parts_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    large = write_statement(tmp_path / "large.csv", 60_000)
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=True) as person:
        person.key("7")
        before = dump(person)
        page = page_of(person)
        page.choose(large)
        bar = person.find("imports.progress", QProgressBar)
        qtbot.waitUntil(lambda: bar.value() > 0)
        assert person.text("imports.file") == "Reading large.csv…"
        press_at_once(person, "imports.cancel")
        assert not bar.isVisible()
        person.settle()
        assert not page.findChild(QWidget, "imports.do").isVisible()

        page.choose(large)
        qtbot.waitUntil(lambda: page.findChild(QWidget, "imports.do").isVisible(), timeout=20_000)
        press_at_once(person, "imports.do")
        qtbot.waitUntil(lambda: bar.isVisible() and bar.maximum() == 60_000 and bar.value() > 0)
        assert person.text("imports.file") == "Storing the rows of large.csv…"
        press_at_once(person, "imports.cancel")
        assert not person.find("imports.cancel", QWidget).isEnabled()
        person.settle()
        assert page._run.stage is Stage.IDLE
        assert dump(person) == before

        page.choose(large)
        qtbot.waitUntil(lambda: page.findChild(QWidget, "imports.do").isVisible(), timeout=20_000)
        press_at_once(person, "imports.do")
        qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 0)
        person.bot.keyClick(person.window, "8", Qt.KeyboardModifier.ControlModifier)
        assert person.window.page("settings").isVisible()  # while rows are being stored
        person.bot.keyClick(person.window, "7", Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not person.window.book.busy, timeout=30_000)
        assert cells(person, "imports.history", 4) == ["60000"]


def test_another_language_while_rows_are_stored_loses_none(qtbot: QtBot, tmp_path: Path) -> None:
    large = write_statement(tmp_path / "large.csv", 30_000)
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=True) as person:
        person.key("7")
        page = page_of(person)
        page.choose(large)
        qtbot.waitUntil(lambda: page.findChild(QWidget, "imports.do").isVisible(), timeout=20_000)
        bar = page.findChild(QProgressBar, "imports.progress")
        press_at_once(person, "imports.do")
        qtbot.waitUntil(lambda: bar.value() > 0)
        person.window.restyle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(lambda: not person.window.book.busy, timeout=30_000)
        assert cells(person, "imports.history", 4) == ["30000"]


def press_at_once(person: Person, name: str) -> None:
    """A click that waits for nothing."""
    target = person.find(name, QWidget)
    person.bot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(target.width() // 2, target.height() // 2))
