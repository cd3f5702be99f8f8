"""Bank of China 中国银行: debit and card tables, the account's history as text (statements.md §6, O01 to O06)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.bank_words import currency_of
from planner.exchange.statements.banks import card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "boc"


def _card(cells: Cells, about: About) -> Meaning:
    """Repayments and refunds are both `存入`; many have no word that tells which."""
    came, went = signed(cells["存入"]), signed(cells["支出"])
    return card_meaning(
        None if came is None and went is None else (went or 0) - (came or 0),
        moment(first_of(cells["交易日"], cells["银行记账日"])),
        cells["交易描述"],
        account=cells["卡号后四位"],
        currency=currency_of(cells["币种"]),
    )


def _history(cells: Cells, about: About) -> Meaning:
    """The account's history made into a table: dashes are nothing, the amount is signed."""
    return debit_meaning(
        signed(cells["金额"]),
        moment(cells["记账日期"], cells["记账时间"]),
        first_of(cells["对方账户名"]),
        [cells["交易名称"], cells["附言"]],
        method=first_of(cells["渠道"]),
        account=last_digits(cells["借记卡号"]) or about.account,
        currency=currency_of(cells["币别"]),
    )


def _web(cells: Cells, about: About) -> Meaning:
    came, went = signed(cells["收入金额"]), signed(cells["支出金额"])
    return debit_meaning(
        None if came is None and went is None else (came or 0) - (went or 0),
        moment(cells["交易时间"]),
        first_of(cells["对方账户名称"]),
        [cells["业务摘要"], cells["附言"]],
        method=first_of(cells["交易渠道/场所"]),
        account=about.account,
        currency=currency_of(cells["币种"]),
    )


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日", "银行记账日", "卡号后四位", "交易描述", "存入", "支出", "币种"}),
            meaning=_card,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit history",
            kind=AccountKind.DEBIT,
            needs=frozenset({"记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "附言"}),
            meaning=_history,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易时间", "业务摘要", "对方账户名称", "收入金额", "支出金额", "附言"}),
            meaning=_web,
        ),
    ]
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("中国银行", "记账日期", "余额"), ("记账日期", "记账时间", "币别", "交易名称", "网点名称")),
        meaning=debit_line,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables, else its history as lines of text."""
    return _tables(document) or _lines(document)
