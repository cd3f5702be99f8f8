"""Bank of Communications 交通银行: debit and card tables, card mails, the account's history as text (statements.md §6,
K01 to K07)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from planner.core.statement_rows import AccountKind, ReviewReason
from planner.exchange.statements.banks import account_in, card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.mail_rows import CardMail, mail_reader, tail_in
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "bocom"
_DAY = re.compile(r"(\d\d)/(\d\d)")
_MONEY = re.compile(r"([A-Z]{3})\s*([+-]?\s*[\d,]+(?:\.\d+)?)")
_PAID_BACK = ("还款、退货", "费用返还明细")
_SPENT = ("消费、取现", "其他费用明细")
_CREDITS = ("还款", "退货", "退款", "返还", "返现", "冲正", "撤销", "调账入")
_CHARGES = ("消费", "取现", "分期", "利息", "费", "违约金", "滞纳金", "透支")


def _account(document: Document) -> str:
    return account_in(document.head)


def _unsigned(money: str, day: datetime | None, text: str, account: str, block: int | None) -> Meaning:
    """A card's row whose direction only its first word says, else the block it stands in (1 spent, -1 paid back)."""
    found = _MONEY.search(money)
    fen = None if found is None else signed(found[2])
    word = text.split(" ", maxsplit=1)[0]
    way = -1 if any(words in word for words in _CREDITS) else 1 if any(words in word for words in _CHARGES) else block
    return card_meaning(
        None if fen is None else fen * (way or 1),
        day,
        text,
        account=account,
        currency="CNY" if found is None else found[1],
        review=ReviewReason.UNKNOWN_DIRECTION if way is None else None,
    )


def _card(cells: Cells, about: About) -> Meaning:
    day = moment(first_of(cells["交易日期"], cells["记账日期"]))
    return _unsigned(first_of(cells["入账币种/金额"], cells["交易币种/金额"]), day, cells["交易说明"], "", None)


def _begins(cells: list[str]) -> bool:
    return len(cells) > 3 and all(_DAY.fullmatch(cell) is not None for cell in cells[:2])


def _mailed(cells: list[str], about: About) -> Meaning:
    """Days without a year; the block is named before its table."""
    found = _DAY.fullmatch(cells[0])
    day = about.dated(int(found[1]), int(found[2])) if found is not None else None
    tail, rest = tail_in(cells[2:])
    said = [max(about.sheet.rfind(words) for words in block) for block in (_SPENT, _PAID_BACK)]
    block = None if said[0] == said[1] else 1 if said[0] > said[1] else -1
    return _unsigned(rest[-1], day, rest[0], tail or about.account, block)


def _history(cells: Cells, about: About) -> Meaning:
    """The account's history made into a table: `借 Dr` is money out."""
    fen, way = signed(cells["交易金额"]), cells["借贷"]
    known = any(words in way for words in ("借", "Dr", "贷", "Cr"))
    if fen is not None and ("借" in way or "Dr" in way):
        fen = -fen
    said = debit_meaning(
        fen,
        moment(cells["交易日期"], cells["交易时间"]),
        first_of(cells["对方户名"]),
        [cells["交易类型"], cells["摘要"]],
        method=first_of(cells["交易地点"]),
        account=about.account,
    )
    return said if known else replace(said, review=ReviewReason.UNKNOWN_DIRECTION)


def _web(cells: Cells, about: About) -> Meaning:
    came, went = signed(cells["收入金额"]), signed(cells["支出金额"])
    return debit_meaning(
        None if came is None and went is None else (came or 0) - (went or 0),
        moment(first_of(cells["交易时间"], cells["记账日期"])),
        first_of(cells["对方户名"]),
        [cells["交易方式"], cells["摘要"]],
        method=first_of(cells["交易地点"]),
        account=about.account,
    )


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日期", "记账日期", "交易说明", "交易币种/金额", "入账币种/金额"}),
            meaning=_card,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit history",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易日期", "交易时间", "交易类型", "借贷", "交易金额", "余额", "对方户名"}),
            meaning=_history,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"记账日期", "交易时间", "交易地点", "交易方式", "支出金额", "收入金额", "摘要"}),
            meaning=_web,
            account=_account,
        ),
    ]
)
_mails = mail_reader(
    CardMail(
        provider=PROVIDER,
        generation="card mail",
        title=("交通银行信用卡", "交通银行个人信用卡"),
        begins=_begins,
        meaning=_mailed,
    )
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("交通银行", "交易日期", "余额"), ("序号", "交易日期", "借贷", "余额", "对方户名")),
        meaning=debit_line,
        numbered=True,
        balance_first=True,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables and mails, else its history as lines of text."""
    return _tables(document) or _mails(document) or _lines(document)
