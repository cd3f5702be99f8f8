"""Bank of Shanghai 上海银行: card mails, whose amounts have their sign behind them (statements.md §6, Y01)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, moment, signed
from planner.exchange.statements.streams import Stream, stream_reader
from planner.exchange.statements.tables import About, Meaning

PROVIDER = "bosc"
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    return card_meaning(signed(cells["amount"]), moment(cells["day"]), cells["text"], account=cells["tail"])


find = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=re.compile(r"上海银行信用卡[^\n]{0,20}账单"),
            start=re.compile(rf"(?<![-–—~～至到\d]){_DAY}\s+{_DAY}"),
            row=re.compile(
                rf"(?P<day>{_DAY})\s+(?P<posted>{_DAY})\s+(?P<text>.+?)\s+(?P<amount>[\d,]+\.\d\d[+-]?)\s+"
                r"(?P<tail>\d{4})(?!\d)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
        ),
    ]
)
