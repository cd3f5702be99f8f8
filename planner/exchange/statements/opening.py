"""Bytes to a document: what a file is, is told by its content, never by its name."""

from __future__ import annotations

from planner.core.errors import StatementNotReadYet
from planner.exchange.statements.documents import Document, csv_lines
from planner.exchange.statements.markup import mail_page, read_page
from planner.exchange.statements.reading import decode_text, kind_of, lines_of
from planner.exchange.statements.workbooks import read_xls, read_xlsx


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
