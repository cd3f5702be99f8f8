"""The tables whose columns the user has told of: how each is read, and forgetting one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.i18n import tr
from planner.reports.mappings import KnownTable, mappings
from planner.ui.page import Desk
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.mappings import account_kind

_NAME = "known_tables"


class KnownTables(QDialog):
    """A list of known tables, each of which can be forgotten."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        named(self, _NAME, tr("Known tables"))
        self.setWindowTitle(tr("Known tables"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 380)
        self._desk = desk
        self._forget = button(tr("Forget it"), f"{_NAME}.forget", self._forget_chosen)
        self.table = DataTable(
            f"{_NAME}.list",
            tr("Known tables"),
            [
                Column(tr("Name"), lambda row: row.name, width=160, tooltip=lambda row: row.name),
                Column(tr("It is of"), _kind, width=140),
                Column(tr("Columns"), lambda row: row.header, stretch=True, tooltip=lambda row: row.header),
            ],
            lambda row: row.id,
        )
        self.table.can(tr("Forget it"), self._forget_row, QKeySequence(Qt.Key.Key_Delete))
        self.table.chosen.connect(lambda _row: self._forget.setEnabled(True))
        self.table.say_when_empty(tr("None. A table that Yudu does not know is asked about once."))
        close = button(tr("Close"), f"{_NAME}.close", self.accept, primary=True)
        close.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._forget)
        row.addStretch()
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(tr("Known tables"), "title"))
        words = tr("Files with these columns are read as you said. A forgotten one is asked about again; what was"
                   " imported stays.")  # fmt: skip
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        desk.book.changed.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        self._desk.book.ask(mappings, self._show)

    def _show(self, found: tuple[KnownTable, ...]) -> None:
        if isValid(self):
            self.table.set_rows(found)
            self._forget.setEnabled(self.table.chosen_row() is not None)

    def _forget_chosen(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            self._forget_row(row)

    def _forget_row(self, row: KnownTable) -> None:
        from planner.actions.mappings import forget_mapping

        self._desk.book.do(forget_mapping, refused=lambda _error: self._ask(), mapping_id=row.id)


def _kind(row: KnownTable) -> str:
    return "—" if row.mapping is None else account_kind(row.mapping.account_kind)
