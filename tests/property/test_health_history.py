"""What holds for every book and day: the records read once give the facts of each day as the tables of that day do,
and a point of the history is the score of its day."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.cards import add_card_entry, pay_off_instalment, set_card_terms
from planner.actions.imports import import_statement
from planner.actions.limit_groups import add_temporary_limit, make_limit_group, put_in_group, set_group_limit
from planner.actions.lines import add_line, change_limit, pay_line, record_statement
from planner.actions.loans import add_loan, record_repayment
from planner.actions.plan_changes import change_rate
from planner.actions.profile import add_cash_account, declare_applications_complete, set_cash_balance, set_profile
from planner.actions.standing import log_application, record_overdue
from planner.core.calendar import add_months
from planner.core.card_entries import EntryKind, InstalmentTerms
from planner.core.errors import PlannerError
from planner.core.facts import (
    ChargeFact,
    CreditFacts,
    LenderKind,
    LineFact,
    LineKind,
    LineStatus,
    Outcome,
    OverdueSource,
    RowKind,
    RowRef,
)
from planner.core.line_balance import line_balance
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
from planner.core.terms import Rate, RatePeriod
from planner.knowledge import load_knowledge
from planner.reports.courses import loan_records
from planner.reports.facts import credit_facts, credit_records, facts_at, loan_fact
from planner.reports.feeds import failed_payments
from planner.reports.health import health_on
from planner.reports.health_history import health_history
from planner.reports.lines import line_records
from planner.reports.records import records_of
from planner.store.book import Book
from tests.books import jiebei_terms
from tests.cards import card_terms
from tests.credit import line

TODAY = date(2026, 11, 24)
CARD = load_knowledge().scorecard
BEGIN = date(2025, 9, 1)
DAYS = st.integers(0, 448).map(lambda days: BEGIN + timedelta(days=days))
AMOUNTS = st.sampled_from([5_00, 100_00, 900_41, 3000_00])


@contextmanager
def random_book(data: st.DataObject) -> Iterator[Book]:
    """A book of lines, loans, statements, repayments entered and imported, and whatever else facts are made of."""
    with tempfile.TemporaryDirectory() as folder:
        book = Book.open(Path(folder) / "b.yudu", today=TODAY, create=True)
        try:
            _fill(book, data)
            yield book
        finally:
            book.close()


def _fill(book: Book, data: st.DataObject) -> None:
    lender = {"lender_name": "L", "lender_kind": LenderKind.CONSUMER_FINANCE}
    kinds = [("huabei", LineKind.PAY_LATER), ("jiebei", LineKind.CASH_LINE)]
    for product, kind in data.draw(st.lists(st.sampled_from(kinds), max_size=3)):
        line = book.write(add_line, **lender, name=product, product=product, kind=kind, opened_on=data.draw(DAYS),
                          limit_fen=data.draw(AMOUNTS) * 100)  # fmt: skip
        if data.draw(st.booleans()):
            book.write(set_card_terms, line_id=line, terms=data.draw(card_terms()))
    if data.draw(st.booleans()):
        book.write(make_limit_group, name="shared", on=data.draw(DAYS), limit_fen=data.draw(AMOUNTS))
    for at in range(data.draw(st.integers(0, 2))):
        terms = jiebei_terms(data.draw(AMOUNTS) * 100, data.draw(DAYS), data.draw(st.integers(1, 6)))
        book.write(add_loan, **lender, name=f"loan {at}", product="jiebei", terms=terms)
    if data.draw(st.booleans()):
        book.write(set_profile, since=data.draw(DAYS), income_fen=800_000, payday=10, essential_fen=None)
        book.write(add_cash_account, name="card", on=data.draw(DAYS), balance_fen=5)
        book.write(set_cash_balance, account_id=1, on=data.draw(DAYS), balance_fen=900_000)
        book.write(declare_applications_complete, since=data.draw(st.none() | DAYS))
    for _ in range(data.draw(st.integers(0, 14))):
        _happen(book, data)
    rows = [_row(number, data) for number in range(data.draw(st.integers(0, 6)))]
    if rows:
        book.write(import_statement, statement=Statement("s.csv", "", "alipay", "A4", "utf-8", "", tuple(rows)),
                   imported_on=TODAY)  # fmt: skip


def _happen(book: Book, data: st.DataObject) -> None:
    on, fen, number = data.draw(DAYS), data.draw(AMOUNTS), data.draw(st.integers(1, 3))
    wishes = [
        lambda: book.write(change_limit, line_id=number, on=on, limit_fen=fen, status=data.draw(
            st.sampled_from(LineStatus))),
        lambda: book.write(record_statement, line_id=number, statement_on=on, due_on=on + timedelta(days=20),
                           balance_fen=fen),
        lambda: book.write(pay_line, line_id=number, paid_on=on, amount_fen=fen),
        lambda: book.write(record_repayment, loan_id=number, paid_on=on, amount_fen=fen),
        lambda: book.write(change_rate, loan_id=number, on=on, rate=Rate(Decimal("0.0002"), RatePeriod.DAILY)),
        lambda: book.write(set_card_terms, line_id=number, terms=data.draw(card_terms())),
        lambda: _card_entry(book, number, on, fen, data),
        lambda: _card_entry(book, number, on, fen, data),
        lambda: book.write(add_temporary_limit, line_id=number, first_on=on, last_on=on + timedelta(days=40),
                           limit_fen=fen * 3),
        lambda: book.write(set_group_limit, group_id=1, on=on, limit_fen=fen),
        lambda: book.write(put_in_group, line_id=number, group_id=1),
        lambda: book.write(log_application, applied_on=on, lender_name="bank", outcome=Outcome.PENDING),
        lambda: book.write(record_overdue, due_on=on, days=5, source=OverdueSource.OWN_RECORD,
                           cleared_on=data.draw(st.sampled_from([None, on + timedelta(days=40)]))),
    ]  # fmt: skip
    try:
        data.draw(st.sampled_from(wishes))()
    except PlannerError:  # no such line or loan, before it began, or more than is owed: nothing happened
        return


def _card_entry(book: Book, line: int, on: date, fen: int, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from([each for each in EntryKind if each not in _OTHERS]))
    terms = InstalmentTerms(data.draw(st.integers(1, 6)), Decimal("0.006")) if kind is EntryKind.INSTALMENT else None
    made = book.write(add_card_entry, line_id=line, kind=kind, posted_on=on, amount_fen=fen, instalment=terms)
    if terms is not None and data.draw(st.booleans()):
        book.write(pay_off_instalment, entry_id=made, posted_on=on + timedelta(days=data.draw(st.integers(0, 60))))


_OTHERS = (EntryKind.PAYMENT, EntryKind.INSTALMENT_PAYOFF)


def _row(number: int, data: st.DataObject) -> StatementRow:
    kind, debt = data.draw(
        st.sampled_from(
            [
                (RowClass.N_CREDIT, None),
                (RowClass.OUT, None),
                (RowClass.N_REPAYMENT, DebtKind.REPAYMENT),
                (RowClass.N_FAILED, DebtKind.FAILED_REPAYMENT),
            ]
        )
    )
    product = data.draw(st.sampled_from(["huabei", "jiebei"]))
    at = datetime.combine(data.draw(DAYS), time(data.draw(st.integers(0, 23))))
    row = StatementRow(
        line=number, key=f"k{number}", row_class=kind, happened_at=at, amount_fen=data.draw(AMOUNTS), direction="",
        counterparty="x", description="y", method="", status="", provider_category="", native_id=f"k{number}",
        order_id="", note="", raw=f"{number}",
    )  # fmt: skip
    bought = {"credit_product": "huabei"} if debt is None else {}
    return row._replace(debt=debt, product=product if debt is not None else "", **bought)


def by_day(line: LineFact) -> LineFact:
    """The line with the purchases of a day as one."""
    days: dict[date, ChargeFact] = {}
    for each in line.charges:
        before = days.get(each.on)
        days[each.on] = each if before is None else replace(before, amount_fen=before.amount_fen + each.amount_fen)
    return replace(line, charges=tuple(days.values()))


@given(st.lists(st.tuples(DAYS, st.integers(-500, 500))), st.lists(st.tuples(DAYS, st.integers(1, 900))), DAYS)
def test_the_purchases_of_a_day_as_one_leave_every_balance(
    bought: list[tuple[date, int]], paid: list[tuple[date, int]], on: date
) -> None:
    ref = RowRef(RowKind.TRANSACTION, 1)
    empty = line(100_00, payments=sorted(paid))
    whole = replace(empty, charges=tuple(ChargeFact(ref, day, fen) for day, fen in sorted(bought)))
    found = line_balance(whole, on)
    assert found == line_balance(by_day(whole), on)
    # day by day, purchases and refunds before payments; only a refund leaves a credit
    balance = 0
    for day in sorted({day for day, _ in (*bought, *paid) if day <= on}):
        balance += sum(fen for at, fen in bought if at == day)
        for fen in (fen for at, fen in paid if at == day):
            balance -= min(fen, max(balance, 0))
    assert (found is None) == (not any(day <= on for day, _ in bought))
    assert found is None or found.total_fen == max(balance, 0)


def facts_of_that_day(book: Book, on: date) -> CreditFacts:
    """The facts of a day as the tables cut to that day give them."""
    reader = book.reader
    known = credit_facts(reader, on)
    return CreditFacts(
        lines=tuple(by_day(record.fact) for record in line_records(reader, until=on)),
        loans=tuple(loan_fact(record) for record in loan_records(reader, until=on)),
        failed_payments=failed_payments(reader, until=on),
        overdues=known.overdues,
        applications=known.applications,
        applications_complete_since=known.applications_complete_since,
        profile=known.profile,
        cash=known.cash,
    )


@settings(max_examples=60)
@given(st.data())
def test_one_reading_serves_every_day(data: st.DataObject) -> None:
    with random_book(data) as book:
        records = credit_records(book.reader)
        for on in sorted(data.draw(st.lists(DAYS, min_size=1, max_size=6))):
            assert facts_at(records, on) == facts_of_that_day(book, on)
            known = records_of(book.reader, today=on)
            assert (known.facts, known.loans) == (facts_at(records, on), loan_records(book.reader, until=on))
            assert known.lines == line_records(book.reader, until=on)


@settings(max_examples=25)
@given(st.data())
def test_a_point_of_the_history_is_the_score_of_its_day(data: st.DataObject) -> None:
    months = data.draw(st.integers(1, 18))
    today = data.draw(DAYS)
    with random_book(data) as book:
        history = health_history(book.reader, today=today, scorecard=CARD, months=months)
        assert len(history.points) == months + 1
        assert history.points[-1].on == today
        assert history.points[0].on == add_months(today, -months, 31)
        for point in history.points:
            found = health_on(book.reader, point.on, CARD)
            assert (point.score, point.low, point.high, point.band) == (
                found.score, found.low, found.high, found.band,
            )  # fmt: skip
        for event in history.events:
            assert history.points[0].on <= event.on <= today
