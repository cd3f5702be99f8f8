"""What a row of the book is called, so that a number can show where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planner.core.facts import RowKind, RowLabel, RowRef
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.lines import line_records
from planner.store.reader import Reader

_QUERIES = {
    RowKind.LINE: "SELECT name, opened_on, NULL FROM credit_line WHERE id = ?",
    RowKind.LIMIT_CHANGE: "SELECT name, on_date, limit_fen FROM limit_change AS c JOIN credit_line AS l"
    " ON l.id = c.line_id WHERE c.id = ?",
    RowKind.STATEMENT: "SELECT name, statement_on, balance_fen FROM line_statement AS s JOIN credit_line AS l"
    " ON l.id = s.line_id WHERE s.id = ?",
    RowKind.LOAN: "SELECT name, drawn_on, principal_fen FROM loan WHERE id = ?",
    RowKind.REPAYMENT: "SELECT coalesce(loan.name, line.name), paid_on, amount_fen FROM repayment AS r"
    " LEFT JOIN loan ON loan.id = r.loan_id LEFT JOIN credit_line AS line ON line.id = r.line_id WHERE r.id = ?",
    RowKind.OVERDUE: "SELECT coalesce(loan.name, line.name, ''), due_on, NULL FROM reported_overdue AS o"
    " LEFT JOIN loan ON loan.id = o.loan_id LEFT JOIN credit_line AS line ON line.id = o.line_id WHERE o.id = ?",
    RowKind.APPLICATION: "SELECT lender_name, applied_on, NULL FROM application WHERE id = ?",
    RowKind.PROFILE: "SELECT '', since, income_fen FROM profile WHERE id = ?",
    RowKind.TRANSACTION: "SELECT trim(counterparty || ' ' || description), substr(happened_at, 1, 10), amount_fen"
    " FROM transaction_row WHERE id = ?",
    RowKind.CASH_BALANCE: "SELECT name, on_date, balance_fen FROM cash_balance AS b JOIN cash_account AS a"
    " ON a.id = b.account_id WHERE b.id = ?",
}


def row_labels(
    reader: Reader, refs: Iterable[RowRef], *, loans: Sequence[LoanRecord] | None = None
) -> dict[RowRef, RowLabel]:
    """The labels of rows, in the order asked for; a row that is not in the book any more has none. `loans` are those of
    all days, where the caller has them."""
    wanted = dict.fromkeys(refs)
    of_loans = {ref.id for ref in wanted if ref.kind is RowKind.DUE}
    instalments: dict[RowRef, RowLabel] = {}
    for record in (loan_records(reader) if loans is None else loans) if of_loans else ():
        for each in record.course.instalments if record.id in of_loans else ():
            ref = RowRef(RowKind.DUE, record.id, each.row.number)
            if ref in wanted:
                instalments[ref] = RowLabel(ref, record.name, each.row.due_on, each.row.payment_fen)
    computed = _computed_statements(reader, [ref for ref in wanted if ref.kind is RowKind.LINE and ref.number])
    labels = {ref: instalments.get(ref) or computed.get(ref) or _label(reader, ref) for ref in wanted}
    return {ref: label for ref, label in labels.items() if label is not None}


def _computed_statements(reader: Reader, refs: Sequence[RowRef]) -> dict[RowRef, RowLabel]:
    """The statements that follow from a contract, each as a day before the next one knows it."""
    found: dict[RowRef, RowLabel] = {}
    until = max((date(ref.number // 10_000, ref.number // 100 % 100, ref.number % 100) for ref in refs), default=None)
    for record in () if until is None else line_records(reader, until=until):
        for each in record.fact.statements:
            if each.ref in refs:
                found[each.ref] = RowLabel(each.ref, record.fact.name, each.on, each.balance_fen)
    return found


def _label(reader: Reader, ref: RowRef) -> RowLabel | None:
    row = reader.one(_QUERIES[ref.kind], ref.id) if ref.kind in _QUERIES else None
    return None if row is None else RowLabel(ref, row[0], date.fromisoformat(row[1]), row[2])
