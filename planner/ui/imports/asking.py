"""Asks what a file leaves open before it can be read: what its columns mean."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.core.mappings import Mapping
from planner.exchange.statements.unknown import OpenTable
from planner.ui.imports.mapping_form import MappingForm
from planner.ui.imports.run import FileRun, Stage
from planner.ui.page import Desk


class Asking(QObject):
    """The forms of a run. Esc hides one with its draft, and `again` brings it back."""

    def __init__(self, desk: Desk, page: QWidget, run: FileRun) -> None:
        super().__init__(page)
        self._desk, self._page, self._run = desk, page, run
        self._form: MappingForm | None = None
        run.columns_wanted.connect(self._ask)
        run.moved.connect(self._moved)

    def again(self) -> None:
        """Asks about the table in view again: with its draft, or with what was said of it before."""
        if self._form is not None and isValid(self._form):
            self._form.open()
        elif self._run.table is not None:
            self._ask(self._run.table)
        elif self._run.read is not None and self._run.read.table is not None:
            self._ask(self._run.read.table, self._run.read.mapping)

    def _ask(self, table: OpenTable, mapping: Mapping | None = None) -> None:
        self._forget()
        self._form = MappingForm(self._desk, self._page, table, mapping)
        self._form.mapped.connect(self._run.map)
        self._form.accepted.connect(self._said)
        self._form.open()

    def _said(self) -> None:
        self._form = None  # it deletes itself

    def _moved(self) -> None:
        """The draft of a file that is not in view any more is of no use."""
        if self._run.stage not in (Stage.ASKING, Stage.LOOKING):
            self._forget()

    def _forget(self) -> None:
        if self._form is not None and isValid(self._form):
            self._form.hide()
            self._form.deleteLater()
        self._form = None
