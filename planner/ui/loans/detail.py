"""The chosen loan or line: its figures, its schedule and repayments or the history of its limit, and a chart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.reports.loans import LoanView, PaidLine, ScheduleLine
from planner.ui.tones import state_tone
from planner.ui.widgets.basics import Card, Pill, button, label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, amount, percent, short_day, yuan
from planner.wording.loans import due_state, line_kind, line_status, method

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

FIGURES = 4


def _charges(row: ScheduleLine | PaidLine) -> str:
    return amount(row.interest_fen + row.fee_fen)


def schedule_table(today: date) -> DataTable:
    """The instalments of a loan."""
    return DataTable(
        "loans.schedule",
        tr("Schedule"),
        [
            Column(tr("No."), lambda row: str(row.number), width=38, order=lambda row: row.number),
            Column(tr("Due"), lambda row: short_day(row.due_on, today), width=92, order=lambda row: row.due_on),
            Column(tr("Paid"), lambda row: short_day(row.paid_on, today) if row.paid_on else UNKNOWN, width=92,
                   from_width=560,
                   order=lambda row: row.paid_on or today.max),
            Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, stretch=True, from_width=480,
                   order=lambda row: row.principal_fen),
            Column(tr("Interest, fee"), _charges, right=True, stretch=True, from_width=480,
                   order=lambda row: row.interest_fen + row.fee_fen),
            Column(tr("Together"), lambda row: amount(row.payment_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.payment_fen),
            Column("", lambda row: "", right=True, width=96,
                   pill=lambda row: (due_state(row.state), state_tone(row.state))),
        ],
        lambda row: row.number,
    )  # fmt: skip


def repayments_table() -> DataTable:
    """What was paid to a loan."""
    return DataTable(
        "loans.repayments",
        tr("Repayments"),
        [
            Column(tr("Paid on"), lambda row: row.paid_on.isoformat(), width=110),
            Column(tr("Amount"), lambda row: amount(row.amount_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.amount_fen),
            Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, stretch=True,
                   order=lambda row: row.principal_fen),
            Column(tr("Interest, fee"), _charges, right=True, stretch=True,
                   order=lambda row: row.interest_fen + row.fee_fen),
        ],
        lambda row: row.id,
    )  # fmt: skip


def limits_table() -> DataTable:
    """The limits of a line, the newest first."""
    return DataTable(
        "loans.limits",
        tr("Limit history"),
        [
            Column(tr("Since"), lambda row: row.on.isoformat(), width=110),
            Column(tr("Limit"), lambda row: amount(row.limit_fen), right=True, bold=True, width=120),
            Column(tr("Status"), lambda row: line_status(row.status), width=110),
            Column(tr("Reason"), lambda row: row.reason, stretch=True),
        ],
        lambda row: row.on,
    )


def _terms(view: LoanView) -> str:
    words = [view.lender_name, method(view.terms.method)]
    words.append(tr("{amount} drawn on {day}").format(amount=yuan(view.terms.principal_fen), day=view.terms.drawn_on))
    words.append(tr("interest and fees {amount}").format(amount=yuan(view.interest_fen + view.fee_fen)))
    return " · ".join(words)


class LoanDetail(Card):
    """The right side of the loans page."""

    repay_wanted = Signal()
    draw_wanted = Signal()
    limit_wanted = Signal()
    repayment_deleted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._title = named(label("", "heading"), "loans.title")
        self._state = Pill()
        self._repay = button(tr("Record a repayment"), "loans.repay", self.repay_wanted.emit, primary=True)
        self._draw = button(tr("Draw a loan"), "loans.draw", self.draw_wanted.emit)
        self._limit = button(tr("Change the limit"), "loans.limit", self.limit_wanted.emit)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch()
        top.addWidget(self._draw)
        top.addWidget(self._limit)
        top.addWidget(self._repay)
        figures = self._make_figures()
        self._terms = named(label("", "muted", wrap=True), "loans.terms")
        self.body.addLayout(top)
        self.body.addLayout(figures)
        self.body.addWidget(self._terms)
        self._tabs = named(QTabBar(), "loans.tabs", tr("Schedule or repayments"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 3)
        self._schedule, self._paid, self._limits = schedule_table(today), repayments_table(), limits_table()
        self._paid.can_delete(self.repayment_deleted.emit)
        for table in (self._schedule, self._paid, self._limits):
            self._stack.addWidget(table)
        self._chart = ChartView("loans.chart", height=130)
        self.body.addWidget(self._chart, 2)

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

    def _show_tabs(self, names: list[str], tables: list[DataTable]) -> None:
        before = self._tabs.tabText(self._tabs.currentIndex())
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        while self._stack.count():
            widget = self._stack.widget(0)
            assert widget is not None
            self._stack.removeWidget(widget)
        for name, table in zip(names, tables, strict=True):
            self._tabs.addTab(name)
            self._stack.addWidget(table)
        at = names.index(before) if before in names else 0
        self._tabs.blockSignals(False)
        self._tabs.setCurrentIndex(at)
        self._stack.setCurrentIndex(at)

    def _show_figures(self, figures: list[tuple[str, str]]) -> None:
        for (name, figure), (words, value) in zip(self._figures, figures, strict=True):
            name.setText(words)
            figure.setText(value)
            figure.setAccessibleName(f"{words} {value}")

    def show_loan(self, view: LoanView) -> None:
        """Shows a loan with its schedule."""
        self._title.setText(view.name)
        state = view.next_due
        self._state.set(
            due_state(state.state) if state else tr("Paid off"), state_tone(state.state) if state else "good"
        )
        self._repay.setVisible(state is not None)
        self._draw.hide()
        self._limit.hide()
        cost = view.cost
        self._show_figures(
            [
                (tr("Still to pay"), yuan(view.open_fen)),
                (tr("Simple yearly cost"), f"{percent(cost.nominal, 2)}%" if cost else UNKNOWN),
                (tr("Compound yearly cost"), f"{percent(cost.effective, 2)}%" if cost else UNKNOWN),
                (tr("Periods left"), str(view.periods_left)),
            ]
        )
        self._terms.setText(_terms(view))
        self._show_tabs([tr("Schedule"), tr("Repayments")], [self._schedule, self._paid])
        self._schedule.set_rows(view.schedule)
        self._scroll_to(view.next_due)
        self._paid.set_rows(view.repayments)
        self._draw_balances(view)

    def _scroll_to(self, row: ScheduleLine | None) -> None:
        if row is not None:
            at = self._schedule.rows_model.index(max(self._schedule.rows_model.place(row.number) - 1, 0), 0)
            self._schedule.scrollTo(at, DataTable.ScrollHint.PositionAtTop)

    def show_line(self, view: LineView) -> None:
        """Shows a line with its limits."""
        self._title.setText(view.name)
        self._state.set(line_status(view.status) if view.status else "", "neutral" if view.available_fen else "watch")
        self._repay.hide()
        self._draw.setVisible(view.available_fen > 0)
        self._limit.show()
        self._show_figures(
            [
                (tr("Limit"), yuan(view.limit_fen)),
                (tr("Used"), yuan(view.used_fen)),
                (tr("Available"), yuan(view.available_fen)),
                (tr("Open since"), view.opened_on.isoformat()),
            ]
        )
        self._terms.setText(f"{line_kind(view.kind)} · {view.lender_name}")
        self._show_tabs([tr("Limit history")], [self._limits])
        self._limits.set_rows(view.limits)
        points = tuple((row.on, row.limit_fen) for row in reversed(view.limits))
        self._draw_points((*points, (self._today, points[-1][1])) if points else (), (), tr("Limit history"))

    def _draw_balances(self, view: LoanView) -> None:
        past = (*view.balances, (self._today, view.outstanding_fen)) if view.balances else ()
        self._draw_points(past, view.planned, f"{view.name}: {yuan(view.outstanding_fen)}")

    def _draw_points(self, past: tuple[Any, ...], planned: tuple[Any, ...], spoken: str) -> None:
        today = self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, past, planned, today, style, steps=True)

        self._chart.show_chart(draw, spoken)
