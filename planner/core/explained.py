"""How one instalment comes about: the rate in force, the interest slice by slice, the principal's rule, the fee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from planner.core.events import Event, OwnRow, RateChange
from planner.core.money import divide_half_up
from planner.core.repayments import LoanCourse, Repayment, prepayments, revolving_slices
from planner.core.schedules import InterestSlice, ScheduleRow, Sizing, rounded, schedule, sizings, slices_of
from planner.core.terms import FeeBasis, LoanTerms, Rate, RemainderIn, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays


class RowOrigin(StrEnum):
    """Where a row's figures are from: worked out by the contract, the lender's own, the early payoff, what of an
    instalment was paid before that, or a repayment of a loan repaid any time (REVOLVING; REVOLVING_REST is what is
    left of it at its end)."""

    CONTRACT = "contract"
    LENDER = "lender"
    PAYOFF = "payoff"
    PAID_AHEAD = "paid_ahead"
    REVOLVING = "revolving"
    REVOLVING_REST = "revolving_rest"


class PrincipalRule(StrEnum):
    """How a row's principal is found.

    SIZE: the equal instalment less the interest, not below nothing. LEVEL: an even part of the principal.
    FIRST_TAKES_REST: the even parts of the others are taken off. REST: all that is left. NOTHING: none before the end.
    PAID: what was paid beyond the interest. STATED: as the lender says.
    """

    SIZE = "size"
    LEVEL = "level"
    FIRST_TAKES_REST = "first_takes_rest"
    REST = "rest"
    NOTHING = "nothing"
    PAID = "paid"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class FeePart:
    """A row's fee: `rate` of the loan's principal is `whole_fen` (half-up), asked of each of so many `periods`
    together; `parts` 1 where each period asks it whole. `takes_rest`: this row takes what even parts leave over."""

    rate: Fraction
    principal_fen: int
    whole_fen: int
    parts: int
    takes_rest: bool


@dataclass(frozen=True, slots=True)
class RowExplained:
    """One instalment and how it comes about; fen.

    `balance_fen` is the principal before it. `rate` is in force since `rate_since`, changed by then or as agreed
    (`rate_changed`). The `slices` sum to the interest, rounded half-up once, or each by itself (`each_rounded`);
    `carried_fen` of a REVOLVING row is interest of the days before it that was not paid then, `left_fen` what of the
    interest is not paid with it. `size` is how the instalment was sized, `first_extra_fen` what the first takes of
    rounding. A row that is not of the CONTRACT has neither slices nor size, but for a REVOLVING one's slices.
    """

    row: ScheduleRow
    origin: RowOrigin
    balance_fen: int
    rate: Rate
    rate_since: date
    rate_changed: bool
    slices: tuple[InterestSlice, ...]
    each_rounded: bool
    carried_fen: int
    left_fen: int
    principal_rule: PrincipalRule
    size: Sizing | None
    first_extra_fen: int
    fee: FeePart | None

    @property
    def interest_fen(self) -> int:
        """What the explanation comes to: the row's interest."""
        if not self.slices and self.origin is not RowOrigin.REVOLVING:
            return self.row.interest_fen if self.origin is not RowOrigin.CONTRACT else 0
        if self.each_rounded:
            return sum(rounded((each,)) for each in self.slices) + self.carried_fen - self.left_fen
        return rounded(self.slices)

    @property
    def principal_fen(self) -> int:
        """What the rule comes to: the row's principal."""
        size = self.size
        if self.principal_rule is PrincipalRule.SIZE and size is not None:
            paid = size.payment_fen - self.row.interest_fen + self.first_extra_fen
            return min(max(paid, 0), self.balance_fen)
        if self.principal_rule is PrincipalRule.LEVEL and size is not None:
            return min(size.level_fen, self.balance_fen)
        if self.principal_rule is PrincipalRule.FIRST_TAKES_REST and size is not None:
            return min(size.balance_fen - size.level_fen * (size.periods - 1), self.balance_fen)
        if self.principal_rule is PrincipalRule.REST:
            return self.balance_fen
        return 0 if self.principal_rule is PrincipalRule.NOTHING else self.row.principal_fen


def rate_in_force(terms: LoanTerms, events: Sequence[Event], day: date) -> tuple[Rate, date, bool]:
    """The rate on a day, the day since which it holds, and whether it is a change of what the contract said."""
    changes = [each for each in events if isinstance(each, RateChange) and each.on <= day]
    if not changes:
        return terms.rate, terms.drawn_on, False
    latest = max(changes, key=lambda change: change.on)
    return latest.rate, latest.on, True


def explain_instalment(
    terms: LoanTerms,
    repayments: Sequence[Repayment],
    events: Sequence[Event],
    gone: LoanCourse,
    number: int,
    workdays: Workdays = WEEKENDS_ONLY,
) -> RowExplained | None:
    """The instalment of a number of the course that these terms, repayments and events made; None where it has
    none."""
    at = next((at for at, each in enumerate(gone.instalments) if each.row.number == number), None)
    if at is None:
        return None
    if terms.method is RepaymentMethod.REVOLVING:
        return _revolving_row(terms, repayments, events, gone, at)
    all_events = (*events, *prepayments(repayments))
    plan = schedule(terms, all_events, workdays)
    row = gone.instalments[at].row
    planned = plan[number - 1] if number <= len(plan) else None
    if row != planned:
        payoff = row.due_on == gone.balances[-1][0] and at == len(gone.instalments) - 1
        return _as_it_went(terms, all_events, row, RowOrigin.PAYOFF if payoff else RowOrigin.PAID_AHEAD)
    if any(isinstance(each, OwnRow) and each.number == number for each in events):
        return _as_it_went(terms, all_events, row, RowOrigin.LENDER)
    return _by_contract(terms, all_events, plan, row, workdays)


def _as_it_went(terms: LoanTerms, events: Sequence[Event], row: ScheduleRow, origin: RowOrigin) -> RowExplained:
    rate = rate_in_force(terms, events, row.start_on)
    rules = {RowOrigin.PAYOFF: PrincipalRule.REST, RowOrigin.LENDER: PrincipalRule.STATED}
    rule = rules.get(origin, PrincipalRule.PAID)
    before = row.principal_fen + row.balance_fen
    return RowExplained(row, origin, before, *rate, (), False, 0, 0, rule, None, 0, None)


def _by_contract(
    terms: LoanTerms, events: Sequence[Event], plan: Sequence[ScheduleRow], row: ScheduleRow, workdays: Workdays
) -> RowExplained:
    slices = list(slices_of(terms, events, plan))[row.number - 1]
    size = next((each for each in reversed(sizings(terms, events, workdays)) if each.number <= row.number), None)
    before = row.principal_fen + row.balance_fen
    rule = _rule(terms, plan, row)
    extra = 0
    if rule is PrincipalRule.SIZE and row.number == 1 and size is not None:
        extra = row.payment_fen - row.fee_fen - size.payment_fen if terms.remainder_in is RemainderIn.FIRST else 0
    return RowExplained(
        row=row,
        origin=RowOrigin.CONTRACT,
        balance_fen=before,
        rate=(found := rate_in_force(terms, events, row.start_on))[0],
        rate_since=found[1],
        rate_changed=found[2],
        slices=slices,
        each_rounded=False,
        carried_fen=0,
        left_fen=0,
        principal_rule=rule,
        size=size,
        first_extra_fen=extra,
        fee=_fee(terms, row),
    )


def _rule(terms: LoanTerms, plan: Sequence[ScheduleRow], row: ScheduleRow) -> PrincipalRule:
    if row.balance_fen == 0 and row.number == len(plan):
        return PrincipalRule.REST
    if terms.method is RepaymentMethod.EQUAL_INSTALMENT:
        return PrincipalRule.SIZE
    if terms.method in (RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE):
        first = row.number == 1 and terms.remainder_in is RemainderIn.FIRST
        return PrincipalRule.FIRST_TAKES_REST if first else PrincipalRule.LEVEL
    return PrincipalRule.NOTHING


def _fee(terms: LoanTerms, row: ScheduleRow) -> FeePart | None:
    if not terms.flat_fee_rate or not row.fee_fen:
        return None
    rate = Fraction(terms.flat_fee_rate)
    exact = rate * terms.principal_fen
    whole = divide_half_up(exact.numerator, exact.denominator)
    parts = 1 if terms.fee_basis is FeeBasis.EACH_PERIOD else terms.periods
    rest_in = 1 if terms.remainder_in is RemainderIn.FIRST else terms.periods
    return FeePart(rate, terms.principal_fen, whole, parts, parts > 1 and row.number == rest_in)


def _revolving_row(
    terms: LoanTerms, repayments: Sequence[Repayment], events: Sequence[Event], gone: LoanCourse, at: int
) -> RowExplained:
    """The slices since the payment before; what was not paid then comes on top, what is not paid now goes on."""
    in_order = sorted(repayments, key=lambda each: (each.paid_on, each.id))
    each = gone.instalments[at]
    end = schedule(terms, events)[0].due_on
    paid = in_order[: at + 1]
    is_rest = at == len(gone.instalments) - 1 and len(gone.instalments) > len(gone.allocations)
    own = revolving_slices(terms, paid, events, end if is_rest else min(each.row.due_on, end))
    before = in_order[:at]
    since = before[-1].paid_on if before else terms.drawn_on
    earlier = [one for one in own if one.end <= min(since, end)]
    slices = tuple(one for one in own if one not in earlier)
    asked = sum(rounded((one,)) for one in earlier)
    carried = asked - sum(one.row.interest_fen for one in gone.instalments[:at])
    left = sum(rounded((one,)) for one in slices) + carried - each.row.interest_fen
    origin = RowOrigin.REVOLVING_REST if is_rest else RowOrigin.REVOLVING
    rule = PrincipalRule.REST if is_rest else PrincipalRule.PAID
    rate = rate_in_force(terms, events, slices[0].start if slices else each.row.start_on)
    balance = each.row.principal_fen + each.row.balance_fen
    return RowExplained(each.row, origin, balance, *rate, slices, True, carried, left, rule, None, 0, None)
