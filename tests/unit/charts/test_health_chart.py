"""The chart of the history on a bare figure: what is drawn, and that no label lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from math import isnan

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import date2num
from matplotlib.text import Text

from planner.charts.health import MARKS, draw_health
from planner.charts.style import ChartStyle, new_figure, render
from planner.core.calendar import add_months, month_end
from planner.core.health_events import EventKind, HealthEvent
from planner.knowledge import load_knowledge
from planner.reports.health_history import HealthHistory, HealthPoint

TODAY = date(2026, 11, 24)
BANDS = load_knowledge().scorecard.bands
STYLE = ChartStyle("#FFFFFF", "#E2E6EB", "#1A222C", "#5F6B7A", "#0B7A84", "#187A4C", "#8F5B08", "#B92F26")


def history(events: Sequence[HealthEvent] = (), unknown: int = 0, months: int = 12) -> HealthHistory:
    """A score that falls a point a month, not known in the first months."""
    days = [*(month_end(add_months(TODAY, -back, 1)) for back in range(months, 0, -1)), TODAY]
    points = [
        HealthPoint(day, None, None, None, None) if at < unknown else HealthPoint(day, 60 - at, 50 - at, 70, "watch")
        for at, day in enumerate(days)
    ]
    return HealthHistory(TODAY, tuple(points), tuple(sorted(events, key=lambda each: each.on)))


def event(kind: EventKind, days_ago: int, name: str = "借呗") -> HealthEvent:
    limits = {"before_fen": 3_000_000, "after_fen": 800_000} if "limit" in kind else {}
    return HealthEvent(kind, TODAY - timedelta(days=days_ago), name, None, **limits, days=6, count=3, score=650)


def drawn(view: HealthHistory, width: float = 600, height: float = 260) -> Axes:
    figure, axes = new_figure(width / 72, height / 72, 72, STYLE)
    canvas = FigureCanvasAgg(figure)
    draw_health(axes, view, BANDS, STYLE)
    axes.set_position((52 / width, 26 / height, 1 - 66 / width, 1 - 36 / height))
    canvas.draw()
    return axes


def labels(axes: Axes) -> list[Text]:
    return [text for text in axes.texts if text.get_gid() == "label" and text.get_visible()]


def test_the_line_the_range_the_bands_and_today_are_there() -> None:
    axes = drawn(history())
    (score,) = [line for line in axes.lines if line.get_gid() == "score"]
    assert [round(each) for each in score.get_ydata()] == [60 - at for at in range(13)]
    (shaded,) = [each for each in axes.collections if each.get_gid() == "range"]
    extent = shaded.get_datalim(axes.transData)
    assert (round(extent.y0), round(extent.y1)) == (38, 70)
    assert [tick for tick in axes.get_yticks() if tick] == [35, 50, 65, 80, 100]
    (today,) = [line for line in axes.lines if line.get_gid() == "today"]
    assert today.get_xdata()[0] == date2num(TODAY)
    said = {text.get_text().strip() for text in axes.texts}
    assert {"Strong", "Good", "Watch", "Stressed", "Critical state", "Today"} <= said


def test_what_is_not_known_is_not_drawn() -> None:
    axes = drawn(history(unknown=5))
    assert axes.get_xlim()[0] > date2num(add_months(TODAY, -8))
    nothing = drawn(history(unknown=13))
    (score,) = [line for line in nothing.lines if line.get_gid() == "score"]
    assert all(isnan(value) for value in score.get_ydata())


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_has_a_shape_of_its_own_and_a_word(kind: EventKind) -> None:
    axes = drawn(history([event(kind, 100)]))
    (mark,) = [line for line in axes.lines if line.get_gid() == f"event {kind}"]
    assert mark.get_marker() == MARKS[kind][0]
    assert len(labels(axes)) == 1
    assert len({shape for shape, _ in MARKS.values()}) == len(EventKind)


@pytest.mark.parametrize(("width", "height"), [(600, 260), (380, 200), (1000, 300)])
def test_no_label_lies_on_another_or_leaves_the_chart(width: float, height: float) -> None:
    kinds = list(EventKind)
    many = [event(kinds[at % len(kinds)], at * 7, f"名称{at}") for at in range(50)]
    axes = drawn(history(many), width, height)
    shown = labels(axes)
    assert len(shown) >= 5
    boxes = [text.get_window_extent() for text in shown]
    names = [text.get_window_extent() for text in axes.texts if text.get_gid() != "label"]
    for one, other in [*combinations(boxes, 2), *((box, name) for box in boxes for name in names)]:
        assert not (one.shrunk(0.98, 0.9)).overlaps(other.shrunk(0.98, 0.9))
    inside = axes.get_window_extent()
    for box in boxes:
        assert inside.x0 - 1 <= box.x0
        assert box.x1 <= inside.x1 + 1


def test_the_gravest_keep_their_labels() -> None:
    many = [event(EventKind.SCORE_READING, at) for at in range(300)]
    axes = drawn(history([*many, event(EventKind.OVERDUE, 150)]))
    assert "Overdue 6 days" in {text.get_text() for text in labels(axes)}
    assert len(labels(axes)) < 60


def test_it_is_rendered_as_every_chart() -> None:
    pixels, wide, high = render(lambda axes, style: draw_health(axes, history(), BANDS, style), 400, 200, 1.0, STYLE)
    assert (wide, high) == (400, 200)
    assert len(pixels) == 400 * 200 * 4
