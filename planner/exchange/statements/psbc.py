"""Postal Savings Bank of China 邮储银行: card mails (statements.md §6, Z01)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, moment, signed
from planner.exchange.statements.streams import Stream, stream_reader
from planner.exchange.statements.tables import About, Meaning

PROVIDER = "psbc"


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    return card_meaning(signed(cells["amount"]), moment(cells["day"]), cells["text"], account=cells["tail"])


find = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=re.compile(r"(?:邮储|邮政储蓄)银行信用卡[^\n]{0,20}账单"),
            start=re.compile(r"(?<!\d)20\d{6}\s+20\d{6}(?!\d)"),
            row=re.compile(
                r"(?P<day>20\d{6})\s+(?P<posted>20\d{6})\s+(?P<text>.+?)\s+"
                r"(?P<amount>-?\s?[￥¥]?\s?-?[\d,]+\.\d\d)\s+(?P<tail>\d{4})(?!\d)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
        ),
    ]
)
