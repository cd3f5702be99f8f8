"""The list of pages on the left: checkable buttons, so that keyboards and screen readers can press them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from planner.ui.icons import icon, pixmap
from planner.ui.theme import current
from planner.ui.widgets.naming import named

WIDTH = 204


class PageButton(QToolButton):
    """One page: icon, name, and how many things wait there."""

    def __init__(self, key: str, text: str, picture: str) -> None:
        super().__init__()
        theme = current()
        named(self, f"sidebar.{key}", text)
        self.key = key
        self._count = 0
        self.setProperty("nav", True)
        self.setText(f"  {text}")
        self.setIcon(icon(picture, theme.muted, theme.accent))
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(38)

    def set_count(self, count: int) -> None:
        """Shows a number in a red dot; nothing for none."""
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = self.rect().adjusted(self.width() - 30, (self.height() - 18) // 2, 0, 0)
        dot.setSize(QSize(18, 18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.risk))
        painter.drawEllipse(dot)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(theme.surface))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(min(self._count, 99)))


class Sidebar(QFrame):
    """The pages in two groups, upper and lower, and a row of small buttons at the foot."""

    chosen = Signal(str)

    def __init__(self, app: str, upper: Sequence[tuple[str, str, str]], lower: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, PageButton] = {}
        self._group = QButtonGroup(self)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(0, 4, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(2)
        column.addLayout(self._brand(app))
        column.addSpacing(14)
        for each in upper:
            column.addWidget(self._add(*each))
        column.addStretch()
        for each in lower:
            column.addWidget(self._add(*each))
        column.addLayout(self.foot)

    def select(self, key: str) -> None:
        """Marks a page as the one in view."""
        self._buttons[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        self._buttons[key].set_count(count)

    def set_keys(self, key: str, keys: str) -> None:
        """Which keys go to a page; its tooltip says so."""
        found = self._buttons[key]
        found.setToolTip(f"{found.accessibleName()} ({keys})")

    def _add(self, key: str, text: str, picture: str) -> PageButton:
        made = PageButton(key, text, picture)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        return made

    def _brand(self, app: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        logo = QLabel()
        logo.setPixmap(pixmap("logo", "", 24))
        name = QLabel(app)
        name.setProperty("role", "title")
        row.setSpacing(10)
        row.addWidget(logo)
        row.addWidget(name)
        row.addStretch()
        return row
