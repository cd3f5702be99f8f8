"""What comes out of a card's course: its statements, and its balance at the end of any day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from planner.core.card_terms import Part
from planner.core.credit_limits import CardLimits
from planner.core.money import divide_half_up

PartSums = tuple[tuple[Part, int], ...]
"""Fen by part, only what is not zero."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, fen. `balance_fen` is all that is to be paid (negative: a credit):

    previous + purchases + cash + instalments + fees + late fee + interest + penalty + adjustment
    − payments − refunds − converted.

    The sums are of the cycle that the statement ends. `instalments_fen` is principal billed now, `converted_fen` what
    became instalments, `adjustment_fen` what brings it to the balance the issuer states. `parts` is what the balance
    is made of. `received_fen` came in since, until the next statement (or the due day,
    where that is later); `paid_in_full` and `minimum_met` are None until the due day with its grace days is over.
    """

    number: int
    on: date
    due_on: date
    previous_fen: int
    purchases_fen: int
    cash_fen: int
    instalments_fen: int
    fees_fen: int
    late_fee_fen: int
    interest_fen: int
    penalty_fen: int
    adjustment_fen: int
    payments_fen: int
    refunds_fen: int
    converted_fen: int
    balance_fen: int
    minimum_fen: int
    parts: PartSums
    received_fen: int = 0
    paid_in_full: bool | None = None
    minimum_met: bool | None = None

    @property
    def cost_fen(self) -> int:
        """What the cycle cost: interest, penalty, fees and late fee."""
        return self.interest_fen + self.penalty_fen + self.fees_fen + self.late_fee_fen

    @property
    def principal_fen(self) -> int:
        """Purchases, cash and instalments on the statement: what is owed beside interest and fees."""
        return sum(fen for part, fen in self.parts if part in (Part.PURCHASE, Part.CASH, Part.INSTALMENT))


@dataclass(frozen=True, slots=True)
class CardBalance:
    """How a card stands at the end of a day, fen.

    `billed` and `unbilled` are what is owed by part; `instalments_left_fen` is instalment principal not billed yet,
    `credit_fen` what was paid above all that is owed. `accrued_fen` is interest up to this day that is not posted yet
    (half-up once) and is in none of the others. `limit_fen` is the limit in force, None where it is not known.
    """

    on: date
    billed: PartSums
    unbilled: PartSums
    instalments_left_fen: int
    credit_fen: int
    accrued_fen: int
    limit_fen: int | None

    @property
    def billed_fen(self) -> int:
        return sum(fen for _, fen in self.billed)

    @property
    def unbilled_fen(self) -> int:
        return sum(fen for _, fen in self.unbilled)

    @property
    def cash_fen(self) -> int:
        """Cash advances still owed, billed or not."""
        return sum(fen for part, fen in (*self.billed, *self.unbilled) if part is Part.CASH)

    @property
    def owed_fen(self) -> int:
        """Billed and unbilled less the credit: without instalments to come and without accrued interest."""
        return self.billed_fen + self.unbilled_fen - self.credit_fen

    @property
    def used_fen(self) -> int:
        """What takes up the limit: all that is owed and the principal of instalments to come."""
        return self.owed_fen + self.instalments_left_fen

    @property
    def available_fen(self) -> int | None:
        """What can still be used, never below zero; None where the limit is not known."""
        return None if self.limit_fen is None else max(self.limit_fen - self.used_fen, 0)

    @property
    def over_limit_fen(self) -> int:
        return 0 if self.limit_fen is None else max(self.used_fen - self.limit_fen, 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a day on which something happened; `accrued` grows by `accruing` a day until the next one."""

    balance: CardBalance
    accrued: Fraction
    accruing: Fraction


@dataclass(frozen=True, slots=True)
class CardDays:
    """What is needed for the balance of any day: the ends of the days on which something happened, in order.

    `received` are (day, fen) of what payments, refunds and statement instalments took off what was owed, in order.
    """

    moments: tuple[Moment, ...]
    received: tuple[tuple[date, int], ...]

    def moment(self, on: date) -> Moment | None:
        """The last day on or before `on` on which something happened; None where nothing had by then."""
        at = bisect_right(self.moments, on, key=lambda moment: moment.balance.on)
        return self.moments[at - 1] if at else None

    def until(self, on: date) -> CardDays:
        """What was known at the end of a day."""
        moments = self.moments[: bisect_right(self.moments, on, key=lambda moment: moment.balance.on)]
        return CardDays(moments, self.received[: bisect_right(self.received, on, key=lambda each: each[0])])


@dataclass(frozen=True, slots=True)
class CardCourse:
    """A card as it went until a day: its statements in order, and what is needed for the balance of any day.

    `limits` are asked again for every day. `instalments` are (id of the entry, principal left) of those that run.
    """

    until: date
    statements: tuple[Statement, ...]
    days: CardDays
    instalments: tuple[tuple[int, int], ...]
    limits: CardLimits

    def balance_on(self, on: date) -> CardBalance:
        """The balance at the end of a day not after `until` (later days answer as `until`)."""
        day = min(on, self.until)
        moment, limit = self.days.moment(day), self.limits.limit_on(on)
        if moment is None:
            return CardBalance(on, (), (), 0, 0, 0, limit)
        exact = moment.accrued + moment.accruing * (day - moment.balance.on).days
        last = moment.balance
        accrued = divide_half_up(exact.numerator, exact.denominator)
        return CardBalance(on, last.billed, last.unbilled, last.instalments_left_fen, last.credit_fen, accrued, limit)

    @property
    def balance(self) -> CardBalance:
        """The balance on the last day."""
        return self.balance_on(self.until)

    def latest_statement(self) -> Statement | None:
        """The latest statement, if any."""
        return self.statements[-1] if self.statements else None
