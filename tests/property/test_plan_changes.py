"""What changes a loan's plan in a book: undone, every row is as it was; while it stands, no row before it moves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.loans import record_repayment
from planner.actions.plan_changes import change_rate, extend_loan, overwrite_row, prepay_loan
from planner.core.errors import PlannerError
from planner.core.events import PrepayMode
from planner.reports.loans import LoanView, loan_view
from planner.store.book import Book
from tests.books import TODAY, new_book, with_jiebei
from tests.loans import rates

DAYS = st.integers(0, 313).map(lambda after: date(2026, 1, 15) + timedelta(days=after))
Event = tuple[Callable[..., Any], dict[str, Any], date]


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An action, what it is told, and the day from which on rows may change (a row of the lender's own: its period)."""
    on, fen = draw(DAYS), draw(st.integers(1, 900_000))
    number = draw(st.integers(1, 12))
    mode = draw(st.sampled_from(PrepayMode))
    own = {"number": number, "due_on": on, "principal_fen": fen // 9, "interest_fen": fen % 9_000}
    found: Event = draw(
        st.sampled_from(
            [
                (change_rate, {"on": on, "rate": draw(rates())}, on),
                (prepay_loan, {"paid_on": on, "principal_fen": fen, "mode": mode, "fee_fen": fen % 5}, on),
                (extend_loan, {"on": on, "periods": fen % 30 + 1}, on),
                (overwrite_row, own, date(2026, number, 15)),
                (record_repayment, {"paid_on": on, "amount_fen": fen, "penalty_fen": fen % 7}, on),
            ]
        )
    )
    return found


@pytest.fixture(scope="module")
def lent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Book, int]]:
    """A book with a loan whose first five instalments were paid on their days."""
    book = new_book(tmp_path_factory.mktemp("lent"))
    _, loan = with_jiebei(book, paid=5)
    yield book, loan
    book.close()


def rows(view: LoanView | None, until: date) -> list[tuple[Any, ...]]:
    """The plan's figures of the rows that fell due by a day."""
    assert view is not None
    return [
        (row.number, row.due_on, row.principal_fen, row.interest_fen, row.fee_fen)
        for row in view.schedule
        if row.due_on <= until
    ]


@settings(max_examples=int(os.environ.get("YUDU_CASES", "1000")))
@given(event=events())
def test_undoing_an_event_restores_every_row(lent: tuple[Book, int], event: Event) -> None:
    book, loan = lent
    action, values, first = event
    before = book.read(loan_view, loan_id=loan, today=TODAY)
    try:
        book.write(action, loan_id=loan, **values)
    except PlannerError:
        assert book.read(loan_view, loan_id=loan, today=TODAY) == before
        return
    then = book.read(loan_view, loan_id=loan, today=TODAY)
    assert then != before
    assert rows(then, first) == rows(before, first)
    assert book.undo() is not None
    assert book.read(loan_view, loan_id=loan, today=TODAY) == before
