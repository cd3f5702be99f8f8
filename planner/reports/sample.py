"""Whether the open book is the sample."""

from __future__ import annotations

from planner.store.reader import Reader


def is_sample(reader: Reader) -> bool:
    """True while the book holds a statement of the sample book, which no file could have brought: its hash is empty."""
    return bool(reader.value("SELECT EXISTS (SELECT 1 FROM import_batch WHERE sha256 = '')"))
