"""What IRR, XIRR and APR vectors share: every root that the product's solver finds, each proven on exact payments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from planner.core.irr import RatesFound, RateStatus, polished, rates_of
from tests.oracle_vectors.compare import OneOf
from tests.oracle_vectors.exact import DIGITS, decimal

Flows = Sequence[tuple[Fraction, Fraction]]


def found_rates(flows: Flows) -> dict[str, Any]:
    """`rate`, `all_roots` and `status` of flows at times in the unit that the rate is wanted for."""
    found = rates_of(flows)
    roots = [_proven(flows, force, found) for force in found.forces]
    if found.status is RateStatus.TOTAL_LOSS:
        roots = [Fraction(-1)]
    return {"rate": OneOf(roots), "all_roots": nearest(roots), "status": found.status.value}


def nearest(roots: Sequence[Fraction]) -> Callable[[Any], Fraction | None]:
    """The root nearest to a wanted one."""
    return lambda want: min(roots, key=lambda root: abs(root - Fraction(want)), default=None)


def _proven(flows: Flows, force: float, found: RatesFound) -> Fraction:
    """The root to twenty-five digits of 1+r; the exact worth of the payments changes sign there, or touches zero."""
    root = polished(flows, force, 25)
    x = DIGITS.ln(DIGITS.add(root, 1)) if root > -1 else Decimal(force)
    if abs(x - Decimal(force)) > Decimal("1e-7") * (1 + abs(x)):
        raise AssertionError(f"the rate {found.rates} moved to {root} on polishing")
    step = (1 + abs(x)) * Decimal("1e-12")
    below, at, above = (_worth(flows, place) for place in (x - step, x, x + step))
    if below * above > 0 and abs(at) > _size(flows, x) * Decimal("1e-18"):
        raise AssertionError(f"{root} is no root")
    return Fraction(root)


def _worth(flows: Flows, x: Decimal) -> Decimal:
    return sum((DIGITS.multiply(decimal(a), DIGITS.exp(-x * decimal(t))) for t, a in _from_first(flows)), Decimal(0))


def _size(flows: Flows, x: Decimal) -> Decimal:
    return _worth([(t, abs(a)) for t, a in flows], x)


def _from_first(flows: Flows) -> Flows:
    first = min(time for time, _ in flows)
    return [(time - first, amount) for time, amount in flows]
