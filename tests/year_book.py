"""A book for tests of pages: a year of a few debts and a statement. Unlike the sample book it stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlmodel import Session

from planner.actions.imports import import_statement
from planner.actions.lines import add_line, change_limit
from planner.actions.loans import add_loan, record_repayment
from planner.actions.profile import add_cash_account, declare_applications_complete, set_cash_balance, set_profile
from planner.actions.standing import log_application, log_score_reading
from planner.core.calendar import add_months
from planner.core.facts import LineStatus, Outcome
from planner.core.products import Product
from planner.core.terms import DueDayPolicy, Rate, RatePeriod
from planner.knowledge import load_knowledge
from planner.reports.courses import loan_record
from planner.store.book import Book
from planner.store.reader import reader_of
from tests.year_statement import year_statement

INCOME_FEN = 920_000


def fill_year_book(session: Session, *, today: date, products: Sequence[Product]) -> None:
    """Fills an empty book as of `today`: 借呗 with its limit cut once, 白条 instalments, a bank loan.

    The same rows for the same day on every machine; everything but the day is fixed.
    """
    by_key = {product.key: product for product in products}
    start = add_months(today, -12, 1)
    _person(session, start, today)
    jiebei = _line(session, by_key["jiebei"], add_months(start, -20, 12), 3_000_000)
    baitiao = _line(session, by_key["baitiao"], add_months(start, -14, 3), 1_200_000)
    change_limit(
        session,
        line_id=jiebei,
        on=add_months(today, -5, 18),
        limit_fen=800_000,
        status=LineStatus.REDUCED,
        reason="综合评估",
    )
    bank = _loan(session, by_key["bank_loan"], "消费贷", add_months(start, 1, 21), 4_800_000, lender="建设银行")
    first = _loan(session, by_key["jiebei"], "借呗 · 装修", add_months(start, 2, 10), 900_000, line_id=jiebei)
    fridge = _loan(session, by_key["baitiao"], "白条 · 冰箱", add_months(start, 6, 5), 479_900, line_id=baitiao)
    second = _loan(session, by_key["jiebei"], "借呗 · 周转", add_months(start, 8, 28), 1_200_000, line_id=jiebei)
    drawn_on = add_months(start, 5, 2)
    family = _loan(session, by_key["family_loan"], "舅舅", drawn_on, 1_000_000, lender="舅舅", periods=18)
    late = {(first, 3): 6, (fridge, 2): 2}
    for loan_id in (bank, first, fridge, second, family):
        _repay_as_due(session, loan_id, today, late)
    spent = year_statement(today, income_fen=INCOME_FEN)
    import_statement(session, statement=spent, imported_on=today)
    for months, lender, outcome in (
        (10, "建设银行", Outcome.APPROVED),
        (4, "招联消费金融", Outcome.DECLINED),
        (1, "平安银行", Outcome.PENDING),
    ):
        log_application(session, applied_on=add_months(today, -months, 16), lender_name=lender, outcome=outcome)
    for months, score in ((9, 668), (6, 661), (3, 643)):
        log_score_reading(session, on=add_months(today, -months, 6), score=score)


def make_year_book(path: Path, today: date) -> Path:
    """Makes the year book of a day in a new file; returns the file."""
    book = Book.open(path, today=today, create=True)
    book.write(fill_year_book, today=today, products=load_knowledge().products)
    book.close()
    return path


def _person(session: Session, start: date, today: date) -> None:
    set_profile(session, since=add_months(start, -24), income_fen=INCOME_FEN, payday=10, essential_fen=420_000)
    declare_applications_complete(session, since=start)
    card = add_cash_account(session, name="招商银行储蓄卡", on=start, balance_fen=1_260_000)
    wallet = add_cash_account(session, name="余额宝", on=start, balance_fen=530_000)
    set_cash_balance(session, account_id=card, on=today, balance_fen=684_215)
    set_cash_balance(session, account_id=wallet, on=today, balance_fen=216_080)


def _line(session: Session, product: Product, opened_on: date, limit_fen: int) -> int:
    assert product.line_kind is not None
    return add_line(
        session,
        lender_name=product.lender_name,
        lender_kind=product.lender_kind,
        name=product.zh.removesuffix("分期"),
        product=product.key,
        kind=product.line_kind,
        opened_on=opened_on,
        limit_fen=limit_fen,
    )


def _loan(
    session: Session,
    product: Product,
    name: str,
    drawn_on: date,
    principal_fen: int,
    *,
    line_id: int | None = None,
    lender: str = "",
    periods: int | None = None,
) -> int:
    changed: dict[str, Any] = {"periods": periods or product.loan.periods}
    if product.key == "bank_loan":
        changed["rate"] = Rate(Decimal("0.042"), RatePeriod.YEARLY)
    if product.loan.due_day_policy is DueDayPolicy.AFTER_STATEMENT:
        changed["due_day_policy"] = DueDayPolicy.SAME_DAY_CLAMP  # of an order, not of a bill
    terms = product.loan.terms(principal_fen=principal_fen, drawn_on=drawn_on, **changed)
    return add_loan(
        session,
        lender_name=lender or product.lender_name,
        lender_kind=product.lender_kind,
        line_id=line_id,
        name=name,
        product=product.key,
        terms=terms,
    )


def _repay_as_due(session: Session, loan_id: int, today: date, late: dict[tuple[int, int], int]) -> None:
    """Every instalment due before today is paid on its day, but for the late ones."""
    record = loan_record(reader_of(session), loan_id)
    assert record is not None
    for each in record.course.instalments:
        paid_on = each.row.due_on + timedelta(days=late.get((loan_id, each.row.number), 0))
        if paid_on < today and each.open_fen:
            record_repayment(session, loan_id=loan_id, paid_on=paid_on, amount_fen=each.row.payment_fen)
