"""Shows a chart: drawn by matplotlib off the GUI thread, shown as a picture, drawn anew when its size changes.

Its context menu copies it, and saves it as a picture or, where the caller gives the numbers, as a table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QMessageBox, QSizePolicy, QWidget
from shiboken6 import isValid

from planner.i18n import tr
from planner.ui.theme import current
from planner.ui.widgets.amount import can_explain
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
    """A chart. `show_chart` says what to draw and how to say it in words; `drawn` follows each picture.

    The context menu (also by the menu key) has Copy as picture, Save as PNG and, with a table, Save as CSV.
    """

    drawn = Signal()
    _done = Signal(object)

    def __init__(self, name: str, height: int = 180) -> None:
        super().__init__()
        named(self, name)
        self._draw: Draw | None = None
        self._table: Sequence[Sequence[str]] = ()
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy = self._action("copy", tr("Copy as picture"), self._copy_picture)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._png = self._action("png", tr("Save as PNG…"), lambda: self._ask_file("png", self._write_png))
        self._csv = self._action("csv", tr("Save as CSV…"), lambda: self._ask_file("csv", self._write_csv))
        for each in (self._copy, self._png, self._csv):
            each.setEnabled(False)

    def show_chart(self, draw: Draw, spoken: str, table: Sequence[Sequence[str]] | None = None) -> None:
        """Draws something else; the last one asked for wins. `table` has the chart's numbers, its headings first."""
        self._draw = draw
        self._table = table or ()
        self._csv.setEnabled(bool(self._table))
        self.setAccessibleName(spoken)
        self._start()

    def can_explain(self, explain: Callable[[], object]) -> None:
        """The chart says what it is drawn from, by its menu or Ctrl+E."""
        can_explain(self, tr("Explain these numbers"), explain)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawImage(0, 0, self._picture)
            if self.hasFocus():
                painter.setPen(QColor(current().accent))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
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
        self._copy.setEnabled(True)
        self._png.setEnabled(True)
        self.drawn.emit()

    def _action(self, name: str, words: str, triggered: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setObjectName(f"{self.objectName()}.{name}")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: triggered())
        self.addAction(action)
        return action

    def _copy_picture(self) -> None:
        if self._picture is not None:
            QGuiApplication.clipboard().setImage(self._picture)

    def _ask_file(self, ending: str, write: Callable[[Path], None]) -> None:
        name = f"{self.objectName()}.{ending}"
        dialog = QFileDialog(self, tr("Save the chart"), name, f"{ending.upper()} (*.{ending})")
        dialog.setObjectName(f"{self.objectName()}.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(lambda file: self._save(Path(file), write))
        dialog.open()

    def _save(self, file: Path, write: Callable[[Path], None]) -> None:
        try:
            write(file)
        except OSError as error:
            words = tr("{file} could not be written ({reason}). Choose another place.")
            box = QMessageBox(self)
            box.setObjectName(f"{self.objectName()}.problem")
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(words.format(file=file, reason=error.strerror or type(error).__name__))
            box.open()

    def _write_png(self, file: Path) -> None:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if self._picture is not None and QImageWriter(buffer, QByteArray(b"png")).write(self._picture):
            file.write_bytes(data.data())

    def _write_csv(self, file: Path) -> None:
        text = io.StringIO()
        csv.writer(text).writerows(self._table)
        # spreadsheets take a file without this mark for one of their own old encodings
        file.write_bytes(text.getvalue().encode("utf-8-sig"))


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
