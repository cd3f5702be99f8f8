"""A table shows, sorts, keeps, opens and copies the rows of a report."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.ui.widgets.table import Column, DataTable, RowsModel


@dataclass(frozen=True, slots=True)
class Debt:
    """A row as a report has it."""

    id: int
    name: str
    method: str
    owed_fen: int
    state: str


DEBTS = (
    Debt(1, "借呗", "equal instalments", 1284520, "due"),
    Debt(2, "白条", "flat fee", 308400, "today"),
    Debt(3, "建行快贷", "interest first", 4400000, "later"),
)
COLUMNS = (
    Column(
        "Loan", lambda row: row.name, second=lambda row: row.method, badge=lambda row: ("借", "#1677FF"), stretch=True
    ),
    Column("Owed", lambda row: f"{row.owed_fen / 100:,.2f}", right=True, bold=True, order=lambda row: row.owed_fen),
    Column("State", lambda row: "", pill=lambda row: (row.state, "watch"), width=90),
    Column("Used", lambda row: "", meter=lambda row: (0.4, "accent"), width=90, tooltip=lambda row: "40%"),
)


def identity(row: Debt) -> Hashable:
    return row.id


def names(table: DataTable) -> list[str]:
    return [table.rows_model.row(at).name for at in range(table.rows_model.rowCount())]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    made = DataTable("loans.list", "Loans", COLUMNS, identity, tall=True)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_rows(DEBTS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel(COLUMNS, identity)
    qtmodeltester.check(model)
    model.set_rows(DEBTS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows(DEBTS[:1])
    qtmodeltester.check(model)


def test_rows_keep_the_order_of_the_report(table: DataTable) -> None:
    assert names(table) == ["借呗", "白条", "建行快贷"]


def test_a_click_on_a_title_sorts_by_value_not_by_text(table: DataTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["白条", "借呗", "建行快贷"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["建行快贷", "借呗", "白条"]


def test_the_chosen_row_stays_chosen_over_a_refresh(table: DataTable) -> None:
    table.choose(2)
    table.set_rows((Debt(9, "New", "", 1, "due"), *DEBTS))
    assert table.chosen_row() == DEBTS[1]
    table.set_rows(DEBTS[2:])
    assert table.chosen_row() is None
    assert not table.choose(2)


def test_cells_speak_for_themselves(table: DataTable) -> None:
    model = table.rows_model
    assert model.data(model.index(0, 0)) == "借呗\nequal instalments"
    assert model.data(model.index(0, 2)) == "due"
    assert model.data(model.index(0, 3), int(Qt.ItemDataRole.ToolTipRole)) == "40%"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Owed"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert table.accessibleName() == "Loans"
    assert table.accessibleIdentifier() == table.objectName() == "loans.list"


def test_enter_and_a_double_click_open_a_row(table: DataTable, qtbot: QtBot) -> None:
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [DEBTS[1]]
    centre = table.visualRect(table.rows_model.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert opened.args == [DEBTS[2]]


def test_one_click_only_chooses_on_every_desktop(table: DataTable, qtbot: QtBot) -> None:
    table.setStyleSheet("QTableView { activate-on-singleclick: 1; }")  # as a KDE desktop would have it
    activated: list[bool] = []
    table.activated.connect(lambda _index: activated.append(True))
    opened: list[Debt] = []
    table.opened.connect(opened.append)
    centre = table.visualRect(table.rows_model.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert activated == [True]
    assert table.chosen_row() == DEBTS[2]
    assert opened == []
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [DEBTS[2]]


def test_arrow_keys_choose(table: DataTable, qtbot: QtBot) -> None:
    table.choose(1)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [DEBTS[1]]


def test_selected_rows_are_copied_as_text(table: DataTable, qtbot: QtBot) -> None:
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Loan\tOwed\tState\tUsed"
    assert copied[2].split("\t")[:3] == ["白条 flat fee", "3,084.00", "today"]
    assert len(copied) == 4


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_context_menu_offers_to_copy(table: DataTable, qtbot: QtBot) -> None:
    table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = table.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert "Copy" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_chosen_row_is_seen(table: DataTable, qtbot: QtBot) -> None:
    def colour(row: int) -> str:
        place = table.visualRect(table.rows_model.index(row, 1))
        picture: QImage = table.viewport().grab().toImage()
        return picture.pixelColor(place.left() + 3, place.top() + 4).name()

    table.choose(1)
    assert colour(0) != colour(1)
