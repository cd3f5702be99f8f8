"""Douyin Pay 抖音支付: the lines of its PDF of transactions, as far as it is documented (statements.md §5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.core.spending import pay_later_product
from planner.core.statement_rows import AccountKind, DebtKind, ReviewReason, RowClass, StatementRow, product_named
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.reading import read_amount, read_time
from planner.exchange.statements.tables import Meaning, RowMaker
from planner.exchange.statements.wallets import known_id

PROVIDER = "douyin"
_TITLE = "抖音支付交易流水"
_DAY = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_HOUR = r"\d{1,2}:\d\d(?::\d\d)?"
_BEGINS = re.compile(rf"\s*{_DAY}(?:\s|$)")
_ROW = re.compile(
    rf"\s*({_DAY})(?:\s+({_HOUR}))?\s+(支出|收入|其他)\s+([+-]?\s*[¥￥]?\s*[\d,]+\.\d\d)(?:元)?(?:\s+(.*))?"
)
_WHOLE_HOUR = re.compile(rf"(?:^|\s)({_HOUR})(?=\s|$)")
_PAGE = re.compile(r"\s*(?:第\s*\d+\s*页.*|\d+\s*/\s*\d+|-+\s*\d+\s*-+|共\s*\d+\s*页)\s*")
_HEADER = ("收支", "金额")
_LEAST_DIGITS_OF_AN_ID = 10
_MOST_LINES_OF_A_ROW = 8
_ROWS_BETWEEN_LOOKS = 2000


def find(document: Document) -> Found | None:
    """The Douyin statement in a file, if it is one."""
    lines = document.lines
    if _TITLE not in "".join(document.head.split()):
        return None
    header = next((at for at, line in enumerate(lines) if all(name in line for name in _HEADER)), None)
    if header is None:
        return None
    first = header + 1

    def read(progress: Progress, cancelled: Stop) -> Contents:
        make, rows = RowMaker(PROVIDER), list[StatementRow]()
        for number, (at, parts) in enumerate(_rows(lines, first)):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                look(document.file_name, at, len(lines), progress, cancelled)
            text = " ".join(parts)
            rows.append(make.row(at + 1, text.split(), _meaning(parts), raw=text))
        return Contents(PROVIDER, "D1", "", AccountKind.WALLET, rows)

    return read


def _rows(lines: list[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """The lines of each row, from one that begins with a day to the next; page numbers and heads are no part of it."""
    start, parts = first, list[str]()
    for at, line in enumerate(lines[first:], first):
        if not line.strip() or _PAGE.fullmatch(line) or all(name in line for name in _HEADER):
            continue
        if _BEGINS.match(line) or len(parts) == _MOST_LINES_OF_A_ROW:
            if parts:
                yield start, parts
            start, parts = at, []
        elif not parts:
            start = at
        parts.append(line.strip())
    if parts:
        yield start, parts


def _meaning(parts: list[str]) -> Meaning:
    """What a row says: its moment, direction and amount; then the method, its number, the other side and the shop's
    number, whose parts the page may have broken. What is not so is to review."""
    found = _ROW.fullmatch(parts[0])
    if found is None:
        return Meaning(row_class=RowClass.UNREADABLE, happened_at=None, amount_fen=None, description=" ".join(parts))
    day, hour, direction, amount, rest = found.groups()
    text = " ".join(filter(None, [rest, *parts[1:]]))
    if hour is None and (later := _WHOLE_HOUR.search(text)) is not None:
        hour, text = later[1], (text[: later.start()] + " " + text[later.end() :]).strip()
    method, number, party = _columns(text)
    row_class, debt, review = _class(direction, text)
    return Meaning(
        row_class=row_class, happened_at=read_time(f"{day} {hour}" if hour else day), amount_fen=read_amount(amount),
        direction=direction, counterparty=party, description=party, method=method, native_id=number,
        debt=debt, product=product_named(text),
        review=review or (None if number else ReviewReason.UNKNOWN_STATUS),
        credit_product=pay_later_product(method) if row_class in (RowClass.OUT, RowClass.N_REFUND) else "",
    )  # fmt: skip


def _columns(text: str) -> tuple[str, str, str]:
    """Method, number and other side. Digits alone carry on a number whose line broke: the first of them the row's own,
    the second the shop's; where more are left over no number is sure."""
    words = text.split()
    at = [place for place, word in enumerate(words) if _is_number(word)]
    first = at[0] if at else 1
    method = " ".join(words[:first])
    party = " ".join(word for word in words[first:] if not _is_number(word) and not word.isdigit())
    loose = [word for word in words if word.isdigit() and not _is_number(word)]
    if not at or len(at) > 2 or len(loose) > len(at):
        return method, "", party
    return method, known_id(words[first] + (loose[0] if loose else "")), party


def _is_number(word: str) -> bool:
    return word.isascii() and word.isalnum() and sum(map(str.isdigit, word)) >= _LEAST_DIGITS_OF_AN_ID


def _class(direction: str, text: str) -> tuple[RowClass, DebtKind | None, ReviewReason | None]:
    if "月付" in text and "还款" in text and direction != "收入":
        return RowClass.N_REPAYMENT, DebtKind.REPAYMENT, None
    if direction == "支出":
        return RowClass.OUT, None, None
    if direction == "收入":
        return RowClass.N_REFUND if "退款" in text else RowClass.IN, None, None
    return RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_STATUS
