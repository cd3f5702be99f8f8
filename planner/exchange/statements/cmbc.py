"""China Minsheng Bank 民生银行: card mails and printed debit accounts (statements.md §6, V01 and V02)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from planner.core.statement_rows import AccountKind
from planner.exchange.statements.banks import card_meaning, debit_meaning, moment, signed
from planner.exchange.statements.contents import Found
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import read_time
from planner.exchange.statements.streams import Stream, stream_reader
from planner.exchange.statements.tables import About, Meaning

PROVIDER = "cmbc"
_SHORT = r"\d\d/\d\d"
_STATEMENT_DAY = re.compile(r"(?:Statement Date|账单日)[：:\s]*(\d{4}[-/年]\d{1,2}[-/月]\d{1,2})")
_MONTH = re.compile(r"(\d{4})年(\d{1,2})月(?:电子)?对账单")


def _dated(about: About, text: str) -> About:
    """The file with the day of the statement as its period's last, where it names no period."""
    found = _STATEMENT_DAY.search(text)
    last = read_time(found[1].replace("年", "-").replace("月", "-")) if found is not None else None
    month = _MONTH.search(text)
    if last is None and month is not None:
        last = read_time(f"{month[1]}-{int(month[2]):02}-28")
    return about if last is None or about.last is not None else replace(about, last=last.date())


def _card(cells: Mapping[str, str], about: About) -> Meaning:
    month, day = cells["day"].split("/")
    return card_meaning(
        signed(cells["amount"]), _dated(about, about.head).dated(int(month), int(day)), cells["text"],
        account=cells["tail"],
    )  # fmt: skip


def _printed(cells: Mapping[str, str], about: About) -> Meaning:
    """A row of the printed account: what stands behind the balance is channel, office and the other side."""
    return debit_meaning(
        signed(cells["amount"]), moment(cells["day"], cells["hour"]), "", [cells["text"], cells["rest"]],
        account=about.account,
    )  # fmt: skip


_NUMBER = r"[+-]?[\d,]+\.\d\d"
find_in = stream_reader(
    [
        Stream(
            provider=PROVIDER,
            generation="card mail",
            kind=AccountKind.CARD,
            header=re.compile(r"民生(?:银行)?信用卡[^\n]{0,20}账单"),
            start=re.compile(rf"(?<![\d/]){_SHORT}\s*{_SHORT}(?![/\d])"),
            row=re.compile(
                rf"(?P<day>{_SHORT})\s*(?P<posted>{_SHORT})\s*"
                rf"(?:(?:(?!{_SHORT}).)+?-?[\d,]*\.\d\d\d{{4}}\s+)?(?P<text>.+?)\s+(?P<amount>-?[\d,]+\.\d\d)\s+"
                r"(?P<tail>\d{4})(?!\d)",
                re.DOTALL,
            ),
            meaning=_card,
            documents=frozenset({"mail", "html"}),
        ),
        Stream(
            provider=PROVIDER,
            generation="debit print",
            kind=AccountKind.DEBIT,
            header=re.compile(r"民生银行|凭证类型\s*凭证号码\s*交易时间"),
            start=re.compile(r"20\d\d[-/]\d\d[-/]\d\d(?=\s+(?:\d\d:\d\d:\d\d\s+)?\S[^\n]{0,60}?\s[+-]?[\d,]+\.\d\d)"),
            row=re.compile(
                r"(?P<day>20\d\d[-/]\d\d[-/]\d\d)\s+(?P<hour>\d\d:\d\d:\d\d)?\s*(?P<text>.*?)\s+"
                rf"(?P<amount>{_NUMBER})\s+(?P<balance>{_NUMBER})(?P<rest>.*)",
                re.DOTALL,
            ),
            meaning=_printed,
            documents=frozenset({"pdf", "text"}),
        ),
    ]
)


def find(document: Document) -> Found | None:
    """A mail or a print by its title."""
    return find_in(document)
