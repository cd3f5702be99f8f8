"""The import page: choose statements, see what would be done with each row, do it; the imports of the past."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.i18n import tr
from planner.reports.explained_rows import batch_sums
from planner.reports.imports import BatchDependents, BatchRow, ImportPreview, batch_dependents, batches
from planner.reports.mappings import mappings
from planner.reports.proposals import file_matches, open_proposals
from planner.ui.explaining import Explaining
from planner.ui.imports.asking import Asking
from planner.ui.imports.drop import ENDINGS, DropArea
from planner.ui.imports.figures import FileFigures
from planner.ui.imports.history import HistoryCard, UndoImport
from planner.ui.imports.known_tables import KnownTables
from planner.ui.imports.preview import PreviewCard
from planner.ui.imports.proposals import ProposalsCard
from planner.ui.imports.review import ReviewCard
from planner.ui.imports.run import FileRun, Outcome, Read, Stage
from planner.ui.imports.sources import batch_source
from planner.ui.page import Desk, Page
from planner.ui.widgets.basics import Card, Header, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.problems import explain
from planner.wording.statements import provider


def make_page(desk: Desk) -> Page:
    """The import page."""
    return ImportPage(desk)


class ImportPage(Page):
    """Statements into the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._run = FileRun(desk, self)
        self._asking = Asking(desk, self, self._run)
        self._explaining = Explaining(desk, self, "imports_origin")
        self._cancel = button(tr("Cancel"), "imports.cancel", self.put_aside)
        self._skip = button(tr("Skip this file"), "imports.skip", self._run.skip)
        self._import = button(tr("Import"), "imports.do", self._run.store, primary=True)
        self._columns = button(tr("Say what its columns mean…"), "imports.columns", self._ask_again, primary=True)
        header = Header(tr("Import statements"), self._cancel, self._skip, self._columns, self._import)
        header.note.setText(tr("Alipay, WeChat, JD, banks and cards; format and encoding are recognised"))
        self.column.addWidget(header)
        self.column.addWidget(self._make_drop())
        self._figures = FileFigures(self._explaining.show)
        self.column.addWidget(self._figures)
        self._preview_card = PreviewCard(self._explaining.show)
        self.column.addWidget(self._preview_card, 1)
        self.column.addWidget(self._make_outcomes())
        self._proposals = ProposalsCard(desk, self)
        self.column.addWidget(self._proposals, 2)
        self._make_history()
        self._run.progressed.connect(self._show_progress)
        self._run.refused.connect(self._refused)
        self._run.moved.connect(self._arrange)
        self._shown: ImportPreview | None = None
        self._reviewing = False
        self._arrange()

    def refresh(self) -> None:
        self.ask(batches, self._history_card.show_batches)
        self.ask(open_proposals, self._proposals.show_proposals, today=self.desk.today)
        self.ask(mappings, lambda found: self._history_card.show_tables(len(found)))
        if self._reviewing:
            self._review_card.refresh()
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
        dialog = QFileDialog(self, tr("Choose statements"), folder, _filter())
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
        column.addWidget(self._make_mapped())
        self._progress = named(QProgressBar(), "imports.progress", tr("Progress"))
        self._progress.setTextVisible(False)
        column.addWidget(self._progress)
        self._problem = named(label("", "error", wrap=True), "imports.problem")
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._problem)
        self._problem.hide()
        self._file.setText(_what_is_read())
        return area

    def _make_mapped(self) -> QWidget:
        """What stands below a table that was read as the user said."""
        self._mapped_line = QWidget()
        row = QHBoxLayout(self._mapped_line)
        row.setContentsMargins(0, 0, 0, 0)
        self._mapped = named(label("", "muted"), "imports.mapped")
        row.addStretch()
        row.addWidget(self._mapped)
        row.addWidget(button(tr("change…"), "imports.change_columns", self._ask_again, link=True))
        row.addStretch()
        self._mapped_line.hide()
        return self._mapped_line

    def _make_outcomes(self) -> Card:
        self._outcomes_card = Card(tr("What was done with each file"), tr("Ctrl+Z takes back the last of them"))
        self._outcomes = _outcomes_table()
        self._outcomes_card.body.addWidget(self._outcomes)
        return self._outcomes_card

    def _make_history(self) -> None:
        """The imports so far, and in their place the rows to review."""
        self._history_card = HistoryCard()
        self._history_card.table.can_explain(
            lambda row: self._explaining.ask(batch_sums, batch_source, batch_id=row.id)
        )
        self._history_card.undo_wanted.connect(self._ask_what_goes)
        self._history_card.review_wanted.connect(self._review)
        self._history_card.tables_wanted.connect(lambda: KnownTables(self, self.desk).open())
        self.column.addWidget(self._history_card, 1)
        self._review_card = ReviewCard(self.desk, self.ask)
        self._review_card.left.connect(self._leave_review)
        self._review_card.hide()
        self.column.addWidget(self._review_card, 1)

    def _arrange(self) -> None:
        """Shows what belongs to the stage the run is at."""
        run, several = self._run, len(self._run.files) > 1
        looking = run.preview is not None and run.stage in (Stage.LOOKING, Stage.STORING)
        busy = run.stage in (Stage.READING, Stage.STORING)
        self._figures.setVisible(looking)
        self._preview_card.setVisible(looking)
        idle = run.stage is Stage.IDLE
        self._proposals.set_idle(idle and not self._reviewing)
        self._history_card.setVisible(idle and not self._reviewing)
        self._review_card.setVisible(idle and self._reviewing)
        self._outcomes_card.setVisible(idle and several and not self._reviewing)
        self._cancel.setVisible(not idle)
        self._cancel.setEnabled(not run.stopping)
        asking = run.stage is Stage.ASKING
        self._columns.setVisible(asking)
        mapped = run.read.mapping if looking and run.read is not None else None
        self._mapped_line.setVisible(mapped is not None)
        if mapped is not None:
            self._mapped.setText(tr("Read as you said for “{name}”").format(name=mapped.name))
        self._skip.setVisible((looking and several) or asking)
        self._skip.setEnabled(run.stage in (Stage.ASKING, Stage.LOOKING))
        self._import.setVisible(looking)
        self._progress.setVisible(busy)
        if run.stage is Stage.LOOKING and run.preview is not None and run.read is not None:
            self._show_preview(run.preview, run.read)
        elif busy:
            self._import.setEnabled(False)
            self._progress.setRange(0, 0)
            words = tr("Reading {file}…") if run.stage is Stage.READING else tr("Storing the rows of {file}…")
            self._file.setText(self._numbered(words.format(file=run.file.name)))
        elif asking:
            words = tr("{file} is a table that Yudu does not know.").format(file=run.file.name)
            self._file.setText(self._numbered(words))
        elif run.outcomes:
            self._show_outcomes(run.outcomes)

    def _ask_again(self) -> None:
        self._asking.again()

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
            words = _what_is_read()
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
        self._figures.show_file(preview, sums)
        self._preview_card.show_file(preview, sums, read.failed)
        self.ask(
            file_matches, partial(self._preview_card.show_matches, preview), statement=statement,
            states=preview.states, today=self.desk.today,
        )  # fmt: skip
        if first:
            (self._import if fresh else self._cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _review(self, row: BatchRow | None) -> None:
        """Goes through the rows to review, of an import or of all."""
        self._reviewing = True
        self._review_card.setVisible(True)
        self._history_card.hide()
        self._outcomes_card.hide()
        self._review_card.open(None if row is None else row.id)

    def _leave_review(self) -> None:
        self._reviewing = False
        self._arrange()
        self._history_card.table.setFocus(Qt.FocusReason.OtherFocusReason)

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


def _outcomes_table() -> DataTable:
    return DataTable(
        "imports.outcomes",
        tr("What was done with each file"),
        [
            Column(tr("File"), lambda row: row.file_name, width=280, tooltip=lambda row: row.file_name),
            Column(tr("Outcome"), lambda row: row.words, stretch=True, tooltip=lambda row: row.words),
            Column("", lambda row: "", right=True, width=110, pill=_outcome_pill),
        ],
        lambda row: row,
    )


def _outcome_pill(outcome: Outcome) -> tuple[str, str]:
    return (tr("Imported"), "good") if outcome.kept else (tr("Left out"), "neutral")


def _filter() -> str:
    """What the dialog for files shows."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    named_kinds, everything = tr("Statements"), tr("All files")
    return f"{named_kinds} ({endings});;{everything} (*)"


def _what_is_read() -> str:
    return tr("CSV, Excel, mails, OFX and QIF, as wallets and banks export them; any other table as well")
