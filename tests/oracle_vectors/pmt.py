"""Payment vectors: spreadsheet functions and level instalments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.annuities import Annuity, NoValue, begins, compounding_rate
from tests.oracle_vectors.exact import exact, exponential
from tests.oracle_vectors.instalments import first_level
from tests.oracle_vectors.loans import loan_of
from tests.oracle_vectors.roundings import half_up

Inputs = Mapping[str, Any]


def run(inputs: Inputs) -> dict[str, Any]:
    """`value`, or `status` where the function has none."""
    try:
        value = _FUNCTIONS[inputs["fn"]](inputs)
    except NoValue:
        return {"value": None, "status": "error"}
    return {"value": abs(value) if inputs.get("abs_value") else value, "status": "one"}


def _number(inputs: Inputs, *names: str) -> Fraction:
    return exact(next((inputs[name] for name in names if inputs.get(name) is not None), 0))


def _annuity(inputs: Inputs) -> Annuity:
    return Annuity(exact(inputs["rate"]), begins(inputs.get("when", 0)))


def _pmt(inputs: Inputs) -> Fraction:
    return _annuity(inputs).payment(*(_number(inputs, name) for name in ("nper", "pv", "fv")))


def _fv(inputs: Inputs) -> Fraction:
    return _annuity(inputs).future(*(_number(inputs, name) for name in ("nper", "pmt", "pv")))


def _pv(inputs: Inputs) -> Fraction:
    return _annuity(inputs).present(*(_number(inputs, name) for name in ("nper", "pmt", "fv")))


def _part(part: str) -> Callable[[Inputs], Fraction]:
    def function(inputs: Inputs) -> Fraction:
        numbers = (_number(inputs, name) for name in ("per", "nper", "pv", "fv"))
        return Fraction(getattr(_annuity(inputs), part)(*numbers))

    return function


def _cumulated(part: str) -> Callable[[Inputs], Fraction]:
    def function(inputs: Inputs) -> Fraction:
        periods = range(int(exact(inputs["start"])), int(exact(inputs["end"])) + 1)
        rest = [_number(inputs, name) for name in ("nper", "pv", "fv")]
        if not 1 <= periods.start < periods.stop <= rest[0] + 1:
            raise NoValue
        return sum((getattr(_annuity(inputs), part)(Fraction(each), *rest) for each in periods), Fraction(0))

    return function


def _odd_first(inputs: Inputs) -> Fraction:
    """The first period is longer or shorter and bears simple interest for its own length."""
    nominal, per_year = exact(inputs["nominal_annual_rate"]), exact(inputs["payments_per_year"])
    rate, first = nominal / per_year, exact(inputs["first_period_years"])
    owed = exact(inputs["principal"]) * (1 + nominal * first) / (1 + rate)
    return -Annuity(rate).payment(exact(inputs["payments"]), owed)


def _flat(inputs: Inputs) -> Fraction:
    principal, periods = exact(inputs["principal"]), exact(inputs["periods"])
    return principal / periods + principal * exact(inputs["flat_rate_monthly"]) + _number(inputs, "monthly_fee")


def _smallest_clearing(inputs: Inputs) -> Fraction:
    """The smallest payment in cents that clears the loan in its term, interest rounded to the cent."""
    cents, periods = int(exact(inputs["principal"]) * 100), int(exact(inputs["term_months"]))
    rate = exact(inputs["annual_rate_percent"]) / 1200
    low, high = 0, cents + int(cents * rate) + 1
    while low + 1 < high:
        middle = (low + high) // 2
        balance = cents
        for _ in range(periods):
            balance += int(half_up(balance * rate, Fraction(1))) - middle
        low, high = (low, middle) if balance <= 0 else (middle, high)
    return Fraction(high, 100)


def _compounding(inputs: Inputs) -> Annuity:
    rates = (exact(inputs[name]) for name in ("nominal_annual_rate", "compounding_per_year", "payments_per_year"))
    return Annuity(compounding_rate(*rates), begins(inputs.get("when", 0)))


def _level_compounding(inputs: Inputs) -> Fraction:
    present = _number(inputs, "principal", "pv")
    return -_compounding(inputs).payment(exact(inputs["payments"]), present, _number(inputs, "fv"))


def _fv_compounding(inputs: Inputs) -> Fraction:
    return _compounding(inputs).future(
        exact(inputs["payments"]), _number(inputs, "pmt", "payment"), _number(inputs, "pv", "principal")
    )


def _pv_compounding(inputs: Inputs) -> Fraction:
    return _compounding(inputs).present(
        exact(inputs["payments"]), _number(inputs, "pmt", "payment"), _number(inputs, "fv")
    )


def _perpetuity(inputs: Inputs) -> Fraction:
    per_year = exact(inputs.get("payments_per_year", 1))
    return exact(inputs["principal"]) * (exponential(exact(inputs["nominal_annual_rate"]) / per_year) - 1)


def _payodd(inputs: Inputs) -> Fraction:
    """Simple interest for the days by which the first period is longer than the others."""
    rate = exact(inputs["rate"])
    length = exact(inputs.get("days_per_period", 30))
    odd = (exact(inputs["days_to_first"]) - length) / length
    return -Annuity(rate).payment(exact(inputs["nper"]), exact(inputs["pv"]) * (1 + rate * odd), -_number(inputs, "fv"))


def _payadv(inputs: Inputs) -> Fraction:
    """Some of the payments are made in advance, at the beginning."""
    rate, periods = exact(inputs["rate"]), _number(inputs, "nper", "periods")
    advance = next(exact(value) for name, value in inputs.items() if "adv" in name and name != "fn")
    annuity = Annuity(rate)
    left = annuity.growth(-(periods - advance))
    worth = advance + ((1 - left) / rate if rate else periods - advance)
    return (exact(inputs["pv"]) - _number(inputs, "fv") * annuity.growth(-periods)) / worth


_FUNCTIONS: dict[str, Callable[[Inputs], Fraction]] = {
    "pmt": _pmt, "fv": _fv, "pv": _pv, "ipmt": _part("interest"), "ppmt": _part("principal"),
    "cumipmt": _cumulated("interest"), "cumprinc": _cumulated("principal"), "level_payment_odd_first": _odd_first,
    "flat_instalment": _flat, "level_payment_loan": lambda inputs: first_level(loan_of(inputs)),
    "smallest_clearing_payment": _smallest_clearing, "level_payment_compounding": _level_compounding,
    "fv_compounding": _fv_compounding, "pv_compounding": _pv_compounding, "perpetuity_continuous": _perpetuity,
    "payodd": _payodd, "payadv": _payadv,
}  # fmt: skip
