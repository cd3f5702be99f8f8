"""Words for warnings: what is the matter, why, and what to do next."""

from __future__ import annotations

from decimal import Decimal

from planner.core.warnings import Finding, Level, NextStep, Rule
from planner.i18n import tr
from planner.wording.amounts import UNKNOWN, days_left, percent, yuan
from planner.wording.health import missing_input


def level(kind: Level) -> str:
    """How bad a warning is."""
    return {
        Level.OK: tr("Fine"),
        Level.UNKNOWN: tr("Not known"),
        Level.INFO: tr("Note"),
        Level.CAUTION: tr("Caution"),
        Level.WARNING: tr("Warning"),
        Level.CRITICAL: tr("Critical"),
    }[kind]


def warning_title(found: Finding, name: str = "") -> str:
    """What a warning is about, with its figure. `name` is the account's, where it is about one."""
    values = found.values
    if found.rule_id == "W10":
        return tr("Debt payments take {percent}% of income").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W24":
        return tr("{percent}% of your limits is used").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W30":
        return tr("{count} applications in {days} days").format(**values)
    if found.rule_id == "W12":
        return tr("What is left pays {percent}% of this month's debts").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W20":
        return tr("{count} lenders are owed at once").format(**values)
    if found.rule_id == "W25":
        return tr("{name}: {percent}% of the limit is used").format(name=name, percent=_share(values.get("ratio")))
    if found.rule_id == "W40":
        due = yuan(int(values["due_fen"]))
        return tr("{name}: {amount} due, {when}").format(name=name, amount=due, when=days_left(int(values["days"])))
    return tr("{name} is {days} days overdue").format(name=name, days=values["days"])


def warning_reason(found: Finding, rule: Rule) -> str:
    """Why a warning stands, with the line that was crossed."""
    if found.missing is not None:
        return tr("Cannot be judged: {input}.").format(input=missing_input(found.missing))
    values = {key: _figure(key, value) for key, value in found.values.items()}
    limits = {name: percent(value, 0) for name, value in rule.thresholds.items() if value < 1}
    if found.rule_id == "W10":
        words = tr("{service_fen} of {income_fen} a month. Lines: {caution}%, {warning}%, {critical}%.")
        return words.format(**values, **limits)
    if found.rule_id == "W24":
        words = tr("{used_fen} of {limits_fen} in limits. Lines: {caution}%, {warning}%, {critical}%.")
        return words.format(**values, **limits)
    if found.rule_id == "W30":
        days = found.values["days"]
        words = tr("Lenders are said to look twice above {most} in {days} days.")
        return words.format(most=rule.thresholds[f"warning_{days}"], days=days)
    if found.rule_id == "W12":
        return tr("{left_fen} after essential spending, {service_fen} to pay.").format(**values)
    if found.rule_id == "W20":
        return tr("Lenders are said to look twice from {most} lenders on.").format(most=rule.thresholds["caution_from"])
    if found.rule_id == "W25":
        return tr("{used_fen} used of {limit_fen}.").format(**values)
    if found.rule_id == "W40":
        return tr("A payment that is a day late is on record for years.")
    return tr("Every day costs penalty interest; an adverse record is kept five years from the day it is paid.")


def rule_name(rule_id: str) -> str:
    """What a rule is about, where it cannot be judged."""
    return {
        "W10": tr("Debt payments to income"),
        "W12": tr("What is left for debts"),
        "W20": tr("Number of lenders"),
        "W24": tr("Use of all limits"),
        "W25": tr("Use of each limit"),
        "W30": tr("Applications in short time"),
        "W40": tr("Due soon"),
        "W41": tr("Overdue"),
    }[rule_id]


def next_step(step: NextStep) -> str:
    """What to do next."""
    return {
        NextStep.STOP_NEW_LOANS: tr("Draw no new loans for now."),
        NextStep.LIST_EVERY_DEBT: tr("List every debt with its true cost here."),
        NextStep.PAY_DOWN_LINES: tr("Pay down the line with the highest true cost first."),
        NextStep.STOP_APPLYING: tr("Apply nowhere until the oldest of these leaves the window."),
        NextStep.PAY_IN_TIME: tr("Put the money on the account it is debited from, a working day before."),
        NextStep.CUT_FLEXIBLE_SPENDING: tr("Cut what can wait this month."),
        NextStep.ENTER_ESSENTIAL: tr("Enter your essential spending in Settings."),
        NextStep.PAY_OVERDUE_NOW: tr("Pay the overdue amount first, before anything else."),
        NextStep.CALL_THE_LENDER: tr("If you cannot, call the lender before the due date and ask for a plan."),
        NextStep.CALL_THE_LENDER_NOW: tr("If you cannot, call the lender now and ask for a plan."),
        NextStep.ENTER_INCOME: tr("Enter your net income in Settings."),
        NextStep.ENTER_DEBTS: tr("Add your lines and loans."),
        NextStep.ENTER_APPLICATIONS: tr("Say in Settings since when your applications are complete."),
    }[step]


def _share(value: int | Decimal | None) -> str:
    return percent(Decimal(value)) if value is not None else UNKNOWN


def _figure(name: str, value: int | Decimal) -> str:
    return yuan(value) if name.endswith("_fen") and isinstance(value, int) else str(value)
