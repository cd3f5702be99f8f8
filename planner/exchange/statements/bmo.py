"""Bank of Montreal: card and debit CSV, in Canadian dollars (statements.md §6, L01 and L02)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, debit_meaning, moment, signed
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "bmo"


def _card(cells: Cells, about: About) -> Meaning:
    """A row of the card: a charge is above zero. A transfer from an account repays it."""
    text = " ".join(cells["Description"].split())
    fen = signed(cells["TransactionAmount"])
    day = moment(cells["TransactionDate"]) or moment(cells["PostingDate"])
    return card_meaning(fen, day, text, account=last_digits(cells["Card#"].strip("'")), currency="CAD")


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account, signed."""
    text = " ".join(cells["Description"].split())
    return debit_meaning(
        signed(cells["TransactionAmount"]), moment(cells["DatePosted"]), "", [text],
        account=last_digits(cells["FirstBankCard"].strip("'")), currency="CAD",
    )  # fmt: skip


find = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"Item#", "Card#", "TransactionDate", "PostingDate", "TransactionAmount"}),
            meaning=_card,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"FirstBankCard", "TransactionType", "DatePosted", "TransactionAmount"}),
            meaning=_debit,
        ),
    ]
)
