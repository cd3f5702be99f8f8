"""Where a number comes from: how it is made, and the rows of the book it rests on, each of which can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.facts import RowLabel, RowRef
from planner.i18n import tr
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import yuan
from planner.wording.loans import row_label


@dataclass(frozen=True, slots=True)
class Source:
    """What is said of one number: its name and value, how it is made, its rows, and their sum (fen) where it is one,
    with what it is a sum of (words with a place `{total}`; empty: no more than that)."""

    title: str
    words: tuple[str, ...]
    rows: tuple[RowLabel, ...] = ()
    sum_fen: int | None = None
    sum_words: str = ""


class Origin(QDialog):
    """Shows where a number comes from. Enter or a double click on a row opens it and closes the dialog."""

    def __init__(self, parent: QWidget, name: str, source: Source, open_row: Callable[[RowRef], None]) -> None:
        super().__init__(parent)
        named(self, name, source.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(source.title)
        self._open_row = open_row
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(named(label(source.title, "title", wrap=True), f"{name}.title"))
        for at, words in enumerate(source.words):
            column.addWidget(named(label(words, "muted", wrap=True), f"{name}.words_{at}"))
        if source.rows:
            column.addWidget(self._make_table(name, source.rows), 1)
        else:
            column.addStretch()
        foot = QHBoxLayout()
        if source.sum_fen is not None:
            total = (source.sum_words or tr("Together {total}")).format(total=yuan(source.sum_fen))
            foot.addWidget(named(label(total, "heading"), f"{name}.sum"))
        foot.addStretch()
        foot.addWidget(button(tr("Close"), f"{name}.close", self.reject))
        column.addLayout(foot)
        self.resize(560, 460 if source.rows else 260)

    def _make_table(self, name: str, rows: Sequence[RowLabel]) -> DataTable:
        table = DataTable(
            f"{name}.rows",
            tr("Rows it comes from"),
            [
                Column(tr("Row"), row_label, stretch=True, tooltip=row_label),
            ],
            lambda row: row.ref,
        )
        table.set_rows(rows)
        table.opened.connect(self._open)
        return table

    def _open(self, row: RowLabel) -> None:
        self.accept()
        self._open_row(row.ref)
