"""What stands over a loan's tabs while something of it is late: what it costs, what it does, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from planner.core.overdue import LateRow
from planner.i18n import tr
from planner.reports.loans import LoanView
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named
from planner.wording.amounts import amount, yuan
from planner.wording.late import record_while_late

MOST_ROWS = 3
"""So many instalments are named one by one; the schedule has them all."""


class LatePanel(QFrame):
    """The late instalments of a loan, in calm words. `settle` and `guide` are its next steps."""

    def __init__(self, settle: Callable[[], object], guide: Callable[[], object]) -> None:
        super().__init__()
        named(self, "loans.late", tr("Overdue"))
        self.setProperty("card", "late")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(3)
        self._title = named(label("", "heading", wrap=True), "loans.late_title")
        self._more = named(label("", "faint"), "loans.late_more")
        self._cost = named(label("", wrap=True), "loans.late_cost")
        self._record = named(label("", "faint", wrap=True), "loans.late_record")
        words = tr("The oldest is paid first, and its penalty stops. If you cannot pay now, ask the lender for a plan.")
        self._next = named(label(words, "faint", wrap=True), "loans.late_next")
        column.addWidget(self._title)
        column.addLayout(self._make_rows())
        for each in (self._more, self._cost, self._record, self._next):
            column.addWidget(each)
        links = QHBoxLayout()
        links.setSpacing(8)
        links.addWidget(button(tr("What it takes to settle"), "loans.late_settle", settle, link=True))
        links.addWidget(button(tr("If I cannot pay"), "loans.late_guide", guide, link=True))
        links.addStretch()
        column.addLayout(links)
        self.hide()

    def _make_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        heads = (tr("No."), tr("Due"), tr("Late"), tr("Principal"), tr("Interest, fee"), tr("Penalty"))
        for at, words in enumerate(heads):
            grid.addWidget(label(words, "faint"), 0, at, _side(at))
            grid.setColumnStretch(at, int(at > 0))
        columns = range(len(heads))
        self._rows = [
            [named(label("", "faint"), f"loans.late_{row}_{at}") for at in columns] for row in range(MOST_ROWS)
        ]
        for row, cells in enumerate(self._rows, start=1):
            for at, cell in enumerate(cells):
                grid.addWidget(cell, row, at, _side(at))
        return grid

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
        for cells, row in zip(self._rows, [*late[:MOST_ROWS], *[None] * MOST_ROWS], strict=False):
            for cell, text in zip(cells, [""] * len(cells) if row is None else _texts(row), strict=True):
                cell.setText(text)
                cell.setVisible(row is not None)
        self._more.setText(tr("and {count} more, in the schedule below").format(count=len(late) - MOST_ROWS))
        self._more.setVisible(len(late) > MOST_ROWS)
        self._cost.setText(_cost_words(view))
        self._record.setText(record_while_late(view.lender_kind))


def _side(at: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if at < 2 else Qt.AlignmentFlag.AlignRight


def _texts(row: LateRow) -> list[str]:
    days = tr("1 day") if row.days == 1 else tr("{count} days").format(count=row.days)
    charges = row.interest_fen + row.fee_fen
    return [
        str(row.number), row.due_on.isoformat(), days, amount(row.principal_fen), amount(charges),
        amount(row.penalty_fen),
    ]  # fmt: skip


def _cost_words(view: LoanView) -> str:
    penalty_fen = 0 if view.owed is None else view.owed.penalty_fen
    words = tr("Penalty to today {penalty}; each further day costs about {more}.")
    if not penalty_fen:
        words = tr("No penalty so far; each further day costs about {more}.")
    return words.format(penalty=yuan(penalty_fen), more=yuan(view.a_day_more_fen))
