"""What is due: every open instalment and statement up to a day, late ones first; and all that was ever asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.facts import LineFact, RowKind, RowRef, StatementFact
from planner.core.line_balance import left_of, paid_since
from planner.core.repayments import DueState
from planner.reports.courses import LoanRecord
from planner.reports.lines import LineRecord
from planner.reports.records import Records, records_of
from planner.store.reader import Reader

DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Asked:
    """An instalment or the statement of a line, paid or not; fen.

    `asked_fen` is what is to be paid as such: without what the lender waived, and without what of an older statement
    went on into the next one (`carried_fen`), where it is asked again. `minimum_fen` is what of the minimum is still
    to pay, None where none is known. `paid_on` is the day the last fen was paid. `number` of `periods` for
    instalments, both 0 for statements.
    """

    ref: RowRef
    account: RowRef
    name: str
    product: str
    number: int
    periods: int
    due_on: date
    asked_fen: int
    paid_fen: int
    carried_fen: int
    minimum_fen: int | None
    state: DueState
    paid_on: date | None

    @property
    def open_fen(self) -> int:
        return self.asked_fen - self.paid_fen


@dataclass(frozen=True, slots=True)
class Due:
    """Something to pay: fen still open, the day, and how it stands. `number` of `periods` for instalments;
    both 0 for the statement of a line, whose minimum may be known."""

    ref: RowRef
    account: RowRef
    name: str
    product: str
    number: int
    periods: int
    due_on: date
    open_fen: int
    minimum_fen: int | None
    state: DueState
    days_left: int


@dataclass(frozen=True, slots=True)
class Dues:
    """The dues before `until`, in order of their days, and their sum in fen."""

    today: date
    until: date
    rows: tuple[Due, ...]
    total_fen: int


def dues(reader: Reader, *, today: date, days: int = DAYS_AHEAD, records: Records | None = None) -> Dues:
    """Everything open that falls due before `today` + `days` (that day not included), late dues included. `records`
    are those of the day, where the caller has them."""
    until = today + timedelta(days=days)
    return open_dues(asked(records or records_of(reader, today=today), until=until), today=today, until=until)


def month_asked(reader: Reader, *, month: date, today: date) -> tuple[Asked, ...]:
    """Everything that falls due in the calendar month of `month`, and what of earlier months is overdue on a day, in
    order of its days: the rows of the sums of the calendar."""
    first = month.replace(day=1)
    rows = asked(records_of(reader, today=today), until=add_months(first, 1))
    return tuple(each for each in rows if each.due_on >= first or each.state is DueState.LATE)


def open_dues(rows: tuple[Asked, ...], *, today: date, until: date) -> Dues:
    """What of `rows` is open and falls due before `until`."""
    found = tuple(_due(each, today) for each in rows if each.open_fen and each.due_on < until)
    return Dues(today, until, found, sum(due.open_fen for due in found))


def asked(records: Records, *, until: date, since: date = date.min) -> tuple[Asked, ...]:
    """Everything that falls due from `since` on and before `until`, paid or not, as it stands on a day, in order of
    its days. Waived instalments and statements without a balance ask nothing and are left out."""
    found = [
        row for record in records.loans for row in _instalments(record, records.today) if since <= row.due_on < until
    ]
    found += [
        row for record in records.lines for row in _statements(record, records.today) if since <= row.due_on < until
    ]
    return tuple(sorted(found, key=lambda row: (row.due_on, row.account.kind, row.account.id, row.number, row.ref.id)))


def _due(row: Asked, today: date) -> Due:
    return Due(
        ref=row.ref,
        account=row.account,
        name=row.name,
        product=row.product,
        number=row.number,
        periods=row.periods,
        due_on=row.due_on,
        open_fen=row.open_fen,
        minimum_fen=row.minimum_fen,
        state=row.state,
        days_left=(row.due_on - today).days,
    )


def _instalments(record: LoanRecord, today: date) -> Iterator[Asked]:
    for each in record.course.instalments:
        asked_fen = each.row.payment_fen - each.waived_fen
        if asked_fen:
            yield Asked(
                ref=RowRef(RowKind.DUE, record.id, each.row.number),
                account=RowRef(RowKind.LOAN, record.id),
                name=record.name,
                product=record.product,
                number=each.row.number,
                periods=len(record.course.instalments),
                due_on=each.row.due_on,
                asked_fen=asked_fen,
                paid_fen=each.paid_fen,
                carried_fen=0,
                minimum_fen=None,
                state=each.state(today),
                paid_on=each.settled_on,
            )


def _statements(record: LineRecord, today: date) -> Iterator[Asked]:
    """The statements by `today`. The next one asks again for what was not paid of the one before by its day."""
    fact = record.fact
    for at, statement in enumerate(fact.statements):
        if statement.balance_fen <= 0:
            continue
        carried = at + 1 < len(fact.statements)
        end = fact.statements[at + 1].on if carried else today
        left_fen = left_of(fact, statement, end)
        paid_fen = statement.balance_fen - left_fen
        minimum_fen = None if statement.minimum_fen is None else max(statement.minimum_fen - paid_fen, 0)
        paid_on = _paid_on(fact, statement, end)
        yield Asked(
            ref=statement.ref,
            account=fact.ref,
            name=fact.name,
            product=record.product,
            number=0,
            periods=0,
            due_on=statement.due_on,
            asked_fen=paid_fen if carried else statement.balance_fen,
            paid_fen=paid_fen,
            carried_fen=left_fen if carried else 0,
            minimum_fen=0 if carried and minimum_fen is not None else minimum_fen,
            state=_statement_state(statement, paid_on, carried, minimum_fen, today),
            paid_on=paid_on,
        )


def _paid_on(line: LineFact, statement: StatementFact, end: date) -> date | None:
    """The day by which a statement's whole balance was paid; None where it was not by `end`."""
    left_fen = statement.balance_fen
    payments = sorted((each.on, each.amount_fen) for each in line.payments if statement.on < each.on <= end)
    for on, fen in payments if line.card is None else paid_since(line, statement.on, end, end):
        left_fen -= fen
        if left_fen <= 0:
            return on
    return None


def _statement_state(
    statement: StatementFact, paid_on: date | None, carried: bool, minimum_fen: int | None, today: date
) -> DueState:
    if paid_on is not None:
        return DueState.SETTLED_LATE if paid_on > statement.due_on else DueState.SETTLED
    if carried:
        return DueState.PARTLY_PAID
    if statement.due_on == today:
        return DueState.DUE_TODAY
    if statement.due_on > today:
        return DueState.UPCOMING
    # with the minimum paid in time the rest revolves and is not late
    return DueState.PARTLY_PAID if minimum_fen == 0 else DueState.LATE
