"""Compares what a reader makes of a file with the truth its manifest states; no reader sees a truth."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from planner.core.errors import PlannerError
from planner.core.statement_rows import AccountKind, DebtKind, RowClass, Statement
from planner.exchange.statements.recognise import read_statement

_SPENT = ("OUT", "IN")
_BY_SIGN = ("ofx", "qif")
_TAKEN_OUT = frozenset({RowClass.N_REPAYMENT, RowClass.N_DRAWDOWN, RowClass.N_TRANSFER, RowClass.N_INTEREST})


@dataclass(frozen=True, slots=True)
class Compared:
    """One file: its rows in truth and as read, and what differs, in words; nothing where all agrees."""

    path: str
    provider: str
    truth_rows: int
    read_rows: int
    differences: tuple[str, ...]


def compare_folder(folder: Path, providers: Iterable[str] = ()) -> list[Compared]:
    """Every file of a folder's manifest.json (of some providers only, where some are named)."""
    wanted = set(providers)
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return [compare(folder, entry) for entry in entries if not wanted or entry["provider"] in wanted]


def compare(folder: Path, entry: Mapping[str, Any]) -> Compared:
    """One file against its entry."""
    truth = entry["truth"]
    said = truth["rows_total"]
    try:
        statement = read_statement(folder / entry["path"])
    except PlannerError as error:
        expected = said == 0
        words = () if expected else (f"{type(error).__name__} {error}",)
        return Compared(entry["path"], entry["provider"], said, 0, words)
    found = [*_rows(statement, truth), *_sums(statement, entry), *_span(statement, truth), *_debts(statement, truth)]
    if len({row.key for row in statement.rows}) != len(statement.rows):
        found.append("keys repeat")
    return Compared(entry["path"], entry["provider"], said, len(statement.rows), tuple(found))


def _rows(statement: Statement, truth: Mapping[str, Any]) -> list[str]:
    expected = truth["rows_total"] + truth.get("rows_not_importable", 0)
    return [] if len(statement.rows) == expected else [f"rows {len(statement.rows)}, truth {expected}"]


def _class(statement: Statement, row_class: RowClass, direction: str) -> str:
    """The class as the manifest counts it: of debit accounts, OFX and QIF by sign, with nothing taken out."""
    by_sign = statement.account_kind is AccountKind.DEBIT or statement.provider in _BY_SIGN
    if by_sign and row_class in _TAKEN_OUT:
        return "OUT" if direction == "支出" else "IN"
    return row_class.value


def _sums(statement: Statement, entry: Mapping[str, Any]) -> list[str]:
    counts: dict[str, int] = defaultdict(int)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in statement.rows:
        kind = _class(statement, row.row_class, row.direction)
        counts[kind] += 1
        sums[kind] += Decimal(row.amount_fen or 0) / 100
    truth = entry["truth"]
    groups: dict[str, tuple[int, Decimal]] = {}
    if "by_class" in truth:
        said = {name: (each["n"], Decimal(each["sum"])) for name, each in truth["by_class"].items()}
        groups = {name: (counts[name], sums[name]) for name in counts}
    else:
        said = {
            name: (truth[group]["n"], Decimal(truth[group]["sum"]))
            for name, group in (("OUT", "outgoing_spend"), ("IN", "incoming"), ("other", "neutral"))
        }
        others = [name for name in counts if name not in (*_SPENT, RowClass.UNREADABLE.value)]
        groups = {name: (counts[name], sums[name]) for name in _SPENT}
        groups["other"] = sum(counts[name] for name in others), sum((sums[name] for name in others), Decimal())
    names = sorted({*said, *groups})
    nothing = (0, Decimal())
    return [
        f"{name}: {groups.get(name, nothing)}, truth {said.get(name, nothing)}"
        for name in names
        if not _agree(groups.get(name, nothing), said.get(name, nothing))
    ]


def _agree(read: tuple[int, Decimal], said: tuple[int, Decimal]) -> bool:
    """A truth may count parts of a cent (five decimals of OFX): the book has whole ones, each row rounded."""
    exact = said[1] == said[1].quantize(Decimal("0.01"))
    return read[0] == said[0] and abs(read[1] - said[1]) <= (0 if exact else Decimal("0.005") * said[0])


def _span(statement: Statement, truth: Mapping[str, Any]) -> list[str]:
    times = sorted(str(row.happened_at) for row in statement.rows if row.happened_at is not None)
    read = (times[0], times[-1]) if times else (None, None)
    return [
        f"{name} {mine}, truth {truth[name]}"
        for name, mine in zip(("first", "last"), read, strict=True)
        if (mine or "").removesuffix(" 00:00:00") != _plain_time(truth[name])
    ]


def _plain_time(text: str | None) -> str:
    text = (text or "").removesuffix(" 00:00:00").replace("/", "-")
    return f"{text}:00" if len(text) == 16 else text


def _debts(statement: Statement, truth: Mapping[str, Any]) -> list[str]:
    if "debt_events" not in truth:
        return []
    read = sorted(
        (str(row.happened_at).removesuffix(" 00:00:00"), Decimal(row.amount_fen or 0) / 100, row.debt.value)
        for row in statement.rows
        if row.debt is not None
    )
    said = sorted(
        (_plain_time(each["ts"]), Decimal(each["amount"]), _debt_kind(each["kind"])) for each in truth["debt_events"]
    )
    if any(ts.startswith("MM") for ts, _amount, _kind in said):  # a truth that knows month and day only
        read = sorted((ts[5:10], amount, kind) for ts, amount, kind in read)
        said = sorted((_month_and_day(ts), amount, kind) for ts, amount, kind in said)
    return [] if read == said else [f"debts {read}, truth {said}"]


def _month_and_day(ts: str) -> str:
    digits = "".join(filter(str.isdigit, ts))
    return f"{digits[-4:-2]}-{digits[-2:]}"


def _debt_kind(words: str) -> str:
    words = words.split(" (", maxsplit=1)[0].replace(" ", "_")
    return next(
        (kind.value for kind in DebtKind if words == kind.value), "repayment" if "repayment" in words else words
    )
