"""The score as an arc: bands, the score, its range inside, the word below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import tr
from planner.ui.theme import current
from planner.ui.widgets.amount import can_explain
from planner.ui.widgets.naming import named

FULL = 174.0
"""How wide the arc is where there is room for it; in a smaller one the words are closer together."""
START, SWEEP = 210.0, -240.0
"""Degrees, counted as Qt does: 0 is at three o'clock, positive is counter-clockwise."""

TONES = {"strong": "good", "good": "good", "watch": "watch", "stressed": "watch", "critical": "risk"}


class Gauge(QWidget):
    """A score from 0 to 100 with its range, or "not known". Once it `opens` something, it can be pressed."""

    pressed = Signal()
    asked = Signal()
    """How the score comes about is wanted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self._score: int | None = None
        self._low = self._high = 0
        self._band = ""
        self._word = ""
        self._bands: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(
        self, score: int | None, low: int | None, high: int | None, band: str | None, word: str,
        bands: tuple[tuple[str, int], ...],
    ) -> None:  # fmt: skip
        """Shows a score and its range; `bands` are (name, least score), best first."""
        self._score, self._low, self._high = score, low or 0, high or 0
        self._band, self._word, self._bands = band or "", word, bands
        said = word if score is None else tr("{score} of 100, {word}, range {low} to {high}")
        self.setAccessibleName(said.format(score=score, word=word, low=self._low, high=self._high))
        self.update()

    def opens(self, words: str) -> None:
        """From now on it can be pressed by mouse, Space or Enter; `words` say what is shown then."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(words)
        self.setAccessibleDescription(words)

    def can_explain(self) -> None:
        """From now on the score says how it comes about, by the menu or Ctrl+E."""
        can_explain(self, tr("Explain this number"), self.asked.emit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        side = min(self.width() - 16.0, 190.0)
        arc = QRectF((self.width() - side) / 2 + 8, 12, side - 16, side - 16)
        top = 100
        for name, least in self._bands:
            colour = QColor(theme.fill(TONES[name]))
            colour.setAlphaF(0.28)
            self._arc(painter, arc, least, top, colour, 11)
            top = least
        if self._score is None:
            self._words(painter, arc, "?", theme.muted, self._word, "")
            return
        ink = QColor(theme.fill(TONES[self._band]))
        self._arc(painter, arc, 0, self._score, ink, 11)
        inner = arc.adjusted(15, 15, -15, -15)
        self._arc(painter, inner, self._low, self._high, QColor(theme.faint), 3)
        self._words(painter, arc, str(self._score), theme.text, self._word, f"{self._low} – {self._high}")

    def _arc(self, painter: QPainter, rect: QRectF, low: int, high: int, colour: QColor, width: int) -> None:
        gap = 0.4 if high < 100 else 0.0
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        begin = START + SWEEP * low / 100
        painter.drawArc(rect, round(begin * 16), round(SWEEP * max(high - low - gap, 0) / 100 * 16))

    def _words(self, painter: QPainter, arc: QRectF, figure: str, ink: str, word: str, span: str) -> None:
        theme = current()
        full = arc.width() / FULL
        big = QFont(self.font())
        big.setPixelSize(max(round(40 * full), 24))
        big.setBold(True)
        centre = arc.center()
        for text, font, colour, down in (
            (figure, big, ink, -6),
            (word, self.font(), theme.muted, 14 + 16 * full),
            (span, self.font(), theme.faint, 34 + 18 * full),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 180)
            rect = QRectF(
                QPointF(centre.x() - 90, centre.y() + down - 26), QPointF(centre.x() + 90, centre.y() + down + 26)
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
