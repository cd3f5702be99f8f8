"""The limit-health page: the score with its range, what takes points, its history, the warnings, and the log."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea

from planner.core.factors import MissingInput
from planner.core.facts import RowKind, RowRef
from planner.core.scorecard import Contribution
from planner.i18n import tr
from planner.reports.health import HealthReport, health_report
from planner.reports.health_history import health_history
from planner.reports.standing import standing_log
from planner.reports.warnings import Warned, WarningsReport, warnings_report
from planner.ui.explaining import Explaining
from planner.ui.health.forms import HealthForms
from planner.ui.health.history_card import HistoryCard
from planner.ui.health.log_card import LogCard
from planner.ui.health.parts import headed
from planner.ui.health.score_card import ScoreCard
from planner.ui.origins import factor_source, score_source, warning_source
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import level_tone
from planner.ui.widgets.basics import Card, Header, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.origin import Source
from planner.ui.widgets.table import Column, DataTable
from planner.wording.health import factor, factor_value
from planner.wording.warnings import level, warned_title, warning_reason

FACTOR_HEIGHT = 28
ENTERED_IN_SETTINGS = (MissingInput.INCOME, MissingInput.ESSENTIAL, MissingInput.CASH)


def make_page(desk: Desk) -> Page:
    """The limit-health page."""
    return HealthPage(desk)


class HealthPage(Page):
    """Limit health of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._notice = ""
        self._report: HealthReport | None = None
        self._explaining = Explaining(desk, self, "health.origin")
        forms = HealthForms(desk, self)
        self._log = LogCard(desk, forms, self._say)
        log_overdue = button(tr("Log an overdue"), "health.log_overdue", self._log.log_overdue)
        log_score = button(tr("Log a Zhima score"), "health.log_score", forms.log_score)
        log = button(tr("Log an application"), "health.log", forms.log_application)
        self._header = Header(tr("Limit health"), log_overdue, log_score, log)
        named(self._header.note, "health.note")
        self.column.addWidget(self._header)
        self._score = ScoreCard(desk, self._enter, self._explain_score)
        self._history = HistoryCard(desk, self._ask_history, self._explaining)
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self._score, 3)
        upper.addWidget(self._make_factors(), 7)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._history, 11)
        lower.addWidget(self._make_warnings(), 9)
        self.column.addLayout(upper)
        self.column.addLayout(lower, 1)
        self.column.addWidget(self._log)

    def refresh(self) -> None:
        desk = self.desk
        self._header.note.setText(self._notice or tr("Worked out on this computer; nobody is asked"))
        self._notice = ""
        self.ask(health_report, self._show, today=desk.today, scorecard=desk.scorecard)
        self.ask(warnings_report, self._show_warnings, today=desk.today, rules=desk.rules)
        self.ask(standing_log, self._log.show_log, today=desk.today)
        self._ask_history()

    def show_row(self, ref: RowRef) -> None:
        """Moves to an application or a reported overdue in the log."""
        if ref.kind in (RowKind.APPLICATION, RowKind.OVERDUE):
            self._log.choose(ref)
            area = self.findChild(QScrollArea)
            if area is not None:
                area.ensureWidgetVisible(self._log)

    def _ask_history(self) -> None:
        desk = self.desk
        self.ask(health_history, self._history.show_history, today=desk.today, scorecard=desk.scorecard,
                 months=self._history.months())  # fmt: skip

    def _enter(self, kind: MissingInput) -> None:
        """Goes where an input is entered."""
        if kind is MissingInput.APPLICATIONS:
            self._log.declare_complete()
        else:
            self.desk.go_to("settings" if kind in ENTERED_IN_SETTINGS else "loans")

    def _say(self, words: str) -> None:
        self._notice = words
        self._header.note.setText(words)

    def _make_factors(self) -> Card:
        card = Card()
        why = button(tr("Where it comes from"), "health.open_factor", self._open_chosen_factor, link=True)
        headed(card, tr("What takes points"), why).setText(tr("100 less all deductions is the score"))
        self._factors = DataTable(
            "health.factors",
            tr("What takes points"),
            [
                Column(tr("Factor"), lambda row: factor(row.factor_id), stretch=True,
                       tooltip=lambda row: factor(row.factor_id)),
                Column(tr("Value"), factor_value, stretch=True, tooltip=factor_value),
                Column("", lambda row: "", width=120, meter=_meter, from_width=560),
                Column(tr("Points"), lambda row: _points(row.deduct), right=True, bold=True, width=64,
                       order=lambda row: row.deduct),
                Column(tr("At most"), lambda row: _points(row.most), right=True, width=70, order=lambda row: row.most),
            ],
            lambda row: row.factor_id,
        )  # fmt: skip
        self._factors.row_height = FACTOR_HEIGHT
        self._factors.verticalHeader().setDefaultSectionSize(FACTOR_HEIGHT)
        self._factors.setMinimumHeight(len(self.desk.scorecard.factors) * FACTOR_HEIGHT + 44)
        self._factors.opened.connect(self._open_factor)
        self._factors.can_explain(self._open_factor)
        card.body.addWidget(self._factors)
        return card

    def _make_warnings(self) -> Card:
        card = Card()
        self._why = button(tr("Why, and what to do"), "health.open_warning", self._open_chosen_warning, link=True)
        headed(card, tr("Warnings"), self._why)
        self._quiet = named(label("", "faint"), "health.quiet")
        self._warnings = DataTable(
            "health.warnings",
            tr("Warnings"),
            [
                Column(tr("Warning"), _title, second=_reason, stretch=True, tooltip=_told),
                Column("", lambda row: "", right=True, width=84, pill=_level),
            ],
            lambda row: (row.rule.id, row.finding.rows[:1]),
            tall=True,
            header=False,
        )
        self._warnings.setMinimumHeight(120)
        self._warnings.opened.connect(self._open_warning)
        self._warnings.can_explain(self._open_warning)
        self._no_warnings = named(label(tr("No warnings."), "muted"), "health.no_warnings")
        card.body.addWidget(self._no_warnings)
        card.body.addWidget(self._warnings, 1)
        card.body.addWidget(self._quiet)
        return card

    def _show(self, view: HealthReport) -> None:
        self._report = view
        self._score.show_report(view)
        self._factors.set_rows(view.health.contributions)

    def _show_warnings(self, view: WarningsReport) -> None:
        rows = (*view.warnings, *view.unknown)
        self._warnings.set_rows(rows)
        self._no_warnings.setVisible(not rows)
        self._why.setEnabled(bool(rows))
        self._quiet.setText(tr("{count} rules have nothing to say").format(count=len(view.quiet)))

    def _open_chosen_warning(self) -> None:
        row = self._warnings.chosen_row() or self._warnings.rows_model.row(0)
        self._open_warning(row)

    def _open_warning(self, row: Warned) -> None:
        self._explain(warning_source(row))

    def _open_chosen_factor(self) -> None:
        if self._factors.chosen_row() is None:  # the first, marked so that one sees which it is
            self._factors.selectRow(0)
        row = self._factors.chosen_row()
        if row is not None:
            self._open_factor(row)

    def _open_factor(self, row: Contribution) -> None:
        if self._report is not None:
            labels = dict(self._report.labels)
            self._explain(factor_source(row, [labels[ref] for ref in row.rows if ref in labels]))

    def _explain_score(self) -> None:
        if self._report is not None:
            self._explain(score_source(self._report))

    def _explain(self, source: Source) -> None:
        self._explaining.show(source)


def _points(points: int) -> str:
    return f"−{points}" if points else "0"


def _meter(row: Contribution) -> tuple[float, str]:
    share = 1 - row.deduct / row.most if row.most else 1.0
    if not row.known:
        return share, "neutral"
    return share, "good" if share > 0.66 else "watch" if share > 0.33 else "risk"


def _title(row: Warned) -> str:
    return warned_title(row.finding, row.labels)


def _reason(row: Warned) -> str:
    return warning_reason(row.finding, row.rule)


def _told(row: Warned) -> str:
    return f"{_title(row)}\n{_reason(row)}"


def _level(row: Warned) -> tuple[str, str]:
    return level(row.finding.level), level_tone(row.finding.level)
