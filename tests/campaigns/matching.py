"""A thousand lenders: from three rows of a plan, is the whole of it found, and is nothing falsely called a match?

By hand: `python -m tests.campaigns.matching [LOANS] [SEED] [any]`. The first, the second and the last row are given, or
any three. The suite runs a few loans.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from time import perf_counter

from planner.core.matching import Matches, match_lender
from planner.core.matching_rows import GivenRow, seen
from planner.core.schedules import ScheduleRow, schedule
from planner.core.terms import (
    NO_INTEREST,
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    LoanTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)

METHODS = (
    *(RepaymentMethod.EQUAL_INSTALMENT,) * 6, *(RepaymentMethod.EQUAL_PRINCIPAL,) * 4,
    *(RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE,) * 4, *(RepaymentMethod.INTEREST_ONLY,) * 2, RepaymentMethod.BULLET,
)  # fmt: skip
UNITS = (
    # accrual, days of a year, period of the rate, and from what to what in units of the last digit
    (Accrual.ACTUAL_DAYS, DayCountBasis.NONE, RatePeriod.DAILY, 20, 95, 5),
    (Accrual.ACTUAL_DAYS, DayCountBasis.NONE, RatePeriod.DAILY, 200, 950, 6),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_360, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_365, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_365, RatePeriod.YEARLY, 30, 240, 3),
    (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_360, RatePeriod.MONTHLY, 40, 200, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_365, RatePeriod.YEARLY, 300, 2400, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.MONTHLY, 20, 200, 4),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.DAILY, 20, 95, 5),
    (Accrual.MONTHLY, DayCountBasis.DAYS_360, RatePeriod.DAILY, 200, 950, 6),
)


def random_loan(draw: random.Random) -> LoanTerms:
    """A loan as lenders write them, over all that a contract can choose: rates of few digits, any rule of due days."""
    method = draw.choice(METHODS)
    accrual, basis, period, least, most, digits = draw.choice(UNITS)
    rate, fee, fee_basis = (
        Rate(Decimal(draw.randint(least, most)).scaleb(-digits), period),
        Decimal(0),
        FeeBasis.EACH_PERIOD,
    )
    if method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        rate, accrual, fee_basis = NO_INTEREST, Accrual.MONTHLY, draw.choice(list(FeeBasis))
        each = fee_basis is FeeBasis.EACH_PERIOD
        fee = Decimal(draw.randint(20, 120)).scaleb(-4) if each else Decimal(draw.randint(20, 99)).scaleb(-3)
    elif draw.random() < 0.03:
        rate = NO_INTEREST
    principal = draw.choice([draw.randint(10, 3000) * 10_000, draw.randint(100_000, 20_000_000)])
    terms = LoanTerms(
        principal_fen=principal, received_fen=principal, method=method, accrual=accrual, rate=rate, day_count=basis,
        drawn_on=date(2025, 1, 1) + timedelta(days=draw.randint(0, 700)),
        periods=draw.choice([1, 3, 6, 9, 12, 12, 18, 24, 36, 60]),
        remainder_in=draw.choice([RemainderIn.LAST] * 4 + [RemainderIn.FIRST]), flat_fee_rate=fee, fee_basis=fee_basis,
    )  # fmt: skip
    return _with_due_days(draw, terms)


def _with_due_days(draw: random.Random, terms: LoanTerms) -> LoanTerms:
    policy = draw.choice([*list(DueDayPolicy)[:3], *DueDayPolicy])
    fixed = policy in (DueDayPolicy.FIXED, DueDayPolicy.AFTER_STATEMENT)
    terms = replace(
        terms, due_day_policy=policy, first_period_policy=draw.choice(list(FirstPeriodPolicy)),
        due_day=draw.randint(1, 31) if fixed or draw.random() < 0.3 else None,
        days_after_statement=draw.choice([9, 9, 10, 18, 20, 25]),
    )  # fmt: skip
    if draw.random() < 0.05:
        terms = replace(terms, first_due_on=terms.drawn_on + timedelta(days=draw.randint(5, 50)))
    if draw.random() < 0.06:
        shift = draw.choice([HolidayShift.NEXT_WORKDAY, HolidayShift.PREVIOUS_WORKDAY])
        terms = replace(terms, holiday_shift=shift, shift_accrues=draw.random() < 0.5)
    return terms


def given(plan: tuple[ScheduleRow, ...], *numbers: int) -> list[GivenRow]:
    """Rows of a plan as a lender's app shows them."""
    rows = [plan[number - 1] for number in dict.fromkeys(numbers) if number <= len(plan)]
    return [
        GivenRow(row.number, row.due_on, row.payment_fen, row.principal_fen, row.interest_fen + row.fee_fen)
        for row in rows
    ]


@dataclass
class Tally:
    """What came of the loans."""

    loans: int = 0
    found: int = 0
    """The first plan that is named is the lender's, every row of it to the fen and the day."""
    among: int = 0
    """It is one of those that are named."""
    amounts: int = 0
    """Every amount of the first plan is right; a due day may not be."""
    several: int = 0
    false: int = 0
    """A match whose plan does not have a given row: must never be."""
    misses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.found / self.loans


def try_loan(tally: Tally, terms: LoanTerms, choose: random.Random | None = None) -> Matches:
    """Gives the first, the second and the last row of a loan's plan to the search, or any three, and counts what it
    says."""
    plan = schedule(terms)
    numbers = [1, 2, len(plan)] if choose is None else choose.sample(range(1, len(plan) + 1), min(3, len(plan)))
    rows = given(plan, *numbers)
    begun = perf_counter()
    matches = match_lender(
        principal_fen=terms.principal_fen, drawn_on=terms.drawn_on, periods=terms.periods, given=rows
    )
    tally.seconds.append(perf_counter() - begun)
    tally.loans += 1
    tally.several += len(matches.exact) > 1
    for match in matches.exact:
        tally.false += given(match.rows, *numbers) != rows or len(match.rows) != len(plan)
        tally.false += any(seen(schedule(each.terms)) != seen(match.rows) for each in match.conventions)
    tally.among += any(seen(match.rows) == seen(plan) for match in matches.exact)
    first = matches.exact[0].rows if matches.exact else ()
    tally.amounts += [row.payment_fen for row in first] == [row.payment_fen for row in plan]
    if seen(first) == seen(plan):
        tally.found += 1
    else:
        tally.misses[_kind(terms, matches)] += 1
    return matches


def _kind(terms: LoanTerms, matches: Matches) -> str:
    said = "several, another first" if len(matches.exact) > 1 else "another" if matches.exact else "none"
    due = terms.due_day_policy if terms.first_due_on is None else "first_due_on"
    moved = "" if terms.holiday_shift is HolidayShift.NONE else " moved"
    return f"{said}: {terms.method} {terms.accrual} {terms.rate.period} {due}{moved}"


def campaign(loans: int, seed: int, *, any_rows: bool = False) -> Iterator[tuple[LoanTerms, Matches, Tally]]:
    """Loan after loan, with the tally so far."""
    draw, tally = random.Random(seed), Tally()
    choose = random.Random(seed) if any_rows else None
    for _ in range(loans):
        terms = random_loan(draw)
        yield terms, try_loan(tally, terms, choose), tally


def main() -> None:
    """Runs the campaign and prints what came of it."""
    loans = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20261124
    tally = Tally()
    any_rows = "any" in sys.argv[3:]
    for _, _, tally in campaign(loans, seed, any_rows=any_rows):
        if tally.loans % 100 == 0:
            print(f"{tally.loans}: {tally.found} found", flush=True)
    times = sorted(tally.seconds)
    print(f"{tally.loans} loans, seed {seed}: {'any three rows' if any_rows else 'first, second and last row'} given")
    print(f"whole plan found: {tally.found} ({100 * tally.share:.1f} %), among those named: {tally.among}, "
          f"all amounts: {tally.amounts}")  # fmt: skip
    print(f"several plans fit: {tally.several}; false claims: {tally.false}")
    print(f"seconds for a loan: median {times[len(times) // 2]:.2f}, 95 % {times[len(times) * 95 // 100]:.2f}, "
          f"most {times[-1]:.2f}; all {sum(times):.0f}")  # fmt: skip
    for kind, count in tally.misses.most_common():
        print(f"  {count:3} {kind}")


if __name__ == "__main__":
    main()
