"""JD 京东: the receipts of 京东金融 (J1); the bill of 京东 (J2), less refunds (statements.md §3)."""

from __future__ import annotations

import re

from planner.core.spending import ORDER_IS_NET, pay_later_product
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, product_named
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import plain_name, read_amount
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of
from planner.exchange.statements.wallets import known_id, moment_of, said, straightened, with_name

PROVIDER = "jd"
_NEEDED = frozenset({"交易时间", "商户名称", "交易说明", "收/支", "金额", "交易状态"})
_NAME = re.compile(r"京东账号名[：:]\s*([^,\s]+)")
_LINES_WITH_A_HEADER = 200
_NEUTRAL = frozenset({"不计收支", "/"})
_DIRECTIONS = _NEUTRAL | {"支出", "收入"}
_MOVED = frozenset({"交易成功", "支付成功", "退款成功", "还款成功"})
_CLOSED = frozenset({"交易关闭", "已关闭", "交易取消"})
_CREDIT = frozenset({"白条", "金条", "信用借还"})
_LESS = re.compile(r"(.*?)\s*[（(]\s*已(?:全额退款|退款\s*([^）)]*))\s*[）)]?")
_ON_CREDIT = frozenset({RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER})


def _j1(cells: Cells, about: About) -> Meaning:
    """A row of 京东金融: an order at its full amount; its refunds are rows under its id, told apart by the merchant's
    number."""
    cells = straightened(cells, "交易说明", _DIRECTIONS, amount="金额")
    row_class, debt, review = _class(cells)
    order, own = known_id(cells["交易订单号"]), known_id(cells["商家订单号"])
    part = own if row_class is RowClass.N_REFUND and order else ""
    return _meaning(cells, row_class, debt, review, read_amount(cells["金额"]), order or own, part=part)


def _j2(cells: Cells, about: About) -> Meaning:
    """A row of 京东: its amount says what came back of it, so that the row of the refund lowers nothing more."""
    cells = straightened(cells, "交易说明", _DIRECTIONS, amount="金额", fen=lambda text: _less_refund(text)[0])
    row_class, debt, review = _class(cells)
    gross_fen, refunded_fen = _less_refund(cells["金额"])
    amount_fen = gross_fen
    if refunded_fen is not None and gross_fen is not None:
        if refunded_fen == gross_fen:
            row_class, debt = RowClass.N_REFUNDED_ORDER, None
        else:
            amount_fen = gross_fen - refunded_fen
    order, own = known_id(cells["交易订单号"]), known_id(cells["商家订单号"])
    refund = row_class is RowClass.N_REFUND
    return _meaning(
        cells, row_class, debt, review, amount_fen, order or own,
        gross_fen=gross_fen, part=own if refund and order else "", order_id=ORDER_IS_NET if refund else "",
    )  # fmt: skip


def _less_refund(text: str) -> tuple[int | None, int | None]:
    """The full amount and what was given back of it, in fen: `200.00(已全额退款)`, `1174.41(已退款903.43)`. No amount
    where a refund cannot be read or is more than was paid."""
    found = _LESS.fullmatch(text.strip())
    if found is None:
        return read_amount(text), None
    gross_fen = read_amount(found[1])
    back_fen = gross_fen if found[2] is None else read_amount(found[2])
    if gross_fen is None or back_fen is None or back_fen > gross_fen:
        return None, None
    return gross_fen, back_fen


def _meaning(
    cells: Cells,
    row_class: RowClass,
    debt: DebtKind | None,
    review: ReviewReason | None,
    amount_fen: int | None,
    native_id: str,
    *,
    gross_fen: int | None = None,
    part: str = "",
    order_id: str = "",
) -> Meaning:
    text, category, method = said(cells["交易说明"]), said(cells["交易分类"]), said(cells["收/付款方式"])
    return Meaning(
        row_class=row_class, happened_at=moment_of(cells["交易时间"]), amount_fen=amount_fen, gross_fen=gross_fen,
        direction=cells["收/支"], counterparty=said(cells["商户名称"]), description=text, method=method,
        status=cells["交易状态"], provider_category=category, native_id=native_id, order_id=order_id, part=part,
        note=said(cells["备注"]), debt=debt, product=product_named(f"{text} {category}"), review=review,
        credit_product=pay_later_product(method) if row_class in _ON_CREDIT else "",
    )  # fmt: skip


def _class(cells: Cells) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """What a row is by its status, direction and text, and what it does to a debt."""
    direction, status = cells["收/支"], cells["交易状态"]
    category, text = cells["交易分类"], cells["交易说明"]
    odd = None if direction in _DIRECTIONS else ReviewReason.UNKNOWN_DIRECTION
    if status.endswith("失败"):
        return RowClass.N_FAILED, DebtKind.FAILED_REPAYMENT if "还款" in f"{text}{status}" else None, odd
    if status in ("等待付款", "待付款"):
        return RowClass.N_FAILED, None, odd
    if status in _CLOSED:
        return RowClass.N_CLOSED, None, odd
    review = odd or (None if status in _MOVED else ReviewReason.UNKNOWN_STATUS)
    if direction == "支出":
        return RowClass.OUT, None, review
    if status == "退款成功" or category == "退款" or text.startswith("退款"):
        return RowClass.N_REFUND, None, review
    if direction == "收入":
        return RowClass.IN, None, review
    return _neutral(category, text, review)


def _neutral(
    category: str, text: str, review: ReviewReason | None
) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """The same for a row that JD counts as neither income nor spending."""
    if text.startswith(("冻结", "解冻")) or "先享后付" in text:
        return RowClass.N_HOLD, None, review
    if review is None and (category in _CREDIT or product_named(text)):
        if "还款" in text:
            return RowClass.N_REPAYMENT, DebtKind.REPAYMENT, None
        if "放款" in text:
            return RowClass.N_DRAWDOWN, DebtKind.DRAWDOWN, None
        return RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_STATUS
    return RowClass.N_TRANSFER, None, review


_find_j1 = reader_of(
    [Layout(provider=PROVIDER, generation="J1", kind=AccountKind.WALLET, needs=_NEEDED, meaning=_j1, once=True)]
)
_find_j2 = reader_of(
    [Layout(provider=PROVIDER, generation="J2", kind=AccountKind.WALLET, needs=_NEEDED, meaning=_j2, once=True)]
)


def find(document: Document) -> Found | None:
    """The JD statement in a file, if it is one: J1 has the direction before the amount, J2 behind the status."""
    found = (_find_j1 if _direction_first(document) else _find_j2)(document)
    return None if found is None else with_name(found, document, _NAME)


def _direction_first(document: Document) -> bool:
    for sheet in document.sheets:
        for row in sheet.rows[:_LINES_WITH_A_HEADER]:
            names = list(map(plain_name, row.cells))
            if _NEEDED.issubset(names):
                return names.index("收/支") < names.index("金额")
    return False
