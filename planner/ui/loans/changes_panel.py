"""The tab of what changed a loan's plan: rates, extensions and the lender's own figures, to add, correct and delete."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.core.events import OwnRow
from planner.i18n import tr
from planner.reports.loans import ExtensionLine, LoanView, RateChangeLine
from planner.ui.loans.plan_commands import PlanCommands
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.fields import percent_text
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, yuan
from planner.wording.loans import rate_period

Change = RateChangeLine | ExtensionLine | OwnRow


class ChangesPanel(QWidget):
    """A table of the changes with the buttons that add one."""

    def __init__(self, commands: PlanCommands) -> None:
        super().__init__()
        self._rate = button(tr("Another rate…"), "loans.change_rate", commands.change_rate, link=True)
        self._extend = button(tr("More periods…"), "loans.extend", commands.extend, link=True)
        self._own = button(tr("Lender's own figures…"), "loans.own_row", commands.own_row, link=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self._rate, self._extend, self._own):
            buttons.addWidget(each)
        buttons.addStretch()
        self.table = _table()
        self.table.opened.connect(commands.correct_change)
        self.table.can(tr("Correct…"), commands.correct_change)
        self.table.can_delete(commands.delete_change)
        nothing = tr(
            "Nothing has changed this plan. A repricing by the LPR, more time, or an instalment that the lender states "
            "otherwise is entered here."
        )
        self._nothing = named(label(nothing, "muted", wrap=True), "loans.no_changes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_changes(self, view: LoanView) -> None:
        """The changes of a loan."""
        changes = view.changes
        rows: list[Change] = [*changes.rates, *changes.extensions, *changes.own_rows]
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.setFocusProxy(self.table if rows else self._rate)
        for each in (self._rate, self._extend, self._own):
            each.setEnabled(view.open_fen > 0)


def _table() -> DataTable:
    return DataTable(
        "loans.changes",
        tr("Changes"),
        [
            Column(tr("In force from"), _from, width=96, order=_from),
            Column(tr("Change"), kind_words, stretch=True, order=kind_words),
            Column(tr("What it is now"), change_words, stretch=True, second=_parts, tooltip=_parts),
        ],
        identity,
        tall=True,
    )


def identity(row: Change) -> Hashable:
    """What tells one change from another."""
    return ("own", row.number) if isinstance(row, OwnRow) else (type(row).__name__, row.id)


def _from(row: Change) -> str:
    return row.due_on.isoformat() if isinstance(row, OwnRow) else row.on.isoformat()


def kind_words(row: Change) -> str:
    """What kind of change it is."""
    if isinstance(row, RateChangeLine):
        return tr("Another rate")
    if isinstance(row, ExtensionLine):
        return tr("Extension")
    return tr("Lender's own figures of no. {number}").format(number=row.number)


def change_words(row: Change) -> str:
    """What a change says."""
    if isinstance(row, RateChangeLine):
        return f"{percent_text(row.rate.value)}{rate_period(row.rate.period)}"
    if isinstance(row, ExtensionLine):
        return tr("1 more period") if row.periods == 1 else tr("{count} more periods").format(count=row.periods)
    return yuan(row.principal_fen + row.interest_fen + row.fee_fen)


def _parts(row: Change) -> str:
    """The parts of an instalment that the lender states."""
    if not isinstance(row, OwnRow):
        return ""
    return f"{amount(row.principal_fen)} + {amount(row.interest_fen + row.fee_fen)}"
