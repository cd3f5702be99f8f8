"""A card as a person keeps it on the loans page; then a look into the book and at what the command line says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.cards import add_card_entry
from planner.actions.lines import pay_line
from planner.arguments import arguments
from planner.cli import run
from planner.core.card_entries import EntryKind
from planner.core.card_terms import CardTerms, MinimumRule, ShareWithin
from planner.store.book import Book
from planner.wording.amounts import amount, yuan
from tests.card_books import with_card
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, card_book, cells, choose, context, dump, fill, more, rows, tab, value

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as person:
        person.key("2")
        choose(person, "招行信用卡")
        yield person


@pytest.fixture
def trap(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    """10,000 bought on 20 October, on the statement of 5 November, due on the 25th, 1,000 of it paid."""
    book = Book.open(tmp_path / "t.yudu", today=TODAY, create=True)
    terms = CardTerms(5, due_day=25, minimum=MinimumRule(whole_at_fen=10_000), late_fee=ShareWithin(Decimal("0.05")))
    line = with_card(book, terms, limit_fen=2_000_000)
    day = date(2026, 10, 20)
    book.write(add_card_entry, line_id=line, kind=EntryKind.PURCHASE, posted_on=day, amount_fen=1_000_000)
    book.write(pay_line, line_id=line, paid_on=date(2026, 11, 20), amount_fen=40_000)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=TODAY) as person:
        person.key("2")
        yield person


def call(*words: str) -> int:
    return run(arguments().parse_args(["card", *words]))


def figures(person: Person) -> list[str]:
    return [person.text(f"loans.figure_{at}") for at in range(4)]


def test_a_card_is_reckoned_once_its_terms_are_entered(sample: Person) -> None:
    assert "statements, minimum payment and interest" in sample.text("loans.card_hint")
    before = dump(sample)
    sample.click("loans.card_terms")
    assert sample.text("card_terms_form.statement_day") == "10"
    assert sample.text("card_terms_form.due_day") == "28"
    assert "Only assumed" in sample.text("card_terms_form.assumed")
    fill(sample, "card_terms_form", daily_rate="0.045")
    assert value(sample, "SELECT daily_rate FROM card_terms") == "0.00045"
    assert figures(sample) == ["¥8,123.00", "¥812.30", "11-28", "¥11,877.00"]
    hidden = [each for each in sample.window.findChildren(QWidget, "loans.card_hint") if each.isVisible()]
    assert hidden == []
    sample.key("Z")
    assert dump(sample) == before
    assert figures(sample)[:3] == ["¥20,000.00", "¥8,123.00", "¥11,877.00"]


def test_a_line_of_which_nothing_is_known_does_not_say_zero(sample: Person) -> None:
    sample.click("loans.add_line")
    sample.pick("line_form.template", "Credit card")
    fill(sample, "line_form", limit="5000", opened_on="2024-03", name="empty", lender="bank")
    choose(sample, "empty")
    assert figures(sample)[:3] == ["¥5,000.00", "—", "—"]


def test_entries_are_noted_corrected_and_deleted(trap: Person) -> None:
    trap.click("loans.entry")
    fill(trap, "card_entry_form", amount="32.5+17.5", posted_on="2026-11-21", note="lunch")
    tab(trap, "Entries")
    assert cells(trap, "loans.entries", 2) == ["50.00", "10,000.00"]
    assert figures(trap)[3] == yuan(2_000_000 - 960_000 - 5_000)
    table = choose(trap, "11-21", "loans.entries")
    trap.bot.keyClick(table, Qt.Key.Key_Return)
    trap.settle()
    trap.pick("card_entry_form.kind", "Refund")
    fill(trap, "card_entry_form", amount="60")
    assert rows(trap, "SELECT kind, amount_fen, note FROM card_entry WHERE id = 2") == [("refund", 6_000, "lunch")]
    assert figures(trap)[0] == yuan(960_000 - 6_000)
    choose(trap, "11-21", "loans.entries")
    context(trap, table, "Delete")
    assert value(trap, "SELECT count(*) FROM card_entry") == 1
    trap.key("Z")
    assert value(trap, "SELECT count(*) FROM card_entry") == 2


def test_a_statement_is_put_into_instalments_and_paid_off_early(trap: Person) -> None:
    more(trap, "Put into instalments…")
    trap.pick("card_entry_form.instalment_of", "The statement")
    fill(trap, "card_entry_form", amount="6000", periods="6", fee_rate="0.6", posted_on="2026-11-22")
    assert figures(trap)[0] == yuan(360_000)
    tab(trap, "What if")
    assert "¥6,000.00 in 6 periods since 2026-11-22: ¥6,000.00 left in 6" in trap.text("loans.card_note")
    tab(trap, "Entries")
    table = choose(trap, "11-22", "loans.entries")
    context(trap, table, "Pay it off early…")
    trap.write("payoff_form.posted_on", "2026-11-01")
    trap.press("payoff_form.ok")
    assert "at least 2026-11-22" in trap.text("payoff_form.posted_on_error")
    fill(trap, "payoff_form", posted_on="2026-11-23")
    assert cells(trap, "loans.entries", 1)[0].startswith("Instalment paid off early")
    context(trap, choose(trap, "10-20", "loans.entries"), "Pay it off early…")
    assert trap.text("loans.note") == "Only an instalment can be paid off early."


def test_a_statement_says_how_it_came_about_and_can_be_stated(trap: Person) -> None:
    table = choose(trap, "2026-11-05", "loans.card_statements")
    trap.bot.keyClick(table, Qt.Key.Key_Return)
    trap.settle()
    assert trap.text("statement_parts.told") == "Reckoned from the terms and what is on record."
    assert (trap.text("statement_parts.part_0"), trap.text("statement_parts.balance")) == ("10,000.00", "10,000.00")
    trap.press("statement_parts.ok")
    context(trap, choose(trap, "2026-11-05", "loans.card_statements"), "Delete")
    assert "It follows from the terms" in trap.text("loans.note")
    context(trap, choose(trap, "2026-11-05", "loans.card_statements"), "State what yours says…")
    assert trap.text("statement_form.balance") == "10,000.00"
    fill(trap, "statement_form", balance="10020")
    assert rows(trap, "SELECT statement_on, balance_fen FROM line_statement") == [("2026-11-05", 1_002_000)]
    assert figures(trap)[0] == yuan(962_000)
    context(trap, choose(trap, "2026-11-05", "loans.card_statements"), "How it came about…")
    assert trap.text("statement_parts.told") == "As its issuer states it."
    assert trap.text("statement_parts.part_1") == "20.00"
    trap.press("statement_parts.ok")
    context(trap, choose(trap, "2026-11-05", "loans.card_statements"), "Delete")
    assert value(trap, "SELECT count(*) FROM line_statement") == 0


def test_the_page_says_what_the_command_line_says(trap: Person, capsys: pytest.CaptureFixture[str]) -> None:
    path = trap.window.book.path
    assert figures(trap) == ["¥9,600.00", "¥600.00", "11-25", "¥10,400.00"]
    tab(trap, "What if")
    shown = (cells(trap, "loans.ways", 1), cells(trap, "loans.ways", 3))
    note = trap.text("loans.card_note")
    spoken = trap.find("loans.chart", QWidget).accessibleName()
    assert "¥30.00" in note  # 5 % of 600.00
    for each in ("Statement 2026-11-05", "To be paid by 2026-11-25", "free of interest until 2026-12-25"):
        assert each in spoken
    trap.window.book.close()
    assert call("--book", str(path), "--today", "2026-11-24", "--language", "en", "--json") == 0
    (view,) = json.loads(capsys.readouterr().out)
    ways = view["ways"]
    assert shown == ([str(each["payments"]) for each in ways], [amount(each["cost_fen"]) for each in ways])
    assert view["balance"]["instalments_left_fen"] == 0
    assert call("招行", "--book", str(path), "--today", "2026-11-24", "--language", "en") == 0
    said = capsys.readouterr().out
    for words in note.splitlines():
        assert words in said
    assert call("nobody", "--book", str(path), "--language", "en") == 1
    assert "No line with card terms is called “nobody”" in capsys.readouterr().err


def test_a_limit_is_raised_for_a_time_and_shared(trap: Person) -> None:
    more(trap, "Temporary limit…")
    trap.write("temporary_form.limit", "30000")
    trap.write("temporary_form.last_on", "2026-11-01")
    trap.press("temporary_form.ok")
    assert "at least 2026-11-24" in trap.text("temporary_form.last_on_error")
    fill(trap, "temporary_form", last_on="2026-12-01")
    assert figures(trap)[3] == yuan(3_000_000 - 960_000)
    assert "present cycle" in trap.find("loans.chart", QWidget).accessibleName()
    tab(trap, "Limits")
    assert trap.find("loans.chart", QWidget).accessibleName().startswith("Limit history")
    assert trap.text("loans.shared_limit").startswith("Raised to ¥30,000.00 until 2026-12-01")
    more(trap, "Shared limit…")
    fill(trap, "group_form", name="both", limit="12000")
    assert figures(trap)[3] == yuan(1_200_000 - 960_000)
    assert "Shared limit both: 招行信用卡 together 9,600.00 of ¥12,000.00." in trap.text("loans.shared_limit")
    more(trap, "Change the shared limit…")
    fill(trap, "group_limit_form", limit="10000")
    assert figures(trap)[3] == yuan(1_000_000 - 960_000)
    more(trap, "Shared limit…")
    trap.pick("group_form.group", "None, its own limit alone")
    trap.press("group_form.ok")
    assert figures(trap)[3] == yuan(3_000_000 - 960_000)
    table = trap.find("loans.temporary", QTableView)
    context(trap, choose(trap, "2026-11-24", "loans.temporary"), "Delete")
    assert not table.isVisible()
    assert figures(trap)[3] == yuan(2_000_000 - 960_000)


WRONG = {
    "statement_day": ["", "0", "32"],
    "due_day": ["", "0"],
    "daily_rate": ["", "x", "9"],
    "overdue_rate": ["x", "-1"],
    "minimum_share": ["", "101"],
    "cash_share": ["-1"],
    "minimum_floor": ["x", "-1"],
    "whole_at": ["-1"],
    "late_share": ["", "101"],
    "late_floor": ["-1"],
    "late_cap": ["x", "-1"],
    "cash_fee_share": ["200"],
    "cash_fee_cap": ["1"],
    "cash_rate": ["9"],
    "tolerance": ["-1"],
    "grace_days": ["11", "x"],
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_terms_are_said_beside_their_field_and_kept(sample: Person, name: str) -> None:
    before = dump(sample)
    sample.click("loans.card_terms")
    good = sample.text(f"card_terms_form.{name}")
    for text in WRONG[name]:
        sample.write(f"card_terms_form.{name}", text)
        sample.press("card_terms_form.ok")
        assert len(sample.text(f"card_terms_form.{name}_error")) > 10, text
        assert sample.text(f"card_terms_form.{name}") == text
        assert dump(sample) == before
    sample.write(f"card_terms_form.{name}", good)
    sample.press("card_terms_form.ok")
    assert [each for each in sample.window.findChildren(QDialog, "card_terms_form") if each.isVisible()] == []
    assert value(sample, "SELECT count(*) FROM card_terms") == 1
