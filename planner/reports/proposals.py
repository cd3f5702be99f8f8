"""What statements propose to the book: repayments to settle, loans paid out, rows that may be one movement, and
repayments that failed. Before an import for one file, and after it for the whole book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from planner.core.debt_matching import DebtProposal, DebtRow, EnteredPayment, debt_proposals
from planner.core.debt_targets import Fit, LineDebt, LoanDebt
from planner.core.facts import LineKind, RowKind, RowRef
from planner.core.row_pairs import Link, PairProposal, PairRow, bank_words, row_pairs
from planner.core.statement_rows import AccountKind, DebtKind, LinkKind, RowClass, RowState, Statement, StatementRow
from planner.reports.courses import LoanRecord, loan_records
from planner.reports.feeds import failed_payments
from planner.reports.lines import LineRecord, line_records
from planner.store.reader import Reader

_CARD = "credit_card"
_DAYS_AROUND = timedelta(days=4)
_FAILED_DAYS = 60
_COLUMNS = (
    "t.id, coalesce(b.provider, ''), coalesce(b.generation, ''), coalesce(b.account_kind, 'app'), t.account,"
    " t.row_class, t.happened_at, t.amount_fen, t.direction, t.counterparty, t.description, t.method, t.debt,"
    " t.product"
)


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row of a statement as a proposal shows it; fen."""

    id: int
    provider: str
    file_name: str
    happened_at: datetime
    fen: int
    row_class: RowClass
    counterparty: str
    description: str
    method: str
    product: str


@dataclass(frozen=True, slots=True)
class FailedRow:
    """Tries of a repayment that failed and were not made good: how often, from which day to which."""

    row: SeenRow
    first_on: date
    last_on: date
    times: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is open, each kind in order of time; `rows` are all rows that are named, by id."""

    today: date
    debts: tuple[DebtProposal, ...]
    drawdowns: tuple[DebtProposal, ...]
    pairs: tuple[PairProposal, ...]
    failed: tuple[FailedRow, ...]
    rows: Mapping[int, SeenRow]

    @property
    def sure(self) -> int:
        """How many are exact and alone."""
        return sum(each.sure for each in (*self.debts, *self.drawdowns)) + sum(each.sure for each in self.pairs)


@dataclass(frozen=True, slots=True)
class FileMatches:
    """What the new rows of a file would meet in the book and in the file itself, by their keys: the debt a row settles
    or paid out, and the rows that may be the same movement as another."""

    debts: Mapping[str, DebtProposal]
    pairs: Mapping[str, PairProposal]


def open_proposals(reader: Reader, *, today: date) -> Proposals:
    """All that the rows of the book propose and nobody decided on.

    A repayment to a pay-later line counts there by its product alone (`reports.feeds`) and is proposed only where a
    loan under it fits exactly, or it was entered.
    """
    rows = _debt_rows(reader)
    pairs = row_pairs(_pair_rows(reader), _links(reader))
    second = {each.other.id for each in pairs if each.kind.link is LinkKind.DUPLICATE}
    debts = _Debts(reader, today)
    found = debts.proposals([row for row in rows if row.id not in second and row.on <= today])
    failed = _failed(reader, today)
    named = {each.row.id for each in found} | {id_ for each in pairs for id_ in (each.row.id, each.other.id)}
    return Proposals(
        today,
        tuple(each for each in found if each.row.kind is DebtKind.REPAYMENT),
        tuple(each for each in found if each.row.kind is DebtKind.DRAWDOWN),
        pairs,
        failed,
        _seen_rows(reader, named),
    )


def file_matches(reader: Reader, *, statement: Statement, states: Sequence[RowState], today: date) -> FileMatches:
    """What the new rows of a file would meet, before it is imported."""
    fresh = [
        (-number, row)
        for number, (row, state) in enumerate(zip(statement.rows, states, strict=True), 1)
        if state is RowState.NEW and row.happened_at is not None and row.amount_fen
    ]
    keys = {number: row.key for number, row in fresh}
    met, second = _pairs_of_file(reader, statement, fresh)
    bank = bank_words(statement.provider)
    owing = [
        each
        for number, row in fresh
        if number not in second and (each := _debt_of_file(number, row, statement, bank)) is not None
    ]
    owing = [row for row in owing if row.on <= today]
    found = _Debts(reader, today).proposals(owing, counted=False) if owing else ()
    return FileMatches({keys[each.row.id]: each for each in found}, {keys[id_]: pair for id_, pair in met.items()})


def _pairs_of_file(
    reader: Reader, statement: Statement, fresh: Sequence[tuple[int, StatementRow]]
) -> tuple[dict[int, PairProposal], set[int]]:
    """The pairs of a file's rows by their numbers, and those of them that would be the second of two."""
    days = [row.happened_at for _, row in fresh if row.happened_at is not None]
    if not days:
        return {}, set()
    around = _pair_rows(reader, min(days) - _DAYS_AROUND, max(days) + _DAYS_AROUND)
    mine = [_pair_of_file(number, row, statement) for number, row in fresh]
    pairs = row_pairs([*around, *mine], _links(reader)) if around else ()
    met: dict[int, PairProposal] = {}
    for pair in pairs:
        for id_ in (pair.other.id, pair.row.id):
            if id_ < 0:
                met.setdefault(id_, pair)
    return met, {each.other.id for each in pairs if each.kind.link is LinkKind.DUPLICATE}


class _Debts:
    """The debts of the book as rows meet them, read once."""

    def __init__(self, reader: Reader, today: date) -> None:
        self._loans = loan_records(reader, until=today)
        self._lines = line_records(reader, until=today)
        self._linked = {row[0] for row in reader.rows("SELECT repayment_id FROM debt_link WHERE repayment_id > 0")}
        self._drawn = {
            RowRef(RowKind.LOAN, row[0]) for row in reader.rows("SELECT loan_id FROM debt_link WHERE loan_id > 0")
        }

    def proposals(self, rows: Sequence[DebtRow], *, counted: bool = True) -> tuple[DebtProposal, ...]:
        """`counted`: a pay-later line counts the rows of its product already."""
        products = {each.product for each in self._lines if each.fact.kind is LineKind.PAY_LATER and each.product}
        lines = [
            _line_debt(each) for each in self._lines if not (counted and each.fact.kind is LineKind.PAY_LATER)
        ]  # fmt: skip
        found = debt_proposals(
            rows, [_loan_debt(each) for each in self._loans], lines, self._entered(), frozenset(self._drawn)
        )
        if not counted:
            return found
        return tuple(
            each
            for each in found
            if each.row.kind is DebtKind.DRAWDOWN
            or each.row.product not in products
            or (each.targets and each.targets[0].fit.strength <= 1 and each.targets[0].fit is not Fit.ENTERED)
        )

    def _entered(self) -> list[EnteredPayment]:
        found = [
            EnteredPayment(paid.id, RowRef(RowKind.LOAN, loan.id), loan.name, loan.product, paid.paid_on,
                           paid.amount_fen)
            for loan in self._loans
            for paid in loan.repayments
            if paid.id not in self._linked
        ]  # fmt: skip
        for line in self._lines:
            product = line.product or (_CARD if line.fact.kind is LineKind.CARD else "")
            found += [
                EnteredPayment(paid.ref.id, line.fact.ref, line.fact.name, product, paid.on, paid.amount_fen)
                for paid in line.fact.payments
                if paid.ref.kind is RowKind.REPAYMENT and paid.ref.id not in self._linked
            ]
        return found


def _loan_debt(record: LoanRecord) -> LoanDebt:
    return LoanDebt(
        RowRef(RowKind.LOAN, record.id), record.name, record.product, record.lender_name, record.terms,
        record.repayments, record.events, record.closed_on, record.workdays, record.agreed,
    )  # fmt: skip


def _line_debt(record: LineRecord) -> LineDebt:
    return LineDebt(record.fact, record.product, record.lender_name)


def _debt_rows(reader: Reader) -> list[DebtRow]:
    """The repayments and drawdowns that nobody decided on."""
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM transaction_row AS t LEFT JOIN import_batch AS b ON b.id = t.batch_id"
        " WHERE t.debt IN ('repayment', 'drawdown') AND t.row_class IN ('N_repayment', 'N_drawdown')"
        " AND t.happened_at IS NOT NULL AND t.amount_fen > 0 AND t.review IS NULL"
        " AND t.id NOT IN (SELECT row_id FROM debt_link)"
    )
    return [
        _debt_row(row[0], DebtKind(row[12]), _moment(row[6]), row[7], row[13], f"{row[9]} {row[10]}", row[4],
                  AccountKind(row[3]), bank_words(row[1]))
        for row in rows
    ]  # fmt: skip


def _debt_row(
    number: int, kind: DebtKind, at: datetime, fen: int, product: str, words: str, account: str, of: AccountKind,
    bank: str,
) -> DebtRow:  # fmt: skip
    """A card's own file is of its bank; a debit account's names its bank's card where it names no other."""
    if of is AccountKind.CARD or (of is AccountKind.DEBIT and product == _CARD and "银行" not in words):
        words = f"{words} {bank}"
    return DebtRow(number, kind, at.date(), fen, product, words, account if of is AccountKind.CARD else "")


def _debt_of_file(number: int, row: StatementRow, statement: Statement, bank: str) -> DebtRow | None:
    if row.debt not in (DebtKind.REPAYMENT, DebtKind.DRAWDOWN) or row.happened_at is None or row.amount_fen is None:
        return None
    words = f"{row.counterparty} {row.description}"
    return _debt_row(
        number, row.debt, row.happened_at, row.amount_fen, row.product, words, row.account, statement.account_kind, bank
    )


def _pair_of_file(number: int, row: StatementRow, statement: Statement) -> PairRow:
    assert row.happened_at is not None
    assert row.amount_fen is not None
    return PairRow(
        number, statement.provider, statement.generation, statement.account_kind, row.account, row.row_class,
        row.happened_at, row.amount_fen, row.direction, f"{row.counterparty} {row.description}", row.method,
    )  # fmt: skip


def _pair_rows(reader: Reader, first: datetime | None = None, last: datetime | None = None) -> list[PairRow]:
    """The rows that may have a second one: of files alone, and none where all files are of one feed."""
    feeds = reader.value("SELECT count(DISTINCT provider || '/' || generation) FROM import_batch")
    if first is None and feeds < 2:
        return []
    rows = reader.rows(
        f"SELECT {_COLUMNS} FROM transaction_row AS t JOIN import_batch AS b ON b.id = t.batch_id"
        " WHERE t.happened_at BETWEEN ? AND ? AND t.amount_fen > 0 AND t.review IS NULL AND t.row_class IN"
        " ('OUT', 'IN', 'N_refund', 'N_repayment', 'N_drawdown', 'N_transfer', 'N_interest', 'N_credit')",
        "" if first is None else first.isoformat(" "), "9999" if last is None else last.isoformat(" "),
    )  # fmt: skip
    return [
        PairRow(row[0], row[1], row[2], AccountKind(row[3]), row[4], RowClass(row[5]), _moment(row[6]), row[7], row[8],
                f"{row[9]} {row[10]}", row[11])
        for row in rows
    ]  # fmt: skip


def _links(reader: Reader) -> list[Link]:
    return [
        Link(LinkKind(kind), row_id, other_id, bool(confirmed))
        for kind, row_id, other_id, confirmed in reader.rows("SELECT kind, row_id, other_id, confirmed FROM row_link")
    ]


def _failed(reader: Reader, today: date) -> tuple[FailedRow, ...]:
    """The latest failed repayments that were not made good, tries of one product and amount as one."""
    tries: defaultdict[tuple[str, int], list[tuple[date, int]]] = defaultdict(list)
    for each in failed_payments(reader, until=today):
        if each.made_good_on is None and (today - each.on).days <= _FAILED_DAYS:
            tries[each.product, each.amount_fen].append((each.on, each.ref.id))
    rows = _seen_rows(reader, {some[-1][1] for some in tries.values()})
    found = [FailedRow(rows[some[-1][1]], some[0][0], some[-1][0], len(some)) for some in tries.values()]
    return tuple(sorted(found, key=lambda each: (each.last_on, each.row.id), reverse=True))


def _seen_rows(reader: Reader, ids: Iterable[int]) -> dict[int, SeenRow]:
    found: dict[int, SeenRow] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        for row in reader.rows(
            "SELECT t.id, coalesce(b.provider, ''), coalesce(b.file_name, ''), t.happened_at, t.amount_fen,"
            " t.row_class, t.counterparty, t.description, t.method, t.product FROM transaction_row AS t"
            f" LEFT JOIN import_batch AS b ON b.id = t.batch_id WHERE t.id IN ({','.join('?' * len(some))})",
            *some,
        ):
            found[row[0]] = _seen(row)
    return found


def _seen(row: tuple[Any, ...]) -> SeenRow:
    return SeenRow(row[0], row[1], row[2], _moment(row[3]), row[4], RowClass(row[5]), *row[6:])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
