"""Wrong input in every field of every form of the loans page: said beside the field, kept, and not in the book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, card_book, choose, context, dump, fill, more, tab

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as person:
        person.key("2")
        yield person


FORMS = {
    "line_form": {
        "name": ["", " "],
        "limit": ["", "abc", "-1"],
        "opened_on": ["", "2026-02-30", "2027-01-01", "2026-13", "2027-01", "2022"],
        "statement_day": ["0", "x"],
        "due_day": ["32", "1.5"],
        "lender": ["", " "],
    },
    "loan_form": {
        "fee": ["x", "", "101"],
        "received": ["20000000", "0", "x"],
        "due_day": ["0"],
        "drawn_on": ["", "2027-01-01"],
        "first_due_on": ["x"],
    },
    "repayment_form": {
        "amount": ["", "x", "0", "-5", "9999999"],
        "penalty": ["x", "-1", "5000"],
        "paid_on": ["", "2026-13-01", "2027-01-01", "2020-01-01"],
    },
    "split_form": {"amount": ["", "x", "0", "428.71", "-1"]},
    "limit_form": {"limit": ["", "x", "-1"], "on": ["", "2026-02-30", "2020-01-01", "2027-01-01"]},
    "statement_form": {
        "balance": ["", "x"],
        "statement_on": ["", "x", "2026-11-10", "2010-01-01", "2027-01-01"],
        "due_on": ["", "x", "2026-01-01"],
        "minimum": ["x", "-1", "101"],
    },
    "close_form": {"closed_on": ["", "x", "2020-01-01", "2027-01-01"]},
    "reopen_form": {"limit": ["", "x", "-1"], "on": ["", "x", "2026-11-01"]},
}
FIELD_OF = {"loan_form.fee": "flat_fee_rate"}


def open_form(person: Person, form: str) -> None:
    """Opens a form and fills it so that only the field under test is wrong."""
    if form in ("line_form", "loan_form"):
        person.click({"line_form": "loans.add_line", "loan_form": "loans.add"}[form])
        person.write(f"{form}.{'limit' if form == 'line_form' else 'principal'}", "100")
        if form == "line_form":
            assert person.text("line_form.opened_on") == ""
            person.write("line_form.opened_on", "2022-03")
    elif form in ("repayment_form", "split_form", "close_form"):
        choose(person, "白条 · 冰箱")
        if form == "repayment_form":
            person.click("loans.repay")
        elif form == "close_form":
            more(person, "Close…")
        else:
            tab(person, "Repayments")
            person.find("loans.repayments", QTableView).selectRow(0)
            context(person, person.find("loans.repayments", QTableView), "Split…")
    else:
        choose(person, "招行信用卡")
        if form == "limit_form":
            person.click("loans.limit")
        elif form == "statement_form":
            person.click("loans.statement")
            fill(person, form, balance="100", statement_on="2026-11-20", due_on="2026-12-01", minimum="1")
            person.key("Z")
            person.click("loans.statement")
            for name, text in (("balance", "100"), ("statement_on", "2026-11-20"), ("due_on", "2026-12-01")):
                person.write(f"{form}.{name}", text)
        else:
            more(person, "Close…")
            fill(person, "close_form", closed_on="2026-11-20", reason="unused")
            more(person, "Re-open…")


@pytest.mark.parametrize(("form", "name"), [(form, name) for form in FORMS for name in FORMS[form]])
def test_wrong_input_is_said_beside_its_field_and_kept(sample: Person, form: str, name: str) -> None:
    open_form(sample, form)
    field = FIELD_OF.get(f"{form}.{name}", name)
    before = dump(sample)
    good = sample.text(f"{form}.{name}")
    for text in FORMS[form][name]:
        sample.write(f"{form}.{name}", text)
        sample.press(f"{form}.ok")
        error = sample.find(f"{form}.{field}_error", QWidget)
        assert len(str(error.property("text"))) > 10, text
        assert sample.text(f"{form}.{name}") == text
        assert dump(sample) == before, text
    if good:
        sample.write(f"{form}.{name}", good)
        sample.press(f"{form}.ok")
        hidden = [each for each in sample.window.findChildren(QDialog, form) if each.isVisible()]
        assert hidden == []
        assert dump(sample) != before
