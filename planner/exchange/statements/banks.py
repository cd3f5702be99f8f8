"""What the banks' statements share: the words that tell a debt, signed amounts, days and hours in two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from planner.core.statement_rows import CNY, DebtKind, ReviewReason, RowClass
from planner.exchange.statements.bank_words import charge_category, interest_earned, loan_product, own_transfer
from planner.exchange.statements.reading import read_amount, read_time
from planner.exchange.statements.tables import Meaning

_EMPTY = frozenset({"-", "--", "----------", "/", "—"})
_SHORT_DAY = re.compile(r"(\d\d)(\d\d)(\d\d)")
_HOUR = re.compile(r"(\d{1,2}):?(\d\d):?(\d\d)?")
_ACCOUNT = re.compile(r"(?:卡|账|帐|户口)\s*[号户][^\d\n,*xX]{0,20}([\dxX*＊ ]{4,40}\d{4})(?![\dxX*＊])")
_LENDERS = ("小额贷款", "消费金融", "微众银行", "网商银行")
"""Who lends; these collect without the word for repayment (statements.md §6)."""
_REPAID = ("正常还款", "约定还款", "提前还款", "还款", "还贷", "还信用卡")
_PAID_OUT = ("放款", "贷款发放", "借款发放")
_CARD_CENTRES = ("银行卡中心", "信用卡中心")


def first_of(*texts: str) -> str:
    """The first text that says something."""
    return next((text for text in texts if text and text not in _EMPTY and text.strip("-—")), "")


def account_in(text: str) -> str:
    """The last four digits of the account that a head names (`卡号: 1234****5678`, `账户：622848****8888`)."""
    found = _ACCOUNT.search(text)
    return "" if found is None else re.sub(r"\D", "", found[1])[-4:]


def signed(text: str) -> int | None:
    """Hundredths with their sign, which may stand behind (`45.50+`) or before a currency sign (`-￥100.00`)."""
    text = text.strip().replace("－", "-").replace("＋", "+").replace(" ", "")
    if text.endswith(("+", "-")):
        text = text[-1] + text[:-1]
    minus = text.startswith("-") or text.lstrip("¥￥").startswith("-")
    fen = read_amount(text.replace("-", "").replace("+", ""))
    return None if fen is None else -fen if minus else fen


def moment(day: str, hour: str = "") -> datetime | None:
    """The moment of a day and an hour in two cells: `20250101` and `185319`, `2025-01-01` and `18:53:19`; midnight
    where the hour is empty."""
    found = read_time(day) or _short_day(day)
    at = _HOUR.fullmatch(hour.strip())
    if found is None or at is None:
        return found
    hours, minutes, seconds = (int(part or 0) for part in at.groups())
    if hours > 23 or minutes > 59 or seconds > 59:
        return found
    return found.replace(hour=0, minute=0, second=0) + timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _short_day(text: str) -> datetime | None:
    """`YYMMDD`."""
    found = _SHORT_DAY.fullmatch(text.strip())
    return None if found is None else read_time("20" + "".join(found.groups()))


def debt_of(fen: int, text: str) -> DebtKind | None:
    """What a row of a debit account does to a debt, by its words: money out that repays, money in that was lent."""
    if fen < 0 and any(words in text for words in (*_REPAID, *_LENDERS, *_CARD_CENTRES)):
        return DebtKind.REPAYMENT
    if fen > 0 and any(words in text for words in (*_PAID_OUT, *_LENDERS)):
        return DebtKind.DRAWDOWN
    return None


def debit_meaning(
    fen: int | None,
    happened_at: datetime | None,
    party: str,
    texts: Sequence[str],
    *,
    method: str = "",
    account: str = "",
    native_id: str = "",
    currency: str = CNY,
    note: str = "",
) -> Meaning:
    """A row of a debit account by its sign: below zero money out; a repayment or a loan where its words say so."""
    text = " | ".join(dict.fromkeys(each for each in texts if first_of(each)))
    words = f"{party} {text}"
    debt = None if fen is None else debt_of(fen, words)
    kind = _debit_class(fen or 0, debt, words) if fen != 0 else RowClass.N_ZERO
    return Meaning(
        row_class=kind, happened_at=happened_at, amount_fen=None if fen is None else abs(fen),
        direction="" if fen is None else "支出" if fen < 0 else "收入", counterparty=party, description=text,
        method=method, debt=debt, product=loan_product(words), native_id=native_id, currency=currency, account=account,
        note=note, provider_category=charge_category(words) if kind is RowClass.OUT else "",
    )  # fmt: skip


def _debit_class(fen: int, debt: DebtKind | None, words: str) -> RowClass:
    """By its sign, unless a debt, the account's interest or a plain move of own money is told by its words."""
    if debt is not None:
        return RowClass.N_REPAYMENT if debt is DebtKind.REPAYMENT else RowClass.N_DRAWDOWN
    if own_transfer(fen, words):
        return RowClass.N_TRANSFER
    if interest_earned(fen, words):
        return RowClass.N_INTEREST
    return RowClass.OUT if fen < 0 else RowClass.IN


def card_meaning(
    fen: int | None,
    happened_at: datetime | None,
    text: str,
    *,
    account: str = "",
    currency: str = CNY,
    note: str = "",
    review: ReviewReason | None = None,
) -> Meaning:
    """A row of a credit card, charges above zero. What comes in is a repayment or a refund by its words, else another
    credit (rewards, gifts): neither."""
    debt = None
    if fen is not None and fen < 0:
        if any(words in text for words in ("退款", "退货", "返还")):
            kind = RowClass.N_REFUND
        elif any(words in text for words in ("还款", "PAYMENT - THANK YOU")):
            kind, debt = RowClass.N_REPAYMENT, DebtKind.REPAYMENT
        else:
            kind = RowClass.N_CREDIT
    else:
        kind = RowClass.OUT
    return Meaning(
        row_class=kind, happened_at=happened_at, amount_fen=None if fen is None else abs(fen),
        direction="" if fen is None else "存入" if fen < 0 else "支出", description=text, debt=debt,
        product="credit_card", account=account, currency=currency, note=note, review=review,
        credit_product="", provider_category=charge_category(text) if kind is RowClass.OUT else "",
    )  # fmt: skip
