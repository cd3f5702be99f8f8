"""Random books for property tests: debts, payments, transactions and logs, made through the user's own actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from planner.actions.cards import add_card_entry, pay_off_instalment, set_card_terms
from planner.actions.imports import import_statement
from planner.actions.limit_groups import add_temporary_limit, make_limit_group
from planner.actions.lines import add_line, change_limit, close_line, pay_line, record_statement
from planner.actions.loans import add_loan, close_loan, record_repayment
from planner.actions.profile import add_cash_account, declare_applications_complete, set_profile
from planner.actions.repayments import correct_repayment, split_repayment
from planner.actions.spending import add_entry
from planner.actions.standing import log_application, log_score_reading, record_overdue
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.errors import PlannerError
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome, OverdueSource
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
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
from planner.store.book import Book
from tests.cards import card_terms

FIRST_DAY = date(2024, 11, 1)
LAST_DAY = date(2026, 12, 31)
PRODUCTS = ("jiebei", "huabei", "baitiao", "bank_loan", "family_loan", "")
LENDERS = ("蚂蚁消费金融", "建设银行", "京东白条", "舅舅")


@dataclass(frozen=True, slots=True)
class Wish:
    """One action with its values."""

    action: Callable[..., Any]
    values: dict[str, Any]


def fill(book: Book, wishes: Sequence[Wish]) -> int:
    """Does what can be done of the wishes; what the program refuses is left out. Returns how many were done."""
    done = 0
    for wish in wishes:
        try:
            book.write(wish.action, **wish.values)
        except PlannerError:
            continue
        done += 1
    return done


days = st.integers(0, (LAST_DAY - FIRST_DAY).days).map(lambda after: FIRST_DAY + timedelta(days=after))
amounts = st.one_of(st.integers(1, 200), st.integers(1_000, 3_000_000), st.just(10**12))
paid = st.one_of(st.integers(1, 200), st.integers(1_000, 60_000))
ids = st.sampled_from((1, 1, 1, 2, 2, 3, 4))
late_days = st.integers(0, 150).map(lambda before: LAST_DAY - timedelta(days=before))
"""Days on which most of what happened lies in the past."""
kinds = st.sampled_from(LenderKind)
names = st.text(alphabet="借呗花白条abc ·（）=+@,\"'&<>", min_size=1, max_size=12)


def _wish(action: Callable[..., Any], **values: st.SearchStrategy[Any]) -> st.SearchStrategy[Wish]:
    return st.fixed_dictionaries(values).map(lambda drawn: Wish(action, drawn))


@st.composite
def terms(draw: st.DrawFn) -> LoanTerms:
    """Terms of any method that a contract could have."""
    method = draw(st.sampled_from(RepaymentMethod))
    flat = method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
    principal = draw(st.integers(10_000, 5_000_000))
    return LoanTerms(
        principal_fen=principal,
        received_fen=principal - draw(st.sampled_from((0, 0, 500))),
        method=method,
        accrual=draw(st.sampled_from(Accrual)),
        rate=Rate(Decimal(0) if flat else draw(st.sampled_from((Decimal("0.0004"), Decimal("0.00015"), Decimal(0)))),
                  RatePeriod.DAILY),
        day_count=DayCountBasis.NONE,
        drawn_on=draw(days),
        periods=draw(st.sampled_from((1, 3, 6, 12))),
        due_day_policy=draw(st.sampled_from((DueDayPolicy.SAME_DAY_CLAMP, DueDayPolicy.MAP_TO_25_26_27))),
        first_period_policy=draw(st.sampled_from(FirstPeriodPolicy)),
        flat_fee_rate=Decimal("0.006") if flat else Decimal(0),
    )  # fmt: skip


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A small statement with rows of every class that moves money."""
    rows = []
    classes = (
        RowClass.OUT, RowClass.OUT, RowClass.IN, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER, RowClass.N_REPAYMENT,
        RowClass.N_FAILED, RowClass.N_DRAWDOWN, RowClass.N_TRANSFER,
    )  # fmt: skip
    debts = {
        RowClass.N_REPAYMENT: DebtKind.REPAYMENT,
        RowClass.N_FAILED: DebtKind.FAILED_REPAYMENT,
        RowClass.N_DRAWDOWN: DebtKind.DRAWDOWN,
    }
    for number in range(draw(st.integers(1, 8))):
        kind, day = draw(st.sampled_from(classes)), draw(days)
        debt = debts.get(kind)
        on_credit = kind in (RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER) and draw(st.booleans())
        native = f"o{draw(st.integers(0, 5))}"
        rows.append(
            StatementRow(
                line=number + 1,
                key=f"{draw(st.integers(0, 10**9))}-{number}",
                row_class=kind,
                happened_at=datetime(day.year, day.month, day.day, 10, number),
                amount_fen=draw(st.integers(0, 90_000)),
                direction="",
                counterparty=draw(names),
                description=draw(names),
                method="花呗" if on_credit else "余额宝",
                status="交易成功",
                provider_category=draw(st.sampled_from(("餐饮美食", "交通出行", ""))),
                native_id=native,
                order_id=native,
                note="",
                raw="",
                debt=debt,
                product="" if debt is None else draw(st.sampled_from(("huabei", "jiebei"))),
                credit_product="huabei" if on_credit else "",
            )
        )
    return Statement("random.csv", "", "alipay", "A4", "utf-8", "", tuple(rows))


LINE = _wish(
    add_line, lender_name=st.sampled_from(LENDERS), lender_kind=kinds, name=names,
    product=st.sampled_from(PRODUCTS), kind=st.sampled_from(LineKind), opened_on=days, limit_fen=amounts,
    statement_day=st.sampled_from((None, 1, 31)), due_day=st.sampled_from((None, 8, 31)),
)  # fmt: skip
LOAN = _wish(
    add_loan, lender_name=st.sampled_from(LENDERS), lender_kind=kinds, name=names,
    product=st.sampled_from(PRODUCTS), terms=terms(), line_id=st.one_of(st.none(), ids),
)  # fmt: skip
TERMS = _wish(set_card_terms, line_id=ids, terms=card_terms())
ENTRY = _wish(
    add_card_entry, line_id=ids, posted_on=days, amount_fen=paid,
    kind=st.sampled_from([each for each in EntryKind if each not in (EntryKind.PAYMENT, EntryKind.INSTALMENT_PAYOFF)]),
    instalment=st.builds(InstalmentTerms, st.integers(1, 6), of=st.sampled_from(InstalmentOf)),
)  # fmt: skip
WISHES = st.one_of(
    LINE,
    LOAN,
    TERMS,
    ENTRY,
    ENTRY,
    _wish(pay_off_instalment, entry_id=ids, posted_on=days),
    _wish(add_temporary_limit, line_id=ids, first_on=days, last_on=days, limit_fen=amounts),
    _wish(make_limit_group, name=names, on=days, limit_fen=amounts, line_id=ids),
    _wish(record_repayment, loan_id=ids, paid_on=days, amount_fen=paid),
    _wish(record_repayment, loan_id=ids, paid_on=days, amount_fen=paid, penalty_fen=st.integers(0, 100)),
    _wish(pay_line, line_id=ids, paid_on=days, amount_fen=paid),
    _wish(
        record_statement, line_id=ids, statement_on=days, due_on=days,
        balance_fen=st.integers(-5_000, 400_000), minimum_fen=st.one_of(st.none(), st.integers(0, 40_000)),
    ),
    _wish(
        change_limit, line_id=ids, on=days, limit_fen=amounts, status=st.sampled_from(LineStatus), reason=names,
    ),
    _wish(import_statement, statement=statements(), imported_on=days),
    _wish(
        set_profile, since=days, income_fen=st.one_of(st.none(), amounts),
        payday=st.one_of(st.none(), st.integers(1, 31)), essential_fen=st.one_of(st.none(), amounts),
    ),
    _wish(add_cash_account, name=names, on=days, balance_fen=amounts),
    _wish(log_application, applied_on=days, lender_name=names, outcome=st.sampled_from(Outcome), hard=st.booleans()),
    _wish(log_score_reading, on=days, score=st.integers(350, 950)),
    _wish(
        record_overdue, due_on=days, days=st.integers(1, 120), cleared_on=st.one_of(st.none(), days),
        source=st.sampled_from(OverdueSource), loan_id=st.one_of(st.none(), ids),
    ),
    _wish(declare_applications_complete, since=st.one_of(st.none(), days)),
    _wish(close_loan, loan_id=ids, closed_on=days),
    _wish(
        correct_repayment, repayment_id=ids, paid_on=days, amount_fen=paid, penalty_fen=st.just(0),
    ),
    _wish(split_repayment, repayment_id=ids, amount_fen=st.integers(1, 5_000), loan_id=ids),
    _wish(
        add_entry, row_class=st.sampled_from((RowClass.OUT, RowClass.IN)), day=days, amount_fen=paid,
        counterparty=names, credit_product=st.sampled_from(("", "huabei")),
    ),
    _wish(close_line, line_id=ids, closed_on=days),
)  # fmt: skip

_DEBTS = st.one_of(LINE, LOAN, TERMS)
wishes = st.tuples(
    st.lists(_DEBTS, max_size=5), st.lists(WISHES, max_size=8), st.lists(WISHES, min_size=8, max_size=24)
).map(lambda parts: [*parts[0], *parts[1], *parts[2]])
"""What a person did: first some debts, then anything in any order."""
