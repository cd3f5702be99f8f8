"""Imports, edits, imports taken out of the middle, undo and redo, in any order: every state comes back."""

from __future__ import annotations

import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session

from planner.actions.imports import import_statement, undo_import
from planner.core.errors import PlannerError
from planner.core.statement_rows import ReviewReason, RowClass, Statement, StatementRow
from planner.store.book import Book
from tests.books import TODAY, new_book

SAYS = (
    ("交易成功", RowClass.OUT, None),
    ("等待付款", RowClass.N_FAILED, None),
    ("等待核销", RowClass.OUT, ReviewReason.UNKNOWN_STATUS),
)
FILES = st.dictionaries(st.integers(0, 7), st.sampled_from(SAYS), min_size=1, max_size=8)
"""Which of eight orders a file holds, and what it says of each."""
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("import"), FILES),
        st.tuples(st.sampled_from(["take out", "edit", "undo", "redo"]), st.integers(0, 7)),
    ),
    max_size=14,
)
SAID = (
    "SELECT key, status, row_class, raw, debt, product, review, credit_product, category_id, batch_id"
    " FROM transaction_row ORDER BY key"
)


def statement(orders: dict[int, tuple[str, RowClass, ReviewReason | None]]) -> Statement:
    rows = [
        StatementRow(
            line, f"k{order}", kind, datetime(2026, 11, 1 + order), 100, "支出", "某店", "", "", status, "餐饮美食",
            f"n{order}", f"n{order}", "", f"{order},{status}", review=review,
        )
        for line, (order, (status, kind, review)) in enumerate(sorted(orders.items()), 1)
    ]  # fmt: skip
    return Statement("f.csv", "", "alipay", "A4", "utf-8", "", rows)


def edit_row(session: Session, number: int) -> None:
    session.execute(
        text(
            "UPDATE transaction_row SET category_id = 3, category_by_user = 1, scene = 'online'"
            " WHERE key = :key AND category_by_user = 0"
        ),
        {"key": f"k{number}"},
    )


def act(book: Book, what: str, value: object) -> None:
    if isinstance(value, dict):
        book.write(import_statement, statement=statement(value), imported_on=TODAY)
    elif what == "edit":
        book.write(edit_row, number=value)
    else:
        batches = [batch for (batch,) in book.reader.rows("SELECT id FROM import_batch ORDER BY id")]
        assert isinstance(value, int)
        book.write(undo_import, batch_id=batches[value % len(batches)] if batches else 1)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_imports_come_and_go_in_any_order(steps: list[tuple[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(new_book(Path(folder))) as book:
        states, at = [book.dump()], 0
        for what, value in steps:
            if what in ("undo", "redo"):
                moved = book.undo() if what == "undo" else book.redo()
                at += 0 if moved is None else -1 if what == "undo" else 1
            else:
                try:
                    act(book, what, value)
                except PlannerError:
                    assert book.dump() == states[at]
                    continue
                if book.dump() != states[at]:
                    del states[at + 1 :]
                    states.append(book.dump())
                    at += 1
            assert book.dump() == states[at]
        for _ in range(len(states) - 1 - at):
            book.redo()
        assert book.dump() == states[-1]
        for state in reversed(states[:-1]):
            assert book.undo() is not None
            assert book.dump() == state
        book.check()


@settings(max_examples=40, deadline=None)
@given(FILES, FILES)
def test_taking_out_the_later_leaves_the_earlier_alone(first: dict, second: dict) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder, closing(new_book(Path(folder))) as book:
        book.write(import_statement, statement=statement(first), imported_on=TODAY)
        alone = book.reader.rows(SAID)
        try:
            book.write(import_statement, statement=statement(second), imported_on=TODAY)
        except PlannerError:
            return
        both = book.reader.rows(SAID)
        book.write(undo_import, batch_id=2)
        assert book.reader.rows(SAID) == alone
        assert book.undo() == "undo_import"
        book.write(undo_import, batch_id=1)
        assert book.reader.rows(SAID) == [row for row in both if row[-1] == 2]
        assert {row[0] for row in book.reader.rows(SAID)} == {f"k{each}" for each in set(second) - set(first)}
        assert book.reader.value("SELECT count(*) FROM row_change") == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(FILES, min_size=2, max_size=4), st.integers(0, 2))
def test_without_an_import_the_book_says_what_it_would_have_said(files: list[dict], number: int) -> None:  # type: ignore[type-arg]
    """Of the rows that are left, each says what it says when the other files alone are imported."""
    out = 1 + number % (len(files) - 1)
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as other,
        closing(new_book(Path(folder))) as book,
        closing(new_book(Path(other))) as without,
    ):
        taken = 0
        for at, file in enumerate(files):
            for each in (book, without) if at != out else (book,):
                try:
                    each.write(import_statement, statement=statement(file), imported_on=TODAY)
                except PlannerError:
                    continue
                if at == out:
                    taken = book.reader.value("SELECT max(id) FROM import_batch")
        if taken:
            book.write(undo_import, batch_id=taken)
        expected = {row[0]: row[1:-1] for row in without.reader.rows(SAID)}
        for row in book.reader.rows(SAID):
            # where a later file repeated its words, the row was known then, and says again what it said before
            repeated = any(row[0] == f"k{order}" and says == files[out].get(order)
                           for later in files[out + 1 :] for order, says in later.items())  # fmt: skip
            assert row[1:-1] == expected[row[0]] or repeated
