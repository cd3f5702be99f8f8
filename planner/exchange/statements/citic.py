"""China CITIC Bank 中信银行: card statements as XLS or XLSX (statements.md §6, T01 to T03)."""

from __future__ import annotations

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, first_of, moment, signed
from planner.exchange.statements.streams import currency_of
from planner.exchange.statements.tables import About, Cells, Layout, Meaning, last_digits, reader_of

PROVIDER = "citic"


def _card(cells: Cells, about: About) -> Meaning:
    """A row of the card: the amount in the currency it is settled in, as text."""
    return card_meaning(
        signed(first_of(cells["结算金额"], cells["交易金额"])),
        moment(cells["交易日期"]) or moment(cells["入账日期"]),
        cells["交易描述"],
        account=last_digits(cells["卡末四位"].removesuffix(".0").zfill(4)) if cells["卡末四位"] else "",
        currency=currency_of(cells["结算币种"] or cells["交易币种"]),
    )


find = reader_of(
    [
        Layout(
            provider=PROVIDER,
            generation="card",
            kind=AccountKind.CARD,
            needs=frozenset({"交易日期", "入账日期", "交易描述", "卡末四位", "结算金额"}),
            meaning=_card,
        ),
    ]
)
