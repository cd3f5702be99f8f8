"""The card of the log: applications, Zhima readings and overdues, each of which can be corrected and deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from planner.core.facts import RowKind, RowRef
from planner.i18n import tr
from planner.reports.standing import LogKind, LogRow, StandingLog
from planner.ui.health.forms import HealthForms
from planner.ui.health.parts import headed
from planner.ui.page import Desk
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.health import outcome, overdue_source, zhima_words


class LogCard(Card):
    """Shows `StandingLog`. `said` is told what was done."""

    def __init__(self, desk: Desk, forms: HealthForms, said: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._forms, self._said = desk, forms, said
        self._log: StandingLog | None = None
        self._wanted: tuple[LogKind, int] | None = None
        self._correct = button(tr("Correct…"), "health.correct", lambda: self._with_row(self.correct))
        self._delete = button(tr("Delete"), "health.delete", lambda: self._with_row(self.delete))
        self.note = headed(self, tr("Log"), self._correct, self._delete)
        self.note.setText(tr("Limits are changed on the page Loans"))
        self._table = DataTable(
            "health.log_rows",
            tr("Log"),
            [
                Column(tr("Day"), lambda row: row.on.isoformat(), width=100, order=lambda row: row.on),
                Column(tr("What"), log_words, stretch=True, tooltip=log_words),
                Column(tr("Result"), log_result, stretch=True, tooltip=log_result),
            ],
            lambda row: (row.kind, row.id),
        )
        self._table.row_height = 30
        self._table.verticalHeader().setDefaultSectionSize(30)
        self._table.setMinimumHeight(150)
        self._table.opened.connect(self.correct)
        self._table.can(tr("Correct…"), self.correct)
        self._table.can_delete(self.delete)
        self._empty = named(label("", "muted", wrap=True), "health.log_empty")
        self._empty.setText(tr("Nothing is logged yet. Queries of your record, readings and overdues stand here."))
        self._complete = button(tr("Say since when…"), "health.complete", self.declare_complete, link=True)
        self._since = named(label("", "muted", elide=True), "health.complete_since")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._since)
        foot.addWidget(self._complete)
        foot.addStretch()
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._empty)
        self.body.addLayout(foot)

    def show_log(self, view: StandingLog) -> None:
        """Fills the table; a row that was asked for is chosen."""
        self._log = view
        self._table.set_rows(view.rows)
        self._table.setVisible(bool(view.rows))
        self._empty.setVisible(not view.rows)
        for each in (self._correct, self._delete):
            each.setEnabled(bool(view.rows))
        since = view.applications_complete_since
        words = tr("Applications are not said to be complete.")
        if since is not None:
            words = tr("Applications are complete since {day}.").format(day=since)
        self._since.setText(words)
        if self._wanted is not None and self._table.choose(self._wanted):
            self._wanted = None

    def choose(self, ref: RowRef) -> None:
        """Moves to an application or overdue, now or once it is there."""
        kind = LogKind.APPLICATION if ref.kind is RowKind.APPLICATION else LogKind.OVERDUE
        self._wanted = None if self._table.choose((kind, ref.id)) else (kind, ref.id)
        self._table.setFocus()

    def log_overdue(self) -> None:
        """The form for an overdue, with the accounts there are."""
        if self._log is not None:
            self._forms.log_overdue(self._log)

    def declare_complete(self) -> None:
        """The form for the word that the applications are complete."""
        if self._log is not None:
            self._forms.declare_complete(self._log)

    def correct(self, row: LogRow) -> None:
        """The form that corrects a row."""
        if self._log is not None:
            self._forms.correct(row, self._log)

    def delete(self, row: LogRow) -> None:
        """Takes a row out of the book; undo brings it back."""
        from planner.actions.standing import delete_application, delete_overdue, delete_score_reading

        book = self._desk.book
        if row.kind is LogKind.APPLICATION:
            book.do(delete_application, done=self._deleted, application_id=row.id)
        elif row.kind is LogKind.SCORE:
            book.do(delete_score_reading, done=self._deleted, reading_id=row.id)
        else:
            book.do(delete_overdue, done=self._deleted, overdue_id=row.id)

    def _with_row(self, do: Callable[[LogRow], None]) -> None:
        row = self._table.chosen_row()
        if row is None:
            self._said(tr("Choose a row of the log first."))
        else:
            do(row)

    def _deleted(self, _result: object) -> None:
        self._said(tr("Deleted. Ctrl+Z brings it back."))


def log_words(row: LogRow) -> str:
    """What is logged, and of whom."""
    kinds = {
        LogKind.APPLICATION: tr("Application"),
        LogKind.SCORE: tr("Zhima score"),
        LogKind.OVERDUE: tr("Overdue on record"),
    }
    return " · ".join(part for part in (kinds[row.kind], row.name) if part)


def log_result(row: LogRow) -> str:
    """How it ended, or its figure."""
    if row.outcome is not None:
        return outcome(row.outcome) if row.hard else f"{outcome(row.outcome)} · {tr('own query, seen by nobody')}"
    if row.score is not None:
        return zhima_words(row.score)
    words = tr("{days} days late, still open").format(days=row.days)
    if row.cleared_on is not None:
        words = tr("{days} days late, paid on {day}").format(days=row.days, day=row.cleared_on)
    return words if row.source is None else f"{words} · {overdue_source(row.source)}"
