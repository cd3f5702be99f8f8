"""Where a warning and a health factor come from, as the dialog `Origin` shows it: for every page that lists them."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.facts import RowLabel
from planner.core.scorecard import Contribution
from planner.i18n import tr
from planner.reports.warnings import Warned
from planner.ui.widgets.origin import Source
from planner.wording.amounts import titled
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


def factor_source(row: Contribution, labels: Sequence[RowLabel]) -> Source:
    """A factor of limit health with its definition, its value, its points of at most, and its rows."""
    title = titled(factor(row.factor_id), factor_value(row))
    return Source(title, (factor_definition(row.factor_id), factor_points(row)), tuple(labels))
