"""Files worked through one after the other: each is read, looked at, and imported or skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.core.errors import Cancelled, PlannerError
from planner.core.statement_rows import Statement
from planner.core.statement_sums import FailedRepayment, StatementSums, failed_repayments, statement_sums
from planner.exchange.statements.recognise import read_statement
from planner.i18n import tr
from planner.reports.imports import ImportPreview, import_preview
from planner.ui.page import Desk
from planner.wording.problems import explain


class Stage(Enum):
    """What is going on."""

    IDLE = "idle"
    READING = "reading"
    LOOKING = "looking"
    STORING = "storing"


@dataclass(frozen=True, slots=True)
class Read:
    """A file as read, with what it sums to: all made off the window's thread."""

    statement: Statement
    sums: StatementSums
    failed: tuple[FailedRepayment, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, in words; `kept` says that its rows are in the book."""

    file_name: str
    words: str
    kept: bool


class FileRun(QObject):
    """One run at a time; files that come while it goes wait at its end. Nothing is stored before `store`.

    A change of language builds the page anew: what is being stored then is stored all the same, told to nobody.
    """

    progressed = Signal(int, int)
    moved = Signal()
    """The stage, the file or the preview is another."""
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage = Stage.IDLE
        self.files: list[Path] = []
        self.outcomes: list[Outcome] = []
        self.read: Read | None = None
        self.preview: ImportPreview | None = None
        self._stop = Event()

    @property
    def number(self) -> int:
        """Which file it is at, from 1."""
        return min(len(self.outcomes) + 1, len(self.files))

    @property
    def file(self) -> Path:
        """The file it is at."""
        return self.files[self.number - 1]

    @property
    def stopping(self) -> bool:
        """It was told to stop and has not yet."""
        return self.stage is Stage.STORING and self._stop.is_set()

    def add(self, files: Sequence[Path]) -> None:
        """Begins with these files, or puts them behind those that wait."""
        if self.stage is not Stage.IDLE:
            self.files += files
            self.moved.emit()
        elif files:
            self.files, self.outcomes = list(files), []
            self._read_next()

    def look_again(self) -> None:
        """The book is another now: so is what an import would do."""
        if self.read is not None and self.stage in (Stage.READING, Stage.LOOKING):
            self._ask_preview(self._stop, self.read)

    def store(self) -> None:
        """Imports the file in view."""
        from planner.actions.imports import import_statement

        if self.stage is not Stage.LOOKING or self.read is None:
            return
        self._stop = stop = Event()
        self._enter(Stage.STORING)
        self._desk.book.do(
            import_statement,
            done=self._stored,
            refused=partial(self._refused, stop),
            failed=self._back,
            statement=self.read.statement,
            imported_on=self._desk.today,
            progress=self._tell,
            cancelled=stop.is_set,
        )

    def skip(self) -> None:
        """Leaves the file in view out and goes on with the next."""
        if self.stage is Stage.LOOKING:
            self._end_file(tr("Skipped"))

    def stop(self) -> None:
        """Ends it all. What is being stored is given up, unless it is in the book by then."""
        self._stop.set()
        if self.stage in (Stage.READING, Stage.LOOKING):
            self._end_all()
        elif self.stage is Stage.STORING:
            self.moved.emit()

    def _read_next(self) -> None:
        self.read = self.preview = None
        if len(self.outcomes) == len(self.files):
            self._enter(Stage.IDLE)
            return
        self._stop = stop = Event()
        self._enter(Stage.READING)
        file = self.file

        def work() -> Read:
            statement = read_statement(file, progress=self._tell, cancelled=stop.is_set)
            sums = statement_sums(statement)
            return Read(statement, sums, failed_repayments(sums))

        self._desk.book.run(
            work, partial(self._was_read, stop), refused=partial(self._refused, stop), failed=partial(self._lost, stop)
        )

    def _tell(self, done: int, total: int) -> None:
        """On the book's thread."""
        if isValid(self):
            self.progressed.emit(done, total)

    def _was_read(self, stop: Event, read: Read) -> None:
        if isValid(self) and not stop.is_set():
            self.read = read
            self._ask_preview(stop, read)

    def _ask_preview(self, stop: Event, read: Read) -> None:
        self._desk.book.ask(import_preview, partial(self._show, stop, read), statement=read.statement)

    def _show(self, stop: Event, read: Read, preview: ImportPreview) -> None:
        if isValid(self) and not stop.is_set() and read is self.read and self.stage in (Stage.READING, Stage.LOOKING):
            self.preview = preview
            self._enter(Stage.LOOKING)

    def _stored(self, done: ImportPreview) -> None:
        if not isValid(self):
            return
        stopped = self._stop.is_set()
        words = tr("{count} rows are new").format(count=done.new + done.to_review)
        if done.changed:
            words = "; ".join((words, tr("{count} changed").format(count=done.changed)))
        self.outcomes.append(Outcome(self.file.name, words, kept=True))
        if stopped:
            self._end_all()
        else:
            self._read_next()

    def _back(self) -> None:
        """It could not be stored, for no fault of the file: it can be tried again."""
        if isValid(self):
            self._enter(Stage.LOOKING)

    def _refused(self, stop: Event, error: PlannerError) -> None:
        if not isValid(self):
            return
        if isinstance(error, Cancelled):
            if self.stage is Stage.STORING:
                self._end_all(explain(error))
        elif not stop.is_set():
            self.refused.emit(error)
            self._end_file(explain(error))

    def _lost(self, stop: Event) -> None:
        if isValid(self) and not stop.is_set():
            self._end_all()

    def _end_file(self, words: str) -> None:
        self.outcomes.append(Outcome(self.file.name, words, kept=False))
        self._read_next()

    def _end_all(self, words: str = "") -> None:
        """The file it is at and those behind it stay out."""
        for file in self.files[len(self.outcomes) :]:
            self.outcomes.append(Outcome(file.name, words or tr("Not imported"), kept=False))
            words = ""
        self._read_next()

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.moved.emit()
