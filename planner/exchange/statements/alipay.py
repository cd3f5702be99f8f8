"""Alipay: the app's exports, the web page's, and the cash book (generations A1 to A5 of statements.md §1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from planner.core.spending import pay_later_product
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, StatementRow, product_named
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.large_texts import StreamedRows, Window
from planner.exchange.statements.reading import (
    BLANK,
    cells_of,
    commas_for_tabs,
    continued,
    is_rounded,
    mask_accounts,
    may_hold_account,
    plain_name,
    read_amount,
    read_time,
    row_key,
)

PROVIDER = "alipay"
_APP = frozenset({"交易时间", "交易对方", "商品说明", "收/支", "金额", "交易状态"})
_WEB = {"交易创建时间": "交易时间", "商品名称": "商品说明", "交易号": "交易订单号"}
_WEB_NEEDED = frozenset({"交易创建时间", "商品名称", "金额", "收/支", "交易状态"})
_CASHBOOK = {
    "记录时间": "交易时间", "分类": "交易分类", "收支类型": "收/支", "备注": "商品说明", "账户": "收/付款方式",
}  # fmt: skip
_CASHBOOK_NEEDED = frozenset({"记录时间", "收支类型", "金额", "账户", "来源"})
_FOOTER = re.compile(r'[\s"]*(?:-----|#NAME|共\s*\d+\s*笔记录|(?:已|待)?(?:收入|支出)[：:]|导出(?:时间|信息))')
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
_DIRECTIONS = frozenset({"支出", "收入", "不计收支", "其他"})
_PAID_OUT = ("放款至", "借呗放款", "备用金取出")
_PAID_BACK = ("还款", "备用金归还")
_ON_CREDIT = frozenset({RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER})
_USED = (
    "交易时间", "金额", "收/支", "交易状态", "交易订单号", "交易对方", "商品说明", "收/付款方式", "交易分类", "备注",
)  # fmt: skip
_IDS = ("交易订单号", "商家订单号")
_NO_TEXT = ("交易时间", "金额", *_IDS)
_ROWS_BETWEEN_LOOKS = 2000
_LONGEST_HEADER = 2000
_LINES_WITH_A_HEADER = 200


@dataclass(frozen=True, slots=True)
class Table:
    """Where the table of a file begins, and which cell holds what, by the names that the app's export uses.

    `generation` is empty where only the rows tell A3 from A4. After the table of A1 and A2 comes a ruled-off footer.
    """

    header_at: int
    columns: Mapping[str, int]
    generation: str
    names: frozenset[str]

    def ends_at(self, lines: list[str]) -> int:
        """The index of the first line behind the table: the footer begins after the last row, never before it."""
        if self.generation not in ("A1", "A2"):
            return len(lines)
        after = next((at for at in range(len(lines) - 1, self.header_at, -1) if self.is_row(lines[at])), self.header_at)
        return next((at for at in range(after + 1, len(lines)) if _FOOTER.match(lines[at])), len(lines))

    def is_row(self, line: str) -> bool:
        """Whether a line by itself is a row: its time and its direction stand where they belong."""
        if line.count(",") < 3:
            return False
        cells = cells_of(line)
        time, direction = self.columns["交易时间"], self.columns["收/支"]
        return len(cells) > max(time, direction) and read_time(cells[time]) is not None

    def is_header(self, line: str) -> bool:
        """Whether a line is the header once more, as at the top of a printed page."""
        return "," in line and len(line) <= _LONGEST_HEADER and set(map(plain_name, cells_of(line))) >= self.names


def find_table(lines: list[str]) -> Table | None:
    """The table's header, found by its cells; None when this is no Alipay statement."""
    for index, line in enumerate(lines[:_LINES_WITH_A_HEADER]):
        if "," not in line or len(line) > _LONGEST_HEADER:
            continue
        cells = list(map(plain_name, cells_of(line)))
        names = set(cells)
        if names >= _APP:
            return _table(index, cells, "A2" if cells[0] == "收/支" else "", {})
        if names >= _WEB_NEEDED:
            return _table(index, cells, "A1", _WEB)
        if names >= _CASHBOOK_NEEDED:
            return _table(index, cells, "A5", _CASHBOOK)
    return None


def _table(index: int, cells: list[str], generation: str, names: Mapping[str, str]) -> Table:
    columns = {names.get(name, name): at for at, name in reversed([*enumerate(cells)]) if name}
    return Table(index, columns, generation, frozenset(name for name in cells if name))


def account_hint(lines: list[str], table: Table) -> str:
    """What the preamble says of the account, masked."""
    for line in lines[: table.header_at]:
        found = _ACCOUNT.search(line)
        if found is not None:
            return mask_accounts(found[1])
    return ""


def read_rows(
    lines: list[str], table: Table, file: str, progress: Progress = None, cancelled: Stop = None
) -> tuple[str, list[StatementRow]]:
    """The generation and every row of the table. Raises Cancelled."""
    read, rows, taken = _RowReader(table), [], table.header_at + 1
    first, end = taken, table.ends_at(lines)
    for start in range(first, end, _ROWS_BETWEEN_LOOKS):
        look(file, start, len(lines), progress, cancelled)
        some, taken = read.rows(lines, max(start, taken), min(start + _ROWS_BETWEEN_LOOKS, end), end)
        rows += some
    return table.generation or _generation(lines[first : first + 50]), rows


def stream_rows(windows: Iterable[Window], table: Table) -> Iterator[StatementRow]:
    """Every row of a table without a footer, window after window of its lines; no more than one lies in memory."""
    read, taken, first = _RowReader(table), table.header_at + 1, 0
    for first, lines, count in windows:
        some, behind = read.rows(lines, max(taken - first, 0), count, len(lines), first)
        taken = max(taken, first + behind)
        yield from some


def _generation(lines: list[str]) -> str:
    """A3 pads the cells of its rows with blanks, A4 does not."""
    return "A3" if any(line[19:21] == " ," for line in lines) else "A4"


class _RowReader:
    """Reads the rows of one table; remembers how often it has met each identity."""

    def __init__(self, table: Table) -> None:
        self._table = table
        columns = table.columns
        # the web page leaves the direction of moves and refunds blank; the cash book has no status at all
        self._blank = "不计收支" if table.generation == "A1" else ""
        self._no_status = "" if "交易状态" in columns else "交易成功"
        self._width = max(columns.values()) + 1
        # a column the file does not have is read from the empty cell that `read` puts at the very end
        places = {name: columns.get(name, -1) for name in (*_USED, *_IDS)}
        self._used = itemgetter(*(places[name] for name in _USED))
        self._direction, self._amount = places["收/支"], places["金额"]
        self._text = places["商品说明"]
        self._ids = frozenset(places[name] for name in _IDS)
        self._figures = frozenset({places["交易时间"], self._amount})
        no_text = {places[name] for name in _NO_TEXT}
        self._free = itemgetter(*(at for at in range(self._width) if at not in no_text), self._width)
        # a million identities lie here: only their hashes, and counts of those few that come again
        self._met: set[int] = set()
        self._again: dict[int, int] = {}

    def rows(
        self, lines: list[str], start: int, stop: int, end: int, before: int = 0
    ) -> tuple[list[StatementRow], int]:
        """The rows that begin from `start` to `stop`, and where the next can begin; a quoted cell may reach on to
        `end`. `before` lines of the file stand before these."""
        rows: list[StatementRow] = []
        taken = start
        for at, line in enumerate(lines[start:stop], start):
            if at < taken or not line or (line[0] in BLANK and not line.strip(BLANK)):
                continue
            if '"' in line and (count := continued(lines, at, end, self._table.is_row)) > 1:
                taken = at + count
                row = self.read(before + at + 1, " ".join(map(str.strip, lines[at:taken])))
            else:
                row = self.read(before + at + 1, line)
            if row.happened_at is not None or not self._table.is_header(line):
                rows.append(row)
        return rows, max(taken, stop)

    def read(self, number: int, line: str) -> StatementRow:
        """The row of a line, whatever is in it."""
        cells = cells_of(line)
        cells.append("")
        if len(cells) <= self._width:
            cells += [""] * (self._width + 1 - len(cells))
        if cells[self._direction] not in _DIRECTIONS:
            cells = self._without_stray_commas(cells)
        time, amount, direction, status, native_id, party, text, method, category, note = self._used(cells)
        happened_at, amount_fen = read_time(time), read_amount(amount)
        if native_id == "/" or is_rounded(native_id):
            native_id = ""
        identity = self._identity(cells, native_id, direction, amount if amount_fen is None else str(amount_fen))
        kind, debt, review = _meaning(
            direction or self._blank, status or self._no_status, party, text, method, category
        )
        if happened_at is None or amount_fen is None:
            review = ReviewReason.NO_TIME if happened_at is None else ReviewReason.NO_AMOUNT
            kind, debt = RowClass.UNREADABLE, None
        if amount_fen is not None and amount_fen < 0:
            amount_fen, review = -amount_fen, review or ReviewReason.UNKNOWN_DIRECTION
        raw, readable = line.strip(), kind is not RowClass.UNREADABLE
        if len(cells) > self._width + 2 or not readable or may_hold_account("|".join(self._free(cells))):
            raw = self._masked(cells, readable)
            texts = direction, party, text, method, status, category, note
            direction, party, text, method, status, category, note = map(mask_accounts, texts)
        order_id, product = _order_id(native_id), "" if debt is None else product_named(f"{party} {text}")
        return StatementRow(
            number, row_key(identity), kind, happened_at, amount_fen, direction, party, text, method, status,
            category, native_id, order_id, note, raw, debt, product, review,
            _credit_product(kind, direction, method),
        )  # fmt: skip

    def _identity(self, cells: Sequence[str], native_id: str, direction: str, amount: str) -> str:
        """What tells the row from all others, for ever; the number at its end counts equal ones in this file.

        The account is left empty: exports of one account mask it differently (telephone or mail, more stars or
        fewer) and shortened files do not name it, while Alipay's ids are unique without it.
        """
        if native_id:
            identity = f"{PROVIDER}\x1f\x1f{native_id}\x1f{direction}\x1f{amount}"
        else:
            identity = "\x1f".join((PROVIDER, "", *cells)).rstrip("\x1f")
        number, count = hash(identity), 1
        if number in self._met:
            count = self._again[number] = self._again.get(number, 1) + 1
        else:
            self._met.add(number)
        return f"{identity}\x1f{count}"

    def _without_stray_commas(self, cells: list[str]) -> list[str]:
        """A text with commas but no quotes pushes the later cells to the right: they are pulled back."""
        for extra in range(1, min(4, len(cells) - self._amount)):
            if cells[self._direction + extra] in _DIRECTIONS and read_amount(cells[self._amount + extra]) is not None:
                after = self._text + extra + 1
                return [*cells[: self._text], ",".join(cells[self._text : after]), *cells[after:], *[""] * extra]
        return cells

    def _masked(self, cells: Sequence[str], readable: bool) -> str:
        """The row's text with account numbers hidden. Ids stay, and so do time and amount where they are such."""
        kept = self._ids | self._figures if readable else self._ids
        return ",".join(cell if at in kept else mask_accounts(cell) for at, cell in enumerate(cells)).rstrip(",")


def _order_id(native_id: str) -> str:
    if "_" in native_id or "*" in native_id:
        return native_id.split("_", 1)[0].split("*", 1)[0]
    return native_id


def _meaning(
    direction: str, status: str, party: str, text: str, method: str, category: str
) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """The class of a row by status and direction (the tables of statements.md §1), and what it does to a debt."""
    odd = None if direction in _DIRECTIONS else ReviewReason.UNKNOWN_DIRECTION
    by_status = _BY_STATUS.get(status)
    if by_status is not None:
        kind, debt = by_status
        # a fund purchase that came back keeps its own row, without the word: money between own pockets
        if kind is RowClass.N_REFUND and text.endswith("买入"):
            kind = RowClass.N_TRANSFER
        return kind, debt, odd if direction else None
    if status.endswith("失败"):
        return RowClass.N_FAILED, None, odd
    review = None if status in _MOVED else ReviewReason.UNKNOWN_STATUS
    if direction in _BY_DIRECTION:
        return _BY_DIRECTION[direction], None, review
    if odd is not None:
        return RowClass.N_TRANSFER, None, review or odd
    return _neutral_meaning(party, text, method, category, review)


def _neutral_meaning(
    party: str, text: str, method: str, category: str, review: ReviewReason | None
) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    """The same for a row that Alipay counts as neither income nor spending, and whose status does not say why."""
    if review is None and (category == "信用借还" or (not category and product_named(f"{party} {text}"))):
        if any(words in text for words in _PAID_OUT):
            return RowClass.N_DRAWDOWN, DebtKind.DRAWDOWN, None
        if any(words in text for words in _PAID_BACK):
            return RowClass.N_REPAYMENT, DebtKind.REPAYMENT, None
    if text.endswith("收益发放"):
        return RowClass.N_INTEREST, None, review
    if "亲情卡" in method or "小荷包" in method:
        return RowClass.N_PAID_BY_OTHER, None, review
    if category == "信用借还":
        return RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_STATUS
    return RowClass.N_TRANSFER, None, review


def _credit_product(kind: RowClass, direction: str, method: str) -> str:
    """The pay-later product that a purchase was paid with, or that a refund went back to. An order that is closed as
    spending was paid and given back whole; one that is closed otherwise was never paid."""
    paid = kind in _ON_CREDIT or (kind is RowClass.N_CLOSED and direction == "支出")
    return pay_later_product(method) if paid else ""


def find(document: Document) -> Found | None:
    """The Alipay statement in a file, if it is one."""
    lines = document.lines
    table = find_table(lines)
    if table is None and any("\t" in line for line in lines[:_LINES_WITH_A_HEADER]):
        lines = commas_for_tabs(lines)
        table = find_table(lines)
    if table is None:
        return None
    known = table

    def read(progress: Progress, cancelled: Stop) -> Contents:
        if document.rest is not None:
            generation = known.generation or _generation(lines[known.header_at + 1 :][:50])
            rows: Sequence[StatementRow] = StreamedRows(document.rest, lambda windows: stream_rows(windows, known))
        else:
            generation, rows = read_rows(lines, known, document.file_name, progress, cancelled)
        return Contents(PROVIDER, generation, account_hint(lines, known), AccountKind.WALLET, rows)

    if document.rest is not None and (known.generation in ("A1", "A2") or lines is not document.lines):
        return None  # its footer is known from its end only
    return read
