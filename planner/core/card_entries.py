"""What happens on a card: purchases, cash, payments, fees, instalments, and statements as the issuer states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from planner.core.errors import Missing, MustBePositive, OutOfRange
from planner.core.terms import MOST_PERIODS, FeeBasis, RemainderIn


class EntryKind(StrEnum):
    """The kinds of entries.

    INTEREST and LATE_FEE are what the issuer charged: in their cycle they stand instead of what is computed.
    INSTALMENT turns principal into instalments; INSTALMENT_PAYOFF bills all that is left of one at once.
    """

    PURCHASE = "purchase"
    REFUND = "refund"
    CASH_ADVANCE = "cash_advance"
    FEE = "fee"
    ANNUAL_FEE = "annual_fee"
    INTEREST = "interest"
    LATE_FEE = "late_fee"
    PAYMENT = "payment"
    INSTALMENT = "instalment"
    INSTALMENT_PAYOFF = "instalment_payoff"


class InstalmentOf(StrEnum):
    """What is paid in instalments: purchases not billed yet, purchases on a statement, or something bought (or paid
    out) in instalments from the start, which is no entry of its own."""

    PURCHASE = "purchase"
    STATEMENT = "statement"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class InstalmentTerms:
    """Equal principal and a flat fee (a fraction of the principal, for each period or in all), billed on the
    following statement days. `fee_kept`: paid off early, the fees of the periods left are charged all the same.
    Raises OutOfRange (periods, flat_fee_rate)."""

    periods: int
    flat_fee_rate: Decimal = Decimal(0)
    fee_basis: FeeBasis = FeeBasis.EACH_PERIOD
    remainder_in: RemainderIn = RemainderIn.LAST
    of: InstalmentOf = InstalmentOf.STATEMENT
    fee_kept: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.periods <= MOST_PERIODS:
            raise OutOfRange("periods", low=1, high=MOST_PERIODS)
        if not 0 <= self.flat_fee_rate <= 1:
            raise OutOfRange("flat_fee_rate", low=Decimal(0), high=Decimal(1))


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One entry: fen (above zero, its sign is in its kind; zero only for INTEREST and LATE_FEE, "none was charged"),
    on the day it was posted. `id` is the row it came from.

    `fee_fen` of a CASH_ADVANCE is the fee as charged (None: by the terms). `instalment` are the terms of an
    INSTALMENT; `ends` is the id of the INSTALMENT that an INSTALMENT_PAYOFF ends (its amount is not used).
    A PAYMENT or REFUND of more than is owed leaves a `credit`; without it, what is beyond pays something that is not on
    record and is left out.
    Raises MustBePositive (amount) or Missing (instalment, ends).
    """

    id: int
    kind: EntryKind
    posted_on: date
    amount_fen: int
    fee_fen: int | None = None
    instalment: InstalmentTerms | None = None
    ends: int | None = None
    credit: bool = True

    def __post_init__(self) -> None:
        stated = self.kind in (EntryKind.INTEREST, EntryKind.LATE_FEE)
        free = stated or self.kind is EntryKind.INSTALMENT_PAYOFF
        if self.amount_fen < 0 or (self.amount_fen == 0 and not free):
            raise MustBePositive("amount")
        if self.kind is EntryKind.INSTALMENT and self.instalment is None:
            raise Missing("instalment")
        if self.kind is EntryKind.INSTALMENT_PAYOFF and self.ends is None:
            raise Missing("ends")


@dataclass(frozen=True, slots=True)
class StatedStatement:
    """A statement as the issuer sent it: it stands instead of the computed one. The balance (fen, negative = credit)
    is brought to it by an adjustment; minimum and due day are taken from it where they are stated."""

    on: date
    balance_fen: int
    minimum_fen: int | None = None
    due_on: date | None = None
