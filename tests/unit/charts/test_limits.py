"""The history of a limit as a chart: steps on their days, every change with a shape and a word of its own."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.limits import MOST_LABELS, draw_limits
from planner.charts.style import ChartStyle, new_figure
from planner.core.facts import LineStatus
from planner.i18n import set_language
from planner.reports.line_view import LimitRow

TODAY = date(2026, 11, 24)
STYLE = ChartStyle("#FFFFFF", "#E2E6EB", "#1A222C", "#5F6B7A", "#0B7A84", "#1D8A57", "#B4730B", "#C2352B")
HISTORY = (
    LimitRow(1, date(2024, 3, 12), 3_000_000, LineStatus.ACTIVE, ""),
    LimitRow(2, date(2025, 1, 5), 3_500_000, LineStatus.ACTIVE, ""),
    LimitRow(3, date(2026, 6, 18), 800_000, LineStatus.REDUCED, "综合评估"),
    LimitRow(4, date(2026, 9, 1), 800_000, LineStatus.FROZEN, ""),
)


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def drawn(limits: tuple[LimitRow, ...], used_fen: int = 0) -> Axes:
    figure, axes = new_figure(5, 2, 72, STYLE)
    draw_limits(axes, limits, used_fen, TODAY, STYLE)
    figure.canvas.draw()
    return axes


def shapes(axes: Axes) -> list[tuple[str, object]]:
    return [(str(line.get_gid()), line.get_marker()) for line in axes.lines if line.get_gid() not in ("limit", "used")]


def test_a_limit_holds_until_the_next_change() -> None:
    line = next(each for each in drawn(HISTORY).lines if each.get_gid() == "limit")
    days = [each.on for each in HISTORY] + [TODAY]
    assert list(line.get_xdata()) == [date2num(day) for day in days]
    assert list(line.get_ydata()) == [30_000, 35_000, 8_000, 8_000, 8_000]
    assert line.get_drawstyle() == "steps-post"


def test_every_change_has_a_shape_and_a_word() -> None:
    axes = drawn(HISTORY, used_fen=100_000)
    assert shapes(axes) == [("raised", "^"), ("cut", "v"), ("stop", "X")]
    assert [text.get_text() for text in axes.texts] == ["Used", "Raised", "Cut", "Frozen"]


def test_many_changes_are_all_marked_and_the_latest_named() -> None:
    many = tuple(LimitRow(at, date(2024, 1 + at, 1), 1000 * (at + 1), LineStatus.ACTIVE, "") for at in range(12))
    axes = drawn(many)
    assert len(shapes(axes)) == 11
    assert len(axes.texts) == MOST_LABELS


@pytest.mark.parametrize("limits", [(), HISTORY[:1], (LimitRow(1, TODAY, 0, LineStatus.ACTIVE, ""),)])
def test_short_histories_are_drawn_too(limits: tuple[LimitRow, ...]) -> None:
    assert shapes(drawn(limits)) == []
