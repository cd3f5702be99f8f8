"""APR vectors: the annual cost by the conventions of several laws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.compare import OneOf
from tests.oracle_vectors.exact import exact, power
from tests.oracle_vectors.returns import Flows, found_rates, nearest
from tests.oracle_vectors.roundings import half_up

_BISECTIONS = 200


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`rate_percent`, `rate_percent_1dp` (of the lowest rate that is not negative), `all_roots` as fractions."""
    convention = inputs["convention"]
    if convention.startswith("us-regz"):
        rates = [_actuarial(inputs) * exact(inputs["unit_periods_per_year"])]
        return _percents(rates) | {"status": "one"}
    found = found_rates(_legs(inputs["legs"]))
    rates = list(found["rate"])
    if convention.startswith("nominal"):
        periods = {"nominal-monthly": 12, "nominal-weekly": 52, "nominal-quarterly": 4}.get(convention, 12)
        rates = [(power(1 + rate, Fraction(1, periods)) - 1) * periods for rate in rates]
    return _percents(rates) | {"status": found["status"]}


def _percents(rates: Sequence[Fraction]) -> dict[str, Any]:
    percents = [rate * 100 for rate in rates]
    quoted = min((rate for rate in percents if rate >= 0), default=max(percents, default=None))
    rounded = {f"rate_percent_{places}dp": quoted and half_up(quoted, Fraction(1, 10**places)) for places in range(5)}
    return rounded | {"rate_percent": OneOf(percents), "all_roots": nearest(rates)}


def _legs(legs: Sequence[Mapping[str, Any]]) -> Flows:
    """Payments at t, t+step, t+2·step, …"""
    return [
        (exact(leg["t"]) + repeat * exact(leg.get("step", 0)), exact(leg["amount"]))
        for leg in legs
        for repeat in range(int(leg.get("count", 1)))
    ]


def _actuarial(inputs: Mapping[str, Any]) -> Fraction:
    """The rate of a unit period by Regulation Z, Appendix J: simple for the odd part, else compound."""
    advances, payments = (_unit_periods(inputs[side]) for side in ("advances", "payments"))

    def left_over(i: float) -> float:
        return _present(advances, i) - _present(payments, i)

    low, high = 0.0, 1.0
    if left_over(0.0) > 0:  # less comes back than was advanced
        low, high = -0.999999, 0.0
    while left_over(high) < 0 and high < 1e12:
        high *= 2
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if left_over(middle) > 0:
            high = middle
        else:
            low = middle
    return Fraction((low + high) / 2)


def _unit_periods(entries: Sequence[Mapping[str, Any]]) -> list[tuple[int, float, float]]:
    return [
        (int(entry["periods"]) + repeat, float(exact(entry.get("fraction", 0))), float(exact(entry["amount"])))
        for entry in entries
        for repeat in range(int(entry.get("count", 1)))
    ]


def _present(entries: Sequence[tuple[int, float, float]], i: float) -> float:
    return sum(amount / ((1 + fraction * i) * (1 + i) ** whole) for whole, fraction, amount in entries)
