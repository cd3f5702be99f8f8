"""Refunds against orders as statements.md §1 has them, and scenes by the words of a row."""

from __future__ import annotations

import pytest

from planner.core.spending import Netting, Order, Refund, RefundUse, net_refunds, pay_later_product, scene_of
from planner.core.statement_rows import RowClass, Scene


def order(number: int, fen: int, name: str = "A", kind: RowClass = RowClass.OUT) -> Order:
    return Order(number, name, kind, fen, "2026-10-01 10:00:00", 1)


def refund(number: int, fen: int, name: str = "A", at: str = "2026-11-02 09:00:00") -> Refund:
    return Refund(number, name, fen, at, 12)


def test_a_part_given_back_lowers_its_order() -> None:
    assert net_refunds([order(1, 10_000)], [refund(2, 2_500)]) == Netting(
        {1: 2_500}, {2: RefundUse.ORDER}, ((2, 1, 2_500),)
    )


def test_parts_add_up_and_never_go_below_nothing() -> None:
    found = net_refunds([order(1, 3_000)], [refund(2, 2_000), refund(3, 2_000, at="2026-11-03 09:00:00")])
    assert found == Netting({1: 3_000}, {2: RefundUse.ORDER, 3: RefundUse.ORDER}, ((2, 1, 2_000), (3, 1, 1_000)))


def test_the_same_refund_listed_twice_counts_once() -> None:
    found = net_refunds([order(1, 3_000)], [refund(2, 990), refund(3, 990)])
    assert found == Netting({1: 990}, {2: RefundUse.ORDER, 3: RefundUse.AGAIN}, ((2, 1, 990),))
    alone = net_refunds([], [refund(2, 990), refund(3, 990)])
    assert alone == Netting({}, {2: RefundUse.MONTH, 3: RefundUse.AGAIN})


def test_equal_refunds_without_an_order_are_two() -> None:
    found = net_refunds([], [refund(2, 990, ""), refund(3, 990, "")])
    assert set(found.uses.values()) == {RefundUse.MONTH}


@pytest.mark.parametrize(
    "kind", [RowClass.N_REFUNDED_ORDER, RowClass.N_CLOSED, RowClass.IN, RowClass.N_FAILED, RowClass.N_TRANSFER]
)
def test_the_refund_of_an_order_that_never_counted_lowers_nothing(kind: RowClass) -> None:
    assert net_refunds([order(1, 64_000, kind=kind)], [refund(2, 64_000)]) == Netting({}, {2: RefundUse.NOTHING})


def test_rows_that_share_an_id_are_lowered_one_after_the_other() -> None:
    found = net_refunds([order(1, 200), order(2, 200)], [refund(3, 300)])
    assert found.refunded == {1: 200, 2: 100}
    assert found.parts == ((3, 1, 200), (3, 2, 100))


def test_an_order_without_an_id_is_nobodys() -> None:
    assert net_refunds([order(1, 200, "")], [refund(3, 100, "")]).refunded == {}


@pytest.mark.parametrize(
    ("who", "what", "method", "scene"),
    [
        ("城市公交", "乘车", "余额宝", Scene.OFFLINE),
        ("美团外卖", "外卖订单", "余额宝", Scene.ONLINE),
        ("某旗舰店", "外套", "花呗", Scene.ONLINE),
        ("喆记超市", "日用品", "余额宝", Scene.OFFLINE),
        ("喆记超市", "外卖", "余额宝", Scene.ONLINE),
        ("某旗舰店", "扫码付款", "花呗", Scene.OFFLINE),
        ("中国移动", "话费", "", Scene.ONLINE),
        ("王某", "转账", "余额", None),
    ],
)
def test_a_scene_by_the_words_of_a_row(who: str, what: str, method: str, scene: Scene | None) -> None:
    assert scene_of("alipay", method, who, what, "") is scene


def test_a_scene_by_the_wallets_category_only_in_wallets() -> None:
    assert scene_of("alipay", "", "某公司", "账单", "充值缴费") is Scene.ONLINE
    assert scene_of("", "", "某公司", "账单", "充值缴费") is None


def test_what_a_purchase_was_paid_with() -> None:
    assert (pay_later_product("花呗&红包"), pay_later_product("余额宝")) == ("huabei", "")
