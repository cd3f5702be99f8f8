"""Draws the present cycle of a card: statement days, days to pay by, and how long a purchase of today is free."""

from __future__ import annotations

from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.style import ChartStyle, fonts
from planner.core.card_standing import CardCycle
from planner.i18n import tr

STATEMENT, DUE, FREE = 0.78, 0.36, -0.16
"""The heights of the three rows."""
_EDGE = 0.25
"""So near to the end of the axis a label ends at its mark; others begin at it."""


def draw_card_cycle(axes: Axes, cycle: CardCycle, today: date, style: ChartStyle) -> None:
    """A square for each statement day, a diamond for each day to pay by, joined where they belong together; below them
    a hatched bar from today to the day until which a purchase of today is free of interest."""
    first = min(cycle.last_on, today)
    last = max(cycle.next_due_on, cycle.due_on, cycle.free_until)
    wide = max((last - first).days, 1)
    axes.set_xlim(_at(first - timedelta(days=1)), _at(last + timedelta(days=1)))
    axes.set_ylim(-0.75, 1.25)
    axes.yaxis.set_visible(False)
    axes.grid(visible=False)
    axes.set_xticks([_at(today)], [tr("today {day}").format(day=_short(today))])
    axes.axvline(_at(today), color=style.muted, linewidth=1.0, linestyle=(0, (2, 2)), gid="today")
    near = (cycle.next_due_on - cycle.due_on).days < wide * 0.5  # words that begin at the first would reach the second
    for at, (on, due_on) in enumerate(((cycle.last_on, cycle.due_on), (cycle.next_on, cycle.next_due_on))):
        past = due_on < today
        colour = style.muted if past else style.accent
        axes.plot([_at(on), _at(due_on)], [STATEMENT, DUE], color=colour, linewidth=1.2, gid=f"asks_{at}")
        _mark(axes, on, STATEMENT, ("s", colour), f"statement_{at}")
        _mark(axes, due_on, DUE, ("D", colour), f"due_{at}")
        side = "right" if (on - first).days > wide * (1 - _EDGE) else "left"
        _write(axes, tr("statement {day}").format(day=_short(on)), (on, STATEMENT, 7), side, style.text)
        words = tr("was due {day}") if past else tr("pay by {day}")
        side = "right" if near or (due_on - first).days > wide * (1 - _EDGE) else "left"
        _write(axes, words.format(day=_short(due_on)), (due_on, DUE, -15), side, style.text)
    _free(axes, cycle, today, style)


def _free(axes: Axes, cycle: CardCycle, today: date, style: ChartStyle) -> None:
    """The span in which a purchase of today costs no interest, if its statement is then paid in full."""
    days = cycle.free_days
    axes.barh(
        FREE, days, left=_at(today), height=0.16, color=style.surface, edgecolor=style.good, hatch="////",
        linewidth=1.0, gid="free",
    )  # fmt: skip
    words = tr("bought today, all paid by {day}: {days} days without interest")
    axes.annotate(
        words.format(day=_short(cycle.free_until), days=days),
        (1.0, FREE),
        xycoords=("axes fraction", "data"),
        xytext=(0, -17),
        textcoords="offset points",
        ha="right",
        color=style.text,
        fontsize=11,
        fontfamily=fonts(),
        bbox={"facecolor": style.surface, "edgecolor": "none", "pad": 1.0},
    )


def _mark(axes: Axes, on: date, height: float, look: tuple[str, str], gid: str) -> None:
    axes.plot([_at(on)], [height], marker=look[0], markersize=8, color=look[1], linestyle="", gid=gid, clip_on=False)


def _write(axes: Axes, words: str, place: tuple[date, float, int], side: str, colour: str) -> None:
    """Words over or under a mark, to the `side` of which they are aligned."""
    axes.annotate(
        words, (_at(place[0]), place[1]), xytext=(-6 if side == "left" else 6, place[2]), textcoords="offset points",
        ha=side, color=colour, fontsize=11, fontfamily=fonts(),
    )  # fmt: skip


def _at(day: date) -> float:
    return float(date2num(day))


def _short(day: date) -> str:
    return day.strftime("%m-%d")
