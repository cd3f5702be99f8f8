"""Agricultural Bank of China 农业银行: debit accounts and card mails (statements.md §6, N01 to N05)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import debit_meaning, first_of, moment, signed
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, reader_of

PROVIDER = "abc"


def _debit(cells: Cells, about: About) -> Meaning:
    """A row of the account: `交易金额` is signed; the loans' repayments have no hour."""
    fen = signed(cells["交易金额"])
    texts = [cells[name] for name in ("交易摘要", "交易类型", "交易用途", "交易附言")]
    party = first_of(cells["对方户名"], cells["对手信息"])
    return debit_meaning(
        fen, moment(cells["交易日期"], cells["交易时间"]), party, texts, method=cells["交易渠道"], account=about.account
    )


find = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="debit",
            kind=AccountKind.DEBIT,
            needs=frozenset({"交易日期", "交易时间", "交易摘要", "交易金额", "本次余额"}),
            meaning=_debit,
        ),
    ]
)
