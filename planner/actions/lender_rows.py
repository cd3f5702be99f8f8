"""The lender's own figures of several instalments at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from planner.actions.plan_changes import overwrite_row
from planner.core.errors import PlannerError
from planner.core.events import OwnRow


def enter_lender_rows(session: Session, *, loan_id: int, rows: Sequence[OwnRow]) -> None:
    """Instalments as the lender states them stand instead of the computed ones, all or none.

    Raises what `overwrite_row` raises, with the number of the row among the values.
    """
    for row in sorted(rows, key=lambda each: each.number):
        try:
            overwrite_row(
                session,
                loan_id=loan_id,
                number=row.number,
                due_on=row.due_on,
                principal_fen=row.principal_fen,
                interest_fen=row.interest_fen,
                fee_fen=row.fee_fen,
            )
        except PlannerError as error:
            raise type(error)(error.field, **{**error.values, "number": row.number}) from None
