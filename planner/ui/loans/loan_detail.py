"""What the loans page shows of a chosen loan: its figures, schedule, repayments, and the course of its balance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from planner.i18n import tr
from planner.reports.loans import LoanView, ScheduleLine
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.loan_tables import repayments_table, schedule_table
from planner.ui.page import Desk
from planner.ui.tones import state_tone
from planner.ui.widgets.table import DataTable
from planner.wording.amounts import UNKNOWN, percent, titled, yuan
from planner.wording.loans import due_state, method

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle
    from planner.ui.loans.detail import DetailCard


class LoanDetail:
    """Fills the card with a loan. `above` stands over the tabs."""

    def __init__(self, card: DetailCard, desk: Desk, commands: LoanCommands) -> None:
        self._card, self._desk, self._commands = card, desk, commands
        self.above = QWidget()
        self.above.hide()
        self._schedule, self._paid = schedule_table(desk.today), repayments_table()
        self._paid.opened.connect(commands.correct_paid)
        self._paid.can(tr("Correct…"), commands.correct_paid)
        self._paid.can(tr("Split…"), commands.split_paid)
        self._paid.can_delete(commands.delete_paid)
        self.tabs: tuple[QWidget, ...] = (self._schedule, self._paid)

    def show(self, view: LoanView) -> None:
        """Shows a loan with its schedule."""
        card = self._card
        card.show_title(view)
        state = view.next_due
        over = tr("Closed") if view.waived_fen else tr("Paid off")
        card.state.set(due_state(state.state) if state else over, state_tone(state.state) if state else "good")
        card.repay.setVisible(state is not None)
        cost = view.cost
        card.show_figures(
            [
                (tr("Still to pay"), yuan(view.open_fen)),
                (tr("Simple yearly cost"), f"{percent(cost.nominal, 2)}%" if cost else UNKNOWN),
                (tr("Compound yearly cost"), f"{percent(cost.effective, 2)}%" if cost else UNKNOWN),
                (tr("Periods left"), str(view.periods_left)),
            ]
        )
        card.terms.setText(_terms(view))
        card.show_tabs([(tr("Schedule"), self._schedule), (tr("Repayments"), self._paid)])
        self._schedule.set_rows(view.schedule)
        self._scroll_to(view.next_due)
        self._paid.set_rows(view.repayments)
        self._draw_balances(view)

    def _scroll_to(self, row: ScheduleLine | None) -> None:
        if row is not None:
            at = self._schedule.rows_model.index(max(self._schedule.rows_model.place(row.number) - 1, 0), 0)
            self._schedule.scrollTo(at, DataTable.ScrollHint.PositionAtTop)

    def _draw_balances(self, view: LoanView) -> None:
        today, planned = self._desk.today, view.planned
        past: tuple[Any, ...] = (*view.balances, (today, view.outstanding_fen)) if view.balances else ()

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, past, planned, today, style, steps=True)

        self._card.chart.show_chart(draw, titled(view.name, yuan(view.outstanding_fen)))


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
