"""China Construction Bank 建设银行: debit exports, card mails, the account's history as text (statements.md §6, C01 to
C04)."""

from __future__ import annotations

import re

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.bank_words import currency_of
from planner.exchange.statements.banks import account_in, card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.mail_rows import CardMail, mail_reader, tail_in
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.reading import read_time
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "ccb"
_MONEY = re.compile(r"([A-Z]{3})\s*([+-]?\s*[\d,]+(?:\.\d+)?)")


def _account(document: Document) -> str:
    return account_in(document.head)


def _debit(cells: Cells, about: About) -> Meaning:
    """Two columns, the one that is not meant being 0."""
    came, went = signed(cells["收入"]), signed(cells["支出"])
    fen = None if came is None and went is None else (came or 0) - (went or 0)
    return debit_meaning(
        fen,
        moment(first_of(cells["交易日期"], cells["记账日"]), cells["交易时间"]),
        first_of(cells["对方户名"]),
        [cells["摘要"], cells["交易地点"]],
        account=about.account,
        currency=currency_of(cells["币种"]),
    )


def _begins(cells: list[str]) -> bool:
    return len(cells) > 3 and read_time(cells[0]) is not None and read_time(cells[1]) is not None


def _card(cells: list[str], about: About) -> Meaning:
    """Day, day of posting, tail, text, currency and amount, posted currency and amount; a cell may hold both."""
    tail, rest = tail_in(cells[2:])
    money = _MONEY.findall(" ".join(rest[1:]))
    currency, amount = money[-1] if money else ("CNY", "")
    return card_meaning(
        signed(amount), moment(cells[0]), rest[0] if rest else "", account=tail or about.account, currency=currency
    )


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"记账日", "交易日期", "交易时间", "支出", "收入", "账户余额", "摘要", "对方户名"}),
            meaning=_debit,
            footer=re.compile("以上数据仅供参考"),
            account=_account,
        ),
    ]
)
_mails = mail_reader(
    CardMail(
        provider=PROVIDER,
        generation="card mail",
        title=("建设银行信用卡", "龙卡信用卡"),
        begins=_begins,
        meaning=_card,
    )
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("建设银行", "交易日期", "账户余额"), ("序号", "摘要", "账户余额", "对方账号与户名")),
        meaning=debit_line,
        numbered=True,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables and mails, else its history as lines of text."""
    return _tables(document) or _mails(document) or _lines(document)
