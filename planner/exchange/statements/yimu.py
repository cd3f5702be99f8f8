"""一木: a workbook of one table, its amounts net (statements.md §9)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import first_of, moment, signed
from planner.exchange.statements.books import book_meaning
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of


def _yimu(cells: Cells, about: About) -> Meaning:
    """A row of 一木: 支出 is below zero, and already without what was refunded or taken off."""
    kind, fen = first_of(cells["收支类型"], cells["类型"]), signed(cells["金额"])
    category = first_of(cells["二级分类"], cells["类别"], cells["分类"])
    return book_meaning(
        kind, None if fen is None else abs(fen), moment(first_of(cells["日期"], cells["时间"])),
        words=first_of(cells["备注"], category), method=first_of(cells["账户"], cells["收支账户"]), category=category,
    )  # fmt: skip


find = reader_of(
    [
        Layout(
            provider="yimu", generation="workbook", kind=AccountKind.APP,
            needs=frozenset({"日期", "收支类型", "金额", "退款", "优惠"}), meaning=_yimu,
        ),
    ]
)  # fmt: skip
