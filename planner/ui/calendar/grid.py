"""The month as a grid of days: a table for scripts and screen readers, painted as a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from planner.core.calendar import add_months
from planner.i18n import tr
from planner.reports.calendar import DAYS_OF_A_WEEK, CalendarDay, DayItem, ItemKind, MonthCalendar
from planner.ui.calendar.words import day_text, short_texts
from planner.ui.theme import current
from planner.ui.tones import state_tone
from planner.ui.widgets.amount import can_explain
from planner.ui.widgets.basics import pill_font
from planner.ui.widgets.naming import named
from planner.wording.amounts import short_weekday, whole

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_MONDAY = date(2024, 1, 1)

Mark = Callable[[DayItem], str]


class MonthModel(QAbstractTableModel):
    """The days of a month's weeks; the text of a cell is its day and what stands on it, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._view: MonthCalendar | None = None

    def set_month(self, view: MonthCalendar) -> None:
        """Shows another month, or the same anew."""
        self.beginResetModel()
        self._view = view
        self.endResetModel()

    def day(self, index: Index) -> CalendarDay | None:
        """The day of a cell."""
        return self._view.weeks[index.row()][index.column()] if self._view is not None and index.isValid() else None

    def place(self, on: date) -> QModelIndex:
        """The cell of a day; none where it is not shown."""
        weeks = () if self._view is None else self._view.weeks
        found = ((row, at) for row, week in enumerate(weeks) for at, day in enumerate(week) if day.on == on)
        row, column = next(found, (-1, -1))
        return self.index(row, column)

    def is_today(self, day: CalendarDay) -> bool:
        """Whether it is the day the month was asked on."""
        return self._view is not None and day.on == self._view.today

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._view is None else len(self._view.weeks)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else DAYS_OF_A_WEEK

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        day = self.day(index)
        if day is None or self._view is None:
            return None
        if role in (_DISPLAY, _TOOLTIP):
            return day_text(day, self._view.today)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return short_weekday(_MONDAY + timedelta(days=section))
        if orientation == Qt.Orientation.Horizontal and role == _ALIGN:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class DayPainter(QStyledItemDelegate):
    """Paints a day: its number, what is unusual about it, and as many of its items as there is room for."""

    PILL, GAP, TOP, SIDE = 18, 3, 24, 6

    def __init__(self, grid: MonthGrid, mark: Mark) -> None:
        super().__init__(grid)
        self._grid, self._mark = grid, mark

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = self._grid.month_model.day(index)
        if day is None:
            return
        theme = current()
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or not day.in_month:
            painter.fillRect(rect, QColor(theme.accent_soft if chosen else theme.ground))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and self._grid.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        inner = rect.adjusted(self.SIDE, 0, -self.SIDE, -2)
        self._head(painter, QRectF(inner.left(), inner.top() + 2, inner.width(), self.TOP - 2), day, option.font)
        self._items(painter, inner.adjusted(0, self.TOP, 0, 0), day, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.TOP + self.PILL + self.GAP)

    def _head(self, painter: QPainter, rect: QRectF, day: CalendarDay, font: QFont) -> None:
        theme = current()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        number, today = str(day.on.day), self._grid.month_model.is_today(day)
        bold = QFont(font)
        bold.setPixelSize(13)
        bold.setBold(day.in_month)
        painter.setFont(bold)
        width = QFontMetricsF(bold).horizontalAdvance(number)
        if today:
            ring = QRectF(rect.left() - 3, rect.center().y() - 10, max(width + 10, 20), 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(ring, 10, 10)
            painter.setPen(QColor(theme.on_accent))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, number)
            width = ring.width()
        else:
            painter.setPen(QColor(theme.text if day.in_month else theme.faint))
            painter.drawText(rect, left, number)
        small = pill_font(font)
        small.setPixelSize(11)
        painter.setFont(small)
        room = rect.width() - width - 6
        for text, colour in self._marks(day):
            if QFontMetricsF(small).horizontalAdvance(text) <= room:
                painter.setPen(QColor(colour))
                painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
                return

    def _marks(self, day: CalendarDay) -> Iterator[tuple[str, str]]:
        """What may stand beside the number, the most telling first: shapes with their figure, then the shape alone."""
        theme = current()
        if day.missing_fen is not None:
            short = whole(-(-day.missing_fen // 100) * 100)
            yield "▲ " + tr("short {amount}").format(amount=short), theme.risk
            yield f"▲ {short}", theme.risk
            yield "▲", theme.risk
        if day.crowded:
            yield "≡ " + tr("{count} dues").format(count=day.dues), theme.watch
            yield f"≡ {day.dues}", theme.watch

    def _items(self, painter: QPainter, room: QRectF, day: CalendarDay, font: QFont) -> None:
        small = pill_font(font)
        step = self.PILL + self.GAP
        places = max(int((room.height() + self.GAP) // step), 1)
        count = len(day.items)
        shown = shown_of(count, places)
        for at, item in enumerate(day.items[:shown]):
            place = QRectF(room.left() - 4, room.top() + at * step, room.width() + 8, self.PILL)
            self._pill(painter, place, item, small, day.in_month)
        if shown < count:
            place = QRectF(room.left(), room.top() + shown * step, room.width(), self.PILL)
            painter.setFont(small)
            painter.setPen(QColor(current().muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"+{count - shown}")

    def _pill(self, painter: QPainter, place: QRectF, item: DayItem, font: QFont, in_month: bool) -> None:
        tone = item_tone(item)
        ink, ground = current().tone(tone)
        if tone == "neutral" and not in_month:
            ground = current().line  # the soft ground is that of the days around the month
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, self.PILL / 2, self.PILL / 2)
        inner = place.adjusted(5, 0, -2, 0)
        text, fitting = _fitting(short_texts(item, self._mark(item)), font, inner.width())
        painter.setPen(QColor(ink))
        painter.setFont(fitting)
        shown = QFontMetricsF(fitting).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _fitting(texts: tuple[str, ...], font: QFont, width: float) -> tuple[str, QFont]:
    """The longest of the texts that fits, in a smaller font before it is a shorter one; the last where none does."""
    smaller = QFont(font)
    smaller.setPixelSize(11)
    pairs = [(text, each) for text in texts for each in (font, smaller)]
    return next((pair for pair in pairs if QFontMetricsF(pair[1]).horizontalAdvance(pair[0]) <= width), pairs[-1])


def shown_of(count: int, places: int) -> int:
    """How many items are painted where there are `places`: all, or one less, for the last says how many more."""
    return count if count <= places else places - 1


def item_tone(item: DayItem) -> str:
    """The tone of an item; its shape says the same."""
    if item.kind is ItemKind.PAYDAY:
        return "accent"
    if item.state is None or item.carried_fen:
        return "neutral"
    if item.open_fen and state_tone(item.state) == "neutral":
        return "watch"
    return state_tone(item.state)


class MonthGrid(QTableView):
    """The month. `wanted` carries the day that keys or the mouse go to, in this month or another; `entered` follows
    Enter or a double click."""

    wanted = Signal(object)
    entered_day = Signal()
    asked = Signal(object)
    """How the sums of a day come about is wanted."""

    def __init__(self, name: str, today: date, mark: Mark) -> None:
        super().__init__()
        named(self, name, tr("Month of dues"))
        self.day = today
        """The day the cursor is on; of another month until that month was answered."""
        can_explain(self, tr("Explain these numbers"), lambda: self.asked.emit(self.day))
        self._today = today
        self._filling = False
        self.month_model = MonthModel()
        self.setModel(self.month_model)
        self.setItemDelegate(DayPainter(self, mark))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(320)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(40)
        self.verticalHeader().hide()
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self.entered_day.emit())

    def show_month(self, view: MonthCalendar) -> None:
        """Shows a month with the cursor on its day."""
        self._filling = True
        self.month_model.set_month(view)
        self.setCurrentIndex(self.month_model.place(self.day))
        self._filling = False

    def move_to(self, day: date) -> None:
        """Moves the cursor; a day that is not shown is shown with its month."""
        self.day = day
        place = self.month_model.place(day)
        if place.isValid():
            self._filling = True
            self.setCurrentIndex(place)
            self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self._day_of_key(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_day.emit()
        elif day is not None:
            self.wanted.emit(day)
        else:
            super().keyPressEvent(event)

    def _day_of_key(self, key: Qt.Key) -> date | None:
        """Where a key goes from the day: arrows by days and weeks, pages by months, Home to today."""
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in days:
            return self.day + timedelta(days=days[key])
        if key in months:
            return add_months(self.day, months[key])
        return self._today if key == Qt.Key.Key_Home else None

    def sizeHint(self) -> QSize:
        return QSize(420, self.minimumHeight())

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        day = self.month_model.day(index)
        if day is not None and not self._filling:
            self.wanted.emit(day.on)
