"""The calculator of what pays a loan off on a day; from there the payoff can be recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.core.errors import InTheFuture
from planner.core.settlement import Owed
from planner.i18n import tr
from planner.reports.loans import LoanView
from planner.reports.settling import Settling, settling
from planner.ui.loans.calculator import Calculator
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import DateField
from planner.ui.widgets.naming import named
from planner.wording.amounts import short_name, yuan
from planner.wording.payoff import settle_parts, taken_words


class SettleForm(Calculator):
    """Any day from the drawdown on, and what it takes to owe nothing at its end. `record` opens the form of the
    repayment with the day and what is owed then."""

    def __init__(self, desk: Desk, parent: QWidget, loan: LoanView, record: Callable[[date, Owed], object]) -> None:
        title = tr("Settle {name} on a day").format(name=short_name(loan.name))
        super().__init__(desk, parent, "settle_form", title, self._record, tr("Record it as paid off…"))
        self._loan, self._to_record = loan, record
        self._found: Settling | None = None
        self.cancel.setText(tr("Close"))
        self.fit(520, 520)
        self.on = DateField("on", "settle_form.on")
        self.add("on", tr("Day"), self.on, tr("Any day since the loan was paid out, also one to come"))
        self._answer = QWidget()
        self._grid = QGridLayout(self._answer)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.rows.addRow(self._answer)
        self._parts: dict[str, tuple[QLabel, QLabel]] = {}
        self._notes = named(label("", "faint", wrap=True), "settle_form.notes")
        self.rows.addRow(self._notes)
        self.first_field = self.on
        self.on.set_day(desk.today)
        self.on.textChanged.connect(self.follow)

    def work_out(self) -> None:
        on = self.on.needed_day()
        self.ask(settling, self._show, loan_id=self._loan.account.id, on=on, today=self._desk.today)

    def show_nothing(self) -> None:
        self._found = None
        self._answer.hide()
        self._notes.hide()
        self.ok.setEnabled(False)

    def _show(self, found: Settling) -> None:
        self._found = found
        rows = [(key, words, yuan(fen)) for key, words, fen in settle_parts(found.owed, found.interest_days)]
        rows.append(("total", tr("In all on {day}").format(day=found.on), yuan(found.owed.total_fen)))
        rows.append(("more", tr("One day later"), _more(found.a_day_more_fen)))
        rows.append(("plan", tr("By the plan from then on"), yuan(found.by_plan_fen)))
        words = tr("Saved against the plan") if found.saves_fen >= 0 else tr("More than by the plan")
        rows.append(("saves", words, yuan(abs(found.saves_fen))))
        self._fill(rows)
        self._answer.show()
        notes = [taken_words(found.taken_as_paid)] if found.taken_as_paid else []
        notes.append(tr("Worked out from your terms. What your lender asks counts: enter that, whatever it is."))
        self._notes.setText("\n".join(notes))
        self._notes.show()
        self.ok.setEnabled(found.on <= self._desk.today and bool(found.owed.total_fen))

    def _fill(self, rows: list[tuple[str, str, str]]) -> None:
        """Each part in its line; those that are nothing are not there."""
        for name, amount in self._parts.values():
            name.hide()
            amount.hide()
        for at, (key, words, value) in enumerate(rows):
            name, amount = self._parts.get(key) or self._made(key)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(amount, at, 1, Qt.AlignmentFlag.AlignRight)
            name.setText(words)
            amount.setText(value)
            amount.setAccessibleName(f"{words} {value}")
            name.show()
            amount.show()

    def _made(self, key: str) -> tuple[QLabel, QLabel]:
        strong = key in ("total", "saves")
        name = label("", "heading" if strong else "muted", wrap=True)
        amount = named(label("", "heading" if strong else ""), f"settle_form.{key}")
        self._parts[key] = (name, amount)
        return name, amount

    def _record(self) -> None:
        on = self.on.needed_day()
        if on > self._desk.today:
            raise InTheFuture("on", today=self._desk.today)
        if self._found is not None and self._found.on == on:
            self.reject()
            self._to_record(on, self._found.owed)


def _more(fen: int) -> str:
    return f"+{yuan(fen)}" if fen > 0 else yuan(fen)
