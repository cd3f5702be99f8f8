"""Words for "match my lender": what was found, each way of reckoning, and what is missed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planner.core.due_days import first_due_date
from planner.core.interest import months_between
from planner.core.matching import Convention, Match, Matches
from planner.core.matching_rows import Difference, GivenRow
from planner.core.schedules import ScheduleRow
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    HolidayShift,
    LoanTerms,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.i18n import tr
from planner.wording.amounts import amount, titled
from planner.wording.loans import accrual, holiday_shift, method, rate_period

MOST_WAYS = 6


def outcome(matches: Matches) -> str:
    """What came of the search, in a sentence."""
    if len(matches.exact) == 1:
        return tr("These terms give every row you entered: it differs by 0.00.")
    if matches.exact:
        return tr("{count} plans give every row you entered, to 0.00.").format(count=len(matches.exact))
    near = matches.nearest
    if near is None:
        return tr("No way of reckoning comes near these rows. Check the amount, the day and the figures.")
    worst = max(near.differences, key=lambda each: each.miss_fen)
    if worst.miss_fen:
        words = tr("No way of reckoning gives these rows. The nearest misses by {amount}, on row {number}.")
        return words.format(amount=amount(worst.miss_fen), number=worst.number)
    words = tr("The amounts can be reckoned, but no rule gives these due days. On row {number} the nearest differs.")
    return words.format(number=worst.number)


def advice(matches: Matches, given: Sequence[GivenRow], *, rate_known: bool) -> str:
    """What to do next: which row would tell several plans apart, or what is likely wrong; else nothing."""
    number = matches.telling_row()
    if number is not None and any(each.number == number and each.figures() for each in given):
        return tr("They part at row {number}: enter its day and its interest too, and search again.").format(
            number=number
        )
    if number is not None:
        words = tr("They first part at row {number}: enter what your lender shows there, and search again.")
        return words.format(number=number)
    if matches.exact:
        return ""
    if rate_known:
        return tr("Perhaps the rate is another one: leave it empty to have it searched. Or check what you typed.")
    return tr("Check what you typed. The lender may also reckon in a way that Yudu does not know.")


def difference(missed: Difference) -> str:
    """One figure that the plan has otherwise."""
    name = {
        "payment": tr("Payment"), "principal": tr("Principal"), "charge": tr("Interest, fee"), "due_on": tr("Due day"),
    }[missed.name]  # fmt: skip
    if missed.name == "due_on":
        found = "—" if missed.found_on is None else missed.found_on.isoformat()
        words = tr("Row {number}, {name}: you entered {given}, the plan has {found}")
        return words.format(number=missed.number, name=name, given=missed.given_on, found=found)
    words = tr("Row {number}, {name}: you entered {given}, the plan has {found}; it differs by {miss}")
    return words.format(
        number=missed.number, name=name, given=amount(missed.given_fen), found=amount(missed.found_fen),
        miss=amount(missed.miss_fen),
    )  # fmt: skip


def ways(conventions: Sequence[Convention]) -> tuple[str, ...]:
    """The conventions of one plan in words, those that differ in the rate alone together; of many the plainest."""
    by_rest: dict[str, list[str]] = {}
    for each in conventions:
        rates = by_rest.setdefault(_all_but_rate(each.terms), [])
        words = rate(each.terms)
        if words not in rates:
            rates.append(words)
    said = [tr("{rate} · {rest}").format(rate=tr(" or ").join(rates), rest=rest) for rest, rates in by_rest.items()]
    if len(said) <= MOST_WAYS:
        return tuple(said)
    return (*said[:MOST_WAYS], tr("and {count} more ways of saying the same").format(count=len(said) - MOST_WAYS))


def rate(terms: LoanTerms) -> str:
    """The rate with its period and, where it matters, the days of its year; or the fee."""
    fee = ""
    if terms.flat_fee_rate:
        words = (
            tr("fee {percent}% each period") if terms.fee_basis is FeeBasis.EACH_PERIOD else tr("fee {percent}% in all")
        )
        fee = words.format(percent=_percent(terms.flat_fee_rate))
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return fee or tr("no fee")
    if not terms.rate.value:
        return fee or tr("no interest")
    words = f"{_percent(terms.rate.value)}{rate_period(terms.rate.period)}"
    if terms.rate.period is RatePeriod.YEARLY and (terms.accrual is Accrual.ACTUAL_DAYS or _odd_days(terms)):
        days = 365 if terms.day_count is DayCountBasis.DAYS_365 else 360
        words = tr("{rate} ({days} days)").format(rate=words, days=days)
    return tr("{interest} and a {fee}").format(interest=words, fee=fee) if fee else words


def due_rule(terms: LoanTerms) -> str:
    """When instalments fall due, from the first on."""
    first = first_due_date(terms)
    if terms.method is RepaymentMethod.BULLET:
        return tr("due in one sum")
    if terms.due_day_policy is DueDayPolicy.AFTER_STATEMENT:
        words = tr("due {days} days after statement day {day}, first on {first}")
        return words.format(days=terms.days_after_statement, day=terms.due_day, first=first)
    day = terms.due_day or terms.drawn_on.day
    if terms.due_day_policy is DueDayPolicy.MAP_TO_25_26_27 and day > 28:
        day -= 4
    elif terms.due_day_policy is DueDayPolicy.MAP_TO_21 and day > 28:
        day = 21
    elif terms.first_due_on is not None and terms.due_day is None:
        day = first.day
    words = tr("due on the month's last day, first on {first}") if day == 31 else (
        tr("due on day {day}, first on {first}")
    )  # fmt: skip
    return words.format(day=day, first=first)


def plan_line(row: ScheduleRow, given: GivenRow | None, missed: Sequence[Difference]) -> str:
    """A row of a plan for the command line, with a word where it was given."""
    parts = f"{amount(row.principal_fen):>12} {amount(row.interest_fen + row.fee_fen):>10}"
    return f"  {row.number:>3}  {row.due_on}  {amount(row.payment_fen):>12} {parts}  {mark(given, missed)}".rstrip()


def mark(given: GivenRow | None, missed: Sequence[Difference]) -> str:
    """What stands beside a row of the plan: that it is as given, or by how much it is not."""
    if given is None:
        return ""
    if not missed:
        return tr("as entered")
    worst = max(missed, key=lambda each: each.miss_fen)
    return tr("off by {miss}").format(miss=amount(worst.miss_fen)) if worst.miss_fen else tr("another day")


def cell_mark(given: GivenRow | None, missed: Sequence[Difference], name: str) -> str:
    """What stands below a figure of the plan that was typed too: that it is the same, or what was typed."""
    if given is None or not (given.due_on if name == "due_on" else name in dict(given.figures())):
        return ""
    other = next((each for each in missed if each.name == name), None)
    if other is None:
        return tr("the same")
    typed = other.given_on.isoformat() if other.given_on is not None else amount(other.given_fen)
    return tr("yours {figure}").format(figure=typed)


def plan_name(at: int, count: int, match: Match) -> str:
    """A plan among several, by its plainest way of reckoning."""
    terms = match.conventions[0].terms
    words = tr("Plan {number} of {count}: {rate}, {method}")
    return words.format(number=at, count=count, rate=rate(terms), method=method(terms.method))


def match_lines(matches: Matches, given: Sequence[GivenRow], *, rate_known: bool = False) -> tuple[str, ...]:
    """All that was found, line by line."""
    lines = [outcome(matches)]
    if words := advice(matches, given, rate_known=rate_known):
        lines.append(words)
    for at, each in enumerate(matches.exact, 1):
        lines += ["", *_plan_head(at, each, len(matches.exact)), *_plan_lines(each.rows, given, ())]
    if matches.nearest is not None:
        near = matches.nearest
        lines += ["", titled(tr("The nearest, no match"), ways([near.convention])[0])]
        lines += [f"  {difference(each)}" for each in near.differences]
        lines += _plan_lines(near.rows, given, near.differences)
    return tuple(lines)


def _plan_head(at: int, match: Match, count: int) -> list[str]:
    title = tr("Plan {number} of {count}").format(number=at, count=count) if count > 1 else tr("The plan")
    return [title, *(f"  {words}" for words in ways(match.conventions))]


def _plan_lines(rows: Sequence[ScheduleRow], given: Sequence[GivenRow], missed: Sequence[Difference]) -> list[str]:
    by_number = {each.number: each for each in given}
    return [
        plan_line(row, by_number.get(row.number), [each for each in missed if each.number == row.number])
        for row in rows
    ]


def _all_but_rate(terms: LoanTerms) -> str:
    parts = [method(terms.method)]
    if terms.method is not RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        parts.append(tr("interest {accrual}").format(accrual=accrual(terms.accrual).lower()))
    parts.append(due_rule(terms))
    if terms.holiday_shift is not HolidayShift.NONE:
        parts.append(titled(tr("Due on a day off"), holiday_shift(terms.holiday_shift)))
        if terms.shift_accrues:
            parts.append(tr("with interest for those days"))
    if terms.method not in (RepaymentMethod.INTEREST_ONLY, RepaymentMethod.BULLET) and terms.periods > 1:
        first = terms.remainder_in is RemainderIn.FIRST
        parts.append(tr("rounding rest in the first") if first else tr("rounding rest in the last"))
    return " · ".join(parts)


def _odd_days(terms: LoanTerms) -> bool:
    return months_between(terms.drawn_on, first_due_date(terms)).denominator > 1


def _percent(fraction: Decimal) -> str:
    return format((fraction * 100).normalize(), "f")
