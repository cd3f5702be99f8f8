"""One person's first evening with the program, by mouse and keyboard, inline and with the real threads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.arguments import arguments
from planner.cli import run
from planner.store.book import Book
from planner.ui.imports.page import ImportPage
from planner.ui.loans.forms import LoanForm
from tests.gui.desk import Person, person_at

TODAY = date(2026, 4, 1)
STATEMENT = Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv"


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        yield found


def cells(person: Person, table: str, column: int) -> list[str]:
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def dump(path: Path) -> list[str]:
    book = Book.open_to_read(path, today=TODAY)
    try:
        return book.dump()
    finally:
        book.close()


def said(capsys: pytest.CaptureFixture[str], path: Path, command: str) -> Any:
    capsys.readouterr()
    assert run(arguments().parse_args([command, "--book", str(path), "--today", TODAY.isoformat(), "--json"])) == 0
    return json.loads(capsys.readouterr().out)


def add_jiebei(person: Person) -> None:
    person.key("2")
    person.click("loans.first")
    assert person.find("loan_form", LoanForm).isVisible()
    person.pick("loan_form.template", "Jiebei")
    person.write("loan_form.principal", "1.2")
    person.write("loan_form.principal", "5000+5000")
    person.write("loan_form.drawn_on", "2026-01-15")
    person.pick("loan_form.past", "I will enter what was paid")
    person.click("loan_form.ok")


def repay(person: Person, paid_on: str) -> None:
    person.click("loans.repay")
    assert person.text("repayment_form.amount") == "900.41"
    person.write("repayment_form.paid_on", paid_on)
    person.press("repayment_form.ok")


def test_from_an_empty_book_and_back(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    path = person.window.book.path
    empty = dump(path)
    assert person.find("overview.first_loan", QWidget).isEnabled()

    add_jiebei(person)
    together = cells(person, "loans.schedule", 5)
    assert together == ["900.41"] * 11 + ["900.42"]
    assert "interest and fees ¥804.93" in person.text("loans.terms")

    repay(person, "2026-02-15")
    repay(person, "2026-03-15")
    assert cells(person, "loans.schedule", 6)[:3] == ["Paid", "Paid", "To pay"]

    person.key("7")
    page = person.window.page("imports")
    assert isinstance(page, ImportPage)
    page.choose(STATEMENT)
    person.settle()
    assert (person.text("imports.new"), person.text("imports.review")) == ("15", "1")
    person.click("imports.do")
    assert cells(person, "imports.history", 3) == ["16"]

    person.key("1")
    due = said(capsys, path, "due")
    (loan,) = said(capsys, path, "schedule")
    assert person.text("overview.debt") == "¥8,426.48"
    assert cells(person, "overview.dues", 1) == ["¥900.41"]
    assert (due["total_fen"], loan["outstanding_fen"]) == (90041, 842648)
    person.key("5")
    health = said(capsys, path, "health")
    points = {row["factor_id"]: row["deduct"] for row in health["health"]["contributions"]}
    shown = [int(text.replace("−", "-")) for text in cells(person, "health.factors", 3)]
    assert [-each for each in shown] == list(points.values())
    assert health["health"]["score"] is None
    assert "no score yet" in person.text("health.sum")
    warned = said(capsys, path, "warnings")
    assert len(warned["warnings"]) + len(warned["unknown"]) == len(cells(person, "health.warnings", 0))

    full = dump(path)
    for _ in range(4):
        person.key("Z")
    assert dump(path) == empty
    person.key("1")
    assert person.find("overview.first_loan", QWidget).isEnabled()
    for _ in range(4):
        person.key("Y")
    assert dump(path) == full
