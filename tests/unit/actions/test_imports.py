"""Importing statements: once, as one batch, undone in one step; changed rows are one update."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.core.errors import Cancelled, NothingToImport
from planner.core.statement_rows import RowState, Statement
from planner.exchange.statements.recognise import read_statement
from planner.reports.imports import batches, import_preview
from planner.reports.spending import month_of_spending
from planner.store.book import Book
from tests.books import TODAY, new_book

DATA = Path(__file__).parents[2] / "data" / "statements"
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def statement() -> Statement:
    return read_statement(DATA / "alipay_a4.csv")


def test_an_import_is_one_batch_and_one_step(book: Book, statement: Statement) -> None:
    empty = book.dump()
    done = book.write(import_statement, statement=statement, imported_on=TODAY)
    assert (done.new, done.to_review, done.known, done.changed) == (15, 1, 0, 0)
    (batch,) = book.read(batches)
    assert (batch.rows, batch.new, batch.file_name) == (16, 16, "alipay_a4.csv")
    full = book.dump()
    assert book.undo() == "import_statement"
    assert book.dump() == empty
    assert book.redo() == "import_statement"
    assert book.dump() == full
    assert book.undo() == "import_statement"
    assert book.dump() == empty


def test_a_second_import_adds_nothing(book: Book, statement: Statement) -> None:
    book.write(import_statement, statement=statement, imported_on=TODAY)
    before = book.dump()
    preview = book.read(import_preview, statement=statement)
    assert (preview.new, preview.to_review, preview.known) == (0, 0, 16)
    with pytest.raises(NothingToImport):
        book.write(import_statement, statement=statement, imported_on=TODAY)
    assert book.dump() == before


def test_a_row_whose_status_changed_is_updated_and_undone(book: Book, tmp_path: Path, statement: Statement) -> None:
    book.write(import_statement, statement=statement, imported_on=TODAY)
    before = book.dump()
    later = tmp_path / "later.csv"
    later.write_bytes((DATA / "alipay_a4.csv").read_bytes().replace("等待核销".encode("gbk"), "交易成功".encode("gbk")))
    again = read_statement(later)
    preview = book.read(import_preview, statement=again)
    assert [state for state in preview.states if state is not RowState.KNOWN] == [RowState.CHANGED]
    book.write(import_statement, statement=again, imported_on=TODAY)
    row = book.reader.one("SELECT status, review FROM transaction_row WHERE native_id LIKE '%13'")
    assert row == ("交易成功", None)
    assert book.undo() == "import_statement"
    assert book.dump() == before


def test_an_overlapping_statement_adds_only_its_new_rows(book: Book, tmp_path: Path, statement: Statement) -> None:
    lines = (DATA / "alipay_a4.csv").read_bytes().split(b"\r\n")
    header = next(at for at, each in enumerate(lines) if each.startswith("交易时间".encode("gbk")))
    half = tmp_path / "half.csv"
    half.write_bytes(b"\r\n".join([*lines[: header + 1], *lines[header + 9 :]]))
    first = book.write(import_statement, statement=read_statement(half), imported_on=TODAY)
    second = book.write(import_statement, statement=statement, imported_on=TODAY)
    assert first.new + first.to_review + second.new + second.to_review == 16
    assert second.known == 8


def test_a_stopped_import_keeps_nothing(book: Book, statement: Statement) -> None:
    before = book.dump()
    with pytest.raises(Cancelled):
        book.write(import_statement, statement=statement, imported_on=TODAY, cancelled=lambda: True)
    assert book.dump() == before
    assert book.undo_names() == (None, None)


def test_repayments_and_loans_are_neither_spending_nor_income(book: Book, statement: Statement) -> None:
    book.write(import_statement, statement=statement, imported_on=TODAY)
    month = book.read(month_of_spending, month=NOVEMBER)
    assert len(month.entries) == 16
    assert (month.spent_fen, month.received_fen, month.refunded_fen, month.repaid_fen) == (85640, 980031, 67800, 221041)
    assert month.gross_fen == 89440
    assert month.entries[0].category_key == "groceries"
    assert book.read(month_of_spending, month=date(2026, 10, 1)).entries == ()


def test_a_row_that_becomes_spending_gets_its_category(book: Book, tmp_path: Path) -> None:
    content = (DATA / "alipay_a4.csv").read_bytes()
    waiting = tmp_path / "waiting.csv"
    waiting.write_bytes(content.replace("等待核销".encode("gbk"), "等待付款".encode("gbk")))
    book.write(import_statement, statement=read_statement(waiting), imported_on=TODAY)
    where = "FROM transaction_row LEFT JOIN category ON category.id = category_id WHERE native_id LIKE '%13'"
    assert book.reader.one(f"SELECT row_class, category.key {where}") == ("N_failed", None)
    waiting.write_bytes(content.replace("等待核销".encode("gbk"), "交易成功".encode("gbk")))
    book.write(import_statement, statement=read_statement(waiting), imported_on=TODAY)
    assert book.reader.one(f"SELECT row_class, category.key {where}") == ("OUT", "shopping")
