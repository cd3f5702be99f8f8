"""Damaged statements by the hundred thousand: `python -m tests.campaigns.statements COUNT [SEED_FILE…]`.

Every seed file is hurt COUNT times, in its bytes, its lines and its cells. A reader may refuse a file by one of our own
errors, never by another. Of a file whose one row alone was hurt, no row is missing and no other row has changed.
"""

from __future__ import annotations

import sys
import time
import traceback
import tracemalloc
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from planner.core.errors import PlannerError
from planner.core.statement_rows import StatementRow
from planner.exchange.statements.documents import Document, Sheet, SheetRow, csv_lines
from planner.exchange.statements.opening import open_document
from planner.exchange.statements.recognise import READERS

SLOWEST_S = 2.0
MOST_BYTES = 64 * 2**20
_BITS = (
    b"", b"\0", b"\xff", b"\x80", b'"', b'""', b",", b"\t", b"\n", b"\r", b"'", b"-", b"/", b"0", b"9" * 40, b"1e999",
    b"nan", b"-0.00", b"<", b">", b"<td>", b"</table>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", "￥".encode(),
    "，".encode("gb18030"), b"99999999-99-99", b"2026-02-30", b"0001-01-01", "\u202e".encode(),
    b"<STMTTRN>", b"</STMTTRN>", b"^\n", b"!Type:Bank\n", b"[-99:ABC]", b"=?utf-8?B?!!?=",
    b"Content-Transfer-Encoding: base64\r\n\r\n",
)  # fmt: skip
_CELLS = (
    "", " ", "-", "0", "0.00", "-0.01", "1,234.56", "￥1", "1e30", "９.９９", "9" * 30, "nan", "2026-13-01", "20260230",
    "12/31", "00:00", "支出", "收入", "/", "还款", "退款", "合计", "\n", '"', "a,b", "\u202e", "x" * 3000, "=1+1",
    "−5.00",
)  # fmt: skip


@dataclass(slots=True)
class Report:
    """What a campaign saw of one seed."""

    seed: str
    inputs: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    most_bytes: int = 0
    faults: list[str] = field(default_factory=list)


def rows_of(document: Document) -> Sequence[StatementRow]:
    """The rows of a document by the first reader that knows it; none where no reader does."""
    found = next(filter(None, (find(document) for find in READERS)), None)
    return () if found is None else tuple(found(None, None).rows)


def hurt_bytes(data: bytes, chance: Random) -> bytes:
    """Some bytes changed, cut out, doubled, or put in."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, length = chance.randrange(len(found) + 1), chance.choice((0, 1, 1, 2, 8, 64))
        how = chance.random()
        if how < 0.5:
            found[at : at + length] = chance.choice(_BITS)
        elif how < 0.7:
            found[at : at + length] = chance.randbytes(length)
        elif how < 0.85:
            found[at:at] = found[at : at + 8 * length]
        else:
            del found[at : at + 8 * length]
    return bytes(found[: chance.randrange(len(found) + 1)] if chance.random() < 0.05 else found)


def hurt_lines(data: bytes, chance: Random) -> bytes:
    """Whole lines swapped, doubled, dropped or joined."""
    lines = data.split(b"\n")
    for _ in range(chance.choice((1, 2, 4))):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        how = chance.randrange(4)
        if how == 0:
            lines[at], lines[other] = lines[other], lines[at]
        elif how == 1:
            lines.insert(at, lines[other])
        elif how == 2 and len(lines) > 1:
            del lines[at]
        else:
            lines[at] = lines[at].rstrip(b"\r") + lines[other]
    return b"\n".join(lines)


def hurt_cell(document: Document, chance: Random) -> Document:
    """One cell of a table, or of a text read as one, says something else."""
    sheets = [Sheet(sheet.name, list(sheet.rows)) for sheet in document.sheets]
    rows = [(sheet, at) for sheet in sheets for at in range(len(sheet.rows))]
    if not rows:
        return document
    for _ in range(chance.choice((1, 1, 3))):
        sheet, at = chance.choice(rows)
        row = sheet.rows[at]
        cells = list(row.cells)
        place = chance.randrange(len(cells) + 1)
        cells[place : place + chance.choice((1, 1, 1, 0, 2))] = [chance.choice(_CELLS)]
        assert isinstance(sheet.rows, list)
        sheet.rows[at] = SheetRow(row.line, cells)
    return Document(document.file_name, document.kind, document.encoding, csv_lines(sheets), sheets)


def only_one_row_hurt(document: Document, rows: Sequence[StatementRow], chance: Random) -> tuple[Document, int] | None:
    """The document with one cell of one of its rows changed, and that row's number: the others must not notice."""
    if not rows or document.kind not in ("text", "xlsx", "xls"):  # the words around a page's tables are not in them
        return None
    number = chance.randrange(len(rows))
    line = rows[number].line
    if document.tables:
        sheets = [Sheet(each.name, list(each.rows)) for each in document.tables]
        found = [(sheet, at) for sheet in sheets for at, row in enumerate(sheet.rows) if row.line == line]
        if len(found) != 1 or len(found[0][0].rows[found[0][1]].cells) < 3:
            return None
        sheet, at = found[0]
        cells = list(sheet.rows[at].cells)
        cells[chance.randrange(len(cells))] = chance.choice(("?", "－－－", "x" * 50, "2026-02-30", "1.2.3"))
        assert isinstance(sheet.rows, list)
        sheet.rows[at] = SheetRow(line, cells)
        return Document(document.file_name, document.kind, document.encoding, csv_lines(sheets), sheets), number
    cells = document.lines[line - 1].split(",")
    if len(cells) < 4 or '"' in document.lines[line - 1]:
        return None
    cells[chance.randrange(len(cells))] = chance.choice(("?", "xyz", "x" * 50, "2026-02-30", "1.2.3"))
    lines = [*document.lines[: line - 1], ",".join(cells), *document.lines[line:]]
    return Document(document.file_name, document.kind, document.encoding, lines), number


def campaign(file: Path, count: int, seed: int = 1) -> Report:
    """Hurts a file `count` times. The same count and seed hurt it in the same ways."""
    data, chance, report = file.read_bytes(), Random(f"{seed} {file.name}"), Report(file.name)
    whole = open_document(file.name, data)
    before = rows_of(whole)
    ways: tuple[Callable[[], object], ...] = (
        lambda: _checked(open_document(file.name, hurt_bytes(data, chance))),
        lambda: _checked(open_document(file.name, hurt_lines(data, chance))),
        lambda: _checked(hurt_cell(whole, chance)),
        lambda: _one_row(whole, before, chance),
    )
    for number in range(count):
        measured = number % 500 == 0
        if measured:
            tracemalloc.start()
        start, state = time.perf_counter(), chance.getstate()
        report.inputs += 1
        try:
            ways[number % len(ways)]()
            report.read += 1
        except PlannerError as error:
            report.refused[type(error).__name__] += 1
        except Exception:
            report.faults.append(f"input {number}: {traceback.format_exc(limit=-4)}")
            if len(report.faults) >= 5:
                break
        took = time.perf_counter() - start
        if took > SLOWEST_S and not measured:
            report.faults.append(f"input {number}: {took:.1f} s (state {hash(state)})")
        report.slowest_s = max(report.slowest_s, 0 if measured else took)
        if measured:
            report.most_bytes = max(report.most_bytes, tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    if report.most_bytes > MOST_BYTES + 30 * len(data):
        report.faults.append(f"{report.most_bytes >> 20} MiB at most")
    return report


def _checked(document: Document) -> None:
    """What every reading must be: keys that differ, amounts without a sign, and the same when read again."""
    rows = rows_of(document)
    assert len({row.key for row in rows}) == len(rows), "keys repeat"
    assert all(row.amount_fen is None or row.amount_fen >= 0 for row in rows), "an amount has a sign"
    assert all(row.row_class == "unreadable" or (row.happened_at and row.amount_fen is not None) for row in rows), (
        "a row that counts has no time or amount"
    )
    assert [row.key for row in rows] == [row.key for row in rows_of(document)], "another key when read again"


def _one_row(whole: Document, before: Sequence[StatementRow], chance: Random) -> None:
    hurt = only_one_row_hurt(whole, before, chance)
    if hurt is None:
        _checked(hurt_cell(whole, chance))
        return
    document, number = hurt
    after = rows_of(document)
    assert len(after) == len(before), f"row {number} hurt: {len(after)} rows of {len(before)}"
    others = [row for at, row in enumerate(before) if at != number]
    changed = sum(mine.raw != theirs.raw for mine, theirs in zip(others, _without(after, number), strict=True))
    assert not changed, f"row {number} hurt, {changed} others changed"


def _without(rows: Sequence[StatementRow], number: int) -> list[StatementRow]:
    return [row for at, row in enumerate(rows) if at != number]


def main(arguments: Sequence[str]) -> int:
    """Runs the campaign over files, by default those of tests/data/statements; says what each saw."""
    count = int(arguments[0]) if arguments else 1000
    folder = Path(__file__).parents[1] / "data" / "statements"
    files = [Path(each) for each in arguments[1:]] or sorted(each for each in folder.iterdir() if each.is_file())
    bad = 0
    for file in files:
        found = campaign(file, count)
        refused = ", ".join(f"{name} {n}" for name, n in found.refused.most_common())
        sys.stdout.write(
            f"{found.seed}: {found.inputs} inputs, {found.read} read, refused: {refused or 'none'};"
            f" slowest {found.slowest_s * 1000:.0f} ms, memory {found.most_bytes / 2**20:.1f} MiB\n"
        )
        sys.stdout.writelines(f"  {fault}\n" for fault in found.faults)
        sys.stdout.flush()
        bad += bool(found.faults)
    return bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
