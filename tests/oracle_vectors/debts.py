"""Debts paid month by month: interest first, then minimums, then what is left to the first in order.

In the month in which a debt is cleared its interest is paid like any other, and what its minimum leaves over goes to
the next debt at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.exact import exact
from tests.oracle_vectors.roundings import half_up

MOST_MONTHS = 2400
Amount = Fraction


@dataclass(slots=True)
class Month:
    """What happened in one month, by debt."""

    interest: dict[str, Amount]
    paid: dict[str, Amount]
    balance: dict[str, Amount]


@dataclass(slots=True)
class Debt:
    """A debt while it is being paid."""

    name: str
    balance: Amount
    rate: Amount
    minimum: Mapping[str, Any]
    freed: Amount = field(default=Fraction(0))

    def due(self, interest: Amount) -> Amount:
        """The minimum of a month, before it is capped by what is owed."""
        return minimum_payment(self.minimum, self.balance, interest)


def minimum_payment(rule: Mapping[str, Any], before: Amount, interest: Amount) -> Amount:
    """`fixed`, `percent` or `interest_plus_percent`, with a floor; the percentage by default of the balance before
    the month's interest. Half-up to the cent."""
    kind = str(rule.get("type", "fixed"))
    if kind == "fixed":
        value = exact(rule.get("amount", rule.get("payment", 0)))
    else:
        of = before + interest if "with" in str(rule.get("percent_of", "")) else before
        value = half_up(of * exact(rule.get("percent", 0)) / 100)
        value += interest if kind.startswith("interest_plus") else 0
    return half_up(max(value, exact(rule.get("floor", rule.get("minimum", 0)) or 0)))


def debts_of(entries: Sequence[Mapping[str, Any]]) -> list[Debt]:
    """The debts of a vector, in the order they are listed in."""
    made = []
    for number, entry in enumerate(entries, start=1):
        rule = entry.get("minimum")
        if not isinstance(rule, Mapping):
            rule = {"type": "fixed", "amount": entry.get("min_payment", rule or 0)}
        rate = exact(entry.get("apr_percent", entry.get("rate_percent", 0))) / 1200
        balance = exact(entry.get("balance", entry.get("principal", 0)))
        made.append(Debt(str(entry.get("name", f"d{number}")), balance, rate, rule))
    return made


def in_order(debts: Sequence[Debt], order: Any, strategy: str) -> list[Debt]:
    """Who gets the surplus: names listed, or avalanche (dearest first), snowball (smallest first), as listed."""
    if isinstance(order, Sequence) and not isinstance(order, str):
        return sorted(debts, key=lambda debt: list(order).index(debt.name))
    word = f"{strategy} {order or ''}".lower()
    if "avalanche" in word:
        return sorted(debts, key=lambda debt: (-debt.rate, debt.balance))
    if "snowball" in word:
        return sorted(debts, key=lambda debt: (debt.balance, -debt.rate))
    return list(debts)


def simulate(
    debts: Sequence[Debt],
    order: Sequence[Debt],
    extra: Callable[[int], Amount],
    total: Amount | None = None,
    rolls: bool = True,
) -> list[Month]:
    """The months until nothing is owed, or MOST_MONTHS of them where that never is.

    `total` is the whole of a month's payments; else they are the minimums and `extra`, to which `rolls` adds the
    minimums of debts that are gone.
    """
    months = list[Month]()
    while any(debt.balance for debt in debts) and len(months) < MOST_MONTHS:
        interest = {debt.name: half_up(debt.balance * debt.rate) for debt in debts}
        dues = {debt.name: debt.due(interest[debt.name]) if debt.balance else Fraction(0) for debt in debts}
        pool = extra(len(months) + 1) if total is None else total - sum(dues.values())
        paid = dict.fromkeys(interest, Fraction(0))
        for debt in debts:
            gone = not debt.balance
            debt.balance += interest[debt.name]
            paid[debt.name] = min(dues[debt.name], debt.balance)
            debt.balance -= paid[debt.name]
            if rolls and total is None:
                pool += debt.freed if gone else dues[debt.name] - paid[debt.name]
            if total is not None:
                pool += dues[debt.name] - paid[debt.name]
            debt.freed = debt.freed if gone else dues[debt.name]
        for debt in order:
            more = min(max(pool, Fraction(0)), debt.balance)
            debt.balance -= more
            paid[debt.name] += more
            pool -= more
        months.append(Month(interest, paid, {debt.name: debt.balance for debt in debts}))
    return months
