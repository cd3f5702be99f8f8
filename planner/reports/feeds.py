"""What the transactions say of the debts: purchases that raise a pay-later line, repayments to it, failed ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.core.facts import ChargeFact, FailedPaymentFact, PaymentFact, RowKind, RowRef
from planner.core.statement_rows import DebtKind, RowClass
from planner.store.reader import Reader

SAME_PAYMENT_DAYS = 3
"""A repayment entered by hand and one of a statement are one when their amounts agree and no more days lie between."""


@dataclass(frozen=True, slots=True)
class LineFeed:
    """What the transactions say of one line, in order of day."""

    charges: list[ChargeFact] = field(default_factory=list)
    payments: list[PaymentFact] = field(default_factory=list)


def line_feeds(reader: Reader, *, until: date = date.max) -> defaultdict[int, LineFeed]:
    """The purchases and repayments of the transactions up to a day, by the line they belong to: the oldest line of
    the product that is open that day. Transactions of a product without a line belong to none."""
    feeds: defaultdict[int, LineFeed] = defaultdict(LineFeed)
    lines = [
        (
            number,
            product,
            date.fromisoformat(opened_on),
            date.max if closed_on is None else date.fromisoformat(closed_on),
        )
        for number, product, opened_on, closed_on in reader.rows(
            "SELECT id, product, opened_on, closed_on FROM credit_line WHERE kind = 'pay_later' ORDER BY opened_on, id"
        )
    ]
    for product in dict.fromkeys(each[1] for each in lines):
        own = [each for each in lines if each[1] == product]
        for ref, on, fen, row_class in _rows(reader, product, until):
            line = next((each[0] for each in own if each[2] <= on <= each[3]), None)
            if line is None:
                continue
            if row_class is RowClass.N_REPAYMENT:
                feeds[line].payments.append(PaymentFact(ref, on, fen))
            else:
                feeds[line].charges.append(ChargeFact(ref, on, -fen if row_class is RowClass.N_REFUND else fen))
    return feeds


def with_feed(entered: Sequence[PaymentFact], seen: Sequence[PaymentFact]) -> tuple[PaymentFact, ...]:
    """The repayments that were entered and those that statements show, each once, in order of day."""
    left = list(entered)
    found = list(entered)
    for each in seen:
        same = next((own for own in left if own.amount_fen == each.amount_fen and _near(own.on, each.on)), None)
        if same is None:
            found.append(each)
        else:
            left.remove(same)
    return tuple(sorted(found, key=lambda payment: (payment.on, payment.ref.kind, payment.ref.id)))


def failed_payments(reader: Reader, *, until: date) -> tuple[FailedPaymentFact, ...]:
    """The repayments that failed up to a day. One is made good by the first repayment of its product, of its amount
    or more, on its day or later: of a statement, or entered by hand."""
    rows = reader.rows(
        "SELECT id, happened_at, amount_fen, product, debt FROM transaction_row"
        " WHERE debt IN (?, ?) AND happened_at < ? AND amount_fen > 0 ORDER BY happened_at, id",
        DebtKind.REPAYMENT.value, DebtKind.FAILED_REPAYMENT.value, (until + timedelta(days=1)).isoformat()
        if until < date.max else "9999",
    )  # fmt: skip
    entered = reader.rows(
        "SELECT repayment.id, paid_on, amount_fen, coalesce(loan.product, line.product) FROM repayment"
        " LEFT JOIN loan ON loan.id = loan_id LEFT JOIN credit_line AS line ON line.id = repayment.line_id"
        " WHERE paid_on <= ? AND coalesce(loan.product, line.product) <> ''",
        until.isoformat(),
    )
    paid = [row for row in rows if row[4] == DebtKind.REPAYMENT]
    # the hour of an entered one is not known: it counts after all of its day
    paid += [(number, f"{day}~", fen, product) for number, day, fen, product in entered]
    paid.sort(key=lambda row: str(row[1]))
    found = []
    for number, at, fen, product, debt in rows:
        if debt == DebtKind.FAILED_REPAYMENT:
            good = next((row[1] for row in paid if row[1] >= at and row[3] == product and row[2] >= fen), None)
            ref = RowRef(RowKind.TRANSACTION, number)
            found.append(FailedPaymentFact(ref, _day(at), fen, product, None if good is None else _day(good)))
    return tuple(found)


def _rows(reader: Reader, product: str, until: date) -> list[tuple[RowRef, date, int, RowClass]]:
    """Purchases, refunds and repayments of a product, in order of time."""
    end = "9999" if until == date.max else (until + timedelta(days=1)).isoformat()
    rows = reader.rows(
        "SELECT id, happened_at, amount_fen, row_class FROM transaction_row"
        " WHERE credit_product = ? AND credit_product <> '' AND happened_at < ? AND amount_fen > 0"
        " UNION ALL SELECT id, happened_at, amount_fen, row_class FROM transaction_row"
        " WHERE debt = ? AND debt IS NOT NULL AND product = ? AND happened_at < ? AND amount_fen > 0"
        " ORDER BY 2, 1",
        product, end, DebtKind.REPAYMENT.value, product, end,
    )  # fmt: skip
    return [(RowRef(RowKind.TRANSACTION, row[0]), _day(row[1]), row[2], RowClass(row[3])) for row in rows]


def _near(one: date, other: date) -> bool:
    return abs((one - other).days) <= SAME_PAYMENT_DAYS


def _day(happened_at: str) -> date:
    return date.fromisoformat(happened_at[:10])
