"""The imports of the past, and taking one of them out of the book."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.i18n import tr
from planner.reports.imports import BatchDependents, BatchRow
from planner.ui.page import Desk
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.problems import explain
from planner.wording.statements import provider

_WIDTH = 520


class HistoryCard(Card):
    """All imports, the newest first."""

    undo_wanted = Signal(object)
    review_wanted = Signal(object)
    """Carries the import whose rows are to be gone through; None for all."""
    tables_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Imports so far"), tr("Each can be taken out again, also out of the middle"))
        self._undo = button(tr("Undo this import…"), "imports.undo_batch", self._want)
        self.table = _history_table()
        self._review = button("", "imports.review_rows", lambda: self.review_wanted.emit(None))
        self._tables = button(tr("Known tables…"), "imports.known_tables", self.tables_wanted.emit, link=True)
        self.table.can(tr("Go through its rows to review"), self.review_wanted.emit)
        self.table.can(tr("Undo this import…"), self.undo_wanted.emit, QKeySequence(Qt.Key.Key_Delete))
        self.table.opened.connect(self.undo_wanted)
        self.table.chosen.connect(lambda _row: self._undo.setEnabled(True))
        self._empty = label(
            tr(
                "None yet. Alipay: Bills → ··· → issue a transaction record. WeChat: Wallet → Bills → download. Banks:"
                " account details → export."
            ),
            "muted",
            wrap=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._review)
        row.addWidget(self._tables)
        row.addStretch()
        row.addWidget(self._undo)
        self.body.addWidget(self._foot)

    def show_batches(self, rows: tuple[BatchRow, ...]) -> None:
        """Shows the imports of the past."""
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._foot.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.note.setVisible(bool(rows))
        self._undo.setEnabled(self.table.chosen_row() is not None)
        to_review, foreign = sum(row.to_review for row in rows), sum(row.foreign for row in rows)
        words = tr("Rows to review ({count})") if to_review else tr("Rows in other currencies ({count})")
        self._review.setText(words.format(count=to_review or foreign))
        self._review.setAccessibleName(self._review.text())
        self._review.setVisible(bool(to_review or foreign))

    def show_tables(self, count: int) -> None:
        """Says that there are known tables."""
        self._tables.setVisible(count > 0)

    def _want(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            self.undo_wanted.emit(row)


class UndoImport(QDialog):
    """Says what depends on an import, and takes it out when told to. `taken_out` carries what went."""

    taken_out = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, dependents: BatchDependents) -> None:
        super().__init__(parent)
        named(self, "undo_import", tr("Take an import out"))
        self.setWindowTitle(tr("Take an import out"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._batch = desk, dependents.id
        words = "\n".join(f"• {line}" for line in dependents_in_words(dependents))
        self._problem = named(label("", "error", wrap=True), "undo_import.problem")
        self._problem.hide()
        self._ok = button(tr("Take it out"), "undo_import.ok", self._send, primary=True)
        self._ok.setDefault(True)
        cancel = button(tr("Cancel"), "undo_import.cancel", self.reject)
        cancel.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = tr("Take {file} out of the book?").format(file=dependents.file_name)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(named(label(words, wrap=True), "undo_import.words"))
        column.addWidget(label(tr("Ctrl+Z brings all of it back."), "muted", wrap=True))
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    def _send(self) -> None:
        from planner.actions.imports import undo_import

        self._ok.setEnabled(False)
        self._desk.book.do(
            undo_import,
            done=self._done,
            refused=self._refused,
            failed=lambda: self._ok.setEnabled(True),
            batch_id=self._batch,
        )

    def _done(self, gone: BatchDependents) -> None:
        self.taken_out.emit(gone)
        self.accept()

    def _refused(self, error: PlannerError) -> None:
        self._problem.setText(explain(error))
        self._problem.show()


def dependents_in_words(each: BatchDependents) -> list[str]:
    """What goes with an import, a sentence for each kind of thing."""
    if each.rows:
        span = "" if each.first is None else f"{each.first} – {each.last}"
        lines = [tr("{count} rows leave the book ({span}).").format(count=each.rows, span=span or "—")]
    else:
        lines = [tr("It added no rows, so none leave the book.")]
    for count, words in (
        (each.edited, tr("{count} of them carry a category or a scene you chose; that goes with them.")),
        (each.changed_later, tr("{count} of them were changed by later imports; that goes with them.")),
        (each.repayments, tr("{count} repayments were made from its rows; they go too.")),
        (each.count_again, tr("{count} rows of other imports that were taken for the same movement count again.")),
        (each.given_back, tr("{count} rows of other imports say again what they said before.")),
        (
            each.later_files,
            tr(
                "{count} files imported later skipped rows as known. Where they shared rows with this one, import them"
                " again afterwards."
            ),
        ),
    ):
        if count:
            lines.append(words.format(count=count))
    lines.append(tr("Loans, and whatever you entered yourself, stay."))
    return lines


def _span(row: BatchRow) -> str:
    return "—" if row.first is None else f"{row.first} – {row.last}"


def _history_table() -> DataTable:
    return DataTable(
        "imports.history",
        tr("Imports so far"),
        [
            Column(tr("Day"), lambda row: row.imported_on.isoformat(), width=104),
            Column(tr("File"), lambda row: row.file_name, stretch=True, tooltip=lambda row: row.file_name),
            Column(tr("From"), lambda row: f"{provider(row.provider)} {row.generation}", width=100),
            Column(tr("Rows"), lambda row: str(row.rows), right=True, width=66, order=lambda row: row.rows),
            Column(tr("New"), lambda row: str(row.new), right=True, width=66, order=lambda row: row.new),
            Column(tr("Changed"), lambda row: str(row.changed), right=True, width=76,
                   order=lambda row: row.changed),
            Column(tr("In the book"), lambda row: str(row.still_there), right=True, width=88,
                   order=lambda row: row.still_there),
            Column(tr("To review"), lambda row: str(row.to_review), right=True, width=88,
                   order=lambda row: row.to_review),
            Column(tr("Period"), _span, width=190, from_width=900, order=lambda row: str(row.first)),
        ],
        lambda row: row.id,
    )  # fmt: skip
