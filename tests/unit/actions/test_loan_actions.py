"""Repayments with penalties, payoffs, corrections and splits; loans edited, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.actions.loans import (
    add_loan,
    close_loan,
    delete_repayment,
    edit_loan,
    record_repayment,
    reopen_loan,
)
from planner.actions.repayments import correct_repayment, split_repayment
from planner.core.errors import (
    AfterClosing,
    AlreadyClosed,
    BeforeOpening,
    EntryAfterwards,
    EntryBefore,
    Missing,
    MustBePositive,
    NoSuchRow,
    NotClosed,
    OutOfRange,
    PaidBeyondSchedule,
    PaysMoreThanOwed,
    PlannerError,
    SameAccount,
)
from planner.core.facts import LenderKind
from planner.core.terms import RepaymentMethod
from planner.reports.courses import LoanRecord, loan_record
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

WHOLE = 11 * 90041 + 90042
EDIT: dict[str, Any] = {
    "loan_id": 1,
    "lender_name": "蚂蚁消费金融",
    "lender_kind": LenderKind.CONSUMER_FINANCE,
    "name": "借呗",
    "product": "jiebei",
    "terms": jiebei_terms(),
    "line_id": 1,
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """借呗 (loan 1) with repayments 1 and 2 of February and March."""
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def loan(book: Book, number: int = 1) -> LoanRecord:
    found = loan_record(book.reader, number)
    assert found is not None
    return found


def total_paid(book: Book) -> object:
    return book.reader.value("SELECT sum(amount_fen) FROM repayment")


def refused(book: Book, error: type[PlannerError], field: str, action: Callable[..., Any], **values: Any) -> Any:
    before = book.dump()
    with pytest.raises(error) as caught:
        book.write(action, **values)
    assert caught.value.field == field
    assert book.dump() == before
    return caught.value.values


def test_a_late_payment_with_its_penalty_settles_the_instalment_to_the_fen(book: Book) -> None:
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 20), amount_fen=90041 + 613, penalty_fen=613)
    third = loan(book).course.instalments[2]
    assert (third.open_fen, third.settled_on, loan(book).course.instalments[3].paid_fen) == (0, date(2026, 4, 20), 0)


def test_a_penalty_is_not_taken_for_what_is_owed(book: Book) -> None:
    left = WHOLE - 2 * 90041
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 1), amount_fen=left + 500, penalty_fen=500)
    assert loan(book).course.open_fen == 0
    values = refused(book, PaysMoreThanOwed, "amount", record_repayment, loan_id=1, paid_on=date(2026, 4, 2),
                     amount_fen=2, penalty_fen=1)  # fmt: skip
    assert values == {"owed_fen": 0, "amount_fen": 1}
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 2), amount_fen=5, penalty_fen=5)


@pytest.mark.parametrize("penalty", [-1, 101])
def test_a_penalty_is_a_part_of_the_amount(book: Book, penalty: int) -> None:
    refused(book, OutOfRange, "penalty", record_repayment, loan_id=1, paid_on=date(2026, 4, 2), amount_fen=100,
            penalty_fen=penalty)  # fmt: skip


@pytest.mark.parametrize("amount_fen", [100, 842648, 850_000, 3_000_000])
def test_whatever_pays_a_loan_off_is_right(book: Book, amount_fen: int) -> None:
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 3), amount_fen=amount_fen, closes=True)
    found = loan(book)
    assert (found.closed_on, found.course.open_fen) == (date(2026, 4, 3), 0)
    assert found.course.outstanding_fen(date(2026, 4, 3)) == 0
    paid = found.course.allocations[-1]
    assert paid.principal_fen == min(amount_fen, 842648)
    assert paid.principal_fen + paid.cost_fen == amount_fen


def test_a_loan_repaid_any_time_is_paid_off_with_any_interest(book: Book) -> None:
    terms = replace(jiebei_terms(), method=RepaymentMethod.REVOLVING)
    values = {key: value for key, value in EDIT.items() if key != "loan_id"}
    number = book.write(add_loan, **(values | {"terms": terms}))
    book.write(record_repayment, loan_id=number, paid_on=date(2026, 1, 25), amount_fen=1_004_123, closes=True)
    paid = loan(book, number).course.allocations[0]
    assert (paid.principal_fen, paid.interest_fen, paid.surplus_fen) == (1_000_000, 4_123, 0)
    assert loan(book, number).course.open_fen == 0


def test_nothing_is_paid_after_the_payoff(book: Book) -> None:
    refused(book, EntryAfterwards, "paid_on", record_repayment, loan_id=1, paid_on=date(2026, 3, 14),
            amount_fen=1, closes=True)  # fmt: skip
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 3), amount_fen=850_000, closes=True)
    values = refused(book, AfterClosing, "paid_on", record_repayment, loan_id=1, paid_on=date(2026, 4, 4), amount_fen=1)
    assert values == {"closed_on": date(2026, 4, 3)}
    refused(book, AlreadyClosed, "loan", record_repayment, loan_id=1, paid_on=date(2026, 4, 3), amount_fen=1,
            closes=True)  # fmt: skip


def test_a_corrected_repayment_is_as_if_recorded_so(book: Book) -> None:
    book.write(correct_repayment, repayment_id=2, paid_on=date(2026, 3, 20), amount_fen=91041, penalty_fen=1000,
               note=" late ")  # fmt: skip
    row = book.reader.rows("SELECT paid_on, amount_fen, penalty_fen, note FROM repayment WHERE id = 2")
    assert row == [("2026-03-20", 91041, 1000, "late")]
    assert loan(book).course.instalments[1].settled_on == date(2026, 3, 20)
    values = {"repayment_id": 2, "paid_on": date(2026, 3, 20), "amount_fen": 90041}
    refused(book, NoSuchRow, "amount", correct_repayment, **(values | {"repayment_id": 9}))
    refused(book, MustBePositive, "amount", correct_repayment, **(values | {"amount_fen": 0}))
    refused(book, OutOfRange, "penalty", correct_repayment, **(values | {"penalty_fen": 90042}))
    refused(book, BeforeOpening, "paid_on", correct_repayment, **(values | {"paid_on": date(2026, 1, 14)}))
    told = refused(book, PaysMoreThanOwed, "amount", correct_repayment, **(values | {"amount_fen": WHOLE}))
    assert told["owed_fen"] == WHOLE - 90041


def test_the_payoff_moves_with_its_repayment_and_goes_with_it(book: Book) -> None:
    payoff = book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 3), amount_fen=850_000, closes=True)
    values = {"repayment_id": payoff, "amount_fen": 850_100}
    book.write(correct_repayment, paid_on=date(2026, 4, 8), **values)
    assert (loan(book).closed_on, loan(book).course.open_fen) == (date(2026, 4, 8), 0)
    book.write(correct_repayment, paid_on=date(2026, 3, 16), **values)
    assert loan(book).closed_on == date(2026, 3, 16)
    refused(book, EntryAfterwards, "paid_on", correct_repayment, paid_on=date(2026, 3, 14), **values)
    # an earlier repayment does not move it
    refused(book, AfterClosing, "paid_on", correct_repayment, repayment_id=1, paid_on=date(2026, 3, 17), amount_fen=5)
    book.write(delete_repayment, repayment_id=1)
    assert loan(book).closed_on == date(2026, 3, 16)
    book.write(delete_repayment, repayment_id=payoff)
    assert (loan(book).closed_on, loan(book).course.open_fen) == (None, WHOLE - 90041)


def test_a_split_loses_no_fen_and_leaves_the_penalty(book: Book) -> None:
    other = book.write(add_loan, **{key: value for key, value in EDIT.items() if key != "loan_id"})
    book.write(correct_repayment, repayment_id=2, paid_on=date(2026, 3, 20), amount_fen=91041, penalty_fen=1000)
    before = total_paid(book)
    to_loan = book.write(split_repayment, repayment_id=2, amount_fen=40_000, loan_id=other)
    to_line = book.write(split_repayment, repayment_id=2, amount_fen=50_041, line_id=1)
    rows = book.reader.rows("SELECT loan_id, line_id, paid_on, amount_fen, penalty_fen FROM repayment WHERE id >= 2")
    assert rows == [
        (1, None, "2026-03-20", 1000, 1000),
        (other, None, "2026-03-20", 40_000, 0),
        (None, 1, "2026-03-20", 50_041, 0),
    ]
    assert (to_loan, to_line, total_paid(book)) == (3, 4, before)


def test_a_part_goes_only_where_it_can_have_been_paid(book: Book) -> None:
    values = {key: value for key, value in EDIT.items() if key != "loan_id"}
    small = book.write(add_loan, **(values | {"terms": jiebei_terms(principal_fen=1000)}))
    young = book.write(add_loan, **(values | {"terms": jiebei_terms(drawn_on=date(2026, 5, 1))}))
    part = {"repayment_id": 2, "amount_fen": 40_000}
    refused(book, NoSuchRow, "amount", split_repayment, **(part | {"repayment_id": 9}), loan_id=small)
    refused(book, NoSuchRow, "loan", split_repayment, **part, loan_id=99)
    refused(book, NoSuchRow, "line", split_repayment, **part, line_id=99)
    refused(book, Missing, "account", split_repayment, **part)
    refused(book, SameAccount, "account", split_repayment, **part, loan_id=1)
    refused(book, PaysMoreThanOwed, "amount", split_repayment, **part, loan_id=small)
    refused(book, BeforeOpening, "account", split_repayment, **part, loan_id=young)
    refused(book, OutOfRange, "amount", split_repayment, **(part | {"amount_fen": 90041}), line_id=1)
    refused(book, OutOfRange, "amount", split_repayment, **(part | {"amount_fen": 0}), line_id=1)
    book.write(close_loan, loan_id=small, closed_on=date(2026, 2, 1))
    refused(book, AfterClosing, "account", split_repayment, **(part | {"amount_fen": 10}), loan_id=small)


def test_a_closed_loan_asks_no_more_until_it_is_opened_again(book: Book) -> None:
    refused(book, EntryAfterwards, "closed_on", close_loan, loan_id=1, closed_on=date(2026, 3, 14))
    refused(book, BeforeOpening, "closed_on", close_loan, loan_id=1, closed_on=date(2026, 1, 14))
    refused(book, NotClosed, "loan", reopen_loan, loan_id=1)
    book.write(close_loan, loan_id=1, closed_on=date(2026, 6, 1))
    assert loan(book).course.open_fen == 0
    book.write(reopen_loan, loan_id=1)
    assert loan(book).course.open_fen == WHOLE - 2 * 90041


def test_a_loan_that_was_overpaid_in_its_payoff_names_the_repayment(book: Book) -> None:
    book.write(record_repayment, loan_id=1, paid_on=date(2026, 4, 3), amount_fen=WHOLE, closes=True)
    values = refused(book, PaidBeyondSchedule, "loan", reopen_loan, loan_id=1)
    assert values == {"on": date(2026, 4, 3), "amount_fen": WHOLE, "surplus_fen": 2 * 90041}


def test_all_terms_of_a_loan_can_be_edited(book: Book) -> None:
    terms = jiebei_terms(principal_fen=900_000, drawn_on=date(2026, 1, 10), periods=24)
    book.write(edit_loan, **(EDIT | {"terms": terms, "name": "借呗 · 改", "line_id": None,
                                     "lender_kind": LenderKind.MICRO_LENDER}))  # fmt: skip
    found = loan(book)
    assert (found.terms, found.name, found.line_id) == (terms, "借呗 · 改", None)
    assert (found.lender_kind, len(found.repayments)) == (LenderKind.MICRO_LENDER, 2)


def test_an_edit_that_contradicts_the_repayments_changes_nothing(book: Book) -> None:
    refused(book, EntryBefore, "drawn_on", edit_loan, **(EDIT | {"terms": jiebei_terms(drawn_on=date(2026, 2, 16))}))
    values = refused(book, PaidBeyondSchedule, "principal", edit_loan,
                     **(EDIT | {"terms": jiebei_terms(principal_fen=100_000)}))  # fmt: skip
    assert values["on"] == date(2026, 3, 15)
    refused(book, NoSuchRow, "loan", edit_loan, **(EDIT | {"loan_id": 9}))
    refused(book, NoSuchRow, "line", edit_loan, **(EDIT | {"line_id": 9}))
    refused(book, Missing, "name", edit_loan, **(EDIT | {"name": " "}))
    refused(book, Missing, "lender", edit_loan, **(EDIT | {"lender_name": " "}))
    early = jiebei_terms(drawn_on=date(2020, 1, 1))
    refused(book, BeforeOpening, "drawn_on", edit_loan, **(EDIT | {"terms": early}))


def test_a_loan_of_the_past_is_paid_on_its_due_days_in_one_step(tmp_path: Path) -> None:
    new = new_book(tmp_path)
    values = {key: EDIT[key] for key in ("lender_name", "lender_kind", "name", "product", "terms")}
    before = new.dump()
    number = new.write(add_loan, **values, paid_in_time_before=date(2026, 4, 15))
    course = loan(new, number).course
    # the instalment of that very day is not before it
    assert [each.settled_on for each in course.instalments[:4]] == [date(2026, 2, 15), date(2026, 3, 15), None, None]
    assert sum(each.surplus_fen for each in course.allocations) == 0
    new.undo()
    assert new.dump() == before
    number = new.write(add_loan, **values, paid_in_time_before=date(2030, 1, 1))
    assert loan(new, number).course.open_fen == 0
    new.close()


def test_an_instalment_that_asks_for_nothing_needs_no_repayment(book: Book) -> None:
    free = replace(jiebei_terms(), method=RepaymentMethod.BULLET, rate=replace(jiebei_terms().rate, value=Decimal(0)))
    values = {key: EDIT[key] for key in ("lender_name", "lender_kind", "name", "product")}
    number = book.write(add_loan, **values, terms=free, paid_in_time_before=date(2030, 1, 1))
    assert book.reader.rows("SELECT amount_fen FROM repayment WHERE loan_id = ?", number) == [(1_000_000,)]
