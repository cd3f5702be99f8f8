"""Large texts: read in windows they say what they say when read whole, and nothing lies in memory."""

from __future__ import annotations

import threading
import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.core.errors import Cancelled, NothingToImport, UnreadableFile
from planner.exchange.statements import large_texts, opening
from planner.exchange.statements.large_texts import StreamedRows
from planner.exchange.statements.recognise import read_statement
from tests.bench.statement import write_statement
from tests.books import TODAY, new_book

DATA = Path(__file__).parents[2] / "data" / "statements"


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is large, and a window holds seven lines."""
    monkeypatch.setattr(opening, "LARGE_MIB", 0)
    monkeypatch.setattr(large_texts, "_WINDOW", 7)
    monkeypatch.setattr(large_texts, "_ROWS_AHEAD", 3)


@pytest.mark.parametrize("name", ["alipay_a3.csv", "alipay_a4.csv", "alipay_a5.csv"])
def test_in_windows_a_file_says_what_it_says_whole(
    name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    whole = read_statement(DATA / name)
    request.getfixturevalue("small_windows")
    streamed = read_statement(DATA / name)
    assert isinstance(streamed.rows, StreamedRows)
    assert not isinstance(whole.rows, StreamedRows)
    assert list(streamed.rows) == list(whole.rows)
    assert streamed.rows[-1] == whole.rows[-1]
    assert streamed.rows[1:3] == list(whole.rows[1:3])
    assert (streamed.sha256, streamed.generation, streamed.encoding, streamed.account_hint, len(streamed.rows)) == (
        whole.sha256, whole.generation, whole.encoding, whole.account_hint, len(whole.rows),
    )  # fmt: skip


@pytest.mark.usefixtures("small_windows")
def test_a_quoted_line_feed_across_two_windows_is_one_row(tmp_path: Path) -> None:
    text = (DATA / "alipay_a4.csv").read_text(encoding="gb18030").splitlines()
    header = next(at for at, line in enumerate(text) if line.startswith("交易时间"))
    row = text[header + 1].split(",")
    broken = [",".join([*row[:4], f'"第{n}行\n续\n再续"', *row[5:9], f"20261{n:03d}\t", *row[10:]]) for n in range(30)]
    file = tmp_path / "s.csv"
    file.write_text("\n".join([*text[: header + 1], *broken]), encoding="utf-8")
    rows = list(read_statement(file).rows)
    assert [row.native_id for row in rows] == [f"20261{n:03d}" for n in range(30)]
    assert rows[-1].line == header + 2 + 29 * 3
    assert all(row.description == f"第{n}行 续 再续" for n, row in enumerate(rows))


@pytest.mark.usefixtures("small_windows")
def test_the_web_pages_export_is_read_whole_for_its_footer() -> None:
    assert not isinstance(read_statement(DATA / "alipay_a1.csv").rows, StreamedRows)


@pytest.mark.usefixtures("small_windows")
def test_what_goes_wrong_while_reading_ahead_is_said_and_nothing_is_stored(tmp_path: Path) -> None:
    file = write_statement(tmp_path / "s.csv", 40)
    statement = read_statement(file)
    file.unlink()
    book = new_book(tmp_path)
    with pytest.raises(UnreadableFile):
        book.write(import_statement, statement=statement, imported_on=TODAY)
    assert book.reader.value("SELECT (SELECT count(*) FROM import_batch) + (SELECT count(*) FROM transaction_row)") == 0
    book.close()


@pytest.mark.usefixtures("small_windows")
def test_who_stops_early_leaves_no_thread(tmp_path: Path) -> None:
    statement = read_statement(write_statement(tmp_path / "s.csv", 200))
    before = threading.active_count()
    rows = iter(statement.rows)
    assert len(list(islice(rows, 5))) == 5
    rows.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


@pytest.mark.usefixtures("small_windows")
def test_a_large_file_is_stored_once_and_can_be_stopped(tmp_path: Path) -> None:
    statement = read_statement(write_statement(tmp_path / "s.csv", 60))
    book = new_book(tmp_path)
    with pytest.raises(Cancelled):
        book.write(import_statement, statement=statement, imported_on=TODAY, cancelled=lambda: True)
    told: list[tuple[int, int]] = []
    done = book.write(import_statement, statement=statement, imported_on=TODAY,
                      progress=lambda at, of: told.append((at, of)))  # fmt: skip
    assert (done.new, len(done.states)) == (60, 60)
    assert told
    assert all(at <= of for at, of in told)
    assert book.reader.one("SELECT rows, new, changed FROM import_batch") == (60, 60, 0)
    with pytest.raises(NothingToImport):
        book.write(import_statement, statement=statement, imported_on=TODAY)
    assert book.reader.value("SELECT count(*) FROM import_batch") == 1
    book.close()


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Of 100,000 rows only the hashes of their identities stay; each row as an object would be about a KiB."""
    statement = read_statement(write_statement(tmp_path / "s.csv", 100_000))
    tracemalloc.start()
    count = sum(1 for _ in statement.rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 100_000
    assert peak < 40 * 2**20
