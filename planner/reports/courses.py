"""Every loan of the book with its terms, repayments and course: what the other reports derive from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from planner.core.events import RateChange
from planner.core.facts import LenderKind
from planner.core.repayments import LoanCourse, Repayment, course
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from planner.store.reader import Reader

_COLUMNS = """
    loan.id, loan.name, loan.product, loan.line_id, lender.id, lender.name, lender.kind, principal_fen, received_fen,
    method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy, due_day, first_period_policy,
    first_due_on, flat_fee_rate, loan.closed_on
"""


@dataclass(frozen=True, slots=True)
class LoanRecord:
    """One loan: who lent it, its terms, what was paid, and the course that follows. From `closed_on` the lender asks
    no more."""

    id: int
    name: str
    product: str
    line_id: int | None
    lender_id: int
    lender_name: str
    lender_kind: LenderKind
    terms: LoanTerms
    rate_changes: tuple[RateChange, ...]
    repayments: tuple[Repayment, ...]
    closed_on: date | None
    course: LoanCourse


def loan_records(reader: Reader, *, until: date = date.max, loan_id: int | None = None) -> tuple[LoanRecord, ...]:
    """The loans drawn on or before `until`, in order of drawdown, knowing only what had happened by then."""
    day = until.isoformat()
    changes: dict[int, list[RateChange]] = defaultdict(list)
    for loan, on, rate, period in reader.rows(
        "SELECT loan_id, on_date, rate, rate_period FROM rate_change WHERE on_date <= ? ORDER BY on_date", day
    ):
        changes[loan].append(RateChange(date.fromisoformat(on), Rate(Decimal(rate), RatePeriod(period))))
    paid: dict[int, list[Repayment]] = defaultdict(list)
    for number, loan, on, amount, penalty in reader.rows(
        "SELECT id, loan_id, paid_on, amount_fen, penalty_fen FROM repayment"
        " WHERE loan_id IS NOT NULL AND paid_on <= ? ORDER BY paid_on, id",
        day,
    ):
        paid[loan].append(Repayment(number, date.fromisoformat(on), amount, penalty))
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM loan JOIN lender ON lender.id = loan.lender_id"
        " WHERE drawn_on <= ? AND (? IS NULL OR loan.id = ?) ORDER BY drawn_on, loan.id",
        day,
        loan_id,
        loan_id,
    )
    return tuple(_record(row, tuple(changes[row[0]]), tuple(paid[row[0]]), until) for row in rows)


def loan_record(reader: Reader, loan_id: int) -> LoanRecord | None:
    """One loan, or None when it is not in the book."""
    found = loan_records(reader, loan_id=loan_id)
    return found[0] if found else None


def _record(
    row: tuple[Any, ...], changes: tuple[RateChange, ...], paid: tuple[Repayment, ...], until: date
) -> LoanRecord:
    closed_on = None if row[21] is None else date.fromisoformat(row[21])
    if closed_on is not None and closed_on > until:
        closed_on = None
    terms = LoanTerms(
        principal_fen=row[7],
        received_fen=row[8],
        method=RepaymentMethod(row[9]),
        accrual=Accrual(row[10]),
        rate=Rate(Decimal(row[11]), RatePeriod(row[12])),
        day_count=DayCountBasis(row[13]),
        drawn_on=date.fromisoformat(row[14]),
        periods=row[15],
        due_day_policy=DueDayPolicy(row[16]),
        due_day=row[17],
        first_period_policy=FirstPeriodPolicy(row[18]),
        first_due_on=None if row[19] is None else date.fromisoformat(row[19]),
        flat_fee_rate=Decimal(row[20]),
    )
    return LoanRecord(
        id=row[0],
        name=row[1],
        product=row[2],
        line_id=row[3],
        lender_id=row[4],
        lender_name=row[5],
        lender_kind=LenderKind(row[6]),
        terms=terms,
        rate_changes=changes,
        repayments=paid,
        closed_on=closed_on,
        course=course(terms, paid, changes, closed_on),
    )
