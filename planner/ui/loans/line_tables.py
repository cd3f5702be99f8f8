"""The tables of a line: its statements, payments, loans and limits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.facts import LineStatus
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_view import DrawnLoan, LimitRow, LinePaid, StatementLine
from planner.ui.tones import state_tone
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, short_day, titled
from planner.wording.loans import due_state, limit_change, line_status


def statements_table(today: date) -> DataTable:
    """The statements of a line, the newest first."""
    return DataTable(
        "loans.statements",
        tr("Statements"),
        [
            Column(tr("Statement day"), lambda row: row.on.isoformat(), width=112, order=lambda row: row.on,
                   second=lambda row: tr("due {day}").format(day=short_day(row.due_on, today))),
            Column(tr("Balance"), lambda row: amount(row.balance_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.balance_fen, second=_minimum),
            Column(tr("Still open"), lambda row: amount(row.open_fen) if row.open_fen else "", right=True,
                   stretch=True, from_width=420, order=lambda row: row.open_fen or 0),
            Column("", lambda row: "", right=True, width=96, pill=lambda row: statement_state(row, today)),
        ],
        lambda row: row.id,
        tall=True,
    )  # fmt: skip


def _minimum(row: StatementLine) -> str:
    return "" if row.minimum_fen is None else tr("minimum {amount}").format(amount=amount(row.minimum_fen))


def statement_state(row: StatementLine, today: date) -> tuple[str, str]:
    """How a statement stands, in a word and its tone; none of one that a later one took up."""
    if row.open_fen is None:
        return "", "neutral"
    if not row.open_fen:
        return due_state(DueState.SETTLED), "good"
    minimum_paid = row.minimum_fen is not None and row.balance_fen - row.open_fen >= row.minimum_fen
    if row.due_on < today:
        state = DueState.PARTLY_PAID if minimum_paid else DueState.LATE
    elif row.due_on == today:
        state = DueState.DUE_TODAY
    else:
        state = DueState.PARTLY_PAID if row.open_fen < row.balance_fen else DueState.UPCOMING
    return due_state(state), state_tone(state)


def payments_table() -> DataTable:
    """What was paid to a line, the newest first."""
    return DataTable(
        "loans.payments",
        tr("Payments"),
        [
            Column(tr("Paid on"), lambda row: row.paid_on.isoformat(), width=96, order=lambda row: row.paid_on),
            Column(tr("Amount"), lambda row: amount(row.amount_fen), right=True, bold=True, width=92,
                   order=lambda row: row.amount_fen),
            Column(tr("From"), _source, width=108),
            Column(tr("Remark"), lambda row: row.note, stretch=True, tooltip=lambda row: row.note),
        ],
        lambda row: row.ref,
    )  # fmt: skip


def _source(row: LinePaid) -> str:
    return tr("Statement file") if row.from_file else tr("By hand")


def drawn_table(today: date) -> DataTable:
    """The loans under a line."""
    return DataTable(
        "loans.drawn",
        tr("Loans under it"),
        [
            Column(tr("Loan"), lambda row: row.name, stretch=True, tooltip=lambda row: row.name,
                   order=lambda row: row.name),
            Column(tr("Drawn on"), lambda row: row.drawn_on.isoformat(), width=96, from_width=460,
                   order=lambda row: row.drawn_on),
            Column(tr("Amount borrowed"), lambda row: amount(row.principal_fen), right=True, width=100, from_width=540,
                   order=lambda row: row.principal_fen),
            Column(tr("Principal left"), lambda row: amount(row.outstanding_fen), right=True, bold=True, width=96,
                   order=lambda row: row.outstanding_fen),
            Column(tr("Next"), lambda row: _next(row, today), right=True, width=92,
                   order=lambda row: row.next_due_on or today.max),
        ],
        lambda row: row.account,
    )  # fmt: skip


def _next(row: DrawnLoan, today: date) -> str:
    return tr("Paid off") if row.next_due_on is None else short_day(row.next_due_on, today)


def limits_table(name: str = "loans.limits") -> DataTable:
    """The limits of a line, the newest first."""
    return DataTable(
        name,
        tr("Limit history"),
        [
            Column(tr("Since"), lambda row: row.on.isoformat(), width=96, order=lambda row: row.on),
            Column(
                tr("Limit"),
                lambda row: amount(row.limit_fen),
                right=True,
                bold=True,
                width=92,
                order=lambda row: row.limit_fen,
            ),
            Column(tr("Status"), lambda row: line_status(row.status), width=84),
            Column(tr("Reason"), lambda row: row.reason, stretch=True, tooltip=lambda row: row.reason),
        ],
        lambda row: row.id,
    )


def spoken_limits(limits: Sequence[LimitRow]) -> str:
    """The history of a limit in words, the oldest first."""
    said = []
    for before, row in zip([None, *limits[:-1]], limits, strict=True):
        words = [row.on.isoformat(), amount(row.limit_fen)]
        if before is not None or row.status is not LineStatus.ACTIVE:
            words.append(limit_change(before.limit_fen if before else row.limit_fen, row.limit_fen, row.status))
        said.append(" ".join([*words, f"({row.reason})"] if row.reason else words))
    return titled(tr("Limit history"), "; ".join(said))
