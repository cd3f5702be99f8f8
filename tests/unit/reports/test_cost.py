"""A loan's cost as the book has it: advertised, agreed and as it went, its caps and flags, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.actions.loans import add_loan, record_repayment
from planner.actions.plan_changes import change_rate
from planner.core.facts import LenderKind
from planner.core.findings import Level
from planner.core.irr import RateStatus
from planner.core.loan_cost import LoanCost
from planner.core.rates import CostFound, TrueCost
from planner.core.terms import Accrual, DayCountBasis, LoanTerms, Rate, RatePeriod, RepaymentMethod
from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.reports.cost import loan_cost
from planner.reports.facts import credit_facts
from planner.reports.loans import accounts
from planner.reports.warnings import warnings_report
from planner.store.book import Book
from planner.wording.costs import both_rates, cost_lines
from tests.books import TODAY, jiebei_terms, new_book

RULES = load_knowledge().rules
DRAWN = date(2026, 1, 15)
MONTHLY = LoanTerms(
    principal_fen=10000_00,
    received_fen=10000_00,
    method=RepaymentMethod.EQUAL_INSTALMENT,
    accrual=Accrual.MONTHLY,
    rate=Rate(Decimal("0.12"), RatePeriod.YEARLY),
    day_count=DayCountBasis.DAYS_360,
    drawn_on=DRAWN,
    periods=12,
)
FLAT = replace(MONTHLY, method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, flat_fee_rate=Decimal("0.006"))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def lent(book: Book, terms: LoanTerms, kind: LenderKind = LenderKind.BANK, name: str = "a loan") -> int:
    return book.write(
        add_loan, lender_name=name, lender_kind=kind, name=name, product="bank_loan", terms=terms, line_id=None
    )


def cost(book: Book, loan: int, today: date = TODAY) -> LoanCost:
    view = book.read(loan_cost, loan_id=loan, today=today, rules=RULES)
    assert view is not None
    return view


def shown(found: CostFound) -> tuple[str, str]:
    assert found.only is not None
    return f"{found.only.nominal * 100:.2f}", f"{found.only.effective * 100:.2f}"


def test_a_flat_fee_beside_what_it_really_costs(book: Book) -> None:
    view = cost(book, lent(book, FLAT))
    assert view.stated_rate is None
    assert view.flat_fee is not None
    assert (view.flat_fee.each, view.flat_fee.in_all, view.flat_fee.advertised_yearly) == (
        Decimal("0.006"), Decimal("0.072"), Decimal("0.072"),
    )  # fmt: skip
    assert shown(view.agreed) == shown(view.flat_fee.real) == ("13.03", "13.84")
    assert (view.sums_agreed.fee_fen, view.sums_agreed.total_fen) == (720_00, 720_00)
    (beside,) = view.caps
    assert beside.margin is not None
    assert f"{beside.margin * 100:.2f}" == "10.97"
    said = "\n".join(cost_lines(view))
    assert "The contract says: fee 0.60% each period" in said
    assert "advertised as 7.20% in all or 7.20% a year; by itself it costs: simple yearly rate 13.03%" in said
    assert "By the contract: simple yearly rate 13.03%, compound yearly rate 13.84%" in said
    assert "10.97 points of room" in said
    assert "W07 Note" in said


def test_what_was_kept_back_and_a_fee_on_top(book: Book) -> None:
    kept = cost(book, lent(book, replace(MONTHLY, received_fen=9400_00), name="one"))
    assert shown(kept.agreed) == ("23.92", "26.72")
    assert [flag.rule.id for flag in kept.flags] == ["W05"]
    assert (kept.sums.deducted_fen, kept.sums.interest_fen) == (600_00, 661_86)
    said = cost_lines(kept)
    assert "Agreed: ¥1,261.86 beside the principal (interest ¥661.86, deducted up front ¥600.00)" in said
    fee = cost(book, lent(book, replace(MONTHLY, flat_fee_rate=Decimal("0.005")), name="two"))
    assert shown(fee.agreed) == ("22.53", "25.01")
    assert "The contract says: 12% a year and a fee 0.50% each period" in cost_lines(fee)
    assert fee.flags == ()


def test_the_same_cost_as_on_the_loans_page_after_a_change_of_rate(book: Book) -> None:
    loan = lent(book, jiebei_terms())
    book.write(change_rate, loan_id=loan, on=date(2026, 5, 1), rate=Rate(Decimal("0.0009"), RatePeriod.DAILY))
    for today in (date(2026, 4, 30), date(2026, 5, 1), TODAY):
        view = cost(book, loan, today)
        (row,) = book.read(accounts, today=today).rows
        (fact,) = credit_facts(book.reader, today).loans
        assert fact.agreed is not None
        assert view.agreed.only is not None
        assert row.cost == view.agreed.only
        assert fact.agreed.nominal == view.agreed.only.nominal
        assert (view.agreed.only.nominal > Decimal("0.2")) is (today >= date(2026, 5, 1))


def test_as_it_went_counts_penalties_and_an_early_payoff(book: Book) -> None:
    loan = lent(book, FLAT)
    for month in range(2, 8):
        book.write(record_repayment, loan_id=loan, paid_on=date(2026, month, 15), amount_fen=893_33)
    planned = cost(book, loan, date(2026, 7, 15))
    assert not planned.went_otherwise
    assert planned.so_far == planned.agreed_by_days
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 7, 15), amount_fen=5893_35 - 893_33, closes=True)
    early = cost(book, loan)
    assert early.went_otherwise
    assert early.sums.total_fen == 360_00 < early.sums_agreed.total_fen
    assert early.so_far.only is not None
    assert Decimal("0.08") < early.so_far.only.nominal < Decimal("0.10")  # domain.md E7d: 9.07 by months
    assert "As it went: ¥360.00 beside the principal" in cost_lines(early)


def test_what_is_late_costs_its_penalty_as_of_today(book: Book) -> None:
    loan = lent(book, MONTHLY)
    on_time, late = cost(book, loan, date(2026, 2, 15)), cost(book, loan, date(2026, 3, 14))
    assert (on_time.sums.penalty_fen, on_time.went_otherwise) == (0, False)
    assert late.sums.penalty_fen > 0
    assert late.went_otherwise
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 3, 14), amount_fen=899_49, penalty_fen=11_00)
    paid = cost(book, loan, date(2026, 3, 14))
    assert paid.sums.penalty_fen == 11_00
    assert paid.so_far.only is not None
    assert on_time.so_far.only is not None
    # later by a month, so cheaper by time, were it not for the penalty
    free = replace(MONTHLY, rate=Rate(Decimal(0), RatePeriod.YEARLY))
    other = lent(book, free, name="free")
    book.write(record_repayment, loan_id=other, paid_on=date(2026, 3, 14), amount_fen=843_33, penalty_fen=10_00)
    found = cost(book, other, date(2026, 3, 14)).so_far.only
    assert found is not None
    assert found.nominal > 0


def test_a_private_loan_beyond_the_last_lpr_says_so(book: Book) -> None:
    terms = replace(MONTHLY, drawn_on=date(2026, 6, 1), rate=Rate(Decimal("0.1201"), RatePeriod.YEARLY))
    view = cost(book, lent(book, terms, LenderKind.PERSON))
    assert [(flag.rule.id, flag.finding.level) for flag in view.flags] == [("W03", Level.CRITICAL)]
    said = "\n".join(cost_lines(view))
    assert "0.01 points above" in said
    assert said.count("By the LPR of 2025-05-20, the last on record; a later one may be in force.") == 2
    known = cost(book, lent(book, replace(terms, drawn_on=DRAWN), LenderKind.PERSON, "b"))
    assert "the last on record" not in "\n".join(cost_lines(known))


def test_a_lender_of_unknown_kind_has_no_cap(book: Book) -> None:
    view = cost(book, lent(book, MONTHLY, LenderKind.OTHER))
    assert view.caps == ()
    assert "No cap is on record for this kind of lender on 2026-01-15." in cost_lines(view)


def test_a_loan_that_is_not_in_the_book_has_no_cost(book: Book) -> None:
    loan = lent(book, MONTHLY)
    assert book.read(loan_cost, loan_id=loan, today=date(2026, 1, 14), rules=RULES) is None
    assert book.read(loan_cost, loan_id=99, today=TODAY, rules=RULES) is None


def test_several_rates_and_none_are_said_as_such() -> None:
    two = (TrueCost(Decimal("0.1"), Decimal("0.11")), TrueCost(Decimal("0.3"), Decimal("0.35")))
    said = both_rates(CostFound(RateStatus.SEVERAL, two))
    assert said.startswith("Several yearly rates fit")
    assert said.count("simple yearly rate") == said.count("compound yearly rate") == 2
    for status in (RateStatus.NO_ROOT, RateStatus.NO_SIGN_CHANGE, RateStatus.TOTAL_LOSS):
        assert "There is no yearly rate" in both_rates(CostFound(status, ()))


def test_flags_are_among_the_warnings_with_words_in_both_languages(book: Book) -> None:
    lent(book, replace(MONTHLY, rate=Rate(Decimal("0.25"), RatePeriod.YEARLY)), LenderKind.CONSUMER_FINANCE, "dear")
    lent(book, replace(MONTHLY, rate=Rate(Decimal("0.20"), RatePeriod.YEARLY)), LenderKind.MICRO_LENDER, "micro")
    lent(book, replace(MONTHLY, rate=Rate(Decimal("0.20"), RatePeriod.YEARLY)), LenderKind.PERSON, "uncle")
    lent(book, replace(FLAT, received_fen=9000_00, drawn_on=date(2026, 8, 1)), name="kept")
    lent(book, replace(MONTHLY, principal_fen=40_000_000, received_fen=40_000_000), name="large")
    report = book.read(warnings_report, today=TODAY, rules=RULES)
    said = {each.rule.id: each.finding.level for each in report.warnings if each.rule.id < "W09"}
    assert said == {
        "W01": Level.CRITICAL, "W02": Level.CAUTION, "W03": Level.CRITICAL, "W04": Level.INFO, "W05": Level.CRITICAL,
        "W07": Level.INFO, "W08": Level.INFO,
    }  # fmt: skip
    assert "W06" in {each.rule.id for each in report.unknown}
    ids = [each.rule.id for each in report.warnings]
    assert ids.index("W41") < ids.index("W01")
    loans = [row.account.id for row in book.read(accounts, today=TODAY).rows]
    for language in ("en", "zh"):
        set_language(language)
        words = [line for loan in loans for line in cost_lines(cost(book, loan))]
        assert not [line for line in words if "{" in line or "None" in line]
    set_language("en")


def test_what_is_late_without_a_penalty_is_cheaper_by_time(book: Book) -> None:
    loan = lent(book, replace(FLAT, rate=Rate(Decimal(0), RatePeriod.YEARLY)))
    late = cost(book, loan, date(2026, 6, 15))
    assert late.so_far.only is not None
    assert late.agreed_by_days.only is not None
    assert late.so_far.only.nominal < late.agreed_by_days.only.nominal
    assert (late.sums, late.went_otherwise) == (late.sums_agreed, True)
