"""The upper cards of the spending page: the bars of a year with their table, and the sums of the month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.i18n import tr
from planner.reports.explained_rows import repayment_costs
from planner.reports.spending import MonthOfSpending
from planner.reports.spending_sums import MonthSums, SpendingCourse
from planner.ui.explaining import Explaining
from planner.ui.spending.layers import Part, parts_of, shown_categories, words_of
from planner.ui.spending.sources import (
    aside_source,
    interest_source,
    month_source,
    received_source,
    refunded_source,
    repaid_source,
    spent_source,
)
from planner.ui.theme import current
from planner.ui.widgets.amount import Amount, explains
from planner.ui.widgets.basics import Card, FigureButton, button, label, pill_font
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named
from planner.ui.widgets.origin import Source
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, month_name, titled, yuan
from planner.wording.currencies import not_in_sums

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle


class Legend(QWidget):
    """The words of a chart's colours, in as many lines as they need."""

    SQUARE, GAP, BETWEEN, LINE = 9, 5, 14, 18

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self._parts: Sequence[Part] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows other words."""
        self._parts = parts
        self.setAccessibleName(" · ".join(part.words for part in parts))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(200, self.LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(pill_font(self.font()))
        for part, where in zip(self._parts, self._places(), strict=True):
            square = QRect(where.x(), where.y() + (self.LINE - self.SQUARE) // 2, self.SQUARE, self.SQUARE)
            painter.fillRect(square, QColor(part.colour))
            painter.setPen(QColor(current().muted))
            left = where.x() + self.SQUARE + self.GAP
            words = QRect(left, where.y(), self.width() - left, self.LINE)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, part.words)

    def _arrange(self) -> None:
        places = self._places()
        self.setFixedHeight((places[-1].y() if places else 0) + self.LINE)
        self.update()

    def _places(self) -> list[QPoint]:
        """Where each square begins."""
        x = y = 0
        found = []
        font = QFontMetrics(pill_font(self.font()))
        for part in self._parts:
            wide = self.SQUARE + self.GAP + font.horizontalAdvance(part.words)
            if x and x + wide > self.width():
                x, y = 0, y + self.LINE
            found.append(QPoint(x, y))
            x += wide + self.BETWEEN
        return found


class YearCard(Card):
    """Twelve months of spending by category: bars, or the same as a table."""

    def __init__(self, explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self._course: SpendingCourse | None = None
        self._chosen = date.min
        self._toggle = button(tr("As a table"), "spending.as_table", self._turn, link=True)
        top = QHBoxLayout()
        top.addWidget(label(tr("Spending by month"), "heading"))
        top.addStretch()
        top.addWidget(self._toggle)
        self.body.addLayout(top)
        self._legend = Legend("spending.legend")
        self._chart = ChartView("spending.chart", 120)
        self._chart.can_explain(self._explain_chosen)
        self._table: DataTable | None = None
        self._titles: tuple[str, ...] = ()
        self.body.addWidget(self._legend)
        self.body.addWidget(self._chart, 1)

    def show_course(self, course: SpendingCourse, chosen: date) -> None:
        """Shows the months; the chosen one stands out."""
        self._course, self._chosen = course, chosen
        parts = parts_of(course)
        self._legend.show_parts(parts)
        months = [each.first_day for each in course.months]

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.spending import Layer, draw_spending

            draw_spending(axes, months, [Layer(part.colour, part.fens) for part in parts], chosen, style)

        said = [f"{month_name(each.first_day)} {yuan(each.spent_fen)}" for each in course.months if each.by_category]
        self._chart.show_chart(draw, titled(tr("Spending by month"), ", ".join(said)))
        self._fill_table(course)

    def _turn(self) -> None:
        assert self._table is not None
        as_table = self._chart.isVisible()
        self._chart.setVisible(not as_table)
        self._legend.setVisible(not as_table)
        self._table.setVisible(as_table)
        words = tr("As a chart") if as_table else tr("As a table")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(words)
        if as_table:
            self._table.setFocus()

    def _explain(self, row: MonthSums) -> None:
        if self._course is not None:
            self._explaining.show(month_source(row, self._course.categories))

    def _explain_chosen(self) -> None:
        """The month that stands out, or the latest."""
        if self._course is not None:
            months = self._course.months
            self._explain(next((each for each in months if each.first_day == self._chosen), months[-1]))

    def _fill_table(self, course: SpendingCourse) -> None:
        """The table has a column for each category there is: with other categories it is another table."""
        columns = _columns(course)
        titles = tuple(column.title for column in columns)
        if self._table is None or titles != self._titles:
            made = DataTable("spending.chart_table", tr("Spending by month"), columns, lambda row: row.first_day)
            made.can_explain(self._explain)
            made.setVisible(self._table is not None and not self._chart.isVisible())
            self.body.addWidget(made, 1)
            if self._table is not None:
                self._table.setParent(None)
                self._table.deleteLater()
            self._table, self._titles = made, titles
        self._table.set_rows(course.months[::-1])


def _columns(course: SpendingCourse) -> list[Column]:
    def of(number: int) -> Column:
        name = next(words_of(each) for each in course.categories if each.id == number)
        return Column(
            name, lambda row: amount(_part(row, number)), right=True, width=_wide(name),
            order=lambda row: _part(row, number),
        )  # fmt: skip

    return [
        Column(tr("Month"), lambda row: month_name(row.first_day), width=130, order=lambda row: row.first_day),
        Column(tr("Spent"), lambda row: amount(row.spent_fen), right=True, bold=True, width=96,
               order=lambda row: row.spent_fen),
        *(of(each.id) for each in shown_categories(course)),
        Column(tr("Interest and fees"), lambda row: amount(row.interest_and_fees_fen), right=True,
               width=_wide(tr("Interest and fees")), order=lambda row: row.interest_and_fees_fen),
        Column(tr("of it in repayments"), lambda row: amount(row.loan_cost_fen), right=True,
               width=_wide(tr("of it in repayments")), order=lambda row: row.loan_cost_fen),
    ]  # fmt: skip


def _part(row: MonthSums, number: int) -> int:
    return dict(row.by_category).get(number, 0)


def _wide(title: str) -> int:
    """Room for a title and an amount below it."""
    return max(92, 24 + sum(12 if ord(character) > 0x2E80 else 7 for character in title))


class SumsCard(Card):
    """What the month sums to."""

    def __init__(self, explaining: Explaining) -> None:
        super().__init__(tr("Sums"))
        self._explaining = explaining
        self._view: MonthOfSpending | None = None
        self.body.setSpacing(4)
        self._spent_name = label(tr("Spent"), "muted")
        self._spent = named(FigureButton(partial(self._explain, spent_source)), "spending.spent", tr("Spent"))
        self._before = Amount("spending.before_refunds", "", partial(self._explain, spent_source), "faint", elide=True)
        self.body.addWidget(self._spent_name)
        self.body.addWidget(self._spent)
        self.body.addWidget(self._before)
        self._interest = self._row(tr("Interest and fees"), "spending.interest", self._explain_interest)
        self._received = self._row(tr("Income"), "spending.received", partial(self._explain, received_source))
        self._refunded = self._row(tr("Refunds"), "spending.refunded", partial(self._explain, refunded_source))
        self._aside = Amount("spending.refunded_aside", "", partial(self._explain, aside_source), "faint", elide=True)
        self.body.addWidget(self._aside)
        self._repaid = self._row(
            tr("Repayments in statements"), "spending.repaid", partial(self._explain, repaid_source)
        )
        self._foreign = named(label("", "faint", elide=True), "spending.foreign")
        self.body.addWidget(self._foreign)
        self.body.addStretch()

    def show_month(self, view: MonthOfSpending) -> None:
        """Shows the sums of a month."""
        self._view = view
        self.title.setText(tr("Sums of {month}").format(month=month_name(view.first_day)))
        self._spent.setText(yuan(view.spent_fen))
        self._spent.setAccessibleName(explains(f"{tr('Spent')} {yuan(view.spent_fen)}"))
        words = tr("{amount} before refunds").format(amount=yuan(view.gross_fen))
        self._before.setText(words if view.gross_fen != view.spent_fen else tr("repayments are no spending"))
        for each, fen in (
            (self._interest, view.interest_and_fees_fen),
            (self._received, view.received_fen),
            (self._refunded, view.refunded_fen),
            (self._repaid, view.repaid_fen),
        ):
            each.setText(yuan(fen))
        aside = tr("another {amount} came back for orders that never counted")
        self._aside.setText(aside.format(amount=yuan(view.refunded_aside_fen)))
        self._aside.setVisible(view.refunded_aside_fen > 0)
        self._foreign.setText(not_in_sums(view.foreign_rows))
        self._foreign.setVisible(view.foreign_rows > 0)
        told = tr("{amount} of it in the repayments that are recorded under Loans; that part is not in what was spent.")
        self._interest.setToolTip(told.format(amount=yuan(view.loan_cost_fen)))

    def _explain(self, source: Callable[[MonthOfSpending], Source]) -> None:
        if self._view is not None:
            self._explaining.show(source(self._view))

    def _explain_interest(self) -> None:
        view = self._view
        if view is not None:
            month = view.first_day
            self._explaining.ask(repayment_costs, lambda found: interest_source(view, found), month=month)

    def _row(self, words: str, name: str, clicked: Callable[[], object]) -> Amount:
        row = QHBoxLayout()
        row.setSpacing(8)
        figure = Amount(name, words, clicked, "heading", right=True)
        row.addWidget(label(words, "muted", elide=True), 1)
        row.addWidget(figure)
        self.body.addLayout(row)
        return figure
