"""Words for the warnings about what a loan costs, W01–W08."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core.findings import CostGap, Finding, Rule
from planner.core.law import Standing
from planner.i18n import tr
from planner.wording.amounts import UNKNOWN, percent, yuan


def flag_title(found: Finding, name: str) -> str:
    """What a flag is about, with the loan's name and its figure."""
    values = found.values
    words = {
        "W01": tr("{name}: {nominal}% a year (simple), above 24%"),
        "W02": tr("{name}: {nominal}% a year (simple), above the 20% reported for consumer finance"),
        "W03": tr("{name}: {asked}% a year, above the cap of {cap}% on private loans"),
        "W04": tr("{name}: {nominal}% a year (simple), above {cap}% for micro-lenders"),
        "W05": tr("{name}: only {received} of {principal} was paid out"),
        "W07": tr("{name}: a flat fee of {fee}% costs {nominal}% a year (simple)"),
        "W08": tr("{name}: {principal} over {months} months"),
    }[found.rule_id]
    return words.format(name=name, months=values.get("months"), **_figures(found))


def flag_reason(found: Finding, rule: Rule) -> str:
    """Why a flag stands: both yearly costs by name, and the line that was crossed."""
    if isinstance(found.missing, CostGap):
        return cost_gap(found.missing)
    figures = _figures(found)
    if found.rule_id == "W08":
        words = tr("Consumer loans go up to {most} online and {months} months, as far as is known.")
        most = yuan(int(rule.thresholds["most_yuan"] * 100))
        return words.format(most=most, months=rule.thresholds["most_months"])
    both = cost_gap(CostGap.NO_SINGLE_COST)
    if "nominal" in found.values:
        both = tr("Simple {nominal}%, compound {effective}% a year, on what was received and with all fees.")
    return two_sentences(both.format(**figures), _line_crossed(found, figures))


def _line_crossed(found: Finding, figures: dict[str, str]) -> str:
    """Which line a flag is past, or why it stands without one."""
    if found.rule_id == "W03":
        return _private_cap(found, figures)
    if found.rule_id == "W04":
        words = tr("Four times the one-year LPR of {day} is {cap}%.")
        return _stale(found, words.format(day=found.on, **figures))
    return {
        "W01": tr("What is above 24% can be reduced on request."),
        "W02": tr("The 20% is reported by the press only, said to be an average; 24% holds for each loan."),
        "W05": tr("By law the loan is the amount received, and interest counts on that."),
        "W07": tr("The fee stays the same while the principal in use shrinks, so the real rate is higher."),
    }[found.rule_id]


def flag_name(rule_id: str) -> str:
    """What a rule about cost is about, where it cannot be judged."""
    return {
        "W01": tr("Cost above 24%"),
        "W02": tr("Consumer finance above 20%"),
        "W03": tr("Private loan above its cap"),
        "W04": tr("Micro-loan above its cap"),
        "W05": tr("Deducted up front"),
        "W06": tr("Fees outside the disclosure table"),
        "W07": tr("Flat fee"),
        "W08": tr("Size and term of consumer loans"),
    }[rule_id]


def flag_lines(rule: Rule) -> str:
    """A rule's line as a sentence."""
    lines = {name: _exact(value) for name, value in rule.thresholds.items()}
    return {
        "W01": tr("Critical above {critical}% a year (simple), all fees included."),
        "W02": tr("Caution above {caution}% a year (simple), for contracts since 2026."),
        "W03": tr("Critical above four times the one-year LPR of the contract's day; {tolerance} points for rounding."),
        "W04": tr("A note for contracts of 2026 and 2027, a warning from 2028; {tolerance} points for rounding."),
        "W05": tr("Critical as soon as less is received than the contract says."),
        "W06": tr("For contracts since August 2026 with a fee; only you can compare."),
        "W07": tr("A note on every loan with a flat fee."),
        "W08": tr("A note above {most_yuan} yuan or {most_months} months."),
    }[rule.id].format(**(lines | _whole(rule)))


def cost_gap(gap: CostGap) -> str:
    """Why the cost of a loan cannot be judged."""
    return {
        CostGap.NO_SINGLE_COST: tr("Its payments have no single yearly cost."),
        CostGap.LENDER_KIND: tr("Which cap holds depends on what the lender is, and that is not known."),
        CostGap.NO_CAP_KNOWN: tr("No cap is on record for the day of the contract."),
        CostGap.LATER_LPR: tr("Near the cap by the last LPR on record; a later one may be in force."),
        CostGap.DISCLOSURE_TABLE: tr("Only the lender's disclosure table shows whether its fee is named there."),
    }[gap]


def standing(kind: Standing) -> str:
    """How firm a cap is."""
    return {
        Standing.BINDING: tr("in force"),
        Standing.ANNOUNCED: tr("announced, not yet binding"),
        Standing.REPORTED: tr("reported by the press, no published text"),
    }[kind]


def two_sentences(first: str, second: str) -> str:
    """Two sentences one after the other."""
    return tr("{first} {second}").format(first=first, second=second)


def stale_lpr(published_on: date) -> str:
    """What must stand beside a cap that rests on the last LPR on record."""
    return tr("By the LPR of {day}, the last on record; a later one may be in force.").format(day=published_on)


def _private_cap(found: Finding, figures: dict[str, str]) -> str:
    if "void_above" in found.values:
        words = tr("Up to {cap}% was protected then, and what is above {void}% is void.")
        return words.format(void=_exact(found.values["void_above"]), **figures)
    words = tr("Four times the one-year LPR of {day} is {cap}%; more is not protected.")
    return _stale(found, words.format(day=found.on, **figures))


def _stale(found: Finding, words: str) -> str:
    """The words with what must be said where the LPR is the last on record."""
    return two_sentences(words, stale_lpr(found.on)) if found.values.get("stale") and found.on is not None else words


def _figures(found: Finding) -> dict[str, str]:
    """The numbers of a flag as they are read; a dash for a cost that is not known."""
    values = found.values
    rates = ("nominal", "effective", "cap", "asked")
    figures = {name: _exact(values[name]) if name in values else UNKNOWN for name in rates}
    figures["fee"] = _exact(values.get("fee_share", Decimal(0)))
    for name in ("received", "principal"):
        figures[name] = yuan(int(values.get(f"{name}_fen", 0)))
    return figures


def _exact(rate: Decimal | int) -> str:
    return percent(Decimal(rate), 2)


def _whole(rule: Rule) -> dict[str, str]:
    return {name: f"{value:,}" for name, value in rule.thresholds.items() if name.startswith("most_")}
