"""The warnings about what a loan costs, W01–W08: contract by contract, against the law of the contract's day.

The book knows no day of signing: the day of the drawdown stands for it. Loans that are over are not warned about.
A rule speaks of each loan that is past its line; what it cannot judge is one finding with all such loans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from planner.core.agreed_cost import AgreedCost
from planner.core.facts import CreditFacts, LenderKind, LoanFact
from planner.core.findings import CostGap, Finding, Level, NextStep, Rule, Rules
from planner.core.law import Cap, Law, Standing
from planner.core.terms import RepaymentMethod

NO_CONSUMER_LOANS = ("fangdai", "gongjijin", "wangshangdai")
"""Products that are no consumer loans: mortgages, and credit for a business."""
_LICENSED = (LenderKind.BANK, LenderKind.CONSUMER_FINANCE, LenderKind.MICRO_LENDER, LenderKind.PLATFORM)

Judge = Callable[[LoanFact, AgreedCost, Rule, Law], Finding | None]
"""What a rule says of one loan; None where it has nothing to say."""


def loan_flags(loan: LoanFact, rules: Rules) -> tuple[Finding, ...]:
    """Everything W01–W08 say of one loan, over or not, the worst first; rules with nothing to say are left out."""
    found = [_judged(judge, loan, rules.by_id[rule_id], rules.law) for rule_id, judge in _JUDGES.items()]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: -each.level))


def cost_over_24(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W01: a licensed lender's loan, or one that a platform arranged, costs more than 24 % with all fees."""
    if loan.lender_kind is LenderKind.PERSON:
        return None
    if agreed.judged is None:
        return _unknown(loan, rule, CostGap.NO_SINGLE_COST)
    if agreed.judged <= rule.thresholds["critical"]:
        return None
    if loan.lender_kind not in _LICENSED:
        return _unknown(loan, rule, CostGap.LENDER_KIND)
    caps = [each for each in law.caps_for(loan.lender_kind, loan.opened_on) if each.lpr is None and not each.reported]
    if not caps:
        return _unknown(loan, rule, CostGap.NO_CAP_KNOWN)
    steps = (NextStep.CHECK_THE_CONTRACT, NextStep.ASK_FOR_REDUCTION, NextStep.COMPLAIN)
    return Finding(rule.id, Level.CRITICAL, _costs(agreed) | {"cap": caps[0].rate}, (loan.ref,), steps)


def cost_over_20(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W02: a consumer finance company's loan is above the 20 % that the press reported; never more than a caution."""
    cap = next((each for each in law.caps_for(loan.lender_kind, loan.opened_on) if each.reported), None)
    if cap is None:
        return None
    if agreed.judged is None:
        return _unknown(loan, rule, CostGap.NO_SINGLE_COST)
    if agreed.judged <= rule.thresholds["caution"]:
        return None
    values = _costs(agreed) | {"cap": cap.rate}
    return Finding(rule.id, Level.CAUTION, values, (loan.ref,), (NextStep.CHECK_THE_CONTRACT, NextStep.COMPLAIN))


def private_over_cap(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W03: a private person's loan is above the cap of its day, by the rate agreed (exactly) or by its true cost (with
    a tolerance for rounding). With the last LPR known only, a rate near the cap is not called fine."""
    if loan.lender_kind is not LenderKind.PERSON:
        return None
    asked = max(agreed.stated_rate or Decimal(0), agreed.judged or Decimal(0))
    cap = law.cap_for(loan.lender_kind, loan.opened_on)
    if cap is None:
        return _unknown(loan, rule, CostGap.NO_CAP_KNOWN) if asked or agreed.judged is None else None
    level = _private_level(agreed, cap, rule.thresholds["tolerance"])
    if level is Level.OK:
        if agreed.judged is None:
            return _unknown(loan, rule, CostGap.NO_SINGLE_COST)
        near = cap.stale and asked > rule.thresholds["known_below"] * cap.rate
        return _unknown(loan, rule, CostGap.LATER_LPR) if near else None
    values = _costs(agreed) | _cap_values(cap) | {"asked": asked}
    steps = (NextStep.CHECK_THE_CONTRACT, NextStep.AGREE_IN_WRITING)
    return Finding(rule.id, level, values, (loan.ref,), steps, on=cap.lpr.published_on if cap.lpr else None)


def _private_level(agreed: AgreedCost, cap: Cap, tolerance: Decimal) -> Level:
    def above(line: Decimal) -> bool:
        by_rate = agreed.stated_rate is not None and agreed.stated_rate > line
        return by_rate or (agreed.judged is not None and agreed.judged > line + tolerance)

    if not above(cap.rate):
        return Level.OK
    # between 24 % and 36 % of the older law what was paid stays paid: less grave than what is void
    between = cap.void_above is not None and not above(cap.void_above)
    return Level.WARNING if between else Level.CRITICAL


def micro_over_cap(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W04: a micro-lender's loan of more than a month is above four times the LPR: a note until the guideline is to be
    met, then a warning."""
    if loan.lender_kind is not LenderKind.MICRO_LENDER:
        return None
    caps = law.caps_for(loan.lender_kind, loan.opened_on, months=agreed.months)
    cap = next((each for each in caps if each.lpr is not None), None)
    if cap is None or cap.lpr is None:
        return None
    if agreed.judged is None:
        return _unknown(loan, rule, CostGap.NO_SINGLE_COST)
    if agreed.judged <= cap.rate + rule.thresholds["tolerance"]:
        return None
    level = Level.WARNING if cap.standing is Standing.BINDING else Level.INFO
    values = _costs(agreed) | _cap_values(cap)
    steps = (NextStep.CHECK_THE_CONTRACT, NextStep.COMPLAIN) if level is Level.WARNING else ()
    return Finding(rule.id, level, values, (loan.ref,), steps, on=cap.lpr.published_on)


def deducted_up_front(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W05: less was paid out than the contract's principal."""
    if agreed.received_fen >= agreed.principal_fen:
        return None
    values = _costs(agreed) | {"received_fen": agreed.received_fen, "principal_fen": agreed.principal_fen}
    steps = (NextStep.COUNT_ON_RECEIVED, NextStep.COMPLAIN)
    return Finding(rule.id, Level.CRITICAL, values, (loan.ref,), steps)


def fee_not_disclosed(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W06: a fee must stand on the disclosure table. The book does not say whether it does, so a loan with a fee of
    that time is not judged but named: the user is to compare."""
    has_fee = agreed.fee_share > 0 or agreed.received_fen < agreed.principal_fen
    told = law.notice("disclosure_table", loan.opened_on)
    if told is None or not has_fee or loan.lender_kind is LenderKind.PERSON:
        return None
    return _unknown(loan, rule, CostGap.DISCLOSURE_TABLE)


def flat_fee(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W07: a flat fee is shown with what it really costs a year."""
    if agreed.method is not RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE:
        return None
    values = _costs(agreed) | {"fee_share": agreed.fee_share, "months": agreed.months}
    return Finding(rule.id, Level.INFO, values, (loan.ref,), (NextStep.COMPARE_BY_YEARLY_COST,))


def size_and_term(loan: LoanFact, agreed: AgreedCost, rule: Rule, law: Law) -> Finding | None:
    """W08: larger or longer than consumer loans of licensed lenders may be."""
    if loan.lender_kind not in _LICENSED or agreed.product in NO_CONSUMER_LOANS:
        return None
    large = agreed.principal_fen > rule.thresholds["most_yuan"] * 100
    if not large and agreed.months <= rule.thresholds["most_months"]:
        return None
    values: dict[str, int | Decimal] = {"principal_fen": agreed.principal_fen, "months": agreed.months}
    return Finding(rule.id, Level.INFO, values, (loan.ref,), (NextStep.CHECK_THE_CONTRACT,))


def _costs(agreed: AgreedCost) -> dict[str, int | Decimal]:
    """The two yearly costs, where there is just one of each."""
    if agreed.nominal is None or agreed.effective is None:
        return {}
    return {"nominal": agreed.nominal, "effective": agreed.effective}


def _cap_values(cap: Cap) -> dict[str, int | Decimal]:
    values: dict[str, int | Decimal] = {"cap": cap.rate, "stale": int(cap.stale)}
    return values if cap.void_above is None else values | {"void_above": cap.void_above}


def _unknown(loan: LoanFact, rule: Rule, gap: CostGap) -> Finding:
    step = {
        CostGap.LENDER_KIND: NextStep.NAME_THE_LENDER,
        CostGap.DISCLOSURE_TABLE: NextStep.COMPARE_DISCLOSURE,
    }.get(gap, NextStep.CHECK_THE_CONTRACT)
    return Finding(rule.id, Level.UNKNOWN, {}, (loan.ref,), (step,), gap)


def _judged(judge: Judge, loan: LoanFact, rule: Rule, law: Law) -> Finding | None:
    if loan.agreed is None:
        return _unknown(loan, rule, CostGap.NO_SINGLE_COST)
    return judge(loan, loan.agreed, rule, law)


def _every_open_loan(judge: Judge) -> Callable[[CreditFacts, date, Rule, Law], tuple[Finding, ...]]:
    """A rule's check over the loans that are open on a day."""

    def check(facts: CreditFacts, on: date, rule: Rule, law: Law) -> tuple[Finding, ...]:
        found: list[Finding] = []
        gaps: dict[object, Finding] = {}
        for loan in facts.loans:
            if loan.opened_on > on or (loan.closed_on is not None and loan.closed_on <= on):
                continue
            said = _judged(judge, loan, rule, law)
            if said is None:
                continue
            if said.missing is None:
                found.append(said)
            elif said.missing in gaps:
                before = gaps[said.missing]
                gaps[said.missing] = replace(before, rows=before.rows + said.rows)
            else:
                gaps[said.missing] = said
        return (*found, *gaps.values()) or (Finding(rule.id, Level.OK, {}, (), ()),)

    return check


_JUDGES: Mapping[str, Judge] = {
    "W01": cost_over_24,
    "W02": cost_over_20,
    "W03": private_over_cap,
    "W04": micro_over_cap,
    "W05": deducted_up_front,
    "W06": fee_not_disclosed,
    "W07": flat_fee,
    "W08": size_and_term,
}

COST_CHECKS = {rule_id: _every_open_loan(judge) for rule_id, judge in _JUDGES.items()}
"""Every rule's check by its id."""
