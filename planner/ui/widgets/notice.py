"""A sentence that stands at the foot of a window for a few seconds: what was done, where nothing else shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from planner.ui.widgets.naming import named

STANDS_MS = 4000
ABOVE_FOOT = 24


class Notice(QLabel):
    """Says one sentence over the lower edge of its parent, and takes no clicks from what lies below."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        named(self, name)
        self.setProperty("role", "notice")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STANDS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Shows a sentence; another one takes its place."""
        self.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - ABOVE_FOOT)
        self.show()
        self.raise_()
        self._timer.start()
