"""The page of limit health, as a person uses it: log, correct, delete, look where a number comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.imports import import_statement
from planner.arguments import arguments
from planner.cli import run
from planner.store.book import Book
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.form import Form
from tests.gui.desk import Person, person_at
from tests.unit.reports.test_health_history import row as statement_row
from tests.year_book import make_year_book

TODAY = date(2026, 11, 24)


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, make_year_book(tmp_path / "s.yudu", TODAY), tmp_path, today=TODAY) as person:
        person.key("5")
        yield person


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as person:
        person.key("5")
        yield person


def rows(person: Person, sql: str) -> list[tuple[Any, ...]]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.rows(sql)
    finally:
        book.close()


def cells(person: Person, table: str, column: int) -> list[str]:
    model = person.find(table, QTableView).model()
    return [str(model.index(at, column).data()) for at in range(model.rowCount())]


def choose(person: Person, table: str, at: int) -> QTableView:
    view = person.find(table, QTableView)
    view.setFocus()
    view.selectRow(at)
    view.setCurrentIndex(view.model().index(at, 0))
    person.settle()
    return view


def press(person: Person, widget: QWidget, key: Qt.Key) -> None:
    # without a window manager nobody gives the window its focus back when a dialog closes
    widget.window().activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is widget.window())
    person.bot.keyClick(widget, key)
    person.settle()


def said(person: Person, name: str) -> list[str]:
    """All sentences of an open dialog of origins."""
    dialog = person.find(name, QDialog)
    return [each.text() for each in dialog.findChildren(QLabel) if each.text()]


def test_each_kind_is_logged_corrected_deleted_and_brought_back(sample: Person) -> None:
    before = len(cells(sample, "health.log_rows", 0))
    sample.click("health.log_score")
    assert sample.text("score_form.on") == "2026-11-06"
    sample.write("score_form.score", "650")
    assert sample.text("score_form.band") == "650 · Very good (650–699)"
    sample.click("score_form.ok")
    assert rows(sample, "SELECT on_date, score FROM score_reading ORDER BY id DESC")[0] == ("2026-11-06", 650)
    assert cells(sample, "health.log_rows", 2)[0] == "650 · Very good (650–699)"

    press(sample, choose(sample, "health.log_rows", 0), Qt.Key.Key_Return)
    assert sample.text("score_correction.score") == "650"
    sample.write("score_correction.score", "549")
    sample.click("score_correction.ok")
    assert cells(sample, "health.log_rows", 2)[0] == "549 · Poor (350–549)"

    press(sample, choose(sample, "health.log_rows", 0), Qt.Key.Key_Delete)
    assert sample.text("health.note") == "Deleted. Ctrl+Z brings it back."
    assert len(cells(sample, "health.log_rows", 0)) == before
    sample.key("Z")
    sample.key("Z")
    assert cells(sample, "health.log_rows", 2)[0] == "650 · Very good (650–699)"
    sample.key("Y")
    assert cells(sample, "health.log_rows", 2)[0] == "549 · Poor (350–549)"


def test_an_application_is_corrected_by_its_button(sample: Person) -> None:
    choose(sample, "health.log_rows", 0)
    assert cells(sample, "health.log_rows", 1)[0] == "Application · 平安银行"
    sample.click("health.correct")
    assert sample.text("application_correction.lender") == "平安银行"
    sample.pick("application_correction.outcome", "Declined")
    sample.write("application_correction.on", "2026-10-20")
    sample.press("application_correction.ok")
    assert rows(sample, "SELECT applied_on, outcome, hard FROM application WHERE id = 3") == [
        ("2026-10-20", "declined", 1)
    ]
    sample.click("health.delete")
    assert rows(sample, "SELECT count(*) FROM application") == [(2,)]
    sample.key("Z")
    assert rows(sample, "SELECT count(*) FROM application") == [(3,)]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({}, (23, None)),
        ({"days": "9"}, (9, "2026-11-10")),
        ({"cleared_on": "2026-11-05"}, (4, "2026-11-05")),
        ({"cleared_on": "2026-11-05", "days": "30"}, (30, "2026-11-05")),
    ],
)
def test_an_overdue_by_its_days_or_the_day_it_was_paid(
    sample: Person, typed: dict[str, str], stored: tuple[int, str | None]
) -> None:
    sample.click("health.log_overdue")
    sample.pick("overdue_form.account", "借呗 · 周转")
    sample.write("overdue_form.due_on", "2026-11-01")
    for name, text in typed.items():
        sample.write(f"overdue_form.{name}", text)
    sample.pick("overdue_form.source", "Credit report")
    sample.click("overdue_form.ok")
    assert rows(sample, "SELECT days, cleared_on FROM reported_overdue") == [stored]
    assert rows(sample, "SELECT l.name, source FROM reported_overdue o JOIN loan l ON l.id = o.loan_id") == [
        ("借呗 · 周转", "credit_report")
    ]
    choose(sample, "health.log_rows", 0)
    sample.click("health.correct")
    sample.press("overdue_correction.ok")  # nothing was changed, so nothing is another number
    assert rows(sample, "SELECT days, cleared_on FROM reported_overdue") == [stored]


@pytest.mark.parametrize(
    ("form", "name", "text", "field"),
    [
        ("score", "score", "", "score"), ("score", "score", "6x", "score"), ("score", "score", "349", "score"),
        ("score", "score", "951", "score"), ("score", "on", "2026-11-25", "on"), ("score", "on", "x", "on"),
        ("score", "on", "2026-08-06", "on"),
        ("application", "lender", " ", "lender"), ("application", "on", "2026-02-30", "on"),
        ("application", "on", "", "on"),
        ("overdue", "due_on", "", "due_on"), ("overdue", "due_on", "2026-11-24", "due_on"),
        ("overdue", "due_on", "2026-11-30", "due_on"), ("overdue", "cleared_on", "2026-11-01", "cleared_on"),
        ("overdue", "cleared_on", "2026-11-25", "cleared_on"), ("overdue", "days", "0", "days"),
        ("overdue", "days", "24", "days"), ("overdue", "days", "many", "days"),
        ("complete", "since", "2026-11-25", "since"), ("complete", "since", "soon", "since"),
    ],
)  # fmt: skip
def test_wrong_input_is_said_beside_its_field(sample: Person, form: str, name: str, text: str, field: str) -> None:
    opened = {"score": "log_score", "application": "log", "overdue": "log_overdue", "complete": "complete"}
    sample.click(f"health.{opened[form]}")
    good = {
        "score": {"score": "650", "on": "2026-11-07"},
        "application": {"lender": "bank", "on": "2026-11-01"},
        "overdue": {"due_on": "2026-11-01"},
        "complete": {"since": "2026-01-01"},
    }
    before = sample.window.book.undo_name
    for each, words in (good[form] | {name: text}).items():
        sample.write(f"{form}_form.{each}", words)
    sample.click(f"{form}_form.ok")
    dialog = sample.find(f"{form}_form", Form)
    error = dialog.findChild(QWidget, f"{form}_form.{field}_error")
    assert not error.isHidden()
    assert error.property("text")
    assert sample.text(f"{form}_form.{name}") == text
    assert sample.window.book.undo_name == before
    for each, words in good[form].items():
        sample.write(f"{form}_form.{each}", words)
    if name in ("cleared_on", "days"):
        sample.write(f"{form}_form.{name}", "")
    sample.click(f"{form}_form.ok")
    assert not dialog.isVisible()
    assert sample.window.book.undo_name != before


def test_escape_keeps_the_draft_but_not_of_a_row_that_changed(sample: Person) -> None:
    choose(sample, "health.log_rows", 0)
    sample.click("health.correct")
    sample.write("application_correction.lender", "draft")
    press(sample, sample.find("application_correction", Form), Qt.Key.Key_Escape)
    sample.click("health.correct")
    assert sample.text("application_correction.lender") == "draft"
    sample.press("application_correction.ok")
    choose(sample, "health.log_rows", 0)
    sample.click("health.correct")
    assert sample.text("application_correction.lender") == "draft"
    press(sample, sample.find("application_correction", Form), Qt.Key.Key_Escape)
    sample.key("Z")
    choose(sample, "health.log_rows", 0)
    sample.click("health.correct")
    assert sample.text("application_correction.lender") == "平安银行"


def test_a_warning_says_why_and_its_row_opens(sample: Person) -> None:
    titles = [each.split("\n")[0] for each in cells(sample, "health.warnings", 0)]
    at = next(at for at, title in enumerate(titles) if "借呗" in title and "limit is used" in title)
    press(sample, choose(sample, "health.warnings", at), Qt.Key.Key_Return)
    words = said(sample, "health.origin")
    assert words[0] == titles[at]
    assert "¥10,755.81 used of ¥8,000.00." in words
    assert "Warning above 80%, critical from 100%." in words
    assert any(each.startswith("→ ") for each in words)
    assert any(each.startswith("W25, grade C, general web pages, checked on 2026-11-23: ") for each in words)
    assert not any("own threshold" in each for each in words)
    press(sample, choose(sample, "health.origin.rows", 0), Qt.Key.Key_Return)
    assert sample.text("loans.title") == "借呗"


def test_every_warning_and_factor_opens_with_its_rows(sample: Person) -> None:
    counted = len(cells(sample, "health.warnings", 0))
    assert counted >= 4
    own = 0
    for at in range(counted):
        press(sample, choose(sample, "health.warnings", at), Qt.Key.Key_Return)
        words = said(sample, "health.origin")
        own += any("own threshold" in each for each in words)
        assert sample.find("health.origin.rows", QTableView).model().rowCount() >= 1
        sample.click("health.origin.close")
    assert own >= 2  # W10 and W40
    for at in range(12):
        press(sample, choose(sample, "health.factors", at), Qt.Key.Key_Return)
        words = said(sample, "health.origin")
        assert words[0].startswith(cells(sample, "health.factors", 0)[at])
        points = cells(sample, "health.factors", 3)[at].replace("−", "")
        assert any(each.startswith(f"Takes {points} of at most") for each in words)
        sample.click("health.origin.close")


def test_the_application_of_a_factor_is_found_in_the_log(sample: Person) -> None:
    at = cells(sample, "health.factors", 0).index("Recent applications")
    choose(sample, "health.factors", at)
    sample.click("health.open_factor")
    press(sample, choose(sample, "health.origin.rows", 0), Qt.Key.Key_Return)
    table = sample.find("health.log_rows", QTableView)
    chosen = table.currentIndex().row()
    assert cells(sample, "health.log_rows", 1)[chosen] == "Application · 招联消费金融"


def test_a_failed_repayment_warns_until_it_is_entered(qtbot: QtBot, tmp_path: Path) -> None:
    from datetime import datetime

    from planner.core.statement_rows import DebtKind, Statement

    path = make_year_book(tmp_path / "s.yudu", TODAY)
    book = Book.open(path, today=TODAY)
    failed = statement_row(1, datetime(2026, 11, 23, 9), DebtKind.FAILED_REPAYMENT, "jiebei", 900_00)
    statement = Statement("f.csv", "", "alipay", "A4", "utf-8", "", (failed,))
    book.write(import_statement, statement=statement, imported_on=TODAY)
    book.close()
    with person_at(qtbot, path, tmp_path, today=TODAY) as person:
        person.key("5")
        titles = [each.split("\n")[0] for each in cells(person, "health.warnings", 0)]
        at = titles.index("借呗 借呗还款: ¥900.00 on 2026-11-23 did not go through")
        press(person, choose(person, "health.warnings", at), Qt.Key.Key_Return)
        assert "→ Pay it by hand in the lender's app today." in said(person, "health.origin")
        person.click("health.origin.close")
        person.key("2")
        choose(person, "loans.list", 3)
        person.click("loans.repay")
        person.pick("repayment_form.loan", "借呗 · 周转")
        person.write("repayment_form.amount", "900")
        person.click("repayment_form.ok")
        person.key("5")
        assert not any("did not go through" in each for each in cells(person, "health.warnings", 0))


def test_what_is_missing_leads_to_where_it_is_entered(empty: Person) -> None:
    assert empty.text("health.coverage") == "0% known"
    links = [each for each in ("cash", "income", "applications") if empty.find(f"health.enter_{each}", QWidget)]
    assert links == ["cash", "income", "applications"]
    empty.click("health.enter_applications")
    empty.write("complete_form.since", "2026-01-01")
    empty.click("complete_form.ok")
    assert rows(empty, "SELECT applications_complete_since FROM book_info") == [("2026-01-01",)]
    assert empty.text("health.complete_since") == "Applications are complete since 2026-01-01."
    assert not empty.window.findChild(QWidget, "health.enter_applications").isVisible()
    empty.click("health.enter_income")
    assert empty.find("settings.income", QWidget).isVisible()
    empty.key("5")
    shown = [each for each in ("accounts", "debts", "due_dates", "statements")
             if empty.window.findChild(QWidget, f"health.enter_{each}").isVisible()]  # fmt: skip
    assert shown
    empty.click(f"health.enter_{shown[0]}")
    assert empty.find("loans.first", QWidget).isVisible()


def test_the_history_as_chart_and_table_by_periods(sample: Person) -> None:
    chart = sample.find("health.history", ChartView)
    spoken = chart.accessibleName()
    assert "2026-06-18 借呗 30,000 → 8,000" in spoken
    assert "Overdue 6 days" in spoken
    sample.click("health.history_table")
    year = cells(sample, "health.history_rows", 0)
    assert year[0] == "2026-11-24"
    assert "Limit cut · 借呗 · ¥30,000.00 → ¥8,000.00" in cells(sample, "health.history_rows", 1)
    assert sum(each != "" for each in cells(sample, "health.history_rows", 3)) == 13
    sample.pick("health.period", "60 months")
    sample.settle()
    assert sum(each != "" for each in cells(sample, "health.history_rows", 3)) == 61
    at = cells(sample, "health.history_rows", 1).index("Limit cut · 借呗 · ¥30,000.00 → ¥8,000.00")
    press(sample, choose(sample, "health.history_rows", at), Qt.Key.Key_Return)
    assert sample.text("loans.title") == "借呗"
    sample.key("5")
    sample.click("health.history_table")
    assert sample.find("health.history", ChartView).isVisible()


def test_the_points_of_the_history_are_what_the_command_line_said_that_day(
    sample: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.click("health.history_table")
    days, scores, ranges = (cells(sample, "health.history_rows", at) for at in (0, 2, 3))
    points = [(day, score, span) for day, score, span in zip(days, scores, ranges, strict=True) if span]
    assert len(points) == 13
    for day, score, span in (points[0], points[4], points[-1]):
        capsys.readouterr()
        path = sample.window.book.path
        assert run(arguments().parse_args(["health", "--book", str(path), "--today", day, "--json"])) == 0
        health = json.loads(capsys.readouterr().out)["health"]
        assert score == ("" if health["score"] is None else str(health["score"]))
        assert span == ("—" if health["score"] is None else f"{health['low']} – {health['high']}")


def test_by_keyboard_alone(sample: Person) -> None:
    def tab_to(name: str) -> QWidget:
        met = []
        for _ in range(80):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() == name:
                return focus
            met.append(focus and focus.objectName())
            sample.bot.keyClick(focus or sample.window, Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not among {met}")

    press(sample, tab_to("health.log_score"), Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "score_form.score"
    sample.bot.keyClicks(focus, "612")
    press(sample, focus, Qt.Key.Key_Return)
    assert rows(sample, "SELECT score FROM score_reading ORDER BY id DESC")[0] == (612,)
    sample.window.activateWindow()
    sample.bot.waitUntil(lambda: QApplication.activeWindow() is sample.window)
    table = tab_to("health.warnings")
    sample.bot.keyClick(table, Qt.Key.Key_Down)
    press(sample, table, Qt.Key.Key_Return)
    assert sample.find("health.origin", QDialog).isVisible()
    press(sample, sample.find("health.origin", QDialog), Qt.Key.Key_Escape)
    assert not [each for each in sample.window.findChildren(QDialog, "health.origin") if each.isVisible()]


def test_the_period_and_the_log_have_names_and_no_row_asks_for_one_first(sample: Person) -> None:
    assert sample.find("health.period", QComboBox).accessibleName() == "Period"
    sample.find("health.log_rows", QTableView).setCurrentIndex(
        sample.find("health.log_rows", QTableView).model().index(-1, -1)
    )
    sample.click("health.delete")
    assert sample.text("health.note") == "Choose a row of the log first."
