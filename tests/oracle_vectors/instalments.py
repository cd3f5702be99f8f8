"""Rows of a loan: the product's schedule where it follows the product's conventions, else by the vector's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from planner.core.calendar import add_months
from planner.core.events import RateChange
from planner.core.schedules import schedule
from planner.core.terms import (
    MOST_PERIODS,
    Accrual,
    DayCountBasis,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from tests.oracle_vectors.annuities import Annuity
from tests.oracle_vectors.loans import Step, VectorLoan
from tests.oracle_vectors.roundings import CENT, half_up

_DRAWN_ON = date(2021, 1, 1)
_METHODS = {"annuity": RepaymentMethod.EQUAL_INSTALMENT, "equal_principal": RepaymentMethod.EQUAL_PRINCIPAL}


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment; `level` is the instalment as agreed, which the last row may miss by the residue."""

    number: int
    payment: Fraction
    interest: Fraction
    principal: Fraction
    balance: Fraction
    level: Fraction


def rows_of(loan: VectorLoan) -> list[Row]:
    """The rows of the term; the last one closes unless the instalment was solved for a longer time."""
    return _by_product(loan) if _is_ours(loan) else _Table(loan).rows()


def first_level(loan: VectorLoan) -> Fraction:
    """The instalment of the first period."""
    return rows_of(loan)[0].level + loan.fee


def _is_ours(loan: VectorLoan) -> bool:
    """Whether the product has these conventions: monthly, half-up to the fen, last row takes the rest."""
    plain = loan.roundings == ("half_up", "half_up") and loan.unit == CENT and not loan.carries
    usual = loan.payment is None and loan.first_years is None and not loan.interest_only and not loan.starts_on
    steps = all(step.recast and step.cap is None for step in loan.steps) and loan.plain_compounding
    # where the rate stays, the product keeps the instalment; some sources solve it anew all the same
    steps = steps and all(one.rate != other.rate for one, other in pairwise(loan.steps))
    size = loan.per_year == 12 and loan.amortized == loan.periods <= MOST_PERIODS and not loan.fee
    return plain and usual and steps and size and loan.method in _METHODS and loan.principal % CENT == 0


def _by_product(loan: VectorLoan) -> list[Row]:
    """The product's own schedule to the fen."""
    fen = int(loan.principal / CENT)
    rates = [Rate(_exactly(step.nominal), RatePeriod.YEARLY) for step in loan.steps]
    terms = LoanTerms(
        fen, fen, _METHODS[loan.method], Accrual.MONTHLY, rates[0], DayCountBasis.NONE, _DRAWN_ON, loan.periods
    )
    changes = tuple(
        RateChange(add_months(_DRAWN_ON, step.from_period - 1), rate)
        for step, rate in zip(loan.steps[1:], rates[1:], strict=True)
    )
    found, level = list[Row](), Fraction(0)
    starts = {step.from_period for step in loan.steps}
    for row in schedule(terms, changes):
        payment, interest, principal, balance = (
            Fraction(amount, 100) for amount in (row.payment_fen, row.interest_fen, row.principal_fen, row.balance_fen)
        )
        level = payment if row.number in starts or loan.method != "annuity" else level
        found.append(Row(row.number, payment, interest, principal, balance, level))
    return found


def _exactly(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


class _Table:
    """The rows by the vector's own frequency, compounding, rounding and balance."""

    def __init__(self, loan: VectorLoan) -> None:
        self.loan = loan
        self.balance = loan.principal
        self.level: Fraction | None = None

    def rows(self) -> list[Row]:
        loan, found = self.loan, list[Row]()
        for number in range(1, loan.periods + 1):
            step = [each for each in loan.steps if each.from_period <= number][-1]
            interest = self.balance * self._rate(number, step)
            shown = loan.round_interest(interest)
            level = self._level(number, step, shown)
            found.append(self._row(number, interest if loan.carries else shown, shown, level))
            if self.balance == 0:
                break
        return found

    def _row(self, number: int, interest: Fraction, shown: Fraction, level: Fraction) -> Row:
        loan = self.loan
        whole = self.balance + interest
        closes = number == loan.periods and loan.amortized == loan.periods
        payment = loan.round_payment(whole) if closes or level >= whole else level
        self.balance = Fraction(0) if closes or level >= whole else whole - payment
        balance = half_up(self.balance, loan.unit) if loan.carries and loan.roundings != ("none", "none") else None
        balance = self.balance if balance is None else balance
        return Row(number, payment + loan.fee, shown, payment - shown, balance, level)

    def _rate(self, number: int, step: Step) -> Fraction:
        loan = self.loan
        if number == 1 and loan.first_years is not None:
            return step.nominal * loan.first_years
        if loan.starts_on:
            start, end = (add_months(loan.starts_on, number - 1), add_months(loan.starts_on, number))
            return step.nominal * Fraction((end - start).days, 360)
        return step.rate

    def _level(self, number: int, step: Step, interest: Fraction) -> Fraction:
        """The instalment of a period: given, interest alone, equal principal, or the annuity solved at each step."""
        loan = self.loan
        if number <= loan.interest_only:
            return loan.round_payment(interest)
        if loan.method == "equal_principal":
            return loan.round_payment(loan.principal / loan.amortized) + interest
        if loan.payment is not None:
            return loan.payment
        starts = (number == step.from_period and (step.recast or number == 1)) or number == loan.interest_only + 1
        if self.level is None or starts:
            owed = self.balance
            if number == 1 and loan.first_years is not None:  # a longer first period: what it adds is owed as well
                owed *= (1 + step.nominal * loan.first_years) / (1 + step.rate)
            solved = loan.round_payment(-Annuity(step.rate).payment(Fraction(loan.amortized - number + 1), owed))
            self.level = solved if step.cap is None or self.level is None else min(solved, self.level * step.cap)
            self.level = loan.round_payment(self.level)
        return self.level
