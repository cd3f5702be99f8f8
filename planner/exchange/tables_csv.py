"""The book's reports as CSV tables for a spreadsheet: what a row is, how a cell is written, and how files are made.

UTF-8 with a byte order mark and CRLF, so that Excel shows Chinese. Amounts are plain yuan (`1234.56`), shares per cent
(`14.61`), days as in ISO 8601; what is not known is an empty cell.

Text that a spreadsheet would take for a formula, and text that begins with an apostrophe, gets an apostrophe in front.
To read a text cell back, take one apostrophe off its front where there is one (`read_back`).
"""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from pathlib import Path

from planner.core.errors import FileInTheWay
from planner.core.facts import RowKind
from planner.core.money import plain_yuan
from planner.core.scorecard import Contribution
from planner.reports.card_entries import NotedEntry
from planner.reports.dues import Dues
from planner.reports.health import HealthReport
from planner.reports.health_history import HealthHistory
from planner.reports.line_view import LineView
from planner.reports.loans import Accounts, LoanView
from planner.reports.spending import Entry

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What text may not begin with as it stands; spreadsheets of East Asia take the wide forms for the narrow ones."""
Value = str | int | bool | date | datetime | Decimal | Enum | None


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name without the ending, the keys of its columns, and its rows.

    The keys say how a value is written: `…_fen` as yuan, `…_percent` (a fraction) per cent.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The user's words: of a column by its key, of an enum's member or a truth value, of a product by its key, of a
    category by key and own name, of a wallet, of a health factor, its value, and a band."""

    column: Callable[[str], str]
    member: Callable[[Enum | bool], str]
    product: Callable[[str], str]
    category: Callable[[str, str], str]
    provider: Callable[[str], str]
    factor: Callable[[str], str]
    factor_value: Callable[[Contribution], str]
    band: Callable[[str | None], str]
    limit_health: str


def due_table(found: Dues, words: Words) -> Table:
    """What falls due, as the overview lists it."""
    columns = ("due_on", "account", "product", "number", "periods", "open_fen", "minimum_fen", "state", "days_left")
    rows = (
        (each.due_on, each.name, words.product(each.product), each.number or None, each.periods or None,
         each.open_fen, each.minimum_fen, each.state, each.days_left)
        for each in found.rows
    )  # fmt: skip
    return Table("dues", columns, tuple(rows))


def account_table(found: Accounts, words: Words) -> Table:
    """Every line and loan, as the loans page lists it."""
    columns = (
        "kind", "account", "product", "lender", "line_status", "method", "periods", "outstanding_fen", "limit_fen",
        "limit_was_fen", "nominal_percent", "effective_percent", "next_fen", "next_due_on", "next_state", "settled",
        "payoff_fen",
    )  # fmt: skip
    rows = (
        (each.account.kind, each.name, words.product(each.product), each.lender_name, each.line_status, each.method,
         each.periods or None, each.outstanding_fen, each.limit_fen, each.limit_was_fen,
         None if each.cost is None else each.cost.nominal, None if each.cost is None else each.cost.effective,
         each.next_fen, each.next_due_on, each.next_state, each.settled, each.payoff_fen)
        for each in found.rows
    )  # fmt: skip
    return Table("accounts", columns, tuple(rows))


def schedule_table(loans: Iterable[LoanView]) -> Table:
    """Every instalment of every loan."""
    columns = ("account", "number", "due_on", "paid_on", "payment_fen", "principal_fen", "interest_fen", "fee_fen",
               "prepaid_fen", "balance_fen", "open_fen", "waived_fen", "penalty_fen", "own", "state")  # fmt: skip
    rows = (
        (loan.name, each.number, each.due_on, each.paid_on, each.payment_fen, each.principal_fen, each.interest_fen,
         each.fee_fen, each.prepaid_fen, each.balance_fen, each.open_fen, each.waived_fen, each.penalty_fen, each.own,
         each.state)
        for loan in loans
        for each in loan.schedule
    )  # fmt: skip
    return Table("schedules", columns, tuple(rows))


def repayment_table(loans: Iterable[LoanView], lines: Iterable[LineView]) -> Table:
    """Everything paid to loans, with what it paid, and to lines, in order of day."""
    columns = ("paid_on", "kind", "account", "amount_fen", "principal_fen", "interest_fen", "fee_fen", "penalty_fen",
               "prepays", "pays_off", "from_statement", "note")  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (each.paid_on, RowKind.LOAN, loan.name, each.amount_fen, each.principal_fen, each.interest_fen, each.fee_fen,
         each.penalty_fen, each.prepays, each.pays_off, False, each.note)
        for loan in loans
        for each in loan.repayments
    ]  # fmt: skip
    rows += [
        (each.paid_on, RowKind.LINE, line.name, each.amount_fen, None, None, None, None, None, None, each.from_file,
         each.note)
        for line in lines
        for each in reversed(line.payments)
    ]  # fmt: skip
    return Table("repayments", columns, tuple(sorted(rows, key=lambda row: str(row[0]))))


def transaction_table(entries: Sequence[Entry], words: Words) -> Table:
    """Every transaction, the newest first."""
    columns = (
        "happened_at", "row_class", "amount_fen", "refunded_fen", "net_fen", "counterparty", "description", "category",
        "scene", "paid_with", "status", "debt", "review", "provider", "note", "currency", "foreign_amount",
    )  # fmt: skip
    rows = (
        (each.happened_at, each.row_class, each.amount_fen, each.refunded_fen or None, each.net_fen,
         each.counterparty, each.description,
         words.category(each.category_key, each.category_name) if each.category_id is not None else None,
         each.scene, each.method, each.status, each.debt, each.review,
         words.provider(each.provider) if each.provider else None, each.note,
         *((None, None) if each.foreign_hundredths is None else (each.currency, plain_yuan(each.foreign_hundredths))))
        for each in entries
    )  # fmt: skip
    return Table("transactions", columns, tuple(rows))


def limit_table(lines: Iterable[LineView]) -> Table:
    """Every limit of every line, the newest first in each."""
    columns = ("account", "from_day", "limit_fen", "line_status", "reason")
    rows = ((line.name, each.on, each.limit_fen, each.status, each.reason) for line in lines for each in line.limits)
    return Table("limits", columns, tuple(rows))


def card_entry_table(entries: Iterable[NotedEntry]) -> Table:
    """What was noted on cards, the newest first in each."""
    columns = ("account", "posted_on", "entry_kind", "amount_fen", "fee_fen", "periods", "fee_percent", "note")
    rows = (
        (each.line_name, each.entry.posted_on, each.entry.kind, each.entry.amount_fen, each.entry.fee_fen,
         each.entry.instalment.periods if each.entry.instalment else None,
         each.entry.instalment.flat_fee_rate if each.entry.instalment else None, each.note)
        for each in entries
    )  # fmt: skip
    return Table("card_entries", columns, tuple(rows))


def health_table(found: HealthReport, words: Words) -> Table:
    """The points of each factor; the last row is the score, which is what they leave of 100."""
    health = found.health
    rows: list[tuple[Value, ...]] = [
        (health.on, words.factor(each.factor_id), words.factor_value(each), -each.deduct, -each.most, each.known)
        for each in health.contributions
    ]
    value = None if health.score is None else f"{health.low}–{health.high} {words.band(health.band)}"
    rows.append((health.on, words.limit_health, value, health.score, None, health.score is not None))
    return Table("health", ("day", "factor", "value", "points", "most_points", "known"), tuple(rows))


def history_table(found: HealthHistory, words: Words) -> Table:
    """The score at each month's end and today."""
    rows = (
        (each.on, each.score, each.low, each.high, None if each.score is None else words.band(each.band))
        for each in found.points
    )
    return Table("health_history", ("day", "score", "low", "high", "band"), tuple(rows))


def write_tables(folder: Path, tables: Sequence[Table], words: Words) -> tuple[Path, ...]:
    """Writes each table to a file of its name in the folder, made if missing; returns the files.

    All are written under another name first. Raises FileInTheWay, with nothing written, where a file of one of the
    names is there, and OSError where the folder cannot be written; a file is never written over.
    """
    files = [folder / f"{table.name}.csv" for table in tables]
    if any(
        file.parent != folder or file.name != f"{table.name}.csv" for file, table in zip(files, tables, strict=True)
    ):
        raise ValueError([table.name for table in tables])
    for file in files:
        if os.path.lexists(file):
            raise FileInTheWay("folder", file=file)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".part-", dir=folder))
    done: list[Path] = []
    try:
        for file, table in zip(files, tables, strict=True):
            _write(unfinished / file.name, table, words)
        for file in files:
            _take_name(file)
            done.append(file)
            os.replace(unfinished / file.name, file)
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return tuple(files)


def _take_name(file: Path) -> None:
    """Makes an empty file; raises FileInTheWay where somebody was quicker."""
    try:
        file.open("x").close()
    except FileExistsError:
        raise FileInTheWay("folder", file=file) from None


def _write(file: Path, table: Table, words: Words) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow([safe_text(words.column(key)) for key in table.columns])
        for row in table.rows:
            writer.writerow([_cell(key, value, words) for key, value in zip(table.columns, row, strict=True)])


def _cell(key: str, value: Value, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, Enum | bool):
        return safe_text(words.member(value))
    if isinstance(value, int):
        return plain_yuan(value) if key.endswith("_fen") else str(value)
    if isinstance(value, Decimal):
        return str((value * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)) if key.endswith("_percent") else str(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return safe_text(value)


def safe_text(text: str) -> str:
    """Text as no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def read_back(cell: str) -> str:
    """The text that a text cell was written from."""
    return cell.removeprefix("'")
