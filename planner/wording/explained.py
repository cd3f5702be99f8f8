"""Words and formulas for how a number comes about, with the numbers put in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.core.explained import FeePart, PrincipalRule, RowExplained, RowOrigin
from planner.core.interest import months_between
from planner.core.money import divide_half_up
from planner.core.overdue import PenaltySlice
from planner.core.schedules import InterestSlice, Sizing
from planner.core.terms import Accrual, DayCountBasis, LoanTerms, PenaltyBase, Rate, RatePeriod
from planner.i18n import tr
from planner.wording.amounts import amount
from planner.wording.loans import rate_period

MOST_SLICES = 4
"""More spans than this are told by their number and their sum."""


def plain_percent(value: Decimal | Fraction) -> str:
    """`0.04` for 0.0004, without needless zeros; at most six decimals."""
    share = Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value
    text = f"{share * 100:.6f}"
    return text.rstrip("0").rstrip(".") or "0"


def rate_words(rate: Rate) -> str:
    """`0.04% a day`, as the contract writes it."""
    return f"{plain_percent(rate.value)}{rate_period(rate.period)}"


def days_words(days: int) -> str:
    """`31 days`."""
    return tr("1 day") if days == 1 else tr("{days} days").format(days=days)


def span_words(start: date, end: date) -> str:
    """The first day that counts and the day that does not any more."""
    return tr("{start} to {end}, the last day not counted").format(start=start, end=end)


def slice_formula(terms: LoanTerms, each: InterestSlice) -> str:
    """`6,544.03 × 0.04% × 31 days`."""
    days = (each.end - each.start).days
    balance = amount(each.balance_fen)
    if terms.accrual is Accrual.ACTUAL_DAYS:
        return f"{balance} × {_daily(each.rate, terms.day_count)} × {days_words(days)}"
    months = months_between(each.start, each.end)
    monthly = _monthly(each.rate)
    whole, odd = int(months), int((months % 1) * 30)
    if not odd:
        by_months = monthly if whole == 1 else f"{monthly} × {tr('{months} months').format(months=whole)}"
        return f"{balance} × {by_months}"
    by_days = f"{_daily(each.rate, terms.day_count)} × {days_words(odd)}"
    if not whole:
        return f"{balance} × {by_days}"
    return f"{balance} × ({monthly} × {tr('{months} months').format(months=whole)} + {by_days})"


def interest_formulas(terms: LoanTerms, slices: Sequence[InterestSlice], interest_fen: int, *, each: bool) -> list[str]:
    """The interest of spans with the numbers put in, and what it is rounded to; of many spans only their sum."""
    if not slices:
        return []
    if each:
        shown = [f"{slice_formula(terms, one)} = {rounded_result(one.exact, half_up(one.exact))}" for one in slices]
    elif len(slices) == 1:
        return [f"{slice_formula(terms, slices[0])} = {rounded_result(slices[0].exact, interest_fen)}"]
    else:
        shown = [f"{slice_formula(terms, one)} = {_exact(one.exact)}" for one in slices]
    exact = sum((one.exact for one in slices), Fraction(0))
    if len(slices) > MOST_SLICES:
        shown = [*shown[:2], "…", shown[-1]]
    if len(slices) > 1:
        rounded = sum(half_up(one.exact) for one in slices)
        total = amount(rounded) if each else rounded_result(exact, interest_fen)
        shown.append(tr("{count} spans together = {total}").format(count=len(slices), total=total))
    return shown


def penalty_formulas(terms: LoanTerms, slices: Sequence[PenaltySlice], penalty_fen: int) -> list[str]:
    """A penalty with the numbers put in."""
    shown = []
    for each in slices:
        days = days_words((each.end - each.start).days)
        compounds = terms.penalty.compounds
        result = (
            amount(half_up(each.exact)) if compounds or len(slices) > 1 else rounded_result(each.exact, penalty_fen)
        )
        if not compounds and len(slices) > 1:
            result = _exact(each.exact)
        shown.append(f"{amount(each.base_fen)} × {penalty_rate(terms, each.daily_rate)} × {days} = {result}")
    if len(shown) > MOST_SLICES:
        shown = [*shown[:2], "…", shown[-1]]
    if len(slices) > 1:
        total = amount(penalty_fen)
        shown.append(tr("{count} spans together = {total}").format(count=len(slices), total=total))
    return shown


def penalty_rate(terms: LoanTerms, daily_rate: Fraction) -> str:
    """The penalty for a day: the contract's own, or its rate times the multiplier."""
    if terms.penalty.daily_rate is not None or not terms.penalty.multiplier:
        return f"{plain_percent(daily_rate)}%"
    base = daily_rate / Fraction(terms.penalty.multiplier)
    return f"{plain_percent(base)}% × {terms.penalty.multiplier.normalize():f}"


def penalty_base_words(terms: LoanTerms) -> str:
    """What the penalty is charged on, and how."""
    words = {
        PenaltyBase.OVERDUE_PRINCIPAL: tr("Penalty: charged on the overdue principal."),
        PenaltyBase.OVERDUE_PRINCIPAL_AND_INTEREST: tr("Penalty: charged on the overdue principal and interest."),
        PenaltyBase.ALL_PRINCIPAL: tr("Penalty: charged on all principal still owed."),
    }[terms.penalty.base]
    if terms.penalty.compounds:
        words = tr(
            "Penalty: charged on the overdue principal and, month by month, on the unpaid interest with its penalty."
        )
    return words


def size_formula(terms: LoanTerms, size: Sizing) -> str:
    """How the equal instalment was solved, with the numbers put in (domain.md 2.1, 2.2)."""
    balance, count = amount(size.balance_fen), size.periods
    result = amount(size.payment_fen)
    rates = set(size.rates)
    if len(rates) == 1:
        rate = next(iter(rates))
        if not rate:
            return f"{balance} ÷ {count} = {rounded_result(Fraction(size.balance_fen, count), size.payment_fen)}"
        shown = plain_percent(rate)
        growth = f"(1 + {shown}%)^{count}"
        return f"{balance} × {shown}% × {growth} ÷ ({growth} − 1) ≈ {result}"
    return f"{balance} × Π(1 + r) ÷ Σ Π(1 + r) ≈ {result}"


def size_words(size: Sizing) -> str:
    """What the solved instalment means, where its periods differ in length."""
    if len(set(size.rates)) < 2:
        return ""
    low, high = plain_percent(min(size.rates)), plain_percent(max(size.rates))
    return tr(
        "The equal instalment repays the balance in {count} periods, each with interest by its own days: r from {low}%"
        " to {high}%. Π is over all periods, each part of Σ over those after it."
    ).format(count=size.periods, low=low, high=high)


def principal_formula(how: RowExplained) -> str:
    """A row's principal with the numbers put in."""
    row, size, result = how.row, how.size, amount(how.row.principal_fen)
    if how.principal_rule is PrincipalRule.SIZE and size is not None:
        extra = f" + {amount(how.first_extra_fen)}" if how.first_extra_fen else ""
        exact = size.payment_fen - row.interest_fen + how.first_extra_fen == row.principal_fen
        sign = "=" if exact else "→"
        return f"{amount(size.payment_fen)} − {amount(row.interest_fen)}{extra} {sign} {result}"
    if how.principal_rule is PrincipalRule.LEVEL and size is not None:
        share = Fraction(size.balance_fen, size.periods)
        parts = f"{amount(size.balance_fen)} ÷ {size.periods}"
        is_even = half_up(share) == row.principal_fen
        return f"{parts} = {rounded_result(share, row.principal_fen)}" if is_even else f"{parts} → {result}"
    if how.principal_rule is PrincipalRule.FIRST_TAKES_REST and size is not None:
        rest = size.balance_fen - size.level_fen * (size.periods - 1)
        sign = "=" if rest == row.principal_fen else "→"
        return f"{amount(size.balance_fen)} − {amount(size.level_fen)} × {size.periods - 1} {sign} {result}"
    return result


def principal_words(how: RowExplained) -> str:
    """The rule of a row's principal."""
    if how.principal_rule is PrincipalRule.SIZE and how.first_extra_fen:
        return tr("Principal: the equal instalment less the interest, and in the first one what rounding leaves over.")
    return {
        PrincipalRule.SIZE: tr("Principal: the equal instalment less the interest."),
        PrincipalRule.LEVEL: tr("Principal: an even part of what was borrowed."),
        PrincipalRule.FIRST_TAKES_REST: tr("Principal: what the even parts of the other instalments leave over."),
        PrincipalRule.REST: tr("Principal: all that is left, with what rounding left over."),
        PrincipalRule.NOTHING: tr("No principal before the end."),
        PrincipalRule.PAID: tr("Principal: what was paid beyond the interest."),
        PrincipalRule.STATED: tr("Principal: as the lender states it."),
    }[how.principal_rule]


def origin_words(how: RowExplained) -> str:
    """Where the figures of a row are from, unless they are worked out by the contract."""
    return {
        RowOrigin.CONTRACT: "",
        RowOrigin.LENDER: tr("These are the lender's own figures, as you entered them; nothing is worked out."),
        RowOrigin.PAYOFF: tr(
            "The loan was paid off on this day: all principal left, and what was paid beyond it is interest and fees."
        ),
        RowOrigin.PAID_AHEAD: tr("What was paid of this instalment before the loan was paid off."),
        RowOrigin.REVOLVING: tr("A repayment: the interest to its day first, the rest is principal."),
        RowOrigin.REVOLVING_REST: tr("What is left at the end of the term, with its interest until then."),
    }[how.origin]


def fee_formula(fee: FeePart, fee_fen: int) -> str:
    """A row's fee with the numbers put in."""
    exact = fee.principal_fen * fee.rate
    whole = f"{amount(fee.principal_fen)} × {plain_percent(fee.rate)}% = {rounded_result(exact, fee.whole_fen)}"
    if fee.parts == 1:
        return whole
    return f"{whole}; ÷ {fee.parts} → {amount(fee_fen)}"


def rounding_words(*, each: bool) -> str:
    """How interest is rounded."""
    if each:
        return tr("Each span is rounded half-up to the fen.")
    return tr("Rounded half-up to the fen, once for the whole period.")


def half_up(exact: Fraction) -> int:
    """An exact amount in fen, rounded."""
    return divide_half_up(exact.numerator, exact.denominator)


def _daily(rate: Rate, basis: DayCountBasis) -> str:
    shown = f"{plain_percent(rate.value)}%"
    if rate.period is RatePeriod.DAILY:
        return shown
    if rate.period is RatePeriod.MONTHLY:
        return f"{shown} ÷ 30"
    return f"{shown} ÷ {365 if basis is DayCountBasis.DAYS_365 else 360}"


def _monthly(rate: Rate) -> str:
    shown = f"{plain_percent(rate.value)}%"
    return {
        RatePeriod.DAILY: f"{shown} × 30",
        RatePeriod.MONTHLY: shown,
        RatePeriod.YEARLY: f"{shown} ÷ 12",
    }[rate.period]


def _exact(exact: Fraction) -> str:
    """Yuan with four decimals where there are more than two."""
    if exact.denominator == 1:
        return amount(exact.numerator)
    hundredths = half_up(exact * 100)
    whole, rest = divmod(abs(hundredths), 100)
    return f"{'−' if hundredths < 0 else ''}{amount(whole)}{rest:02d}"


def rounded_result(exact: Fraction, fen: int) -> str:
    """What an exact amount in fen is rounded to: `81.1460 ≈ 81.15`, or the amount alone where nothing was rounded."""
    return amount(fen) if exact == fen else f"{_exact(exact)} ≈ {amount(fen)}"
