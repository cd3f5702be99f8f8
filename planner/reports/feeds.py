"""What the transactions say of the debts: purchases that raise a pay-later line, repayments to it, failed ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from planner.core.facts import ChargeFact, FailedPaymentFact, PaymentFact, RowKind, RowRef
from planner.core.failed_payments import made_good
from planner.core.spending import RefundUse, net_refunds
from planner.core.statement_rows import DebtKind, RowClass
from planner.reports.spending_sums import refund_links
from planner.store.reader import Reader

SAME_PAYMENT_DAYS = 3
"""A repayment entered by hand and one of a statement are one when their amounts agree and no more days lie between."""
_MOST_PARTS = 12
_GIVEN_BACK = frozenset({RowClass.N_CLOSED, RowClass.N_REFUNDED_ORDER})
"""Orders that were paid and given back whole, where they name what they were paid with: no spending, but debt from the
day of the purchase to that of the refund."""


@dataclass(frozen=True, slots=True)
class LineFeed:
    """What the transactions say of one line, in order of day; `charges` has the purchases less refunds of a day as one
    fact, beside one of its stray refunds.

    `kin` are repayments entered for loans under the line and for others of its product, `others` for anything else:
    parts of a payment that a statement shows whole. `linked` are repayments of the line that the user linked with rows:
    those rows are in no feed, so these stand for no other.
    """

    charges: list[ChargeFact] = field(default_factory=list)
    payments: list[PaymentFact] = field(default_factory=list)
    kin: list[PaymentFact] = field(default_factory=list)
    others: list[PaymentFact] = field(default_factory=list)
    linked: frozenset[int] = field(default=frozenset(), kw_only=True)

    def until(self, day: date) -> LineFeed:
        """What of it is dated on or before a day."""
        return LineFeed(
            [each for each in self.charges if each.on <= day],
            *([each for each in some if each.on <= day] for some in (self.payments, self.kin, self.others)),
            linked=self.linked,
        )


@dataclass(frozen=True, slots=True)
class _Line:
    id: int
    product: str
    opened_on: date
    closed_on: date


@dataclass(frozen=True, slots=True)
class _Move:
    """What a purchase or refund adds to a line: the one its product had on the day of the purchase, `bought_on`."""

    product: str
    on: date
    fen: int
    row_id: int
    bought_on: date
    stray: bool = False


def line_feeds(reader: Reader, *, until: date = date.max) -> dict[int, LineFeed]:
    """The purchases, refunds and repayments of the transactions up to a day, by the line they belong to.

    A purchase belongs to the oldest line of its product that is open that day, a refund to the line of its purchase; a
    repayment, and a refund whose purchase is not in the book, to the open line too, else to the one closed last.
    Transactions of a product without a line belong to none.
    """
    lines = _lines(reader)
    charges: defaultdict[int, dict[tuple[date, bool], tuple[int, int]]] = defaultdict(dict)
    for move in (*_purchases(reader), *_refunds(reader)) if lines else ():
        line = _open_line(lines, move.product, move.bought_on)
        if line is None and move.stray:
            line = _paid_line(lines, move.product, move.on)
        if line is not None:
            row_id, before = charges[line].get((move.on, move.stray), (move.row_id, 0))
            charges[line][move.on, move.stray] = row_id, before + move.fen
    payments: defaultdict[int, list[PaymentFact]] = defaultdict(list)
    for product, paid in _seen(reader) if lines else ():
        line = _paid_line(lines, product, paid.on)
        if line is not None:
            payments[line].append(paid)
    entered, linked = (_entered(reader), _linked(reader)) if payments else ((), frozenset[int]())
    entered = tuple(row for row in entered if row.paid.ref.id not in linked)
    feeds = {}
    for each in lines:
        found = [
            ChargeFact(RowRef(RowKind.TRANSACTION, row_id), on, fen, stray)
            for (on, stray), (row_id, fen) in sorted(charges[each.id].items())
        ]
        elsewhere = [row for row in entered if row.line_id != each.id] if payments[each.id] else []
        kin = [row for row in elsewhere if row.under_id == each.id or row.product == each.product]
        others = [row.paid for row in elsewhere if row not in kin]
        feeds[each.id] = LineFeed(found, payments[each.id], [row.paid for row in kin], others, linked=linked).until(
            until
        )
    return feeds


def with_feed(entered: Sequence[PaymentFact], feed: LineFeed) -> tuple[PaymentFact, ...]:
    """The repayments that were entered for a line and those that statements show, each once, in order of day.

    One of a statement is known where one of its amount was entered within three days, for the line or its kin. What is
    left then is known where parts that were entered on one day within three days come to its amount, at least one of
    them for the line or its kin: a payment that was split over several accounts.
    """
    own, others = [*(each for each in entered if each.ref.id not in feed.linked), *feed.kin], list(feed.others)
    rest = []
    for each in feed.payments:
        same = next((known for known in own if known.amount_fen == each.amount_fen and _near(known.on, each.on)), None)
        if same is None:
            rest.append(each)
        else:
            own.remove(same)
    found = list(entered)
    for each in rest:
        parts = _parts_of(each, own, others)
        if not parts:
            found.append(each)
        own = [known for known in own if known not in parts]
        others = [known for known in others if known not in parts]
    return tuple(sorted(found, key=lambda payment: (payment.on, payment.ref.kind, payment.ref.id)))


def failed_payments(reader: Reader, *, until: date) -> tuple[FailedPaymentFact, ...]:
    """The repayments that failed up to a day. Tries of one product and amount are one, until a repayment of the product
    makes them good (`core.failed_payments`): of a statement, or entered by hand."""
    rows = reader.rows(
        "SELECT id, happened_at, amount_fen, product, debt FROM transaction_row"
        " WHERE debt IN (?, ?) AND happened_at < ? AND amount_fen > 0 AND row_class <> 'N_duplicate'"
        " AND (product <> '' OR id NOT IN (SELECT row_id FROM debt_link)) ORDER BY happened_at, id",
        DebtKind.REPAYMENT.value, DebtKind.FAILED_REPAYMENT.value, (until + timedelta(days=1)).isoformat()
        if until < date.max else "9999",
    )  # fmt: skip
    failed = [row for row in rows if row[4] == DebtKind.FAILED_REPAYMENT]
    if not failed:
        return ()
    paid = [(row[1], row[3], _payment(RowKind.TRANSACTION, row)) for row in rows if row[4] == DebtKind.REPAYMENT]
    # of a row and the repayments linked with it one counts: the row, where it names a product
    linked = _linked(reader, " JOIN transaction_row AS t ON t.id = row_id AND t.product <> ''")
    # the hour of an entered one is not known: it counts after all of its day
    paid += [
        (f"{row.paid.on}~", row.product, row.paid)
        for row in _entered(reader)
        if row.product and row.paid.on <= until and row.paid.ref.id not in linked
    ]
    # (time, 0 for what failed and 1 for a repayment, product, fen, row): of one moment a repayment comes last
    events = [(row[1], 0, row[3], row[2], row[0]) for row in failed]
    events += [(at, 1, product, each.amount_fen, each.ref.id) for at, product, each in _each_once(paid)]
    good = _made_good(sorted(events))
    return tuple(
        FailedPaymentFact(RowRef(RowKind.TRANSACTION, row[0]), _day(row[1]), row[2], row[3], good.get(row[0]))
        for row in failed
    )


def _each_once(paid: list[tuple[str, str, PaymentFact]]) -> list[tuple[str, str, PaymentFact]]:
    """Repayments (time, product, fact) in order of time without the second of two that are one: entered and imported.
    What comes later never changes what came before, so that a past day is seen as it was."""
    found: list[tuple[str, str, PaymentFact]] = []
    single: list[tuple[str, PaymentFact]] = []
    for at, product, each in sorted(paid, key=lambda row: (row[0], row[2].ref.id)):
        for known in single:
            other = known[1]
            one = (known[0], other.amount_fen) == (product, each.amount_fen) and other.ref.kind is not each.ref.kind
            if one and _near(other.on, each.on):
                single.remove(known)
                break
        else:
            single.append((product, each))
            found.append((at, product, each))
    return found


def _made_good(events: Sequence[tuple[str, int, str, int, int]]) -> dict[int, date]:
    """When each failed row (by its id) went through after all."""
    waiting: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    found: dict[int, date] = {}
    for at, paid, product, fen, row_id in events:
        tries = waiting[product]
        if not paid:
            tries.setdefault(fen, []).append(row_id)
            continue
        amounts = list(tries)
        for number in made_good(amounts, fen):
            found |= dict.fromkeys(tries.pop(amounts[number]), _day(at))
    return found


@dataclass(frozen=True, slots=True)
class _Entered:
    """A repayment that was entered: for the line `line_id`, or for a loan drawn under the line `under_id`."""

    paid: PaymentFact
    line_id: int | None
    under_id: int | None
    product: str


def _entered(reader: Reader) -> tuple[_Entered, ...]:
    rows = reader.rows(
        "SELECT repayment.id, paid_on, amount_fen, repayment.line_id, loan.line_id,"
        " coalesce(loan.product, line.product) FROM repayment LEFT JOIN loan ON loan.id = loan_id LEFT JOIN credit_line"
        " AS line ON line.id = repayment.line_id ORDER BY paid_on, repayment.id"
    )
    return tuple(_Entered(_payment(RowKind.REPAYMENT, row), *row[3:]) for row in rows)


def _linked(reader: Reader, with_rows: str = "") -> frozenset[int]:
    """The repayments that are linked with rows of statements."""
    rows = reader.rows(f"SELECT repayment_id FROM debt_link{with_rows} WHERE repayment_id IS NOT NULL")
    return frozenset(row[0] for row in rows)


def _lines(reader: Reader) -> list[_Line]:
    return [
        _Line(number, product, _day(opened_on), date.max if closed_on is None else _day(closed_on))
        for number, product, opened_on, closed_on in reader.rows(
            "SELECT id, product, opened_on, closed_on FROM credit_line WHERE kind = 'pay_later' AND product <> ''"
            " ORDER BY opened_on, id"
        )
    ]


def _open_line(lines: Iterable[_Line], product: str, on: date) -> int | None:
    return next((each.id for each in lines if each.product == product and each.opened_on <= on <= each.closed_on), None)


def _paid_line(lines: Sequence[_Line], product: str, on: date) -> int | None:
    """The line that money of a day goes to: one can pay a closed one."""
    closed = [each for each in lines if each.product == product and each.closed_on < on]
    last = max(closed, key=lambda each: each.closed_on, default=None)
    return _open_line(lines, product, on) or (None if last is None else last.id)


def _purchases(reader: Reader) -> Iterable[_Move]:
    rows = reader.rows(
        "SELECT credit_product, substr(happened_at, 1, 10), sum(amount_fen), min(id) FROM transaction_row"
        " WHERE credit_product <> '' AND row_class = ? AND amount_fen > 0 AND happened_at IS NOT NULL GROUP BY 1, 2",
        RowClass.OUT.value,
    )
    return [_Move(product, _day(day), fen, row_id, _day(day)) for product, day, fen, row_id in rows]


def _refunds(reader: Reader) -> Iterable[_Move]:
    """What refunds take off the lines their orders were paid with, and what orders that were given back whole had put
    on them: as much as the refunds on record say."""
    links = refund_links(reader)
    orders, refunds = {each.id: each for each in links.orders}, {each.id: each for each in links.refunds}
    given_back = {each.id for each in links.orders if each.row_class in _GIVEN_BACK and each.credit_product}
    netting = links.netting
    if given_back:
        counted = [replace(each, row_class=RowClass.OUT) if each.id in given_back else each for each in links.orders]
        netting = net_refunds(counted, links.refunds)
    found = []
    for refund_id, order_id, fen in netting.parts:
        order, refund = orders[order_id], refunds[refund_id]
        if order.credit_product and order.happened_at and refund.happened_at:
            bought_on = _day(order.happened_at)
            if order_id in given_back:
                found.append(_Move(order.credit_product, bought_on, fen, order_id, bought_on))
            found.append(_Move(order.credit_product, _day(refund.happened_at), -fen, refund_id, bought_on))
    for each in links.refunds:
        if netting.uses[each.id] is RefundUse.MONTH and each.credit_product and each.amount_fen and each.happened_at:
            on = _day(each.happened_at)
            found.append(_Move(each.credit_product, on, -each.amount_fen, each.id, on, stray=True))
    return found


def _seen(reader: Reader) -> list[tuple[str, PaymentFact]]:
    """The repayments of statements, each with its product, in order of time. Those that the user settled count through
    their repayments, and what is said to be of no debt of the book, or counts in another statement, not at all."""
    rows = reader.rows(
        "SELECT id, happened_at, amount_fen, product FROM transaction_row WHERE debt = ? AND debt IS NOT NULL"
        " AND product <> '' AND happened_at IS NOT NULL AND amount_fen > 0 AND row_class <> 'N_duplicate'"
        " AND id NOT IN (SELECT row_id FROM debt_link) ORDER BY substr(happened_at, 1, 10), id",
        DebtKind.REPAYMENT.value,
    )
    return [(row[3], _payment(RowKind.TRANSACTION, row)) for row in rows]


def _parts_of(whole: PaymentFact, own: Sequence[PaymentFact], others: Sequence[PaymentFact]) -> tuple[PaymentFact, ...]:
    """The fewest repayments of one day near that of `whole` that come to its amount, one of `own` among them; the
    nearest day first; none where there are none."""
    days = {each.on for each in own if _near(each.on, whole.on)}
    for day in sorted(days, key=lambda each: (abs((each - whole.on).days), each)):
        mine = [each for each in own if each.on == day]
        parts = [*mine, *(each for each in others if each.on == day)][:_MOST_PARTS]
        for count in range(2, len(parts) + 1):
            for some in combinations(parts, count):
                # the combinations keep the order of the parts, those of `own` first
                if some[0] in mine and sum(each.amount_fen for each in some) == whole.amount_fen:
                    return some
    return ()


def _payment(kind: RowKind, row: Sequence[Any]) -> PaymentFact:
    return PaymentFact(RowRef(kind, row[0]), _day(row[1]), row[2])


def _near(one: date, other: date) -> bool:
    return abs((one - other).days) <= SAME_PAYMENT_DAYS


def _day(happened_at: str) -> date:
    return date.fromisoformat(happened_at[:10])
