"""Words for the columns of exported tables, and for what stands in their cells."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from planner.core.card_entries import EntryKind
from planner.core.events import PrepayMode
from planner.core.facts import LineStatus, RowKind
from planner.core.repayments import DueState
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Scene
from planner.core.terms import RepaymentMethod
from planner.i18n import tr
from planner.wording.cards import entry_kind
from planner.wording.loans import due_state, line_status, method, prepay_mode
from planner.wording.statements import review_reason, row_class, scene


def column(key: str) -> str:
    """The heading of a column."""
    return (_of_accounts() | _of_rows())[key]


def _of_accounts() -> dict[str, str]:
    return {
        "account": tr("Account"),
        "kind": tr("Line or loan"),
        "product": tr("Product"),
        "lender": tr("Lender"),
        "line_status": tr("Status of the line"),
        "method": tr("Repayment"),
        "number": tr("Instalment no."),
        "periods": tr("Number of periods"),
        "outstanding_fen": tr("Principal owed (yuan)"),
        "limit_fen": tr("Credit limit (yuan)"),
        "limit_was_fen": tr("Limit before (yuan)"),
        "nominal_percent": tr("Real yearly rate, nominal (%)"),
        "effective_percent": tr("Real yearly rate, effective (%)"),
        "next_fen": tr("Next payment (yuan)"),
        "next_due_on": tr("Next due date"),
        "next_state": tr("State of the next payment"),
        "settled": tr("Settled"),
        "payoff_fen": tr("To pay off today (yuan)"),
        "from_day": tr("In force from"),
        "reason": tr("Reason"),
        "day": tr("Date"),
        "factor": tr("Factor"),
        "value": tr("Value"),
        "points": tr("Points"),
        "most_points": tr("Points at most"),
        "known": tr("Known"),
        "score": tr("Score"),
        "low": tr("Range from"),
        "high": tr("Range to"),
        "band": tr("Band"),
    }


def _of_rows() -> dict[str, str]:
    return {
        "due_on": tr("Due on"),
        "paid_on": tr("Paid on"),
        "posted_on": tr("Posted on"),
        "entry_kind": tr("Kind of entry"),
        "fee_percent": tr("Instalment fee (%)"),
        "payment_fen": tr("Payment (yuan)"),
        "principal_fen": tr("Principal (yuan)"),
        "interest_fen": tr("Interest (yuan)"),
        "fee_fen": tr("Fee (yuan)"),
        "penalty_fen": tr("Penalty (yuan)"),
        "balance_fen": tr("Principal left (yuan)"),
        "open_fen": tr("Still to pay (yuan)"),
        "waived_fen": tr("Not asked any more (yuan)"),
        "prepaid_fen": tr("Paid back beside it (yuan)"),
        "own": tr("The lender's own figures"),
        "prepays": tr("Paid back early, for"),
        "minimum_fen": tr("Minimum payment (yuan)"),
        "amount_fen": tr("Amount (yuan)"),
        "refunded_fen": tr("Refunded of it (yuan)"),
        "net_fen": tr("Net (yuan)"),
        "state": tr("State"),
        "days_left": tr("Days left"),
        "pays_off": tr("Paid off with it"),
        "from_statement": tr("From a statement"),
        "note": tr("Remark"),
        "happened_at": tr("Time"),
        "row_class": tr("Kind of row"),
        "counterparty": tr("Counterparty"),
        "description": tr("Description"),
        "category": tr("Category"),
        "scene": tr("Scene"),
        "paid_with": tr("Paid with"),
        "status": tr("Status"),
        "debt": tr("What it does to a debt"),
        "review": tr("Why it wants a look"),
        "provider": tr("Source"),
    } | _of_other_money()


def _of_other_money() -> dict[str, str]:
    return {"currency": tr("Other currency"), "foreign_amount": tr("Amount in it")}


def member(value: Enum | bool) -> str:
    """What stands in a cell for an enum's member or a truth value."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    words: dict[type[Enum], Callable[[Any], str]] = {
        DueState: due_state,
        EntryKind: entry_kind,
        LineStatus: line_status,
        PrepayMode: prepay_mode,
        RepaymentMethod: method,
        RowClass: row_class,
        ReviewReason: review_reason,
        Scene: scene,
        DebtKind: debt_kind,
        RowKind: row_kind,
    }
    return words[type(value)](value)


def debt_kind(kind: DebtKind) -> str:
    """What a row of a statement does to a debt."""
    return {
        DebtKind.REPAYMENT: tr("Repayment"),
        DebtKind.FAILED_REPAYMENT: tr("Failed repayment"),
        DebtKind.DRAWDOWN: tr("Loan paid out"),
    }[kind]


def row_kind(kind: RowKind) -> str:
    """Whether an account is a line or a loan."""
    return {RowKind.LINE: tr("Line"), RowKind.LOAN: tr("Loan")}[kind]
