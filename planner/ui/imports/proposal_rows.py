"""The rows of the list of what statements propose, with their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from planner.core.debt_matching import DebtProposal
from planner.core.debt_targets import Target
from planner.core.row_pairs import PairProposal
from planner.core.statement_rows import DebtKind
from planner.i18n import tr
from planner.reports.proposals import FailedRow, Proposals, SeenRow
from planner.wording.amounts import amount
from planner.wording.proposals import (
    RISK,
    debt_badge,
    debt_meaning,
    failed_advice,
    failed_words,
    fit_reason,
    pair_badge,
    pair_meaning,
    pair_outcome,
    target_split,
)
from planner.wording.statements import provider


@dataclass(frozen=True, slots=True)
class Entry:
    """One proposal as the list shows it: `what_else` and `reason` stand on the second lines. One of `debt`, `pair` and
    `failed` is set."""

    key: tuple[str, int, int]
    at: datetime
    source: str
    what: str
    what_else: str
    meaning: str
    reason: str
    detail: str
    fen: int
    badge: tuple[str, str]
    row: SeenRow | None = None
    debt: DebtProposal | None = None
    pair: PairProposal | None = None
    failed: FailedRow | None = None

    @property
    def amount(self) -> str:
        """Its amount without a sign."""
        return amount(self.fen)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The debts it may belong to."""
        return () if self.debt is None else self.debt.targets

    @property
    def sure(self) -> bool:
        """It is exact and nothing else fits."""
        return bool((self.debt and self.debt.sure) or (self.pair and self.pair.sure))

    def split_of(self, target: Target) -> str:
        """What of the money is principal, interest and so on."""
        return target_split(target)


def entries_of(found: Proposals) -> list[Entry]:
    """What failed first, then what is to settle, then what may be one; each in order of time, the latest first."""
    failed = [_failed(each) for each in found.failed]
    debts = [_debt(each, found.rows[each.row.id]) for each in (*found.debts, *found.drawdowns)]
    pairs = [_pair(each, found.rows[each.row.id], found.rows[each.other.id]) for each in found.pairs]
    late_first = [sorted(some, key=lambda each: (each.at, each.key), reverse=True) for some in (debts, pairs)]
    return [*failed, *late_first[0], *late_first[1]]


def _debt(found: DebtProposal, row: SeenRow) -> Entry:
    best = found.best
    drawn = found.row.kind is DebtKind.DRAWDOWN
    nothing = tr("Not in the book yet: a new loan?") if drawn else tr("No debt of the book fits")
    reason = nothing
    if best is not None:
        split = target_split(best)
        reason = split or fit_reason(best.fit)
    return Entry(
        key=("debt", row.id, 0),
        at=row.happened_at,
        source=provider(row.provider),
        what=_what(row),
        what_else=row.file_name,
        meaning=debt_meaning(found),
        reason=reason,
        detail=nothing if best is None else fit_reason(best.fit),
        fen=row.fen,
        badge=debt_badge(found) or (tr("Undecided"), "neutral"),
        row=row,
        debt=found,
    )


def _pair(found: PairProposal, row: SeenRow, other: SeenRow) -> Entry:
    return Entry(
        key=found.key,
        at=row.happened_at,
        source=provider(row.provider),
        what=_what(row),
        what_else=f"{provider(other.provider)} {other.happened_at:%m-%d} · {_what(other)}",
        meaning=pair_meaning(found),
        reason=pair_outcome(found),
        detail=pair_outcome(found),
        fen=row.fen,
        badge=pair_badge(found),
        row=row,
        pair=found,
    )


def _failed(found: FailedRow) -> Entry:
    row = found.row
    when = failed_words(found.times, f"{found.first_on}", f"{found.last_on}")
    return Entry(
        key=("failed", row.id, 0),
        at=row.happened_at,
        source=provider(row.provider),
        what=_what(row),
        what_else=row.file_name,
        meaning=when,
        reason=failed_advice(),
        detail=f"{when}. {failed_advice()}",
        fen=row.fen,
        badge=(tr("Failed"), RISK),
        row=row,
        failed=found,
    )


def _what(row: SeenRow) -> str:
    return " · ".join(part for part in (row.counterparty, row.description) if part)
