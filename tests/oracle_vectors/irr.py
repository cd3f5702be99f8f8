"""IRR vectors: payments at the ends of periods 0, 1, 2, …"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.exact import exact
from tests.oracle_vectors.returns import found_rates


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`rate` per period, `all_roots`, `status`."""
    return found_rates([(Fraction(period), exact(amount)) for period, amount in enumerate(inputs["flows"])])
