"""The golden vectors of domain.json: each is a product of its own, so each has a function of its own here.

`run(vector)` gives what differs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from planner.core.card_payoff import ONLY_MINIMUM, WHOLE_BALANCE, card_payoff
from planner.core.card_terms import CardTerms, MinimumRule
from planner.core.cards import card_course
from planner.core.due_days import due_dates, first_due_date
from planner.core.money import parse_amount, plain_yuan
from planner.core.overdue import penalty
from planner.core.rates import true_cost
from planner.core.repayments import Repayment, course
from planner.core.schedules import ScheduleRow, schedule
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
from tests.cards import bought, paid

Vector = Mapping[str, Any]
Answer = dict[str, Any]

TRAP = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule(whole_at_fen=100_00))


def run(vector: Vector) -> list[str]:
    """What differs from the vector, field by field; nothing if all agree."""
    got = _ANSWERS[vector["id"]](vector)
    return [f"{key}: wanted {vector[key]}, found {value}" for key, value in got.items() if vector[key] != value]


def terms(vector: Vector, method: RepaymentMethod, **other: Any) -> LoanTerms:
    """The terms that a vector states, the dull parts filled in: by days where the rate is daily, else by months."""
    daily = "daily" in vector and "MONTHLY" not in vector.get("accrual", "")
    rate = Rate(Decimal(vector["daily"]), RatePeriod.DAILY) if "daily" in vector else None
    values: dict[str, Any] = {
        "accrual": Accrual.ACTUAL_DAYS if daily else Accrual.MONTHLY,
        "rate": rate or Rate(Decimal(vector.get("annual", "0")), RatePeriod.YEARLY),
        "day_count": DayCountBasis.NONE,
        "drawn_on": date.fromisoformat(vector.get("drawn", "2026-01-15")),
        "periods": vector.get("n", 12),
    } | other
    fen = parse_amount(values.pop("principal", vector.get("principal", "10000")))
    return LoanTerms(principal_fen=fen, received_fen=fen, method=method, **values)


def shown(row: ScheduleRow) -> list[str]:
    """Payment, principal, interest (or fee), balance in yuan."""
    amounts = (row.payment_fen, row.principal_fen, row.interest_fen + row.fee_fen, row.balance_fen)
    return [plain_yuan(amount) for amount in amounts]


def _plan(vector: Vector) -> Answer:
    """Whatever a vector prints of an ordinary loan."""
    agreed = terms(vector, RepaymentMethod[vector["method"]])
    rows = schedule(agreed)
    dated = len(vector.get("rows", [[]])[0]) == 6
    got: Answer = {
        "payment": plain_yuan(rows[0].payment_fen),
        "rows": [[row.due_on.isoformat(), str(row.days), *shown(row)] if dated else shown(row) for row in rows],
        "interest": plain_yuan(sum(row.interest_fen for row in rows)),
        "first": shown(rows[0]),
        "last": shown(rows[-1]),
    }
    cost = true_cost(agreed, rows).only
    if cost is not None:
        got["nominal_apr"] = str(round(cost.nominal, 6))
    return {key: value for key, value in got.items() if key in vector}


def _calendar_days(vector: Vector) -> Answer:
    # 31, 30, 31, 31, 30 days: the periods from 15 May
    agreed = terms(vector, RepaymentMethod.EQUAL_PRINCIPAL, periods=5, drawn_on=date(2026, 5, 15))
    rows = schedule(agreed)
    return {"days": [row.days for row in rows], "interest_rows": [plain_yuan(row.interest_fen) for row in rows]}


def _interest_only(vector: Vector) -> Answer:
    rows = schedule(terms(vector, RepaymentMethod.INTEREST_ONLY))
    return {
        "interest": plain_yuan(sum(row.interest_fen for row in rows)),
        "first": plain_yuan(rows[0].interest_fen),
        "second": plain_yuan(rows[1].interest_fen),
        "last_payment": plain_yuan(rows[-1].payment_fen),
    }


def _bullet(vector: Vector) -> Answer:
    conventions = {
        "act360": (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_360),
        "act365": (Accrual.ACTUAL_DAYS, DayCountBasis.DAYS_365),
        "monthly": (Accrual.MONTHLY, DayCountBasis.NONE),
    }
    stated = {"annual": "0.06", "principal": "50000", "drawn": "2026-03-10", "n": 6}
    found: Answer = {}
    for key, (accrual, basis) in conventions.items():
        (row,) = schedule(terms(stated, RepaymentMethod.BULLET, accrual=accrual, day_count=basis))
        found[key] = plain_yuan(row.interest_fen)
    return found


def _revolving(vector: Vector) -> Answer:
    agreed = terms(vector, RepaymentMethod.REVOLVING, principal="20000")
    paid = [
        Repayment(number, date.fromisoformat(day), parse_amount(principal) + parse_amount(interest))
        for number, ((day, principal), interest) in enumerate(zip(vector["repay"], vector["interest"], strict=True))
    ]
    went = course(agreed, paid)
    return {"interest": [plain_yuan(each.interest_fen) for each in went.allocations]}


def _flat_fee(vector: Vector) -> Answer:
    agreed = terms(vector, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE, flat_fee_rate=Decimal("0.006"))
    rows = schedule(agreed)
    cost = true_cost(agreed, rows).only
    assert cost is not None
    return {
        "rows": [shown(row) for row in rows],
        "nominal_apr": str(round(cost.nominal, 6)),
        "effective_apr": str(round(cost.effective, 6)),
    }


def _due_days(vector: Vector) -> Answer:
    def drawn(day: str, **policies: Any) -> LoanTerms:
        return terms({"drawn": day}, RepaymentMethod.EQUAL_PRINCIPAL, **policies)

    def mapped(name: str, policy: DueDayPolicy) -> dict[str, int]:
        return {day: first_due_date(drawn(f"2026-03-{day}", due_day_policy=policy)).day for day in vector[name]}

    def first(day: str, due_day: int, policy: FirstPeriodPolicy) -> str:
        fixed = {"due_day_policy": DueDayPolicy.FIXED, "due_day": due_day, "first_period_policy": policy}
        return first_due_date(drawn(day, **fixed)).isoformat()

    return {
        "clamp31": [day.isoformat() for day in due_dates(drawn("2026-01-31", periods=4))],
        "jiebei_map": mapped("jiebei_map", DueDayPolicy.MAP_TO_25_26_27),
        "weilidai_map": mapped("weilidai_map", DueDayPolicy.MAP_TO_21),
        "jiebei_first": [
            [day, first(day, 10, FirstPeriodPolicy.NEXT_DUE_IF_GAP_15)] for day, _ in vector["jiebei_first"]
        ],
        "weilidai_first": [
            [day, due, first(day, due, FirstPeriodPolicy.SKIP_NEAREST_DUE)] for day, due, _ in vector["weilidai_first"]
        ],
    }


def _card_interest(vector: Vector) -> Answer:
    cases = []
    for amount, posted_on, paid_on, payment, statement_on, _ in vector["cases"]:
        until = date.fromisoformat(statement_on)
        agreed = CardTerms(statement_day=until.day, due_day=date.fromisoformat(paid_on).day)
        found = card_course(agreed, [bought(posted_on, amount), paid(paid_on, payment)], until).statements[-1]
        cases.append([amount, posted_on, paid_on, payment, statement_on, plain_yuan(found.interest_fen)])
    return {"cases": cases}


def _trap(vector: Vector, at_least: int | None) -> Answer:
    """Ten thousand of purchases, paid by the minimum, a fixed sum, or whole; `first_rows` as the vector writes them."""
    plan = card_payoff(TRAP, [bought("2026-01-06", "10000")], date(2026, 2, 5), at_least)
    interest = [row.statement.interest_fen for row in plan.rows[1:]] + [0]
    rows = []
    for number, (row, after) in enumerate(zip(plan.rows, interest, strict=True), start=1):
        figures = (row.statement.balance_fen, row.statement.minimum_fen, row.paid_fen, row.left_fen, after)
        rows.append([number, row.paid_on.isoformat(), *figures])
    wanted = vector["first_rows"]
    same = [
        row if [*row[:2], *(parse_amount(each) for each in row[2:])] == found else found
        for row, found in zip(wanted, rows, strict=False)
    ]
    return {
        "payments": plan.payments,
        "paid": plain_yuan(plan.paid_fen),
        "interest": plain_yuan(plan.interest_fen),
        "first_rows": same,
    }


def _overdue(vector: Vector) -> Answer:
    """E8: an instalment of 800 and 120, 9,200 outstanding, seventeen days late."""
    rate = Fraction(vector["penalty_daily"])
    bases = {"principal_only": 80_000, "principal_plus_interest": 92_000, "all_outstanding": 920_000}
    return {key: plain_yuan(penalty(base, rate, 17)) for key, base in bases.items()}


_ANSWERS: dict[str, Callable[[Vector], Answer]] = {
    **dict.fromkeys(
        (
            "annuity_monthly_10000_12_12pct", "zhaolian_published_5000_3", "mortgage_published_810000_120_2.8pct",
            "annuity_daily_10000_12_0.04pct_2026-01-15", "equal_principal_monthly_10000_12_12pct",
            "weilidai_published_10000_5",
        ),
        _plan,
    ),
    "weilidai_published_2500_5": _calendar_days,
    "interest_only_daily_10000_12_0.04pct": _interest_only,
    "bullet_50000_6pct_184d": _bullet,
    "revolving_20000": _revolving,
    "flat_fee_10000_12_0.6pct": _flat_fee,
    "due_days": _due_days,
    "card_interest": _card_interest,
    "card_trap_minimum": partial(_trap, at_least=ONLY_MINIMUM),
    "card_trap_fixed1000": partial(_trap, at_least=100_000),
    "card_trap_full": partial(_trap, at_least=WHOLE_BALANCE),
    "overdue_17d": _overdue,
}  # fmt: skip
