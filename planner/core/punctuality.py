"""How punctually was paid: the share of bills paid in time, and the months in a row without a late one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.core.facts import CreditFacts
from planner.core.lateness import bills


@dataclass(frozen=True, slots=True)
class Punctuality:
    """`in_time` of `bills` were paid by their due day. `months_in_row` are the latest months with a due day and
    none late, months in which nothing fell due left out."""

    bills: int
    in_time: int
    months_in_row: int

    @property
    def rate(self) -> Decimal | None:
        """The on-time rate as a fraction, 23 of 24 being 0.9583…; None before anything fell due."""
        return Decimal(self.in_time) / self.bills if self.bills else None


def punctuality(facts: CreditFacts, on: date) -> Punctuality:
    """What was paid in time of all that fell due by `on`; what is due that very day and still open is not counted."""
    seen = [bill for bill in bills(facts, on) if not (bill.open and bill.due_on == on)]
    late = {(bill.due_on.year, bill.due_on.month) for bill in seen if bill.days_late or bill.open}
    months = sorted({(bill.due_on.year, bill.due_on.month) for bill in seen}, reverse=True)
    in_row = next((at for at, month in enumerate(months) if month in late), len(months))
    return Punctuality(len(seen), sum(1 for bill in seen if not bill.days_late and not bill.open), in_row)
