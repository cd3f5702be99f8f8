"""Sums typed into an amount field: `32.5+18`, `(120-20)*3`, `100/3`, in exact fractions; and percentages."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from planner.core.errors import AmountTooLarge, Missing, NotAnAmount, NotARate
from planner.core.money import MOST_FEN, divide_half_up, parse_amount

_TOKEN = re.compile(r"\s*(?:([0-9.,]+[万萬千亿wk]?(?:元|块钱?)?)|([-+*/()]))", re.IGNORECASE)
_OPERATOR = re.compile(r"[+*/()]|(?<=[\d.万萬千亿wkWK元块钱)\s])-")
_PERCENT = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
MOST_CHARACTERS = 60


def parse_sum(text: str, field: str = "") -> int:
    """Fen of an amount, or of a sum of amounts, rounded half-up to the fen at the end.

    Raises NotAnAmount or AmountTooLarge, both naming `field`.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("×", "*").replace("÷", "/").replace("−", "-")
    if not _OPERATOR.search(plain):
        return parse_amount(text, field)
    if len(plain) > MOST_CHARACTERS:
        raise NotAnAmount(field, text=text)
    try:
        value = _Sum(plain.replace("¥", "")).value()
    except (ValueError, ZeroDivisionError, NotAnAmount):
        raise NotAnAmount(field, text=text) from None
    fen = divide_half_up(value.numerator, value.denominator)
    if abs(fen) > MOST_FEN:
        raise AmountTooLarge(field, text=text)
    return fen


def parse_percent(text: str, field: str) -> Decimal:
    """`0.04` or `0.04%` as the fraction 0.0004. Raises Missing or NotARate."""
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("%").strip()
    if not plain:
        raise Missing(field)
    if len(plain) > 20 or not _PERCENT.fullmatch(plain) or abs(Decimal(plain)) > 10**6:
        raise NotARate(field, text=text)
    return Decimal(plain) / 100


class _Sum:
    """A reader of + - * / and brackets. Amounts are in fen; a factor or divisor is a plain number."""

    def __init__(self, text: str) -> None:
        self._tokens: list[str] = []
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise ValueError(text)
            self._tokens.append(found[1] or found[2])
            at = found.end()
        self._at = 0

    def value(self) -> Fraction:
        """The sum in fen."""
        value = self._terms()
        if self._at != len(self._tokens):
            raise ValueError(self._tokens)
        return value * 100

    def _next(self, *wanted: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at] in wanted:
            self._at += 1
            return self._tokens[self._at - 1]
        return None

    def _terms(self) -> Fraction:
        value = self._factors()
        while (sign := self._next("+", "-")) is not None:
            term = self._factors()
            value = value + term if sign == "+" else value - term
        return value

    def _factors(self) -> Fraction:
        value = self._atom()
        while (sign := self._next("*", "/")) is not None:
            factor = self._atom()
            value = value * factor if sign == "*" else value / factor
        return value

    def _atom(self) -> Fraction:
        if self._next("-"):
            return -self._atom()
        if self._next("("):
            value = self._terms()
            if not self._next(")"):
                raise ValueError(self._tokens)
            return value
        if self._at == len(self._tokens):
            raise ValueError(self._tokens)
        self._at += 1
        return Fraction(parse_amount(self._tokens[self._at - 1]), 100)
