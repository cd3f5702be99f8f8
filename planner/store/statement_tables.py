"""The tables around statements: links between rows, links to debts, budgets, named filters, known columns."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from planner.core.statement_rows import LinkKind
from planner.store.tables import StatementTransaction
from planner.store.types import fen, flags, key, one_of, to

__all__ = ["Budget", "DebtLink", "RowLink", "SavedFilter", "StatementMapping", "StatementTransaction"]  # refer to rows


class Budget(SQLModel, table=True):
    """From a month (`YYYY-MM`) on, so much may be spent in a month on a category, or on all of them together.

    Without an amount the budget ends before that month.
    """

    __tablename__ = "budget"
    __table_args__ = (*fen("amount_fen"), UniqueConstraint("category_id", "from_month"))
    id: int | None = key()
    category_id: int | None = to("category.id", default=None)
    from_month: str
    amount_fen: int | None = None


class SavedFilter(SQLModel, table=True):
    """A choice of spending that the user named; `choice` is JSON."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("name"),)
    id: int | None = key()
    name: str
    choice: str


class StatementMapping(SQLModel, table=True):
    """What the columns of a table that no reader knows mean, as the user said once; `choice` is JSON.

    `header` is what the table's header says, by which the next file of its kind is known.
    """

    __tablename__ = "statement_mapping"
    __table_args__ = (UniqueConstraint("header"),)
    id: int | None = key()
    header: str
    name: str
    choice: str


class RowLink(SQLModel, table=True):
    """Two rows of different feeds that are one movement of money: the same purchase twice, or an own transfer.

    `row_id` is the row that counts, `other_id` the one that does not. Not confirmed: the user said that they are two.
    The classes are what the rows were before, and the flags whether the user had decided so.
    """

    __tablename__ = "row_link"
    __table_args__ = (
        one_of("kind", LinkKind),
        *flags("confirmed", "row_by_user", "other_by_user"),
        CheckConstraint("row_id <> other_id", name="two_rows"),
        UniqueConstraint("kind", "row_id", "other_id"),
    )
    id: int | None = key()
    kind: str
    row_id: int = to("transaction_row.id")
    other_id: int = to("transaction_row.id")
    confirmed: int
    row_class: str
    row_by_user: int = 0
    other_class: str
    other_by_user: int = 0


class DebtLink(SQLModel, table=True):
    """The repayment or loan of the book that a debt row of a statement is; neither: the user said it is none of them.

    `made` says that the repayment was made from the row: it goes with it.
    """

    __tablename__ = "debt_link"
    __table_args__ = (
        *flags("made"),
        CheckConstraint("repayment_id IS NULL OR loan_id IS NULL", name="one_of_them"),
        UniqueConstraint("row_id", "repayment_id", "loan_id"),
    )
    id: int | None = key()
    row_id: int = to("transaction_row.id")
    repayment_id: int | None = to("repayment.id", default=None)
    loan_id: int | None = to("loan.id", default=None)
    made: int = 0
