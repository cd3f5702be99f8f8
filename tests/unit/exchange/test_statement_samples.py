"""The public samples of every provider against their truth, imported twice, and in overlapping halves."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.core.errors import NothingToImport, PlannerError
from planner.core.statement_rows import RowState, Statement
from planner.exchange.statements.opening import open_document
from planner.exchange.statements.recognise import READERS, read_statement
from planner.reports.imports import import_preview
from tests.books import TODAY, new_book
from tests.oracles import shared
from tests.statement_samples.__main__ import table
from tests.statement_samples.compare import compare_folder

KNOWN = {
    # the sum of its neutral rows leaves out the transfer of 0.05 that it counts; that of its sister file does not
    "apps/feidee_mymoney_elecloud_test_file.xlsx": "truth (5, Decimal('7789.97'))",
    # the truth takes the day that stands within a split for the record's
    "qif/quiffen_test.qif": "truth 2020-01-10",
}


def samples() -> list[Statement]:
    folder = shared("samples/statements")
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return [read_statement(folder / entry["path"]) for entry in entries]


def test_every_sample_says_what_its_truth_says(capsys: pytest.CaptureFixture[str]) -> None:
    found = compare_folder(shared("samples/statements"))
    with capsys.disabled():
        sys.stdout.write(f"\n{table(found)}\n")
    differing = {each.path: each.differences for each in found if each.differences}
    assert differing.keys() == KNOWN.keys()
    assert all(len(words) == 1 and words[0].endswith(KNOWN[path]) for path, words in differing.items())


def test_every_sample_imported_twice_adds_nothing(tmp_path: Path) -> None:
    for number, statement in enumerate(samples()):
        if not statement.rows:
            continue
        (tmp_path / str(number)).mkdir()
        book = new_book(tmp_path / str(number))
        book.write(import_statement, statement=statement, imported_on=TODAY)
        with pytest.raises(NothingToImport):
            book.write(import_statement, statement=statement, imported_on=TODAY)
        assert book.reader.value("SELECT count(*) FROM transaction_row") == len(statement.rows)
        book.close()


def test_of_two_overlapping_periods_the_second_adds_its_new_rows_only(tmp_path: Path) -> None:
    for number, statement in enumerate(samples()):
        rows, third = list(statement.rows), len(statement.rows) // 3
        if not third:
            continue
        early, late = (replace(statement, rows=part) for part in (rows[: 2 * third], rows[third:]))
        (tmp_path / str(number)).mkdir()
        book = new_book(tmp_path / str(number))
        book.write(import_statement, statement=early, imported_on=TODAY)
        states = book.read(import_preview, statement=late).states
        assert list(states[:third]) == [RowState.KNOWN] * third
        assert RowState.KNOWN not in states[third:]
        book.close()


def test_no_file_is_taken_by_two_readers() -> None:
    folder = shared("samples/statements")
    for path in sorted(each for each in folder.rglob("*.*") if each.name != "manifest.json"):
        try:
            document = open_document(path.name, path.read_bytes())
        except PlannerError:
            continue
        takers = [find.__module__ for find in READERS if find(document) is not None]
        assert len(takers) == 1, (path.name, takers)
