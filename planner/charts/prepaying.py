"""Draws how a loan's principal falls: by its present plan, and after principal was paid back early in either way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.style import ChartStyle, fonts, in_yuan, month_label, month_ticks

Course = Sequence[tuple[date, int]]
DASHES = {"present": (0, (1, 1.5)), "shorter": "solid", "lower": (0, (5, 2.5))}
"""Each course has a stroke of its own, so that its colour need not be seen."""


def draw_prepaying(
    axes: Axes, present: Course, shorter: Course, lower: Course, names: tuple[str, str, str], style: ChartStyle
) -> None:
    """The courses are (day, fen of principal from that day on); `names` stand in the legend, in their order."""
    colours = {"present": style.muted, "shorter": style.accent, "lower": style.good}
    courses = dict(zip(DASHES, (present, shorter, lower), strict=True))
    for (key, course), name in zip(courses.items(), names, strict=True):
        xs = [float(date2num(day)) for day, _ in course]
        ys = [fen / 100 for _, fen in course]
        (line,) = axes.plot(xs, ys, color=colours[key], linewidth=1.8, linestyle=DASHES[key], drawstyle="steps-post")
        line.set_gid(key)
        line.set_label(name)
    days = [day for course in courses.values() for day, _ in course]
    first, last = min(days), max(days)
    start, wide = float(date2num(first)), max(float(date2num(last) - date2num(first)), 1.0)
    axes.set_xlim(start, start + wide * 1.01)  # the last step down is seen
    axes.set_ylim(0, max(fen for course in courses.values() for _, fen in course) / 100 * 1.15 + 1)
    ticks = month_ticks(first, last, most=5)
    labels = [month_label(day, before) for before, day in zip([None, *ticks[:-1]], ticks, strict=True)]
    axes.set_xticks([float(date2num(day)) for day in ticks], labels)
    in_yuan(axes)
    legend = axes.legend(
        loc="upper right", facecolor=style.surface, edgecolor="none", framealpha=1.0, labelcolor=style.text,
        prop={"family": fonts(), "size": 11}, handlelength=2.4,
    )  # fmt: skip
    legend.set_gid("legend")
