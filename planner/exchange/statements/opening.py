"""Bytes to a document: what a file is, is told by its content, never by its name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from planner.core.errors import StatementNotReadYet, UnreadableFile
from planner.exchange.statements.documents import Document, csv_lines
from planner.exchange.statements.large_texts import LARGE_MIB, large_text
from planner.exchange.statements.markup import mail_page, read_page
from planner.exchange.statements.reading import decode_text, kind_of, lines_of
from planner.exchange.statements.workbooks import read_xls, read_xlsx


def open_large(path: Path) -> Document | None:
    """A large text by its first lines, the rest staying on the disk; None for what is small or no text."""
    try:
        if not path.is_file() or path.stat().st_size <= LARGE_MIB * 2**20:
            return None
    except OSError:
        return None
    with suppress(UnreadableFile):
        text = large_text(path, lambda head: decode_text(head)[1] if kind_of(head) == "text" else "")
        if text.encoding:
            return Document(path.name, "text", text.encoding, text.head(), rest=text)
    return None


def open_document(file_name: str, data: bytes) -> Document:
    """The text or tables of a file. Raises StatementTooLarge, StatementDamaged and StatementNotReadYet."""
    kind = kind_of(data)
    if kind in ("xlsx", "xls"):
        sheets = read_xlsx(data, file_name) if kind == "xlsx" else read_xls(data, file_name)
        return Document(file_name, kind, kind, csv_lines(sheets), sheets)
    if kind == "mail":
        subject, page = mail_page(data)
        return Document(file_name, kind, kind, *read_page(page, subject))
    text, encoding = decode_text(data) if kind in ("html", "text", "ofx") else ("", "")
    if kind == "html":
        return Document(file_name, kind, encoding, *read_page(text))
    if not encoding:
        raise StatementNotReadYet("file", file=file_name, kind=kind.upper())
    return Document(file_name, kind, encoding, lines_of(text))
