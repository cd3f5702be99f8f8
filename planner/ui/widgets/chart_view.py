"""Shows a chart: drawn by matplotlib off the GUI thread, shown as a picture, drawn anew when its size changes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from planner.i18n import tr
from planner.ui.theme import current
from planner.ui.widgets.naming import named

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

Draw = Callable[["Axes", "ChartStyle"], None]
WAIT_MS = 40
_drawing: list[Executor] = []


def draw_with(executor: Executor) -> None:
    """Where charts are drawn from now on; an inline executor draws at once."""
    _drawing[:] = [executor]


def _executor() -> Executor:
    if not _drawing:
        _drawing.append(ThreadPoolExecutor(1, thread_name_prefix="charts"))
    return _drawing[0]


def stop_drawing() -> None:
    """Ends the drawing thread, when the program ends."""
    while _drawing:
        _drawing.pop().shutdown()


class ChartView(QWidget):
    """A chart. `show_chart` says what to draw and how to say it in words; `drawn` follows each picture."""

    drawn = Signal()
    _done = Signal(object)

    def __init__(self, name: str, height: int = 180) -> None:
        super().__init__()
        named(self, name)
        self._draw: Draw | None = None
        self._picture: QImage | None = None
        self._failed = False
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._start)
        self._done.connect(self._show)
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, draw: Draw, spoken: str) -> None:
        """Draws something else; the last one asked for wins."""
        self._draw = draw
        self.setAccessibleName(spoken)
        self._start()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._draw is not None:
            self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._draw is not None:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawImage(0, 0, self._picture)
        elif self._draw is not None:
            words = tr("The chart could not be drawn.") if self._failed else tr("Drawing…")
            painter.setPen(QColor(current().faint))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _start(self) -> None:
        if self._draw is None or self.width() < 20:
            return
        self._asked += 1
        asked, ratio = self._asked, self.devicePixelRatioF()
        draw, width, height = self._draw, self.width(), self.height()

        def finished(future: Future[QImage]) -> None:
            if isValid(self):  # the page may be gone before its chart is drawn
                self._done.emit((asked, future))

        _executor().submit(_render, draw, width, height, ratio).add_done_callback(finished)

    def _show(self, answer: tuple[int, Future[QImage]]) -> None:
        asked, future = answer
        if asked != self._asked:
            return
        self._picture, self._failed = None, True
        self.update()
        self._picture = future.result()  # a fault in drawing is a fault of the program, and surfaces here
        self._failed = False
        self.drawn.emit()


def _render(draw: Draw, width: int, height: int, ratio: float) -> QImage:
    """Draws on a bare Figure with Agg; runs off the GUI thread."""
    from planner.charts.style import ChartStyle, render

    theme = current()
    style = ChartStyle(
        theme.surface, theme.line, theme.text, theme.muted, theme.accent, theme.good, theme.watch, theme.risk
    )
    pixels, wide, high = render(draw, width, height, ratio, style)
    picture = QImage(pixels, wide, high, wide * 4, QImage.Format.Format_RGBA8888).copy()
    picture.setDevicePixelRatio(ratio)
    return picture
