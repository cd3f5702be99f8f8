"""Instalments over periods of unlike length, as a public loan server's tests print them.

Each period has a rate factor; the instalment is product over sum of factors, and is then moved by a share of what the
last instalment differs, as long as that makes the difference smaller.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.exact import exact
from tests.oracle_vectors.roundings import rounding

Row = list[Any]


def rows(inputs: Mapping[str, Any]) -> list[Row]:
    """`[k, instalment, interest, principal, balance, factor]`."""
    text = str(inputs.get("rounding", "")).lower()
    nearest = rounding("half_up" if "half_up" in text else "half_even")
    principal = exact(inputs["principal"])
    factors = [_factor(inputs, date.fromisoformat(start), date.fromisoformat(end)) for start, end in _periods(inputs)]
    multiple = inputs.get("installment_multiple")
    instalment = _solved(principal, factors)
    instalment = rounding("half_even", exact(multiple))(instalment) if multiple else nearest(instalment)
    best = _table(principal, factors, instalment, nearest)
    while not multiple:
        off = best[-1][1] - instalment
        if abs(off) * 100 <= len(factors) // 2:
            break
        moved = nearest(instalment + off / len(factors))
        other = _table(principal, factors, moved, nearest)
        if moved == instalment or abs(other[-1][1] - moved) >= abs(off):
            break
        instalment, best = moved, other
    return best


def _periods(inputs: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    return [(start, end) for start, end in inputs.get("periods_list") or inputs["periods"]]


def _solved(principal: Fraction, factors: Sequence[Fraction]) -> Fraction:
    growth, weight = Fraction(1), Fraction(0)
    for factor in factors:
        weight = weight * (1 + factor) + 1
        growth *= 1 + factor
    return principal * growth / weight


def _table(principal: Fraction, factors: Sequence[Fraction], instalment: Fraction, nearest: Any) -> list[Row]:
    found, balance = list[Row](), principal
    for number, factor in enumerate(factors, start=1):
        interest = nearest(balance * factor)
        last = number == len(factors)
        paid = balance + interest if last else min(max(instalment, interest), balance + interest)
        balance -= paid - interest
        found.append([number, paid, interest, paid - interest, balance, factor])
    return found


def _factor(inputs: Mapping[str, Any], start: date, end: date) -> Fraction:
    """Rate × days / year, by the words for both."""
    rate = exact(inputs["annual_rate_percent"]) / 100
    year, month, every = str(inputs["days_in_year"]), str(inputs["days_in_month"]), int(inputs.get("every", 1))
    length = _length(year)
    if "30" in month and str(inputs["frequency"]).upper().startswith("MONTH"):
        return rate * 30 * every / (length or (366 if isleap(start.year) else 365))
    if length is not None:
        return rate * (end - start).days / length
    # actual/actual, cut at 31 December (ISDA cuts at 1 January)
    years, at = Fraction(0), start
    while at.year < end.year:
        cut = date(at.year, 12, 31)
        years += Fraction((cut - at).days, 366 if isleap(at.year) else 365)
        years += Fraction(1, 366 if isleap(at.year + 1) else 365) if end >= date(at.year + 1, 1, 1) else 0
        at = date(at.year + 1, 1, 1)
    return rate * (years + Fraction((end - at).days, 366 if isleap(at.year) else 365))


def _length(year: str) -> int | None:
    digits = "".join(character for character in year if character.isdigit())
    return int(digits) if digits else None
