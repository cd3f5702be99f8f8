"""Ping An Bank 平安银行: debit accounts as XLSX, with an id of every row (statements.md §6, U01)."""

from __future__ import annotations

import re
from dataclasses import replace

from planner.core.statement_rows import AccountKind, ReviewReason
from planner.exchange.statements.banks import debit_meaning, first_of, moment, signed
from planner.exchange.statements.documents import Document
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "pab"
_ACCOUNT = re.compile(r"账号[：:\s]*([\d*＊]+)")


def _account(document: Document) -> str:
    found = _ACCOUNT.search(document.head)
    return "" if found is None else last_digits(found[1])


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account: unsigned, 转出 is money out; another word is to review."""
    fen = signed(cells["交易金额"])
    way = cells["交易类型"]
    out = "转出" in way or "支出" in way
    known = out or "转入" in way or "收入" in way
    said = debit_meaning(
        fen if fen is None or not out else -abs(fen), moment(cells["交易时间"]),
        first_of(cells["收款方姓名"] if out else cells["付款方姓名"]), [cells["摘要"], cells["备注"]],
        account=about.account, native_id=cells["交易流水号"],
    )  # fmt: skip
    return said if known else replace(said, direction=way, review=ReviewReason.UNKNOWN_DIRECTION)


find = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易时间", "付款方姓名", "收款方姓名", "交易类型", "交易金额", "交易流水号"}),
            meaning=_debit,
            account=_account,
        ),
    ]
)
