"""A loan that was drawn months ago: what fell due before it was entered, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.core.facts import RowKind, RowRef
from planner.ui.widgets.basics import Pill
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import card_book, cells, choose, dump, rows

TODAY = date(2026, 11, 24)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as found:
        found.key("2")
        found.click("loans.first")
        yield found


def shown(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


def test_what_was_due_before_today_is_taken_as_paid_in_time(person: Person) -> None:
    assert not shown(person, "loan_form.past")
    person.write("loan_form.principal", "12000")
    person.write("loan_form.drawn_on", "2026-06-01")
    assert person.text("loan_form.past_count") == "5 instalments were due before today"
    assert person.find("loan_form.past", QWidget).property("currentText") == "All were paid on their due days"
    person.write("loan_form.periods", "x")
    assert not shown(person, "loan_form.past")
    person.write("loan_form.periods", "12")
    before = dump(person)
    person.press("loan_form.ok")
    assert cells(person, "loans.schedule", 6) == ["Paid"] * 5 + ["To pay"] * 7
    paid = rows(person, "SELECT paid_on, amount_fen FROM repayment ORDER BY paid_on")
    assert len(paid) == 5
    model = person.find("loans.schedule", QTableView).model()
    due = [str(model.index(row, 1).data()) for row in range(5)]
    assert [str(on)[5:] for on, _ in paid] == due
    assert shown(person, "loans.schedule")
    person.key("5")
    assert not any("overdue" in text for text in cells(person, "health.warnings", 0))
    person.key("2")
    person.key("Z")
    assert dump(person) == before


def test_what_was_paid_can_be_entered_by_oneself(person: Person) -> None:
    person.write("loan_form.principal", "12000")
    person.write("loan_form.drawn_on", "2026-06-01")
    person.pick("loan_form.past", "I will enter what was paid")
    person.press("loan_form.ok")
    assert rows(person, "SELECT count(*) FROM repayment") == [(0,)]


def test_nothing_is_asked_where_nothing_was_due(person: Person) -> None:
    person.write("loan_form.principal", "12000")
    person.write("loan_form.drawn_on", "2026-11-20")
    assert not shown(person, "loan_form.past")
    person.write("loan_form.drawn_on", "")
    assert not shown(person, "loan_form.past")
    person.write("loan_form.drawn_on", "2026-11-20")
    person.press("loan_form.ok")
    assert rows(person, "SELECT count(*) FROM repayment") == [(0,)]


def test_the_evidence_does_not_push_the_fields_away(person: Person) -> None:
    assert person.text("loan_form.evidence").count("\n") == 1
    assert person.text("loan_form.evidence").startswith("Checked on ")
    person.press("loan_form.evidence_more")
    assert person.text("loan_form.evidence").count("\n") > 1
    told = person.find("loan_form.evidence", QLabel)
    assert told.height() >= told.heightForWidth(told.width())  # its last line is not cut
    assert person.text("loan_form.evidence_more") == "Less"
    person.press("loan_form.evidence_more")
    assert person.text("loan_form.evidence").count("\n") == 1


def test_a_drawn_loan_has_a_name_of_its_own_and_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as person:
        person.key("2")
        choose(person, "招行信用卡")
        assert not shown(person, "loans.draw")
        number, line = rows(person, "SELECT id, name FROM credit_line WHERE kind = 'cash_line'")[0]
        person.window.open_row(RowRef(RowKind.LINE, int(str(number))))
        person.settle()
        person.click("loans.draw")
        assert person.text("loan_form.name") == f"{line} · 2026-11"
        person.write("loan_form.principal", "1000")
        person.write("loan_form.drawn_on", "2026-05-03")
        assert person.text("loan_form.name") == f"{line} · 2026-05"
        person.pick("loan_form.line", "On its own")
        assert person.text("loan_form.name") != f"{line} · 2026-05"
        person.pick("loan_form.line", str(line))
        person.write("loan_form.name", "for the fridge")
        person.write("loan_form.drawn_on", "2026-05-04")
        assert person.text("loan_form.name") == "for the fridge"
        person.press("loan_form.ok")
        assert person.text("loans.title") == "for the fridge"


def test_a_repayment_of_a_past_instalment_says_how_late_it_is(person: Person) -> None:
    person.write("loan_form.principal", "12000")
    person.write("loan_form.drawn_on", "2026-06-01")
    person.pick("loan_form.past", "I will enter what was paid")
    person.press("loan_form.ok")
    due = cells(person, "loans.schedule", 1)[0].splitlines()[0]  # the penalty stands below it
    person.click("loans.repay")
    late = (TODAY - date.fromisoformat(f"2026-{due}")).days
    assert person.text("repayment_form.late") == f"Recorded so, it is {late} days late"
    person.write("repayment_form.paid_on", f"2026-{due[:3]}{int(due[3:]) + 1:02d}")
    assert person.text("repayment_form.late") == "Recorded so, it is 1 day late"
    person.write("repayment_form.paid_on", "x")
    assert not shown(person, "repayment_form.late")
    person.write("repayment_form.paid_on", "2026-11-24")
    person.press("repayment_form.on_due_day")
    assert person.text("repayment_form.paid_on") == f"2026-{due}"
    assert not shown(person, "repayment_form.late")
    person.press("repayment_form.ok")
    assert cells(person, "loans.schedule", 6)[0] == "Paid"
    person.click("loans.repay")
    assert shown(person, "repayment_form.late")


def test_a_limit_below_the_present_one_is_a_cut(qtbot: QtBot, tmp_path: Path) -> None:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as person:
        person.key("2")
        choose(person, "招行信用卡")  # cut to 20,000 before
        person.click("loans.limit")

        def status() -> str:
            return str(person.find("limit_form.status", QWidget).property("currentText"))

        assert status() == "Reduced"
        person.write("limit_form.limit", "25000")
        assert status() == "Active"
        person.write("limit_form.limit", "20000")
        assert status() == "Reduced"
        person.write("limit_form.limit", "30000")
        assert status() == "Active"
        person.write("limit_form.limit", "10000")
        assert status() == "Reduced"
        person.pick("limit_form.status", "Frozen")
        person.write("limit_form.limit", "40000")
        assert status() == "Frozen"  # chosen by hand


def test_a_line_whose_statement_is_overdue_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = card_book(tmp_path)
    with person_at(qtbot, path, tmp_path, today=TODAY) as person:
        person.key("2")
        choose(person, "招行信用卡")
        assert not [cell for cell in cells(person, "loans.list", 0) if "Overdue" in cell]
        assert state(person) == "Reduced"
    with person_at(qtbot, path, tmp_path, today=date(2026, 11, 29)) as person:
        person.key("2")
        choose(person, "招行信用卡")
        assert [cell for cell in cells(person, "loans.list", 0) if "Overdue" in cell and "招行信用卡" in cell]
        assert state(person) == "Overdue"


def state(person: Person) -> str:
    """The word beside the title of the loan or line in view."""
    parent = person.find("loans.title", QWidget).parentWidget()
    assert parent is not None
    return " ".join(each.text() for each in parent.findChildren(Pill) if each.isVisible())
