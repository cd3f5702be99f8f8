"""The cost tab, the limits of the line and what is said of lateness, as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.lines import change_limit
from planner.actions.loans import add_loan, record_repayment
from planner.core.facts import LenderKind, LineStatus
from planner.core.terms import HolidayShift, LoanTerms, Rate, RatePeriod, RepaymentMethod
from planner.knowledge import load_knowledge
from planner.reports.cost import loan_cost
from planner.store.book import Book
from planner.ui.widgets.basics import Pill
from planner.wording.costs import cost_lines
from tests.books import jiebei_terms, new_book, with_jiebei
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import cells, choose, tab

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
APRIL = date(2026, 4, 20)
FLAT = replace(
    jiebei_terms(),
    method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
    rate=Rate(Decimal(0), RatePeriod.YEARLY),
    flat_fee_rate=Decimal("0.0125"),
    received_fen=980_000,
)


def lend(book: Book, name: str, terms: LoanTerms, kind: LenderKind, paid_before: date = APRIL) -> int:
    return book.write(
        add_loan, lender_name=kind.value, lender_kind=kind, name=name, product="", terms=terms,
        paid_in_time_before=paid_before,
    )  # fmt: skip


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """Loan 1 (借呗) is late with its third, 2 is dear, 3 of a lender without a cap, 4 was paid off at once, 5 is a
    friend's and late, 6 has due days that move, 7 was late once."""
    book = new_book(tmp_path)
    with_jiebei(book, paid=2)
    book.write(change_limit, line_id=1, on=date(2026, 3, 1), limit_fen=800_000, status=LineStatus.REDUCED)
    lend(book, "dear", FLAT, LenderKind.CONSUMER_FINANCE)
    lend(book, "odd", replace(jiebei_terms(), received_fen=100, periods=1), LenderKind.OTHER, date(2026, 1, 16))
    at_once = lend(book, "at once", jiebei_terms(), LenderKind.PERSON, date(2026, 1, 16))
    book.write(record_repayment, loan_id=at_once, paid_on=date(2026, 1, 15), amount_fen=1_000_000, closes=True)
    lend(book, "friend", jiebei_terms(), LenderKind.PERSON, date(2026, 4, 1))
    lend(book, "moved", replace(jiebei_terms(periods=60), holiday_shift=HolidayShift.NEXT_WORKDAY), LenderKind.BANK)
    late = lend(book, "once", replace(jiebei_terms(), periods=2), LenderKind.BANK, date(2026, 3, 1))
    book.write(record_repayment, loan_id=late, paid_on=date(2026, 3, 20), amount_fen=508_000, closes=True)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=APRIL) as found:
        found.key("2")
        choose(found, "借呗 · 装修")
        yield found


def said_in(person: Person, name: str) -> str:
    inside = person.find(name, QScrollArea).widget()
    texts = [each.text() for each in inside.findChildren(QLabel)]
    return "\n".join([*texts, *(each.text() for each in inside.findChildren(Pill))])


def numbers(text: str) -> set[str]:
    return set(re.findall(r"¥?\d[\d,]*\.\d\d%?", text))


def lines_of_the_command(person: Person, loan: int) -> str:
    book = Book.open_to_read(person.window.book.path, today=APRIL)
    try:
        found = book.read(loan_cost, loan_id=loan, today=APRIL, rules=load_knowledge().rules)
    finally:
        book.close()
    assert found is not None
    return "\n".join(cost_lines(found))


@pytest.mark.parametrize(("name", "loan"), [("借呗 · 装修", 1), ("dear", 2), ("odd", 3), ("at once", 4), ("once", 7)])
def test_the_tab_has_the_numbers_of_the_command(person: Person, name: str, loan: int) -> None:
    choose(person, name)
    tab(person, "Cost")
    said, command = said_in(person, "loans.cost"), lines_of_the_command(person, loan)
    assert numbers(command)
    assert numbers(command) <= numbers(said), numbers(command) - numbers(said)
    for flag in re.findall(r"^(W\d\d \w+):", command, re.MULTILINE):
        assert flag in said
    for step in re.findall(r"^→ .*$", command, re.MULTILINE):
        assert step in said


def test_both_yearly_costs_stand_by_their_names_beside_what_was_advertised(person: Person) -> None:
    choose(person, "dear")
    tab(person, "Cost")
    assert person.text("loans.cost_stated") == "fee 1.25% each period"
    assert person.text("loans.cost_fee_words") == "The fee is advertised as 15.00% in all, or 15.00% a year."
    simple, compound = person.text("loans.cost_agreed_simple"), person.text("loans.cost_agreed_compound")
    assert Decimal(simple.removesuffix("%")) > 27
    assert Decimal(compound.removesuffix("%")) > Decimal(simple.removesuffix("%"))
    assert person.text("loans.cost_agreed_deducted") == "¥200.00"
    assert person.text("loans.cost_agreed_total") == "¥1,700.00"
    said = said_in(person, "loans.cost")
    assert "points above" in said
    assert "W01" in said
    assert "checked on" in person.text("loans.cost_cap_0_basis")


def test_no_cap_and_what_went_otherwise_are_said(person: Person) -> None:
    choose(person, "odd")
    tab(person, "Cost")
    assert "No cap is on record" in person.text("loans.cost_no_cap")
    choose(person, "once")
    assert person.text("loans.cost_so_far_simple") != person.text("loans.cost_agreed_simple")
    assert "2031-03-20, five years after the payoff" in person.text("loans.cost_record")


def test_where_there_is_no_rate_the_words_say_so(person: Person) -> None:
    choose(person, "at once")
    tab(person, "Cost")
    assert person.text("loans.cost_so_far_why").startswith("There is no yearly rate")
    assert person.text("loans.cost_agreed_simple") == "14.54%"


def test_a_friend_reports_to_nobody(person: Person) -> None:
    choose(person, "friend")
    assert person.text("loans.late_record") == "A private person does not report to the credit record."
    tab(person, "Cost")
    assert person.text("loans.cost_record") == "A private person does not report to the credit record."


def test_the_tab_stays_when_another_loan_is_chosen_and_never_shows_the_one_before(person: Person) -> None:
    tab(person, "Cost")
    first = said_in(person, "loans.cost")
    choose(person, "dear")
    bar = person.find("loans.tabs", QTabBar)
    assert bar.tabText(bar.currentIndex()) == "Cost"
    assert said_in(person, "loans.cost") != first
    choose(person, "借呗 · 装修")
    assert said_in(person, "loans.cost") == first


def test_the_limits_of_its_line_are_shown_with_the_loan(person: Person) -> None:
    bar = person.find("loans.tabs", QTabBar)
    assert [bar.tabText(at) for at in range(bar.count())] == ["Schedule", "Repayments", "Cost", "Changes", "Limits"]
    tab(person, "Limits")
    assert cells(person, "loans.loan_limits", 1) == ["8,000.00", "30,000.00"]
    assert "Cut" in person.find("loans.loan_limits_chart", QWidget).accessibleName()
    choose(person, "dear")
    assert [bar.tabText(at) for at in range(bar.count())] == ["Schedule", "Repayments", "Cost", "Changes"]


def test_what_is_late_says_what_it_costs_and_what_to_do(person: Person) -> None:
    assert person.text("loans.late_title") == "1 instalment is overdue: ¥900.41"
    row = [person.text(f"loans.late_0_{at}") for at in range(6)]
    assert row == ["3", "2026-04-15", "5 days", "795.92", "104.49", "2.39"]  # 795.92 × 0.06 % × 5
    cost = person.text("loans.late_cost")
    assert "Penalty to today ¥2.39" in cost
    assert "each further day costs about ¥3.53" in cost  # 0.48 of the penalty, 3.05 of the interest
    assert "those five years have not begun" in person.text("loans.late_record")
    assert "ask the lender for a plan" in person.text("loans.late_next")
    assert cells(person, "loans.schedule", 1)[2] == "04-15\npenalty 2.39"
    person.click("loans.late_guide")
    assert person.find("page.guide", QWidget).isVisible()


def test_years_whose_holidays_are_not_known_are_named(person: Person) -> None:
    assert "holidays" not in person.text("loans.terms")
    choose(person, "moved")
    assert "2029, 2030, 2031 not on record, only weekends count" in person.text("loans.terms")


def test_the_panel_goes_when_it_is_paid_and_comes_back_with_undo(person: Person) -> None:
    person.click("loans.repay")
    person.press("repayment_form.ok")
    assert not person.window.findChild(QWidget, "loans.late").isVisible()
    assert person.find("loans.settle", QWidget).isVisible()
    person.key("Z")
    assert person.text("loans.late_title").startswith("1 instalment is overdue")
