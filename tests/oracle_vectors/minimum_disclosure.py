"""Regulation Z, Appendix M1 and M2: how long minimum payments take, and what 36 equal payments cost.

Balances at several rates, the lowest of which may be promotional for some months; the minimum goes to the lowest rate
first; months have 365/12 days; everything is rounded to the cent as in the appendix's own program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.annuities import Annuity
from tests.oracle_vectors.exact import exact
from tests.oracle_vectors.roundings import half_up

_MOST_MONTHS = 2400
_REPAY_MONTHS = 36


def disclosure(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Minimum payments: months, their sum; 36 payments: each, their sum, and what they save."""
    balances, rates = _balances(inputs)
    promotional = int(_find(inputs, "expm", "promo_months", "promotional_months", "promo_last_month"))
    regular = _percent(inputs, "rrate", "regular_rate", "regular_apr", "promo_regular_rate")
    floor = _find(inputs, "dmin", "minimum_dollar", "dollar_minimum", "floor", "minimum_amount", "min_dollar")
    part = _percent(inputs, "pmin", "minimum_percent", "percent_minimum", "percent", "min_percent")
    months, paid = _by_minimums(list(balances), list(rates), (promotional, regular / 12), (part, floor))
    each = _in_36(balances, rates, promotional, regular / 12)
    total = each * _REPAY_MONTHS
    saving = paid - total
    return {
        "months": months, "total_of_payments": paid, "total_minimum_payments": paid, "sum_of_payments": paid,
        "payment_36": each, "pmt01": each, "monthly_payment_36": each, "total_36": total, "sumpmts36": total,
        "sumpmts": paid, "month": months, "total_of_payments_36": total, "savings": saving, "savings_36": saving,
        "total_interest": paid - sum(balances), "total_cost": paid, "total_cost_36": total,
    }  # fmt: skip


def _by_minimums(
    balances: list[Fraction], rates: list[Fraction], later: tuple[int, Fraction], minimum: tuple[Fraction, Fraction]
) -> tuple[int, Fraction]:
    months, paid = 0, Fraction(0)
    while sum(balances) > 0 and months < _MOST_MONTHS:
        months += 1
        if later[0] and months > later[0]:
            rates[0] = later[1]
        payment = max(half_up(minimum[0] * sum(balances)), minimum[1])
        owed = [half_up(balance * (1 + rate)) for balance, rate in zip(balances, rates, strict=True)]
        payment = min(payment, sum(owed, Fraction(0)))
        paid, left = paid + payment, payment
        for index, amount in enumerate(owed):
            part = min(amount, left)
            balances[index], left = amount - part, left - part
    return months, paid


def _in_36(balances: Sequence[Fraction], rates: Sequence[Fraction], promotional: int, regular: Fraction) -> Fraction:
    """The level payment at the mean rate by balance, a promotional rate counting for its share of the months."""
    mixed = list(rates)
    if promotional:
        share = Fraction(promotional, _REPAY_MONTHS)
        mixed[0] = share * mixed[0] + (1 - share) * regular
    mean = sum(balance * rate for balance, rate in zip(balances, mixed, strict=True)) / sum(balances)
    return half_up(-Annuity(Fraction(mean)).payment(Fraction(_REPAY_MONTHS), Fraction(sum(balances))))


def _balances(inputs: Mapping[str, Any]) -> tuple[list[Fraction], list[Fraction]]:
    """Balances and monthly rates in ascending order of rates."""
    listed = inputs.get("balances") or inputs.get("debts")
    if isinstance(listed, list) and listed and isinstance(listed[0], Mapping):
        pairs = [(_percent(each, "apr", "apr_percent", "rate"), _find(each, "balance", "amount")) for each in listed]
    elif isinstance(listed, list):
        rates = inputs.get("aprs_percent") or inputs.get("apr_percents") or inputs.get("aprs") or inputs.get("rates")
        scale = 100 if "aprs_percent" in inputs or "apr_percents" in inputs else 1
        pairs = [(exact(rate) / scale, exact(balance)) for rate, balance in zip(rates or [], listed, strict=True)]
    else:
        pairs = [(_percent(inputs, "apr", "apr_percent", "annual_rate"), _find(inputs, "balance", "principal"))]
    pairs.sort()
    return [balance for _, balance in pairs], [rate / 12 for rate, _ in pairs]


def _find(inputs: Mapping[str, Any], *names: str) -> Fraction:
    places = [inputs, *(value for value in inputs.values() if isinstance(value, Mapping))]
    found = (place[name] for name in names for place in places if place.get(name) is not None)
    return exact(next((value for value in found if not isinstance(value, Mapping | list)), 0))


def _percent(inputs: Mapping[str, Any], *names: str) -> Fraction:
    """A rate as a fraction, from a field in fractions or one that ends in `percent`."""
    places = [inputs, *(value for value in inputs.values() if isinstance(value, Mapping))]
    for place in places:
        for name in names:
            for key in (name, f"{name}_percent"):
                if place.get(key) is not None and not isinstance(place[key], Mapping | list):
                    return exact(place[key]) / (100 if "percent" in key else 1)
    return Fraction(0)
