"""NPER vectors: how many payments."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tests.oracle_vectors.annuities import Annuity, NoValue, begins
from tests.oracle_vectors.exact import exact


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """`value`, or `status` where no number of payments does it."""
    annuity = Annuity(exact(inputs["rate"]), begins(inputs.get("when", 0)))
    try:
        value = annuity.periods(*(exact(inputs.get(name, 0)) for name in ("pmt", "pv", "fv")))
    except NoValue:
        return {"status": "error", "value": None}
    if inputs["fn"].endswith("ceiling"):
        return {"value": math.ceil(value), "status": "one"}
    return {"value": value, "status": "one"}
