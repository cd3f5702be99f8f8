"""The reading rules every statement shares (statements.md §0): bytes to text, text to cells, cells to values."""

from __future__ import annotations

import codecs
import csv
import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.core.errors import PlannerError, StatementTooLarge, UnreadableFile
from planner.core.money import parse_amount

MOST_MIB = 512
BLANK = ' \t\u3000\xa0,-"'
"""What a line without content is made of: blanks, commas and drawn rules."""
MOST_LINE = 100_000
MOST_LINES_OF_A_ROW = 20
_MAGIC = {b"\xd0\xcf\x11\xe0": "xls", b"%PDF": "pdf", b"Rar!": "rar", b"\x1f\x8b": "gzip"}
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}")
_MARK = "金额"
"""A word of every statement's header, by which text of a known encoding is told from text of another."""
_MARKUP = (b"<!doctype", b"<html", b"<?xml")
_PLAIN_AMOUNT = re.compile(r"[0-9]{1,11}\.[0-9][0-9]")
_TIME = re.compile(
    r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))"
    r"(?:(?:\s+|T)(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?)?",
    re.ASCII,
)
_ROUNDED = re.compile(r"\d(?:\.\d+)?[Ee]\+\d+")
_ZEROS = re.compile(r"\d{15,17}0{5,}")
_EMAIL = re.compile(r"([A-Za-z0-9._+-])[A-Za-z0-9._+-]{0,63}@(?=[A-Za-z0-9-]+\.)")
_BETWEEN = "[ \u3000\xa0._·•－–—-]"
"""What people write between the groups of a number."""
_NUMBER = re.compile(
    rf"\d{{7,}}(?:{_BETWEEN}\d{{4,}})*"
    rf"|1\d\d{_BETWEEN}\d{{4}}{_BETWEEN}\d{{4}}(?!\d)"
    rf"|1\d\d{_BETWEEN}\d{{3}}{_BETWEEN}\d{{5}}(?!\d)"
    rf"|1\d{{3}}{_BETWEEN}\d{{3}}{_BETWEEN}\d{{4}}(?!\d)"
    rf"|\d{{4}}(?:{_BETWEEN}\d{{4}}){{2,4}}(?:{_BETWEEN}\d{{1,3}})?(?!\d)"
)
_SOME_DIGITS = re.compile(rf"[0-9０-９]{{3}}{_BETWEEN}?[0-9０-９]{{4}}")
_DAY_IN_A_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[ _-]?\d{6})?)(?!\d)")


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises UnreadableFile or StatementTooLarge."""
    most = MOST_MIB * 2**20
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a folder, or a pipe that would be waited for
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with path.open("rb") as file:
            data = file.read(most + 1) if os.fstat(file.fileno()).st_size <= most else None
    except OSError as error:
        raise UnreadableFile("file", file=path.name, reason=error.strerror or "") from error
    if data is None or len(data) > most:
        raise StatementTooLarge("file", file=path.name, most_mib=MOST_MIB)
    return data


def decode_text(data: bytes) -> tuple[str, str]:
    """The text and its encoding: a byte-order mark, else strict UTF-8, else GB18030 (which contains GBK).

    UTF-8 with some bytes damaged and UTF-16 without its mark are told by a word of the header. A byte that fits no
    encoding becomes U+FFFD: its row is kept.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8", errors="replace").lstrip("\ufeff"), "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "utf-16"
    for encoding in ("utf-16-le", "utf-16-be"):
        if b"\0" in data[:65536] and _MARK.encode(encoding) in data[:65536]:
            return data.decode(encoding, errors="replace"), "utf-16"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _MARK.encode("utf-8") in data:
            return data.decode("utf-8", errors="replace"), "utf-8"
        return data.decode("gb18030", errors="replace"), "gb18030"


def kind_of(data: bytes) -> str:
    """What a file is, by its first bytes: `xlsx`, `zip`, `xls`, `pdf`, `rar`, `gzip`, `ofx`, `html`, `mail` or
    `text`."""
    if data.startswith(b"PK\x03\x04"):
        return "xlsx" if b"xl/" in data else "zip"
    start = data[:2048].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if start.startswith((b"ofxheader", b"<ofx")) or b"<?ofx" in start or b"<ofx>" in start:
        return "ofx"
    if start.startswith(_MARKUP):
        return "html"
    if _MAIL.match(data[:4096]):
        return "mail"
    return next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "text")


def lines_of(text: str) -> list[str]:
    """The physical lines; which of them are one row, only the table knows (`continued`).

    NULs are dropped; a line is cut after 100,000 characters, far beyond any row.
    """
    text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if max(map(len, lines)) > MOST_LINE:
        return [line[:MOST_LINE] for line in lines]
    return lines


def cells_of(line: str, delimiter: str = ",") -> list[str]:
    """The trimmed cells of one line. Where quotes do not pair every comma counts, so no cell swallows another."""
    if '"' in line and line.count('"') % 2 == 0:
        try:
            return list(map(str.strip, next(csv.reader([line], delimiter=delimiter))))
        except csv.Error:
            pass
    return list(map(str.strip, line.split(delimiter)))


def commas_for_tabs(lines: list[str]) -> list[str]:
    """The lines of a table whose cells are parted by tabs (a spreadsheet's "Unicode text"), parted by commas."""
    return [",".join(map(_quoted, line.split("\t"))) if "\t" in line else line for line in lines]


def _quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell and not cell.startswith('"') else cell


def continued(lines: list[str], at: int, end: int, is_row: Callable[[str], bool]) -> int:
    """How many lines the row at `at` takes: more than one where a quoted cell holds line feeds.

    A quote left open swallows nothing: a line that is a row by itself ends the search, and so does the end; then the
    row is its one line.
    """
    if lines[at].count('"') % 2 == 0:
        return 1
    for after in range(at + 1, min(at + MOST_LINES_OF_A_ROW, end)):
        if is_row(lines[after]):
            return 1
        if lines[after].count('"') % 2:
            return after - at + 1
    return 1


def read_amount(text: str) -> int | None:
    """Fen, or None where the cell is no amount."""
    if _PLAIN_AMOUNT.fullmatch(text):
        return int(text[:-3] + text[-2:])
    try:
        return parse_amount(text)
    except PlannerError:
        return None


def is_rounded(number: str) -> bool:
    """Whether a spreadsheet has rounded a long number: `2.0211E+27`, or that many zeros after its fifteen digits."""
    if "+" in number:
        return _ROUNDED.fullmatch(number) is not None
    return number.endswith("00000") and _ZEROS.fullmatch(number) is not None


def plain_name(name: str) -> str:
    """A column's name without what re-saving does to it: marks, blanks within, another width, the unit."""
    name = unicodedata.normalize("NFKC", name).replace("\ufeff", "")
    return "".join(name.split()).removesuffix("(元)")


def read_time(text: str) -> datetime | None:
    """Beijing time as written, without a zone; midnight where there is only a day.

    None where it is no time, or one in a year no statement has.
    """
    try:
        if len(text) == 19 and text[4] == "-" and text[13] == ":" and text[16] == ":":
            moment = datetime.fromisoformat(text)
        else:
            found = _TIME.fullmatch(text)
            if found is None:
                return None
            year, month, day, hour, minute, second = ([int(part) for part in found.groups() if part] + [0, 0, 0])[:6]
            moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    return moment if 1990 <= moment.year < 2200 else None


def may_hold_account(text: str) -> bool:
    """Whether `mask_accounts` could change the text: cheap, and too often rather than too seldom."""
    return _SOME_DIGITS.search(text) is not None or text.count("@") != text.count("*@")


def mask_accounts(text: str) -> str:
    """The text with all but the last four digits of account, card, phone and order numbers hidden.

    A number is seven digits or more, groups of four, or a telephone number in groups; of a mail address the first
    letter and the host stay.
    What the wallet has masked already (`138****0000`, `rim***@qq.com`) stays as it is.
    """
    text = _EMAIL.sub(r"\1***@", text)
    return _NUMBER.sub(lambda found: "***" + _last_digits(found[0]), text)


def mask_file_name(name: str) -> str:
    """A file's name with the account numbers in it hidden; days (`20261101`, `20261101_184513`) stay."""
    parts = _DAY_IN_A_NAME.split(name)
    return "".join(part if at % 2 else mask_accounts(part) for at, part in enumerate(parts))


def _last_digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))[-4:]


def row_key(identity: str) -> str:
    """The lasting key of a row: a hash of what identifies it."""
    return hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest()
