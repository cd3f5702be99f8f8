"""The true cost of a loan: the internal rates of its payments, always as nominal and as effective yearly rate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from itertools import zip_longest

from planner.core.interest import months_between
from planner.core.irr import Number, RatesFound, RateStatus, rates_of, xirr
from planner.core.schedules import ScheduleRow
from planner.core.terms import LoanTerms

MONTHS_A_YEAR = 12
_SHOWN = Decimal("1e-9")
_EXACT = Context(prec=28)
_QUANTIZED_BELOW = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class TrueCost:
    """Annual cost as fractions, from the rate i of a month: `nominal` = 12·i (单利年化), `effective` =
    (1+i)^12 − 1 (复利年化). Rounded to 1e-9."""

    nominal: Decimal
    effective: Decimal


@dataclass(frozen=True, slots=True)
class CostFound:
    """The yearly cost of some payments: one in `costs`, or several in ascending order, or none and why."""

    status: RateStatus
    costs: tuple[TrueCost, ...]

    @property
    def only(self) -> TrueCost | None:
        """The cost where there is exactly one; None where there is none, or which of several is a matter of view."""
        return self.costs[0] if self.status is RateStatus.ONE else None


def true_cost(terms: LoanTerms, rows: Sequence[ScheduleRow]) -> CostFound:
    """The yearly cost of a loan from its cash flows (PBoC announcement 〔2021〕No. 3, the IRR method).

    Flow 0 is the amount received; every payment counts, with interest and fees, at its distance in months from
    the drawdown (odd days as thirtieths).
    """
    flows: list[tuple[Number, Number]] = [(0, terms.received_fen)]
    begun = Fraction(0)
    for row, following in zip_longest(rows, rows[1:]):
        flows.append((begun + months_between(row.start_on, row.due_on), -row.payment_fen))
        if following is not None:  # a due day that was moved lies within the next period
            begun += months_between(row.start_on, following.start_on)
    return cost_of(flows)


def dated_cost(terms: LoanTerms, rows: Sequence[ScheduleRow]) -> RatesFound:
    """The effective yearly rates of a loan by the days that really pass, actual/365 (XIRR)."""
    paid = [(row.due_on, -row.payment_fen) for row in rows]
    return xirr([(terms.drawn_on, terms.received_fen), *paid])


def cost_of(flows: Iterable[tuple[Number, Number]]) -> CostFound:
    """The yearly cost of (months, amount) pairs, what is received with one sign and what is paid with the other.

    Fees before the drawdown, several drawdowns, early payoff: whatever was agreed is a flow. Amounts are in one unit,
    fen or other; months may be fractions and negative.
    """
    found = rates_of(flows)
    return CostFound(found.status, tuple(_cost(force) for force in found.forces))


def cost_by_days(flows: Iterable[tuple[date, Number]]) -> CostFound:
    """The yearly cost of dated payments by the days that really pass, actual/365: the effective one is the XIRR, the
    nominal one that of a twelfth of a year."""
    found = xirr(flows)
    return CostFound(found.status, tuple(_cost(force / MONTHS_A_YEAR) for force in found.forces))


def flat_fee_cost(fee_each: Fraction | Decimal, periods: int) -> CostFound:
    """What a flat fee really costs: each of `periods` months pays back 1/periods of the principal and `fee_each`,
    a fraction of the original principal (0.006 for "0.60 % per period").

    Unrounded; fen rounding moves the result by less than periods·0.5 fen / principal. `periods` is at least 1.
    """
    payment = Fraction(1, periods) + Fraction(fee_each)
    return cost_of([(0, 1), *((month, -payment) for month in range(1, periods + 1))])


def total_fee_cost(fee_in_all: Fraction | Decimal, periods: int) -> CostFound:
    """The same for a fee that is advertised as one part of the principal, spread evenly over `periods` months."""
    return flat_fee_cost(Fraction(fee_in_all) / periods, periods)


def effective_rate(nominal: Decimal, times_a_year: int = MONTHS_A_YEAR) -> Decimal:
    """The effective yearly rate of a nominal one that compounds `times_a_year`; rounded to 1e-9."""
    growth = _EXACT.power(_EXACT.add(1, _EXACT.divide(nominal, Decimal(times_a_year))), times_a_year)
    return _rounded(_EXACT.subtract(growth, 1))


def nominal_rate(effective: Decimal, times_a_year: int = MONTHS_A_YEAR) -> Decimal:
    """The nominal yearly rate, compounding `times_a_year`, of an effective one above −1; rounded to 1e-9."""
    growth = _EXACT.power(_EXACT.add(1, effective), _EXACT.divide(Decimal(1), Decimal(times_a_year)))
    return _rounded(_EXACT.multiply(_EXACT.subtract(growth, 1), Decimal(times_a_year)))


def _cost(force: float) -> TrueCost:
    """From ln(1+i) for a month; in Decimal, because a fee for one day of credit passes the largest float."""
    monthly = _EXACT.subtract(_EXACT.exp(Decimal(force)), 1)
    yearly = _EXACT.subtract(_EXACT.exp(_EXACT.multiply(Decimal(force), Decimal(MONTHS_A_YEAR))), 1)
    return TrueCost(_rounded(_EXACT.multiply(monthly, Decimal(MONTHS_A_YEAR))), _rounded(yearly))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_SHOWN) if abs(value) < _QUANTIZED_BELOW else value
