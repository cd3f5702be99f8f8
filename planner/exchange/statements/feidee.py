"""随手记: a workbook with a sheet for each kind of row (statements.md §9)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import first_of, moment, signed
from planner.exchange.statements.books import book_meaning
from planner.exchange.statements.streams import currency_of
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of


def _row(cells: Cells, about: About) -> Meaning:
    category = first_of(cells["二级分类"], cells["子分类"], cells["一级分类"], cells["分类"])
    accounts = (cells[n] for n in ("支出账户", "收入账户", "账户1", "转出账户", "账户2", "转入账户"))
    return book_meaning(
        cells["交易类型"], signed(cells["金额"]), moment(cells["日期"]), words=first_of(cells["备注"], category),
        party=cells["商家"], method=" → ".join(filter(None, accounts)), category=category,
        currency=currency_of(cells["账户币种"]),
    )  # fmt: skip


_COMMON = {"交易类型", "日期", "金额", "成员", "商家", "项目"}
find = reader_of(
    [
        Layout(
            provider="feidee", generation="workbook", kind=AccountKind.APP,
            needs=frozenset(_COMMON), meaning=_row, without=frozenset({"ID"}),
        ),
    ]
)  # fmt: skip
