"""What the exports of book-keeping programs share: a row by its kind, and the debts that it names."""

from __future__ import annotations

from datetime import datetime

from planner.core.statement_rows import CNY, DebtKind, ReviewReason, RowClass, product_named
from planner.exchange.statements.tables import Meaning

_KINDS = {
    "支出": RowClass.OUT, "收入": RowClass.IN, "报销": RowClass.IN, "报销记录": RowClass.IN, "退款": RowClass.N_REFUND,
    "转账": RowClass.N_TRANSFER, "还款": RowClass.N_REPAYMENT, "余额变更": RowClass.N_TRANSFER,
    "负债变更": RowClass.N_TRANSFER, "债权变更": RowClass.N_TRANSFER, "债务-借入": RowClass.N_DRAWDOWN,
    "债务-还款": RowClass.N_REPAYMENT, "债务-借出": RowClass.N_TRANSFER, "债务-收款": RowClass.N_TRANSFER,
    "债务-利息收入": RowClass.IN, "债务-利息支出": RowClass.OUT, "借入": RowClass.N_DRAWDOWN,
    "借出": RowClass.N_TRANSFER, "收款": RowClass.N_TRANSFER,
}  # fmt: skip
_DEBTS = {RowClass.N_REPAYMENT: DebtKind.REPAYMENT, RowClass.N_DRAWDOWN: DebtKind.DRAWDOWN}


def book_meaning(
    kind: str, fen: int | None, happened_at: datetime | None, *, words: str, party: str = "", method: str = "",
    category: str = "", native_id: str = "", order_id: str = "", currency: str = CNY, note: str = "",
) -> Meaning:  # fmt: skip
    """A row by its kind. A kind that no program is known to write is to review; money out below zero came back, and
    income below zero was taken back: neither spending nor income."""
    row_class = _KINDS.get(kind)
    if row_class in (RowClass.OUT, RowClass.IN) and fen is not None and fen < 0:
        row_class = RowClass.N_REFUND
    debt = None if row_class is None else _DEBTS.get(row_class)
    return Meaning(
        row_class=row_class or RowClass.N_TRANSFER,
        happened_at=happened_at,
        amount_fen=None if fen is None else abs(fen),
        direction=kind,
        counterparty=party,
        description=words,
        method=method,
        provider_category=category,
        native_id=native_id,
        order_id=order_id,
        note=note,
        currency=currency,
        debt=debt,
        product=product_named(f"{party} {words} {method} {category} {note}"),
        review=None if row_class is not None else ReviewReason.UNKNOWN_DIRECTION,
    )
