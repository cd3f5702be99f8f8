"""The tables of a loan: its schedule and its repayments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent

from planner.i18n import tr
from planner.reports.loans import PaidLine, ScheduleLine
from planner.ui.tones import state_tone
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, amount, short_day, titled
from planner.wording.loans import due_state
from planner.wording.payoff import short_mode


def _charges(row: ScheduleLine | PaidLine) -> str:
    return amount(row.interest_fen + row.fee_fen)


def _state(row: ScheduleLine) -> tuple[str, str]:
    if row.waived_fen:
        return tr("Waived"), "neutral"
    return due_state(row.state), state_tone(row.state)


class ScheduleTable(DataTable):
    """The instalments of a loan. Rows are taller where they say more than their amounts: without room for columns of
    their own principal and interest stand below the amount, and what is special of an instalment below its day."""

    NARROW, SHORT_ROW, TALL_ROW = 480, 36, 46
    SHORT_DAY, LONG_DAY = 92, 124

    def __init__(self, today: date) -> None:
        self._narrow = self._marked = False
        columns = [
            Column(tr("No."), lambda row: str(row.number), width=38, order=lambda row: row.number),
            Column(tr("Due"), lambda row: short_day(row.due_on, today), width=self.SHORT_DAY,
                   order=lambda row: row.due_on, second=marks, tooltip=marks),
            Column(tr("Paid"), lambda row: short_day(row.paid_on, today) if row.paid_on else UNKNOWN, width=92,
                   from_width=560,
                   order=lambda row: row.paid_on or today.max),
            Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, stretch=True,
                   from_width=self.NARROW, order=lambda row: row.principal_fen),
            Column(tr("Charges"), _charges, right=True, stretch=True, from_width=self.NARROW,
                   order=lambda row: row.interest_fen + row.fee_fen),
            Column(tr("Together"), lambda row: amount(row.payment_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.payment_fen, second=self._parts, tooltip=_both),
            Column("", lambda row: "", right=True, width=96, pill=_state),
        ]  # fmt: skip
        super().__init__("loans.schedule", tr("Schedule"), columns, lambda row: row.number)

    def set_rows(self, rows: Sequence[Any]) -> None:
        self._marked = any(marks(row) for row in rows)
        self._fit()
        super().set_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._narrow = self.width() < self.NARROW
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        self.row_height = self.TALL_ROW if self._narrow or self._marked else self.SHORT_ROW
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        self.setColumnWidth(1, self.LONG_DAY if self._marked else self.SHORT_DAY)

    def _parts(self, row: ScheduleLine) -> str:
        return _both(row) if self._narrow else ""


def _both(row: ScheduleLine) -> str:
    """Principal, and what stands beside it."""
    return f"{amount(row.principal_fen)} + {_charges(row)}"


def marks(row: ScheduleLine) -> str:
    """What is special of an instalment: the penalty on it, what was prepaid before it, the lender's own figures."""
    found = []
    if row.penalty_fen:
        found.append(tr("penalty {amount}").format(amount=amount(row.penalty_fen)))
    if row.own:
        found.append(tr("lender's figures"))
    if row.prepaid_fen:
        found.append(tr("{amount} prepaid").format(amount=amount(row.prepaid_fen)))
    return " · ".join(found)


def repayments_table() -> DataTable:
    """What was paid to a loan."""
    return DataTable(
        "loans.repayments",
        tr("Repayments"),
        [
            Column(tr("Paid on"), lambda row: row.paid_on.isoformat(), width=96, order=lambda row: row.paid_on),
            Column(tr("Amount"), lambda row: amount(row.amount_fen), right=True, bold=True, width=92,
                   order=lambda row: row.amount_fen),
            Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, width=92, from_width=400,
                   order=lambda row: row.principal_fen),
            Column(tr("Interest, fee"), _charges, right=True, width=92, from_width=480,
                   order=lambda row: row.interest_fen + row.fee_fen),
            Column(tr("Penalty"), lambda row: amount(row.penalty_fen) if row.penalty_fen else "", right=True, width=68,
                   order=lambda row: row.penalty_fen),
            Column(tr("Remark"), _note, stretch=True, tooltip=_note),
        ],
        lambda row: row.id,
    )  # fmt: skip


def _note(row: PaidLine) -> str:
    prepays = "" if row.prepays is None else titled(tr("Paid back early"), short_mode(row.prepays))
    return " · ".join(words for words in (tr("Pays the loan off") if row.pays_off else "", prepays, row.note) if words)
