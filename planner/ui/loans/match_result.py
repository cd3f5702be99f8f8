"""What "match my lender" found: the conventions in words, and their plan beside the rows that were typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel

from planner.core.matching import Matches
from planner.core.matching_rows import Difference, GivenRow
from planner.core.schedules import ScheduleRow
from planner.core.terms import LoanTerms
from planner.i18n import tr
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, titled
from planner.wording.matching import advice, cell_mark, difference, mark, outcome, plan_name, ways

SMALL, TALL = 30, 42


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the plan with what was typed of it."""

    row: ScheduleRow
    given: GivenRow | None
    missed: tuple[Difference, ...]


class MatchResult(Card):
    """Empty until something was searched. `use` gets the terms that are chosen, `own` nothing."""

    def __init__(self, use: Callable[[LoanTerms], None], own: Callable[[], None] | None) -> None:
        super().__init__()
        self._use = use
        self._matches = Matches((), None)
        self._given: tuple[GivenRow, ...] = ()
        self.outcome = named(label("", "heading", wrap=True), "match.outcome")
        self.advice = named(label("", "muted", wrap=True), "match.advice")
        self.plan = Choice("match.plan")
        self.plan.setAccessibleName(tr("Which plan"))
        self.plan.currentIndexChanged.connect(self._show_plan)
        self.ways = named(label("", "", wrap=True), "match.ways")
        self.table = plan_table()
        self.use = button(tr("Use these terms"), "match.use", self._taken, primary=True)
        self.own = button(tr("Enter my rows as they are"), "match.own", own or (lambda: None))
        self._can_own = own is not None
        for each in (self.outcome, self.advice, self.plan, self.ways):
            self.body.addWidget(each)
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.own)
        row.addWidget(self.use)
        self.body.addLayout(row)
        self.body.addStretch()
        self.empty()

    def empty(self, words: str = "") -> None:
        """Shows a sentence alone."""
        words = words or tr("Type the rows and search: what fits is shown here.")
        self._matches = Matches((), None)
        self.outcome.setText(words)
        for each in (self.advice, self.plan, self.ways, self.table, self.use, self.own):
            each.hide()

    def show_found(self, matches: Matches, given: tuple[GivenRow, ...], *, rate_known: bool) -> None:
        """Shows what was found for rows: each plan that fits, or the nearest, which is no match."""
        self._matches, self._given = matches, given
        self.outcome.setText(outcome(matches))
        self._say(self.advice, advice(matches, given, rate_known=rate_known))
        self.plan.blockSignals(True)
        self.plan.clear()
        for at, match in enumerate(matches.exact, 1):
            self.plan.addItem(plan_name(at, len(matches.exact), match), at)
        self.plan.blockSignals(False)
        self.plan.setVisible(len(matches.exact) > 1)
        self.use.setVisible(bool(matches.exact))
        self.own.setVisible(self._can_own and not matches.exact)
        self._show_plan()

    @property
    def chosen(self) -> LoanTerms | None:
        """The terms of the plan in view, where it is a match."""
        at = self.plan.currentIndex()
        return self._matches.exact[at].conventions[0].terms if 0 <= at < len(self._matches.exact) else None

    def _show_plan(self, _at: int = 0) -> None:
        at, near = self.plan.currentIndex(), self._matches.nearest
        if 0 <= at < len(self._matches.exact):
            match = self._matches.exact[at]
            self._say(self.ways, "\n".join(ways(match.conventions)))
            self._fill(match.rows, ())
        elif near is not None:
            words = [titled(tr("The nearest, no match"), ways([near.convention])[0])]
            self._say(self.ways, "\n".join([*words, *(difference(each) for each in near.differences)]))
            self._fill(near.rows, near.differences)
        else:
            self.ways.hide()
            self.table.hide()

    def _fill(self, rows: tuple[ScheduleRow, ...], missed: tuple[Difference, ...]) -> None:
        given = {each.number: each for each in self._given}
        shown = [
            PlanRow(row, given.get(row.number), tuple(each for each in missed if each.number == row.number))
            for row in rows
        ]
        self.table.set_rows(shown)
        for at, row in enumerate(shown):
            self.table.setRowHeight(at, SMALL if row.given is None else TALL)
        self.table.scrollToTop()
        self.table.show()

    def _taken(self) -> None:
        terms = self.chosen
        if terms is not None:
            self._use(terms)

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))


def plan_table() -> DataTable:
    """The plan, each given figure with a word below it that it is the same, or what was typed."""

    def money(title: str, name: str, fen: Callable[[ScheduleRow], int], *, bold: bool = False) -> Column:
        return Column(
            title, lambda each: amount(fen(each.row)), second=lambda each: cell_mark(each.given, each.missed, name),
            right=True, bold=bold, stretch=True,
        )  # fmt: skip

    table = DataTable(
        "match.table",
        tr("The plan beside your rows"),
        [
            Column(tr("No."), lambda each: str(each.row.number), width=36),
            Column(tr("Due day"), lambda each: each.row.due_on.isoformat(), width=90,
                   second=lambda each: cell_mark(each.given, each.missed, "due_on")),
            money(tr("Payment"), "payment", lambda row: row.payment_fen, bold=True),
            money(tr("Principal"), "principal", lambda row: row.principal_fen),
            money(tr("Interest, fee"), "charge", lambda row: row.interest_fen + row.fee_fen),
            Column("", lambda _each: "", right=True, width=106, pill=_pill),
        ],
        lambda each: each.row.number,
    )  # fmt: skip
    table.setSortingEnabled(False)  # the heights of the rows belong to their places
    return table


def _pill(each: PlanRow) -> tuple[str, str]:
    return mark(each.given, each.missed), "watch" if each.missed else "good"
