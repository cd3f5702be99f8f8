"""Forms: a dialog that holds a draft, says what is wrong beside the field, and saves only when told to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.i18n import tr
from planner.ui.widgets.answers import Answers
from planner.ui.widgets.basics import button, label


class Form(QDialog):
    """A dialog of labelled fields. Opened with `open()`; Esc and Cancel only hide it: what was typed is still there
    when it is opened again. `submit` is called with OK and may raise PlannerError."""

    def __init__(self, parent: QWidget, name: str, title: str, submit: Callable[[], None], *, ok: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleIdentifier(name)
        self.setWindowTitle(title)
        self._submit = submit
        self.first_field: QWidget | None = None
        """Where typing goes when the form opens."""
        self._answers = Answers(name)
        self.rows, self.problem = self._answers.rows, self._answers.problem
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._answers)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ok = button(ok or tr("Save"), f"{name}.ok", self.send, primary=True)
        self.ok.setDefault(True)
        self.cancel = button(tr("Cancel"), f"{name}.cancel", self.reject)
        self.cancel.setAutoDefault(True)  # Enter presses it while it has the focus, and OK elsewhere
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(self._area, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first_field is not None:
            self.first_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, field: str, words: str, widget: QWidget, hint: str = "") -> None:
        """A row: the words, the widget, and room for what is wrong with it. `field` is what errors name."""
        self._answers.add(field, words, widget, hint)

    def show_row(self, widget: QWidget, shown: bool) -> None:
        """Shows or hides the row of a widget."""
        cell = widget.parentWidget()
        if cell is not None:
            self.rows.setRowVisible(cell, shown)

    def section(self, words: str) -> None:
        """A heading between rows."""
        self.rows.addRow(label(words, "heading"))

    def send(self) -> None:
        """Tries to save what is typed; on a PlannerError says what is wrong and keeps everything."""
        self._answers.clear_errors()
        try:
            self._submit()
        except PlannerError as error:
            self.refused(error)

    def refused(self, error: PlannerError) -> None:
        """Says beside its field what is wrong, and goes there."""
        self.ok.setEnabled(True)
        field = self._answers.refused(error)
        if field is not None:
            self._area.ensureWidgetVisible(field)

    def saved(self, _result: object = None) -> None:
        """The action was done: the form closes and forgets its draft."""
        self.ok.setEnabled(True)
        self.accept()
        self.deleteLater()

    def ready(self) -> None:
        """It could not be done, for no fault of what is typed: it can be sent again."""
        self.ok.setEnabled(True)

    def busy(self) -> None:
        """Between OK and the answer, nothing can be sent twice."""
        self.ok.setEnabled(False)
