"""A number that says how it comes about: how it is marked, and the key that asks it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.i18n import tr
from planner.ui.theme import current
from planner.ui.widgets.naming import named

EXPLAIN_KEY = "Ctrl+E"
"""Shows how the number or row under the keyboard comes about, everywhere."""


def explains(said: str) -> str:
    """What is said of a figure that can be asked where it comes from."""
    return tr("{figure} — explain").format(figure=said)


def paint_explains(widget: QWidget, painter: QPainter, foot: QRectF) -> None:
    """Marks a figure that says how it comes about, while the mouse or the keyboard is on it: dots below it."""
    if not (widget.underMouse() or widget.hasFocus()):
        return
    pen = QPen(QColor(current().accent), 1.5)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(foot.topLeft(), foot.topRight())
    if widget.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current().accent))
        painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def can_explain(widget: QWidget, words: str, explain: Callable[[], object]) -> None:
    """The widget says how its numbers come about, by its menu or Ctrl+E."""
    action = QAction(words, widget)
    action.setObjectName(f"{widget.objectName()}.explain")
    action.setShortcut(QKeySequence(EXPLAIN_KEY))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: explain())
    widget.addAction(action)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def is_explainable(widget: QWidget) -> bool:
    """It says how its numbers come about."""
    key = QKeySequence(EXPLAIN_KEY)
    return isinstance(widget, ExplainButton) or any(action.shortcut() == key for action in widget.actions())


class ExplainButton(QPushButton):
    """A number that says how it comes about: by mouse, Space, Enter or Ctrl+E."""

    def __init__(self, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: clicked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence(EXPLAIN_KEY):
            self.click()
        else:
            super().keyPressEvent(event)


class Amount(ExplainButton):
    """A number in the size of its neighbours; `name` is its object's name, `spoken` what it is the number of. `role` as
    a label's: heading, faint or none; `right` sets it to the right. With `elide` it is cut with dots where there is no
    room, else it keeps the room it needs."""

    def __init__(
        self,
        name: str,
        spoken: str,
        clicked: Callable[[], object],
        role: str = "",
        *,
        right: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(clicked)
        self._role, self._right, self._elide = role, right, elide
        named(self, name)
        self.say(spoken)

    def say(self, spoken: str) -> None:
        """What it is the number of."""
        self._spoken = spoken
        self.setText(self.text())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(explains(f"{self._spoken} {text}".strip()))
        self.setToolTip(explains(text) if text else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 8, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        needed = self.sizeHint()
        return QSize(30, needed.height()) if self._elide else needed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        theme = current()
        ink = theme.accent if self.underMouse() else theme.faint if self._role == "faint" else theme.text
        painter.setPen(QColor(ink))
        inner = self.rect().adjusted(2, 0, -2, 0)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)
        wide = metrics.horizontalAdvance(shown)
        left = inner.right() - wide if self._right else inner.left()
        foot = min(inner.center().y() + metrics.ascent() / 2 + 2, inner.bottom() - 0.5)
        paint_explains(self, painter, QRectF(left, foot, wide, 0))

    def _font(self) -> QFont:
        made = QFont(self.font())
        made.setBold(self._role == "heading")
        if self._role == "faint":
            made.setPixelSize(12)
        return made
