"""Industrial and Commercial Bank of China 工商银行: debit and card exports, the history as text (statements.md §6,
I01 to I06)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.bank_words import currency_of
from planner.exchange.statements.banks import account_in, card_meaning, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.pdf_lines import LineLayout, debit_line, lines_reader
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "icbc"
_BOOKED = frozenset({"交易日期", "摘要", "交易场所", "记账金额(收入)", "记账金额(支出)", "记账币种"})


def _is_sum(cells: Cells) -> bool:
    """`合计金额`, `人民币合计`: a sum of one currency stands below its rows."""
    return "合计" in cells["交易日期"]


def _account(document: Document) -> str:
    return account_in(document.head)


def _booked(cells: Cells) -> tuple[int | None, str]:
    """What was posted, money in above zero, and its currency; the columns of the transaction are often `-`."""
    for kind in ("记账", "交易"):
        came, went = signed(cells[f"{kind}金额(收入)"]), signed(cells[f"{kind}金额(支出)"])
        if came is not None or went is not None:
            return (came or 0) - (went or 0), currency_of(cells[f"{kind}币种"])
    return None, currency_of(cells["记账币种"])


def _debit(cells: Cells, about: About) -> Meaning:
    fen, currency = _booked(cells)
    texts = [cells[name] for name in ("摘要", "交易详情", "交易场所")]
    return debit_meaning(
        fen, moment(cells["交易日期"]), first_of(cells["对方户名"]), texts, account=about.account, currency=currency
    )


def _card(cells: Cells, about: About) -> Meaning:
    fen, currency = _booked(cells)
    text = " | ".join(filter(first_of, (cells["摘要"], cells["交易场所"], cells["对方户名"])))
    return card_meaning(
        None if fen is None else -fen, moment(cells["交易日期"]), text, account=about.account, currency=currency
    )


_tables = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=_BOOKED | {"记账日期"},
            without=frozenset({"钞/汇"}),
            meaning=_card,
            skip=_is_sum,
            account=_account,
        ),
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=_BOOKED | {"钞/汇"},
            meaning=_debit,
            skip=_is_sum,
            account=_account,
        ),
    ]
)
_lines = lines_reader(
    LineLayout(
        provider=PROVIDER,
        generation="debit lines",
        heads=(("工商银行", "交易日期", "余额"), ("交易日期", "储种", "余额", "摘要", "对方户名")),
        meaning=debit_line,
        signed=True,
    )
)


def find(document: Document) -> Found | None:
    """The bank's tables, else its history as lines of text."""
    return _tables(document) or _lines(document)
