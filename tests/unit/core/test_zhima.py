"""The published bands of Zhima scores, exactly at their ends, and the day they are renewed."""

from __future__ import annotations

from datetime import date

import pytest

from planner.core.zhima import ZhimaBand, latest_publication, zhima_band


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (350, ZhimaBand.POOR), (549, ZhimaBand.POOR), (550, ZhimaBand.FAIR), (599, ZhimaBand.FAIR),
        (600, ZhimaBand.GOOD), (649, ZhimaBand.GOOD), (650, ZhimaBand.VERY_GOOD), (699, ZhimaBand.VERY_GOOD),
        (700, ZhimaBand.EXCELLENT), (950, ZhimaBand.EXCELLENT),
    ],
)  # fmt: skip
def test_a_band_holds_its_lower_end(score: int, band: ZhimaBand) -> None:
    assert zhima_band(score) is band


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 5), date(2026, 10, 6)),
        (date(2026, 11, 6), date(2026, 11, 6)),
        (date(2026, 11, 30), date(2026, 11, 6)),
        (date(2026, 1, 1), date(2025, 12, 6)),
    ],
)
def test_the_latest_sixth(today: date, day: date) -> None:
    assert latest_publication(today) == day
