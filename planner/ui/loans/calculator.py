"""What the calculators of the loans page share: they answer while one types, and Enter in a field sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.errors import PlannerError
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk

T = TypeVar("T")


class Calculator(SavingForm):
    """A form whose answer follows every change. `work_out` reads the fields and asks for a report; what it raises, or
    the report, is said beside the field while typing goes on there."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, title: str, submit: Callable[[], None], ok: str) -> None:
        super().__init__(parent, name, title, submit, ok=ok)
        self._desk = desk
        self._asked = 0

    def fit(self, width: int, height: int) -> None:
        """The size it opens with, lower where the window is."""
        parent = self.parentWidget()
        room = height if parent is None else max(parent.window().height() - 40, 480)
        self.resize(width, min(height, room))

    def work_out(self) -> None:
        """Reads the fields and asks; may raise PlannerError."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """There is no answer to what is typed."""
        raise NotImplementedError

    def follow(self, _changed: object = None) -> None:
        """Something else stands in the fields."""
        self._asked += 1
        self._answers.clear_errors()
        try:
            self.work_out()
        except PlannerError as error:
            self.without_answer(error)

    def ask(self, report: Callable[..., T], show: Callable[[T], None], **values: Any) -> None:
        """Asks for a report; an answer that was overtaken by more typing is dropped."""
        ticket = self._asked

        def still(then: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda answer: then(answer) if ticket == self._asked else None

        self._desk.book.ask(report, still(show), refused=still(self.without_answer), **values)

    def without_answer(self, error: PlannerError) -> None:
        """Says what is wrong, and takes the answer to the text before away."""
        self.show_nothing()
        self._answers.tell(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()  # a draft that comes back is worked out anew

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(self.focusWidget(), QLineEdit):
            return  # the answer is there already, and recording it is another wish
        super().keyPressEvent(event)
