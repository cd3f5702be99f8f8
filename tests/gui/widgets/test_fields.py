"""Fields read what people type, and refuse the rest by naming themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.core.errors import Missing, NotADate, NotAnAmount, NotANumber, NotARate, PlannerError
from planner.core.terms import Rate, RatePeriod
from planner.i18n import set_language
from planner.ui.widgets.fields import ChoiceField, DateField, MoneyField, NumberField, PercentField, RateField


def type_text(field: QLineEdit, text: str) -> None:
    """Types as an input method does: Chinese cannot be sent as keys."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1,234.56", 123456),
        ("１２３４", 123400),
        ("1.2万", 1200000),
        ("¥28.16", 2816),
        ("32.5+18", 5050),
        ("(120-20)*3", 30000),
    ],
)
def test_amounts_as_people_type_them(qtbot: QtBot, typed: str, fen: int) -> None:
    field = MoneyField("amount", "form.amount")
    qtbot.addWidget(field)
    type_text(field, typed)
    assert field.fen() == fen
    assert field.needed_fen() == fen


def test_a_sum_is_worked_out_when_the_field_is_left(qtbot: QtBot) -> None:
    field = MoneyField("amount", "form.amount")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "1000+234.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "1,234.50"


def test_a_wrong_sum_stays_as_it_was_typed(qtbot: QtBot) -> None:
    field = MoneyField("amount", "form.amount")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "12+")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "12+"


def test_an_empty_optional_amount_is_unknown_not_zero(qtbot: QtBot) -> None:
    field = MoneyField("income", "form.income", optional=True)
    qtbot.addWidget(field)
    assert field.fen() is None
    with pytest.raises(Missing):
        field.needed_fen()
    field.set_fen(123456)
    assert field.text() == "1,234.56"
    field.set_fen(None)
    assert field.fen() is None


@pytest.mark.parametrize(
    "typed", ["2026-01-15", "2026/1/15", "20260115", "2026年1月15日", "２０２６-01-15", "2026.01.15"]
)
def test_days_as_people_type_them(qtbot: QtBot, typed: str) -> None:
    field = DateField("drawn_on", "form.drawn_on")
    qtbot.addWidget(field)
    type_text(field, typed)
    assert field.needed_day() == date(2026, 1, 15)


def test_a_day_is_shown_as_it_can_be_typed(qtbot: QtBot) -> None:
    field = DateField("since", "form.since", optional=True)
    qtbot.addWidget(field)
    assert field.day() is None
    field.set_day(date(2026, 2, 28))
    assert field.text() == "2026-02-28"
    assert field.day() == date(2026, 2, 28)


def test_percents_are_exact_fractions(qtbot: QtBot) -> None:
    field = PercentField("fee", "form.fee")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "0.66%")
    assert field.fraction() == Decimal("0.0066")
    field.set_fraction(Decimal("0.0004"))
    assert field.text() == "0.04"


def test_a_rate_goes_with_its_period(qtbot: QtBot) -> None:
    field = RateField("rate", "form.rate")
    qtbot.addWidget(field)
    field.set_rate(Rate(Decimal("0.0005"), RatePeriod.DAILY))
    assert (field.text.text(), field.period.currentText()) == ("0.05", "% a day")
    field.period.choose(RatePeriod.YEARLY)
    field.text.clear()
    qtbot.keyClicks(field.text, "14.6")
    assert field.rate() == Rate(Decimal("0.146"), RatePeriod.YEARLY)
    assert field.period.objectName() == "form.rate_period"


def test_periods_are_in_the_language_of_the_window(qtbot: QtBot) -> None:
    set_language("zh")
    field = RateField("rate", "form.rate")
    qtbot.addWidget(field)
    assert [field.period.itemText(at) for at in range(field.period.count())] == ["%/日", "%/月", "%/年"]


def test_a_choice_is_a_member_of_its_enum(qtbot: QtBot) -> None:
    field = ChoiceField("form.period", [(RatePeriod.DAILY, "day"), (RatePeriod.YEARLY, "year")])
    qtbot.addWidget(field)
    field.choose(RatePeriod.YEARLY)
    assert field.chosen(RatePeriod) is RatePeriod.YEARLY
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.chosen(RatePeriod) is RatePeriod.DAILY


def money(typed: str) -> None:
    field = MoneyField("x", "form.x")
    field.setText(typed)
    field.fen()


def day(typed: str) -> None:
    field = DateField("x", "form.x")
    field.setText(typed)
    field.day()


def number(typed: str) -> None:
    field = NumberField("x", "form.x")
    field.setText(typed)
    field.number()


def percent(typed: str) -> None:
    field = PercentField("x", "form.x")
    field.setText(typed)
    field.fraction()


@pytest.mark.parametrize(
    ("read", "typed", "error"),
    [
        (money, "", Missing),
        (money, "12x", NotAnAmount),
        (money, "1.234", NotAnAmount),
        (money, "1/0", NotAnAmount),
        (day, "", Missing),
        (day, "2026-02-30", NotADate),
        (day, "15.1.2026", NotADate),
        (day, "202601", NotADate),
        (day, "202611", NotADate),
        (day, "2026115", NotADate),
        (day, "2026-115", NotADate),
        (day, "20260230", NotADate),
        (number, "", Missing),
        (number, "1.5", NotANumber),
        (number, "12345678901", NotANumber),
        (percent, "", Missing),
        (percent, "NaN", NotARate),
        (percent, "0,04", NotARate),
        (percent, "1e99", NotARate),
        (percent, "5e1", NotARate),
        (percent, "1_0", NotARate),
        (percent, "1٢", NotARate),
    ],
)
def test_what_cannot_be_read_names_its_field(
    qtbot: QtBot, read: Callable[[str], None], typed: str, error: type[PlannerError]
) -> None:
    with pytest.raises(error) as caught:
        read(typed)
    assert caught.value.field == "x"
