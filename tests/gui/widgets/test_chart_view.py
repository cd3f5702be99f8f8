"""A chart is drawn off the GUI thread; the last one asked for wins, and a fault in drawing is not swallowed."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from matplotlib.axes import Axes
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from planner.charts.style import ChartStyle
from planner.ui.open_book import InlineExecutor
from planner.ui.theme import DARK, LIGHT, apply_theme
from planner.ui.widgets import chart_view
from planner.ui.widgets.chart_view import ChartView


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = list(chart_view._drawing)
    chart_view._drawing.clear()
    yield
    chart_view.stop_drawing()
    chart_view._drawing[:] = before


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView("overview.chart", 160)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def line(axes: Axes, style: ChartStyle) -> None:
    axes.plot([0, 1], [0, 1], color=style.accent)


def painted(view: ChartView) -> set[str]:
    picture: QImage = view.grab().toImage()
    places = ((x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2))
    return {picture.pixelColor(x, y).name().upper() for x, y in places}


def test_a_chart_is_drawn_on_a_thread_of_its_own(view: ChartView, qtbot: QtBot) -> None:
    threads: list[str] = []

    def draw(axes: Axes, style: ChartStyle) -> None:
        threads.append(threading.current_thread().name)
        line(axes, style)

    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show_chart(draw, "Debt falls from 2 to 1")
    assert threads
    assert all(name.startswith("charts") for name in threads)
    assert LIGHT.accent in painted(view)
    assert view.accessibleName() == "Debt falls from 2 to 1"
    assert view.accessibleIdentifier() == "overview.chart"


def test_an_inline_executor_draws_at_once(view: ChartView) -> None:
    chart_view.draw_with(InlineExecutor())
    view.show_chart(line, "A line")
    assert LIGHT.accent in painted(view)


def test_the_last_chart_asked_for_wins(view: ChartView, qtbot: QtBot) -> None:
    go = threading.Event()

    def slow(axes: Axes, style: ChartStyle) -> None:
        go.wait(20)
        axes.set_facecolor("#FF0000")

    def last(axes: Axes, style: ChartStyle) -> None:
        axes.set_facecolor("#0000FF")

    seen: list[bool] = []
    view.drawn.connect(lambda: seen.append(True))
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        view.show_chart(slow, "slow")
        view.show_chart(last, "last")
        go.set()
    assert "#0000FF" in painted(view)
    assert seen == [True]


def test_another_size_and_another_theme_are_drawn_anew(view: ChartView, qtbot: QtBot, qapp: QApplication) -> None:
    chart_view.draw_with(InlineExecutor())
    sizes: list[float] = []

    def draw(axes: Axes, style: ChartStyle) -> None:
        sizes.append(axes.get_window_extent().width)
        line(axes, style)

    view.show_chart(draw, "A line")
    with qtbot.waitSignal(view.drawn):
        view.resize(500, 200)
    assert sizes[-1] > sizes[0]
    with qtbot.waitSignal(view.drawn):
        apply_theme(qapp, "dark")
    assert QColor(DARK.accent).name().upper() in painted(view)


def test_a_fault_in_drawing_surfaces(view: ChartView) -> None:
    chart_view.draw_with(InlineExecutor())

    def broken(axes: Axes, style: ChartStyle) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        view.show_chart(broken, "broken")
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    before = view.grab().toImage()
    view.show_chart(line, "whole again")
    assert view.grab().toImage() != before


def test_a_page_may_be_gone_before_its_chart_is_drawn(qtbot: QtBot) -> None:
    go = threading.Event()

    def slow(axes: Axes, style: ChartStyle) -> None:
        go.wait(20)

    gone = ChartView("gone")
    gone.resize(300, 200)
    gone.show_chart(slow, "slow")
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    go.set()
    chart_view.stop_drawing()
