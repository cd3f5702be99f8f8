"""What the loans page shows of a chosen loan: its figures, schedule, repayments, and the course of its balance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.loan_cost import LoanCost
from planner.core.terms import RepaymentMethod
from planner.i18n import tr
from planner.reports.cost import loan_cost
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import LoanView, ScheduleLine
from planner.ui.loans.changes_panel import ChangesPanel
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.cost_panel import CostPanel
from planner.ui.loans.late_panel import LatePanel
from planner.ui.loans.limits_panel import LimitsPanel
from planner.ui.loans.loan_tables import ScheduleTable, repayments_table
from planner.ui.loans.sources import LoanSources
from planner.ui.page import NOT_ENOUGH, Desk
from planner.ui.tones import state_tone
from planner.ui.widgets.amount import can_explain
from planner.ui.widgets.basics import button
from planner.ui.widgets.table import DataTable
from planner.wording.amounts import UNKNOWN, percent, titled, yuan
from planner.wording.late import record_afterwards
from planner.wording.loans import due_state, method

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle
    from planner.ui.loans.detail import DetailCard


class LoanDetail:
    """Fills the card with a loan. `above` stands over the tabs: what is late, and the calculators."""

    def __init__(self, card: DetailCard, desk: Desk, commands: LoanCommands) -> None:
        self._card, self._desk, self._commands = card, desk, commands
        self._view: LoanView | None = None
        self._sources = LoanSources(desk, card.explaining)
        self._make_above()
        self._make_tables()
        self._cost, self._changes, self._limits = CostPanel(), ChangesPanel(commands.plan), LimitsPanel(desk.today)
        self._sources.of_limits(self._limits.table)
        can_explain(self._cost, tr("Explain these numbers"), self._sources.cost)
        self.tabs: tuple[QWidget, ...] = (self._schedule, self._paid, self._cost, self._changes, self._limits)

    def _make_above(self) -> None:
        plan = self._commands.plan
        self.above = QWidget()
        self._late = LatePanel(plan.settle, partial(self._desk.go_to, "guide", NOT_ENOUGH))
        can_explain(self._late, tr("Explain these numbers"), self._sources.terms)
        self._settle = button(tr("Settle on a day…"), "loans.settle", plan.settle, link=True)
        self._prepay = button(tr("Pay a part back early…"), "loans.prepay", plan.prepay, link=True)
        self._links = QWidget()
        links = QHBoxLayout(self._links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(8)
        for each in (self._settle, self._prepay):
            links.addWidget(each)
        links.addStretch()
        column = QVBoxLayout(self.above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._late)
        column.addWidget(self._links)
        self.above.hide()

    def _make_tables(self) -> None:
        commands = self._commands
        self._schedule, self._paid = ScheduleTable(self._desk.today), repayments_table()
        self._paid.say_when_empty(tr("No repayment is on record yet."))
        self._schedule.opened.connect(commands.plan.own_row)
        self._schedule.can(tr("Lender's own figures…"), commands.plan.own_row)
        self._schedule.can(tr("Back to the computed row"), commands.plan.restore_row)
        self._sources.of_rows(self._schedule, self._paid)
        self._paid.opened.connect(commands.correct_paid)
        self._paid.can(tr("Correct…"), commands.correct_paid)
        self._paid.can(tr("Split…"), commands.split_paid)
        self._paid.can_delete(commands.delete_paid)

    def show(self, view: LoanView) -> None:
        """Shows a loan with all that belongs to it."""
        card = self._card
        if self._view is None or self._view.account != view.account:
            self._cost.clear()
        self._view = view
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
            ],
            self._sources.figures(view),
        )
        card.show_terms(_terms(view), self._sources.terms)
        self._show_above(view)
        self._schedule.set_rows(view.schedule)
        self._paid.set_rows(view.repayments)
        self._changes.show_changes(view)
        self._draw_balances(view)
        card.show_tabs(self._tabs_of(view), self._show_tab)
        self._scroll_to(view.next_due)

    def _tabs_of(self, view: LoanView) -> list[tuple[str, QWidget]]:
        found: list[tuple[str, QWidget]] = [
            (tr("Schedule"), self._schedule),
            (tr("Repayments"), self._paid),
            (tr("Cost"), self._cost),
            (tr("Changes"), self._changes),
        ]
        return found if view.line_id is None else [*found, (tr("Limits"), self._limits)]

    def _show_above(self, view: LoanView) -> None:
        self._late.show_late(view)
        self._links.setVisible(self._late.isHidden())  # while something is late, that comes first
        self._prepay.setVisible(view.terms.method is not RepaymentMethod.REVOLVING)
        self.above.setVisible(view.open_fen > 0)

    def _show_tab(self, shown: QWidget) -> None:
        """What is not in view is not asked for; the course of the balance stands beside the rows it is made of."""
        view, desk = self._view, self._desk
        if view is None:
            return
        beside = shown in (self._schedule, self._paid)
        self._card.chart.setVisible(beside and self._late.isHidden())
        if shown is self._cost:
            desk.book.ask(loan_cost, self._show_cost, loan_id=view.account.id, today=desk.today, rules=desk.rules)
        elif shown is self._limits and view.line_id is not None:
            desk.book.ask(line_view, self._show_limits, line_id=view.line_id, today=desk.today)

    def _show_cost(self, found: LoanCost | None) -> None:
        view = self._view
        if found is not None and view is not None and found.loan == view.account:
            record = record_afterwards(view.lender_kind, view.record_clears_on) if view.was_late else ""
            self._cost.show_cost(found, record)

    def _show_limits(self, found: LineView | None) -> None:
        if found is not None and self._view is not None and found.account.id == self._view.line_id:
            self._limits.show_limits(found)

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
    if view.unknown_years:
        years = ", ".join(str(year) for year in view.unknown_years)
        words.append(tr("holidays of {years} not on record, only weekends count").format(years=years))
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
