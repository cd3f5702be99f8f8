"""Match my lender: rows as the lender shows them are typed, and the conventions that give them are searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.core.errors import OutOfRange, PlannerError
from planner.core.matching import Matches, match_lender
from planner.core.matching_rows import GivenRow
from planner.core.terms import MOST_PERIODS, LoanTerms, Rate
from planner.i18n import tr
from planner.ui.loans.given_rows import COLUMNS, GivenRows
from planner.ui.loans.match_result import MatchResult
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.fields import DateField, MoneyField, NumberField, RateField


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a loan before the rows are typed."""

    principal_fen: int | None = None
    drawn_on: date | None = None
    periods: int | None = None
    rate: Rate | None = None


class MatchDialog(SavingForm):
    """The search beside its result. `use` gets the terms that are taken; `own`, for a loan that is in the book, the
    rows to stand in its plan as they are. Esc stops a search and keeps what was typed."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        known: Known,
        use: Callable[[LoanTerms], None],
        own: Callable[[tuple[GivenRow, ...], Matches], None] | None = None,
    ) -> None:
        super().__init__(parent, "match", tr("Match my lender"), self._search, ok=tr("Search"))
        self._desk = desk
        self._use, self._own = use, own
        self._stop = Event()
        self._matches = Matches((), None)
        self._given: tuple[GivenRow, ...] = ()
        self.resize(1010, 660)
        self._make_fields(known)
        self.answer = MatchResult(self._taken, self._keep_rows if own is not None else None)
        self._stand_side_by_side()
        self._watch()
        self.first_field = self.given.first() if known.principal_fen and known.periods else self.principal

    def _make_fields(self, known: Known) -> None:
        self.principal = MoneyField("principal", "match.principal")
        self.drawn_on = DateField("drawn_on", "match.drawn_on")
        self.periods = NumberField("periods", "match.periods")
        self.rate = RateField("rate", "match.rate")
        self.add("principal", tr("Amount borrowed"), self.principal)
        self.add("drawn_on", tr("Drawn on"), self.drawn_on)
        self.add("periods", tr("Number of periods"), self.periods)
        self.add("rate", tr("Rate, if known"), self.rate, tr("Leave it empty and it is searched"))
        self.section(tr("Rows of the lender's plan"))
        hint = tr("Two or three rows as the app shows them are enough, best the first, the second and the last. "
                  "Lines copied from a table can be pasted here.")  # fmt: skip
        self.rows.addRow(label(hint, "faint", wrap=True))
        self.given = GivenRows("match")
        self.rows.addRow(self.given)
        self.more = button(tr("Another row"), "match.more", self.given.add_row, link=True)
        self.given.filled.connect(self.more.hide)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch()
        self.rows.addRow(line)
        self.principal.set_fen(known.principal_fen)
        self.drawn_on.set_day(known.drawn_on)
        self.periods.setText("" if known.periods is None else str(known.periods))
        if known.rate is not None:
            self.rate.set_rate(known.rate)

    def _stand_side_by_side(self) -> None:
        """The fields on the left, what was found on the right, and below them what is going on."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._area, 9)
        both.addWidget(self.answer, 13)
        column.insertLayout(1, both, 1)
        self.stop = button(tr("Stop"), "match.stop", self.stop_search)
        self.stop.hide()
        last = column.itemAt(column.count() - 1)
        buttons = None if last is None else last.layout()
        assert isinstance(buttons, QHBoxLayout)
        buttons.insertWidget(1, self.stop)
        self.cancel.setText(tr("Close"))
        self.cancel.setAccessibleName(tr("Close"))

    def _watch(self) -> None:
        """An answer goes when what it answers is changed."""
        for field in self.findChildren(QLineEdit):
            field.textChanged.connect(self._other)
        self.rate.period.currentIndexChanged.connect(self._other)
        self.given.added.connect(lambda field: field.textChanged.connect(self._other))

    def _other(self, _typed: object = None) -> None:
        self._stop.set()
        self._rest()
        self.answer.empty()

    def reject(self) -> None:
        self.stop_search()
        super().reject()

    def stop_search(self) -> None:
        """Gives a search up that is under way."""
        if self.stop.isVisibleTo(self):
            self._stop.set()
            self._rest()
            self.answer.empty(tr("Stopped. What you typed is still there."))

    def refused(self, error: PlannerError) -> None:
        if error.field.startswith("row_"):  # it stands below its row
            self.ok.setEnabled(True)
            self._area.ensureWidgetVisible(self.given)
        elif error.field == "principal" and "number" not in error.values:  # the amount borrowed
            super().refused(error)
        elif "number" in error.values or error.field in COLUMNS or error.field == "row":
            self.ok.setEnabled(True)
            self.given.refuse(error.values.get("number", 0), error)
        else:
            super().refused(error)

    def facts(self) -> Known:
        """What stands in the fields. Raises Missing, NotAnAmount, NotADate, NotANumber, NotARate or OutOfRange."""
        periods = self.periods.needed_number()
        if not 1 <= periods <= MOST_PERIODS:
            raise OutOfRange("periods", low=1, high=MOST_PERIODS)
        rate = self.rate.rate() if self.rate.text.text().strip() else None
        return Known(self.principal.needed_fen(), self.drawn_on.needed_day(), periods, rate)

    def _search(self) -> None:
        self.given.clear_errors()
        known = self.facts()
        assert known.principal_fen is not None
        assert known.drawn_on is not None
        assert known.periods is not None
        given = tuple(self.given.given(known.periods))
        self._stop = stop = Event()
        self.busy()
        self.stop.show()
        self.answer.empty(tr("Searching…"))
        work = partial(
            match_lender, principal_fen=known.principal_fen, drawn_on=known.drawn_on, periods=known.periods,
            given=given, rate=known.rate, workdays=self._desk.workdays, stopped=stop.is_set,
        )  # fmt: skip
        self._desk.book.run(
            work, partial(self._found, stop, given, known.rate is not None), refused=partial(self._not_searched, stop),
            failed=partial(self._failed, stop),
        )  # fmt: skip

    def _found(self, stop: Event, given: tuple[GivenRow, ...], rate_known: bool, matches: Matches) -> None:
        if not isValid(self) or stop.is_set():
            return
        self._rest()
        self._matches, self._given = matches, given
        self.answer.show_found(matches, given, rate_known=rate_known)

    def _not_searched(self, stop: Event, error: PlannerError) -> None:
        if isValid(self) and not stop.is_set():
            self._rest()
            self.answer.empty(tr("Nothing was searched."))
            self.refused(error)

    def _failed(self, stop: Event) -> None:
        if isValid(self) and not stop.is_set():
            self._rest()

    def _rest(self) -> None:
        self.ready()
        self.stop.hide()

    def _taken(self, terms: LoanTerms) -> None:
        if self.ok.isEnabled():  # else it is being written
            self._use(terms)

    def _keep_rows(self) -> None:
        self.given.clear_errors()
        try:
            if self._own is not None and self.ok.isEnabled():
                self._own(self._given, self._matches)
        except PlannerError as error:
            self.refused(error)
