"""A short profile of the campaign over damaged statements, and that the campaign sees what it looks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.core.statement_rows import StatementRow
from planner.exchange.statements.contents import Contents, Found
from planner.exchange.statements.documents import Document
from tests.campaigns import statements
from tests.campaigns.statements import campaign

FOLDER = Path(__file__).parents[1] / "data" / "statements"
FILES = sorted(each for each in FOLDER.iterdir() if each.is_file())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_hurt_file_is_refused_by_name_or_read_whole(file: Path) -> None:
    assert campaign(file, 200).faults == []


def losing(row: StatementRow) -> bool:
    return "?" in row.raw


def crashing(row: StatementRow) -> bool:
    raise ValueError(row.raw)


@pytest.mark.parametrize(("fault", "words"), [(losing, "rows of 16"), (crashing, "ValueError")])
def test_the_campaign_sees_a_lost_row_and_a_foreign_error(
    fault: object, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = statements.READERS

    def find(document: Document) -> Found | None:
        found = next(filter(None, (each(document) for each in readers)), None)
        if found is None:
            return None

        def read(progress: object, cancelled: object) -> Contents:
            contents = found(None, None)
            assert callable(fault)
            return replace(contents, rows=[row for row in contents.rows if "?" not in row.raw or not fault(row)])

        return read

    monkeypatch.setattr(statements, "READERS", (find,))
    assert any(words in each for each in campaign(FOLDER / "alipay_a4.csv", 200).faults)
