"""What the loans page shows of a chosen line: its figures, statements, payments, loans and limits, and their course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.facts import LineKind, LineStatus
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.line_tables import (
    drawn_table,
    limits_table,
    payments_table,
    spoken_limits,
    statement_state,
    statements_table,
)
from planner.ui.page import Desk
from planner.ui.tones import state_tone
from planner.ui.widgets.basics import button
from planner.wording.amounts import yuan
from planner.wording.loans import due_state, line_kind, line_status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle
    from planner.ui.loans.detail import DetailCard


class LineDetail:
    """Fills the card with a line. `above` stands over the tabs."""

    def __init__(self, card: DetailCard, desk: Desk, commands: LoanCommands) -> None:
        self._card, self._today, self._commands = card, desk.today, commands
        self.above = self._make_buttons()
        self._make_tables()
        self.tabs: tuple[QWidget, ...] = (self._statements, self._payments, self._drawn, self._limits)

    def _make_buttons(self) -> QWidget:
        self._draw = button(tr("Add a loan drawn from it"), "loans.draw", self._commands.draw, link=True)
        self._limit = button(tr("Change the limit"), "loans.limit", self._commands.change_limit)
        self._statement = button(tr("Add a statement"), "loans.statement", self._commands.add_statement)
        buttons = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._limit, self._statement):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._draw, alignment=Qt.AlignmentFlag.AlignLeft)
        return buttons

    def _make_tables(self) -> None:
        commands = self._commands
        self._statements, self._payments = statements_table(self._today), payments_table()
        self._drawn, self._limits = drawn_table(self._today), limits_table()
        self._payments.opened.connect(commands.correct_paid)
        self._payments.can(tr("Correct…"), commands.correct_paid)
        self._payments.can(tr("Split…"), commands.split_paid)
        self._payments.can_delete(commands.delete_paid)
        self._statements.opened.connect(commands.correct_statement)
        self._statements.can(tr("Correct…"), commands.correct_statement)
        self._statements.can_delete(commands.delete_statement)
        self._limits.opened.connect(commands.correct_limit)
        self._limits.can(tr("Correct…"), commands.correct_limit)
        self._limits.can_delete(commands.delete_limit)
        self._drawn.opened.connect(commands.open_loan)

    def show(self, view: LineView) -> None:
        """Shows a line with its statements, payments, loans and limits."""
        card = self._card
        card.show_title(view)
        tone = "neutral" if view.available_fen or view.status is LineStatus.CLOSED else "watch"
        late = due_state(DueState.LATE)
        overdue = any(statement_state(each, self._today)[0] == late for each in view.statements)
        state = (line_status(view.status) if view.status else "", tone)
        card.state.set(*((late, state_tone(DueState.LATE)) if overdue else state))
        card.repay.show()
        self.above.show()
        self._draw.setVisible(view.kind is LineKind.CASH_LINE)
        card.show_figures(
            [
                (tr("Limit"), yuan(view.limit_fen)),
                (tr("Used"), yuan(view.used_fen)),
                (tr("Available"), yuan(view.available_fen)),
                (tr("Open since"), view.opened_on.isoformat()),
            ]
        )
        card.terms.setText(_terms(view))
        card.show_tabs(
            [
                (tr("Statements"), self._statements),
                (tr("Payments"), self._payments),
                (tr("Loans"), self._drawn),
                (tr("Limits"), self._limits),
            ]
        )
        self._statements.set_rows(view.statements)
        self._payments.set_rows(view.payments)
        self._drawn.set_rows(view.loans)
        self._limits.set_rows(view.limits)
        self._draw_limits(view)

    def _draw_limits(self, view: LineView) -> None:
        limits, used, today = tuple(reversed(view.limits)), view.used_fen, self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.limits import draw_limits

            draw_limits(axes, limits, used, today, style)

        self._card.chart.show_chart(draw, spoken_limits(limits))


def _terms(view: LineView) -> str:
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
