"""A table that no reader knows is asked about once; rows to review are gone through by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from planner.ui.imports.complete_form import CompleteForm
from planner.ui.imports.mapping_form import MappingForm
from tests.gui.desk import Person, person_at
from tests.gui.test_imports import cells, drop

TODAY = date(2026, 11, 24)
TABLE = """日期,摘要,金额,币种
01/11/2026,午饭,-25.00,
02/11/2026,坏的金额,x,
03/11/2026,另一个,y,
04/11/2026,境外,-3.72,USD
"""


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        found.key("7")
        yield found


def tell(person: Person, folder: Path) -> None:
    """Drops the table, and says the one thing that it does not prove."""
    inside = folder / "some"
    inside.mkdir()
    (inside / "own.csv").write_text(TABLE, "utf-8")
    (inside / "picture.png").write_bytes(b"x")
    drop(person, inside)
    person.pick("mapping_form.amount", "金额")
    person.pick("mapping_form.date_order", "Day, month, year (24/11/2026)")
    person.write("mapping_form.mapping_name", "Purse")
    person.click("mapping_form.ok")


def test_a_table_is_asked_about_once_and_then_read_as_told(person: Person, tmp_path: Path) -> None:
    tell(person, tmp_path)
    assert person.text("imports.mapped") == "Read as you said for “Purse”"
    assert cells(person, "imports.preview", 3)[3] == "−USD 3.72"
    person.click("imports.do")
    assert cells(person, "imports.history", 1) == ["own.csv"]
    later = tmp_path / "later.csv"
    later.write_text(TABLE + "05/11/2026,晚饭,-30.00,\n", "utf-8")
    drop(person, later)
    assert (person.text("imports.new"), person.text("imports.known")) == ("1", "4")
    person.click("imports.change_columns")
    assert person.find("mapping_form", MappingForm).mapping().name == "Purse"


def test_esc_keeps_what_was_typed_and_the_file_can_be_skipped(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(TABLE, "utf-8")
    drop(person, file)
    person.click("mapping_form.ok")
    assert person.text("mapping_form.date_order_error") == "Please fill this in."
    person.write("mapping_form.mapping_name", "Purse")
    person.bot.keyClick(person.find("mapping_form", MappingForm), Qt.Key.Key_Escape)
    person.settle()
    person.click("imports.columns")
    assert person.text("mapping_form.mapping_name") == "Purse"
    person.bot.keyClick(person.find("mapping_form", MappingForm), Qt.Key.Key_Escape)
    person.settle()
    person.click("imports.skip")
    assert not cells_in_history(person)


def cells_in_history(person: Person) -> list[str]:
    found = person.window.findChild(QTableView, "imports.history")
    assert found is not None
    return [str(found.model().index(row, 1).data()) for row in range(found.model().rowCount())]


def press(person: Person, table: QTableView, key: str) -> None:
    """A key in the list; without a window manager nobody gives the window its focus back when a dialog closes."""
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)
    assert table.hasFocus()
    person.bot.keyClick(table, key)
    person.settle()


def test_rows_are_reviewed_by_keyboard(person: Person, tmp_path: Path) -> None:
    tell(person, tmp_path)
    person.click("imports.do")
    person.click("imports.review_rows")
    table = person.find("imports.review_list", QTableView)
    assert cells(person, "imports.review_list", 1) == ["3", "4"]
    assert person.text("imports.review_text") == "02/11/2026,坏的金额,x"
    press(person, table, "7")
    assert cells(person, "imports.review_list", 1) == ["4"]
    person.key("Z")
    assert cells(person, "imports.review_list", 1) == ["3", "4"]
    person.bot.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == 0
    press(person, table, "1")
    person.find("complete_form", CompleteForm)
    person.write("complete_form.amount", "8")
    person.click("complete_form.ok")
    assert cells(person, "imports.review_list", 1) == ["4"]
    assert person.text("imports.review_text").startswith("03/11/2026")
    person.click("imports.review_n_zero")
    assert cells(person, "imports.review_list", 1) == []
    person.pick("imports.review_of", "In other currencies (1)")
    person.settle()
    assert cells(person, "imports.review_list", 4) == ["USD 3.72"]
    person.click("imports.review_type_in")
    person.write("complete_form.amount", "26.51")
    person.click("complete_form.ok")
    assert cells(person, "imports.review_list", 1) == []
