"""Every published vector of `../shared/oracles`, at its own tolerance, and the adapter's own honesty."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.oracle_vectors import domain
from tests.oracle_vectors.__main__ import main
from tests.oracle_vectors.compare import OneOf, differences, printed_unit, same_status
from tests.oracle_vectors.exact import NotANumber, exact, is_number
from tests.oracle_vectors.roundings import rounding
from tests.oracle_vectors.runner import computed, judged, run, summary, vectors_in
from tests.oracles import domain_vectors, shared


def all_vectors() -> list[dict[str, Any]]:
    return vectors_in(shared("oracles/vectors"))


def test_all_published_vectors_pass(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [run(vector) for vector in all_vectors()]
    lines = summary(outcomes)
    with capsys.disabled():
        shown = [line for line in lines if not line.startswith("note")]
        sys.stdout.write("\n" + "\n".join(shown) + "\n")
    assert len(outcomes) == 436
    assert [line for line in lines if line.startswith(("FAILED", "    "))] == []


def test_the_golden_vectors_pass(capsys: pytest.CaptureFixture[str]) -> None:
    vectors = domain_vectors()
    wrong = {key: domain.run(vector) for key, vector in vectors.items()}
    passed = sum(not each for each in wrong.values())
    with capsys.disabled():
        failed = len(wrong) - passed
        sys.stdout.write(f"\ndomain    {passed:>5} passed{failed:>5} failed\n")
    assert {key: each for key, each in wrong.items() if each} == {}


def test_a_wrong_golden_number_is_found() -> None:
    vectors = domain_vectors()
    for key, vector in vectors.items():
        wrong = deepcopy(vector)
        if "cases" in vector:
            wrong["cases"][-1][-1] = "0.01"
            assert domain.run(wrong), key
            continue
        fields = ("rows", "interest", "interest_rows", "payment", "act360", "clamp31", "principal_only")
        field = next(name for name in fields if name in vector)
        wrong[field] = "0.01" if isinstance(wrong[field], str) else [*wrong[field][:-1], "0.01"]
        assert domain.run(wrong), key


def numbers_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all numbers in an expectation, but for those that say which row or month is meant."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in ("start_payment", "end_payment"):
                yield from numbers_in(each, (*path, key))
    elif isinstance(value, list):
        rows = bool(path) and str(path[-1]).startswith("rows")
        for index, each in enumerate(value):
            cells = [(*path, index, cell) for cell in range(1, len(each))] if rows else numbers_in(each, (*path, index))
            yield from cells
    elif is_number(value):
        yield path


def changed(value: Any) -> str:
    """Another number: further away than any tolerance of the vectors."""
    moved = exact(value) * Fraction(11, 10) + 7
    return f"{moved.numerator}/{moved.denominator}"


def test_any_number_that_is_changed_makes_its_vector_fail() -> None:
    seen = Counter[str]()
    for vector in all_vectors():
        if vector["verification"].get("recommended_expected"):
            continue  # two figures are right there, or the published one is not judged
        got = computed(vector)
        places = list(numbers_in(vector["expected"]))
        for path in (places[0], places[-1], places[len(places) // 2]) if places else ():
            wrong = deepcopy(vector)
            inner = wrong["expected"]
            for step in path[:-1]:
                inner = inner[step]
            inner[path[-1]] = changed(inner[path[-1]])
            assert judged(wrong, got)[0], (vector["id"], path)
            seen[vector["kind"]] += 1
    assert len(seen) == 9


def test_a_wrong_published_figure_must_not_be_reproduced() -> None:
    vector = next(each for each in all_vectors() if each["verification"]["status"] == "agree" and each["kind"] == "irr")
    wrong = vector | {
        "verification": {"status": "disagrees-with-definition", "recommended_expected": vector["expected"]}
    }
    assert run(wrong).differences == ("the published figure, which is wrong, was reproduced",)


def test_a_declined_root_is_the_projects_own_convention() -> None:
    vector = {"id": "one", "kind": "irr", "inputs": {"flows": ["-1", "1.5"]}, "expected": {"status": "excel-#NUM!"}}
    assert run(vector | {"verification": {"status": "convention-conflict"}}).passed
    assert not run(vector).passed


def test_what_cannot_be_run_is_a_failure_with_its_reason() -> None:
    outcome = run({"id": "one", "kind": "irr", "inputs": {}, "expected": {"rate": "0.1"}})
    assert outcome.differences == ("KeyError: 'flows'",)


def test_the_command_line_prints_and_returns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = {"id": "good", "kind": "irr", "inputs": {"flows": ["-1", "1.5"]}, "expected": {"rate": "0.5"},
            "tolerance": {"rate_abs": "1e-12"}, "verification": {"status": "agree"}}  # fmt: skip
    bad = good | {"id": "bad", "expected": {"rate": "0.4"}}
    (tmp_path / "one.json").write_text(json.dumps([good]), encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    (tmp_path / "two.json").write_text(json.dumps([bad]), encoding="utf-8")
    assert main([str(tmp_path / "one.json"), str(tmp_path / "two.json")]) == 1
    printed = capsys.readouterr().out
    assert "irr           1 passed    1 failed" in printed
    assert "FAILED irr bad\n    rate: wanted 0.4, found one of 0.5" in printed
    assert main([]) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1/12", Fraction(1, 120)),
        ("1/12+3/365", Fraction(1, 12) + Fraction(3, 365)),
        ("-(2-3)*4", Fraction(4)),
        ("2*12", Fraction(24)),
        ("2^3^2", Fraction(512)),
        ("-2^2", Fraction(-4)),
        ("1.5e-3", Fraction(3, 2000)),
        ("6%", Fraction(3, 50)),
        (5, Fraction(5)),
        (0.1, Fraction(1, 10)),
        ("13550/3", Fraction(13550, 3)),
        ("1,234.50", Fraction("1234.5")),
    ],
)
def test_numbers_are_read_exactly(text: Any, value: Fraction) -> None:
    assert exact(text) == value


def test_irrational_numbers_have_sixty_digits() -> None:
    assert abs((exact("(1.07)^(1/12)-1") + 1) ** 12 - Fraction("1.07")) < Fraction(1, 10**55)
    assert abs(exact("exp(ln(3))") - 3) < Fraction(1, 10**55)


@pytest.mark.parametrize("text", ["", "1+", "(1", "one", "1 2", "__import__('os')", "2)", "exp 2"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        exact(text)
    assert not is_number(text)


def test_roundings() -> None:
    ways = {"half_up": 13, "half_down": 12, "half_even": 12, "up": 13, "down": 12, "ROUND_CEILING": 13, "floor": 12}
    for name, cents in ways.items():
        assert rounding(name)(Fraction("0.125")) == Fraction(cents, 100)
    assert rounding("half_up")(Fraction("-0.125")) == Fraction("-0.13")
    assert rounding("up")(Fraction("-0.121")) == Fraction("-0.13")
    assert rounding("none")(Fraction(1, 3)) == Fraction(1, 3)
    assert rounding("half_up", Fraction(1))(Fraction("2.5")) == 3


def test_tolerances_go_by_the_place() -> None:
    assert not list(differences({"payment": "1.00"}, {"payment": Fraction("1.004")}, {"money_abs": "0.005"}))
    assert list(differences({"payment": "1.00"}, {"payment": Fraction("1.006")}, {"money_abs": "0.005"}))
    assert list(differences({"months": 12}, {"months": 13}, {"money_abs": "5"}))
    assert not list(differences({"rate": "0.1"}, {"rate": OneOf((4, Fraction("0.1")))}, {}))
    assert list(differences({"rate": "0.1"}, {"rate": OneOf(())}, {"rate_abs": "9"}))
    assert not list(differences({"rate": None}, {"rate": OneOf(())}, {}))
    assert list(differences({"value": "1"}, {}, {}))
    assert list(differences({"list": ["1"]}, {"list": ["1", "2"]}, {}))
    assert printed_unit("0.0078") == printed_unit("7.8e-3") == Fraction(1, 10000)


def test_words_for_no_rate() -> None:
    assert same_status("limit -100 % (total loss)", "total_loss")
    assert not same_status("limit -100 % (total loss)", "no_root")
    assert same_status("no-sign-change", "total_loss")
    assert not same_status("no-sign-change", "one")
    assert same_status("excel-#NUM!", "no_root")
    assert same_status("never", "never")
