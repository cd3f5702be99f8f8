"""The names that scripts and screen readers use: all there, each once, each spoken, and listed in resources."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.cards import add_card_entry, set_card_terms
from planner.actions.limit_groups import make_limit_group
from planner.actions.lines import add_line, close_line, record_statement
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_terms import CardTerms
from planner.core.facts import LenderKind, LineKind, RowKind, RowRef
from planner.knowledge import load_knowledge
from planner.store.book import Book
from planner.ui.main_window import PAGES
from tests.gui.desk import Person, person_at
from tests.year_book import fill_year_book

LIST = Path(__file__).parents[2] / "resources" / "object_names.txt"
TODAY = date(2026, 11, 24)
KINDS = (QAbstractButton, QLineEdit, QComboBox, QTableView, QTabBar)


def interactive(person: Person) -> list[QWidget]:
    found = [widget for kind in KINDS for widget in person.window.findChildren(kind)]
    return [widget for widget in found if not widget.objectName().startswith("qt_") and _ours(widget)]


def _ours(widget: QWidget) -> bool:
    """Not a part that Qt makes inside a table, a list or a scroll bar."""
    parent = widget.parentWidget()
    return parent is None or not isinstance(parent, QTableView | QComboBox | QTabBar)


def open_the_forms_of_rows(person: Person) -> None:
    """Those that need a line, a closed line or a repayment to be chosen."""
    listed = person.find("loans.list", QTableView)
    split(person)
    listed.selectRow(0)
    for opened in ("loans.limit", "loans.statement"):
        person.click(opened)
    menu_action(person, "loans.more_close")
    person.window.open_row(RowRef(RowKind.LINE, 3))
    person.settle()
    menu_action(person, "loans.more_reopen")
    open_the_forms_of_a_card(person)


def open_the_forms_of_a_card(person: Person) -> None:
    person.window.open_row(RowRef(RowKind.LINE, 2))
    person.settle()
    person.click("loans.entry")
    for name in ("card_terms", "temporary", "group", "group_limit"):
        menu_action(person, f"loans.more_{name}")
    person.find("loans.tabs", QTabBar).setCurrentIndex(2)
    entries = person.find("loans.entries", QTableView)
    entries.selectRow(0)
    next(each for each in entries.actions() if each.text() == "Pay it off early…").trigger()
    person.find("loans.tabs", QTabBar).setCurrentIndex(0)
    statements = person.find("loans.card_statements", QTableView)
    statements.selectRow(0)
    next(each for each in statements.actions() if each.text() == "How it came about…").trigger()
    person.settle()


def open_the_forms_of_a_plan(person: Person) -> None:
    """The calculators, and the forms of what changes a loan's plan."""
    person.window.open_row(RowRef(RowKind.LOAN, 1))
    person.settle()
    person.find("loans.tabs", QTabBar).setCurrentIndex(3)
    for opened in ("settle", "prepay", "change_rate", "extend", "own_row"):
        person.click(f"loans.{opened}")


def menu_action(person: Person, name: str) -> None:
    person.click("loans.more")
    person.window.findChild(QAction, name).trigger()
    person.settle()


def split(person: Person) -> None:
    person.find("loans.tabs", QTabBar).setCurrentIndex(1)
    paid = person.find("loans.repayments", QTableView)
    paid.selectRow(0)
    next(each for each in paid.actions() if each.text() == "Split…").trigger()
    person.settle()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_widget_a_person_uses_has_a_name_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    book = Book.open(tmp_path / "b.yudu", today=TODAY, create=True)
    book.write(fill_year_book, today=TODAY, products=load_knowledge().products)
    book.write(
        add_line, lender_name="x", lender_kind=LenderKind.BANK, name="old", product="", kind=LineKind.CARD,
        opened_on=TODAY, limit_fen=1,
    )  # fmt: skip
    book.write(close_line, line_id=3, closed_on=TODAY)
    book.write(set_card_terms, line_id=2, terms=CardTerms(statement_day=5))
    terms = InstalmentTerms(12, of=InstalmentOf.NEW)
    book.write(add_card_entry, line_id=2, kind=EntryKind.INSTALMENT, posted_on=TODAY, amount_fen=90_000,
               instalment=terms)  # fmt: skip
    book.write(make_limit_group, name="both", on=TODAY, limit_fen=90_000_000, line_id=2)
    book.write(record_statement, line_id=2, statement_on=date(2026, 11, 5), due_on=TODAY, balance_fen=0)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=TODAY) as person:
        for key in PAGES:
            person.window.go_to(key)
            person.settle()
        person.click("sidebar.imports")
        person.find("imports.history", QTableView).selectRow(0)
        person.click("imports.undo_batch")
        person.click("sidebar.spending")
        person.find("spending.list", QTableView).selectAll()
        for opened in ("spending.add", "spending.set_category", "spending.set_scene", "spending.decide"):
            person.click(opened)
        person.click("sidebar.loans")
        for opened in ("loans.add", "loans.add_line", "loans.repay"):
            person.click(opened)
        open_the_forms_of_a_plan(person)
        open_the_forms_of_rows(person)
        for opened in ("loan_form.match", *("match.more",) * 3):
            person.click(opened)
        widgets = interactive(person)
        names = [widget.objectName() for widget in widgets]
        assert "" not in names
        assert [name for name in set(names) if names.count(name) > 1] == []
        for widget in widgets:
            name = widget.objectName()
            assert widget.accessibleIdentifier() == name
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, name
        text = "".join(f"{name}\n" for name in sorted(names))
    if os.environ.get("YUDU_WRITE_NAMES"):
        LIST.write_text(text, encoding="utf-8")
    assert LIST.read_text(encoding="utf-8") == text, "write the list anew with YUDU_WRITE_NAMES=1"
