"""Rows read from a statement file: `exchange` makes them, `actions` store them, `reports` compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class RowClass(StrEnum):
    """What a statement row means for the money of its owner."""

    OUT = "OUT"
    IN = "IN"
    N_REFUND = "N_refund"
    N_REFUNDED_ORDER = "N_refunded_order"
    N_CLOSED = "N_closed"
    N_FAILED = "N_failed"
    N_REPAYMENT = "N_repayment"
    N_DRAWDOWN = "N_drawdown"
    N_TRANSFER = "N_transfer"
    N_INTEREST = "N_interest"
    N_ZERO = "N_zero"
    N_PAID_BY_OTHER = "N_paid_by_other"
    N_HOLD = "N_hold"
    N_CREDIT = "N_credit"
    N_DUPLICATE = "N_duplicate"
    """The same movement of money is counted in another feed."""
    UNREADABLE = "unreadable"
    """The row has no usable date or amount; its text is kept."""


class RowState(StrEnum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    TO_REVIEW = "to_review"


class ReviewReason(StrEnum):
    """Why a row wants a look."""

    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_DIRECTION = "unknown_direction"
    NO_AMOUNT = "no_amount"
    NO_TIME = "no_time"
    DAY_ORDER = "day_order"
    """Day and month can be read in either order, and the file does not prove which."""


class AccountKind(StrEnum):
    """What a statement is of."""

    WALLET = "wallet"
    DEBIT = "debit"
    CARD = "card"
    APP = "app"
    """Another book-keeping program."""


class LinkKind(StrEnum):
    """How two rows are one movement of money."""

    DUPLICATE = "duplicate"
    TRANSFER = "transfer"


class DebtKind(StrEnum):
    """What a row does to a debt."""

    REPAYMENT = "repayment"
    FAILED_REPAYMENT = "failed_repayment"
    DRAWDOWN = "drawdown"


_PRODUCTS = (
    ("花呗", "huabei"),
    ("信用购", "huabei"),
    ("借呗", "jiebei"),
    ("备用金", "beiyongjin"),
    ("网商贷", "wangshangdai"),
    ("微粒贷", "weilidai"),
    ("白条", "baitiao"),
    ("金条", "jintiao"),
    ("美团月付", "meituan_yuefu"),
    ("抖音月付", "douyin_yuefu"),
    ("月付", "yuefu"),
    ("微信分付", "fenfu"),
    ("分付还款", "fenfu"),
    ("信用卡", "credit_card"),
)


def product_named(text: str) -> str:
    """The credit product that the words of a row name; empty where they name none."""
    return next((key for word, key in _PRODUCTS if word in text), "")


class Scene(StrEnum):
    """Where something was bought."""

    ONLINE = "online"
    OFFLINE = "offline"


CNY = "CNY"


class StatementRow(NamedTuple):
    """One row of a statement; a tuple, because a file has a hundred thousand of them.

    `line` is the 1-based line of the file. `amount_fen` is in hundredths of `currency` and never negative: `row_class`
    and `direction` (the raw 收/支 cell) say which way the money went. `happened_at` is Beijing time, as written. `key`
    identifies the row for ever (see `Statement`); `raw` is the row as written. Account numbers, card numbers, phone
    numbers and addresses are masked in every text, `raw` included; `native_id` and `order_id` are whole.
    """

    line: int
    key: str
    row_class: RowClass
    happened_at: datetime | None
    amount_fen: int | None
    direction: str
    counterparty: str
    description: str
    method: str
    status: str
    provider_category: str
    native_id: str
    order_id: str
    """The order a refund belongs to: the native id before its first `_` or `*`; empty without an id."""
    note: str
    raw: str
    debt: DebtKind | None = None
    product: str = ""
    """The credit product a debt row names: a product key such as `huabei`, `jiebei`, `credit_card`, or empty."""
    review: ReviewReason | None = None
    credit_product: str = ""
    """The pay-later product a purchase was paid with, or a refund went back to: it moves that line's balance."""
    currency: str = CNY
    account: str = ""
    """The last digits of the card or account the row is of; empty where the file does not say."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement file as read. Every row of its table is in `rows`, whatever its state.

    A row's key is a hash of (provider, account, native id, raw direction, gross amount, n-th occurrence in the
    file); without a native id, of all its cells and the occurrence. The class is not part of it.
    """

    file_name: str
    """Without the numbers of accounts that wallets put into it."""
    sha256: str
    provider: str
    generation: str
    encoding: str
    account_hint: str
    """What the file says of the account, masked; empty when it says nothing."""
    rows: Sequence[StatementRow] = field(default=())
    account_kind: AccountKind = AccountKind.WALLET
