"""The tables whose columns the user has told the program about."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.mappings import Mapping, mapping_of
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A kind of table; `mapping` is None where a newer program wrote it: then the user is asked again."""

    id: int
    header: str
    name: str
    mapping: Mapping | None


def mappings(reader: Reader) -> tuple[KnownTable, ...]:
    """All of them by name."""
    return tuple(
        KnownTable(row[0], row[1], row[2], mapping_of(row[3]))
        for row in reader.rows("SELECT id, header, name, choice FROM statement_mapping ORDER BY name, id")
    )
