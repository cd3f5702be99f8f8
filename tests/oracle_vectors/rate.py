"""RATE vectors: the rate of an annuity by the product's solver; nominal and effective rates."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from planner.core.irr import polished, rates_of
from tests.oracle_vectors.annuities import begins
from tests.oracle_vectors.compare import OneOf
from tests.oracle_vectors.exact import exact, power
from tests.oracle_vectors.returns import Flows, found_rates

_ZERO_RATE = 1e-9


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`value` (one of the rates), `status` where there is none."""
    if inputs["fn"] == "rate":
        return _rate(inputs)
    return _FUNCTIONS[inputs["fn"]](inputs)


def _rate(inputs: Mapping[str, Any]) -> dict[str, Any]:
    periods = exact(inputs["nper"])
    payment, present, future = (exact(inputs.get(name, 0)) for name in ("pmt", "pv", "fv"))
    when = begins(inputs.get("when", 0))
    if periods.denominator == 1 and periods > 0:
        flows = [(Fraction(0), present), (periods, future)]
        flows += [(Fraction(each + 1 - when), payment) for each in range(int(periods))]
        found = found_rates(flows)
        return {"value": found["rate"], "status": found["status"]}
    roots = _broken_periods(periods, payment, present, future, when)
    return {"value": OneOf(roots), "status": "one" if roots else "no_root"}


def _broken_periods(
    periods: Fraction, payment: Fraction, present: Fraction, future: Fraction, when: int
) -> list[Fraction]:
    """The closed form for a number of periods that is not whole: times i it is a sum of powers of 1+i, which has
    the root i = 0 of its own."""
    flows: Flows = [
        (-periods - 1, present), (-periods, -present), (Fraction(-1), future), (Fraction(0), -future),
        (-periods - when, payment), (Fraction(-when), -payment),
    ]  # fmt: skip
    forces = [force for force in rates_of(flows).forces if abs(force) > _ZERO_RATE]
    roots = [Fraction(polished(flows, force, 25)) for force in forces]
    return [*roots, Fraction(0)] if present + payment * periods + future == 0 else roots


def _effect(inputs: Mapping[str, Any]) -> dict[str, Any]:
    nominal, times = exact(inputs["rate"]), exact(inputs["npery"]) // 1
    if times < 1 or nominal <= -times:
        return {"status": "error"}
    status = "one" if nominal > 0 else "error"  # spreadsheets refuse what arithmetic does not
    return {"value": power(1 + nominal / times, Fraction(times)) - 1, "status": status}


def _nominal(inputs: Mapping[str, Any]) -> dict[str, Any]:
    effective, times = exact(inputs["rate"]), exact(inputs["npery"]) // 1
    if times < 1 or effective <= -1:
        return {"status": "error"}
    status = "one" if effective > 0 else "error"
    return {"value": (power(1 + effective, Fraction(1, int(times))) - 1) * times, "status": status}


def _effect_by_days(inputs: Mapping[str, Any]) -> dict[str, Any]:
    nominal, basis = exact(inputs["nominal_annual_rate"]), exact(inputs.get("basis", 360))
    return {"value": power(1 + nominal / basis, exact(inputs.get("days_compounded", 365))) - 1}


_FUNCTIONS = {"effect": _effect, "nominal": _nominal, "effect_365_360": _effect_by_days}
