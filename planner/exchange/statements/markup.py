"""Mails and HTML pages to lines of text and tables of cells; nothing in them is followed or run."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass, field
from email.message import EmailMessage
from html.parser import HTMLParser

from planner.exchange.statements.documents import Sheet, SheetRow
from planner.exchange.statements.reading import decode_text

_MOST_CELLS = 2_000_000
_MOST_DEPTH = 60
_MOST_NAME = 200
_HIDDEN = frozenset({"script", "style", "head", "title"})
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "hr"})
_BLANKS = re.compile(r"[ \t\r\n\u3000\xa0]+")


def mail_page(data: bytes) -> tuple[str, str]:
    """The subject of a mail and its page: the HTML part, else the plain text with its marks escaped."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    parts.sort(key=lambda part: part.get_content_subtype() != "html")
    subject = _header(message)
    for part in parts:
        body = _body(part)
        if body.strip():
            return subject, body if part.get_content_subtype() == "html" else body.replace("<", "&lt;")
    return subject, ""


def _header(message: EmailMessage) -> str:
    try:
        return str(message["subject"] or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # a header that no parser takes
        return ""


def _body(part: object) -> str:
    """A part's text in its own encoding, or in the one it turns out to be in."""
    assert isinstance(part, EmailMessage)
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, AssertionError):
        return ""
    if not isinstance(raw, bytes):
        return ""
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):  # no such encoding, not in it, or a name that is none
        return decode_text(raw)[0]


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    before: str = ""
    """The last text before the table: the heading of its block."""
    rows: list[list[str]] = field(default_factory=list)
    cell: list[str] | None = None


class _Page(HTMLParser):
    """Collects lines and tables. A table within a cell is a table of its own; its text is not that cell's."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.tables: list[tuple[str, list[list[str]]]] = []
        self._last = ""
        self._open: list[_Open] = []
        self._text: list[str] = []
        self._hidden = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += tag in ("script", "style")
        elif tag == "table" and len(self._open) < _MOST_DEPTH:
            self._open.append(_Open(self._before()))
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].rows.append([])
        elif tag in ("td", "th") and self._open and self._cells < _MOST_CELLS:
            self._end_cell()
            self._open[-1].cell = []
            self._cells += 1
        elif tag in _BREAKS:
            self.handle_data(" ")
        if tag in _BREAKS and not self._open:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = max(self._hidden - 1, 0)
        elif tag in ("td", "th", "tr") and self._open:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_table()
        elif tag in _BREAKS and not self._open:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append(data)
        elif not self._open:
            self._text.append(data)

    def finish(self) -> None:
        """Ends what the page left open."""
        self.close()
        while self._open:
            self._end_table()
        self._end_line()

    def _before(self) -> str:
        open_cell = self._open[-1].cell if self._open else self._text
        return _BLANKS.sub(" ", "".join(open_cell or ())).strip() or self._last

    def _end_cell(self) -> None:
        table = self._open[-1]
        if table.cell is not None:
            if not table.rows:
                table.rows.append([])
            text = _BLANKS.sub(" ", "".join(table.cell)).strip()
            table.rows[-1].append(text)
            table.cell = None
            self._last = text or self._last

    def _end_table(self) -> None:
        self._end_cell()
        table = self._open.pop()
        rows = [row for row in table.rows if any(row)]
        if rows:
            self.tables.append((table.before[-_MOST_NAME:], rows))
            self.lines += [" ".join(cell for cell in row if cell) for row in rows]

    def _end_line(self) -> None:
        line = _BLANKS.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if line:
            self.lines.append(line)
            self._last = line


def read_page(text: str, subject: str = "") -> tuple[list[str], list[Sheet]]:
    """The lines and the tables of a page, inner tables before those around them; a mail's subject is its first line.

    The rows are numbered through the page, table after table; a table's name is the text before it.
    """
    page = _Page()
    page.feed(text)
    page.finish()
    sheets, number = [], 0
    for before, rows in page.tables:
        sheets.append(Sheet(before, tuple(SheetRow(number + at, row) for at, row in enumerate(rows, 1))))
        number += len(rows)
    return [subject, *page.lines] if subject else page.lines, sheets
