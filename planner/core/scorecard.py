"""The points table and the score: 100 minus one deduction for each factor, with what is known and the range."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

from planner.core.factors import FactorValue, MissingInput, factor_values
from planner.core.facts import CreditFacts, RowRef

LEAST_COVERAGE = Fraction(1, 2)
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Steps:
    """Deductions of one factor: `deducts[k]` counts once the value is past `bounds[k]` in the bad direction."""

    higher_is_worse: bool
    bounds: tuple[Decimal, ...]
    deducts: tuple[int, ...]

    def deduct(self, value: int | Decimal | None) -> int:
        """The points taken off; None (nothing of the kind) takes none."""
        if value is None:
            return 0
        passed = [bound <= value if self.higher_is_worse else value < bound for bound in self.bounds]
        return max((points for points, past in zip(self.deducts, passed, strict=True) if past), default=0)


@dataclass(frozen=True, slots=True)
class FactorTable:
    """One factor of the table. `shares` are (deduction, share of the reference people) and sum to 1."""

    id: str
    group: str
    steps: Steps
    most: int
    unknown_deduct: int
    shares: tuple[tuple[int, Fraction], ...]
    replicates: tuple[Steps, ...]

    def variance(self) -> Fraction:
        """The variance of the deduction among the reference people."""
        mean = sum((points * share for points, share in self.shares), Fraction(0))
        return sum(((points - mean) ** 2 * share for points, share in self.shares), Fraction(0))


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A points table; bands are (name, least score), best first."""

    version: str
    factors: tuple[FactorTable, ...]
    bands: tuple[tuple[str, int], ...]

    def band(self, score: int) -> str:
        """The band a score lies in."""
        return next(name for name, least in self.bands if score >= least)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One factor's deduction ("−8 of at most −23"); an unknown one takes the average deduction."""

    factor_id: str
    value: int | Decimal | None
    known: bool
    deduct: int
    most: int
    rows: tuple[RowRef, ...]
    missing: MissingInput | None


@dataclass(frozen=True, slots=True)
class Health:
    """Limit health on a day. Σ deductions − `floor_fill` = 100 − score. No score below half coverage.

    `low`–`high` is the 90 % range, holding the score. `coverage` is the share of the table's variance that is known.
    """

    on: date
    score: int | None
    low: int | None
    high: int | None
    band: str | None
    coverage: Fraction
    contributions: tuple[Contribution, ...]
    floor_fill: int


def health(facts: CreditFacts, on: date, scorecard: Scorecard) -> Health:
    """The score of a day: a function of the facts dated on or before it."""
    values = factor_values(facts, on)
    contributions = tuple(_contribution(table, values[table.id]) for table in scorecard.factors)
    known = {each.factor_id for each in contributions if each.known}
    variances = {table.id: table.variance() for table in scorecard.factors}
    coverage = sum((variances[each] for each in known), Fraction(0)) / sum(variances.values(), Fraction(0))
    if coverage < LEAST_COVERAGE:
        return Health(on, None, None, None, None, coverage, contributions, 0)
    taken = sum(each.deduct for each in contributions)
    score = max(WHOLE - taken, 0)
    low, high = _range(scorecard, values, known, score)
    return Health(on, score, low, high, scorecard.band(score), coverage, contributions, max(taken - WHOLE, 0))


def next_inputs(health: Health, scorecard: Scorecard) -> tuple[MissingInput, ...]:
    """What to enter next: what makes most of the score known comes first."""
    gains: defaultdict[MissingInput, Fraction] = defaultdict(Fraction)
    variances = {table.id: table.variance() for table in scorecard.factors}
    for each in health.contributions:
        if each.missing is not None:
            gains[each.missing] += variances[each.factor_id]
    return tuple(sorted(gains, key=lambda missing: (-gains[missing], missing)))


def _contribution(table: FactorTable, found: FactorValue) -> Contribution:
    deduct = table.steps.deduct(found.value) if found.known else table.unknown_deduct
    value = found.value if found.known else None
    return Contribution(table.id, value, found.known, deduct, table.most, found.rows, found.missing)


def _range(scorecard: Scorecard, values: Mapping[str, FactorValue], known: set[str], score: int) -> tuple[int, int]:
    """5th to 95th percentile of the score over the replicates of the table and the unknown factors' own
    distributions, rounded outward and widened to hold the score."""
    unknown = {0: 1.0}
    for table in scorecard.factors:
        if table.id not in known:
            unknown = _convolve(unknown, {points: float(share) for points, share in table.shares})
    scores: defaultdict[int, float] = defaultdict(float)
    count = len(scorecard.factors[0].replicates)
    for number in range(count):
        taken = sum(
            table.replicates[number].deduct(values[table.id].value) for table in scorecard.factors if table.id in known
        )
        for points, share in unknown.items():
            scores[max(WHOLE - taken - points, 0)] += share / count
    ordered = sorted(scores)
    running = list(accumulate(scores[each] for each in ordered))
    low = ordered[bisect_left(running, 0.05)]
    high = ordered[min(bisect_left(running, 0.95), len(ordered) - 1)]
    return min(low, score), max(high, score)


def _convolve(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    sums: defaultdict[int, float] = defaultdict(float)
    for first, share in one.items():
        for second, of_it in other.items():
            sums[first + second] += share * of_it
    return dict(sums)


def scorecard_from_json(document: Mapping[str, Any]) -> Scorecard:
    """The table of a scorecard file. Raises KeyError or ValueError on a broken file."""
    return Scorecard(
        version=document["version"],
        factors=tuple(_factor(entry, document) for entry in document["factors"]),
        bands=tuple((band["name"], band["min"]) for band in document["bands"]),
    )


def _factor(entry: Mapping[str, Any], document: Mapping[str, Any]) -> FactorTable:
    higher = entry["worse_when"] == "higher"
    bound = "at_least" if higher else "below"
    levels = entry["levels"]
    grid = tuple(Decimal(str(each)) for each in document["replicate_grid"][entry["id"]])
    shares = {int(points): Fraction(str(share)) for points, share in entry["reference_share"].items()}
    total = sum(shares.values(), Fraction(0))
    return FactorTable(
        id=entry["id"],
        group=entry["group"],
        steps=Steps(
            higher, tuple(Decimal(str(each[bound])) for each in levels), tuple(each["deduct"] for each in levels)
        ),
        most=entry["max_deduct"],
        unknown_deduct=entry["unknown_deduct"],
        # published shares are rounded to four decimals
        shares=tuple((points, share / total) for points, share in sorted(shares.items())),
        replicates=tuple(Steps(higher, grid, tuple(each[entry["id"]])) for each in document["replicates"]),
    )
