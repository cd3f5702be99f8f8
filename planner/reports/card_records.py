"""What the book says of lines whose contract's terms are in it: the terms, what happened, and limits beside the own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from planner.core.card_entries import CardEntry, EntryKind, InstalmentOf, InstalmentTerms, StatedStatement
from planner.core.card_terms import (
    CardTerms,
    CashTerms,
    DueRule,
    GraceLoss,
    MinimumRule,
    Part,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.credit_limits import LimitStep, TemporaryLimit
from planner.core.facts import GroupFact, LineFact, StatementFact
from planner.core.terms import FeeBasis, RemainderIn
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CardRecord:
    """The terms of a card and what happened on it beside payments and what statement files show: entries, and the
    statements that its issuer states, each in order of day."""

    terms: CardTerms
    entries: tuple[CardEntry, ...]
    stated: tuple[StatementFact, ...]

    def at(self, on: date) -> CardRecord:
        """The same as a day knows it."""
        entries = tuple(each for each in self.entries if each.posted_on <= on)
        return replace(self, entries=entries, stated=tuple(each for each in self.stated if each.on <= on))

    def all_entries(self, line: LineFact) -> list[CardEntry]:
        """With the purchases and refunds that statement files show, and all payments, of the line's facts.

        Until the first statement that the issuer states, a payment and a stray refund are of no more than is on record:
        what they pay beyond was bought before the record begins. Without any such statement, always.
        """
        first = min((each.on for each in self.stated), default=date.max)
        found = list(self.entries)
        for charge in line.charges:
            if charge.amount_fen:
                kind = EntryKind.PURCHASE if charge.amount_fen > 0 else EntryKind.REFUND
                credit = not charge.stray or charge.on > first
                found.append(CardEntry(charge.ref.id, kind, charge.on, abs(charge.amount_fen), credit=credit))
        for paid in line.payments:
            found.append(CardEntry(paid.ref.id, EntryKind.PAYMENT, paid.on, paid.amount_fen, credit=paid.on > first))
        return found

    def stated_statements(self) -> list[StatedStatement]:
        """What the issuer states, as the course takes it."""
        return [StatedStatement(each.on, each.balance_fen, each.minimum_fen, each.due_on) for each in self.stated]


def card_records(reader: Reader, day: str) -> dict[int, tuple[CardTerms, tuple[CardEntry, ...]]]:
    """The terms of each line that has some, and its entries by a day (ISO), in order of day."""
    terms = {row[0]: _terms(row[1:]) for row in reader.rows(_TERMS)}
    if not terms:
        return {}
    entries: defaultdict[int, list[CardEntry]] = defaultdict(list)
    for row in reader.rows(_ENTRIES, day):
        entries[row[0]].append(entry_of_row(row[1:]))
    return {line: (each, tuple(entries[line])) for line, each in terms.items()}


_TERMS = (
    "SELECT line_id, statement_day, due_rule, due_day, days_after, statement_day_purchase, daily_rate, grace_loss,"
    " compounds, overdue_rate, minimum_share, cash_share, minimum_floor_fen, whole_at_fen, late_share, late_floor_fen,"
    " late_cap_fen, cash_fee_share, cash_fee_floor_fen, cash_fee_cap_fen, cash_rate, payment_order, tolerance_fen,"
    " grace_days FROM card_terms JOIN credit_line AS line ON line.id = line_id"
    " WHERE statement_day IS NOT NULL AND (due_day IS NOT NULL OR due_rule <> 'day_of_month')"
)
ENTRY_COLUMNS = (
    "id, kind, posted_on, amount_fen, fee_fen, periods, flat_fee_rate, fee_basis, remainder_in, instalment_of,"
    " fee_kept, ends"
)
_ENTRIES = f"SELECT line_id, {ENTRY_COLUMNS} FROM card_entry WHERE posted_on <= ? ORDER BY posted_on, id"


def _terms(row: tuple[Any, ...]) -> CardTerms:
    due_day = {} if row[2] is None else {"due_day": row[2]}
    return CardTerms(
        statement_day=row[0],
        due_rule=DueRule(row[1]),
        **due_day,
        days_after=row[3],
        statement_day_purchase=StatementDayPurchase(row[4]),
        daily_rate=Decimal(row[5]),
        grace_loss=GraceLoss(row[6]),
        compounds=bool(row[7]),
        overdue_rate=_decimal(row[8]),
        minimum=MinimumRule(Decimal(row[9]), _decimal(row[10]), row[11], row[12]),
        late_fee=ShareWithin(Decimal(row[13]), row[14], row[15]),
        cash=CashTerms(ShareWithin(Decimal(row[16]), row[17], row[18]), _decimal(row[19])),
        order=tuple(Part(part) for part in row[20].split(",")),
        tolerance_fen=row[21],
        grace_days=row[22],
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def entry_of_row(row: tuple[Any, ...]) -> CardEntry:
    """An entry of its ENTRY_COLUMNS."""
    instalment = None
    if row[5] is not None:
        instalment = InstalmentTerms(
            row[5], Decimal(row[6]), FeeBasis(row[7]), RemainderIn(row[8]), InstalmentOf(row[9]), bool(row[10])
        )
    return CardEntry(
        row[0],
        EntryKind(row[1]),
        date.fromisoformat(row[2]),
        row[3],
        fee_fen=row[4],
        instalment=instalment,
        ends=row[11],
    )


def temporary_limits(reader: Reader, day: str) -> defaultdict[int, list[TemporaryLimit]]:
    """The temporary limits of each line that began by a day (ISO), in order of day."""
    found: defaultdict[int, list[TemporaryLimit]] = defaultdict(list)
    for line, first_on, last_on, fen in reader.rows(
        "SELECT line_id, first_on, last_on, limit_fen FROM temporary_limit WHERE first_on <= ? ORDER BY first_on, id",
        day,
    ):
        found[line].append(TemporaryLimit(date.fromisoformat(first_on), date.fromisoformat(last_on), fen))
    return found


def limit_groups(reader: Reader, day: str) -> dict[int, GroupFact]:
    """The groups of limits by their number, with their limits by a day (ISO)."""
    names = dict(reader.rows("SELECT id, name FROM limit_group"))
    steps: defaultdict[int, list[LimitStep]] = defaultdict(list)
    rows: Iterable[tuple[Any, ...]] = ()
    if names:
        rows = reader.rows(
            "SELECT group_id, on_date, limit_fen FROM group_limit WHERE on_date <= ? ORDER BY on_date", day
        )
    for group, on, fen in rows:
        steps[group].append(LimitStep(date.fromisoformat(on), fen))
    return {number: GroupFact(number, name, tuple(steps[number])) for number, name in names.items()}
