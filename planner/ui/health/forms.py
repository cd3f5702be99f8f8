"""The forms of the limit-health page: an application, a Zhima reading, a reported overdue, each new or corrected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.core.errors import OutOfRange, PlannerError
from planner.core.facts import Outcome, OverdueSource, RowKind, RowRef
from planner.core.zhima import LEAST, MOST, latest_publication
from planner.i18n import tr
from planner.reports.standing import LogKind, LogRow, StandingLog
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice, ChoiceField, DateField, NumberField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.health import outcome, overdue_source, zhima_words


class HealthForms:
    """Opens the forms from the page; a form that was hidden with Esc comes back with its draft."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._drafts: dict[str, tuple[LogRow | None, Form]] = {}

    def log_application(self) -> None:
        """The form for a new application."""
        self._open("application", None, lambda: ApplicationForm(self._desk, self._parent))

    def log_score(self) -> None:
        """The form for a new Zhima reading."""
        self._open("score", None, lambda: ScoreForm(self._desk, self._parent))

    def log_overdue(self, log: StandingLog) -> None:
        """The form for an overdue that somebody reported."""
        self._open("overdue", None, lambda: OverdueForm(self._desk, self._parent, log.accounts))

    def declare_complete(self, log: StandingLog) -> None:
        """The form for the word that the applications are complete."""
        since = log.applications_complete_since
        self._open(f"complete {since}", None, lambda: CompleteForm(self._desk, self._parent, since))

    def correct(self, row: LogRow, log: StandingLog) -> None:
        """The form that corrects a row of the log."""
        make: dict[LogKind, Callable[[], Form]] = {
            LogKind.APPLICATION: lambda: ApplicationForm(self._desk, self._parent, row),
            LogKind.SCORE: lambda: ScoreForm(self._desk, self._parent, row),
            LogKind.OVERDUE: lambda: OverdueForm(self._desk, self._parent, log.accounts, row),
        }
        self._open(f"{row.kind} {row.id}", row, make[row.kind])

    def _open(self, key: str, row: LogRow | None, make: Callable[[], Form]) -> None:
        before, form = self._drafts.get(key, (None, None))
        if form is not None and before != row:  # the row was changed since: the draft corrects what is not there
            form.deleteLater()
            form = None
        if form is None:
            form = make()
            self._drafts[key] = (row, form)
            form.accepted.connect(lambda: self._drafts.pop(key, None))
        form.open()


class LogForm(Form):
    """A form of the log: it does one action when it is new, another on its row when it corrects one."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, titles: tuple[str, str], row: LogRow | None) -> None:
        kind, title = (f"{name}_form", titles[0]) if row is None else (f"{name}_correction", titles[1])
        super().__init__(parent, kind, title, self._save)
        self._desk, self._row = desk, row

    def _named(self, field: str) -> str:
        return f"{self.objectName()}.{field}"

    def _save(self) -> None:
        raise NotImplementedError

    def _do(self, action: Callable[..., object], **values: Any) -> None:
        self.busy()
        self._desk.book.do(action, done=self.saved, refused=self.refused, failed=self.ready, **values)


class ApplicationForm(LogForm):
    """One application with its outcome."""

    def __init__(self, desk: Desk, parent: QWidget, row: LogRow | None = None) -> None:
        titles = (tr("Log an application"), tr("Correct an application"))
        super().__init__(desk, parent, "application", titles, row)
        self.resize(480, 360)
        self.lender = named(QLineEdit(), self._named("lender"))
        self.on = DateField("on", self._named("on"), latest=desk.today)
        self.outcome = ChoiceField(self._named("outcome"), ((kind, outcome(kind)) for kind in Outcome))
        self.hard = named(QCheckBox(tr("Other lenders see it in the credit record")), self._named("hard"))
        self.add("lender", tr("Lender"), self.lender)
        self.add("on", tr("Applied on"), self.on)
        self.add("outcome", tr("Outcome"), self.outcome)
        self.add("hard", tr("Query"), self.hard, tr("Your own look at your record is seen by nobody: leave it off"))
        self.first_field = self.lender
        self.hard.setChecked(row is None or row.hard)
        self.on.set_day(desk.today if row is None else row.on)
        if row is not None and row.outcome is not None:
            self.lender.setText(row.name)
            self.outcome.choose(row.outcome)

    def _save(self) -> None:
        from planner.actions.standing import correct_application, log_application

        values = {
            "applied_on": self.on.needed_day(),
            "lender_name": self.lender.text(),
            "outcome": self.outcome.chosen(Outcome),
            "hard": self.hard.isChecked(),
        }
        if self._row is None:
            self._do(log_application, **values)
        else:
            self._do(correct_application, application_id=self._row.id, **values)


class ScoreForm(LogForm):
    """A Zhima score as read on a day, with the band it is in."""

    def __init__(self, desk: Desk, parent: QWidget, row: LogRow | None = None) -> None:
        super().__init__(desk, parent, "score", (tr("Log a Zhima score"), tr("Correct a Zhima score")), row)
        self.resize(480, 320)
        self.score = NumberField("score", self._named("score"))
        self.band = named(label("", "muted"), self._named("band"))
        self.on = DateField("on", self._named("on"), latest=desk.today)
        self.add("score", tr("Score"), self.score, tr("From 350 to 950, as the app shows it"))
        self.rows.addRow("", self.band)
        hint = tr("It is renewed on the 6th of a month. It is kept as a fact; nothing is predicted from it.")
        self.add("on", tr("Read on"), self.on, hint)
        self.first_field = self.score
        self.score.textChanged.connect(lambda _text: self._show_band())
        self.score.setText("" if row is None else str(row.score))
        self.on.set_day(latest_publication(desk.today) if row is None else row.on)

    def _show_band(self) -> None:
        try:
            score = self.score.number()
        except PlannerError:  # told when the form is sent
            score = None
        self.band.setText("" if score is None or not LEAST <= score <= MOST else zhima_words(score))

    def _save(self) -> None:
        from planner.actions.standing import correct_score_reading, log_score_reading

        values = {"score": self.score.needed_number(), "on": self.on.needed_day()}
        if self._row is None:
            self._do(log_score_reading, **values)
        else:
            self._do(correct_score_reading, reading_id=self._row.id, **values)


class OverdueForm(LogForm):
    """An overdue that somebody reported: still open, or so many days late."""

    def __init__(
        self, desk: Desk, parent: QWidget, accounts: tuple[tuple[RowRef, str], ...], row: LogRow | None = None
    ) -> None:
        super().__init__(desk, parent, "overdue", (tr("Log an overdue"), tr("Correct an overdue")), row)
        self.resize(520, 460)
        self.account = Choice(self._named("account"))
        self.account.addItem(tr("None in this book"), None)
        for ref, name in accounts:
            self.account.addItem(name, ref)
        self.due_on = DateField("due_on", self._named("due_on"), latest=desk.today)
        self.cleared_on = DateField("cleared_on", self._named("cleared_on"), optional=True, latest=desk.today)
        self.days = NumberField("days", self._named("days"), optional=True)
        kinds = ((kind, overdue_source(kind)) for kind in OverdueSource)
        self.source = ChoiceField(self._named("source"), kinds)
        self.add("account", tr("Line or loan"), self.account)
        self.add("due_on", tr("Was due on"), self.due_on)
        self.add("cleared_on", tr("Paid on"), self.cleared_on, tr("Empty, and no days below: still open"))
        self.add("days", tr("Days late"), self.days, tr("Empty: counted from the two days above"))
        self.add("source", tr("Who says so"), self.source)
        self.first_field = self.due_on
        if row is not None and row.source is not None:
            self.account.setCurrentIndex(max(self.account.findData(row.account), 0))
            self.due_on.set_day(row.on)
            self.cleared_on.set_day(row.cleared_on)
            self.source.choose(row.source)
            if row.cleared_on is not None and row.days != (row.cleared_on - row.on).days:
                self.days.setText(str(row.days))

    def _save(self) -> None:
        from planner.actions.standing import correct_overdue, record_overdue

        due_on = self.due_on.needed_day()
        days, cleared_on = self._lateness(due_on)
        account = self.account.currentData()
        values = {
            "due_on": due_on,
            "days": days,
            "cleared_on": cleared_on,
            "source": self.source.chosen(OverdueSource),
            "loan_id": account.id if account is not None and account.kind is RowKind.LOAN else None,
            "line_id": account.id if account is not None and account.kind is RowKind.LINE else None,
        }
        if self._row is None:
            self._do(record_overdue, **values)
        else:
            self._do(correct_overdue, overdue_id=self._row.id, **values)

    def _lateness(self, due_on: date) -> tuple[int, date | None]:
        """Days late and the day it was paid, each from the other where only one is typed; neither: still open."""
        days, cleared_on, passed = self.days.number(), self.cleared_on.day(), (self._desk.today - due_on).days
        if passed < 1:
            raise OutOfRange("due_on", low=date(1990, 1, 1), high=self._desk.today - timedelta(days=1))
        if cleared_on is not None:
            if cleared_on <= due_on:
                raise OutOfRange("cleared_on", low=due_on + timedelta(days=1), high=self._desk.today)
            return (cleared_on - due_on).days if days is None else days, cleared_on
        if days is None:
            return passed, None
        if not 1 <= days <= passed:
            raise OutOfRange("days", low=1, high=passed)
        return days, due_on + timedelta(days=days)


class CompleteForm(Form):
    """The user's word since when every application is in the book."""

    def __init__(self, desk: Desk, parent: QWidget, since: date | None) -> None:
        super().__init__(parent, "complete_form", tr("Applications are complete"), self._save)
        self._desk = desk
        self.resize(480, 280)
        self.since = DateField("since", "complete_form.since", optional=True, latest=desk.today)
        hint = tr("Every application and query since this day is in the log. Empty: you cannot say.")
        self.add("since", tr("Complete since"), self.since, hint)
        self.first_field = self.since
        self.since.set_day(since)

    def _save(self) -> None:
        from planner.actions.profile import declare_applications_complete

        since = self.since.day()
        self.busy()
        self._desk.book.do(
            declare_applications_complete, done=self.saved, refused=self.refused, failed=self.ready, since=since
        )
