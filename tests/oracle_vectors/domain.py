"""The golden vectors of domain.json: each is a product of its own, so each has a function of its own here.

`run(vector)` gives what differs; PENDING names the parts of the engine that are not there yet, and must become empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from planner.core.money import parse_amount, plain_yuan
from planner.core.rates import true_cost
from planner.core.repayments import Repayment, course
from planner.core.schedules import ScheduleRow, due_dates, first_due_date, schedule
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

Vector = Mapping[str, Any]
Answer = dict[str, Any]

# --- engine pending: this table must shrink to nothing ----------------------------------------------------------
PENDING = {
    "card_interest": "cards: interest after loss of grace",
    "card_trap_minimum": "cards: statements and minimum payments",
    "card_trap_fixed1000": "cards: statements and minimum payments",
    "card_trap_full": "cards: statements and minimum payments",
    "overdue_17d": "overdue: penalty by base",
}
# ----------------------------------------------------------------------------------------------------------------


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
}  # fmt: skip
