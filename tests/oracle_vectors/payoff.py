"""Payoff vectors: one debt or several paid down, prepayments, refinancing, disclosures of minimum payments."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.annuities import Annuity, compounding_rate
from tests.oracle_vectors.debts import MOST_MONTHS, Month, debts_of, in_order, minimum_payment, simulate
from tests.oracle_vectors.exact import exact, logarithm, power
from tests.oracle_vectors.minimum_disclosure import disclosure
from tests.oracle_vectors.prepayment import part_prepayment
from tests.oracle_vectors.roundings import half_up

Inputs = Mapping[str, Any]


def run(inputs: Inputs) -> dict[str, Any]:
    """Whatever the model's sources print; month keys are 1-based."""
    return _MODELS[inputs["model"]](inputs)


def _rate(inputs: Inputs) -> Fraction:
    """The rate of one payment period."""
    if "apr_percent" in inputs:
        nominal = exact(inputs["apr_percent"]) / 100
    else:
        nominal = exact(inputs.get("nominal_annual_rate", 0))
    per_year = exact(inputs.get("payments_per_year", inputs.get("periods_per_year", 12)))
    return compounding_rate(nominal, exact(inputs.get("compounding_per_year", per_year)), per_year)


# --- one debt ---------------------------------------------------------------------------------------------------


def _single(inputs: Inputs) -> dict[str, Any]:
    """One debt by a rule of payment; rounded as its text says."""
    text = str(inputs.get("rounding", "interest rounded")).lower()
    carries = "balance unrounded" in text or "no rounding" in text
    rule = inputs.get("rule") or {"type": "fixed_payment", "payment": inputs["payment"]}
    extra = {int(month): exact(amount) for month, amount in (inputs.get("extra_payments") or {}).items()}
    every = exact(inputs.get("extra_monthly", 0))
    principal = exact(inputs.get("principal", inputs.get("balance", 0)))
    balance, rate, months = principal, _rate(inputs), list[Month]()
    while balance > 0 and len(months) < MOST_MONTHS:
        interest = balance * rate if carries else half_up(balance * rate)
        asked = _asked(rule, principal, balance, interest) + every + extra.get(len(months) + 1, 0)
        paid = min(asked if carries else half_up(asked), balance + interest)
        balance += interest - paid
        months.append(Month({"": interest}, {"": paid}, {"": balance}))
    return _told(months, principal)


def _asked(rule: Inputs, principal: Fraction, balance: Fraction, interest: Fraction) -> Fraction:
    kind = str(rule["type"])
    least = exact(rule.get("minimum", rule.get("floor", 0)))
    if kind == "equal_principal":
        return principal / exact(rule["periods"]) + interest
    part = exact(rule.get("percent", 0)) / 100
    if kind.startswith("interest_plus"):
        return interest + max(part * balance, least)
    if kind.startswith("percent"):
        return max(part * (balance + interest if "interest" in kind else balance), least)
    return exact(rule.get("payment", rule.get("amount", 0)))


def _told(months: Sequence[Month], principal: Fraction) -> dict[str, Any]:
    """Sums and single months; after the end nothing is owed and the sums stand."""
    none = Fraction(0)
    interest = [sum(month.interest.values(), none) for month in months]
    paid = [sum(month.paid.values(), none) for month in months]
    balances = [sum(month.balance.values(), none) for month in months]
    never = bool(balances) and balances[-1] > 0

    def of_month(values: Sequence[Fraction], otherwise: Any = Fraction(0)) -> Callable[[Any], Any]:
        return lambda month: values[int(month) - 1] if int(month) <= len(values) else otherwise

    def through(values: Sequence[Fraction]) -> Callable[[Any], Fraction]:
        return lambda month: sum(values[: int(month)], Fraction(0))

    repaid = [one - other for one, other in zip(paid, interest, strict=True)]
    return {
        "months": None if never else len(months),
        "payments": None if never else len(months),
        "status": "never" if never else "one",
        "first_payment": paid[0] if paid else Fraction(0),
        "last_payment": paid[-1] if paid else Fraction(0),
        "total_interest": sum(interest),
        "total_of_payments": sum(paid),
        "total_paid": sum(paid),
        "balance_after": of_month(balances),
        "total_balance_after": balances,
        "interest_in": of_month(interest),
        "principal_in": of_month(repaid),
        "paid_in": of_month(paid),
        "interest_through": through(interest),
        "principal_through": through(repaid),
        "paid_through": through(paid),
        "starting_balance": principal,
    }


# --- several debts ----------------------------------------------------------------------------------------------


def _several(inputs: Inputs) -> dict[str, Any]:
    debts = debts_of(inputs["debts"])
    order = in_order(debts, inputs.get("order"), str(inputs.get("strategy", "")))
    total = exact(inputs["total_budget"]) if inputs.get("total_budget") is not None else None
    once = {int(month): exact(amount) for month, amount in (inputs.get("extra_payments") or {}).items()}
    every = exact(inputs.get("extra_monthly", 0) or 0)
    rolls = str(inputs.get("freed_minimum", "roll")).lower().startswith("roll")
    principal = sum(debt.balance for debt in debts)
    months = simulate(debts, order, lambda month: every + once.get(month, 0), total, rolls)
    found = _told(months, Fraction(principal))
    names = [debt.name for debt in debts]
    gone = {name: next((n for n, each in enumerate(months, 1) if not each.balance[name]), None) for name in names}
    by_debt = {name: [each.balance[name] for each in months] for name in names}

    def balances(month: Any) -> Mapping[str, Fraction]:
        return {name: values[int(month) - 1] if int(month) <= len(values) else Fraction(0)
                for name, values in by_debt.items()}  # fmt: skip

    paid_off = sorted((name for name in names if gone[name]), key=lambda name: gone[name] or 0)
    return found | {
        "balance_after": balances,
        "payoff_month": gone,
        "paid_off_in": gone,
        "payoff_order": paid_off,
        "interest_by_debt": {name: sum(each.interest[name] for each in months) for name in names},
    }


# --- single answers ---------------------------------------------------------------------------------------------


def _closed_form(inputs: Inputs) -> dict[str, Any]:
    """Months to clear a card by daily compounding and months of thirty days, as a textbook's formula has it."""
    daily = exact(inputs["apr_percent"]) / 100 / 365
    balance, payment = exact(inputs.get("principal", inputs.get("balance", 0))), exact(inputs["payment"])
    if daily == 0:
        return {"months": math.ceil(balance / payment)}
    inside = 1 + balance / payment * (1 - power(1 + daily, Fraction(30)))
    if inside <= 0:
        return {"months": None, "status": "never"}
    return {"months": math.ceil(-logarithm(inside) / logarithm(1 + daily) / 30)}


def _minimum(inputs: Inputs) -> dict[str, Any]:
    balance, interest = exact(inputs["balance"]), exact(inputs.get("interest", 0))
    return {"value": min(minimum_payment(inputs["minimum"], balance, interest), balance + interest)}


def _refinance(inputs: Inputs) -> dict[str, Any]:
    """When the costs of a new loan are earned back by its lower payment; None if it is not lower."""
    old, new = (_payment_of(inputs, which) for which in ("old", "new"))
    costs = exact(inputs.get("closing_costs", inputs.get("costs", 0)))
    saving = old - new
    exactly = max(costs, Fraction(0)) / saving if saving > 0 else None
    rounds = "ceil" in str(inputs.get("break_even_rule", "ceil"))
    return {
        "old_payment": old,
        "new_payment": new,
        "payment": new,
        "monthly_saving": saving,
        "monthly_savings": saving,
        "break_even_months": math.ceil(exactly) if rounds and exactly is not None else exactly,
    }


def _payment_of(inputs: Inputs, which: str) -> Fraction:
    if inputs.get(f"{which}_payment") is not None:
        return exact(inputs[f"{which}_payment"])

    def find(*names: str) -> Fraction:
        named = [f"{which}_{name}" for name in names] + list(names)
        return exact(next((inputs[name] for name in named if inputs.get(name) is not None), 0))

    percent = find("apr_percent", "rate_percent", "annual_rate_percent")
    rate = percent / 1200 if percent else find("annual_rate", "nominal_annual_rate", "rate") / 12
    periods = find("term_months", "remaining_months", "months", "periods")
    if not periods:
        return Fraction(0)
    return half_up(-Annuity(rate).payment(periods, find("principal", "balance")))


_MODELS: dict[str, Callable[[Inputs], dict[str, Any]]] = {
    "single_debt": _single, "single_debt_cents": _single, "single_debt_biweekly": _single,
    "single_debt_closed_form": _closed_form, "multi_debt": _several, "multi_debt_cents": _several,
    "minimum_payment": _minimum, "part_prepayment": part_prepayment, "refinance": _refinance,
    "regz_appM2": disclosure,
}  # fmt: skip
