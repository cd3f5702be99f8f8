"""Cards' statements by mail: rows told by how their cells look, wherever in the page's tables they stand."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from planner.core.statement_rows import AccountKind, StatementRow
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document, SheetRow
from planner.exchange.statements.tables import About, Meaning, RowMaker, about

_PAGES = ("mail", "html")
_ROWS_BETWEEN_LOOKS = 500
_MOST_BEFORE = 1000
_TAIL = re.compile(r"\d{4}")
_MASKED = re.compile(r"\d{4,6}[\dxX*＊ ]*[xX*＊][\dxX*＊ ]*(\d{4})(?![\dxX*＊])")
_MONTH = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMail:
    """A card's statement as a page. `begins` says of the cells with something in them whether they begin like a row;
    every such row is read. `title` are words of the page outside its rows, any of them.

    The `sheet` of what `meaning` is told is the text before the row: the heading of its block stands last in it.
    """

    provider: str
    generation: str
    title: tuple[str, ...]
    begins: Callable[[list[str]], bool]
    meaning: Callable[[list[str], About], Meaning]


def mail_reader(mail: CardMail) -> Callable[[Document], Found | None]:
    """A reader that takes the pages with the bank's title and a row of its card."""

    def find(document: Document) -> Found | None:
        if document.kind not in _PAGES:
            return None
        rows = [_filled(row) for sheet in document.sheets for row in sheet.rows]
        of_rows = {" ".join(cells) for cells in rows if mail.begins(cells)}
        if not of_rows:
            return None
        outside = "\n".join(line for line in document.lines if line not in of_rows)
        if not any(words in outside for words in mail.title):
            return None
        return lambda progress, cancelled: _read(document, mail, outside, progress, cancelled)

    return find


def _filled(row: SheetRow) -> list[str]:
    return list(filter(None, row.cells))


def _read(document: Document, mail: CardMail, outside: str, progress: Progress, cancelled: Stop) -> Contents:
    masked = _MASKED.search(outside)
    known = about(replace(document, lines=outside.split("\n")), masked[1] if masked is not None else "")
    make, rows, before = RowMaker(mail.provider), list[StatementRow](), ""
    for sheet in document.sheets:
        before = f"{before} {sheet.name}"[-_MOST_BEFORE:]
        for number, row in enumerate(sheet.rows):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                look(document.file_name, len(rows), len(document.lines), progress, cancelled)
            cells = _filled(row)
            if mail.begins(cells):
                rows.append(make.row(row.line, cells, mail.meaning(cells, replace(known, sheet=before))))
            else:
                before = f"{before} {' '.join(cells)}"[-_MOST_BEFORE:]
    tails = {row.account for row in rows} - {""}
    tail = known.account or (tails.pop() if len(tails) == 1 else "")
    return Contents(mail.provider, mail.generation, f"***{tail}" if tail else "", AccountKind.CARD, rows)


def tail_in(cells: list[str]) -> tuple[str, list[str]]:
    """A card's last four digits, if the first cell is that, and the cells after them."""
    if cells and _TAIL.fullmatch(cells[0]):
        return cells[0], cells[1:]
    return "", cells


def billed_month(text: str) -> date | None:
    """The last day of the first month a head names (`2025年12月`): a bill's rows are never after it."""
    found = _MONTH.search(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, calendar.monthrange(year, month)[1])
