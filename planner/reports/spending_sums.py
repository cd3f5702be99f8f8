"""What was spent, month by month and category by category: in the books' rows, less what was given back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.calendar import add_months
from planner.core.categories import INTEREST_AND_FEES, OTHER
from planner.core.spending import TOLD_BY_ORDERS, Netting, Order, Refund, RefundUse, net_refunds, told_refund
from planner.core.statement_rows import RowClass
from planner.reports.courses import loan_records
from planner.store.reader import Reader

MONTHS = 12


@dataclass(frozen=True, slots=True)
class CategoryName:
    """A category: `key` of those that come with the program, `name` of the user's own."""

    id: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RefundLinks:
    """Every refund of the book and every row that one names or that says of itself what came back, with what lowers
    what."""

    orders: tuple[Order, ...]
    refunds: tuple[Refund, ...]
    netting: Netting


@dataclass(frozen=True, slots=True)
class MonthSums:
    """One month in fen. `by_category` is (category id, spent), the id in rising order; they sum to `spent_fen`.

    `loan_cost_fen` is what repayments paid beyond principal; no part of `spent_fen`. `interest_and_fees_fen` is that
    and the spending of the category of this name.
    """

    first_day: date
    by_category: tuple[tuple[int, int], ...]
    spent_fen: int
    loan_cost_fen: int
    interest_and_fees_fen: int


@dataclass(frozen=True, slots=True)
class SpendingCourse:
    """Months in order of time, and the names of all categories."""

    months: tuple[MonthSums, ...]
    categories: tuple[CategoryName, ...]


def spending_by_month(reader: Reader, *, until: date, months: int = MONTHS) -> SpendingCourse:
    """The whole months up to that of `until`: what was spent by category, and interest and fees.

    Spent is, of every month, the sum over its rows of spending of their amount less the refunds of that order
    (`core.spending.net_refunds`), less the refunds of the month whose order is not in the book. A month or category
    can fall below zero only by the latter. Repayments, loans paid out, transfers and income never count; a row
    without a category counts as other.
    """
    last = until.replace(day=1)
    first, end = add_months(last, 1 - months), add_months(last, 1)
    names = category_names(reader)
    other = next(each.id for each in names if each.key == OTHER)
    interest = next(each.id for each in names if each.key == INTEREST_AND_FEES)
    sums: defaultdict[tuple[str, int], int] = defaultdict(int)
    for month, category, fen in reader.rows(
        "SELECT substr(happened_at, 1, 7) AS month, coalesce(category_id, ?), sum(amount_fen) FROM transaction_row"
        " WHERE row_class = 'OUT' AND happened_at >= ? AND happened_at < ? AND amount_fen > 0 GROUP BY 1, 2",
        other, first.isoformat(), end.isoformat(),
    ):  # fmt: skip
        sums[month, category] += fen
    for month, own, fen in _lowered(refund_links(reader)):
        sums[month, other if own is None else own] -= fen
    costs = loan_costs(reader, first=first, end=end)
    found = []
    for each in (add_months(first, at) for at in range(months)):
        key = f"{each:%Y-%m}"
        parts = tuple((name.id, sums[key, name.id]) for name in names if sums.get((key, name.id)))
        cost = costs.get(key, 0)
        found.append(MonthSums(each, parts, sum(fen for _, fen in parts), cost, cost + sums.get((key, interest), 0)))
    return SpendingCourse(tuple(found), names)


def category_names(reader: Reader) -> tuple[CategoryName, ...]:
    """All categories, those of the program first."""
    return tuple(CategoryName(*row) for row in reader.rows("SELECT id, key, name FROM category ORDER BY id"))


def refund_links(reader: Reader) -> RefundLinks:
    """All refunds of the book against their orders; reads the table once, and not at all without refunds."""
    # in order of time SQLite would take the index of times and then fetch every row by itself
    found = reader.rows(
        "SELECT id, order_id, coalesce(amount_fen, 0), coalesce(happened_at, ''), category_id, credit_product,"
        " batch_id, counterparty FROM transaction_row INDEXED BY ix_transaction_row_refund"
        " WHERE row_class = 'N_refund' ORDER BY happened_at, id"
    )
    feeds = dict(reader.rows("SELECT id, provider FROM import_batch")) if found else {}
    refunds = tuple(
        Refund(row[0], row[1], row[2], row[3], row[4], row[5], feeds.get(row[6], ""), row[7]) for row in found
    )
    named = any(refund.order_id for refund in refunds)
    told = any(refund.feed in TOLD_BY_ORDERS for refund in refunds)
    orders = _orders(reader, feeds, told=told) if named or told else ()
    return RefundLinks(orders, refunds, net_refunds(orders, refunds))


def _orders(reader: Reader, feeds: Mapping[int, str], *, told: bool) -> tuple[Order, ...]:
    """The rows that refunds name, and where that is asked for those of which the status says what came back."""
    or_told = " OR row_class = 'N_refunded_order' OR (row_class = 'OUT' AND status LIKE '已退款%')" if told else ""
    rows = reader.rows(
        "SELECT id, native_id, row_class, coalesce(amount_fen, 0), coalesce(happened_at, ''), category_id,"
        " credit_product, status, batch_id, counterparty FROM transaction_row NOT INDEXED"
        " WHERE row_class <> 'N_refund' AND (native_id IN"
        f" (SELECT order_id FROM transaction_row WHERE row_class = 'N_refund' AND order_id <> ''){or_told})"
        " ORDER BY happened_at, id"
    )
    orders = []
    for row in rows:
        row_class, feed = RowClass(row[2]), feeds.get(row[8], "")
        told_fen = told_refund(row_class, row[7], row[3]) if feed in TOLD_BY_ORDERS else 0
        orders.append(Order(row[0], row[1], row_class, row[3], row[4], row[5], row[6], told_fen, feed, row[9]))
    return tuple(orders)


def loan_costs(reader: Reader, *, first: date, end: date) -> dict[str, int]:
    """What the repayments from `first` to before `end` paid beyond principal (fen), by month as `2026-11`."""
    costs: defaultdict[str, int] = defaultdict(int)
    for record in loan_records(reader, until=end - timedelta(days=1)):
        for each in record.course.allocations:
            if first <= each.repayment.paid_on < end:
                costs[f"{each.repayment.paid_on:%Y-%m}"] += each.cost_fen
    for month, fen in reader.rows(
        "SELECT substr(paid_on, 1, 7), sum(penalty_fen) FROM repayment"
        " WHERE line_id IS NOT NULL AND paid_on >= ? AND paid_on < ? GROUP BY 1",
        first.isoformat(), end.isoformat(),
    ):  # fmt: skip
        costs[month] += fen
    return dict(costs)


def _lowered(links: RefundLinks) -> list[tuple[str, int | None, int]]:
    """(month, category, fen) of all that refunds take off: at their order, or where they stand."""
    refunded, uses = links.netting.refunded, links.netting.uses
    found = [
        (order.happened_at[:7], order.category_id, refunded[order.id]) for order in links.orders if order.id in refunded
    ]
    found += [
        (refund.happened_at[:7], refund.category_id, refund.amount_fen)
        for refund in links.refunds
        if uses[refund.id] is RefundUse.MONTH
    ]
    return found
