"""What counts as spending: refunds netted against their orders, and where something was bought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.core.statement_rows import RowClass, Scene

SPENDING = frozenset({RowClass.OUT, RowClass.N_REFUND})
"""The classes that have a category and a scene; all other money is neither spent nor given back."""

DECISIONS = (
    RowClass.OUT,
    RowClass.IN,
    RowClass.N_REFUND,
    RowClass.N_REPAYMENT,
    RowClass.N_DRAWDOWN,
    RowClass.N_TRANSFER,
    RowClass.N_ZERO,
)
"""What a row that wants a look can be decided to be."""


class RefundUse(StrEnum):
    """What a refund lowers."""

    ORDER = "order"
    """The order it belongs to, in the order's month and category."""
    MONTH = "month"
    """Its own month and category: the order is not in the book."""
    NOTHING = "nothing"
    """Nothing: the order never counted."""
    AGAIN = "again"
    """Nothing: the same refund is listed once more."""


@dataclass(frozen=True, slots=True)
class Order:
    """A row that a refund names. `happened_at` is as the book has it, text in order of time."""

    id: int
    native_id: str
    row_class: RowClass
    amount_fen: int
    happened_at: str
    category_id: int | None
    credit_product: str = ""


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that came back; `order_id` is the native id of its order, empty where none is named."""

    id: int
    order_id: str
    amount_fen: int
    happened_at: str
    category_id: int | None
    credit_product: str = ""


@dataclass(frozen=True, slots=True)
class Netting:
    """`refunded` is what was given back of an order (fen, never more than the order), by the order's row; `uses` says
    of every refund what it lowers, by its row; `parts` are (refund's row, order's row, fen above zero)."""

    refunded: Mapping[int, int]
    uses: Mapping[int, RefundUse]
    parts: tuple[tuple[int, int, int], ...] = ()


def net_refunds(orders: Iterable[Order], refunds: Iterable[Refund]) -> Netting:
    """Sets refunds against orders; both in order of time, refunds being no orders themselves (statements.md §1).

    A refund lowers the spending it names, each order to zero at most; what is more lowers nothing. One that names
    several rows of an id lowers the first, then the next. One whose order is in the book and no spending (closed,
    refunded whole, income) lowers nothing. The same order, amount and time twice is one refund listed twice.
    """
    left: dict[str, list[list[int]]] = {}
    for order in orders:
        rows = left.setdefault(order.native_id, [])
        if order.row_class is RowClass.OUT:
            rows.append([order.id, order.amount_fen])
    parts: list[tuple[int, int, int]] = []
    uses: dict[int, RefundUse] = {}
    met: set[tuple[str, int, str]] = set()
    for refund in refunds:
        rows = left.get(refund.order_id, []) if refund.order_id else []
        same = (refund.order_id, refund.amount_fen, refund.happened_at)
        if refund.order_id and same in met:
            uses[refund.id] = RefundUse.AGAIN
            continue
        met.add(same)
        if rows:
            uses[refund.id] = RefundUse.ORDER
            parts += [(refund.id, order_id, fen) for order_id, fen in _lower(rows, refund.amount_fen)]
        else:
            known = bool(refund.order_id) and refund.order_id in left
            uses[refund.id] = RefundUse.NOTHING if known else RefundUse.MONTH
    refunded: dict[int, int] = {}
    for _, order_id, fen in parts:
        refunded[order_id] = refunded.get(order_id, 0) + fen
    return Netting(refunded, uses, tuple(parts))


def _lower(rows: list[list[int]], fen: int) -> list[tuple[int, int]]:
    """Takes a refund off the rows of an order, one after the other; returns (row, fen) of what was taken."""
    taken = []
    for row in rows:
        now = min(row[1], fen)
        row[1] -= now
        fen -= now
        if now:
            taken.append((row[0], now))
    return taken


_PAID_IN_PERSON = ("扫码", "二维码", "收款码", "付款码", "当面付", "刷卡", "刷脸", "线下", "POS")
_BOUGHT_ONLINE = (
    "外卖", "旗舰店", "专营店", "专卖店", "淘宝", "天猫", "京东", "拼多多", "抖音", "快手", "闲鱼", "唯品会", "得物",
    "话费", "流量", "会员", "充值", "缴费", "电费", "水费", "燃气费", "网购", "电商", "网店", "快递", "App Store",
    "12306", "携程", "去哪儿", "飞猪", "滴滴", "快车", "网约车", "哈啰", "线上",
)  # fmt: skip
_BOUGHT_IN_PERSON = (
    "门店", "超市", "便利店", "菜市场", "公交", "地铁", "停车", "加油", "乘车", "高速", "食堂", "餐厅", "小馆", "饭店",
    "餐馆", "面馆", "酒楼", "火锅", "药房", "药店", "医院", "影城", "影院", "理发", "百货", "商场", "咖啡",
)  # fmt: skip
_BY_CATEGORY = {"通讯物流": Scene.ONLINE, "充值缴费": Scene.ONLINE, "爱车养车": Scene.OFFLINE}
_WALLETS = frozenset({"alipay", "wechat"})


def scene_of(provider: str, method: str, counterparty: str, description: str, category: str) -> Scene | None:
    """Where something was bought, by the words of its row; None where they do not say. `category` is the provider's.

    How it was paid says most, then who sells on line, then what stands in a street. Rows of no wallet only count
    where somebody wrote one of the words.
    """
    text = f"{counterparty} {description}"
    if any(word in text for word in _PAID_IN_PERSON) or "扫码" in method:
        return Scene.OFFLINE
    if any(word in text for word in _BOUGHT_ONLINE):
        return Scene.ONLINE
    if any(word in text for word in _BOUGHT_IN_PERSON):
        return Scene.OFFLINE
    return _BY_CATEGORY.get(category) if provider in _WALLETS else None


def pay_later_product(method: str) -> str:
    """The product a purchase was paid with, by the words of its method; empty where it was none."""
    return "huabei" if "花呗" in method or "信用购" in method else ""
