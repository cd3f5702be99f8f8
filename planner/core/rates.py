"""The true cost of a loan: the internal rate of its cash flows, nominal and effective."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from planner.core.interest import months_between
from planner.core.schedules import ScheduleRow
from planner.core.terms import LoanTerms

_STEPS = 200
_CLOSE = 1e-13


@dataclass(frozen=True, slots=True)
class TrueCost:
    """Annual cost as fractions: `nominal` = 12·i (单利年化), `effective` = (1+i)^12 − 1 (复利年化)."""

    nominal: Decimal
    effective: Decimal


def true_cost(terms: LoanTerms, rows: Sequence[ScheduleRow]) -> TrueCost | None:
    """The yearly cost of a loan from its cash flows (PBoC announcement 2021/3, the IRR method).

    Flow 0 is the amount received; every payment counts, with interest and fees, at its distance in months from
    the drawdown (odd days as thirtieths). None where no rate exists: nothing to pay back above nothing received.
    Rounded to 1e-9.
    """
    flows: list[tuple[float, int]] = []
    elapsed = Fraction(0)
    for row in rows:
        elapsed += months_between(row.start_on, row.due_on)
        flows.append((float(elapsed), row.payment_fen))
    per_month = monthly_force(terms.received_fen, flows)
    if per_month is None:
        return None
    monthly = math.expm1(per_month)
    return TrueCost(_rounded(12 * monthly), _rounded(math.expm1(12 * per_month)))


def monthly_force(received_fen: int, flows: Sequence[tuple[float, int]]) -> float | None:
    """ln(1+i) for the monthly rate i at which the payments are worth what was received.

    `flows` are (months after the drawdown, fen ≥ 0). All payments have one sign, so there is one root; Newton's
    steps on a convex falling function start below it and stop on the step, not on the value.
    """
    total = sum(amount for _, amount in flows)
    if received_fen <= 0 or total <= 0 or any(months <= 0 for months, _ in flows):
        return None
    x = math.log(total / received_fen) / min(months for months, _ in flows) if total < received_fen else 0.0
    for _ in range(_STEPS):
        worth = -float(received_fen)
        slope = 0.0
        for months, amount in flows:
            discounted = amount * math.exp(-x * months)
            worth += discounted
            slope -= months * discounted
        step = worth / slope
        x -= step
        if abs(step) < _CLOSE:
            return x
    return None


def _rounded(value: float) -> Decimal:
    return Decimal(value).quantize(Decimal("1e-9"))
