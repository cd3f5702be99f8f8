"""One credit line whole: its limit and the history of it, what is used and left, its statements and payments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.core.card_standing import CardView
from planner.core.card_terms import CardTerms
from planner.core.facts import LenderKind, LineFact, LineKind, LineStatus, RowKind, RowRef
from planner.core.line_balance import LineBalance, line_balance
from planner.reports.card_view import card_of_line
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.line_limits import LineLimits, line_limits
from planner.reports.lines import LineRecord, line_records
from planner.reports.records import Records, records_of
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One change of the limit (fen)."""

    id: int
    on: date
    limit_fen: int
    status: LineStatus
    reason: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement (fen; a negative balance is a credit). `open_fen` is what of it is still to pay: known of the
    latest only, for each statement takes up the rest of the one before. One without an `id` was computed."""

    id: int | None
    on: date
    due_on: date
    balance_fen: int
    minimum_fen: int | None
    open_fen: int | None


@dataclass(frozen=True, slots=True)
class LinePaid:
    """One payment to a line (fen): entered, or seen in a statement file (a transaction; it is not changed here)."""

    ref: RowRef
    paid_on: date
    amount_fen: int
    note: str

    @property
    def from_file(self) -> bool:
        return self.ref.kind is RowKind.TRANSACTION


@dataclass(frozen=True, slots=True)
class DrawnLoan:
    """One loan drawn under the line: the principal left, and the next instalment (fen; None where it is settled)."""

    account: RowRef
    name: str
    drawn_on: date
    principal_fen: int
    outstanding_fen: int
    next_fen: int | None
    next_due_on: date | None


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as of a day; `available_fen` is never below zero. `limits`, `statements` and `payments` have the newest
    first. `billed_fen` is what is open of the latest statement, `unbilled_fen` what was bought since, both None while
    nothing of the kind is on record; `limit_fen` is the limit in force, a temporary one included.

    `terms` are those of the contract where they are known; `card` then has what follows, where it was asked for.
    """

    account: RowRef
    name: str
    product: str
    lender_name: str
    lender_kind: LenderKind
    kind: LineKind
    opened_on: date
    closed_on: date | None
    statement_day: int | None
    due_day: int | None
    status: LineStatus | None
    limit_fen: int | None
    used_fen: int | None
    available_fen: int | None
    billed_fen: int | None
    unbilled_fen: int | None
    in_force: LineLimits
    terms: CardTerms | None
    card: CardView | None
    limits: tuple[LimitRow, ...]
    statements: tuple[StatementLine, ...]
    payments: tuple[LinePaid, ...]
    loans: tuple[DrawnLoan, ...]


def line_view(reader: Reader, *, line_id: int, today: date) -> LineView | None:
    """One line as of a day; None when it is not in the book by then."""
    lines = line_records(reader, until=today)
    record = next((each for each in lines if each.fact.ref.id == line_id), None)
    if record is None:
        return None
    found = _line_view(reader, record, lines, loan_records(reader, until=today), today)
    return found if record.card is None else replace(found, card=card_of_line(reader, record, today))


def line_views(reader: Reader, *, today: date, records: Records | None = None) -> tuple[LineView, ...]:
    """All lines as of a day, in order of opening, without their cards; `records` are those of the day, where the caller
    has them."""
    records = records or records_of(reader, today=today)
    return tuple(_line_view(reader, record, records.lines, records.loans, today) for record in records.lines)


def _line_view(
    reader: Reader, record: LineRecord, lines: Sequence[LineRecord], all_loans: Sequence[LoanRecord], today: date
) -> LineView:
    line, line_id = record.fact, record.fact.ref.id
    balance = line_balance(line, today)
    in_force = line_limits(reader, record, lines, all_loans, today)
    return LineView(
        account=line.ref,
        name=line.name,
        product=record.product,
        lender_name=record.lender_name,
        lender_kind=record.lender_kind,
        kind=line.kind,
        opened_on=line.opened_on,
        closed_on=line.closed_on,
        statement_day=record.statement_day,
        due_day=record.due_day,
        status=in_force.status,
        limit_fen=in_force.in_force_fen,
        used_fen=in_force.used_fen,
        available_fen=in_force.available_fen,
        billed_fen=None if balance is None else balance.billed_fen,
        unbilled_fen=None if balance is None else balance.unbilled_fen,
        in_force=in_force,
        terms=None if record.card is None else record.card.terms,
        card=None,
        limits=_limits(reader, line_id, today),
        statements=_statements(line, balance),
        payments=_payments(reader, line),
        loans=_loans(all_loans, line_id, today),
    )


def _limits(reader: Reader, line_id: int, today: date) -> tuple[LimitRow, ...]:
    rows = reader.rows(
        "SELECT id, on_date, limit_fen, status, reason FROM limit_change WHERE line_id = ? AND on_date <= ?"
        " ORDER BY on_date DESC",
        line_id,
        today.isoformat(),
    )
    return tuple(LimitRow(row[0], date.fromisoformat(row[1]), row[2], LineStatus(row[3]), row[4]) for row in rows)


def _statements(line: LineFact, balance: LineBalance | None) -> tuple[StatementLine, ...]:
    latest = None if balance is None else balance.statement
    return tuple(
        StatementLine(
            each.ref.id if each.ref.kind is RowKind.STATEMENT else None,
            each.on,
            each.due_on,
            each.balance_fen,
            each.minimum_fen,
            balance.billed_fen if balance is not None and each is latest else None,
        )
        for each in reversed(line.statements)
    )


def _payments(reader: Reader, line: LineFact) -> tuple[LinePaid, ...]:
    notes = dict(reader.rows("SELECT id, note FROM repayment WHERE line_id = ?", line.ref.id))
    return tuple(
        LinePaid(each.ref, each.on, each.amount_fen, notes[each.ref.id] if each.ref.kind is RowKind.REPAYMENT else "")
        for each in reversed(line.payments)
    )


def _loans(loans: Sequence[LoanRecord], line_id: int, today: date) -> tuple[DrawnLoan, ...]:
    found = []
    for loan in loans:
        following = loan.course.next_open()
        if loan.line_id == line_id:
            found.append(
                DrawnLoan(
                    RowRef(RowKind.LOAN, loan.id),
                    loan.name,
                    loan.terms.drawn_on,
                    loan.terms.principal_fen,
                    loan.course.outstanding_fen(today),
                    None if following is None else following.open_fen,
                    None if following is None else following.row.due_on,
                )
            )
    return tuple(found)
