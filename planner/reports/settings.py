"""What the settings page shows of the book: the profile in force, the cash accounts, the lenders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.facts import ProfileFact, RowKind, RowRef
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CashAccountRow:
    """A cash account with its latest balance (fen) and the day it was entered for."""

    id: int
    name: str
    balance_fen: int
    on: date


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The profile in force (None: never entered) and the open cash accounts."""

    profile: ProfileFact | None
    cash_accounts: tuple[CashAccountRow, ...]
    applications_complete_since: date | None


def settings_view(reader: Reader, *, today: date) -> SettingsView:
    """What is set as of a day."""
    day = today.isoformat()
    row = reader.one(
        "SELECT id, since, income_fen, payday, essential_fen FROM profile WHERE since <= ? ORDER BY since DESC", day
    )
    accounts = reader.rows(
        "SELECT account.id, name, balance_fen, max(on_date) FROM cash_account AS account"
        " JOIN cash_balance AS balance ON account_id = account.id"
        " WHERE on_date <= ? AND closed_on IS NULL GROUP BY account.id ORDER BY account.id",
        day,
    )
    since = reader.value("SELECT applications_complete_since FROM book_info")
    return SettingsView(
        profile=None
        if row is None
        else ProfileFact(RowRef(RowKind.PROFILE, row[0]), date.fromisoformat(row[1]), *row[2:]),
        cash_accounts=tuple(
            CashAccountRow(number, name, balance, date.fromisoformat(on)) for number, name, balance, on in accounts
        ),
        applications_complete_since=None if since is None else date.fromisoformat(since),
    )
