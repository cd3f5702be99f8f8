"""Schedule vectors: rows and sums of a loan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from tests.oracle_vectors import variable_factors
from tests.oracle_vectors.compare import OneOf
from tests.oracle_vectors.exact import power
from tests.oracle_vectors.instalments import Row, rows_of
from tests.oracle_vectors.loans import VectorLoan, loan_of
from tests.oracle_vectors.roundings import half_up


def run(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that a source prints of a schedule."""
    if inputs["method"] == "annuity_variable_factor":
        rows = variable_factors.rows(inputs)
        return {"rows_emi_interest_principal_balance_factor": _cells(rows), "rows": _cells([row[:5] for row in rows])}
    loan = loan_of(inputs)
    found = rows_of(loan)
    return _Sums(loan, found).all()


def _cells(rows: Sequence[Sequence[Any]]) -> Callable[[Sequence[Any]], Sequence[Any] | None]:
    by_number = {row[0]: row for row in rows}
    return lambda want: by_number.get(int(want[0]))


class _Sums:
    """The rows and what follows from them."""

    def __init__(self, loan: VectorLoan, rows: Sequence[Row]) -> None:
        self.loan, self.rows = loan, rows

    def all(self) -> dict[str, Any]:
        loan, rows = self.loan, self.rows
        interest = sum((row.interest for row in rows), Fraction(0))
        total = sum((row.payment for row in rows), Fraction(0))
        stated = sum(amount * count for amount, count in self._levels())
        recast = len(loan.steps) > 1 and loan.roundings[1] == "none" != loan.roundings[0]
        found: dict[str, Any] = {
            "payment": rows[0].level + loan.fee,
            "first_payment": rows[0].payment,
            "last_payment": rows[-1].payment,
            "payments": self._levels(),
            # instalments rounded and balances not: what is disclosed is the sum of the stated instalments
            "total_of_payments": OneOf((total, stated)) if recast else total,
            "total_interest": OneOf((interest, stated - loan.principal)) if recast else interest,
            "balloon": rows[-1].balance,
            "yearly_interest": self._of_year,
            "yearly_principal": lambda year: self._of_year(year, "principal"),
            "ranges": self._range,
            "periods": len(rows),
            "months": len(rows),
            "effective_annual_percent": 100 * (power(1 + loan.steps[0].rate, Fraction(loan.per_year)) - 1),
            "rows": _cells([[row.number, row.payment, row.interest, row.principal, row.balance] for row in rows]),
        }
        found["finance_charge"] = found["total_interest"]
        if len(rows) > 1:
            found["monthly_decrement"] = rows[0].payment - rows[1].payment
        return found | self._two_roundings(interest, total)

    def _levels(self) -> list[list[Any]]:
        """Runs of equal stated instalments: `[amount, how many]`."""
        return [[level, len(list(run))] for level, run in groupby(self.rows, key=lambda row: row.level)]

    def _of_year(self, year: Any, part: str = "interest") -> Fraction:
        last = int(year) * self.loan.per_year
        return sum((getattr(row, part) for row in self.rows[last - self.loan.per_year : last]), Fraction(0))

    def _range(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        first, last = int(wanted["start_payment"]), int(wanted["end_payment"])
        rows = self.rows[first - 1 : last]
        return {
            "start_payment": first,
            "end_payment": last,
            "balance": rows[-1].balance,
            **{part: sum(getattr(row, part) for row in rows) for part in ("principal", "interest", "payment")},
        }

    def _two_roundings(self, interest: Fraction, total: Fraction) -> dict[str, Any]:
        """Sums by both roundings that calculators print: unrounded, and n times the rounded instalment."""
        times = sum(half_up(amount, self.loan.unit) * count for amount, count in self._levels())
        return {
            "total_interest_unrounded": interest,
            "total_of_payments_unrounded": total,
            "total_interest_n_times_rounded": times - self.loan.principal,
            "total_of_payments_n_times_rounded": times,
            "payment_unrounded": self.rows[0].level,
            "payment_rounded": half_up(self.rows[0].level, self.loan.unit),
        }
