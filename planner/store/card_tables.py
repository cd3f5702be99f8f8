"""The tables of cards: what their contract agrees, what happened on them, and their temporary limits."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from planner.core.card_entries import EntryKind, InstalmentOf
from planner.core.card_terms import DueRule, GraceLoss, StatementDayPurchase
from planner.core.terms import FeeBasis, RemainderIn
from planner.store.tables import CreditLine
from planner.store.types import ExactDecimal, between, decimal, fen, flags, key, one_of, one_of_or_none, to

__all__ = ["CardEntryRow", "CardTermsRow", "CreditLine", "TemporaryLimitRow"]  # they refer to lines


class CardTermsRow(SQLModel, table=True):
    """What the contract of a line with statements agrees; its statement day and due day are the line's.

    `payment_order` names the parts of a debt in the order in which a payment pays them, with commas between.
    """

    __tablename__ = "card_terms"
    __table_args__ = (
        UniqueConstraint("line_id"),
        one_of("due_rule", DueRule),
        between("days_after", 1, 60),
        one_of("statement_day_purchase", StatementDayPurchase),
        decimal("daily_rate", 1),
        one_of("grace_loss", GraceLoss),
        *flags("compounds"),
        decimal("overdue_rate", 1),
        decimal("minimum_share", 1),
        decimal("cash_share", 1),
        *fen("minimum_floor_fen", "whole_at_fen"),
        decimal("late_share", 1),
        *fen("late_floor_fen", "late_cap_fen"),
        decimal("cash_fee_share", 1),
        *fen("cash_fee_floor_fen", "cash_fee_cap_fen"),
        decimal("cash_rate", 1),
        *fen("tolerance_fen"),
        between("grace_days", 0, 10),
    )
    id: int | None = key()
    line_id: int = to("credit_line.id")
    due_rule: str
    days_after: int
    statement_day_purchase: str
    daily_rate: Decimal = Field(sa_type=ExactDecimal)
    grace_loss: str
    compounds: int
    overdue_rate: Decimal | None = Field(sa_type=ExactDecimal)
    minimum_share: Decimal = Field(sa_type=ExactDecimal)
    cash_share: Decimal | None = Field(sa_type=ExactDecimal)
    minimum_floor_fen: int
    whole_at_fen: int
    late_share: Decimal = Field(sa_type=ExactDecimal)
    late_floor_fen: int
    late_cap_fen: int | None = None
    cash_fee_share: Decimal = Field(sa_type=ExactDecimal)
    cash_fee_floor_fen: int
    cash_fee_cap_fen: int | None = None
    cash_rate: Decimal | None = Field(sa_type=ExactDecimal)
    payment_order: str
    tolerance_fen: int
    grace_days: int


class CardEntryRow(SQLModel, table=True):
    """What happened on a card beside payments (`repayment`) and what statement files show.

    The terms of an instalment stand in the row that makes it; `ends` is the instalment that a payoff ends.
    """

    __tablename__ = "card_entry"
    __table_args__ = (
        one_of("kind", EntryKind),
        CheckConstraint("kind <> 'payment'", name="payments_are_repayments"),
        *fen("amount_fen", "fee_fen"),
        CheckConstraint(
            "amount_fen > 0 OR kind IN ('interest', 'late_fee', 'instalment_payoff')", name="amount_above_nothing"
        ),
        between("periods", 1, 480),
        decimal("flat_fee_rate", 1),
        one_of_or_none("fee_basis", FeeBasis),
        one_of_or_none("remainder_in", RemainderIn),
        one_of_or_none("instalment_of", InstalmentOf),
        between("fee_kept", 0, 1),
        CheckConstraint("(kind = 'instalment') = (periods IS NOT NULL)", name="instalment_has_periods"),
        CheckConstraint(
            "(periods IS NULL) = (flat_fee_rate IS NULL OR fee_basis IS NULL OR remainder_in IS NULL"
            " OR instalment_of IS NULL OR fee_kept IS NULL)",
            name="instalment_terms_are_whole",
        ),
        CheckConstraint("(kind = 'instalment_payoff') = (ends IS NOT NULL)", name="payoff_ends_one"),
        UniqueConstraint("ends"),
    )
    id: int | None = key()
    line_id: int = to("credit_line.id")
    kind: str
    posted_on: date
    amount_fen: int
    fee_fen: int | None = None
    periods: int | None = None
    flat_fee_rate: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    fee_basis: str | None = None
    remainder_in: str | None = None
    instalment_of: str | None = None
    fee_kept: int | None = None
    ends: int | None = to("card_entry.id", default=None)
    note: str = ""


class TemporaryLimitRow(SQLModel, table=True):
    """From one day to another, both counted, a line's limit in all is another."""

    __tablename__ = "temporary_limit"
    __table_args__ = (*fen("limit_fen"), CheckConstraint("last_on >= first_on", name="ends_after_it_begins"))
    id: int | None = key()
    line_id: int = to("credit_line.id")
    first_on: date
    last_on: date
    limit_fen: int
