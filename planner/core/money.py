"""Amounts of money as whole fen: reading, writing and exact division."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from planner.core.errors import AmountTooLarge, NotAnAmount

MOST_FEN = 10**13
"""The largest amount a book holds: one hundred thousand million yuan."""

_GROUPED = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?")
_STRIPPED = str.maketrans("", "", " \t\u3000\xa0¥")
_CURRENCY = re.compile(r"(元|块钱?)$")
_UNITS = {"万": 4, "萬": 4, "w": 4, "千": 3, "k": 3, "亿": 8}


def divide_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded to a whole number, halves away from zero (ROUND_HALF_UP).

    Exact for integers of any size; `denominator` must be positive.
    """
    quotient, rest = divmod(abs(numerator), denominator)
    if 2 * rest >= denominator:
        quotient += 1
    return -quotient if numerator < 0 else quotient


def parse_amount(text: str, field: str = "") -> int:
    """Fen from what people and statements write: `1,234.56`, `１２３４`, `¥28.16`, `1.2万`, `1.2w`, `5k`, `35块`,
    `-86.4元`.

    At most two decimals count; more are accepted only when they are zeros.
    Raises NotAnAmount or AmountTooLarge, both naming `field`.
    """
    cleaned = unicodedata.normalize("NFKC", text).translate(_STRIPPED).replace("−", "-").lower()
    cleaned = _CURRENCY.sub("", cleaned)
    shift = 2
    if cleaned and cleaned[-1] in _UNITS:
        shift += _UNITS[cleaned[-1]]
        cleaned = cleaned[:-1]
    if not cleaned.isascii() or len(cleaned) > 40 or not _GROUPED.fullmatch(cleaned):
        raise NotAnAmount(field, text=text)
    try:
        fen = Decimal(cleaned.replace(",", "")).scaleb(shift)
    except InvalidOperation:
        raise NotAnAmount(field, text=text) from None
    whole = int(fen)
    if whole != fen:
        raise NotAnAmount(field, text=text)
    if abs(whole) > MOST_FEN:
        raise AmountTooLarge(field, text=text)
    return whole


def format_fen(amount_fen: int) -> str:
    """`123456` as `1,234.56`, the sign in front."""
    yuan, fen = divmod(abs(amount_fen), 100)
    return f"{'-' if amount_fen < 0 else ''}{yuan:,}.{fen:02d}"


def plain_yuan(amount_fen: int) -> str:
    """`123456` as `1234.56`: for machines, without grouping."""
    yuan, fen = divmod(abs(amount_fen), 100)
    return f"{'-' if amount_fen < 0 else ''}{yuan}.{fen:02d}"
