"""The settings page: income, cash and what is complete (in the book), language and theme (of this machine)."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from planner import __version__
from planner.core.facts import RowKind, RowRef
from planner.i18n import language, tr
from planner.reports.settings import SettingsView, settings_view
from planner.ui.page import GAP, Desk, Page
from planner.ui.settings.cash import CashCard
from planner.ui.settings.profile import ProfileCard
from planner.ui.widgets.answers import Answers
from planner.ui.widgets.basics import Card, Header, button, label
from planner.ui.widgets.fields import DateField
from planner.ui.widgets.naming import named


def make_page(desk: Desk) -> Page:
    """The settings page."""
    return SettingsPage(desk)


class SettingsPage(Page):
    """Settings of the open book and of this machine."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.column.addWidget(Header(tr("Settings")))
        self._profile, self._cash = ProfileCard(desk), CashCard(desk)
        self._shown = False
        self._wanted: RowRef | None = None
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self._profile, 1)
        upper.addWidget(self._cash, 1)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._make_applications(), 1)
        lower.addWidget(self._make_machine(), 1)
        self.column.addLayout(upper)
        self.column.addLayout(lower)
        self.column.addWidget(self._make_about())
        self.column.addStretch()

    def refresh(self) -> None:
        self.ask(settings_view, self._show, today=self.desk.today)

    def show_row(self, ref: RowRef) -> None:
        """Moves to an entry of income, or to the account of a balance."""
        self._wanted = ref
        if self._shown:
            self._go_to_wanted()

    def _make_applications(self) -> Card:
        card = Card(tr("Applications for credit"))
        words = tr("If every application since a day is in this book, say so here. Log them on the page Limit health.")
        card.body.addWidget(label(words, "muted", wrap=True))
        self._complete = DateField("complete", "settings.complete", optional=True, latest=self.desk.today)
        self._answers = Answers("settings", "applications")
        self._answers.add("complete", tr("Complete since"), self._complete)
        card.body.addWidget(self._answers)
        card.body.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(tr("Save"), "settings.save_complete", self._save_complete, primary=True))
        card.body.addLayout(row)
        return card

    def _make_machine(self) -> Card:
        card = Card(tr("This computer"))
        preferences = self.desk.preferences
        self._language = named(QComboBox(), "settings.language")
        for code, words in (("zh", "中文"), ("en", "English")):
            self._language.addItem(words, code)
        self._language.setCurrentIndex(self._language.findData(language()))
        self._theme = named(QComboBox(), "settings.theme")
        for key, words in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))):
            self._theme.addItem(words, key)
        self._theme.setCurrentIndex(self._theme.findData(preferences.theme))
        self._language.activated.connect(self._restyle)
        self._theme.activated.connect(self._restyle)
        answers = Answers("settings", "machine")
        answers.add("language", tr("Language"), self._language)
        answers.add("theme", tr("Colours"), self._theme)
        card.body.addWidget(answers)
        card.body.addStretch()
        return card

    def _make_about(self) -> Card:
        card = Card(tr("About"), tr("Version {version}").format(version=__version__))
        words = tr("Your book is one file: {path}. It is not encrypted yet.").format(path=self.desk.book.path)
        card.body.addWidget(named(label(words, wrap=True), "settings.path"))
        private = tr(
            "Yudu has no network code at all: nothing leaves this computer, and no ID or card number is asked."
        )
        card.body.addWidget(label(private, "muted", wrap=True))
        return card

    def _show(self, view: SettingsView) -> None:
        self._profile.show_view(view)
        self._cash.show_view(view)
        if not self._answers.typed:
            self._complete.set_day(view.applications_complete_since)
        self._shown = True
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None:
            (self._profile if self._wanted.kind is RowKind.PROFILE else self._cash).choose(self._wanted)
            self._wanted = None

    def _save_complete(self) -> None:
        self._answers.send(self._send_complete)

    def _send_complete(self) -> None:
        from planner.actions.profile import declare_applications_complete

        since = self._complete.day()
        self.desk.book.do(
            declare_applications_complete, done=self._answers.saved, refused=self._answers.refused, since=since
        )

    def _restyle(self) -> None:
        self.desk.preferences.language = self._language.currentData()
        self.desk.preferences.theme = self._theme.currentData()
        self.desk.restyle()
