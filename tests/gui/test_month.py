"""A month of use in one go: a history imported, its line and loan added, statement, repayments, entries, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.store.book import Book
from planner.ui.imports.page import ImportPage
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)
STATEMENT = Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv"


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        yield found


def cells(person: Person, table: str, column: int) -> list[str]:
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()).split("\n")[0] for row in range(model.rowCount())]


def dump(person: Person) -> list[str]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.dump()
    finally:
        book.close()


def bring_the_history(person: Person) -> None:
    person.key("7")
    page = person.window.page("imports")
    assert isinstance(page, ImportPage)
    page.choose(STATEMENT)
    person.settle()
    person.click("imports.do")


def add_huabei(person: Person) -> None:
    person.key("2")
    person.click("loans.add_line" if shown(person, "loans.add_line") else "loans.first_line")
    person.pick("line_form.template", "Huabei")
    person.write("line_form.limit", "9,500")
    person.write("line_form.opened_on", "2022-03-01")
    person.click("line_form.ok")


def shown(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


def test_a_month(person: Person) -> None:
    empty = dump(person)
    bring_the_history(person)
    assert "transactions are in this book" in person_overview(person)

    # what was bought with Huabei is on its line from the day the line is known
    add_huabei(person)
    assert cells(person, "loans.list", 1) == ["86.40"]
    person.key("1")
    assert person.text("overview.debt") == "¥86.40"
    assert cells(person, "overview.dues", 0) == []

    # the statement of December asks for it
    person.key("2")
    person.click("loans.statement")
    person.write("statement_form.balance", "86.40")
    person.write("statement_form.statement_on", "2026-11-23")
    person.write("statement_form.due_on", "2026-12-08")
    person.click("statement_form.ok")
    person.key("1")
    assert cells(person, "overview.dues", 1) == ["¥86.40"]

    # a repayment, an entry of one's own, and the sums follow
    person.click("overview.repay")
    person.write("repayment_form.amount", "80+6.40")
    person.write("repayment_form.paid_on", "2026-11-24")
    person.click("repayment_form.ok")
    assert person.text("overview.debt") == "¥0.00"
    person.key("4")
    spent = person.text("spending.spent")
    person.click("spending.add")
    person.write("entry_form.amount", "32.5+18")
    person.write("entry_form.counterparty", "菜市场")
    person.click("entry_form.ok")
    assert money(person.text("spending.spent")) == money(spent) + 5050

    full = dump(person)
    for _ in range(5):
        person.key("Z")
    assert dump(person) == empty
    for _ in range(5):
        person.key("Y")
    assert dump(person) == full


def person_overview(person: Person) -> str:
    person.key("1")
    return person.text("overview.empty")


def money(text: str) -> int:
    return round(float(text.strip("¥").replace(",", "")) * 100)
