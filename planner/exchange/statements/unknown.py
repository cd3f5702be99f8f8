"""A file that no reader knows: opened as a table, and read as the user says what its columns mean."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.core.errors import NotAStatement
from planner.core.mappings import Mapping
from planner.core.statement_rows import Statement
from planner.exchange.statements.documents import Document
from planner.exchange.statements.mapped import find_mapping, has_table, in_encoding, read_mapped
from planner.exchange.statements.opening import open_document
from planner.exchange.statements.reading import mask_file_name, read_bytes


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table as the file has it; `data` are its bytes, by which a text is read in another encoding."""

    file_name: str
    data: bytes
    document: Document

    def in_encoding(self, encoding: str) -> OpenTable:
        """The same in an encoding; empty for the one its bytes tell."""
        if not encoding or self.document.kind != "text":
            return OpenTable(self.file_name, self.data, open_document(self.file_name, self.data))
        return OpenTable(self.file_name, self.data, in_encoding(self.document, self.data, encoding))


def open_table(path: Path) -> OpenTable:
    """A file that is a table. Raises NotAStatement where it is none, and what opening a file raises."""
    data = read_bytes(path)
    document = open_document(path.name, data)
    if not has_table(document):
        raise NotAStatement("file", file=path.name)
    return OpenTable(path.name, data, document)


def known_table(table: OpenTable, known: Sequence[Mapping]) -> tuple[OpenTable, Mapping] | None:
    """The table and the mapping of its kind, in the encoding that one names; None where none is of its kind."""
    found = find_mapping(table.document, known)
    if found is not None:
        return table, found
    for encoding in dict.fromkeys(each.encoding for each in known if each.encoding):
        if table.document.kind == "text":
            other = table.in_encoding(encoding)
            found = find_mapping(other.document, [each for each in known if each.encoding == encoding])
            if found is not None:
                return other, found
    return None


def read_table(
    table: OpenTable,
    mapping: Mapping,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Statement:
    """Reads the table whole; nothing is stored. Raises Cancelled."""
    contents = read_mapped(table.document, mapping, progress, cancelled)
    return Statement(
        file_name=mask_file_name(table.file_name),
        sha256=hashlib.sha256(table.data).hexdigest(),
        provider=contents.provider,
        generation=contents.generation,
        encoding=table.document.encoding,
        account_hint=contents.account_hint,
        rows=contents.rows,
        account_kind=contents.account_kind,
    )
