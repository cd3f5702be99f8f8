"""Alipay: the app's export of 2022 and later (generations A3 and A4 of statements.md §1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.core.errors import Cancelled, StatementNotReadYet
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, StatementRow
from planner.exchange.statements.reading import (
    cells_of,
    mask_account,
    numbered_cells,
    read_amount,
    read_time,
    row_key,
)

PROVIDER = "alipay"
_NEEDED = frozenset({"交易时间", "交易对方", "商品说明", "收/支", "金额", "交易状态"})
_WEB = frozenset({"交易创建时间", "商品名称", "收/支", "交易状态"})
_CASHBOOK = frozenset({"记录时间", "收支类型", "金额", "账户", "来源"})
_ACCOUNT = re.compile(r"支付宝账户[：:]\s*([^,\s]+)")

_MOVED = frozenset({"交易成功", "支付成功", "代付成功", "等待确认收货", "退税成功", "转账成功"})
_BY_STATUS: dict[str, tuple[RowClass, DebtKind | None]] = {
    "交易关闭": (RowClass.N_CLOSED, None),
    "已关闭": (RowClass.N_CLOSED, None),
    "等待付款": (RowClass.N_FAILED, None),
    "还款失败": (RowClass.N_FAILED, DebtKind.FAILED_REPAYMENT),
    "退款成功": (RowClass.N_REFUND, None),
    "还款成功": (RowClass.N_REPAYMENT, DebtKind.REPAYMENT),
    "放款成功": (RowClass.N_DRAWDOWN, DebtKind.DRAWDOWN),
    "信用服务使用成功": (RowClass.N_ZERO, None),
    "解冻成功": (RowClass.N_ZERO, None),
    "芝麻免押下单成功": (RowClass.N_ZERO, None),
}
_BY_DIRECTION = {"支出": RowClass.OUT, "收入": RowClass.IN}
_NEUTRAL = frozenset({"不计收支", "其他", "", "/"})
_PAID_OUT = ("放款至", "备用金取出")
_PRODUCTS = (
    ("花呗", "huabei"),
    ("信用购", "huabei"),
    ("借呗", "jiebei"),
    ("备用金", "beiyongjin"),
    ("网商贷", "wangshangdai"),
    ("月付", "yuefu"),
    ("信用卡", "credit_card"),
)
_ROWS_BETWEEN_LOOKS = 2000


@dataclass(frozen=True, slots=True)
class Table:
    """Where the table of a file begins, and which cell holds what."""

    header_at: int
    columns: Mapping[str, int]


def find_table(lines: list[str], file: str) -> Table | None:
    """The table's header, found by its cells; None when this is no Alipay statement.

    Raises StatementNotReadYet for the older and the cash-book exports.
    """
    for index, line in enumerate(lines[:200]):
        if "," not in line or len(line) > 2000:
            continue
        cells = cells_of(line)
        names = set(cells)
        if names >= _NEEDED:
            if cells[0] == "收/支":
                raise StatementNotReadYet("file", file=file, kind="Alipay A2 (2021)")
            return Table(index, {name: at for at, name in enumerate(cells) if name})
        if names >= _WEB:
            raise StatementNotReadYet("file", file=file, kind="Alipay A1 (web)")
        if names >= _CASHBOOK:
            raise StatementNotReadYet("file", file=file, kind="Alipay A5 (记账本)")
    return None


def account_hint(lines: list[str], table: Table) -> str:
    """What the preamble says of the account, masked."""
    for line in lines[: table.header_at]:
        found = _ACCOUNT.search(line)
        if found is not None:
            return mask_account(found[1])
    return ""


def read_rows(
    lines: list[str],
    table: Table,
    file: str,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[str, list[StatementRow]]:
    """The generation and every row of the table. Raises Cancelled."""
    seen: Counter[str] = Counter()
    rows: list[StatementRow] = []
    padded = False
    at = _Cells(table.columns)
    for line_number, cells in numbered_cells(lines, table.header_at + 1):
        if len(rows) % _ROWS_BETWEEN_LOOKS == 0:
            if cancelled is not None and cancelled():
                raise Cancelled("file", file=file)
            if progress is not None:
                progress(line_number, len(lines))
        line = lines[line_number - 1]
        padded = padded or (len(line) > 20 and line[19:21] == " ,")
        rows.append(_row(line_number, line, cells, at, seen))
    return ("A3" if padded else "A4"), rows


class _Cells:
    """The index of each column that is used; -1 where the file does not have it."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        self.time = columns["交易时间"]
        self.counterparty = columns["交易对方"]
        self.description = columns["商品说明"]
        self.direction = columns["收/支"]
        self.amount = columns["金额"]
        self.status = columns["交易状态"]
        self.category = columns.get("交易分类", -1)
        self.account = columns.get("对方账号", -1)
        self.method = columns.get("收/付款方式", -1)
        self.id = columns.get("交易订单号", -1)
        self.note = columns.get("备注", -1)
        self.width = max(columns.values()) + 1


def _row(number: int, line: str, cells: list[str], at: _Cells, seen: Counter[str]) -> StatementRow:
    if len(cells) < at.width:
        cells = cells + [""] * (at.width - len(cells))
    cells.append("")  # what index -1 finds: a column the file does not have
    direction, status, description = cells[at.direction], cells[at.status], cells[at.description]
    method, category, counterparty = cells[at.method], cells[at.category], cells[at.counterparty]
    happened_at, amount_fen = read_time(cells[at.time]), read_amount(cells[at.amount])
    native_id = cells[at.id]
    if native_id:
        # the account is not part of the key: exports mask it differently, and Alipay's ids are unique without it
        identity = f"{native_id}\x1f{direction}\x1f{amount_fen if amount_fen is not None else cells[at.amount]}"
    else:
        identity = "\x1f".join(cells)
    seen[identity] += 1
    kind, debt, review = _meaning(direction, status, description, method, category)
    if amount_fen is not None and amount_fen < 0:
        amount_fen, review = -amount_fen, ReviewReason.UNKNOWN_DIRECTION
    if happened_at is None:
        kind, review = RowClass.UNREADABLE, ReviewReason.NO_TIME
    elif amount_fen is None:
        kind, review = RowClass.UNREADABLE, ReviewReason.NO_AMOUNT
    account = cells[at.account]
    masked = mask_account(account) if account else account
    return StatementRow(
        line=number,
        key=row_key(PROVIDER, identity, str(seen[identity])),
        row_class=kind,
        happened_at=happened_at,
        amount_fen=amount_fen,
        direction=direction,
        counterparty=counterparty,
        description=description,
        method=method,
        status=status,
        provider_category=category,
        native_id=native_id,
        order_id=native_id.split("_")[0].split("*")[0],
        note=cells[at.note],
        raw=line.strip() if masked == account else line.strip().replace(account, masked),
        debt=debt if kind is not RowClass.UNREADABLE else None,
        product=_product(counterparty, description) if debt is not None else "",
        review=review,
    )


def _meaning(
    direction: str, status: str, description: str, method: str, category: str
) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """The class of a row by status and direction (the tables of statements.md §1), and what it does to a debt."""
    by_status = _BY_STATUS.get(status)
    if by_status is not None:
        kind, debt = by_status
        # a fund purchase that came back keeps its own row, without the word: money between own pockets
        if kind is RowClass.N_REFUND and "退款" not in description and description.endswith("买入"):
            kind = RowClass.N_TRANSFER
        return kind, debt, None
    if status.endswith("失败"):
        return RowClass.N_FAILED, None, None
    review = None if status in _MOVED else ReviewReason.UNKNOWN_STATUS
    if direction in _BY_DIRECTION:
        return _BY_DIRECTION[direction], None, review
    if direction not in _NEUTRAL:
        return RowClass.N_TRANSFER, None, review or ReviewReason.UNKNOWN_DIRECTION
    if any(words in description for words in _PAID_OUT):
        return RowClass.N_DRAWDOWN, DebtKind.DRAWDOWN, review
    if description.endswith("收益发放"):
        return RowClass.N_INTEREST, None, review
    if method.startswith(("亲情卡", "支付宝小荷包")):
        return RowClass.N_PAID_BY_OTHER, None, review
    if category == "信用借还":
        return RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_STATUS
    return RowClass.N_TRANSFER, None, review


def _product(counterparty: str, description: str) -> str:
    text = f"{counterparty} {description}"
    return next((key for word, key in _PRODUCTS if word in text), "")
