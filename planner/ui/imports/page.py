"""The import page: choose statements, see what would be done with each row, do it; the imports of the past."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.statement_rows import DebtKind, RowClass
from planner.i18n import tr
from planner.reports.explained_rows import batch_sums
from planner.reports.imports import BatchDependents, BatchRow, ImportPreview, batch_dependents, batches
from planner.reports.proposals import file_matches, open_proposals
from planner.ui.explaining import Explaining
from planner.ui.imports.history import HistoryCard, UndoImport
from planner.ui.imports.preview import PreviewCard
from planner.ui.imports.proposals import ProposalsCard
from planner.ui.imports.run import FileRun, Outcome, Read, Stage
from planner.ui.imports.sources import batch_source, classes_source, debts_source, states_source
from planner.ui.page import GAP, Desk, Page
from planner.ui.widgets.basics import Card, Header, Kpi, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import yuan
from planner.wording.problems import explain
from planner.wording.statements import provider


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
            self.dropped.emit(files)


class ImportPage(Page):
    """Statements into the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._run = FileRun(desk, self)
        self._explaining = Explaining(desk, self, "imports_origin")
        self._cancel = button(tr("Cancel"), "imports.cancel", self.put_aside)
        self._skip = button(tr("Skip this file"), "imports.skip", self._run.skip)
        self._import = button(tr("Import"), "imports.do", self._run.store, primary=True)
        header = Header(tr("Import statements"), self._cancel, self._skip, self._import)
        header.note.setText(tr("Alipay for now; format and encoding are recognised"))
        self.column.addWidget(header)
        self.column.addWidget(self._make_drop())
        self.column.addWidget(self._make_figures())
        self._preview_card = PreviewCard(self._explaining.show)
        self.column.addWidget(self._preview_card, 1)
        self.column.addWidget(self._make_outcomes())
        self._proposals = ProposalsCard(desk, self)
        self.column.addWidget(self._proposals, 2)
        self._history_card = HistoryCard()
        self._history_card.table.can_explain(
            lambda row: self._explaining.ask(batch_sums, batch_source, batch_id=row.id)
        )
        self._history_card.undo_wanted.connect(self._ask_what_goes)
        self.column.addWidget(self._history_card, 1)
        self._run.progressed.connect(self._show_progress)
        self._run.refused.connect(self._refused)
        self._run.moved.connect(self._arrange)
        self._shown: ImportPreview | None = None
        self._arrange()

    def refresh(self) -> None:
        self.ask(batches, self._history_card.show_batches)
        self.ask(open_proposals, self._proposals.show_proposals, today=self.desk.today)
        self._run.look_again()

    def choose(self, file: Path) -> None:
        """Reads a file and shows what an import would do; nothing is stored."""
        self.choose_all([file])

    def choose_all(self, files: Sequence[Path]) -> None:
        """The same with several, one after the other; behind those that wait, if any do."""
        if self._run.stage is Stage.IDLE:
            self._problem.hide()
        self._run.add(files)

    def choose_files(self) -> None:
        """Opens the dialog for files, in the folder where one was chosen last."""
        folder = self.desk.preferences.last_folder
        dialog = QFileDialog(self, tr("Choose statements"), folder, tr("Statements (*.csv *.txt);;All files (*)"))
        dialog.setObjectName("imports.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def put_aside(self) -> None:
        """Stops whatever goes on; what was not imported stays out."""
        self._run.stop()

    def _chosen(self, files: list[str]) -> None:
        paths = [Path(file) for file in files]
        self.desk.preferences.last_folder = str(paths[0].parent)
        self.choose_all(paths)

    def _make_drop(self) -> QWidget:
        area = DropArea()
        named(area, "imports.drop")
        area.dropped.connect(self.choose_all)
        column = QVBoxLayout(area)
        column.setContentsMargins(16, 16, 16, 16)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(label(tr("Drop statements here, or")))
        self._choose = button(tr("choose files…"), "imports.choose", self.choose_files, link=True)
        row.addWidget(self._choose)
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
        self._problem.hide()
        self._file.setText(tr("CSV files, as the Alipay app sends them by mail (unpacked)"))
        return area

    def _make_figures(self) -> QWidget:
        self._figures = QWidget()
        row = QHBoxLayout(self._figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._new = Kpi(tr("New"), "imports.new", self._explain_states)
        self._known = Kpi(tr("Known, skipped"), "imports.known", self._explain_states)
        self._spent = Kpi(tr("Spent"), "imports.spent", self._explain_classes)
        self._debts = Kpi(tr("Debts touched"), "imports.debts", self._explain_debts)
        self._review = Kpi(tr("To review"), "imports.review", self._explain_states)
        for each in (self._new, self._known, self._spent, self._debts, self._review):
            each.setFixedHeight(104)
            row.addWidget(each, 1)
        return self._figures

    def _make_outcomes(self) -> Card:
        self._outcomes_card = Card(tr("What was done with each file"), tr("Ctrl+Z takes back the last of them"))
        self._outcomes = DataTable(
            "imports.outcomes",
            tr("What was done with each file"),
            [
                Column(tr("File"), lambda row: row.file_name, width=280, tooltip=lambda row: row.file_name),
                Column(tr("Outcome"), lambda row: row.words, stretch=True, tooltip=lambda row: row.words),
                Column("", lambda row: "", right=True, width=110, pill=_outcome_pill),
            ],
            lambda row: row,
        )
        self._outcomes_card.body.addWidget(self._outcomes)
        return self._outcomes_card

    def _arrange(self) -> None:
        """Shows what belongs to the stage the run is at."""
        run, several = self._run, len(self._run.files) > 1
        looking = run.preview is not None and run.stage in (Stage.LOOKING, Stage.STORING)
        busy = run.stage in (Stage.READING, Stage.STORING)
        self._figures.setVisible(looking)
        self._preview_card.setVisible(looking)
        idle = run.stage is Stage.IDLE
        self._history_card.setVisible(idle)
        self._proposals.set_idle(idle)
        self._outcomes_card.setVisible(idle and several)
        self._cancel.setVisible(not idle)
        self._cancel.setEnabled(not run.stopping)
        self._skip.setVisible(looking and several)
        self._skip.setEnabled(run.stage is Stage.LOOKING)
        self._import.setVisible(looking)
        self._progress.setVisible(busy)
        if run.stage is Stage.LOOKING and run.preview is not None and run.read is not None:
            self._show_preview(run.preview, run.read)
        elif busy:
            self._import.setEnabled(False)
            self._progress.setRange(0, 0)
            words = tr("Reading {file}…") if run.stage is Stage.READING else tr("Storing the rows of {file}…")
            self._file.setText(self._numbered(words.format(file=run.file.name)))
        elif run.outcomes:
            self._show_outcomes(run.outcomes)

    def _numbered(self, words: str) -> str:
        count = len(self._run.files)
        if count < 2:
            return words
        return tr("File {number} of {count}").format(number=self._run.number, count=count) + " · " + words

    def _show_outcomes(self, outcomes: list[Outcome]) -> None:
        self._shown = None
        self._outcomes.set_rows(outcomes)
        self._outcomes.setFixedHeight(min(len(outcomes), 5) * self._outcomes.row_height + 40)
        kept = [each for each in outcomes if each.kept]
        if len(outcomes) > 1:
            words = tr("{kept} of {count} files are in the book.").format(kept=len(kept), count=len(outcomes))
        elif kept:
            words = tr("{file}: {done}. Ctrl+Z takes them back.").format(file=kept[0].file_name, done=kept[0].words)
        else:
            words = tr("CSV files, as the Alipay app sends them by mail (unpacked)")
        self._file.setText(words)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: PlannerError) -> None:
        self._problem.setText(explain(error))
        self._problem.show()

    def _show_preview(self, preview: ImportPreview, read: Read) -> None:
        sums = read.sums
        statement = preview.statement
        span = "" if sums.first is None or sums.last is None else f"{sums.first:%Y-%m-%d} – {sums.last:%Y-%m-%d}"
        rows = tr("{count} rows").format(count=len(statement.rows))
        source = f"{provider(statement.provider)} {statement.generation}"
        parts = (statement.file_name, source, statement.encoding.upper(), rows, span)
        self._file.setText(self._numbered(" · ".join(part for part in parts if part)))
        fresh = preview.new + preview.changed + preview.to_review
        self._import.setText(tr("Import {count} rows").format(count=fresh))
        self._import.setEnabled(fresh > 0)
        if preview is self._shown:
            return
        first = self._shown is None or self._shown.statement is not statement
        self._shown = preview
        changed = tr("{count} changed").format(count=preview.changed) if preview.changed else ""
        self._new.set(str(preview.new), changed)
        self._known.set(str(preview.known))
        self._spent.set(yuan(sums.classes.get(RowClass.OUT, (0, 0))[1]), tr("before refunds"))
        failed = sum(1 for each in sums.debt_events if each.kind is DebtKind.FAILED_REPAYMENT)
        words = tr("{count} more failed") if failed else tr("never counted as spending or income")
        self._debts.set(str(len(sums.debt_events) - failed), words.format(count=failed))
        self._review.set(str(preview.to_review), tr("text is kept") if preview.to_review else "")
        self._preview_card.show_file(preview, sums, read.failed)
        self.ask(
            file_matches, partial(self._preview_card.show_matches, preview), statement=statement,
            states=preview.states, today=self.desk.today,
        )  # fmt: skip
        if first:
            (self._import if fresh else self._cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain_states(self) -> None:
        if self._run.preview is not None:
            self._explaining.show(states_source(self._run.preview))

    def _explain_classes(self) -> None:
        if self._run.preview is not None and self._run.read is not None:
            self._explaining.show(classes_source(self._run.preview, self._run.read.sums))

    def _explain_debts(self) -> None:
        if self._run.read is not None:
            self._explaining.show(debts_source(self._run.read.sums))

    def _ask_what_goes(self, row: BatchRow) -> None:
        self.ask(batch_dependents, self._ask_to_undo, refused=self._refused, batch_id=row.id)

    def _ask_to_undo(self, dependents: BatchDependents) -> None:
        dialog = UndoImport(self, self.desk, dependents)
        dialog.taken_out.connect(self._taken_out)
        dialog.open()

    def _taken_out(self, gone: BatchDependents) -> None:
        words = tr("{file} is out of the book, {count} rows with it. Ctrl+Z brings it back.")
        self._file.setText(words.format(file=gone.file_name, count=gone.rows))
        self._outcomes_card.hide()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)


def _outcome_pill(outcome: Outcome) -> tuple[str, str]:
    return (tr("Imported"), "good") if outcome.kept else (tr("Left out"), "neutral")
