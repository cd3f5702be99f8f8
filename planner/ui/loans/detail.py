"""The card of the chosen loan or line: title, figures, tabs and chart, filled by what belongs to the one or other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.reports.loans import LoanView
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.line_detail import LineDetail
from planner.ui.loans.loan_detail import LoanDetail
from planner.ui.page import Desk
from planner.ui.tones import product_badge
from planner.ui.widgets.basics import Badge, Card, Pill, button, label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named

FIGURES = 4


class Shown(QStackedWidget):
    """The tabs' contents; asks for no more height than the one in view needs."""

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize(super().sizeHint().width(), 0 if shown is None else shown.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize(super().minimumSizeHint().width(), 0 if shown is None else shown.minimumSizeHint().height())


class DetailCard(Card):
    """The right side of the loans page. The parts of the loan and of the line fill it: title, state, figures, terms,
    what stands above the tabs, the tabs and the chart."""

    def __init__(self, desk: Desk, commands: LoanCommands) -> None:
        super().__init__()
        self._desk, self._commands = desk, commands
        self._badge = Badge("", "#5F6B7A")
        self._title = named(label("", "heading", elide=True), "loans.title")
        self.state = Pill()
        self.repay = button(tr("Record a repayment"), "loans.repay", commands.repay, primary=True)
        self._more = button("⋯", "loans.more", self._open_menu)
        self._more.setAccessibleName(tr("More: edit, close, delete"))
        self._more.setToolTip(tr("More: edit, close, delete"))
        top = QHBoxLayout()
        top.addWidget(self._badge)
        top.addWidget(self._title, 1)
        top.addWidget(self.state)
        top.addWidget(self.repay)
        top.addWidget(self._more)
        self.body.addLayout(top)
        self.body.addLayout(self._make_figures())
        self.terms = named(label("", "muted", wrap=True), "loans.terms")
        self.body.addWidget(self.terms)
        self._loan, self._line = LoanDetail(self, desk, commands), LineDetail(self, desk, commands)
        for above in (self._loan.above, self._line.above):
            self.body.addWidget(above)
        self._make_tabs()
        self.chart = ChartView("loans.chart", height=130)
        self.body.addWidget(self.chart, 2)

    def _make_figures(self) -> QHBoxLayout:
        figures = QHBoxLayout()
        self._figures = [
            (label("", "muted", elide=True), named(label("", "heading", elide=True), f"loans.figure_{at}"))
            for at in range(FIGURES)
        ]
        for name, figure in self._figures:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(name)
            cell.addWidget(figure)
            figures.addLayout(cell, 1)
        return figures

    def _make_tabs(self) -> None:
        self._tabs = named(QTabBar(), "loans.tabs", tr("What is shown below"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._stack = Shown()
        self._tabs.currentChanged.connect(self._show_tab)
        self._told: Callable[[QWidget], object] | None = None
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 3)
        for each in (*self._loan.tabs, *self._line.tabs):
            self._stack.addWidget(each)

    def go_in(self) -> None:
        """Moves the focus into what the tab in view shows."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def show_loan(self, view: LoanView) -> None:
        """Shows a loan with its schedule."""
        self._line.above.hide()
        self._loan.show(view)

    def show_line(self, view: LineView) -> None:
        """Shows a line with its statements, payments, loans and limits."""
        self._loan.above.hide()
        self.chart.show()
        self._line.show(view)

    def show_title(self, view: LoanView | LineView) -> None:
        """The name and the badge."""
        self._badge.set(*product_badge(self._desk, view.product, view.name))
        self._title.setText(view.name)
        self._title.setToolTip(view.name)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """The figures below the title, each as its name and its value."""
        for (name, figure), (words, value) in zip(self._figures, figures, strict=True):
            name.setText(words)
            figure.setText(value)
            figure.setAccessibleName(f"{words} {value}")

    def show_tabs(self, tabs: Sequence[tuple[str, QWidget]], told: Callable[[QWidget], object] | None = None) -> None:
        """Other tabs; the one of the same name stays in view. `told` hears of each that comes into view."""
        before = self._tabs.tabText(self._tabs.currentIndex())
        names = [name for name, _ in tabs]
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        while self._stack.count():
            widget = self._stack.widget(0)
            assert widget is not None
            self._stack.removeWidget(widget)
        for name, shown in tabs:
            self._tabs.addTab(name)
            self._stack.addWidget(shown)
        at = names.index(before) if before in names else 0
        self._told = told
        self._tabs.setCurrentIndex(at)
        self._tabs.blockSignals(False)
        self._show_tab(at)

    def _show_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._stack.updateGeometry()
        shown = self._stack.currentWidget()
        if shown is not None and self._told is not None:
            self._told(shown)

    def _open_menu(self) -> None:
        self._commands.more(self, self._more.mapToGlobal(QPoint(0, self._more.height())))
