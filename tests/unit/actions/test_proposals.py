"""Deciding on what statements propose: pairs, settlements, payouts; each undone whole, each counted once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.actions.imports import import_statement, undo_import
from planner.actions.lines import add_line
from planner.actions.loans import delete_repayment, record_repayment
from planner.actions.proposals import (
    confirm_pairs,
    confirm_proposals,
    dismiss_debt_rows,
    link_drawdown,
    reject_pairs,
    separate_pairs,
    settle_from_rows,
)
from planner.core.debt_matching import Settlement
from planner.core.debt_targets import Fit, Part
from planner.core.errors import NoDebtRow, NoSuchRow, NotTwoRows, OutOfRange, PaysMoreThanOwed, SettledAlready
from planner.core.facts import LenderKind, LineKind, RowKind, RowRef
from planner.core.row_pairs import PairChoice
from planner.core.statement_rows import AccountKind, DebtKind, RowClass, Statement, StatementRow
from planner.reports.courses import loan_record
from planner.reports.feeds import failed_payments
from planner.reports.imports import batch_dependents
from planner.reports.line_view import line_view
from planner.reports.proposals import Proposals, open_proposals
from planner.store.book import Book
from tests.books import TODAY, new_book, with_jiebei
from tests.property.test_proposals import row

LOAN = RowRef(RowKind.LOAN, 1)
FEN = 90041
DUE = date(2026, 2, 15)


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, 30)


def repaid(number: int, day: date = DUE, fen: int = FEN, product: str = "jiebei", **more: object) -> StatementRow:
    return row(number, at(day), fen, RowClass.N_REPAYMENT, "借呗", "借呗还款", debt=DebtKind.REPAYMENT, product=product,
               **{"method": "招商银行储蓄卡(1234)", **more})  # fmt: skip


def bring(book: Book, *rows: StatementRow, bank: bool = False) -> None:
    of = ("cmb", "debit", AccountKind.DEBIT) if bank else ("alipay", "A4", AccountKind.WALLET)
    statement = Statement("f.csv", "", of[0], of[1], "", "", rows, of[2])
    book.write(import_statement, statement=statement, imported_on=TODAY)


def of_bank(number: int, day: date = DUE, fen: int = FEN, kind: RowClass = RowClass.N_REPAYMENT) -> StatementRow:
    debt = DebtKind.REPAYMENT if kind is RowClass.N_REPAYMENT else None
    return row(number, at(day), fen, kind, "支付宝-借呗还款", "", debt=debt, feed="b", account="1234")


def proposals(book: Book) -> Proposals:
    return book.read(open_proposals, today=TODAY)


def classes(book: Book) -> list[str]:
    return [each for (each,) in book.reader.rows("SELECT row_class FROM transaction_row ORDER BY id")]


def owed(book: Book) -> int:
    record = book.read(lambda reader: loan_record(reader, 1))
    assert record is not None
    return record.course.outstanding_fen(TODAY)


def settle(book: Book, number: int = 1, **more: Any) -> int:
    return book.write(settle_from_rows, settlements=[Settlement(number, (Part(LOAN, "", FEN, **more),))])


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    with_jiebei(made)
    yield made
    made.close()


def twice(book: Book) -> PairChoice:
    """The same repayment in the wallet and at the bank."""
    bring(book, repaid(1))
    bring(book, of_bank(1), bank=True)
    (pair,) = proposals(book).pairs
    return pair.choice


@pytest.mark.parametrize("what", ["pair", "refuse", "settle", "dismiss", "all"])
def test_undo_and_redo_bring_every_row_back(book: Book, what: str) -> None:
    choice = twice(book)
    before = book.dump()
    parts = (Part(LOAN, "", FEN),)
    if what == "pair":
        book.write(confirm_pairs, pairs=[choice])
    elif what == "refuse":
        book.write(reject_pairs, pairs=[choice])
    elif what == "settle":
        settle(book)
    elif what == "dismiss":
        book.write(dismiss_debt_rows, row_ids=[1, 2])
    else:
        assert book.write(confirm_proposals, pairs=[choice], settlements=[Settlement(1, parts)]) == 2
    after = book.dump()
    assert after != before
    book.undo()
    assert book.dump() == before
    book.redo()
    assert book.dump() == after


def test_a_confirmed_duplicate_counts_no_more_and_can_be_separated(book: Book) -> None:
    choice = twice(book)
    book.write(confirm_pairs, pairs=[choice])
    assert classes(book) == ["N_repayment", "N_duplicate"]
    assert [each.row.id for each in proposals(book).debts] == [1]
    assert proposals(book).pairs == ()
    with pytest.raises(NotTwoRows):
        book.write(confirm_pairs, pairs=[choice])
    book.write(separate_pairs, link_ids=[1])
    assert classes(book) == ["N_repayment", "N_repayment"]
    assert book.reader.rows("SELECT class_by_user FROM transaction_row") == [(0,), (0,)]


def test_refused_they_are_two(book: Book) -> None:
    choice = twice(book)
    book.write(reject_pairs, pairs=[choice])
    assert classes(book) == ["N_repayment", "N_repayment"]
    assert proposals(book).pairs == ()
    assert [each.row.id for each in proposals(book).debts] == [1, 2]


@pytest.mark.parametrize("gone", [1, 2])
def test_of_a_transfer_the_row_that_is_left_is_what_it_was(book: Book, gone: int) -> None:
    bring(book, row(1, at(DUE), 500, RowClass.N_TRANSFER, "余额", "提现", method="招商银行(1234)"))
    bring(book, row(1, at(DUE), 500, RowClass.IN, "支付宝", "提现", feed="b", account="1234"), bank=True)
    (pair,) = proposals(book).pairs
    book.write(confirm_pairs, pairs=[pair.choice])
    assert classes(book) == ["N_transfer", "N_transfer"]
    assert book.read(batch_dependents, batch_id=gone).count_again == 1
    both = book.dump()
    book.write(undo_import, batch_id=gone)
    assert classes(book) == (["IN"] if gone == 1 else ["N_transfer"])
    assert book.reader.value("SELECT class_by_user FROM transaction_row") == 0
    book.undo()
    assert book.dump() == both


def test_what_the_second_row_settled_is_the_firsts(book: Book) -> None:
    bring(book, of_bank(1), bank=True)
    settle(book)
    bring(book, repaid(1))
    (pair,) = proposals(book).pairs
    book.write(confirm_pairs, pairs=[pair.choice])
    assert book.reader.rows("SELECT row_id, repayment_id, made FROM debt_link") == [(2, 1, 1)]
    assert proposals(book).debts == ()


def test_two_that_settled_twice_settle_once_when_they_are_one(book: Book) -> None:
    choice = twice(book)
    book.write(reject_pairs, pairs=[choice])
    once = settle(book) and owed(book)
    settle(book, 2)
    book.write(separate_pairs, link_ids=[1])
    (pair,) = proposals(book).pairs
    book.write(confirm_pairs, pairs=[pair.choice])
    assert owed(book) == once
    assert book.reader.value("SELECT count(*) FROM repayment") == 1


def test_one_entered_by_hand_is_linked_and_stays(book: Book) -> None:
    book.write(record_repayment, loan_id=1, paid_on=DUE + timedelta(days=2), amount_fen=FEN)
    bring(book, repaid(1))
    (found,) = proposals(book).debts
    assert found.targets[0].fit is Fit.ENTERED
    assert settle(book) == 0
    assert book.reader.rows("SELECT row_id, repayment_id, made FROM debt_link") == [(1, 1, 0)]
    assert book.read(batch_dependents, batch_id=1).repayments == 0
    book.write(undo_import, batch_id=1)
    assert book.reader.value("SELECT count(*) FROM repayment") == 1


def test_a_repayment_that_another_row_shows_too_stays(book: Book) -> None:
    bring(book, repaid(1))
    settle(book)
    bring(book, of_bank(1), bank=True)
    same = (Part(LOAN, "", FEN, repayment_id=1),)
    book.write(settle_from_rows, settlements=[Settlement(2, same)])
    assert book.read(batch_dependents, batch_id=1).repayments == 0
    book.write(undo_import, batch_id=1)
    assert book.reader.rows("SELECT row_id, repayment_id, made FROM debt_link") == [(2, 1, 1)]
    book.write(undo_import, batch_id=2)
    assert book.reader.value("SELECT count(*) FROM repayment") == 0


def test_taken_out_the_loan_is_open_again(book: Book) -> None:
    before = owed(book)
    bring(book, repaid(1, date(2026, 3, 1), 1_008_123))
    part = Part(LOAN, "", 1_008_123, closes=True)
    book.write(settle_from_rows, settlements=[Settlement(1, (part,))])
    assert owed(book) == 0
    assert book.read(batch_dependents, batch_id=1).repayments == 1
    book.write(undo_import, batch_id=1)
    assert owed(book) == before
    assert book.reader.value("SELECT closed_on FROM loan") is None


def test_what_cannot_be_settled(book: Book) -> None:
    bring(book, repaid(1), row(2, at(DUE), 5, RowClass.OUT, "店", ""), repaid(3, fen=10**8))
    with pytest.raises(OutOfRange):
        book.write(settle_from_rows, settlements=[Settlement(1, (Part(LOAN, "", FEN - 1),))])
    with pytest.raises(NoDebtRow):
        settle(book, 2)
    with pytest.raises(NoSuchRow):
        settle(book, 99)
    before = book.dump()
    both = [Settlement(1, (Part(LOAN, "", FEN),)), Settlement(3, (Part(LOAN, "", 10**8),))]
    with pytest.raises(PaysMoreThanOwed):
        book.write(settle_from_rows, settlements=both)
    assert book.dump() == before
    settle(book)
    with pytest.raises(SettledAlready):
        settle(book)
    with pytest.raises(SettledAlready):
        book.write(dismiss_debt_rows, row_ids=[1])
    with pytest.raises(NoDebtRow):
        book.write(link_drawdown, row_id=3, loan_id=1)


def test_a_deleted_repayment_is_proposed_again(book: Book) -> None:
    bring(book, repaid(1))
    settle(book)
    assert proposals(book).debts == ()
    book.write(delete_repayment, repayment_id=1)
    assert len(proposals(book).debts) == 1


def test_a_payout_is_linked_once(book: Book) -> None:
    paid = row(1, at(date(2026, 1, 15)), 1_000_000, RowClass.N_DRAWDOWN, "借呗", "放款", debt=DebtKind.DRAWDOWN,
               product="jiebei")  # fmt: skip
    bring(book, paid)
    (found,) = proposals(book).drawdowns
    assert found.sure
    before = book.dump()
    book.write(link_drawdown, row_id=1, loan_id=1)
    assert proposals(book).drawdowns == ()
    book.undo()
    assert book.dump() == before
    with pytest.raises(NoSuchRow):
        book.write(link_drawdown, row_id=1, loan_id=9)


def huabei(book: Book) -> int:
    return book.write(
        add_line, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2024, 1, 1), limit_fen=950_000,
    )  # fmt: skip


def test_what_a_line_counts_by_itself_and_what_was_settled_count_once(book: Book) -> None:
    number = huabei(book)
    bring(
        book,
        row(1, at(date(2026, 2, 1)), 5000, RowClass.OUT, "店", "", credit_product="huabei"),
        repaid(2, fen=3000, product="huabei"),
    )

    def used() -> int | None:
        view = book.read(line_view, line_id=number, today=TODAY)
        assert view is not None
        return view.used_fen

    assert used() == 2000
    assert proposals(book).debts == ()
    part = Part(RowRef(RowKind.LINE, number), "", 3000)
    book.write(settle_from_rows, settlements=[Settlement(2, (part,))])
    assert used() == 2000
    # a second payment of the amount is another one, whatever was settled
    bring(book, repaid(3, DUE + timedelta(days=1), 1000, product="huabei"), repaid(4, DUE, 1000, product="huabei"))
    assert used() == 0
    book.undo()
    book.undo()
    book.write(dismiss_debt_rows, row_ids=[2])
    assert used() == 5000


def test_settled_elsewhere_it_still_makes_a_failed_one_good(book: Book) -> None:
    failed = repaid(1, DUE, FEN)._replace(row_class=RowClass.N_FAILED, debt=DebtKind.FAILED_REPAYMENT)
    bring(book, failed, repaid(2, DUE + timedelta(days=1), product=""))
    assert book.read(failed_payments, until=TODAY)[0].made_good_on is None
    assert len(book.read(open_proposals, today=date(2026, 3, 1)).failed) == 1
    settle(book, 2)
    assert book.read(failed_payments, until=TODAY)[0].made_good_on == DUE + timedelta(days=1)
    assert book.read(open_proposals, today=date(2026, 3, 1)).failed == ()


def test_nothing_settles_by_itself(book: Book) -> None:
    before = owed(book)
    bring(book, repaid(1))
    assert owed(book) == before
