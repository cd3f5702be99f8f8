"""China Guangfa Bank 广发银行: card statements as CSV or mail (statements.md §6, G01 and G02)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.streams import Stream, currency_of, stream_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "cgb"
_HEADER = re.compile(r"交易日期\s*入账日期\s*交易摘要\s*交易金额\s*交易货币\s*入账金额\s*入账货币")
_TAILS = re.compile(r"^(\d{4})\s+-?[\d,]+\.\d\d$", re.MULTILINE)
_DAY = r"\d{4}[-/]\d{2}[-/]\d{2}"


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    """A row of the card; its kind stands in brackets before its text, `（分期）…10/12期` being an instalment."""
    return card_meaning(
        signed(first_of(cells["入账金额"], cells["交易金额"])),
        moment(cells["交易日期"]) or moment(cells["入账日期"]),
        cells["交易摘要"],
        currency=currency_of(cells["入账货币"] or cells["交易货币"]),
        account=about.account,
    )


def _of_table(cells: Cells, about: About) -> Meaning:
    return _card(cells, about)


def _cards(text: str) -> Sequence[str]:
    """The cards of the mail's summary, where there is one table for each."""
    tails = _TAILS.findall(text.split("入账货币", 1)[0])
    return tails if len(tails) == len(_HEADER.findall(text)) else ()


_mail = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=_HEADER,
            start=re.compile(rf"(?<!\d){_DAY}\s+{_DAY}(?!\d)"),
            row=re.compile(
                rf"(?P<交易日期>{_DAY})\s+(?P<入账日期>{_DAY})\s+(?P<交易摘要>.+?)\s+(?P<交易金额>[-－]?[\d,]+\.\d+)\s+"
                r"(?P<交易货币>\S+)\s+(?P<入账金额>[-－]?[\d,]+\.\d+)\s+(?P<入账货币>\S+)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
            block=_HEADER,
            tails=_cards,
        ),
    ]
)
_table = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日期", "入账日期", "交易摘要", "交易货币", "入账金额", "入账货币"}),
            meaning=_of_table,
        ),
    ]
)


def find(document: Document) -> Found | None:
    """A mail by its running text, a table by its columns."""
    return _mail(document) or (None if document.kind in ("mail", "html") else _table(document))
