"""Where cash lies: the accounts with their latest balances, and how they are renamed, corrected, closed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import RowRef
from planner.i18n import tr
from planner.reports.settings import CashAccountRow, CashBalanceRow, SettingsView, settings_view
from planner.ui.page import Desk
from planner.ui.widgets.answers import Answers
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.fields import DateField, MoneyField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, yuan
from planner.wording.problems import explain


class CashCard(Card):
    """The cash accounts. A name that is in the list gets a new balance; another one becomes a new account."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Cash at hand"), tr("Bank cards, wallets, what you could pay with today"))
        self._desk = desk
        self._renaming: dict[int, RenameForm] = {}
        self._balances: Balances | None = None
        self._table = self._make_table()
        self._note = named(label("", "muted", wrap=True), "settings.cash_note")
        self._note.hide()
        self._name = named(QLineEdit(), "settings.cash_name")
        self._balance = MoneyField("balance", "settings.cash_balance")
        self._answers = Answers("settings", "cash")
        self._answers.add("name", tr("Where"), self._name)
        self._answers.add("balance", tr("Balance today"), self._balance)
        more = button(tr("Earlier balances…"), "settings.cash_balances", self._show_chosen)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch()
        row.addWidget(button(tr("Save"), "settings.save_cash", self._save, primary=True))
        for each in (self._table, self._note, self._answers):
            self.body.addWidget(each)
        self.body.addStretch()
        self.body.addLayout(row)

    def _make_table(self) -> DataTable:
        made = DataTable(
            "settings.cash",
            tr("Cash at hand"),
            [
                Column(tr("Where"), lambda row: row.name, stretch=True, tooltip=lambda row: row.name),
                Column(tr("Balance"), lambda row: yuan(row.balance_fen), right=True, bold=True, width=130,
                       order=lambda row: row.balance_fen or 0, tooltip=lambda row: yuan(row.balance_fen)),
                Column(tr("As of"), lambda row: UNKNOWN if row.on is None else row.on.isoformat(), right=True,
                       width=104),
            ],
            lambda row: row.id,
        )  # fmt: skip
        made.setFixedHeight(160)
        made.chosen.connect(self._choose)
        made.opened.connect(self._show_balances)
        made.can(tr("Earlier balances…"), self._show_balances)
        made.can(tr("Rename…"), self._rename)
        made.can(tr("No money lies there any more"), self._close)
        made.can_delete(self._delete)
        return made

    def show_view(self, view: SettingsView) -> None:
        """Shows the accounts; what is typed and not saved stays."""
        self._table.set_rows(view.cash_accounts)

    def choose(self, ref: RowRef) -> None:
        """Moves to the account of a balance."""
        for row in self._table.rows_model.rows():
            if any(each.id == ref.id for each in row.balances):
                self._table.choose(row.id)

    def _choose(self, row: CashAccountRow) -> None:
        if not self._answers.typed:
            self._name.setText(row.name)
            self._balance.set_fen(row.balance_fen)

    def _save(self) -> None:
        self._answers.send(self._send)

    def _send(self) -> None:
        from planner.actions.profile import add_cash_account, set_cash_balance

        name, balance = self._name.text().strip(), self._balance.needed_fen()
        known = next((row for row in self._table.rows_model.rows() if row.name == name), None)
        today = self._desk.today
        if known is None:
            self._do(add_cash_account, tr("Added."), name=name, on=today, balance_fen=balance)
        else:
            self._do(set_cash_balance, tr("Saved."), account_id=known.id, on=today, balance_fen=balance)

    def _do(self, action: Callable[..., Any], words: str, **values: Any) -> None:
        def done(_result: object) -> None:
            self._answers.saved()
            self._say(words)

        self._desk.book.do(action, done=done, refused=self._answers.refused, **values)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.show()

    def _rename(self, row: CashAccountRow) -> None:
        form = self._renaming.get(row.id)
        if form is None:
            form = self._renaming[row.id] = RenameForm(self._desk, self, row)
            form.accepted.connect(lambda: self._renaming.pop(row.id, None))
        form.open()

    def _close(self, row: CashAccountRow) -> None:
        from planner.actions.profile import close_cash_account

        words = tr("{name} is closed; its balances until today are kept. Ctrl+Z opens it again.")
        self._row_action(close_cash_account, words.format(name=row.name), account_id=row.id, on=self._desk.today)

    def _delete(self, row: CashAccountRow) -> None:
        from planner.actions.profile import delete_cash_account

        words = tr("Deleted, with all its balances. Ctrl+Z brings it back.")
        self._row_action(delete_cash_account, words, account_id=row.id)

    def _row_action(self, action: Callable[..., Any], words: str, **values: Any) -> None:
        self._desk.book.do(
            action, done=lambda _: self._say(words), refused=lambda error: self._say(explain(error)), **values
        )

    def _show_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is None:
            self._say(tr("Choose an account in the list first."))
        else:
            self._show_balances(row)

    def _show_balances(self, row: CashAccountRow) -> None:
        if self._balances is None or self._balances.account_id != row.id:
            if self._balances is not None:
                self._balances.deleteLater()
            self._balances = Balances(self._desk, self, row)
        self._balances.open()


class RenameForm(Form):
    """Another name for a cash account."""

    def __init__(self, desk: Desk, parent: QWidget, row: CashAccountRow) -> None:
        super().__init__(parent, "cash_name_form", tr("Rename a cash account"), self._save)
        self._desk, self._account_id = desk, row.id
        self.name = named(QLineEdit(row.name), "cash_name_form.name")
        self.add("name", tr("Name"), self.name)
        self.first_field = self.name
        self.resize(420, 200)

    def _save(self) -> None:
        from planner.actions.profile import rename_cash_account

        self.busy()
        self._desk.book.do(
            rename_cash_account,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            account_id=self._account_id,
            name=self.name.text(),
        )


class Balances(QDialog):
    """All balances of one account as they were entered: each can be corrected, deleted, or entered afterwards."""

    def __init__(self, desk: Desk, parent: QWidget, row: CashAccountRow) -> None:
        super().__init__(parent)
        self.account_id = row.id
        self._desk = desk
        title = tr("Balances of {name}").format(name=row.name)
        named(self, "balances", title)
        self.setWindowTitle(title)
        self._table = self._make_table()
        self._on = DateField("on", "balances.on", latest=desk.today)
        self._balance = MoneyField("balance", "balances.balance")
        self._answers = Answers("balances", "list")
        self._answers.add("on", tr("As of"), self._on)
        self._answers.add("balance", tr("Balance"), self._balance, tr("A balance of the same day is replaced."))
        save = button(tr("Save"), "balances.save", lambda: self._answers.send(self._save), primary=True)
        save.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(tr("Close"), "balances.close", self.reject))
        foot.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self._table, 1)
        column.addWidget(self._answers)
        column.addLayout(foot)
        self.resize(440, 460)
        self._fill(row.balances)
        desk.book.changed.connect(self._refresh)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self) -> DataTable:
        made = DataTable(
            "balances.list",
            tr("Balances"),
            [
                Column(tr("As of"), lambda each: each.on.isoformat(), width=130),
                Column(tr("Balance"), lambda each: yuan(each.balance_fen), right=True, bold=True, stretch=True,
                       order=lambda each: each.balance_fen),
            ],
            lambda each: each.id,
        )  # fmt: skip
        made.chosen.connect(self._choose)
        made.can_delete(self._delete)
        return made

    def _refresh(self) -> None:
        if self.isVisible():
            self._desk.book.ask(settings_view, self._show, today=self._desk.today)

    def _show(self, view: SettingsView) -> None:
        row = next((each for each in view.cash_accounts if each.id == self.account_id), None)
        self._fill(() if row is None else row.balances)

    def _fill(self, balances: tuple[CashBalanceRow, ...]) -> None:
        self._table.set_rows(balances)

    def _choose(self, row: CashBalanceRow) -> None:
        if not self._answers.typed:
            self._on.set_day(row.on)
            self._balance.set_fen(row.balance_fen)

    def _save(self) -> None:
        from planner.actions.profile import set_cash_balance

        on, balance = self._on.needed_day(), self._balance.needed_fen()
        self._desk.book.do(
            set_cash_balance, done=self._answers.saved, refused=self._answers.refused, account_id=self.account_id,
            on=on, balance_fen=balance,
        )  # fmt: skip

    def _delete(self, row: CashBalanceRow) -> None:
        from planner.actions.profile import delete_cash_balance

        def refused(error: PlannerError) -> None:
            self._answers.refused(error)

        self._desk.book.do(delete_cash_balance, refused=refused, balance_id=row.id)
