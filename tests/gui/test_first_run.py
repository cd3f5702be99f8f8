"""The first run as a newcomer does it: three ways, every step skippable, nothing typed is lost, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.store.book import Book
from planner.ui.main_window import PAGES
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)


@pytest.fixture(params=[False, True], ids=["inline", "threaded"])
def person(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY, threaded=request.param) as found:
        yield found


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=TODAY) as found:
        yield found


def dump(person: Person) -> list[str]:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.dump()
    finally:
        book.close()


def value(person: Person, sql: str) -> object:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.value(sql)
    finally:
        book.close()


def in_view(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


def step(person: Person) -> str:
    return next(name for name in ("income", "name", "none") if in_view(person, f"first_run.{name}"))


def test_the_sample_comes_goes_and_comes_back(person: Person) -> None:
    empty = dump(person)
    assert not in_view(person, "overview.sample")
    person.click("first.sample")
    full = dump(person)
    assert full != empty
    assert in_view(person, "overview.sample")
    assert in_view(person, "overview.debt")
    person.click("first.clear")
    assert dump(person) == empty
    assert in_view(person, "first.fresh")
    assert not in_view(person, "overview.sample")
    person.key("Z")
    assert dump(person) == full
    assert in_view(person, "first.clear")
    person.key("Z")
    assert dump(person) == empty
    person.press("first.sample")
    assert dump(person)[1:] == full[1:]


def test_a_newcomer_sees_what_is_due_and_whether_it_can_be_paid(person: Person) -> None:
    person.click("first.fresh")
    person.write("first_run.income", "9000+200")
    person.write("first_run.payday", "10")
    person.write("first_run.essential", "3000")
    person.press("first_run.next")
    person.write("first_run.name", "card")
    person.write("first_run.balance", "1,000")
    person.press("first_run.another")
    assert person.text("first_run.name") == ""
    assert "card ¥1,000.00" in person.text("first_run.listed")
    person.write("first_run.name", "wallet")
    person.write("first_run.balance", "500")
    person.press("first_run.next")
    person.press("first_run.loan")
    person.pick("loan_form.template", "Jiebei")
    person.write("loan_form.principal", "1.2万")
    person.write("loan_form.drawn_on", "2026-11-05")
    person.press("loan_form.ok")
    person.settle()
    assert (
        value(person, "SELECT income_fen || ' ' || payday || ' ' || essential_fen FROM profile") == "920000 10 300000"
    )
    assert value(person, "SELECT sum(balance_fen) FROM cash_balance") == 150_000
    # 1,500 in cash; 12 days of living cost 1,200 until 5 December, and then 1,080.57 is due, five days before payday
    assert person.text("overview.can_pay") == "On 5 December ¥780.57 is missing"
    assert person.text("overview.cash").endswith(
        "− dues until 12-05 ¥1,080.57 − ¥1,200.00 to live on until 12-05 = −¥780.57"
    )
    assert not in_view(person, "overview.ask")


def test_everything_can_be_skipped_and_asked_again(empty: Person) -> None:
    before = dump(empty)
    empty.click("first.fresh")
    assert (step(empty), empty.find("first_run.back", QWidget).isEnabled()) == ("income", False)
    empty.press("first_run.skip")
    empty.press("first_run.skip")
    assert step(empty) == "none"
    assert not in_view(empty, "first_run.skip")
    empty.press("first_run.none")
    assert dump(empty) == before
    assert in_view(empty, "first.sample")
    # with nothing typed, Next is the same as Skip
    empty.click("first.fresh")
    empty.press("first_run.next")
    empty.press("first_run.next")
    assert step(empty) == "none"
    empty.press("first_run.back")
    assert step(empty) == "name"
    empty.press("first_run.next")
    empty.press("first_run.next")
    assert not in_view(empty, "first_run")
    assert dump(empty) == before


def test_escape_keeps_what_was_typed_and_the_step(empty: Person) -> None:
    empty.click("first.fresh")
    empty.write("first_run.income", "8000")
    empty.press("first_run.next")
    empty.write("first_run.name", "card")
    empty.write("first_run.balance", "12.5")
    empty.bot.keyClick(empty.find("first_run", QDialog), Qt.Key.Key_Escape)
    assert not in_view(empty, "first_run")
    assert value(empty, "SELECT count(*) FROM cash_account") == 0
    # the income is in the book, so the page asks for the rest
    empty.click("overview.questions")
    assert (empty.text("first_run.income"), step(empty)) == ("8,000.00", "income")
    empty.press("first_run.skip")
    assert (empty.text("first_run.name"), empty.text("first_run.balance")) == ("card", "12.5")
    empty.press("first_run.next")
    assert value(empty, "SELECT balance_fen FROM cash_balance") == 1250


def test_answers_without_a_debt_still_have_a_next_step(empty: Person) -> None:
    empty.click("first.fresh")
    empty.press("first_run.skip")
    empty.write("first_run.name", "card")
    empty.write("first_run.balance", "100")
    empty.press("first_run.next")
    empty.press("first_run.none")
    assert not in_view(empty, "first.sample")
    assert empty.text("overview.empty_ahead") == "Nothing is due in the next 30 days. Cash ¥100.00 (as of 11-24)"
    empty.click("overview.first_loan")
    assert in_view(empty, "loan_form")


def test_a_line_can_be_the_first_debt(empty: Person) -> None:
    empty.click("first.fresh")
    empty.press("first_run.skip")
    empty.press("first_run.skip")
    empty.press("first_run.line")
    assert in_view(empty, "line_form")


@pytest.mark.parametrize(
    ("at", "fields", "field", "words"),
    [
        (0, {"income": "abc"}, "income", "is not an amount"),
        (0, {"income": "-5"}, "income", "Must be at least ¥0.00"),
        (0, {"payday": "32"}, "payday", "Must be from 1 to 31"),
        (0, {"payday": "ten"}, "payday", "is not a whole number"),
        (0, {"essential": "1.234"}, "essential", "is not an amount"),
        (0, {"income": "99999999999999"}, "income", "more than a book can hold"),
        (1, {"balance": "5"}, "name", "Please fill this in"),
        (1, {"name": "card"}, "balance", "Please fill this in"),
        (1, {"name": "card", "balance": "x"}, "balance", "is not an amount"),
    ],
)
def test_wrong_answers_are_said_beside_their_field(
    empty: Person, at: int, fields: dict[str, str], field: str, words: str
) -> None:
    empty.click("first.fresh")
    if at:
        empty.press("first_run.skip")
    before = dump(empty)
    for name, text in fields.items():
        empty.write(f"first_run.{name}", text)
    empty.press("first_run.next")
    assert words in empty.text(f"first_run.{field}_error")
    assert step(empty) == ("income", "name")[at]
    assert all(empty.text(f"first_run.{name}") == text for name, text in fields.items())
    assert dump(empty) == before


def test_the_questions_by_keyboard_alone(empty: Person) -> None:
    empty.find("first.fresh", QWidget).setFocus()
    empty.bot.keyClick(empty.find("first.fresh", QWidget), Qt.Key.Key_Return)
    empty.settle()
    income = empty.find("first_run.income", QWidget)
    empty.bot.waitUntil(income.hasFocus)
    empty.bot.keyClicks(income, "5000")
    empty.bot.keyClick(income, Qt.Key.Key_Return)
    empty.settle()
    assert value(empty, "SELECT income_fen FROM profile") == 500_000
    assert empty.find("first_run.name", QWidget).hasFocus()


def test_importing_is_the_third_way(empty: Person) -> None:
    empty.press("first.import")
    assert in_view(empty, "page.imports")


@pytest.mark.parametrize("key", PAGES)
def test_no_page_of_an_empty_book_is_without_a_next_step(empty: Person, key: str) -> None:
    empty.click(f"sidebar.{key}")
    page = empty.find(f"page.{key}", QWidget)
    able = [each for each in page.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    assert any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in able if each.objectName().startswith(key))
