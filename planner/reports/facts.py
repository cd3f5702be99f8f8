"""Turns the book into the credit facts that limit health and warnings look at."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.core.facts import (
    ApplicationFact,
    CashFact,
    CreditFacts,
    DueFact,
    LoanFact,
    Outcome,
    OverdueFact,
    OverdueSource,
    ProfileFact,
    RowKind,
    RowRef,
)
from planner.core.terms import RepaymentMethod
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.feeds import failed_payments
from planner.reports.lines import line_records
from planner.store.reader import Reader


def credit_facts(reader: Reader, on: date) -> CreditFacts:
    """The facts dated on or before `on`; what happened later is not known."""
    day = on.isoformat()
    complete_since = reader.value("SELECT applications_complete_since FROM book_info")
    return CreditFacts(
        lines=tuple(record.fact for record in line_records(reader, until=on)),
        loans=tuple(loan_fact(record) for record in loan_records(reader, until=on)),
        overdues=tuple(
            _overdue(row, on)
            for row in reader.rows(
                "SELECT id, loan_id, line_id, due_on, days, cleared_on, source FROM reported_overdue"
                " WHERE due_on <= ? ORDER BY due_on, id",
                day,
            )
        ),
        applications=_applications(reader, day),
        applications_complete_since=None if complete_since is None else date.fromisoformat(complete_since),
        profile=tuple(
            ProfileFact(RowRef(RowKind.PROFILE, row[0]), date.fromisoformat(row[1]), *row[2:])
            for row in reader.rows(
                "SELECT id, since, income_fen, payday, essential_fen FROM profile WHERE since <= ? ORDER BY since", day
            )
        ),
        cash=_cash(reader, day),
        failed_payments=failed_payments(reader, until=on),
    )


def _applications(reader: Reader, day: str) -> tuple[ApplicationFact, ...]:
    rows = reader.rows(
        "SELECT id, applied_on, lender_name, hard, outcome FROM application"
        " WHERE applied_on <= ? ORDER BY applied_on, id",
        day,
    )
    return tuple(
        ApplicationFact(
            RowRef(RowKind.APPLICATION, row[0]), date.fromisoformat(row[1]), row[2], bool(row[3]), Outcome(row[4])
        )
        for row in rows
    )


def _cash(reader: Reader, day: str) -> tuple[CashFact, ...]:
    rows = reader.rows(
        "SELECT balance.id, account_id, on_date, balance_fen FROM cash_balance AS balance"
        " JOIN cash_account AS account ON account.id = account_id"
        " WHERE on_date <= ? AND (closed_on IS NULL OR closed_on > ?) ORDER BY on_date, balance.id",
        day,
        day,
    )
    return tuple(
        CashFact(RowRef(RowKind.CASH_BALANCE, row[0]), row[1], date.fromisoformat(row[2]), row[3]) for row in rows
    )


def loan_fact(record: LoanRecord) -> LoanFact:
    """A loan as the factors see it."""
    at_end = record.terms.method in (
        RepaymentMethod.BULLET,
        RepaymentMethod.INTEREST_ONLY,
        RepaymentMethod.REVOLVING,
    )
    instalments = record.course.instalments
    return LoanFact(
        ref=RowRef(RowKind.LOAN, record.id),
        name=record.name,
        lender_id=record.lender_id,
        line_id=record.line_id,
        opened_on=record.terms.drawn_on,
        closed_on=record.course.settled_on,
        dues=tuple(
            DueFact(
                ref=RowRef(RowKind.DUE, record.id, each.row.number),
                due_on=each.row.due_on,
                amount_fen=each.row.payment_fen,
                bullet_fen=each.row.principal_fen if at_end and each is instalments[-1] else 0,
                first_paid_on=each.first_paid_on,
                settled_on=each.settled_on,
            )
            for each in instalments
        ),
        balances=record.course.balances,
        lender_kind=record.lender_kind,
    )


def _overdue(row: tuple[Any, ...], on: date) -> OverdueFact:
    account = None
    if row[1] is not None:
        account = RowRef(RowKind.LOAN, row[1])
    elif row[2] is not None:
        account = RowRef(RowKind.LINE, row[2])
    cleared_on = None if row[5] is None else date.fromisoformat(row[5])
    return OverdueFact(
        ref=RowRef(RowKind.OVERDUE, row[0]),
        account=account,
        due_on=date.fromisoformat(row[3]),
        days=row[4],
        cleared_on=cleared_on if cleared_on is not None and cleared_on <= on else None,
        source=OverdueSource(row[6]),
    )
