"""Where the numbers of the spending page come from: the sums of a month and of a list, and a month by categories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.facts import RowKind, RowLabel, RowRef
from planner.core.spending import RefundUse
from planner.core.statement_rows import RowClass
from planner.i18n import tr
from planner.reports.spending import Entry, MonthOfSpending, counted_fen
from planner.reports.spending_sums import CategoryName, MonthSums
from planner.ui.spending.layers import words_of
from planner.ui.widgets.origin import Input, Source
from planner.wording.amounts import amount, month_name, titled, yuan


def spent_source(view: MonthOfSpending) -> Source:
    """What was spent in a month, after refunds, by category."""
    names = {each.id: words_of(each) for each in view.categories}
    parts = sorted(view.by_category, key=lambda part: -part[1])
    formula = f"{amount(view.gross_fen)} − {amount(view.refunded_fen)} = {amount(view.spent_fen)}"
    return Source(
        titled(f"{tr('Spent')} · {month_name(view.first_day)}", yuan(view.spent_fen)),
        (
            tr("Purchases less their refunds. Repayments, loans paid out, transfers and income never count."),
            tr("A refund lowers its order, in the month and category of that."),
        ),
        rows=_labels([(each, counted_fen(each)) for each in view.entries]),
        sum_fen=view.spent_fen,
        formulas=(titled(tr("Before refunds − refunds"), formula),),
        inputs=tuple(Input(names[number], amount(fen)) for number, fen in parts),
    )


def received_source(view: MonthOfSpending) -> Source:
    """The income of a month."""
    rows = [
        (each, each.amount_fen or 0) for each in view.entries if each.row_class in (RowClass.IN, RowClass.N_INTEREST)
    ]
    words = tr("Rows of the month that are income or yield. Loans paid out and refunds are none.")
    return _sum_of(tr("Income"), view, words, rows, view.received_fen)


def refunded_source(view: MonthOfSpending) -> Source:
    """What refunds lowered the spending of a month by: of its orders, whenever they came, and of the month's own."""
    rows = [(each, each.refunded_fen) for each in view.entries if each.refunded_fen]
    rows += [(each, each.amount_fen or 0) for each in view.entries if each.refund_use is RefundUse.MONTH]
    words = tr("What was given back of the month's orders, whenever that was, and refunds of the month whose order is"
               " not in the book.")  # fmt: skip
    return _sum_of(tr("Refunds"), view, words, rows, view.refunded_fen)


def aside_source(view: MonthOfSpending) -> Source:
    """What came back for orders that never counted."""
    rows = [(each, each.amount_fen or 0) for each in view.entries if each.refund_use is RefundUse.NOTHING]
    words = tr("It lowers nothing: the order was given back whole, and does not count as spent.")
    return _sum_of(tr("Refunds of orders that never counted"), view, words, rows, view.refunded_aside_fen)


def repaid_source(view: MonthOfSpending) -> Source:
    """The repayments that the month's statements have."""
    rows = [(each, each.amount_fen or 0) for each in view.entries if each.row_class is RowClass.N_REPAYMENT]
    words = tr("Rows of the month that repay a debt, as the files have them. They are no spending.")
    return _sum_of(tr("Repayments in statements"), view, words, rows, view.repaid_fen)


def interest_source(view: MonthOfSpending, repayments: tuple[RowLabel, ...]) -> Source:
    """Interest and fees: those inside recorded repayments, and the spending of the category of this name."""
    own = view.interest_and_fees_fen - view.loan_cost_fen
    key = next((each.id for each in view.categories if each.key == "interest_and_fees"), None)
    entries = [(each, counted_fen(each)) for each in view.entries if key is not None and each.category_id == key]
    formula = f"{amount(view.loan_cost_fen)} + {amount(own)} = {amount(view.interest_and_fees_fen)}"
    return Source(
        titled(f"{tr('Interest and fees')} · {month_name(view.first_day)}", yuan(view.interest_and_fees_fen)),
        (
            tr("What recorded repayments paid beyond principal, penalties included, and spending of this category."),
            tr("The part inside repayments is not in what was spent."),
        ),
        rows=(*repayments, *_labels(entries)),
        sum_fen=view.interest_and_fees_fen,
        formulas=(titled(tr("Inside repayments + spending"), formula),),
    )


def listed_source(entries: Sequence[Entry]) -> Source:
    """What the rows of a list sum to as spending."""
    rows = [(each, counted_fen(each)) for each in entries]
    total = sum(fen for _, fen in rows)
    words = tr("The rows in the list that count as spending: purchases less their refunds, less refunds whose order is"
               " not in the book.")  # fmt: skip
    return Source(titled(tr("Spent in these rows"), yuan(total)), (words,), rows=_labels(rows), sum_fen=total)


def month_source(row: MonthSums, categories: Sequence[CategoryName]) -> Source:
    """A month of the year's chart by categories."""
    names = {each.id: words_of(each) for each in categories}
    parts = sorted(row.by_category, key=lambda part: -part[1])
    formula = " + ".join(amount(fen) for _, fen in parts) or amount(0)
    return Source(
        titled(f"{tr('Spent')} · {month_name(row.first_day)}", yuan(row.spent_fen)),
        (
            tr("By category, each after its refunds. The list below the chart has the rows of the month."),
            tr("Interest and fees inside repayments stand beside it and are not in what was spent."),
        ),
        formulas=(f"{formula} = {amount(row.spent_fen)}",),
        inputs=(
            *(Input(names[number], amount(fen)) for number, fen in parts),
            Input(tr("Interest inside repayments"), amount(row.loan_cost_fen), tr("beside it")),
        ),
    )


def _sum_of(name: str, view: MonthOfSpending, words: str, rows: Sequence[tuple[Entry, int]], total_fen: int) -> Source:
    title = titled(f"{name} · {month_name(view.first_day)}", yuan(total_fen))
    return Source(title, (words,), rows=_labels(rows), sum_fen=total_fen)


def _labels(rows: Sequence[tuple[Entry, int]]) -> tuple[RowLabel, ...]:
    """The rows that count for anything, with what each counts for."""
    return tuple(
        RowLabel(
            RowRef(RowKind.TRANSACTION, each.id),
            " ".join(part for part in (each.counterparty, each.description) if part),
            date.min if each.happened_at is None else each.happened_at.date(),
            fen,
        )
        for each, fen in rows
        if fen
    )
