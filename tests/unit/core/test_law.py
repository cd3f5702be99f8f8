"""The rule pack of the law: its structure, the LPR by the day, and the caps on each side of every change."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from planner.core.facts import LenderKind
from planner.core.law import Law, Standing, law_from_json
from planner.knowledge import load_knowledge
from planner.paths import resources

PERSON, BANK, MICRO = LenderKind.PERSON, LenderKind.BANK, LenderKind.MICRO_LENDER
A_DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def law() -> Law:
    return load_knowledge().law


@pytest.fixture
def document() -> Any:
    return json.loads((resources() / "rules" / "law.json").read_text(encoding="utf-8"))


LPR_CHANGES = [
    ("2019-09-20", "4.25", "4.20", "4.85", "4.85"),
    ("2019-11-20", "4.20", "4.15", "4.85", "4.80"),
    ("2020-02-20", "4.15", "4.05", "4.80", "4.75"),
    ("2020-04-20", "4.05", "3.85", "4.75", "4.65"),
    ("2021-12-20", "3.85", "3.80", "4.65", "4.65"),
    ("2022-01-20", "3.80", "3.70", "4.65", "4.60"),
    ("2022-05-20", "3.70", "3.70", "4.60", "4.45"),
    ("2022-08-22", "3.70", "3.65", "4.45", "4.30"),
    ("2023-06-20", "3.65", "3.55", "4.30", "4.20"),
    ("2023-08-21", "3.55", "3.45", "4.20", "4.20"),
    ("2024-02-20", "3.45", "3.45", "4.20", "3.95"),
    ("2024-07-22", "3.45", "3.35", "3.95", "3.85"),
    ("2024-10-21", "3.35", "3.10", "3.85", "3.60"),
    ("2025-05-20", "3.10", "3.00", "3.60", "3.50"),
]


@pytest.mark.parametrize(("day", "one_was", "one", "five_was", "five"), LPR_CHANGES)
def test_the_lpr_changes_on_its_day(day: str, one_was: str, one: str, five_was: str, five: str, law: Law) -> None:
    on = date.fromisoformat(day)
    before, after = law.lpr_on(on - A_DAY), law.lpr_on(on)
    assert before is not None
    assert after is not None
    assert (before.one_year * 100, after.one_year * 100) == (Decimal(one_was), Decimal(one))
    assert (before.five_years * 100, after.five_years * 100) == (Decimal(five_was), Decimal(five))
    assert after.published_on == on
    assert not after.one_year_stale


def test_before_the_first_and_beyond_the_last_lpr_it_says_so(law: Law) -> None:
    assert law.lpr_on(date(2019, 8, 19)) is None
    first = law.lpr_on(date(2019, 8, 20))
    assert first is not None
    assert first.one_year == Decimal("0.0425")
    leap = law.lpr_on(date(2024, 2, 29))
    assert leap is not None
    assert (leap.published_on, leap.five_years) == (date(2024, 2, 20), Decimal("0.0395"))
    states = []
    for day in (date(2026, 2, 23), date(2026, 2, 24), date(2026, 2, 25)):
        found = law.lpr_on(day)
        assert found is not None
        assert (found.one_year, found.published_on) == (Decimal("0.03"), date(2025, 5, 20))
        states.append((found.one_year_stale, found.five_years_stale))
    assert states == [(False, False), (True, False), (True, True)]


PRIVATE_CAPS = [
    ("2020-08-20", "24", "15.40"), ("2021-12-20", "15.40", "15.20"), ("2022-01-20", "15.20", "14.80"),
    ("2022-05-20", "14.80", "14.80"), ("2022-08-22", "14.80", "14.60"), ("2023-06-20", "14.60", "14.20"),
    ("2023-08-21", "14.20", "13.80"), ("2024-02-29", "13.80", "13.80"), ("2024-07-22", "13.80", "13.40"),
    ("2024-10-21", "13.40", "12.40"), ("2025-05-20", "12.40", "12.00"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "was", "now"), PRIVATE_CAPS)
def test_the_cap_on_private_loans_by_the_day_of_the_contract(day: str, was: str, now: str, law: Law) -> None:
    on = date.fromisoformat(day)
    before, after = law.cap_for(PERSON, on - A_DAY), law.cap_for(PERSON, on)
    assert before is not None
    assert after is not None
    assert (before.rate * 100, after.rate * 100) == (Decimal(was), Decimal(now))
    assert (after.standing, after.stale, after.void_above) == (Standing.BINDING, False, None)


def test_private_contracts_before_august_2020(law: Law) -> None:
    assert law.cap_for(PERSON, date(2015, 8, 31)) is None
    for day in (date(2015, 9, 1), date(2016, 2, 29), date(2020, 8, 19)):
        cap = law.cap_for(PERSON, day)
        assert cap is not None
        assert (cap.rate, cap.void_above, cap.lpr) == (Decimal("0.24"), Decimal("0.36"), None)


def test_a_cap_beyond_the_last_lpr_is_marked(law: Law) -> None:
    cap = law.cap_for(PERSON, date(2026, 11, 24))
    assert cap is not None
    assert cap.lpr is not None
    assert (cap.rate, cap.stale, cap.lpr.published_on) == (Decimal("0.12"), True, date(2025, 5, 20))


def ids(law: Law, kind: LenderKind, day: date, months: int | None = None) -> list[str]:
    return [cap.id for cap in law.caps_for(kind, day, months=months)]


def test_licensed_lenders(law: Law) -> None:
    for kind in (BANK, LenderKind.CONSUMER_FINANCE, MICRO, LenderKind.PLATFORM):
        assert law.cap_for(kind, date(2017, 8, 3)) is None
        cap = law.cap_for(kind, date(2017, 8, 4))
        assert cap is not None
        assert (cap.rate, cap.reported) == (Decimal("0.24"), False)
    assert law.cap_for(LenderKind.OTHER, date(2026, 1, 1)) is None


def test_what_is_only_reported_never_stands_before_the_law(law: Law) -> None:
    kind = LenderKind.CONSUMER_FINANCE
    assert ids(law, kind, date(2025, 12, 31)) == ["licensed_24"]
    assert ids(law, kind, date(2026, 1, 1)) == ["licensed_24", "consumer_finance_20"]
    assert [cap.reported for cap in law.caps_for(kind, date(2026, 1, 1))] == [False, True]


def test_micro_lenders_year_by_year_and_by_term(law: Law) -> None:
    assert ids(law, MICRO, date(2025, 12, 31)) == ["licensed_24"]
    assert ids(law, MICRO, date(2026, 1, 1)) == ["licensed_24", "micro_4_lpr_announced"]
    assert ids(law, MICRO, date(2027, 12, 31)) == ["licensed_24", "micro_4_lpr_announced"]
    assert ids(law, MICRO, date(2028, 1, 1)) == ["micro_4_lpr", "licensed_24"]
    assert ids(law, MICRO, date(2028, 2, 29), months=1) == ["licensed_24"]
    assert ids(law, MICRO, date(2028, 2, 29), months=2) == ["micro_4_lpr", "licensed_24"]


def test_dated_rules_beside_the_caps(law: Law) -> None:
    assert law.notice("disclosure_table", date(2026, 7, 31)) is None
    told = law.notice("disclosure_table", date(2026, 8, 1))
    assert told is not None
    assert told.basis.grade == "A"
    for day, yuan in ((date(2025, 2, 28), 200_000), (date(2025, 3, 1), 300_000)):
        size = law.notice("online_loan_size", day)
        assert size is not None
        assert size.values["most_yuan"] == yuan
    assert law.notice("interest_subsidy", date(2026, 12, 31)) is not None
    assert law.notice("interest_subsidy", date(2027, 1, 1)) is None


def test_every_entry_is_dated_sourced_and_graded(law: Law) -> None:
    bases = [law.lpr_basis, *(cap.basis for cap in law.caps), *(each.basis for each in law.notices)]
    assert len(bases) == 15
    for basis in bases:
        assert len(basis.source) > 20
        assert any("\u4e00" <= character <= "\u9fff" for character in basis.source_zh)
        assert basis.grade in "ABC"
        assert basis.effective_from <= basis.checked_on or basis.effective_from == date(2028, 1, 1)
    assert all(0 < cap.rate < 1 for cap in law.caps if cap.rate is not None)
    assert len({cap.id for cap in law.caps}) == len(law.caps)
    for first in law.caps:  # no two binding rules of one kind on one day, but for the stricter one of micro-lenders
        same = [each for each in law.caps if each is not first and set(each.lenders) & set(first.lenders)]
        if PERSON in first.lenders:
            assert not any(each.basis.holds_on(first.basis.effective_from) for each in same)


@pytest.mark.parametrize(
    "broken",
    [
        lambda law: law["lpr"]["rows"].reverse(),
        lambda law: law["lpr"]["rows"].clear(),
        lambda law: law["caps"][0].update(lpr_multiple="4"),
        lambda law: law["caps"][1].update(lpr_multiple=None),
        lambda law: law["caps"][0].update(lenders=["uncle"]),
        lambda law: law["caps"][0].update(grade="D"),
        lambda law: law["caps"][0].update(effective_to="2015-08-31"),
        lambda law: law["notices"][0].update(effective_from="soon"),
    ],
)
def test_a_broken_file_is_refused(broken: Callable[[Any], object], document: Any) -> None:
    broken(document)
    with pytest.raises((ValueError, IndexError)):
        law_from_json(document)
