"""The sample book on any day: it can be filled, nothing in it lies ahead, and it tells its story to the fen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.actions.sample_book import fill_sample_book
from planner.core.calendar import add_months
from planner.core.facts import CreditFacts
from planner.core.lateness import bills
from planner.core.line_balance import line_balance
from planner.knowledge import load_knowledge
from planner.reports.facts import credit_facts
from planner.reports.line_view import line_view
from planner.reports.lines import line_records
from planner.reports.loans import accounts, loan_view
from planner.reports.overview import overview
from planner.store.book import Book

KNOWN = load_knowledge()
TODAY = date(2026, 11, 24)
AHEAD = {("line_statement", "due_on"), ("day_off", "on_date")}
"""What may lie after today: the day a bill is to be paid, and holidays."""


@contextmanager
def filled(today: date) -> Iterator[Book]:
    with tempfile.TemporaryDirectory() as folder:
        book = Book.open(Path(folder) / "sample.yudu", today=today, create=True)
        try:
            book.write(fill_sample_book, today=today, products=KNOWN.products)
            yield book
        finally:
            book.close()


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with filled(TODAY) as opened:
        yield opened


@settings(max_examples=8, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
@example(date(2024, 2, 29))
@example(date(2026, 1, 1))
@example(date(2026, 3, 1))
@example(date(2026, 8, 31))
@example(date(2026, 11, 8))
@example(date(2026, 11, 28))
@example(date(2026, 12, 31))
def test_the_story_holds_on_any_day(today: date) -> None:
    with filled(today) as book:
        book.check()
        assert not list(_dated_after(book, today))
        facts = book.read(credit_facts, on=today)
        _one_bill_was_a_month_late_and_none_is_now(facts, today)
        _limits_are_kept_and_cut(book, facts, today)
        _applications_came_in_a_burst(facts, today)
        _statements_are_what_was_bought(book, today)
        assert len(_loans_for_loans(book)) == 2
        _repayments_came_in_every_way(book)
        _the_figures_are_those_of_somebody_under_pressure(book, today)


def _dated_after(book: Book, today: date) -> Iterator[str]:
    """Every day after `today` that stands in any table."""
    for (table,) in book.reader.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        for _, column, kind, *_ in book.reader.rows(f"PRAGMA table_info({table})"):
            if (kind in ("DATE", "DATETIME") or column == "happened_at") and (table, column) not in AHEAD:
                latest = book.reader.value(f"SELECT max({column}) FROM {table}")
                if latest is not None and str(latest)[:10] > today.isoformat():
                    yield f"{table}.{column} {latest}"


def _one_bill_was_a_month_late_and_none_is_now(facts: CreditFacts, today: date) -> None:
    found = bills(facts, today)
    assert [bill for bill in found if bill.open and bill.days_late] == []
    (late,) = [bill for bill in found if bill.days_late >= 30]
    assert late.days_late == 32
    assert add_months(today, -10) < late.due_on < late.late_until < add_months(today, -7)
    (failed,) = facts.failed_payments
    assert failed.made_good_on == failed.on
    assert failed.on > add_months(today, -2)


def _limits_are_kept_and_cut(book: Book, facts: CreditFacts, today: date) -> None:
    views = [book.read(line_view, line_id=line.ref.id, today=today) for line in facts.lines]
    for view in views:
        assert view is not None
        assert view.limit_fen is not None
        assert view.used_fen <= view.limit_fen, view.name
        assert all(change.reason for change in view.limits[:-1]), view.name
    by_name = {view.name: view for view in views if view is not None}
    assert [change.limit_fen for change in by_name["借呗"].limits[:2]] == [800_000, 3_000_000]
    assert by_name["借呗"].used_fen > 600_000
    assert [view.name for view in by_name.values() if view.status == "closed"] == ["度小满"]
    assert len(views) == 7


def _applications_came_in_a_burst(facts: CreditFacts, today: date) -> None:
    jiebei = next(line for line in facts.lines if line.name == "借呗")
    cut = jiebei.limits[-1].on
    burst = [each for each in facts.applications if each.hard and abs((each.on - cut).days) < 7]
    assert len(burst) == 3
    assert (max(each.on for each in burst) - min(each.on for each in burst)).days < 7
    assert [each.outcome.value for each in burst].count("declined") == 1


def _statements_are_what_was_bought(book: Book, today: date) -> None:
    record = next(each for each in book.read(line_records, until=today) if each.product == "huabei")
    before, previous = date.min, 0
    assert len(record.fact.statements) == 17
    for statement in record.fact.statements:
        bought = sum(each.amount_fen for each in record.fact.charges if before < each.on <= statement.on)
        paid = sum(each.amount_fen for each in record.fact.payments if before < each.on <= statement.on)
        assert statement.balance_fen == bought > 0
        assert paid == previous, statement.on
        before, previous = statement.on, statement.balance_fen
    balance = line_balance(record.fact, today)
    assert balance is not None
    assert balance.unbilled_fen == sum(each.amount_fen for each in record.fact.charges if each.on > before)
    assert balance.billed_fen == (previous if record.fact.statements[-1].due_on >= today else 0)


def _repayments_came_in_every_way(book: Book) -> None:
    """In time, in two parts, late with a penalty, and two loans paid off early for what was left of them."""
    assert book.reader.value("SELECT count(*) FROM repayment WHERE penalty_fen > 0") == 3
    names = [name for (name,) in book.reader.rows("SELECT name FROM loan WHERE closed_on IS NOT NULL ORDER BY name")]
    assert names == ["度小满 · 周转", "微粒贷 · 搬家"]
    assert book.reader.value("SELECT count(*) FROM repayment WHERE amount_fen = 50000 AND loan_id IS NOT NULL") == 1
    for (loan,) in book.reader.rows("SELECT id FROM loan WHERE closed_on IS NOT NULL"):
        view = book.read(loan_view, loan_id=loan, today=date.max)
        assert view is not None
        assert (view.outstanding_fen, view.open_fen, view.waived_fen) == (0, 0, 0)
        assert view.paid_cost_fen < view.agreed_cost_fen


def _loans_for_loans(book: Book) -> list[int]:
    """The drawdowns of which half or more went to other debts within two days (ids of loans)."""
    found = []
    for loan, line, name, drawn_on, fen in book.reader.rows(
        "SELECT id, line_id, name, drawn_on, principal_fen FROM loan"
    ):
        if not name.startswith("借呗"):
            continue
        paid = book.reader.value(
            "SELECT coalesce(sum(amount_fen), 0) FROM repayment LEFT JOIN loan ON loan.id = loan_id"
            " WHERE paid_on BETWEEN ? AND date(?, '+2 days') AND coalesce(loan.line_id, repayment.line_id) <> ?",
            drawn_on, drawn_on, line,
        )  # fmt: skip
        if 2 * paid >= fen:
            found.append(loan)
            assert book.reader.value(
                "SELECT count(*) FROM transaction_row WHERE row_class = 'N_drawdown' AND amount_fen = ?"
                " AND substr(happened_at, 1, 10) = ?",
                fen, drawn_on,
            ) == 1  # fmt: skip
    return found


def _the_figures_are_those_of_somebody_under_pressure(book: Book, today: date) -> None:
    view = book.read(overview, today=today, scorecard=KNOWN.scorecard, rules=KNOWN.rules)
    assert view.income_fen == 920_000
    assert view.debt_to_income is not None
    assert 0.40 < view.debt_to_income < 0.60
    assert 7_000_000 < view.debt.owed_fen < 8_200_000
    health = view.health.health
    assert health.coverage > 0.75
    assert health.band in ("stressed", "watch")
    assert view.health.month_ago is not None
    assert 1000 < view.transactions <= 1600


def test_accounts_lines_dues_and_the_overview_say_the_same(book: Book) -> None:
    listed = book.read(accounts, today=TODAY)
    view = book.read(overview, today=TODAY, scorecard=KNOWN.scorecard, rules=KNOWN.rules)
    assert view.debt.owed_fen == listed.outstanding_fen
    for row in listed.rows:
        due = [each for each in view.dues.rows if each.account == row.account]
        if row.line_kind is not None:
            line = book.read(line_view, line_id=row.account.id, today=TODAY)
            assert line is not None
            assert (line.used_fen, line.limit_fen) == (row.outstanding_fen, row.limit_fen)
        else:
            loan = book.read(loan_view, loan_id=row.account.id, today=TODAY)
            assert loan is not None
            assert loan.outstanding_fen == row.outstanding_fen
        if due:
            assert (due[0].open_fen, due[0].due_on) == (row.next_fen, row.next_due_on)
    assert sum(each.open_fen for each in view.dues.rows) == view.dues.total_fen
    everybody = sum(each.outstanding_fen or 0 for each in listed.rows if each.line_kind is not None)
    alone = sum(each.outstanding_fen or 0 for each in listed.rows if each.name == "舅舅")
    assert everybody + alone == listed.outstanding_fen


def test_every_kind_of_transaction_is_there_and_repayments_are_no_spending(book: Book) -> None:
    rows = dict(book.reader.rows("SELECT row_class, count(*) FROM transaction_row GROUP BY 1"))
    assert {"OUT", "IN", "N_refund", "N_refunded_order", "N_closed", "N_failed", "N_repayment", "N_drawdown",
            "N_transfer", "N_interest"} <= set(rows)  # fmt: skip
    assert book.reader.value("SELECT count(*) FROM transaction_row WHERE debt IS NOT NULL AND row_class = 'OUT'") == 0
    assert book.reader.value("SELECT count(*) FROM transaction_row WHERE review IS NOT NULL") == 1
    keys = {key for (key,) in book.reader.rows(
        "SELECT DISTINCT key FROM category WHERE id IN (SELECT category_id FROM transaction_row)"
    )}  # fmt: skip
    assert keys >= {"food", "groceries", "transport", "shopping", "home", "communication", "health", "education",
                    "leisure", "family", "other"}  # fmt: skip
    refunds = book.reader.rows(
        "SELECT refund.amount_fen, bought.amount_fen FROM transaction_row AS refund JOIN transaction_row AS bought"
        " ON bought.native_id = refund.order_id WHERE refund.row_class = 'N_refund' ORDER BY 1"
    )
    assert [refund < bought for refund, bought in refunds] == [True, False]


def test_a_day_later_the_past_is_the_same(book: Book) -> None:
    """What is bought belongs to its day: looking a day later adds a day and changes nothing of the everyday."""
    with filled(TODAY + timedelta(days=1)) as later:
        sql = "SELECT happened_at, counterparty, amount_fen FROM transaction_row WHERE counterparty = '鑫源小馆'"
        before, after = set(book.reader.rows(sql)), set(later.reader.rows(sql))
        assert before <= after
        assert all(str(row[0])[:10] == "2026-11-25" for row in after - before)
