"""Words for what the columns of a table mean."""

from __future__ import annotations

from planner.core.mappings import AmountForm, DateOrder, TextColumn
from planner.core.statement_rows import AccountKind
from planner.i18n import tr


def date_order(kind: DateOrder) -> str:
    """In which order a day is written."""
    return {
        DateOrder.YMD: tr("Year, month, day (26-11-24)"),
        DateOrder.MDY: tr("Month, day, year (11/24/2026)"),
        DateOrder.DMY: tr("Day, month, year (24/11/2026)"),
    }[kind]


def amount_form(kind: AmountForm) -> str:
    """How a table says which way money went."""
    return {
        AmountForm.SIGNED: tr("One column with a sign"),
        AmountForm.OUT_AND_IN: tr("Two columns: out and in"),
        AmountForm.WORD: tr("One column, and a word beside it"),
    }[kind]


def account_kind(kind: AccountKind) -> str:
    """What a table is of."""
    return {
        AccountKind.WALLET: tr("A wallet"),
        AccountKind.DEBIT: tr("A bank account"),
        AccountKind.CARD: tr("A credit card"),
        AccountKind.APP: tr("A book-keeping app"),
    }[kind]


def text_column(kind: TextColumn) -> str:
    """What a column holds."""
    return {
        TextColumn.COUNTERPARTY: tr("With whom"),
        TextColumn.DESCRIPTION: tr("What for"),
        TextColumn.CATEGORY: tr("Category"),
        TextColumn.METHOD: tr("Paid with"),
        TextColumn.NATIVE_ID: tr("Number of the row"),
        TextColumn.CURRENCY: tr("Currency"),
        TextColumn.ACCOUNT: tr("Card or account"),
        TextColumn.NOTE: tr("Note"),
    }[kind]


def encoding(name: str) -> str:
    """What a text is in; empty for what its bytes say."""
    return {
        "": tr("As recognised"),
        "utf-8": "UTF-8",
        "gb18030": "GB18030 (GBK)",
        "big5": "Big5",
        "utf-16": "UTF-16",
        "cp1252": "Windows-1252",
    }.get(name, name)
