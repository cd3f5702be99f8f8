"""Labelled fields on a card, in a form or in a step of a dialog, each with room for what is wrong beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.ui.widgets.basics import label
from planner.ui.widgets.naming import named
from planner.wording.problems import explain


class Answers(QWidget):
    """Fields and their words. `name` is the page or form: errors are `name.field_error`; what belongs to no field is
    said in `problem`, called `name.KEY_problem`."""

    def __init__(self, name: str, key: str = "") -> None:
        super().__init__()
        self._name = name
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, QLabel] = {}
        self.rows = QFormLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(8)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.problem = named(label("", "error", wrap=True), f"{name}.{key}_problem" if key else f"{name}.problem")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.rows)
        column.addWidget(self.problem)

    def add(self, field: str, words: str, widget: QWidget, hint: str = "") -> None:
        """A row: the words, the widget, and below it a hint and what is wrong. `field` is what errors name."""
        name = QLabel(words)
        name.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(words)
        error = named(label("", "error", wrap=True), f"{self._name}.{field}_error")
        error.hide()
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(widget)
        if hint:
            column.addWidget(label(hint, "faint", wrap=True))
        column.addWidget(error)
        self.rows.addRow(name, cell)
        self._fields[field], self._errors[field] = widget, error
        for each in (widget, *widget.findChildren(QWidget)):
            if isinstance(each, QLineEdit):
                each.textChanged.connect(lambda _text: self._clear_error(field))
            elif isinstance(each, QComboBox):
                each.currentIndexChanged.connect(lambda _at: self._clear_error(field))

    def lines(self) -> tuple[QLineEdit, ...]:
        """The fields that are typed into."""
        return tuple(each for each in self._fields.values() if isinstance(each, QLineEdit))

    @property
    def typed(self) -> bool:
        """Something was typed that is not saved."""
        return any(each.isModified() for each in self.lines())

    @property
    def blank(self) -> bool:
        """Nothing stands in any field."""
        return not any(each.text().strip() for each in self.lines())

    def saved(self, _result: object = None) -> None:
        """What stands in the fields is in the book."""
        for each in self.lines():
            each.setModified(False)

    def empty(self) -> None:
        """Empties the fields, for the next one."""
        for each in self.lines():
            each.clear()
            each.setModified(False)

    def send(self, submit: Callable[[], None]) -> None:
        """Tries to save; a PlannerError is said beside its field, and everything stays."""
        self.clear_errors()
        try:
            submit()
        except PlannerError as error:
            self.refused(error)

    def refused(self, error: PlannerError) -> QWidget | None:
        """Says beside its field what is wrong, and goes there; below all fields where it belongs to none of them.
        Returns the field."""
        widget = self.tell(error)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return widget

    def tell(self, error: PlannerError) -> QWidget | None:
        """The same, but whoever types goes on typing."""
        target = self._errors.get(error.field, self.problem)
        target.setText(explain(error))
        target.show()
        widget = self._fields.get(error.field)
        if widget is not None:
            _mark(widget, wrong=True)
            widget.setAccessibleDescription(explain(error))
        return widget

    def clear_errors(self) -> None:
        """What was wrong is not said any more."""
        self.problem.hide()
        for field in self._errors:
            self._clear_error(field)

    def _clear_error(self, field: str) -> None:
        """What stands in a field is another text by now than the one that was wrong."""
        if not self._errors[field].text():
            return
        self._errors[field].clear()
        self._errors[field].hide()
        self._fields[field].setAccessibleDescription("")
        _mark(self._fields[field], wrong=False)


def _mark(widget: QWidget, *, wrong: bool) -> None:
    """The style sheet frames a wrong field; it looks at properties only when it is asked to."""
    inner = widget.focusProxy() or widget
    inner.setProperty("wrong", wrong)
    inner.style().unpolish(inner)
    inner.style().polish(inner)
