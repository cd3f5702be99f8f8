"""What the settings page shows of the book: the profile in force and those before, the cash accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.facts import ProfileFact, RowKind, RowRef
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CashBalanceRow:
    """One balance of a cash account (fen) as entered for a day."""

    id: int
    balance_fen: int
    on: date


@dataclass(frozen=True, slots=True)
class CashAccountRow:
    """A cash account with its latest balance (fen) and the day it was entered for, None where there is none;
    `balances` has all that were entered, the newest first."""

    id: int
    name: str
    balance_fen: int | None
    on: date | None
    balances: tuple[CashBalanceRow, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The profile in force (None: never entered), all profiles up to the day, the newest first, and the cash accounts
    that are open on it."""

    profile: ProfileFact | None
    profiles: tuple[ProfileFact, ...]
    cash_accounts: tuple[CashAccountRow, ...]
    applications_complete_since: date | None


def settings_view(reader: Reader, *, today: date) -> SettingsView:
    """What is set as of a day."""
    day = today.isoformat()
    profiles = tuple(
        ProfileFact(RowRef(RowKind.PROFILE, row[0]), date.fromisoformat(row[1]), *row[2:])
        for row in reader.rows(
            "SELECT id, since, income_fen, payday, essential_fen FROM profile WHERE since <= ? ORDER BY since DESC", day
        )
    )
    since = reader.value("SELECT applications_complete_since FROM book_info")
    return SettingsView(
        profile=profiles[0] if profiles else None,
        profiles=profiles,
        cash_accounts=tuple(
            _account(reader, number, name, day)
            for number, name in reader.rows(
                "SELECT id, name FROM cash_account WHERE closed_on IS NULL OR closed_on > ? ORDER BY id", day
            )
        ),
        applications_complete_since=None if since is None else date.fromisoformat(since),
    )


def _account(reader: Reader, number: int, name: str, day: str) -> CashAccountRow:
    balances = tuple(
        CashBalanceRow(row[0], row[1], date.fromisoformat(row[2]))
        for row in reader.rows(
            "SELECT id, balance_fen, on_date FROM cash_balance WHERE account_id = ? AND on_date <= ?"
            " ORDER BY on_date DESC",
            number,
            day,
        )
    )
    latest = balances[0] if balances else None
    return CashAccountRow(
        number, name, None if latest is None else latest.balance_fen, None if latest is None else latest.on, balances
    )
