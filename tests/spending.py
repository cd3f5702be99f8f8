"""For tests of spending: statements made of what matters, a pay-later line, a penalty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from planner.actions.imports import import_statement
from planner.actions.lines import add_line
from planner.core.facts import LenderKind, LineKind
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Statement, StatementRow
from planner.store.book import Book
from planner.store.tables import RepaymentRow
from tests.books import TODAY


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statement: class, amount, day; the rest as it mostly is."""

    kind: RowClass
    fen: int | None
    day: date
    native_id: str = ""
    order_id: str = ""
    who: str = "某店"
    what: str = ""
    category: str = "餐饮美食"
    method: str = ""
    credit: str = ""
    debt: DebtKind | None = None
    review: ReviewReason | None = None


def statement(rows: Iterable[Row], name: str = "a.csv") -> Statement:
    """A statement of these rows, each with a key of its own."""
    return Statement(
        name, name, "alipay", "A4", "gbk", "", tuple(_row(number, each, name) for number, each in enumerate(rows, 1))
    )


def import_rows(book: Book, rows: Iterable[Row], name: str = "a.csv") -> None:
    """Imports a statement of these rows."""
    book.write(import_statement, statement=statement(rows, name), imported_on=TODAY)


def add_huabei(book: Book) -> int:
    """A pay-later line, open since the beginning of 2026."""
    return book.write(
        add_line,
        lender_name="蚂蚁消费金融",
        lender_kind=LenderKind.CONSUMER_FINANCE,
        name="花呗",
        product="huabei",
        kind=LineKind.PAY_LATER,
        opened_on=date(2026, 1, 1),
        limit_fen=1_000_000,
    )


def pay_with_penalty(session: Session, *, loan_id: int, paid_on: date, amount_fen: int, penalty_fen: int) -> None:
    """A repayment of which a part was a penalty."""
    session.add(RepaymentRow(loan_id=loan_id, paid_on=paid_on, amount_fen=amount_fen, penalty_fen=penalty_fen))


def _row(number: int, row: Row, name: str) -> StatementRow:
    return StatementRow(
        line=number,
        key=f"{name}-{number}",
        row_class=row.kind,
        happened_at=None if row.review is ReviewReason.NO_TIME else datetime(row.day.year, row.day.month, row.day.day),
        amount_fen=row.fen,
        direction="支出",
        counterparty=row.who,
        description=row.what,
        method=row.method,
        status="交易成功",
        provider_category=row.category,
        native_id=row.native_id,
        order_id=row.order_id or row.native_id,
        note="",
        raw=f"raw {number}",
        debt=row.debt,
        review=row.review,
        credit_product=row.credit,
    )
