"""Draws the history of a line's limit: a step for every change, cuts and freezes marked by a shape and a word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.style import ChartStyle, fonts, in_yuan, month_label, month_ticks
from planner.core.facts import LineStatus
from planner.i18n import tr
from planner.reports.line_view import LimitRow
from planner.wording.loans import limit_change

MOST_LABELS = 6
"""Where there are more changes, only the latest are labelled; the table beside has them all."""

ROOM = 0.2
"""The share of the highest limit that a line of words takes."""


def draw_limits(axes: Axes, limits: Sequence[LimitRow], used_fen: int | None, today: date, style: ChartStyle) -> None:
    """`limits` in order of day; the limit holds until the next change. What is used today is a dotted line."""
    if not limits:
        axes.set_axis_off()
        return
    xs = [float(date2num(each.on)) for each in limits]
    ys = [each.limit_fen / 100 for each in limits]
    first, last = xs[0], max(float(date2num(today)), xs[-1])
    wide = max(last - first, 30.0)
    axes.step([*xs, last], [*ys, ys[-1]], where="post", color=style.accent, linewidth=1.8, gid="limit")
    axes.fill_between([*xs, last], [*ys, ys[-1]], step="post", color=style.accent, alpha=0.10, linewidth=0)
    top = max([*ys, (used_fen or 0) / 100, 1.0])
    axes.set_xlim(first - wide * 0.02, first + wide * 1.04)
    axes.set_ylim(0, top * 1.3)
    if used_fen:
        axes.axhline(used_fen / 100, color=style.muted, linewidth=1.0, linestyle=(0, (1, 2)), gid="used")
        over = ys[0] - used_fen / 100
        crossed = 0 <= over < top * ROOM  # the limit would run through the word above the line
        _write(axes, tr("Used"), (first, used_fen / 100), (4, -14 if crossed else 4), style.muted, "left")
    for at, (before, after) in enumerate(pairwise(limits), start=1):
        kind = change_kind(before, after)
        shape, colour = {"cut": ("v", style.risk), "raised": ("^", style.good), "stop": ("X", style.risk)}.get(
            kind, ("o", style.muted)
        )
        axes.plot([xs[at]], [ys[at]], marker=shape, markersize=8, color=colour, linestyle="", gid=kind, clip_on=False)
        if at >= len(limits) - MOST_LABELS:
            words = limit_change(before.limit_fen, after.limit_fen, after.status)
            near_end = xs[at] > first + wide * 0.7
            _write(
                axes, words, (xs[at], ys[at]), (-7 if near_end else 7, 8), style.text, "right" if near_end else "left"
            )
    months = month_ticks(limits[0].on, max(today, limits[-1].on))
    ticks = [day for day in months if date2num(day) > first + wide * 0.05] or [limits[-1].on]
    labels = [month_label(day, before) for before, day in zip([None, *ticks[:-1]], ticks, strict=True)]
    axes.set_xticks([date2num(day) for day in ticks], labels)
    in_yuan(axes)


def change_kind(before: LimitRow, after: LimitRow) -> str:
    """`cut`, `raised`, `stop` (frozen, closed, not available) or `same`."""
    if after.status in (LineStatus.FROZEN, LineStatus.CLOSED, LineStatus.NOT_AVAILABLE):
        return "stop"
    if after.limit_fen == before.limit_fen:
        return "same"
    return "cut" if after.limit_fen < before.limit_fen else "raised"


def _write(axes: Axes, words: str, at: tuple[float, float], offset: tuple[int, int], colour: str, side: str) -> None:
    axes.annotate(
        words, at, xytext=offset, textcoords="offset points", color=colour, fontsize=11,
        family=fonts(), ha=side,
    )  # fmt: skip
