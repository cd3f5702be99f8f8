"""The product templates: each makes a schedule that closes, says what it rests on, and repeats published numbers."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest

from planner.core.errors import Missing
from planner.core.money import format_fen, parse_amount
from planner.core.products import Product, products_from_json
from planner.core.rates import true_cost
from planner.core.schedules import schedule
from planner.core.settlement import owed_on
from planner.core.terms import DueDayPolicy, LoanTerms, Rate, RatePeriod
from planner.paths import resources
from tests.oracles import domain_vectors, shared

DOCUMENT: dict[str, Any] = json.loads((resources() / "products/products.json").read_text(encoding="utf-8"))
README = (resources() / "products/README.md").read_text(encoding="utf-8")
PRODUCTS = products_from_json(DOCUMENT)
BY_KEY = {product.key: product for product in PRODUCTS}

each_product = pytest.mark.parametrize("product", PRODUCTS, ids=list(BY_KEY))

DRAWDOWNS = [
    *(date(2026, 1, day) for day in (1, 15, 28, 29, 30, 31)),
    *(date(2026, 2, day) for day in (1, 27, 28)),
    date(2028, 2, 29),
    date(2026, 8, 31),
    date(2026, 12, 31),
]
AMOUNTS = ["0.01", "1.00", "99.99", "3333.33", "10000", "1000000"]

KEPT_KEYS = {"jiebei", "weilidai", "baitiao", "bank_loan", "family_loan"}
IMPORTED_KEYS = {"huabei", "jiebei", "wangshangdai", "credit_card"}
"""Keys that books and imported rows hold already."""

STATEMENT_DAY = 6
"""What the form asks for where instalments fall due some days after the bill; 15 January is nine days later."""
LEAST_CONTRAST = 3
LEAST_DISTANCE = 15
"""Between any two badges, in CIE Lab; 2 to 3 is what the eye just tells apart."""


def terms_of(product: Product, principal: str, drawn_on: date, **changed: Any) -> LoanTerms:
    """What a form makes of a template: its defaults, and what the user changed."""
    if product.loan.due_day_policy is DueDayPolicy.AFTER_STATEMENT and "due_day_policy" not in changed:
        changed = {"due_day": STATEMENT_DAY} | changed
    return product.loan.terms(principal_fen=parse_amount(principal), drawn_on=drawn_on, **changed)


def payments(terms: LoanTerms) -> list[str]:
    return [format_fen(row.payment_fen) for row in schedule(terms)]


def yearly_cost(terms: LoanTerms) -> tuple[str, str]:
    """Nominal and effective, in percent."""
    cost = true_cost(terms, schedule(terms)).only
    assert cost is not None
    return f"{cost.nominal * 100:.2f}", f"{cost.effective * 100:.2f}"


@each_product
def test_every_template_makes_a_schedule_that_closes(product: Product) -> None:
    for drawn_on in DRAWDOWNS:
        for amount in AMOUNTS:
            terms = terms_of(product, amount, drawn_on)
            rows = schedule(terms)
            assert sum(row.principal_fen for row in rows) == terms.principal_fen
            assert rows[-1].balance_fen == 0
            assert all(row.balance_fen >= 0 and row.payment_fen >= 0 for row in rows)
            days = [drawn_on, *(row.due_on for row in rows)]
            assert all(earlier < later for earlier, later in pairwise(days))


@pytest.mark.parametrize("key", [key for key, product in BY_KEY.items() if product.line_days])
def test_a_line_s_days_can_be_the_due_day_of_its_instalments(key: str) -> None:
    product = BY_KEY[key]
    assert product.line_days is not None
    statement_day, due_day = product.line_days
    assert product.line_kind is not None
    assert statement_day < due_day
    for drawn_on in DRAWDOWNS:
        rows = schedule(terms_of(product, "3333.33", drawn_on, due_day=due_day))
        assert {row.due_on.day for row in rows} == {due_day}
        assert rows[0].due_on > drawn_on


def test_keys_are_unique_and_those_in_books_stay() -> None:
    assert len(BY_KEY) == len(PRODUCTS)
    assert set(BY_KEY) >= KEPT_KEYS | IMPORTED_KEYS
    assert all(re.fullmatch(r"[a-z][a-z_]*", key) for key in BY_KEY)


def test_names_are_unique_in_both_languages() -> None:
    for names in ([product.zh for product in PRODUCTS], [product.en for product in PRODUCTS]):
        assert len(set(names)) == len(names)
        assert all(name == name.strip() and len(name) <= 30 for name in names)


@each_product
def test_every_default_says_what_it_rests_on(product: Product) -> None:
    assert product.evidence
    for row in (*product.evidence, *product.card_evidence):
        assert row.about
        assert re.search(r"[\u4e00-\u9fff]", row.zh)
        assert row.en
        assert not re.search(r"[\u4e00-\u9fff]", row.en)
        assert re.fullmatch(r"S\d+[a-d]?", row.source)
        assert row.grade in ("A", "B", "C")


@each_product
def test_both_languages_state_the_same_percentages(product: Product) -> None:
    for row in (*product.evidence, *product.card_evidence):
        assert percentages(row.zh) == percentages(row.en), row.zh


def percentages(text: str) -> set[str]:
    """The numbers before a percent sign, both ends of a range."""
    ranges = re.findall(r"(?:(\d+(?:\.\d+)?)%?–)?(\d+(?:\.\d+)?) ?%", text)
    return {number for both in ranges for number in both if number}


def test_the_list_of_sources_is_that_of_the_templates() -> None:
    used = {row.source for product in PRODUCTS for row in (*product.evidence, *product.card_evidence)}
    listed = [name for cell in re.findall(r"^\| (S[^|]+) \|", README, re.MULTILINE) for name in cell.split(", ")]
    assert sorted(listed) == sorted(used)


def test_every_source_is_in_the_domain_s_list() -> None:
    section = shared("design/domain.md").read_text(encoding="utf-8").split("## 8. Sources")[1].split("\n## ")[0]
    known = set(re.findall(r"\bS\d+[a-d]?\b", section))
    assert {row.source for product in PRODUCTS for row in (*product.evidence, *product.card_evidence)} <= known


def test_badges_can_be_read_and_told_apart() -> None:
    assert all(len(product.mark) == 1 for product in PRODUCTS)
    assert len({product.mark for product in PRODUCTS}) == len(PRODUCTS)
    for product in PRODUCTS:
        assert re.fullmatch(r"#[0-9A-F]{6}", product.colour)
        assert 1.05 / (luminance(product.colour) + 0.05) >= LEAST_CONTRAST, product.key
    for one, other in combinations(PRODUCTS, 2):
        assert distance(one.colour, other.colour) >= LEAST_DISTANCE, (one.key, other.key)


def linear(colour: str) -> list[float]:
    """Red, green and blue as amounts of light (sRGB)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = linear(colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, luminance(colour), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


# Published numbers, from the templates with what the contract changes (domain.md §2).
ON = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("periods", "total", "payment", "last", "cost"),
    [
        (6, "0.045", "1,741.67", "1,741.65", ("15.27", "16.38")),
        (12, "0.075", "895.83", "895.87", ("13.57", "14.44")),
        (3, "0.023", "3,410.00", "3,410.00", ("13.75", "14.65")),
        (3, "0.025", "3,416.66", "3,416.68", ("14.94", "16.00")),
        (9, "0.065", "1,183.33", "1,183.36", ("15.34", "16.47")),
        (12, "0.088", "906.66", "906.74", ("15.86", "17.07")),
    ],
)
def test_huabei_s_published_instalments(
    periods: int, total: str, payment: str, last: str, cost: tuple[str, str]
) -> None:
    # E7c, to the fen
    terms = terms_of(BY_KEY["huabei"], "10000", ON, periods=periods, flat_fee_rate=Decimal(total))
    assert payments(terms) == [payment] * (periods - 1) + [last]
    assert yearly_cost(terms) == cost


def test_huabei_s_own_defaults_are_one_of_the_published_plans() -> None:
    terms = terms_of(BY_KEY["huabei"], "10000", ON)
    assert payments(terms) == ["1,741.67"] * 5 + ["1,741.65"]
    assert yearly_cost(terms) == ("15.27", "16.38")


def test_weilidai_as_published() -> None:
    # E3c: 0.05 % a day, 5 periods, drawn on 2018-09-11
    rate = Rate(Decimal("0.0005"), RatePeriod.DAILY)
    rows = schedule(terms_of(BY_KEY["weilidai"], "10000", date(2018, 9, 11), rate=rate, periods=5))
    assert [format_fen(row.interest_fen) for row in rows] == ["150.00", "124.00", "90.00", "62.00", "31.00"]
    assert sum(row.interest_fen for row in rows) == 45700


def test_haoqidai_as_published() -> None:
    # E17: a month is thirty days
    vector = domain_vectors()["zhaolian_published_5000_3"]
    rate = Rate(Decimal(vector["daily"]), RatePeriod.DAILY)
    rows = schedule(terms_of(BY_KEY["haoqidai"], "5000", ON, rate=rate, periods=3))
    assert format_fen(rows[0].payment_fen).replace(",", "") == vector["payment"] == "1716.41"
    assert sum(row.interest_fen for row in rows) == 14923


def test_a_mortgage_as_checked() -> None:
    # E13
    rate = Rate(Decimal("0.0305"), RatePeriod.YEARLY)
    rows = schedule(terms_of(BY_KEY["fangdai"], "1000000", ON, rate=rate))
    assert [format_fen(rows[0].payment_fen), format_fen(rows[-1].payment_fen)] == ["4,243.05", "4,245.47"]
    assert sum(row.interest_fen for row in rows) == 52_750_042


def test_jiebei_as_checked() -> None:
    # E2: the template's own defaults
    rows = schedule(terms_of(BY_KEY["jiebei"], "10000", ON))
    assert [format_fen(rows[0].payment_fen), format_fen(rows[-1].payment_fen)] == ["900.41", "900.42"]
    assert sum(row.interest_fen for row in rows) == 80493


@pytest.mark.parametrize("key", ["credit_card", "baitiao", "xiaofei_fenqi", "meituan_yuefu", "douyin_yuefu"])
def test_twelve_fees_of_0_60_percent(key: str) -> None:
    # E7
    # months as such, also where the bill day decides
    terms = terms_of(BY_KEY[key], "10000", ON, due_day_policy=DueDayPolicy.SAME_DAY_CLAMP)
    assert payments(terms) == ["893.33"] * 11 + ["893.37"]
    assert yearly_cost(terms) == ("13.03", "13.84")


def test_a_bank_s_plan_as_checked() -> None:
    # E1c
    rows = payments(terms_of(BY_KEY["bank_loan"], "200000", ON))
    assert [rows[0], rows[-1]] == ["5,869.28", "5,869.11"]


def test_a_line_of_a_bank_counts_its_days() -> None:
    # E5's convention: days that passed, a year of 360
    terms = terms_of(BY_KEY["bank_revolving"], "50000", date(2026, 3, 10))
    (row,) = schedule(terms)
    assert row.due_on - terms.drawn_on == timedelta(days=365)
    assert row.interest_fen == 157153  # 50,000 × 3.1 % × 365 / 360 = 1,571.527…


def test_no_template_costs_more_than_courts_protect() -> None:
    for product in PRODUCTS:
        cost = true_cost(terms := terms_of(product, "10000", ON), schedule(terms)).only
        assert cost is not None
        assert 0 <= cost.nominal < Decimal("0.24"), product.key


def test_baitiao_falls_due_nine_days_after_its_bill() -> None:
    # domain.md §7: bill 02-25 → 03-06, 08-25 → 09-03; what is bought on the bill day is on the next bill
    days = [row.due_on for row in schedule(terms_of(BY_KEY["baitiao"], "3000", date(2026, 2, 24), due_day=25))]
    assert (days[0], days[6]) == (date(2026, 3, 6), date(2026, 9, 3))
    bought_on_it = terms_of(BY_KEY["baitiao"], "3000", date(2026, 2, 25), due_day=25)
    assert schedule(bought_on_it)[0].due_on == date(2026, 4, 3)
    with pytest.raises(Missing):
        BY_KEY["baitiao"].loan.terms(principal_fen=1, drawn_on=ON)


LATE_ON = ON + timedelta(days=31 + 17)
"""Seventeen days after the first instalment fell due on 15 February."""


@pytest.mark.parametrize(
    ("key", "changed", "penalty"),
    [
        # as E8: 17 days on the overdue principal, on principal and interest, on all principal, at a rate of its own
        ("jiebei", {}, 792),  # (900.41 − 124.00) × 0.0006 × 17 = 7.919…
        ("wangshangdai", {}, 976),  # (833.33 + 124.00) × 0.0006 × 17 = 9.764…
        ("jintiao", {}, 10_200),  # 10,000 × 0.0006 × 17, instead of the interest
        ("huabei", {"periods": 6}, 1_417),  # 1,666.67 × 0.0005 × 17 = 14.16…
        ("baitiao", {}, 921),  # 833.33 × 0.00065 × 17 = 9.208…
        ("family_loan", {"periods": 1}, 0),
    ],
)
def test_what_lateness_costs_by_template(key: str, changed: dict[str, Any], penalty: int) -> None:
    terms = terms_of(BY_KEY[key], "10000", ON, **changed)
    owed = owed_on(terms, (), LATE_ON)
    assert owed.penalty_fen == penalty


@pytest.mark.parametrize(
    ("key", "on", "fee_fen"),
    [
        ("jiebei", date(2026, 2, 1), 0),
        ("haoqidai", date(2026, 2, 1), 10_000),  # 1 % of 10,000.00
        ("fangdai", date(2026, 2, 1), 30_000),  # the first year
        ("bank_loan", date(2026, 2, 1), 0),
    ],
)
def test_what_paying_off_early_costs_by_template(key: str, on: date, fee_fen: int) -> None:
    assert owed_on(terms_of(BY_KEY[key], "10000", ON), (), on).early_fee_fen == fee_fen


def test_huabei_keeps_its_fees_on_early_payoff() -> None:
    owed = owed_on(terms_of(BY_KEY["huabei"], "10000", ON), (), date(2026, 2, 1))
    assert (owed.principal_fen, owed.fees_fen, owed.total_fen) == (1_000_000, 45_000, 1_045_000)


def test_the_mortgage_s_price_of_paying_off_falls_with_the_years() -> None:
    steps = BY_KEY["fangdai"].loan.prepay.steps
    assert steps == ((0, Decimal("0.03")), (12, Decimal("0.02")), (24, Decimal("0.01")), (36, Decimal(0)))


def test_only_the_whole_of_haoqidai_is_paid_back_early() -> None:
    partly = {product.key for product in PRODUCTS if not product.loan.prepay.partial_allowed}
    assert partly == {"haoqidai"}


def changed_document(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The product file with its 花呗 changed."""
    document = copy.deepcopy(DOCUMENT)
    change(next(entry for entry in document["products"] if entry["key"] == "huabei"))
    return document


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry["line_days"].update(statement_day=0),
        lambda entry: entry["line_days"].update(due_day=32),
        lambda entry: entry["line_days"].update(due_day="8"),
        lambda entry: entry["line_days"].update(due_day=True),
        lambda entry: entry["line_days"].pop("due_day"),
        lambda entry: entry.update(line_kind=None),
        lambda entry: entry.update(line_kind="purse"),
        lambda entry: entry.update(lender_kind="friend"),
        lambda entry: entry.pop("mark"),
        lambda entry: entry["loan"].update(method="never"),
        lambda entry: entry["loan"].update(rate="high"),
        lambda entry: entry["loan"].update(flat_fee_rate=""),
        lambda entry: entry["loan"].pop("periods"),
        lambda entry: entry["loan"].update(fee_basis="now and then"),
        lambda entry: entry["loan"].update(days_after_statement="9"),
        lambda entry: entry["loan"].update(least_days=True),
        lambda entry: entry["loan"].pop("penalty"),
        lambda entry: entry["loan"]["penalty"].update(base="everything"),
        lambda entry: entry["loan"]["penalty"].update(multiplier="some"),
        lambda entry: entry["loan"]["penalty"].update(compounds="yes"),
        lambda entry: entry["loan"]["prepay"].update(allowed=1),
        lambda entry: entry["loan"]["prepay"].update(fee="much"),
        lambda entry: entry["loan"]["prepay"].update(steps="0-0.03"),
        lambda entry: entry["evidence"][0].pop("en"),
        lambda entry: entry["card"].update(daily_rate=0.0005),
        lambda entry: entry["card"].update(daily_rate="0.5"),
        lambda entry: entry["card"].update(due_rule="some day"),
        lambda entry: entry["card"].update(compounds=1),
        lambda entry: entry["card"].update(assumed=["weather"]),
        lambda entry: entry["card"].pop("minimum"),
        lambda entry: entry["card"]["minimum"].update(share="2"),
        lambda entry: entry["card"]["offered"].update({"5": ["15"]}),
        lambda entry: entry["card"]["evidence"][0].pop("grade"),
    ],
)
def test_a_broken_file_is_refused(change: Callable[[dict[str, Any]], None]) -> None:
    document = changed_document(change)
    with pytest.raises((KeyError, ValueError)):
        products_from_json(document)


def test_a_day_of_the_calendar_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        products_from_json(DOCUMENT | {"checked_on": "2026-11-31x"})


def test_days_of_a_line_are_read() -> None:
    assert {key: product.line_days for key, product in BY_KEY.items() if product.line_days} == {
        "huabei": (1, 8),
        "meituan_yuefu": (1, 8),
        "douyin_yuefu": (1, 6),
    }
