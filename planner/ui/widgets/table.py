"""Tables of report rows: sorted by a click, copied as text, drawn with second lines, pills and badges."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from planner.i18n import tr
from planner.ui.theme import current
from planner.ui.widgets.amount import EXPLAIN_KEY
from planner.ui.widgets.basics import label, paint_badge, paint_meter, paint_pill, pill_size
from planner.ui.widgets.naming import named

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title and how a row shows in it.

    `second` is a smaller line below; `pill` is (word, tone); `badge` is (mark, colour); `meter` is (share, tone);
    `order` sorts. Where the table is narrower than `from_width` the column is left out.
    """

    title: str
    text: Callable[[Any], str]
    right: bool = False
    bold: bool = False
    stretch: bool = False
    width: int = 0
    second: Callable[[Any], str] | None = None
    pill: Callable[[Any], tuple[str, str]] | None = None
    badge: Callable[[Any], tuple[str, str]] | None = None
    meter: Callable[[Any], tuple[float, str]] | None = None
    from_width: int = 0
    order: Callable[[Any], Any] | None = None
    tooltip: Callable[[Any], str] | None = None


class RowsModel(QAbstractTableModel):
    """Rows of a report under columns. Roles are compared as plain numbers: `data` is called thousands of times."""

    def __init__(self, columns: Sequence[Column], identity: Callable[[Any], Hashable]) -> None:
        super().__init__()
        self.columns = columns
        self.identity = identity
        self._rows: list[Any] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows, in the order chosen before."""
        self.beginResetModel()
        self._rows = list(rows)
        if self._sorted is not None:
            self._sort(*self._sorted)
        self.endResetModel()

    def row(self, number: int) -> Any:
        """The report's row at a place."""
        return self._rows[number]

    def rows(self) -> list[Any]:
        """All rows as they are shown."""
        return list(self._rows)

    def place(self, identity: Hashable) -> int:
        """Where a row is; -1 when it is not there."""
        return next((at for at, row in enumerate(self._rows) if self.identity(row) == identity), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == _DISPLAY:
            row = self._rows[index.row()]
            text = column.text(row)
            if column.pill is not None:
                return text or column.pill(row)[0]
            return f"{text}\n{second}" if column.second and (second := column.second(row)) else text
        if role == _ALIGN:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == _TOOLTIP and column.tooltip is not None:
            return column.tooltip(self._rows[index.row()])
        if role == _DESCRIPTION:
            return column.title
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == _DISPLAY:
                return self.columns[section].title
            if role == _ALIGN:
                right = self.columns[section].right
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            self._sorted = None
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._sort(column, order)
        self.layoutChanged.emit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        key = self.columns[column].order or self.columns[column].text
        self._rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)


class CellPainter(QStyledItemDelegate):
    """Draws a cell: its ground, a badge, one or two lines or a pill, and the line below the row."""

    PADDING = 8

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        model = self._table.rows_model
        column, row = model.columns[index.column()], model.row(index.row())
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self.PADDING, 0, -self.PADDING, 0)
        if column.badge is not None:
            mark, colour = column.badge(row)
            paint_badge(painter, QRectF(inner.left(), inner.center().y() - 13, 26, 26), mark, colour, option.font)
            inner.setLeft(inner.left() + 36)
        if column.pill is not None and (pill := column.pill(row))[0]:
            self._pill(painter, inner, column, pill, option.font)
        elif column.meter is not None:
            share, tone = column.meter(row)
            paint_meter(painter, QRectF(inner.left(), inner.center().y() - 3.5, inner.width(), 7), share, tone)
        else:
            self._lines(painter, inner, column, row, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._table.row_height)

    def _pill(self, painter: QPainter, inner: QRectF, column: Column, pill: tuple[str, str], font: QFont) -> None:
        size = pill_size(font, pill[0])
        width = min(float(size.width()), inner.width())
        left = inner.right() - width if column.right else inner.left()
        rect = QRectF(left, inner.center().y() - size.height() / 2, width, size.height())
        paint_pill(painter, rect, pill[0], pill[1], font)

    def _lines(self, painter: QPainter, inner: QRectF, column: Column, row: Any, font: QFont) -> None:
        theme = current()
        first = QFont(font)
        first.setBold(column.bold)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        second = column.second(row) if column.second else ""
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2 - 1 if second else inner.height())
        place = Qt.AlignmentFlag.AlignBottom if second else Qt.AlignmentFlag.AlignVCenter
        self._text(painter, upper, side | place, column.text(row), first, theme.text)
        if second:
            smaller = QFont(font)
            smaller.setPixelSize(12)
            lower = QRectF(inner.left(), inner.center().y() + 2, inner.width(), inner.height() / 2 - 2)
            self._text(painter, lower, side | Qt.AlignmentFlag.AlignTop, second, smaller, theme.muted)

    def _text(
        self, painter: QPainter, rect: QRectF, where: Qt.AlignmentFlag, text: str, font: QFont, colour: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(rect, where, shown)


class DataTable(QTableView):
    """A table of rows. `opened` follows a double click or Enter, `chosen` every other row; both carry the row."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        spoken: str,
        columns: Sequence[Column],
        identity: Callable[[Any], Hashable],
        *,
        tall: bool = False,
        header: bool = True,
    ) -> None:
        super().__init__()
        named(self, name, spoken)
        self._nothing: QLabel | None = None
        self.row_height = 52 if tall else 36
        self.rows_model = RowsModel(columns, identity)
        self.setModel(self.rows_model)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.row_height)
        self._set_header(columns, header)
        self.setSortingEnabled(True)
        self._add(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_rows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        # not `activated`: that is a single click on some desktops, and never Enter on others
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def say_when_empty(self, words: str) -> None:
        """While there is no row, these words stand where the rows would: why, and what the next step is."""
        self._nothing = named(label(words, "muted", wrap=True), f"{self.objectName()}_nothing")
        self._nothing.setParent(self.viewport())
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._nothing.setVisible(not self.rows_model.rowCount())

    def _set_header(self, columns: Sequence[Column], shown: bool) -> None:
        header = self.horizontalHeader()
        header.setVisible(shown)
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(24)
        for at, column in enumerate(columns):
            stretch = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, stretch)
            if column.width:
                self.setColumnWidth(at, column.width)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows; the row that was chosen stays chosen where it is still there."""
        before = self.chosen_row()
        wanted = None if before is None else self.rows_model.identity(before)
        self.rows_model.set_rows(rows)
        if self._nothing is not None:
            self._nothing.setVisible(not rows)
        if wanted is not None:
            self.choose(wanted)

    def chosen_row(self) -> Any | None:
        """The row under the cursor, if any."""
        at = self.currentIndex().row()
        return self.rows_model.row(at) if 0 <= at < self.rows_model.rowCount() else None

    def choose(self, identity: Hashable) -> bool:
        """Moves to a row; False when it is not there."""
        at = self.rows_model.place(identity)
        if at >= 0:
            self.setCurrentIndex(self.rows_model.index(at, 0))
        return at >= 0

    def sizeHint(self) -> QSize:
        # a table takes the room there is and asks for no more: pages scroll only when they must
        return QSize(256, max(self.minimumHeight(), 76))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for at, column in enumerate(self.rows_model.columns):
            if column.from_width:
                self.setColumnHidden(at, self.width() < column.from_width)
        super().resizeEvent(event)
        if self._nothing is not None:
            self._nothing.setGeometry(self.viewport().rect().adjusted(8, 12, -8, 0))

    def can_delete(self, delete: Callable[[Any], None]) -> None:
        """Rows can be deleted, by the menu or the Delete key; undo brings them back."""
        self.can(tr("Delete"), delete, QKeySequence(Qt.Key.Key_Delete))

    def can(self, words: str, do: Callable[[Any], None], key: QKeySequence | None = None) -> None:
        """Something else can be done with the row under the cursor, by the menu or a key."""

        def of_row() -> None:
            row = self.chosen_row()
            if row is not None:
                do(row)

        self._add(words, key, of_row)

    def can_explain(self, explain: Callable[[Any], None]) -> None:
        """The numbers of the row under the cursor say how they come about, by the menu or Ctrl+E."""
        self.can(tr("Explain these numbers"), explain, QKeySequence(EXPLAIN_KEY))

    def can_with_all(self, words: str, do: Callable[[list[Any]], None], key: QKeySequence | None = None) -> None:
        """Something can be done with all selected rows at once."""

        def of_rows() -> None:
            rows = self.selected_rows()
            if rows:
                do(rows)

        self._add(words, key, of_rows)

    def selected_rows(self) -> list[Any]:
        """All selected rows, as they stand."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.row(at) for at in places]

    def _add(self, words: str, key: QKeySequence | None, triggered: Callable[[], None]) -> None:
        action = QAction(words, self)
        if key is not None:
            action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: triggered())
        self.addAction(action)

    def copy_rows(self) -> None:
        """Puts the selected rows on the clipboard as text, cells parted by tabs."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = ["\t".join(column.title for column in self.rows_model.columns)]
        for at in places:
            cells = (
                self.rows_model.data(self.rows_model.index(at, each)) for each in range(len(self.rows_model.columns))
            )
            lines.append("\t".join(str(cell).replace("\n", " ") for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.row(index.row()))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows_model.row(index.row()))

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(self.viewport().mapToGlobal(where))
