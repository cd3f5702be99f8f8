"""What a reader finds in a file: the contract between `recognise` and the module of each provider."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.core.errors import Cancelled
from planner.core.statement_rows import AccountKind, StatementRow

Progress = Callable[[int, int], None] | None
"""Told (rows done, rows in all)."""
Stop = Callable[[], bool] | None
"""Says whether to stop."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of one statement. `account_hint` is what the file says of its account, masked."""

    provider: str
    generation: str
    account_hint: str
    account_kind: AccountKind
    rows: Sequence[StatementRow]


Found = Callable[[Progress, Stop], Contents]
"""Reads what was recognised. Raises Cancelled."""


def look(file: str, done: int, total: int, progress: Progress, cancelled: Stop) -> None:
    """Between rows: stops where that is wanted, and says how far it is. Raises Cancelled."""
    if cancelled is not None and cancelled():
        raise Cancelled("file", file=file)
    if progress is not None:
        progress(done, total)
