"""What is known of a lender's plan, row by row, and where a plan has it otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.core.arithmetic import parse_sum
from planner.core.errors import NotADate, NotANumber, NotARow, PartsMisfit
from planner.core.schedules import ScheduleRow

_NUMBER = re.compile(r"第?(\d{1,3})(?:期|[/／]\d{1,3}期?)?", re.ASCII)
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d\d)(\d\d)", re.ASCII)
UNKNOWN = ("-", "—", "?")


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


def seen(plan: Sequence[ScheduleRow]) -> tuple[tuple[date, int, int], ...]:
    """What a lender shows of a plan: the days, principal and charge of its rows."""
    return tuple((row.due_on, row.principal_fen, row.interest_fen + row.fee_fen) for row in plan)


def figure(row: ScheduleRow, name: str) -> int:
    """A row's payment, principal or charge, fen."""
    if name == "payment":
        return row.payment_fen
    return row.principal_fen if name == "principal" else row.interest_fen + row.fee_fen


def row_from_text(text: str, field: str = "row") -> GivenRow:
    """A row as people write or copy it: `1 2026-02-15 900.41 776.41 124.00`, cells parted by spaces or tabs.

    First its number, then the day if there is one, then payment, principal, and interest with fee; `-` stands for what
    is not known. A table with interest and fee apart, or with the payment behind its parts, is read too where the sums
    say so. Raises NotARow, NotANumber, NotADate or NotAnAmount, each naming `field`.
    """
    cells = unicodedata.normalize("NFKC", text).split()
    if len(cells) < 2:
        raise NotARow(field, text=text.strip())
    number, rest = _NUMBER.fullmatch(cells[0]), cells[1:]
    if number is None:
        raise NotANumber(field, text=cells[0])
    due_on = None
    if found := _DAY.fullmatch(rest[0]):
        due_on, rest = _day(found, rest[0], field), rest[1:]
    elif rest[0] in UNKNOWN and len(rest) == 4:  # the day's place
        rest = rest[1:]
    amounts = [None if cell in UNKNOWN else parse_sum(cell, field) for cell in rest]
    if len(amounts) > 4:
        raise NotARow(field, text=text.strip())
    return GivenRow(int(number[1]), due_on, *_parts(amounts))


def _day(found: re.Match[str], text: str, field: str) -> date:
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise NotADate(field, text=text) from None


def _parts(amounts: list[int | None]) -> tuple[int | None, int | None, int | None]:
    """Payment, principal and charge of up to four amounts, by their order or, where it does not add up, by the sums."""
    known = [each for each in amounts if each is not None]
    if len(known) == len(amounts) == 4:
        whole = known.index(max(known))
        others = known[:whole] + known[whole + 1 :]
        return known[whole], others[0], others[1] + others[2]
    if len(known) == len(amounts) == 3 and known[0] != known[1] + known[2] and known[2] == known[0] + known[1]:
        return known[2], known[0], known[1]
    payment, principal, charge = (*amounts, None, None, None)[:3]
    return payment, principal, charge
