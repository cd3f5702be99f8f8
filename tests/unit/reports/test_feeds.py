"""What the transactions say of the debts: a line follows its purchases day by day, and failed repayments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.actions.lines import add_line, close_line, edit_line, pay_line, record_statement
from planner.actions.loans import add_loan, record_repayment
from planner.actions.repayments import split_repayment
from planner.actions.spending import add_entry, set_row_class
from planner.core.errors import AfterClosing, BeforeOpening, LineHasPurchases
from planner.core.facts import LenderKind, LineKind
from planner.core.lateness import bills
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Statement, StatementRow
from planner.exchange.statements.recognise import read_statement
from planner.reports.debt import debt_course
from planner.reports.dues import dues
from planner.reports.facts import credit_facts
from planner.reports.feeds import failed_payments
from planner.reports.line_view import line_view
from planner.reports.loans import accounts
from planner.store.book import Book
from tests.books import TODAY, jiebei_terms, new_book, with_jiebei


def row(number: int, day: date, fen: int, kind: RowClass, **more: object) -> StatementRow:
    at = datetime(day.year, day.month, day.day, 12, number)
    made = StatementRow(
        line=number, key=f"row-{number}", row_class=kind, happened_at=at, amount_fen=fen, direction="",
        counterparty="某店", description="", method="花呗", status="", provider_category="", native_id=f"n{number}",
        order_id=f"n{number}", note="", raw="",
        credit_product="huabei" if kind in (RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER) else "",
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def repaid(number: int, day: date, fen: int, *, failed: bool = False) -> StatementRow:
    kind = RowClass.N_FAILED if failed else RowClass.N_REPAYMENT
    debt = DebtKind.FAILED_REPAYMENT if failed else DebtKind.REPAYMENT
    return row(number, day, fen, kind, debt=debt, product="huabei")


def bring(book: Book, *rows: StatementRow) -> None:
    book.write(import_statement, statement=Statement("a.csv", "", "alipay", "A4", "", "", rows), imported_on=TODAY)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    made.write(
        add_line, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2024, 1, 1), limit_fen=950_000, statement_day=1, due_day=8,
    )  # fmt: skip
    yield made
    made.close()


def used(book: Book, day: date) -> int:
    view = book.read(line_view, line_id=1, today=day)
    assert view is not None
    listed = book.read(accounts, today=day)
    used_fen = view.used_fen or 0  # while nothing is on record, it is not known
    assert listed.outstanding_fen == used_fen == book.read(debt_course, today=day).owed_fen
    return used_fen


def test_a_purchase_raises_the_line_on_its_day_and_a_refund_lowers_it(book: Book) -> None:
    bring(
        book,
        row(1, date(2026, 11, 3), 8_640, RowClass.OUT),
        row(2, date(2026, 11, 5), 25_900, RowClass.N_REFUNDED_ORDER),
        row(3, date(2026, 11, 9), 25_900, RowClass.N_REFUND, order_id="n2"),
        repaid(4, date(2026, 11, 10), 5_000),
        row(5, date(2026, 11, 11), 777, RowClass.OUT, credit_product=""),
    )
    days = [used(book, date(2026, 11, day)) for day in (2, 3, 5, 9, 10, 24)]
    assert days == [0, 8_640, 34_540, 8_640, 3_640, 3_640]


BOUGHT, SUPERMARKET, BACK = "2026-11-05 12:00:00", "2026-11-06 12:00:00", "2026-11-09 12:00:00"
"""An order of 259, one of 300, and the day the first was sent back."""


def csv_row(at: str, text: str, way: str, yuan: str, method: str, status: str, number: str) -> str:
    return f"{at},日用百货,某店,/,{text},{way},{yuan},{method},{status},{number},,,"


def bring_csv(book: Book, folder: Path, *rows: str) -> None:
    header = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
    file = folder / "bill.csv"
    file.write_text("\n".join([header, *rows]), "utf-8")
    book.write(import_statement, statement=read_statement(file), imported_on=TODAY)


def order(yuan: str = "259.00", *, method: str = "花呗", way: str = "支出", status: str = "交易成功") -> str:
    return csv_row(BOUGHT, "衣服", way, yuan, method, status, "2026110522001")


def sent_back(yuan: str, *, method: str = "花呗", number: str = "2026110522001_1") -> str:
    return csv_row(BACK, "退款-衣服", "不计收支", yuan, method, "退款成功", number)


KEPT = csv_row(SUPERMARKET, "买菜", "支出", "300.00", "花呗", "交易成功", "2026110622002")


def course_of(book: Book) -> list[int]:
    """What is owed before the order, after it, after the other one, and after the refund."""
    return [used(book, date(2026, 11, day)) for day in (4, 5, 6, 9)]


def test_an_order_given_back_whole_is_owed_from_its_day_to_the_refund(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, order(status="交易关闭"), sent_back("259.00"))
    assert course_of(book) == [0, 25_900, 55_900, 30_000]


def test_an_order_imported_before_it_was_given_back_ends_the_same(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, order())
    assert course_of(book) == [0, 25_900, 55_900, 55_900]
    bring_csv(book, tmp_path, KEPT, order(status="交易关闭"), sent_back("259.00"))
    assert course_of(book) == [0, 25_900, 55_900, 30_000]


def test_an_order_that_was_never_paid_is_not_owed(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, order(way="不计收支", status="交易关闭"))
    assert course_of(book) == [0, 0, 30_000, 30_000]


def test_a_closed_order_counts_as_much_as_the_refunds_on_record(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, order(status="交易关闭"))
    assert course_of(book) == [0, 0, 30_000, 30_000]
    bring_csv(book, tmp_path, sent_back("59.00"))
    assert course_of(book) == [0, 5_900, 35_900, 30_000]


@pytest.mark.parametrize("method", ["", "花呗", "余额"])
def test_a_part_given_back_lowers_the_line_by_its_orders_method(book: Book, tmp_path: Path, method: str) -> None:
    bring_csv(book, tmp_path, order(), sent_back("59.00", method=method))
    assert course_of(book) == [0, 25_900, 25_900, 20_000]


def test_a_refund_of_an_order_paid_otherwise_lowers_nothing(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, order(method="余额"), sent_back("59.00"))
    assert course_of(book) == [0, 0, 30_000, 30_000]


def test_a_refund_listed_twice_lowers_once(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, order(), sent_back("59.00"), sent_back("59.00", number="2026110522001*1"))
    assert course_of(book) == [0, 25_900, 25_900, 20_000]


def test_a_refund_whose_order_is_not_in_the_book_lowers_by_its_own_method(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, KEPT, sent_back("59.00"))
    assert course_of(book) == [0, 0, 30_000, 24_100]
    bring_csv(book, tmp_path, csv_row("2026-11-10 09:00:00", "退款", "不计收支", "999.00", "花呗", "退款成功", "7_1"))
    bring_csv(book, tmp_path, csv_row("2026-11-11 09:00:00", "书", "支出", "20.00", "花呗", "交易成功", "8"))
    assert [used(book, date(2026, 11, day)) for day in (10, 11)] == [0, 2_000]


def test_a_refund_after_the_statement_lowers_what_is_due(book: Book, tmp_path: Path) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 7), due_on=date(2026, 11, 28), balance_fen=100_000
    )
    bring_csv(book, tmp_path, order(status="交易关闭"), sent_back("259.00"))
    assert used(book, TODAY) == 74_100
    assert book.read(dues, today=TODAY).total_fen == 74_100
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 20), amount_fen=74_100)
    found = bills(credit_facts(book.reader, date(2026, 12, 5)), date(2026, 12, 5))
    assert [(bill.open, bill.days_late) for bill in found] == [(False, 0)]


def test_what_is_bought_after_the_statement_is_owed_but_not_due(book: Book) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 12, 8), balance_fen=100_000
    )
    bring(book, row(1, date(2026, 10, 20), 9_999, RowClass.OUT), row(2, date(2026, 11, 20), 8_640, RowClass.OUT))
    assert used(book, TODAY) == 108_640
    assert book.read(dues, today=TODAY).total_fen == 100_000
    course = book.read(debt_course, today=TODAY)
    assert course.planned[-1][1] == 0
    assert course.clear_on == date(2026, 12, 8)


def test_a_repayment_entered_and_imported_counts_once(book: Book) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 8), balance_fen=100_000
    )
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 7), amount_fen=60_000)
    bring(book, repaid(1, date(2026, 11, 8), 60_000))
    assert used(book, TODAY) == 40_000
    bring(book, repaid(2, date(2026, 11, 8), 10_000))
    assert used(book, TODAY) == 30_000


@pytest.mark.parametrize(("day", "left"), [(10, 40_000), (11, -20_000)])
def test_four_days_apart_are_two_repayments(book: Book, day: int, left: int) -> None:
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 8), balance_fen=100_000
    )
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 7), amount_fen=60_000)
    bring(book, repaid(1, date(2026, 11, day), 60_000))
    assert used(book, TODAY) == max(left, 0)


def test_purchases_without_their_line_belong_to_none(book: Book) -> None:
    bring(book, row(1, date(2023, 12, 31), 500, RowClass.OUT), row(2, date(2026, 11, 3), 700, RowClass.OUT,
                                                                   credit_product="yuefu"))  # fmt: skip
    assert used(book, TODAY) == 0


def test_money_for_a_closed_line_counts_and_a_purchase_does_not(book: Book, tmp_path: Path) -> None:
    bring_csv(book, tmp_path, order())
    book.write(close_line, line_id=1, closed_on=date(2026, 11, 7))
    bring_csv(book, tmp_path, sent_back("59.00"))
    bring(book, row(1, date(2026, 11, 8), 9_900, RowClass.OUT))
    assert used(book, TODAY) == 20_000
    bring(book, repaid(2, date(2026, 11, 10), 20_000))
    assert used(book, TODAY) == 0


def test_money_goes_to_the_open_line_of_a_product_rather_than_the_closed_one(book: Book) -> None:
    bring(book, row(1, date(2026, 11, 3), 10_000, RowClass.OUT))
    book.write(close_line, line_id=1, closed_on=date(2026, 11, 7))
    book.write(
        add_line, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗二", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2026, 11, 9), limit_fen=950_000,
    )  # fmt: skip
    bring(book, repaid(2, date(2026, 11, 8), 3_000), repaid(3, date(2026, 11, 9), 4_000))
    payments = [book.read(line_view, line_id=number, today=TODAY).payments for number in (1, 2)]  # type: ignore[union-attr]
    assert [[each.amount_fen for each in some] for some in payments] == [[3_000], [4_000]]


@pytest.mark.parametrize("split_first", [True, False])
def test_a_payment_split_over_accounts_and_imported_whole_counts_once(book: Book, split_first: bool) -> None:
    _, loan = with_jiebei(book, paid=3)
    book.write(
        record_statement, line_id=1, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 8), balance_fen=100_000
    )
    paid = book.write(pay_line, line_id=1, paid_on=date(2026, 11, 7), amount_fen=60_000)
    whole = repaid(1, date(2026, 11, 8), 60_000)
    if not split_first:
        bring(book, whole)
    book.write(split_repayment, repayment_id=paid, amount_fen=20_000, loan_id=loan)
    if split_first:
        bring(book, whole)
    view = book.read(line_view, line_id=1, today=TODAY)
    assert view is not None
    assert view.used_fen == 60_000
    assert [(each.amount_fen, each.from_file) for each in view.payments] == [(40_000, False)]
    # of other money nothing is known
    bring(book, repaid(2, date(2026, 11, 8), 60_000))
    assert book.read(line_view, line_id=1, today=TODAY).used_fen == 0  # type: ignore[union-attr]


@pytest.mark.parametrize("line_id", [1, None])
def test_a_repayment_of_a_loan_of_the_product_and_its_row_count_once(book: Book, line_id: int | None) -> None:
    loan = book.write(
        add_loan, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗分期",
        product="huabei", terms=jiebei_terms(), line_id=line_id,
    )  # fmt: skip
    bring(book, row(1, date(2026, 11, 3), 100_000, RowClass.OUT))
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 11, 8), amount_fen=90_041)
    before = book.read(accounts, today=TODAY).outstanding_fen
    bring(book, repaid(2, date(2026, 11, 8), 90_041))
    assert book.read(accounts, today=TODAY).outstanding_fen == before
    bring(book, repaid(3, date(2026, 11, 8), 90_041))
    assert book.read(accounts, today=TODAY).outstanding_fen == before - 90_041


def test_an_entry_paid_with_a_line_lies_in_its_days(book: Book) -> None:
    book.write(close_line, line_id=1, closed_on=date(2026, 11, 7))

    def entry(day: date) -> None:
        book.write(add_entry, row_class=RowClass.OUT, day=day, amount_fen=100, credit_product="huabei")

    with pytest.raises(BeforeOpening) as before:
        entry(date(2023, 12, 31))
    assert (before.value.field, before.value.values) == ("on", {"opened_on": date(2024, 1, 1)})
    with pytest.raises(AfterClosing) as after:
        entry(date(2026, 11, 8))
    assert (after.value.field, after.value.values) == ("on", {"closed_on": date(2026, 11, 7)})
    entry(date(2024, 1, 1))
    entry(date(2026, 11, 7))
    assert used(book, TODAY) == 200


def test_a_line_that_purchases_belong_to_stays_one_to_pay_later_with(book: Book) -> None:
    same = {
        "line_id": 1, "lender_name": "蚂蚁消费金融", "lender_kind": LenderKind.CONSUMER_FINANCE, "name": "花呗",
        "product": "huabei", "opened_on": date(2024, 1, 1),
    }  # fmt: skip
    book.write(edit_line, kind=LineKind.CARD, **same)
    book.write(edit_line, kind=LineKind.PAY_LATER, **same)
    bring(book, row(1, date(2026, 11, 3), 10_000, RowClass.OUT))
    with pytest.raises(LineHasPurchases) as refused:
        book.write(edit_line, kind=LineKind.CARD, **same)
    assert (refused.value.field, refused.value.values) == ("kind", {"name": "花呗"})
    assert used(book, TODAY) == 10_000


def test_a_row_decided_to_be_a_repayment_reaches_the_line_it_names(book: Book) -> None:
    odd = row(
        2, date(2026, 11, 4), 10_000, RowClass.N_TRANSFER, status="怪", review=ReviewReason.UNKNOWN_STATUS,
        counterparty="花呗", description="花呗主动还款-2026年10月账单", method="余额宝",
    )  # fmt: skip
    bring(book, row(1, date(2026, 11, 3), 50_000, RowClass.OUT), odd)
    assert used(book, TODAY) == 50_000
    book.write(set_row_class, row_ids=[2], row_class=RowClass.N_REPAYMENT)
    assert used(book, TODAY) == 40_000


def test_one_repayment_makes_one_failed_one_good(book: Book) -> None:
    bring(
        book,
        repaid(1, date(2026, 11, 1), 50_000, failed=True),
        repaid(2, date(2026, 11, 2), 30_000, failed=True),
        repaid(3, date(2026, 11, 3), 30_000, failed=True),
        repaid(4, date(2026, 11, 4), 30_000),
        repaid(5, date(2026, 11, 5), 49_999),
    )
    days = {1: None, 2: date(2026, 11, 4), 3: date(2026, 11, 4)}
    assert {each.ref.id: each.made_good_on for each in book.read(failed_payments, until=TODAY)} == days
    # entered and imported it is still one
    book.write(pay_line, line_id=1, paid_on=date(2026, 11, 6), amount_fen=50_000)
    bring(book, repaid(6, date(2026, 11, 6), 50_000), repaid(7, date(2026, 11, 1), 40_000, failed=True))
    days |= {1: date(2026, 11, 6), 7: date(2026, 11, 5)}
    assert {each.ref.id: each.made_good_on for each in book.read(failed_payments, until=TODAY)} == days


def test_a_failed_repayment_is_made_good_by_one_of_its_amount(book: Book) -> None:
    bring(
        book,
        repaid(1, date(2026, 11, 8), 60_000, failed=True),
        repaid(2, date(2026, 11, 9), 59_999),
        repaid(3, date(2026, 11, 10), 60_000),
        repaid(4, date(2026, 11, 20), 300, failed=True),
    )
    found = book.read(failed_payments, until=TODAY)
    assert [(each.on.day, each.made_good_on) for each in found] == [(8, date(2026, 11, 10)), (20, None)]
    assert [each.made_good_on for each in book.read(failed_payments, until=date(2026, 11, 9))] == [None]
