"""Ten thousand rates of return of ordinary loans, against a compiled library."""

from __future__ import annotations

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from planner.core.irr import irr
from tests.bench.ratios import ratio

LOANS = 10_000


def test_irr(benchmark: BenchmarkFixture) -> None:
    pyxirr = pytest.importorskip("pyxirr")
    draw = random.Random(20261124)
    flows = []
    for _ in range(LOANS):
        principal, months, rate = (
            draw.randrange(10**5, 10**7),
            draw.choice((3, 6, 12, 24, 36)),
            draw.uniform(0.003, 0.03),
        )
        payment = round(principal * rate / (1 - (1 + rate) ** -months))
        flows.append([-principal, *[payment] * months])
    theirs = [pyxirr.irr(each) for each in flows]
    assert [irr(each).only for each in flows] == pytest.approx(theirs, rel=1e-9)
    ratio(benchmark, lambda: [pyxirr.irr(each) for each in flows], lambda: [irr(each) for each in flows], bar=20)
