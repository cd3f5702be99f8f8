"""Statements that are a table with named columns: each provider says which columns, and what a row of them means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from planner.core.statement_rows import CNY, AccountKind, DebtKind, ReviewReason, RowClass, StatementRow
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document, Sheet, SheetRow
from planner.exchange.statements.reading import mask_accounts, may_hold_account, plain_name, read_time, row_key

_LINES_WITH_A_HEADER = 200
_ROWS_BETWEEN_LOOKS = 2000
_FEWEST_CELLS_OF_A_ROW = 2
_PERIOD = re.compile(
    r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T]\d[\d:]*)?\]?\s*(?:[-–—~～至到]|to|终止时间[：:]\s*\[?)\s*\[?"
    r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})"
)
_TAIL = re.compile(r"(?<!\d)(\d{4})(?!\d)")


class Cells(Mapping[str, str]):
    """The cells of a row by the plain names of their columns; a column that is not there, or not so far, is empty."""

    __slots__ = ("_at", "cells", "line")

    def __init__(self, at: Mapping[str, int], row: SheetRow) -> None:
        self._at = at
        self.cells = row.cells
        self.line = row.line

    def __getitem__(self, name: str) -> str:
        at = self._at.get(name, -1)
        return self.cells[at] if 0 <= at < len(self.cells) else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def shifted(self, name: str, extra: int) -> Cells:
        """The row as it was before a column's text was parted into `extra` more cells by commas of its own, or, where
        `extra` is below zero, before its cell was lost."""
        at = self._at.get(name, -1)
        before, after = self.cells[: max(at, 0)], self.cells[max(at, 0) :]
        text = [",".join(after[: extra + 1])] if extra > 0 else [""]
        return Cells(self._at, SheetRow(self.line, [*before, *text, *after[max(extra + 1, 0) :]]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a row says. `amount_fen` is in hundredths of the currency; below zero it is to review. `row_class` is what
    it means where time and amount can be read."""

    row_class: RowClass
    happened_at: datetime | None
    amount_fen: int | None
    direction: str = ""
    counterparty: str = ""
    description: str = ""
    method: str = ""
    status: str = ""
    provider_category: str = ""
    native_id: str = ""
    order_id: str = ""
    note: str = ""
    debt: DebtKind | None = None
    product: str = ""
    review: ReviewReason | None = None
    credit_product: str = ""
    currency: str = CNY
    account: str = ""
    gross_fen: int | None = None
    """The amount in the row's key, where `amount_fen` is what a later file may say differently: less refunds."""
    part: str = ""
    """Tells rows of one id from each other: the number of a refund that stands under its order's id."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself outside its table: the account's last digits, and the period it is of."""

    head: str
    account: str = ""
    first: date | None = None
    last: date | None = None
    sheet: str = ""

    def dated(self, month: int, day: int) -> datetime | None:
        """The moment of a day without a year: the latest such day that is not after the period (statements.md §0.4)."""
        last = self.last
        if last is None:
            return None
        try:
            found = datetime(last.year, month, day)
            return found if found.date() <= last else found.replace(year=last.year - 1)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table of a provider. `needs` are the plain names of columns it must have, `title` words the head must have
    (any of them; none asks nothing); a row that `footer` finds in its first cells ends the table."""

    provider: str
    generation: str
    kind: AccountKind
    needs: frozenset[str]
    meaning: Callable[[Cells, About], Meaning]
    title: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    """Columns that a table of another kind has."""
    footer: re.Pattern[str] | None = None
    skip: Callable[[Cells], bool] | None = None
    """Rows of the table that are no movement of money: carried balances, sums, page heads."""
    account: Callable[[Document], str] | None = None
    """The last digits of the account, where the head says them in a way of its own."""
    once: bool = False
    """A row that an earlier sheet has is the same row: people keep a copy of the table beside it."""


@dataclass(frozen=True, slots=True)
class _Table:
    sheet: Sheet
    header_at: int
    names: frozenset[str]
    at: Mapping[str, int] = field(default_factory=dict)


def reader_of(layouts: Sequence[Layout]) -> Callable[[Document], Found | None]:
    """A reader that takes the first layout a file fits; all sheets with its header are read, one after the other."""

    def find(document: Document) -> Found | None:
        for layout in layouts:
            if layout.title and not any(words in document.head for words in layout.title):
                continue
            tables = [table for sheet in document.sheets if (table := _find_table(sheet, layout)) is not None]
            if tables:
                return lambda progress, cancelled: _read(document, layout, tables, progress, cancelled)
        return None

    return find


def about(document: Document, account: str = "") -> About:
    """The period a file names in its head (the first one that stands there), and the account's last digits."""
    found = _PERIOD.search(document.head)
    first = last = None
    if found is not None:
        parts = [int(part) for part in found.groups()]
        try:
            first, last = date(parts[0], parts[1], parts[2]), date(parts[3], parts[4], parts[5])
        except ValueError:
            first = last = None
    return About(document.head, account, first, last)


def _find_table(sheet: Sheet, layout: Layout) -> _Table | None:
    for index, row in enumerate(sheet.rows[:_LINES_WITH_A_HEADER]):
        names = [plain_name(cell) for cell in row.cells]
        if layout.needs.issubset(names) and layout.without.isdisjoint(names):
            at = {name: place for place, name in reversed([*enumerate(names)]) if name}
            return _Table(sheet, index, frozenset(filter(None, names)), at)
    return None


def _read(
    document: Document, layout: Layout, tables: Sequence[_Table], progress: Progress, cancelled: Stop
) -> Contents:
    account = layout.account(document) if layout.account is not None else ""
    known = about(document, account)
    rows: list[StatementRow] = []
    make, met = RowMaker(layout.provider), set[str]()
    total = sum(len(table.sheet.rows) for table in tables)
    for table in tables:
        of_sheet = replace(known, sheet=table.sheet.name)
        if layout.once:
            make, met = RowMaker(layout.provider), {row.key for row in rows}
        for number, cells in enumerate(_rows_of(table, layout)):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                look(document.file_name, len(rows), total, progress, cancelled)
            row = make.row(cells.line, cells.cells, layout.meaning(cells, of_sheet))
            if row.key not in met:
                rows.append(row)
    tails = {row.account for row in rows} - {""}
    account = account or (tails.pop() if len(tails) == 1 else "")
    return Contents(layout.provider, layout.generation, f"***{account}" if account else "", layout.kind, rows)


def _rows_of(table: _Table, layout: Layout) -> Iterator[Cells]:
    """The rows of a table: not its blank and ruled lines, nor its header on a later page, nor what stands below it.

    What stands below are lines of a single cell after the last row, and all after the footer.
    """
    rows = table.sheet.rows[table.header_at + 1 :]
    end = len(rows)
    if layout.footer is not None:
        found = (at for at, row in enumerate(rows) if layout.footer.match(" ".join(filter(None, row.cells))))
        end = next(found, end)
    while end and sum(map(bool, rows[end - 1].cells)) < _FEWEST_CELLS_OF_A_ROW:
        end -= 1
    for row in rows[:end]:
        if not any(cell.strip('-—=*_ "') for cell in row.cells) or table.names.issubset(map(plain_name, row.cells)):
            continue
        cells = Cells(table.at, row)
        if layout.skip is None or not layout.skip(cells):
            yield cells


class RowMaker:
    """Makes the rows of one file; remembers how often it has met each identity."""

    def __init__(self, provider: str) -> None:
        self._provider = provider
        self._met: dict[str, int] = {}

    def row(self, line: int, cells: Sequence[str], said: Meaning, *, raw: str = "") -> StatementRow:
        """The row of some cells, whatever is in them: keyed, masked, and to review where time or amount are missing."""
        key = self._key(cells, said)
        kind, debt, review, amount_fen = said.row_class, said.debt, said.review, said.amount_fen
        if said.happened_at is None or amount_fen is None:
            review = ReviewReason.NO_TIME if said.happened_at is None else ReviewReason.NO_AMOUNT
            kind, debt = RowClass.UNREADABLE, None
        elif amount_fen < 0:
            amount_fen, review = -amount_fen, review or ReviewReason.UNKNOWN_DIRECTION
        raw = raw or ",".join(cells).rstrip(",")
        hide = mask_accounts if may_hold_account(raw) else str
        ids = {said.native_id, said.order_id} - {""}
        kept = (cell if cell in ids or read_time(cell) else hide(cell) for cell in raw.split(","))
        return StatementRow(
            line, key, kind, said.happened_at, amount_fen, hide(said.direction), hide(said.counterparty),
            hide(said.description), hide(said.method), hide(said.status), hide(said.provider_category), said.native_id,
            said.order_id or said.native_id, hide(said.note), ",".join(kept), debt,
            "" if debt is None else said.product, review, said.credit_product, said.currency, said.account,
        )  # fmt: skip

    def _key(self, cells: Sequence[str], said: Meaning) -> str:
        """What tells the row from all others, for ever (statements.md §0.6): its id with direction and amount, else
        all its cells; of equal ones the number of times that were met in the file."""
        if said.native_id:
            amount_fen = said.amount_fen if said.gross_fen is None else said.gross_fen
            parts = [self._provider, said.account, said.native_id, said.direction, str(amount_fen), said.part]
        else:
            parts = [self._provider, said.account, *cells]
        identity = "\x1f".join(parts).rstrip("\x1f")
        count = self._met[identity] = self._met.get(identity, 0) + 1
        return row_key(f"{identity}\x1f{count}")


def last_digits(text: str) -> str:
    """The last four digits of a card or account, however it is masked; empty where there are none."""
    digits = re.findall(r"\d+", text)
    return digits[-1][-4:] if digits and len(digits[-1]) >= 4 else ""
