"""Where a number comes from: its formula with the numbers put in, its inputs, and the rows of the book it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.core.facts import RowLabel, RowRef
from planner.i18n import tr
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import yuan
from planner.wording.loans import row_label

WIDTH = 580
LEAST_ROWS_HEIGHT, ROWS_HEIGHT = 96, 190
"""So high are the rows at first: some are in view, and the rest is scrolled to or seen in a larger dialog."""
FOOT_HEIGHT = 62
ORIGIN_WIDTH = 220
MARGINS = (24, 20, 24, 20)


@dataclass(frozen=True, slots=True)
class Input:
    """What goes into a number: its name, its value, and where that is from."""

    name: str
    value: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What is said of one number: its name and value, how it is made in words, by `formulas` with the numbers put in
    and from `inputs`, how it is rounded, its rows, and their sum (fen) where it is one, with what it is a sum of (words
    with a place `{total}`; empty: no more than that)."""

    title: str
    words: tuple[str, ...] = ()
    rows: tuple[RowLabel, ...] = ()
    sum_fen: int | None = None
    sum_words: str = ""
    formulas: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    rounding: str = ""

    def sum_text(self) -> str:
        """The sum in words; empty where it is none."""
        if self.sum_fen is None:
            return ""
        return (self.sum_words or tr("Together {total}")).format(total=yuan(self.sum_fen))

    def text(self) -> str:
        """All of it as lines of text."""
        inputs = (" · ".join(part for part in (each.name, each.value, each.origin) if part) for each in self.inputs)
        rows = (row_label(row) for row in self.rows)
        lines = (self.title, *self.words, *self.formulas, *inputs, self.rounding, *rows, self.sum_text())
        return "\n".join(line for line in lines if line)


class _Text(QWidget):
    """What is scrolled to where there is no room: as high as its lines are in its width, and no higher."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Origin(QDialog):
    """Shows where a number comes from. Enter or a double click on a row opens it and closes the dialog; where
    `explain_row` is given, a row says as well how its own numbers come about. Ctrl+C copies all as text."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        source: Source,
        open_row: Callable[[RowRef], None],
        explain_row: Callable[[RowRef], None] | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, source.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(source.title)
        self._name, self._source = name, source
        self._open_row, self._explain_row = open_row, explain_row
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        upper = self._make_upper()
        column.addWidget(upper, 0 if source.rows else 1)
        if source.rows:
            column.addWidget(self._make_table(source.rows), 1)
        column.addLayout(self._make_foot())
        self._fit(parent, upper)
        first = self.findChild(DataTable) or self._close
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):  # the rows copy themselves where they have the focus
            self._copy()
        else:
            super().keyPressEvent(event)

    def _make_upper(self) -> QScrollArea:
        source, name = self._source, self._name
        inside = _Text()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(named(label(source.title, "title", wrap=True), f"{name}.title"))
        for at, words in enumerate(source.words):
            column.addWidget(named(label(words, "muted", wrap=True), f"{name}.words_{at}"))
        if source.formulas:
            column.addWidget(self._make_formulas())
        if source.inputs:
            column.addLayout(self._make_inputs())
        if source.rounding:
            column.addWidget(named(label(source.rounding, "faint", wrap=True), f"{name}.rounding"))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        named(area, f"{name}.text", source.title)
        return area

    def _make_formulas(self) -> QWidget:
        ground = QFrame()
        ground.setProperty("formula", True)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for at, words in enumerate(self._source.formulas):
            line = named(label(words, wrap=True), f"{self._name}.formula_{at}")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        return ground

    def _make_inputs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for at, each in enumerate(self._source.inputs):
            name = label(each.name, "muted")
            value = named(label(each.value), f"{self._name}.input_{at}", titled_input(each))
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(_from(each.origin), at, 2)
        return grid

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        if self._source.sum_fen is not None:
            total = label(self._source.sum_text(), "heading", elide=True)
            foot.addWidget(named(total, f"{self._name}.sum"), 1)
        else:
            foot.addStretch()
        foot.addWidget(button(tr("Copy as text"), f"{self._name}.copy", self._copy))
        self._close = button(tr("Close"), f"{self._name}.close", self.reject)
        self._close.setAutoDefault(True)  # Enter presses it where it has the focus
        foot.addWidget(self._close)
        return foot

    def _make_table(self, rows: Sequence[RowLabel]) -> DataTable:
        table = DataTable(
            f"{self._name}.rows",
            tr("Rows it comes from"),
            [
                Column(tr("Row"), row_label, stretch=True, tooltip=row_label),
            ],
            lambda row: (row.ref, row.on),
        )
        table.set_rows(rows)
        table.setMinimumHeight(LEAST_ROWS_HEIGHT)
        table.opened.connect(self._open)
        table.can(tr("Open"), self._open)
        if self._explain_row is not None:
            table.can_explain(self._explain)
        return table

    def _fit(self, parent: QWidget, upper: QScrollArea) -> None:
        """As high as it needs, and no higher than the window; what has no room is scrolled to."""
        inside = upper.widget()
        for each in self.findChildren(QWidget):
            each.ensurePolished()  # else their texts are measured in another font
        wide = WIDTH - MARGINS[0] - MARGINS[2]
        layout = None if inside is None else inside.layout()
        needed = 0 if layout is None else layout.heightForWidth(wide)
        count = len(self._source.rows)
        rows = min(max(count * 36 + 44, LEAST_ROWS_HEIGHT), ROWS_HEIGHT) if count else 0
        most = max(parent.window().height() - 60, 360)
        frame = MARGINS[1] + MARGINS[3] + FOOT_HEIGHT
        if count:
            rows = min(rows, max(LEAST_ROWS_HEIGHT, most - frame - needed - 2))
        high = min(needed + 2, most - frame - rows)
        if high < needed:  # the keyboard reaches what is scrolled to
            upper.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        upper.setMinimumHeight(high)
        if count:
            upper.setMaximumHeight(high)
        self.resize(QSize(WIDTH, high + rows + frame))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.text())

    def _open(self, row: RowLabel) -> None:
        self.accept()
        self._open_row(row.ref)

    def _explain(self, row: RowLabel) -> None:
        if self._explain_row is not None:
            self.accept()
            self._explain_row(row.ref)


def titled_input(each: Input) -> str:
    """An input as it is spoken."""
    return " ".join(part for part in (each.name, each.value, each.origin) if part)


def _from(words: str) -> QLabel:
    """Where an input is from."""
    made = label(words, "faint", wrap=True)
    made.setMinimumWidth(ORIGIN_WIDTH)  # a grid asks for the height it would have in its least width
    return made
