"""What holds for every card in a book: each day is known as it was, and all that is shown of a day agrees."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.cards import add_card_entry, pay_off_instalment, set_card_terms
from planner.actions.imports import import_statement
from planner.actions.limit_groups import add_temporary_limit
from planner.actions.lines import change_limit, pay_line, record_statement
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.errors import PlannerError
from planner.core.facts import LineFact, LineKind, LineStatus
from planner.core.line_balance import left_of, line_balance
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
from planner.core.warnings import used_today
from planner.reports.card_courses import bills_to_come
from planner.reports.card_records import CardRecord
from planner.reports.card_view import card_view
from planner.reports.debt import debt_course
from planner.reports.dues import dues
from planner.reports.facts import credit_records, facts_at
from planner.reports.line_view import line_view
from planner.reports.lines import line_records
from planner.reports.loans import accounts
from planner.reports.records import records_of
from planner.store.book import Book
from tests.card_books import with_card
from tests.cards import card_terms

BEGIN, TODAY = date(2026, 8, 1), date(2026, 11, 24)
DAYS = st.integers(0, 110).map(lambda days: BEGIN + timedelta(days=days))
AMOUNTS = st.sampled_from([5_00, 100_00, 900_41, 3000_00])
OWN = [each for each in EntryKind if each not in (EntryKind.PAYMENT, EntryKind.INSTALMENT_PAYOFF)]


@contextmanager
def card_book(data: st.DataObject) -> Iterator[Book]:
    """A 花呗 with terms: entries, statements, limits, payments by hand and from files, purchases from files."""
    with tempfile.TemporaryDirectory() as folder:
        book = Book.open(Path(folder) / "b.yudu", today=TODAY, create=True)
        try:
            terms = data.draw(card_terms())
            line = with_card(book, terms, product="huabei", kind=LineKind.PAY_LATER, opened_on=date(2025, 1, 1))
            for _ in range(data.draw(st.integers(0, 12))):
                _happen(book, line, data)
            rows = [_row(number, data) for number in range(data.draw(st.integers(0, 6)))]
            rows += [_same(number, row, data) for number, row in enumerate(_entered(book), start=10)]
            if rows:
                statement = Statement("s.csv", "", "alipay", "A4", "utf-8", "", tuple(rows))
                book.write(import_statement, statement=statement, imported_on=TODAY)
            yield book
        finally:
            book.close()


def _happen(book: Book, line: int, data: st.DataObject) -> None:
    on, fen = data.draw(DAYS), data.draw(AMOUNTS)
    wishes = [
        lambda: _enter(book, line, on, fen, data),
        lambda: _enter(book, line, on, fen, data),
        lambda: book.write(pay_line, line_id=line, paid_on=on, amount_fen=fen),
        lambda: book.write(pay_line, line_id=line, paid_on=on, amount_fen=fen),
        lambda: book.write(record_statement, line_id=line, statement_on=on, due_on=on + timedelta(days=9),
                           balance_fen=fen, minimum_fen=data.draw(st.none() | st.just(100))),
        lambda: book.write(change_limit, line_id=line, on=on, limit_fen=fen, status=data.draw(
            st.sampled_from(LineStatus))),
        lambda: book.write(add_temporary_limit, line_id=line, first_on=on, last_on=on + timedelta(days=40),
                           limit_fen=fen * 3),
        lambda: book.write(set_card_terms, line_id=line, terms=data.draw(card_terms())),
    ]  # fmt: skip
    try:
        data.draw(st.sampled_from(wishes))()
    except PlannerError:
        return


def _enter(book: Book, line: int, on: date, fen: int, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(OWN))
    terms = None
    if kind is EntryKind.INSTALMENT:
        terms = InstalmentTerms(
            data.draw(st.integers(1, 6)), Decimal("0.006"), of=data.draw(st.sampled_from(InstalmentOf))
        )
    made = book.write(add_card_entry, line_id=line, kind=kind, posted_on=on, amount_fen=fen, instalment=terms)
    if terms is not None and data.draw(st.booleans()):
        book.write(pay_off_instalment, entry_id=made, posted_on=on + timedelta(days=data.draw(st.integers(0, 60))))


def _row(number: int, data: st.DataObject) -> StatementRow:
    bought = data.draw(st.booleans())
    at = datetime.combine(data.draw(DAYS), time(data.draw(st.integers(0, 23))))
    row = StatementRow(
        line=number, key=f"k{number}", row_class=RowClass.OUT if bought else RowClass.N_REPAYMENT, happened_at=at,
        amount_fen=data.draw(AMOUNTS), direction="", counterparty="x", description="y", method="", status="",
        provider_category="", native_id=f"k{number}", order_id="", note="", raw=f"{number}",
    )  # fmt: skip
    if bought:
        return row._replace(credit_product="huabei")
    return row._replace(debt=DebtKind.REPAYMENT, product="huabei")


def _entered(book: Book) -> list[tuple[str, int]]:
    return book.reader.rows("SELECT paid_on, amount_fen FROM repayment ORDER BY id LIMIT 2")


def _same(number: int, paid: tuple[str, int], data: st.DataObject) -> StatementRow:
    """A payment that was entered by hand, as a file shows it: some days before or after."""
    day = date.fromisoformat(paid[0]) + timedelta(days=data.draw(st.integers(-4, 4)))
    row = _row(number, data)
    return row._replace(
        row_class=RowClass.N_REPAYMENT, debt=DebtKind.REPAYMENT, product="huabei", credit_product="",
        happened_at=datetime.combine(day, time(9)), amount_fen=paid[1],
    )  # fmt: skip


def card_and_line(book: Book, on: date) -> tuple[CardRecord, LineFact]:
    record = line_records(book.reader, until=on)[0]
    assert record.card is not None
    return record.card, record.fact


@settings(max_examples=60)
@given(st.data())
def test_one_reading_serves_every_day_of_a_card(data: st.DataObject) -> None:
    with card_book(data) as book:
        records = credit_records(book.reader)
        for on in data.draw(st.lists(DAYS, min_size=8, max_size=16)):
            anew = line_records(book.reader, until=on)
            assert facts_at(records, on).lines == tuple(record.fact for record in anew)
            assert records_of(book.reader, today=on).lines == anew


@settings(max_examples=40)
@given(st.data(), st.lists(DAYS, min_size=3, max_size=5))
def test_all_that_is_shown_of_a_card_agrees(data: st.DataObject, days: list[date]) -> None:
    with card_book(data) as book:
        for on in days:
            shown, card = book.read(line_view, line_id=1, today=on), book.read(card_view, line_id=1, today=on)
            assert shown is not None
            assert card is not None
            assert shown.card == card
            (row,) = book.read(accounts, today=on).rows
            facts = facts_at(credit_records(book.reader), on)
            assert shown.used_fen == row.outstanding_fen == used_today(facts, facts.lines[0], on)
            assert book.read(debt_course, today=on).owed_fen == (shown.used_fen or 0)
            if shown.used_fen is None:
                assert card.balance.used_fen == 0
                continue
            assert shown.used_fen == max(card.balance.used_fen, 0)
            bills = bills_to_come(*card_and_line(book, on), on)
            assert sum(fen for _, fen in bills) == shown.used_fen - (shown.billed_fen or 0)
            assert shown.billed_fen == card.balance.billed_fen
            latest = card.latest
            assert [each.statement.balance_fen for each in card.statements] == [
                each.balance_fen for each in shown.statements
            ]
            open_fen = 0 if latest is None else latest.open_fen or 0
            assert open_fen == shown.billed_fen == row.next_fen or (open_fen == 0 and row.next_fen is None)
            due = book.read(dues, today=on, days=90).rows
            assert [each.open_fen for each in due] == ([open_fen] if open_fen else [])


@settings(max_examples=30)
@given(st.data())
def test_what_is_left_of_a_statement_is_what_is_billed(data: st.DataObject) -> None:
    with card_book(data) as book:
        for on in data.draw(st.lists(DAYS, min_size=5, max_size=8)):
            line = line_records(book.reader, until=on)[0].fact
            balance = line_balance(line, on)
            if balance is not None and balance.statement is not None:
                assert left_of(line, balance.statement, on) == balance.billed_fen
