"""What a second look found wrong once, so that it stays right: closed loans, parts paid, loans repaid any time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.actions.loans import add_loan, close_loan, record_repayment
from planner.actions.profile import add_cash_account, close_cash_account, set_cash_balance
from planner.actions.repayments import correct_repayment, split_repayment
from planner.arguments import arguments
from planner.core.errors import AfterClosing, PayoffTooSmall
from planner.core.facts import LenderKind
from planner.core.health_events import EventKind, health_events
from planner.core.punctuality import punctuality
from planner.core.terms import RepaymentMethod
from planner.core.warnings import Level, findings
from planner.knowledge import load_knowledge
from planner.reports.dues import dues
from planner.reports.facts import credit_facts
from planner.reports.figures import MonthRow, month_rows
from planner.reports.loans import accounts, loan_view
from planner.reports.records import records_of
from planner.store.book import Book
from tests.books import TODAY, jiebei_terms, new_book, with_jiebei

RULES = load_knowledge().rules


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path)
    yield made
    made.close()


def this_month(book: Book) -> tuple[MonthRow, ...]:
    return month_rows(book.read(records_of, today=TODAY))


def test_a_loan_that_was_written_off_asks_nothing_this_month(book: Book) -> None:
    _, loan = with_jiebei(book, paid=5)
    assert sum(row.label.amount_fen or 0 for row in this_month(book)) == 90_041
    book.write(close_loan, loan_id=loan, closed_on=date(2026, 11, 20))
    assert this_month(book) == ()
    assert book.read(dues, today=TODAY).rows == ()
    (event,) = [each for each in health_events(book.read(credit_facts, TODAY), TODAY) if each.name.startswith("借呗 ·")
                and each.kind is not EventKind.OVERDUE]  # fmt: skip
    assert event.kind is EventKind.CLOSED


def test_a_payoff_is_not_made_smaller_behind_ones_back(book: Book) -> None:
    line, loan = with_jiebei(book, paid=2)
    payoff = book.write(record_repayment, loan_id=loan, paid_on=date(2026, 4, 1), amount_fen=848_378, closes=True)
    before = book.dump()
    with pytest.raises(PayoffTooSmall) as found:
        book.write(split_repayment, repayment_id=payoff, amount_fen=300_000, line_id=line)
    assert found.value.values["missing_fen"] == 842_648 - 548_378
    with pytest.raises(PayoffTooSmall):
        book.write(correct_repayment, repayment_id=payoff, paid_on=date(2026, 4, 1), amount_fen=100)
    assert book.dump() == before
    book.write(correct_repayment, repayment_id=payoff, paid_on=date(2026, 4, 1), amount_fen=848_379)


def test_what_a_loan_repaid_any_time_asks_after_its_term_is_what_pays_it_off(book: Book) -> None:
    terms = replace(jiebei_terms(), method=RepaymentMethod.REVOLVING, drawn_on=date(2026, 1, 15), periods=3)
    loan = book.write(add_loan, lender_name="x", lender_kind=LenderKind.BANK, name="随借随还", product="", terms=terms)
    day = date(2026, 6, 15)
    (row,) = book.read(accounts, today=day).rows
    book.write(record_repayment, loan_id=loan, paid_on=day, amount_fen=row.next_fen or 0)
    view = book.read(loan_view, loan_id=loan, today=day)
    assert view is not None
    assert (view.open_fen, view.outstanding_fen) == (0, 0)


def test_what_was_paid_of_an_instalment_is_not_asked_again(book: Book) -> None:
    _, loan = with_jiebei(book, paid=9)
    day = date(2026, 11, 12)
    book.write(record_repayment, loan_id=loan, paid_on=day, amount_fen=80_000)
    (due,) = [each for each in findings(book.read(credit_facts, day), day, RULES) if each.rule_id == "W40"]
    assert due.values["due_fen"] == 10_041 == book.read(dues, today=day).rows[0].open_fen


def test_a_loan_on_a_home_is_no_unsecured_lender(book: Book) -> None:
    for product, lender in (("fangdai", "建行"), ("gongjijin", "公积金中心"), ("bank_loan", "工行")):
        book.write(
            add_loan, lender_name=lender, lender_kind=LenderKind.BANK, name=product, product=product,
            terms=jiebei_terms(drawn_on=date(2026, 10, 1)),
        )  # fmt: skip
    (found,) = [each for each in findings(book.read(credit_facts, TODAY), TODAY, RULES) if each.rule_id == "W20"]
    assert (found.values["count"], found.level) == (1, Level.OK)


def test_parts_that_nobody_had_asked_for_are_no_bills_paid_in_time(book: Book) -> None:
    terms = replace(jiebei_terms(), method=RepaymentMethod.REVOLVING)
    loan = book.write(add_loan, lender_name="x", lender_kind=LenderKind.BANK, name="随借随还", product="", terms=terms)
    for day in range(1, 21):
        book.write(record_repayment, loan_id=loan, paid_on=date(2026, 3, day), amount_fen=5_000)
    assert punctuality(book.read(credit_facts, TODAY), TODAY).bills == 0


def test_a_closed_account_takes_no_balance_from_its_day_on(book: Book) -> None:
    account = book.write(add_cash_account, name="余额宝", on=date(2026, 11, 1), balance_fen=100)
    book.write(close_cash_account, account_id=account, on=date(2026, 11, 10))
    with pytest.raises(AfterClosing):
        book.write(set_cash_balance, account_id=account, on=date(2026, 11, 10), balance_fen=5)
    book.write(set_cash_balance, account_id=account, on=date(2026, 11, 9), balance_fen=5)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1979-12-31", "2200-01-01"])
def test_a_day_out_of_reach_is_wrong_usage(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        arguments().parse_args(["due", "--today", day])
    assert left.value.code == 2
    assert day in capsys.readouterr().err
