"""Files worked through one after the other: each is read, looked at, and imported or skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.core.errors import Cancelled, NotAStatement, PlannerError
from planner.core.mappings import Mapping
from planner.core.statement_rows import Statement
from planner.core.statement_sums import FailedRepayment, StatementSums, failed_repayments, statement_sums
from planner.exchange.statements.recognise import read_statement
from planner.exchange.statements.unknown import OpenTable, known_table, open_table, read_table
from planner.i18n import tr
from planner.reports.imports import ImportPreview, import_preview
from planner.reports.mappings import KnownTable, mappings
from planner.ui.page import Desk
from planner.wording.problems import explain


class Stage(Enum):
    """What is going on."""

    IDLE = "idle"
    READING = "reading"
    ASKING = "asking"
    """The user has to say what the columns of a table mean."""
    LOOKING = "looking"
    STORING = "storing"


@dataclass(frozen=True, slots=True)
class Read:
    """A file as read, with what it sums to: all made off the window's thread."""

    statement: Statement
    sums: StatementSums
    failed: tuple[FailedRepayment, ...]
    table: OpenTable | None = None
    """A table that no reader knows, read by `mapping`."""
    mapping: Mapping | None = None


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
    columns_wanted = Signal(object)
    """Of a table (OpenTable) that no reader knows."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage = Stage.IDLE
        self.files: list[Path] = []
        self.outcomes: list[Outcome] = []
        self.read: Read | None = None
        self.preview: ImportPreview | None = None
        self.table: OpenTable | None = None
        """The table that is asked about."""
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
        if self.stage in (Stage.ASKING, Stage.LOOKING):
            self._stop.set()
            self._end_file(tr("Skipped"))

    def map(self, table: OpenTable, mapping: Mapping) -> None:
        """Reads the table in view as the user says what its columns mean."""
        if self.stage in (Stage.ASKING, Stage.LOOKING):
            stop = self._begin()
            self._work(stop, lambda: _read(read_table(table, mapping, **self._watched(stop)), table, mapping))

    def stop(self) -> None:
        """Ends it all. What is being stored is given up, unless it is in the book by then."""
        self._stop.set()
        if self.stage in (Stage.READING, Stage.ASKING, Stage.LOOKING):
            self._end_all()
        elif self.stage is Stage.STORING:
            self.moved.emit()

    def _read_next(self) -> None:
        if len(self.outcomes) == len(self.files):
            self.read = self.preview = self.table = None
            self._enter(Stage.IDLE)
            return
        stop = self._begin()
        # of the reports the book's thread answers first what was asked first
        self._desk.book.ask(mappings, partial(self._read_file, stop))

    def _begin(self) -> Event:
        self.read = self.preview = self.table = None
        self._stop = stop = Event()
        self._enter(Stage.READING)
        return stop

    def _read_file(self, stop: Event, known: tuple[KnownTable, ...]) -> None:
        if not isValid(self) or stop.is_set():
            return
        file, told = self.file, [each.mapping for each in known if each.mapping is not None]

        def work() -> Read | OpenTable:
            try:
                return _read(read_statement(file, **self._watched(stop)))
            except NotAStatement:
                table = open_table(file)
            found = known_table(table, told)
            return table if found is None else _read(read_table(*found, **self._watched(stop)), *found)

        self._work(stop, work)

    def _watched(self, stop: Event) -> dict[str, Any]:
        return {"progress": self._tell, "cancelled": stop.is_set}

    def _work(self, stop: Event, work: Callable[[], Read | OpenTable]) -> None:
        self._desk.book.run(
            work, partial(self._was_read, stop), refused=partial(self._refused, stop), failed=partial(self._lost, stop)
        )

    def _tell(self, done: int, total: int) -> None:
        """On the book's thread."""
        if isValid(self):
            self.progressed.emit(done, total)

    def _was_read(self, stop: Event, read: Read | OpenTable) -> None:
        if not isValid(self) or stop.is_set():
            return
        if isinstance(read, OpenTable):
            self.table = read
            self._enter(Stage.ASKING)
            self.columns_wanted.emit(read)
        else:
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


def _read(statement: Statement, table: OpenTable | None = None, mapping: Mapping | None = None) -> Read:
    sums = statement_sums(statement)
    return Read(statement, sums, failed_repayments(sums), table, mapping)
