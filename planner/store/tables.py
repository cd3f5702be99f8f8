"""The tables of the book (those of cards are in `card_tables`, those around statements in `statement_tables`).

Facts only: what happened or was agreed; schedules, scores and warnings are derived.

SQLModel tables do not validate: actions check, the CHECK constraints here are the last fence.
`migrations/` must build exactly what stands here (a test compares).
"""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from planner.core.events import PrepayMode
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome, OverdueSource
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, Scene
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    PenaltyBase,
    PrepayFee,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.store.types import ExactDecimal, between, decimal, fen, flags, key, one_of, one_of_or_none, to


class BookInfo(SQLModel, table=True):
    """One row about the book itself; the salt hides account identities."""

    __tablename__ = "book_info"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: int | None = key()
    salt: str
    applications_complete_since: date | None = None


class Profile(SQLModel, table=True):
    """Income, payday and essential spending a month, in force from `since`."""

    __tablename__ = "profile"
    __table_args__ = (
        *fen("income_fen", "essential_fen"),
        between("payday", 1, 31),
        UniqueConstraint("since"),
    )
    id: int | None = key()
    since: date
    income_fen: int | None = None
    payday: int | None = None
    essential_fen: int | None = None


class CashAccount(SQLModel, table=True):
    """Where cash lies: a bank card, 余额宝, a wallet."""

    __tablename__ = "cash_account"
    id: int | None = key()
    name: str
    closed_on: date | None = None


class CashBalance(SQLModel, table=True):
    """What lay in a cash account on a day, as entered."""

    __tablename__ = "cash_balance"
    __table_args__ = (*fen("balance_fen", least=-(10**13)), UniqueConstraint("account_id", "on_date"))
    id: int | None = key()
    account_id: int = to("cash_account.id")
    on_date: date
    balance_fen: int


class Lender(SQLModel, table=True):
    """Who lent. The kind says which law applies."""

    __tablename__ = "lender"
    __table_args__ = (one_of("kind", LenderKind), UniqueConstraint("name"))
    id: int | None = key()
    name: str
    kind: str


class LimitGroup(SQLModel, table=True):
    """Lines of one lender that share a limit."""

    __tablename__ = "limit_group"
    __table_args__ = (UniqueConstraint("name"),)
    id: int | None = key()
    name: str


class GroupLimit(SQLModel, table=True):
    """From a day on, the lines of a group may owe so much together."""

    __tablename__ = "group_limit"
    __table_args__ = (*fen("limit_fen"), UniqueConstraint("group_id", "on_date"))
    id: int | None = key()
    group_id: int = to("limit_group.id")
    on_date: date
    limit_fen: int


class CreditLine(SQLModel, table=True):
    """A revolving line; its limit and status are the latest of its limit changes, and it may share one with others."""

    __tablename__ = "credit_line"
    __table_args__ = (
        one_of("kind", LineKind),
        between("statement_day", 1, 31),
        between("due_day", 1, 31),
        CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed_after_opened"),
    )
    id: int | None = key()
    lender_id: int = to("lender.id", on_delete="RESTRICT")
    name: str
    product: str
    kind: str
    opened_on: date
    closed_on: date | None = None
    statement_day: int | None = None
    due_day: int | None = None
    group_id: int | None = to("limit_group.id", on_delete="SET NULL", default=None)


class LimitChange(SQLModel, table=True):
    """From a day on, a line has this limit and status."""

    __tablename__ = "limit_change"
    __table_args__ = (*fen("limit_fen"), one_of("status", LineStatus), UniqueConstraint("line_id", "on_date"))
    id: int | None = key()
    line_id: int = to("credit_line.id")
    on_date: date
    limit_fen: int
    status: str
    reason: str = ""


class LineStatement(SQLModel, table=True):
    """A statement of a revolving line; a negative balance is a credit."""

    __tablename__ = "line_statement"
    __table_args__ = (
        *fen("balance_fen", least=-(10**13)),
        *fen("minimum_fen"),
        CheckConstraint("due_on >= statement_on", name="due_after_statement"),
        UniqueConstraint("line_id", "statement_on"),
    )
    id: int | None = key()
    line_id: int = to("credit_line.id")
    statement_on: date
    due_on: date
    balance_fen: int
    minimum_fen: int | None = None


class Loan(SQLModel, table=True):
    """A loan and its terms as agreed; drawn under a line, or on its own. From `closed_on` the lender asks no more.

    `penalty_daily_rate` is a rate of the contract's own instead of the multiplier; `prepay_steps` are
    `months of age:share` with commas between.
    """

    __tablename__ = "loan"
    __table_args__ = (
        *fen("principal_fen", "received_fen", least=1),
        one_of("method", RepaymentMethod),
        one_of("accrual", Accrual),
        one_of("rate_period", RatePeriod),
        one_of("day_count", DayCountBasis),
        one_of("due_day_policy", DueDayPolicy),
        one_of("first_period_policy", FirstPeriodPolicy),
        one_of("fee_basis", FeeBasis),
        one_of("holiday_shift", HolidayShift),
        one_of("remainder_in", RemainderIn),
        one_of("penalty_base", PenaltyBase),
        one_of("prepay_fee", PrepayFee),
        between("periods", 1, 480),
        between("due_day", 1, 31),
        between("days_after_statement", 0, 60),
        between("least_days", 0, 31),
        *flags("shift_accrues", "penalty_replaces_interest", "penalty_compounds", "prepay_allowed", "prepay_partial"),
        decimal("penalty_multiplier", 10),
        decimal("penalty_daily_rate", 1),
        decimal("prepay_rate", 24),
        CheckConstraint(
            "due_day IS NOT NULL OR due_day_policy NOT IN ('fixed', 'after_statement')", name="due_day_is_stated"
        ),
        CheckConstraint("received_fen <= principal_fen", name="received_at_most_principal"),
        CheckConstraint("first_due_on IS NULL OR first_due_on > drawn_on", name="due_after_drawn"),
        CheckConstraint("closed_on IS NULL OR closed_on >= drawn_on", name="closed_after_drawn"),
    )
    id: int | None = key()
    lender_id: int = to("lender.id", on_delete="RESTRICT")
    line_id: int | None = to("credit_line.id", default=None)
    name: str
    product: str
    purpose: str = ""
    principal_fen: int
    received_fen: int
    method: str
    accrual: str
    rate: Decimal = Field(sa_type=ExactDecimal)
    rate_period: str
    day_count: str
    drawn_on: date
    periods: int
    due_day_policy: str
    due_day: int | None = None
    first_period_policy: str
    first_due_on: date | None = None
    flat_fee_rate: Decimal = Field(sa_type=ExactDecimal)
    fee_basis: str
    days_after_statement: int
    holiday_shift: str
    shift_accrues: int
    remainder_in: str
    least_days: int
    penalty_base: str
    penalty_multiplier: Decimal = Field(sa_type=ExactDecimal)
    penalty_daily_rate: Decimal | None = Field(sa_type=ExactDecimal)
    penalty_replaces_interest: int
    penalty_compounds: int
    prepay_allowed: int
    prepay_partial: int
    prepay_fee: str
    prepay_rate: Decimal = Field(sa_type=ExactDecimal)
    prepay_steps: str
    closed_on: date | None = None


class RateChangeRow(SQLModel, table=True):
    """From a day on, a loan's rate is another."""

    __tablename__ = "rate_change"
    __table_args__ = (one_of("rate_period", RatePeriod), UniqueConstraint("loan_id", "on_date"))
    id: int | None = key()
    loan_id: int = to("loan.id")
    on_date: date
    rate: Decimal = Field(sa_type=ExactDecimal)
    rate_period: str


class ExtensionRow(SQLModel, table=True):
    """From a day on, the rest of a loan is repaid in so many more periods."""

    __tablename__ = "extension"
    __table_args__ = (between("periods", 1, 480), UniqueConstraint("loan_id", "on_date"))
    id: int | None = key()
    loan_id: int = to("loan.id")
    on_date: date
    periods: int


class LenderRow(SQLModel, table=True):
    """An instalment of a loan as the lender states it: it stands instead of the computed one."""

    __tablename__ = "own_row"
    __table_args__ = (
        between("number", 1, 480),
        *fen("principal_fen", "interest_fen", "fee_fen"),
        UniqueConstraint("loan_id", "number"),
    )
    id: int | None = key()
    loan_id: int = to("loan.id")
    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int


class RepaymentRow(SQLModel, table=True):
    """Money paid to a loan or to a line; of the amount, `penalty_fen` was a penalty beside what was scheduled.

    `prepays`: the rest of it was principal paid back beside the instalments, and this is what it did to them.
    """

    __tablename__ = "repayment"
    __table_args__ = (
        *fen("amount_fen", least=1),
        *fen("penalty_fen"),
        CheckConstraint("penalty_fen <= amount_fen", name="penalty_at_most_amount"),
        CheckConstraint("(loan_id IS NULL) <> (line_id IS NULL)", name="to_a_loan_or_a_line"),
        one_of_or_none("prepays", PrepayMode),
        CheckConstraint("prepays IS NULL OR loan_id IS NOT NULL", name="prepays_a_loan"),
    )
    id: int | None = key()
    loan_id: int | None = to("loan.id", default=None)
    line_id: int | None = to("credit_line.id", default=None)
    paid_on: date
    amount_fen: int
    penalty_fen: int = 0
    note: str = ""
    prepays: str | None = None


class ReportedOverdue(SQLModel, table=True):
    """An overdue that somebody reported, beside what follows from the repayments."""

    __tablename__ = "reported_overdue"
    __table_args__ = (
        one_of("source", OverdueSource),
        between("days", 1, 3650),
        CheckConstraint("loan_id IS NULL OR line_id IS NULL", name="one_account"),
        CheckConstraint("cleared_on IS NULL OR cleared_on > due_on", name="cleared_after_due"),
    )
    id: int | None = key()
    loan_id: int | None = to("loan.id", default=None)
    line_id: int | None = to("credit_line.id", default=None)
    due_on: date
    days: int
    cleared_on: date | None = None
    source: str


class Category(SQLModel, table=True):
    """What money was spent on; `key` names the categories that come with the program."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("name"),)
    id: int | None = key()
    key: str = ""
    name: str


class CategoryRule(SQLModel, table=True):
    """What the user once said of a kind of spending: it belongs to this category.

    `counterparty` is a payee's whole name, `contains` words in the payee or the text, the amounts are inclusive; what
    is empty or none asks for nothing.
    """

    __tablename__ = "category_rule"
    __table_args__ = (
        *fen("least_fen", "most_fen"),
        CheckConstraint("counterparty <> '' OR contains <> ''", name="asks_for_something"),
        UniqueConstraint("counterparty", "contains", "least_fen", "most_fen"),
    )
    id: int | None = key()
    counterparty: str = ""
    contains: str = ""
    least_fen: int | None = None
    most_fen: int | None = None
    category_id: int = to("category.id")


class ImportBatch(SQLModel, table=True):
    """One import of one statement file, which is of an account of this kind."""

    __tablename__ = "import_batch"
    __table_args__ = (one_of("account_kind", AccountKind),)
    id: int | None = key()
    file_name: str
    sha256: str
    provider: str
    generation: str
    imported_on: date
    rows: int
    new: int
    changed: int
    account_kind: str = AccountKind.WALLET.value


class StatementTransaction(SQLModel, table=True):
    """A row of a statement or of the user's own: what moved, and what kind of money it was. `amount_fen` has no sign.

    Own rows have no batch. What moved in another currency has its amount in `foreign_hundredths` of that; in fen it is
    unknown. `account` is the card or account the file is of, by its last digits. `credit_product` names the pay-later
    line a purchase was paid with. `scene` is the user's word; `category_by_user` and `class_by_user` say that the
    category and the class are. A refund's `order_id` is its order's native id.
    """

    __tablename__ = "transaction_row"
    __table_args__ = (
        *fen("amount_fen"),
        one_of("row_class", RowClass),
        one_of_or_none("debt", DebtKind),
        one_of_or_none("review", ReviewReason),
        one_of_or_none("scene", Scene),
        between("category_by_user", 0, 1),
        between("class_by_user", 0, 1),
        between("foreign_hundredths", 0, 10**15),
        CheckConstraint("currency <> 'CNY' OR foreign_hundredths IS NULL", name="foreign_is_foreign"),
        UniqueConstraint("key"),
        Index("ix_transaction_row_happened_at", "happened_at"),
        Index(
            "ix_transaction_row_credit_product",
            "credit_product",
            "happened_at",
            sqlite_where=text("credit_product <> ''"),
        ),
        Index("ix_transaction_row_refund", "order_id", sqlite_where=text("row_class = 'N_refund'")),
        Index("ix_transaction_row_debt", "debt", "happened_at", sqlite_where=text("debt IS NOT NULL")),
    )
    id: int | None = key()
    batch_id: int | None = to("import_batch.id", default=None)
    key: str
    line: int
    row_class: str
    happened_at: str | None = None
    amount_fen: int | None = None
    direction: str = ""
    counterparty: str = ""
    description: str = ""
    method: str = ""
    status: str = ""
    provider_category: str = ""
    category_id: int | None = to("category.id", on_delete="SET NULL", default=None)
    native_id: str = ""
    order_id: str = ""
    note: str = ""
    raw: str = ""
    debt: str | None = None
    product: str = ""
    review: str | None = None
    credit_product: str = ""
    scene: str | None = None
    category_by_user: int = 0
    class_by_user: int = 0
    currency: str = "CNY"
    foreign_hundredths: int | None = None
    account: str = ""


class RowChange(SQLModel, table=True):
    """What a row said before an import changed it, so that the import can be undone later."""

    __tablename__ = "row_change"
    __table_args__ = (UniqueConstraint("batch_id", "row_id"),)
    id: int | None = key()
    batch_id: int = to("import_batch.id")
    row_id: int = to("transaction_row.id")
    status: str
    row_class: str
    raw: str
    debt: str | None = None
    product: str
    review: str | None = None
    credit_product: str
    category_id: int | None = to("category.id", on_delete="SET NULL", default=None)


class Application(SQLModel, table=True):
    """An application for credit, or a query of the credit record."""

    __tablename__ = "application"
    __table_args__ = (one_of("outcome", Outcome), between("hard", 0, 1))
    id: int | None = key()
    applied_on: date
    lender_name: str
    hard: int = 1
    outcome: str


class ScoreReading(SQLModel, table=True):
    """A Zhima score as shown to the user on a day (350–950)."""

    __tablename__ = "score_reading"
    __table_args__ = (between("score", 350, 950), UniqueConstraint("on_date"))
    id: int | None = key()
    on_date: date
    score: int


class DayOff(SQLModel, table=True):
    """A weekday without work (`works` 0), or a weekend day with it (1), in a year of `day_off_year`."""

    __tablename__ = "day_off"
    __table_args__ = (*flags("works"), UniqueConstraint("on_date"))
    id: int | None = key()
    on_date: date
    works: int


class DayOffYear(SQLModel, table=True):
    """A year whose days off are known; of other years only the weekends are."""

    __tablename__ = "day_off_year"
    __table_args__ = (between("year", 1980, 2200), UniqueConstraint("year"))
    id: int | None = key()
    year: int
