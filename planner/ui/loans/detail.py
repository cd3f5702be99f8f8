"""The chosen loan or line: its figures, what can be done with it, its tables, and a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.core.facts import LineKind, LineStatus
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.reports.loans import LoanView, ScheduleLine
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.tables import (
    drawn_table,
    limits_table,
    payments_table,
    repayments_table,
    schedule_table,
    spoken_limits,
    statement_state,
    statements_table,
)
from planner.ui.page import Desk
from planner.ui.tones import product_badge, state_tone
from planner.ui.widgets.basics import Badge, Card, Pill, button, label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import DataTable
from planner.wording.amounts import UNKNOWN, percent, titled, yuan
from planner.wording.loans import due_state, line_kind, line_status, method

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

FIGURES = 4


class LoanDetail(Card):
    """The right side of the loans page."""

    def __init__(self, desk: Desk, commands: LoanCommands) -> None:
        super().__init__()
        self._desk, self._today, self._commands = desk, desk.today, commands
        self._badge = Badge("", "#5F6B7A")
        self._title = named(label("", "heading", elide=True), "loans.title")
        self._state = Pill()
        self._repay = button(tr("Record a repayment"), "loans.repay", commands.repay, primary=True)
        self._more = button("⋯", "loans.more", self._open_menu)
        self._more.setAccessibleName(tr("More: edit, close, delete"))
        self._more.setToolTip(tr("More: edit, close, delete"))
        top = QHBoxLayout()
        top.addWidget(self._badge)
        top.addWidget(self._title, 1)
        top.addWidget(self._state)
        top.addWidget(self._repay)
        top.addWidget(self._more)
        self.body.addLayout(top)
        self.body.addLayout(self._make_figures())
        self._terms = named(label("", "muted", wrap=True), "loans.terms")
        self.body.addWidget(self._terms)
        self.body.addWidget(self._make_line_buttons())
        self._tabs = named(QTabBar(), "loans.tabs", tr("What is shown below"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 3)
        self._make_tables()
        self._chart = ChartView("loans.chart", height=130)
        self.body.addWidget(self._chart, 2)

    def _make_line_buttons(self) -> QWidget:
        self._draw = button(tr("Add a loan drawn from it"), "loans.draw", self._commands.draw, link=True)
        self._limit = button(tr("Change the limit"), "loans.limit", self._commands.change_limit)
        self._statement = button(tr("Add a statement"), "loans.statement", self._commands.add_statement)
        self._line_buttons = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._limit, self._statement):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self._line_buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._draw, alignment=Qt.AlignmentFlag.AlignLeft)
        return self._line_buttons

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

    def _make_tables(self) -> None:
        today, commands = self._today, self._commands
        self._schedule, self._paid = schedule_table(today), repayments_table()
        self._statements, self._payments = statements_table(today), payments_table()
        self._drawn, self._limits = drawn_table(today), limits_table()
        for paid in (self._paid, self._payments):
            paid.opened.connect(commands.correct_paid)
            paid.can(tr("Correct…"), commands.correct_paid)
            paid.can(tr("Split…"), commands.split_paid)
            paid.can_delete(commands.delete_paid)
        self._statements.opened.connect(commands.correct_statement)
        self._statements.can(tr("Correct…"), commands.correct_statement)
        self._statements.can_delete(commands.delete_statement)
        self._limits.opened.connect(commands.correct_limit)
        self._limits.can(tr("Correct…"), commands.correct_limit)
        self._limits.can_delete(commands.delete_limit)
        self._drawn.opened.connect(commands.open_loan)
        for table in (self._schedule, self._paid, self._statements, self._payments, self._drawn, self._limits):
            self._stack.addWidget(table)

    def go_in(self) -> None:
        """Moves the focus into the table in view."""
        table = self._stack.currentWidget()
        if table is not None:
            table.setFocus()

    def _open_menu(self) -> None:
        self._commands.more(self, self._more.mapToGlobal(QPoint(0, self._more.height())))

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

    def _show_title(self, view: LoanView | LineView) -> None:
        self._badge.set(*product_badge(self._desk, view.product, view.name))
        self._title.setText(view.name)
        self._title.setToolTip(view.name)

    def show_loan(self, view: LoanView) -> None:
        """Shows a loan with its schedule."""
        self._show_title(view)
        state = view.next_due
        over = tr("Closed") if view.waived_fen else tr("Paid off")
        self._state.set(due_state(state.state) if state else over, state_tone(state.state) if state else "good")
        self._repay.setVisible(state is not None)
        self._line_buttons.hide()
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
        """Shows a line with its statements, payments, loans and limits."""
        self._show_title(view)
        tone = "neutral" if view.available_fen or view.status is LineStatus.CLOSED else "watch"
        late = due_state(DueState.LATE)
        overdue = any(statement_state(each, self._today)[0] == late for each in view.statements)
        state = (line_status(view.status) if view.status else "", tone)
        self._state.set(*((late, state_tone(DueState.LATE)) if overdue else state))
        self._repay.show()
        self._line_buttons.show()
        self._draw.setVisible(view.kind is LineKind.CASH_LINE)
        self._show_figures(
            [
                (tr("Limit"), yuan(view.limit_fen)),
                (tr("Used"), yuan(view.used_fen)),
                (tr("Available"), yuan(view.available_fen)),
                (tr("Open since"), view.opened_on.isoformat()),
            ]
        )
        self._terms.setText(_line_terms(view))
        names = [tr("Statements"), tr("Payments"), tr("Loans"), tr("Limits")]
        self._show_tabs(names, [self._statements, self._payments, self._drawn, self._limits])
        self._statements.set_rows(view.statements)
        self._payments.set_rows(view.payments)
        self._drawn.set_rows(view.loans)
        self._limits.set_rows(view.limits)
        self._draw_limits(view)

    def _draw_balances(self, view: LoanView) -> None:
        today, planned = self._today, view.planned
        past: tuple[Any, ...] = (*view.balances, (today, view.outstanding_fen)) if view.balances else ()

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, past, planned, today, style, steps=True)

        self._chart.show_chart(draw, titled(view.name, yuan(view.outstanding_fen)))

    def _draw_limits(self, view: LineView) -> None:
        limits, used, today = tuple(reversed(view.limits)), view.used_fen, self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.limits import draw_limits

            draw_limits(axes, limits, used, today, style)

        self._chart.show_chart(draw, spoken_limits(limits))


def _terms(view: LoanView) -> str:
    words = [view.lender_name, method(view.terms.method)]
    words.append(tr("{amount} drawn on {day}").format(amount=yuan(view.terms.principal_fen), day=view.terms.drawn_on))
    if view.open_fen:
        words.append(tr("interest and fees {amount}").format(amount=yuan(view.interest_fen + view.fee_fen)))
        words.append(tr("to pay it off today about {amount}").format(amount=yuan(view.payoff_fen)))
    else:
        words += _ending(view)
    return " · ".join(words)


def _ending(view: LoanView) -> list[str]:
    """How a loan ended, and what that saved or cost."""
    found = []
    if view.closed_on is not None:
        over = tr("closed on {day}") if view.waived_fen else tr("paid off on {day}")
        found.append(over.format(day=view.closed_on))
    if view.waived_fen:
        found.append(tr("{amount} waived").format(amount=yuan(view.waived_fen)))
    paid = tr("interest, fees and penalties paid {paid}, by the contract {agreed}")
    found.append(paid.format(paid=yuan(view.paid_cost_fen), agreed=yuan(view.agreed_cost_fen)))
    saved = view.agreed_cost_fen - view.paid_cost_fen
    if saved and not view.waived_fen:
        difference = tr("{amount} less") if saved > 0 else tr("{amount} more")
        found.append(difference.format(amount=yuan(abs(saved))))
    return found


def _line_terms(view: LineView) -> str:
    words = [line_kind(view.kind), view.lender_name]
    if view.statement_day is not None:
        words.append(tr("statement on day {day} of the month").format(day=view.statement_day))
    if view.due_day is not None:
        words.append(tr("to be paid by day {day}").format(day=view.due_day))
    if view.unbilled_fen:
        words.append(tr("{amount} bought and not billed yet").format(amount=yuan(view.unbilled_fen)))
    if view.closed_on is not None:
        words.append(tr("closed on {day}").format(day=view.closed_on))
    return " · ".join(words)
