"""挖财: a workbook with the sheets 支出, 收入, 转账, 借入借出 and 收款还款 (statements.md §9)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import first_of, moment, signed
from planner.exchange.statements.books import book_meaning
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.streams import currency_of
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

_SHEETS = frozenset({"支出", "收入", "转账", "借入借出", "收款还款"})


def _ending(cells: Cells, *ends: str) -> str:
    return first_of(*(cells[name] for end in ends for name in cells if name.endswith(end) and name != "成员金额"))


def _row(cells: Cells, about: About) -> Meaning:
    """A row of any sheet; a repayment's interest, in a column of its own, is part of what was paid."""
    kind = first_of(cells["借贷类型"], cells["类型"], about.sheet)
    fen, interest = signed(_ending(cells, "金额")), signed(_ending(cells, "利息"))
    if kind in ("还款", "收款") and fen is not None:
        fen += interest or 0
    category = first_of(cells["支出小类"], cells["支出大类"], cells["收入大类"])
    return book_meaning(
        kind, fen, moment(_ending(cells, "日期", "时间")), words=first_of(cells["备注"], category), party=cells["商家"],
        method=" → ".join(cells[name] for name in cells if "账户" in name and cells[name]), category=category,
        currency=currency_of(cells["币种"]), note="" if not interest else f"利息 {_ending(cells, '利息')}",
    )  # fmt: skip


_readers = [
    reader_of([Layout(provider="wacai", generation="workbook", kind=AccountKind.APP, needs=frozenset(), meaning=_row)])
]


def find(document: Document) -> Found | None:
    """By the names of its sheets: an empty set of columns takes each sheet's first row as its header."""
    if len(_SHEETS.intersection(sheet.name for sheet in document.tables)) < 4:
        return None
    return _readers[0](document)
