"""What a loan costs by its contract, worked out once for the flags about cost (W01–W08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from planner.core.events import Event
from planner.core.irr import RateStatus
from planner.core.rates import cost_by_days, true_cost
from planner.core.schedules import schedule
from planner.core.terms import Accrual, FeeBasis, LoanTerms, RatePeriod, RepaymentMethod

_DAYS_OF_MONTHS = 360
_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class AgreedCost:
    """A contract's figures. `nominal` and `effective` are its yearly cost on what was received, fees included, as
    fractions; both None unless `status` is ONE.

    `judged` is what is held against a cap: the nominal cost, and for interest by actual days the lower of the one by
    months and the one by days, since a month of 31 days must not look dearer than the law counts it.
    `stated_rate` is the contract's own yearly rate, None where a flat fee is the price; `fee_share` all its fees as a
    part of the principal; `months` its term.
    """

    principal_fen: int
    received_fen: int
    method: RepaymentMethod
    months: int
    product: str
    stated_rate: Decimal | None
    fee_share: Decimal
    status: RateStatus
    nominal: Decimal | None
    effective: Decimal | None
    judged: Decimal | None


def agreed_cost(terms: LoanTerms, events: Sequence[Event] = (), product: str = "") -> AgreedCost:
    """The figures of a contract with the changes of its plan known so far."""
    rows = schedule(terms, events)
    found = true_cost(terms, rows)
    cost = found.only
    judged = None if cost is None else cost.nominal
    if judged is not None and terms.accrual is Accrual.ACTUAL_DAYS:
        flows = [(row.due_on, -row.payment_fen) for row in rows]
        by_days = cost_by_days([(terms.drawn_on, terms.received_fen), *flows]).only
        judged = judged if by_days is None else min(judged, by_days.nominal)
    return AgreedCost(
        principal_fen=terms.principal_fen,
        received_fen=terms.received_fen,
        method=terms.method,
        months=terms.periods,
        product=product,
        stated_rate=stated_yearly_rate(terms),
        fee_share=fee_share(terms),
        status=found.status,
        nominal=None if cost is None else cost.nominal,
        effective=None if cost is None else cost.effective,
        judged=judged,
    )


def stated_yearly_rate(terms: LoanTerms) -> Decimal | None:
    """The contract's rate for a year: a yearly one as it is, a monthly one × 12, a daily one × 365, or × 360 where
    interest is counted by months of 30 days. None where a flat fee is the whole price."""
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return None
    if terms.rate.period is RatePeriod.DAILY:
        return terms.rate.value * (_DAYS_A_YEAR if terms.accrual is Accrual.ACTUAL_DAYS else _DAYS_OF_MONTHS)
    exact = terms.rate.monthly() * 12
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def fee_share(terms: LoanTerms) -> Decimal:
    """All fees of the term as a part of the principal: "0.60 % × 12" is 0.072. What was deducted is not among them."""
    each = terms.fee_basis is FeeBasis.EACH_PERIOD
    share = Fraction(terms.flat_fee_rate) * (terms.periods if each else 1)
    return Decimal(share.numerator) / Decimal(share.denominator)
