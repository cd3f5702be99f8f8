"""XIRR vectors: dated payments, a yearly effective rate by any day count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.oracle_vectors.day_counts import year_fraction
from tests.oracle_vectors.exact import exact
from tests.oracle_vectors.returns import found_rates


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`rate`, `all_roots`, `status`; times run from the earliest day, whatever is listed first."""
    flows = [(date.fromisoformat(day), exact(amount)) for day, amount in inputs["flows"]]
    convention = inputs.get("daycount", "ACT/365F")
    first = min(day for day, _ in flows)
    return found_rates([(year_fraction(convention, first, day), amount) for day, amount in flows])
