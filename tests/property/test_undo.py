"""Any sequence of actions, undos and redos: every state comes back to the last row."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.lines import change_limit, pay_line
from planner.actions.loans import record_repayment
from planner.actions.profile import add_cash_account, set_profile
from planner.core.errors import PlannerError
from planner.core.facts import LineStatus
from planner.store.book import Book
from tests.books import new_book, with_jiebei

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("repay"), st.integers(0, 300), st.integers(-100, 10**7)),
        st.tuples(st.just("limit"), st.integers(0, 300), st.integers(-100, 10**7)),
        st.tuples(st.just("pay"), st.integers(0, 300), st.integers(-100, 10**7)),
        st.tuples(st.just("profile"), st.integers(0, 300), st.integers(-100, 10**7)),
        st.tuples(st.just("cash"), st.integers(0, 300), st.integers(-100, 10**7)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(0), st.just(0)),
    ),
    max_size=14,
)


def act(book: Book, what: str, on: date, fen: int, line: int, loan: int) -> None:
    action: Any
    values: dict[str, Any]
    action, values = {
        "repay": (record_repayment, {"loan_id": loan, "paid_on": on, "amount_fen": fen}),
        "limit": (change_limit, {"line_id": line, "on": on, "limit_fen": fen, "status": LineStatus.REDUCED}),
        "pay": (pay_line, {"line_id": line, "paid_on": on, "amount_fen": fen}),
        "profile": (set_profile, {"since": on, "income_fen": fen, "payday": None, "essential_fen": None}),
        "cash": (add_cash_account, {"name": f"账户 '{fen}'", "on": on, "balance_fen": fen}),
    }[what]
    book.write(action, **values)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_undo_and_redo_walk_the_same_states(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = new_book(Path(folder))
        line, loan = with_jiebei(book)
        states = [book.dump()]
        at = 0
        for what, days, fen in steps:
            if what == "undo":
                if at:  # the book's own first steps stay
                    assert book.undo() is not None
                    at -= 1
            elif what == "redo":
                at += 1 if book.redo() else 0
            else:
                try:
                    act(book, what, date(2026, 1, 15) + timedelta(days=days), fen, line, loan)
                except PlannerError:
                    assert book.dump() == states[at]
                    continue
                if book.dump() != states[at]:
                    del states[at + 1 :]
                    states.append(book.dump())
                    at += 1
            assert book.dump() == states[at]
        while at:
            assert book.undo() is not None
            at -= 1
            assert book.dump() == states[at]
        book.close()
