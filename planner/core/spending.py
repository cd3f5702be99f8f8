"""What counts as spending: refunds netted against their orders, and where something was bought."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.core.errors import PlannerError
from planner.core.money import parse_amount
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


ORDER_IS_NET = "net"
"""Stands for the order of a refund whose statement has the order's amount less the refund already (JD 京东)."""
TOLD_BY_ORDERS = frozenset({"wechat"})
"""The feeds whose refunds name no order, while the order's status says what came back of it."""
_TOLD = re.compile(r"已退款[（(]?[￥¥]?([\d.,]+)")


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
    """A row that a refund names, or that says what came back of it. `happened_at` is as the book has it, text in order
    of time; `told_fen` is what the row's own status says was given back, `feed` the provider."""

    id: int
    native_id: str
    row_class: RowClass
    amount_fen: int
    happened_at: str
    category_id: int | None
    credit_product: str = ""
    told_fen: int = 0
    feed: str = ""
    counterparty: str = ""


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that came back; `order_id` is the native id of its order, empty where none is named, and `ORDER_IS_NET`
    where the order has it taken off already."""

    id: int
    order_id: str
    amount_fen: int
    happened_at: str
    category_id: int | None
    credit_product: str = ""
    feed: str = ""
    counterparty: str = ""


@dataclass(frozen=True, slots=True)
class Netting:
    """`refunded` is what was given back of an order (fen, never more than the order), by the order's row; `uses` says
    of every refund what it lowers, by its row; `parts` are (refund's row, order's row, fen above zero)."""

    refunded: Mapping[int, int]
    uses: Mapping[int, RefundUse]
    parts: tuple[tuple[int, int, int], ...] = ()


def _nameless(
    refund: Refund, told: _Told, left: Mapping[str, list[list[int]]]
) -> tuple[RefundUse, list[tuple[int, int, int]]]:
    """What a refund that names no order of the book lowers: the order that tells of it, else its own month."""
    found = told.order_of(refund)
    if found is None:
        return RefundUse.MONTH, []
    if found.row_class is not RowClass.OUT:
        return RefundUse.NOTHING, []
    rows = [row for row in left[found.native_id] if row[0] == found.id]
    return RefundUse.ORDER, [(refund.id, order_id, fen) for order_id, fen in _lower(rows, refund.amount_fen)]


def net_refunds(orders: Iterable[Order], refunds: Iterable[Refund]) -> Netting:
    """Sets refunds against orders; both in order of time, refunds being no orders themselves (statements.md §1, §2).

    A refund lowers the spending it names, each order to zero at most; what is more lowers nothing. One that names
    several rows of an id lowers the first, then the next. One whose order is in the book and no spending (closed,
    refunded whole, income) lowers nothing, and so does one whose order is net. The same order, amount and time twice
    is one refund listed twice. One that names no order in the book belongs to the order that tells of it (`_Told`).
    """
    orders = list(orders)
    left: dict[str, list[list[int]]] = {order.native_id: [] for order in orders}
    for order in orders:
        if order.row_class is RowClass.OUT:
            left[order.native_id].append([order.id, order.amount_fen])
    parts: list[tuple[int, int, int]] = []
    uses: dict[int, RefundUse] = {}
    met: set[tuple[str, int, str]] = set()
    nameless: list[Refund] = []
    told = _Told(orders)
    for refund in refunds:
        same = (refund.order_id, refund.amount_fen, refund.happened_at)
        if refund.order_id == ORDER_IS_NET:
            uses[refund.id] = RefundUse.NOTHING
        elif refund.order_id and same in met:
            uses[refund.id] = RefundUse.AGAIN
        elif not refund.order_id or refund.order_id not in left:
            nameless.append(refund)
        elif rows := left[refund.order_id]:
            uses[refund.id] = RefundUse.ORDER
            taken = _lower(rows, refund.amount_fen)
            parts += [(refund.id, order_id, fen) for order_id, fen in taken]
            told.took(dict(taken))
        else:
            uses[refund.id] = RefundUse.NOTHING
            told.took_named(refund)
        met.add(same)
    for refund in nameless:
        uses[refund.id], lowered = _nameless(refund, told, left)
        parts += lowered
    return Netting(_by_order(parts), uses, tuple(parts))


def _by_order(parts: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    refunded: Counter[int] = Counter()
    for _, order_id, fen in parts:
        refunded[order_id] += fen
    return dict(refunded)


class _Told:
    """The orders that say what was given back of them, and how much of that no refund has been found for."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._orders = [order for order in orders if order.told_fen]
        self._left = {order.id: order.told_fen for order in self._orders}

    def took(self, fen_by_order: Mapping[int, int]) -> None:
        """Refunds that name their orders are found."""
        for order_id, fen in fen_by_order.items():
            if order_id in self._left:
                self._left[order_id] = max(0, self._left[order_id] - fen)

    def took_named(self, refund: Refund) -> None:
        """A refund of an order that is no spending is found."""
        order = next((each for each in self._orders if each.native_id == refund.order_id and self._left[each.id]), None)
        if order is not None:
            self.took({order.id: refund.amount_fen})

    def order_of(self, refund: Refund) -> Order | None:
        """The order of a refund that names none: the latest before it of the feed and the payee, of which as much is
        left, else more. A refund without a payee (a returned red packet) must be all that is left."""
        fits = [
            order
            for order in self._orders
            if self._left[order.id] >= refund.amount_fen > 0
            and order.feed == refund.feed
            and order.happened_at <= refund.happened_at
            and (order.counterparty == refund.counterparty if refund.counterparty else self._all_of(order, refund))
        ]
        found = max(fits, key=lambda order: (self._all_of(order, refund), order.happened_at, order.id), default=None)
        if found is not None:
            self._left[found.id] -= refund.amount_fen
        return found

    def _all_of(self, order: Order, refund: Refund) -> bool:
        return self._left[order.id] == refund.amount_fen


def told_refund(row_class: RowClass, status: str, amount_fen: int) -> int:
    """What an order's own status says was given back of it (fen): `已退款(￥39.93)`, or all of an order refunded
    whole; 0 where it says nothing."""
    if row_class is RowClass.N_REFUNDED_ORDER:
        return amount_fen
    found = _TOLD.match(status) if row_class is RowClass.OUT else None
    try:
        return 0 if found is None else min(parse_amount(found[1]), amount_fen)
    except PlannerError:
        return 0


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


_PAID_LATER = (
    ("花呗", "huabei"),
    ("信用购", "huabei"),
    ("白条", "baitiao"),
    ("美团月付", "meituan_yuefu"),
    ("抖音月付", "douyin_yuefu"),
)


def pay_later_product(method: str) -> str:
    """The product a purchase was paid with, by the words of its method (`花呗&红包`, `分付`); empty where it
    was none."""
    named = next((key for word, key in _PAID_LATER if word in method), "")
    if named or "分付" not in method:
        return named
    return "fenfu" if any(part.strip() in ("分付", "微信分付") for part in method.split("&")) else ""
