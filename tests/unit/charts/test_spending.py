"""The bars of spending: stacked from the axis outward, the chosen month marked."""

from __future__ import annotations

from datetime import date

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from planner.charts.spending import Layer, draw_spending
from planner.charts.style import ChartStyle, new_figure

STYLE = ChartStyle("#FFFFFF", "#E2E6EB", "#1A222C", "#5F6B7A", "#0B7A84", "#1D8A57", "#B4730B", "#C2352B")
MONTHS = [date(2026, 12, 1), date(2027, 1, 1)]


def drawn(chosen: date) -> Axes:
    _, axes = new_figure(6, 2, 72, STYLE)
    layers = [Layer("#0B7A84", (10_000, -2_000)), Layer("#E08A3A", (5_000, 3_000)), Layer("#C2352B", (0, -1_000))]
    draw_spending(axes, MONTHS, layers, chosen, STYLE)
    return axes


def test_layers_stack_away_from_the_axis_on_both_sides() -> None:
    bars = [each for each in drawn(MONTHS[0]).patches if isinstance(each, Rectangle) and each.get_gid() != "chosen"]
    spans = [(round(each.get_y()), round(each.get_y() + each.get_height())) for each in bars]
    assert spans == [(0, 100), (0, -20), (100, 150), (0, 30), (150, 150), (-20, -30)]


def test_the_chosen_month_is_marked_and_a_year_stands_where_it_begins() -> None:
    axes = drawn(MONTHS[1])
    assert [each.get_text() for each in axes.get_xticklabels()] == ["12", "2027-01"]
    assert [each.get_fontweight() for each in axes.get_xticklabels()] == ["normal", "bold"]
    (mark,) = [each for each in axes.patches if each.get_gid() == "chosen"]
    assert mark.get_x() < 1 < mark.get_x() + mark.get_width()


def test_a_month_that_is_not_shown_marks_nothing() -> None:
    assert [each for each in drawn(date(2020, 1, 1)).patches if each.get_gid() == "chosen"] == []
