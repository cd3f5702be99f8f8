"""The book: one action is one transaction and one undo step; what is wrong with a file is said, not hidden."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from planner.actions.lenders import lender_named
from planner.core.errors import BookTrouble, Missing
from planner.core.facts import LenderKind
from planner.store.backup import backup_folder
from planner.store.book import Book
from planner.store.migrate import migrations
from planner.store.tables import CashAccount, CashBalance, Lender
from planner.store.trouble import BookInUse, BookMissing, BookTooNew, CannotWriteBook, NotABook

TODAY = date(2026, 11, 24)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = Book.open(tmp_path / "book.yudu", today=TODAY, create=True)
    yield opened
    opened.close()


def add_lender(session: Session, *, name: str) -> int:
    return lender_named(session, name, LenderKind.BANK)


def add_two_and_fail(session: Session) -> None:
    session.add(Lender(name="one", kind="bank"))
    session.flush()
    raise Missing("name")


def add_account_with_balances(session: Session, *, count: int) -> None:
    account = CashAccount(name="Alipay")
    session.add(account)
    session.flush()
    assert account.id is not None
    for day in range(1, count + 1):
        session.add(CashBalance(account_id=account.id, on_date=date(2026, 1, day), balance_fen=day))


def delete_account(session: Session) -> None:
    account = session.get(CashAccount, 1)
    assert account is not None
    session.delete(account)


def names(book: Book) -> list[str]:
    return [name for (name,) in book.reader.rows("SELECT name FROM lender ORDER BY id")]


def test_an_action_is_one_step_to_undo_and_redo(book: Book) -> None:
    empty = book.dump()
    book.write(add_lender, name="中行")
    book.write(add_lender, name="O'Brien ''; DROP")
    full = book.dump()
    assert book.undo_names() == ("add_lender", None)
    assert book.undo() == "add_lender"
    assert names(book) == ["中行"]
    assert book.undo() == "add_lender"
    assert book.dump() == empty
    assert book.undo() is None
    assert book.redo() == "add_lender"
    assert book.redo() == "add_lender"
    assert book.dump() == full
    assert book.redo() is None


def test_a_new_action_ends_what_could_be_redone(book: Book) -> None:
    book.write(add_lender, name="a")
    book.undo()
    book.write(add_lender, name="b")
    assert book.undo_names() == ("add_lender", None)


def test_a_failing_action_changes_nothing_and_leaves_no_step(book: Book) -> None:
    with pytest.raises(Missing):
        book.write(add_two_and_fail)
    assert names(book) == []
    assert book.undo_names() == (None, None)
    book.write(add_lender, name="after")
    assert names(book) == ["after"]


def test_an_action_that_changes_nothing_leaves_no_step(book: Book) -> None:
    book.write(add_lender, name="a")
    book.write(add_lender, name="a")
    book.undo()
    assert names(book) == []


def test_a_cascade_comes_back_whole(book: Book) -> None:
    book.write(add_account_with_balances, count=20)
    before = book.dump()
    book.write(delete_account)
    assert book.reader.value("SELECT count(*) FROM cash_balance") == 0
    book.undo()
    assert book.dump() == before


def test_the_checks_are_the_last_fence(book: Book) -> None:
    def half_a_fen(session: Session) -> None:
        session.add(CashAccount(name="x"))
        session.flush()
        session.connection().exec_driver_sql(
            "INSERT INTO cash_balance (account_id, on_date, balance_fen) VALUES (1, '2026-01-01', 0.5)"
        )

    with pytest.raises(IntegrityError):
        book.write(half_a_fen)
    assert book.reader.value("SELECT count(*) FROM cash_account") == 0


def test_what_is_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "b.yudu"
    first = Book.open(path, today=TODAY, create=True)
    first.write(add_lender, name="招行")
    first.close()
    second = Book.open(path, today=TODAY)
    second.check()
    assert names(second) == ["招行"]
    assert second.reader.value("PRAGMA journal_mode") == "wal"
    assert second.reader.value("PRAGMA synchronous") == 2
    assert second.reader.value("PRAGMA foreign_keys") == 1
    second.close()


def test_a_backup_is_made_before_the_days_first_change(tmp_path: Path) -> None:
    path = tmp_path / "b.yudu"
    for day in (24, 25):
        book = Book.open(path, today=date(2026, 11, day), create=True)
        book.write(add_lender, name=f"first of {day}")
        book.write(add_lender, name=f"second of {day}")
        book.close()
    copies = sorted(backup_folder(path).iterdir())
    assert [copy.name for copy in copies] == [
        "b-2026-11-24-before-first-change.yudu",
        "b-2026-11-25-before-first-change.yudu",
    ]
    copy = Book.open_to_read(copies[1], today=TODAY)
    assert names(copy) == ["first of 24", "second of 24"]
    copy.close()


def _try_to_open(path: Path, answer: multiprocessing.queues.Queue[str]) -> None:
    try:
        Book.open(path, today=TODAY).close()
    except BookTrouble as trouble:
        answer.put(type(trouble).__name__)
    else:
        answer.put("opened")


def test_one_writer_at_a_time(book: Book) -> None:
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.queues.Queue[str] = context.Queue()
    other = context.Process(target=_try_to_open, args=(book.path, answer))
    other.start()
    assert answer.get(timeout=60) == BookInUse.__name__
    other.join()
    reader = Book.open_to_read(book.path, today=TODAY)
    with pytest.raises(CannotWriteBook):
        reader.write(add_lender, name="x")
    reader.close()


def test_other_files_are_refused_and_left_alone(tmp_path: Path) -> None:
    for name, content in (("text.yudu", b"not a book at all, but long enough to have a header"), ("short.yudu", b"x")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(NotABook):
            Book.open(path, today=TODAY)
        with pytest.raises(NotABook):
            Book.open_to_read(path, today=TODAY)
        assert path.read_bytes() == content
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    content = other.read_bytes()
    for opening in (Book.open, Book.open_to_read):
        with pytest.raises(NotABook):
            opening(other, today=TODAY)
        assert other.read_bytes() == content
    with pytest.raises(BookMissing):
        Book.open(tmp_path / "none.yudu", today=TODAY)


def test_a_newer_book_is_refused_untouched(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "newer.yudu"
    newer = Book.open(path, today=TODAY, create=True)
    newer.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {migrations()[-1][0] + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(BookTooNew) as caught:
        Book.open(path, today=TODAY)
    assert caught.value.values["known"] == migrations()[-1][0]
    assert path.read_bytes() == before


def _add_for_ever(book: Book) -> None:
    for number in range(5000):
        book.write(add_lender, name=f"{number} " + "x" * 500)


def _open_and_check(path: Path) -> None:
    book = Book.open(path, today=TODAY)
    try:
        book.check()
    finally:
        book.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(book: Book) -> None:
    book.write(add_lender, name="before")
    pages = book.reader.value("PRAGMA page_count")
    book.reader.value(f"PRAGMA max_page_count = {pages}")
    before = book.dump()
    with pytest.raises(CannotWriteBook) as caught:
        _add_for_ever(book)
    assert "full" in caught.value.values["reason"]
    after = book.dump()
    assert after[: len(before)] == before
    book.check()
    book.undo()
    assert book.undo_names()[1] == "add_lender"


def test_a_damaged_book_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "b.yudu"
    book = Book.open(path, today=TODAY, create=True)
    for number in range(200):
        book.write(add_lender, name=f"lender {number}")
    book.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 2000] = b"\xff" * 2000
    path.write_bytes(bytes(content))
    with pytest.raises(BookTrouble):
        _open_and_check(path)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteBook):
        Book.open(tmp_path / "file" / "book.yudu", today=TODAY, create=True)
