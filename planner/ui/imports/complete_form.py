"""Types in what a statement's row does not say: its day, its amount in yuan, and what it is."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from planner.core.spending import DECISIONS
from planner.core.statement_rows import RowClass
from planner.i18n import tr
from planner.reports.reviewing import ReviewRow
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice, DateField, MoneyField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.currencies import in_currency
from planner.wording.statements import row_class

_NAME = "complete_form"
_MOST_TEXT = 300


class CompleteForm(Form):
    """What a row lacks. A row in another currency keeps what it is, and gets its yuan."""

    def __init__(self, desk: Desk, parent: QWidget, row: ReviewRow) -> None:
        super().__init__(parent, _NAME, tr("Type in what the file does not say"), self._save)
        self._desk, self._row = desk, row
        self.resize(520, 360)
        raw = row.raw if len(row.raw) <= _MOST_TEXT else f"{row.raw[:_MOST_TEXT]}…"
        words = tr("Line {line}: {raw}").format(line=row.line, raw=raw)
        self.rows.addRow(named(label(words, "muted", wrap=True), f"{_NAME}.raw"))
        self.day = DateField("on", f"{_NAME}.on", latest=desk.today)
        self.amount = MoneyField("amount", f"{_NAME}.amount")
        self.row_class = Choice(f"{_NAME}.row_class")
        self.row_class.addItem(tr("Decide later"), None)
        for kind in DECISIONS:
            if kind is not RowClass.N_ZERO:
                self.row_class.addItem(row_class(kind), kind.value)
        foreign = row.foreign_hundredths is not None
        hint = tr("{amount} in the file").format(amount=in_currency(row.foreign_hundredths, row.currency))
        self.add("on", tr("Date"), self.day)
        self.add("amount", tr("Amount in yuan"), self.amount, hint if foreign else "")
        self.add("row_class", tr("What it is"), self.row_class)
        self.show_row(self.row_class, row.reason is not None)
        self.day.set_day(None if row.happened_at is None else row.happened_at.date())
        self.amount.set_fen(row.amount_fen)
        self.first_field = self.day if row.happened_at is None else self.amount

    def choose(self, kind: RowClass) -> None:
        """What the row is said to be."""
        self.row_class.setCurrentIndex(max(self.row_class.findData(kind.value), 0))

    def _save(self) -> None:
        from planner.actions.reviewing import complete_row

        day, known = self.day.needed_day(), self._row.happened_at
        amount_fen = self.amount.needed_fen()
        chosen = self.row_class.currentData() if self._row.reason is not None else None
        self.busy()
        self._desk.book.do(
            complete_row,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            row_id=self._row.id,
            # the file's hour stays where the day is the file's
            happened_at=known if known is not None and known.date() == day else datetime.combine(day, time()),
            amount_fen=amount_fen,
            row_class=None if chosen is None else RowClass(chosen),
        )
