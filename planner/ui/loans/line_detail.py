"""What the loans page shows of a chosen line: its figures, statements, payments, loans and limits, and their course."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.card_standing import CardView
from planner.core.facts import LineKind, LineStatus
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.card_panel import LimitsTab, WaysPanel
from planner.ui.loans.card_tables import card_statements_table, entries_table
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.line_tables import (
    drawn_table,
    limits_table,
    payments_table,
    spoken_limits,
    statement_state,
    statements_table,
)
from planner.ui.loans.sources import LineSources
from planner.ui.page import Desk
from planner.ui.tones import state_tone
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.wording.amounts import short_day, yuan
from planner.wording.cards import cycle_rows, rate_line, spoken_cycle
from planner.wording.loans import due_state, line_kind, line_status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle
    from planner.ui.loans.detail import DetailCard


class LineDetail:
    """Fills the card with a line. `above` stands over the tabs."""

    def __init__(self, card: DetailCard, desk: Desk, commands: LoanCommands) -> None:
        self._card, self._today, self._commands = card, desk.today, commands
        self._sources = LineSources(desk, card.explaining)
        self.above = self._make_buttons()
        self._make_tables()
        self._sources.of_rows(self._statements, self._payments, self._drawn, self._limits)
        self._sources.of_card(self._card_statements, self._entries, self._ways.table, self._limits_tab.temporary)
        self.tabs: tuple[QWidget, ...] = (
            self._statements, self._card_statements, self._payments, self._entries, self._ways, self._drawn,
            self._limits_tab,
        )  # fmt: skip

    def _make_buttons(self) -> QWidget:
        self._draw = button(tr("Add a loan drawn from it"), "loans.draw", self._commands.draw, link=True)
        self._limit = button(tr("Change the limit"), "loans.limit", self._commands.change_limit)
        self._statement = button(tr("Add a statement"), "loans.statement", self._commands.add_statement)
        self._entry = button(tr("Add an entry"), "loans.entry", self._commands.card.add_entry)
        self._terms = button(tr("Enter the card terms"), "loans.card_terms", self._commands.card.terms, link=True)
        about = tr("With its contract's terms Yudu reckons statements, minimum payment and interest by itself.")
        self._hint = named(label(about, "faint", wrap=True), "loans.card_hint")
        buttons = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self._entry, self._statement, self._limit):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._draw, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self._terms, alignment=Qt.AlignmentFlag.AlignLeft)
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
        self._statements.say_when_empty(
            tr("No statement is on record. “Add a statement” takes one over as the lender states it.")
        )
        self._payments.say_when_empty(
            tr("No payment to it is on record. What was paid to a loan under it stands with that loan.")
        )
        self._drawn.say_when_empty(tr("No loan under it is on record."))
        self._make_card_tables()

    def _make_card_tables(self) -> None:
        card = self._commands.card
        self._card_statements, self._entries = card_statements_table(self._today), entries_table(self._today)
        self._card_statements.say_when_empty(tr("No statement yet: the first comes once something is on record."))
        self._entries.say_when_empty(
            tr("Nothing is noted yet. “Add an entry” takes purchases, refunds, fees and instalments.")
        )
        self._ways, self._limits_tab = WaysPanel(), LimitsTab(self._limits, card)
        self._card_statements.opened.connect(card.show_parts)
        self._card_statements.can(tr("How it came about…"), card.show_parts)
        self._card_statements.can(tr("State what yours says…"), card.correct_statement)
        self._card_statements.can_delete(card.delete_statement)
        self._entries.opened.connect(card.correct_entry)
        self._entries.can(tr("Correct…"), card.correct_entry)
        self._entries.can(tr("Pay it off early…"), card.pay_off)
        self._entries.can_delete(card.delete_entry)

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
        has_card = view.card is not None
        self._entry.setVisible(has_card)
        self._limit.setVisible(not has_card)
        asks_for_terms = not has_card and view.kind is not LineKind.CASH_LINE and view.closed_on is None
        self._hint.setVisible(asks_for_terms)
        self._terms.setVisible(asks_for_terms)
        figures = _figures(view) if view.card is None else _card_figures(view, view.card, self._today)
        card.show_figures(figures, self._sources.figures(view))
        card.show_terms(_terms(view), self._sources.used)
        self._statements.set_rows(() if has_card else view.statements)
        self._payments.set_rows(view.payments)
        self._drawn.set_rows(view.loans)
        self._limits.set_rows(view.limits)
        self._limits_tab.show_line(view)
        if view.card is not None:
            self._show_card(view.card, view)
            return
        card.show_tabs(
            [
                (tr("Statements"), self._statements),
                (tr("Payments"), self._payments),
                (tr("Loans"), self._drawn),
                (tr("Limits"), self._limits_tab),
            ]
        )
        self._draw_limits(view)

    def _show_card(self, view: CardView, line: LineView) -> None:
        """What is there only of a card whose contract is known."""
        self._card_statements.set_rows(view.statements)
        self._entries.set_rows(view.entries)
        self._ways.show_card(view)
        drawn = [(tr("Loans"), self._drawn)] if line.loans else []
        self._card.show_tabs(
            [
                (tr("Bills"), self._card_statements),
                (tr("Payments"), self._payments),
                (tr("Entries"), self._entries),
                (tr("What if"), self._ways),
                *drawn,
                (tr("Limits"), self._limits_tab),
            ],
            lambda shown: self._show_tab(shown, line, view),
        )

    def _show_tab(self, shown: QWidget, line: LineView, view: CardView) -> None:
        """The buttons and the chart that belong to a tab of a card; three buttons would be too wide."""
        of_limits = shown is self._limits_tab
        self._entry.setVisible(not of_limits)
        self._limit.setVisible(of_limits)
        if of_limits:
            self._draw_limits(line)
        else:
            self._draw_cycle(view)

    def _draw_cycle(self, view: CardView) -> None:
        cycle, today = view.cycle, self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.card_cycle import draw_card_cycle

            draw_card_cycle(axes, cycle, today, style)

        self._card.chart.show_chart(draw, spoken_cycle(view), cycle_rows(view))

    def _draw_limits(self, view: LineView) -> None:
        limits, used, today = tuple(reversed(view.limits)), view.used_fen, self._today

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.limits import draw_limits

            draw_limits(axes, limits, used, today, style)

        self._card.chart.show_chart(draw, spoken_limits(limits))


def _figures(view: LineView) -> list[tuple[str, str]]:
    return [
        (tr("Limit"), yuan(view.limit_fen)),
        (tr("Used"), yuan(view.used_fen)),
        (tr("Available"), yuan(view.available_fen)),
        (tr("Open since"), view.opened_on.isoformat()),
    ]


def _card_figures(line: LineView, view: CardView, today: date) -> list[tuple[str, str]]:
    """What the latest statement asks and until when; paid, the day of the next one."""
    latest = view.latest
    if latest is None or not latest.open_fen:
        cycle = view.cycle
        return [
            (tr("To pay now"), yuan(0)),
            (tr("Unbilled"), yuan(line.unbilled_fen)),
            (tr("Next bill"), short_day(cycle.next_on, today)),
            (tr("Available"), yuan(line.available_fen)),
        ]
    return [
        (tr("To pay now"), yuan(latest.open_fen)),
        (tr("Of it at least"), yuan(latest.minimum_open_fen)),
        (tr("Pay by"), short_day(latest.statement.due_on, today)),
        (tr("Available"), yuan(line.available_fen)),
    ]


def _terms(view: LineView) -> str:
    words = [line_kind(view.kind), view.lender_name]
    if view.statement_day is not None:
        words.append(tr("statement on day {day} of the month").format(day=view.statement_day))
    if view.due_day is not None:
        words.append(tr("to be paid by day {day}").format(day=view.due_day))
    if view.terms is not None:
        words.append(rate_line(view.terms))
    if view.unbilled_fen:
        words.append(tr("{amount} bought and not billed yet").format(amount=yuan(view.unbilled_fen)))
    if view.closed_on is not None:
        words.append(tr("closed on {day}").format(day=view.closed_on))
    return " · ".join(words)
