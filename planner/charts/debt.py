"""Draws the course of debt: what was owed is solid, what the schedules plan is dashed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.style import ChartStyle, fonts, in_yuan, month_label, month_ticks
from planner.i18n import tr


def draw_debt(
    axes: Axes,
    past: Sequence[tuple[date, int]],
    planned: Sequence[tuple[date, int]],
    today: date,
    style: ChartStyle,
    *,
    steps: bool = False,
) -> None:
    """`past` and `planned` are (day, fen owed); `steps` where the balance falls on single days."""
    how = "steps-post" if steps else "default"
    xs, ys = _points(past)
    axes.plot(xs, ys, color=style.accent, linewidth=1.8, drawstyle=how, gid="past")
    axes.fill_between(xs, ys, color=style.accent, alpha=0.10, linewidth=0, step="post" if steps else None)
    ahead_xs, ahead_ys = _points(planned)
    axes.plot(
        ahead_xs, ahead_ys, color=style.accent, linewidth=1.8, linestyle=(0, (4, 2.5)), drawstyle=how, gid="planned"
    )
    days = [day for day, _ in (*past, *planned)] or [today]
    first, last = min(days), max(*days, today)
    wide = max(date2num(last) - date2num(first), 1.0)
    axes.set_xlim(date2num(first), date2num(first) + wide * 1.01)  # the last step down is seen
    axes.set_ylim(0, max([*ys, *ahead_ys, 1.0]) * 1.15)
    axes.axvline(date2num(today), color=style.muted, linewidth=0.9, linestyle=(0, (2, 2)))
    ticks = month_ticks(first, last)
    labels = [month_label(day, before) for before, day in zip([None, *ticks[:-1]], ticks, strict=True)]
    axes.set_xticks([date2num(day) for day in ticks], labels)
    at_left = date2num(today) < (date2num(first) + date2num(last)) / 2
    axes.annotate(
        tr("Today"), (date2num(today), 1.0), xycoords=("data", "axes fraction"), xytext=(5 if at_left else -5, -12),
        textcoords="offset points", color=style.muted, fontsize=11, family=fonts(),
        ha="left" if at_left else "right",
    )  # fmt: skip
    in_yuan(axes)


def _points(points: Sequence[tuple[date, int]]) -> tuple[list[float], list[float]]:
    return [float(date2num(day)) for day, _ in points], [fen / 100 for _, fen in points]
