"""What the reports of a day derive from, read once: a report made of several reads it and hands it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from planner.core.facts import CreditFacts
from planner.reports.courses import LoanRecord
from planner.reports.facts import CreditRecords, credit_records, facts_at, loan_at
from planner.reports.lines import LineRecord
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Records:
    """The loans and lines as the end of `today` knows them, the facts of that day, and the records of all days."""

    today: date
    loans: tuple[LoanRecord, ...]
    lines: tuple[LineRecord, ...]
    facts: CreditFacts
    all_days: CreditRecords


def records_of(reader: Reader, *, today: date) -> Records:
    """Reads each table once."""
    whole = credit_records(reader)
    facts = facts_at(whole, today)
    of_line = {line.ref: line for line in facts.lines}
    return Records(
        today=today,
        loans=tuple(loan_at(loan, today) for loan in whole.loans if loan.terms.drawn_on <= today),
        lines=tuple(
            replace(line, fact=of_line[line.fact.ref], card=None if line.card is None else line.card.at(today))
            for line in whole.lines
            if line.fact.opened_on <= today
        ),
        facts=facts,
        all_days=whole,
    )
