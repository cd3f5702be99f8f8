"""Texts too large to lie in memory: read window by window, as often as somebody goes through their rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import Full, Queue
from threading import Event, Thread
from typing import overload

from planner.core.errors import UnreadableFile
from planner.core.statement_rows import StatementRow
from planner.exchange.statements.reading import MOST_LINE, MOST_LINES_OF_A_ROW

LARGE_MIB = 8
"""Texts of more than this are read in windows."""
_HEAD = 2**18
_WINDOW = 4000
_AT_ONCE = 2**20
_ROWS_AHEAD = 1000
_PARTS_AHEAD = 4

Window = tuple[int, list[str], int]
"""(Lines of the file before it, its lines, how many of them rows may begin in: the rest is there for open quotes)."""


@dataclass(frozen=True, slots=True)
class LargeText:
    """A text on the disk, in its encoding; a byte that does not fit it becomes U+FFFD."""

    path: Path
    encoding: str
    sha256: str
    size: int

    def head(self) -> list[str]:
        """The first lines."""
        return list(islice(self._lines(), 400))

    def windows(self) -> Iterator[Window]:
        """All lines, window after window. Raises UnreadableFile."""
        source, before = self._lines(), 0
        lines = list(islice(source, _WINDOW))
        while lines:
            ahead = list(islice(source, _WINDOW))
            yield before, lines + ahead[:MOST_LINES_OF_A_ROW], len(lines)
            before += len(lines)
            lines = ahead

    def _lines(self) -> Iterator[str]:
        try:
            with self.path.open(encoding=self.encoding, errors="replace") as file:
                while line := file.readline(MOST_LINE):
                    if not line.endswith("\n") and len(line) == MOST_LINE:
                        _pass_over(file.readline)
                    yield line.rstrip("\n").replace("\0", "")
        except OSError as error:
            raise UnreadableFile("file", file=self.path.name, reason=error.strerror or "") from error


def _pass_over(readline: Callable[[int], str]) -> None:
    """The rest of a line that is longer than any."""
    while (more := readline(MOST_LINE)) and not more.endswith("\n"):
        pass


def large_text(path: Path, encoding_of: Callable[[bytes], str]) -> LargeText:
    """What is known of a large text without reading it into memory. Raises UnreadableFile."""
    whole, head, size = hashlib.sha256(), b"", 0
    try:
        with path.open("rb") as file:
            while some := file.read(_AT_ONCE):
                whole.update(some)
                head = head or some[: max(some.rfind(b"\n", 0, _HEAD), 0) + 1] or some[:_HEAD]
                size += len(some)
    except OSError as error:
        raise UnreadableFile("file", file=path.name, reason=error.strerror or "") from error
    return LargeText(path, encoding_of(head), whole.hexdigest(), size)


def ahead(rows: Iterator[StatementRow]) -> Iterator[list[StatementRow]]:
    """The rows, some at a time, read on a thread of their own while the caller stores those before: SQLite works
    without Python's lock. What goes wrong there is raised here; who stops early stops the thread."""
    waiting: Queue[list[StatementRow] | BaseException] = Queue(_PARTS_AHEAD)
    stopped = Event()

    def put(part: list[StatementRow] | BaseException) -> None:
        while not stopped.is_set():
            with suppress(Full):
                waiting.put(part, timeout=0.1)
                return

    def read() -> None:
        try:
            while not stopped.is_set():
                put(some := list(islice(rows, _ROWS_AHEAD)))
                if not some:
                    return
        except BaseException as error:
            put(error)

    thread = Thread(target=read, name="reading ahead", daemon=True)
    thread.start()
    try:
        while part := waiting.get():
            if isinstance(part, BaseException):
                raise part
            yield part
    finally:
        stopped.set()
        thread.join()


class StreamedRows(Sequence[StatementRow]):
    """The rows of a large text, read anew each time somebody goes through them; their number is known after that."""

    def __init__(self, text: LargeText, read: Callable[[Iterable[Window]], Iterator[StatementRow]]) -> None:
        self._text = text
        self._read = read
        self._count: int | None = None

    def __iter__(self) -> Iterator[StatementRow]:
        count = 0
        for some in ahead(self._read(self._text.windows())):
            count += len(some)
            yield from some
        self._count = count

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(1 for _ in self._read(self._text.windows()))
        return self._count

    def __length_hint__(self) -> int:
        return self._text.size // 120 if self._count is None else self._count

    @overload
    def __getitem__(self, at: int) -> StatementRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[StatementRow]: ...
    def __getitem__(self, at: int | slice) -> StatementRow | list[StatementRow]:
        if isinstance(at, slice):
            return list(islice(self, *at.indices(len(self))))
        wanted = at + len(self) if at < 0 else at
        for row in islice(self, wanted, None):
            return row
        raise IndexError(at)
