"""The first page: what is due and can it be paid, all debt and its course, health, the worst warnings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.calendar import add_months
from planner.core.facts import RowKind
from planner.core.repayments import DueState
from planner.core.warnings import Level
from planner.i18n import tr
from planner.reports.dues import Due
from planner.reports.overview import Overview, overview
from planner.reports.warnings import Warned
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import due_tone, level_tone, product_badge
from planner.ui.widgets.basics import Card, Header, Kpi, Pill, button, label, rule
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import day_and_weekday, days_left, long_day, month_name, percent, signed, yuan
from planner.wording.health import band, disclaimer
from planner.wording.warnings import level, next_step, warning_reason, warning_title

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

MOST_WARNINGS = 3


def make_page(desk: Desk) -> Page:
    """The overview."""
    return OverviewPage(desk)


class OverviewPage(Page):
    """The overview of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from planner.ui.loans.forms import LoanForms

        self._forms = LoanForms(desk, self)
        add = button(tr("Add a loan"), "overview.add_loan", self._forms.add_loan, primary=True)
        self._repay = button(tr("Record a repayment"), "overview.repay", partial(self._forms.repay, None))
        header = Header(tr("Overview"), self._repay, add)
        header.note.setText(long_day(desk.today))
        self.column.addWidget(header)
        self._empty = self._make_empty()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addLayout(self._make_kpis())
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._make_dues(), 5)
        middle.addWidget(self._make_health(), 4)
        body.addLayout(middle, 3)
        body.addWidget(self._make_chart(), 2)
        self.column.addWidget(self._empty, 1)
        self.column.addWidget(self._body, 1)
        self._empty.hide()
        self._body.hide()

    def refresh(self) -> None:
        desk = self.desk
        self.ask(overview, self._show, today=desk.today, scorecard=desk.scorecard, rules=desk.rules)

    def _make_empty(self) -> QWidget:
        start = button(tr("Add your first loan"), "overview.first_loan", self._forms.add_loan, primary=True)
        load = button(tr("Import statements"), "overview.first_import", partial(self.desk.go_to, "imports"))
        self._empty_words = named(label("", "muted", wrap=True), "overview.empty")
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card()
        card.body.addStretch()
        card.body.addWidget(self._empty_words)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(start)
        row.addWidget(load)
        row.addStretch()
        card.body.addLayout(row)
        card.body.addStretch()
        return card

    def _make_kpis(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        self._month = Kpi(tr("Due this month"), "overview.month")
        self._total = Kpi(tr("All debt"), "overview.debt")
        self._dti = Kpi(tr("Debt payments to income"), "overview.dti")
        self._cost = Kpi(tr("Average yearly cost (simple)"), "overview.cost")
        for at, each in enumerate((self._month, self._total, self._dti, self._cost)):
            each.setFixedHeight(136)
            grid.addWidget(each, 0, at)
            grid.setColumnStretch(at, 1)
        return grid

    def _make_dues(self) -> Card:
        self._dues_card = Card(tr("The next 30 days"))
        named(self._dues_card.note, "overview.due_total")
        self._dues = DataTable(
            "overview.dues",
            tr("The next 30 days"),
            [
                Column(tr("What"), _due_name, second=_due_second, badge=self._badge, stretch=True),
                Column(tr("Amount"), lambda due: yuan(due.open_fen), right=True, bold=True, width=98),
                Column("", lambda due: "", right=True, width=98, pill=lambda due: (_due_word(due), due_tone(due))),
            ],
            lambda due: (due.account, due.number),
            tall=True,
            header=False,
        )
        self._dues.setMinimumHeight(160)
        self._dues.opened.connect(lambda due: self.desk.open_row(due.account))
        self._cash_line = named(label("", "muted", wrap=True), "overview.cash")
        self._dues_card.body.addWidget(self._dues, 1)
        self._dues_card.body.addWidget(self._cash_line)
        return self._dues_card

    def _make_health(self) -> Card:
        card = Card(tr("Limit health"))
        self._health_note = named(card.note, "overview.health_change")
        self._gauge = Gauge("overview.gauge")
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(6)
        more = button(
            tr("All points and warnings"), "overview.to_health", partial(self.desk.go_to, "health"), link=True
        )
        left = QVBoxLayout()
        left.addWidget(self._gauge)
        left.addWidget(label(disclaimer(), "faint", wrap=True))
        left.addStretch()
        right = QVBoxLayout()
        right.addLayout(self._warnings)
        right.addStretch()
        right.addWidget(more)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        card.body.addLayout(row, 1)
        return card

    def _make_chart(self) -> Card:
        card = Card(tr("Debt, past and planned"))
        self._chart_note = card.note
        self._chart = ChartView("overview.chart", height=150)
        card.body.addWidget(self._chart, 1)
        return card

    def _badge(self, due: Due) -> tuple[str, str]:
        return product_badge(self.desk, due.product, due.name)

    def _show(self, view: Overview) -> None:
        self._empty.setVisible(not view.has_accounts)
        self._empty_words.setText(_start_with(view))
        self._body.setVisible(view.has_accounts)
        self._repay.setEnabled(view.open_loans > 0)
        self._show_kpis(view)
        self._dues.set_rows(view.dues.rows)
        late = view.month.overdue_fen > 0
        self._dues_card.title.setText(tr("Overdue and the next 30 days") if late else tr("The next 30 days"))
        self._dues_card.note.setText(tr("Together {total}").format(total=yuan(view.dues.total_fen)))
        self._cash_line.setText(_can_pay(view))
        health = view.health.health
        self._gauge.set(
            health.score, health.low, health.high, health.band, band(health.band), self.desk.scorecard.bands
        )
        self._health_note.setText(_change(view))
        self._show_warnings(view)
        self._show_chart(view)

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

    def _show_warnings(self, view: Overview) -> None:
        while (item := self._warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = view.warnings.warnings[:MOST_WARNINGS]
        for at, each in enumerate(shown):
            if at:
                self._warnings.addWidget(rule())
            self._warnings.addWidget(_warning_item(each, at))
        if not shown:
            words = tr("No warnings.")
            if view.warnings.unknown:
                words = tr("No warnings among what can be judged; {count} cannot.").format(
                    count=len(view.warnings.unknown)
                )
            self._warnings.addWidget(label(words, "muted", wrap=True))

    def _show_chart(self, view: Overview) -> None:
        debt = view.debt
        words = tr("Solid: what was owed · dashed: as agreed")
        if debt.clear_on is not None:
            words += " · " + tr("paid off in {month}").format(month=month_name(debt.clear_on))
        self._chart_note.setText(words)

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, debt.past, debt.planned, debt.today, style)

        self._chart.show_chart(draw, f"{tr('Debt, past and planned')}: {yuan(debt.owed_fen)}. {words}")


def _start_with(view: Overview) -> str:
    if not view.transactions:
        return tr("Nothing is in this book yet. Add a loan as your contract states it, or import an Alipay statement.")
    words = tr("{count} transactions are in this book, but no lines and no loans.").format(count=view.transactions)
    if view.repayments_seen:
        more = tr("{count} of them repay a debt or pay out a loan: add those loans to see what is due and when.")
        words += " " + more.format(count=view.repayments_seen)
    return words


def _warning_item(warned: Warned, at: int) -> QWidget:
    item = QWidget()
    column = QVBoxLayout(item)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    name = warned.labels[0].name if warned.labels else ""
    title = label(warning_title(warned.finding, name), "heading", wrap=True)
    named(title, f"overview.warning_{at}")
    row = QHBoxLayout()
    row.addWidget(title, 1)
    row.addWidget(Pill(level(warned.finding.level), level_tone(warned.finding.level)))
    column.addLayout(row)
    item.setToolTip(warning_reason(warned.finding, warned.rule))
    if warned.finding.next_steps:
        column.addWidget(label("→ " + next_step(warned.finding.next_steps[0]), "muted", wrap=True))
    return item


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


def _can_pay(view: Overview) -> str:
    if view.cash_fen is None or view.cash_on is None:
        return tr("Enter the cash you have in Settings to see whether it is enough.")
    words = [
        tr("Cash at hand {cash} (as of {day})").format(cash=yuan(view.cash_fen), day=view.cash_on.strftime("%m-%d"))
    ]
    left = view.cash_fen - view.dues.total_fen
    if view.essential_fen:
        left -= view.essential_fen
        words.append(tr("less these dues and {essential} to live on").format(essential=yuan(view.essential_fen)))
    else:
        words.append(tr("less these dues"))
    if left >= 0:
        words.append(tr("{left} left").format(left=yuan(left)))
    else:
        words.append(tr("{short} short without new income").format(short=yuan(-left)))
    if view.income_fen is not None and view.payday is not None:
        words.append(tr("income {income} on day {payday}").format(income=yuan(view.income_fen), payday=view.payday))
    return " · ".join(words)


def _change(view: Overview) -> str:
    now, before = view.health.health.score, view.health.month_ago
    if now is None or before is None:
        return ""
    return tr("{change} since a month ago").format(change=signed(now - before))


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
    return tr("Dearest {cost}% · {name}").format(cost=percent(view.dearest_cost), name=view.dearest_name)
