"""Lines edited, closed and opened again; limits deleted; statements corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.actions.lines import (
    change_limit,
    close_line,
    correct_statement,
    delete_limit_change,
    delete_statement,
    edit_line,
    pay_line,
    record_statement,
    reopen_line,
)
from planner.actions.repayments import correct_repayment
from planner.core.errors import (
    AlreadyClosed,
    AlreadyThere,
    BeforeOpening,
    EntryAfterwards,
    EntryBefore,
    Missing,
    NoSuchRow,
    NotClosed,
    OnlyLimit,
    OutOfRange,
    PlannerError,
)
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.core.terms import LATEST
from planner.reports.line_view import line_view
from planner.store.book import Book
from tests.books import new_book, with_jiebei

CUT = date(2026, 3, 1)
EDIT: dict[str, Any] = {
    "line_id": 1,
    "lender_name": "蚂蚁消费金融",
    "lender_kind": LenderKind.CONSUMER_FINANCE,
    "name": "借呗",
    "product": "jiebei",
    "kind": LineKind.CASH_LINE,
    "opened_on": date(2024, 3, 12),
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """The line 借呗 of 2024-03-12 with a loan of 2026-01-15, and a cut of its limit."""
    opened = new_book(tmp_path)
    with_jiebei(opened)
    opened.write(change_limit, line_id=1, on=CUT, limit_fen=800_000, status=LineStatus.REDUCED, reason="x")
    yield opened
    opened.close()


def limits(book: Book) -> list[tuple[Any, ...]]:
    return book.reader.rows("SELECT on_date, limit_fen, status FROM limit_change ORDER BY on_date")


def closed_on(book: Book) -> object:
    return book.reader.value("SELECT closed_on FROM credit_line")


def refused(book: Book, error: type[PlannerError], field: str, action: Callable[..., Any], **values: Any) -> Any:
    before = book.dump()
    with pytest.raises(error) as caught:
        book.write(action, **values)
    assert caught.value.field == field
    assert book.dump() == before
    return caught.value.values


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2026, 1, 15)])
def test_the_first_limit_moves_with_the_opening(book: Book, day: date) -> None:
    book.write(edit_line, **(EDIT | {"opened_on": day, "statement_day": 3, "due_day": 20, "name": "花呗"}))
    assert [row[0] for row in limits(book)] == [day.isoformat(), "2026-03-01"]
    row = book.reader.rows("SELECT name, opened_on, statement_day, due_day FROM credit_line")
    assert row == [("花呗", day.isoformat(), 3, 20)]


def test_a_line_cannot_begin_after_what_is_on_record(book: Book) -> None:
    values = refused(book, EntryBefore, "opened_on", edit_line, **(EDIT | {"opened_on": date(2026, 1, 16)}))
    assert values == {"on": date(2026, 1, 15)}
    book.write(pay_line, line_id=1, paid_on=date(2025, 1, 5), amount_fen=1)
    values = refused(book, EntryBefore, "opened_on", edit_line, **(EDIT | {"opened_on": date(2025, 1, 6)}))
    assert values == {"on": date(2025, 1, 5)}
    book.write(change_limit, line_id=1, on=date(2024, 6, 1), limit_fen=5, status=LineStatus.ACTIVE)
    values = refused(book, EntryBefore, "opened_on", edit_line, **(EDIT | {"opened_on": date(2024, 6, 1)}))
    assert values == {"on": date(2024, 6, 1)}
    refused(book, NoSuchRow, "line", edit_line, **(EDIT | {"line_id": 9}))
    refused(book, Missing, "name", edit_line, **(EDIT | {"name": ""}))
    refused(book, Missing, "lender", edit_line, **(EDIT | {"lender_name": ""}))
    refused(book, OutOfRange, "statement_day", edit_line, **(EDIT | {"statement_day": 0}))
    refused(book, OutOfRange, "due_day", edit_line, **(EDIT | {"due_day": 32}))


def test_a_line_is_closed_and_opened_again(book: Book) -> None:
    refused(book, NotClosed, "line", reopen_line, line_id=1, on=CUT, limit_fen=1)
    refused(book, EntryAfterwards, "closed_on", close_line, line_id=1, closed_on=date(2026, 2, 1))
    refused(book, BeforeOpening, "closed_on", close_line, line_id=1, closed_on=date(2020, 2, 1))
    book.write(close_line, line_id=1, closed_on=date(2026, 5, 1), reason="own wish")
    assert (closed_on(book), limits(book)[-1]) == ("2026-05-01", ("2026-05-01", 0, "closed"))
    refused(book, AlreadyClosed, "line", close_line, line_id=1, closed_on=date(2026, 5, 2))
    refused(book, OutOfRange, "on", reopen_line, line_id=1, on=date(2026, 4, 30), limit_fen=1)
    refused(book, OutOfRange, "limit", reopen_line, line_id=1, on=date(2026, 6, 1), limit_fen=-1)
    book.write(reopen_line, line_id=1, on=date(2026, 6, 1), limit_fen=500_000)
    assert (closed_on(book), limits(book)[-1]) == (None, ("2026-06-01", 500_000, "active"))


def test_whether_a_line_is_closed_follows_its_limits_whatever_their_order(book: Book) -> None:
    change = book.write(change_limit, line_id=1, on=date(2026, 5, 1), limit_fen=0, status=LineStatus.CLOSED)
    book.write(change_limit, line_id=1, on=date(2026, 5, 9), limit_fen=0, status=LineStatus.CLOSED)
    assert closed_on(book) == "2026-05-01"
    book.write(delete_limit_change, change_id=change)
    assert closed_on(book) == "2026-05-09"
    book.write(change_limit, line_id=1, on=date(2026, 7, 1), limit_fen=5, status=LineStatus.ACTIVE)
    book.write(change_limit, line_id=1, on=date(2026, 6, 1), limit_fen=0, status=LineStatus.CLOSED)
    assert closed_on(book) is None


def test_the_last_limit_stays(book: Book) -> None:
    book.write(delete_limit_change, change_id=2)
    assert limits(book) == [("2024-03-12", 3_000_000, "active")]
    refused(book, OnlyLimit, "limit", delete_limit_change, change_id=1)
    refused(book, NoSuchRow, "limit", delete_limit_change, change_id=9)


def test_a_limit_that_is_not_known_leaves_no_zero(book: Book) -> None:
    """Without the first limit nothing is known of the days before the second one."""
    book.write(delete_limit_change, change_id=1)
    before, after = (book.read(line_view, line_id=1, today=on) for on in (date(2026, 2, 1), CUT))
    assert before is not None
    assert (before.limit_fen, before.available_fen, before.used_fen) == (None, None, 1_000_000)
    assert after is not None
    assert (after.limit_fen, after.available_fen) == (800_000, 0)


def test_a_mistyped_year_is_no_due_day(book: Book) -> None:
    stated: dict[str, Any] = {"line_id": 1, "statement_on": date(2026, 3, 5), "balance_fen": 5}
    told = refused(book, OutOfRange, "due_on", record_statement, **stated, due_on=date(9999, 12, 31))
    assert told == {"low": date(2026, 3, 5), "high": LATEST}


def test_a_statement_is_corrected_and_deleted(book: Book) -> None:
    values: dict[str, Any] = {"statement_on": CUT, "due_on": date(2026, 3, 20), "balance_fen": 50_000}
    number = book.write(record_statement, line_id=1, **values, minimum_fen=5_000)
    second = book.write(record_statement, line_id=1, **(values | {"statement_on": date(2026, 2, 1)}))
    book.write(correct_statement, statement_id=number, **(values | {"balance_fen": 60_000}))
    assert book.reader.rows("SELECT balance_fen, minimum_fen FROM line_statement WHERE id = 1") == [(60_000, None)]
    early = values | {"statement_on": date(2020, 1, 1)}
    refused(book, AlreadyThere, "statement_on", correct_statement, statement_id=second, **values)
    refused(book, BeforeOpening, "statement_on", correct_statement, statement_id=number, **early)
    refused(book, BeforeOpening, "statement_on", record_statement, line_id=1, **early)
    refused(
        book, OutOfRange, "due_on", correct_statement, statement_id=number, **(values | {"due_on": date(2026, 2, 1)})
    )
    refused(book, OutOfRange, "minimum", correct_statement, statement_id=number, **values, minimum_fen=50_001)
    refused(book, NoSuchRow, "statement_on", correct_statement, statement_id=9, **values)
    book.write(delete_statement, statement_id=number)
    refused(book, NoSuchRow, "statement_on", delete_statement, statement_id=number)


def test_a_payment_to_a_line_is_corrected(book: Book) -> None:
    number = book.write(pay_line, line_id=1, paid_on=CUT, amount_fen=100)
    values: dict[str, Any] = {"repayment_id": number, "paid_on": date(2026, 3, 2), "amount_fen": 200}
    book.write(correct_repayment, **values, note="n")
    assert book.reader.rows("SELECT paid_on, amount_fen, note FROM repayment") == [("2026-03-02", 200, "n")]
    refused(book, OutOfRange, "penalty", correct_repayment, **values, penalty_fen=1)
    refused(book, BeforeOpening, "paid_on", correct_repayment, **(values | {"paid_on": date(2020, 1, 1)}))
