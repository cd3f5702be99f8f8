"""What can happen to a loan's plan after it was agreed. Each changes what comes after its day and nothing before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.terms import Rate


class PrepayMode(StrEnum):
    """What paying principal back early does to the rest: fewer instalments of the same size, or smaller ones."""

    SHORTER_TERM = "shorter_term"
    LOWER_PAYMENT = "lower_payment"


@dataclass(frozen=True, slots=True)
class RateChange:
    """From the first period that starts on or after `on`, the loan's rate is `rate`; that of a loan repaid any time
    from `on` itself."""

    on: date
    rate: Rate


@dataclass(frozen=True, slots=True)
class Prepayment:
    """Principal (fen) paid back on a day beside the instalments. On a due day it comes after that day's instalment."""

    on: date
    principal_fen: int
    mode: PrepayMode


@dataclass(frozen=True, slots=True)
class Extension:
    """From the first period that starts on or after `on`, the rest is repaid in so many more periods. A loan due in
    one sum falls due so many months later, if it had not fallen due by then."""

    on: date
    periods: int


@dataclass(frozen=True, slots=True)
class OwnRow:
    """An instalment as the lender states it: it stands instead of the computed one, and the rest follows from it."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int


Event = RateChange | Prepayment | Extension | OwnRow
