"""Shanghai Pudong Development Bank 浦发银行: debit and card XLS, debit PDF text (statements.md §6, S01 to S03)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.streams import Stream, currency_of, stream_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "spdb"
_ACCOUNT = re.compile(r"账号[,:：\s]*([\d*＊]+)")


def _account(document: Document) -> str:
    found = _ACCOUNT.search(document.lines[0] if document.lines else "")
    return "" if found is None else last_digits(found[1])


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account: 存入 is money in, 取出 money out."""
    came, out = signed(cells["存入金额"]), signed(cells["取出金额"])
    fen = -out if out else came if came is not None else out
    return debit_meaning(
        fen, moment(cells["交易日期"]), first_of(cells["交易对手名称"]), [cells["交易类型"], cells["附言"]],
        account=about.account,
    )  # fmt: skip


def _card(cells: Cells, about: About) -> Meaning:
    return card_meaning(
        signed(cells["交易金额"]), moment(cells["交易日期"]) or moment(cells["记账日期"]), cells["交易摘要"],
        account=last_digits(cells["卡号末四位"].removesuffix(".0").zfill(4)) if cells["卡号末四位"] else "",
        currency=currency_of(cells["交易币种"]), note=cells["原始交易金额&币种"],
    )  # fmt: skip


def _printed(cells: Mapping[str, str], about: About) -> Meaning:
    """A row of the printed account, where every cell may be wrapped, a number within its digits too."""
    day, hour = re.sub(r"\s", "", cells["day"]), re.sub(r"\s", "", cells["hour"])
    fen = signed(re.sub(r"\s", "", cells["amount"]))
    return debit_meaning(fen, moment(day, hour), "", [cells["text"], cells["rest"]], account=about.account)


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易日期", "交易类型", "存入金额", "取出金额", "余额", "交易对手名称"}),
            meaning=_debit,
            account=_account,
        ),
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日期", "记账日期", "交易摘要", "卡号末四位", "卡片类型", "交易币种", "交易金额"}),
            meaning=_card,
        ),
    ]
)
_DAY = r"20\d\s*\d\s*[-/]?\s*[01]\s*\d\s*[-/]?\s*[0-3]\s*\d"
_NUMBER = r"[+-]?\s?\d[\d,]*(?:\n\d[\d,]*)?\s?\.\s?\d\s?\d"
_prints = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="debit print",
            kind=AccountKind.DEBIT,
            header=re.compile(r"(?:浦发银行|浦东发展银行)[^\n]{0,20}(?:明细|流水|对账单)"),
            start=re.compile(rf"^{_DAY}(?=\s)(?!\s*[-–—至~到])", re.MULTILINE),
            row=re.compile(
                rf"(?P<day>{_DAY})\s+(?P<hour>\d\s?\d\s?:\s?\d\s?\d\s?:\s?\d\s?\d)?\s*(?P<text>.*?)\s+"
                rf"(?P<amount>{_NUMBER})\s+(?P<balance>{_NUMBER})(?P<rest>.*)",
                re.DOTALL,
            ),
            meaning=_printed,
            documents=frozenset({"pdf", "text"}),
        ),
    ]
)


def find(document: Document) -> Found | None:
    """A table by its columns, a print by its title."""
    return _tables(document) or _prints(document)
