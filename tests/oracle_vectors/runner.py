"""Runs vectors by the rule of SCHEMA.md and says what came of each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.oracle_vectors import apr, daycount, irr, nper, payoff, pmt, rate, schedule, xirr
from tests.oracle_vectors.compare import differences, printed_unit

Vector = Mapping[str, Any]
KINDS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "pmt": pmt.run,
    "schedule": schedule.run,
    "irr": irr.run,
    "xirr": xirr.run,
    "apr": apr.run,
    "rate": rate.run,
    "nper": nper.run,
    "daycount": daycount.run,
    "payoff": payoff.run,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One vector's result: empty `differences` are a pass. `remark` says where the published figure is wrong."""

    id: str
    kind: str
    differences: tuple[str, ...]
    remark: str = ""

    @property
    def passed(self) -> bool:
        return not self.differences


def vectors_in(path: Path) -> list[dict[str, Any]]:
    """The vectors of a file, or of all .json files in a folder."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    return [vector for file in files for vector in json.loads(file.read_text(encoding="utf-8")) if "kind" in vector]


def run(vector: Vector) -> Outcome:
    """Runs one vector; whatever is raised on the way is a difference as well."""
    try:
        wrong, remark = judged(vector, computed(vector))
    except Exception as error:
        wrong, remark = [f"{type(error).__name__}: {error}"], ""
    return Outcome(vector["id"], vector["kind"], tuple(wrong), remark)


def computed(vector: Vector) -> dict[str, Any]:
    """What the adapter finds for a vector's inputs; it sees nothing else of the vector."""
    return KINDS[vector["kind"]](vector["inputs"])


def judged(vector: Vector, got: Mapping[str, Any]) -> tuple[list[str], str]:
    """The differences by the runner rule, and the remark where the published figure itself is wrong."""
    verification = vector.get("verification", {})
    status, expected = verification.get("status", "agree"), vector["expected"]
    tolerance, better = vector.get("tolerance", {}), verification.get("recommended_expected")
    if better and not isinstance(better, dict):
        better = {next(iter(expected)): better}
    if status == "solver-tolerance":
        wrong = list(differences(expected, got, tolerance))
        if wrong and better:
            # the tolerance was to cover the published figure and does not: the exact one, to its printed digits
            exactly = {name: str(printed_unit(_only_value(better))) for name in ("abs", "rate_abs", "rate_percent_abs")}
            wrong = list(differences(better, got, exactly))
            return wrong, "the tolerance does not cover the published figure; the exact one is met"
        return wrong, "the source's solver stopped early"
    wrong = list(differences(better or expected, got, tolerance))
    declined = not better and "rate" not in expected and "value" not in expected and "status" in expected
    if wrong and status == "convention-conflict" and declined and got.get("status") in ("one", "several"):
        return [], "the source declines a root that exists; all roots above −100 % are told here"
    if status != "disagrees-with-definition":
        return wrong, status if status != "agree" else "one of the published figures is wrong" if better else ""
    if not list(differences(expected, got, tolerance)):
        wrong.append("the published figure, which is wrong, was reproduced")
    return wrong, "the published figure is wrong, and not reproduced"


def _only_value(better: Mapping[str, Any]) -> Any:
    return next(iter(better.values()))


def summary(outcomes: Iterable[Outcome]) -> list[str]:
    """Lines: how many of each kind passed, and the failures with what differs."""
    outcomes = list(outcomes)
    passed, failed = (Counter(each.kind for each in outcomes if each.passed is well) for well in (True, False))
    lines = [f"{kind:<10}{passed[kind]:>5} passed{failed[kind]:>5} failed" for kind in {**passed, **failed}]
    lines.append(f"{'all':<10}{passed.total():>5} passed{failed.total():>5} failed")
    for each in outcomes:
        if not each.passed:
            lines.append(f"FAILED {each.kind} {each.id}")
            lines.extend(f"    {difference}" for difference in each.differences[:8])
        elif each.remark:
            lines.append(f"note   {each.kind} {each.id}: {each.remark}")
    return lines
