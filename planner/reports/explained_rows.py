"""How the numbers of a line, a statement, a transaction and an import come about, and what was typed in as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.core.calendar import add_months
from planner.core.card_statements import Statement
from planner.core.facts import ChargeFact, LineFact, PaymentFact, RowKind, RowLabel, RowRef, StatementFact
from planner.core.line_balance import left_of, line_balance, paid_since
from planner.core.line_limits import limit_on
from planner.core.statement_rows import RowClass
from planner.reports.card_courses import line_course
from planner.reports.courses import loan_records
from planner.reports.explained import (
    InstalmentExplained,
    LoanOwed,
    RepaymentExplained,
    instalment_explained,
    loan_owed,
    repayment_explained,
)
from planner.reports.line_limits import LineLimits, line_limits
from planner.reports.lines import line_records
from planner.reports.rows import row_labels
from planner.reports.spending import Entry, entry_of
from planner.reports.spending_sums import refund_links
from planner.store.reader import Reader


@dataclass(frozen=True, slots=True)
class LineExplained:
    """What is used of a line on a day; fen. used = `billed_fen` + `unbilled_fen` + `instalments_fen` + `loans`.

    `billed_fen` is the latest statement's balance less what came in since (`paid_fen`; `payments` are those of it),
    `unbilled_fen` what was bought since (`charges`, refunds negative) less a credit left over; none is below zero.
    `instalments_fen` is principal of instalments on the line that is still to be billed. `reckoned`: all that follows
    from the contract's terms. `limit` is the line's own limit in force, `limits` what else limits it and what is left.
    """

    line: RowLabel
    limit: RowLabel | None
    limits: LineLimits
    statement: RowLabel | None
    payments: tuple[RowLabel, ...]
    paid_fen: int
    charges: tuple[RowLabel, ...]
    loans: tuple[RowLabel, ...]
    billed_fen: int
    unbilled_fen: int
    instalments_fen: int
    reckoned: bool

    @property
    def loans_fen(self) -> int:
        return sum(each.amount_fen or 0 for each in self.loans)

    @property
    def used_fen(self) -> int:
        return self.billed_fen + self.unbilled_fen + self.instalments_fen + self.loans_fen


@dataclass(frozen=True, slots=True)
class StatementExplained:
    """A statement and what was paid of it by a day, or by the next one that took up its rest (`next_on`); fen. `parts`
    are set where it was reckoned from the contract; else, or where it is `stated`, its balance is as it was entered."""

    label: RowLabel
    stated: bool
    due_on: date
    minimum_fen: int | None
    parts: Statement | None
    payments: tuple[RowLabel, ...]
    paid_fen: int
    open_fen: int
    next_on: date | None


@dataclass(frozen=True, slots=True)
class EntryExplained:
    """A transaction as its file has it, or as it was noted; `refunds` are those that lowered it."""

    entry: Entry
    file_name: str
    imported_on: date | None
    refunds: tuple[RowLabel, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that is as it was typed in."""

    label: RowLabel


@dataclass(frozen=True, slots=True)
class ClassSum:
    """The rows of one class and what they sum to (fen)."""

    row_class: RowClass
    rows: int
    amount_fen: int


@dataclass(frozen=True, slots=True)
class BatchSums:
    """The rows of an import that are in the book, by class."""

    file_name: str
    rows: int
    new: int
    changed: int
    there: int
    classes: tuple[ClassSum, ...]


Explained = (
    InstalmentExplained | LoanOwed | RepaymentExplained | LineExplained | StatementExplained | EntryExplained | Stated
)


def row_explained(reader: Reader, *, ref: RowRef, today: date) -> Explained | None:
    """How the numbers of one row of the book come about; None where it is not in the book by the day."""
    found: Explained | None = None
    if ref.kind is RowKind.DUE:
        return instalment_explained(reader, loan_id=ref.id, number=ref.number, today=today)
    if ref.kind is RowKind.LOAN:
        return loan_owed(reader, loan_id=ref.id, today=today)
    if ref.kind is RowKind.STATEMENT or (ref.kind is RowKind.LINE and ref.number):
        return statement_explained(reader, ref=ref, today=today)
    if ref.kind is RowKind.LINE:
        return line_explained(reader, line_id=ref.id, today=today)
    if ref.kind is RowKind.TRANSACTION:
        return entry_explained(reader, row_id=ref.id)
    if ref.kind is RowKind.REPAYMENT:
        found = repayment_explained(reader, repayment_id=ref.id, today=today)
    if found is None:
        label = row_labels(reader, [ref]).get(ref)
        return None if label is None else Stated(label)
    return found


def line_explained(reader: Reader, *, line_id: int, today: date) -> LineExplained | None:
    """What is used of a line and what is left of its limit on a day; None when it is not in the book by then."""
    lines = line_records(reader, until=today)
    record = next((each for each in lines if each.fact.ref.id == line_id), None)
    if record is None:
        return None
    line, loans = record.fact, loan_records(reader, until=today)
    limit, balance = limit_on(line, today), line_balance(line, today)
    statement = None if balance is None else balance.statement
    since = date.min if statement is None else statement.on
    return LineExplained(
        line=RowLabel(line.ref, line.name, line.opened_on, None),
        limit=None if limit is None else RowLabel(limit.ref, line.name, limit.on, limit.limit_fen),
        limits=line_limits(reader, record, lines, loans, today),
        statement=None if statement is None else _statement_label(line, statement),
        payments=_payment_labels(line, [each for each in line.payments if since < each.on <= today]),
        paid_fen=sum(fen for _, fen in paid_since(line, since, today, today)),
        charges=_charge_labels(reader, [each for each in line.charges if since < each.on <= today]),
        loans=tuple(
            RowLabel(RowRef(RowKind.LOAN, loan.id), loan.name, loan.terms.drawn_on, owed)
            for loan in loans
            if loan.line_id == line_id and (owed := loan.course.outstanding_fen(today))
        ),
        billed_fen=0 if balance is None else balance.billed_fen,
        unbilled_fen=0 if balance is None else balance.unbilled_fen,
        instalments_fen=0 if balance is None else balance.instalments_fen,
        reckoned=record.card is not None,
    )


def statement_explained(reader: Reader, *, ref: RowRef, today: date) -> StatementExplained | None:
    """A statement, entered or reckoned (`core.facts.statement_ref`), and what was paid of it; None when it is not in
    the book by the day."""
    line_id = ref.id
    if ref.kind is RowKind.STATEMENT:
        line_id = reader.value("SELECT coalesce((SELECT line_id FROM line_statement WHERE id = ?), 0)", ref.id)
    record = next((each for each in line_records(reader, until=today) if each.fact.ref.id == line_id), None)
    if record is None:
        return None
    line = record.fact
    found = next(((at, each) for at, each in enumerate(line.statements) if each.ref == ref), None)
    if found is None:
        return None
    at, statement = found
    following = line.statements[at + 1] if at + 1 < len(line.statements) else None
    end = today if following is None else following.on
    course = () if record.card is None else line_course(record.card, line, today).statements
    return StatementExplained(
        label=_statement_label(line, statement),
        stated=ref.kind is RowKind.STATEMENT,
        due_on=statement.due_on,
        minimum_fen=statement.minimum_fen,
        parts=next((each for each in course if each.on == statement.on), None),
        payments=_payment_labels(line, [each for each in line.payments if statement.on < each.on <= end]),
        paid_fen=sum(fen for _, fen in paid_since(line, statement.on, end, end)),
        open_fen=left_of(line, statement, end),
        next_on=None if following is None else following.on,
    )


def entry_explained(reader: Reader, *, row_id: int) -> EntryExplained | None:
    """A transaction with its file, and the refunds that lowered it; None when it is not in the book."""
    entry = entry_of(reader, row_id=row_id)
    if entry is None:
        return None
    batch = reader.one(
        "SELECT file_name, imported_on FROM transaction_row AS row JOIN import_batch AS batch ON batch.id = batch_id"
        " WHERE row.id = ?",
        row_id,
    )
    refunds = []
    if entry.refunded_fen:
        parts = refund_links(reader).netting.parts
        refunds = [RowRef(RowKind.TRANSACTION, refund_id) for refund_id, order_id, _ in parts if order_id == row_id]
    file_name, on = batch or ("", None)
    imported_on = None if on is None else date.fromisoformat(on)
    return EntryExplained(entry, file_name, imported_on, tuple(row_labels(reader, refunds).values()))


def repayment_costs(reader: Reader, *, month: date) -> tuple[RowLabel, ...]:
    """What the repayments of a month paid beyond principal (fen): to loans interest, fees and penalties, to lines the
    penalties that were noted. They sum to `MonthOfSpending.loan_cost_fen`."""
    first = month.replace(day=1)
    end = add_months(first, 1)
    found = [
        RowLabel(RowRef(RowKind.REPAYMENT, each.repayment.id), record.name, each.repayment.paid_on, each.cost_fen)
        for record in loan_records(reader)
        for each in record.course.allocations
        if first <= each.repayment.paid_on < end and each.cost_fen
    ]
    found += [
        RowLabel(RowRef(RowKind.REPAYMENT, number), name, date.fromisoformat(on), fen)
        for number, name, on, fen in reader.rows(
            "SELECT r.id, line.name, paid_on, penalty_fen FROM repayment AS r JOIN credit_line AS line"
            " ON line.id = r.line_id WHERE paid_on >= ? AND paid_on < ? AND penalty_fen",
            first.isoformat(), end.isoformat(),
        )
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda label: (label.on, label.ref.id)))


def batch_sums(reader: Reader, *, batch_id: int) -> BatchSums | None:
    """What an import brought, by class; None when it is not in the book."""
    batch = reader.one("SELECT file_name, rows, new, changed FROM import_batch WHERE id = ?", batch_id)
    if batch is None:
        return None
    counted = {
        RowClass(row[0]): ClassSum(RowClass(row[0]), row[1], row[2])
        for row in reader.rows(
            "SELECT row_class, count(*), coalesce(sum(amount_fen), 0) FROM transaction_row WHERE batch_id = ?"
            " GROUP BY row_class",
            batch_id,
        )
    }
    classes = tuple(counted[kind] for kind in RowClass if kind in counted)
    there = sum(each.rows for each in classes)
    return BatchSums(batch[0], batch[1], batch[2], batch[3], there, classes)


def _statement_label(line: LineFact, statement: StatementFact) -> RowLabel:
    return RowLabel(statement.ref, line.name, statement.on, statement.balance_fen)


def _payment_labels(line: LineFact, payments: list[PaymentFact]) -> tuple[RowLabel, ...]:
    return tuple(RowLabel(each.ref, line.name, each.on, each.amount_fen) for each in payments)


def _charge_labels(reader: Reader, charges: list[ChargeFact]) -> tuple[RowLabel, ...]:
    """Each day's purchases, by the name of its first."""
    names = row_labels(reader, [each.ref for each in charges])
    return tuple(
        RowLabel(each.ref, names[each.ref].name if each.ref in names else "", each.on, each.amount_fen)
        for each in charges
    )
