"""The rows that want a look, one after the other: keys or buttons say what each is, and the next one stands ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.spending import DECISIONS
from planner.core.statement_rows import RowClass
from planner.i18n import tr
from planner.reports.reviewing import ReviewList, ReviewRow, review_list
from planner.ui.imports.complete_form import CompleteForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount
from planner.wording.currencies import in_currency
from planner.wording.problems import explain
from planner.wording.statements import review_reason, row_class

_ALL, _FOREIGN = "all", "foreign"
_IN_A_ROW = 4
_MOST_TEXT = 500
TYPE_IN_KEY = "0"


class ReviewCard(Card):
    """Rows to review of all imports or of one, or rows in other currencies. `left` is emitted to go back."""

    left = Signal()

    def __init__(self, desk: Desk, ask: Callable[..., None]) -> None:
        """`ask` asks for a report on behalf of the page."""
        super().__init__()
        self._desk, self._ask = desk, ask
        self._found: ReviewList | None = None
        self._forms: dict[int, CompleteForm] = {}
        self._moving_on = False
        self.body.addLayout(self._make_top())
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self._why = named(label("", "muted", wrap=True), "imports.review_why")
        self._text = named(label("", "faint", wrap=True), "imports.review_text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._why)
        self.body.addWidget(self._text)
        self.body.addWidget(self._make_buttons())

    def open(self, batch_id: int | None = None) -> None:
        """Shows the rows to review of an import, or of all."""
        self._filling = True
        self._of.clear()
        self._of.addItem("", _ALL if batch_id is None else batch_id)
        self._filling = False
        self._found = None
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Asks for the rows anew."""
        wanted = self._of.currentData()
        batch = wanted if isinstance(wanted, int) else None
        self._ask(review_list, self._show, batch_id=batch, foreign=wanted == _FOREIGN)

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(tr("‹ Imports so far"), "imports.review_back", self.left.emit, link=True))
        self._of = Choice("imports.review_of")
        self._of.setAccessibleName(tr("Which rows"))
        self._of.setMaximumWidth(320)
        self._of.currentIndexChanged.connect(lambda _at: None if self._filling else self.refresh())
        self._filling = False
        row.addWidget(self._of)
        row.addStretch()
        row.addWidget(label(tr("Ctrl+Z takes a decision back"), "faint", elide=True))
        return row

    def _make_table(self) -> DataTable:
        table = DataTable(
            "imports.review_list",
            tr("Rows to review"),
            [
                Column(tr("File"), lambda row: row.file_name, width=150, tooltip=lambda row: row.file_name,
                       from_width=700),
                Column(tr("Line no."), lambda row: str(row.line), right=True, width=56, order=lambda row: row.line),
                Column(tr("Time"), _time, width=128, order=lambda row: str(row.happened_at or "")),
                Column(tr("Who and what"), _what, stretch=True, tooltip=_what),
                Column(tr("Amount"), _amount, right=True, bold=True, width=110, order=lambda row: row.amount_fen or 0),
                Column(tr("Why"), _reason, width=216, tooltip=_reason),
            ],
            lambda row: row.id,
        )  # fmt: skip
        for number, kind in enumerate(DECISIONS, 1):
            table.can_with_all(row_class(kind), partial(self._decide, kind), QKeySequence(str(number)))
        table.can(tr("Type it in…"), self._complete, QKeySequence(TYPE_IN_KEY))
        table.opened.connect(self._complete)
        table.chosen.connect(self._tell_row)
        table.say_when_empty(tr("Nothing is left to review here."))
        return table

    def _make_buttons(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self._buttons = {}
        for at, kind in enumerate(DECISIONS):
            words = tr("{key}  {words}").format(key=at + 1, words=row_class(kind))
            self._buttons[kind] = button(words, f"imports.review_{kind.value.lower()}", partial(self._press, kind))
            grid.addWidget(self._buttons[kind], at // _IN_A_ROW, at % _IN_A_ROW)
        words = tr("{key}  {words}").format(key=TYPE_IN_KEY, words=tr("Type it in…"))
        self._type_in = button(words, "imports.review_type_in", self._press_type_in)
        grid.addWidget(self._type_in, len(DECISIONS) // _IN_A_ROW, len(DECISIONS) % _IN_A_ROW)
        return made

    def _show(self, found: ReviewList) -> None:
        before, place = self._found, self.table.currentIndex().row()
        self._found = found
        if before is None and found.foreign and not found.to_review:
            self._of.setItemData(self._of.currentIndex(), _FOREIGN)
            self.refresh()
            return
        self._offer(found)
        self.table.set_rows(found.rows)
        chosen = self.table.chosen_row()
        if found.rows and (chosen is None or self._moving_on):
            at = max(0, min(place, len(found.rows) - 1))
            if before is not None and not self._moving_on:
                # what an undo brings back stands ready to be decided anew
                old = {row.id for row in before.rows}
                rows = self.table.rows_model.rows()
                at = next((number for number, row in enumerate(rows) if row.id not in old), at)
            self.table.selectRow(at)
        self._moving_on = False
        chosen = self.table.chosen_row()
        self._tell_row(chosen)
        for each in self._buttons.values():
            each.setEnabled(chosen is not None and self._of.currentData() != _FOREIGN)
        self._type_in.setEnabled(chosen is not None)

    def _offer(self, found: ReviewList) -> None:
        """The lists there are; the one that is shown stays."""
        wanted, self._filling = self._of.currentData(), True
        self._of.clear()
        self._of.addItem(tr("To review ({count})").format(count=found.to_review), _ALL)
        for each in found.files:
            self._of.addItem(f"{each.file_name} ({each.rows})", each.batch_id)
        if isinstance(wanted, int) and self._of.findData(wanted) < 0:
            self._of.addItem(tr("This import (0)"), wanted)
        if found.foreign or wanted == _FOREIGN:
            self._of.addItem(tr("In other currencies ({count})").format(count=found.foreign), _FOREIGN)
        self._of.setCurrentIndex(max(self._of.findData(wanted), 0))
        self._filling = False

    def _tell_row(self, row: ReviewRow | None) -> None:
        self._why.setText("" if row is None else f"{_reason(row)} · {_place(row)}")
        raw = "" if row is None else row.raw
        self._text.setText(raw if len(raw) <= _MOST_TEXT else f"{raw[:_MOST_TEXT]}…")

    def _press(self, kind: RowClass) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._decide(kind, rows)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_type_in(self) -> None:
        row = self.table.chosen_row()
        if row is not None:
            self._complete(row)

    def _decide(self, kind: RowClass, rows: Sequence[ReviewRow]) -> None:
        """Says what rows are; of one whose amount or time is not known these are asked for first."""
        from planner.actions.spending import set_row_class

        if any(row.reason is None for row in rows):
            return
        if kind is not RowClass.N_ZERO and len(rows) == 1 and not rows[0].counts:
            self._complete(rows[0], kind)
            return
        self._desk.book.do(
            set_row_class, done=self._decided, refused=self._refused, row_ids=[row.id for row in rows], row_class=kind
        )

    def _decided(self, _result: object = None) -> None:
        self._moving_on = True

    def _complete(self, row: ReviewRow, kind: RowClass | None = None) -> None:
        """The form for what a row does not say; one that was hidden with Esc comes back."""
        if row.counts and row.reason is not None:
            self._why.setText(tr("Its amount and its time are known: say what it is, with the keys 1 to 7."))
            return
        form = self._forms.get(row.id)
        if form is None:
            form = self._forms[row.id] = CompleteForm(self._desk, self, row)
            form.accepted.connect(lambda: self._forms.pop(row.id, None))
            form.accepted.connect(self._decided)
        if kind is not None:
            form.choose(kind)
        form.open()

    def _refused(self, error: PlannerError) -> None:
        self._why.setText(explain(error))


def _time(row: ReviewRow) -> str:
    return f"{row.happened_at:%Y-%m-%d %H:%M}" if row.happened_at else "—"


def _what(row: ReviewRow) -> str:
    return " · ".join(part for part in (row.counterparty, row.description, row.status) if part)


def _amount(row: ReviewRow) -> str:
    if row.foreign_hundredths is not None:
        return in_currency(row.foreign_hundredths, row.currency)
    return amount(row.amount_fen)


def _reason(row: ReviewRow) -> str:
    return review_reason(row.reason) if row.reason is not None else tr("Its amount in yuan is not known")


def _place(row: ReviewRow) -> str:
    return tr("{file}, line {line}").format(file=row.file_name, line=row.line)
