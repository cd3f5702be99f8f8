"""The limit-health page: the score with its range, what takes points, the warnings, and where each comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.core.factors import exact
from planner.core.facts import RowLabel
from planner.core.scorecard import Contribution
from planner.core.warnings import Level
from planner.i18n import tr
from planner.reports.health import HealthReport, health_report
from planner.reports.warnings import Warned, WarningsReport, warnings_report
from planner.ui.health.forms import ApplicationForm
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import level_tone
from planner.ui.widgets.basics import Card, Header, button, label
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import percent, signed
from planner.wording.health import band, disclaimer, factor, factor_definition, factor_value, missing_input
from planner.wording.loans import row_label
from planner.wording.warnings import level, next_step, rule_name, warning_reason, warning_title

MOST_ROWS = 12
FACTOR_HEIGHT = 28


def make_page(desk: Desk) -> Page:
    """The limit-health page."""
    return HealthPage(desk)


class HealthPage(Page):
    """Limit health of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._form: ApplicationForm | None = None
        log = button(tr("Log an application"), "health.log", self._log_application)
        header = Header(tr("Limit health"), log)
        header.note.setText(tr("Worked out on this computer; nobody is asked"))
        self.column.addWidget(header)
        self._report: HealthReport | None = None
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self._make_score(), 3)
        upper.addWidget(self._make_factors(), 7)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._make_warnings(), 5)
        lower.addWidget(self._make_origin(), 5)
        self.column.addLayout(upper)
        self.column.addLayout(lower, 1)

    def refresh(self) -> None:
        desk = self.desk
        self.ask(health_report, self._show, today=desk.today, scorecard=desk.scorecard)
        self.ask(warnings_report, self._show_warnings, today=desk.today, rules=desk.rules)

    def _log_application(self) -> None:
        if self._form is None:
            self._form = ApplicationForm(self.desk, self)
            self._form.accepted.connect(self._logged)
        self._form.open()

    def _logged(self) -> None:
        self._form = None

    def _make_score(self) -> Card:
        card = Card(tr("Score today"))
        self._coverage = named(card.note, "health.coverage")
        self._gauge = Gauge("health.gauge")
        self._sum = named(label("", wrap=True), "health.sum")
        self._next = named(label("", "muted", wrap=True), "health.enter_next")
        row = QHBoxLayout()
        row.addStretch()
        self._change = named(label("", "muted"), "health.change")
        row.addWidget(self._change)
        row.addStretch()
        card.body.addWidget(self._gauge)
        card.body.addLayout(row)
        card.body.addWidget(self._sum)
        card.body.addWidget(self._next)
        card.body.addStretch()
        card.body.addWidget(label(disclaimer(), "faint", wrap=True))
        return card

    def _make_factors(self) -> Card:
        card = Card(tr("What takes points"), tr("100 less all deductions is the score; choose a row to see its origin"))
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
        self._factors.chosen.connect(self._show_factor)
        card.body.addWidget(self._factors)
        return card

    def _make_warnings(self) -> Card:
        card = Card(tr("Warnings"))
        self._warnings_note = card.note
        self._warnings = DataTable(
            "health.warnings",
            tr("Warnings"),
            [
                Column(tr("Warning"), _title, second=_reason, stretch=True, tooltip=_reason),
                Column("", lambda row: "", right=True, width=100, pill=_level),
            ],
            lambda row: (row.rule.id, row.finding.rows[:1]),
            tall=True,
            header=False,
        )
        self._warnings.setMinimumHeight(120)
        self._warnings.chosen.connect(self._show_warning)
        self._warnings.opened.connect(self._open_warning)
        card.body.addWidget(self._warnings)
        return card

    def _make_origin(self) -> Card:
        card = Card(tr("Where it comes from"))
        self._origin_title = named(label("", "heading", wrap=True), "health.origin_title")
        self._origin = named(label("", "muted", wrap=True), "health.origin")
        self._rows = DataTable(
            "health.rows",
            tr("Rows of the book"),
            [Column(tr("Rows of the book"), row_label, stretch=True, tooltip=row_label)],
            lambda row: row.ref,
            header=False,
        )
        self._rows.row_height = 28
        self._rows.verticalHeader().setDefaultSectionSize(28)
        self._rows.setMinimumHeight(60)
        self._rows.opened.connect(lambda row: self.desk.open_row(row.ref))
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(self._origin_title)
        text.addWidget(self._origin)
        card.body.addLayout(text)
        card.body.addWidget(self._rows, 1)
        return card

    def _show(self, view: HealthReport) -> None:
        self._report = view
        health = view.health
        self._gauge.set(
            health.score, health.low, health.high, health.band, band(health.band), self.desk.scorecard.bands
        )
        known = percent(exact(health.coverage), 0)
        self._coverage.setText(tr("{known}% of what counts is known").format(known=known))
        self._change.setText(_since(view))
        self._sum.setText(_sum(view))
        wanted = "; ".join(missing_input(each) for each in view.enter_next)
        self._next.setText(tr("To know more: {inputs}.").format(inputs=wanted) if wanted else "")
        self._next.setVisible(bool(wanted))
        self._factors.set_rows(health.contributions)
        if self._factors.chosen_row() is None and health.contributions:
            worst = max(health.contributions, key=lambda each: each.deduct)
            self._factors.choose(worst.factor_id)
        elif (chosen := self._factors.chosen_row()) is not None:
            self._show_factor(chosen)

    def _show_warnings(self, view: WarningsReport) -> None:
        self._warnings.set_rows((*view.warnings, *view.unknown))
        quiet = tr("{count} rules have nothing to say").format(count=len(view.quiet))
        self._warnings_note.setText(quiet)

    def _show_factor(self, row: Contribution) -> None:
        if self._report is None:
            return
        self._origin_title.setText(f"{factor(row.factor_id)}: {factor_value(row)}")
        words = factor_definition(row.factor_id)
        taken = tr("Takes {points} of at most {most} points.").format(points=row.deduct, most=row.most)
        if not row.known:
            taken = tr("Not known, so it takes the average: {points} of at most {most} points.").format(
                points=row.deduct, most=row.most
            )
        self._origin.setText(f"{words} {taken}")
        labels = dict(self._report.labels)
        self._show_rows([labels[ref] for ref in row.rows if ref in labels])

    def _show_warning(self, row: Warned) -> None:
        self._origin_title.setText(_title(row))
        steps = [f"→ {next_step(step)}" for step in row.finding.next_steps]
        basis = tr("Rule {rule}, grade {grade}: {source}").format(
            rule=row.rule.id, grade=row.rule.grade, source=row.rule.source
        )
        self._origin.setText("\n".join([_reason(row), *steps, basis]))
        self._show_rows(list(row.labels))

    def _show_rows(self, labels: list[RowLabel]) -> None:
        self._rows.set_rows(labels[:MOST_ROWS])
        self._rows.setVisible(bool(labels))

    def _open_warning(self, row: Warned) -> None:
        if row.finding.rows:
            self.desk.open_row(row.finding.rows[0])


def _points(points: int) -> str:
    return f"−{points}" if points else "0"


def _meter(row: Contribution) -> tuple[float, str]:
    share = 1 - row.deduct / row.most if row.most else 1.0
    if not row.known:
        return share, "neutral"
    return share, "good" if share > 0.66 else "watch" if share > 0.33 else "risk"


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


def _title(row: Warned) -> str:
    if row.finding.level is Level.UNKNOWN:
        return rule_name(row.rule.id)
    return warning_title(row.finding, row.labels[0].name if row.labels else "")


def _reason(row: Warned) -> str:
    return warning_reason(row.finding, row.rule)


def _level(row: Warned) -> tuple[str, str]:
    return level(row.finding.level), level_tone(row.finding.level)
