"""W01–W08: the figures of domain.md §2.8, and a hair on either side of every line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planner.core.agreed_cost import AgreedCost, agreed_cost, fee_share, stated_yearly_rate
from planner.core.cost_flags import NO_CONSUMER_LOANS, loan_flags
from planner.core.facts import CreditFacts, LenderKind, LoanFact, RowKind, RowRef
from planner.core.findings import CostGap, Finding, Level, Rules
from planner.core.irr import RateStatus
from planner.core.terms import Accrual, DayCountBasis, FeeBasis, LoanTerms, Rate, RatePeriod, RepaymentMethod
from planner.core.warnings import findings
from planner.knowledge import load_knowledge
from tests.credit import loan

DRAWN = date(2026, 1, 15)
METHOD = RepaymentMethod


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_knowledge().rules


def terms(
    rate: str = "0.12",
    *,
    period: RatePeriod = RatePeriod.YEARLY,
    fen: int = 10000_00,
    received_fen: int | None = None,
    months: int = 12,
    drawn_on: date = DRAWN,
    method: RepaymentMethod = METHOD.EQUAL_INSTALMENT,
    days: DayCountBasis | None = None,
    fee: str = "0",
) -> LoanTerms:
    """By months, or with `days` by actual days."""
    return LoanTerms(
        principal_fen=fen,
        received_fen=fen if received_fen is None else received_fen,
        method=method,
        accrual=Accrual.MONTHLY if days is None else Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal(rate), period),
        day_count=days or DayCountBasis.DAYS_360,
        drawn_on=drawn_on,
        periods=months,
        flat_fee_rate=Decimal(fee),
    )


def fact(agreed: AgreedCost | None, kind: LenderKind = LenderKind.BANK, on: date = DRAWN, number: int = 1) -> LoanFact:
    return LoanFact(
        RowRef(RowKind.LOAN, number), "loan", 1, None, on, None, (), ((on, 10000_00),), lender_kind=kind, agreed=agreed
    )


def of_terms(found: LoanTerms, kind: LenderKind = LenderKind.BANK, product: str = "") -> LoanFact:
    return fact(agreed_cost(found, (), product), kind, found.drawn_on)


def flag(rule_id: str, loan: LoanFact, rules: Rules) -> Finding | None:
    return next((each for each in loan_flags(loan, rules) if each.rule_id == rule_id), None)


def level(rule_id: str, loan: LoanFact, rules: Rules) -> Level:
    found = flag(rule_id, loan, rules)
    return Level.OK if found is None else found.level


def costing(nominal: str, kind: LenderKind = LenderKind.BANK, on: date = DRAWN, *, stated: str = "0") -> LoanFact:
    """A loan of exactly that cost."""
    rate = Decimal(nominal)
    agreed = agreed_cost(terms(drawn_on=on))
    return fact(replace(agreed, nominal=rate, effective=rate, judged=rate, stated_rate=Decimal(stated)), kind, on)


def shown(agreed: AgreedCost) -> tuple[str, str]:
    assert agreed.nominal is not None
    assert agreed.effective is not None
    return f"{agreed.nominal * 100:.2f}", f"{agreed.effective * 100:.2f}"


def test_a_flat_fee_is_a_note_with_both_rates(rules: Rules) -> None:
    loan = of_terms(terms(method=METHOD.EQUAL_PRINCIPAL_FLAT_FEE, fee="0.006"))
    assert loan.agreed is not None
    assert shown(loan.agreed) == ("13.03", "13.84")
    assert loan.agreed.stated_rate is None
    (found,) = loan_flags(loan, rules)
    assert (found.rule_id, found.level, found.values["fee_share"]) == ("W07", Level.INFO, Decimal("0.072"))


def test_a_fee_on_top_of_interest(rules: Rules) -> None:
    loan = of_terms(terms(fee="0.005"))
    assert loan.agreed is not None
    assert shown(loan.agreed) == ("22.53", "25.01")
    assert loan_flags(loan, rules) == ()


def test_what_was_kept_back_is_critical_and_counts(rules: Rules) -> None:
    loan = of_terms(terms(received_fen=9400_00))
    assert loan.agreed is not None
    assert shown(loan.agreed) == ("23.92", "26.72")
    (found,) = loan_flags(loan, rules)
    assert (found.rule_id, found.level) == ("W05", Level.CRITICAL)
    assert (found.values["received_fen"], found.values["principal_fen"]) == (9400_00, 10000_00)
    assert level("W05", of_terms(terms(received_fen=9999_99)), rules) is Level.CRITICAL
    assert level("W05", of_terms(terms(received_fen=10000_00)), rules) is Level.OK


def test_24_percent_by_360_days_is_really_more_and_flagged(rules: Rules) -> None:
    loan = of_terms(terms("0.24", days=DayCountBasis.DAYS_360))
    assert loan.agreed is not None
    assert shown(loan.agreed)[0] == "24.23"
    found = flag("W01", loan, rules)
    assert found is not None
    assert (found.level, found.values["cap"], found.rows) == (Level.CRITICAL, Decimal("0.24"), (loan.ref,))
    assert found.next_steps


@pytest.mark.parametrize("start", [DRAWN, date(2024, 1, 31), date(2024, 2, 29), date(2025, 6, 30)])
def test_a_true_24_percent_is_not_accused(start: date, rules: Rules) -> None:
    smallest = of_terms(terms("0.24", fen=100_00, months=3, drawn_on=start))
    assert smallest.agreed is not None
    assert f"{smallest.agreed.nominal:.6f}" == "0.240225"
    assert level("W01", smallest, rules) is Level.OK
    for months in (1, 2, 3, 12, 36):
        loan = of_terms(terms("0.24", months=months, drawn_on=start, days=DayCountBasis.DAYS_365))
        assert level("W01", loan, rules) is Level.OK, months


@pytest.mark.parametrize(
    ("cost", "expected"),
    [("0.2405", Level.OK), ("0.240500001", Level.CRITICAL), ("0.24", Level.OK), ("3", Level.CRITICAL)],
)
def test_w01_is_strict(cost: str, expected: Level, rules: Rules) -> None:
    for kind in (LenderKind.BANK, LenderKind.CONSUMER_FINANCE, LenderKind.MICRO_LENDER, LenderKind.PLATFORM):
        assert level("W01", costing(cost, kind), rules) is expected
    assert level("W01", costing(cost, LenderKind.PERSON), rules) is Level.OK


def test_w01_says_where_it_does_not_know(rules: Rules) -> None:
    other = flag("W01", costing("0.2406", LenderKind.OTHER), rules)
    old = flag("W01", costing("0.2406", on=date(2017, 8, 3)), rules)
    assert other is not None
    assert old is not None
    assert (other.level, other.missing) == (Level.UNKNOWN, CostGap.LENDER_KIND)
    assert (old.level, old.missing) == (Level.UNKNOWN, CostGap.NO_CAP_KNOWN)
    assert level("W01", costing("0.2405", LenderKind.OTHER), rules) is Level.OK
    assert level("W01", costing("0.2406", on=date(2017, 8, 4)), rules) is Level.CRITICAL


@pytest.mark.parametrize("status", [RateStatus.SEVERAL, RateStatus.NO_ROOT, RateStatus.NO_SIGN_CHANGE])
def test_without_a_single_cost_nothing_is_called_fine(status: RateStatus, rules: Rules) -> None:
    agreed = replace(agreed_cost(terms()), status=status, nominal=None, effective=None, judged=None)
    kinds = {
        "W01": LenderKind.BANK, "W02": LenderKind.CONSUMER_FINANCE, "W03": LenderKind.PERSON,
        "W04": LenderKind.MICRO_LENDER,
    }  # fmt: skip
    for rule_id, kind in kinds.items():
        found = flag(rule_id, fact(agreed, kind), rules)
        assert found is not None
        assert (found.level, found.missing) == (Level.UNKNOWN, CostGap.NO_SINGLE_COST)
    assert all(each.level is Level.UNKNOWN for each in loan_flags(fact(None), rules))
    assert len(loan_flags(fact(None), rules)) == 8


@pytest.mark.parametrize(
    ("cost", "on", "expected"),
    [
        ("0.2005", date(2026, 1, 1), Level.OK), ("0.200500001", date(2026, 1, 1), Level.CAUTION),
        ("0.21", date(2025, 12, 31), Level.OK), ("0.30", date(2026, 11, 24), Level.CAUTION),
    ],
)  # fmt: skip
def test_w02_is_a_caution_at_most(cost: str, on: date, expected: Level, rules: Rules) -> None:
    assert level("W02", costing(cost, LenderKind.CONSUMER_FINANCE, on), rules) is expected
    assert level("W02", costing(cost, LenderKind.BANK, on), rules) is Level.OK


@pytest.mark.parametrize(
    ("rate", "on", "expected"),
    [
        ("0.12", date(2025, 5, 20), Level.OK), ("0.120001", date(2025, 5, 20), Level.CRITICAL),
        ("0.124", date(2025, 5, 19), Level.OK), ("0.1241", date(2025, 5, 19), Level.CRITICAL),
        ("0.1241", date(2024, 10, 20), Level.OK), ("0.134", date(2024, 10, 20), Level.OK),
        ("0.142", date(2023, 8, 20), Level.OK), ("0.142", date(2023, 8, 21), Level.CRITICAL),
        ("0.142", date(2024, 2, 29), Level.CRITICAL), ("0.138", date(2024, 2, 29), Level.OK),
        ("0.148", date(2022, 8, 21), Level.OK), ("0.148", date(2022, 8, 22), Level.CRITICAL),
        ("0.154", date(2020, 8, 20), Level.OK), ("0.1541", date(2020, 8, 20), Level.CRITICAL),
        ("0.24", date(2020, 8, 19), Level.OK), ("0.2401", date(2020, 8, 19), Level.WARNING),
        ("0.36", date(2020, 8, 19), Level.WARNING), ("0.3601", date(2020, 8, 19), Level.CRITICAL),
        ("0", date(2015, 8, 31), Level.OK), ("0.01", date(2015, 8, 31), Level.UNKNOWN),
    ],
)  # fmt: skip
def test_w03_by_the_rate_agreed_and_the_day(rate: str, on: date, expected: Level, rules: Rules) -> None:
    for method in (METHOD.EQUAL_INSTALMENT, METHOD.BULLET):
        loan = of_terms(terms(rate, drawn_on=on, method=method, months=6), LenderKind.PERSON)
        if method is METHOD.BULLET and loan.agreed is not None:
            loan = fact(replace(loan.agreed, judged=loan.agreed.stated_rate), LenderKind.PERSON, on)
        assert level("W03", loan, rules) is expected
    assert level("W03", of_terms(terms(rate, drawn_on=on)), rules) is Level.OK


def test_w03_counts_fees_and_what_was_kept_back(rules: Rules) -> None:
    on = date(2025, 6, 1)
    assert level("W03", of_terms(terms("0.10", drawn_on=on, fee="0.01"), LenderKind.PERSON), rules) is Level.CRITICAL
    kept = terms("0.06", drawn_on=on, received_fen=9000_00)
    assert level("W03", of_terms(kept, LenderKind.PERSON), rules) is Level.CRITICAL
    monthly = terms("0.01", period=RatePeriod.MONTHLY, drawn_on=on)
    assert level("W03", of_terms(monthly, LenderKind.PERSON), rules) is Level.OK
    assert level("W03", costing("0.1205", LenderKind.PERSON, on), rules) is Level.OK
    assert level("W03", costing("0.120500001", LenderKind.PERSON, on), rules) is Level.CRITICAL


def test_w03_beyond_the_last_lpr_is_never_simply_fine(rules: Rules) -> None:
    on = date(2026, 11, 1)
    over = flag("W03", of_terms(terms("0.13", drawn_on=on), LenderKind.PERSON), rules)
    near = flag("W03", of_terms(terms("0.12", drawn_on=on), LenderKind.PERSON), rules)
    assert over is not None
    assert near is not None
    assert (over.level, over.values["stale"], over.on) == (Level.CRITICAL, 1, date(2025, 5, 20))
    assert (near.level, near.missing) == (Level.UNKNOWN, CostGap.LATER_LPR)
    assert level("W03", costing("0.06", LenderKind.PERSON, on), rules) is Level.OK
    assert level("W03", costing("0.0600001", LenderKind.PERSON, on), rules) is Level.UNKNOWN
    assert level("W03", costing("0.0600001", LenderKind.PERSON, date(2026, 2, 23)), rules) is Level.OK


@pytest.mark.parametrize(
    ("cost", "on", "expected"),
    [
        ("0.20", date(2025, 12, 31), Level.OK), ("0.1205", date(2026, 1, 1), Level.OK),
        ("0.120500001", date(2026, 1, 1), Level.INFO), ("0.20", date(2027, 12, 31), Level.INFO),
        ("0.20", date(2028, 1, 1), Level.WARNING), ("0.1205", date(2028, 2, 29), Level.OK),
    ],
)  # fmt: skip
def test_w04_is_a_note_until_2028(cost: str, on: date, expected: Level, rules: Rules) -> None:
    assert level("W04", costing(cost, LenderKind.MICRO_LENDER, on), rules) is expected
    month = fact(replace(costing(cost).agreed or agreed_cost(terms()), months=1), LenderKind.MICRO_LENDER, on)
    assert level("W04", month, rules) is Level.OK


def test_w06_asks_the_user_to_compare(rules: Rules) -> None:
    since = date(2026, 8, 1)
    found = flag("W06", of_terms(terms(fee="0.001", drawn_on=since)), rules)
    assert found is not None
    assert (found.level, found.missing) == (Level.UNKNOWN, CostGap.DISCLOSURE_TABLE)
    assert level("W06", of_terms(terms(received_fen=9000_00, drawn_on=since)), rules) is Level.UNKNOWN
    assert level("W06", of_terms(terms(fee="0.001", drawn_on=date(2026, 7, 31))), rules) is Level.OK
    assert level("W06", of_terms(terms(drawn_on=since)), rules) is Level.OK
    assert level("W06", of_terms(terms(fee="0.001", drawn_on=since), LenderKind.PERSON), rules) is Level.OK


@pytest.mark.parametrize(
    ("fen", "months", "expected"),
    [
        (300_000_00, 84, Level.OK), (300_000_01, 84, Level.INFO), (300_000_00, 85, Level.INFO),
    ],
)  # fmt: skip
def test_w08_by_size_and_term(fen: int, months: int, expected: Level, rules: Rules) -> None:
    agreed = terms(fen=fen, months=months)
    assert level("W08", of_terms(agreed), rules) is expected
    assert level("W08", of_terms(agreed, LenderKind.PERSON), rules) is Level.OK
    for product in NO_CONSUMER_LOANS:
        assert level("W08", of_terms(agreed, product=product), rules) is Level.OK


def test_products_that_are_no_consumer_loans_exist() -> None:
    assert set(NO_CONSUMER_LOANS) <= {product.key for product in load_knowledge().products}


def test_only_open_loans_are_warned_about_and_gaps_are_one_finding(rules: Rules) -> None:
    dear = [replace(costing("0.30"), ref=RowRef(RowKind.LOAN, number)) for number in (1, 2, 3)]
    unsure = [replace(costing("0.30", LenderKind.OTHER), ref=RowRef(RowKind.LOAN, number)) for number in (4, 5)]
    over = replace(dear[2], closed_on=DRAWN)
    later = replace(costing("0.30", on=date(2026, 3, 2)), ref=RowRef(RowKind.LOAN, 6))
    facts = CreditFacts(loans=(*dear[:2], over, *unsure, later))
    found = [each for each in findings(facts, date(2026, 3, 1), rules) if each.rule_id == "W01"]
    assert [(each.level, [row.id for row in each.rows]) for each in found] == [
        (Level.CRITICAL, [1]), (Level.CRITICAL, [2]), (Level.UNKNOWN, [4, 5]),
    ]  # fmt: skip
    assert level("W01", over, rules) is Level.CRITICAL
    assert [each.level for each in findings(CreditFacts(), DRAWN, rules) if each.rule_id < "W09"] == [Level.OK] * 8


def test_notes_about_contracts_come_after_other_notes(rules: Rules) -> None:
    due = replace(loan([(date(2026, 3, 6), None)]), agreed=agreed_cost(terms()))
    flat = of_terms(terms(method=METHOD.EQUAL_PRINCIPAL_FLAT_FEE, fee="0.006"))
    said = findings(CreditFacts(loans=(flat, due)), date(2026, 3, 1), rules)
    assert [each.rule_id for each in said if each.level is Level.INFO] == ["W40", "W07"]


@pytest.mark.parametrize(
    ("rate", "period", "days", "yearly"),
    [
        ("0.12", RatePeriod.YEARLY, None, "0.12"),
        ("0.01", RatePeriod.MONTHLY, DayCountBasis.DAYS_365, "0.12"),
        ("0.0005", RatePeriod.DAILY, DayCountBasis.NONE, "0.1825"),
        ("0.0005", RatePeriod.DAILY, None, "0.18"),
    ],
)
def test_the_stated_rate_of_a_year(rate: str, period: RatePeriod, days: DayCountBasis | None, yearly: str) -> None:
    assert stated_yearly_rate(terms(rate, period=period, days=days)) == Decimal(yearly)


def test_the_fees_of_the_term() -> None:
    each = terms(fee="0.006")
    assert fee_share(each) == Decimal("0.072")
    assert fee_share(replace(each, fee_basis=FeeBasis.TOTAL)) == Decimal("0.006")
