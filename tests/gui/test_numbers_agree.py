"""One number, one value: the pages, the command line and the export say the same of a random book on a random day."""

from __future__ import annotations

import csv
import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from planner.arguments import arguments
from planner.cli import run
from planner.core.money import plain_yuan
from planner.store.book import Book
from planner.wording.amounts import amount, yuan
from tests.gui.desk import Person, person_at
from tests.random_books import days, fill, wishes

EXAMPLES = 12


def said(capsys: pytest.CaptureFixture[str], path: Path, today: date, command: str, *more: str) -> Any:
    """What a command prints for machines."""
    capsys.readouterr()
    given_words = [command, *more, "--book", str(path), "--today", today.isoformat(), "--language", "en", "--json"]
    assert run(arguments().parse_args(given_words)) == 0
    return json.loads(capsys.readouterr().out)


def cells(person: Person, table: str, column: int) -> list[str]:
    """A column of a table as it stands, first lines only."""
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()).split("\n")[0] for row in range(model.rowCount())]


def exported(folder: Path, name: str) -> list[dict[str, str]]:
    """A table of the export."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(wishes, days)
def test_every_shared_number_is_one(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], did: list[Any], today: date
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "book.yudu"
        book = Book.open(path, today=today, create=True)
        fill(book, did)
        book.close()
        compare(qtbot, capsys, path, folder, today)


def compare(qtbot: QtBot, capsys: pytest.CaptureFixture[str], path: Path, folder: Path, today: date) -> None:
    """Walks the pages of a book and asks the command line and the export the same."""
    due = said(capsys, path, today, "due")
    schedules = said(capsys, path, today, "schedule") if lists_loans(path, today) else []
    health = said(capsys, path, today, "health")["health"]
    warned = said(capsys, path, today, "warnings")
    out = folder / "out"
    said(capsys, path, today, "export", str(out))
    owed_by_export = sum(fen(row["Principal left"]) for row in exported(out, "accounts") if counts(row))
    assert [row["Open"] for row in exported(out, "dues")] == [plain_yuan(row["open_fen"]) for row in due["rows"]]
    with person_at(qtbot, path, folder, today=today) as person:
        if due["rows"] or schedules:
            assert cells(person, "overview.dues", 1) == [yuan(row["open_fen"]) for row in due["rows"]]
            assert yuan(due["total_fen"]) in person.text("overview.due_total")
            debt = person.text("overview.debt")
        else:
            debt = None
        person.key("2")
        if debt is not None:
            assert debt in person.text("loans.note")
            assert debt == yuan(owed_by_export)
        person.key("5")
        shown = [int(text.replace("−", "-")) for text in cells(person, "health.factors", 3)]
        assert [-each for each in shown] == [row["deduct"] for row in health["contributions"]]
        warnings = warned["warnings"] + warned["unknown"]
        assert len(cells(person, "health.warnings", 0)) == len(warnings)


def lists_loans(path: Path, today: date) -> bool:
    book = Book.open_to_read(path, today=today)
    try:
        return bool(book.reader.value("SELECT count(*) FROM loan WHERE drawn_on <= ?", today.isoformat()))
    finally:
        book.close()


def counts(row: dict[str, str]) -> bool:
    """Loans, and lines without what is drawn under them: the sum of these is all debt."""
    return True


def fen(text: str) -> int:
    return round(float(text) * 100) if text else 0
