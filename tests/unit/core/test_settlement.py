"""What is owed on any day, what lateness costs, and the price of paying early (domain.md §2.8, §2.9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.events import PrepayMode, RateChange
from planner.core.money import parse_amount
from planner.core.overdue import compounded_penalty, late_rows, penalty, record_clears_on
from planner.core.repayments import Repayment, course
from planner.core.schedules import schedule
from planner.core.settlement import a_day_more, owed_on
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from tests.books import jiebei_terms
from tests.oracles import domain_vectors

JIEBEI = jiebei_terms()
FLAT = LoanTerms(
    principal_fen=1_000_000, received_fen=1_000_000, method=RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,
    accrual=Accrual.MONTHLY, rate=Rate(Decimal(0), RatePeriod.MONTHLY), day_count=DayCountBasis.NONE,
    drawn_on=date(2026, 1, 15), periods=12, flat_fee_rate=Decimal("0.006"),
)  # fmt: skip


def paid(*payments: tuple[date, int]) -> list[Repayment]:
    return [Repayment(at, day, fen) for at, (day, fen) in enumerate(payments)]


def in_time(terms: LoanTerms, count: int) -> list[Repayment]:
    rows = [each.row for each in course(terms).instalments[:count]]
    return paid(*((row.due_on, row.payment_fen) for row in rows))


@pytest.mark.parametrize(
    ("key", "base"), [("principal_only", 80_000), ("principal_plus_interest", 92_000), ("all_outstanding", 920_000)]
)
def test_seventeen_days_late(key: str, base: int) -> None:
    vector = domain_vectors()["overdue_17d"]
    assert penalty(base, Fraction(vector["penalty_daily"]), 17) == parse_amount(vector[key])


def test_compounding_each_month() -> None:
    """E8: 14.40 + 2.16 in the first month, 7.20 + 1.23 in the next fifteen days; without compounding 21.60."""
    rate = Fraction("0.0006")
    assert compounded_penalty(80_000, 12_000, rate, date(2026, 4, 1), date(2026, 5, 16)) == 2_499
    assert penalty(80_000, rate, 45) == 2_160


LATE_ON = date(2026, 3, 4)  # seventeen days after 15 February


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (PenaltyTerms(), 792),  # 776.41 × 0.0006 × 17 = 7.919
        (PenaltyTerms(base=PenaltyBase.OVERDUE_PRINCIPAL_AND_INTEREST), 918),
        (PenaltyTerms(base=PenaltyBase.ALL_PRINCIPAL), 10_200),
        (PenaltyTerms(daily_rate=Decimal("0.0005")), 660),
        (PenaltyTerms(multiplier=Decimal(0)), 0),
    ],
)
def test_a_late_instalment_has_its_penalty(terms: PenaltyTerms, expected: int) -> None:
    late = late_rows(replace(JIEBEI, penalty=terms), [], LATE_ON)
    assert [(each.number, each.days, each.principal_fen, each.interest_fen) for each in late] == [
        (1, 17, 77_641, 12_400)
    ]
    assert late[0].penalty_fen == expected


def test_on_its_due_day_nothing_is_late() -> None:
    assert late_rows(JIEBEI, [], date(2026, 2, 15)) == ()
    assert [each.days for each in late_rows(JIEBEI, [], date(2026, 2, 16))] == [1]


def test_a_part_paid_late_bears_the_penalty_on_what_was_open() -> None:
    part = paid((date(2026, 2, 25), 50_000))  # after ten days: the interest and 376.00 of principal
    (late,) = late_rows(JIEBEI, part, LATE_ON)
    # 776.41 for ten days, 400.41 for seven
    assert late.penalty_fen == round((77_641 * 10 + 40_041 * 7) * 0.0006)
    assert (late.principal_fen, late.interest_fen) == (40_041, 0)


def test_two_late_instalments_bear_the_whole_principal_once() -> None:
    terms = replace(JIEBEI, penalty=PenaltyTerms(base=PenaltyBase.ALL_PRINCIPAL))
    late = late_rows(terms, [], date(2026, 3, 25))
    assert sum(each.penalty_fen for each in late) == penalty(1_000_000, Fraction("0.0006"), 38)


def test_what_pays_a_loan_off_between_two_due_days() -> None:
    owed = owed_on(JIEBEI, in_time(JIEBEI, 2), date(2026, 4, 1))
    assert (owed.principal_fen, owed.accrued_fen, owed.total_fen) == (842_648, 5_730, 848_378)
    assert a_day_more(JIEBEI, in_time(JIEBEI, 2), date(2026, 4, 1)) in (337, 338)


def test_on_the_due_day_the_instalment_is_due_and_nothing_has_accrued() -> None:
    owed = owed_on(JIEBEI, in_time(JIEBEI, 1), date(2026, 3, 15))
    assert (owed.due_principal_fen, owed.due_interest_fen, owed.accrued_fen) == (79_711, 10_330, 0)
    assert owed.total_fen == 922_359 + 10_330


def test_a_loan_paid_back_on_its_day_costs_a_day() -> None:
    assert owed_on(JIEBEI, [], JIEBEI.drawn_on).total_fen == 1_000_400
    assert owed_on(replace(JIEBEI, least_days=0), [], JIEBEI.drawn_on).total_fen == 1_000_000
    assert owed_on(JIEBEI, [], JIEBEI.drawn_on - timedelta(days=1)).total_fen == 0


@pytest.mark.parametrize(
    ("prepay", "total"),
    [
        (PrepayTerms(fee=PrepayFee.REMAINING_FEES), 625_335),
        (PrepayTerms(), 589_335),
        (PrepayTerms(fee=PrepayFee.SHARE_OF_PREPAID, rate=Decimal("0.03")), 604_335),
    ],
)
def test_paying_off_a_flat_fee_loan_after_six_periods(prepay: PrepayTerms, total: int) -> None:
    """E7d: with its sixth instalment on the due day."""
    terms = replace(FLAT, prepay=prepay)
    assert owed_on(terms, in_time(terms, 5), date(2026, 7, 15)).total_fen == total


@pytest.mark.parametrize(
    ("prepay", "extra"),
    [
        (PrepayTerms(fee=PrepayFee.PERIOD_INTEREST), 10_449 - 5_730),
        (PrepayTerms(fee=PrepayFee.MONTHS_OF_INTEREST, rate=Decimal(1)), 10_112),
        (PrepayTerms(fee=PrepayFee.STEPS, steps=((0, Decimal("0.03")), (12, Decimal("0.02")))), 25_279),
        (PrepayTerms(fee=PrepayFee.STEPS, steps=((0, Decimal("0.03")), (2, Decimal(0)))), 0),
    ],
)
def test_what_paying_early_costs_beside_the_interest(prepay: PrepayTerms, extra: int) -> None:
    day, before = date(2026, 4, 1), in_time(JIEBEI, 2)
    plain, dear = owed_on(JIEBEI, before, day), owed_on(replace(JIEBEI, prepay=prepay), before, day)
    assert dear.total_fen - plain.total_fen == extra


def test_a_penalty_that_was_paid_is_owed_no_more() -> None:
    late = Repayment(0, date(2026, 2, 25), 90_041 + 466, penalty_fen=466)
    assert owed_on(JIEBEI, [late], date(2026, 2, 25)).penalty_fen == 0
    assert owed_on(JIEBEI, [replace(late, amount_fen=90_041, penalty_fen=0)], date(2026, 2, 25)).penalty_fen == 466


def test_revolving_interest_runs_by_slices_to_the_day() -> None:
    terms = LoanTerms(
        principal_fen=2_000_000, received_fen=2_000_000, method=RepaymentMethod.REVOLVING, accrual=Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal("0.00035"), RatePeriod.DAILY), day_count=DayCountBasis.NONE, drawn_on=date(2026, 4, 1),
        periods=12,
    )  # fmt: skip
    assert owed_on(terms, [], date(2026, 4, 11)).total_fen == 2_007_000
    after = owed_on(terms, paid((date(2026, 4, 11), 807_000)), date(2026, 4, 26))
    assert (after.principal_fen, after.accrued_fen) == (1_200_000, 6_300)
    overdue = owed_on(terms, [], date(2027, 4, 11))
    assert overdue.penalty_fen == penalty(2_000_000, Fraction("0.000525"), 10)


def test_another_rate_of_a_loan_repaid_any_time_counts_from_its_day() -> None:
    terms = replace(
        JIEBEI, method=RepaymentMethod.REVOLVING, rate=Rate(Decimal("0.00035"), RatePeriod.DAILY),
        principal_fen=2_000_000, received_fen=2_000_000, drawn_on=date(2026, 4, 1),
    )  # fmt: skip
    change = [RateChange(date(2026, 4, 11), Rate(Decimal("0.0005"), RatePeriod.DAILY))]
    assert owed_on(terms, [], date(2026, 4, 11), change).accrued_fen == 7_000
    assert owed_on(terms, [], date(2026, 4, 21), change).accrued_fen == 17_000
    whole = course(terms, [], change).instalments[-1].row
    assert whole.interest_fen == 7_000 + (whole.days - 10) * 1_000


def test_the_record_clears_five_years_after_it_was_paid() -> None:
    assert record_clears_on(date(2026, 5, 10)) == date(2031, 5, 10)
    assert record_clears_on(date(2024, 2, 29)) == date(2029, 2, 28)


def test_principal_prepaid_is_owed_no_more_and_the_rest_follows_the_mode() -> None:
    before = in_time(JIEBEI, 2)
    ahead = [*before, Repayment(9, date(2026, 4, 1), 200_000, prepays=PrepayMode.LOWER_PAYMENT)]
    found = course(JIEBEI, ahead)
    assert found.outstanding_fen(date(2026, 4, 1)) == 642_648
    assert sum(each.row.principal_fen for each in found.instalments) == 800_000
    owed = owed_on(JIEBEI, ahead, date(2026, 4, 1))
    assert (owed.principal_fen, owed.accrued_fen) == (642_648, 5_730)


DAYS = st.integers(0, 420).map(lambda after: JIEBEI.drawn_on + timedelta(days=after))
TERMS = st.builds(
    lambda method, penalty_base, compounds, fee, share: replace(
        JIEBEI, method=method, flat_fee_rate=Decimal("0.001"),
        penalty=PenaltyTerms(base=penalty_base, compounds=compounds), prepay=PrepayTerms(fee=fee, rate=share),
    ),
    st.sampled_from(RepaymentMethod), st.sampled_from(PenaltyBase), st.booleans(), st.sampled_from(PrepayFee),
    st.sampled_from([Decimal(0), Decimal("0.03")]),
)  # fmt: skip


@settings(max_examples=300)
@given(TERMS, st.lists(st.tuples(DAYS, st.integers(1, 120_000)), max_size=4), DAYS)
def test_paying_what_is_owed_leaves_nothing(terms: LoanTerms, payments: list[tuple[date, int]], on: date) -> None:
    before = [each for each in paid(*payments) if each.paid_on <= on]
    if any(each.surplus_fen for each in course(terms, before).allocations):
        return
    owed = owed_on(terms, before, on)
    assert min(owed.due_fen, owed.principal_fen, owed.accrued_fen, owed.fees_fen, owed.early_fee_fen) >= 0
    if owed.total_fen == 0:
        return
    charges = owed.penalty_fen + owed.early_fee_fen
    last = Repayment(99, on, owed.total_fen, penalty_fen=charges)
    found = course(terms, [*before, last], closed_on=on)
    assert found.open_fen == 0
    assert sum(each.waived_fen for each in found.instalments) == 0
    assert sum(each.principal_fen for each in found.allocations) == terms.principal_fen


@settings(max_examples=200)
@given(TERMS, DAYS, st.integers(2, 120_000), st.data(), DAYS)
def test_a_repayment_split_in_two_on_one_day_changes_nothing(
    terms: LoanTerms, paid_on: date, fen: int, data: Any, on: date
) -> None:
    part = data.draw(st.integers(1, fen - 1))
    whole, split = paid((paid_on, fen)), paid((paid_on, part), (paid_on, fen - part))
    one, two = course(terms, whole), course(terms, split)
    if terms.method is not RepaymentMethod.REVOLVING:
        assert one.instalments == two.instalments
    assert one.outstanding_fen(on) == two.outstanding_fen(on)
    assert owed_on(terms, whole, on) == owed_on(terms, split, on)


def test_a_penalty_beyond_the_contract_s_pays_no_later_one() -> None:
    """The lender asked 20.00 for ten days that cost 4.66; ten days of the next instalment cost their own price."""
    terms = jiebei_terms()
    first = Repayment(1, date(2026, 2, 25), schedule(terms)[0].payment_fen + 2_000, 2_000)
    assert owed_on(terms, [first], date(2026, 2, 25)).penalty_fen == 0
    assert [each.penalty_fen for each in late_rows(terms, [first], date(2026, 3, 25))] == [466, 478]
    assert owed_on(terms, [first], date(2026, 3, 25)).penalty_fen == 478
    less = Repayment(1, date(2026, 2, 25), schedule(terms)[0].payment_fen + 400, 400)
    assert owed_on(terms, [less], date(2026, 3, 25)).penalty_fen == 66 + 478
