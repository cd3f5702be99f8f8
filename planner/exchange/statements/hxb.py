"""Hua Xia Bank 华夏银行: card mails (statements.md §6, X01)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.core.statement_rows import CNY, AccountKind
from planner.exchange.statements.banks import card_meaning, signed
from planner.exchange.statements.streams import Stream, stream_reader
from planner.exchange.statements.tables import About, Meaning

PROVIDER = "hxb"
_DAY = r"\d\d/\d\d"
_DOLLARS = "美元账务信息"


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    """A row of the card: a day without a year, the amount's sign before its currency's."""
    month, day = cells["day"].split("/")
    dollars = about.sheet == _DOLLARS or "$" in cells["amount"]
    return card_meaning(
        signed(cells["amount"].replace("$", "").replace("＄", "")), about.dated(int(month), int(day)), cells["text"],
        account=cells["tail"], currency="USD" if dollars else CNY,
    )  # fmt: skip


find = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=re.compile(r"华夏(?:银行)?信用卡[^\n]{0,20}账单"),
            start=re.compile(rf"(?<![\d/]){_DAY}\s+{_DAY}(?![/\d])"),
            row=re.compile(
                rf"(?P<day>{_DAY})\s+(?P<posted>{_DAY})\s+(?P<text>.+?)\s+(?P<tail>\d{{4}})\s+"
                r"(?P<amount>[-－]?\s?[￥¥$＄]?\s?[-－]?[\d,]+\.\d\d)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
            block=re.compile(rf"{_DOLLARS}|人民币账务信息"),
        ),
    ]
)
