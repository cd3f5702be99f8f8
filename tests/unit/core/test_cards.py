"""Cards against published figures (domain.md §1.3, §2.9, §2.10, §7) and against cases for pen and paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from planner.core.card_entries import CardEntry, EntryKind, InstalmentOf, InstalmentTerms, StatedStatement
from planner.core.card_instalments import instalment_rows
from planner.core.card_payoff import ONLY_MINIMUM, WHOLE_BALANCE, card_payoff
from planner.core.card_terms import (
    CardTerms,
    CashTerms,
    GraceLoss,
    MinimumRule,
    Part,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.cards import card_course
from planner.core.credit_limits import CardLimits, LimitStep
from planner.core.errors import Missing, MustBePositive, OutOfRange
from planner.core.money import format_fen, parse_amount
from planner.core.terms import FeeBasis
from tests.cards import bought, entry, paid
from tests.oracles import domain_vectors

TRAP = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule(whole_at_fen=100_00))
TEN_THOUSAND = bought("2026-01-06", "10000")
MILLION_FEN = parse_amount("10000")


def day(text: str) -> date:
    return date.fromisoformat(text)


def yuan(fen: int) -> str:
    """Fen as the vectors write them."""
    return format_fen(fen).replace(",", "")


# --- interest once the grace is lost -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(4))
def test_interest_from_posting_as_published(number: int) -> None:
    amount, posted_on, paid_on, payment, statement_on, interest = domain_vectors()["card_interest"]["cases"][number]
    terms = CardTerms(statement_day=day(statement_on).day, due_day=day(paid_on).day)
    course = card_course(terms, [bought(posted_on, amount), paid(paid_on, payment)], day(statement_on))
    assert yuan(course.statements[-1].interest_fen) == interest
    assert course.statements[-1].on == day(statement_on)


@pytest.mark.parametrize(
    ("basis", "interest"),
    [
        (GraceLoss.FULL_BALANCE_FROM_POSTING, "120.65"),
        (GraceLoss.UNPAID_PART_ONLY, "1.85"),
        (GraceLoss.FROM_DUE_DATE, "0.60"),  # 100 × 12 days from 24 April to 5 May
    ],
)
def test_what_bears_interest_is_the_issuers_choice(basis: GraceLoss, interest: str) -> None:
    terms = CardTerms(statement_day=5, due_day=23, grace_loss=basis)
    entries = [bought("2026-03-30", "10000"), paid("2026-04-23", "9900")]
    assert yuan(card_course(terms, entries, day("2026-05-05")).statements[-1].interest_fen) == interest


@pytest.mark.parametrize(
    ("vector", "at_least"),
    [("card_trap_minimum", ONLY_MINIMUM), ("card_trap_fixed1000", parse_amount("1000")), ("card_trap_full", None)],
)
def test_the_three_ways_to_pay_ten_thousand(vector: str, at_least: int | None) -> None:
    expected = domain_vectors()[vector]
    plan = card_payoff(TRAP, [TEN_THOUSAND], day("2026-02-05"), at_least)
    assert plan.ends
    assert (plan.payments, yuan(plan.paid_fen), yuan(plan.interest_fen)) == (
        expected["payments"],
        expected["paid"],
        expected["interest"],
    )
    after = [row.statement.interest_fen for row in plan.rows[1:]] + [0]
    found = [
        [
            number,
            str(row.paid_on),
            row.statement.balance_fen,
            row.statement.minimum_fen,
            row.paid_fen,
            row.left_fen,
            next_,
        ]
        for number, (row, next_) in enumerate(zip(plan.rows, after, strict=True), start=1)
    ]
    wanted = [[*row[:2], *(parse_amount(each) for each in row[2:])] for row in expected["first_rows"]]
    assert found[: len(wanted)] == wanted


def test_the_interest_that_trails_is_named() -> None:
    plan = card_payoff(TRAP, [TEN_THOUSAND], day("2026-02-05"), ONLY_MINIMUM)
    assert (plan.last_on, plan.trailing_fen) == (day("2029-10-25"), 94)
    assert card_payoff(TRAP, [TEN_THOUSAND], day("2026-02-05"), 100_000).trailing_fen == 768
    assert card_payoff(TRAP, [TEN_THOUSAND], day("2026-02-05"), WHOLE_BALANCE).trailing_fen == 0


def test_the_plan_counts_what_was_paid_since_the_statement() -> None:
    entries = [TEN_THOUSAND, paid("2026-02-10", "400")]
    plan = card_payoff(TRAP, entries, day("2026-02-12"), ONLY_MINIMUM)
    assert plan.rows[0].paid_fen == 60_000
    assert plan.rows[0].left_fen == 900_000


def test_a_debt_that_never_ends_is_said_to() -> None:
    only_interest = replace(TRAP, minimum=MinimumRule(Decimal(0)))
    plan = card_payoff(only_interest, [TEN_THOUSAND], day("2026-02-05"), ONLY_MINIMUM)
    assert not plan.ends
    enough = card_payoff(only_interest, [TEN_THOUSAND], day("2026-02-05"), 20_000)
    assert enough.ends
    too_little = card_payoff(only_interest, [TEN_THOUSAND], day("2026-02-05"), 14_000)
    assert too_little.ends is False  # a month costs about 152


def test_a_statement_paid_in_full_costs_nothing_and_paying_a_day_late_costs_all_of_it() -> None:
    in_time = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-25", "10000")], day("2026-03-05"))
    assert [each.interest_fen for each in in_time.statements] == [0, 0]
    assert in_time.statements[0].paid_in_full is True
    late = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-26", "10000")], day("2026-03-05"))
    assert yuan(late.statements[1].interest_fen) == "255.00"  # 51 days from 6 January to 25 February
    assert late.statements[0].paid_in_full is False


def test_purchases_of_the_next_cycle_stay_free_when_their_own_statement_is_paid() -> None:
    entries = [TEN_THOUSAND, paid("2026-02-25", "9000"), bought("2026-02-20", "500"), paid("2026-03-25", "1754.50")]
    course = card_course(TRAP, entries, day("2026-04-05"))
    assert yuan(course.statements[1].balance_fen) == "1754.50"
    assert course.statements[1].interest_fen == 25_450
    assert yuan(course.statements[2].interest_fen) == "11.92"  # 1,254.50 × 19 days, nothing on the 500


# --- any day ------------------------------------------------------------------------------------------------------


def test_interest_of_a_day_is_known_before_it_is_posted() -> None:
    course = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-25", "1000")], day("2026-03-05"))
    assert course.balance_on(day("2026-02-24")).accrued_fen == 0  # nobody knows yet that it will be paid short
    assert course.balance_on(day("2026-02-25")).accrued_fen == 25_450
    assert course.balance_on(day("2026-03-04")).accrued_fen == 28_600
    assert course.balance_on(day("2026-03-05")).accrued_fen == 0
    assert course.balance_on(day("2026-03-05")).billed == ((Part.INTEREST, 29_050), (Part.PURCHASE, 900_000))


def test_what_is_bought_after_the_statement_is_not_billed() -> None:
    course = card_course(TRAP, [TEN_THOUSAND, bought("2026-02-06", "30")], day("2026-02-07"))
    balance = course.balance
    assert (balance.billed_fen, balance.unbilled_fen, balance.owed_fen) == (MILLION_FEN, 3000, MILLION_FEN + 3000)
    assert course.balance_on(day("2026-01-05")).owed_fen == 0
    assert course.balance_on(day("2026-01-20")).unbilled_fen == MILLION_FEN


def test_an_overpayment_is_a_credit_and_pays_the_next_purchase() -> None:
    entries = [bought("2026-01-06", "100"), paid("2026-01-08", "130"), bought("2026-01-10", "50")]
    course = card_course(TRAP, entries, day("2026-02-05"))
    assert course.balance_on(day("2026-01-09")).credit_fen == 3000
    assert course.statements[0].balance_fen == 2000
    assert course.balance.credit_fen == 0


def test_a_card_without_entries_is_a_card_without_statements() -> None:
    course = card_course(TRAP, [], day("2026-03-01"))
    assert (course.statements, course.latest_statement(), course.balance.owed_fen) == ((), None, 0)
    assert card_payoff(TRAP, [], day("2026-03-01"), ONLY_MINIMUM).ends


# --- what a statement asks ---------------------------------------------------------------------------------------


def test_a_late_fee_on_what_is_missing_of_the_minimum() -> None:
    terms = replace(TRAP, late_fee=ShareWithin(Decimal("0.05"), 1000, 50_000))
    course = card_course(terms, [TEN_THOUSAND, paid("2026-02-25", "300")], day("2026-04-05"))
    assert course.statements[0].minimum_met is False
    assert course.statements[1].late_fee_fen == 3500
    # it is asked whole, and bears no interest: 9,700 + 294.25 from 6 March to 5 April
    assert dict(course.statements[1].parts)[Part.LATE_FEE] == 3500
    base = parse_amount("9700") + course.statements[1].interest_fen
    assert course.statements[2].interest_fen == round(Fraction(base * 31 * 5, 10_000))


@pytest.mark.parametrize(("short", "fee"), [("0.02", "10.00"), ("1000", "50.00"), ("20000", "500.00"), ("0", "0.00")])
def test_a_late_fee_has_a_floor_and_a_cap(short: str, fee: str) -> None:
    assert yuan(ShareWithin(Decimal("0.05"), 1000, 50_000).of(parse_amount(short))) == fee


def test_what_was_not_paid_of_a_minimum_is_asked_whole() -> None:
    course = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-25", "300")], day("2026-03-05"))
    second = course.statements[1]
    # 700 past due, 10 % of the other 9,000, and the interest: 10,000 × 50 days and 9,700 × 9
    assert second.interest_fen == 25_000 + 4_365
    assert second.minimum_fen == 70_000 + 90_000 + second.interest_fen


@pytest.mark.parametrize(
    ("parts", "minimum"),
    [
        ({Part.PURCHASE: 100_000}, 10_000),
        ({Part.PURCHASE: 100_000, Part.CASH: 50_000}, 15_000),
        ({Part.PURCHASE: 100_000, Part.INSTALMENT: 20_000, Part.FEE: 300, Part.INTEREST: 45}, 30_345),
        ({Part.PURCHASE: 100_005}, 10_001),  # 10,000.5 fen, half-up
        ({Part.PURCHASE: 10_000}, 10_000),  # 100 yuan and less: all of it
        ({Part.PURCHASE: 10_001}, 5_000),  # the floor
        ({}, 0),
    ],
)
def test_the_minimum_by_parts(parts: dict[Part, int], minimum: int) -> None:
    assert MinimumRule(floor_fen=5_000, whole_at_fen=10_000).minimum(parts) == minimum


def test_the_minimum_asks_no_fen_twice() -> None:
    rule = MinimumRule(cash_share=Decimal(1))
    assert rule.minimum({Part.PURCHASE: 100_000, Part.CASH: 20_000}) == 30_000
    assert rule.minimum({Part.PURCHASE: 100_000}, past_due_fen=40_000, over_limit_fen=10_000) == 55_000
    assert rule.minimum({Part.PURCHASE: 100_000}, past_due_fen=90_000, over_limit_fen=90_000) == 100_000
    assert MinimumRule().minimum({Part.PURCHASE: 3}) == 1  # a share of three fen is not nothing


@pytest.mark.parametrize(
    ("tolerance", "grace", "free"), [(0, 0, False), (1000, 0, False), (0, 3, False), (1000, 3, True)]
)
def test_tolerance_and_days_of_grace(tolerance: int, grace: int, free: bool) -> None:
    terms = replace(TRAP, tolerance_fen=tolerance, grace_days=grace)
    entries = [TEN_THOUSAND, paid("2026-02-28", "9990")]
    course = card_course(terms, entries, day("2026-04-05"))
    assert course.statements[0].paid_in_full is free
    assert (course.statements[1].interest_fen == 0) is free
    assert course.statements[1].balance_fen >= 1000


# --- cash --------------------------------------------------------------------------------------------------------


def test_cash_costs_from_its_day() -> None:
    terms = CardTerms(statement_day=30, due_day=20, cash=CashTerms(ShareWithin(Decimal("0.01"), 1000)))
    entries = [entry(EntryKind.CASH_ADVANCE, "2026-06-01", "5000")]
    course = card_course(terms, entries, day("2026-06-30"))
    assert (course.statements[0].fees_fen, course.statements[0].interest_fen) == (5000, 7500)  # 125.00 in 30 days
    assert course.balance.cash_fen == 500_000
    assert f"{12_500 / 500_000 * 365 / 30:.4f}" == "0.3042"  # 30.42 % simple a year


def test_a_fee_for_cash_as_charged_stands_instead() -> None:
    terms = CardTerms(statement_day=30, due_day=20, cash=CashTerms(ShareWithin(Decimal("0.01"), 1000)))
    course = card_course(terms, [entry(EntryKind.CASH_ADVANCE, "2026-06-01", "5000", fee_fen=0)], day("2026-06-30"))
    assert course.statements[0].fees_fen == 0


# --- what a payment pays -----------------------------------------------------------------------------------------


def test_a_payment_pays_what_is_billed_first_then_cash_before_purchases() -> None:
    terms = CardTerms(statement_day=5, due_day=25)
    entries = [
        entry(EntryKind.CASH_ADVANCE, "2026-01-06", "100"),
        bought("2026-01-07", "200"),
        entry(EntryKind.ANNUAL_FEE, "2026-01-08", "30"),
        entry(EntryKind.CASH_ADVANCE, "2026-02-06", "50"),
        paid("2026-02-10", "180"),
    ]
    course = card_course(terms, entries, day("2026-02-10"))
    assert course.balance.billed == ((Part.PURCHASE, 20_000 + 100_00 + 3000 + 155 - 18_000),)
    assert course.balance.unbilled == ((Part.CASH, 5000),)
    turned = replace(terms, order=tuple(reversed(terms.order)))
    assert card_course(turned, entries, day("2026-02-10")).balance.billed == (
        (Part.ANNUAL_FEE, 3000), (Part.INTEREST, 155), (Part.CASH, 10_000), (Part.PURCHASE, 2000),
    )  # fmt: skip


def test_what_is_bought_on_the_statement_day_goes_where_the_terms_say() -> None:
    entries = [bought("2026-02-05", "80"), paid("2026-02-05", "80")]
    this = card_course(TRAP, entries[:1], day("2026-02-05"))
    assert this.statements[0].balance_fen == 8000
    late = replace(TRAP, statement_day_purchase=StatementDayPurchase.IN_NEXT_STATEMENT)
    following = card_course(late, entries[:1], day("2026-02-05"))
    assert (following.statements[0].balance_fen, following.balance.unbilled_fen) == (0, 8000)
    assert card_course(late, entries, day("2026-02-05")).balance.owed_fen == 0


# --- instalments -------------------------------------------------------------------------------------------------

TWELVE = InstalmentTerms(12, Decimal("0.006"))


def test_statement_instalments_bill_their_rows_with_the_statements() -> None:
    entries = [TEN_THOUSAND, entry(EntryKind.INSTALMENT, "2026-02-10", "10000", instalment=TWELVE)]
    course = card_course(TRAP, entries, day("2027-03-05"))
    assert course.statements[0].paid_in_full is True  # nothing of it is left to pay on the due day
    billed = [(each.instalments_fen, each.fees_fen) for each in course.statements[1:]]
    assert billed[:12] == [(83_333, 6000)] * 11 + [(83_337, 6000)]
    assert billed[12:] == [(0, 0)]
    rows = instalment_rows(MILLION_FEN, day("2026-02-10"), TWELVE)
    found = [
        [yuan(each.payment_fen), yuan(each.principal_fen), yuan(each.fee_fen), yuan(each.balance_fen)] for each in rows
    ]
    assert found == domain_vectors()["flat_fee_10000_12_0.6pct"]["rows"]


def test_an_instalment_uses_the_limit_until_it_is_billed_and_paid() -> None:
    limits = CardLimits((LimitStep(day("2026-01-01"), parse_amount("15000")),))
    entries = [
        TEN_THOUSAND,
        entry(EntryKind.INSTALMENT, "2026-02-10", "10000", instalment=TWELVE),
        paid("2026-03-25", "893.33"),
    ]
    course = card_course(TRAP, entries, day("2026-03-25"), limits=limits)
    assert course.balance_on(day("2026-02-10")).available_fen == parse_amount("5000")
    assert course.balance_on(day("2026-03-05")).instalments_left_fen == parse_amount("9166.67")
    assert course.balance_on(day("2026-03-05")).available_fen == parse_amount("4940")  # the fee counts too
    assert course.balance.available_fen == parse_amount("5833.33")
    assert course.statements[1].minimum_fen == 89_333  # instalments are asked whole


@pytest.mark.parametrize(("kept", "fee"), [(False, 6000), (True, 72_000)])
def test_an_instalment_paid_off_early_keeps_its_fees_or_not(kept: bool, fee: int) -> None:
    terms = replace(TWELVE, fee_kept=kept, of=InstalmentOf.NEW)
    made = entry(EntryKind.INSTALMENT, "2026-01-10", "10000", instalment=terms)
    end = entry(EntryKind.INSTALMENT_PAYOFF, "2026-02-20", "0", ends=made.id)
    course = card_course(TRAP, [made, end], day("2026-03-05"))
    assert sum(each.instalments_fen for each in course.statements) == MILLION_FEN
    assert sum(each.fees_fen for each in course.statements) == fee
    assert (course.instalments, course.balance.instalments_left_fen) == ((), 0)


def test_purchases_turned_into_instalments_leave_the_statement() -> None:
    terms = InstalmentTerms(3, Decimal("0.023"), FeeBasis.TOTAL, of=InstalmentOf.PURCHASE)
    entries = [TEN_THOUSAND, entry(EntryKind.INSTALMENT, "2026-01-20", "10000", instalment=terms)]
    course = card_course(TRAP, entries, day("2026-04-05"))
    assert [each.balance_fen for each in course.statements[:1]] == [341_000]
    rows = instalment_rows(MILLION_FEN, day("2026-01-20"), terms)
    assert [row.payment_fen for row in rows] == [341_000, 341_000, 341_000]
    assert course.statements[0].converted_fen == MILLION_FEN


# --- the issuer's own figures ------------------------------------------------------------------------------------


def test_interest_as_charged_stands_instead_of_the_computed() -> None:
    entries = [TEN_THOUSAND, paid("2026-02-25", "1000"), entry(EntryKind.INTEREST, "2026-03-05", "290.51")]
    course = card_course(TRAP, entries, day("2026-04-05"))
    assert course.statements[1].interest_fen == 29_051
    assert course.statements[1].balance_fen == 929_051
    none = card_course(TRAP, [*entries[:2], entry(EntryKind.INTEREST, "2026-03-05", "0")], day("2026-03-05"))
    assert none.statements[1].interest_fen == 0


def test_a_statement_as_the_issuer_sent_it_stands() -> None:
    stated = StatedStatement(day("2026-02-06"), 1_020_000, minimum_fen=111_100, due_on=day("2026-02-26"))
    course = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-26", "10200")], day("2026-03-05"), stated=[stated])
    first, second = course.statements
    assert (first.on, first.due_on, first.balance_fen, first.minimum_fen) == (
        stated.on, stated.due_on, stated.balance_fen, stated.minimum_fen,
    )  # fmt: skip
    assert (first.adjustment_fen, first.paid_in_full, second.balance_fen) == (20_000, True, 0)
    only = card_course(TRAP, [], day("2026-02-20"), stated=[StatedStatement(day("2026-02-05"), 500_00)])
    assert (only.balance.billed_fen, only.statements[0].minimum_fen) == (500_00, 50_00)


# --- what cannot be ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("statement_day", {"statement_day": 32}),
        ("due_day", {"statement_day": 5, "due_day": 0}),
        ("days_after", {"statement_day": 5, "days_after": 61}),
        ("daily_rate", {"statement_day": 5, "daily_rate": Decimal("0.5")}),
        ("overdue_rate", {"statement_day": 5, "overdue_rate": Decimal(-1)}),
        ("tolerance", {"statement_day": 5, "tolerance_fen": -1}),
        ("grace_days", {"statement_day": 5, "grace_days": 11}),
        ("order", {"statement_day": 5, "order": (Part.CASH,)}),
    ],
)
def test_terms_that_cannot_be(field: str, values: dict[str, object]) -> None:
    with pytest.raises(OutOfRange) as caught:
        CardTerms(**values)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_rules_and_entries_that_cannot_be() -> None:
    for field, make in [
        ("minimum_share", lambda: MinimumRule(Decimal(2))),
        ("cash_share", lambda: MinimumRule(cash_share=Decimal(-1))),
        ("cap", lambda: ShareWithin(Decimal(0), 100, 50)),
        ("cash_rate", lambda: CashTerms(daily_rate=Decimal(1))),
        ("periods", lambda: InstalmentTerms(0)),
    ]:
        with pytest.raises(OutOfRange) as caught:
            make()
        assert caught.value.field == field
    with pytest.raises(MustBePositive):
        CardEntry(1, EntryKind.PURCHASE, day("2026-01-01"), 0)
    with pytest.raises(Missing):
        CardEntry(1, EntryKind.INSTALMENT, day("2026-01-01"), 100)
    with pytest.raises(Missing):
        CardEntry(1, EntryKind.INSTALMENT_PAYOFF, day("2026-01-01"), 0)


def test_a_long_course_keeps_its_days() -> None:
    entries = [bought("2024-01-31", "10"), paid("2024-03-30", "10")]
    course = card_course(CardTerms(statement_day=31, due_day=30), entries, day("2028-01-31"))
    assert [each.on.day for each in course.statements[:4]] == [31, 29, 31, 30]
    assert len(course.statements) == 49
    assert course.statements[1].due_on == day("2024-03-30")


# --- what is not on record ---------------------------------------------------------------------------------------


def test_what_is_paid_beyond_the_record_is_left_out_where_it_leaves_no_credit() -> None:
    beyond = replace(paid("2026-01-08", "130"), credit=False)
    entries = [bought("2026-01-06", "100"), beyond, bought("2026-01-10", "50")]
    course = card_course(TRAP, entries, day("2026-02-05"))
    assert course.balance_on(day("2026-01-09")).credit_fen == 0
    assert (course.statements[0].balance_fen, course.statements[0].payments_fen) == (5000, 10_000)
    assert course.days.received == ((day("2026-01-08"), 10_000),)


def test_of_a_day_what_leaves_a_credit_comes_first() -> None:
    stray = replace(entry(EntryKind.PAYMENT, "2026-01-08", "50"), credit=False)
    entries = [bought("2026-01-06", "100"), stray, entry(EntryKind.REFUND, "2026-01-08", "100")]
    assert card_course(TRAP, entries, day("2026-01-08")).balance.owed_fen == 0


def test_the_days_of_a_course_can_be_cut() -> None:
    course = card_course(TRAP, [TEN_THOUSAND, paid("2026-02-25", "1000")], day("2026-04-05"))
    cut = course.days.until(day("2026-02-24"))
    assert (cut.received, cut.moment(day("2026-01-05"))) == ((), None)
    assert cut == card_course(TRAP, [TEN_THOUSAND], day("2026-02-24")).days
