"""The preview of a file: each row, what it would count as, and its text; by state and by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from planner.core.categories import category_of
from planner.core.statement_rows import RowClass, RowState, StatementRow
from planner.core.statement_sums import FailedRepayment, StatementSums
from planner.i18n import tr
from planner.reports.imports import ImportPreview
from planner.reports.proposals import FileMatches
from planner.ui.imports.sources import row_source
from planner.ui.tones import row_tone
from planner.ui.widgets.basics import Card, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.origin import Source
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import yuan
from planner.wording.currencies import row_amount
from planner.wording.proposals import debt_badge, debt_meaning, pair_badge, pair_meaning
from planner.wording.statements import category, meaning, review_reason, row_class, row_state

Previewed = tuple[StatementRow, RowState]
_MOST_TEXT = 600
_MOST_FAILED = 3
CASH_BOOK = "A5"
"""The generation of Alipay's 记账本 (statements.md §1), which is no bill."""


class PreviewCard(Card):
    """What an import would do with each row of a file."""

    def __init__(self, explain: Callable[[Source], None]) -> None:
        super().__init__()
        self._preview: ImportPreview | None = None
        self._matches: FileMatches | None = None
        self.body.addWidget(self._make_top())
        self.failed = named(label("", "error", wrap=True), "imports.failed")
        self.body.addWidget(self.failed)
        self.cash_book = named(label(_cash_book_words(), "muted", wrap=True), "imports.cash_book")
        self.body.addWidget(self.cash_book)
        self.table = DataTable(
            "imports.preview",
            tr("Preview"),
            [
                Column(tr("Time"), _time, width=136, order=lambda row: str(row[0].happened_at or "")),
                Column(tr("Who and what"), _what, stretch=True, tooltip=_what),
                Column(tr("Counts as"), self._meaning, width=224, tooltip=self._meaning),
                Column(tr("Amount"), lambda row: row_amount(row[0]), right=True, bold=True, width=104,
                       order=lambda row: row[0].amount_fen or 0),
                Column("", lambda row: "", right=True, width=124, tooltip=_why, order=lambda row: row[1].value,
                       pill=self._badge),
            ],
            lambda row: row[0].key,
        )  # fmt: skip
        self.table.chosen.connect(self._choose)
        self.table.can_explain(lambda each: explain(row_source(each[0], each[1], self._meaning(each))))
        self.body.addWidget(self.table, 1)
        self._why = named(label(tr("Choose a row to see its text"), "muted", wrap=True), "imports.row_why")
        self._text = named(label("", "faint", wrap=True), "imports.row_text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._why)
        self.body.addWidget(self._text)

    def show_file(self, preview: ImportPreview, sums: StatementSums, failed: tuple[FailedRepayment, ...]) -> None:
        """Shows a file, or the same file against the book as it is now: then the filters stay."""
        same = self._preview is not None and self._preview.statement is preview.statement
        self._preview = preview
        self._matches = self._matches if same else None
        self._fill(self._state, tr("All rows"), self._states(preview), keep=same)
        self._fill(self._kind, tr("All kinds"), self._kinds(sums), keep=same)
        self.failed.setText("\n".join(_failed_words(failed)))
        self.failed.setProperty("role", "error" if any(each.paid_at is None for each in failed) else "muted")
        self.failed.style().unpolish(self.failed)
        self.failed.style().polish(self.failed)
        self.failed.setVisible(bool(failed))
        self.cash_book.setVisible(preview.statement.generation == CASH_BOOK)
        self._filter()

    def show_matches(self, preview: ImportPreview, matches: FileMatches) -> None:
        """Which debts and other rows the new rows of the file would meet."""
        if preview is self._preview:
            self._matches = matches
            self.table.viewport().update()

    def _make_top(self) -> QWidget:
        self._state = named(QComboBox(), "imports.state", tr("Rows in this state"))
        self._kind = named(QComboBox(), "imports.kind", tr("Rows of this kind"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("Preview"), "heading"))
        row.addSpacing(8)
        for box in (self._state, self._kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at: self._filter())
            row.addWidget(box)
        row.addStretch()
        self._shown = named(label("", "faint", elide=True), "imports.shown")
        row.addWidget(self._shown)
        return line

    def _states(self, preview: ImportPreview) -> list[tuple[str, RowState, int]]:
        counts = {
            RowState.NEW: preview.new,
            RowState.CHANGED: preview.changed,
            RowState.KNOWN: preview.known,
            RowState.TO_REVIEW: preview.to_review,
        }
        return [(row_state(state), state, count) for state, count in counts.items() if count]

    def _kinds(self, sums: StatementSums) -> list[tuple[str, RowClass, int]]:
        return [(row_class(kind), kind, count) for kind, (count, _) in sums.classes.items()]

    def _fill(self, box: QComboBox, every: str, entries: list[tuple[str, Any, int]], *, keep: bool) -> None:
        before = box.currentData() if keep else None
        box.clear()
        box.addItem(every, None)
        for words, data, count in entries:
            box.addItem(f"{words} ({count})", data)
            if data == before:
                box.setCurrentIndex(box.count() - 1)

    def _filter(self) -> None:
        if self._preview is None:
            return
        # Qt hands the members of the enums back as bare texts
        state, kind = self._state.currentData(), self._kind.currentData()
        rows: list[Previewed] = list(self._preview.rows())
        if state is not None:
            rows = [each for each in rows if each[1] == state]
        if kind is not None:
            rows = [each for each in rows if each[0].row_class == kind]
        self.table.set_rows(rows)
        whole = len(rows) == len(self._preview.states)
        note = tr("Nothing is stored yet; an import is undone in one step")
        self._shown.setText(note if whole else tr("{count} rows").format(count=len(rows)))
        if self.table.chosen_row() is None:
            self._why.setText(tr("Choose a row to see its text"))
            self._text.hide()

    def _choose(self, each: Previewed) -> None:
        row, _ = each
        words = [_why(each), self._meaning(each), tr("line {number} of the file").format(number=row.line)]
        self._why.setText(" · ".join(words))
        self._text.setText(row.raw if len(row.raw) <= _MOST_TEXT else f"{row.raw[:_MOST_TEXT]}…")
        self._text.show()

    def _meaning(self, each: Previewed) -> str:
        row, preview = each[0], self._preview
        if preview is None:
            return ""
        if self._matches is not None and each[1] is RowState.NEW:
            if (pair := self._matches.pairs.get(row.key)) is not None:
                return pair_meaning(pair)
            if (debt := self._matches.debts.get(row.key)) is not None:
                return debt_meaning(debt)
        alone = (category_of(preview.statement.provider, row.provider_category), "")
        key, own = preview.payees.get(row.counterparty, alone)
        return meaning(row.row_class, row.debt, category(key, own))

    def _badge(self, each: Previewed) -> tuple[str, str]:
        row, state = each
        plain = row_state(state), row_tone(state)
        if self._matches is None or state is not RowState.NEW:
            return plain
        if (pair := self._matches.pairs.get(row.key)) is not None:
            return pair_badge(pair)
        if (debt := self._matches.debts.get(row.key)) is not None:
            return debt_badge(debt) or plain
        return (tr("Refund"), "accent") if row.row_class is RowClass.N_REFUND else plain


def _time(row: Previewed) -> str:
    return f"{row[0].happened_at:%Y-%m-%d %H:%M}" if row[0].happened_at else "—"


def _what(row: Previewed) -> str:
    return " · ".join(part for part in (row[0].counterparty, row[0].description) if part)


def _why(row: Previewed) -> str:
    return review_reason(row[0].review) if row[0].review else row_state(row[1])


def _cash_book_words() -> str:
    return tr(
        "This is Alipay's cash book, not its bill: it has no order numbers and no status. Refunds are not linked to"
        " their orders, and purchases that an Alipay bill has as well would count twice. Import the bill instead where"
        " you can."
    )


def _failed_words(failed: tuple[FailedRepayment, ...]) -> list[str]:
    """A sentence for each of the latest; what was paid after all needs no advice."""
    lines = []
    for each in failed[:_MOST_FAILED]:
        values = {"who": each.who, "amount": yuan(each.amount_fen), "day": f"{each.last:%Y-%m-%d}"}
        if each.paid_at is None:
            lines.append(
                tr(
                    "{who}: the repayment of {amount} failed on {day}, so it is still owed. See that the paying account"
                    " holds enough, or pay it by hand in the app."
                ).format(**values)
            )
        else:
            words = tr("{who}: the repayment of {amount} failed on {day} and went through on {paid}.")
            lines.append(words.format(**values, paid=f"{each.paid_at:%Y-%m-%d}"))
    if len(failed) > _MOST_FAILED:
        lines.append(tr("{count} more failed").format(count=len(failed) - _MOST_FAILED))
    return lines
