"""The transactions of one month, or of a search, and what a month sums to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from planner.core.calendar import add_months
from planner.core.categories import INTEREST_AND_FEES, OTHER
from planner.core.errors import PlannerError
from planner.core.money import parse_amount
from planner.core.spending import SPENDING, RefundUse, scene_of
from planner.core.statement_rows import CNY, DebtKind, ReviewReason, RowClass, Scene
from planner.reports.spending_sums import CategoryName, RefundLinks, category_names, loan_costs, refund_links
from planner.store.reader import Reader

MOST_FOUND = 500


class Kind(StrEnum):
    """What a list is narrowed to."""

    SPENDING = "spending"
    INCOME = "income"
    REFUNDS = "refunds"
    DEBTS = "debts"
    TO_REVIEW = "to_review"


_OF_KIND = {
    Kind.SPENDING: frozenset({RowClass.OUT}),
    Kind.INCOME: frozenset({RowClass.IN, RowClass.N_INTEREST}),
    Kind.REFUNDS: frozenset({RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER}),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list; `amount_fen` has no sign, the class says which way it went.

    `refunded_fen` of a row of spending was given back, in whatever month; `net_fen` is the rest, and the amount of
    every other row. `refund_use` says of a refund what it lowers. `scene` is the user's word where `scene_by_user`
    says so, else what the row's words say. Own rows come from no statement.
    """

    id: int
    happened_at: datetime | None
    row_class: RowClass
    amount_fen: int | None
    refunded_fen: int
    net_fen: int | None
    refund_use: RefundUse | None
    counterparty: str
    description: str
    category_id: int | None
    category_key: str
    category_name: str
    category_by_user: bool
    scene: Scene | None
    scene_by_user: bool
    method: str
    credit_product: str
    provider: str
    own: bool
    status: str
    note: str
    debt: DebtKind | None
    review: ReviewReason | None
    line: int
    raw: str
    currency: str = CNY
    foreign_hundredths: int | None = None
    """What moved in another currency; its fen are known only where the user typed them in."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list is narrowed to; None is no limit. `without_scene` asks for rows whose scene is not known."""

    category_id: int | None = None
    kind: Kind | None = None
    scene: Scene | None = None
    without_scene: bool = False

    def keeps(self, entry: Entry) -> bool:
        """A row belongs to the list."""
        if self.category_id is not None and (entry.category_id != self.category_id or entry.row_class not in SPENDING):
            return False
        if self.kind is Kind.TO_REVIEW and entry.review is None:
            return False
        if self.kind is Kind.DEBTS and entry.debt is None:
            return False
        if self.kind in _OF_KIND and entry.row_class not in _OF_KIND[self.kind]:
            return False
        if self.without_scene:
            return entry.scene is None and entry.row_class in SPENDING
        return self.scene is None or entry.scene is self.scene


@dataclass(frozen=True, slots=True)
class MonthOfSpending:
    """A month's rows, newest first, and its sums in fen.

    `spent_fen` is net: of every row of spending its amount less its refunds, less the refunds of the month whose
    order is not in the book (`core.spending`); `by_category` are its parts. `gross_fen` is before refunds.
    `refunded_fen` is what refunds lowered it by: gross − refunded = spent. `refunded_aside_fen` came back in the month
    for orders that never counted, each refund once. `repaid_fen` is no spending;
    `loan_cost_fen` is what recorded repayments paid beyond principal, `interest_and_fees_fen` that and the spending
    of the category of this name. `earliest` and `latest` are of all rows with a time; `any_rows` counts the others too.
    """

    first_day: date
    entries: tuple[Entry, ...]
    by_category: tuple[tuple[int, int], ...]
    spent_fen: int
    gross_fen: int
    received_fen: int
    refunded_fen: int
    refunded_aside_fen: int
    repaid_fen: int
    loan_cost_fen: int
    interest_and_fees_fen: int
    categories: tuple[CategoryName, ...]
    earliest: date | None
    latest: date | None
    any_rows: bool
    foreign_rows: int = 0
    """Rows of the month in other currencies that are in no sum."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, newest first, of `count` in all."""

    entries: tuple[Entry, ...]
    count: int


def month_of_spending(reader: Reader, *, month: date) -> MonthOfSpending:
    """The rows of the month that `month` lies in, what they sum to, and the span of months that have any."""
    first = month.replace(day=1)
    end = add_months(first, 1)
    links, names = refund_links(reader), category_names(reader)
    rows = reader.rows(
        f"{_SELECT} WHERE happened_at >= ? AND happened_at < ? ORDER BY happened_at DESC, row.id DESC",
        first.isoformat(), end.isoformat(),
    )  # fmt: skip
    entries = tuple(_entry(row, links) for row in rows)
    parts = _by_category(entries, names)
    interest = next(each.id for each in names if each.key == INTEREST_AND_FEES)
    cost = loan_costs(reader, first=first, end=end).get(f"{first:%Y-%m}", 0)
    earliest, latest = reader.rows(
        "SELECT (SELECT min(happened_at) FROM transaction_row), (SELECT max(happened_at) FROM transaction_row)"
    )[0]
    return MonthOfSpending(
        first_day=first,
        entries=entries,
        by_category=tuple(sorted((category, fen) for category, fen in parts.items() if fen)),
        spent_fen=sum(parts.values()),
        gross_fen=_sum(entries, RowClass.OUT),
        received_fen=_sum(entries, RowClass.IN) + _sum(entries, RowClass.N_INTEREST),
        refunded_fen=_sum(entries, RowClass.OUT) - sum(parts.values()),
        refunded_aside_fen=sum(each.amount_fen or 0 for each in entries if each.refund_use is RefundUse.NOTHING),
        repaid_fen=_sum(entries, RowClass.N_REPAYMENT),
        loan_cost_fen=cost,
        interest_and_fees_fen=cost + parts.get(interest, 0),
        categories=names,
        earliest=None if earliest is None else date.fromisoformat(earliest[:10]),
        latest=None if latest is None else date.fromisoformat(latest[:10]),
        any_rows=bool(reader.value("SELECT EXISTS (SELECT 1 FROM transaction_row)")),
        foreign_rows=sum(each.currency != CNY and each.amount_fen is None for each in entries),
    )


def search_spending(reader: Reader, *, words: str, narrowed: Narrowed, most: int = MOST_FOUND) -> Found:
    """The rows of the whole book that hold every one of the words (in payee, text or note, or as their amount),
    newest first, those without a time last; at most `most` of them."""
    where, values = _where(words, narrowed)
    links = refund_links(reader)
    found: list[Entry] = []
    count = 0
    # only the rows say their scene: they are all looked at, and the first are kept
    for row in reader.each(f"{_SELECT} WHERE {where} ORDER BY happened_at DESC, row.id DESC", *values):
        if len(found) >= most and narrowed.scene is None and not narrowed.without_scene:
            count += 1
            continue
        entry = _entry(row, links)
        if narrowed.keeps(entry):
            count += 1
            if len(found) < most:
                found.append(entry)
    return Found(tuple(found), count)


def entry_of(reader: Reader, *, row_id: int) -> Entry | None:
    """One row; None when it is not in the book."""
    row = reader.one(f"{_SELECT} WHERE row.id = ?", row_id)
    return None if row is None else _entry(row, refund_links(reader))


def spent_in(entries: Sequence[Entry]) -> int:
    """What the rows sum to as spending (fen): orders less their refunds, less the refunds without an order. The rows
    of a month parted by category, or by scene, sum to the month."""
    return sum(counted_fen(entry) for entry in entries)


def month_of_row(reader: Reader, *, row_id: int) -> date | None:
    """The first day of the month a row lies in; None for one that has no time or is not in the book."""
    at = reader.value("SELECT happened_at FROM transaction_row WHERE id = ?", row_id)
    return None if at is None else date.fromisoformat(at[:10]).replace(day=1)


_SELECT = (
    "SELECT row.id, happened_at, row_class, amount_fen, counterparty, description, category_id,"
    " coalesce(category.key, ''), coalesce(category.name, ''), category_by_user, scene, method, credit_product,"
    " coalesce(provider, ''), batch_id IS NULL, status, note, debt, review, line, raw, provider_category,"
    " row.currency, row.foreign_hundredths"
    " FROM transaction_row AS row LEFT JOIN import_batch AS batch ON batch.id = batch_id"
    " LEFT JOIN category ON category.id = category_id"
)


def _entry(row: tuple[Any, ...], links: RefundLinks) -> Entry:
    row_class = RowClass(row[2])
    refunded = links.netting.refunded.get(row[0], 0) if row_class is RowClass.OUT else 0
    scene = None if row[10] is None else Scene(row[10])
    if scene is None and row_class in SPENDING:
        scene = scene_of(row[13], row[11], row[4], row[5], row[21])
    return Entry(
        id=row[0],
        happened_at=None if row[1] is None else datetime.fromisoformat(row[1]),
        row_class=row_class,
        amount_fen=row[3],
        refunded_fen=refunded,
        net_fen=None if row[3] is None else row[3] - refunded,
        refund_use=links.netting.uses.get(row[0]),
        counterparty=row[4],
        description=row[5],
        category_id=row[6],
        category_key=row[7],
        category_name=row[8],
        category_by_user=bool(row[9]),
        scene=scene,
        scene_by_user=row[10] is not None,
        method=row[11],
        credit_product=row[12],
        provider=row[13],
        own=bool(row[14]),
        status=row[15],
        note=row[16],
        debt=None if row[17] is None else DebtKind(row[17]),
        review=None if row[18] is None else ReviewReason(row[18]),
        line=row[19],
        raw=row[20],
        currency=row[22],
        foreign_hundredths=row[23],
    )


def _by_category(entries: Sequence[Entry], names: Sequence[CategoryName]) -> dict[int, int]:
    """What was spent by category: orders less their refunds, less the refunds without an order."""
    other = next(each.id for each in names if each.key == OTHER)
    parts: defaultdict[int, int] = defaultdict(int)
    for entry in entries:
        if counted := counted_fen(entry):
            parts[other if entry.category_id is None else entry.category_id] += counted
    return dict(parts)


def counted_fen(entry: Entry) -> int:
    """What a row adds to spending (fen); a refund without its order takes off."""
    if entry.row_class is RowClass.OUT:
        return entry.net_fen or 0
    return -(entry.amount_fen or 0) if entry.refund_use is RefundUse.MONTH else 0


def _sum(entries: Sequence[Entry], row_class: RowClass) -> int:
    return sum(entry.amount_fen or 0 for entry in entries if entry.row_class is row_class)


def _where(words: str, narrowed: Narrowed) -> tuple[str, list[Any]]:
    """The condition that rows hold the words, as far as it can be told in SQL; `Narrowed.keeps` says the rest."""
    parts, values = ["1"], list[Any]()
    for word in words.split():
        pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        either = [f"{column} LIKE ? ESCAPE '\\'" for column in ("counterparty", "description", "note")]
        values += [pattern] * len(either)
        fen = _amount(word)
        if fen is not None:
            either.append("amount_fen = ?")
            values.append(fen)
        parts.append(f"({' OR '.join(either)})")
    if narrowed.category_id is not None:
        parts.append("category_id = ? AND row_class IN ('OUT', 'N_refund')")
        values.append(narrowed.category_id)
    if narrowed.kind is Kind.TO_REVIEW:
        parts.append("review IS NOT NULL")
    elif narrowed.kind is Kind.DEBTS:
        parts.append("debt IS NOT NULL")
    elif narrowed.kind is not None:
        classes = sorted(_OF_KIND[narrowed.kind])
        parts.append(f"row_class IN ({', '.join('?' * len(classes))})")
        values += classes
    return " AND ".join(parts), values


def _amount(word: str) -> int | None:
    try:
        return abs(parse_amount(word))
    except PlannerError:
        return None
