"""Income and essential spending: what holds now, and everything that was entered before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from planner.core.facts import ProfileFact, RowRef
from planner.i18n import tr
from planner.reports.settings import SettingsView
from planner.ui.page import Desk
from planner.ui.widgets.answers import Answers
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.fields import DateField, MoneyField, NumberField
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, yuan
from planner.wording.problems import explain


class ProfileCard(Card):
    """Income, payday and essential spending since a day; a wrong entry is corrected by its day, or deleted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Income and spending"), tr("Only you see this; empty is unknown"))
        self._desk = desk
        self._income = MoneyField("income", "settings.income", optional=True)
        self._payday = NumberField("payday", "settings.payday", optional=True)
        self._essential = MoneyField("essential", "settings.essential", optional=True)
        self._since = DateField("since", "settings.since", latest=desk.today)
        self._answers = Answers("settings", "profile")
        self._answers.add("income", tr("Net income a month"), self._income)
        self._answers.add("payday", tr("Payday, day of the month"), self._payday)
        self._answers.add("essential", tr("Essential spending a month"), self._essential)
        self._answers.add("since", tr("So since"), self._since)
        self._history = DataTable(
            "settings.profiles",
            tr("Income over time"),
            [
                Column(tr("Since"), lambda row: row.since.isoformat(), width=104),
                Column(tr("Income"), lambda row: yuan(row.income_fen), right=True, bold=True, stretch=True,
                       order=lambda row: row.income_fen or 0, tooltip=lambda row: yuan(row.income_fen)),
                Column(tr("Payday"), lambda row: UNKNOWN if row.payday is None else str(row.payday), right=True,
                       width=70),
                Column(tr("Essential"), lambda row: yuan(row.essential_fen), right=True, width=120,
                       from_width=380, order=lambda row: row.essential_fen or 0,
                       tooltip=lambda row: yuan(row.essential_fen)),
            ],
            lambda row: row.ref,
        )  # fmt: skip
        self._history.setFixedHeight(112)
        self._history.chosen.connect(self._choose)
        self._history.can_delete(self._delete)
        self._note = named(label("", "muted", wrap=True), "settings.profile_note")
        self._note.hide()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Save"), "settings.save_profile", self._save, primary=True))
        self.body.addWidget(self._answers)
        self.body.addLayout(row)
        self.body.addWidget(self._history)
        self.body.addWidget(self._note)
        self.body.addStretch()

    def show_view(self, view: SettingsView) -> None:
        """Shows what holds now; what is typed and not saved yet stays, whatever else was saved or undone."""
        self._history.set_rows(view.profiles)
        if not self._answers.typed:
            self._fill(view.profile)

    def choose(self, ref: RowRef) -> None:
        """Moves to an entry."""
        self._history.choose(ref)

    def _fill(self, profile: ProfileFact | None) -> None:
        self._income.set_fen(profile.income_fen if profile else None)
        self._essential.set_fen(profile.essential_fen if profile else None)
        self._payday.setText(str(profile.payday) if profile and profile.payday else "")
        self._since.set_day(profile.since if profile else self._desk.today)

    def _choose(self, row: ProfileFact) -> None:
        if not self._answers.typed:
            self._fill(row)

    def _save(self) -> None:
        self._answers.send(self._send)

    def _send(self) -> None:
        from planner.actions.profile import set_profile

        income, payday = self._income.fen(), self._payday.number()
        essential, since = self._essential.fen(), self._since.needed_day()
        self._desk.book.do(
            set_profile,
            done=self._answers.saved,
            refused=self._answers.refused,
            since=since,
            income_fen=income,
            payday=payday,
            essential_fen=essential,
        )

    def _delete(self, row: ProfileFact) -> None:
        from planner.actions.profile import delete_profile

        def say(words: str) -> None:
            self._note.setText(words)
            self._note.show()

        self._desk.book.do(
            delete_profile,
            done=lambda _: say(tr("Deleted. Ctrl+Z brings it back.")),
            refused=lambda error: say(explain(error)),
            profile_id=row.ref.id,
        )
