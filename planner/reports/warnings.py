"""The warnings of a day, the worst first, with the rows they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.facts import RowLabel
from planner.core.warnings import Finding, Level, Rule, Rules, findings
from planner.reports.records import Records, records_of
from planner.reports.rows import row_labels
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Warned:
    """One finding with its rule and the labels of its rows."""

    finding: Finding
    rule: Rule
    labels: tuple[RowLabel, ...]


@dataclass(frozen=True, slots=True)
class WarningsReport:
    """`warnings` from INFO up, the worst first; `unknown` could not be judged; `quiet` are the rules that are ok."""

    today: date
    warnings: tuple[Warned, ...]
    unknown: tuple[Warned, ...]
    quiet: tuple[str, ...]


def warnings_report(reader: Reader, *, today: date, rules: Rules, records: Records | None = None) -> WarningsReport:
    """All warnings as of a day; `records` are those of the day, where the caller has them."""
    records = records or records_of(reader, today=today)
    found = findings(records.facts, today, rules)
    refs = (ref for finding in found for ref in finding.rows)
    labels = row_labels(reader, refs, loans=records.all_days.loans)
    warned = [
        Warned(finding, rules.by_id[finding.rule_id], tuple(labels[ref] for ref in finding.rows if ref in labels))
        for finding in found
    ]
    return WarningsReport(
        today=today,
        warnings=tuple(each for each in warned if each.finding.level >= Level.INFO),
        unknown=tuple(each for each in warned if each.finding.level is Level.UNKNOWN),
        quiet=tuple(each.rule.id for each in warned if each.finding.level is Level.OK),
    )
