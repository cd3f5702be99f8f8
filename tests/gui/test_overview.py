"""The overview as a person uses it: each number says where it comes from, dues are opened and paid where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.cli import make_sample_book
from planner.core.facts import RowKind
from planner.core.money import format_fen
from planner.ui.overview.parts import News
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.origin import Origin
from planner.ui.widgets.table import DataTable
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample_book(tmp_path_factory.mktemp("sample") / "s.yudu", TODAY)


@pytest.fixture
def sample(qtbot: QtBot, book: Path, tmp_path: Path) -> Iterator[Person]:
    own = tmp_path / "s.yudu"
    own.write_bytes(book.read_bytes())
    with person_at(qtbot, own, tmp_path, today=TODAY) as person:
        yield person


def rows(person: Person) -> list[str]:
    model = person.find("overview_origin.rows", QTableView).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def together(person: Person) -> int:
    """The sum of the amounts of all rows as they stand there, in fen."""
    amounts = [text.rsplit("¥", 1)[1].replace(",", "") for text in rows(person)]
    return sum(round(float(amount) * 100) for amount in amounts)


@pytest.mark.parametrize("name", ["month", "debt", "dti", "cost"])
@pytest.mark.parametrize("how", ["click", "Enter", "Space", "card"])
def test_every_figure_opens_the_rows_it_is_made_of(sample: Person, name: str, how: str) -> None:
    figure = sample.find(f"overview.{name}", QWidget)
    shown = sample.text(f"overview.{name}")
    if how == "click":
        sample.click(f"overview.{name}")
    elif how == "card":
        card = figure.parentWidget()
        assert card is not None
        sample.bot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
        sample.settle()
    else:
        figure.setFocus()
        sample.bot.keyClick(figure, Qt.Key.Key_Return if how == "Enter" else Qt.Key.Key_Space)
        sample.settle()
    assert shown in sample.text("overview_origin.title")
    total = sample.text("overview_origin.sum").removeprefix("Principal ").lower().removeprefix("together ")
    assert total == f"¥{format_fen(together(sample))}"
    if name in ("month", "debt"):
        assert total == shown
    if name == "dti":
        words = sample.text("overview_origin.words_0") + sample.text("overview_origin.words_1")
        assert total in words
        assert f"= {shown}%" in words
    if name == "cost":
        assert all("% · " in row for row in rows(sample))


def test_a_row_behind_a_figure_opens_where_it_is(sample: Person) -> None:
    sample.click("overview.month")
    table = sample.find("overview_origin.rows", DataTable)
    at = next(at for at, row in enumerate(table.rows_model.rows()) if row.ref.kind is RowKind.DUE)
    name = table.rows_model.row(at).name
    table.setFocus()
    table.selectRow(at)
    sample.bot.keyClick(table, Qt.Key.Key_Return)
    sample.settle()
    assert not [each for each in sample.window.findChildren(Origin) if each.isVisible()]
    assert sample.text("loans.title") == name


def test_whether_the_dues_can_be_paid_is_explained(sample: Person) -> None:
    sentence = sample.text("overview.can_pay")
    assert sentence.endswith(("is missing", "left after the last due"))
    sample.press("overview.can_pay")
    assert sample.text("overview_origin.title") == sentence
    assert sample.text("overview_origin.words_0").startswith("Cash at hand ¥")
    assert all(row.startswith("Cash") for row in rows(sample))
    table = sample.find("overview_origin.rows", DataTable)
    table.setFocus()
    table.selectRow(0)
    sample.bot.keyClick(table, Qt.Key.Key_Return)
    sample.settle()
    assert sample.find("settings.cash", DataTable).chosen_row() is not None


def test_every_warning_opens_its_explanation(sample: Person) -> None:
    news = [each for each in sample.window.findChildren(News) if each.isVisible()]
    assert any(each.objectName() == "overview.warning_0" for each in news)
    for each in news:
        title = sample.text(f"{each.objectName()}_title")
        assert title in each.accessibleName()
        each.setFocus()
        sample.bot.keyClick(each, Qt.Key.Key_Return)
        sample.settle()
        assert sample.text("overview_origin.title") == title
        assert sample.text("overview_origin.words_0")
        sample.press("overview_origin.close")
        QApplication.processEvents()


def test_the_gauge_goes_to_the_points(sample: Person) -> None:
    gauge = sample.find("overview.gauge", Gauge)
    gauge.setFocus()
    sample.bot.keyClick(gauge, Qt.Key.Key_Return)
    sample.settle()
    assert sample.find("page.health", QWidget).isVisible()


def test_a_due_is_paid_from_its_menu(sample: Person) -> None:
    table = sample.find("overview.dues", DataTable)
    table.setFocus()
    at = next(at for at, due in enumerate(table.rows_model.rows()) if due.account.kind is RowKind.LOAN)
    due = table.rows_model.row(at)
    table.selectRow(at)
    words = [action.text() for action in table.actions()]
    assert words == ["Copy", "Open", "Record a repayment…", "Explain these numbers"]
    table.actions()[2].trigger()
    sample.settle()
    assert sample.text("repayment_form.amount") == format_fen(due.open_fen)
    before = len(table.rows_model.rows())
    sample.press("repayment_form.ok")
    assert len(table.rows_model.rows()) == before - 1


def test_the_debts_course_has_its_table_behind_it(sample: Person) -> None:
    sample.press("overview.as_table")
    table = sample.find("overview.debt_table", QTableView).model()
    cells = [[table.index(row, column).data() for column in range(3)] for row in range(table.rowCount())]
    assert [TODAY.isoformat(), sample.text("overview.debt"), "On record"] in cells
    assert cells[-1][1:] == ["¥0.00", "As agreed"]
    sample.press("overview.as_table")
    assert sample.find("overview.chart", ChartView).isVisible()


def save_as(person: Person, action: str, file: Path) -> None:
    chart = person.find("overview.chart", ChartView)
    next(each for each in chart.actions() if each.objectName() == f"overview.chart.{action}").trigger()
    dialog = chart.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    person.settle()


def test_the_chart_is_copied_and_saved(sample: Person, tmp_path: Path) -> None:
    chart = sample.find("overview.chart", ChartView)
    chart.setFocus()
    sample.bot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().image()
    assert copied.width() >= chart.width()
    save_as(sample, "png", tmp_path / "debt.png")
    assert QImage(str(tmp_path / "debt.png")).size() == copied.size()
    save_as(sample, "csv", tmp_path / "debt.csv")
    lines = (tmp_path / "debt.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Day,Owed,How it is known"
    owed = sample.text("overview.debt")
    assert f'{TODAY},"{owed}",On record' in lines


def test_a_chart_that_cannot_be_saved_says_so(sample: Person, tmp_path: Path) -> None:
    save_as(sample, "csv", tmp_path / "no" / "such" / "folder.csv")
    box = next(each for each in sample.window.findChildren(QMessageBox) if each.isVisible())
    assert "could not be written" in box.text()
    box.accept()


def test_unknown_cash_is_never_called_enough(qtbot: QtBot, tmp_path: Path) -> None:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as person:
        person.click("overview.first_loan")
        person.write("loan_form.principal", "10000")
        person.write("loan_form.drawn_on", "2026-11-01")
        person.press("loan_form.ok")
        assert person.text("overview.cash") == "Enter the cash you have to see whether it is enough."
        assert not [each for each in person.window.findChildren(QWidget, "overview.can_pay") if each.isVisible()]
        person.press("overview.ask")
        person.write("first_run.name", "card")
        person.write("first_run.balance", "5")
        person.press("first_run.next")
        person.press("first_run.none")
        assert person.text("overview.can_pay").endswith("is missing")
        assert person.text("overview.ask") == "Enter income and payday"


def test_the_side_bar_counts_the_warnings(sample: Person) -> None:
    def count() -> int:
        return int(sample.find("sidebar.health", QWidget).accessibleDescription() or 0)

    sample.key("5")
    table = sample.find("health.warnings", DataTable)
    levels = [table.rows_model.row(at).finding.level.name for at in range(table.rows_model.rowCount())]
    assert count() == sum(1 for each in levels if each in ("WARNING", "CRITICAL")) > 0
    before = count()
    sample.key("1")
    sample.click("first.clear")
    assert count() == 0
    sample.key("Z")
    assert count() == before
