"""Draws spending month by month, a bar a month, its categories stacked; the chosen month stands on a ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.axes import Axes

from planner.charts.style import ChartStyle, in_yuan

WIDTH = 0.56


@dataclass(frozen=True, slots=True)
class Layer:
    """One category of the bars: its colour, and its fen in each month."""

    colour: str
    fens: tuple[int, ...]


def draw_spending(axes: Axes, months: Sequence[date], layers: Sequence[Layer], chosen: date, style: ChartStyle) -> None:
    """The layers from the axis outward, in the order given; what is below zero hangs under the axis."""
    places = list(range(len(months)))
    above, below = [0.0] * len(months), [0.0] * len(months)
    for layer in layers:
        heights = [fen / 100 for fen in layer.fens]
        bottoms = [above[at] if heights[at] >= 0 else below[at] for at in places]
        axes.bar(
            places, heights, WIDTH, bottoms, color=layer.colour, edgecolor=style.surface, linewidth=0.8, gid="layer"
        )
        for at in places:
            if heights[at] >= 0:
                above[at] += heights[at]
            else:
                below[at] += heights[at]
    if chosen in months:
        at = months.index(chosen)
        axes.axvspan(at - 0.46, at + 0.46, color=style.line, alpha=0.55, linewidth=0, zorder=0, gid="chosen")
    # a year stands where it begins: two of them side by side would run into each other
    axes.set_xticks(places, [f"{month:%Y-%m}" if month.month == 1 else f"{month:%m}" for month in months])
    for month, tick in zip(months, axes.get_xticklabels(), strict=True):
        if month == chosen:
            tick.set_color(style.text)
            tick.set_fontweight("bold")
    axes.set_xlim(-0.6, len(months) - 0.4)
    axes.set_ylim(min([*below, 0.0]) * 1.1, max([*above, 1.0]) * 1.12)
    in_yuan(axes)
