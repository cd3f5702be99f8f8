"""Numbers as the vectors write them: strings, plain or expressions, read exactly and without `eval`."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

DIGITS = Context(prec=60)
"""What is not rational (a fractional power) is carried to sixty digits."""

_TOKEN = re.compile(r"\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\*\*|[-+*/^()%]|[a-z]+)")


class NotANumber(ValueError):
    """The text is no number or expression."""


def exact(value: Any) -> Fraction:
    """The number in a vector: `5`, `"0.1/12"`, `"1/12+3/365"`, `"(1.07)^(1/12)-1"`, `"6%"`."""
    if isinstance(value, Fraction | int):
        return Fraction(value)
    if isinstance(value, float | Decimal):
        return Fraction(str(value))
    return _Reader(str(value)).whole()


def is_number(value: Any) -> bool:
    """Whether `exact` can read it."""
    try:
        exact(value)
    except (NotANumber, ZeroDivisionError):
        return False
    return not isinstance(value, bool) and value is not None


def decimal(value: Fraction | int) -> Decimal:
    """The sixty-digit decimal of a fraction."""
    value = Fraction(value)
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """`base` to any power: exact for small whole exponents, else to sixty digits."""
    if exponent.denominator == 1 and abs(exponent) <= 8:
        return base ** int(exponent)
    return Fraction(DIGITS.power(decimal(base), decimal(exponent)))


def exponential(value: Fraction) -> Fraction:
    return Fraction(DIGITS.exp(decimal(value)))


def logarithm(value: Fraction) -> Fraction:
    return Fraction(DIGITS.ln(decimal(value)))


def _root(value: Fraction) -> Fraction:
    return power(value, Fraction(1, 2))


_FUNCTIONS = {"exp": exponential, "ln": logarithm, "log": logarithm, "sqrt": _root}


class _Reader:
    """A reader of sums, products, signs, powers and brackets; it knows exp, ln, log and sqrt."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens, at = text, list[str](), 0
        stripped = text.strip().lower().replace(",", "").replace("−", "-").replace("×", "*")
        while at < len(stripped):
            match = _TOKEN.match(stripped, at)
            if match is None:
                raise NotANumber(text)
            self.tokens.append(match.group(1))
            at = match.end()

    def whole(self) -> Fraction:
        value = self._sum()
        if self.tokens:
            raise NotANumber(self.text)
        return value

    def _next(self, *wanted: str) -> str:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else ""

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._next("+", "-"):
            value = value + self._product() if sign == "+" else value - self._product()
        return value

    def _product(self) -> Fraction:
        value = self._signed()
        while sign := self._next("*", "/"):
            value = value * self._signed() if sign == "*" else value / self._signed()
        return value

    def _signed(self) -> Fraction:
        if sign := self._next("+", "-"):
            return -self._signed() if sign == "-" else self._signed()
        value = self._atom()
        return power(value, self._signed()) if self._next("^", "**") else value

    def _atom(self) -> Fraction:
        if not self.tokens:
            raise NotANumber(self.text)
        token = self.tokens.pop(0)
        if token in _FUNCTIONS and self._next("("):
            value = _FUNCTIONS[token](self._bracket())
        elif token == "(":
            value = self._bracket()
        elif token[0].isdigit() or token[0] == ".":
            value = Fraction(token)
        else:
            raise NotANumber(self.text)
        return value / 100 if self._next("%") else value

    def _bracket(self) -> Fraction:
        value = self._sum()
        if not self._next(")"):
            raise NotANumber(self.text)
        return value
