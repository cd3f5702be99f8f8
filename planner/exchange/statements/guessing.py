"""What the columns of an unknown table seem to mean, by the words of its header and by its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from planner.core.mappings import AmountForm, Mapping
from planner.core.statement_rows import CNY, AccountKind
from planner.exchange.statements.documents import Document, SheetRow
from planner.exchange.statements.mapped import header_key, is_number, read_number
from planner.exchange.statements.moments import is_moment, orders_of
from planner.exchange.statements.reading import plain_name

MOST_WORDS = 12
_LINES_WITH_A_HEADER = 200
_ROWS_LOOKED_AT = 500
_MOST = 0.6
"""The share of a column's cells that must be what the column is taken for."""
_TIME = ("交易时间", "交易日期", "交易日", "消费日期", "日期时间", "日期", "时间", "记账日期", "记账日", "入账日期",
         "transactiondate", "transdate", "datetime", "date", "posted", "postdate", "time", "when")  # fmt: skip
_HOUR = ("交易时间", "时间", "time", "hour")
_OUT = ("支出", "付出", "取出", "借方", "转出", "out", "debit", "withdraw", "spent", "expense", "moneyout", "paidout")
_INTO = ("收入", "存入", "贷方", "转入", "credit", "deposit", "income", "moneyin", "paidin", "received")
_AMOUNT = ("实付", "交易金额", "发生额", "金额", "amount", "value", "sum", "total", "price")
_BALANCE = ("余额", "结余", "balance", "limit", "额度", "手续费", "优惠", "积分", "fee")
_DIRECTION = ("收/支", "收支", "借贷", "方向", "direction", "dr/cr", "debit/credit", "type", "交易类型", "类型")
_TEXTS = (
    ("native_id", ("交易单号", "交易流水", "流水号", "订单号", "交易号", "单号", "transactionid", "reference", "fitid",
                   "id")),
    ("counterparty", ("交易对方", "对方户名", "对方名称", "对方", "商户", "商家", "收款人", "店铺", "payee", "merchant",
                      "counterparty", "beneficiary", "vendor", "name")),
    ("category", ("交易分类", "分类", "类别", "category")),
    ("method", ("收/付款方式", "支付方式", "付款方式", "付款账户", "method", "paidwith", "paymentmethod")),
    ("currency_at", ("币种", "币别", "货币", "currency", "ccy")),
    ("account", ("卡号", "账号", "账户", "卡末四位", "account", "card")),
    ("description", ("商品", "说明", "摘要", "用途", "附言", "描述", "明细", "description", "details", "narrative",
                     "particulars", "memo", "text", "what")),
    ("note", ("备注", "备忘", "note", "comment", "memo", "附言")),
)  # fmt: skip
_OUT_WORDS = ("支出", "支", "借", "借方", "付", "付款", "转出", "取出", "消费", "expense", "debit", "dr", "d", "out",
              "withdrawal", "spent", "payment", "purchase", "-")  # fmt: skip
_IN_WORDS = ("收入", "收", "贷", "贷方", "收款", "转入", "存入", "退款", "income", "credit", "cr", "c", "in", "deposit",
             "received", "refund", "+")  # fmt: skip
_IDLE_WORDS = ("不计收支", "中性交易", "其他", "转账", "transfer", "/", "—")
_CARD_WORDS = ("信用卡", "creditcard")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column by its plain name in small letters, and the cells it has."""

    at: int
    name: str
    cells: list[str]

    def share(self, is_such: Callable[[str], bool]) -> float:
        """The share of its cells that are such."""
        return sum(map(is_such, self.cells)) / len(self.cells) if self.cells else 0.0

    def called(self, words: Sequence[str]) -> int:
        """How well its name fits: the words' place, the first being best; -1 where none fits."""
        exact = next((at for at, word in enumerate(words) if word == self.name), -1)
        if exact >= 0:
            return exact
        long = (at for at, word in enumerate(words) if (len(word) > 3 or not word.isascii()) and word in self.name)
        return len(words) + next(long, -len(words) - 1)


def guess_header(document: Document) -> tuple[int, int | None]:
    """(sheet, row) where the header seems to be: the row above the first one with a day and an amount, where that is
    all words; None for the row where there is no header."""
    for number, sheet in enumerate(document.sheets):
        rows = sheet.rows[:_LINES_WITH_A_HEADER]
        first = next((at for at, row in enumerate(rows) if _is_entry(row.cells)), None)
        if first is None:
            continue
        for at in range(first - 1, -1, -1):
            cells = [cell for cell in rows[at].cells if cell]
            if len(cells) >= 2 and not any(is_moment(cell) or is_number(cell) for cell in cells):
                return number, at
        return number, None
    widest = max(
        range(len(document.sheets)),
        key=lambda at: max((len(row.cells) for row in document.sheets[at].rows[:_LINES_WITH_A_HEADER]), default=0),
    )
    return widest, 0


def guess_mapping(document: Document, sheet: int, header_row: int | None) -> Mapping:
    """What the columns seem to be; what cannot be told is left open."""
    rows = document.sheets[sheet].rows
    header, shape = header_key(document, header_row, sheet)
    below = rows[(-1 if header_row is None else header_row) + 1 :][:_ROWS_LOOKED_AT]
    columns = columns_of(header, below)
    found = Mapping(header=header, shape=shape)
    taken: set[int] = set()
    time = _best(columns, _TIME, taken, lambda column: column.share(is_moment) >= _MOST)
    if time is not None:
        taken.add(time.at)
        orders = orders_of(time.cells)
        found = replace(found, time=time.at, date_order=orders[0] if len(orders) == 1 else None)
        hour = _best(columns, _HOUR, taken, lambda column: column.share(_is_hour) >= _MOST, named=True)
        if hour is not None:
            taken.add(hour.at)
            found = replace(found, hour=hour.at)
    found = _with_amounts(found, columns, taken, _parted(columns, below))
    for field, words in _TEXTS:
        column = _best(columns, words, taken, _fits(field), named=True)
        if column is not None:
            taken.add(column.at)
            found = with_column(found, field, column.at)
    if found.counterparty is None and found.description is None and found.note is not None:
        found = replace(found, description=found.note, note=None)
    elif found.counterparty is None and found.description is None:
        longest = [each for each in columns if each.at not in taken and each.share(lambda cell: len(cell) > 2) >= _MOST]
        if longest:
            found = replace(found, description=max(longest, key=lambda each: len(set(each.cells))).at)
    return replace(found, currency=_currency_of(found, columns))


def with_column(found: Mapping, field: str, at: int | None) -> Mapping:
    """The mapping with the column of a text at another place."""
    said: dict[str, Any] = {field: at}
    return replace(found, **said)


def columns_of(header: Sequence[str], rows: Sequence[SheetRow]) -> list[_Column]:
    """The columns of some rows."""
    width = max([len(header), *(len(row.cells) for row in rows)], default=0)
    return [
        _Column(
            at,
            (header[at] if at < len(header) else "").lower().replace("_", ""),
            [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]],
        )
        for at in range(width)
    ]


def guess_words(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words of a direction's column: (spent, received, neither); what none of them is stays out of all three."""
    words = list(dict.fromkeys(filter(None, cells)))[: 2 * MOST_WORDS]
    spent = tuple(word for word in words if word.lower() in _OUT_WORDS)
    received = tuple(word for word in words if word.lower() in _IN_WORDS)
    idle = tuple(word for word in words if word.lower() in _IDLE_WORDS)
    return spent, received, idle


def guess_plus_is_spending(cells: Sequence[str], kind: AccountKind) -> bool:
    """Which sign means spending: where only one stands, that one; else plus on a card, minus in an account."""
    signs = [fen > 0 for fen in (read_number(cell)[0] for cell in cells) if fen]
    if not signs or all(signs):
        return True
    if not any(signs):
        return False
    return kind is AccountKind.CARD


def _parted(columns: Sequence[_Column], rows: Sequence[SheetRow]) -> tuple[_Column, _Column] | None:
    """Two columns side by side of which every row fills one: what went out and what came in, in this order."""
    for left, right in pairwise(columns):
        if not (_is_amounts(left) and _is_amounts(right)):
            continue
        filled = [
            sum(at < len(row.cells) and bool(row.cells[at].strip("-—/ 0.")) for at in (left.at, right.at))
            for row in rows
        ]
        if filled.count(1) >= max(2, _MOST * len(filled)) and 2 not in filled:
            return left, right
    return None


def _with_amounts(
    found: Mapping, columns: Sequence[_Column], taken: set[int], parted: tuple[_Column, _Column] | None
) -> Mapping:
    numbers = [each for each in columns if each.at not in taken and each.called(_BALANCE) < 0]
    out = _best(numbers, _OUT, taken, _is_amounts, named=True)
    into = _best(numbers, _INTO, taken | ({out.at} if out else set()), _is_amounts, named=True)
    if (out is None or into is None) and parted is not None and taken.isdisjoint(each.at for each in parted):
        out, into = parted
    if out is not None and into is not None:
        taken.update((out.at, into.at))
        return replace(found, amount_form=AmountForm.OUT_AND_IN, out=out.at, into=into.at)
    amount = _best(numbers, _AMOUNT, taken, _is_amounts) or out or into
    if amount is None:
        return found
    taken.add(amount.at)
    found = replace(found, amount=amount.at)
    direction = next((each for each in columns if each.at not in taken and _tells_direction(each)), None)
    signs = {cell.startswith(("-", "(", "−")) for cell in amount.cells}
    if direction is not None and len(signs) < 2:
        taken.add(direction.at)
        spent, received, idle = guess_words(direction.cells)
        return replace(
            found, amount_form=AmountForm.WORD, direction=direction.at, out_words=spent, in_words=received,
            idle_words=idle,
        )  # fmt: skip
    kind = (
        AccountKind.CARD if any(word in name for name in found.header for word in _CARD_WORDS) else found.account_kind
    )
    return replace(found, account_kind=kind, plus_is_spending=guess_plus_is_spending(amount.cells, kind))


def _best(
    columns: Sequence[_Column],
    words: Sequence[str],
    taken: set[int],
    fits: Callable[[_Column], bool],
    *,
    named: bool = False,
) -> _Column | None:
    """The column whose name fits best and whose cells fit; without such a name, and unless it must be `named`, the
    first whose cells do."""
    some = [each for each in columns if each.at not in taken and fits(each)]
    called = [each for each in some if each.called(words) >= 0]
    if called:
        return min(called, key=lambda each: each.called(words))
    return None if named or not some else some[0]


def _fits(field: str) -> Callable[[_Column], bool]:
    if field == "native_id":
        return lambda each: len(set(each.cells)) == len(each.cells) and each.share(lambda cell: len(cell) >= 6) >= _MOST
    if field == "currency_at":
        return lambda each: each.share(lambda cell: len(cell) <= 6 and not is_number(cell)) >= _MOST
    return lambda each: True


def _is_amounts(column: _Column) -> bool:
    return column.share(lambda cell: is_number(cell) or not cell.strip("-—/ ")) >= _MOST and any(
        is_number(cell) for cell in column.cells
    )


def _tells_direction(column: _Column) -> bool:
    words = {cell.lower() for cell in column.cells}
    return 0 < len(words) <= MOST_WORDS and (
        bool(words & {*_OUT_WORDS, *_IN_WORDS})
        and (column.called(_DIRECTION) >= 0 or words <= {*_OUT_WORDS, *_IN_WORDS, *_IDLE_WORDS})
    )


def _is_entry(cells: Sequence[str]) -> bool:
    return any(map(is_moment, cells)) and any(map(is_number, cells))


def _is_hour(text: str) -> bool:
    parts = text.split(":")
    return (len(parts) in (2, 3) and all(part.isdigit() for part in parts)) or (len(text) == 6 and text.isdigit())


def _currency_of(found: Mapping, columns: Sequence[_Column]) -> str:
    """The currency of most amounts that name one; a bare dollar is taken for the American."""
    places = {found.amount, found.out, found.into}
    cells = [cell for column in columns if column.at in places for cell in column.cells]
    codes = [code for code in (read_number(cell)[1] for cell in cells) if code]
    if codes and len(codes) * 2 > len(cells):
        return max(set(codes), key=codes.count)
    return "USD" if cells and sum("$" in cell for cell in cells) * 2 > len(cells) and not codes else CNY


def plain_header(cells: Sequence[str]) -> list[str]:
    """The names of a header for a list to choose from."""
    return [plain_name(cell) for cell in cells]
