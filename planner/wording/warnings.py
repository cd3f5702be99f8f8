"""Words for warnings: what is the matter, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planner.core.cost_flags import COST_CHECKS
from planner.core.facts import RowLabel
from planner.core.findings import CostGap, Finding, Level, NextStep, Rule
from planner.i18n import language, tr
from planner.wording.amounts import UNKNOWN, days_left, percent, yuan
from planner.wording.cost_flags import cost_gap, flag_lines, flag_name, flag_reason, flag_title
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
    if found.rule_id in COST_CHECKS:
        return flag_title(found, name)
    if found.rule_id == "W10":
        return tr("Debt payments take {percent}% of income").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W24":
        return tr("{percent}% of your limits is used").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W30":
        return tr("{count} applications in {days} days").format(**values)
    if found.rule_id == "W12":
        over = int(values["left_fen"]) - int(values["service_fen"])
        words = tr("After a month's debt payments {amount} is left")
        missing = tr("After a month's debt payments {amount} is missing")
        return (words if over >= 0 else missing).format(amount=yuan(abs(over)))
    if found.rule_id == "W20":
        return tr("{count} lenders are owed at once").format(**values)
    if found.rule_id == "W25":
        return tr("{name}: {percent}% of the limit is used").format(name=name, percent=_share(values.get("ratio")))
    if found.rule_id == "W40":
        due = yuan(int(values["due_fen"]))
        return tr("{name}: {amount} due, {when}").format(name=name, amount=due, when=days_left(int(values["days"])))
    if found.rule_id == "W44":
        words = tr("{name}: {amount} on {day} did not go through")
        return words.format(name=name, amount=yuan(int(values["amount_fen"])), day=found.on)
    name = name or tr("A debt on record")  # a reported overdue may name no account
    return tr("{name} is {days} days overdue").format(name=name, days=values["days"])


def warned_title(found: Finding, labels: Sequence[RowLabel]) -> str:
    """The same with the name of its first row; a rule that cannot be judged is called by its subject."""
    if found.level is Level.UNKNOWN:
        return rule_name(found.rule_id)
    return warning_title(found, labels[0].name if labels else "")


def warning_reason(found: Finding, rule: Rule) -> str:
    """Why a warning stands, with the line that was crossed."""
    if isinstance(found.missing, CostGap):
        return tr("Cannot be judged. {reason}").format(reason=cost_gap(found.missing))
    if found.missing is not None:
        return tr("Cannot be judged: {input}.").format(input=missing_input(found.missing))
    if found.rule_id in COST_CHECKS:
        return flag_reason(found, rule)
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
        return tr(
            "{left_fen} a month is left after essential spending; monthly debt payments are {service_fen}."
        ).format(**values)
    if found.rule_id == "W20":
        return tr("Lenders are said to look twice from {most} lenders on.").format(most=rule.thresholds["caution_from"])
    if found.rule_id == "W25":
        return tr("{used_fen} used of {limit_fen}.").format(**values)
    if found.rule_id == "W40":
        return tr("A payment that is a day late is on record for years.")
    if found.rule_id == "W44":
        return _failed_reason(int(found.values["count"]), int(found.values["days"]))
    return tr("Every day costs penalty interest; an adverse record is kept five years from the day it is paid.")


def rule_name(rule_id: str) -> str:
    """What a rule is about, where it cannot be judged."""
    if rule_id in COST_CHECKS:
        return flag_name(rule_id)
    return {
        "W10": tr("Debt payments to income"),
        "W12": tr("What is left for debts"),
        "W20": tr("Number of lenders"),
        "W24": tr("Use of all limits"),
        "W25": tr("Use of each limit"),
        "W30": tr("Applications in short time"),
        "W40": tr("Due soon"),
        "W41": tr("Overdue"),
        "W44": tr("Failed repayments"),
    }[rule_id]


def rule_lines(rule: Rule) -> str:
    """A rule's thresholds as a sentence, from the mildest to the worst."""
    if rule.id in COST_CHECKS:
        return flag_lines(rule)
    words = {
        "W10": tr("Caution above {caution}%, warning above {warning}%, critical above {critical}%."),
        "W12": tr("Warning below {warning}%, critical below {critical}%."),
        "W20": tr("Caution from {caution_from} lenders, warning above {warning}, critical above {critical}."),
        "W24": tr("Caution above {caution}%, warning above {warning}%, critical above {critical}%."),
        "W25": tr("Warning above {warning}%, critical from {critical_from}%."),
        "W30": tr(
            "Warning above {warning_30} in 30 days, {warning_90} in 90 or {warning_180} in 180; "
            "critical above {critical_30}, {critical_90} or {critical_180}."
        ),
        "W40": tr("A note {info_days} days before, caution {caution_days} days before, warning {warning_days} before."),
        "W41": tr("Critical from the first day after the due date."),
        "W44": tr("Warning for {critical_days} days, then critical, until it is paid; {warning_days} days at most."),
    }
    shares = rule.id in ("W10", "W12", "W24", "W25")
    lines = {name: percent(value, 0) if shares else str(value) for name, value in rule.thresholds.items()}
    return words[rule.id].format(**lines)


def rule_basis(rule: Rule) -> str:
    """What a rule rests on, how sure that is, and when it was last checked."""
    source = rule.source_zh if language() == "zh" else rule.source
    words = tr("{rule}, {grade}, checked on {day}: {source}")
    return words.format(rule=rule.id, grade=grade(rule.grade), day=rule.checked_on, source=source)


def grade(letter: str) -> str:
    """How sure a source is."""
    return {
        "A": tr("grade A, official"),
        "B": tr("grade B, professional press"),
        "C": tr("grade C, general web pages"),
    }[letter]


def next_step(step: NextStep) -> str:
    """What to do next."""
    return (
        {
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
            NextStep.CHECK_DEBIT_ACCOUNT: tr(
                "Check that the account it is debited from has enough and is still linked."
            ),
            NextStep.PAY_BY_HAND: tr("Pay it by hand in the lender's app today."),
            NextStep.LOOK_IN_THE_APP: tr("Then look in the lender's app whether it was taken, and only once."),
            NextStep.ENTER_INCOME: tr("Enter your net income in Settings."),
            NextStep.ENTER_DEBTS: tr("Add your lines and loans."),
            NextStep.ENTER_APPLICATIONS: tr("Say in Settings since when your applications are complete."),
        }
        | _steps_about_cost()
    )[step]


def _steps_about_cost() -> dict[NextStep, str]:
    return {
        NextStep.CHECK_THE_CONTRACT: tr("Compare rate, fees and amounts here with the contract."),
        NextStep.ASK_FOR_REDUCTION: tr("Ask the lender in writing to reduce what is above the cap."),
        NextStep.COMPLAIN: tr("If the lender refuses, call 12378, the regulator's line."),
        NextStep.AGREE_IN_WRITING: tr("Agree in writing on a rate at or below the cap."),
        NextStep.COUNT_ON_RECEIVED: tr("Ask the lender to count principal and interest on what you received."),
        NextStep.COMPARE_DISCLOSURE: tr("Look whether the fee stands on the lender's cost disclosure table."),
        NextStep.COMPARE_BY_YEARLY_COST: tr("Compare offers by their simple yearly rate, not by the fee."),
        NextStep.NAME_THE_LENDER: tr("Say in the loan what kind of lender it is."),
    }


def _failed_reason(count: int, days: int) -> str:
    if count > 1:
        words = tr("Tried {count} times, first {days} days ago; nothing was taken, so it is still owed.")
        return words.format(count=count, days=days)
    words = tr("Nothing was taken {days} days ago, so it is still owed.")
    return words.format(days=days) if days else tr("Nothing was taken today, so it is still owed.")


def _share(value: int | Decimal | None) -> str:
    return percent(Decimal(value)) if value is not None else UNKNOWN


def _figure(name: str, value: int | Decimal) -> str:
    return yuan(value) if name.endswith("_fen") and isinstance(value, int) else str(value)
