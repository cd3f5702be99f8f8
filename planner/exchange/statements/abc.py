"""Agricultural Bank of China 农业银行: debit accounts and card mails (statements.md §6, N01 to N05)."""

from __future__ import annotations

import re

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.bank_words import currency_of
from planner.exchange.statements.banks import account_in, card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.mail_rows import CardMail, mail_reader, tail_in
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "abc"
_DAY = re.compile(r"\d{6}")
_MONEY = re.compile(r"([+-]?\s*[\d,]+(?:\.\d+)?)\s*/\s*([A-Z]{3})")


def _account(document: Document) -> str:
    return account_in(document.head)


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account: `交易金额` is signed; the loans' repayments have no hour."""
    fen = signed(cells["交易金额"])
    texts = [cells[name] for name in ("交易摘要", "交易类型", "交易用途", "交易附言")]
    party = first_of(cells["对方户名"], cells["对手信息"])
    return debit_meaning(
        fen, moment(cells["交易日期"], cells["交易时间"]), party, texts, method=cells["交易渠道"], account=about.account
    )


def _begins(cells: list[str]) -> bool:
    return len(cells) > 3 and all(_DAY.fullmatch(cell) is not None for cell in cells[:2])


def _card(cells: list[str], about: About) -> Meaning:
    """`YYMMDD` twice, tail, text, amount and posted amount, each `-45.00/CNY`: what is charged is below zero."""
    tail, rest = tail_in(cells[2:])
    money = _MONEY.findall(" ".join(rest[1:]))
    amount, currency = money[-1] if money else ("", "CNY")
    fen = signed(amount)
    return card_meaning(
        None if fen is None else -fen,
        moment(cells[0]),
        rest[0] if rest else "",
        account=tail or about.account,
        currency=currency_of(currency),
    )


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易日期", "交易时间", "交易摘要", "交易金额", "本次余额"}),
            meaning=_debit,
            account=_account,
        ),
    ]
)
_mails = mail_reader(
    CardMail(
        provider=PROVIDER,
        generation="card mail",
        title=("金穗信用卡", "农业银行信用卡"),
        begins=_begins,
        meaning=_card,
    )
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("农业银行", "交易日期", "余额"), ("交易日期", "交易摘要", "本次余额", "日志号")),
        meaning=debit_line,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables and mails, else its history as lines of text."""
    return _tables(document) or _mails(document) or _lines(document)
