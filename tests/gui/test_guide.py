"""The guide: read by chapters, searched by a person, and true to what the program has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from planner.arguments import arguments
from planner.paths import resources
from planner.ui.main_window import KEYS, MainWindow
from planner.ui.widgets.amount import EXPLAIN_KEY
from planner.ui.widgets.search import SearchField
from tests.gui.desk import Person, person_at

TEXTS = {code: (resources() / "guide" / f"{code}.md").read_text(encoding="utf-8") for code in ("zh", "en")}


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=date(2026, 11, 24)) as found:
        found.click("sidebar.guide")
        yield found


def test_a_chapter_comes_to_the_top(person: Person) -> None:
    chapters = person.find("guide.chapters", QListWidget)
    names = [chapters.item(at).text() for at in range(chapters.count())]
    assert names == re.findall(r"^## (.+)$", TEXTS["en"], re.MULTILINE)
    chapters.setFocus()
    for _ in range(3):
        person.bot.keyClick(chapters, Qt.Key.Key_Down)
    assert chapters.currentItem().text() == names[3]
    text = person.find("guide.text", QTextBrowser)
    assert text.textCursor().block().text() == names[3]
    at = text.cursorRect(text.textCursor()).top()
    assert 0 <= at < text.viewport().height() / 4


def test_words_are_found_one_after_the_other(person: Person) -> None:
    field = person.find("guide.search", SearchField)
    field.setFocus()
    person.bot.keyClicks(field, "statement")
    person.bot.keyClick(field, Qt.Key.Key_Return)
    text = person.find("guide.text", QTextBrowser)
    first = text.textCursor()
    assert first.selectedText().lower() == "statement"
    person.bot.keyClick(field, Qt.Key.Key_Return)
    second = text.textCursor()
    assert second.selectedText().lower() == "statement"
    assert second.position() > first.position()


def test_what_is_not_there_is_said(person: Person) -> None:
    field = person.find("guide.search", SearchField)
    person.bot.keyClicks(field, "zzz")
    person.bot.keyClick(field, Qt.Key.Key_Return)
    assert "zzz" in person.find("guide.text", QTextBrowser).accessibleDescription()


def test_both_languages_have_the_same_chapters_and_tables() -> None:
    shapes = {
        code: [re.sub(r"[^#|]", "", line)[:2] for line in text.splitlines() if line.startswith(("##", "|"))]
        for code, text in TEXTS.items()
    }
    assert shapes["zh"] == shapes["en"]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_commands_of_the_guide_exist(code: str) -> None:
    parser = arguments()
    for command in re.findall(r"^yudu (\S+)", TEXTS[code], re.MULTILINE):
        words = {"import": ["a.csv"], "export": ["folder"], "calendar": ["dues.ics"], "schedule": ["借呗"]}.get(
            command, []
        )
        assert parser.parse_args([command, *words]).command == command


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_keys_of_the_guide_exist(code: str, person: Person) -> None:
    window = person.window
    assert isinstance(window, MainWindow)
    known = {each.toString() for action in window.actions() for each in action.shortcuts()}
    told = set(re.findall(r"Ctrl\+(?:Shift\+)?[A-Z]\b", TEXTS[code])) - {"Ctrl+C"}
    assert EXPLAIN_KEY in told
    assert told <= known | {EXPLAIN_KEY}  # a key of figures and tables, not of the window
    assert {f"Ctrl+{number}" for number in KEYS.values()} <= known


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_guide_never_urges_to_borrow_or_to_spend(code: str) -> None:
    for words in ("提额秘籍", "刷流水", "多消费", "提升活跃度", "养卡", "spend more", "raise your limit", "boost"):
        assert words not in TEXTS[code].lower()
