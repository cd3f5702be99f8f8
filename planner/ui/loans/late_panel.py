"""What stands over a loan's tabs while something of it is late: what it costs, what it does, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from planner.core.overdue import LateRow
from planner.i18n import tr
from planner.reports.loans import LoanView
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.wording.amounts import days_left, yuan
from planner.wording.late import late_parts, record_words

MOST_ROWS = 3
"""So many instalments are named one by one; the schedule has them all."""


class LatePanel(QFrame):
    """The late instalments of a loan, in calm words. `settle` and `guide` are its next steps."""

    def __init__(self, settle: Callable[[], object], guide: Callable[[], object]) -> None:
        super().__init__()
        named(self, "loans.late", tr("Overdue"))
        self.setProperty("card", "late")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(4)
        self._title = named(label("", "heading", wrap=True), "loans.late_title")
        self._rows = [named(label("", wrap=True), f"loans.late_{at}") for at in range(MOST_ROWS)]
        self._more = named(label("", "muted"), "loans.late_more")
        self._cost = named(label("", wrap=True), "loans.late_cost")
        self._record = named(label("", "muted", wrap=True), "loans.late_record")
        self._next = named(label("", wrap=True), "loans.late_next")
        for each in (self._title, *self._rows, self._more, self._cost, self._record, self._next):
            column.addWidget(each)
        links = QHBoxLayout()
        links.addWidget(button(tr("What it takes to settle"), "loans.late_settle", settle, link=True))
        links.addWidget(button(tr("If I cannot pay"), "loans.late_guide", guide, link=True))
        links.addStretch()
        column.addLayout(links)
        self.hide()

    def show_late(self, view: LoanView) -> None:
        """Shows what is late and open; hides itself where nothing is."""
        late = [each for each in view.late if each.total_fen > each.penalty_fen]
        self.setVisible(bool(late))
        if not late:
            return
        open_fen = sum(each.total_fen - each.penalty_fen for each in late)
        words = tr("1 instalment is overdue: {amount}")
        if len(late) > 1:
            words = tr("{count} instalments are overdue: {amount}")
        self._title.setText(words.format(count=len(late), amount=yuan(open_fen)))
        for widget, row in zip(self._rows, [*late[:MOST_ROWS], *[None] * MOST_ROWS], strict=False):
            widget.setText("" if row is None else _row_words(row))
            widget.setVisible(row is not None)
        self._more.setText(tr("and {count} more, in the schedule below").format(count=len(late) - MOST_ROWS))
        self._more.setVisible(len(late) > MOST_ROWS)
        self._cost.setText(_cost_words(view))
        self._record.setText(record_words(None))
        self._next.setText(
            tr("Paying the oldest one first stops its penalty. If that is not possible now, ask the lender for a plan.")
        )


def _row_words(row: LateRow) -> str:
    words = tr("No. {number}, due {day}, {late}: {parts}")
    return words.format(number=row.number, day=row.due_on, late=days_left(-row.days), parts=late_parts(row))


def _cost_words(view: LoanView) -> str:
    penalty_fen = 0 if view.owed is None else view.owed.penalty_fen
    words = tr("Penalty to today {penalty}; each further day costs about {more}.")
    if not penalty_fen:
        words = tr("No penalty so far; each further day costs about {more}.")
    return words.format(penalty=yuan(penalty_fen), more=yuan(view.a_day_more_fen))
