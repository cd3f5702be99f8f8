"""A book as nobody would wish it: 200 loans, names without end, the largest amounts, texts of every script."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import Session

from planner.actions.imports import import_statement
from planner.actions.lines import add_line, change_limit, record_statement
from planner.actions.loans import add_loan
from planner.actions.profile import add_cash_account, set_profile
from planner.actions.standing import log_application
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome
from planner.core.money import MOST_FEN
from planner.core.statement_rows import ReviewReason, RowClass, Statement, StatementRow
from planner.core.terms import LoanTerms
from tests.books import jiebei_terms

LONG = "一个名字长到任何一列都放不下的借款合同编号以及它的全部附注" * 6
NAMES = (
    LONG,
    "A" * 300,
    "مرحبا بالعالم קרדיט",
    "<b>粗体</b> & <script>alert(1)</script>",
    "=HYPERLINK(\"x\";\"y\")",
    "第一行\n第二行\t制表",
    "💳🧧 表情 👨‍👩‍👧‍👦",
    "𠮷野家 㐂 龘靐齉",
)  # fmt: skip
LOANS = 200


def fill_hostile_book(session: Session, *, today: date) -> None:
    """Fills an empty book as of a day."""
    for at, name in enumerate(NAMES):
        line = add_line(
            session, lender_name=name, lender_kind=LenderKind.OTHER, name=name, kind=list(LineKind)[at % 3],
            product=("huabei", "", "jiebei")[at % 3], opened_on=today - timedelta(days=900 + at),
            limit_fen=MOST_FEN if at % 2 else 0,
        )  # fmt: skip
        change_limit(
            session, line_id=line, on=today - timedelta(days=at), limit_fen=at, status=list(LineStatus)[at % 3],
            reason=NAMES[-at],
        )  # fmt: skip
        record_statement(
            session, line_id=line, statement_on=today - timedelta(days=20), due_on=today + timedelta(days=at - 3),
            balance_fen=MOST_FEN // (at + 1), minimum_fen=at,
        )  # fmt: skip
        log_application(
            session, applied_on=today - timedelta(days=at), lender_name=name, outcome=list(Outcome)[at % len(Outcome)]
        )
        add_cash_account(session, name=name, on=today, balance_fen=-MOST_FEN if at == 0 else MOST_FEN)
    for number in range(LOANS):
        add_loan(
            session, lender_name=NAMES[number % len(NAMES)], lender_kind=LenderKind.OTHER, product="",
            name=f"{number} {NAMES[number % len(NAMES)]}", terms=_terms(number, today),
        )  # fmt: skip
    set_profile(session, since=today, income_fen=1, payday=31, essential_fen=MOST_FEN)
    import_statement(session, statement=Statement(f"{LONG}.csv", "", "alipay", "A4", "", "", _rows(today)),
                     imported_on=today)  # fmt: skip


def _terms(number: int, today: date) -> LoanTerms:
    principal = MOST_FEN if number == 0 else 1 + number * 997
    return jiebei_terms(principal, today - timedelta(days=number * 2), (1, 12, 36, 480)[number % 4])


def _rows(today: date) -> tuple[StatementRow, ...]:
    return tuple(
        StatementRow(
            line=at + 1,
            key=f"hostile-{at}",
            row_class=list(RowClass)[at % (len(RowClass) - 1)],
            happened_at=datetime(today.year, today.month, 1, at % 24, at % 60),
            amount_fen=MOST_FEN if at % 7 == 0 else at,
            direction="",
            counterparty=NAMES[at % len(NAMES)],
            description=NAMES[-at % len(NAMES)],
            method="花呗",
            status="",
            provider_category="",
            native_id=f"h{at}",
            order_id=f"h{at}",
            note="",
            raw=LONG,
            review=ReviewReason.UNKNOWN_STATUS if at % 5 == 0 else None,
            credit_product="huabei" if at % 3 == 0 else "",
        )
        for at in range(120)
    )
