"""Industrial Bank 兴业银行: debit accounts as XLS or XLSX and card mails (statements.md §6, F01 to F05)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from planner.core.statement_rows import AccountKind, RowClass
from planner.exchange.statements.banks import card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.streams import Stream, currency_of, stream_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "cib"
_DAY = r"\d{4}[-/]\d{2}[-/]\d{2}"
_ACCOUNT = re.compile(r"账户账号[,:：\s]*([\d*＊]+)")
_CURRENCY = re.compile(r"卡内账户[,:：\s]*([^,\n]*)")


def _account(document: Document) -> str:
    found = _ACCOUNT.search(document.head)
    return "" if found is None else last_digits(found[1])


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account; a negative 支出 is one that was taken back (隔日冲账)."""
    out, came = signed(cells["支出"]), signed(cells["收入"])
    fen = -out if out else came if came is not None else None if out is None else 0
    named = _CURRENCY.search(about.head)
    said = debit_meaning(
        fen,
        moment(cells["交易时间"]) or moment(cells["记账日"]),
        first_of(cells["对方户名"]),
        [cells["摘要"], cells["用途"], cells["备注"]],
        method=cells["交易渠道"],
        account=about.account,
        currency=currency_of(named[1].split()[-1] if named is not None and named[1].split() else ""),
    )
    if out is not None and out < 0:
        return replace(said, row_class=RowClass.N_REFUND, debt=None)
    return said


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    return card_meaning(signed(cells["amount"]), moment(cells["day"]), cells["text"], account=about.account)


_debits = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易时间", "记账日", "支出", "收入", "账户余额", "摘要", "对方户名"}),
            without=frozenset({"交易日期", "币种"}),
            meaning=_debit,
            footer=re.compile("说明"),
            account=_account,
        ),
    ]
)
_cards = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=re.compile(r"兴业银行信用卡[^\n]{0,20}(?:账单|对账单)|交易日期 Trans Date[^\n]*记账币金额"),
            start=re.compile(rf"(?<!\d){_DAY}\s+{_DAY}(?!\d)"),
            row=re.compile(
                rf"(?P<day>{_DAY})\s+(?P<posted>{_DAY})\s+(?P<text>.+?)\s+"
                r"(?:(?P<abroad>(?:[A-Z]{3}\s*)?-?[\d,]+\.\d\d(?:\s*[A-Z]{3})?)\s+)?(?P<amount>[-－]?[\d,]+\.\d\d)(?!\S)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
        ),
    ]
)


def find(document: Document) -> Found | None:
    """An account by its columns, a card's mail by its title."""
    return _debits(document) or _cards(document)
