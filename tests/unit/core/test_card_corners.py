"""Corners of cards that pen and paper can follow: what waits for the due day, what is asked whole, what comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_payoff import card_payoff
from planner.core.card_terms import CardTerms, DueRule, GraceLoss, MinimumRule, Part, ShareWithin
from planner.core.cards import card_course
from planner.core.credit_limits import CardLimits, LimitStep
from planner.core.money import divide_half_up
from tests.cards import bought, entry, paid

TERMS = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule(whole_at_fen=100_00))
TEN_THOUSAND = bought("2026-01-06", "10000")


def day(text: str) -> date:
    return date.fromisoformat(text)


def of_days(*slices: tuple[int, int]) -> int:
    """Interest at 0.05 % a day on (fen, days), rounded once."""
    exact = Fraction(sum(fen * days for fen, days in slices), 2000)
    return divide_half_up(exact.numerator, exact.denominator)


def test_the_first_interest_of_cash_waits_for_the_due_day_before_it_bears_interest_itself() -> None:
    entries = [entry(EntryKind.CASH_ADVANCE, "2026-01-06", "10000")]
    course = card_course(TERMS, entries, day("2026-03-05"))
    first, second = course.statements
    assert first.interest_fen == of_days((1_000_000, 31))
    assert course.balance_on(day("2026-02-24")).accrued_fen == of_days((1_000_000, 19))
    assert course.balance_on(day("2026-02-25")).accrued_fen == of_days((1_000_000 + first.interest_fen, 20))
    assert second.interest_fen == of_days((1_000_000 + first.interest_fen, 28))
    in_time = card_course(TERMS, [*entries, paid("2026-02-25", "10155")], day("2026-04-05"))
    assert in_time.statements[1].interest_fen == of_days((1_000_000, 19))
    # that, too, waits: it bears interest only because it was not paid by its own due day
    assert in_time.statements[2].interest_fen == of_days((in_time.statements[1].interest_fen, 31))


def test_while_a_card_revolves_interest_bears_interest_from_the_next_day() -> None:
    course = card_course(TERMS, [TEN_THOUSAND, paid("2026-02-25", "1000")], day("2026-03-06"))
    assert course.balance.accrued_fen == of_days((929_050, 1))


def test_of_what_is_past_due_interest_is_asked_once() -> None:
    entries = [TEN_THOUSAND, paid("2026-02-25", "1000")]
    second, third = card_course(TERMS, entries, day("2026-04-05")).statements[1:]
    assert second.minimum_fen == 90_000 + 29_050  # nothing of it is paid
    interest = third.interest_fen + second.interest_fen
    assert third.minimum_fen == interest + 90_000 + 81_000  # past due 900.00, and 10 % of the other 8,100.00


def test_what_was_turned_into_instalments_counts_towards_the_minimum() -> None:
    instalment = InstalmentTerms(12, Decimal("0.006"))
    entries = [TEN_THOUSAND, entry(EntryKind.INSTALMENT, "2026-02-10", "9500", instalment=instalment)]
    first = card_course(TERMS, entries, day("2026-03-05")).statements[0]
    assert (first.minimum_met, first.paid_in_full) == (True, False)


def test_instalments_to_come_use_up_the_limit_and_what_is_over_it_is_asked_whole() -> None:
    limits = CardLimits((LimitStep(day("2026-01-01"), 1_000_000),))
    new = InstalmentTerms(10, of=InstalmentOf.NEW)
    entries = [bought("2026-01-07", "5000"), entry(EntryKind.INSTALMENT, "2026-01-08", "6000", instalment=new)]
    course = card_course(TERMS, entries, day("2026-02-05"), limits=limits)
    assert course.balance.over_limit_fen == 100_000
    assert course.statements[0].minimum_fen == 60_000 + 100_000 + 40_000


def test_what_is_bought_and_turned_into_instalments_on_a_day_is_bought_first() -> None:
    instalment = InstalmentTerms(10, of=InstalmentOf.PURCHASE)
    turned = entry(EntryKind.INSTALMENT, "2026-01-06", "10000", instalment=instalment)
    course = card_course(TERMS, [turned, TEN_THOUSAND], day("2026-02-05"))
    assert course.balance.billed == ((Part.INSTALMENT, 100_000),)
    assert course.statements[0].converted_fen == 1_000_000


def test_past_due_beyond_the_purchases_is_cash() -> None:
    rule = MinimumRule(share=Decimal("0.10"), cash_share=Decimal("0.50"))
    assert rule.minimum({Part.PURCHASE: 10_000, Part.CASH: 20_000}, past_due_fen=15_000) == 15_000 + 7_500


def test_a_rest_within_the_tolerance_is_free_until_the_next_due_day() -> None:
    terms = replace(TERMS, tolerance_fen=1000)
    entries = [TEN_THOUSAND, paid("2026-02-25", "9990"), bought("2026-02-26", "500")]
    course = card_course(terms, entries, day("2026-04-05"))
    assert [each.interest_fen for each in course.statements[:2]] == [0, 0]
    assert course.statements[1].balance_fen == 51_000
    # not paid then: the 10 from the day after it was let pass, the 500 from posting
    assert course.statements[2].interest_fen == of_days((51_000, 39))
    paid_then = card_course(terms, [*entries, paid("2026-03-25", "510")], day("2026-04-05"))
    assert paid_then.statements[2].balance_fen == 0


def test_two_late_months_have_two_late_fees_and_no_more() -> None:
    terms = replace(TERMS, late_fee=ShareWithin(Decimal("0.05"), 1000))
    fees = [each.late_fee_fen for each in card_course(terms, [TEN_THOUSAND], day("2026-04-05")).statements]
    second = card_course(terms, [TEN_THOUSAND], day("2026-03-05")).statements[1]
    assert fees == [0, 5_000, divide_half_up(second.minimum_fen, 20)]
    charged = entry(EntryKind.LATE_FEE, "2026-03-05", "0")
    assert card_course(terms, [TEN_THOUSAND, charged], day("2026-03-05")).statements[1].late_fee_fen == 0


def test_a_due_day_after_the_next_statement_asks_only_for_its_own() -> None:
    terms = CardTerms(statement_day=5, due_rule=DueRule.DAYS_AFTER, days_after=45)
    entries = [TEN_THOUSAND, bought("2026-02-20", "300"), paid("2026-03-22", "10000")]
    first, second = card_course(terms, entries, day("2026-04-05")).statements[:2]
    assert (first.due_on, second.on) == (day("2026-03-22"), day("2026-03-05"))
    assert (first.paid_in_full, second.balance_fen) == (True, 1_030_000)


def test_late_within_days_of_grace_is_charged_from_the_due_day_by_what_was_owed() -> None:
    terms = replace(
        TERMS, grace_loss=GraceLoss.FROM_DUE_DATE, overdue_rate=Decimal("0.001"), grace_days=3, compounds=False
    )
    course = card_course(terms, [TEN_THOUSAND, paid("2026-02-27", "500")], day("2026-03-05"))
    assert course.statements[0].minimum_met is False
    # 10,000 on the 26th, 9,500 from 27 February to 5 March
    assert course.statements[1].penalty_fen == 1000 + 7 * 950
    assert course.statements[1].interest_fen == 0


def test_interest_paid_last_is_no_trail() -> None:
    order = (*(part for part in Part if part is not Part.INTEREST), Part.INTEREST)
    terms = replace(TERMS, order=order, compounds=False)
    plan = card_payoff(terms, [TEN_THOUSAND], day("2026-05-06"), 300_000)
    assert plan.ends
    assert plan.trailing_fen < plan.interest_fen
    assert [row.left_fen == 0 for row in plan.rows[-2:]] == [False, True]
    assert (plan.payments, plan.trailing_fen) == (len(plan.rows), 0)


def test_after_the_last_day_known_the_balance_stays() -> None:
    course = card_course(TERMS, [TEN_THOUSAND, paid("2026-02-25", "1000")], day("2026-03-01"))
    assert course.balance_on(day("2026-03-10")).accrued_fen == course.balance.accrued_fen
    assert course.balance_on(day("2026-03-10")).on == day("2026-03-10")


def test_cash_paid_in_part_within_days_of_grace_is_late_by_what_was_owed_each_day() -> None:
    terms = replace(TERMS, overdue_rate=Decimal("0.001"), grace_days=3, compounds=False)
    entries = [entry(EntryKind.CASH_ADVANCE, "2026-01-06", "10000"), paid("2026-02-27", "500")]
    second = card_course(terms, entries, day("2026-03-05")).statements[1]
    assert second.interest_fen == of_days((1_000_000, 20))
    assert second.penalty_fen == 7759  # 10,000 on the 26th, 9,655 on seven days: 155.00 of the 500 paid interest
