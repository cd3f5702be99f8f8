"""Credit facts for tests: small histories by hand, and a client of the UCI set as health.md maps it to a book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.facts import (
    ApplicationFact,
    CashFact,
    CreditFacts,
    DueFact,
    LimitFact,
    LineFact,
    LineKind,
    LineStatus,
    LoanFact,
    Outcome,
    OverdueFact,
    OverdueSource,
    PaymentFact,
    ProfileFact,
    RowKind,
    RowRef,
    StatementFact,
)

UCI_DAY = date(2005, 10, 1)
_UCI_STATES = ("PAY_0", "PAY_2", "PAY_3", "PAY_4", "PAY_5", "PAY_6")


def ref(kind: RowKind, number: int) -> RowRef:
    return RowRef(kind, number)


def line(
    limit_fen: int,
    statements: list[tuple[date, int]] = [],  # noqa: B006  # only read
    payments: list[tuple[date, int]] = [],  # noqa: B006  # only read
    *,
    number: int = 1,
    minimum_fen: int | None = 0,
    opened_on: date = date(2020, 1, 1),
    closed_on: date | None = None,
) -> LineFact:
    """A card with statements (day, balance), each due 20 days later, and payments (day, amount)."""
    return LineFact(
        ref=ref(RowKind.LINE, number),
        name="card",
        lender_id=1,
        kind=LineKind.CARD,
        opened_on=opened_on,
        closed_on=closed_on,
        limits=(LimitFact(ref(RowKind.LIMIT_CHANGE, number), opened_on, limit_fen, LineStatus.ACTIVE),),
        statements=tuple(
            StatementFact(
                ref(RowKind.STATEMENT, number * 100 + at), on, date.fromordinal(on.toordinal() + 20), fen, minimum_fen
            )
            for at, (on, fen) in enumerate(statements)
        ),
        payments=tuple(
            PaymentFact(ref(RowKind.REPAYMENT, number * 100 + at), on, fen) for at, (on, fen) in enumerate(payments)
        ),
    )


def loan(
    dues: list[tuple[date, date | None]], *, amount_fen: int = 100_00, number: int = 1, opened_on: date | None = None
) -> LoanFact:
    """A loan with dues (due day, day it was paid or None)."""
    first = opened_on or add_months(dues[0][0], -1)
    return LoanFact(
        ref=ref(RowKind.LOAN, number),
        name="loan",
        lender_id=1,
        line_id=None,
        opened_on=first,
        closed_on=None,
        dues=tuple(
            DueFact(RowRef(RowKind.DUE, number, at + 1), due_on, amount_fen, 0, paid_on, paid_on)
            for at, (due_on, paid_on) in enumerate(dues)
        ),
        balances=((first, amount_fen * len(dues)),),
    )


def paid_in_time(first: date, months: int) -> list[tuple[date, date | None]]:
    """Monthly dues, each paid on its day."""
    return [(add_months(first, month), add_months(first, month)) for month in range(months)]


def profile(income_fen: int | None, since: date = date(2020, 1, 1)) -> ProfileFact:
    return ProfileFact(ref(RowKind.PROFILE, 1), since, income_fen, 10, None)


def cash(fen: int, on: date, account: int = 1) -> CashFact:
    return CashFact(ref(RowKind.CASH_BALANCE, account), account, on, fen)


def application(on: date, number: int = 1, *, hard: bool = True) -> ApplicationFact:
    return ApplicationFact(ref(RowKind.APPLICATION, number), on, "bank", hard, Outcome.PENDING)


def overdue(due_on: date, days: int, cleared_on: date | None, number: int = 1) -> OverdueFact:
    return OverdueFact(ref(RowKind.OVERDUE, number), None, due_on, days, cleared_on, OverdueSource.CREDIT_REPORT)


def uci_client(row: Mapping[str, str]) -> CreditFacts:
    """A row of the UCI set as a book (health.md, "A public-data client as a book"); 1 = September 2005 … 6 = April."""
    account = ref(RowKind.LINE, 1)
    statements, payments, overdues = [], [], []
    for month in range(6, 0, -1):
        on = date(2005, 10 - month, 20)
        balance = round(float(row[f"BILL_AMT{month}"]) * 100)
        statements.append(StatementFact(ref(RowKind.STATEMENT, month), on, add_months(on, 1, 15), balance, 0))
        paid = round(float(row[f"PAY_AMT{month}"]) * 100)
        if paid > 0:
            payments.append(PaymentFact(ref(RowKind.REPAYMENT, month), date(2005, 10 - month, 10), paid))
        cycles = int(row[_UCI_STATES[month - 1]])
        if cycles >= 1:
            # a month's state stands until the next month's; that of the last month is open
            cleared_on = None if month == 1 else add_months(UCI_DAY, 1 - month)
            due_on = date(2005, 10 - month, 1) if month > 1 else UCI_DAY - timedelta(days=30 * cycles)
            overdues.append(
                OverdueFact(
                    ref(RowKind.OVERDUE, month), account, due_on, 30 * cycles, cleared_on, OverdueSource.CREDIT_REPORT
                )
            )
    opened_on = date(2004, 1, 1)
    limit = LimitFact(ref(RowKind.LIMIT_CHANGE, 1), opened_on, round(float(row["LIMIT_BAL"]) * 100), LineStatus.ACTIVE)
    card = LineFact(account, "card", 1, LineKind.CARD, opened_on, None, (limit,), tuple(statements), tuple(payments))
    return CreditFacts(lines=(card,), overdues=tuple(overdues))
