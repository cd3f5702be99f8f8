"""The tables of a card: its statements with what they cost, its entries, and the ways to pay."""

from __future__ import annotations

from datetime import date

from planner.core.card_entries import EntryKind
from planner.core.card_standing import CardStatement, EntryLine, WayToPay
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_limits import GroupLimitRow, TemporaryRow
from planner.ui.tones import state_tone
from planner.ui.widgets.table import Column, DataTable
from planner.wording import cards as words
from planner.wording.amounts import amount, short_day
from planner.wording.loans import due_state

_IN = (EntryKind.REFUND, EntryKind.PAYMENT)


def card_statements_table(today: date) -> DataTable:
    """The statements of a card, the newest first; opened, each shows how it came about."""
    return DataTable(
        "loans.card_statements",
        tr("Statements"),
        [
            Column(tr("Statement day"), lambda row: row.statement.on.isoformat(), width=112,
                   order=lambda row: row.statement.on,
                   second=lambda row: tr("due {day}").format(day=short_day(row.statement.due_on, today))),
            Column(tr("Balance"), lambda row: amount(row.statement.balance_fen), right=True, bold=True, stretch=True,
                   order=lambda row: row.statement.balance_fen, second=_minimum),
            Column(tr("Interest, fees"), lambda row: amount(row.statement.cost_fen) if row.statement.cost_fen else "",
                   right=True, width=96, from_width=380, order=lambda row: row.statement.cost_fen),
            Column("", lambda row: "", right=True, width=96, pill=_state),
        ],
        lambda row: row.ref,
        tall=True,
    )  # fmt: skip


def _minimum(row: CardStatement) -> str:
    return tr("minimum {amount}").format(amount=amount(row.statement.minimum_fen))


def _state(row: CardStatement) -> tuple[str, str]:
    """How the latest statement stands; of an older one whether it was paid in full."""
    if row.state is not None:
        state = row.state
        open_fen = row.open_fen or 0
        if state is DueState.UPCOMING and open_fen < row.statement.balance_fen:
            state = DueState.PARTLY_PAID
        return due_state(state), state_tone(state)
    if row.statement.paid_in_full:
        return tr("paid in full"), "good"
    if row.statement.minimum_met is False:
        return tr("minimum missed"), "risk"
    return (tr("revolved"), "watch") if row.statement.paid_in_full is False else ("", "neutral")


def entries_table(today: date) -> DataTable:
    """What was noted on a card, the newest first."""
    return DataTable(
        "loans.entries",
        tr("Entries"),
        [
            Column(tr("Posted on"), lambda row: short_day(row.entry.posted_on, today), width=84,
                   order=lambda row: row.entry.posted_on),
            Column(tr("What"), lambda row: words.entry_kind(row.entry.kind), stretch=True, second=_about,
                   order=lambda row: words.entry_kind(row.entry.kind), tooltip=_about),
            Column(tr("Amount"), _amount, right=True, bold=True, width=96,
                   order=lambda row: row.entry.amount_fen),
        ],
        lambda row: row.entry.id,
        tall=True,
    )  # fmt: skip


def _about(row: EntryLine) -> str:
    return " · ".join(each for each in (words.entry_about(row.entry), row.note) if each)


def _amount(row: EntryLine) -> str:
    if row.entry.kind is EntryKind.INSTALMENT_PAYOFF:
        return ""
    return amount(-row.entry.amount_fen if row.entry.kind in _IN else row.entry.amount_fen)


def ways_table() -> DataTable:
    """Where three ways to pay lead, side by side."""
    return DataTable(
        "loans.ways",
        tr("Ways to pay"),
        [
            Column(tr("No new purchases"), words.way_name, stretch=True, tooltip=words.way_result),
            Column(tr("Times paid"), _payments, right=True, width=86),
            Column(tr("The last on"), _last, right=True, width=92, from_width=430),
            Column(tr("Interest, fees"), _cost, right=True, bold=True, width=96),
        ],
        lambda row: row.way,
    )  # fmt: skip


def _payments(row: WayToPay) -> str:
    return str(row.payments) if row.ends else tr("never ends")


def _last(row: WayToPay) -> str:
    return row.last_on.isoformat() if row.ends and row.last_on is not None else ""


def _cost(row: WayToPay) -> str:
    return amount(row.cost_fen) if row.ends else ""


def temporary_table() -> DataTable:
    """The temporary limits of a line, the newest first."""
    return DataTable(
        "loans.temporary",
        tr("Temporary limits"),
        [
            Column(tr("First day"), lambda row: row.first_on.isoformat(), width=96, order=lambda row: row.first_on),
            Column(tr("Last day"), lambda row: row.last_on.isoformat(), width=96, order=lambda row: row.last_on),
            Column(tr("Limit in all"), _limit, right=True, bold=True, stretch=True, order=lambda row: row.limit_fen),
        ],
        lambda row: row.id,
    )


def _limit(row: TemporaryRow | GroupLimitRow) -> str:
    return amount(row.limit_fen)
