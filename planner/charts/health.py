"""Draws how limit health went: the score on its bands with its range, and what happened, each by shape and word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import nan

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.dates import date2num
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Bbox, IdentityTransform

from planner.charts.style import ChartStyle, drawable, fonts, month_label, month_ticks
from planner.core.health_events import EventKind, HealthEvent
from planner.i18n import tr
from planner.reports.health_history import HealthHistory, HealthPoint
from planner.wording.health import band, event_label

MARKS = {
    EventKind.OVERDUE: ("X", "risk"),
    EventKind.LIMIT_FROZEN: ("s", "risk"),
    EventKind.LIMIT_CUT: ("v", "risk"),
    EventKind.APPLICATIONS: ("D", "watch"),
    EventKind.APPLICATION: ("d", "watch"),
    EventKind.PAID_OFF: ("o", "good"),
    EventKind.LIMIT_RAISED: ("^", "good"),
    EventKind.LIMIT_RESTORED: ("P", "good"),
    EventKind.CLOSED: ("h", "muted"),
    EventKind.SCORE_READING: ("*", "muted"),
}
"""The shape and the tone of each kind of event."""
PLACES = ((0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 2.4), (0, -2.4), (1, 2.4), (-1, 2.4), (1, -2.4))
"""Where a label may stand, in steps beside and above its mark; the first with room is taken."""
STEP = 8.0
MARGINS = 66
"""What the ticks take of the width, in points (`charts.style.render`)."""


def draw_health(axes: Axes, history: HealthHistory, bands: Sequence[tuple[str, int]], style: ChartStyle) -> None:
    """Scores of 0 to 100 by day; `bands` are (name, least score), best first."""
    known = [point for point in history.points if point.score is not None]
    days = [point.on for point in known[:1]] + [event.on for event in history.events[:1]]
    first, today = min(days, default=history.points[0].on), history.today
    left, right = float(date2num(first)), float(date2num(today))
    wide = max(right - left, 1.0)
    axes.set_ylim(0, 100)
    names = _draw_bands(axes, bands, style)
    axes.set_xlim(left - 0.01 * wide, right + _beside(axes, names) * wide)
    for name in names:
        name.set_x(axes.get_xlim()[1])
    _draw_scores(axes, [point for point in history.points if point.on >= first], style)
    axes.axvline(right, color=style.muted, linewidth=0.9, linestyle=(0, (2, 2)), gid="today")
    names.append(_text(axes, right, 97, tr("Today"), style.muted, "right"))
    ticks = month_ticks(first, today)
    labels = [month_label(day, before) for before, day in zip([None, *ticks[:-1]], ticks, strict=True)]
    axes.set_xticks([date2num(day) for day in ticks], labels)
    _draw_events(axes, history, known, names, style)


def _draw_bands(axes: Axes, bands: Sequence[tuple[str, int]], style: ChartStyle) -> list[Text]:
    """The lines between the bands are the grid; the names stand right of today."""
    edges = [100, *(least for _, least in bands)]
    axes.set_yticks(sorted(edges))
    return [
        _text(axes, 0, (high + low) / 2, band(name), style.muted, "right")
        for (name, _), (high, low) in zip(bands, pairwise(edges), strict=True)
    ]


def _beside(axes: Axes, names: Sequence[Text]) -> float:
    """The room right of today that the names need, as a share of the room left of it."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    widest = max((name.get_window_extent().width for name in names), default=0.0)
    whole = figure.get_size_inches()[0] * figure.dpi - MARGINS * figure.dpi / 72
    widest += 4 * figure.dpi / 72
    return float(widest / max(whole - widest, 1.0))


def _text(axes: Axes, x: float, y: float, words: str, colour: str, side: str) -> Text:
    return axes.text(x, y, f" {words} ", color=colour, fontsize=9.5, family=fonts(), ha=side, va="center")


def _draw_scores(axes: Axes, points: Sequence[HealthPoint], style: ChartStyle) -> None:
    xs = [float(date2num(point.on)) for point in points]
    scores, lows, highs = (
        [nan if value is None else float(value) for value in values]
        for values in zip(*((point.score, point.low, point.high) for point in points), strict=True)
    )
    axes.fill_between(xs, lows, highs, color=style.accent, alpha=0.12, linewidth=0, gid="range")
    axes.plot(xs, scores, color=style.accent, linewidth=1.8, marker="o", markersize=3, gid="score")


def _draw_events(
    axes: Axes, history: HealthHistory, known: Sequence[HealthPoint], names: Sequence[Text], style: ChartStyle
) -> None:
    anchors, texts = [], []
    latest = max((each.on for each in history.events if each.kind is EventKind.SCORE_READING), default=None)
    for event in sorted(history.events, key=lambda each: (each.gravity, -each.on.toordinal())):
        shape, tone = MARKS[event.kind]
        colour = getattr(style, tone)
        place = (float(date2num(event.on)), _height(event, known))
        size = 9 if shape == "*" else 7
        axes.plot(*place, marker=shape, markersize=size, color=colour, markeredgecolor=style.surface, linestyle="",
                  zorder=4, gid=f"event {event.kind}")  # fmt: skip
        if event.kind is EventKind.SCORE_READING and event.on != latest:
            continue  # one reading a month would fill the chart with words; the table has them all
        anchors.append(place)
        texts.append(
            axes.text(0, 0, drawable(event_label(event)), color=colour, fontsize=10, family=fonts(), gid="label",
                      zorder=5,
                      transform=IdentityTransform(), path_effects=[withStroke(linewidth=2.5, foreground=style.surface)])
        )  # fmt: skip
    axes.add_artist(_Labels(axes, anchors, texts, names))


def _height(event: HealthEvent, known: Sequence[HealthPoint]) -> float:
    """On the line of the scores; at the foot of the chart where there is none on that day."""
    for before, after in pairwise(known):
        if before.on <= event.on <= after.on and before.score is not None and after.score is not None:
            share = (event.on - before.on).days / max((after.on - before.on).days, 1)
            return before.score + share * (after.score - before.score)
    return float(known[-1].score or 0) if known and event.on >= known[-1].on else 4.0


class _Labels(Artist):
    """Puts each label beside its mark when the chart is drawn, for only then its size is known; where all places are
    taken, the label is left out (the table has it)."""

    def __init__(
        self, axes: Axes, anchors: Sequence[tuple[float, float]], texts: Sequence[Text], names: Sequence[Text]
    ) -> None:
        super().__init__()
        self._within, self._anchors, self._texts, self._names = axes, anchors, texts, names
        self.set_zorder(3)

    def draw(self, renderer: RendererBase) -> None:
        scale = self._within.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
        inside = self._within.get_window_extent(renderer)
        marks = [tuple(self._within.transData.transform(anchor)) for anchor in self._anchors]
        half = 4.0 * scale
        taken = [Bbox.from_extents(x - half, y - half, x + half, y + half) for x, y in marks]
        taken += [name.get_window_extent(renderer) for name in self._names]
        for (x, y), text in zip(marks, self._texts, strict=True):
            size = text.get_window_extent(renderer)
            box = _free_place(x, y, size.width, size.height, STEP * scale, inside, taken)
            text.set_visible(box is not None)
            if box is not None:
                text.set_position((box.x0, box.y0))
                text.set_verticalalignment("bottom")
                taken.append(box)


def _free_place(
    x: float, y: float, width: float, height: float, step: float, inside: Bbox, taken: Sequence[Bbox]
) -> Bbox | None:
    for beside, above in PLACES:
        left = x - width / 2 + beside * (width / 2 + step / 2)
        low = y + above * step - (height if above < 0 else 0)
        left = min(max(left, inside.x0), inside.x1 - width)
        box = Bbox.from_bounds(left, low, width, height)
        fits = inside.y0 <= box.y0 and box.y1 <= inside.y1
        if fits and not any(box.overlaps(other) for other in taken):
            return box
    return None
