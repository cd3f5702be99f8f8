"""What the forms of spending offer: categories, what to pay with, and what the book remembers of payees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.reports.spending_sums import CategoryName, category_names
from planner.store.reader import Reader

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PayLater:
    """A pay-later line that purchases can be paid with."""

    product: str
    name: str


@dataclass(frozen=True, slots=True)
class EntryChoices:
    """What an entry can be given: a category, and a line to pay with."""

    categories: tuple[CategoryName, ...]
    lines: tuple[PayLater, ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the book remembers of a payee."""

    rule_id: int
    counterparty: str
    category_id: int


@dataclass(frozen=True, slots=True)
class PayeesOfRows:
    """The payees of some rows of spending, and what else there is of them.

    `others` counts their other rows whose category the user did not choose, by the category they have now (None where
    there is none): what a remembered category would change. `spending` counts the rows asked for that can have a
    category; `common` is theirs where all have the same.
    """

    categories: tuple[CategoryName, ...]
    payees: tuple[str, ...]
    remembered: tuple[Remembered, ...]
    others: Mapping[int | None, int]
    spending: int
    common: int | None

    def would_change(self, category_id: int) -> int:
        """How many other rows a remembered category would change."""
        return sum(count for category, count in self.others.items() if category != category_id)


def entry_choices(reader: Reader, *, today: date) -> EntryChoices:
    """The categories, and the pay-later lines that are open on the day: one for each product."""
    lines = reader.rows(
        "SELECT product, min(name) FROM credit_line WHERE kind = 'pay_later' AND opened_on <= ?"
        " AND (closed_on IS NULL OR closed_on >= ?) AND product <> '' GROUP BY product ORDER BY min(id)",
        today.isoformat(), today.isoformat(),
    )  # fmt: skip
    return EntryChoices(category_names(reader), tuple(PayLater(*row) for row in lines))


def payees_of_rows(reader: Reader, *, row_ids: Sequence[int]) -> PayeesOfRows:
    """Whom the rows paid, what is remembered of them, and how many other rows there are of them."""
    payees: dict[str, None] = {}
    found: list[int | None] = []
    for some in _parts(row_ids):
        for name, category in reader.rows(
            "SELECT counterparty, category_id FROM transaction_row WHERE row_class IN ('OUT', 'N_refund')"
            f" AND id IN ({_marks(some)}) ORDER BY id",
            *some,
        ):
            found.append(category)
            if name:
                payees[name] = None
    others: Counter[int | None] = Counter()
    asked = frozenset(row_ids)
    remembered: list[Remembered] = []
    for some in _parts(tuple(payees)):
        marks = _marks(some)
        for category, number in reader.rows(
            "SELECT category_id, id FROM transaction_row WHERE category_by_user = 0"
            f" AND row_class IN ('OUT', 'N_refund') AND counterparty IN ({marks})",
            *some,
        ):
            others[category] += number not in asked
        remembered += [
            Remembered(*row)
            for row in reader.rows(
                f"SELECT id, counterparty, category_id FROM category_rule WHERE counterparty IN ({marks}) ORDER BY id",
                *some,
            )
        ]
    common = found[0] if len(set(found)) == 1 else None
    return PayeesOfRows(category_names(reader), tuple(payees), tuple(remembered), dict(others), len(found), common)


def remembered_categories(reader: Reader) -> dict[str, int]:
    """The category of every payee that the user has said one of."""
    return dict(reader.rows("SELECT counterparty, category_id FROM category_rule"))


def _parts(values: Sequence[int] | Sequence[str]) -> list[Sequence[int] | Sequence[str]]:
    return [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]


def _marks(values: Sequence[int] | Sequence[str]) -> str:
    return ", ".join("?" * len(values))
