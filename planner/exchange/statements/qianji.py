"""钱迹: CSV with an id of every row (statements.md §9)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import first_of, moment, signed
from planner.exchange.statements.books import book_meaning
from planner.exchange.statements.streams import currency_of
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of


def _row(cells: Cells, about: About) -> Meaning:
    category = first_of(cells["二级分类"], cells["分类"])
    return book_meaning(
        cells["类型"], signed(cells["金额"]), moment(cells["时间"]), words=first_of(cells["备注"], category),
        method=" → ".join(filter(None, (cells["账户1"], cells["账户2"]))), category=category, native_id=cells["ID"],
        order_id=cells["关联账单"], currency=currency_of(cells["币种"]), note=cells["账单标记"],
    )  # fmt: skip


find = reader_of(
    [
        Layout(
            provider="qianji", generation="CSV", kind=AccountKind.APP,
            needs=frozenset({"时间", "分类", "类型", "金额", "账户1", "账户2", "备注"}), meaning=_row,
        ),
    ]
)  # fmt: skip
