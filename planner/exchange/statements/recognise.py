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
    boc,
    bocom,
    bosc,
    ccb,
    cgb,
    cib,
    citic,
    cmb,
    cmbc,
    douyin,
    feidee,
    hsbchk,
    hxb,
    icbc,
    jd,
    meituan,
    ofx,
    pab,
    psbc,
    qianji,
    qif,
    spdb,
    td,
    wacai,
    wechat,
    yimu,
)
from planner.exchange.statements.contents import Contents, Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.opening import open_document, open_large
from planner.exchange.statements.reading import mask_file_name, read_bytes

READERS: tuple[Callable[[Document], Found | None], ...] = (
    alipay.find,
    ofx.find,
    qif.find,
    wechat.find,
    jd.find,
    meituan.find,
    douyin.find,
    abc.find,
    bmo.find,
    boc.find,
    bocom.find,
    bosc.find,
    ccb.find,
    cgb.find,
    cib.find,
    citic.find,
    cmb.find,
    cmbc.find,
    feidee.find,
    hsbchk.find,
    hxb.find,
    icbc.find,
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
    large = open_large(path)
    found = None if large is None else alipay.find(large)
    if large is not None and found is not None:
        return _statement(path, large, large.rest.sha256 if large.rest else "", found(progress, cancelled))
    data = read_bytes(path)
    document = open_document(path.name, data)
    found = next(filter(None, (find(document) for find in READERS)), None)
    if found is None:
        raise NotAStatement("file", file=path.name)
    return _statement(path, document, hashlib.sha256(data).hexdigest(), found(progress, cancelled))


def _statement(path: Path, document: Document, sha256: str, contents: Contents) -> Statement:
    return Statement(
        file_name=mask_file_name(path.name),
        sha256=sha256,
        provider=contents.provider,
        generation=contents.generation,
        encoding=document.encoding,
        account_hint=contents.account_hint,
        rows=contents.rows,
        account_kind=contents.account_kind,
    )
