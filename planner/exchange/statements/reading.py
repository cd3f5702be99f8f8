"""The reading rules every statement shares (statements.md §0): bytes to text, text to cells, cells to values."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from planner.core.errors import PlannerError, StatementNotReadYet, StatementTooLarge, UnreadableFile
from planner.core.money import parse_amount

MOST_MIB = 512
_MAGIC = {
    b"PK\x03\x04": "XLSX / ZIP",
    b"\xd0\xcf\x11\xe0": "XLS",
    b"%PDF": "PDF",
}
_PLAIN_AMOUNT = re.compile(r"\d{1,11}\.\d\d", re.ASCII)
_TIME = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+|T)(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?", re.ASCII
)
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?", re.ASCII)
_DIGITS = re.compile(r"\d{7,}", re.ASCII)


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises UnreadableFile or StatementTooLarge."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_MIB * 2**20 + 1)
    except OSError as error:
        raise UnreadableFile("file", file=path.name, reason=error.strerror or "") from error
    if len(data) > MOST_MIB * 2**20:
        raise StatementTooLarge("file", file=path.name, most_mib=MOST_MIB)
    return data


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and its encoding: a byte-order mark, else strict UTF-8, else GB18030 (which contains GBK).

    Raises StatementNotReadYet for what is not text. A byte that fits no encoding becomes U+FFFD: its row is kept.
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise StatementNotReadYet("file", file=file, kind=kind)
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", errors="replace"), "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace"), "gb18030"


def lines_of(text: str) -> list[str]:
    """The physical lines; a wallet's cells never hold line feeds, so an open quote ends with its line."""
    text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def cells_of(line: str) -> list[str]:
    """The trimmed cells of one line."""
    if '"' not in line:
        return [cell.strip() for cell in line.split(",")]
    csv.field_size_limit(len(line) + 1)
    try:
        cells = next(csv.reader([line]))
    except (csv.Error, StopIteration):
        cells = line.split(",")
    return [cell.strip() for cell in cells]


def numbered_cells(lines: list[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """(1-based line number, cells) of every line from index `start` that holds anything but rules and blanks."""
    for index in range(start, len(lines)):
        line = lines[index]
        if line and line.strip(" \t\u3000,-"):
            yield index + 1, cells_of(line)


def read_amount(text: str) -> int | None:
    """Fen, or None where the cell is no amount."""
    if _PLAIN_AMOUNT.fullmatch(text):
        return int(text[:-3] + text[-2:])
    if not text:
        return None
    try:
        fen = parse_amount(text)
    except PlannerError:
        return None
    return fen


def read_time(text: str) -> datetime | None:
    """Beijing time as written, without a zone; midnight where there is only a day; None where it is no time."""
    try:
        if len(text) == 19 and text[10] == " ":
            return datetime.fromisoformat(text)
        found = _TIME.fullmatch(text)
        if found is not None:
            year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
            return datetime(year, month, day, hour, minute, second)
        found = _DAY.fullmatch(text)
        if found is not None:
            year, month, day = (int(part) for part in found.groups())
            return datetime(year, month, day)
    except ValueError:
        return None
    return None


def mask_account(text: str) -> str:
    """A counter-party's account with all but its last four digits hidden; an address keeps its first letter."""
    if "*" in text:
        return text
    if "@" in text:
        name, _, host = text.partition("@")
        return f"{name[:1]}***@{host}"
    return _DIGITS.sub(lambda found: "***" + found[0][-4:], text)


def row_key(*parts: str) -> str:
    """The lasting key of a row: a hash of what identifies it."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", errors="replace"), digest_size=16).hexdigest()
