"""A book with the longest names, the largest amounts and 200 loans: every page shows it, and stays in its window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.facts import RowKind, RowRef
from planner.store.book import Book
from planner.ui.main_window import PAGES
from tests.gui.desk import Person, person_at
from tests.hostile_book import fill_hostile_book

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "book.yudu"
    book = Book.open(path, today=TODAY, create=True)
    book.write(fill_hostile_book, today=TODAY)
    book.close()
    return path


@pytest.fixture
def person(qtbot: QtBot, hostile: Path, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, hostile, tmp_path, today=TODAY) as found:
        found.window.resize(1024, 680)
        yield found


@pytest.mark.parametrize("key", PAGES)
def test_a_page_stays_in_its_window(person: Person, key: str) -> None:
    person.click(f"sidebar.{key}")
    person.settle()
    page = person.find(f"page.{key}", QWidget)
    assert person.window.width() == 1024
    right = page.mapTo(person.window, page.rect().topRight()).x()
    for each in page.findChildren(QPushButton):
        if each.isVisible():
            assert each.mapTo(person.window, each.rect().topRight()).x() <= right, each.objectName()
            assert each.width() >= each.minimumSizeHint().width(), f"{each.objectName()} is cut off"
    figures = [each for each in page.findChildren(QLabel) if each.isVisible() and each.property("role") == "figure"]
    for each in figures:
        assert each.mapTo(person.window, each.rect().topRight()).x() <= right, each.objectName()


def test_the_calculators_stay_in_their_window(person: Person) -> None:
    person.click("sidebar.loans")
    for loan in (1, 200):  # the largest, and one of 480 periods of which 13 are late
        person.window.open_row(RowRef(RowKind.LOAN, loan))
        person.settle()
        person.click("loans.settle" if loan == 1 else "loans.late_settle")
        form = person.find("settle_form", QWidget)
        assert form.width() <= person.window.width()
        assert form.height() <= person.window.height()
        assert person.text("settle_form.total").startswith("¥")
        person.bot.keyClick(form, Qt.Key.Key_Escape)
    person.window.open_row(RowRef(RowKind.LOAN, 1))
    person.settle()
    person.click("loans.prepay")
    person.write("prepay_form.principal", "1")
    form = person.find("prepay_form", QWidget)
    assert form.width() <= person.window.width()
    assert form.height() <= person.window.height()
    assert person.text("prepay_form.lower_instalment").startswith("¥")
