"""The cost of one loan as it is shown: advertised, agreed and as it went, with the caps and flags beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.core.facts import LenderKind, RowRef
from planner.core.findings import Finding, Rule
from planner.core.law import Cap, Notice
from planner.core.rates import CostFound
from planner.core.terms import LoanTerms


@dataclass(frozen=True, slots=True)
class CapBeside:
    """A cap with the room below it: `margin` = cap − nominal cost as a fraction (0.01 is one percentage point),
    negative where the cost is above; None where the loan has no single cost."""

    cap: Cap
    margin: Decimal | None


@dataclass(frozen=True, slots=True)
class FlatFee:
    """An advertised flat fee and what it really costs.

    `each` is the fee of a period and `in_all` that of the term, as parts of the principal; `advertised_yearly` is
    what is often advertised as a year's rate (12 × `each`); `real` is the fee alone, unrounded, by cash flows.
    """

    each: Decimal
    in_all: Decimal
    advertised_yearly: Decimal
    real: CostFound


@dataclass(frozen=True, slots=True)
class CostSums:
    """What the loan costs beside its principal, fen; `deducted_fen` was kept back when it was paid out."""

    interest_fen: int
    fee_fen: int
    penalty_fen: int
    deducted_fen: int

    @property
    def total_fen(self) -> int:
        return self.interest_fen + self.fee_fen + self.penalty_fen + self.deducted_fen


@dataclass(frozen=True, slots=True)
class CostFlag:
    """One of W01–W08 as it stands on this loan, with its rule; UNKNOWN ones say in `finding.missing` why."""

    finding: Finding
    rule: Rule


@dataclass(frozen=True, slots=True)
class LoanCost:
    """The cost of one loan as of a day. Rates are yearly fractions; each CostFound says whether there is one cost,
    several or none (`status`), and each cost is nominal (单利年化) and effective (复利年化).

    `stated_rate`: the contract's own rate for a year, None where a flat fee is the price (then see `flat_fee`, which
    also stands beside interest where a fee is charged as well). `agreed`: by the contract's plan, by months, on what
    was received. `agreed_by_days`: the same by the days that pass (XIRR). `so_far`: by days, with everything that was
    really paid, penalties and early payoff included, and the open rest as planned, what is late as of today;
    `went_otherwise`: whether it differs from the contract's plan. `sums_agreed` and `sums` are the parts of both.
    `caps`: every cap on this contract, binding ones first; empty where none is known. `disclosure`: the rule of the
    disclosure table, where the contract is of its time. `flags`: the worst first.
    """

    loan: RowRef
    name: str
    lender_name: str
    lender_kind: LenderKind
    today: date
    terms: LoanTerms
    stated_rate: Decimal | None
    flat_fee: FlatFee | None
    agreed: CostFound
    agreed_by_days: CostFound
    so_far: CostFound
    went_otherwise: bool
    sums_agreed: CostSums
    sums: CostSums
    caps: tuple[CapBeside, ...]
    disclosure: Notice | None
    flags: tuple[CostFlag, ...]
