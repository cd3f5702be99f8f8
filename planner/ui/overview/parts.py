"""The parts of the overview: whether the dues can be paid, a line of news that can be pressed, the debt's course."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from planner.core.facts import RowLabel
from planner.i18n import tr
from planner.reports.debt import DebtCourse, debt_of_day
from planner.reports.health import HealthReport
from planner.reports.overview import Overview
from planner.reports.warnings import Warned
from planner.ui.explaining import Explaining
from planner.ui.origins import score_source, warning_source
from planner.ui.overview.sources import calculation, can_pay, debt_day_source, income_known, on_time_source
from planner.ui.page import Desk
from planner.ui.tones import level_tone
from planner.ui.widgets.basics import Card, Pill, button, label, rule
from planner.ui.widgets.chart_view import ChartView
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.naming import named
from planner.ui.widgets.origin import Source
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import breakable, month_name, signed, titled, yuan
from planner.wording.health import band, disclaimer
from planner.wording.warnings import level, next_step, warned_title, warning_reason

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from planner.charts.style import ChartStyle

MOST_NEWS = 3
LEAST_MONTHS_IN_ROW = 2
"""From so many months without a late bill on, it is said."""


class CanPay(QWidget):
    """Whether the dues of the next 30 days can be paid, how that was counted, and what to enter if it is not known."""

    def __init__(self, explain: Callable[[], object], ask: Callable[[], object], advise: Callable[[], object]) -> None:
        super().__init__()
        self._pill = Pill()
        self._sentence = button("", "overview.can_pay", explain, link=True)
        self._sentence.setAutoDefault(True)
        self._ask = button("", "overview.ask", ask, link=True)
        self._ask.setAutoDefault(True)
        self._counted = named(label("", "faint", wrap=True), "overview.cash")
        self._help = button(tr("What to do when it is not enough"), "overview.help", advise, link=True)
        self._help.setAutoDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._pill)
        row.addWidget(self._sentence)
        row.addStretch()
        row.addWidget(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._counted)
        column.addWidget(self._help, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: Overview) -> None:
        """Shows the sentence; without cash it only says what to enter. What is not all known is never called enough,
        nor not enough."""
        ahead = view.ahead
        self._sentence.setVisible(ahead is not None)
        self._help.setVisible(ahead is not None and ahead.short is not None)
        missing = _missing(view)
        self._ask.setVisible(bool(missing))
        self._ask.setText(missing or tr("Enter essential spending"))
        self._ask.setAccessibleName(self._ask.text())
        if ahead is None:
            self._pill.set(tr("Not known"), "neutral")
            self._counted.setText(tr("Enter the cash you have to see whether it is enough."))
            return
        word = (tr("Enough"), "good") if ahead.short is None else (tr("Not enough"), "risk")
        if missing:
            word = (tr("Not all known"), "neutral")
        self._pill.set(*(word if ahead.whole is not None else ("", "neutral")))
        self._sentence.setText(can_pay(view, ahead))
        self._sentence.setAccessibleName(self._sentence.text())
        self._counted.setText(calculation(view, ahead))


def _missing(view: Overview) -> str:
    """What to enter so that it is known whether the dues can be paid."""
    if view.ahead is None:
        return tr("Enter your cash")
    if not income_known(view):
        return tr("Enter income and payday")
    return tr("Enter essential spending") if view.essential_fen is None else ""


class News(QPushButton):
    """A title with a word and a line below; pressed, it says where it comes from."""

    def __init__(self, name: str, title: str, words: str, pill: tuple[str, str], clicked: Callable[[], object]) -> None:
        super().__init__()
        named(self, name, titled(pill[0], title) if pill[0] else title)
        self.setAccessibleDescription(words)
        self.setProperty("news", True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _checked=False: clicked())
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 5, 6, 5)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(_seen(named(label(breakable(title), "heading", wrap=True), f"{name}_title")), 1)
        row.addWidget(_seen(Pill(*pill)), alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if words:
            column.addWidget(_seen(label(breakable(words), "muted", wrap=True)))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()


def _seen(widget: QWidget) -> QWidget:
    """The button around it is what is pressed."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget


class HealthCard(Card):
    """The score, the worst warnings with their next step, and what goes well."""

    def __init__(self, desk: Desk, explain: Callable[[Source], None]) -> None:
        super().__init__(tr("Limit health"))
        self._desk, self._explain = desk, explain
        named(self.note, "overview.health_change")
        to_health = partial(desk.go_to, "health")
        self._gauge = Gauge("overview.gauge")
        self._gauge.opens(tr("All points and warnings"))
        self._gauge.pressed.connect(to_health)
        self._gauge.can_explain()
        self._gauge.asked.connect(self._explain_score)
        self._view: HealthReport | None = None
        self._news = QVBoxLayout()
        self._news.setSpacing(2)
        left = QVBoxLayout()
        left.addWidget(self._gauge)
        left.addWidget(label(disclaimer(), "faint", wrap=True))
        left.addStretch()
        right = QVBoxLayout()
        right.addLayout(self._news)
        right.addStretch()
        self._to_health = button(tr("All points and warnings"), "overview.to_health", to_health, link=True)
        right.addWidget(self._to_health)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 4)
        row.addLayout(right, 5)
        self.body.addLayout(row, 1)

    def show_view(self, view: Overview) -> None:
        """Shows the score and the news."""
        found = view.health.health
        self._view = view.health
        self._gauge.set(found.score, found.low, found.high, found.band, band(found.band), self._desk.scorecard.bands)
        self.note.setText(_change(view))
        while (item := self._news.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        good = view.punctuality.months_in_row >= LEAST_MONTHS_IN_ROW
        news = [self._warning(at, each) for at, each in enumerate(view.warnings.warnings[: MOST_NEWS - good])]
        if not news:
            self._news.addWidget(named(label(_no_warning(view), "muted", wrap=True), "overview.no_warning"))
        if good:
            source = on_time_source(view.punctuality)
            news.append(
                News("overview.on_time", source.title, source.words[0], (tr("Good"), "good"), self._opens(source))
            )
        before: QWidget = self._gauge
        for at, each in enumerate(news):
            if at:
                self._news.addWidget(rule())
            self._news.addWidget(each)
            QWidget.setTabOrder(before, each)  # made after the link below them, they stand before it
            before = each
        QWidget.setTabOrder(before, self._to_health)

    def _warning(self, at: int, warned: Warned) -> News:
        finding = warned.finding
        words = f"→ {next_step(finding.next_steps[0])}" if finding.next_steps else ""
        pill = (level(finding.level), level_tone(finding.level))
        title = warned_title(finding, warned.labels)
        made = News(f"overview.warning_{at}", title, words, pill, self._opens(warning_source(warned)))
        made.setToolTip(warning_reason(finding, warned.rule))
        return made

    def _explain_score(self) -> None:
        if self._view is not None:
            self._explain(score_source(self._view))

    def _opens(self, source: Source) -> Callable[[], None]:
        return partial(self._explain, source)


def _no_warning(view: Overview) -> str:
    if not view.warnings.unknown:
        return tr("No warnings.")
    return tr("No warnings among what can be judged; {count} cannot.").format(count=len(view.warnings.unknown))


def _change(view: Overview) -> str:
    now, before = view.health.health.score, view.health.month_ago
    if now is None or before is None:
        return ""
    return tr("{change} since a month ago").format(change=signed(now - before))


class DebtCard(Card):
    """The course of all debt as a chart, and as the table behind it."""

    def __init__(self, desk: Desk, explaining: Explaining, explain: Callable[[], None]) -> None:
        super().__init__(tr("Debt, past and planned"))
        self._desk, self._explaining = desk, explaining
        self._chart = ChartView("overview.chart", height=150)
        self._chart.can_explain(explain)
        self._table = DataTable(
            "overview.debt_table",
            tr("Debt, past and planned"),
            [
                Column(tr("Day"), lambda row: row[0], width=130),
                Column(tr("Owed"), lambda row: row[1], right=True, bold=True, width=180, order=lambda row: row[3]),
                Column(tr("How it is known"), lambda row: row[2], stretch=True),
            ],
            lambda row: (row[0], row[2]),
        )
        self._table.can_explain(self._explain_day)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._chart)
        self._stack.addWidget(self._table)
        self._toggle = button(tr("As a table"), "overview.as_table", self._turn, link=True)
        self._toggle.setAutoDefault(True)
        self._toggle.setCheckable(True)
        top = self.note.parentWidget()
        assert top is not None
        layout = top.layout()
        assert layout is not None
        layout.addWidget(self._toggle)
        self.body.addWidget(self._stack, 1)

    def show_course(self, debt: DebtCourse) -> None:
        """Draws the course and fills the table."""
        words = tr("Solid: what was owed · dashed: as agreed")
        if debt.clear_on is not None:
            words += " · " + tr("paid off in {month}").format(month=month_name(debt.clear_on))
        self.note.setText(words)
        rows = [(day.isoformat(), yuan(fen), tr("On record"), fen) for day, fen in debt.past]
        rows += [(day.isoformat(), yuan(fen), tr("As agreed"), fen) for day, fen in debt.planned[1:]]
        self._table.set_rows(rows)

        def draw(axes: Axes, style: ChartStyle) -> None:
            from planner.charts.debt import draw_debt

            draw_debt(axes, debt.past, debt.planned, debt.today, style)

        table = [(tr("Day"), tr("Owed"), tr("How it is known")), *(row[:3] for row in rows)]
        self._chart.show_chart(draw, titled(tr("Debt, past and planned"), f"{yuan(debt.owed_fen)} · {words}"), table)

    def _explain_day(self, row: tuple[str, str, str, int]) -> None:
        """What is owed on each loan and line on the day of a row."""
        day = date.fromisoformat(row[0])

        def source(found: tuple[RowLabel, ...]) -> Source:
            return debt_day_source(day, self._desk.today, found)

        self._explaining.ask(debt_of_day, source, on=day, today=self._desk.today)

    def _turn(self) -> None:
        as_table = self._toggle.isChecked()
        self._stack.setCurrentIndex(1 if as_table else 0)
        self._toggle.setText(tr("As a chart") if as_table else tr("As a table"))
        self._toggle.setAccessibleName(self._toggle.text())
