"""Where a warning and a health factor come from, as the dialog `Origin` shows it: for every page that lists them."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.factors import exact
from planner.core.facts import RowLabel
from planner.core.scorecard import Contribution
from planner.i18n import tr
from planner.reports.health import HealthReport
from planner.reports.warnings import Warned
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import percent, signed, titled
from planner.wording.health import factor, factor_definition, factor_points, factor_value
from planner.wording.warnings import next_step, rule_basis, rule_lines, warned_title, warning_reason


def warning_source(warned: Warned) -> Source:
    """A warning with its reason, its lines, what they rest on, what to do next, and its rows."""
    finding, rule = warned.finding, warned.rule
    words = [warning_reason(finding, rule), rule_lines(rule)]
    if rule.own_choice:
        words.append(tr("At least one of these numbers is this program's own threshold, not an official one."))
    words += [f"→ {next_step(step)}" for step in finding.next_steps]
    words.append(rule_basis(rule))
    return Source(warned_title(finding, warned.labels), tuple(words), warned.labels)


def score_source(report: HealthReport) -> Source:
    """The score of limit health: 100 less the points of every factor, its range, and how much of it is known."""
    health = report.health
    taken = sum(each.deduct for each in health.contributions)
    formulas = []
    words = [tr("100 less what each factor takes. An unknown factor takes the average and widens the range.")]
    title = tr("No score yet")
    if health.score is not None:
        title = str(health.score)
        parts = " − ".join(str(each.deduct) for each in health.contributions if each.deduct)
        formulas.append(f"100 − {parts or 0} = {health.score}" if not health.floor_fill else f"100 − {parts} → 0")
        span = tr(
            "Range {low} to {high}: nine of ten points tables drawn anew, with any value of what is unknown, score so."
        )
        words.append(span.format(low=health.low, high=health.high))
    else:
        words.append(tr("Less than half of what counts is known, so there is no score yet."))
    if report.month_ago is not None and health.score is not None:
        change = titled(
            tr("Since a month ago"), f"{health.score} − {report.month_ago} = {signed(health.score - report.month_ago)}"
        )
        formulas.append(change)
    known = percent(exact(health.coverage), 0)
    share = tr("{known}% known: the share of the points' variance that lies in the factors that are known.")
    words.append(share.format(known=known))
    return Source(
        titled(tr("Limit health on {day}").format(day=health.on), title),
        tuple(words),
        formulas=tuple(formulas),
        inputs=tuple(_points_input(each) for each in health.contributions),
        rounding=tr("Points table {version}. Deductions come to {taken}.").format(version=report.version, taken=taken),
    )


def _points_input(row: Contribution) -> Input:
    return Input(factor(row.factor_id), f"−{row.deduct}" if row.deduct else "0", factor_value(row))


def factor_source(row: Contribution, labels: Sequence[RowLabel]) -> Source:
    """A factor of limit health with its definition, its value, its points of at most, and its rows."""
    title = titled(factor(row.factor_id), factor_value(row))
    return Source(title, (factor_definition(row.factor_id), factor_points(row)), tuple(labels))
