"""Warnings: rules on the facts of a day, each with its level, its numbers, its rows and next steps (domain.md §4).

A level is a function of facts and day, without hysteresis; a missing input gives UNKNOWN, never "ok".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planner.core.cost_flags import COST_CHECKS
from planner.core.debt_service import debt_service, profile_on
from planner.core.factors import OVER_LIMIT, MissingInput, balance_on, exact
from planner.core.facts import CreditFacts, FailedPaymentFact, LenderKind, LineFact, RowRef
from planner.core.findings import Finding, Level, NextStep, Rule, Rules, rules_from_json
from planner.core.lateness import bills
from planner.core.line_balance import line_balance
from planner.core.line_limits import limit_fen_on, limits_together

__all__ = ["CHECKS", "Finding", "Level", "NextStep", "Rule", "Rules", "findings", "rules_from_json", "used_today"]


def findings(facts: CreditFacts, on: date, rules: Rules) -> tuple[Finding, ...]:
    """What every rule says on a day, the worst first; rules with nothing to say are OK."""
    found = [finding for rule_id, check in CHECKS.items() for finding in check(facts, on, rules.by_id[rule_id])]
    for rule_id, judge in COST_CHECKS.items():
        # after the others: of one level, what is due comes before what was agreed
        found += judge(facts, on, rules.by_id[rule_id], rules.law)
    return tuple(sorted(found, key=lambda finding: -finding.level))


def debt_to_income(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W10: monthly debt service against monthly net income."""
    profile = profile_on(facts, on)
    if profile is None or profile.income_fen is None:
        return (_unknown(rule, MissingInput.INCOME, NextStep.ENTER_INCOME),)
    if not _any_debt(facts, on):
        return (_unknown(rule, MissingInput.DEBTS, NextStep.ENTER_DEBTS),)
    service = debt_service(facts, on)
    rows = (profile.ref, *service.rows)
    values: dict[str, int | Decimal] = {"service_fen": service.total_fen, "income_fen": profile.income_fen}
    if profile.income_fen == 0:
        # debts without any income are past every line; without debts there is nothing to judge
        level = Level.CRITICAL if service.total_fen else Level.OK
        ratio = OVER_LIMIT if service.total_fen else Decimal(0)
    else:
        share = Fraction(service.total_fen, profile.income_fen)
        level, ratio = _above(share, rule), exact(share)
    steps = (NextStep.STOP_NEW_LOANS, NextStep.LIST_EVERY_DEBT, NextStep.CALL_THE_LENDER)
    return (Finding("W10", level, values | {"ratio": ratio}, rows, steps),)


def coverage(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W12: income less essential spending against the debt service of a month."""
    profile = profile_on(facts, on)
    if profile is None or profile.income_fen is None:
        return (_unknown(rule, MissingInput.INCOME, NextStep.ENTER_INCOME),)
    if profile.essential_fen is None:
        return (_unknown(rule, MissingInput.ESSENTIAL, NextStep.ENTER_ESSENTIAL),)
    if not _any_debt(facts, on):
        return (_unknown(rule, MissingInput.DEBTS, NextStep.ENTER_DEBTS),)
    service = debt_service(facts, on)
    left = profile.income_fen - profile.essential_fen
    values: dict[str, int | Decimal] = {"left_fen": left, "service_fen": service.total_fen}
    steps = (NextStep.STOP_NEW_LOANS, NextStep.CUT_FLEXIBLE_SPENDING, NextStep.CALL_THE_LENDER)
    rows = (profile.ref, *service.rows)
    if service.total_fen == 0:
        return (Finding("W12", Level.OK, values, rows, steps),)
    share = Fraction(left, service.total_fen)
    level = Level.OK
    for worse in (Level.WARNING, Level.CRITICAL):
        if share < Fraction(rule.thresholds[worse.name.lower()]):
            level = worse
    return (Finding("W12", level, values | {"ratio": exact(share)}, rows, steps),)


def many_lenders(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W20: how many institutions are owed something unsecured; private persons are none, loans on a home do not count,
    and one lender's lines count once."""
    owed: dict[int, RowRef] = {}
    for loan in facts.loans:
        if balance_on(loan, on) > 0 and loan.lender_kind is not LenderKind.PERSON and not loan.secured:
            owed.setdefault(loan.lender_id, loan.ref)
    for line in facts.lines:
        if line.opened_on <= on and (used_today(facts, line, on) or 0) > 0:
            owed.setdefault(line.lender_id, line.ref)
    if not _any_debt(facts, on):
        return (_unknown(rule, MissingInput.DEBTS, NextStep.ENTER_DEBTS),)
    level = Level.OK
    if len(owed) > rule.thresholds["critical"]:
        level = Level.CRITICAL
    elif len(owed) > rule.thresholds["warning"]:
        level = Level.WARNING
    elif len(owed) >= rule.thresholds["caution_from"]:
        level = Level.CAUTION
    steps = (NextStep.STOP_NEW_LOANS, NextStep.LIST_EVERY_DEBT)
    return (Finding("W20", level, {"count": len(owed)}, tuple(owed.values()), steps),)


def line_utilisation(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W25: what is used of each line today; one finding for each line that is past a threshold."""
    found: list[Finding] = []
    for line in facts.lines:
        limit, used = limit_fen_on(line, on), used_today(facts, line, on)
        if limit is None or not used or line.opened_on > on or (line.closed_on is not None and line.closed_on <= on):
            continue
        level = Level.OK
        if used >= rule.thresholds["critical_from"] * limit:
            level = Level.CRITICAL
        elif used > rule.thresholds["warning"] * limit:
            level = Level.WARNING
        ratio = exact(Fraction(used, limit)) if limit else OVER_LIMIT
        values: dict[str, int | Decimal] = {"used_fen": used, "limit_fen": limit, "ratio": ratio}
        if level is not Level.OK:
            steps = (NextStep.STOP_NEW_LOANS, NextStep.PAY_DOWN_LINES)
            found.append(Finding("W25", level, values, (line.ref,), steps))
    return tuple(found) or (Finding("W25", Level.OK, {}, (), ()),)


def due_soon(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W40: what falls due within days and is not paid; the nearest of each account."""
    found: list[Finding] = []
    for account, due_on, fen, ref in _open_dues(facts, on):
        days = (due_on - on).days
        level = Level.OK
        for worse in (Level.INFO, Level.CAUTION, Level.WARNING):
            if days <= rule.thresholds[f"{worse.name.lower()}_days"]:
                level = worse
        if level is not Level.OK and account not in {finding.rows[0] for finding in found}:
            rows = (account, ref) if ref != account else (account,)
            values: dict[str, int | Decimal] = {"days": days, "due_fen": fen}
            found.append(Finding("W40", level, values, rows, (NextStep.PAY_IN_TIME,)))
    return tuple(found) or (Finding("W40", Level.OK, {}, (), ()),)


def _open_dues(facts: CreditFacts, on: date) -> list[tuple[RowRef, date, int, RowRef]]:
    """(account, due day, fen, row) of what falls due on or after a day and is not settled, the nearest first."""
    found = [
        (loan.ref, due.due_on, due.amount_fen if due.open_fen is None else due.open_fen, due.ref)
        for loan in facts.loans
        if loan.opened_on <= on
        for due in loan.dues
        if due.due_on >= on and due.amount_fen and (due.settled_on is None or due.settled_on > on)
    ]
    for line in facts.lines:
        statement = next((each for each in reversed(line.statements) if each.on <= on), None)
        if statement is not None and statement.due_on >= on:
            balance = line_balance(line, on)
            if balance is not None and balance.billed_fen:
                found.append((line.ref, statement.due_on, balance.billed_fen, statement.ref))
    return sorted(found, key=lambda each: (each[1], each[0].kind, each[0].id))


def utilisation(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W24: what is used today of all limits in force today (not the factor, which looks at three statements). A limit
    that lines share counts once."""
    used = 0
    counted: list[tuple[LineFact, date]] = []
    over = False
    for line in facts.lines:
        limit = limit_fen_on(line, on)
        if line.opened_on > on or (line.closed_on is not None and line.closed_on <= on) or limit is None:
            continue
        now = used_today(facts, line, on)
        if now is None:
            continue
        used += now
        over = over or (limit == 0 and now > 0)
        counted.append((line, on))
    if not counted:
        return (_unknown(rule, MissingInput.STATEMENTS, NextStep.LIST_EVERY_DEBT),)
    limits, rows = limits_together(counted), tuple(line.ref for line, _ in counted)
    values: dict[str, int | Decimal] = {"used_fen": used, "limits_fen": limits}
    steps = (NextStep.PAY_DOWN_LINES, NextStep.STOP_NEW_LOANS)
    if limits == 0:
        ratio, level = (OVER_LIMIT, Level.CRITICAL) if used else (Decimal(0), Level.OK)
    else:
        share = Fraction(used, limits)
        ratio, level = exact(share), _above(share, rule)
    return (Finding("W24", Level.CRITICAL if over else level, values | {"ratio": ratio}, rows, steps),)


def used_today(facts: CreditFacts, line: LineFact, on: date) -> int | None:
    """What is used of a line at the end of a day, fen: its loans' principal, the open rest of its latest statement
    and what was bought since. None when none of them is on record."""
    loans = [loan for loan in facts.loans if loan.line_id == line.ref.id and loan.opened_on <= on]
    balance = line_balance(line, on)
    if balance is None and not loans:
        return None
    return (0 if balance is None else balance.total_fen) + sum(balance_on(loan, on) for loan in loans)


def hard_queries(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W30: hard queries of the last 30, 90 and 180 days; the window that is worst is named."""
    worst: tuple[Level, int, int, tuple[RowRef, ...]] = (Level.OK, 0, 0, ())
    for days in (30, 90, 180):
        rows = tuple(each.ref for each in facts.applications if each.hard and 0 <= (on - each.on).days <= days)
        level = Level.OK
        if len(rows) > rule.thresholds[f"critical_{days}"]:
            level = Level.CRITICAL
        elif len(rows) > rule.thresholds[f"warning_{days}"]:
            level = Level.WARNING
        if level > worst[0] or (level is Level.OK and worst[0] is Level.OK):
            worst = (level, days, len(rows), rows)
    level, days, count, rows = worst
    complete = facts.applications_complete_since
    if level is Level.OK and (complete is None or (on - complete).days < 180):
        return (_unknown(rule, MissingInput.APPLICATIONS, NextStep.ENTER_APPLICATIONS),)
    return (Finding("W30", level, {"count": count, "days": days}, rows, (NextStep.STOP_APPLYING,)),)


def overdue(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W41: something is overdue; one finding for each account."""
    late = [bill for bill in bills(facts, on) if bill.open and bill.days_late > rule.thresholds["critical_days"]]
    accounts = dict.fromkeys(bill.account or bill.ref for bill in late)
    steps = (NextStep.PAY_OVERDUE_NOW, NextStep.CALL_THE_LENDER_NOW)
    found = []
    for account in accounts:
        own = [bill for bill in late if (bill.account or bill.ref) == account]
        values: dict[str, int | Decimal] = {
            "days": max(bill.days_late for bill in own),
            "count": len(own),
        }
        rows = (account, *(bill.ref for bill in own if bill.ref != account))
        found.append(Finding("W41", Level.CRITICAL, values, rows, steps))
    return tuple(found) or (Finding("W41", Level.OK, {}, (), ()),)


def failed_repayments(facts: CreditFacts, on: date, rule: Rule) -> tuple[Finding, ...]:
    """W44: a repayment was tried, failed, and did not go through since; one finding for each product and amount, for
    some days. The first days are for trying again; after them it may be overdue without anybody noticing."""
    tries: dict[tuple[str, int], list[FailedPaymentFact]] = {}
    for failed in facts.failed_payments:
        made_good = failed.made_good_on is not None and failed.made_good_on <= on
        if not made_good and 0 <= (on - failed.on).days <= rule.thresholds["warning_days"]:
            tries.setdefault((failed.product, failed.amount_fen), []).append(failed)
    found: list[Finding] = []
    for same in tries.values():
        days = (on - same[0].on).days
        level = Level.CRITICAL if days > rule.thresholds["critical_days"] else Level.WARNING
        values: dict[str, int | Decimal] = {"amount_fen": same[0].amount_fen, "days": days, "count": len(same)}
        steps = (NextStep.CHECK_DEBIT_ACCOUNT, NextStep.PAY_BY_HAND, NextStep.LOOK_IN_THE_APP)
        found.append(Finding("W44", level, values, tuple(each.ref for each in same), steps, on=same[0].on))
    return tuple(found) or (Finding("W44", Level.OK, {}, (), ()),)


def _any_debt(facts: CreditFacts, on: date) -> bool:
    """Whether an account was opened on or before a day; one to come is no list of debts."""
    return any(loan.opened_on <= on for loan in facts.loans) or any(line.opened_on <= on for line in facts.lines)


def _above(share: Fraction, rule: Rule) -> Level:
    """The highest level whose threshold the share is strictly above."""
    for level in (Level.CRITICAL, Level.WARNING, Level.CAUTION):
        if share > Fraction(rule.thresholds[level.name.lower()]):
            return level
    return Level.OK


def _unknown(rule: Rule, missing: MissingInput, step: NextStep) -> Finding:
    return Finding(rule.id, Level.UNKNOWN, {}, (), (step,), missing)


CHECKS: dict[str, Callable[[CreditFacts, date, Rule], tuple[Finding, ...]]] = {
    "W10": debt_to_income,
    "W12": coverage,
    "W20": many_lenders,
    "W24": utilisation,
    "W25": line_utilisation,
    "W30": hard_queries,
    "W40": due_soon,
    "W41": overdue,
    "W44": failed_repayments,
}
"""Every rule's check by its id."""
