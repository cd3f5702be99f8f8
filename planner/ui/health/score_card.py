"""The card of today's score: the gauge with its range, how the points add up, how much is known, what to enter next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from planner.core.factors import MissingInput, exact
from planner.i18n import tr
from planner.reports.health import HealthReport
from planner.ui.page import Desk
from planner.ui.widgets.amount import explains
from planner.ui.widgets.basics import Card, button, label
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.naming import named
from planner.wording.amounts import percent, signed
from planner.wording.health import band, disclaimer, missing_input, to_enter


class ScoreCard(Card):
    """Shows `HealthReport.health`. `enter` goes where an input is entered."""

    def __init__(self, desk: Desk, enter: Callable[[MissingInput], None], explain: Callable[[], None]) -> None:
        super().__init__(tr("Score today"))
        self._bands = desk.scorecard.bands
        self._known = self.note_explains("health.coverage", "", explain)
        self._gauge = Gauge("health.gauge")
        self._gauge.opens(explains(tr("Score today")))
        self._gauge.can_explain()
        self._gauge.pressed.connect(explain)
        self._gauge.asked.connect(explain)
        self._change = named(label("", "muted"), "health.change")
        self._change.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sum = named(label("", wrap=True), "health.sum")
        self._next = named(label(tr("To know more:"), "muted"), "health.enter_next")
        self.body.addWidget(self._gauge)
        self.body.addWidget(self._change)
        self.body.addWidget(self._sum)
        self.body.addWidget(self._next)
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self.body.addLayout(self._links)
        self.body.addStretch()
        self.body.addWidget(label(disclaimer(), "faint", wrap=True))
        self._buttons: dict[MissingInput, QPushButton] = {}
        for kind in MissingInput:
            link = button(to_enter(kind), f"health.enter_{kind}", partial(enter, kind), link=True)
            link.setToolTip(missing_input(kind))
            self._buttons[kind] = link
            self._links.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
            link.hide()

    def show_report(self, view: HealthReport) -> None:
        """Shows the score and what would make it surer, the most telling first."""
        health = view.health
        self._gauge.set(health.score, health.low, health.high, health.band, band(health.band), self._bands)
        known = percent(exact(health.coverage), 0)
        self._known.setText(tr("{known}% known").format(known=known))
        self._change.setText(_since(view))
        self._change.setVisible(bool(self._change.text()))
        self._sum.setText(_sum(view))
        self._show_links(view.enter_next)

    def _show_links(self, wanted: tuple[MissingInput, ...]) -> None:
        self._next.setVisible(bool(wanted))
        for link in self._buttons.values():
            link.hide()
        said = set()
        for at, kind in enumerate(wanted):
            link = self._buttons[kind]
            self._links.removeWidget(link)
            self._links.insertWidget(at, link, alignment=Qt.AlignmentFlag.AlignLeft)
            if link.text() not in said:  # lines and loans are asked for once, whatever needs them
                link.show()
            said.add(link.text())


def _since(view: HealthReport) -> str:
    if view.health.score is None or view.month_ago is None:
        return ""
    return tr("{change} since a month ago").format(change=signed(view.health.score - view.month_ago))


def _sum(view: HealthReport) -> str:
    health = view.health
    if health.score is None:
        return tr("Less than half of what counts is known, so there is no score yet.")
    taken = sum(each.deduct for each in health.contributions)
    if health.floor_fill:
        return tr("The deductions come to {taken}; the score stops at 0.").format(taken=taken)
    return tr("100 − {taken} = {score}.").format(taken=taken, score=health.score)
