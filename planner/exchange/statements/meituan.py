"""Meituan 美团: the bill of transactions (statements.md §4)."""

from __future__ import annotations

import re

from planner.core.spending import pay_later_product
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, product_named
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import read_amount
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of
from planner.exchange.statements.wallets import known_id, moment_of, said, straightened, with_name

PROVIDER = "meituan"
_NEEDED = frozenset({"交易创建时间", "交易类型", "订单标题", "收/支", "实付金额"})
_NAME = re.compile(r"美团用户名[：:]\s*\[([^\],]*)\]")
_NEUTRAL = frozenset({"不计收支", "/"})
_DIRECTIONS = _NEUTRAL | {"支出", "收入"}
_TYPES = frozenset({"支付", "退款", "还款", "充值", "提现"})


def _row(cells: Cells, about: About) -> Meaning:
    """A row: what was paid is `实付金额`, and a repayment stands as spending."""
    cells = straightened(cells, "订单标题", _DIRECTIONS, amount="实付金额")
    kind, direction, title, method = cells["交易类型"], cells["收/支"], said(cells["订单标题"]), said(cells["支付方式"])
    row_class, debt, review = _class(kind, direction, title)
    on_credit = row_class in (RowClass.OUT, RowClass.N_REFUND)
    return Meaning(
        row_class=row_class, happened_at=moment_of(cells["交易创建时间"]) or moment_of(cells["交易成功时间"]),
        amount_fen=read_amount(cells["实付金额"]), direction=direction, description=title, method=method,
        provider_category=kind, native_id=known_id(cells["交易单号"]), note=said(cells["备注"]), debt=debt,
        product=product_named(title) or product_named(kind), review=review,
        credit_product=pay_later_product(method) if on_credit else "",
    )  # fmt: skip


def _class(kind: str, direction: str, title: str) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    odd = None if direction in _DIRECTIONS else ReviewReason.UNKNOWN_DIRECTION
    review = odd or (None if kind in _TYPES else ReviewReason.UNKNOWN_STATUS)
    if kind.endswith("失败"):
        return RowClass.N_FAILED, DebtKind.FAILED_REPAYMENT if "还款" in kind else None, odd
    if kind == "还款":
        return RowClass.N_REPAYMENT, DebtKind.REPAYMENT, odd
    if kind == "退款":
        return RowClass.N_REFUND, None, odd
    if direction == "支出" and kind not in ("充值", "提现"):
        return RowClass.OUT, None, review
    if direction == "收入" and kind not in ("充值", "提现"):
        return RowClass.IN, None, review
    return RowClass.N_TRANSFER, None, review


_find = reader_of(
    [Layout(provider=PROVIDER, generation="M1", kind=AccountKind.WALLET, needs=_NEEDED, meaning=_row, once=True)]
)


def find(document: Document) -> Found | None:
    """The Meituan statement in a file, if it is one."""
    found = _find(document)
    return None if found is None else with_name(found, document, _NAME)
