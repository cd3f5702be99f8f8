"""Which provider a statement file is from, by its content alone, and its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from planner.core.errors import NotAStatement
from planner.core.statement_rows import Statement
from planner.exchange.statements import (
    abc,
    alipay,
    bmo,
    bosc,
    cgb,
    cib,
    citic,
    cmbc,
    feidee,
    hsbchk,
    hxb,
    pab,
    psbc,
    qianji,
    spdb,
    td,
    wacai,
    yimu,
)
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.opening import open_document
from planner.exchange.statements.reading import mask_file_name, read_bytes

READERS: tuple[Callable[[Document], Found | None], ...] = (
    alipay.find,
    abc.find,
    bmo.find,
    bosc.find,
    cgb.find,
    cib.find,
    citic.find,
    cmbc.find,
    feidee.find,
    hsbchk.find,
    hxb.find,
    pab.find,
    psbc.find,
    qianji.find,
    spdb.find,
    wacai.find,
    yimu.find,
    td.find,
)
"""In the order they are asked; each knows its own files by title and header."""


def read_statement(
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Statement:
    """Reads a statement file whole; nothing is stored.

    Raises UnreadableFile, StatementTooLarge, StatementDamaged, NotAStatement, StatementNotReadYet or Cancelled, each
    naming the file.
    """
    data = read_bytes(path)
    document = open_document(path.name, data)
    found = next(filter(None, (find(document) for find in READERS)), None)
    if found is None:
        raise NotAStatement("file", file=path.name)
    contents = found(progress, cancelled)
    return Statement(
        file_name=mask_file_name(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        provider=contents.provider,
        generation=contents.generation,
        encoding=document.encoding,
        account_hint=contents.account_hint,
        rows=contents.rows,
        account_kind=contents.account_kind,
    )
