"""Any sequence of actions, undos and redos: every state comes back to the last row."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.cards import (
    add_card_entry,
    correct_card_entry,
    delete_card_entry,
    pay_off_instalment,
    remove_card_terms,
    set_card_terms,
)
from planner.actions.limit_groups import (
    add_temporary_limit,
    delete_limit_group,
    delete_temporary_limit,
    make_limit_group,
    put_in_group,
)
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
from planner.actions.loans import close_loan, delete_repayment, edit_loan, record_repayment, reopen_loan
from planner.actions.plan_changes import (
    change_rate,
    correct_rate_change,
    delete_extension,
    delete_rate_change,
    extend_loan,
    overwrite_row,
    prepay_loan,
    restore_row,
)
from planner.actions.profile import add_cash_account, set_profile
from planner.actions.repayments import correct_repayment, split_repayment
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_terms import CardTerms
from planner.core.errors import PlannerError
from planner.core.events import PrepayMode
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.core.terms import Rate, RatePeriod
from planner.reports.courses import loan_records
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

WISHES = (
    "repay", "limit", "pay", "profile", "cash", "pay off", "correct", "split", "to line", "unpay", "close", "reopen",
    "edit", "edit line", "close line", "reopen line", "unlimit", "bill", "rebill", "unbill",
    "prepay", "rate", "rerate", "unrate", "extend", "unextend", "own", "unown",
    "terms", "no terms", "enter", "enter", "reenter", "unenter", "end", "raise", "unraise", "group", "share", "ungroup",
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(WISHES), st.integers(0, 300), st.integers(-100, 10**6)),
        st.tuples(st.sampled_from(WISHES), st.integers(0, 300), st.integers(1, 1000)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(0), st.just(0)),
    ),
    max_size=14,
)


def act(book: Book, what: str, on: date, fen: int, line: int, loan: int) -> None:
    action: Any
    values: dict[str, Any]
    which = fen % 4 + 1
    lender = {"lender_name": "蚂蚁消费金融", "lender_kind": LenderKind.CONSUMER_FINANCE, "name": f"名 {fen}"}
    terms = jiebei_terms(max(fen, 1) * 100, on)
    bill = {"statement_on": on, "due_on": on + timedelta(days=fen % 30), "balance_fen": fen}
    opened = date(2023, 1, 1) + timedelta(days=fen % 900)
    action, values = {
        "repay": (record_repayment, {"loan_id": loan, "paid_on": on, "amount_fen": fen, "penalty_fen": fen % 7}),
        "limit": (change_limit, {"line_id": line, "on": on, "limit_fen": fen, "status": LineStatus.REDUCED}),
        "pay": (pay_line, {"line_id": line, "paid_on": on, "amount_fen": fen}),
        "profile": (set_profile, {"since": on, "income_fen": fen, "payday": None, "essential_fen": None}),
        "cash": (add_cash_account, {"name": f"账户 '{fen}'", "on": on, "balance_fen": fen}),
        "pay off": (record_repayment, {"loan_id": loan, "paid_on": on, "amount_fen": fen, "closes": True}),
        "correct": (correct_repayment, {"repayment_id": which, "paid_on": on, "amount_fen": fen}),
        "split": (split_repayment, {"repayment_id": which, "amount_fen": fen, "loan_id": loan}),
        "to line": (split_repayment, {"repayment_id": which, "amount_fen": fen, "line_id": line}),
        "unpay": (delete_repayment, {"repayment_id": which}),
        "close": (close_loan, {"loan_id": loan, "closed_on": on}),
        "reopen": (reopen_loan, {"loan_id": loan}),
        "edit": (edit_loan, {**lender, "loan_id": loan, "product": "", "terms": terms}),
        "edit line": (
            edit_line,
            {**lender, "line_id": line, "product": "", "kind": LineKind.CARD, "opened_on": opened},
        ),
        "close line": (close_line, {"line_id": line, "closed_on": on, "reason": f"'{fen}"}),
        "reopen line": (reopen_line, {"line_id": line, "on": on, "limit_fen": fen}),
        "bill": (record_statement, {"line_id": line, **bill}),
        "rebill": (correct_statement, {"statement_id": which, **bill}),
        "unbill": (delete_statement, {"statement_id": which}),
        "unlimit": (delete_limit_change, {"change_id": which}),
        **of_plans(on, fen, loan),
        **of_cards(on, fen, line),
    }[what]
    book.write(action, **values)


def of_plans(on: date, fen: int, loan: int) -> dict[str, tuple[Any, dict[str, Any]]]:
    """What changes a loan's plan."""
    which = fen % 4 + 1
    modes = list(PrepayMode)
    rate = Rate(Decimal(fen % 9) / 10_000, RatePeriod.DAILY)
    own = {"due_on": on, "principal_fen": fen, "interest_fen": fen % 500, "fee_fen": fen % 3}
    return {
        "prepay": (
            prepay_loan,
            {
                "loan_id": loan,
                "paid_on": on,
                "principal_fen": fen,
                "mode": modes[fen % 2],
                "fee_fen": fen % 5,
            },
        ),
        "rate": (change_rate, {"loan_id": loan, "on": on, "rate": rate}),
        "rerate": (correct_rate_change, {"change_id": which, "on": on, "rate": rate}),
        "unrate": (delete_rate_change, {"change_id": which}),
        "extend": (extend_loan, {"loan_id": loan, "on": on, "periods": fen % 30}),
        "unextend": (delete_extension, {"extension_id": which}),
        "own": (overwrite_row, {"loan_id": loan, "number": which, **own}),
        "unown": (restore_row, {"loan_id": loan, "number": which}),
    }


def of_cards(on: date, fen: int, line: int) -> dict[str, tuple[Any, dict[str, Any]]]:
    """What is said of a card and of limits beside a line's own."""
    which = fen % 4 + 1
    kind = [EntryKind.PURCHASE, EntryKind.INSTALMENT, EntryKind.INSTALMENT, EntryKind.INTEREST][fen % 4]
    terms = InstalmentTerms(fen % 12 + 1, of=InstalmentOf.NEW)
    entry = {"kind": kind, "posted_on": on, "amount_fen": fen, "instalment": terms, "note": f"'{fen}"}
    days = {"first_on": on, "last_on": on + timedelta(days=fen % 40 - 5)}
    return {
        "terms": (set_card_terms, {"line_id": line, "terms": CardTerms(fen % 31 + 1)}),
        "no terms": (remove_card_terms, {"line_id": line}),
        "enter": (add_card_entry, {"line_id": line, **entry}),
        "reenter": (correct_card_entry, {"entry_id": which, **entry}),
        "unenter": (delete_card_entry, {"entry_id": which}),
        "end": (pay_off_instalment, {"entry_id": which, "posted_on": on}),
        "raise": (add_temporary_limit, {"line_id": line, "limit_fen": fen, **days}),
        "unraise": (delete_temporary_limit, {"temporary_id": which}),
        "group": (make_limit_group, {"name": f"g{which}", "on": on, "limit_fen": fen, "line_id": line}),
        "share": (put_in_group, {"line_id": line, "group_id": which if fen % 3 else None}),
        "ungroup": (delete_limit_group, {"group_id": which}),
    }


def assert_the_loans_close(book: Book) -> None:
    """Principal that is scheduled and what was paid back beside it are the loan, and nobody paid more."""
    for record in book.read(loan_records):
        if record.closed_on is None:
            rows = [each.row for each in record.course.instalments]
            assert sum(row.principal_fen + row.prepaid_fen for row in rows) == record.terms.principal_fen
            assert rows[-1].balance_fen == 0
            assert not any(each.surplus_fen for each in record.course.allocations)
            assert record.course.outstanding_fen(date.max) >= 0


@settings(max_examples=60, deadline=None)
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
                assert_the_loans_close(book)
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
