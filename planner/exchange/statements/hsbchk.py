"""HSBC Hong Kong 汇丰香港: card and account CSV in several currencies (statements.md §6, H01 and H02)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from planner.core.statement_rows import AccountKind, RowClass
from planner.exchange.statements.banks import card_meaning, debit_meaning, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.streams import currency_of
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "hsbchk"
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_QUOTED = re.compile(r'"[ \t]+(?=,|$)')


def _moment(text: str) -> datetime | None:
    """DD/MM/YYYY."""
    found = _DAY.fullmatch(text.strip())
    try:
        return None if found is None else datetime(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _card(cells: Cells, about: About) -> Meaning:
    """A row of the card: a charge is below zero."""
    fen = signed(cells["Billingamount"])
    text = " ".join(cells["Description"].split())
    said = card_meaning(
        None if fen is None else -fen, _moment(cells["Transactiondate"]) or _moment(cells["Postdate"]), text,
        currency=currency_of(cells["Billingcurrency"]),
    )  # fmt: skip
    said = replace(said, counterparty=cells["Merchantname"], status=cells["Transactionstatus"])
    returned = fen is not None and fen > 0 and text.startswith("RETURN")
    return replace(said, row_class=RowClass.N_REFUND) if returned else said


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account, signed."""
    amount = cells["Transactionamount"] or cells["Billingamount"] or cells["Amount"]
    day = cells["Transactiondate"] or cells["Date"]
    currency = currency_of(cells["Currency"] or cells["Billingcurrency"] or cells["Accountcurrency"] or "HKD")
    return debit_meaning(signed(amount), _moment(day), "", [" ".join(cells["Description"].split())], currency=currency)


_find = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"Transactiondate", "Postdate", "Description", "Billingamount", "Billingcurrency"}),
            meaning=_card,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"Transactiondate", "Description", "Billingamount", "Billingcurrency"}),
            meaning=_debit,
        ),
    ]
)


def find(document: Document) -> Found | None:
    """By its columns; what stands between a closing quote and its comma is taken away first."""
    if document.kind != "text" or "Billing amount" not in document.head:
        return None
    lines = [_QUOTED.sub('"', line) for line in document.lines]
    return _find(replace(document, lines=lines))
