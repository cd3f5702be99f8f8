"""Zhima scores as they are published: their limits, their bands, their day. Nothing is predicted from them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from planner.core.calendar import add_months

LEAST, MOST = 350, 950
PUBLISHED_ON_DAY = 6


class ZhimaBand(StrEnum):
    """How the platform calls a score, the lowest first."""

    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"
    VERY_GOOD = "very_good"
    EXCELLENT = "excellent"


_FROM = ((700, ZhimaBand.EXCELLENT), (650, ZhimaBand.VERY_GOOD), (600, ZhimaBand.GOOD), (550, ZhimaBand.FAIR))


def zhima_band(score: int) -> ZhimaBand:
    """The band of a score from 350 to 950 (domain.md §3.2): a band holds its lower end, the highest both ends."""
    return next((band for least, band in _FROM if score >= least), ZhimaBand.POOR)


def latest_publication(today: date) -> date:
    """The latest 6th of a month: the day a Zhima score is renewed (domain.md §3.2)."""
    return add_months(today, 0 if today.day >= PUBLISHED_ON_DAY else -1, PUBLISHED_ON_DAY)
