"""What is known of a lender's plan, row by row, and where a plan has it otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.core.errors import PartsMisfit
from planner.core.schedules import ScheduleRow


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row of the lender's plan: its number and what is known of it (fen); `charge_fen` is interest and fee."""

    number: int
    due_on: date | None = None
    payment_fen: int | None = None
    principal_fen: int | None = None
    charge_fen: int | None = None

    def whole(self) -> GivenRow:
        """The same with the third figure where two are known. Raises PartsMisfit (payment) where all three are and do
        not add up."""
        payment, principal, charge = self.payment_fen, self.principal_fen, self.charge_fen
        if principal is not None and charge is not None:
            if payment is not None and payment != principal + charge:
                raise PartsMisfit("payment", payment_fen=payment, parts_fen=principal + charge)
            payment = principal + charge
        elif payment is not None and principal is not None:
            charge = payment - principal
        elif payment is not None and charge is not None:
            principal = payment - charge
        return replace(self, payment_fen=payment, principal_fen=principal, charge_fen=charge)

    def figures(self) -> tuple[tuple[str, int], ...]:
        """What is known of it, by name."""
        named = (("payment", self.payment_fen), ("principal", self.principal_fen), ("charge", self.charge_fen))
        return tuple((name, fen) for name, fen in named if fen is not None)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of a given row that a plan has otherwise: fen, or days as `given_on` and `found_on`. A row the plan
    does not have differs by all it is."""

    number: int
    name: str
    given_fen: int = 0
    found_fen: int = 0
    given_on: date | None = None
    found_on: date | None = None

    @property
    def miss_fen(self) -> int:
        return abs(self.found_fen - self.given_fen)


def differences(plan: Sequence[ScheduleRow], given: Sequence[GivenRow]) -> tuple[Difference, ...]:
    """Every figure and day of the given rows that the plan has otherwise."""
    found = []
    for each in given:
        row = plan[each.number - 1] if each.number <= len(plan) else None
        for name, fen in each.figures():
            has = 0 if row is None else figure(row, name)
            if has != fen or row is None:
                found.append(Difference(each.number, name, fen, has))
        if each.due_on is not None and (row is None or row.due_on != each.due_on):
            found.append(
                Difference(each.number, "due_on", given_on=each.due_on, found_on=None if row is None else row.due_on)
            )
    return tuple(found)


def figure(row: ScheduleRow, name: str) -> int:
    """A row's payment, principal or charge, fen."""
    if name == "payment":
        return row.payment_fen
    return row.principal_fen if name == "principal" else row.interest_fen + row.fee_fen
