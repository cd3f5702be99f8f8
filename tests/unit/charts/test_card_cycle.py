"""The cycle of a card as a chart: each day on its day, with a shape and words of its own, none written over another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from planner.charts.card_cycle import draw_card_cycle
from planner.charts.style import ChartStyle, new_figure
from planner.core.card_standing import card_cycle
from planner.core.card_terms import CardTerms, DueRule
from planner.i18n import set_language

TODAY = date(2026, 11, 24)
STYLE = ChartStyle("#FFFFFF", "#E2E6EB", "#1A222C", "#5F6B7A", "#0B7A84", "#1D8A57", "#B4730B", "#C2352B")
TERMS = [
    CardTerms(10, due_day=30),
    CardTerms(1, due_day=8),
    CardTerms(24, due_day=23),
    CardTerms(31, due_day=20),
    CardTerms(25, due_rule=DueRule.DAYS_AFTER, days_after=9),
    CardTerms(5, due_rule=DueRule.DAYS_AFTER, days_after=56),
]


@pytest.fixture(params=["zh", "en"], autouse=True)
def _tongue(request: pytest.FixtureRequest) -> None:
    set_language(request.param)


def drawn(terms: CardTerms, today: date = TODAY, wide: float = 4.6) -> Axes:
    figure, axes = new_figure(wide, 1.9, 72, STYLE)
    draw_card_cycle(axes, card_cycle(terms, today), today, STYLE)
    axes.set_position((52 / (wide * 72), 26 / 137, 1 - 66 / (wide * 72), 1 - 36 / 137))
    figure.canvas.draw()
    return axes


def test_every_day_stands_on_its_day_with_a_shape_of_its_own() -> None:
    axes = drawn(TERMS[0])
    marks = {str(line.get_gid()): line for line in axes.lines}
    for gid, shape, on in (
        ("statement_0", "s", date(2026, 11, 10)),
        ("due_0", "D", date(2026, 11, 30)),
        ("statement_1", "s", date(2026, 12, 10)),
        ("due_1", "D", date(2026, 12, 30)),
    ):
        assert marks[gid].get_marker() == shape
        assert list(marks[gid].get_xdata()) == [date2num(on)]
    (bar,) = axes.patches
    assert (bar.get_x(), bar.get_width(), bar.get_hatch()) == (date2num(TODAY), 36, "////")  # type: ignore[attr-defined]
    words = " ".join(text.get_text() for text in axes.texts)
    assert all(day in words for day in ("11-10", "11-30", "12-10", "12-30", "36"))


@pytest.mark.parametrize("terms", TERMS)
@pytest.mark.parametrize("wide", [5.1, 7.2])
def test_no_words_stand_over_others_or_outside(terms: CardTerms, wide: float) -> None:
    for days in range(0, 62, 3):
        axes = drawn(terms, TODAY + timedelta(days=days), wide)
        boxes = [text.get_window_extent() for text in axes.texts]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
        canvas = axes.figure.bbox
        assert all(box.x0 >= canvas.x0 and box.x1 <= canvas.x1 for box in boxes)
