"""Credit facts: what the limit-health factors and the warnings look at.

A book is turned into `CreditFacts` by `reports.facts`, a public-data client by the training adapters; so the
same factor and warning code serves both. Every fact carries the row it came from.
Functions that read facts as of a date must ignore what is dated later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.core.agreed_cost import AgreedCost
from planner.core.card_statements import CardDays
from planner.core.credit_limits import LimitStep, TemporaryLimit


class RowKind(StrEnum):
    """The kinds of rows a number can be traced to."""

    LINE = "line"
    LIMIT_CHANGE = "limit_change"
    STATEMENT = "statement"
    LOAN = "loan"
    DUE = "due"
    REPAYMENT = "repayment"
    OVERDUE = "overdue"
    APPLICATION = "application"
    PROFILE = "profile"
    CASH_BALANCE = "cash_balance"
    TRANSACTION = "transaction"


@dataclass(frozen=True, slots=True)
class RowRef:
    """One row of the book: its kind and id, and for an instalment its number in the loan's schedule."""

    kind: RowKind
    id: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class RowLabel:
    """What a row is called: its name, its day and its amount (fen, where it has one)."""

    ref: RowRef
    name: str
    on: date
    amount_fen: int | None


class LineKind(StrEnum):
    """What a credit line is used for; all three revolve."""

    CARD = "card"
    PAY_LATER = "pay_later"
    CASH_LINE = "cash_line"


class LineStatus(StrEnum):
    """What the lender lets one do with a line."""

    ACTIVE = "active"
    REDUCED = "reduced"
    FROZEN = "frozen"
    CLOSED = "closed"
    NOT_AVAILABLE = "not_available"


class LenderKind(StrEnum):
    """Which rules a lender is under."""

    BANK = "bank"
    CONSUMER_FINANCE = "consumer_finance"
    MICRO_LENDER = "micro_lender"
    PLATFORM = "platform"
    PERSON = "person"
    OTHER = "other"


class OverdueSource(StrEnum):
    """Who says that something was overdue."""

    OWN_RECORD = "own_record"
    LENDER_NOTICE = "lender_notice"
    CREDIT_REPORT = "credit_report"


class Outcome(StrEnum):
    """How an application ended."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LimitFact:
    """From `on`, the line's limit is `limit_fen` (fen, ≥ 0) and its status `status`."""

    ref: RowRef
    on: date
    limit_fen: int
    status: LineStatus


@dataclass(frozen=True, slots=True)
class StatementFact:
    """A statement of a revolving line: balance (fen, negative = credit) on `on`, to be paid by `due_on`."""

    ref: RowRef
    on: date
    due_on: date
    balance_fen: int
    minimum_fen: int | None


@dataclass(frozen=True, slots=True)
class ChargeFact:
    """What purchases added to a line on a day, less refunds (fen), by the row of the first.

    `stray` are refunds (negative) of purchases that are not on record.
    """

    ref: RowRef
    on: date
    amount_fen: int
    stray: bool = False


@dataclass(frozen=True, slots=True)
class FailedPaymentFact:
    """A repayment that was tried and failed: nothing moved. `made_good_on` is the day it went through after all."""

    ref: RowRef
    on: date
    amount_fen: int
    product: str
    made_good_on: date | None


@dataclass(frozen=True, slots=True)
class PaymentFact:
    """Money paid to a line (not to one of its loans)."""

    ref: RowRef
    on: date
    amount_fen: int


@dataclass(frozen=True, slots=True)
class DueFact:
    """One row of a loan's schedule: `amount_fen` to be paid by `due_on`.

    `bullet_fen` is the part that is principal repaid at the end in one sum (left out of the debt service).
    `first_paid_on` is the day something was first paid towards it, `settled_on` the day it was paid whole.
    `open_fen` is what is left of it on the day the facts are of (None: all of it while it is not settled).
    """

    ref: RowRef
    due_on: date
    amount_fen: int
    bullet_fen: int
    first_paid_on: date | None
    settled_on: date | None
    open_fen: int | None = None


@dataclass(frozen=True, slots=True)
class LoanFact:
    """A loan; `line_id` is set when it was drawn under a line (then it is not an account of its own).

    `balances` are (day, outstanding principal in fen from that day on), in order of day, the first on the day
    of the drawdown. `closed_on` is the day the last of it was repaid; `waived_fen` of it nobody paid. `secured`: on a
    home, not counted among unsecured debts. `agreed` is what its contract costs; None where only its dues are known.
    """

    ref: RowRef
    name: str
    lender_id: int
    line_id: int | None
    opened_on: date
    closed_on: date | None
    dues: tuple[DueFact, ...]
    balances: tuple[tuple[date, int], ...]
    lender_kind: LenderKind = LenderKind.OTHER
    secured: bool = False
    waived_fen: int = 0
    agreed: AgreedCost | None = None


@dataclass(frozen=True, slots=True)
class GroupFact:
    """Lines that share a limit: what they may owe together from each day on, in order of day."""

    id: int
    name: str
    limits: tuple[LimitStep, ...]


@dataclass(frozen=True, slots=True)
class LineFact:
    """A revolving line with its history. `closed_on` is the day the account was closed, if it was.

    `card` is set where the contract's terms are known: the line is then reckoned from them, statements included. A
    computed statement has the line's own row, numbered by its day (`statement_ref`).
    """

    ref: RowRef
    name: str
    lender_id: int
    kind: LineKind
    opened_on: date
    closed_on: date | None
    limits: tuple[LimitFact, ...]
    statements: tuple[StatementFact, ...]
    payments: tuple[PaymentFact, ...]
    charges: tuple[ChargeFact, ...] = ()
    card: CardDays | None = None
    temporary: tuple[TemporaryLimit, ...] = ()
    group: GroupFact | None = None


def statement_ref(line: RowRef, on: date) -> RowRef:
    """The row of a statement that was computed: it opens the line, and its number is its day (20261110)."""
    return RowRef(RowKind.LINE, line.id, on.year * 10_000 + on.month * 100 + on.day)


@dataclass(frozen=True, slots=True)
class OverdueFact:
    """An overdue on record: on `due_on` something fell due and was `days` late, or is still (`cleared_on` None).

    `account` is the line or loan, if one is named. The public data counts cycles: one cycle is 30 days.
    """

    ref: RowRef
    account: RowRef | None
    due_on: date
    days: int
    cleared_on: date | None
    source: OverdueSource


@dataclass(frozen=True, slots=True)
class ApplicationFact:
    """An application or a query of the credit record; `hard` ones are seen by other lenders."""

    ref: RowRef
    on: date
    lender_name: str
    hard: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """From `since`: monthly net income, day of pay (1–31) and essential monthly spending, each if known."""

    ref: RowRef
    since: date
    income_fen: int | None
    payday: int | None
    essential_fen: int | None


@dataclass(frozen=True, slots=True)
class CashFact:
    """The balance of a cash account as entered on `on`."""

    ref: RowRef
    account_id: int
    on: date
    balance_fen: int


@dataclass(frozen=True, slots=True)
class CreditFacts:
    """Everything the factors and warnings may look at. Order inside each tuple is by date, then id."""

    lines: tuple[LineFact, ...] = ()
    loans: tuple[LoanFact, ...] = ()
    overdues: tuple[OverdueFact, ...] = ()
    applications: tuple[ApplicationFact, ...] = ()
    applications_complete_since: date | None = None
    """The user's word that every application since this day is in the book; None: no such word."""
    profile: tuple[ProfileFact, ...] = ()
    cash: tuple[CashFact, ...] = ()
    failed_payments: tuple[FailedPaymentFact, ...] = ()
