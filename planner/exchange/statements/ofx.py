"""OFX and QFX, SGML and XML alike (statements.md §7): read leniently, tag by tag, without entities of their own.

The libraries that know OFX want well-formed files; what banks send has no closing tags, no header, the wrong encoding,
impossible days. Here a transaction is what stands between `<STMTTRN>` and its end, whatever else is wrong.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from planner.core.statement_rows import CNY, AccountKind, RowClass
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.tables import Meaning, RowMaker, last_digits

PROVIDER = "ofx"
_START = re.compile(r"\s*(?:OFXHEADER|<\?OFX|<OFX>|<\?xml)", re.I)
_TAG = re.compile(r"<(/?)([A-Za-z0-9._]{1,40})[^<>]{0,200}?(/?)>([^<]*)")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_AMOUNT = re.compile(r"[+-]?\d{1,20}(?:[.,]\d{0,12})?|[+-]?[.,]\d{1,12}")
_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS"})
_COMMENT = re.compile(r"<!--.*?-->", re.S)


@dataclass(slots=True)
class _Transaction:
    """A transaction as it stands in the file, and what its statement says."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    account: str = ""
    bank: str = ""


def find(document: Document) -> Found | None:
    """The statements in an OFX file; error replies and account lists have none, and no rows."""
    if document.kind != "ofx" or not _START.match(document.head.lstrip("\ufeff")):
        return None

    def read(progress: Progress, cancelled: Stop) -> Contents:
        text = _COMMENT.sub("", "\n".join(document.lines))
        maker, rows, kinds, tails = RowMaker(PROVIDER), [], set[AccountKind](), set[str]()
        met: dict[tuple[str, str, str], str] = {}
        for number, (each, kind) in enumerate(_transactions(text)):
            if number % 2000 == 0:
                look(document.file_name, number, number, progress, cancelled)
            said = _meaning(each, met)
            kinds.add(kind)
            tails.add(said.account)
            raw = " ".join(f"{name}={value}" for name, value in each.fields.items())
            identity = [each.bank, each.account, *(each.fields.get(name, "") for name in _IDENTITY)]
            rows.append(maker.row(each.line, identity, said, raw=raw))
        kind = AccountKind.CARD if kinds == {AccountKind.CARD} else AccountKind.DEBIT
        hint = tails.pop() if len(tails) == 1 else ""
        return Contents(PROVIDER, "OFX", f"***{hint}" if hint else "", kind, rows)

    return read


_IDENTITY = ("DTPOSTED", "TRNAMT", "NAME", "MEMO", "TRNTYPE", "CHECKNUM", "FITID")


def _transactions(text: str) -> Iterator[tuple[_Transaction, AccountKind]]:
    """Every transaction with its statement's currency and account: the tags in order, closed or not."""
    bank = currency = account = ""
    kind, open_one, counted, counted_at = AccountKind.DEBIT, None, 1, 0
    for found in _TAG.finditer(text):
        closing, name, _, value = found.groups()
        name, value = name.upper(), _plain(value)
        if open_one is not None and (name in ("STMTTRN", "BANKTRANLIST", *_STATEMENTS, "LEDGERBAL")):
            yield open_one, kind
            open_one = None
        if closing:
            continue
        if name == "STMTTRN":
            counted += text.count("\n", counted_at, found.start())
            counted_at = found.start()
            open_one = _Transaction(counted, {}, currency, account, bank)
        elif name in _STATEMENTS:
            kind = AccountKind.CARD if name == "CCSTMTRS" else AccountKind.DEBIT
            currency = account = ""
        elif open_one is not None:
            if value:
                open_one.fields.setdefault(name, value)
        elif name == "CURDEF":
            currency = value.upper()[:3]
        elif name == "ACCTID":
            account = value
        elif name in ("ORG", "FID"):
            bank = f"{bank} {value}".strip()
    if open_one is not None:
        yield open_one, kind


def _plain(value: str) -> str:
    """A value without its escapes, of which some files have two layers, on one line."""
    return " ".join(html.unescape(html.unescape(value)).split())


def _meaning(each: _Transaction, met: dict[tuple[str, str, str], str]) -> Meaning:
    fields = each.fields
    amount, day = _hundredths(fields.get("TRNAMT", "")), _moment(fields.get("DTPOSTED", ""))
    name = fields.get("NAME", "") or fields.get("PAYEE", "")
    fitid = fields.get("FITID", "")
    # some banks give one id to several transactions: the first keeps it, the others are told by what they say
    content = f"{fields.get('DTPOSTED')} {fields.get('TRNAMT')} {name}"
    if fitid and met.setdefault((each.bank, each.account, fitid), content) != content:
        fitid = ""
    kind = RowClass.OUT if amount is not None and amount < 0 else RowClass.IN
    return Meaning(
        row_class=kind, happened_at=day, amount_fen=None if amount is None else abs(amount),
        direction="支出" if kind is RowClass.OUT else "收入", counterparty=name,
        description=fields.get("MEMO", ""), method=fields.get("TRNTYPE", ""),
        native_id=f"{each.bank}/{each.account}/{fitid}".strip("/") if fitid else "", currency=each.currency or CNY,
        account=last_digits(each.account), note=fields.get("CHECKNUM", ""),
    )  # fmt: skip


def _hundredths(text: str) -> int | None:
    """Hundredths, half to even; a comma may be the decimal point. None for what is no number (`$120`)."""
    text = text.replace(" ", "")
    if text.count(",") and text.count("."):
        text = text.replace(",", "") if text.rindex(".") > text.rindex(",") else text.replace(".", "")
    if not _AMOUNT.fullmatch(text):
        return None
    try:
        exact = Decimal(text.replace(",", ".")) * 100
    except InvalidOperation:
        return None
    return int(exact.quantize(Decimal(1), ROUND_HALF_EVEN))


def _moment(text: str) -> datetime | None:
    """The day in the offset that the file states: never moved to another zone, so no day shifts. The hour that banks
    put behind it is seldom one at which anything happened."""
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        year, month, day = map(int, found.groups())
        return datetime(year, month, day) if 1990 <= year < 2200 else None
    except ValueError:
        return None
