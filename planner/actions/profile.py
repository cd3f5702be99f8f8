"""What a user says of themselves: income, essential spending, cash, and whether the applications are complete."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session, func, select

from planner.actions.texts import plain_text
from planner.core.errors import AfterClosing, BeforeOpening, Missing, NoSuchRow, OutOfRange
from planner.store.tables import BookInfo, CashAccount, CashBalance, Profile


def set_profile(
    session: Session, *, since: date, income_fen: int | None, payday: int | None, essential_fen: int | None
) -> None:
    """From `since`: monthly net income, day of pay, essential monthly spending; None is unknown."""
    for field, amount in (("income", income_fen), ("essential", essential_fen)):
        if amount is not None and amount < 0:
            raise OutOfRange(field, low=0, high=None)
    if payday is not None and not 1 <= payday <= 31:
        raise OutOfRange("payday", low=1, high=31)
    profile = session.exec(select(Profile).where(Profile.since == since)).first() or Profile(since=since)
    profile.income_fen, profile.payday, profile.essential_fen = income_fen, payday, essential_fen
    session.add(profile)


def add_cash_account(session: Session, *, name: str, on: date, balance_fen: int) -> int:
    """Adds a place where cash lies, with its balance on a day; returns its id."""
    if not plain_text(name):
        raise Missing("name")
    account = CashAccount(name=plain_text(name))
    session.add(account)
    session.flush()
    assert account.id is not None
    session.add(CashBalance(account_id=account.id, on_date=on, balance_fen=balance_fen))
    return account.id


def set_cash_balance(session: Session, *, account_id: int, on: date, balance_fen: int) -> None:
    """What lay in a cash account at the end of a day; a balance of the same day is replaced. Raises AfterClosing."""
    account = _cash_account(session, account_id)
    if account.closed_on is not None and on >= account.closed_on:
        raise AfterClosing("on", closed_on=account.closed_on)
    same_day = select(CashBalance).where(CashBalance.account_id == account_id, CashBalance.on_date == on)
    balance = session.exec(same_day).first()
    if balance is None:
        balance = CashBalance(account_id=account_id, on_date=on, balance_fen=balance_fen)
    balance.balance_fen = balance_fen
    session.add(balance)


def declare_applications_complete(session: Session, *, since: date | None) -> None:
    """The user's word that every application since a day is in the book; None takes it back."""
    info = session.get(BookInfo, 1)
    assert info is not None
    info.applications_complete_since = since
    session.add(info)


def delete_profile(session: Session, *, profile_id: int) -> None:
    """Takes one entry of income and spending out of the book; the one before it is in force again."""
    profile = session.get(Profile, profile_id)
    if profile is None:
        raise NoSuchRow("since", id=profile_id)
    session.delete(profile)


def rename_cash_account(session: Session, *, account_id: int, name: str) -> None:
    """Gives a cash account another name."""
    account = _cash_account(session, account_id)
    if not plain_text(name):
        raise Missing("name")
    account.name = plain_text(name)
    session.add(account)


def close_cash_account(session: Session, *, account_id: int, on: date) -> None:
    """From `on` no money lies there any more; its balances before that day stay known.

    Raises BeforeOpening when a balance of a later day is in the book.
    """
    account = _cash_account(session, account_id)
    latest = session.exec(select(func.max(CashBalance.on_date)).where(CashBalance.account_id == account_id)).one()
    if latest is not None and on < latest:
        raise BeforeOpening("on", opened_on=latest)
    account.closed_on = on
    session.add(account)


def delete_cash_account(session: Session, *, account_id: int) -> None:
    """Takes a cash account and all its balances out of the book, as if it had never been entered."""
    session.delete(_cash_account(session, account_id))


def delete_cash_balance(session: Session, *, balance_id: int) -> None:
    """Takes one balance of a cash account out of the book; the one before it holds again."""
    balance = session.get(CashBalance, balance_id)
    if balance is None:
        raise NoSuchRow("balance", id=balance_id)
    session.delete(balance)


def _cash_account(session: Session, account_id: int) -> CashAccount:
    account = session.get(CashAccount, account_id)
    if account is None:
        raise NoSuchRow("account", id=account_id)
    return account
