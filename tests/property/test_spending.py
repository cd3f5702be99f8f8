"""Whatever rows a book holds: the categories of a month are its spending, in every report, and no order below zero."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.spending import RefundUse
from planner.core.statement_rows import RowClass, Scene
from planner.reports.spending import Narrowed, month_of_spending, spent_in
from planner.reports.spending_sums import spending_by_month
from tests.books import new_book
from tests.spending import Row, import_rows

LAST = date(2026, 3, 31)
DAYS = st.dates(date(2025, 12, 15), LAST)
IDS = st.sampled_from(["", "A", "B", "C"])
PAYEES = st.sampled_from(["城市公交", "某旗舰店", "某店"])
CATEGORIES = st.sampled_from(["餐饮美食", "服饰装扮", "退款", ""])
KINDS = st.sampled_from(
    [
        *(RowClass.OUT, RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUND),
        *(RowClass.N_REFUNDED_ORDER, RowClass.IN, RowClass.N_REPAYMENT, RowClass.N_CLOSED),
    ]
)
ROWS = st.lists(
    st.builds(Row, KINDS, st.integers(0, 900), DAYS, IDS, IDS, who=PAYEES, category=CATEGORIES),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_months_are_their_categories_and_no_refund_takes_more_than_its_order(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = new_book(Path(folder))
        if rows:
            import_rows(book, rows)
        course = book.read(spending_by_month, until=LAST, months=4)
        months = [book.read(month_of_spending, month=each.first_day) for each in course.months]
        book.close()
    for summed, shown in zip(course.months, months, strict=True):
        assert (summed.spent_fen, summed.by_category) == (shown.spent_fen, shown.by_category)
        assert sum(fen for _, fen in shown.by_category) == shown.spent_fen
        spending = [each for each in shown.entries if each.row_class is RowClass.OUT]
        assert all(0 <= (each.net_fen or 0) <= (each.amount_fen or 0) for each in spending)
        alone = sum(each.amount_fen or 0 for each in shown.entries if each.refund_use is RefundUse.MONTH)
        assert shown.spent_fen == sum(each.net_fen or 0 for each in spending) - alone
        assert shown.spent_fen >= -alone
        by_scene = [Narrowed(scene=Scene.ONLINE), Narrowed(scene=Scene.OFFLINE), Narrowed(without_scene=True)]
        parts = [spent_in([each for each in shown.entries if scene.keeps(each)]) for scene in by_scene]
        assert sum(parts) == shown.spent_fen
        assert shown.gross_fen - shown.spent_fen >= 0
