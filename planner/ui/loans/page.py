"""The loans page: every line and loan on the left, the chosen one with its schedule and repayments on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.core.facts import RowKind, RowRef
from planner.i18n import tr
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import AccountRow, Accounts, LoanView, PaidLine, ScheduleLine, accounts, loan_view
from planner.ui.loans.forms import LoanForms
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import product_badge, state_tone
from planner.ui.widgets.basics import Card, Empty, Header, Pill, button, label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, amount, percent, short_day, whole, yuan
from planner.wording.loans import due_state, line_kind, line_status, method

FIGURES = 4


def make_page(desk: Desk) -> Page:
    """The loans page."""
    return LoansPage(desk)


class LoansPage(Page):
    """Lines and loans of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = LoanForms(desk, self)
        add_line = button(tr("Add a line"), "loans.add_line", self._forms.add_line)
        add = button(tr("Add a loan"), "loans.add", self._forms.add_loan, primary=True)
        self._header = Header(tr("Loans"), add_line, add)
        named(self._header.note, "loans.note")
        self.column.addWidget(self._header)
        self._wanted: RowRef | None = None
        self._shown: AccountRow | None = None
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._make_list(), 6)
        row.addWidget(self._make_detail(), 7)
        self._body = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        self._body.setLayout(row)
        self._empty = Card()
        start = button(tr("Add your first loan"), "loans.first", self._forms.add_loan, primary=True)
        self._empty.body.addWidget(Empty(tr("No lines and no loans yet."), start))
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self._empty, 1)
        self._empty.hide()

    def refresh(self) -> None:
        self.ask(accounts, self._show, today=self.desk.today)

    def show_row(self, ref: RowRef) -> None:
        """Moves to a loan or line, or to the loan of an instalment."""
        kind = RowKind.LOAN if ref.kind in (RowKind.DUE, RowKind.LOAN) else ref.kind
        self._wanted = RowRef(kind, ref.id)
        self._list.choose(self._wanted)

    def _make_list(self) -> Card:
        card = Card()
        today = self.desk.today
        self._list = DataTable(
            "loans.list",
            tr("Lines and loans"),
            [
                Column(tr("Loan"), lambda row: row.name, second=_account_second, badge=self._badge, stretch=True,
                       tooltip=lambda row: f"{row.name} · {row.lender_name}"),
                Column(tr("Principal left"), lambda row: amount(row.outstanding_fen), second=_limit, right=True,
                       bold=True, width=106, order=lambda row: row.outstanding_fen or 0),
                Column(tr("True cost"), _cost, right=True, width=60, from_width=370,
                       order=lambda row: row.cost.nominal if row.cost else -1),
                Column(tr("Next"), lambda row: amount(row.next_fen),
                       second=lambda row: short_day(row.next_due_on, today) if row.next_due_on else "",
                       right=True, width=84, order=lambda row: row.next_due_on or today.max),
            ],
            lambda row: row.account,
            tall=True,
        )  # fmt: skip
        self._list.chosen.connect(self._choose)
        self._list.opened.connect(self._open)
        card.body.addWidget(self._list)
        return card

    def _make_detail(self) -> Card:
        card = Card()
        self._title = named(label("", "heading"), "loans.title")
        self._state = Pill()
        self._repay = button(tr("Record a repayment"), "loans.repay", self._record, primary=True)
        self._draw = button(tr("Draw a loan"), "loans.draw", self._draw_loan, primary=True)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch()
        top.addWidget(self._draw)
        top.addWidget(self._repay)
        figures = QHBoxLayout()
        self._figures = [
            (label("", "muted"), named(label("", "heading"), f"loans.figure_{at}")) for at in range(FIGURES)
        ]
        for name, figure in self._figures:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(name)
            cell.addWidget(figure)
            figures.addLayout(cell, 1)
        self._terms = named(label("", "muted", wrap=True), "loans.terms")
        card.body.addLayout(top)
        card.body.addLayout(figures)
        card.body.addWidget(self._terms)
        self._tabs = named(QTabBar(), "loans.tabs", tr("Schedule or repayments"))
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        card.body.addWidget(self._tabs)
        card.body.addWidget(self._stack, 3)
        self._make_tables()
        self._chart = ChartView("loans.chart", height=130)
        card.body.addWidget(self._chart, 2)
        return card

    def _make_tables(self) -> None:
        today = self.desk.today
        self._schedule = DataTable(
            "loans.schedule",
            tr("Schedule"),
            [
                Column(tr("No."), lambda row: str(row.number), width=38, order=lambda row: row.number),
                Column(tr("Due"), lambda row: short_day(row.due_on, today), width=92, order=lambda row: row.due_on),
                Column(tr("Paid"), lambda row: short_day(row.paid_on, today) if row.paid_on else UNKNOWN, width=92,
                       from_width=560,
                       order=lambda row: row.paid_on or today.max),
                Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, stretch=True, from_width=430,
                       order=lambda row: row.principal_fen),
                Column(tr("Interest, fee"), _charges, right=True, stretch=True, from_width=430,
                       order=lambda row: row.interest_fen + row.fee_fen),
                Column(tr("Together"), lambda row: amount(row.payment_fen), right=True, bold=True, stretch=True,
                       order=lambda row: row.payment_fen),
                Column("", lambda row: "", right=True, width=96,
                       pill=lambda row: (due_state(row.state), state_tone(row.state))),
            ],
            lambda row: row.number,
        )  # fmt: skip
        self._paid = DataTable(
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
        self._limits = DataTable(
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
        for table in (self._schedule, self._paid, self._limits):
            self._stack.addWidget(table)

    def _badge(self, row: AccountRow) -> tuple[str, str]:
        return product_badge(self.desk, row.product, row.name)

    def _show(self, view: Accounts) -> None:
        self._empty.setVisible(not view.rows)
        self._body.setVisible(bool(view.rows))
        note = tr("{count} open loans · {total}")
        self._header.note.setText(note.format(count=view.open_loans, total=yuan(view.outstanding_fen)))
        self._list.set_rows(view.rows)
        if not view.rows:
            return
        if self._wanted is None or not self._list.choose(self._wanted):
            first = next(
                (row for row in view.rows if row.account.kind is RowKind.LOAN and not row.settled), view.rows[0]
            )
            self._list.choose(first.account)
        chosen = self._list.chosen_row()
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, row: AccountRow) -> None:
        self._wanted, self._shown = row.account, row
        if row.account.kind is RowKind.LOAN:
            self.ask(loan_view, self._show_loan, loan_id=row.account.id, today=self.desk.today)
        else:
            self.ask(line_view, self._show_line, line_id=row.account.id, today=self.desk.today)

    def _open(self, row: AccountRow) -> None:
        self._choose(row)
        self._tabs.setFocus()

    def _record(self) -> None:
        self._forms.repay(self._shown)

    def _draw_loan(self) -> None:
        self._forms.add_loan(self._shown)

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

    def _show_loan(self, view: LoanView | None) -> None:
        if view is None or self._shown is None or view.account != self._shown.account:
            return
        self._title.setText(view.name)
        state = view.next_due
        self._state.set(
            due_state(state.state) if state else tr("Paid off"), state_tone(state.state) if state else "good"
        )
        self._repay.setVisible(state is not None)
        self._draw.hide()
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

    def _show_line(self, view: LineView | None) -> None:
        if view is None or self._shown is None or view.account != self._shown.account:
            return
        self._title.setText(view.name)
        self._state.set(line_status(view.status) if view.status else "", "neutral" if view.available_fen else "watch")
        self._repay.hide()
        self._draw.show()
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
        self._draw_points((*points, (self.desk.today, points[-1][1])) if points else (), (), tr("Limit history"))

    def _draw_balances(self, view: LoanView) -> None:
        past = (*view.balances, (self.desk.today, view.outstanding_fen)) if view.balances else ()
        self._draw_points(past, view.planned, f"{view.name}: {yuan(view.outstanding_fen)}")

    def _draw_points(self, past: tuple[Any, ...], planned: tuple[Any, ...], spoken: str) -> None:
        today = self.desk.today

        def draw(axes: object, style: object) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, past, planned, today, style, steps=True)  # type: ignore[arg-type]  # matplotlib is lazy

        self._chart.show_chart(draw, spoken)


def _account_second(row: AccountRow) -> str:
    if row.method is not None:
        words = method(row.method)
        return f"{words} · " + (tr("paid off") if row.settled else tr("{count} periods").format(count=row.periods))
    return line_kind(row.line_kind) if row.line_kind else ""


def _limit(row: AccountRow) -> str:
    if row.limit_fen is None:
        return ""
    words = tr("of {limit}").format(limit=whole(row.limit_fen))
    changed = row.limit_was_fen is not None and row.limit_was_fen != row.limit_fen
    return words if row.limit_was_fen is None or not changed else f"{whole(row.limit_was_fen)} → {whole(row.limit_fen)}"


def _charges(row: ScheduleLine | PaidLine) -> str:
    return amount(row.interest_fen + row.fee_fen)


def _cost(row: AccountRow) -> str:
    return f"{percent(row.cost.nominal)}%" if row.cost is not None else ""


def _terms(view: LoanView) -> str:
    words = [view.lender_name, method(view.terms.method)]
    words.append(tr("{amount} drawn on {day}").format(amount=yuan(view.terms.principal_fen), day=view.terms.drawn_on))
    words.append(tr("interest and fees {amount}").format(amount=yuan(view.interest_fen + view.fee_fen)))
    return " · ".join(words)
