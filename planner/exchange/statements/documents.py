"""A statement file as readers see it: lines of text, or sheets of cells, whatever the file was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from planner.exchange.statements.large_texts import LargeText
from planner.exchange.statements.reading import cells_of, continued, read_time

_HEAD_LINES = 60
_DELIMITERS = ",\t;|"


class SheetRow(NamedTuple):
    """A row of cells, trimmed; `line` is its 1-based number in the file or sheet."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, a table of a mail or page, or the whole of a text."""

    name: str
    rows: Sequence[SheetRow]


@dataclass(frozen=True)
class Document:
    """A file by its content.

    `kind` is `text`, `ofx`, `xlsx`, `xls`, `mail`, `html` or `pdf`; `encoding` is what a text was in, else the kind.
    `lines` are its text; those of a workbook are its rows as CSV has them, sheet after sheet.
    """

    file_name: str
    kind: str
    encoding: str
    lines: list[str]
    tables: Sequence[Sheet] = field(default=())
    """The sheets of a workbook, the tables of a mail or page, in order; a text has none."""

    rest: LargeText | None = None
    """A text that is too large to lie in memory: `lines` are only its first ones."""

    @cached_property
    def sheets(self) -> Sequence[Sheet]:
        """The tables; of a text one sheet with the cells of its lines."""
        return self.tables or (Sheet("", tuple(text_rows(self.lines))),)

    @cached_property
    def head(self) -> str:
        """The first lines: by their titles readers know their own files, never by a name inside a row."""
        return "\n".join(self.lines[:_HEAD_LINES])


def text_rows(lines: list[str]) -> Iterator[SheetRow]:
    """The rows of a text by the delimiter that gives its widest line the most cells; a quoted cell may hold line
    feeds, an open quote swallows no dated line after it."""
    delimiter = max(_DELIMITERS, key=lambda each: max((line.count(each) for line in lines[:200]), default=0))
    taken = 0
    for at, line in enumerate(lines):
        if at < taken or not line.strip():
            continue
        taken = at + (continued(lines, at, len(lines), _is_dated) if '"' in line else 1)
        yield SheetRow(at + 1, cells_of(" ".join(lines[at:taken]) if taken > at + 1 else line, delimiter))


def csv_lines(sheets: Sequence[Sheet]) -> list[str]:
    """The rows of sheets as lines of CSV, one line a row, a line feed within a cell being a blank."""
    lines = []
    for sheet in sheets:
        for row in sheet.rows:
            out = io.StringIO()
            csv.writer(out, lineterminator="").writerow([" ".join(cell.split("\n")) for cell in row.cells])
            lines.append(out.getvalue())
    return lines


def _is_dated(line: str) -> bool:
    return any(read_time(cell) is not None for cell in line.split(",")[:4])
