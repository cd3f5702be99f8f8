"""All terms of a contract in the form of a loan: filled by templates, typed, kept, and shown again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.core.terms import (
    DueDayPolicy,
    FeeBasis,
    HolidayShift,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    RemainderIn,
)
from planner.i18n import set_language
from planner.reports.courses import loan_records
from planner.store.book import Book
from planner.ui.loans.loan_form import LoanForm
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, choose, dump, more

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "b.yudu", tmp_path, today=TODAY) as found:
        found.key("2")
        yield found


def begin(person: Person, template: str, **typed: str) -> None:
    person.click("loans.add")
    person.pick("loan_form.template", template)
    person.write("loan_form.principal", "10000")
    person.write("loan_form.drawn_on", "2026-10-05")
    for field, text in typed.items():
        person.write(f"loan_form.{field}", text)


def tick(person: Person, name: str) -> None:
    box = person.find(f"loan_form.{name}", QCheckBox)
    assert box.isVisible()
    box.setFocus()
    person.bot.keyClick(box, Qt.Key.Key_Space)
    person.settle()


def shown(person: Person, name: str) -> bool:
    return any(each.isVisible() for each in person.window.findChildren(QWidget, f"loan_form.{name}"))


def terms(person: Person) -> LoanTerms:
    """Those of the newest loan in the book."""
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return max(book.read(loan_records), key=lambda record: record.id).terms
    finally:
        book.close()


def test_a_template_s_terms_are_saved_though_nobody_looked_at_them(person: Person) -> None:
    begin(person, "Huabei")
    person.press("loan_form.ok")
    found = terms(person)
    assert (found.fee_basis, found.flat_fee_rate) == (FeeBasis.TOTAL, Decimal("0.045"))
    assert found.penalty == PenaltyTerms(daily_rate=Decimal("0.0005"))
    assert found.prepay == PrepayTerms(fee=PrepayFee.REMAINING_FEES)


def test_a_bill_s_instalment_asks_for_its_statement_day(person: Person) -> None:
    begin(person, "JD Baitiao instalments")
    assert shown(person, "days_after_statement")
    assert person.find("loan_form.due_day", QWidget).property("placeholderText") == "Statement day"
    before = dump(person)
    person.press("loan_form.ok")
    assert "fill this in" in person.text("loan_form.due_day_error")
    assert dump(person) == before
    person.write("loan_form.due_day", "25")
    person.write("loan_form.days_after_statement", "61")
    person.press("loan_form.ok")
    assert "from 0 to 60" in person.text("loan_form.days_after_statement_error")
    person.write("loan_form.days_after_statement", "10")
    person.press("loan_form.ok")
    found = terms(person)
    assert (found.due_day_policy, found.due_day) == (DueDayPolicy.AFTER_STATEMENT, 25)
    assert found.days_after_statement == 10
    person.click("loans.add")
    person.pick("loan_form.template", "Jiebei")
    assert not shown(person, "days_after_statement")


def test_every_term_is_typed_kept_and_shown_again(person: Person) -> None:
    begin(person, "Jiebei", name="Loan")
    assert not shown(person, "penalty_base")
    tick(person, "more")
    person.pick("loan_form.holiday_shift", "The next working day")
    tick(person, "shift_accrues")
    person.pick("loan_form.remainder_in", "In the first instalment")
    person.write("loan_form.least_days", "0")
    person.pick("loan_form.penalty_base", "All principal still owed")
    person.write("loan_form.penalty_multiplier", "130")
    person.write("loan_form.penalty_rate", "0.07")
    tick(person, "penalty_replaces")
    tick(person, "penalty_compounds")
    person.pick("loan_form.prepay_fee", "A part that falls with age")
    person.write("loan_form.prepay_steps", "0: 3, 12: 1.5")
    tick(person, "prepay_partial")
    person.press("loan_form.ok")
    found = terms(person)
    assert (found.holiday_shift, found.shift_accrues) == (HolidayShift.NEXT_WORKDAY, True)
    assert (found.remainder_in, found.least_days) == (RemainderIn.FIRST, 0)
    assert found.penalty == PenaltyTerms(PenaltyBase.ALL_PRINCIPAL, Decimal("1.3"), Decimal("0.0007"), True, True)
    steps = ((0, Decimal("0.03")), (12, Decimal("0.015")))
    assert found.prepay == PrepayTerms(True, False, PrepayFee.STEPS, Decimal(0), steps)
    choose(person, "Loan")
    more(person, "Edit…")
    tick(person, "more")
    assert person.text("loan_form.prepay_steps") == "0: 3, 12: 1.5"
    person.write("loan_form.name", "Still the same")
    person.press("loan_form.ok")
    assert terms(person) == found


@pytest.mark.parametrize(
    ("price", "field", "text", "fee", "rate"),
    [
        ("A part of what is repaid early", "prepay_rate", "3", PrepayFee.SHARE_OF_PREPAID, "0.03"),
        ("Some months of interest", "prepay_months", "2", PrepayFee.MONTHS_OF_INTEREST, "2"),
        ("The fees of all periods left", "", "", PrepayFee.REMAINING_FEES, "0"),
        ("The whole interest of the period", "", "", PrepayFee.PERIOD_INTEREST, "0"),
    ],
)
def test_a_price_of_paying_early_asks_for_what_it_needs(
    person: Person, price: str, field: str, text: str, fee: PrepayFee, rate: str
) -> None:
    begin(person, "Jiebei")
    tick(person, "more")
    person.pick("loan_form.prepay_fee", price)
    fields = {"prepay_rate", "prepay_months", "prepay_steps"}
    assert {each for each in fields if shown(person, each)} == ({field} if field else set())
    if field:
        person.write(f"loan_form.{field}", text)
    tick(person, "prepay_allowed")
    assert not shown(person, "prepay_partial")
    person.press("loan_form.ok")
    assert terms(person).prepay == PrepayTerms(False, True, fee, Decimal(rate))


WRONG = {
    "least_days": ["", "x", "32", "-1"],
    "penalty_multiplier": ["", "x", "1001", "-1"],
    "penalty_rate": ["x", "2.1", "-1"],
    "prepay_rate": ["", "x", "101", "-1"],
    "prepay_months": ["", "x", "25", "-1"],
    "prepay_steps": ["", "3", "0: x", "0: 101", "x: 3", "0:", "0: 3,"],
}
NEEDS = {
    "prepay_rate": "A part of what is repaid early",
    "prepay_months": "Some months of interest",
    "prepay_steps": "A part that falls with age",
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_terms_are_said_beside_their_field_and_kept(person: Person, name: str) -> None:
    begin(person, "Jiebei")
    tick(person, "more")
    if name in NEEDS:
        person.pick("loan_form.prepay_fee", NEEDS[name])
    before = dump(person)
    for text in WRONG[name]:
        person.write(f"loan_form.{name}", text)
        tick(person, "more")  # what is wrong is shown, also where it was folded away
        person.press("loan_form.ok")
        assert shown(person, f"{name}_error"), text
        assert len(person.text(f"loan_form.{name}_error")) > 10
        assert person.text(f"loan_form.{name}") == text
        assert dump(person) == before, text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_form_never_scrolls_sideways_and_all_of_it_is_reached_by_keyboard(person: Person, language: str) -> None:
    set_language(language)
    person.click("loans.add")
    form = person.find("loan_form", LoanForm)
    form.more.opener.setChecked(True)
    form.due_policy.choose(DueDayPolicy.AFTER_STATEMENT)
    form.more.shift.choose(HolidayShift.NEXT_WORKDAY)
    for fee in PrepayFee:
        form.more.prepay_fee.choose(fee)
        form.resize(600, 620)
        person.settle()
        (area,) = form.findChildren(QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0, fee
    fields = {
        each for each in form.findChildren(QWidget)
        if each.objectName().startswith("loan_form.") and each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }  # fmt: skip
    form.template.setFocus()
    seen = set()
    for _ in range(2 * len(fields)):
        person.bot.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {each.objectName() for each in fields - seen} == set()
    assert all(each.accessibleName() or each.property("text") for each in fields)
