"""The calculator of principal paid back early: both ways on side by side; from there it can be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.errors import InTheFuture, PlannerError
from planner.core.events import PrepayMode
from planner.i18n import tr
from planner.reports.loans import LoanView
from planner.reports.prepaying import Prepaying, prepaying
from planner.ui.loans.calculator import Calculator
from planner.ui.loans.prepay_table import Comparison, beside_rows, plans_table
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.fields import ChoiceField, DateField, MoneyField
from planner.ui.widgets.naming import named
from planner.wording.amounts import short_name, yuan
from planner.wording.loans import prepay_mode
from planner.wording.payoff import short_mode, taken_words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

PROBE_FEN = 1
"""Asked for while no amount is typed: whether anything can be paid back early at all."""


class PrepayForm(Calculator):
    """An amount and a day; the plan as it is, with a shorter term, and with lower payments; then record the one that
    the lender grants."""

    def __init__(self, desk: Desk, parent: QWidget, loan: LoanView) -> None:
        title = tr("Pay a part of {name} back early").format(name=short_name(loan.name))
        super().__init__(desk, parent, "prepay_form", title, self._save, tr("Record it"))
        self._loan = loan
        self.cancel.setText(tr("Close"))
        self.fit(860, 720)
        self._make_fields()
        self._make_answer()
        self.first_field = self.principal
        self.on.set_day(desk.today)
        for each in (self.principal, self.on):
            each.textChanged.connect(self.follow)
        self.fee.textChanged.connect(self._follow_fee)

    def _make_fields(self) -> None:
        self.principal = MoneyField("principal", "prepay_form.principal", optional=True)
        self.on = DateField("paid_on", "prepay_form.paid_on")
        self.mode = ChoiceField("prepay_form.mode", ((each, prepay_mode(each)) for each in PrepayMode))
        self.fee = MoneyField("fee", "prepay_form.fee", optional=True)
        self.add("principal", tr("Principal paid back"), self.principal)
        self.add("paid_on", tr("Day"), self.on)

    def _make_answer(self) -> None:
        self._notes = named(label("", "faint", wrap=True), "prepay_form.notes")
        self._paths = Comparison()
        self._chart = ChartView("prepay_form.chart", height=200)
        self._table = plans_table()
        self._table.setMinimumHeight(130)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(self._paths, 5)
        beside.addWidget(self._chart, 3)
        self._plans = QWidget()
        self._plans.setLayout(beside)
        self.add("mode", tr("The lender goes on with"), self.mode)
        self.add("fee", tr("Price of paying early"), self.fee)
        self.fee.setToolTip(tr("By your terms; correct it to what was asked"))
        for each in (self._plans, self._table, self._notes):
            self.rows.addRow(each)
        for widget in (self.mode, self.fee):
            self.set_shown(widget, False)

    def work_out(self) -> None:
        fen, on = self.principal.fen(), self.on.needed_day()
        values = {"loan_id": self._loan.account.id, "on": on, "today": self._desk.today}
        if fen is None:
            self.show_nothing()
            self.ask(prepaying, self._invite, principal_fen=PROBE_FEN, **values)
        else:
            fee_fen = self.fee.fen() if self.fee.isModified() else None
            self.ask(prepaying, self._show, principal_fen=fen, fee_fen=fee_fen, **values)

    def _follow_fee(self) -> None:
        if self.fee.isModified():  # else it was filled in from the answer
            self.follow()

    def without_answer(self, error: PlannerError) -> None:
        if error.field == "fee":  # its field stays in view with the answer beside it
            self.ok.setEnabled(False)
            self._answers.tell(error)
        else:
            super().without_answer(error)

    def show_nothing(self) -> None:
        for each in (self._plans, self._table, self._notes):
            each.hide()
        for widget in (self.mode, self.fee):
            self.set_shown(widget, False)
        self.ok.setEnabled(False)

    def _invite(self, found: Prepaying) -> None:
        """What can be typed, while nothing is."""
        words = tr("Type an amount up to {amount}: the plan as it is and both ways on then stand side by side.")
        self._notes.setText(words.format(amount=yuan(found.left_fen)))
        self._notes.show()

    def _show(self, found: Prepaying) -> None:
        self._paths.show_paths(found)
        self._table.set_rows(beside_rows(found))
        self._draw(found)
        if not self.fee.isModified():
            self.fee.set_fen(found.fee_fen)
        notes = [taken_words(found.taken_as_paid)] if found.taken_as_paid else []
        ahead = found.on > self._desk.today
        if ahead:
            notes.append(tr("A day to come can be worked out, but not recorded yet."))
        notes.append(tr("Worked out from your terms; nothing is recorded until you say so. Your lender's plan counts."))
        self._notes.setText("\n".join(notes))
        for each in (self._plans, self._table, self._notes):
            each.show()
        for widget in (self.mode, self.fee):
            self.set_shown(widget, not ahead)
        self.ok.setEnabled(not ahead)

    def _draw(self, found: Prepaying) -> None:
        courses = (found.present.balances, found.shorter.balances, found.lower.balances)
        names = (short_mode(None), short_mode(PrepayMode.SHORTER_TERM), short_mode(PrepayMode.LOWER_PAYMENT))

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.prepaying import draw_prepaying

            draw_prepaying(axes, *courses, names, style)

        self._chart.show_chart(draw, _spoken(found))

    def _save(self) -> None:
        from planner.actions.plan_changes import prepay_loan

        on = self.on.needed_day()
        if on > self._desk.today:
            raise InTheFuture("paid_on", today=self._desk.today)
        self.do(
            self._desk.book,
            prepay_loan,
            loan_id=self._loan.account.id,
            paid_on=on,
            principal_fen=self.principal.needed_fen(),
            mode=self.mode.chosen(PrepayMode),
            fee_fen=self.fee.fen() or 0,
        )


def _spoken(found: Prepaying) -> str:
    words = tr("Principal by day: {present} to {day}; {shorter} to {earlier}; {lower} to {later}")
    last = [path.last_due_on or found.on for path in (found.present, found.shorter, found.lower)]
    return words.format(
        present=short_mode(None), day=last[0], shorter=short_mode(PrepayMode.SHORTER_TERM), earlier=last[1],
        lower=short_mode(PrepayMode.LOWER_PAYMENT), later=last[2],
    )  # fmt: skip
