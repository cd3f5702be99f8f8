"""Which categories a chart of spending shows by themselves, in which colour, and what they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planner.core.categories import INTEREST_AND_FEES, OTHER
from planner.i18n import tr
from planner.reports.spending_sums import CategoryName, MonthSums, SpendingCourse
from planner.ui.theme import current
from planner.wording.statements import category

MOST_NAMED = 5
_LIGHT = ("#0B7A84", "#E08A3A", "#5B6FB5", "#A34E9C", "#7F9A35")
_DARK = ("#3DB4BE", "#E8A25C", "#8B9CE0", "#C983C2", "#A6BF63")
_REST = {"light": "#B0B7C1", "dark": "#66727F"}


@dataclass(frozen=True, slots=True)
class Part:
    """One layer of the bars: its words, its colour, its fen in each month."""

    words: str
    colour: str
    fens: tuple[int, ...]


def parts_of(course: SpendingCourse) -> tuple[Part, ...]:
    """The largest categories of all months by themselves, the rest as one, interest and fees on top; those of
    nothing are left out."""
    theme = current()
    palette = _LIGHT if theme.name == "light" else _DARK
    totals: Counter[int] = Counter()
    for month in course.months:
        totals.update(dict(month.by_category))
    by_id = {each.id: each for each in course.categories}
    apart = {each.id for each in course.categories if each.key in (INTEREST_AND_FEES, OTHER)}
    largest = [number for number, fen in totals.most_common() if fen > 0 and number not in apart][:MOST_NAMED]
    found = [
        Part(words_of(by_id[number]), palette[at], tuple(_of(month, number) for month in course.months))
        for at, number in enumerate(largest)
    ]
    rest, cost = [], []
    for month in course.months:
        named = sum(_of(month, number) for number in largest)
        in_spent = month.interest_and_fees_fen - month.loan_cost_fen
        rest.append(month.spent_fen - named - in_spent)
        cost.append(month.interest_and_fees_fen)
    found.append(Part(tr("All other"), _REST[theme.name], tuple(rest)))
    found.append(Part(tr("Interest and fees"), theme.fill("risk"), tuple(cost)))
    return tuple(part for part in found if any(part.fens))


def words_of(name: CategoryName) -> str:
    """What a category is called."""
    return category(name.key, name.name)


def shown_categories(course: SpendingCourse) -> tuple[CategoryName, ...]:
    """The categories that any of the months has, interest and fees left out."""
    used = {number for month in course.months for number, _ in month.by_category}
    return tuple(each for each in course.categories if each.id in used and each.key != INTEREST_AND_FEES)


def by_use(names: Sequence[CategoryName]) -> list[CategoryName]:
    """Categories as lists offer them: those of the program and the user's own, other last."""
    return sorted(names, key=lambda each: each.key == OTHER)


def _of(month: MonthSums, number: int) -> int:
    return dict(month.by_category).get(number, 0)
