"""Day-count vectors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.oracle_vectors.day_counts import days_between, unit_periods, year_fraction


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`days` and `fraction` of a year, or `full_unit_periods` and `fraction` of one."""
    start, end = date.fromisoformat(inputs["start"]), date.fromisoformat(inputs["end"])
    if "reg z" in inputs["convention"].lower() or "unit_period" in inputs:
        whole, fraction = unit_periods(inputs.get("unit_period", "month"), start, end)
        return {"full_unit_periods": whole, "fraction": fraction}
    termination = date.fromisoformat(inputs["termination"]) if inputs.get("termination") else None
    convention = inputs["convention"]
    return {
        "days": days_between(convention, start, end, termination),
        "fraction": year_fraction(convention, start, end, termination),
    }
