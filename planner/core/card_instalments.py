"""Instalments on a card: principal set aside, billed with its fee statement by statement."""

from __future__ import annotations

from datetime import date

from planner.core.card_entries import InstalmentTerms
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import NO_INTEREST, Accrual, DayCountBasis, LoanTerms, RepaymentMethod


def instalment_rows(principal_fen: int, posted_on: date, terms: InstalmentTerms) -> tuple[ScheduleRow, ...]:
    """The rows of the plan as agreed: equal principal and the flat fee, each to the fen. Row k is billed on the k-th
    statement day after `posted_on`; the rows' own days are months from it and not used."""
    return schedule(
        LoanTerms(
            principal_fen=principal_fen,
            received_fen=principal_fen,
            method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
            accrual=Accrual.MONTHLY,
            rate=NO_INTEREST,
            day_count=DayCountBasis.NONE,
            drawn_on=posted_on,
            periods=terms.periods,
            flat_fee_rate=terms.flat_fee_rate,
            fee_basis=terms.fee_basis,
            remainder_in=terms.remainder_in,
        )
    )


class RunningInstalment:
    """An instalment while it is billed, row by row."""

    def __init__(self, entry_id: int, principal_fen: int, posted_on: date, terms: InstalmentTerms) -> None:
        self.id = entry_id
        self._rows = instalment_rows(principal_fen, posted_on, terms)
        self._at = 0
        self._fee_kept = terms.fee_kept

    @property
    def left_fen(self) -> int:
        """The principal that is not billed yet."""
        return sum(row.principal_fen for row in self._rows[self._at :])

    @property
    def over(self) -> bool:
        return self._at == len(self._rows)

    def bill_next(self) -> tuple[int, int]:
        """Principal and fee of the next row."""
        row = self._rows[self._at]
        self._at += 1
        return row.principal_fen, row.fee_fen

    def all_at_once(self) -> tuple[int, int]:
        """All principal left, and the fees of the rows left where the contract keeps them."""
        rows, self._at = self._rows[self._at :], len(self._rows)
        return sum(row.principal_fen for row in rows), sum(row.fee_fen for row in rows) if self._fee_kept else 0
