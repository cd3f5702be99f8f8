"""Statements whose table is not a table any more: mails and pages as running text, cut into rows where dates stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.core.statement_rows import CNY, AccountKind, RowClass, StatementRow
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.tables import About, Meaning, RowMaker, about

_TAIL = re.compile(r"(?:末四位|后四位|卡号|账号)[^\d\n*]{0,6}[\d*＊ ]{0,24}(?<!\d)(\d{4})(?!\d)")
_MOST_OF_A_ROW = 600
_ROWS_BETWEEN_LOOKS = 2000
_CURRENCIES = {
    "人民币": CNY, "RMB": CNY, "美元": "USD", "港币": "HKD", "港元": "HKD", "欧元": "EUR", "英镑": "GBP",
    "日元": "JPY", "加元": "CAD", "加拿大元": "CAD", "澳元": "AUD", "澳大利亚元": "AUD", "新加坡元": "SGD",
    "瑞士法郎": "CHF", "泰铢": "THB", "韩元": "KRW", "澳门元": "MOP", "新台币": "TWD",
}  # fmt: skip


def currency_of(text: str) -> str:
    """The code of a currency that a cell names; yuan where it names none."""
    text = text.strip()
    return text if re.fullmatch(r"[A-Z]{3}", text) and text != "RMB" else _CURRENCIES.get(text, CNY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Rows in running text. A row begins where `start` matches and is `row` from there; what begins like a row and is
    none is to review. `header` finds what only this provider's file has, outside its rows."""

    provider: str
    generation: str
    kind: AccountKind
    header: re.Pattern[str]
    start: re.Pattern[str]
    row: re.Pattern[str]
    meaning: Callable[[Mapping[str, str], About], Meaning]
    documents: frozenset[str] = frozenset({"mail", "html", "text"})
    block: re.Pattern[str] | None = None
    """The heading of a block of rows: `About.sheet` is the last one that stood before the row."""
    tails: Callable[[str], Sequence[str]] | None = None
    """The cards of the blocks, in order, where they are named elsewhere than above their rows."""


def stream_reader(streams: Sequence[Stream]) -> Callable[[Document], Found | None]:
    """A reader that takes the first stream whose header is there and that has a row."""

    def find(document: Document) -> Found | None:
        for stream in streams:
            if document.kind not in stream.documents or not stream.header.search(document.head):
                continue
            text = "\n".join(document.lines)
            if stream.start.search(text):
                return lambda progress, cancelled: _read(document, text, stream, progress, cancelled)
        return None

    return find


def _chunks(text: str, start: re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    """What stands between the rows, and each row to where the next begins with its line."""
    starts = [found.start() for found in start.finditer(text)]
    line, last = 1, 0
    for at, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", last, at)
        yield (text[:at] if last == 0 else ""), line, text[at:end]
        last = at


def _read(document: Document, text: str, stream: Stream, progress: Progress, cancelled: Stop) -> Contents:
    known = about(document)
    make, rows = RowMaker(stream.provider), list[StatementRow]()
    state, blocks = known, 0
    tails = stream.tails(text) if stream.tails is not None else ()
    for number, (before, line, chunk) in enumerate(_chunks(text, stream.start)):
        if number % _ROWS_BETWEEN_LOOKS == 0:
            look(document.file_name, number, len(document.lines), progress, cancelled)
        state, blocks = _after(before, state, blocks, stream, tails)
        found = stream.row.match(chunk[:_MOST_OF_A_ROW])
        groups = {} if found is None else found.groupdict()
        words = {name: " ".join((each or "").split()) for name, each in groups.items()}
        cells = [*words.values()] or [" ".join(chunk[:_MOST_OF_A_ROW].split())]
        said = stream.meaning(words, state) if found is not None else _unread(cells[0])
        if not said.account and state.account:
            said = replace(said, account=state.account)
        rows.append(make.row(line, cells, said))
        state, blocks = _after(chunk[found.end() if found else 0 :], state, blocks, stream, tails)
    named = {row.account for row in rows} - {""}
    hint = f"***{named.pop()}" if len(named) == 1 else ""
    return Contents(stream.provider, stream.generation, hint, stream.kind, rows)


def _unread(text: str) -> Meaning:
    return Meaning(row_class=RowClass.UNREADABLE, happened_at=None, amount_fen=None, description=text)


def _after(text: str, state: About, blocks: int, stream: Stream, tails: Sequence[str]) -> tuple[About, int]:
    """What the text between rows changes: the block, and the card its rows are of."""
    if not text.strip():
        return state, blocks
    if stream.block is not None:
        headings = stream.block.findall(text)
        if headings:
            blocks += len(headings)
            state = replace(state, sheet=headings[-1])
            if blocks <= len(tails):
                return replace(state, account=tails[blocks - 1]), blocks
    found = _TAIL.findall(text) if not tails else []
    return (replace(state, account=found[-1]) if found else state), blocks
