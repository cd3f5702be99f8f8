"""Words for what is late: its open parts, and what lateness does to the credit record."""

from __future__ import annotations

from datetime import date

from planner.core.overdue import LateRow
from planner.i18n import tr
from planner.wording.amounts import yuan


def late_parts(row: LateRow) -> str:
    """What of a late instalment is open, by kind; kinds without an amount are left out."""
    named = (
        (tr("principal {amount}"), row.principal_fen),
        (tr("interest {amount}"), row.interest_fen),
        (tr("fees {amount}"), row.fee_fen),
        (tr("penalty {amount}"), row.penalty_fen),
    )
    return tr(", ").join(words.format(amount=yuan(fen)) for words, fen in named if fen)


def record_words(clears_on: date | None) -> str:
    """What lateness does to the credit record, and when that clears; None while something is open."""
    if clears_on is None:
        return tr(
            "Lenders that report it put it on the credit record. It leaves the record five years after all of it is "
            "paid; while something is open those five years have not begun."
        )
    return tr(
        "It was late once. A reported lateness leaves the credit record on {day}, five years after it was paid."
    ).format(day=clears_on)
