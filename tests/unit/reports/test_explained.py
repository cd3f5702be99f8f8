"""What explains a number comes to the number that the pages show, for every row of the sample and the year book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.actions.sample_book import fill_sample_book
from planner.core.card_entries import EntryKind
from planner.core.card_terms import CardTerms, MinimumRule
from planner.core.facts import RowKind, RowRef, statement_ref
from planner.core.repayments import DueState
from planner.knowledge import load_knowledge
from planner.reports.calendar import month_calendar
from planner.reports.debt import debt_course, debt_of_day
from planner.reports.dues import month_asked
from planner.reports.explained import (
    cost_explained,
    instalment_explained,
    loan_owed,
    payoff_explained,
    repayment_explained,
)
from planner.reports.explained_rows import (
    Stated,
    batch_sums,
    entry_explained,
    line_explained,
    repayment_costs,
    row_explained,
    statement_explained,
)
from planner.reports.imports import batches
from planner.reports.line_view import line_view, line_views
from planner.reports.loans import loan_views
from planner.reports.spending import month_of_spending
from planner.store.book import Book
from tests.books import new_book
from tests.card_books import note, pay, with_card
from tests.year_book import fill_year_book

TODAY = date(2026, 11, 24)
KNOWN = load_knowledge()


@pytest.fixture(scope="module", params=[fill_sample_book, fill_year_book], ids=["sample", "year"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    opened = Book.open(tmp_path_factory.mktemp("b") / "b.yudu", today=TODAY, create=True)
    opened.write(request.param, today=TODAY, products=KNOWN.products)
    yield opened
    opened.close()


def test_every_instalment_is_explained_to_the_fen(book: Book) -> None:
    for view in book.read(loan_views, today=TODAY):
        for line in view.schedule:
            found = book.read(instalment_explained, loan_id=view.account.id, number=line.number, today=TODAY)
            assert found is not None
            assert found.how.interest_fen == line.interest_fen
            assert found.how.principal_fen == line.principal_fen
            assert found.how.row.payment_fen == line.payment_fen
            assert sum(label.amount_fen or 0 for label in found.paid) == found.paid_fen
            assert found.open_fen == line.open_fen
            assert (0 if found.penalty is None else found.penalty.row.penalty_fen) == line.penalty_fen


def test_what_is_owed_and_what_it_costs_is_explained(book: Book) -> None:
    for view in book.read(loan_views, today=TODAY):
        loan_id = view.account.id
        owed = book.read(loan_owed, loan_id=loan_id, today=TODAY)
        assert owed is not None
        assert (owed.outstanding_fen, owed.open_fen) == (view.outstanding_fen, view.open_fen)
        if not view.waived_fen:
            assert view.terms.principal_fen - owed.repaid_fen == view.outstanding_fen
        assert sum(label.amount_fen or 0 for label in owed.open) == view.open_fen
        assert sum(label.amount_fen or 0 for label in owed.costs) == view.interest_fen + view.fee_fen
        payoff = book.read(payoff_explained, loan_id=loan_id, on=TODAY)
        assert (None if payoff is None else payoff.total_fen) == view.payoff_fen
        cost = book.read(cost_explained, loan_id=loan_id, today=TODAY)
        assert cost is not None
        assert cost.found.only == view.cost
        if view.cost is not None:
            growth = 1 + float(view.cost.nominal) / 12
            worth = sum(fen / growth ** float(months) for months, fen, _ in cost.flows)
            assert abs(worth) < view.terms.principal_fen * 1e-6
        for paid in view.repayments:
            found = book.read(repayment_explained, repayment_id=paid.id, today=TODAY)
            assert found is not None
            assert (found.interest_fen, found.fee_fen) == (paid.interest_fen, paid.fee_fen)
            assert found.principal_fen == paid.principal_fen


def test_what_is_used_of_a_line_is_explained(book: Book) -> None:
    for view in book.read(line_views, today=TODAY):
        found = book.read(line_explained, line_id=view.account.id, today=TODAY)
        assert found is not None
        assert found.used_fen == (view.used_fen or 0)
        assert found.limits == view.in_force
        if found.statement is not None:
            assert max((found.statement.amount_fen or 0) - found.paid_fen, 0) == found.billed_fen
        for statement in view.statements:
            ref = statement_ref(view.account, statement.on)
            if statement.id is not None:
                ref = RowRef(RowKind.STATEMENT, statement.id)
            told = book.read(statement_explained, ref=ref, today=TODAY)
            assert told is not None
            assert told.label.amount_fen == statement.balance_fen
            assert told.stated == (statement.id is not None)
            if statement.open_fen is not None:
                assert told.open_fen == statement.open_fen
            if told.parts is not None:
                assert told.parts.balance_fen == statement.balance_fen


def test_the_sums_of_months_are_their_rows(book: Book) -> None:
    for month in (date(2026, 11, 1), date(2026, 12, 1), date(2026, 6, 1)):
        sums = book.read(month_calendar, month=month, today=TODAY).sums
        rows = book.read(month_asked, month=month, today=TODAY)
        of_month = [each for each in rows if each.due_on >= month]
        assert sum(each.asked_fen for each in of_month) == sums.due_fen
        assert sum(each.paid_fen for each in of_month) == sums.paid_fen
        assert sum(each.open_fen for each in rows if each.state is DueState.LATE) == sums.overdue_fen
        costs = book.read(repayment_costs, month=month)
        assert sum(label.amount_fen or 0 for label in costs) == book.read(month_of_spending, month=month).loan_cost_fen


def test_every_point_of_the_debts_course_is_its_rows(book: Book) -> None:
    course = book.read(debt_course, today=TODAY)
    for day, fen in (*course.past, *course.planned[1:]):
        rows = book.read(debt_of_day, on=day, today=TODAY)
        assert sum(label.amount_fen or 0 for label in rows) == fen, day


def test_transactions_say_their_file_and_imports_their_classes(book: Book) -> None:
    for batch in book.read(batches):
        found = book.read(batch_sums, batch_id=batch.id)
        assert found is not None
        assert sum(each.rows for each in found.classes) == found.there == batch.still_there
    view = book.read(month_of_spending, month=date(2026, 9, 1))
    for entry in view.entries:
        told = book.read(entry_explained, row_id=entry.id)
        assert told is not None
        assert told.entry == entry
        assert bool(told.file_name) != entry.own
        assert sum(label.amount_fen or 0 for label in told.refunds) >= entry.refunded_fen


def test_rows_are_told_by_their_kind_and_missing_ones_are_not(book: Book) -> None:
    assert isinstance(book.read(row_explained, ref=RowRef(RowKind.CASH_BALANCE, 1), today=TODAY), Stated)
    for kind in RowKind:
        assert book.read(row_explained, ref=RowRef(kind, 9999, 1), today=TODAY) is None


def test_a_reckoned_statement_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    terms = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule(whole_at_fen=100_00))
    line = with_card(book, terms)
    note(book, line, EntryKind.PURCHASE, "2026-08-30", "8000")
    note(book, line, EntryKind.PURCHASE, "2026-09-20", "500")
    pay(book, line, "2026-09-25", "1000")
    pay(book, line, "2026-10-20", "3000")
    today = date(2026, 11, 24)
    view = book.read(line_view, line_id=line, today=today)
    assert view is not None
    seen = set()
    for statement in view.statements:
        told = book.read(statement_explained, ref=statement_ref(view.account, statement.on), today=today)
        assert told is not None
        assert told.parts is not None
        added = told.parts.previous_fen + told.parts.purchases_fen + told.parts.cost_fen
        assert added - told.parts.payments_fen == statement.balance_fen
        assert not told.stated
        seen |= {name for name in ("purchases_fen", "interest_fen", "payments_fen") if getattr(told.parts, name)}
    assert seen == {"purchases_fen", "interest_fen", "payments_fen"}
    found = book.read(line_explained, line_id=line, today=today)
    assert found is not None
    assert found.reckoned
    assert found.used_fen == view.used_fen
    book.close()
