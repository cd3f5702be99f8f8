"""Column types: keys, exact decimals kept as text, and the checks that are the last fence of the book."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from planner.core.money import MOST_FEN

_field: Any = Field
"""Field without its overloads: which of them fits cannot be told when `ondelete` is a value."""


def key() -> Any:
    """The number of a row."""
    return _field(default=None, primary_key=True)


def to(column: str, *, on_delete: str = "CASCADE", **options: Any) -> Any:
    """The number of a row of another table; where that goes, so does this row."""
    return _field(foreign_key=column, ondelete=on_delete, index=True, **options)


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal kept as text: SQLite's own number would be a float."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def fen(*columns: str, least: int = 0) -> list[CheckConstraint]:
    """Checks that the columns hold whole fen between `least` and the largest amount, or nothing."""
    return [
        CheckConstraint(
            f"{column} IS NULL OR (typeof({column}) = 'integer' AND {column} BETWEEN {least} AND {MOST_FEN})",
            name=f"{column}_is_fen",
        )
        for column in columns
    ]


def one_of(column: str, kinds: type[StrEnum]) -> CheckConstraint:
    """Checks that a text column holds one of an enum's values."""
    values = ", ".join(f"'{kind.value}'" for kind in kinds)
    return CheckConstraint(f"{column} IN ({values})", name=f"{column}_is_known")


def one_of_or_none(column: str, kinds: type[StrEnum]) -> CheckConstraint:
    """Checks that a text column holds one of an enum's values, or nothing."""
    values = ", ".join(f"'{kind.value}'" for kind in kinds)
    return CheckConstraint(f"{column} IS NULL OR {column} IN ({values})", name=f"{column}_is_known")


def flags(*columns: str) -> list[CheckConstraint]:
    """Checks that the columns hold 0 or 1."""
    return [
        CheckConstraint(f"typeof({each}) = 'integer' AND {each} IN (0, 1)", name=f"{each}_is_a_flag")
        for each in columns
    ]


def decimal(column: str, high: int) -> CheckConstraint:
    """Checks that a decimal kept as text lies between nothing and `high`, or is absent."""
    return CheckConstraint(
        f"{column} IS NULL OR (typeof({column}) = 'text' AND CAST({column} AS REAL) BETWEEN 0 AND {high})",
        name=f"{column}_in_range",
    )


def between(column: str, low: int, high: int) -> CheckConstraint:
    """Checks that a whole number lies in a range, or is absent."""
    return CheckConstraint(
        f"{column} IS NULL OR (typeof({column}) = 'integer' AND {column} BETWEEN {low} AND {high})",
        name=f"{column}_in_range",
    )
