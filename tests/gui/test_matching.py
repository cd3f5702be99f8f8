"""Match my lender as a person uses it: rows typed or pasted, what fits taken, what does not never called a match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from planner.actions.loans import edit_loan
from planner.core.facts import LenderKind
from planner.core.terms import Accrual, PenaltyTerms, PrepayTerms, Rate, RatePeriod
from planner.store.book import Book
from tests.books import jiebei_terms, with_jiebei
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, cells, choose, dump, more, value

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
ROWS = (
    ("1", "2026-02-15", "900.41", "776.41", "124.00"),
    ("2", "2026-03-15", "900.41", "797.11", "103.30"),
    ("12", "2027-01-15", "900.42", "889.39", "11.03"),
)
COLUMNS = ("number", "due_on", "payment", "principal", "charge")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The loan of E2, entered with another rate, by months, and with terms that a plan does not show."""
    opened = Book.open(tmp_path / "b.yudu", today=TODAY, create=True)
    _, loan = with_jiebei(opened)
    wrong = replace(
        jiebei_terms(), accrual=Accrual.MONTHLY, rate=Rate(Decimal("0.12"), RatePeriod.YEARLY), received_fen=970_000,
        penalty=PenaltyTerms(multiplier=Decimal("1.3")), prepay=PrepayTerms(partial_allowed=False),
    )  # fmt: skip
    line = opened.reader.value("SELECT line_id FROM loan")
    name = opened.reader.value("SELECT name FROM loan")
    opened.write(
        edit_loan, loan_id=loan, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name=name,
        product="jiebei", terms=wrong, line_id=line,
    )  # fmt: skip
    opened.close()
    return tmp_path / "b.yudu"


@pytest.fixture
def person(qtbot: QtBot, book: Path, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, book, tmp_path, today=TODAY) as person:
        person.key("2")
        yield person


def open_match(person: Person) -> None:
    choose(person, "借呗 ")
    more(person, "Match my lender…")


def type_rows(person: Person, *rows: tuple[str, ...]) -> None:
    for at, row in enumerate(rows, 1):
        for key, text in zip(COLUMNS, row, strict=False):
            person.write(f"match.{key}_{at}", text)


def search(person: Person) -> None:
    person.press("match.ok")
    person.settle()


def test_the_rows_of_a_lender_give_its_terms_and_the_loan_takes_them(person: Person) -> None:
    before = dump(person)
    open_match(person)
    assert person.find("match.principal", QLineEdit).text() == "10,000.00"
    assert person.find("match.periods", QLineEdit).text() == "12"
    type_rows(person, *ROWS[:2])
    search(person)
    assert person.text("match.outcome") == "These terms give every row you entered: it differs by 0.00."
    ways = person.text("match.ways")
    for words in ("0.04% a day", "14.4% a year (360 days)", "14.6% a year (365 days)", "Equal instalments",
                  "interest by actual days", "due on day 15"):  # fmt: skip
        assert words in ways
    assert cells(person, "match.table", 2)[:3] == ["900.41\nthe same", "900.41\nthe same", "900.41"]
    assert cells(person, "match.table", 2)[11] == "900.42"
    assert cells(person, "match.table", 5)[:3] == ["as entered", "as entered", ""]
    assert dump(person) == before
    person.press("match.use")
    assert not shown(person)
    assert value(person, "SELECT accrual || ' ' || rate || ' ' || rate_period FROM loan") == "actual_days 0.0004 daily"
    kept = "SELECT received_fen || ' ' || penalty_multiplier || ' ' || prepay_partial || ' ' || line_id FROM loan"
    assert value(person, kept) == "970000 1.3 0 1"
    assert "900.41" in cells(person, "loans.schedule", 5)[0]
    person.key("z")
    assert dump(person) == before


def test_an_answer_goes_when_a_row_is_changed(person: Person) -> None:
    open_match(person)
    type_rows(person, *ROWS)
    search(person)
    assert person.find("match.use", QPushButton)
    person.write("match.payment_2", "900.43")
    assert person.text("match.outcome") == "Type the rows and search: what fits is shown here."
    assert not person.window.findChild(QPushButton, "match.use").isVisible()


def test_payments_alone_leave_several_plans_and_the_row_that_tells(person: Person) -> None:
    open_match(person)
    type_rows(person, ROWS[0][:3])
    search(person)
    assert "plans give every row you entered" in person.text("match.outcome")
    assert "part at row 1: enter its day and its interest too" in person.text("match.advice")
    plans = person.find("match.plan", QComboBox)
    assert plans.count() > 1
    first = cells(person, "match.table", 4)
    person.bot.keyClick(plans, Qt.Key.Key_Down)
    assert cells(person, "match.table", 4) != first
    person.write("match.charge_1", "124.00")
    search(person)
    assert cells(person, "match.table", 4)[0] == "124.00\nthe same"


def test_a_row_three_fen_off_is_no_match(person: Person) -> None:
    open_match(person)
    type_rows(person, ROWS[0], ("2", "2026-03-15", "900.44"), ROWS[2])
    search(person)
    assert person.text("match.outcome") == (
        "No way of reckoning gives these rows. The nearest misses by 0.03, on row 2."
    )
    assert "Row 2, Payment: you entered 900.44, the plan has 900.41; it differs by 0.03" in person.text("match.ways")
    assert cells(person, "match.table", 2)[1] == "900.41\nyours 900.44"
    assert cells(person, "match.table", 5)[:2] == ["as entered", "off by 0.03"]
    assert not person.window.findChild(QPushButton, "match.use").isVisible()


def test_rows_that_nothing_gives_can_stand_as_they_are(person: Person) -> None:
    before = dump(person)
    open_match(person)
    type_rows(person, ("1", "2026-02-16", "900.00", "770.00", "130.00"), ("2", "2026-03-15", "901.00", "", "101.00"))
    search(person)
    assert "No way of reckoning" in person.text("match.outcome")
    person.press("match.own")
    assert not shown(person)
    assert value(person, "SELECT group_concat(number || ' ' || due_on || ' ' || principal_fen || ' ' || interest_fen)"
                         " FROM own_row") == "1 2026-02-16 77000 13000,2 2026-03-15 80000 10100"  # fmt: skip
    person.key("z")
    assert dump(person) == before


def test_a_payment_alone_cannot_stand_as_it_is(person: Person) -> None:
    before = dump(person)
    open_match(person)
    type_rows(person, ("1", "2026-02-15", "123.45", "", ""), ("2", "", "8.00", "", ""))
    search(person)
    person.press("match.own")
    assert person.text("match.row_1_error") == "Principal: Please fill this in."
    assert dump(person) == before


def test_a_new_loan_takes_the_terms_into_its_form(person: Person) -> None:
    before = dump(person)
    person.click("loans.add")
    for name, text in {"principal": "1万", "drawn_on": "2026-01-15", "periods": "12"}.items():
        person.write(f"loan_form.{name}", text)
    person.press("loan_form.match")
    assert person.find("match.principal", QLineEdit).text() == "10,000.00"
    assert person.find("match.rate", QLineEdit).text() == ""
    type_rows(person, *ROWS)
    search(person)
    person.press("match.use")
    assert not shown(person)
    assert person.find("loan_form.rate", QLineEdit).text() == "0.04"
    assert person.find("loan_form.accrual", QComboBox).currentText() == "By actual days"
    assert dump(person) == before
    person.press("loan_form.ok")
    assert value(person, "SELECT count(*) FROM loan WHERE rate = '0.0004' AND accrual = 'actual_days'") == 1


def test_a_rate_that_was_typed_is_not_searched(person: Person) -> None:
    open_match(person)
    person.write("match.rate", "12")
    person.pick("match.rate_period", "% a year")
    type_rows(person, *ROWS[:2])
    search(person)
    assert "No way of reckoning" in person.text("match.outcome")
    assert "leave it empty" in person.text("match.advice")
    person.write("match.rate", "0.04")
    person.pick("match.rate_period", "% a day")
    search(person)
    assert "differs by 0.00" in person.text("match.outcome")
    assert "a month" not in person.text("match.ways")


WRONG = {
    "number_1": [("", "No.: Please fill this in."), ("x", "“x” is not a whole number"), ("13", "from 1 to 12")],
    "due_on_1": [("2026-02-30", "“2026-02-30” is not a date")],
    "payment_1": [("abc", "Payment: “abc” is not an amount. Write it like 1,234.56 or 1.2万."), ("-1", "at least")],
    "charge_1": [("124.01", "Principal and interest make ¥900.42, not ¥900.41")],
    "number_2": [("1", "Row 1 stands above already")],
}


@pytest.mark.parametrize("field", WRONG)
def test_what_is_wrong_stands_below_its_row(person: Person, field: str) -> None:
    open_match(person)
    for text, said in WRONG[field]:
        type_rows(person, ROWS[0], ROWS[1])
        person.write(f"match.{field}", text)
        search(person)
        error = person.text(f"match.row_{field[-1]}_error")
        assert said in error, error
        assert person.find(f"match.{field}", QLineEdit).text() == text
        person.write(f"match.{field}", "7")
        assert not person.window.findChild(QLabel, f"match.row_{field[-1]}_error").isVisible()


def test_no_rows_or_principal_alone_is_said(person: Person) -> None:
    open_match(person)
    search(person)
    assert person.text("match.row_1_error") == "Payment: Please fill this in."
    type_rows(person, ("1", "", "", "776.41"))
    search(person)
    assert "Any rate gives such principal" in person.text("match.row_1_error")
    person.write("match.principal", "")
    search(person)
    assert person.text("match.principal_error") == "Please fill this in."


def test_lines_of_a_table_are_pasted_into_rows(person: Person) -> None:
    open_match(person)
    lines = [
        "期数\t还款日\t应还\t本金\t利息",
        "第1期\t2026/2/15\t900.41\t776.41\t124.00",
        "2/12 2026年3月15日 797.11 103.30 900.41",
    ]
    QGuiApplication.clipboard().setText("\n".join(lines))
    field = person.find("match.number_1", QLineEdit)
    field.setFocus()
    person.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    for at, row in enumerate(ROWS[:2], 1):
        assert tuple(person.find(f"match.{key}_{at}", QLineEdit).text() for key in COLUMNS) == row
    QGuiApplication.clipboard().setText("1,234.5")  # one amount is pasted as text
    field = person.find("match.payment_3", QLineEdit)
    field.setFocus()
    person.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1,234.5"
    QGuiApplication.clipboard().setText("3 2026-13-01 5")
    person.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "is not a date" in person.text("match.row_3_error")


def test_up_to_six_rows_and_what_was_typed_is_there_again(person: Person) -> None:
    open_match(person)
    for _ in range(3):
        person.press("match.more")
    assert not person.window.findChild(QPushButton, "match.more").isVisible()
    person.write("match.payment_6", "5,678.90")
    person.bot.keyClick(person.find("match.payment_6", QLineEdit), Qt.Key.Key_Escape)
    assert not shown(person)
    more(person, "Match my lender…")
    assert person.find("match.payment_6", QLineEdit).text() == "5,678.90"


@pytest.mark.parametrize("way", ["stop", "escape"])
def test_a_search_can_be_given_up(qtbot: QtBot, book: Path, tmp_path: Path, way: str) -> None:
    with person_at(qtbot, book, tmp_path, today=TODAY, threaded=True) as person:
        person.key("2")
        open_match(person)
        person.write("match.principal", "9,876,543.21")
        person.write("match.periods", "480")
        type_rows(person, ("1", "", "70,001.01"), ("77", "", "69,001.33"), ("480", "", "68,999.99"))
        ok = person.find("match.ok", QPushButton)
        ok.setFocus()
        person.bot.keyClick(ok, Qt.Key.Key_Space)
        assert not ok.isEnabled()
        assert person.text("match.outcome") == "Searching…"
        stop = person.find("match.stop", QPushButton)
        if way == "stop":
            person.bot.mouseClick(stop, Qt.MouseButton.LeftButton)
            assert person.text("match.outcome") == "Stopped. What you typed is still there."
        else:
            person.bot.keyClick(person.find("match.payment_2", QLineEdit), Qt.Key.Key_Escape)
            assert not shown(person)
        person.settle()
        if way == "escape":
            more(person, "Match my lender…")
        assert person.find("match.payment_2", QLineEdit).text() == "69,001.33"
        assert person.find("match.ok", QPushButton).isEnabled()
        assert not person.window.findChild(QPushButton, "match.use").isVisible()


def shown(person: Person) -> bool:
    dialog = person.window.findChild(QDialog, "match")
    return dialog is not None and dialog.isVisible()


def test_an_answer_that_comes_after_stop_is_not_shown(qtbot: QtBot, book: Path, tmp_path: Path) -> None:
    with person_at(qtbot, book, tmp_path, today=TODAY, threaded=True) as person:
        person.key("2")
        open_match(person)
        type_rows(person, *ROWS)
        person.find("match.ok", QPushButton).click()
        sleep(3)  # it is found by then, and told as soon as the window looks
        person.find("match.stop", QPushButton).click()
        person.settle()
        assert person.text("match.outcome") == "Stopped. What you typed is still there."
        assert not person.window.findChild(QTableView, "match.table").isVisible()
