"""A form keeps its draft, says beside the field what is wrong, and saves only when told to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.core.errors import MustBePositive
from planner.ui.widgets.fields import DateField, MoneyField, RateField
from planner.ui.widgets.form import Form


class Loan:
    """A window with a form in it, and what the form sent."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.window.show()
        self.sent: list[int] = []
        self.form = Form(self.window, "loans.form", "Add a loan", self.send)
        self.amount = MoneyField("amount", "loans.form.amount")
        self.rate = RateField("rate", "loans.form.rate")
        self.form.section("Loan")
        self.form.add("amount", "Amount", self.amount, "As the contract states it")
        self.form.add("drawn_on", "Drawn on", DateField("drawn_on", "loans.form.drawn_on", optional=True))
        self.form.add("rate", "Rate", self.rate)

    def send(self) -> None:
        amount_fen = self.amount.needed_fen()
        if amount_fen <= 0:
            raise MustBePositive("amount")
        if amount_fen == 100:
            raise MustBePositive("")
        self.rate.rate()
        self.sent.append(amount_fen)

    def error(self, field: str) -> QLabel:
        found = self.form.findChild(QLabel, f"loans.form.{field}_error")
        assert isinstance(found, QLabel)
        return found


@pytest.fixture
def loan(qtbot: QtBot) -> Loan:
    made = Loan(qtbot)
    made.form.open()
    qtbot.waitExposed(made.form)
    return made


def test_a_wrong_amount_is_said_beside_its_field(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "12x")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.sent == []
    assert loan.error("amount").isVisible()
    assert "12x" in loan.error("amount").text()
    assert loan.amount.hasFocus()
    assert loan.amount.property("wrong")
    assert loan.amount.accessibleDescription() == loan.error("amount").text()
    assert loan.amount.text() == "12x"
    assert not loan.error("rate").isVisible()


def test_a_mended_field_loses_its_error(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "-5")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.error("amount").isVisible()
    loan.amount.clear()
    qtbot.keyClicks(loan.amount, "32.5+18")
    qtbot.keyClicks(loan.rate.text, "0.04")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.sent == [5050]
    assert not loan.error("amount").isVisible()
    assert not loan.amount.property("wrong")
    assert loan.amount.accessibleDescription() == ""


def test_a_missing_rate_is_framed_inside_its_pair(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "5")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.error("rate").isVisible()
    assert loan.rate.text.property("wrong")


def test_what_belongs_to_no_field_is_said_below(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "1")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.form.problem.isVisible()
    assert loan.form.problem.text()


def test_esc_loses_nothing(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "1234")
    qtbot.keyClick(loan.amount, Qt.Key.Key_Escape)
    assert not loan.form.isVisible()
    loan.form.open()
    assert loan.amount.text() == "1234"
    assert loan.sent == []


def test_enter_saves_and_on_cancel_it_cancels(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.rate.text, "0.04")
    qtbot.keyClicks(loan.amount, "7")
    qtbot.keyClick(loan.amount, Qt.Key.Key_Return)
    assert loan.sent == [700]
    loan.form.cancel.setFocus()
    qtbot.keyClick(loan.form.cancel, Qt.Key.Key_Return)
    assert loan.sent == [700]
    assert not loan.form.isVisible()


def test_nothing_is_sent_twice(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.rate.text, "0.04")
    qtbot.keyClicks(loan.amount, "7")
    loan.form.busy()
    qtbot.keyClick(loan.amount, Qt.Key.Key_Return)
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.sent == []
    loan.form.refused(MustBePositive("amount"))
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.sent == [700]


def test_every_field_has_its_label(loan: Loan) -> None:
    buddies = {label.text(): label.buddy() for label in loan.form.findChildren(QLabel) if label.buddy() is not None}
    assert buddies["Amount"] is loan.amount
    assert loan.amount.accessibleName() == "Amount"
    assert loan.form.accessibleIdentifier() == loan.form.objectName() == "loans.form"


def test_what_was_wrong_is_not_said_any_more_once_the_field_is_edited(loan: Loan, qtbot: QtBot) -> None:
    qtbot.keyClicks(loan.amount, "12x")
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.error("amount").isVisible()
    qtbot.keyClick(loan.amount, Qt.Key.Key_Backspace)
    assert not loan.error("amount").isVisible()
    assert not loan.amount.property("wrong")
    assert loan.amount.accessibleDescription() == ""
    qtbot.mouseClick(loan.form.ok, Qt.MouseButton.LeftButton)
    assert loan.error("rate").isVisible()
    qtbot.keyClicks(loan.rate.text, "4")
    assert not loan.error("rate").isVisible()
