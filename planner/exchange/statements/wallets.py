"""What the wallets' statements share: ids, moments, empty cells, and rows that a comma of a text has pushed aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace
from datetime import datetime, timedelta

from planner.exchange.statements.contents import Contents, Found, Progress, Stop
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import is_rounded, mask_accounts, read_amount, read_time
from planner.exchange.statements.tables import Cells

_SERIAL = re.compile(r"[3-7]\d{4}(?:\.\d+)?", re.ASCII)
_SERIALS_BEGIN = datetime(1899, 12, 30)
_MOST_EXTRA = 3


def said(text: str) -> str:
    """What a cell says; nothing where it only fills its place (`/`, `null`). Line feeds within it are gone."""
    text = "".join(part.strip(" \t\r") for part in text.split("\n")) if "\n" in text else text.strip()
    return "" if text in ("/", "null", "-", "--") else text


def known_id(text: str) -> str:
    """An id without the marks people and programs put around it; empty for none, and for one that a spreadsheet has
    rounded. Its parts may be broken by line feeds."""
    text = "".join(text.split()).strip("\"'`")
    return "" if text in ("/", "-", "--", "null") or is_rounded(text) else text


def moment_of(text: str) -> datetime | None:
    """The moment of a cell, whose day and hour may be broken by a line feed; a day's number of a spreadsheet too."""
    found = read_time(" ".join(text.split()))
    if found is None and _SERIAL.fullmatch(text):
        exact = _SERIALS_BEGIN + timedelta(days=float(text))
        found = (exact + timedelta(milliseconds=500)).replace(microsecond=0)
    return found


def straightened(
    cells: Cells,
    text: str,
    directions: Set[str],
    *,
    amount: str,
    direction: str = "收/支",
    fen: Callable[[str], int | None] = read_amount,
) -> Cells:
    """The row with its cells where they belong: a comma in the text before the direction pushes the later cells to
    the right, a lost cell pulls them to the left. As it is, where that explains nothing."""
    if cells[direction] in directions:
        return cells
    for extra in (*range(1, _MOST_EXTRA + 1), -1):
        moved = cells.shifted(text, extra)
        if moved[direction] in directions and fen(moved[amount]) is not None:
            return moved
    return cells


def with_name(find: Found, document: Document, name: re.Pattern[str]) -> Found:
    """The same reading, with the account's name that the head gives, all but its first letter hidden."""
    found = name.search(document.head)
    masked = "" if found is None or not found[1].strip() else mask_accounts(found[1].strip())
    hint = masked if not masked or "*" in masked else f"{masked[0]}***"

    def read(progress: Progress, cancelled: Stop) -> Contents:
        return replace(find(progress, cancelled), account_hint=hint)

    return read
