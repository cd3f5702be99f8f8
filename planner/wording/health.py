"""Words for limit health: bands, factors and what to enter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core.factors import MissingInput
from planner.core.facts import Outcome, OverdueSource
from planner.core.health_events import EventKind, HealthEvent
from planner.core.scorecard import Contribution
from planner.core.zhima import ZhimaBand
from planner.core.zhima import zhima_band as band_of_zhima
from planner.i18n import tr
from planner.wording.amounts import days_left, percent, whole, yuan

ONE_MISSED = 30
"""`late_now` counts 30 for the first due date that is missed, more for more."""


def band(name: str | None) -> str:
    """The band of a score."""
    words = {
        "strong": tr("Strong"),
        "good": tr("Good"),
        "watch": tr("Watch"),
        "stressed": tr("Stressed"),
        "critical": tr("Critical state"),
    }
    return tr("No score yet") if name is None else words[name]


def factor(factor_id: str) -> str:
    """The name of a health factor."""
    return {
        "late_count": tr("Payments 30 days late"),
        "late_worst": tr("Worst lateness"),
        "late_now": tr("Overdue now"),
        "late_since": tr("Since the last such payment"),
        "missed_pay": tr("Bills with nothing paid"),
        "utilisation": tr("Use of limits, last three statements"),
        "dormant": tr("Lines not used"),
        "dti": tr("Debt payments to income"),
        "applications": tr("Recent applications"),
        "oldest_months": tr("Age of the oldest account"),
        "open_lines": tr("Open accounts"),
        "buffer_months": tr("Cash buffer"),
    }[factor_id]


def factor_definition(factor_id: str) -> str:
    """How a factor is counted."""
    return {
        "late_count": tr("Due dates at least 30 days late, in the last 24 months."),
        "late_worst": tr("The worst lateness of the last 24 months, in classes of 30, 60 and 90 days."),
        "late_now": tr("Due dates missed and still open: one counts 30, two or more count 60."),
        "late_since": tr("Full months since a payment was last 30 days late."),
        "missed_pay": tr("Bills of the last 6 months whose whole cycle passed with nothing paid."),
        "utilisation": tr("Balances over limits of all lines, the mean of their last three statements."),
        "dormant": tr("1 when no line had a balance in its last three statements. It is no advice to borrow."),
        "dti": tr("Payments due in 30 days and a tenth of the revolving balance, over the monthly net income."),
        "applications": tr("Applications that other lenders see, in the last 6 months."),
        "oldest_months": tr("Months since the oldest account was opened. Only time helps, and it is no fault."),
        "open_lines": tr("Credit accounts that are open. It is no advice to open more."),
        "buffer_months": tr("Cash at hand over the monthly net income."),
    }[factor_id]


def factor_value(each: Contribution) -> str:
    """A factor's value in words, or what to enter."""
    if each.missing is not None:
        return tr("Not known: {input}").format(input=missing_input(each.missing))
    value = each.value
    if each.factor_id in ("utilisation", "dti"):
        assert isinstance(value, Decimal)
        if value.is_finite():
            return f"{percent(value)}%"
        return tr("Over the limit") if each.factor_id == "utilisation" else tr("Debts without income")
    if each.factor_id == "buffer_months":
        return tr("{months} months of income").format(months=f"{value:.1f}")
    if each.factor_id == "late_now" and value:
        return tr("1 due date missed") if value == ONE_MISSED else tr("2 or more due dates missed")
    words = {
        "late_count": tr("{value} in 24 months"),
        "late_worst": tr("{value} days"),
        "late_since": tr("{value} months ago"),
        "missed_pay": tr("{value} in 6 months"),
        "applications": tr("{value} in 6 months"),
        "oldest_months": tr("{value} months"),
        "open_lines": tr("{value} open"),
        "dormant": tr("All lines at zero"),
    }
    if each.factor_id == "late_since" and value is None:
        return tr("Never")
    if each.factor_id in ("late_count", "late_worst", "late_now", "missed_pay", "applications") and value == 0:
        return tr("None")
    if each.factor_id == "dormant" and value == 0:
        return tr("In use")
    return words[each.factor_id].format(value=value)


def factor_points(each: Contribution) -> str:
    """How many points a factor takes, of at most how many."""
    if not each.known:
        return tr("Not known, so it takes the average: {points} of at most {most} points.").format(
            points=each.deduct, most=each.most
        )
    return tr("Takes {points} of at most {most} points.").format(points=each.deduct, most=each.most)


def missing_input(kind: MissingInput) -> str:
    """What to enter so that a factor is known."""
    return {
        MissingInput.DUE_DATES: tr("needs six months of due dates: add your loans"),
        MissingInput.STATEMENTS: tr("needs a statement of a line: add your lines and their loans"),
        MissingInput.INCOME: tr("enter your net income in Settings"),
        MissingInput.ESSENTIAL: tr("enter your essential spending in Settings"),
        MissingInput.DEBTS: tr("add your lines and loans"),
        MissingInput.CASH: tr("enter the cash you have in Settings"),
        MissingInput.APPLICATIONS: tr("say in Settings since when your applications are complete"),
        MissingInput.ACCOUNTS: tr("add your lines and loans"),
    }[kind]


def to_enter(kind: MissingInput) -> str:
    """The same in few words, for what opens the place where it is entered."""
    return {
        MissingInput.DUE_DATES: tr("Add loans of the last months"),
        MissingInput.STATEMENTS: tr("Add lines and statements"),
        MissingInput.INCOME: tr("Enter your income"),
        MissingInput.ESSENTIAL: tr("Enter essential spending"),
        MissingInput.DEBTS: tr("Add lines and loans"),
        MissingInput.CASH: tr("Enter the cash you have"),
        MissingInput.APPLICATIONS: tr("Complete the applications"),
        MissingInput.ACCOUNTS: tr("Add lines and loans"),
    }[kind]


def event_kind(kind: EventKind) -> str:
    """What kind of thing happened."""
    return {
        EventKind.OVERDUE: tr("Overdue"),
        EventKind.LIMIT_FROZEN: tr("Limit frozen"),
        EventKind.LIMIT_CUT: tr("Limit cut"),
        EventKind.APPLICATIONS: tr("Many applications"),
        EventKind.APPLICATION: tr("Application"),
        EventKind.PAID_OFF: tr("Paid off"),
        EventKind.LIMIT_RAISED: tr("Limit raised"),
        EventKind.LIMIT_RESTORED: tr("Limit usable again"),
        EventKind.CLOSED: tr("Closed"),
        EventKind.SCORE_READING: tr("Zhima score"),
    }[kind]


def event_label(event: HealthEvent) -> str:
    """What happened, in the few words that have room in a chart."""
    if event.kind is EventKind.OVERDUE:
        return tr("Overdue {days} days").format(days=event.days) if event.days > 1 else tr("Overdue 1 day")
    if event.kind in (EventKind.LIMIT_CUT, EventKind.LIMIT_RAISED):
        return f"{event.name} {whole(event.before_fen or 0)} → {whole(event.after_fen or 0)}"
    if event.kind is EventKind.APPLICATIONS:
        return tr("{count} applications").format(count=event.count)
    if event.kind is EventKind.APPLICATION:
        return tr("Applied: {name}").format(name=event.name)
    if event.kind is EventKind.SCORE_READING:
        return tr("Zhima {score}").format(score=event.score)
    words = {
        EventKind.LIMIT_FROZEN: tr("{name} frozen"),
        EventKind.LIMIT_RESTORED: tr("{name} usable again"),
        EventKind.CLOSED: tr("{name} closed"),
        EventKind.PAID_OFF: tr("{name} paid off"),
    }
    return words[event.kind].format(name=event.name)


def event_detail(event: HealthEvent) -> str:
    """The figures of an event."""
    if event.kind is EventKind.OVERDUE:
        return lateness(event.days, event.until)
    if event.before_fen is not None and event.after_fen is not None:
        return f"{yuan(event.before_fen)} → {yuan(event.after_fen)}"
    if event.kind is EventKind.APPLICATIONS:
        return tr("{count} within a week").format(count=event.count)
    return "" if event.score is None else zhima_words(event.score)


def lateness(days: int, paid_on: date | None) -> str:
    """How late something was and when it was paid; None: it is still open."""
    late = days_left(-days)
    if paid_on is None:
        return tr("{late}, still open").format(late=late)
    return tr("{late}, paid on {day}").format(late=late, day=paid_on)


def zhima_band(band: ZhimaBand) -> str:
    """How the platform calls a Zhima score."""
    return {
        ZhimaBand.POOR: tr("Poor (350–549)"),
        ZhimaBand.FAIR: tr("Fair (550–599)"),
        ZhimaBand.GOOD: tr("Good (600–649)"),
        ZhimaBand.VERY_GOOD: tr("Very good (650–699)"),
        ZhimaBand.EXCELLENT: tr("Excellent (700–950)"),
    }[band]


def zhima_words(score: int) -> str:
    """A Zhima score with its band."""
    return f"{score} · {zhima_band(band_of_zhima(score))}"


def overdue_source(kind: OverdueSource) -> str:
    """Who says that something was overdue."""
    return {
        OverdueSource.OWN_RECORD: tr("My own record"),
        OverdueSource.LENDER_NOTICE: tr("Notice of the lender"),
        OverdueSource.CREDIT_REPORT: tr("Credit report"),
    }[kind]


def outcome(kind: Outcome) -> str:
    """How an application ended."""
    return {
        Outcome.PENDING: tr("Not decided yet"),
        Outcome.APPROVED: tr("Approved"),
        Outcome.DECLINED: tr("Declined"),
        Outcome.WITHDRAWN: tr("Withdrawn"),
    }[kind]


def disclaimer() -> str:
    """What stands beside every estimate."""
    return tr("A local estimate; neither a Zhima score nor a credit report. It predicts no limit and no approval.")
