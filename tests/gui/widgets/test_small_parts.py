"""Gauge, sidebar, figures, pills and buttons say in words what they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.theme import LIGHT
from planner.ui.widgets.basics import Badge, Empty, Kpi, Meter, Pill, button, paint_pill
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.sidebar import Sidebar

BANDS = (("strong", 80), ("good", 65), ("watch", 50), ("stressed", 35), ("critical", 0))


def inks(widget: QWidget) -> set[str]:
    picture: QImage = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_a_gauge_says_score_band_and_range(qtbot: QtBot) -> None:
    gauge = Gauge("health.gauge")
    qtbot.addWidget(gauge)
    gauge.resize(gauge.sizeHint())
    gauge.set(42, 33, 50, "stressed", "Stressed", BANDS)
    assert gauge.accessibleName() == "42 of 100, Stressed, range 33 to 50"
    assert gauge.accessibleIdentifier() == "health.gauge"
    assert QColor(LIGHT.fill("watch")).name() in inks(gauge)


def test_a_gauge_without_a_score_says_so(qtbot: QtBot) -> None:
    gauge = Gauge("health.gauge")
    qtbot.addWidget(gauge)
    gauge.resize(gauge.sizeHint())
    gauge.set(None, None, None, None, "No score yet", BANDS)
    assert gauge.accessibleName() == "No score yet"
    assert QColor(LIGHT.fill("watch")).name() not in inks(gauge)


@pytest.mark.parametrize("score", [0, 1, 35, 99, 100])
def test_every_score_can_be_painted(qtbot: QtBot, score: int) -> None:
    gauge = Gauge("health.gauge")
    qtbot.addWidget(gauge)
    gauge.resize(gauge.sizeHint())
    band = next(name for name, least in BANDS if score >= least)
    gauge.set(score, max(score - 5, 0), min(score + 5, 100), band, "word", BANDS)
    assert QColor(LIGHT.text).name() in inks(gauge)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(
        "Yudu",
        [("overview", "Overview", "house"), ("health", "Limit health", "gauge")],
        [("settings", "Settings", "settings")],
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def page_button(sidebar: Sidebar, key: str) -> QToolButton:
    found = sidebar.findChild(QToolButton, f"sidebar.{key}")
    assert isinstance(found, QToolButton)
    return found


def test_a_page_is_chosen_by_mouse_and_by_keyboard(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        qtbot.mouseClick(page_button(sidebar, "health"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["health"]
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        qtbot.keyClick(page_button(sidebar, "settings"), Qt.Key.Key_Space)
    assert chosen.args == ["settings"]


def test_one_page_is_in_view_at_a_time(sidebar: Sidebar) -> None:
    for key in ("overview", "settings", "health"):
        sidebar.select(key)
        checked = [each for each in ("overview", "health", "settings") if page_button(sidebar, each).isChecked()]
        assert checked == [key]


def test_what_waits_on_a_page_is_counted_in_words_too(sidebar: Sidebar) -> None:
    health = page_button(sidebar, "health")
    assert QColor(LIGHT.risk).name() not in inks(health)
    sidebar.set_count("health", 2)
    assert health.accessibleDescription() == "2"
    assert QColor(LIGHT.risk).name() in inks(health)
    sidebar.set_count("health", 0)
    assert health.accessibleDescription() == ""


def test_a_figure_is_spoken_with_its_name_and_unit(qtbot: QtBot) -> None:
    kpi = Kpi("Debt payments to income", "overview.dti")
    qtbot.addWidget(kpi)
    kpi.show()
    kpi.set("43.2", "near the line", unit="%")
    assert kpi.figure.accessibleName() == "Debt payments to income 43.2%"
    assert kpi.sub.isVisible()
    kpi.set("—")
    assert not kpi.sub.isVisible()
    assert not kpi.pill.isVisible()


def test_a_pill_shows_a_word_or_nothing_and_never_a_window(qtbot: QtBot) -> None:
    alone = Pill("Due today", "risk")
    qtbot.addWidget(alone)
    assert not alone.isVisible()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    pill = Pill()
    pill.setParent(parent)
    pill.set("Paid", "good")
    assert pill.isVisible()
    assert pill.accessibleName() == pill.text() == "Paid"
    pill.set("", "neutral")
    assert not pill.isVisible()


def test_a_meter_is_filled_in_part(qtbot: QtBot) -> None:
    meter = Meter()
    qtbot.addWidget(meter)
    meter.resize(100, 7)
    for share, filled in ((0.5, 50), (0.0, 0), (1.5, 100)):
        meter.set(share, "risk")
        picture: QImage = meter.grab().toImage()
        risk = QColor(LIGHT.fill("risk"))
        inked = sum(picture.pixelColor(x, 3) == risk for x in range(picture.width()))
        assert abs(inked - filled * picture.devicePixelRatio()) <= 3


def test_a_badge_has_the_colour_of_its_product(qtbot: QtBot) -> None:
    badge = Badge("借", "#1677FF")
    qtbot.addWidget(badge)
    assert "#1677ff" in inks(badge)


def test_an_empty_page_offers_its_next_step(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    start = button("Add your first loan", "overview.first", lambda: pressed.append(True), primary=True)
    empty = Empty("Nothing is in this book yet.", start)
    qtbot.addWidget(empty)
    empty.show()
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert start.accessibleName() == "Add your first loan"
    assert start.accessibleIdentifier() == start.objectName() == "overview.first"


def test_a_pill_without_room_keeps_its_text_off_both_its_ends(qtbot: QtBot) -> None:
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_pill(painter, QRectF(image.rect()), "Failed, no money moved at all", "risk", QApplication.font())
    painter.end()
    ground = image.pixel(50, 1)
    for x in (2, 97):
        assert {image.pixel(x, y) for y in range(8, 12)} == {ground}
    assert len({image.pixel(x, 10) for x in range(10, 90)}) > 1
