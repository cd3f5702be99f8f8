"""The card of the history: the score by months with what happened, as a chart or as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from planner.core.facts import RowRef
from planner.core.health_events import HealthEvent
from planner.i18n import tr
from planner.reports.health import health_report
from planner.reports.health_history import HealthHistory, HealthPoint
from planner.ui.explaining import Explaining
from planner.ui.health.parts import headed
from planner.ui.origins import score_source
from planner.ui.page import Desk
from planner.ui.widgets.basics import Card, button
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import UNKNOWN, titled
from planner.wording.health import band, event_detail, event_kind, event_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

PERIODS = (12, 24, 60)
SPOKEN_EVENTS = 12


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row of the table: a score, or something that happened."""

    on: date
    point: HealthPoint | None = None
    event: HealthEvent | None = None


class HistoryCard(Card):
    """Shows `HealthHistory`. `asked` is told when another period is chosen."""

    def __init__(self, desk: Desk, asked: Callable[[], None], explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self._bands = desk.scorecard.bands
        self._desk = desk
        self._period = Choice("health.period")
        self._period.setAccessibleName(tr("Period"))
        for months in PERIODS:
            self._period.addItem(tr("{months} months").format(months=months), months)
        self._period.currentIndexChanged.connect(lambda _at: asked())
        self._as_table = button(tr("As a table"), "health.history_table", self._turn, link=True)
        self._as_table.setCheckable(True)
        self.note = headed(self, tr("History"), self._period, self._as_table)
        self._chart = ChartView("health.history", height=210)
        self._chart.can_explain(lambda: self._explain_day(desk.today))
        self._table = _table()
        self._table.can_explain(self._explain_row)
        self._table.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chart)
        self._stack.addWidget(self._table)
        self.body.addWidget(self._stack, 1)

    def months(self) -> int:
        """The period that is chosen."""
        return int(self._period.currentData())

    def show_history(self, view: HealthHistory) -> None:
        """Draws the chart and fills the table behind it."""
        known = any(point.score is not None for point in view.points)
        note = tr("Line: score · shaded: its range · computed anew") if known else ""
        self.note.setText(note or tr("Too little is known for a score yet"))
        bands = self._bands

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.health import draw_health

            draw_health(axes, view, bands, style)

        self._chart.show_chart(draw, titled(tr("History"), spoken(view)))
        rows = [HistoryRow(point.on, point=point) for point in view.points]
        rows += [HistoryRow(event.on, event=event) for event in view.events]
        self._table.set_rows(sorted(rows, key=lambda row: (row.on, row.event is None), reverse=True))

    def _turn(self) -> None:
        self._stack.setCurrentIndex(int(self._as_table.isChecked()))

    def _explain_row(self, row: HistoryRow) -> None:
        """The score of the row's day, or what happened."""
        ref = None if row.event is None else row.event.ref
        if ref is not None:
            self._explaining.row(ref)
        else:
            self._explain_day(row.on)

    def _explain_day(self, day: date) -> None:
        """The score of a day, worked out anew from what had happened by then."""
        self._explaining.ask(health_report, score_source, today=day, scorecard=self._desk.scorecard)

    def _open(self, row: HistoryRow) -> None:
        ref: RowRef | None = None if row.event is None else row.event.ref
        if ref is not None:
            self._desk.open_row(ref)


def spoken(view: HealthHistory) -> str:
    """The chart in words, for who does not see it: where it began, where it is, and the latest events."""
    known = [point for point in view.points if point.score is not None]
    if not known:
        return tr("Too little is known for a score on any of these days.")
    words = tr("From {before} on {day} to {after} on {today}, {count} events").format(
        before=known[0].score, day=known[0].on, after=known[-1].score, today=known[-1].on, count=len(view.events)
    )
    return ". ".join([words, *(f"{each.on} {event_label(each)}" for each in view.events[-SPOKEN_EVENTS:])])


def _table() -> DataTable:
    table = DataTable(
        "health.history_rows",
        tr("History"),
        [
            Column(tr("Day"), lambda row: row.on.isoformat(), width=96, order=lambda row: row.on),
            Column(tr("What happened"), _what, stretch=True, tooltip=_what),
            Column(tr("Score"), lambda row: _figure(row.point and row.point.score), right=True, bold=True, width=56,
                   order=lambda row: -1 if row.point is None or row.point.score is None else row.point.score),
            Column(tr("Range"), _range, right=True, width=76),
        ],
        lambda row: row,
    )  # fmt: skip
    return named(table, "health.history_rows", tr("History"))


def _what(row: HistoryRow) -> str:
    if row.event is None:
        return band(row.point.band) if row.point is not None else ""
    parts = (event_kind(row.event.kind), row.event.name, event_detail(row.event))
    return " · ".join(part for part in parts if part)


def _figure(score: int | None) -> str:
    return "" if score is None else str(score)


def _range(row: HistoryRow) -> str:
    if row.point is None:
        return ""
    return UNKNOWN if row.point.score is None else f"{row.point.low} – {row.point.high}"
