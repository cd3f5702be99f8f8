"""The first page: what is due and can it be paid, all debt and its course, health, the worst warnings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.calendar import add_months
from planner.core.facts import RowKind
from planner.core.repayments import DueState
from planner.core.warnings import Level
from planner.i18n import tr
from planner.reports.dues import Due
from planner.reports.figures import Figures, figures
from planner.reports.loans import Accounts, accounts
from planner.reports.overview import Overview, overview
from planner.ui.explaining import Explaining
from planner.ui.overview.first_run import FreshStart
from planner.ui.overview.parts import CanPay, DebtCard, HealthCard
from planner.ui.overview.sources import (
    can_pay_source,
    cost_source,
    debt_source,
    dues_source,
    month_source,
    service_source,
)
from planner.ui.overview.start import SampleBanner, Start
from planner.ui.page import GAP, NOT_ENOUGH, Desk, Page
from planner.ui.tones import due_tone, level_tone, product_badge
from planner.ui.widgets.basics import Card, Header, Kpi, button
from planner.ui.widgets.origin import Source
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import day_and_weekday, days_left, long_day, percent, short_name, yuan
from planner.wording.warnings import level

MakeSource = Callable[[Overview, Figures], Source]


def make_page(desk: Desk) -> Page:
    """The overview."""
    return OverviewPage(desk)


class OverviewPage(Page):
    """The overview of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from planner.ui.loans.forms import LoanForms

        self._forms = LoanForms(desk, self)
        self._explaining = Explaining(desk, self, "overview_origin")
        self._fresh: FreshStart | None = None
        self._view: Overview | None = None
        add = button(tr("Add a loan"), "overview.add_loan", self._forms.add_loan, primary=True)
        self._repay = button(tr("Record a repayment"), "overview.repay", partial(self._forms.repay, None))
        header = Header(tr("Overview"), self._repay, add)
        header.note.setText(long_day(desk.today))
        self.column.addWidget(header)
        self._banner = SampleBanner(desk)
        self.column.addWidget(self._banner)
        self._start = Start(desk, self.ask_questions, self._forms.add_loan)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addLayout(self._make_kpis())
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._make_dues(), 5)
        self._health = HealthCard(desk, self._explaining.show)
        middle.addWidget(self._health, 4)
        body.addLayout(middle, 3)
        self._debt_card = DebtCard(desk, self._explaining, partial(self._explain, debt_source))
        body.addWidget(self._debt_card, 2)
        self.column.addWidget(self._start, 1)
        self.column.addWidget(self._body, 1)
        for each in (self._banner, self._start, self._body):
            each.hide()

    def refresh(self) -> None:
        desk = self.desk
        self.ask(overview, self._show, today=desk.today, scorecard=desk.scorecard, rules=desk.rules)

    def ask_questions(self, step: int = 0) -> None:
        """The questions of a fresh start, from a step on; what was typed before is still there."""
        if self._fresh is None:
            self._fresh = FreshStart(self.desk, self, self._forms.add_loan, self._forms.add_line)
            self._fresh.accepted.connect(self._answered)
        self._fresh.begin_at(step)

    def _answered(self) -> None:
        if self._fresh is not None:
            self._fresh.deleteLater()
            self._fresh = None

    def _make_kpis(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        self._month = Kpi(tr("Due this month"), "overview.month", partial(self._explain, month_source))
        self._total = Kpi(tr("All debt"), "overview.debt", partial(self._explain, debt_source))
        self._dti = Kpi(tr("Debt payments to income"), "overview.dti", partial(self._explain, service_source))
        self._cost = Kpi(tr("Average yearly cost (simple)"), "overview.cost", partial(self._explain, cost_source))
        for at, each in enumerate((self._month, self._total, self._dti, self._cost)):
            each.setMinimumHeight(130)
            grid.addWidget(each, 0, at)
            grid.setColumnStretch(at, 1)
        return grid

    def _make_dues(self) -> Card:
        self._dues_card = Card(tr("The next 30 days"))
        total = partial(self._explain, dues_source)
        self._due_total = self._dues_card.note_explains("overview.due_total", tr("The next 30 days"), total)
        self._dues = DataTable(
            "overview.dues",
            tr("The next 30 days"),
            [
                Column(tr("What"), _due_name, second=_due_second, badge=self._badge, stretch=True, tooltip=_due_name),
                Column(tr("Amount"), lambda due: yuan(due.open_fen), right=True, bold=True, width=98,
                       tooltip=lambda due: yuan(due.open_fen)),
                Column("", lambda due: "", right=True, width=98, pill=lambda due: (_due_word(due), due_tone(due))),
            ],
            lambda due: (due.account, due.number),
            tall=True,
            header=False,
        )  # fmt: skip
        self._dues.setMinimumHeight(160)
        self._dues.opened.connect(self._open_due)
        self._dues.can(tr("Open"), self._open_due)
        self._dues.can(tr("Record a repayment…"), self._repay_due)
        self._dues.can_explain(lambda due: self._explaining.row(due.ref))
        self._can_pay = CanPay(self._explain_can_pay, self._ask_missing, partial(self.desk.go_to, "guide", NOT_ENOUGH))
        self._dues_card.body.addWidget(self._dues, 1)
        self._dues_card.body.addWidget(self._can_pay)
        return self._dues_card

    def _badge(self, due: Due) -> tuple[str, str]:
        return product_badge(self.desk, due.product, due.name)

    def _show(self, view: Overview) -> None:
        self._view = view
        self._banner.setVisible(view.is_sample)
        self._start.setVisible(not view.has_accounts)
        self._body.setVisible(view.has_accounts)
        self._repay.setEnabled(view.open_loans > 0 or bool(view.dues.rows))
        self._start.show_view(view)
        self._show_kpis(view)
        self._dues.set_rows(view.dues.rows)
        late = view.month.overdue_fen > 0
        self._dues_card.title.setText(tr("Overdue and the next 30 days") if late else tr("The next 30 days"))
        self._due_total.setText(tr("Together {total}").format(total=yuan(view.dues.total_fen)))
        self._can_pay.show_view(view)
        self._health.show_view(view)
        self._debt_card.show_course(view.debt)

    def _show_kpis(self, view: Overview) -> None:
        month = view.month
        paid = tr("Paid {paid} · to pay {open}").format(paid=yuan(month.paid_fen), open=yuan(month.open_fen))
        if month.overdue_fen:
            paid = tr("{overdue} overdue · {paid}").format(overdue=yuan(month.overdue_fen), paid=paid)
        self._month.set(yuan(month.due_fen), paid)
        self._month.meter.setVisible(month.due_fen > 0)
        self._month.meter.set(month.paid_fen / month.due_fen if month.due_fen else 0, "accent")
        self._total.set(yuan(view.debt.owed_fen), _debt_change(view))
        dti = view.debt_to_income
        self._dti.set(
            percent(dti), "" if dti is not None else tr("Enter your income in Settings"), unit="%" if dti else ""
        )
        finding = next((each for each in view.warnings.warnings if each.rule.id == "W10"), None)
        shown = Level.OK if finding is None else finding.finding.level
        self._dti.pill.set(level(shown) if dti is not None else "", level_tone(shown))
        self._cost.set(percent(view.average_cost), _dearest(view), unit="%" if view.average_cost is not None else "")

    def _explain(self, source: MakeSource) -> None:
        """Shows the rows behind a figure, as the book has them now."""
        view = self._view
        if view is not None:
            self.ask(figures, lambda found: self._explaining.show(source(view, found)), today=self.desk.today)

    def _explain_can_pay(self) -> None:
        view = self._view
        if view is not None and view.ahead is not None:
            ahead = view.ahead
            self._explain(lambda view, found: can_pay_source(view, found, ahead))

    def _ask_missing(self) -> None:
        self.ask_questions(1 if self._view is not None and self._view.ahead is None else 0)

    def _open_due(self, due: Due) -> None:
        self.desk.open_row(due.account)

    def _repay_due(self, due: Due) -> None:
        def found(listed: Accounts) -> None:
            row = next((row for row in listed.rows if row.account == due.account), None)
            if row is not None:
                self._forms.repay(row)

        self.desk.book.ask(accounts, found, today=self.desk.today)


def _due_name(due: Due) -> str:
    if due.account.kind is RowKind.LOAN:
        return tr("{name} · {number} of {periods}").format(name=due.name, number=due.number, periods=due.periods)
    return tr("{name} · statement").format(name=due.name)


def _due_second(due: Due) -> str:
    day = day_and_weekday(due.due_on)
    if due.minimum_fen is None:
        return day
    return f"{day} · " + tr("at least {minimum}").format(minimum=yuan(due.minimum_fen))


def _due_word(due: Due) -> str:
    return tr("Revolves") if due.state is DueState.PARTLY_PAID and due.days_left < 0 else days_left(due.days_left)


def _debt_change(view: Overview) -> str:
    loans = tr("{count} open loans").format(count=view.open_loans)
    before = view.debt.month_ago_fen
    if before is None:
        return loans
    change = view.debt.owed_fen - before
    day = add_months(view.today, -1)
    if not change:
        same = tr("No change since {day}").format(day=add_months(view.today, -1).strftime("%m-%d"))
        return f"{same} · {loans}"
    sign = "▲" if change > 0 else "▼"
    words = tr("{change} since {day}").format(change=f"{sign} {yuan(abs(change))}", day=day.strftime("%m-%d"))
    return f"{words} · {loans}"


def _dearest(view: Overview) -> str:
    if view.dearest_cost is None:
        return tr("No open loans")
    return tr("Dearest {cost}% · {name}").format(cost=percent(view.dearest_cost), name=short_name(view.dearest_name))
