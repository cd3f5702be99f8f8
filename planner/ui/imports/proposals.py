"""What statements propose and nobody decided on: repayments to settle, payouts, rows that may be one, failed ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from planner.core.debt_matching import Settlement
from planner.core.debt_targets import Target
from planner.core.errors import PlannerError
from planner.core.statement_rows import DebtKind
from planner.i18n import tr
from planner.reports.proposals import Proposals
from planner.ui.imports.proposal_rows import Entry, entries_of
from planner.ui.page import Desk
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.problems import explain
from planner.wording.proposals import fit_reason, target_name

_LEAST_HEIGHT = 190


class ProposalsCard(Card):
    """The list; Enter confirms the row under the cursor, Delete refuses it, arrows move, and the cursor stays where it
    was. `page` is the widget over which the form of a new loan opens."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(tr("To settle"), tr("Enter confirms, Delete refuses; Ctrl+Z takes it back"))
        self._desk, self._page = desk, page
        self._entries: list[Entry] = []
        self._idle = True
        self._at = 0
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self._detail = named(label("", "muted", wrap=True), "imports.proposal_detail")
        self.body.addWidget(self._detail)
        self._problem = named(label("", "error", wrap=True), "imports.proposal_problem")
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addWidget(self._make_foot())
        self.hide()

    def _make_table(self) -> DataTable:
        table = DataTable(
            "imports.proposals",
            tr("To settle"),
            [
                Column(tr("Day"), lambda row: f"{row.at:%Y-%m-%d}", width=100, order=lambda row: row.at,
                       second=lambda row: row.source),
                Column(tr("Who and what"), lambda row: row.what, stretch=True, second=lambda row: row.what_else,
                       tooltip=lambda row: f"{row.what}\n{row.what_else}"),
                Column(tr("What it may be"), lambda row: row.meaning, width=264, second=lambda row: row.reason,
                       tooltip=lambda row: f"{row.meaning}\n{row.reason}"),
                Column(tr("Amount"), lambda row: row.amount, right=True, bold=True, width=104,
                       order=lambda row: row.fen),
                Column("", lambda row: "", right=True, width=118, pill=lambda row: row.badge,
                       order=lambda row: row.badge[0]),
            ],
            lambda row: row.key,
            tall=True,
        )  # fmt: skip
        table.setMinimumHeight(_LEAST_HEIGHT)
        table.opened.connect(self._confirm)
        table.chosen.connect(self._choose)
        table.can(tr("Confirm"), self._confirm)
        table.can(tr("Not so"), self._refuse, QKeySequence(Qt.Key.Key_Delete))
        return table

    def _make_foot(self) -> QWidget:
        self._targets = named(QComboBox(), "imports.proposal_target", tr("Which debt it belongs to"))
        self._targets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._targets.setMinimumContentsLength(24)
        self._targets.activated.connect(lambda _at: self._describe())
        self._ok = button(tr("Confirm"), "imports.proposal_confirm", self._confirm_chosen, primary=True)
        self._no = button(tr("Not so"), "imports.proposal_reject", self._refuse_chosen)
        self._new = button(tr("New loan…"), "imports.proposal_new_loan", self._new_loan)
        self._all = button(tr("Confirm all that is sure"), "imports.proposal_all", self._confirm_all)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._targets, 1)
        for each in (self._ok, self._no, self._new):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self._all)
        return foot

    def set_idle(self, idle: bool) -> None:
        """It is in view while no file is worked on and something is open."""
        self._idle = idle
        self.setVisible(idle and bool(self._entries))

    def show_proposals(self, found: Proposals) -> None:
        """Shows what is open; the cursor stays on its row, or where that was."""
        before = self.table.chosen_row()
        self._entries = entries_of(found)
        self.table.set_rows(self._entries)
        if self._entries and (before is None or self.table.rows_model.place(before.key) < 0):
            at = min(self._at, len(self._entries) - 1) if before is not None else 0
            self.table.setCurrentIndex(self.table.rows_model.index(at, 0))
        self._all.setText(tr("Confirm all that is sure ({count})").format(count=found.sure))
        self._all.setVisible(found.sure > 0)
        self.set_idle(self._idle)
        chosen = self.table.chosen_row()
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, entry: Entry) -> None:
        self._at = self.table.currentIndex().row()
        self._targets.clear()
        for target in entry.targets:
            self._targets.addItem(target_name(target), target)
        # what is chosen by hand alone is never chosen by itself
        self._targets.setCurrentIndex(0 if entry.debt is None or entry.debt.best is not None else -1)
        self._targets.setPlaceholderText(tr("Choose a debt"))
        self._targets.setVisible(bool(entry.targets))
        self._no.setVisible(entry.failed is None)
        self._new.setVisible(_is_drawdown(entry))
        self._problem.hide()
        self._describe()

    def _describe(self) -> None:
        entry = self.table.chosen_row()
        if entry is None:
            return
        target = self._target()
        words = entry.detail if target is None else f"{fit_reason(target.fit)} · {entry.split_of(target)}"
        self._detail.setText(words.removesuffix(" · "))
        self._ok.setVisible(entry.failed is None)
        self._ok.setEnabled(entry.pair is not None or target is not None)

    def _target(self) -> Target | None:
        at = self._targets.currentIndex()
        entry = self.table.chosen_row()
        return entry.targets[at] if entry is not None and 0 <= at < len(entry.targets) else None

    def _confirm_chosen(self) -> None:
        entry = self.table.chosen_row()
        if entry is not None:
            self._confirm(entry)

    def _confirm(self, entry: Entry) -> None:
        from planner.actions.proposals import confirm_pairs, link_drawdown, settle_from_rows

        target = self._target()
        if entry.pair is not None:
            self._do(confirm_pairs, pairs=[entry.pair.choice])
        elif entry.debt is not None and target is not None:
            if _is_drawdown(entry):
                self._do(link_drawdown, row_id=entry.debt.row.id, loan_id=target.parts[0].account.id)
            else:
                self._do(settle_from_rows, settlements=[Settlement(entry.debt.row.id, target.parts)])
        elif _is_drawdown(entry):
            self._new_loan()

    def _refuse_chosen(self) -> None:
        entry = self.table.chosen_row()
        if entry is not None:
            self._refuse(entry)

    def _refuse(self, entry: Entry) -> None:
        from planner.actions.proposals import dismiss_debt_rows, reject_pairs

        if entry.pair is not None:
            self._do(reject_pairs, pairs=[entry.pair.choice])
        elif entry.debt is not None:
            self._do(dismiss_debt_rows, row_ids=[entry.debt.row.id])

    def _confirm_all(self) -> None:
        from planner.actions.proposals import confirm_proposals

        sure = [each for each in self._entries if each.sure]
        debts = [each.debt for each in sure if each.debt is not None]
        self._do(
            confirm_proposals,
            pairs=[each.pair.choice for each in sure if each.pair is not None],
            settlements=[
                Settlement(each.row.id, each.targets[0].parts) for each in debts if each.row.kind is DebtKind.REPAYMENT
            ],
            drawdowns=[
                (each.row.id, each.targets[0].parts[0].account.id)
                for each in debts
                if each.row.kind is DebtKind.DRAWDOWN
            ],
        )

    def _new_loan(self) -> None:
        from planner.ui.imports.new_loan import open_new_loan

        entry = self.table.chosen_row()
        if entry is not None and _is_drawdown(entry) and entry.row is not None:
            open_new_loan(self._desk, self._page, entry.row, self._link)

    def _link(self, row_id: int, loan_id: int) -> None:
        from planner.actions.proposals import link_drawdown

        self._do(link_drawdown, row_id=row_id, loan_id=loan_id)

    def _do(self, action: Callable[..., Any], **values: Any) -> None:
        self._problem.hide()
        self._desk.book.do(action, refused=self._refused, **values)

    def _refused(self, error: PlannerError) -> None:
        self._problem.setText(explain(error))
        self._problem.show()


def _is_drawdown(entry: Entry) -> bool:
    return entry.debt is not None and entry.debt.row.kind is DebtKind.DRAWDOWN
