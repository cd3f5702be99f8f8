"""Which provider a statement file is from, by its content alone, and its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from planner.core.errors import NotAStatement
from planner.core.statement_rows import Statement
from planner.exchange.statements import alipay
from planner.exchange.statements.reading import commas_for_tabs, decode, lines_of, mask_file_name, read_bytes


def read_statement(
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Statement:
    """Reads a statement file whole; nothing is stored.

    Raises UnreadableFile, StatementTooLarge, NotAStatement, StatementNotReadYet or Cancelled, each naming the file.
    """
    data = read_bytes(path)
    text, encoding = decode(data, path.name)
    lines = lines_of(text)
    table = alipay.find_table(lines)
    if table is None and "\t" in text:
        lines = commas_for_tabs(lines)
        table = alipay.find_table(lines)
    if table is None:
        raise NotAStatement("file", file=path.name)
    generation, rows = alipay.read_rows(lines, table, path.name, progress, cancelled)
    return Statement(
        file_name=mask_file_name(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        provider=alipay.PROVIDER,
        generation=generation,
        encoding=encoding,
        account_hint=alipay.account_hint(lines, table),
        rows=rows,
    )
