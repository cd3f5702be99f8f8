"""The forms of repayments: record one, correct it, or give a part of it to another loan or line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import RowKind, RowRef
from planner.core.repayments import DueState
from planner.core.settlement import Owed
from planner.i18n import tr
from planner.reports.loans import AccountRow
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.fields import Choice, DateField, MoneyField
from planner.ui.widgets.naming import named
from planner.wording.amounts import yuan


@dataclass(frozen=True, slots=True)
class Paid:
    """A repayment on record, of a loan or a line (fen)."""

    id: int
    paid_on: date
    amount_fen: int
    penalty_fen: int
    note: str
    pays_off: bool


class Lateness(QWidget):
    """How late a repayment would be recorded, and that it was paid on its due day after all."""

    def __init__(self, name: str, on_due_day: Callable[[], object]) -> None:
        super().__init__()
        self._words = named(label("", "muted"), f"{name}.late")
        link = button(tr("It was paid on its due day"), f"{name}.on_due_day", on_due_day, link=True)
        link.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_days(self, days: int) -> None:
        """So many days late."""
        words = tr("Recorded so, it is 1 day late") if days == 1 else tr("Recorded so, it is {days} days late")
        self._words.setText(words.format(days=days))


class RepaymentForm(SavingForm):
    """Money paid to a loan or a line; what is due next is filled in. Or one on record, to be corrected."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        rows: Sequence[AccountRow],
        row: AccountRow | None = None,
        *,
        corrected: Paid | None = None,
        closes: bool = False,
        payoff: Owed | None = None,
    ) -> None:
        title = tr("Record a repayment") if corrected is None else tr("Correct a repayment")
        super().__init__(parent, "repayment_form", title, self._save)
        self._desk, self._corrected = desk, corrected
        self.resize(520, 480)
        self._rows: list[AccountRow] = []
        self._make_fields()
        self.first_field = self.amount
        self.paid_on.set_day(desk.today)
        self.show_loans(rows)
        if row is not None:
            self._choose(row.account)
        if corrected is not None:
            self._show(corrected)
        self.closes.setChecked(closes or payoff is not None)
        if payoff is not None:
            self._show_payoff(payoff)
        self.loan.currentIndexChanged.connect(self._fill)
        self.paid_on.textChanged.connect(self._show_lateness)
        self.closes.toggled.connect(self._fill)
        self._fill()

    def _make_fields(self) -> None:
        self.loan = Choice("repayment_form.loan")
        self.next = named(label("", "faint", wrap=True), "repayment_form.next")
        self.amount = MoneyField("amount", "repayment_form.amount")
        self.penalty = MoneyField("penalty", "repayment_form.penalty", optional=True)
        self.paid_on = DateField("paid_on", "repayment_form.paid_on", latest=self._desk.today)
        self.lateness = Lateness("repayment_form", self._on_due_day)
        self.note = named(QLineEdit(), "repayment_form.note")
        self.closes = named(QCheckBox(tr("This pays the loan off")), "repayment_form.closes")
        self.payoff = named(label("", "faint", wrap=True), "repayment_form.payoff")
        self.add("loan", tr("Loan or line"), self.loan)
        self.rows.addRow("", self.next)
        self.add("amount", tr("Amount"), self.amount)
        self.add("penalty", tr("Penalty in it"), self.penalty, tr("What of the amount was asked for being late"))
        self.add("paid_on", tr("Paid on"), self.paid_on)
        self.rows.addRow("", self.lateness)
        self.add("note", tr("Remark"), self.note)
        self.rows.addRow("", self.closes)
        self.rows.addRow("", self.payoff)

    def show_loans(self, rows: Sequence[AccountRow]) -> None:
        """What is owed now: a draft that comes back after Esc keeps its text, not what was derived then."""
        chosen = self._row().account if self._rows else None
        self._rows = list(rows)
        self.loan.blockSignals(True)
        self.loan.clear()
        for each in rows:
            self.loan.addItem(each.name)
        if chosen is not None:
            self._choose(chosen)
        self.loan.setEnabled(self._corrected is None)
        self.loan.blockSignals(False)
        self._fill()

    def _choose(self, account: RowRef) -> None:
        at = next((at for at, each in enumerate(self._rows) if each.account == account), 0)
        self.loan.setCurrentIndex(at)

    def _row(self) -> AccountRow:
        return self._rows[max(self.loan.currentIndex(), 0)]

    def _show(self, paid: Paid) -> None:
        self.amount.set_fen(paid.amount_fen)
        self.penalty.set_fen(paid.penalty_fen or None)
        self.paid_on.set_day(paid.paid_on)
        self.note.setText(paid.note)

    def _show_payoff(self, owed: Owed) -> None:
        """What was worked out for a day, as if it were typed."""
        self.paid_on.set_day(owed.on)
        self.amount.set_fen(owed.total_fen)
        self.penalty.set_fen(owed.penalty_fen or None)
        for each in (self.paid_on, self.amount, self.penalty):
            each.setModified(True)

    def _fill(self) -> None:
        row = self._row()
        is_loan = row.account.kind is RowKind.LOAN
        self.set_shown(self.penalty, is_loan)
        self.rows.setRowVisible(self.closes, is_loan and self._corrected is None)
        pays_off = is_loan and self.closes.isChecked() and self._corrected is None
        if self._corrected is None and not self.amount.isModified():
            self.amount.set_fen(row.payoff_fen if pays_off else row.next_fen)
        self.next.setText(_next_words(row) if self._corrected is None else row.lender_name)
        self.payoff.setText(self._payoff_words(row, pays_off))
        self.rows.setRowVisible(self.payoff, bool(self.payoff.text()))
        self._show_lateness()

    def _show_lateness(self) -> None:
        row, days = self._row(), 0
        # of a statement whose minimum was paid in time the rest is not late
        revolves = row.account.kind is RowKind.LINE and row.next_state is DueState.PARTLY_PAID
        if self._corrected is None and row.next_due_on is not None and not revolves and not self.closes.isChecked():
            try:
                days = (self.paid_on.needed_day() - row.next_due_on).days
            except PlannerError:  # told when the form is sent
                days = 0
        self.lateness.show_days(days)
        self.rows.setRowVisible(self.lateness, days > 0)

    def _on_due_day(self) -> None:
        self.paid_on.set_day(self._row().next_due_on)
        self.paid_on.setModified(True)  # as if it were typed
        self.paid_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _payoff_words(self, row: AccountRow, pays_off: bool) -> str:
        if self._corrected is not None:
            moves = tr("It pays the loan off: with another day, the payoff moves to that day.")
            return moves if self._corrected.pays_off else ""
        if not pays_off or row.payoff_fen is None:
            return ""
        words = tr(
            "About {amount} would pay it off today: the principal and the interest to this day. What your lender asks "
            "counts: enter that, whatever it is."
        )
        return words.format(amount=yuan(row.payoff_fen))

    def _save(self) -> None:
        from planner.actions.lines import pay_line
        from planner.actions.loans import record_repayment
        from planner.actions.repayments import correct_repayment

        row, book = self._row(), self._desk.book
        is_loan = row.account.kind is RowKind.LOAN
        values = {
            "amount_fen": self.amount.needed_fen(),
            "paid_on": self.paid_on.needed_day(),
            "note": self.note.text(),
        }
        penalty = (self.penalty.fen() or 0) if is_loan else 0
        if self._corrected is not None:
            self.do(book, correct_repayment, repayment_id=self._corrected.id, penalty_fen=penalty, **values)
        elif is_loan:
            closes = self.closes.isChecked()
            self.do(book, record_repayment, loan_id=row.account.id, penalty_fen=penalty, closes=closes, **values)
        else:
            self.do(book, pay_line, line_id=row.account.id, **values)


def _next_words(row: AccountRow) -> str:
    if row.next_fen is not None and row.next_due_on is not None:
        return tr("Next due: {amount} on {day}").format(amount=yuan(row.next_fen), day=row.next_due_on.isoformat())
    return tr("Owed, not billed yet: {amount}").format(amount=yuan(row.payable_fen))


class SplitForm(SavingForm):
    """A part of one repayment that was paid to another loan or line."""

    def __init__(self, desk: Desk, parent: QWidget, rows: Sequence[AccountRow], row: AccountRow, paid: Paid) -> None:
        super().__init__(parent, "split_form", tr("Split a repayment"), self._save, ok=tr("Split"))
        self._desk, self._paid = desk, paid
        self.resize(480, 300)
        self.amount = MoneyField("amount", "split_form.amount")
        self.account = Choice("split_form.account")
        for each in rows:
            if each.account != row.account:
                self.account.addItem(each.name, (each.account.kind is RowKind.LOAN, each.account.id))
        words = tr("{amount} was paid to {name} on {day}. A part of it goes to another loan or line, on the same day.")
        about = words.format(amount=yuan(paid.amount_fen), name=row.name, day=paid.paid_on.isoformat())
        self.rows.addRow(named(label(about, "muted", wrap=True), "split_form.about"))
        self.add("amount", tr("Part that goes there"), self.amount)
        self.add("account", tr("To"), self.account)
        self.first_field = self.amount

    def _save(self) -> None:
        from planner.actions.repayments import split_repayment

        amount = self.amount.needed_fen()
        to_loan, number = self.account.currentData() or (True, None)
        where = {"loan_id" if to_loan else "line_id": number}
        self.do(self._desk.book, split_repayment, repayment_id=self._paid.id, amount_fen=amount, **where)
