"""Importing statements: once, as one batch, undone in one step; changed rows are one update."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from planner.actions.imports import import_statement, undo_import
from planner.actions.spending import set_row_class
from planner.core.errors import Cancelled, NoSuchRow, NothingToImport
from planner.core.statement_rows import RowClass, RowState, Statement
from planner.exchange.statements.recognise import read_statement
from planner.reports.imports import batch_dependents, batches, import_preview
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
    assert (month.spent_fen, month.received_fen, month.refunded_fen, month.repaid_fen) == (85640, 980031, 3800, 221041)
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


CONTENT = (DATA / "alipay_a4.csv").read_bytes()
STATES = {"waiting": "等待付款", "odd": "等待核销", "done": "交易成功", "closed": "交易关闭"}


def with_status(folder: Path, state: str) -> Statement:
    """The statement with another status in its last row, an order of the category 服饰装扮."""
    file = folder / f"{state}.csv"
    file.write_bytes(CONTENT.replace("等待核销".encode("gbk"), STATES[state].encode("gbk")))
    return read_statement(file)


def last_row(book: Book) -> tuple[object, ...] | None:
    return book.reader.one("SELECT status, row_class, review, category_id FROM transaction_row ORDER BY line DESC")


def edit(book: Book, sql: str) -> None:
    def change_rows(session: Session) -> None:
        session.execute(text(sql))

    book.write(change_rows)


def test_an_import_out_of_the_middle_gives_back_what_it_changed(book: Book, tmp_path: Path) -> None:
    book.write(import_statement, statement=with_status(tmp_path, "waiting"), imported_on=TODAY)
    rows = "SELECT * FROM transaction_row ORDER BY id"
    before = book.reader.rows(rows)
    book.write(import_statement, statement=with_status(tmp_path, "done"), imported_on=TODAY)
    assert book.reader.rows("SELECT batch_id, status, row_class, category_id FROM row_change") == [
        (2, "等待付款", "N_failed", None)
    ]
    full = book.dump()
    gone = book.write(undo_import, batch_id=2)
    assert (gone.rows, gone.given_back, gone.changed_later) == (0, 1, 0)
    assert book.reader.rows(rows) == before
    assert book.reader.value("SELECT count(*) FROM row_change") == 0
    assert book.undo() == "undo_import"
    assert book.dump() == full


def test_a_row_changed_twice_keeps_the_later_word_and_remembers_the_older(book: Book, tmp_path: Path) -> None:
    for state in ("waiting", "odd", "done"):
        book.write(import_statement, statement=with_status(tmp_path, state), imported_on=TODAY)
    said = last_row(book)
    assert book.read(batch_dependents, batch_id=2).given_back == 0
    book.write(undo_import, batch_id=2)
    assert last_row(book) == said
    book.write(undo_import, batch_id=3)
    assert last_row(book) == ("等待付款", "N_failed", None, None)
    book.write(undo_import, batch_id=1)
    assert book.reader.value("SELECT count(*) FROM transaction_row") == 0
    assert book.read(batches) == ()


def test_the_category_follows_the_class_but_not_over_the_users_word(book: Book, tmp_path: Path) -> None:
    book.write(import_statement, statement=with_status(tmp_path, "done"), imported_on=TODAY)
    shopping = last_row(book)
    assert shopping is not None
    assert shopping[3] is not None
    book.write(import_statement, statement=with_status(tmp_path, "closed"), imported_on=TODAY)
    assert last_row(book) == ("交易关闭", "N_closed", None, None)
    book.write(undo_import, batch_id=2)
    assert last_row(book) == shopping
    edit(book, "UPDATE transaction_row SET category_id = 1, category_by_user = 1")
    book.write(import_statement, statement=with_status(tmp_path, "closed"), imported_on=TODAY)
    assert last_row(book) == ("交易关闭", "N_closed", None, 1)
    book.write(undo_import, batch_id=2)
    assert last_row(book) == ("交易成功", "OUT", None, 1)


def decide(book: Book, row_class: RowClass) -> None:
    row_id = book.reader.value("SELECT id FROM transaction_row ORDER BY line DESC")
    book.write(set_row_class, row_ids=[row_id], row_class=row_class)


def test_what_the_user_decided_stays_when_the_row_comes_with_another_status(book: Book, tmp_path: Path) -> None:
    book.write(import_statement, statement=with_status(tmp_path, "odd"), imported_on=TODAY)
    decide(book, RowClass.N_TRANSFER)
    assert book.read(batch_dependents, batch_id=1).edited == 1
    done = book.write(import_statement, statement=with_status(tmp_path, "done"), imported_on=TODAY)
    assert (done.new, done.changed, done.to_review) == (0, 1, 0)
    assert last_row(book) == ("交易成功", "N_transfer", None, None)
    with pytest.raises(NothingToImport):
        book.write(import_statement, statement=with_status(tmp_path, "done"), imported_on=TODAY)
    book.write(undo_import, batch_id=2)
    assert last_row(book) == ("等待核销", "N_transfer", None, None)


def test_what_the_user_decided_stays_when_an_import_before_it_is_taken_out(book: Book, tmp_path: Path) -> None:
    for state in ("done", "odd"):
        book.write(import_statement, statement=with_status(tmp_path, state), imported_on=TODAY)
    decide(book, RowClass.N_TRANSFER)
    book.write(undo_import, batch_id=2)
    assert last_row(book) == ("交易成功", "N_transfer", None, None)


def test_the_users_rule_for_a_payee_names_the_category(book: Book, statement: Statement) -> None:
    payee = next(row.counterparty for row in statement.rows if row.row_class is RowClass.OUT)
    edit(book, f"INSERT INTO category_rule (counterparty, contains, category_id) VALUES ('{payee}', '', 12)")
    assert book.read(import_preview, statement=statement).payees == {payee: ("other", "other")}
    book.write(import_statement, statement=statement, imported_on=TODAY)
    found = book.reader.rows(
        "SELECT DISTINCT category_id FROM transaction_row WHERE row_class = 'OUT' AND counterparty = ?", payee
    )
    assert found == [(12,)]


def test_what_depends_on_an_import_is_counted(book: Book, tmp_path: Path) -> None:
    book.write(import_statement, statement=with_status(tmp_path, "waiting"), imported_on=TODAY)
    book.write(import_statement, statement=with_status(tmp_path, "odd"), imported_on=TODAY)
    edit(book, "UPDATE transaction_row SET scene = 'online' WHERE id <= 2")
    edit(book, "UPDATE transaction_row SET category_by_user = 1 WHERE id = 2")
    first = book.read(batch_dependents, batch_id=1)
    assert (first.rows, first.edited, first.changed_later, first.given_back, first.later_files) == (16, 2, 1, 0, 1)
    assert (first.first, first.last) == (date(2026, 11, 7), date(2026, 11, 22))
    later, earlier = book.read(batches)
    assert (later.new, later.changed, later.still_there, later.to_review) == (0, 1, 0, 0)
    assert (earlier.new, earlier.still_there, earlier.to_review, earlier.first) == (16, 16, 1, date(2026, 11, 7))
    with pytest.raises(NoSuchRow):
        book.write(undo_import, batch_id=3)


def test_a_step_that_can_be_taken_no_more_lets_go_of_its_rows(book: Book, statement: Statement) -> None:
    kept = "SELECT count(*) FROM sqlite_temp_schema WHERE name LIKE 'kept%'"
    for _ in range(3):
        book.write(import_statement, statement=statement, imported_on=TODAY)
        full = book.dump()
        assert book.undo() == "import_statement"
        assert book.reader.value(kept) == 1
    assert book.redo() == "import_statement"
    assert book.dump() == full
    assert book.reader.value(kept) == 0
