"""Whether the dues can be paid, as it stands on the overview: sums that add up, and what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.lines import add_line, record_statement
from planner.actions.loans import add_loan
from planner.actions.profile import add_cash_account, set_profile
from planner.actions.spending import add_entry
from planner.core.facts import LenderKind, LineKind
from planner.core.money import parse_amount
from planner.core.statement_rows import RowClass
from planner.i18n import set_language
from planner.paths import resources
from planner.store.book import Book
from planner.ui.guide.page import CHAPTERS
from planner.ui.widgets.basics import Pill
from tests.books import jiebei_terms
from tests.gui.desk import Person, person_at

TODAY = date(2026, 11, 24)


def make(path: Path, **facts: Any) -> Path:
    """A card with a statement of 3,000 due on 28 November (at least 300), a loan due on 15 December (900.41)."""
    book = Book.open(path, today=TODAY, create=True)
    lender: dict[str, Any] = {"lender_name": "x", "lender_kind": LenderKind.BANK, "product": ""}
    card = book.write(add_line, **(lender | {"product": "huabei"}), name="card", kind=LineKind.PAY_LATER,
                      opened_on=date(2024, 1, 1), limit_fen=1_000_000)  # fmt: skip
    book.write(record_statement, line_id=card, statement_on=date(2026, 11, 10), due_on=date(2026, 11, 28),
               balance_fen=300_000, minimum_fen=facts.get("minimum", 30_000))  # fmt: skip
    book.write(add_loan, **lender, name="loan", terms=jiebei_terms(), paid_in_time_before=TODAY)
    book.write(add_cash_account, name="bank", on=facts.get("cash_on", TODAY), balance_fen=facts["cash"])
    if facts.get("income") is not None:
        book.write(set_profile, since=date(2026, 1, 1), income_fen=facts["income"], payday=10,
                   essential_fen=facts.get("essential"))  # fmt: skip
    book.close()
    return path


@contextmanager
def at(bot: QtBot, folder: Path, **facts: Any) -> Iterator[Person]:
    with person_at(bot, make(folder / "own.yudu", **facts), folder, today=TODAY) as person:
        yield person


def pill(person: Person) -> str:
    parent = person.find("overview.can_pay", QWidget).parentWidget()
    assert parent is not None
    return " ".join(each.text() for each in parent.findChildren(Pill) if each.isVisible())


def sum_shown(line: str) -> tuple[int, int]:
    """What the amounts of a line make, and what it says they make."""
    amounts = re.findall(r"([−+=]?)[^−+=¥]*(−?)¥([\d,.]+\d)", line)
    total = 0
    for sign, negative, text in amounts[:-1]:
        total += parse_amount(text) * (-1 if sign == "−" else 1) * (-1 if negative else 1)
    sign, negative, text = amounts[-1]
    assert sign == "="
    return total, parse_amount(text) * (-1 if negative else 1)


def test_the_line_below_is_the_sum_of_the_short_day(qtbot: QtBot, tmp_path: Path) -> None:
    with at(qtbot, tmp_path, cash=100_000, income=900_000, essential=300_000) as person:
        assert person.text("overview.can_pay") == "On 28 November ¥2,500.00 is missing"
        assert pill(person) == "Not enough"
        counted, said = person.text("overview.cash").split("\n")
        after = [f"{each}." for each in said.removesuffix(".").split(". ")]
        assert sum_shown(counted) == (-250_000, -250_000)
        assert "income" not in counted
        assert after == [
            "With all income and dues until 15 December: ¥3,899.59 left after the last due.",
            "With the minimum payments it is enough; what is left of a statement bears interest.",
        ]
        person.press("overview.can_pay")
        words = [person.text(f"overview_origin.words_{at}") for at in range(7)]
        assert "− dues until 28 November ¥3,000.00, overdue ones counted today" in words
        assert "= −¥2,500.00 on 28 November" in words
        assert after[0] in words
        assert after[1] in words


def test_not_even_the_minimum_can_be_paid(qtbot: QtBot, tmp_path: Path) -> None:
    with at(qtbot, tmp_path, cash=50_000, income=900_000, essential=300_000, minimum=250_000) as person:
        assert "minimum" not in person.text("overview.cash")


def test_enough_is_said_only_when_all_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    with at(qtbot, tmp_path, cash=2_000_000, income=900_000, essential=300_000) as person:
        assert pill(person) == "Enough"
        assert not [each for each in person.window.findChildren(QWidget, "overview.help") if each.isVisible()]
        assert not [each for each in person.window.findChildren(QWidget, "overview.ask") if each.isVisible()]
        total, said = sum_shown(person.text("overview.cash"))
        assert total == said > 0


@pytest.mark.parametrize(("cash", "end"), [(2_000_000, "left after the last due"), (1_000, "is missing")])
@pytest.mark.parametrize(
    ("income", "begin", "ask"),
    [(None, "By cash alone: ", "Enter income and payday"), (900_000, "Living costs not counted: ",
     "Enter essential spending")],
)  # fmt: skip
def test_what_is_not_known_is_neither_enough_nor_not(
    qtbot: QtBot, tmp_path: Path, cash: int, end: str, income: int | None, begin: str, ask: str
) -> None:
    with at(qtbot, tmp_path, cash=cash, income=income) as person:
        assert pill(person) == "Not all known"
        assert person.text("overview.can_pay").startswith(begin)
        assert person.text("overview.can_pay").endswith(end)
        assert person.text("overview.ask") == ask
        person.press("overview.ask")
        person.find("first_run.essential", QWidget)


def test_cash_of_another_year_says_its_year(qtbot: QtBot, tmp_path: Path) -> None:
    with at(qtbot, tmp_path, cash=100_000, cash_on=date(2025, 12, 24)) as person:
        assert "(as of 2025-12-24)" in person.text("overview.cash")


def test_what_is_bought_and_not_billed_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    path = make(tmp_path / "own.yudu", cash=100_000)
    book = Book.open(path, today=TODAY)
    book.write(add_entry, row_class=RowClass.OUT, day=date(2026, 11, 20), amount_fen=12_345,
               credit_product="huabei")  # fmt: skip
    book.close()
    with person_at(qtbot, path, tmp_path, today=TODAY) as person:
        assert "Bought with lines and not billed yet: ¥123.45." in person.text("overview.cash")


def test_what_to_do_when_it_is_not_enough(qtbot: QtBot, tmp_path: Path) -> None:
    with at(qtbot, tmp_path, cash=100) as person:
        person.press("overview.help")
        qtbot.waitUntil(lambda: person.find("guide.chapters", QListWidget).currentRow() >= 0)
        current = person.find("guide.chapters", QListWidget).currentItem()
        assert current is not None
        assert current.text() == "When you cannot pay"


@pytest.mark.parametrize(("language", "title"), [("en", "When you cannot pay"), ("zh", "还不上的时候")])
def test_the_guide_has_its_chapters_in_the_same_order(language: str, title: str) -> None:
    set_language(language)
    text = (resources() / "guide" / f"{language}.md").read_text(encoding="utf-8")
    (number,) = CHAPTERS.values()
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[number] == title
