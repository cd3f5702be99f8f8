"""Shows, on any page, how a number comes about: asks the book and opens the dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.core.facts import RowRef
from planner.i18n import tr
from planner.reports.explained_rows import Explained, row_explained
from planner.ui.page import Desk
from planner.ui.widgets.origin import Origin, Source


class Explaining:
    """The explanations of one page or dialog; `name` is the name of the dialog that shows them."""

    def __init__(self, desk: Desk, parent: QWidget, name: str) -> None:
        self._desk, self._parent, self._name = desk, parent, name
        self._asked = 0

    def show(self, source: Source) -> None:
        """Opens the dialog."""
        self._asked += 1  # an answer that is still to come was asked for before
        Origin(self._parent, self._name, source, self._desk.open_row, self.row).open()

    def row(self, ref: RowRef) -> None:
        """How the numbers of a row of the book come about."""
        from planner.ui.explained import row_source

        def source(found: Explained) -> Source:
            return row_source(self._desk, found)

        self.ask(row_explained, source, ref=ref, today=self._desk.today)

    def ask(self, report: Callable[..., Any], source: Callable[[Any], Source], **values: Any) -> None:
        """Asks for a report and shows what it says; a newer question overtakes this one."""
        self._asked += 1
        ticket = self._asked

        def found(answer: Any) -> None:
            if ticket == self._asked and isValid(self._parent):
                self.show(Source(tr("This is not in the book any more.")) if answer is None else source(answer))

        self._desk.book.ask(report, found, **values)
