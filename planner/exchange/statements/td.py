"""Toronto-Dominion Bank: CSV without a header, told by the shape of every line (statements.md §6, L03)."""

from __future__ import annotations

import re
from datetime import datetime

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import debit_meaning, signed
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import cells_of
from planner.exchange.statements.tables import RowMaker

PROVIDER = "td"
_NUMBER = r'"?-?[\d,]*\.\d\d"?'
_ROW = re.compile(
    rf'\s*"?\d\d/\d\d/\d{{4}}"?,(?:"[^"]*"|[^,"]*),(?:{_NUMBER},(?:{_NUMBER})?|,{_NUMBER}),{_NUMBER}\s*,?\s*'
)


def find(document: Document) -> Found | None:
    """Only where each line is MM/DD/YYYY, text, out, in, balance."""
    if document.kind != "text":
        return None
    lines = [(number, line) for number, line in enumerate(document.lines, 1) if line.strip(' ,\t\ufeff"')]
    if not lines or not all(_ROW.fullmatch(line.lstrip("\ufeff")) for _, line in lines):
        return None
    return lambda progress, cancelled: _read(document, lines, progress, cancelled)


def _read(document: Document, lines: list[tuple[int, str]], progress: Progress, cancelled: Stop) -> Contents:
    make, rows = RowMaker(PROVIDER), []
    for done, (number, line) in enumerate(lines):
        if done % 2000 == 0:
            look(document.file_name, done, len(lines), progress, cancelled)
        day, text, out, came = cells_of(line.lstrip("\ufeff"))[:4]
        spent = signed(out)
        fen = -spent if spent is not None else signed(came)
        said = debit_meaning(fen, _moment(day), "", [" ".join(text.split())], currency="CAD")
        rows.append(make.row(number, cells_of(line.lstrip("\ufeff")), said))
    return Contents(PROVIDER, "debit", "", AccountKind.DEBIT, rows)


def _moment(text: str) -> datetime | None:
    month, day, year = (int(part) for part in text.split("/"))
    try:
        return datetime(year, month, day)
    except ValueError:
        return None
