"""Books with cards for tests: a line whose contract's terms are known, and what happened on it."""

from __future__ import annotations

from datetime import date

from planner.actions.cards import add_card_entry, set_card_terms
from planner.actions.lines import add_line, pay_line
from planner.core.card_entries import EntryKind, InstalmentTerms
from planner.core.card_terms import CardTerms
from planner.core.facts import LenderKind, LineKind
from planner.core.money import parse_amount
from planner.store.book import Book


def day(text: str) -> date:
    return date.fromisoformat(text)


def with_card(
    book: Book,
    terms: CardTerms | None,
    *,
    name: str = "招行信用卡",
    product: str = "credit_card",
    kind: LineKind = LineKind.CARD,
    opened_on: date = date(2020, 1, 1),
    limit_fen: int = 5_000_000,
) -> int:
    """Adds a line, with terms where some are given; returns its id."""
    line = book.write(
        add_line, lender_name="招商银行", lender_kind=LenderKind.BANK, name=name, product=product, kind=kind,
        opened_on=opened_on, limit_fen=limit_fen,
    )  # fmt: skip
    if terms is not None:
        book.write(set_card_terms, line_id=line, terms=terms)
    return line


def note(
    book: Book,
    line: int,
    kind: EntryKind,
    on: str,
    amount: str,
    *,
    instalment: InstalmentTerms | None = None,
    fee_fen: int | None = None,
) -> int:
    """Notes an entry in yuan on an ISO day; returns its id."""
    return book.write(
        add_card_entry, line_id=line, kind=kind, posted_on=day(on), amount_fen=parse_amount(amount),
        instalment=instalment, fee_fen=fee_fen,
    )  # fmt: skip


def pay(book: Book, line: int, on: str, amount: str) -> int:
    return book.write(pay_line, line_id=line, paid_on=day(on), amount_fen=parse_amount(amount))
