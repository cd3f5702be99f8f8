"""What stands in the tabs of a card beside its tables: the ways to pay, and limits beside its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.card_standing import CardView
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.card_commands import CardCommands
from planner.ui.loans.card_tables import temporary_table, ways_table
from planner.ui.widgets.basics import label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import DataTable
from planner.wording import cards as words
from planner.wording.amounts import amount, yuan

ROWS_HIGH = 150
"""Three rows and their headings: they are there to be compared."""


class WaysPanel(QWidget):
    """Where paying the minimum, a fixed sum or all leads; what runs and what lateness would cost stands above."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._note = named(label("", "muted", wrap=True), "loans.card_note")
        self.table = ways_table()
        self._nothing = named(label(tr("Nothing is owed on it."), "muted"), "loans.no_ways")
        self.table.setMinimumHeight(ROWS_HIGH)
        for each in (self._note, self._nothing):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_card(self, view: CardView) -> None:
        """Shows a card's ways to pay."""
        told = [
            words.revolving(view),
            words.late_fee(view),
            *(words.instalment_line(each) for each in view.instalments),
        ]
        self._note.setText("\n".join(each for each in told if each))
        self.table.set_rows(view.ways)
        self.table.setVisible(bool(view.ways))
        self._nothing.setVisible(not view.ways)


class LimitsTab(QWidget):
    """The history of a line's limit, and below it what raises or shares it."""

    def __init__(self, history: DataTable, commands: CardCommands) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(history, 2)
        self._shared = named(label("", "muted", wrap=True), "loans.shared_limit")
        self.temporary = temporary_table()
        self.temporary.can_delete(commands.delete_temporary)
        column.addWidget(self.temporary, 1)
        column.addWidget(self._shared)
        self.setFocusProxy(history)

    def show_line(self, view: LineView) -> None:
        """Shows what limits a line beside its own limit."""
        limits = view.in_force
        self.temporary.set_rows(limits.temporary)
        self.temporary.setVisible(bool(limits.temporary))
        told = []
        if limits.raised_until is not None:
            words_ = tr("Raised to {limit} until {day}, then {permanent} again.")
            told.append(words_.format(limit=yuan(limits.in_force_fen), day=limits.raised_until,
                                      permanent=yuan(limits.permanent_fen)))  # fmt: skip
        if limits.group is not None:
            group = limits.group
            shared = tr("Shared limit {name}: {lines} together {used} of {limit}.")
            told.append(shared.format(name=group.name, lines=tr(", ").join(group.lines), used=amount(group.used_fen),
                                      limit=yuan(group.limit_fen)))  # fmt: skip
        self._shared.setText("\n".join(told))
        self._shared.setVisible(bool(told))
