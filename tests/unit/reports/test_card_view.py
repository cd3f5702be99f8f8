"""A card whose contract's terms are in the book, through the store and the reports, against published figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from planner.actions.cards import pay_off_instalment, remove_card_terms
from planner.actions.lines import record_statement
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_standing import CardView, PayWay, card_cycle
from planner.core.card_terms import CardTerms, CashTerms, DueRule, GraceLoss, MinimumRule, Part, ShareWithin
from planner.core.facts import RowKind, RowRef
from planner.core.lateness import bills
from planner.core.repayments import DueState
from planner.reports.calendar import month_calendar
from planner.reports.card_view import card_view
from planner.reports.debt import debt_course
from planner.reports.dues import asked, dues
from planner.reports.facts import credit_facts
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import accounts
from planner.reports.overview import overview
from planner.reports.records import records_of
from planner.reports.rows import row_labels
from planner.store.book import Book
from tests.books import new_book
from tests.card_books import day, note, pay, with_card

TRAP = CardTerms(statement_day=5, due_day=25, minimum=MinimumRule(whole_at_fen=100_00))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


def card(book: Book, line: int, on: str) -> CardView:
    found = book.read(card_view, line_id=line, today=day(on))
    assert found is not None
    return found


def view(book: Book, line: int, on: str) -> LineView:
    found = book.read(line_view, line_id=line, today=day(on))
    assert found is not None
    return found


# --- published figures (domain.md §2.10) --------------------------------------------------------------------------


def test_a_card_paid_in_part_bears_the_published_interest(book: Book) -> None:
    line = with_card(book, CardTerms(statement_day=5, due_day=23))
    note(book, line, EntryKind.PURCHASE, "2026-03-30", "1000")
    pay(book, line, "2026-04-23", "100")
    assert card(book, line, "2026-05-05").statements[0].statement.interest_fen == 1785


@pytest.mark.parametrize(
    ("basis", "interest_fen"),
    [(GraceLoss.FULL_BALANCE_FROM_POSTING, 12_065), (GraceLoss.UNPAID_PART_ONLY, 185)],
)
def test_what_bears_interest_is_what_the_contract_says(book: Book, basis: GraceLoss, interest_fen: int) -> None:
    line = with_card(book, CardTerms(statement_day=5, due_day=23, grace_loss=basis))
    note(book, line, EntryKind.PURCHASE, "2026-03-30", "10000")
    pay(book, line, "2026-04-23", "9900")
    assert card(book, line, "2026-05-05").statements[0].statement.interest_fen == interest_fen


def test_the_trap_of_paying_the_minimum(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-01-06", "10000")
    ways = {each.way: each for each in card(book, line, "2026-02-05").ways}
    least, fixed, whole = ways[PayWay.MINIMUM], ways[PayWay.FIXED], ways[PayWay.WHOLE]
    assert (least.ends, least.payments, least.interest_fen, least.last_on) == (True, 45, 161_395, day("2029-10-25"))
    assert (fixed.payments, fixed.interest_fen, fixed.at_least_fen) == (11, 100_638, 100_000)
    assert (whole.payments, whole.cost_fen, whole.paid_fen) == (1, 0, 1_000_000)


def test_cash_costs_its_fee_and_interest_from_its_day(book: Book) -> None:
    terms = CardTerms(statement_day=5, due_day=25, cash=CashTerms(ShareWithin(Decimal("0.01"), floor_fen=1000)))
    line = with_card(book, terms)
    note(book, line, EntryKind.CASH_ADVANCE, "2026-04-06", "5000")
    statement = card(book, line, "2026-05-05").statements[0].statement
    assert (statement.fees_fen, statement.interest_fen, statement.cost_fen) == (5000, 7500, 12_500)


# --- one number everywhere ----------------------------------------------------------------------------------------


def test_a_computed_statement_is_a_due_like_any_other(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "1000")
    pay(book, line, "2026-11-10", "250")
    note(book, line, EntryKind.PURCHASE, "2026-11-20", "30")
    today = date(2026, 11, 24)
    due = book.read(dues, today=today).rows[0]
    assert (due.due_on, due.open_fen, due.minimum_fen, due.state) == (day("2026-11-25"), 75_000, 0, DueState.UPCOMING)
    assert due.ref == RowRef(RowKind.LINE, line, 20261105)
    label = book.read(row_labels, refs=[due.ref])[due.ref]
    assert (label.name, label.on, label.amount_fen) == ("招行信用卡", day("2026-11-05"), 100_000)
    listed = book.read(accounts, today=today)
    assert listed.outstanding_fen == book.read(debt_course, today=today).owed_fen == 78_000
    shown = view(book, line, "2026-11-24")
    assert (shown.billed_fen, shown.unbilled_fen, shown.used_fen) == (75_000, 3_000, 78_000)
    assert (shown.statement_day, shown.due_day) == (5, 25)
    found = card(book, line, "2026-11-24").latest
    assert found is not None
    assert (found.open_fen, found.minimum_open_fen, found.state, found.stated) == (75_000, 0, DueState.UPCOMING, False)
    # the month after it is late, and its rest stands on the next statement with the interest
    late = book.read(dues, today=day("2026-12-06")).rows
    assert [(row.due_on, row.state) for row in late] == [(day("2026-12-25"), DueState.UPCOMING)]
    assert late[0].open_fen == 75_000 + 3_000 + card(book, line, "2026-12-06").statements[0].statement.interest_fen


def test_a_refund_pays_a_statement_like_money(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "1000")
    note(book, line, EntryKind.REFUND, "2026-11-20", "1000")
    today = day("2026-11-26")
    (row,) = asked(book.read(records_of, today=today), until=date.max)
    assert (row.state, row.paid_on, row.paid_fen, row.open_fen) == (DueState.SETTLED, day("2026-11-20"), 100_000, 0)
    (bill,) = bills(credit_facts(book.reader, today), today)
    assert (bill.open, bill.days_late, bill.untouched) == (False, 0, False)
    month = book.read(month_calendar, month=today, today=today)
    assert (month.sums.due_fen, month.sums.paid_fen, month.sums.overdue_fen) == (100_000, 100_000, 0)


def test_of_a_record_that_begins_before_the_first_stated_statement_nobody_is_late(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-08-20", "1000")
    book.write(
        record_statement, line_id=line, statement_on=day("2026-11-05"), due_on=day("2026-11-25"), balance_fen=30_000
    )
    facts = credit_facts(book.reader, day("2026-11-24"))
    assert [each.on for each in facts.lines[0].statements] == [day("2026-11-05")]
    assert [each.statement.on for each in card(book, line, "2026-11-24").statements] == [day("2026-11-05")]
    assert view(book, line, "2026-11-24").used_fen == 30_000


def test_what_was_paid_on_the_next_statement_day_paid_the_one_before(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "1000")
    pay(book, line, "2026-12-05", "1000")
    bills = credit_facts(book.reader, day("2026-12-06")).lines[0]
    assert [(each.on, each.balance_fen) for each in bills.statements] == [
        (day("2026-11-05"), 100_000),
        (day("2026-12-05"), 2_300),  # 46 days from 20 October to 4 December
    ]


def test_a_stated_statement_stands_and_keeps_its_row(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "1000")
    row = book.write(
        record_statement, line_id=line, statement_on=day("2026-11-06"), due_on=day("2026-11-26"), balance_fen=120_000
    )
    found = card(book, line, "2026-11-24").statements
    assert [(each.ref, each.stated) for each in found] == [(RowRef(RowKind.STATEMENT, row), True)]
    statement = found[0].statement
    assert (statement.on, statement.balance_fen, statement.adjustment_fen) == (day("2026-11-06"), 120_000, 20_000)
    assert statement.minimum_fen == 12_000  # the issuer named none
    # the day before it came, the book only knew of the computed one
    assert [each.on for each in credit_facts(book.reader, day("2026-11-05")).lines[0].statements] == [day("2026-11-05")]


def test_without_a_stated_statement_a_payment_leaves_no_credit(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "100")
    pay(book, line, "2026-10-25", "800")  # of a bill from before the record begins
    note(book, line, EntryKind.PURCHASE, "2026-10-28", "30")
    assert view(book, line, "2026-11-24").used_fen == 3_000
    book.write(
        record_statement, line_id=line, statement_on=day("2026-11-05"), due_on=day("2026-11-25"), balance_fen=3_000
    )
    pay(book, line, "2026-11-10", "50")
    assert card(book, line, "2026-11-24").balance.credit_fen == 2_000


def test_instalments_to_come_are_owed_and_used_and_fall_due_one_after_the_other(book: Book) -> None:
    line = with_card(book, TRAP, limit_fen=1_500_000)
    terms = InstalmentTerms(12, Decimal("0.006"), of=InstalmentOf.NEW)
    made = note(book, line, EntryKind.INSTALMENT, "2026-10-20", "12000", instalment=terms)
    shown, found = view(book, line, "2026-11-24"), card(book, line, "2026-11-24")
    assert (shown.billed_fen, shown.used_fen, shown.available_fen) == (107_200, 1_207_200, 292_800)
    (running,) = found.instalments
    assert (running.entry_id, running.left_fen, running.periods_left, running.next_fee_fen) == (
        made,
        1_100_000,
        11,
        7200,
    )
    course = book.read(debt_course, today=day("2026-11-24"))
    assert course.owed_fen == 1_207_200
    assert course.planned[:3] == (
        (day("2026-11-24"), 1_207_200), (day("2026-11-30"), 1_100_000), (day("2026-12-31"), 1_000_000),
    )  # fmt: skip
    assert course.clear_on == day("2027-10-25")
    book.write(pay_off_instalment, entry_id=made, posted_on=day("2026-11-20"))
    assert card(book, line, "2026-11-24").instalments == ()
    assert view(book, line, "2026-11-24").unbilled_fen == 1_100_000


def test_the_accrued_interest_stands_beside_what_is_owed(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-01-06", "10000")
    pay(book, line, "2026-02-25", "1000")
    found = card(book, line, "2026-03-04")
    assert (found.balance.accrued_fen, view(book, line, "2026-03-04").used_fen) == (28_600, 900_000)
    assert found.revolving_since == day("2026-02-26")
    assert card(book, line, "2026-02-24").revolving_since is None


def test_the_late_fee_is_foretold_while_it_can_be_avoided(book: Book) -> None:
    line = with_card(book, replace(TRAP, late_fee=ShareWithin(Decimal("0.05"), 1000)))
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "10000")
    assert card(book, line, "2026-11-24").late_fee_fen == 5000
    assert card(book, line, "2026-11-26").late_fee_fen is None  # it is charged by now
    pay(book, line, "2026-11-24", "1000")
    assert card(book, line, "2026-11-24").late_fee_fen is None


def test_the_cycle_of_a_day() -> None:
    found = card_cycle(TRAP, day("2026-11-24"))
    assert (found.last_on, found.due_on, found.next_on, found.next_due_on) == (
        day("2026-11-05"), day("2026-11-25"), day("2026-12-05"), day("2026-12-25"),
    )  # fmt: skip
    assert (found.free_days, found.free_until, found.longest_days) == (31, day("2026-12-25"), 50)
    assert card_cycle(TRAP, day("2026-12-05")).last_on == day("2026-12-05")
    after = CardTerms(25, due_rule=DueRule.DAYS_AFTER, days_after=9)
    assert card_cycle(after, day("2026-11-24")).due_on == day("2026-11-03")


def test_without_terms_a_line_is_as_it_was(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-10-20", "1000")
    book.write(remove_card_terms, line_id=line)
    assert book.read(card_view, line_id=line, today=day("2026-11-24")) is None
    shown = view(book, line, "2026-11-24")
    assert (shown.used_fen, shown.available_fen, shown.billed_fen, shown.unbilled_fen) == (None,) * 4
    assert (shown.terms, shown.card, shown.statements) == (None, None, ())


def test_the_parts_of_a_statement_add_up(book: Book) -> None:
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-01-06", "10000")
    pay(book, line, "2026-02-25", "1000")
    statement = card(book, line, "2026-03-05").statements[0].statement
    assert dict(statement.parts) == {Part.INTEREST: 29_050, Part.PURCHASE: 900_000}
    assert statement.balance_fen == sum(fen for _, fen in statement.parts)


def test_every_day_of_a_card_is_known_at_once_and_as_read_anew(book: Book) -> None:
    from planner.knowledge import load_knowledge

    known = load_knowledge()
    line = with_card(book, TRAP)
    note(book, line, EntryKind.PURCHASE, "2026-01-06", "10000")
    for at in range(10):
        on = day("2026-02-25") + timedelta(days=30 * at)
        pay(book, line, on.isoformat(), "900")
    for on in ("2026-02-05", "2026-06-30", "2026-11-24"):
        shown = book.read(overview, today=day(on), scorecard=known.scorecard, rules=known.rules)
        assert shown.debt.owed_fen == view(book, line, on).used_fen
