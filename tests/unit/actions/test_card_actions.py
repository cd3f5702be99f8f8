"""What a user does with cards and shared limits: each wish keeps the book whole, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.actions.cards import (
    add_card_entry,
    correct_card_entry,
    delete_card_entry,
    pay_off_instalment,
    remove_card_terms,
    set_card_terms,
)
from planner.actions.limit_groups import (
    add_temporary_limit,
    delete_group_limit,
    delete_limit_group,
    delete_temporary_limit,
    make_limit_group,
    put_in_group,
    rename_limit_group,
    set_group_limit,
)
from planner.actions.lines import correct_statement, delete_line, edit_line, record_statement
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_terms import (
    CMB_ORDER,
    CardTerms,
    CashTerms,
    DueRule,
    GraceLoss,
    MinimumRule,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.errors import (
    AlreadyThere,
    BeforeOpening,
    EntryAfterwards,
    EntryBefore,
    InstalmentOver,
    Missing,
    MustBePositive,
    NameTaken,
    NoCardTerms,
    NoSuchRow,
    OnlyLimit,
    OutOfRange,
    PlannerError,
)
from planner.core.facts import LenderKind, LineKind
from planner.core.terms import FeeBasis, RemainderIn
from planner.reports.card_view import card_view
from planner.reports.line_view import line_view
from planner.store.book import Book
from tests.books import TODAY, new_book
from tests.card_books import day, note, with_card

DAY = date(2026, 10, 20)
TERMS = CardTerms(statement_day=5, due_day=25)
ODD = CardTerms(
    statement_day=31,
    due_rule=DueRule.DAYS_AFTER_IN_MONTH,
    days_after=18,
    statement_day_purchase=StatementDayPurchase.IN_NEXT_STATEMENT,
    daily_rate=Decimal("0.00035"),
    grace_loss=GraceLoss.UNPAID_PART_ONLY,
    compounds=False,
    overdue_rate=Decimal("0.00065"),
    minimum=MinimumRule(Decimal("0.05"), Decimal("0.10"), 5000, 10000),
    late_fee=ShareWithin(Decimal("0.05"), 100, 50_000),
    cash=CashTerms(ShareWithin(Decimal("0.01"), 1000, 30_000), Decimal("0.0006")),
    order=tuple(reversed(CMB_ORDER)),
    tolerance_fen=1000,
    grace_days=3,
)
TWELVE = InstalmentTerms(12, Decimal("0.006"), FeeBasis.TOTAL, RemainderIn.FIRST, InstalmentOf.NEW, fee_kept=True)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A card (1) with terms, an instalment (1) and a purchase (2); another line (2); a group (1) with one limit."""
    opened = new_book(tmp_path)
    with_card(opened, TERMS)
    with_card(opened, None, name="附属卡")
    note(opened, 1, EntryKind.INSTALMENT, "2026-09-10", "1200", instalment=TWELVE)
    note(opened, 1, EntryKind.PURCHASE, "2026-10-20", "100")
    opened.write(make_limit_group, name="招行", on=date(2026, 1, 1), limit_fen=500_000)
    opened.write(add_temporary_limit, line_id=1, first_on=DAY, last_on=TODAY, limit_fen=6_000_000)
    yield opened
    opened.close()


CARD_GOOD: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (set_card_terms, {"line_id": 2, "terms": ODD}),
    (set_card_terms, {"line_id": 1, "terms": ODD}),
    (remove_card_terms, {"line_id": 1}),
    (add_card_entry, {"line_id": 1, "kind": EntryKind.REFUND, "posted_on": DAY, "amount_fen": 100, "note": " x "}),
    (add_card_entry, {"line_id": 1, "kind": EntryKind.INTEREST, "posted_on": DAY, "amount_fen": 0}),
    (add_card_entry, {"line_id": 1, "kind": EntryKind.CASH_ADVANCE, "posted_on": DAY, "amount_fen": 9, "fee_fen": 3}),
    (
        correct_card_entry,
        {"entry_id": 2, "kind": EntryKind.INSTALMENT, "posted_on": DAY, "amount_fen": 5, "instalment": TWELVE},
    ),
    (delete_card_entry, {"entry_id": 1}),
    (pay_off_instalment, {"entry_id": 1, "posted_on": DAY, "note": "x"}),
    (add_temporary_limit, {"line_id": 2, "first_on": DAY, "last_on": DAY, "limit_fen": 1}),
    (delete_temporary_limit, {"temporary_id": 1}),
    (make_limit_group, {"name": "建行", "on": DAY, "limit_fen": 0, "line_id": 1}),
    (rename_limit_group, {"group_id": 1, "name": "招商"}),
    (rename_limit_group, {"group_id": 1, "name": "招行 "}),
    (set_group_limit, {"group_id": 1, "on": DAY, "limit_fen": 7}),
    (put_in_group, {"line_id": 1, "group_id": 1}),
    (delete_limit_group, {"group_id": 1}),
]


@pytest.mark.parametrize(
    ("action", "values"), CARD_GOOD, ids=[f"{a.__name__}-{n}" for n, (a, _) in enumerate(CARD_GOOD)]
)
def test_undo_and_redo_bring_every_row_back(action: Callable[..., Any], values: dict[str, Any], book: Book) -> None:
    before = book.dump()
    book.write(action, **values)
    after = book.dump()
    assert book.undo() is not None or before == after
    if before != after:
        assert book.dump() == before
        book.redo()
        assert book.dump() == after
    book.check()


BAD: list[tuple[Callable[..., Any], dict[str, Any], type[PlannerError], str]] = [
    (remove_card_terms, {"line_id": 2}, NoCardTerms, "line"),
    (add_card_entry, {"line_id": 2, "kind": EntryKind.FEE, "posted_on": DAY, "amount_fen": 1}, NoCardTerms, "line"),
    (add_card_entry, {"line_id": 9, "kind": EntryKind.FEE, "posted_on": DAY, "amount_fen": 1}, NoSuchRow, "line"),
    (
        add_card_entry,
        {"line_id": 1, "kind": EntryKind.PURCHASE, "posted_on": DAY, "amount_fen": 0},
        MustBePositive,
        "amount",
    ),
    (
        add_card_entry,
        {"line_id": 1, "kind": EntryKind.INSTALMENT, "posted_on": DAY, "amount_fen": 5},
        Missing,
        "instalment",
    ),
    (
        add_card_entry,
        {"line_id": 1, "kind": EntryKind.FEE, "posted_on": date(2019, 1, 1), "amount_fen": 5},
        BeforeOpening,
        "posted_on",
    ),
    (
        add_card_entry,
        {"line_id": 1, "kind": EntryKind.CASH_ADVANCE, "posted_on": DAY, "amount_fen": 5, "fee_fen": -1},
        OutOfRange,
        "fee",
    ),
    (correct_card_entry, {"entry_id": 9, "kind": EntryKind.FEE, "posted_on": DAY, "amount_fen": 1}, NoSuchRow, "entry"),
    (delete_card_entry, {"entry_id": 9}, NoSuchRow, "entry"),
    (pay_off_instalment, {"entry_id": 2, "posted_on": DAY}, NoSuchRow, "instalment"),
    (pay_off_instalment, {"entry_id": 1, "posted_on": date(2026, 9, 9)}, OutOfRange, "posted_on"),
    (pay_off_instalment, {"entry_id": 1, "posted_on": date(2027, 9, 5)}, InstalmentOver, "posted_on"),
    (
        add_temporary_limit,
        {"line_id": 1, "first_on": DAY, "last_on": date(2026, 1, 1), "limit_fen": 1},
        OutOfRange,
        "last_on",
    ),
    (add_temporary_limit, {"line_id": 1, "first_on": DAY, "last_on": DAY, "limit_fen": -1}, OutOfRange, "limit"),
    (
        add_temporary_limit,
        {"line_id": 1, "first_on": date(2019, 1, 1), "last_on": DAY, "limit_fen": 1},
        BeforeOpening,
        "first_on",
    ),
    (delete_temporary_limit, {"temporary_id": 9}, NoSuchRow, "limit"),
    (make_limit_group, {"name": " 招行", "on": DAY, "limit_fen": 1}, NameTaken, "name"),
    (make_limit_group, {"name": " ", "on": DAY, "limit_fen": 1}, Missing, "name"),
    (make_limit_group, {"name": "x", "on": DAY, "limit_fen": -1}, OutOfRange, "limit"),
    (rename_limit_group, {"group_id": 9, "name": "x"}, NoSuchRow, "group"),
    (set_group_limit, {"group_id": 9, "on": DAY, "limit_fen": 1}, NoSuchRow, "group"),
    (delete_group_limit, {"limit_id": 1}, OnlyLimit, "limit"),
    (delete_group_limit, {"limit_id": 9}, NoSuchRow, "limit"),
    (put_in_group, {"line_id": 1, "group_id": 9}, NoSuchRow, "group"),
]


@pytest.mark.parametrize(("action", "values", "error", "field"), BAD)
def test_what_cannot_be_names_its_field_and_changes_nothing(
    action: Callable[..., Any], values: dict[str, Any], error: type[PlannerError], field: str, book: Book
) -> None:
    before = book.dump()
    with pytest.raises(error) as caught:
        book.write(action, **values)
    assert caught.value.field == field
    assert book.dump() == before


@pytest.mark.parametrize(
    "terms", [TERMS, ODD, replace(ODD, overdue_rate=None, minimum=MinimumRule(), cash=CashTerms())]
)
def test_terms_come_back_as_they_were_entered(terms: CardTerms, book: Book) -> None:
    book.write(set_card_terms, line_id=1, terms=terms)
    found = book.read(card_view, line_id=1, today=TODAY)
    assert found is not None
    unused = {"due_day": found.terms.due_day} if terms.due_rule is not DueRule.DAY_OF_MONTH else {}
    assert found.terms == replace(terms, **unused)  # type: ignore[arg-type]
    days = book.reader.one("SELECT statement_day, due_day FROM credit_line WHERE id = 1")
    assert days == (terms.statement_day, terms.due_day if terms.due_rule is DueRule.DAY_OF_MONTH else None)


def test_an_entry_comes_back_as_it_was_entered(book: Book) -> None:
    found = book.read(card_view, line_id=1, today=TODAY)
    assert found is not None
    made = found.entries[-1].entry
    assert (made.kind, made.posted_on, made.amount_fen, made.instalment) == (
        EntryKind.INSTALMENT, day("2026-09-10"), 120_000, TWELVE,
    )  # fmt: skip
    assert [each.running for each in found.entries] == [False, True]


def test_a_payoff_moves_and_goes_with_its_instalment(book: Book) -> None:
    book.write(pay_off_instalment, entry_id=1, posted_on=DAY)
    book.write(pay_off_instalment, entry_id=1, posted_on=date(2026, 10, 25))
    assert book.reader.rows("SELECT posted_on, ends FROM card_entry WHERE ends IS NOT NULL") == [("2026-10-25", 1)]
    later = {"entry_id": 1, "posted_on": date(2026, 11, 1), "amount_fen": 5, "instalment": TWELVE}
    for kind, field in ((EntryKind.INSTALMENT, "posted_on"), (EntryKind.PURCHASE, "kind")):
        with pytest.raises(EntryAfterwards) as caught:
            book.write(correct_card_entry, kind=kind, **later)
        assert caught.value.field == field
    book.write(delete_card_entry, entry_id=1)
    assert book.reader.value("SELECT count(*) FROM card_entry") == 1


def test_a_line_with_terms_keeps_its_days_and_begins_before_its_entries(book: Book) -> None:
    edited: dict[str, Any] = {
        "line_id": 1, "lender_name": "招商银行", "lender_kind": LenderKind.BANK, "name": "卡", "product": "",
        "kind": LineKind.CARD, "opened_on": date(2020, 1, 1),
    }  # fmt: skip
    with pytest.raises(Missing) as caught:
        book.write(edit_line, **edited)
    assert caught.value.field == "statement_day"
    with pytest.raises(Missing) as caught:
        book.write(edit_line, **edited, statement_day=7)
    assert caught.value.field == "due_day"
    book.write(edit_line, **edited, statement_day=7, due_day=27)
    found = book.read(card_view, line_id=1, today=TODAY)
    assert found is not None
    assert (found.terms.statement_day, found.terms.due_day) == (7, 27)
    with pytest.raises(EntryBefore) as before:
        book.write(edit_line, **(edited | {"opened_on": date(2026, 10, 1)}), statement_day=7, due_day=27)
    assert before.value.values["on"] == day("2026-09-10")


def test_a_cycle_has_one_statement(book: Book) -> None:
    said = {"due_on": date(2026, 11, 25), "balance_fen": 100}
    first = book.write(record_statement, line_id=1, statement_on=date(2026, 11, 4), **said)
    with pytest.raises(AlreadyThere) as caught:
        book.write(record_statement, line_id=1, statement_on=date(2026, 11, 6), **said)
    assert (caught.value.field, caught.value.values["on"]) == ("statement_on", date(2026, 11, 4))
    book.write(correct_statement, statement_id=first, statement_on=date(2026, 11, 6), **said)
    book.write(record_statement, line_id=2, statement_on=date(2026, 11, 4), **said)
    book.write(record_statement, line_id=2, statement_on=date(2026, 11, 6), **said)


def test_with_a_line_go_its_terms_and_entries(book: Book) -> None:
    book.write(delete_line, line_id=1)
    for table in ("card_terms", "card_entry", "temporary_limit"):
        assert book.reader.value(f"SELECT count(*) FROM {table}") == 0
    book.undo()
    assert book.reader.value("SELECT count(*) FROM card_entry") == 2


def test_a_payment_is_no_entry(book: Book) -> None:
    with pytest.raises(ValueError, match="action of its own"):
        book.write(add_card_entry, line_id=1, kind=EntryKind.PAYMENT, posted_on=DAY, amount_fen=1)


def test_lines_of_a_group_share_its_limit(book: Book) -> None:
    for line in (1, 2):
        book.write(put_in_group, line_id=line, group_id=1)
    shown = book.read(line_view, line_id=1, today=TODAY)
    assert shown is not None
    assert shown.in_force.group is not None
    assert shown.card is not None
    used = shown.used_fen or 0
    assert used == 10_000 + 120_000 + sum(each.statement.cost_fen for each in shown.card.statements)
    assert (shown.in_force.group.limit_fen, shown.in_force.group.rest_fen) == (500_000, 500_000 - used)
    assert (shown.limit_fen, shown.available_fen) == (6_000_000, 500_000 - used)
    assert shown.in_force.raised_until == TODAY
    assert shown.in_force.group.lines == ("招行信用卡", "附属卡")
    book.write(delete_limit_group, group_id=1)
    alone = book.read(line_view, line_id=1, today=TODAY)
    assert alone is not None
    assert (alone.in_force.group, alone.available_fen) == (None, 6_000_000 - used)
