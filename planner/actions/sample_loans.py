"""The loans of the sample book, and how they were repaid: in time, in parts, late, early, and by other loans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from planner.actions.loans import add_loan, record_repayment
from planner.actions.sample_spending import WALLET, Movement
from planner.core.calendar import add_months
from planner.core.facts import LenderKind
from planner.core.money import divide_half_up
from planner.core.products import Product
from planner.core.statement_rows import DebtKind
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
from planner.reports.courses import loan_record
from planner.store.reader import reader_of

LATE_DAYS, AFTER_LATE_DAYS = 32, 4
"""A month's instalment waits for the one before it: money always pays the oldest first."""
PENALTY_RATE = (75, 100_000)
"""Half as much again as 0.05 % a day."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the story, counted from today: when each account asks for money, and what was drawn when."""

    today: date

    @property
    def jiebei_due(self) -> date:
        return self.today + timedelta(days=4)

    @property
    def weilidai_due(self) -> date:
        return self.today + timedelta(days=21)

    @property
    def duxiaoman_due(self) -> date:
        return self.today + timedelta(days=11)

    @property
    def quick_due(self) -> date:
        return self.today + timedelta(days=26)

    @property
    def family_due(self) -> date:
        return self.today + timedelta(days=9)

    @property
    def first_rollover(self) -> date:
        """借呗 drawn to pay off 微粒贷, some weeks before its limit was cut."""
        return add_months(self.jiebei_due, -7) + timedelta(days=9)

    @property
    def second_rollover(self) -> date:
        """借呗 drawn to pay the card, three weeks ago."""
        return self.today - timedelta(days=21)

    @property
    def duxiaoman_paid_off(self) -> date:
        return add_months(self.today, -3)


@dataclass(frozen=True, slots=True)
class _Draw:
    """A loan to add: under which line, what it is called, how much (fen), when, and the day of the month it is due."""

    line: str
    name: str
    principal_fen: int
    drawn_on: date
    due_day: int
    periods: int


def draw_loans(
    session: Session, today: date, lines: Mapping[str, int], products: Mapping[str, Product]
) -> list[Movement]:
    """All loans with everything that was due before `today` repaid; returns what the wallet saw of it."""
    days = Days(today)
    seen: list[Movement] = []
    for key, name, fen, drawn_on, periods, late, part in _jiebei(days):
        draw = _Draw(key, name, fen, drawn_on, days.jiebei_due.day, periods)
        loan_id = _add(session, draw, lines, _terms_of(products[key], draw))
        seen.append(_moved(drawn_on, 14, DebtKind.DRAWDOWN, name, "借呗放款至余额", fen))
        paid = _repay_as_due(session, loan_id, today, late=late, part=part)
        seen += [_moved(on, 8, DebtKind.REPAYMENT, name, f"借呗还款-第{number}期", fen) for on, number, fen in paid]
    _weilidai(session, days, lines, products["weilidai"])
    _duxiaoman(session, days, lines)
    fridge = _Draw("baitiao", "白条 · 冰箱", 459_900, add_months(today, -5), today.day, 12)
    bought = _terms_of(products["baitiao"], fridge, fee=Decimal("0.0099"))
    terms = replace(bought, due_day_policy=DueDayPolicy.SAME_DAY_CLAMP)  # of an order, not of a bill
    _repay_as_due(session, _add(session, fridge, lines, terms), today)
    quick = _Draw("quick", "快贷 · 消费", 4_400_000, add_months(days.quick_due, -14), days.quick_due.day, 24)
    loan_id = _add(session, quick, lines, _quick_terms(quick), product="bank_revolving")
    _repay_as_due(session, loan_id, today)
    _family(session, days, products["family_loan"])
    return seen


def _jiebei(days: Days) -> tuple[tuple[str, str, int, date, int, dict[int, int], dict[int, int]], ...]:
    """(product, name, fen, drawn on, periods, days late by instalment, fen paid ahead by instalment)."""
    due = days.jiebei_due
    return (
        ("jiebei", "借呗 · 装修", 1_200_000, add_months(due, -15), 12, {}, {5: 50_000}),
        ("jiebei", "借呗 · 周转", 840_000, days.first_rollover, 12, {2: 4}, {}),
        ("jiebei", "借呗 · 应急", 340_000, days.second_rollover, 12, {}, {}),
    )


def _weilidai(session: Session, days: Days, lines: Mapping[str, int], product: Product) -> None:
    """One loan paid off early out of 借呗, another drawn weeks later."""
    due = days.weilidai_due
    first = _Draw("weilidai", "微粒贷 · 搬家", 700_000, add_months(due, -10), due.day, 10)
    rate = Rate(Decimal("0.00045"), RatePeriod.DAILY)
    loan_id = _add(session, first, lines, _terms_of(product, first, rate=rate))
    paid_off_on = days.first_rollover + timedelta(days=1)
    _repay_as_due(session, loan_id, paid_off_on)
    _pay_off(session, loan_id, paid_off_on)
    second = _Draw("weilidai", "微粒贷 · 学费", 1_200_000, add_months(due, -6), due.day, 10)
    _repay_as_due(session, _add(session, second, lines, _terms_of(product, second, rate=rate)), days.today)


def _duxiaoman(session: Session, days: Days, lines: Mapping[str, int]) -> None:
    """Once 32 days late, paid off early three months ago."""
    due = days.duxiaoman_due
    draw = _Draw("duxiaoman", "度小满 · 周转", 600_000, add_months(due, -10, due.day), due.day, 12)
    terms = LoanTerms(
        principal_fen=draw.principal_fen,
        received_fen=draw.principal_fen,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        accrual=Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal("0.0005"), RatePeriod.DAILY),
        day_count=DayCountBasis.NONE,
        drawn_on=draw.drawn_on,
        periods=draw.periods,
        due_day=draw.due_day,
    )
    loan_id = _add(session, draw, lines, terms)
    _repay_as_due(session, loan_id, days.duxiaoman_paid_off, late={1: LATE_DAYS, 2: AFTER_LATE_DAYS})
    _pay_off(session, loan_id, days.duxiaoman_paid_off)


def _family(session: Session, days: Days, product: Product) -> None:
    """A loan of the uncle, without interest."""
    due = days.family_due
    terms = LoanTerms(
        principal_fen=240_000,
        received_fen=240_000,
        method=RepaymentMethod.EQUAL_PRINCIPAL,
        accrual=Accrual.MONTHLY,
        rate=product.loan.rate,
        day_count=DayCountBasis.NONE,
        drawn_on=add_months(due, -5),
        periods=12,
        due_day=due.day,
        penalty=product.loan.penalty,
    )
    loan_id = add_loan(
        session, lender_name="舅舅", lender_kind=LenderKind.PERSON, name="舅舅", product=product.key, terms=terms
    )
    _repay_as_due(session, loan_id, days.today)


def _terms_of(product: Product, draw: _Draw, *, rate: Rate | None = None, fee: Decimal | None = None) -> LoanTerms:
    changed: dict[str, Any] = {"periods": draw.periods, "due_day": draw.due_day}
    changed |= {} if rate is None else {"rate": rate}
    changed |= {} if fee is None else {"flat_fee_rate": fee}
    return product.loan.terms(principal_fen=draw.principal_fen, drawn_on=draw.drawn_on, **changed)


def _quick_terms(draw: _Draw) -> LoanTerms:
    return LoanTerms(
        principal_fen=draw.principal_fen,
        received_fen=draw.principal_fen,
        method=RepaymentMethod.INTEREST_ONLY,
        accrual=Accrual.MONTHLY,
        rate=Rate(Decimal("0.036"), RatePeriod.YEARLY),
        day_count=DayCountBasis.DAYS_360,
        drawn_on=draw.drawn_on,
        periods=draw.periods,
        due_day_policy=DueDayPolicy.SAME_DAY_CLAMP,
        due_day=draw.due_day,
        first_period_policy=FirstPeriodPolicy.NEXT_DUE,
    )


_LENDERS = {
    "jiebei": ("蚂蚁消费金融", LenderKind.CONSUMER_FINANCE),
    "weilidai": ("微众银行", LenderKind.BANK),
    "baitiao": ("京东白条", LenderKind.PLATFORM),
    "quick": ("建设银行", LenderKind.BANK),
    "duxiaoman": ("度小满", LenderKind.MICRO_LENDER),
}


def _add(session: Session, draw: _Draw, lines: Mapping[str, int], terms: LoanTerms, product: str = "") -> int:
    lender, kind = _LENDERS[draw.line]
    return add_loan(
        session,
        lender_name=lender,
        lender_kind=kind,
        line_id=lines[draw.line],
        name=draw.name,
        product=product or draw.line,
        terms=terms,
    )


def _moved(on: date, hour: int, kind: DebtKind, who: str, what: str, fen: int) -> Movement:
    return Movement(on, hour, kind, "jiebei", who, what, fen, WALLET)


def _repay_as_due(
    session: Session,
    loan_id: int,
    until: date,
    *,
    late: Mapping[int, int] | None = None,
    part: Mapping[int, int] | None = None,
) -> list[tuple[date, int, int]]:
    """Every instalment due before a day is paid on its day, but for those that were `late` (days by number; the lender
    asks a penalty) and those that were paid in part three days ahead (fen by number). Returns (day, number, fen)."""
    record = loan_record(reader_of(session), loan_id)
    assert record is not None
    paid = []
    for each in record.course.instalments:
        number, due_on = each.row.number, each.row.due_on
        ahead = (part or {}).get(number, 0)
        if ahead:
            paid.append((due_on - timedelta(days=3), number, ahead, 0))
        days = (late or {}).get(number, 0)
        penalty = divide_half_up(each.row.payment_fen * days * PENALTY_RATE[0], PENALTY_RATE[1])
        paid.append((due_on + timedelta(days=days), number, each.row.payment_fen - ahead + penalty, penalty))
    done = sorted((on, number, fen, penalty) for on, number, fen, penalty in paid if on < until and fen)
    for on, _, fen, penalty in done:
        record_repayment(session, loan_id=loan_id, paid_on=on, amount_fen=fen, penalty_fen=penalty)
    return [(on, number, fen) for on, number, fen, _ in done]


def _pay_off(session: Session, loan_id: int, on: date) -> None:
    """The principal left is paid at once, with the interest to that day."""
    record = loan_record(reader_of(session), loan_id)
    assert record is not None
    following = record.course.next_open()
    assert following is not None
    row = following.row
    interest = divide_half_up(row.interest_fen * (on - row.start_on).days, row.days)
    amount = record.course.outstanding_fen(on) + interest
    record_repayment(session, loan_id=loan_id, paid_on=on, amount_fen=amount, closes=True, note="提前结清")
