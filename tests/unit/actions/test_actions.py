"""What a user can do: each action changes what it says, refuses what is wrong by naming the field, and is undone."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

import planner.actions
from planner.actions.clearing import clear_book
from planner.actions.lines import (
    add_line,
    change_limit,
    close_line,
    correct_statement,
    delete_limit_change,
    delete_line,
    delete_statement,
    edit_line,
    pay_line,
    record_statement,
    reopen_line,
)
from planner.actions.loans import (
    add_loan,
    close_loan,
    delete_loan,
    delete_repayment,
    edit_loan,
    record_repayment,
    reopen_loan,
)
from planner.actions.plan_changes import change_rate
from planner.actions.profile import (
    add_cash_account,
    close_cash_account,
    declare_applications_complete,
    delete_cash_account,
    delete_cash_balance,
    delete_profile,
    rename_cash_account,
    set_cash_balance,
    set_profile,
)
from planner.actions.repayments import correct_repayment, split_repayment
from planner.actions.standing import (
    correct_application,
    correct_overdue,
    correct_score_reading,
    delete_application,
    delete_overdue,
    delete_score_reading,
    log_application,
    log_score_reading,
    record_overdue,
)
from planner.core.errors import (
    AlreadyThere,
    BeforeOpening,
    LineHasLoans,
    Missing,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    PaysMoreThanOwed,
    PlannerError,
)
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome, OverdueSource
from planner.core.terms import Rate, RatePeriod
from planner.store.book import Book
from planner.wording.problems import action as action_words
from tests.books import jiebei_terms, new_book, with_jiebei

DAY = date(2026, 6, 1)
LINE: dict[str, Any] = {
    "lender_name": "招商银行",
    "lender_kind": LenderKind.BANK,
    "name": "招行信用卡",
    "product": "",
    "kind": LineKind.CARD,
    "opened_on": date(2024, 1, 1),
    "limit_fen": 1_500_000,
}
LOAN: dict[str, Any] = {
    "lender_name": "招商银行",
    "lender_kind": LenderKind.BANK,
    "name": "闪电贷",
    "product": "",
    "terms": jiebei_terms(),
}

EDITED_LINE: dict[str, Any] = {key: value for key, value in LINE.items() if key != "limit_fen"} | {
    "line_id": 2,
    "opened_on": date(2023, 12, 1),
    "statement_day": 5,
    "due_day": 25,
}

# every action with values that do something in a book that has 借呗 (line 1, loan 1), a loan that is paid off (2), a
# line with a statement (2), one that is closed (3), and a cash account (1)
GOOD: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (add_line, LINE),
    (change_limit, {"line_id": 1, "on": DAY, "limit_fen": 800_000, "status": LineStatus.REDUCED, "reason": "x"}),
    (record_statement, {"line_id": 1, "statement_on": DAY, "due_on": date(2026, 6, 10), "balance_fen": 100}),
    (pay_line, {"line_id": 1, "paid_on": DAY, "amount_fen": 100}),
    (add_loan, LOAN),
    (record_repayment, {"loan_id": 1, "paid_on": DAY, "amount_fen": 90041}),
    (change_rate, {"loan_id": 1, "on": DAY, "rate": Rate(Decimal("0.0003"), RatePeriod.DAILY)}),
    (set_profile, {"since": DAY, "income_fen": 900_000, "payday": 10, "essential_fen": None}),
    (add_cash_account, {"name": "余额宝", "on": DAY, "balance_fen": 12345}),
    (set_cash_balance, {"account_id": 1, "on": DAY, "balance_fen": 99}),
    (declare_applications_complete, {"since": DAY}),
    (log_application, {"applied_on": DAY, "lender_name": "平安银行", "outcome": Outcome.DECLINED}),
    (
        record_overdue,
        {"due_on": DAY, "days": 30, "cleared_on": None, "source": OverdueSource.CREDIT_REPORT, "loan_id": 1},
    ),
    (log_score_reading, {"on": DAY, "score": 650}),
    (delete_repayment, {"repayment_id": 1}),
    (delete_loan, {"loan_id": 1}),
    (delete_line, {"line_id": 2}),
    (edit_loan, LOAN | {"loan_id": 1, "name": "借呗 · 旅行", "lender_kind": LenderKind.OTHER}),
    (close_loan, {"loan_id": 1, "closed_on": DAY}),
    (reopen_loan, {"loan_id": 2}),
    (correct_repayment, {"repayment_id": 1, "paid_on": DAY, "amount_fen": 90541, "penalty_fen": 500, "note": "x"}),
    (split_repayment, {"repayment_id": 1, "amount_fen": 40000, "line_id": 1}),
    (edit_line, EDITED_LINE),
    (close_line, {"line_id": 1, "closed_on": DAY, "reason": "x"}),
    (reopen_line, {"line_id": 3, "on": DAY, "limit_fen": 100}),
    (delete_limit_change, {"change_id": 4}),
    (
        correct_statement,
        {"statement_id": 1, "statement_on": DAY, "due_on": DAY, "balance_fen": -5, "minimum_fen": 0},
    ),
    (delete_statement, {"statement_id": 1}),
    (
        correct_application,
        {"application_id": 1, "applied_on": DAY, "lender_name": "x", "outcome": Outcome.APPROVED, "hard": False},
    ),
    (delete_application, {"application_id": 1}),
    (
        correct_overdue,
        {
            "overdue_id": 1,
            "due_on": DAY,
            "days": 3,
            "cleared_on": date(2026, 6, 4),
            "source": OverdueSource.LENDER_NOTICE,
            "line_id": 1,
        },
    ),
    (delete_overdue, {"overdue_id": 1}),
    (correct_score_reading, {"reading_id": 1, "on": DAY, "score": 950}),
    (delete_score_reading, {"reading_id": 1}),
    (delete_profile, {"profile_id": 1}),
    (rename_cash_account, {"account_id": 1, "name": "工资卡"}),
    (close_cash_account, {"account_id": 1, "on": DAY}),
    (delete_cash_account, {"account_id": 1}),
    (delete_cash_balance, {"balance_id": 1}),
]

# in test_plan_changes.py
OF_PLANS = {
    *("prepay_loan", "correct_rate_change", "delete_rate_change", "extend_loan", "delete_extension"),
    *("overwrite_row", "restore_row", "enter_lender_rows"),
}
# in test_card_actions.py
OF_CARDS = {
    *("set_card_terms", "remove_card_terms", "add_card_entry", "correct_card_entry", "delete_card_entry"),
    *("pay_off_instalment", "add_temporary_limit", "delete_temporary_limit", "make_limit_group", "rename_limit_group"),
    *("delete_limit_group", "set_group_limit", "delete_group_limit", "put_in_group"),
}
# in test_spending.py
OF_PROPOSALS = {
    "confirm_pairs", "confirm_proposals", "dismiss_debt_rows", "link_drawdown", "reject_pairs", "separate_pairs",
    "settle_from_rows",
}  # fmt: skip
"""What `test_proposals.py` tests."""
OF_SPENDING = {
    *("add_entry", "correct_entry", "delete_entries", "set_category", "set_scene", "set_row_class"),
    *("add_category", "forget_rule"),
    *("complete_row", "remember_mapping", "forget_mapping"),
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=1)
    opened.write(add_line, **LINE)
    opened.write(add_cash_account, name="银行卡", on=date(2026, 1, 1), balance_fen=5)
    opened.write(set_profile, since=date(2025, 1, 1), income_fen=1, payday=None, essential_fen=None)
    opened.write(add_loan, **(LOAN | {"name": "闪电贷 · 旧"}))
    opened.write(record_repayment, loan_id=2, paid_on=date(2026, 3, 1), amount_fen=1_010_000, closes=True)
    statement = {"statement_on": date(2026, 2, 5), "due_on": date(2026, 2, 25), "balance_fen": 80_000}
    opened.write(record_statement, line_id=2, **statement)
    opened.write(add_line, **(LINE | {"name": "旧卡"}))
    opened.write(close_line, line_id=3, closed_on=date(2025, 1, 1))
    early = date(2026, 5, 6)
    opened.write(log_application, applied_on=early, lender_name="建设银行", outcome=Outcome.PENDING)
    opened.write(record_overdue, due_on=early, days=9, cleared_on=None, source=OverdueSource.OWN_RECORD)
    opened.write(log_score_reading, on=early, score=640)
    yield opened
    opened.close()


@pytest.mark.parametrize(("action", "values"), GOOD, ids=lambda each: getattr(each, "__name__", ""))
def test_an_action_changes_the_book_and_is_undone_and_redone(
    book: Book, action: Callable[..., Any], values: dict[str, Any]
) -> None:
    before = book.dump()
    book.write(action, **values)
    after = book.dump()
    assert after != before
    assert book.undo() == action.__name__
    assert book.dump() == before
    assert book.redo() == action.__name__
    assert book.dump() == after


@pytest.mark.parametrize(
    ("action", "values", "wrong", "error", "field"),
    [
        (add_line, LINE, {"name": "  "}, Missing, "name"),
        (add_line, LINE, {"lender_name": ""}, Missing, "lender"),
        (add_line, LINE, {"limit_fen": -1}, OutOfRange, "limit"),
        (add_line, LINE, {"statement_day": 0}, OutOfRange, "statement_day"),
        (add_line, LINE, {"due_day": 32}, OutOfRange, "due_day"),
        (change_limit, GOOD[1][1], {"line_id": 9}, NoSuchRow, "line"),
        (change_limit, GOOD[1][1], {"on": date(2020, 1, 1)}, BeforeOpening, "on"),
        (change_limit, GOOD[1][1], {"limit_fen": -1}, OutOfRange, "limit"),
        (record_statement, GOOD[2][1], {"due_on": date(2026, 5, 1)}, OutOfRange, "due_on"),
        (record_statement, GOOD[2][1], {"minimum_fen": 101}, OutOfRange, "minimum"),
        (pay_line, GOOD[3][1], {"amount_fen": 0}, MustBePositive, "amount"),
        (pay_line, GOOD[3][1], {"paid_on": date(2020, 1, 1)}, BeforeOpening, "paid_on"),
        (add_loan, LOAN, {"name": ""}, Missing, "name"),
        (add_loan, LOAN, {"line_id": 9}, NoSuchRow, "line"),
        (add_loan, LOAN, {"line_id": 1, "terms": jiebei_terms(drawn_on=date(2020, 1, 1))}, BeforeOpening, "drawn_on"),
        (record_repayment, GOOD[5][1], {"amount_fen": -5}, MustBePositive, "amount"),
        (record_repayment, GOOD[5][1], {"loan_id": 9}, NoSuchRow, "loan"),
        (record_repayment, GOOD[5][1], {"paid_on": date(2026, 1, 14)}, BeforeOpening, "paid_on"),
        (change_rate, GOOD[6][1], {"on": date(2026, 1, 15)}, BeforeOpening, "on"),
        (change_rate, GOOD[6][1], {"rate": Rate(Decimal(-1), RatePeriod.DAILY)}, OutOfRange, "rate"),
        (change_rate, GOOD[6][1], {"loan_id": 9}, NoSuchRow, "loan"),
        (set_profile, GOOD[7][1], {"income_fen": -1}, OutOfRange, "income"),
        (set_profile, GOOD[7][1], {"payday": 0}, OutOfRange, "payday"),
        (add_cash_account, GOOD[8][1], {"name": ""}, Missing, "name"),
        (set_cash_balance, GOOD[9][1], {"account_id": 9}, NoSuchRow, "account"),
        (log_application, GOOD[11][1], {"lender_name": ""}, Missing, "lender"),
        (record_overdue, GOOD[12][1], {"days": 0}, OutOfRange, "days"),
        (record_overdue, GOOD[12][1], {"days": 3651}, OutOfRange, "days"),
        (delete_repayment, {}, {"repayment_id": 9}, NoSuchRow, "amount"),
        (delete_loan, {}, {"loan_id": 9}, NoSuchRow, "loan"),
        (delete_line, {}, {"line_id": 9}, NoSuchRow, "line"),
        (delete_line, {}, {"line_id": 1}, LineHasLoans, "line"),
        (delete_profile, {}, {"profile_id": 9}, NoSuchRow, "since"),
        (rename_cash_account, {"account_id": 1}, {"name": " "}, Missing, "name"),
        (rename_cash_account, {"name": "x"}, {"account_id": 9}, NoSuchRow, "account"),
        (close_cash_account, {"account_id": 1}, {"on": date(2025, 12, 31)}, BeforeOpening, "on"),
        (close_cash_account, {"on": DAY}, {"account_id": 9}, NoSuchRow, "account"),
        (delete_cash_account, {}, {"account_id": 9}, NoSuchRow, "account"),
        (delete_cash_balance, {}, {"balance_id": 9}, NoSuchRow, "balance"),
        (clear_book, {}, {}, NoSuchRow, "book"),
        (record_overdue, GOOD[12][1], {"loan_id": 99}, NoSuchRow, "account"),
        (record_overdue, GOOD[12][1], {"line_id": 1}, OutOfRange, "account"),
        (change_rate, GOOD[6][1], {"rate": Rate(Decimal(5), RatePeriod.DAILY)}, OutOfRange, "rate"),
        (record_overdue, GOOD[12][1], {"cleared_on": DAY}, OutOfRange, "cleared_on"),
        (log_score_reading, GOOD[13][1], {"score": 349}, OutOfRange, "score"),
        (log_score_reading, GOOD[13][1], {"score": 951}, OutOfRange, "score"),
        (correct_application, GOOD[28][1], {"application_id": 9}, NoSuchRow, "lender"),
        (correct_application, GOOD[28][1], {"lender_name": " "}, Missing, "lender"),
        (delete_application, {}, {"application_id": 9}, NoSuchRow, "lender"),
        (correct_overdue, GOOD[30][1], {"overdue_id": 9}, NoSuchRow, "due_on"),
        (correct_overdue, GOOD[30][1], {"days": 0}, OutOfRange, "days"),
        (correct_overdue, GOOD[30][1], {"line_id": 9}, NoSuchRow, "account"),
        (correct_overdue, GOOD[30][1], {"cleared_on": DAY}, OutOfRange, "cleared_on"),
        (delete_overdue, {}, {"overdue_id": 9}, NoSuchRow, "due_on"),
        (correct_score_reading, GOOD[32][1], {"reading_id": 9}, NoSuchRow, "score"),
        (correct_score_reading, GOOD[32][1], {"score": 349}, OutOfRange, "score"),
        (delete_score_reading, {}, {"reading_id": 9}, NoSuchRow, "score"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_wrong_values_are_refused_by_field(
    book: Book,
    action: Callable[..., Any],
    values: dict[str, Any],
    wrong: dict[str, Any],
    error: type[PlannerError],
    field: str,
) -> None:
    before = book.dump()
    with pytest.raises(error) as caught:
        book.write(action, **(values | wrong))
    assert caught.value.field == field
    assert book.dump() == before


@pytest.mark.parametrize("number", [2, 6, 13])
def test_the_same_day_twice_is_refused(book: Book, number: int) -> None:
    action, values = GOOD[number]
    book.write(action, **values)
    with pytest.raises(AlreadyThere):
        book.write(action, **values)


def test_nobody_pays_more_than_is_owed(book: Book) -> None:
    whole = 10 * 90041 + 90042
    with pytest.raises(PaysMoreThanOwed) as caught:
        book.write(record_repayment, loan_id=1, paid_on=DAY, amount_fen=whole + 1)
    assert caught.value.values["owed_fen"] == whole
    book.write(record_repayment, loan_id=1, paid_on=DAY, amount_fen=whole)


def test_a_limit_change_of_the_same_day_replaces_the_first(book: Book) -> None:
    book.write(change_limit, line_id=1, on=DAY, limit_fen=800_000, status=LineStatus.REDUCED)
    book.write(change_limit, line_id=1, on=DAY, limit_fen=0, status=LineStatus.FROZEN)
    changes = book.reader.rows("SELECT limit_fen, status FROM limit_change WHERE line_id = 1 ORDER BY on_date")
    assert changes == [(3_000_000, "active"), (0, "frozen")]


def all_actions() -> set[str]:
    found = set()
    for module in pkgutil.iter_modules(planner.actions.__path__):
        loaded = importlib.import_module(f"planner.actions.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters.values())
            if function.__module__ != loaded.__name__ or name.startswith("_") or not parameters:
                continue
            if parameters[0].annotation in (Session, "Session") and all(
                each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters[1:]
            ):
                found.add(name)
    return found


def test_every_action_has_words_and_a_test() -> None:
    others = {"import_statement", "undo_import", "fill_sample_book", "clear_book"}
    tested = {action.__name__ for action, _ in GOOD} | others | OF_SPENDING | OF_PLANS | OF_CARDS | OF_PROPOSALS
    assert all_actions() == tested
    for name in tested:
        assert action_words(name)


def test_a_closed_line_is_no_account_any_more_until_it_is_opened_again(book: Book) -> None:
    book.write(change_limit, line_id=1, on=DAY, limit_fen=0, status=LineStatus.CLOSED)
    assert book.reader.value("SELECT closed_on FROM credit_line WHERE id = 1") == DAY.isoformat()
    book.write(change_limit, line_id=1, on=date(2026, 7, 1), limit_fen=100, status=LineStatus.ACTIVE)
    assert book.reader.value("SELECT closed_on FROM credit_line WHERE id = 1") is None


def test_text_with_nul_survives_undo_and_redo(book: Book) -> None:
    book.write(add_cash_account, name="c'\0z ", on=DAY, balance_fen=1)
    after = book.dump()
    book.undo()
    book.redo()
    assert book.dump() == after
    assert book.reader.value("SELECT name FROM cash_account ORDER BY id DESC") == "c'z"


def test_a_corrected_reading_keeps_its_row_and_takes_no_other_ones_day(book: Book) -> None:
    other = book.write(log_score_reading, on=DAY, score=650)
    with pytest.raises(AlreadyThere):
        book.write(correct_score_reading, reading_id=other, on=date(2026, 5, 6), score=650)
    book.write(correct_score_reading, reading_id=other, on=DAY, score=651)
    assert book.reader.rows("SELECT id, on_date, score FROM score_reading WHERE id = ?", other) == [
        (other, DAY.isoformat(), 651)
    ]


def test_a_corrected_overdue_is_of_the_account_said_last(book: Book) -> None:
    book.write(correct_overdue, **GOOD[30][1])
    said = book.reader.one("SELECT line_id, loan_id, days, cleared_on, source FROM reported_overdue WHERE id = 1")
    assert said == (1, None, 3, "2026-06-04", "lender_notice")
    book.write(correct_overdue, **(GOOD[30][1] | {"line_id": None, "cleared_on": None}))
    assert book.reader.one("SELECT line_id, cleared_on FROM reported_overdue WHERE id = 1") == (None, None)
