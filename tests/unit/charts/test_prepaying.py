"""The three courses after a prepayment as a chart: each with a stroke and a name of its own, down to nothing."""

from __future__ import annotations

from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.prepaying import draw_prepaying
from planner.charts.style import ChartStyle, new_figure

STYLE = ChartStyle("#FFFFFF", "#E2E6EB", "#1A222C", "#5F6B7A", "#0B7A84", "#1D8A57", "#B4730B", "#C2352B")
START = date(2026, 11, 24)
PRESENT = ((START, 900_000), (date(2026, 12, 24), 450_000), (date(2027, 1, 24), 0))
SHORTER = ((START, 500_000), (date(2026, 12, 24), 0))
LOWER = ((START, 500_000), (date(2026, 12, 24), 250_000), (date(2027, 1, 24), 0))


def drawn() -> Axes:
    figure, axes = new_figure(5, 2, 72, STYLE)
    draw_prepaying(axes, PRESENT, SHORTER, LOWER, ("now", "shorter", "lower"), STYLE)
    figure.canvas.draw()
    return axes


def test_every_course_has_its_points_in_steps() -> None:
    lines = {str(line.get_gid()): line for line in drawn().lines}
    for gid, course in (("present", PRESENT), ("shorter", SHORTER), ("lower", LOWER)):
        assert list(lines[gid].get_xdata()) == [date2num(day) for day, _ in course]
        assert list(lines[gid].get_ydata()) == [fen / 100 for _, fen in course]
        assert lines[gid].get_drawstyle() == "steps-post"


def test_no_two_courses_look_the_same_without_colours() -> None:
    axes = drawn()
    assert len({str(line.get_linestyle()) + str(line._dash_pattern) for line in axes.lines}) == 3  # type: ignore[attr-defined]
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["now", "shorter", "lower"]


def test_the_highest_point_and_the_last_day_are_in_view() -> None:
    axes = drawn()
    assert axes.get_ylim()[0] == 0
    assert axes.get_ylim()[1] > 9_000
    assert axes.get_xlim()[0] == date2num(START)
    assert axes.get_xlim()[1] >= date2num(date(2027, 1, 24))
