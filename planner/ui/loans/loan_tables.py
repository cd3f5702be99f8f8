"""The tables of a loan: its schedule and its repayments."""

from __future__ import annotations

from datetime import date

from planner.i18n import tr
from planner.reports.loans import PaidLine, ScheduleLine
from planner.ui.tones import state_tone
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, amount, short_day
from planner.wording.loans import due_state


def _charges(row: ScheduleLine | PaidLine) -> str:
    return amount(row.interest_fen + row.fee_fen)


def _state(row: ScheduleLine) -> tuple[str, str]:
    if row.waived_fen:
        return tr("Waived"), "neutral"
    return due_state(row.state), state_tone(row.state)


def schedule_table(today: date) -> DataTable:
    """The instalments of a loan."""
    return DataTable(
        "loans.schedule",
        tr("Schedule"),
        [
            Column(tr("No."), lambda row: str(row.number), width=38, order=lambda row: row.number),
            Column(tr("Due"), lambda row: short_day(row.due_on, today), width=92, order=lambda row: row.due_on),
            Column(tr("Paid"), lambda row: short_day(row.paid_on, today) if row.paid_on else UNKNOWN, width=92,
                   from_width=560,
                   order=lambda row: row.paid_on or today.max),
            Column(tr("Principal"), lambda row: amount(row.principal_fen), right=True, stretch=True, from_width=480,
                   order=lambda row: row.principal_fen),
            Column(tr("Interest, fee"), _charges, right=True, stretch=True, from_width=480,
                   order=lambda row: row.interest_fen + row.fee_fen),
            Column(tr("Together"), lambda row: amount(row.payment_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.payment_fen),
            Column("", lambda row: "", right=True, width=96, pill=_state),
        ],
        lambda row: row.number,
    )  # fmt: skip


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
    return " · ".join(words for words in (tr("Pays the loan off") if row.pays_off else "", row.note) if words)
