"""Where the numbers of the import page come from: the rows of a file by class and state, one row, an import."""

from __future__ import annotations

from planner.core.statement_rows import CNY, DebtKind, RowClass, RowState, StatementRow
from planner.core.statement_sums import StatementSums
from planner.i18n import tr
from planner.reports.explained_rows import BatchSums
from planner.reports.imports import ImportPreview
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import titled, yuan
from planner.wording.currencies import in_currency, not_in_sums
from planner.wording.statements import row_class, row_state
from planner.wording.tables import debt_kind

MOST_RAW = 400


def classes_source(preview: ImportPreview, sums: StatementSums) -> Source:
    """What a file's rows sum to, class by class: each row counts once."""
    spent = sums.classes.get(RowClass.OUT, (0, 0))[1]
    return Source(
        titled(tr("Spent in this file"), yuan(spent)),
        (
            tr("The rows of the class that counts as spending, before refunds. Every row of the file has one class."),
            tr("Choose a kind above the preview to see its rows."),
        ),
        inputs=tuple(_class_input(kind, count, fen) for kind, (count, fen) in sums.classes.items()),
        formulas=(
            _of_file([count for count, _ in sums.classes.values()]),
            *((not_in_sums(sums.foreign_rows),) if sums.foreign_rows else ()),
        ),
    )


def states_source(preview: ImportPreview) -> Source:
    """What an import would do with a file's rows."""
    counts = (
        (RowState.NEW, preview.new),
        (RowState.CHANGED, preview.changed),
        (RowState.KNOWN, preview.known),
        (RowState.TO_REVIEW, preview.to_review),
    )
    return Source(
        titled(tr("Rows of this file"), str(len(preview.states))),
        (tr("A row is known by its own number in the file; the same row is never counted twice."),),
        inputs=tuple(Input(row_state(state), str(count)) for state, count in counts),
        formulas=(_of_file([count for _, count in counts]),),
    )


def debts_source(sums: StatementSums) -> Source:
    """The rows of a file that touch a debt."""
    inputs = []
    for kind in DebtKind:
        found = [each for each in sums.debt_events if each.kind is kind]
        if found:
            whole = sum(each.amount_fen or 0 for each in found)
            inputs.append(Input(debt_kind(kind), str(len(found)), yuan(whole)))
    count = sum(1 for each in sums.debt_events if each.kind is not DebtKind.FAILED_REPAYMENT)
    words = tr("Rows that repay a debt or pay out a loan. They are never counted as spending or income.")
    return Source(titled(tr("Debts touched"), str(count)), (words,), inputs=tuple(inputs))


def row_source(row: StatementRow, state: RowState, meaning: str) -> Source:
    """One row of a file: its line there and its text."""
    raw = row.raw if len(row.raw) <= MOST_RAW else f"{row.raw[:MOST_RAW]}…"
    name = row.counterparty or row.description or tr("Transaction")
    line = tr("line {number} of the file").format(number=row.line)
    return Source(
        titled(name, yuan(row.amount_fen) if row.currency == CNY else in_currency(row.amount_fen, row.currency)),
        tuple(words for words in (meaning, raw) if words),
        inputs=(
            Input(tr("Amount"), in_currency(row.amount_fen, row.currency), line),
            Input(tr("State"), row_state(state)),
        ),
    )


def batch_source(found: BatchSums) -> Source:
    """What an import of the past brought, class by class."""
    return Source(
        titled(found.file_name, tr("{count} rows").format(count=found.rows)),
        (tr("What is in the book of it now, by class. The rest was known already, or was taken out since."),),
        inputs=tuple(_class_input(each.row_class, each.rows, each.amount_fen) for each in found.classes),
        formulas=(
            tr("{new} new + {changed} changed of {rows} rows; {there} are in the book").format(
                new=found.new, changed=found.changed, rows=found.rows, there=found.there
            ),
        ),
    )


def _class_input(kind: RowClass, count: int, fen: int) -> Input:
    return Input(row_class(kind), str(count), yuan(fen))


def _of_file(counts: list[int]) -> str:
    shown = " + ".join(str(count) for count in counts if count) or "0"
    return tr("{parts} = {count} rows of the file").format(parts=shown, count=sum(counts))
