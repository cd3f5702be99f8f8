"""What all forms of the loans page share: they know whether anything was typed, and hand what is typed to the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from planner.ui.open_book import OpenBook
from planner.ui.widgets.form import Form


class SavingForm(Form):
    """A form that does one action with what is typed."""

    kept = Signal(object)
    """It is in the book; with the result of the action."""
    _as_filled: tuple[object, ...] = ()

    def add(self, field: str, words: str, widget: QWidget, hint: str = "") -> None:
        if isinstance(widget, QComboBox):  # the longest entry must not make the form wider than it is
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(12)
        super().add(field, words, widget, hint)

    def saved(self, _result: object = None) -> None:
        self.kept.emit(_result)
        super().saved(_result)

    def remember(self) -> None:
        """From now on `changed` compares with what stands in the fields."""
        self._as_filled = self._typed()

    def changed(self) -> bool:
        """Whether anything was typed or chosen since."""
        return self._typed() != self._as_filled

    def _typed(self) -> tuple[object, ...]:
        texts = [each.text() for each in self.findChildren(QLineEdit)]
        chosen = [each.currentData() for each in self.findChildren(QComboBox)]
        return (*texts, *chosen, *(each.isChecked() for each in self.findChildren(QCheckBox)))

    def set_shown(self, widget: QWidget, shown: bool) -> None:
        """Shows or hides the whole row of a field."""
        cell = widget.parentWidget()
        assert cell is not None
        self.rows.setRowVisible(cell, shown)

    def do(self, book: OpenBook, action: Callable[..., Any], **values: Any) -> None:
        """Does the action; the form closes when it is done, and says what is wrong when it is refused."""
        self.busy()
        book.do(action, done=self.saved, refused=self.refused, failed=self.ready, **values)
