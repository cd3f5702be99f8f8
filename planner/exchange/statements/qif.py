"""QIF (statements.md §8): records of letters ended by `^`; the order of day and month is inferred over the whole file.

Libraries stop at dates like `1/ 1'00`, at splits that are transfers and at what programs glue to a date; every record
here is a row, whatever is in it. Investments are no movements of money and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from planner.core.statement_rows import AccountKind, ReviewReason, RowClass
from planner.exchange.statements.banks import signed
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.tables import Meaning, RowMaker

PROVIDER = "qif"
_LISTS = ("!type:cat", "!type:class", "!type:secur", "!type:memorized", "!type:prices", "!type:budget", "!type:tag")
_SKIPPED = ("!type:invst", "!type:prices", "!type:security")
_KNOWN = ("!type:", "!account", "!option:", "!clear:")
_MONTHS = {
    name: at
    for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_NUMBERS = re.compile(r"\s*(\d{1,4})\s*[-/.']\s*(\d{1,2})\s*([-/.'])\s*(\d{4}(?!\d)|\d{1,2})(?:\s*|(?=\D).*|\d.*)")
_WORDS = re.compile(r"\s*(\d{1,2})[ -]([A-Za-z]{3})[A-Za-z]*[ -](\d{2,4})\s*")
_CENTURY = 70


@dataclass(slots=True)
class _Record:
    """A record: its first line in the file, its letters, its splits as (category, amount)."""

    line: int
    kind: str
    letters: dict[str, str] = field(default_factory=dict)
    splits: list[list[str]] = field(default_factory=list)


def find(document: Document) -> Found | None:
    """The records of a QIF file: it begins with a `!` line that QIF knows."""
    first = next((line for line in document.lines[:200] if line.strip("\ufeff \t") and not line.startswith("#")), "")
    empty = not any(line.strip() for line in document.lines[:200]) and document.file_name.lower().endswith(".qif")
    if document.kind != "text" or not (empty or first.strip("\ufeff \t").lower().startswith(_KNOWN)):
        return None

    def read(progress: Progress, cancelled: Stop) -> Contents:
        records = [record for record in _records(document.lines) if not record.kind.startswith((*_SKIPPED, *_LISTS))]
        order = _order([record.letters.get("D", "") for record in records])
        maker, rows = RowMaker(PROVIDER), []
        for number, record in enumerate(records):
            if number % 2000 == 0:
                look(document.file_name, number, len(records), progress, cancelled)
            cells = [record.kind, *(f"{letter}{value}" for letter, value in record.letters.items())]
            cells += [" ".join(split) for split in record.splits]
            rows.append(maker.row(record.line, cells, _meaning(record, order)))
        kind = AccountKind.CARD if {record.kind for record in records} == {"!type:ccard"} else AccountKind.DEBIT
        return Contents(PROVIDER, "QIF", "", kind, rows)

    return read


def _records(lines: Sequence[str]) -> Iterator[_Record]:
    """The records of the sections; the one behind `!Account` names an account and is none."""
    kind, record = "!type:bank", None
    for number, line in enumerate(lines, 1):
        text = line.strip("\ufeff\r\n")
        letter, value = text[:1], text[1:].strip()
        if not text.strip() or (letter == "#" and record is None):
            continue
        if letter in "!^":
            if record is not None and record.kind != "!account":
                yield record
            record = None
        if letter == "!":
            low = text.strip().lower()
            if low.startswith(("!type:", "!account")):
                kind = low
        elif letter == "^":
            kind = "!type:bank" if kind == "!account" else kind
        else:
            record = record or _Record(number, kind)
            if letter == "S":
                record.splits.append([value])
            elif letter in "$E%" and record.splits:
                record.splits[-1].append(value)
            else:
                record.letters.setdefault(letter, value)
    if record is not None and record.kind != "!account":
        yield record


def _parts(text: str) -> tuple[int, int, int] | None:
    """The three numbers of a day as written; a month's name as its number."""
    words = _WORDS.fullmatch(text)
    if words is not None and words[2].lower() in _MONTHS:
        return -int(words[1]), _MONTHS[words[2].lower()], _year(words[3], "")
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[2]), found[4]
    if len(found[1]) == 4:
        return first, second, int(third[:2])
    return first, second, _year(third[:4] if len(third) == 4 else third[:2], found[3])


def _year(text: str, mark: str) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    # Quicken writes the years from 2000 on behind an apostrophe
    return number + (2000 if mark == "'" or number < _CENTURY else 1900)


def _order(days: Sequence[str]) -> str:
    """`mdy`, `dmy` or `ymd` for the whole file; `?` where every day can be read in either order."""
    found = [parts for parts in map(_parts, days) if parts is not None and parts[0] > 0]
    short = [parts for parts in found if parts[0] <= 31]
    if any(parts[0] > 12 for parts in short):
        # `24-09-01`: no day of the month stands last where the first number is a year throughout
        years = all(parts[0] > 12 and parts[1] <= 12 for parts in short) and len({parts[0] for parts in short}) <= 2
        return "ymd" if years and all(parts[2] - 2000 <= 31 for parts in short) and len(short) > 1 else "dmy"
    if any(parts[1] > 12 for parts in short):
        return "mdy"
    return "?" if any(parts[0] != parts[1] for parts in short) else "mdy"


def _moment(text: str, order: str) -> datetime | None:
    parts = _parts(text)
    if parts is None:
        return None
    first, second, third = parts
    if first < 0:
        day, month, year = -first, second, third
    elif first > 31:
        year, month, day = first, second, third
    elif order == "ymd":
        year, month, day = 2000 + first, second, third % 100
    else:
        month, day, year = (second, first, third) if order == "dmy" else (first, second, third)
    try:
        return datetime(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None


def _meaning(record: _Record, order: str) -> Meaning:
    """A record by its sign; one to or from another account of its owner is a transfer, and a split stays one row."""
    letters = record.letters
    fen = signed((letters.get("T") or letters.get("U") or "").replace(",", ""))
    category = letters.get("L", "")
    parts = _parts(letters.get("D", ""))
    unsure = order == "?" and parts is not None and 0 < parts[0] <= 12 and parts[0] != parts[1]
    out = fen is not None and fen < 0
    kind = RowClass.N_TRANSFER if category.startswith("[") else RowClass.OUT if out else RowClass.IN
    return Meaning(
        row_class=kind, happened_at=_moment(letters.get("D", ""), order), amount_fen=None if fen is None else abs(fen),
        direction="支出" if out else "收入", counterparty=letters.get("P", ""), description=letters.get("M", ""),
        provider_category=category, note="; ".join(" ".join(split) for split in record.splits),
        review=ReviewReason.DAY_ORDER if unsure else None,
    )  # fmt: skip
