"""The forms of a line's limit, and of closing and re-opening lines and loans."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import LineStatus, RowKind
from planner.i18n import tr
from planner.reports.line_view import LimitRow
from planner.reports.loans import AccountRow
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import ChoiceField, DateField, MoneyField
from planner.ui.widgets.naming import named
from planner.wording import loans as words


class LimitForm(SavingForm):
    """A new limit or status of a line, from a day on; or one on record, whose day stays."""

    def __init__(self, desk: Desk, parent: QWidget, line: AccountRow, *, corrected: LimitRow | None = None) -> None:
        title = tr("Change the limit of {name}") if corrected is None else tr("Correct a limit of {name}")
        super().__init__(parent, "limit_form", title.format(name=line.name), self._save)
        self._desk, self._line = desk, line
        self.resize(480, 400)
        self.limit = MoneyField("limit", "limit_form.limit")
        self.status = ChoiceField("limit_form.status", ((k, words.line_status(k)) for k in LineStatus))
        self.on = DateField("on", "limit_form.on", latest=desk.today)
        self.reason = named(QLineEdit(), "limit_form.reason")
        self.add("limit", tr("New limit"), self.limit)
        self.add("status", tr("Status"), self.status)
        hint = "" if corrected is None else tr("Of another day? Delete this limit and add it anew.")
        self.add("on", tr("In force from"), self.on, hint)
        self.add("reason", tr("Reason, as the lender gave it"), self.reason)
        self.first_field = self.limit
        self.limit.set_fen(line.limit_fen if corrected is None else corrected.limit_fen)
        self.status.choose((line.line_status or LineStatus.ACTIVE) if corrected is None else corrected.status)
        self.on.set_day(desk.today if corrected is None else corrected.on)
        self.on.setEnabled(corrected is None)
        self.reason.setText("" if corrected is None else corrected.reason)
        if corrected is None:
            self._touched = False
            self.status.activated.connect(self._touch)
            self.limit.textChanged.connect(self._preset_status)

    def _touch(self) -> None:
        self._touched = True

    def _preset_status(self) -> None:
        """A limit below the present one is a cut, one above it ends a cut, until the status is chosen by hand."""
        before, now = self._line.limit_fen, self._line.line_status or LineStatus.ACTIVE
        if self._touched or before is None or now not in (LineStatus.ACTIVE, LineStatus.REDUCED):
            return
        try:
            limit = self.limit.needed_fen()
        except PlannerError:  # told when the form is sent
            return
        raised = LineStatus.ACTIVE if limit > before else now
        self.status.choose(LineStatus.REDUCED if limit < before else raised)

    def _save(self) -> None:
        from planner.actions.lines import change_limit

        self.do(
            self._desk.book,
            change_limit,
            line_id=self._line.account.id,
            limit_fen=self.limit.needed_fen(),
            on=self.on.needed_day(),
            status=self.status.chosen(LineStatus),
            reason=self.reason.text(),
        )


class CloseForm(SavingForm):
    """The day from which a loan or a line is closed."""

    def __init__(self, desk: Desk, parent: QWidget, account: AccountRow) -> None:
        super().__init__(
            parent, "close_form", tr("Close {name}").format(name=account.name), self._save, ok=tr("Close it")
        )
        self._desk, self._account = desk, account
        self._is_loan = account.account.kind is RowKind.LOAN
        self.resize(480, 300)
        self.closed_on = DateField("closed_on", "close_form.closed_on", latest=desk.today)
        self.reason = named(QLineEdit(), "close_form.reason")
        about = tr(
            "From this day the lender asks no more: the debt was written off, or settled elsewhere. What is still open "
            "counts as waived, not as paid."
        )
        if not self._is_loan:
            about = tr("From this day nothing can be drawn or bought with it. What is owed on it stays owed.")
        self.rows.addRow(label(about, "muted", wrap=True))
        self.add("closed_on", tr("Closed on"), self.closed_on)
        self.add("reason", tr("Reason"), self.reason)
        self.set_shown(self.reason, not self._is_loan)
        self.first_field = self.closed_on
        self.closed_on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.lines import close_line
        from planner.actions.loans import close_loan

        day, number = self.closed_on.needed_day(), self._account.account.id
        if self._is_loan:
            self.do(self._desk.book, close_loan, loan_id=number, closed_on=day)
        else:
            self.do(self._desk.book, close_line, line_id=number, closed_on=day, reason=self.reason.text())


class ReopenForm(SavingForm):
    """The day from which a closed line can be used again, and its limit."""

    def __init__(self, desk: Desk, parent: QWidget, line: AccountRow) -> None:
        title = tr("Re-open {name}").format(name=line.name)
        super().__init__(parent, "reopen_form", title, self._save, ok=tr("Re-open it"))
        self._desk, self._line = desk, line
        self.resize(480, 260)
        self.limit = MoneyField("limit", "reopen_form.limit")
        self.on = DateField("on", "reopen_form.on", latest=desk.today)
        self.add("limit", tr("Credit limit"), self.limit)
        self.add("on", tr("Open again from"), self.on)
        self.first_field = self.limit
        self.limit.set_fen(line.limit_was_fen)
        self.on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.lines import reopen_line

        limit, on = self.limit.needed_fen(), self.on.needed_day()
        self.do(self._desk.book, reopen_line, line_id=self._line.account.id, limit_fen=limit, on=on)
