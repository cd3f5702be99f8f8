"""What a loan contract agrees: method, rate, days and periods, as one checked value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from planner.core.errors import Missing, MustBePositive, OutOfRange

MOST_RATE_A_DAY = Decimal("0.02")
MOST_MULTIPLIER = Decimal(10)


class RepaymentMethod(StrEnum):
    """How principal and interest come back (domain.md §1.1)."""

    EQUAL_INSTALMENT = "equal_instalment"
    EQUAL_PRINCIPAL = "equal_principal"
    INTEREST_ONLY = "interest_only"
    BULLET = "bullet"
    REVOLVING = "revolving"
    EQUAL_PRINCIPAL_FLAT_FEE = "equal_principal_flat_fee"


class Accrual(StrEnum):
    """Interest by whole months (30/360) or by the days that really passed."""

    MONTHLY = "monthly"
    ACTUAL_DAYS = "actual_days"


class DayCountBasis(StrEnum):
    """What turns a yearly rate into a daily one; NONE where the contract states the daily rate."""

    DAYS_360 = "360"
    DAYS_365 = "365"
    NONE = "none"


class RatePeriod(StrEnum):
    """The period a contract states its rate for."""

    DAILY = "daily"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class DueDayPolicy(StrEnum):
    """Which day of the month instalments fall due.

    SAME_DAY_CLAMP keeps the anchor and clamps to the month's end; the two maps move the 29th to 31st to the
    days that 借呗 and 微粒贷 use; FIXED is a day of its own, whatever the drawdown's; AFTER_STATEMENT is a number of
    days after the statement day of each month (白条: 9).
    """

    SAME_DAY_CLAMP = "same_day_clamp"
    MAP_TO_25_26_27 = "map_to_25_26_27"
    MAP_TO_21 = "map_to_21"
    FIXED = "fixed"
    AFTER_STATEMENT = "after_statement"


class FirstPeriodPolicy(StrEnum):
    """Which due day is the first.

    NEXT_DUE: the first one after the drawdown. NEXT_DUE_IF_GAP_15: the same, but one later when fewer than 15
    days lie between (借呗). SKIP_NEAREST_DUE: the nearest due day, the day of the drawdown included, is skipped
    (later loans of 微粒贷).
    """

    NEXT_DUE = "next_due"
    NEXT_DUE_IF_GAP_15 = "next_due_if_gap_15"
    SKIP_NEAREST_DUE = "skip_nearest_due"


class HolidayShift(StrEnum):
    """Where an instalment goes that would fall due on a day without work. Most lenders do not move it."""

    NONE = "none"
    NEXT_WORKDAY = "next_workday"
    PREVIOUS_WORKDAY = "previous_workday"


class RemainderIn(StrEnum):
    """Which instalment takes the fen that rounding leaves over."""

    LAST = "last"
    FIRST = "first"


class FeeBasis(StrEnum):
    """What the fee rate is for: each period, or all of them together (split evenly, the rest with the remainder)."""

    EACH_PERIOD = "each_period"
    TOTAL = "total"


class PenaltyBase(StrEnum):
    """What penalty interest is charged on."""

    OVERDUE_PRINCIPAL = "overdue_principal"
    OVERDUE_PRINCIPAL_AND_INTEREST = "overdue_principal_and_interest"
    ALL_PRINCIPAL = "all_principal"


class PrepayFee(StrEnum):
    """What paying off early costs beside the interest to the day; `rate` says how much where one is needed.

    SHARE_OF_PREPAID: a fraction of the principal paid back early. MONTHS_OF_INTEREST: that many months' interest on
    it. REMAINING_FEES: the fees of all periods left are due all the same. PERIOD_INTEREST: the whole interest of the
    period that has begun. STEPS: a fraction that falls with the loan's age, see `PrepayTerms.steps`.
    """

    NONE = "none"
    SHARE_OF_PREPAID = "share_of_prepaid"
    MONTHS_OF_INTEREST = "months_of_interest"
    REMAINING_FEES = "remaining_fees"
    PERIOD_INTEREST = "period_interest"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class PenaltyTerms:
    """What lateness costs: `multiplier` × the contract's rate on `base`, by days.

    `replaces_interest`: while late, the normal interest on the base is not charged beside it. `compounds`: each month
    the unpaid interest bears penalty interest too. `daily_rate`, where the contract states one of its own, is used
    instead of the contract's rate times the multiplier. Raises OutOfRange (penalty_multiplier, penalty_rate).
    """

    base: PenaltyBase = PenaltyBase.OVERDUE_PRINCIPAL
    multiplier: Decimal = Decimal("1.5")
    daily_rate: Decimal | None = None
    replaces_interest: bool = False
    compounds: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.multiplier <= MOST_MULTIPLIER:
            raise OutOfRange("penalty_multiplier", low=Decimal(0), high=MOST_MULTIPLIER)
        if self.daily_rate is not None and not 0 <= self.daily_rate <= MOST_RATE_A_DAY:
            raise OutOfRange("penalty_rate", low=Decimal(0), high=MOST_RATE_A_DAY)


@dataclass(frozen=True, slots=True)
class PrepayTerms:
    """Whether and at what price principal can be paid back early. `rate` is a fraction (SHARE_OF_PREPAID) or a number
    of months (MONTHS_OF_INTEREST); `steps` are (full months of age from which on, fraction), the first from 0.
    Raises OutOfRange (prepay_rate)."""

    allowed: bool = True
    partial_allowed: bool = True
    fee: PrepayFee = PrepayFee.NONE
    rate: Decimal = Decimal(0)
    steps: tuple[tuple[int, Decimal], ...] = ()

    def __post_init__(self) -> None:
        most = Decimal(24) if self.fee is PrepayFee.MONTHS_OF_INTEREST else Decimal(1)
        if not 0 <= self.rate <= most or not all(0 <= rate <= 1 for _, rate in self.steps):
            raise OutOfRange("prepay_rate", low=Decimal(0), high=most)


def steps_from_text(text: str) -> tuple[tuple[int, Decimal], ...]:
    """The steps of `PrepayTerms` from `0:0.03,12:0.02`, ordered by age. Raises ValueError."""
    found = []
    for step in text.split(",") if text else ():
        months, _, share = step.partition(":")
        if not months.isdecimal() or not share.replace(".", "", 1).isdecimal():
            raise ValueError(f"not a step: {step!r}")
        found.append((int(months), Decimal(share)))
    return tuple(sorted(found))


def steps_text(steps: tuple[tuple[int, Decimal], ...]) -> str:
    """Steps as `steps_from_text` reads them."""
    return ",".join(f"{months}:{share:f}" for months, share in steps)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate as the contract states it: a fraction (0.0004 = 0.04 %) for a period."""

    value: Decimal
    period: RatePeriod

    def daily(self, basis: DayCountBasis) -> Fraction:
        """The exact daily rate: yearly / 360 or / 365 by `basis`, monthly / 30."""
        value = Fraction(self.value)
        if self.period is RatePeriod.DAILY:
            return value
        if self.period is RatePeriod.MONTHLY:
            return value / 30
        return value / (365 if basis is DayCountBasis.DAYS_365 else 360)

    def monthly(self) -> Fraction:
        """The exact monthly rate: yearly / 12, daily × 30."""
        value = Fraction(self.value)
        if self.period is RatePeriod.DAILY:
            return value * 30
        if self.period is RatePeriod.MONTHLY:
            return value
        return value / 12


NO_INTEREST = Rate(Decimal(0), RatePeriod.YEARLY)
MOST_PERIODS = 480
DAYS_AFTER_STATEMENT = 9
"""白条: what falls due does so nine days after its statement."""
EARLIEST, LATEST = date(1980, 1, 1), date(2200, 12, 31)
"""The days a loan can be drawn on and first fall due on: a mistyped year must not end the calendar."""


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """The terms of one loan.

    `principal_fen` is what is owed, `received_fen` what was paid out (less where fees were deducted up front).
    `flat_fee_rate` is a fee as a fraction of the original principal, for each period or in all (`fee_basis`): the whole
    cost of the flat-fee method, a guarantee or service fee beside the interest of the others.
    `due_day` is the anchor (1–31); None means the day of the drawdown. `first_due_on` overrides the policies.
    For BULLET and REVOLVING `periods` is the term in months. AFTER_STATEMENT needs `due_day` (the statement day) and
    takes `days_after_statement` from it. `least_days`: interest is charged for at least so many days.
    Raises MustBePositive, OutOfRange or Missing, each naming its field.
    """

    principal_fen: int
    received_fen: int
    method: RepaymentMethod
    accrual: Accrual
    rate: Rate
    day_count: DayCountBasis
    drawn_on: date
    periods: int
    due_day_policy: DueDayPolicy = DueDayPolicy.SAME_DAY_CLAMP
    due_day: int | None = None
    first_period_policy: FirstPeriodPolicy = FirstPeriodPolicy.NEXT_DUE
    first_due_on: date | None = None
    flat_fee_rate: Decimal = Decimal(0)
    fee_basis: FeeBasis = FeeBasis.EACH_PERIOD
    days_after_statement: int = DAYS_AFTER_STATEMENT
    holiday_shift: HolidayShift = HolidayShift.NONE
    shift_accrues: bool = False
    remainder_in: RemainderIn = RemainderIn.LAST
    least_days: int = 1
    penalty: PenaltyTerms = PenaltyTerms()
    prepay: PrepayTerms = PrepayTerms()

    def __post_init__(self) -> None:
        if self.principal_fen <= 0:
            raise MustBePositive("principal")
        if not 0 < self.received_fen <= self.principal_fen:
            raise OutOfRange("received", low=1, high=self.principal_fen)
        if not 1 <= self.periods <= MOST_PERIODS:
            raise OutOfRange("periods", low=1, high=MOST_PERIODS)
        if not 0 <= self.rate.daily(self.day_count) <= Fraction(MOST_RATE_A_DAY):
            raise OutOfRange("rate", low=Decimal(0), high=MOST_RATE_A_DAY)
        if not 0 <= self.flat_fee_rate <= 1:
            raise OutOfRange("flat_fee_rate", low=Decimal(0), high=Decimal(1))
        if self.due_day is not None and not 1 <= self.due_day <= 31:
            raise OutOfRange("due_day", low=1, high=31)
        if self.due_day_policy in (DueDayPolicy.FIXED, DueDayPolicy.AFTER_STATEMENT) and self.due_day is None:
            raise Missing("due_day")
        if not 0 <= self.days_after_statement <= 60:
            raise OutOfRange("days_after_statement", low=0, high=60)
        if not 0 <= self.least_days <= 31:
            raise OutOfRange("least_days", low=0, high=31)
        if not EARLIEST <= self.drawn_on <= LATEST:
            raise OutOfRange("drawn_on", low=EARLIEST, high=LATEST)
        if self.first_due_on is not None and not self.drawn_on < self.first_due_on <= LATEST:
            raise OutOfRange("first_due_on", low=self.drawn_on, high=LATEST)
