"""The figures of a file: what an import would add, and what the file sums to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.statement_rows import DebtKind, RowClass
from planner.core.statement_sums import StatementSums
from planner.i18n import tr
from planner.reports.imports import ImportPreview
from planner.ui.imports.sources import classes_source, debts_source, states_source
from planner.ui.page import GAP
from planner.ui.widgets.basics import Kpi
from planner.ui.widgets.origin import Source
from planner.wording.amounts import yuan
from planner.wording.currencies import not_in_sums


class FileFigures(QWidget):
    """Five figures, each of which says how it comes about."""

    def __init__(self, explain: Callable[[Source], None]) -> None:
        super().__init__()
        self._explain = explain
        self._preview: ImportPreview | None = None
        self._sums: StatementSums | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._new = Kpi(tr("New"), "imports.new", self._explain_states)
        self._known = Kpi(tr("Known, skipped"), "imports.known", self._explain_states)
        self._spent = Kpi(tr("Spent"), "imports.spent", self._explain_classes)
        self._debts = Kpi(tr("Debts touched"), "imports.debts", self._explain_debts)
        self._review = Kpi(tr("To review"), "imports.review", self._explain_states)
        for each in (self._new, self._known, self._spent, self._debts, self._review):
            each.setFixedHeight(104)
            row.addWidget(each, 1)

    def show_file(self, preview: ImportPreview, sums: StatementSums) -> None:
        """Shows the figures of a file."""
        self._preview, self._sums = preview, sums
        changed = tr("{count} changed").format(count=preview.changed) if preview.changed else ""
        self._new.set(str(preview.new), changed)
        self._known.set(str(preview.known))
        below = not_in_sums(sums.foreign_rows) if sums.foreign_rows else tr("before refunds")
        self._spent.set(yuan(sums.classes.get(RowClass.OUT, (0, 0))[1]), below)
        failed = sum(1 for each in sums.debt_events if each.kind is DebtKind.FAILED_REPAYMENT)
        words = tr("{count} more failed") if failed else tr("never counted as spending or income")
        self._debts.set(str(len(sums.debt_events) - failed), words.format(count=failed))
        self._review.set(str(preview.to_review), tr("text is kept") if preview.to_review else "")

    def _explain_states(self) -> None:
        if self._preview is not None:
            self._explain(states_source(self._preview))

    def _explain_classes(self) -> None:
        if self._preview is not None and self._sums is not None:
            self._explain(classes_source(self._preview, self._sums))

    def _explain_debts(self) -> None:
        if self._sums is not None:
            self._explain(debts_source(self._sums))
