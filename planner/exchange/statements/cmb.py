"""China Merchants Bank 招商银行: tables, card mails, the history as text (statements.md §6, B01 to B08)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.bank_words import currency_of
from planner.exchange.statements.banks import account_in, card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.mail_rows import CardMail, billed_month, mail_reader
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "cmb"
_DAY = re.compile(r"(\d\d)/?(\d\d)")
_YUAN = re.compile(r"[¥￥]\s*[+-]?[\d,]+(?:\.\d+)?|[+-]?\s*[¥￥]\s*[\d,]+(?:\.\d+)?")
_TAIL = re.compile(r"\d{4}")


def _account(document: Document) -> str:
    return account_in(document.head)


def _day(text: str, about: About) -> datetime | None:
    """`12/29` or `1229` of the bill: its year is the bill's, or the one before."""
    found = _DAY.fullmatch(text)
    if found is None:
        return moment(text)
    known = about if about.last is not None else replace(about, last=billed_month(about.head))
    return known.dated(int(found[1]), int(found[2]))


def _history(cells: Cells, about: About) -> Meaning:
    """The account's history made into a table: the amount is signed."""
    return debit_meaning(
        signed(cells["交易金额"]),
        moment(cells["记账日期"]),
        first_of(cells["对手信息"]),
        [cells["交易摘要"], cells["客户摘要"]],
        account=about.account,
        currency=currency_of(cells["货币"]),
    )


def _web(cells: Cells, about: About) -> Meaning:
    came, went = signed(cells["收入"]), signed(cells["支出"])
    fen = None if came is None and went is None else (came or 0) - (went or 0)
    texts = [cells["交易类型"], cells["交易备注"]]
    return debit_meaning(fen, moment(cells["交易日期"], cells["交易时间"]), "", texts, account=about.account)


def _card(cells: Cells, about: About) -> Meaning:
    """A repayment has no day of its own, only the one of posting."""
    return card_meaning(
        signed(cells["人民币金额"]),
        _day(first_of(cells["交易日"], cells["记账日"]), about),
        cells["交易摘要"],
        account=cells["卡号末四位"] or about.account,
    )


def _mailed_parts(cells: list[str]) -> tuple[int, int] | None:
    """Where the first day and the amount in yuan stand; before them may be a cell with the whole row's text."""
    amount = next((at for at, cell in enumerate(cells) if _YUAN.fullmatch(cell)), None)
    if amount is None or amount < 2 or not _DAY.fullmatch(cells[amount - 2]):
        return None
    return amount - 2 - (amount > 2 and _DAY.fullmatch(cells[amount - 3]) is not None), amount


def _begins(cells: list[str]) -> bool:
    return _mailed_parts(cells) is not None or (len(cells) > 3 and _DAY.fullmatch(cells[0]) is not None)


def _mailed(cells: list[str], about: About) -> Meaning:
    parts = _mailed_parts(cells)
    if parts is None:
        return card_meaning(None, _day(cells[0], about), " ".join(cells[1:]))
    first, amount = parts
    tail = cells[amount + 1] if len(cells) > amount + 1 and _TAIL.fullmatch(cells[amount + 1]) else ""
    return card_meaning(signed(cells[amount]), _day(cells[first], about), cells[amount - 1], account=tail)


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit history",
            kind=AccountKind.DEBIT,
            needs=frozenset({"记账日期", "货币", "交易金额", "联机余额", "交易摘要"}),
            meaning=_history,
            account=_account,
        ),
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日", "记账日", "交易摘要", "人民币金额", "卡号末四位"}),
            meaning=_card,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易日期", "交易时间", "收入", "支出", "余额", "交易类型", "交易备注"}),
            meaning=_web,
            footer=re.compile("#"),
            account=_account,
        ),
    ]
)
_mails = mail_reader(
    CardMail(
        provider=PROVIDER,
        generation="card mail",
        title=("招商银行信用卡", "招行信用卡"),
        begins=_begins,
        meaning=_mailed,
    )
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("招商银行", "记账日期", "余额"), ("记账日期", "联机余额", "对手信息")),
        meaning=debit_line,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables and mails, else its history as lines of text."""
    return _tables(document) or _mails(document) or _lines(document)
