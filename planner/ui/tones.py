"""Which tone goes with which state, and which mark with which product."""

from __future__ import annotations

from planner.core.repayments import DueState
from planner.core.statement_rows import RowClass, RowState
from planner.core.warnings import Level
from planner.reports.dues import Due
from planner.ui.page import Desk

SOON_DAYS = 7


def level_tone(level: Level) -> str:
    """The tone of a warning."""
    return {
        Level.OK: "good",
        Level.UNKNOWN: "neutral",
        Level.INFO: "accent",
        Level.CAUTION: "watch",
        Level.WARNING: "watch",
        Level.CRITICAL: "risk",
    }[level]


def due_tone(due: Due) -> str:
    """The tone of something due: late or today, within a week, later."""
    if due.state in (DueState.LATE, DueState.DUE_TODAY):
        return "risk"
    if due.state is DueState.PARTLY_PAID and due.days_left < 0:
        return "watch"
    return "watch" if due.days_left <= SOON_DAYS else "neutral"


def state_tone(state: DueState) -> str:
    """The tone of an instalment."""
    return {
        DueState.SETTLED: "good",
        DueState.SETTLED_LATE: "watch",
        DueState.PARTLY_PAID: "watch",
        DueState.UPCOMING: "neutral",
        DueState.DUE_TODAY: "risk",
        DueState.LATE: "risk",
    }[state]


def row_tone(state: RowState) -> str:
    """The tone of a row in an import."""
    return {
        RowState.NEW: "good",
        RowState.CHANGED: "accent",
        RowState.KNOWN: "neutral",
        RowState.TO_REVIEW: "watch",
    }[state]


def class_tone(kind: RowClass) -> str:
    """The tone of what a row means."""
    return {
        RowClass.N_FAILED: "risk",
        RowClass.UNREADABLE: "watch",
        RowClass.N_REPAYMENT: "accent",
        RowClass.N_DRAWDOWN: "watch",
        RowClass.N_REFUND: "accent",
        RowClass.IN: "good",
    }.get(kind, "neutral")


def product_badge(desk: Desk, key: str, name: str) -> tuple[str, str]:
    """(mark, colour) of a product; the first character of the name where it has no template."""
    product = desk.product(key)
    return (product.mark, product.colour) if product is not None else (name[:1] or "?", "#5F6B7A")
