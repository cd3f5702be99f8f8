"""WeChat Pay 微信支付: the bill as CSV and XLSX, and the proof of transactions (W1 to W4 of statements.md §2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.core.spending import pay_later_product
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, StatementRow, product_named
from planner.exchange.statements.contents import Contents, Found, Progress, Stop
from planner.exchange.statements.documents import Document, Sheet
from planner.exchange.statements.reading import read_amount
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of
from planner.exchange.statements.wallets import known_id, moment_of, said, straightened, with_name

PROVIDER = "wechat"
_BILL = frozenset({"交易时间", "交易类型", "收/支", "金额", "当前状态"})
_PROOF = frozenset({"交易单号", "交易时间", "交易类型", "收/支/其他", "金额"})
_NAME = re.compile(r"微信昵称[：:]\s*\[([^\],]*)\]")

_NEUTRAL = frozenset({"/", "中性交易", "其他"})
_DIRECTIONS = _NEUTRAL | {"支出", "收入"}
_MOVED = frozenset({
    "支付成功", "已转账", "朋友已收钱", "对方已收钱", "已存入零钱", "已收钱", "已到账", "充值完成", "充值成功",
    "提现已到账",
    "资金已到账", "已全额退款", "对方已退还",
})  # fmt: skip
_GIVEN_BACK = ("已全额退款", "对方已退还")
_TYPES = frozenset({
    "商户消费", "扫二维码付款", "二维码收款", "转账", "微信红包", "群收款", "赞赏码", "亲属卡交易", "分分捐", "其他",
    "信用卡还款", "分付还款", "零钱充值", "零钱提现", "购买理财通", "经营账户提现",
})  # fmt: skip
_TYPES_BEGIN = ("微信红包（", "微信红包(", "转入零钱通", "零钱通转出")
_OWN_MONEY = ("零钱充值", "零钱提现", "转入零钱通", "零钱通转出", "购买理财通", "经营账户提现")
_ON_CREDIT = frozenset({RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER})


def _bill(cells: Cells, about: About) -> Meaning:
    """A row of the bill."""
    cells = straightened(cells, "商品", _DIRECTIONS, amount="金额")
    return _meaning(
        cells, cells["收/支"], cells["支付方式"], said(cells["商品"]), cells["当前状态"], said(cells["备注"])
    )


def _proof(cells: Cells, about: About) -> Meaning:
    """A row of the proof: without goods or status, so that an order is never told to have been given back."""
    return _meaning(cells, "".join(cells["收/支/其他"].split()), cells["交易方式"], "", None, "")


def _meaning(
    cells: Mapping[str, str], direction: str, method: str, goods: str, status: str | None, note: str
) -> Meaning:
    kind_of_row, party = said(cells["交易类型"]), said(cells["交易对方"])
    method, known_status = said(method), "" if status is None else said(status)
    row_class, debt, review = _class(kind_of_row, direction, known_status, has_status=status is not None)
    return Meaning(
        row_class=row_class, happened_at=moment_of(cells["交易时间"]),
        amount_fen=read_amount("".join(cells["金额"].split())),
        # the bill writes a stroke where the proof writes a word: the row is the same
        direction="/" if direction in _NEUTRAL else direction,
        counterparty=party, description=goods if goods else kind_of_row, method=method, status=known_status,
        provider_category=kind_of_row, native_id=known_id(cells["交易单号"]), order_id=known_id(cells["商户单号"]),
        note=note, debt=debt, product=_product(kind_of_row, party), review=review,
        credit_product=pay_later_product(method) if row_class in _ON_CREDIT else "",
    )  # fmt: skip


def _class(
    kind: str, direction: str, status: str, *, has_status: bool
) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """What a row is by its type, direction and status, and what it does to a debt."""
    repays = kind in ("信用卡还款", "分付还款")
    if status.endswith("失败"):
        return RowClass.N_FAILED, DebtKind.FAILED_REPAYMENT if repays else None, None
    review = None
    if not _known_type(kind) or (has_status and status not in _MOVED and not status.startswith("已退款")):
        review = ReviewReason.UNKNOWN_STATUS
    gives_back = kind.endswith("退款") and not kind.startswith(_OWN_MONEY)
    if direction == "支出":
        given_back = status.startswith(_GIVEN_BACK)
        return RowClass.N_REFUNDED_ORDER if given_back else RowClass.OUT, None, review
    if direction == "收入":
        refund = kind.endswith("退款") or status.startswith(("已退款", "已全额退款"))
        return RowClass.N_REFUND if refund else RowClass.IN, None, review
    if direction not in _NEUTRAL:
        return RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_DIRECTION
    if repays:
        return RowClass.N_REPAYMENT, DebtKind.REPAYMENT, review
    return RowClass.N_REFUND if gives_back else RowClass.N_TRANSFER, None, review


def _known_type(kind: str) -> bool:
    return kind in _TYPES or kind.startswith(_TYPES_BEGIN) or kind.endswith("-退款")


def _product(kind: str, party: str) -> str:
    return "credit_card" if kind == "信用卡还款" else product_named(f"{kind} {party}")


def _is_furniture(cells: Cells) -> bool:
    """A row of the proof's page and not of its table: a heading, a page number, a note below it, the seal."""
    number = known_id(cells["交易单号"])
    return (
        not (number.isascii() and sum(map(str.isdigit, number)) >= 8)
        and moment_of(cells["交易时间"]) is None
        and read_amount("".join(cells["金额"].split())) is None
        and "".join(cells["收/支/其他"].split()) not in _DIRECTIONS
    )


def _linked(rows: Sequence[StatementRow]) -> list[StatementRow]:
    """The rows, each refund with the order it names. `order_id` comes in as the merchant's number of the row.

    A returned transfer or red packet has the order's merchant number for its own number, a shop's refund sometimes
    the same merchant number. Where neither is, the refund stands for itself: the book finds the order that says it
    was given back (`core.spending.net_refunds`).
    """
    by_merchant = {
        row.order_id: row.native_id
        for row in rows
        if row.direction == "支出" and row.native_id and row.order_id != row.native_id
    }
    own = {row.native_id for row in rows if row.direction == "支出"}

    def order_of(row: StatementRow) -> str:
        if row.row_class is not RowClass.N_REFUND:
            return row.native_id
        found = by_merchant.get(row.native_id) or by_merchant.get(row.order_id)
        return found or (row.order_id if row.order_id in own else row.native_id)

    return [row._replace(order_id=order_of(row)) for row in rows]


def find(document: Document) -> Found | None:
    """The WeChat statement in a file, if it is one."""
    generation = "W3" if "UTC+08:00" in document.head else "W1" if document.kind == "text" else "W2"
    proof = Layout(
        provider=PROVIDER, generation="W4", kind=AccountKind.WALLET, needs=_PROOF, meaning=_proof, skip=_is_furniture,
    )  # fmt: skip
    bill = Layout(
        provider=PROVIDER, generation=generation, kind=AccountKind.WALLET, needs=_BILL, meaning=_bill, once=True,
    )  # fmt: skip
    found = reader_of([bill])(document) or reader_of([proof])(_one_sheet(document))
    if found is None:
        return None
    named = with_name(found, document, _NAME)

    def read(progress: Progress, cancelled: Stop) -> Contents:
        contents = named(progress, cancelled)
        return replace(contents, rows=_linked(contents.rows))

    return read


def _one_sheet(document: Document) -> Document:
    """The pages of a converted proof as one sheet: only the first may have the header."""
    if len(document.tables) < 2:
        return document
    return replace(document, tables=(Sheet("", tuple(row for sheet in document.tables for row in sheet.rows)),))
