"""What all charts share: colours of the theme, the bundled font, the grid, and numbers as people say them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planner.i18n import language
from planner.paths import resources

FAMILY = "Yudu Sans SC"
_OF_SYSTEMS = ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
"""Where rarer characters come from, where the machine has one of them."""
_LAST = "DejaVu Sans"
MISSING = "□"


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """The colours of a chart, from the window's theme."""

    surface: str
    line: str
    text: str
    muted: str
    accent: str
    good: str
    watch: str
    risk: str


@cache
def register_fonts() -> None:
    """Tells matplotlib of the bundled font; once."""
    for file in sorted((resources() / "fonts").glob("*.otf")):
        font_manager.fontManager.addfont(str(file))


@cache
def fonts() -> list[str]:
    """The families charts are written with, in their order: the bundled one, the system's, matplotlib's own."""
    register_fonts()
    there = {font.name for font in font_manager.fontManager.ttflist}
    return [FAMILY, *(name for name in _OF_SYSTEMS if name in there), _LAST]


@cache
def _drawable() -> frozenset[int]:
    known: set[int] = set()
    for name in fonts():
        known |= set(font_manager.get_font(font_manager.findfont(name)).get_charmap())
    return frozenset(known)


def drawable(text: str) -> str:
    """A text of the user's as a chart can show it: in one line, and a box for what no font has."""
    known = _drawable()
    return "".join(each if ord(each) in known else " " if each.isspace() else MISSING for each in text)


def new_figure(width: float, height: float, dpi: float, style: ChartStyle) -> tuple[Figure, Axes]:
    """A bare figure of `width` × `height` inches with one set of axes that fills it, in the style of the window."""
    register_fonts()
    figure = Figure(figsize=(width, height), dpi=dpi, facecolor=style.surface)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_facecolor(style.surface)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.line)
    axes.tick_params(length=0, colors=style.muted, labelsize=11, labelfontfamily=fonts())
    axes.grid(axis="y", color=style.line, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure, axes


def render(
    draw: Callable[[Axes, ChartStyle], None], width: int, height: int, ratio: float, style: ChartStyle
) -> tuple[bytes, int, int]:
    """A chart of `width` × `height` points as RGBA bytes with its width and height in pixels."""
    figure, axes = new_figure(width / 72, height / 72, 72 * ratio, style)
    canvas = FigureCanvasAgg(figure)
    draw(axes, style)
    # room for the ticks, left and below
    axes.set_position((52 / width, 26 / height, 1 - 66 / width, 1 - 36 / height))
    canvas.draw()
    wide, high = canvas.get_width_height(physical=True)
    return bytes(canvas.buffer_rgba()), wide, high


def in_yuan(axes: Axes) -> None:
    """Labels the vertical axis, given in yuan, as `3万` or `30k`."""
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _at: short_yuan(value)))
    axes.yaxis.set_major_locator(MaxNLocator(4))


def short_yuan(value: float) -> str:
    """A round amount in few characters."""
    if language() == "zh":
        for unit, word in ((1e8, "亿"), (1e4, "万"), (1e3, "千")):
            if abs(value) >= unit:
                return f"{value / unit:.4g}{word}"
    for unit, word in ((1e6, "M"), (1e3, "k")):
        if abs(value) >= unit:
            return f"{value / unit:.4g}{word}"
    return f"{value:.4g}"


def month_label(day: date, before: date | None) -> str:
    """`2026-04` where the axis or a year begins, else `04`."""
    return day.strftime("%Y-%m") if before is None or day.year != before.year else day.strftime("%m")


def month_ticks(first: date, last: date, *, most: int = 7) -> list[date]:
    """At most so many firsts of a month, evenly apart; the first day where no month begins between."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = max(1, -(-(months + 1) // most))
    found = []
    for month in range(0, months + 1, step):
        year, number = divmod(first.year * 12 + first.month - 1 + month, 12)
        day = date(year, number + 1, 1)
        if first <= day <= last:
            found.append(day)
    return found or [first]
