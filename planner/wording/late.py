"""Words for what lateness does to the credit record."""

from __future__ import annotations

from datetime import date

from planner.core.facts import LenderKind
from planner.i18n import tr


def record_while_late(lender: LenderKind) -> str:
    """What lateness does to the credit record, and when that clears, while something is late."""
    if lender is LenderKind.PERSON:
        return tr("A private person does not report to the credit record.")
    return tr(
        "Most lenders report it to the credit record. There it stays until five years after the loan is paid off; "
        "while something is open, those five years have not begun."
    )


def record_afterwards(lender: LenderKind, clears_on: date | None) -> str:
    """The same once nothing is late any more; `clears_on` is None while the loan is not paid off."""
    if lender is LenderKind.PERSON:
        return tr("A private person does not report to the credit record.")
    if clears_on is None:
        return tr(
            "Something was late and is paid by now. Where it was reported, it stays on the credit record until five "
            "years after the loan is paid off."
        )
    words = tr(
        "Something was late. Where it was reported, it leaves the credit record on {day}, five years after the payoff."
    )
    return words.format(day=clears_on)
