"""The import page: choose a statement, see what would be done with each row, do it once; the imports of the past."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.statement_rows import DebtKind, RowClass, RowState, Statement, StatementRow
from planner.core.statement_sums import statement_sums
from planner.exchange.statements.recognise import read_statement
from planner.i18n import tr
from planner.reports.imports import BatchRow, ImportPreview, batches, import_preview
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import class_tone, row_tone
from planner.ui.widgets.basics import Card, Header, Kpi, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, yuan
from planner.wording.problems import explain
from planner.wording.statements import provider, review_reason, row_class, row_state

Previewed = tuple[StatementRow, RowState]
_INWARD = frozenset({RowClass.IN, RowClass.N_INTEREST, RowClass.N_REFUND, RowClass.N_DRAWDOWN})
_OUTWARD = frozenset({RowClass.OUT, RowClass.N_REPAYMENT})


def make_page(desk: Desk) -> Page:
    """The import page."""
    return ImportPage(desk)


class DropArea(QFrame):
    """Where files are dropped."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(files[0])


class ImportPage(Page):
    """Statements into the open book."""

    progressed = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._preview: ImportPreview | None = None
        self._stopped = False
        self._cancel = button(tr("Cancel"), "imports.cancel", self.put_aside)
        self._import = button(tr("Import"), "imports.do", self._store, primary=True)
        header = Header(tr("Import statements"), self._cancel, self._import)
        header.note.setText(tr("Alipay for now; format and encoding are recognised"))
        self.column.addWidget(header)
        self.column.addWidget(self._make_drop())
        self.column.addWidget(self._make_figures())
        self.column.addWidget(self._make_preview(), 1)
        self.column.addWidget(self._make_history(), 1)
        self.progressed.connect(self._show_progress)
        self._arrange()

    def refresh(self) -> None:
        self.ask(batches, self._show_history)
        if self._preview is not None:
            self.ask(import_preview, self._show_preview, statement=self._preview.statement)

    def choose(self, file: Path) -> None:
        """Reads a file and shows what an import would do; nothing is stored."""
        self._problem.hide()
        self._stopped = False
        self._progress.setRange(0, 0)
        self._progress.show()
        self._file.setText(tr("Reading {file}…").format(file=file.name))
        self.desk.book.run(
            lambda: read_statement(file, progress=self.progressed.emit, cancelled=lambda: self._stopped),
            self._read,
            refused=self._refused,
            failed=self.put_aside,
        )

    def put_aside(self) -> None:
        """Stops reading, or forgets the preview; nothing was stored."""
        self._stopped = True
        self._preview = None
        self._arrange()

    def _make_drop(self) -> QWidget:
        area = DropArea()
        named(area, "imports.drop")
        area.dropped.connect(self.choose)
        column = QVBoxLayout(area)
        column.setContentsMargins(16, 16, 16, 16)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(label(tr("Drop a statement here, or")))
        row.addWidget(button(tr("choose a file…"), "imports.choose", self._choose_file, link=True))
        row.addStretch()
        column.addLayout(row)
        self._file = named(label("", "muted", wrap=True), "imports.file")
        self._file.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._file)
        self._progress = named(QProgressBar(), "imports.progress", tr("Progress"))
        self._progress.setTextVisible(False)
        column.addWidget(self._progress)
        self._problem = named(label("", "error", wrap=True), "imports.problem")
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._problem)
        self._progress.hide()
        self._problem.hide()
        return area

    def _make_figures(self) -> QWidget:
        self._figures = QWidget()
        row = QHBoxLayout(self._figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._new = Kpi(tr("New"), "imports.new")
        self._known = Kpi(tr("Known, skipped"), "imports.known")
        self._spent = Kpi(tr("Spending in the file"), "imports.spent")
        self._debts = Kpi(tr("Repayments and loans"), "imports.debts")
        self._review = Kpi(tr("To review"), "imports.review")
        for each in (self._new, self._known, self._spent, self._debts, self._review):
            each.setFixedHeight(104)
            row.addWidget(each, 1)
        return self._figures

    def _make_preview(self) -> Card:
        self._preview_card = Card(tr("Preview"), tr("Nothing is stored yet; an import is undone in one step"))
        self._table = DataTable(
            "imports.preview",
            tr("Preview"),
            [
                Column(tr("Time"), _time, width=148, order=lambda row: str(row[0].happened_at or "")),
                Column(tr("With whom"), lambda row: row[0].counterparty, width=180,
                       tooltip=lambda row: row[0].counterparty),
                Column(tr("What for"), lambda row: row[0].description, stretch=True,
                       tooltip=lambda row: row[0].raw),
                Column(tr("Kind"), lambda row: "", width=150,
                       pill=lambda row: (row_class(row[0].row_class), class_tone(row[0].row_class))),
                Column(tr("Amount"), _signed, right=True, bold=True, width=110,
                       order=lambda row: row[0].amount_fen or 0),
                Column("", lambda row: "", right=True, width=120, tooltip=_why,
                       pill=lambda row: (row_state(row[1]), row_tone(row[1]))),
            ],
            lambda row: row[0].key,
        )  # fmt: skip
        self._preview_card.body.addWidget(self._table)
        return self._preview_card

    def _make_history(self) -> Card:
        self._history_card = Card(tr("Imports so far"))
        self._history = DataTable(
            "imports.history",
            tr("Imports so far"),
            [
                Column(tr("Day"), lambda row: row.imported_on.isoformat(), width=110),
                Column(tr("File"), lambda row: row.file_name, stretch=True, tooltip=lambda row: row.file_name),
                Column(tr("From"), lambda row: f"{provider(row.provider)} {row.generation}", width=120),
                Column(tr("Rows"), lambda row: str(row.rows), right=True, width=80, order=lambda row: row.rows),
                Column(tr("New"), lambda row: str(row.new), right=True, width=80, order=lambda row: row.new),
                Column(tr("Changed"), lambda row: str(row.changed), right=True, width=80,
                       order=lambda row: row.changed),
            ],
            lambda row: row.id,
        )  # fmt: skip
        self._history_empty = label(
            tr("None yet. In the Alipay app: Bills → ··· → issue a transaction record → for personal bookkeeping."),
            "muted",
            wrap=True,
        )
        self._history_empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._history_card.body.addWidget(self._history_empty)
        self._history_card.body.addWidget(self._history)
        return self._history_card

    def _arrange(self) -> None:
        shown = self._preview is not None
        self._figures.setVisible(shown)
        self._preview_card.setVisible(shown)
        self._history_card.setVisible(not shown)
        self._cancel.setVisible(shown)
        self._import.setVisible(shown)
        self._progress.hide()
        if not shown:
            self._file.setText(tr("A CSV file, as the Alipay app sends it by mail (unpacked)"))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Choose a statement"), "", tr("Statements (*.csv *.txt);;All files (*)"))
        dialog.setObjectName("imports.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.choose(Path(file)))
        dialog.open()

    def _read(self, statement: Statement) -> None:
        self.ask(import_preview, self._show_preview, statement=statement)

    def _refused(self, error: PlannerError) -> None:
        self.put_aside()
        self._problem.setText(explain(error))
        self._problem.show()

    def _show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        statement = preview.statement
        sums = statement_sums(statement)
        self._arrange()
        span = "" if sums.first is None or sums.last is None else f"{sums.first:%Y-%m-%d} – {sums.last:%Y-%m-%d}"
        rows = tr("{count} rows").format(count=len(statement.rows))
        parts = [
            statement.file_name,
            f"{provider(statement.provider)} {statement.generation}",
            statement.encoding.upper(),
        ]
        self._file.setText(" · ".join(part for part in (*parts, rows, span) if part))
        changed = tr("{count} changed").format(count=preview.changed) if preview.changed else ""
        self._new.set(str(preview.new), changed)
        self._known.set(str(preview.known))
        self._spent.set(yuan(sums.classes.get(RowClass.OUT, (0, 0))[1]), tr("before refunds"))
        failed = sum(1 for each in sums.debt_events if each.kind is DebtKind.FAILED_REPAYMENT)
        words = tr("{count} more failed") if failed else tr("never counted as spending or income")
        self._debts.set(str(len(sums.debt_events) - failed), words.format(count=failed))
        self._review.set(str(preview.to_review), tr("kept with their text") if preview.to_review else "")
        fresh = preview.new + preview.changed + preview.to_review
        self._import.setText(tr("Import {count} rows").format(count=fresh))
        self._import.setEnabled(fresh > 0)
        self._table.set_rows(list(preview.rows()))

    def _store(self) -> None:
        from planner.actions.imports import import_statement

        if self._preview is None:
            return
        self._import.setEnabled(False)
        self._stopped = False
        self._progress.show()
        self.desk.book.do(
            import_statement,
            done=self._stored,
            refused=self._refused,
            failed=self._ready,
            statement=self._preview.statement,
            imported_on=self.desk.today,
            progress=self.progressed.emit,
            cancelled=lambda: self._stopped,
        )

    def _ready(self) -> None:
        self._progress.hide()
        self._import.setEnabled(True)

    def _stored(self, done: ImportPreview) -> None:
        self._preview = None
        self._arrange()
        words = tr("{count} rows of {file} are in the book. Ctrl+Z takes them back.")
        self._file.setText(words.format(count=done.new + done.to_review, file=done.statement.file_name))

    def _show_history(self, rows: tuple[BatchRow, ...]) -> None:
        self._history.set_rows(rows)
        self._history.setVisible(bool(rows))
        self._history_empty.setVisible(not rows)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)


def _time(row: Previewed) -> str:
    return f"{row[0].happened_at:%Y-%m-%d %H:%M}" if row[0].happened_at else "—"


def _signed(row: Previewed) -> str:
    kind, fen = row[0].row_class, row[0].amount_fen
    if kind in _INWARD:
        return f"+{amount(fen)}"
    return f"−{amount(fen)}" if kind in _OUTWARD else amount(fen)


def _why(row: Previewed) -> str:
    return review_reason(row[0].review) if row[0].review else row_state(row[1])
