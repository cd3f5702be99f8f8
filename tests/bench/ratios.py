"""How benchmarks measure: a floor and ours in turn, in one run; the ratio of the medians is the figure."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 5


def ratio(
    benchmark: BenchmarkFixture,
    floor: Callable[[], object],
    ours: Callable[[], object],
    bar: float,
    *,
    rounds: int = ROUNDS,
) -> None:
    """Runs both in turn and reports the ratio beside the bar of the design (information, no assertion)."""
    floors: list[float] = []

    def before() -> None:
        start = perf_counter()
        floor()
        floors.append(perf_counter() - start)

    benchmark.pedantic(ours, setup=before, rounds=rounds, warmup_rounds=1)
    found = benchmark.stats.stats.median / median(floors[1:])
    benchmark.extra_info.update(floor_s=round(median(floors[1:]), 4), ratio=round(found, 2), bar=bar)
    print(f"\n{benchmark.name}: ratio {found:.2f} (bar {bar}), floor {median(floors[1:]):.3f} s")
