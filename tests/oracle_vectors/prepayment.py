"""A part or the whole of a loan paid early, unrounded: shorter term or lower instalment, with a penalty."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.annuities import Annuity
from tests.oracle_vectors.exact import exact


def part_prepayment(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The loan before and after; `repayment_type` EPI is equal instalments, EP equal principal."""
    principal, rate = exact(inputs["principal"]), exact(inputs["annual_rate"]) / 1200
    periods, paid = int(exact(inputs["term_months"])), int(exact(inputs["paid_months"]))
    loan = _Equal(principal, rate, periods, str(inputs["repayment_type"]).upper() == "EP")
    before = loan.balance_after(paid)
    interest_paid = loan.interest_through(paid)
    wanted = exact(inputs.get("prepay_amount") or 0)
    whole = str(inputs.get("prepay_type", "partial")) == "full" or wanted >= before
    amount = before if whole else wanted
    penalty = Fraction(0)
    free = inputs.get("penalty_free_months")
    if free is None or paid < int(exact(free)):
        penalty = max(exact(inputs.get("penalty_rate", 0)) / 100 * amount, exact(inputs.get("penalty_fixed", 0)))
    shorter = str(inputs.get("strategy", "reduce_term")).startswith(("reduce_term", "shorten"))
    after, left = _after(loan, before - amount, periods - paid, shorter)
    saved = loan.interest_through(periods) - interest_paid - after
    payment, remaining = left
    return {
        "original_monthly_payment": loan.first_payment,
        "original_total_interest": loan.interest_through(periods),
        "remaining_principal_before": before,
        "prepay_penalty": penalty,
        "new_monthly_payment": payment,
        "new_term_months_remaining": remaining,
        "interest_remaining_after": after,
        "interest_saved_gross": saved,
        "interest_saved_net": saved - penalty,
        "settlement_amount": before if whole else Fraction(0),
        "interest_paid_before": interest_paid,
    }


def _after(loan: _Equal, balance: Fraction, months: int, shorter: bool) -> tuple[Fraction, tuple[Fraction, int]]:
    """The interest still to come, the next instalment and the months left."""
    if balance <= 0:
        return Fraction(0), (Fraction(0), 0)
    if not shorter:
        new = _Equal(balance, loan.rate, months, loan.equal_principal)
        return new.interest_through(months), (new.first_payment, months)
    if loan.equal_principal:
        first = loan.principal / loan.periods + balance * loan.rate
        remaining = math.ceil(balance / (loan.principal / loan.periods))
    else:
        first = loan.first_payment
        remaining = math.ceil(Annuity(loan.rate).periods(-first, balance, Fraction(0)) - Fraction(1, 10**12))
    interest, owed = Fraction(0), balance
    for _ in range(remaining):
        part = _short(owed * loan.rate)
        interest += part
        repaid = loan.principal / loan.periods if loan.equal_principal else first - part
        owed = _short(max(owed - repaid, Fraction(0)))
    return interest, (first, remaining)


def _short(value: Fraction) -> Fraction:
    """Thirty decimals: enough for any cent, and quick."""
    return Fraction(round(value * 10**30), 10**30)


class _Equal:
    """A loan by equal instalments or equal principal, unrounded."""

    def __init__(self, principal: Fraction, rate: Fraction, periods: int, equal_principal: bool) -> None:
        self.principal, self.rate, self.periods, self.equal_principal = principal, rate, periods, equal_principal
        level = Fraction(0) if equal_principal else -Annuity(rate).payment(Fraction(periods), principal)
        self.first_payment = principal / periods + principal * rate if equal_principal else level

    def balance_after(self, months: int) -> Fraction:
        if self.equal_principal:
            return self.principal * (self.periods - months) / self.periods
        return -Annuity(self.rate).future(Fraction(months), -self.first_payment, self.principal)

    def interest_through(self, months: int) -> Fraction:
        if self.equal_principal:
            step = self.principal / self.periods
            return self.rate * (self.principal * months - step * months * (months - 1) / 2)
        return self.first_payment * months - (self.principal - self.balance_after(months))
