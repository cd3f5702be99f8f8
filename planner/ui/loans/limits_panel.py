"""The tab of a loan's line: how its limit went, as a chart and as rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.reports.line_view import LineView
from planner.ui.loans.line_tables import limits_table, spoken_limits
from planner.ui.widgets.basics import label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle


class LimitsPanel(QWidget):
    """The limits of the line a loan is drawn under; they are changed where the line is shown."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._name = named(label("", "muted", elide=True), "loans.limits_line")
        self._table = limits_table("loans.loan_limits")
        self._chart = ChartView("loans.loan_limits_chart", height=110)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._name)
        column.addWidget(self._table, 3)
        column.addWidget(self._chart, 2)
        self.setFocusProxy(self._table)

    def show_limits(self, view: LineView) -> None:
        """The limits of another line, or the same anew."""
        self._name.setText(view.name)
        self._table.set_rows(view.limits)
        limits, used, today = tuple(reversed(view.limits)), view.used_fen, self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.limits import draw_limits

            draw_limits(axes, limits, used, today, style)

        self._chart.show_chart(draw, spoken_limits(limits))
