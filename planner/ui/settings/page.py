"""The settings page: income, cash and what is complete (in the book), language and theme (of this machine)."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner import __version__
from planner.core.errors import PlannerError
from planner.i18n import language, tr
from planner.reports.settings import CashAccountRow, SettingsView, settings_view
from planner.ui.page import GAP, Desk, Page
from planner.ui.widgets.basics import Card, Header, button, label
from planner.ui.widgets.fields import DateField, MoneyField, NumberField
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import yuan
from planner.wording.problems import explain


def make_page(desk: Desk) -> Page:
    """The settings page."""
    return SettingsPage(desk)


class SettingsPage(Page):
    """Settings of the open book and of this machine."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.column.addWidget(Header(tr("Settings")))
        self._errors: dict[str, QLabel] = {}
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self._make_profile(), 1)
        upper.addWidget(self._make_cash(), 1)
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

    def _make_profile(self) -> Card:
        card = Card(tr("Income and spending"), tr("Only you see this; empty is unknown"))
        self._income = MoneyField("income", "settings.income", optional=True)
        self._payday = NumberField("payday", "settings.payday", optional=True)
        self._essential = MoneyField("essential", "settings.essential", optional=True)
        self._since = DateField("since", "settings.since", latest=self.desk.today)
        form = self._form(card)
        self._row(form, "income", tr("Net income a month"), self._income)
        self._row(form, "payday", tr("Payday, day of the month"), self._payday)
        self._row(form, "essential", tr("Essential spending a month"), self._essential)
        self._row(form, "since", tr("So since"), self._since)
        card.body.addStretch()
        save = button(tr("Save"), "settings.save_profile", self._save_profile, primary=True)
        self._foot(card, save)
        return card

    def _make_cash(self) -> Card:
        card = Card(tr("Cash at hand"), tr("Bank cards, wallets, what you could pay with today"))
        self._cash = DataTable(
            "settings.cash",
            tr("Cash at hand"),
            [
                Column(tr("Where"), lambda row: row.name, stretch=True),
                Column(tr("Balance"), lambda row: yuan(row.balance_fen), right=True, bold=True, width=120,
                       order=lambda row: row.balance_fen),
                Column(tr("As of"), lambda row: row.on.isoformat(), right=True, width=100),
            ],
            lambda row: row.id,
        )  # fmt: skip
        self._cash.setFixedHeight(124)
        self._cash.chosen.connect(self._choose_cash)
        card.body.addWidget(self._cash)
        self._cash_name = named(QLineEdit(), "settings.cash_name")
        self._cash_balance = MoneyField("balance", "settings.cash_balance")
        form = self._form(card)
        self._row(form, "name", tr("Where"), self._cash_name)
        self._row(form, "balance", tr("Balance today"), self._cash_balance)
        self._foot(card, button(tr("Save"), "settings.save_cash", self._save_cash, primary=True))
        return card

    def _make_applications(self) -> Card:
        card = Card(tr("Applications for credit"))
        words = tr("If every application since a day is in this book, say so here. Log them on the page Limit health.")
        card.body.addWidget(label(words, "muted", wrap=True))
        self._complete = DateField("complete", "settings.complete", optional=True, latest=self.desk.today)
        form = self._form(card)
        self._row(form, "complete", tr("Complete since"), self._complete)
        card.body.addStretch()
        self._foot(card, button(tr("Save"), "settings.save_complete", self._save_complete, primary=True))
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
        form = self._form(card)
        self._row(form, "language", tr("Language"), self._language)
        self._row(form, "theme", tr("Colours"), self._theme)
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

    def _form(self, card: Card) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        card.body.addLayout(form)
        return form

    def _row(self, form: QFormLayout, field: str, words: str, widget: QWidget) -> None:
        name = QLabel(words)
        name.setBuddy(widget)
        widget.setAccessibleName(words)
        error = named(label("", "error", wrap=True), f"settings.{field}_error")
        error.hide()
        form.addRow(name, widget)
        form.addRow("", error)
        self._errors[field] = error

    def _foot(self, card: Card, save: QWidget) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(save)
        card.body.addLayout(row)

    def _show(self, view: SettingsView) -> None:
        profile = view.profile
        # what is typed and not saved yet stays, whatever else was saved or undone
        if not any(each.isModified() for each in self._profile_fields()):
            self._income.set_fen(profile.income_fen if profile else None)
            self._essential.set_fen(profile.essential_fen if profile else None)
            self._payday.setText(str(profile.payday) if profile and profile.payday else "")
            self._since.set_day(profile.since if profile else self.desk.today)
        if not self._complete.isModified():
            self._complete.set_day(view.applications_complete_since)
        self._cash.set_rows(view.cash_accounts)

    def _profile_fields(self) -> tuple[QLineEdit, ...]:
        return (self._income, self._payday, self._essential, self._since)

    def _saved(self, *fields: QLineEdit) -> None:
        for each in fields:
            each.setModified(False)

    def _choose_cash(self, row: CashAccountRow) -> None:
        self._cash_name.setText(row.name)
        self._cash_balance.set_fen(row.balance_fen)

    def _refused(self, error: PlannerError) -> None:
        shown = self._errors.get(error.field, self._errors["since"])
        shown.setText(explain(error))
        shown.show()

    def _clear_errors(self) -> None:
        for each in self._errors.values():
            each.hide()

    def _save_profile(self) -> None:
        from planner.actions.profile import set_profile

        self._clear_errors()
        try:
            since = self._since.needed_day()
            income, essential = self._income.fen(), self._essential.fen()
            payday = self._payday.number()
        except PlannerError as error:
            self._refused(error)
            return
        self.desk.book.do(
            set_profile,
            done=lambda _: self._saved(*self._profile_fields()),
            refused=self._refused,
            since=since,
            income_fen=income,
            payday=payday,
            essential_fen=essential,
        )

    def _save_cash(self) -> None:
        from planner.actions.profile import add_cash_account, set_cash_balance

        self._clear_errors()
        name = self._cash_name.text().strip()
        known = next((row for row in self._cash.rows_model.rows() if row.name == name), None)
        try:
            balance = self._cash_balance.needed_fen()
        except PlannerError as error:
            self._refused(error)
            return
        book, today = self.desk.book, self.desk.today
        if known is None:
            book.do(add_cash_account, refused=self._refused, name=name, on=today, balance_fen=balance)
        else:
            book.do(set_cash_balance, refused=self._refused, account_id=known.id, on=today, balance_fen=balance)

    def _save_complete(self) -> None:
        from planner.actions.profile import declare_applications_complete

        self._clear_errors()
        try:
            since = self._complete.day()
        except PlannerError as error:
            self._refused(error)
            return
        self.desk.book.do(
            declare_applications_complete,
            done=lambda _: self._saved(self._complete),
            refused=self._refused,
            since=since,
        )

    def _restyle(self) -> None:
        self.desk.preferences.language = self._language.currentData()
        self.desk.preferences.theme = self._theme.currentData()
        self.desk.restyle()
