"""The loan of a `schedule` or `level_payment_loan` vector: rates by period, lengths, roundings, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle_vectors.annuities import compounding_rate
from tests.oracle_vectors.exact import exact, exponential, is_number
from tests.oracle_vectors.roundings import CENT, Rounding, rounding

TIMES_A_YEAR = {
    "annual": 1, "annually": 1, "yearly": 1, "years": 1, "semi_annual": 2, "semiannual": 2, "half_yearly": 2,
    "quarterly": 4, "bimonthly": 6, "monthly": 12, "months": 12, "semi_monthly": 24, "biweekly": 26, "bi_weekly": 26,
    "fortnightly": 26, "accelerated_biweekly": 26, "weekly": 52, "weeks": 52, "daily": 365, "period": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """From a period on: the rate of a period, whether the instalment is solved anew, at most `cap` times the old."""

    from_period: int
    rate: Fraction
    nominal: Fraction
    recast: bool = True
    cap: Fraction | None = None


@dataclass(frozen=True, slots=True)
class VectorLoan:
    """A loan with other people's conventions; the instalment is solved for `amortized` periods."""

    principal: Fraction
    method: str
    steps: tuple[Step, ...]
    periods: int
    amortized: int
    per_year: int
    payment: Fraction | None
    interest_only: int
    first_years: Fraction | None
    starts_on: date | None
    round_payment: Rounding
    round_interest: Rounding
    roundings: tuple[str, str]
    unit: Fraction
    carries: bool
    plain_compounding: bool
    fee: Fraction


def loan_of(inputs: Mapping[str, Any]) -> VectorLoan:
    """Reads the fields of SCHEMA.md, by their several names."""
    per_year = times_a_year(inputs.get("frequency", inputs.get("payments_per_year", 12)))
    payment_name, interest_name, carries = _policies(inputs)
    unit = exact(inputs.get("currency_unit", CENT))
    periods = _periods(inputs, "periods", "term_months", per_year)
    payment = inputs.get("payment_override", inputs.get("payment"))
    actual = str(inputs.get("day_count", "")).lower().startswith("act")
    start = next((inputs[key] for key in ("start_date", "start", "issue_date") if inputs.get(key)), None)
    compounding = inputs.get("compounding", inputs.get("compounding_per_year"))
    return VectorLoan(
        principal=exact(inputs["principal"]),
        method=inputs.get("method", "annuity"),
        steps=_steps(inputs, per_year, compounding),
        periods=periods,
        amortized=_periods(inputs, "amortization_periods", "amortization_months", per_year, periods),
        per_year=per_year,
        payment=exact(payment) if payment is not None else None,
        interest_only=int(exact(inputs.get("interest_only_months", 0)) * per_year / 12),
        first_years=exact(inputs["first_period_years"]) if inputs.get("first_period_years") else None,
        starts_on=date.fromisoformat(start) if start and actual else None,
        round_payment=rounding(payment_name, unit),
        round_interest=rounding(interest_name, unit),
        roundings=(payment_name, interest_name),
        unit=unit,
        carries=carries or bool(start and actual),
        plain_compounding=compounding is None or compounding_name(compounding) == per_year,
        fee=exact(inputs.get("fee_per_period", 0)),
    )


def times_a_year(name: Any) -> int:
    """A frequency or compounding by name, or as the number that it is."""
    if is_number(name):
        return int(exact(name))
    return TIMES_A_YEAR[str(name).lower().replace("-", "_").replace(" ", "_")]


def compounding_name(name: Any) -> int:
    return 0 if str(name).lower().startswith("cont") else times_a_year(name)


def period_rate(nominal: Fraction, per_year: int, compounding: Any) -> Fraction:
    """The rate of a payment period. `monthly` is the collections' word for "no compounding of its own"."""
    if compounding is None or str(compounding).lower() in ("monthly", "period", "none"):
        return nominal / per_year
    compounded = compounding_name(compounding)
    if not compounded:
        return exponential(nominal / per_year) - 1
    return compounding_rate(nominal, Fraction(compounded), Fraction(per_year))


def _periods(inputs: Mapping[str, Any], name: str, months: str, per_year: int, otherwise: int = 0) -> int:
    if inputs.get(name) is not None:
        return int(exact(inputs[name]))
    return int(exact(inputs[months]) * per_year / 12) if inputs.get(months) is not None else otherwise


def _steps(inputs: Mapping[str, Any], per_year: int, compounding: Any) -> tuple[Step, ...]:
    recast = bool(inputs.get("recast", True))
    steps = []
    for each in inputs.get("rates") or ():
        if "periodic" in each:
            rate = exact(each["periodic"])
            steps.append(Step(int(each["from_period"]), rate, rate * per_year, recast))
        else:
            nominal = _nominal(each)
            steps.append(Step(int(each["from_period"]), period_rate(nominal, per_year, compounding), nominal, recast))
    if not steps:
        nominal = _nominal(inputs)
        steps.append(Step(1, period_rate(nominal, per_year, compounding), nominal))
    for each in inputs.get("rate_schedule") or ():
        nominal, cap = exact(each["new_annual_rate"]) / 100, each.get("payment_cap_factor")
        rate, again = period_rate(nominal, per_year, compounding), bool(each.get("recast", True))
        steps.append(Step(int(each["effective_payment_number"]), rate, nominal, again, exact(cap) if cap else None))
    return tuple(steps)


def _nominal(fields: Mapping[str, Any]) -> Fraction:
    """A nominal yearly rate as a fraction, whatever it is called."""
    for name, value in fields.items():
        if name in ("nominal_annual", "nominal_annual_rate", "annual_rate", "rate"):
            return exact(value)
        if name.endswith("_percent") and ("rate" in name or "annual" in name or "apr" in name):
            return exact(value) / 100
    return Fraction(0)


def _policies(inputs: Mapping[str, Any]) -> tuple[str, str, bool]:
    """Payment rounding, interest rounding, and whether the balance carries what is rounded away."""
    if "payment_rounding" in inputs or "interest_rounding" in inputs:
        carries = str(inputs.get("balance_tracking", "round_each")).startswith("carry")
        return inputs.get("payment_rounding", "half_up"), inputs.get("interest_rounding", "half_up"), carries
    text = str(inputs.get("rounding", "")).lower().replace("-", "_")
    if "unrounded" in text or text.startswith(("none", "no rounding")) or not text:
        return "none", "none", True
    way = next((name for name in ("half_even", "half_down", "half_up", "down", "up") if name in text), "half_up")
    each = "interest" in text  # else the instalment alone is rounded, and the balance carries on
    return way, way if each else "none", not each
