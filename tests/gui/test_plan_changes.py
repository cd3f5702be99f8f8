"""What changes a loan's plan, entered by a person: another rate, more periods, the lender's own figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.books import new_book, with_jiebei
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import cells, choose, context, dump, fill, more, rows, tab

# a menu is a window of its own, which the offscreen plugin can neither raise nor give the keyboard
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
APRIL = date(2026, 4, 3)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """借呗 of 10,000 from 2026-01-15, its first two instalments paid."""
    book = new_book(tmp_path)
    with_jiebei(book, paid=2)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=APRIL) as found:
        found.key("2")
        choose(found, "借呗 · 装修")
        yield found


def shown(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


def amounts(person: Person) -> list[str]:
    return [each.splitlines()[0] for each in cells(person, "loans.schedule", 5)]


def test_a_rate_is_changed_corrected_deleted_and_brought_back(person: Person) -> None:
    plain = amounts(person)
    tab(person, "Changes")
    assert "Nothing has changed this plan" in person.text("loans.no_changes")
    person.click("loans.change_rate")
    assert person.text("rate_form.rate") == "0.04"
    fill(person, "rate_form", rate="0.03", on="2026-03-01")
    assert rows(person, "SELECT on_date, rate, rate_period FROM rate_change") == [("2026-03-01", "0.0003", "daily")]
    assert [cells(person, "loans.changes", at)[0] for at in range(3)] == ["2026-03-01", "Another rate", "0.03% a day"]
    tab(person, "Schedule")
    changed = amounts(person)
    assert changed[:2] == plain[:2]
    assert changed[3] != plain[3]
    tab(person, "Changes")
    table = choose(person, "2026-03-01", "loans.changes")
    person.bot.keyClick(table, Qt.Key.Key_Return)
    person.settle()
    fill(person, "rate_form", rate="0.05")
    assert cells(person, "loans.changes", 2) == ["0.05% a day"]
    table = choose(person, "2026-03-01", "loans.changes")
    person.bot.keyClick(table, Qt.Key.Key_Delete)
    person.settle()
    assert rows(person, "SELECT * FROM rate_change") == []
    assert "Ctrl+Z brings it back" in person.text("loans.note")
    person.key("Z")
    assert cells(person, "loans.changes", 2) == ["0.05% a day"]


@pytest.mark.parametrize(
    ("rate", "on", "field", "said"),
    [
        ("x", "2026-03-01", "rate", "is not a rate"),
        ("", "2026-03-01", "rate", "Please fill this in"),
        ("3", "2026-03-01", "rate", "Must be from 0.00% to 2.00%"),
        ("0.03", "2026-01-15", "on", "Cannot be before 2026-01-15"),
        ("0.03", "2026-04-04", "on", "Cannot be after today"),
        ("0.03", "2026-13-01", "on", "is not a date"),
    ],
)
def test_a_rate_that_cannot_be_is_refused_by_its_field(
    person: Person, rate: str, on: str, field: str, said: str
) -> None:
    before = dump(person)
    more(person, "Another rate…")
    fill(person, "rate_form", rate=rate, on=on)
    assert said in person.text(f"rate_form.{field}_error")
    assert dump(person) == before
    person.bot.keyClick(person.find("rate_form", QWidget), Qt.Key.Key_Escape)
    more(person, "Another rate…")
    assert person.text("rate_form.rate") == rate
    assert person.text("rate_form.on") == on


def test_more_periods_lengthen_the_plan_and_are_taken_back(person: Person) -> None:
    before = dump(person)
    tab(person, "Changes")
    person.click("loans.extend")
    fill(person, "extension_form", periods="3", on="2026-03-16")
    assert rows(person, "SELECT on_date, periods FROM extension") == [("2026-03-16", 3)]
    assert cells(person, "loans.changes", 2) == ["3 more periods"]
    assert person.text("loans.figure_3") == "13"
    table = choose(person, "2026-03-16", "loans.changes")
    context(person, table, "Correct…")
    assert "Delete the extension and enter it anew" in person.text("loans.note")
    context(person, table, "Delete")
    assert person.text("loans.figure_3") == "10"
    person.key("Z")
    person.key("Z")
    assert dump(person) == before


@pytest.mark.parametrize(
    ("periods", "on", "field", "said"),
    [
        ("", "2026-03-16", "periods", "Please fill this in"),
        ("0", "2026-03-16", "periods", "Must be from 1 to 468"),
        ("two", "2026-03-16", "periods", "is not a whole number"),
        ("3", "2026-01-01", "on", "Must be from 2026-01-15 to 2026-12-15"),
    ],
)
def test_an_extension_that_cannot_be_is_refused_by_its_field(
    person: Person, periods: str, on: str, field: str, said: str
) -> None:
    before = dump(person)
    more(person, "More periods…")
    fill(person, "extension_form", periods=periods, on=on)
    assert said in person.text(f"extension_form.{field}_error")
    assert dump(person) == before


def test_the_lenders_own_row_stands_in_the_schedule_until_it_is_taken_back(person: Person) -> None:
    before, plain = dump(person), amounts(person)
    table = choose(person, "3", "loans.schedule")
    context(person, table, "Lender's own figures…")
    assert person.find("own_row_form.number", QComboBox).currentText() == "No. 3 · 2026-04-15 · 900.41"
    assert person.text("own_row_form.total") == "Together 900.41"
    person.write("own_row_form.interest", "105.00")
    assert person.text("own_row_form.total") == "Together 900.92"
    person.press("own_row_form.ok")
    assert rows(person, "SELECT number, due_on, interest_fen FROM own_row") == [(3, "2026-04-15", 10500)]
    assert cells(person, "loans.schedule", 1)[2] == "04-15\nlender's figures"
    assert amounts(person)[2] == "900.92"
    assert table.model().index(2, 1).data(Qt.ItemDataRole.ToolTipRole) == "lender's figures"
    tab(person, "Changes")
    assert cells(person, "loans.changes", 1) == ["Lender's own figures of no. 3"]
    tab(person, "Schedule")
    table = choose(person, "3", "loans.schedule")
    context(person, table, "Back to the computed row")
    assert amounts(person) == plain
    context(person, table, "Back to the computed row")
    assert "is the computed one already" in person.text("loans.note")
    person.key("Z")
    person.key("Z")
    assert dump(person) == before


def test_own_figures_are_corrected_and_deleted_from_the_changes(person: Person) -> None:
    tab(person, "Changes")
    person.click("loans.own_row")
    assert person.text("own_row_form.due_on") == "2026-04-15"
    person.pick("own_row_form.number", "No. 4 · 2026-05-15 · 900.41")
    assert person.text("own_row_form.due_on") == "2026-05-15"
    fill(person, "own_row_form", principal="800", fee="1.5")
    assert cells(person, "loans.changes", 0) == ["2026-05-15"]
    table = choose(person, "2026-05-15", "loans.changes")
    context(person, table, "Correct…")
    assert person.text("own_row_form.principal") == "800.00"
    fill(person, "own_row_form", principal="801")
    assert rows(person, "SELECT number, principal_fen, fee_fen FROM own_row") == [(4, 80_100, 150)]
    table = choose(person, "2026-05-15", "loans.changes")
    person.bot.keyClick(table, Qt.Key.Key_Delete)
    person.settle()
    assert rows(person, "SELECT * FROM own_row") == []


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("principal", "99999", "Must be from ¥0.00 to ¥8,426.48"),
        ("principal", "", "Please fill this in"),
        ("interest", "-1", "Must be at least ¥0.00"),
        ("fee", "x", "is not an amount"),
        ("due_on", "2026-03-15", "Must be from 2026-03-16 to 2026-05-14"),
    ],
)
def test_own_figures_that_cannot_be_are_refused_by_their_field(
    person: Person, field: str, typed: str, said: str
) -> None:
    before = dump(person)
    choose(person, "3", "loans.schedule")
    person.bot.keyClick(person.find("loans.schedule", QTableView), Qt.Key.Key_Return)
    person.settle()
    fill(person, "own_row_form", **{field: typed})
    assert said in person.text(f"own_row_form.{field}_error")
    assert dump(person) == before


def test_principal_and_interest_stand_below_the_amount_where_there_is_no_room_beside_it(person: Person) -> None:
    person.window.resize(1024, 680)
    person.settle()
    table = person.find("loans.schedule", QTableView)
    assert table.isColumnHidden(3)
    assert cells(person, "loans.schedule", 5)[2] == "900.41\n795.92 + 104.49"
    person.window.resize(1500, 800)
    person.settle()
    assert not table.isColumnHidden(3)
    assert cells(person, "loans.schedule", 5)[2] == "900.41"


def test_everything_in_the_changes_is_reached_by_keyboard(person: Person) -> None:
    tab(person, "Changes")
    person.find("loans.tabs", QWidget).setFocus()
    names = []
    for _ in range(4):
        focus = person.window.focusWidget()
        assert focus is not None
        person.bot.keyClick(focus, Qt.Key.Key_Tab)
        after = person.window.focusWidget()
        assert after is not None
        names.append(after.objectName())
    assert names[:3] == ["loans.change_rate", "loans.extend", "loans.own_row"]
