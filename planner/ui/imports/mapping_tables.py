"""The rows of an unknown table as the file has them, and as they would be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.statement_rows import StatementRow
from planner.exchange.statements.documents import SheetRow
from planner.i18n import tr
from planner.ui.widgets.basics import label
from planner.ui.widgets.table import Column, DataTable
from planner.wording.currencies import row_amount
from planner.wording.statements import review_reason, row_class

_CELL = 110


class RawRows(QWidget):
    """The first rows of a file; a table for each number and names of columns."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._titles: tuple[str, ...] = ()
        self._table: DataTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, titles: Sequence[str], rows: Sequence[SheetRow]) -> None:
        """Shows rows under titles."""
        if self._table is None or self._titles != tuple(titles):
            self._make(tuple(titles))
        assert self._table is not None
        self._table.set_rows(rows)

    def _make(self, titles: tuple[str, ...]) -> None:
        columns = [Column(tr("Line no."), lambda row: str(row.line), right=True, width=52, order=lambda row: row.line)]
        columns += [_cell_column(title, at) for at, title in enumerate(titles)]
        made = DataTable(self._name, tr("The file as it is"), columns, lambda row: row.line)
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.setParent(None)
            self._table.deleteLater()
        self._column.addWidget(made)
        self._table, self._titles = made, titles


def _cell_column(title: str, at: int) -> Column:
    def text(row: SheetRow) -> str:
        return row.cells[at] if at < len(row.cells) else ""

    return Column(title, text, width=_CELL, tooltip=text)


def read_table_of(name: str) -> DataTable:
    """The table of rows as they would be read."""
    return DataTable(
        name,
        tr("As it would be read"),
        [
            Column(tr("Line no."), lambda row: str(row.line), right=True, width=52, order=lambda row: row.line),
            Column(tr("Time"), _time, width=128, order=lambda row: str(row.happened_at or "")),
            Column(tr("Amount"), row_amount, right=True, bold=True, width=104, order=lambda row: row.amount_fen or 0),
            Column(tr("Counts as"), lambda row: "", width=132, pill=_pill, tooltip=lambda row: _pill(row)[0]),
            Column(tr("Who and what"), _what, stretch=True, tooltip=_what),
        ],
        lambda row: row.line,
    )


def problems_in_words(rows: Sequence[StatementRow], most: int = 3) -> str:
    """What of the rows cannot be read, by their lines."""
    wrong = [row for row in rows if row.review is not None]
    if not wrong:
        return tr("The first {count} rows can be read.").format(count=len(rows))
    told = [
        tr("line {line}: {problem}").format(line=row.line, problem=review_reason(row.review))
        for row in wrong[:most]
        if row.review is not None
    ]
    words = tr("{count} of the first {total} rows would be to review").format(count=len(wrong), total=len(rows))
    return words + " — " + " · ".join(told) + ("…" if len(wrong) > most else "")


def heading(words: str) -> QWidget:
    """A small heading above a table."""
    return label(words, "heading")


def _time(row: StatementRow) -> str:
    return f"{row.happened_at:%Y-%m-%d %H:%M}" if row.happened_at else "—"


def _what(row: StatementRow) -> str:
    return " · ".join(part for part in (row.counterparty, row.description) if part)


def _pill(row: StatementRow) -> tuple[str, str]:
    if row.review is not None:
        return review_reason(row.review), "watch"
    return row_class(row.row_class), "neutral"
