"""What the contract of a card or another line with statements agrees, as one checked value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from planner.core.errors import OutOfRange
from planner.core.money import divide_half_up
from planner.core.terms import MOST_RATE_A_DAY


class Part(StrEnum):
    """What a debt on a card is made of. INSTALMENT is the principal of an instalment that was billed."""

    ANNUAL_FEE = "annual_fee"
    INTEREST = "interest"
    FEE = "fee"
    LATE_FEE = "late_fee"
    INSTALMENT = "instalment"
    CASH = "cash"
    PURCHASE = "purchase"


CMB_ORDER = (Part.ANNUAL_FEE, Part.INTEREST, Part.FEE, Part.LATE_FEE, Part.INSTALMENT, Part.CASH, Part.PURCHASE)
"""What a payment pays first, billed before unbilled (domain.md §1.3; where late fees and instalments stand in it is
not stated there: both are asked whole in the minimum payment, so they come before the principal that is not)."""


class DueRule(StrEnum):
    """How the due day follows from the statement.

    DAY_OF_MONTH: the first such day after the statement day, clamped to the month's end. DAYS_AFTER: so many days
    later, whatever the month. DAYS_AFTER_IN_MONTH: the same, but held back to the end of the month it falls into when
    months have 31 days (statement on the 10th + 20: 30 January, 28 February).
    """

    DAY_OF_MONTH = "day_of_month"
    DAYS_AFTER = "days_after"
    DAYS_AFTER_IN_MONTH = "days_after_in_month"


class StatementDayPurchase(StrEnum):
    """Where a purchase goes that is posted on the statement day itself."""

    IN_THIS_STATEMENT = "in_this_statement"
    IN_NEXT_STATEMENT = "in_next_statement"


class GraceLoss(StrEnum):
    """What bears interest once a statement was not paid in full by its due day.

    FULL_BALANCE_FROM_POSTING: all that was on the statement, from each purchase's posting day, what was paid until
    the day it was paid. UNPAID_PART_ONLY: only what was still unpaid on the due day, from its posting day.
    FROM_DUE_DATE: the same, from the day after the due date.
    """

    FULL_BALANCE_FROM_POSTING = "full_balance_from_posting"
    UNPAID_PART_ONLY = "unpaid_part_only"
    FROM_DUE_DATE = "from_due_date"


def _share(field: str, value: Decimal | None) -> None:
    if value is not None and not 0 <= value <= 1:
        raise OutOfRange(field, low=Decimal(0), high=Decimal(1))


def _days(field: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise OutOfRange(field, low=low, high=high)


def _fen(field: str, value: int | None) -> None:
    if value is not None and value < 0:
        raise OutOfRange(field, low=0, high=None)


@dataclass(frozen=True, slots=True)
class ShareWithin:
    """A share of an amount, held between a floor and a cap (fen). Raises OutOfRange (share, floor, cap)."""

    share: Decimal
    floor_fen: int = 0
    cap_fen: int | None = None

    def __post_init__(self) -> None:
        _share("share", self.share)
        _fen("floor", self.floor_fen)
        if self.cap_fen is not None and self.cap_fen < self.floor_fen:
            raise OutOfRange("cap", low=self.floor_fen, high=None)

    def of(self, amount_fen: int) -> int:
        """The fee on an amount, half-up to the fen; nothing on nothing."""
        if amount_fen <= 0:
            return 0
        exact = Fraction(self.share) * amount_fen
        fee = max(divide_half_up(exact.numerator, exact.denominator), self.floor_fen)
        return fee if self.cap_fen is None else min(fee, self.cap_fen)


NO_FEE = ShareWithin(Decimal(0))


@dataclass(frozen=True, slots=True)
class MinimumRule:
    """The least to pay of a statement: `share` of purchases and cash (`cash_share` where cash has its own), and the
    whole of instalments due, fees, interest, what is past due and what is over the limit.

    Never less than `floor_fen` nor more than the balance; the whole balance once purchases and cash together are at
    most `whole_at_fen`. Raises OutOfRange (minimum_share, cash_share, minimum_floor, whole_at).
    """

    share: Decimal = Decimal("0.10")
    cash_share: Decimal | None = None
    floor_fen: int = 0
    whole_at_fen: int = 0

    def __post_init__(self) -> None:
        _share("minimum_share", self.share)
        _share("cash_share", self.cash_share)
        _fen("minimum_floor", self.floor_fen)
        _fen("whole_at", self.whole_at_fen)

    def minimum(self, parts: dict[Part, int], past_due_fen: int = 0, over_limit_fen: int = 0) -> int:
        """Fen, half-up once, of a statement with these parts. No fen is asked twice: `past_due_fen` and
        `over_limit_fen` are principal (purchases first, then cash), and only the rest of it is asked by its share."""
        purchases, cash = parts.get(Part.PURCHASE, 0), parts.get(Part.CASH, 0)
        principal, balance = purchases + cash, sum(parts.values())
        if principal <= self.whole_at_fen:
            return balance
        whole = min(past_due_fen + over_limit_fen, principal)
        cash_share = self.share if self.cash_share is None else self.cash_share
        exact = Fraction(self.share) * max(purchases - whole, 0)
        exact += Fraction(cash_share) * (cash - max(whole - purchases, 0))
        part = divide_half_up(exact.numerator, exact.denominator)
        if exact and not part:
            part = 1  # a share of a few fen is not nothing, or the debt would never end
        asked = balance - principal + whole + part
        return min(max(asked, self.floor_fen), balance)


@dataclass(frozen=True, slots=True)
class CashTerms:
    """What an advance in cash costs: a fee at once, and interest from its day without any grace, at `daily_rate`
    (None: the card's). Raises OutOfRange (cash_rate)."""

    fee: ShareWithin = NO_FEE
    daily_rate: Decimal | None = None

    def __post_init__(self) -> None:
        if self.daily_rate is not None and not 0 <= self.daily_rate <= MOST_RATE_A_DAY:
            raise OutOfRange("cash_rate", low=Decimal(0), high=MOST_RATE_A_DAY)


@dataclass(frozen=True, slots=True)
class CardTerms:
    """The terms of a card, 花呗, 白条 or 月付. Rates are fractions a day (0.0005 = 0.05 %).

    `statement_day` is 1–31, clamped to the month's end; `due_day` belongs to DAY_OF_MONTH, `days_after` to the two
    other rules. Interest is on end-of-day balances, the posting day and the statement day both counted, and is posted
    on the statement day; where it `compounds`, posted interest bears interest from the day after. Fees and late fees
    never bear any. `overdue_rate`, where the contract has one, stands instead of the daily rate from the day after a
    due date whose minimum was not paid, on the principal of that statement (花呗, 白条).
    A statement short of at most `tolerance_fen`, or paid up to `grace_days` late, counts as paid; plans use 0.
    Raises OutOfRange, naming its field.
    """

    statement_day: int
    due_rule: DueRule = DueRule.DAY_OF_MONTH
    due_day: int = 25
    days_after: int = 20
    statement_day_purchase: StatementDayPurchase = StatementDayPurchase.IN_THIS_STATEMENT
    daily_rate: Decimal = Decimal("0.0005")
    grace_loss: GraceLoss = GraceLoss.FULL_BALANCE_FROM_POSTING
    compounds: bool = True
    overdue_rate: Decimal | None = None
    minimum: MinimumRule = MinimumRule()
    late_fee: ShareWithin = NO_FEE
    cash: CashTerms = CashTerms()
    order: tuple[Part, ...] = CMB_ORDER
    tolerance_fen: int = 0
    grace_days: int = 0

    def __post_init__(self) -> None:
        _days("statement_day", self.statement_day, 1, 31)
        _days("due_day", self.due_day, 1, 31)
        _days("days_after", self.days_after, 1, 60)
        _days("grace_days", self.grace_days, 0, 10)
        _fen("tolerance", self.tolerance_fen)
        for field, rate in (("daily_rate", self.daily_rate), ("overdue_rate", self.overdue_rate)):
            if rate is not None and not 0 <= rate <= MOST_RATE_A_DAY:
                raise OutOfRange(field, low=Decimal(0), high=MOST_RATE_A_DAY)
        if sorted(self.order) != sorted(Part):
            raise OutOfRange("order", low=len(Part), high=len(Part))
