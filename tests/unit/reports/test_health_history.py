"""What happened to one person's credit, event by event, and which of it a day of the past knew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.actions.lines import add_line, change_limit, pay_line
from planner.actions.loans import record_repayment
from planner.actions.standing import log_application, log_score_reading, record_overdue
from planner.core.facts import LenderKind, LineKind, LineStatus, Outcome, OverdueSource, RowKind, RowRef
from planner.core.health_events import EventKind, HealthEvent
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
from planner.knowledge import load_knowledge
from planner.reports.facts import credit_facts
from planner.reports.health import health_on, health_report
from planner.reports.health_history import health_history
from planner.reports.standing import LogKind, standing_log
from planner.reports.warnings import warnings_report
from planner.store.book import Book
from tests.books import TODAY, new_book, with_jiebei
from tests.year_book import fill_year_book

KNOWN = load_knowledge()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


def events(book: Book, *, months: int = 12) -> list[HealthEvent]:
    return list(book.read(health_history, today=TODAY, scorecard=KNOWN.scorecard, months=months).events)


def row(number: int, at: datetime, kind: DebtKind, product: str, fen: int = 810_37) -> StatementRow:
    failed = kind is DebtKind.FAILED_REPAYMENT
    return StatementRow(
        line=number, key=f"k{number}", row_class=RowClass.N_FAILED if failed else RowClass.N_REPAYMENT,
        happened_at=at, amount_fen=fen, direction="不计收支", counterparty="借呗", description="借呗还款", method="",
        status="", provider_category="", native_id=f"k{number}", order_id="", note="", raw=f"{number}", debt=kind,
        product=product,
    )  # fmt: skip


def load(book: Book, *rows: StatementRow) -> None:
    statement = Statement("s.csv", "", "alipay", "A4", "utf-8", "", rows)
    book.write(import_statement, statement=statement, imported_on=TODAY)


def test_limits_cut_raised_frozen_and_usable_again(book: Book) -> None:
    line, _ = with_jiebei(book, paid=10)
    for month, fen, status in (
        (3, 800_000, LineStatus.REDUCED),
        (4, 900_000, LineStatus.REDUCED),
        (5, 900_000, LineStatus.FROZEN),
        (6, 900_000, LineStatus.ACTIVE),
        (7, 900_000, LineStatus.ACTIVE),
        (8, 0, LineStatus.CLOSED),
    ):
        book.write(change_limit, line_id=line, on=date(2026, month, 2), limit_fen=fen, status=status)
    found = [(each.on.month, each.kind, each.before_fen, each.after_fen) for each in events(book)]
    assert found == [
        (3, EventKind.LIMIT_CUT, 3_000_000, 800_000),
        (4, EventKind.LIMIT_RAISED, 800_000, 900_000),
        (5, EventKind.LIMIT_FROZEN, 900_000, 900_000),
        (6, EventKind.LIMIT_RESTORED, 900_000, 900_000),
        (8, EventKind.CLOSED, 900_000, 0),
    ]
    assert {each.name for each in events(book)} == {"借呗"}


def test_overdues_from_their_first_day_late_and_loans_paid_off(book: Book) -> None:
    _, loan = with_jiebei(book, paid=1)
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 3, 16), amount_fen=90041)
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 4, 15), amount_fen=90041)
    book.write(record_overdue, due_on=date(2026, 6, 1), days=40, cleared_on=date(2026, 7, 11),
               source=OverdueSource.CREDIT_REPORT)  # fmt: skip
    late = [each for each in events(book) if each.kind is EventKind.OVERDUE]
    assert (late[0].on, late[0].days, late[0].until, late[0].ref) == (
        date(2026, 3, 16), 1, date(2026, 3, 16), RowRef(RowKind.LOAN, loan),
    )  # fmt: skip
    assert (late[1].on, late[1].days, late[1].until) == (date(2026, 5, 16), (TODAY - date(2026, 5, 15)).days, None)
    assert any(each.days == 40 and each.ref == RowRef(RowKind.OVERDUE, 1) for each in late)
    owed = 8 * 90041 + 90042
    book.write(record_repayment, loan_id=loan, paid_on=TODAY, amount_fen=owed)
    (paid,) = [each for each in events(book) if each.kind is EventKind.PAID_OFF]
    assert (paid.on, paid.name) == (TODAY, "借呗 · 装修")


@pytest.mark.parametrize(
    ("days", "kinds"),
    [
        ((1, 4, 7), [EventKind.APPLICATIONS]),
        ((1, 4, 8), [EventKind.APPLICATION] * 3),
        ((1, 2), [EventKind.APPLICATION] * 2),
        ((1, 2, 3, 4, 20), [EventKind.APPLICATIONS, EventKind.APPLICATION]),
    ],
)
def test_three_applications_within_a_week_are_one_event(
    book: Book, days: tuple[int, ...], kinds: list[EventKind]
) -> None:
    for day in days:
        book.write(log_application, applied_on=date(2026, 9, day), lender_name="bank", outcome=Outcome.PENDING)
    found = events(book)
    assert [each.kind for each in found] == kinds
    assert sum(each.count for each in found) == len(days)


def test_the_history_begins_with_its_first_month_end(book: Book) -> None:
    for day in (date(2025, 11, 29), date(2025, 11, 30), TODAY, date(2026, 11, 25)):
        book.write(log_score_reading, on=day, score=650)
    assert [(each.on, each.score) for each in events(book)] == [(date(2025, 11, 30), 650), (TODAY, 650)]
    assert len(events(book, months=13)) == 3
    for wrong in (0, 61):
        with pytest.raises(ValueError, match=str(wrong)):
            events(book, months=wrong)


def test_every_point_of_the_sample_book_is_the_score_of_its_day(book: Book) -> None:
    book.write(fill_year_book, today=TODAY, products=KNOWN.products)
    history = book.read(health_history, today=TODAY, scorecard=KNOWN.scorecard, months=24)
    scores = [health_on(book.reader, point.on, KNOWN.scorecard).score for point in history.points]
    assert [point.score for point in history.points] == scores
    report = book.read(health_report, today=TODAY, scorecard=KNOWN.scorecard)
    assert history.points[-1].score == report.health.score
    assert (history.points[-1].low, history.points[-1].high) == (report.health.low, report.health.high)
    assert {each.kind for each in history.events} == {
        EventKind.OVERDUE, EventKind.LIMIT_CUT, EventKind.APPLICATION, EventKind.SCORE_READING,
    }  # fmt: skip


def test_between_a_statement_and_what_was_entered_later_the_statement_counts(book: Book) -> None:
    line = book.write(
        add_line, lender_name="L", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2026, 1, 1), limit_fen=500_000,
    )  # fmt: skip
    load(book, row(1, datetime(2026, 9, 8, 9), DebtKind.REPAYMENT, "huabei"))
    book.write(pay_line, line_id=line, paid_on=date(2026, 9, 10), amount_fen=810_37)
    between, after = (credit_facts(book.reader, date(2026, 9, day)).lines[0].payments for day in (9, 10))
    assert [each.ref.kind for each in between] == [RowKind.TRANSACTION]
    assert [each.ref.kind for each in after] == [RowKind.REPAYMENT]


def test_a_failed_repayment_is_made_good_by_hand_too(book: Book) -> None:
    _, loan = with_jiebei(book, paid=9)
    load(book, row(1, datetime(2026, 11, 20, 9), DebtKind.FAILED_REPAYMENT, "jiebei"))
    warned = book.read(warnings_report, today=TODAY, rules=KNOWN.rules).warnings
    (failed,) = [each for each in warned if each.rule.id == "W44"]
    assert failed.labels[0].ref == RowRef(RowKind.TRANSACTION, 1)
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 11, 20), amount_fen=90041)
    assert credit_facts(book.reader, TODAY).failed_payments[0].made_good_on == date(2026, 11, 20)
    assert not [each for each in book.read(warnings_report, today=TODAY, rules=KNOWN.rules).warnings
                if each.rule.id == "W44"]  # fmt: skip


def test_less_or_earlier_or_another_product_makes_nothing_good(book: Book) -> None:
    _, loan = with_jiebei(book, paid=9)
    load(
        book,
        row(1, datetime(2026, 11, 20, 9), DebtKind.FAILED_REPAYMENT, "jiebei"),
        row(2, datetime(2026, 11, 20, 8), DebtKind.REPAYMENT, "jiebei"),
        row(3, datetime(2026, 11, 21, 8), DebtKind.REPAYMENT, "huabei"),
    )
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 11, 19), amount_fen=90041)
    book.write(record_repayment, loan_id=loan, paid_on=date(2026, 11, 22), amount_fen=810_36)
    assert credit_facts(book.reader, TODAY).failed_payments[0].made_good_on is None


def test_the_log_has_the_newest_first_and_nothing_of_tomorrow(book: Book) -> None:
    line, loan = with_jiebei(book)
    book.write(log_application, applied_on=date(2026, 9, 1), lender_name="bank", outcome=Outcome.DECLINED, hard=False)
    book.write(log_score_reading, on=date(2026, 9, 6), score=640)
    for account in ({"loan_id": loan}, {"line_id": line}, {}):
        book.write(record_overdue, due_on=date(2026, 8, 1), days=3, cleared_on=None,
                   source=OverdueSource.LENDER_NOTICE, **account)  # fmt: skip
    book.write(log_application, applied_on=date(2027, 1, 1), lender_name="later", outcome=Outcome.PENDING)
    log = book.read(standing_log, today=TODAY)
    assert [(each.kind, each.name) for each in log.rows] == [
        (LogKind.SCORE, ""), (LogKind.APPLICATION, "bank"), (LogKind.OVERDUE, ""), (LogKind.OVERDUE, "借呗"),
        (LogKind.OVERDUE, "借呗 · 装修"),
    ]  # fmt: skip
    assert (log.rows[1].outcome, log.rows[1].hard) == (Outcome.DECLINED, False)
    assert [ref for ref, _ in log.accounts] == [RowRef(RowKind.LINE, line), RowRef(RowKind.LOAN, loan)]
