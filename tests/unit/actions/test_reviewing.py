"""What a statement does not say can be typed in; columns of a table are remembered; each is undone in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.actions.mappings import forget_mapping, remember_mapping
from planner.actions.reviewing import complete_row
from planner.actions.spending import set_row_class
from planner.core.errors import CannotBeCounted, Missing, MustBePositive, NoSuchRow, NothingToImport, NotToReview
from planner.core.mappings import Mapping
from planner.core.statement_rows import ReviewReason, RowClass, Statement
from planner.exchange.statements.guessing import guess_header, guess_mapping
from planner.exchange.statements.unknown import open_table, read_table
from planner.reports.imports import batches
from planner.reports.mappings import mappings
from planner.reports.reviewing import ReviewRow, review_list
from planner.reports.spending import Narrowed, entry_of, month_of_spending, search_spending
from planner.store.book import Book
from tests.books import TODAY, new_book

TABLE = """日期,摘要,金额,币种
2026-11-01,午饭,-25.00,
2026-11-02,坏的金额,x,
坏的日子,只有金额,-7.00,
2026-11-04,境外,-3.72,USD
"""
AT = datetime(2026, 11, 3, 9, 30)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    opened.write(import_statement, statement=statement(tmp_path), imported_on=TODAY)
    yield opened
    opened.close()


def statement(folder: Path, text: str = TABLE) -> Statement:
    file = folder / "table.csv"
    file.write_text(text, "utf-8")
    table = open_table(file)
    return read_table(table, guess_mapping(table.document, *guess_header(table.document)))


def to_review(book: Book) -> tuple[ReviewRow, ...]:
    return book.read(review_list).rows


def test_rows_to_review_stand_with_their_file_line_text_and_reason(book: Book) -> None:
    found = book.read(review_list)
    assert (found.count, found.to_review, found.foreign) == (2, 2, 1)
    assert [(row.file_name, row.line, row.reason, row.counts) for row in found.rows] == [
        ("table.csv", 3, ReviewReason.NO_AMOUNT, False),
        ("table.csv", 4, ReviewReason.NO_TIME, False),
    ]
    assert found.rows[0].raw == "2026-11-02,坏的金额,x"
    assert [(each.file_name, each.rows) for each in found.files] == [("table.csv", 2)]
    assert book.read(review_list, batch_id=99).count == 0
    assert len(book.read(review_list, most=1).rows) == 1
    (foreign,) = book.read(review_list, foreign=True).rows
    assert (foreign.amount_fen, foreign.currency, foreign.foreign_hundredths) == (None, "USD", 372)
    (batch,) = book.read(batches)
    assert (batch.to_review, batch.foreign) == (2, 1)


def test_a_row_without_an_amount_gets_it_and_what_it_is(book: Book) -> None:
    before = book.dump()
    row = to_review(book)[0]
    with pytest.raises(CannotBeCounted):
        book.write(set_row_class, row_ids=[row.id], row_class=RowClass.OUT)
    book.write(complete_row, row_id=row.id, happened_at=AT, amount_fen=800, row_class=RowClass.OUT)
    entry = book.read(entry_of, row_id=row.id)
    assert entry is not None
    assert (entry.happened_at, entry.amount_fen, entry.row_class, entry.review) == (AT, 800, RowClass.OUT, None)
    assert book.read(month_of_spending, month=AT.date()).spent_fen == 3300
    after = book.dump()
    book.undo()
    assert book.dump() == before
    book.redo()
    assert book.dump() == after


def test_without_a_decision_it_stays_to_review_and_can_be_decided_then(book: Book) -> None:
    row = to_review(book)[1]
    book.write(complete_row, row_id=row.id, happened_at=AT, amount_fen=700)
    assert to_review(book)[1].reason is ReviewReason.UNKNOWN_DIRECTION
    book.write(set_row_class, row_ids=[row.id], row_class=RowClass.N_TRANSFER)
    assert len(to_review(book)) == 1


def test_yuan_of_a_foreign_row_are_counted_from_then_on(book: Book) -> None:
    assert book.read(month_of_spending, month=AT.date()).foreign_rows == 1
    (row,) = book.read(review_list, foreign=True).rows
    assert row.happened_at is not None
    book.write(complete_row, row_id=row.id, happened_at=row.happened_at, amount_fen=2651)
    month = book.read(month_of_spending, month=AT.date())
    assert (month.foreign_rows, month.spent_fen) == (0, 2500 + 2651)
    entry = book.read(entry_of, row_id=row.id)
    assert entry is not None
    assert (entry.currency, entry.foreign_hundredths, entry.row_class) == ("USD", 372, RowClass.OUT)
    assert book.read(search_spending, words="境外", narrowed=Narrowed()).count == 1


def test_the_same_file_again_leaves_what_was_typed_alone(book: Book, tmp_path: Path) -> None:
    for row in (*to_review(book), *book.read(review_list, foreign=True).rows):
        kind = None if row.reason is None else RowClass.OUT
        book.write(complete_row, row_id=row.id, happened_at=AT, amount_fen=100, row_class=kind)
    before = book.dump()
    with pytest.raises(NothingToImport):
        book.write(import_statement, statement=statement(tmp_path), imported_on=TODAY)
    assert book.dump() == before


def test_what_needs_nothing_takes_nothing(book: Book) -> None:
    good = book.reader.value("SELECT id FROM transaction_row WHERE line = 2")
    with pytest.raises(NotToReview):
        book.write(complete_row, row_id=good, happened_at=AT, amount_fen=1)
    with pytest.raises(NoSuchRow):
        book.write(complete_row, row_id=999, happened_at=AT, amount_fen=1)
    with pytest.raises(MustBePositive) as caught:
        book.write(complete_row, row_id=to_review(book)[0].id, happened_at=AT, amount_fen=0)
    assert caught.value.field == "amount"


def test_a_mapping_is_kept_by_its_header_replaced_and_forgotten(book: Book) -> None:
    empty = book.dump()
    mapping = Mapping(name="a", header=("日期", "金额"))
    first = book.write(remember_mapping, header="日期 | 金额", name=" a ", choice=mapping.to_json())
    again = book.write(remember_mapping, header="日期 | 金额", name="b", choice="newer")
    assert first == again
    (known,) = book.read(mappings)
    assert (known.name, known.header, known.mapping) == ("b", "日期 | 金额", None)
    book.undo()
    (known,) = book.read(mappings)
    assert (known.name, known.mapping) == ("a", mapping)
    book.write(forget_mapping, mapping_id=first)
    assert book.read(mappings) == ()
    for _ in range(2):
        book.undo()
    assert book.dump() == empty
    for header, name, field in (("x", "  ", "mapping_name"), ("", "n", "file")):
        with pytest.raises(Missing) as caught:
            book.write(remember_mapping, header=header, name=name, choice="{}")
        assert caught.value.field == field
    with pytest.raises(NoSuchRow):
        book.write(forget_mapping, mapping_id=first)
