"""The calculators of the loans page as a person uses them: settle on a day, and pay a part back early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.loans import add_loan
from planner.core.facts import LenderKind
from planner.core.terms import LoanTerms, PrepayTerms
from planner.store.book import Book
from planner.ui.widgets.chart_view import ChartView
from tests.books import jiebei_terms, new_book, with_jiebei
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import cells, choose, dump, fill, more, rows, tab, value

# a menu is a window of its own, which the offscreen plugin can neither raise nor give the keyboard
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
APRIL = date(2026, 4, 3)


def lend(book: Book, name: str, terms: LoanTerms, paid_before: date = APRIL) -> None:
    book.write(
        add_loan, lender_name="某银行", lender_kind=LenderKind.BANK, name=name, product="", terms=terms,
        paid_in_time_before=paid_before,
    )  # fmt: skip


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """借呗 of 10,000 with two instalments paid, one that cannot be repaid early, one only whole, one that is late."""
    book = new_book(tmp_path)
    with_jiebei(book, paid=2)
    lend(book, "fixed", replace(jiebei_terms(), prepay=PrepayTerms(allowed=False)))
    lend(book, "whole", replace(jiebei_terms(), prepay=PrepayTerms(partial_allowed=False)))
    lend(book, "tardy", replace(jiebei_terms(), rate=jiebei_terms().rate), paid_before=date(2026, 3, 1))
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=APRIL) as found:
        found.key("2")
        choose(found, "借呗 · 装修")
        yield found


def shown(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, name))


def test_what_settles_it_follows_the_day(person: Person) -> None:
    person.click("loans.settle")
    assert person.text("settle_form.principal") == "¥8,426.48"
    assert person.text("settle_form.interest") == "¥64.04"
    assert person.text("settle_form.total") == "¥8,490.52"
    assert person.text("settle_form.more") == "+¥3.37"
    assert person.text("settle_form.plan") == "¥9,004.11"
    assert person.text("settle_form.saves") == "¥513.59"
    assert not shown(person, "settle_form.penalty")
    person.write("settle_form.on", "2026-02-20")
    assert person.text("settle_form.principal") == "¥9,223.59"
    person.write("settle_form.on", "2026-06-20")
    assert "3 instalments before that day count as paid" in person.text("settle_form.notes")
    assert not person.find("settle_form.ok", QPushButton).isEnabled()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-01-14", "Cannot be before 2026-01-15"),
        ("2027-01-16", "Must be from 2026-01-15 to 2027-01-15"),
        ("20xx", "is not a date"),
        ("", "Please fill this in"),
    ],
)
def test_a_day_that_cannot_be_says_so_beside_the_field(person: Person, typed: str, said: str) -> None:
    person.click("loans.settle")
    person.write("settle_form.on", typed)
    assert said in person.text("settle_form.on_error")
    assert not shown(person, "settle_form.total")
    assert not person.find("settle_form.ok", QPushButton).isEnabled()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "settle_form.on"
    person.write("settle_form.on", "2026-04-03")
    assert not shown(person, "settle_form.on_error")
    assert person.text("settle_form.total") == "¥8,490.52"


def test_a_payoff_is_recorded_from_there_and_taken_back(person: Person) -> None:
    before = dump(person)
    more(person, "Settle on a day…")
    person.write("settle_form.on", "2026-03-25")
    person.press("settle_form.ok")
    assert dump(person) == before
    assert person.text("repayment_form.amount") == "8,460.19"
    assert person.text("repayment_form.paid_on") == "2026-03-25"
    assert person.find("repayment_form.closes", QCheckBox).isChecked()
    person.press("repayment_form.ok")
    assert rows(person, "SELECT paid_on, amount_fen FROM repayment WHERE loan_id = 1 ORDER BY id")[-1] == (
        "2026-03-25", 846_019,
    )  # fmt: skip
    assert value(person, "SELECT closed_on FROM loan WHERE id = 1") == "2026-03-25"
    person.key("Z")
    assert dump(person) == before


def test_the_penalty_of_a_late_loan_goes_into_its_payoff(person: Person) -> None:
    choose(person, "tardy")
    person.click("loans.late_settle")
    penalty = person.text("settle_form.penalty").removeprefix("¥")
    person.press("settle_form.ok")
    assert person.text("repayment_form.penalty") == penalty
    fill(person, "repayment_form")
    assert value(person, "SELECT penalty_fen FROM repayment ORDER BY id DESC LIMIT 1") == round(float(penalty) * 100)


def test_escape_keeps_what_was_typed_and_works_it_out_anew(person: Person) -> None:
    person.click("loans.settle")
    person.write("settle_form.on", "2026-03-25")
    person.bot.keyClick(person.find("settle_form", QWidget), Qt.Key.Key_Escape)
    assert not shown(person, "settle_form")
    person.click("loans.settle")
    assert person.text("settle_form.on") == "2026-03-25"
    assert person.text("settle_form.total") == "¥8,460.19"


def test_both_ways_on_stand_side_by_side_while_one_types(person: Person) -> None:
    before = dump(person)
    person.click("loans.prepay")
    assert not shown(person, "prepay_form.rows")
    assert "Type an amount" in person.text("prepay_form.notes")
    person.write("prepay_form.principal", "3000")
    assert person.text("prepay_form.present_instalment") == "¥900.41"
    assert person.text("prepay_form.shorter_instalment") == "¥900.41"
    assert Decimal(person.text("prepay_form.lower_instalment").removeprefix("¥")) < 700
    assert person.text("prepay_form.present_periods") == person.text("prepay_form.lower_periods") == "10"
    assert person.text("prepay_form.shorter_periods") == "7"
    assert person.text("prepay_form.shorter_saved") == person.text("prepay_form.shorter_net")
    assert person.text("prepay_form.present_saved") == "—"
    assert cells(person, "prepay_form.rows", 2).count("—") == 0
    assert cells(person, "prepay_form.rows", 3).count("—") == 3
    assert "Shorter term" in person.find("prepay_form.chart", ChartView).accessibleName()
    person.bot.keyClick(person.find("prepay_form.principal", QWidget), Qt.Key.Key_Return)
    person.settle()
    assert dump(person) == before, "Enter in a field records nothing"
    person.write("prepay_form.principal", "")
    assert not shown(person, "prepay_form.rows")


@pytest.mark.parametrize(("mode", "stored", "left"), [
    ("Fewer instalments of the same size", "shorter_term", 7),
    ("Smaller instalments, the same number", "lower_payment", 10),
])  # fmt: skip
def test_the_way_the_lender_goes_is_recorded_and_taken_back(person: Person, mode: str, stored: str, left: int) -> None:
    before = dump(person)
    more(person, "Pay a part back early…")
    person.write("prepay_form.principal", "3000")
    person.write("prepay_form.paid_on", "2026-03-20")
    person.pick("prepay_form.mode", mode)
    person.write("prepay_form.fee", "20")
    person.press("prepay_form.ok")
    assert not shown(person, "prepay_form")
    found = rows(person, "SELECT paid_on, amount_fen, penalty_fen, prepays FROM repayment ORDER BY id")[-1]
    assert found == ("2026-03-20", 302_000, 2_000, stored)
    assert person.text("loans.figure_3") == str(left)
    assert "prepaid" in cells(person, "loans.schedule", 1)[2]
    tab(person, "Repayments")
    assert "Paid back early" in cells(person, "loans.repayments", 5)[-1]
    person.key("Z")
    assert dump(person) == before


@pytest.mark.parametrize(
    ("loan", "typed", "field", "said"),
    [
        ("借呗", "9000", "principal", "Must be from ¥0.00 to ¥8,426.48"),
        ("借呗", "x", "principal", "is not an amount"),
        ("借呗", "0", "principal", "Must be above zero"),
        ("fixed", "", "principal", "nothing can be paid back early"),
        ("whole", "100", "principal", "only all of it can be paid back early: ¥8,426.48"),
    ],
)
def test_what_the_contract_forbids_is_said_beside_the_amount(
    person: Person, loan: str, typed: str, field: str, said: str
) -> None:
    choose(person, "借呗 · 装修" if loan == "借呗" else loan)
    person.click("loans.prepay")
    if typed:
        person.write("prepay_form.principal", typed)
    assert said in person.text(f"prepay_form.{field}_error")
    assert not shown(person, "prepay_form.rows")
    assert not person.find("prepay_form.ok", QPushButton).isEnabled()


def test_what_is_overdue_comes_first(person: Person) -> None:
    choose(person, "tardy")
    assert not shown(person, "loans.prepay")
    more(person, "Pay a part back early…")
    assert "is overdue. Record its repayment first." in person.text("prepay_form.principal_error")


def test_a_day_to_come_can_be_worked_out_but_not_recorded(person: Person) -> None:
    person.click("loans.prepay")
    person.write("prepay_form.principal", "3000")
    person.write("prepay_form.paid_on", "2026-05-20")
    assert "not recorded yet" in person.text("prepay_form.notes")
    assert cells(person, "prepay_form.rows", 0)[0] == "5"
    assert not person.find("prepay_form.ok", QPushButton).isEnabled()
    assert person.find("prepay_form.rows", QTableView).isVisible()


def test_the_last_text_wins_with_the_real_threads(qtbot: QtBot, tmp_path: Path) -> None:
    book = new_book(tmp_path)
    with_jiebei(book, paid=2)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=APRIL, threaded=True) as person:
        person.key("2")
        choose(person, "借呗 · 装修")
        person.click("loans.prepay")
        for amount in ("9000", "2000", "3000"):
            person.write("prepay_form.principal", amount)
        person.settle()
        assert person.text("prepay_form.shorter_periods") == "7"
        assert not shown(person, "prepay_form.principal_error")


def test_a_price_that_cannot_be_is_refused_by_its_field(person: Person) -> None:
    before = dump(person)
    person.click("loans.prepay")
    person.write("prepay_form.principal", "3000")
    saved = Decimal(person.text("prepay_form.lower_saved").removeprefix("¥"))
    person.write("prepay_form.fee", "5")
    assert Decimal(person.text("prepay_form.lower_net").removeprefix("¥")) == saved - 5
    person.write("prepay_form.fee", "-5")
    assert "Must be at least ¥0.00" in person.text("prepay_form.fee_error")
    assert not person.find("prepay_form.ok", QPushButton).isEnabled()
    person.write("prepay_form.fee", "x")
    assert "is not an amount" in person.text("prepay_form.fee_error")
    assert dump(person) == before
