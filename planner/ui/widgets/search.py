"""A field to search in what a page lists: it tells what is typed after a short rest, and Esc leaves the text."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton

from planner.i18n import tr
from planner.ui.widgets.naming import named

REST_MS = 200
WIDTH = 200


class SearchField(QLineEdit):
    """`searched` carries the text, without blanks around it, once typing rests or Enter is pressed."""

    searched = Signal(str)

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setPlaceholderText(spoken)
        self.setClearButtonEnabled(True)
        for each in self.findChildren(QToolButton):
            named(each, f"{name}_clear", tr("Clear"))
        self.setFixedWidth(WIDTH)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._tell)

    def words(self) -> str:
        """What is looked for."""
        return self.text().strip()

    def _tell(self) -> None:
        self._timer.stop()
        if self.words() != self._told:
            self._told = self.words()
            self.searched.emit(self._told)
