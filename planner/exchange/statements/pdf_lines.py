"""An account's history as the text of a PDF: rows told by how their lines begin, for there are no cells.

A row is all lines from its beginning to the next one's: a cell may wrap, or stand on a line of its own. What is read
are its day and hour, its amount and the balance; the rest is words. Heads and feet repeat on every page, and so does
sometimes the row at the break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise

from planner.core.statement_rows import CNY, AccountKind, ReviewReason, StatementRow
from planner.exchange.statements.bank_words import currency_named
from planner.exchange.statements.banks import account_in, debit_meaning, first_of, moment, signed
from planner.exchange.statements.contents import Contents, Found, Progress, Stop, look
from planner.exchange.statements.documents import Document
from planner.exchange.statements.tables import About, Meaning, RowMaker, about

_KINDS = ("text", "pdf")
_LINES_OF_A_HEAD = 120
_MOST_LINES_OF_A_ROW = 60
_ROWS_BETWEEN_LOOKS = 500
_NEAR = timedelta(days=40)
"""How far from the period of the file a row's day may be; a number that looks like a day is mostly farther."""
_DAY = r"(20[0-4]\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日|[01]\d[0-3]\d))"
_HOUR = r"([0-2]\d:[0-5]\d(?::[0-5]\d)?)"
_BEGINS = re.compile(rf"{_DAY}(?:[ T]*{_HOUR}|(?=\s)|$)")
_RANGE = re.compile(rf"{_DAY}\s*(?:[-—–~～至到]+|to)\s*{_DAY}")
_DATED = re.compile(rf"(?:^|\s){_DAY}(?:[ T]*{_HOUR}|(?=\s)|$)")
_NUMBER = re.compile(r"(\d{1,6})(?:[.、]?\s+|$)")
_AMOUNT = re.compile(r"[+-]?[¥￥]?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d[+-]?")
_AN_HOUR = re.compile(_HOUR)
_SIX = re.compile(r"[0-2]\d[0-5]\d[0-5]\d")
_PAGE = re.compile(r"第?\d+[/页]|共\d+页|页码|page|-?\d{1,3}-?$|[-—]\d+[-—]$", re.IGNORECASE)
_FOOT = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:合计|总计|小计|累计|合并统计)|本页|总(?:笔数|收入|支出)|(?:收入|支出|借方|贷方)(?:总|笔数|发生)"
    r"|温馨提示|重要提示|(?:说明|声明|注|备注|提示)[:：]|以上|打印(?:时间|日期)|生成时间|\*{3,}|={5,}"
)
_OUT_WORDS = frozenset({"借", "Dr", "借Dr", "借方", "借记"})
_IN_WORDS = frozenset({"贷", "Cr", "贷Cr", "贷方", "贷记"})
_PLAIN = frozenset({"钞", "汇", "活期", "-", "T"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row as it was found in lines. `fen` has its sign where the text says one; `way` is -1 or 1 where words say it;
    `before` and `after` are the words on both sides of the amount."""

    line: int
    page: int
    raw: str
    day: str
    hour: str
    fen: int | None
    balance_fen: int | None
    currency: str
    way: int
    before: list[str]
    after: list[str]

    @property
    def cells(self) -> list[str]:
        """What tells the row from others, however its lines wrap: with a balance, no words are needed."""
        told = [self.day, self.hour, self.currency, str(self.fen), str(self.balance_fen), str(self.way)]
        return told if self.balance_fen is not None else [*told, "".join([*self.before, *self.after])]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLayout:
    """A bank's history as lines. `heads` are sets of words: all of one must stand above the first row.

    `numbered` rows begin with their number and have the day somewhere after it. Of `signed` rows the amount is the
    first one with a sign. With `balance_first` it is the second one, unless the balances say otherwise.
    """

    provider: str
    generation: str
    heads: tuple[tuple[str, ...], ...]
    meaning: Callable[[Line, About], Meaning]
    kind: AccountKind = AccountKind.DEBIT
    numbered: bool = False
    signed: bool = False
    balance_first: bool = False


@dataclass(slots=True)
class _Group:
    """The lines of one row; `line` is the number of the first, `page` the page it stands on."""

    line: int
    page: int
    lines: list[str] = field(default_factory=list)


def lines_reader(layout: LineLayout) -> Callable[[Document], Found | None]:
    """A reader that takes texts with the bank's head and at least one row below it."""

    def find(document: Document) -> Found | None:
        if document.kind not in _KINDS:
            return None
        start = _below_head(document.lines, layout)
        if start is None:
            return None
        known = about(document, account_in("\n".join(document.lines[:start])))
        groups = _grouped(document.lines, start, layout.numbered, known)
        if layout.numbered and not groups:
            groups = _grouped(document.lines, start, False, known)
        if not groups:
            return None
        return lambda progress, cancelled: _read(document, layout, known, groups, progress, cancelled)

    return find


def debit_line(row: Line, about: About) -> Meaning:
    """A row of a debit account: its sign by the amount or by its words; to review where neither says it."""
    fen = row.fen if row.fen is None or not row.way else abs(row.fen) * row.way
    said = [*(each for each in row.before if not _says_nothing(each)), *row.after]
    text = " ".join(filter(first_of, said))
    return debit_meaning(fen, moment(row.day, row.hour), "", [text], account=about.account, currency=row.currency)


def _says_nothing(text: str) -> bool:
    return text in _PLAIN or text in _OUT_WORDS or text in _IN_WORDS or bool(currency_named(text)) or text.isdigit()


def _plain(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).split())


def _below_head(lines: Sequence[str], layout: LineLayout) -> int | None:
    """The number of lines up to where the head is complete; a row above that place ends the search."""
    seen = ""
    for at, line in enumerate(lines[:_LINES_OF_A_HEAD]):
        if "," not in line.split(" ", maxsplit=1)[0] and _is_whole(line):
            return None
        seen += _plain(line)
        if any(all(words in seen for words in head) for head in layout.heads):
            return at + 1
    return None


def _is_whole(line: str) -> bool:
    """Whether a line is a row by itself: a day, and an amount after it."""
    found = _DATED.search(line)
    return found is not None and any(_AMOUNT.fullmatch(each) for each in line[found.end() :].split())


def _begins(line: str, known: About) -> bool:
    found = _BEGINS.match(line)
    return found is not None and _RANGE.match(line) is None and _in_period(found[1], known)


def _in_period(day: str, known: About) -> bool:
    found = moment(day)
    if found is None:
        return False
    on = found.date()
    return (known.first is None or on >= known.first - _NEAR) and (known.last is None or on <= known.last + _NEAR)


def _grouped(lines: Sequence[str], start: int, numbered: bool, known: About) -> list[_Group]:
    """The lines of every row. What repeats from the head, and page numbers, are a break; what a foot begins is no
    part of a row."""
    groups: list[_Group] = []
    head: set[str] = {_plain(line) for line in lines[:start]} - {""}
    open_, page, expected = False, 0, 0
    for at, each in enumerate(lines[start:], start + 1):
        line = unicodedata.normalize("NFKC", each).strip(" \t\f\u3000\xa0")
        page += "\f" in each
        plain = _plain(line)
        if not plain:
            continue
        number = _number_of(line, expected) if numbered else None
        if number is not None or (not numbered and _begins(line, known)):
            groups.append(_Group(at, page, [line]))
            open_, expected = True, (number or 0) + 1
        elif not groups:
            head.add(plain)
        elif plain in head or _PAGE.match(plain):
            page += 1
        elif _FOOT.match(plain):
            open_ = False
        elif open_ and len(groups[-1].lines) < _MOST_LINES_OF_A_ROW:
            groups[-1].lines.append(line)
    return groups


def _number_of(line: str, expected: int) -> int | None:
    """The number a row begins with: any where the line is a row by itself, else only the next one."""
    found = _NUMBER.match(line)
    if found is None:
        return None
    number = int(found[1])
    return number if _is_whole(line) or number == (expected or 1) else None


def _read(
    document: Document,
    layout: LineLayout,
    known: About,
    groups: Sequence[_Group],
    progress: Progress,
    cancelled: Stop,
) -> Contents:
    swapped = layout.balance_first and _balances_come_first(groups, layout)
    make, rows = RowMaker(layout.provider), list[StatementRow]()
    for number, row in enumerate(_once(_line(group, layout, swapped) for group in groups)):
        if number % _ROWS_BETWEEN_LOOKS == 0:
            look(document.file_name, number, len(groups), progress, cancelled)
        said = layout.meaning(row, known)
        if layout.balance_first and not row.way and said.review is None:
            said = replace(said, review=ReviewReason.UNKNOWN_DIRECTION)
        rows.append(make.row(row.line, row.cells, said, raw=row.raw))
    account = f"***{known.account}" if known.account else ""
    return Contents(layout.provider, layout.generation, account, layout.kind, rows)


def _line(group: _Group, layout: LineLayout, swapped: bool) -> Line:
    """What a row's lines say; the amount is None where there is none."""
    tokens = _tokens(group, layout.numbered)
    day, hour, rest = _moment_of(tokens, group)
    at = [place for place, token in enumerate(rest) if _AMOUNT.fullmatch(token)]
    if layout.signed:
        marked = next((place for place in at if rest[place][0] in "+-" or rest[place][-1] in "+-"), None)
        at = [place for place in at if marked is None or place >= marked]
    at = at[:2]
    amounts = [signed(rest[place]) for place in at]
    if swapped and len(amounts) == 2:
        amounts.reverse()
    first, last = (at[0], at[-1]) if at else (len(rest), len(rest))
    before, after = rest[:first], rest[last + 1 :]
    way = -1 if _OUT_WORDS.intersection(before) else 1 if _IN_WORDS.intersection(before) else 0
    currency = next(filter(None, map(currency_named, before)), CNY)
    return Line(
        line=group.line, page=group.page, raw=",".join(tokens), day=day, hour=hour, fen=amounts[0] if amounts else None,
        balance_fen=amounts[1] if len(amounts) > 1 else None, currency=currency, way=way, before=before, after=after,
    )  # fmt: skip


def _tokens(group: _Group, numbered: bool) -> list[str]:
    """The words of a row. What goes on in a lower line is put to the last word where the row was whole without it."""
    first = group.lines[0]
    if not _is_whole(first):
        tokens = " ".join(group.lines).split()
        return tokens[1:] if numbered and _NUMBER.match(first) else tokens
    tokens = first.split()
    for line in group.lines[1:]:
        parts = line.split()
        if _chinese(tokens[-1][-1]) and _chinese(parts[0][0]):
            tokens[-1] += parts.pop(0)
        tokens += parts
    return tokens[1:] if numbered and _NUMBER.match(first) else tokens


def _chinese(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def _moment_of(tokens: list[str], group: _Group) -> tuple[str, str, list[str]]:
    """The day and the hour, and the words without them. The hour stands beside the day or begins a lower line."""
    at = next((place for place, token in enumerate(tokens) if _BEGINS.fullmatch(token)), None)
    if at is None:
        return "", "", tokens
    found = _BEGINS.fullmatch(tokens[at])
    assert found is not None
    day, hour, rest = found[1], found[2] or "", [*tokens[:at], *tokens[at + 1 :]]
    if not hour and at < len(rest) and (_AN_HOUR.fullmatch(rest[at]) or _SIX.fullmatch(rest[at])):
        hour = rest.pop(at)
    below = next((line.split()[0] for line in group.lines[1:] if _AN_HOUR.fullmatch(line.split()[0])), "")
    if not hour and below in rest:
        hour = below
        rest.remove(below)
    return day, hour, rest


def _once(rows: Iterator[Line]) -> Iterator[Line]:
    """The rows, without the one that a page repeats from the page before: it has the same balance."""
    last: Line | None = None
    for row in rows:
        if last is None or row.page == last.page or not _same(last, row):
            yield row
        last = row


def _same(one: Line, other: Line) -> bool:
    if one.fen is None or one.balance_fen is None or one.cells != other.cells:
        return False
    words = ["".join([*each.before, *each.after]) for each in (one, other)]
    return one.fen != 0 or words[0].startswith(words[1]) or words[1].startswith(words[0])


def _balances_come_first(groups: Sequence[_Group], layout: LineLayout) -> bool:
    """Whether the first amount of the rows is the balance: it is what each row's amount leads to from the row beside
    it. Where neither order fits better, it is."""
    pairs = [(row.fen, row.balance_fen) for row in (_line(group, layout, False) for group in groups)]
    whole = [(abs(one), abs(two)) for one, two in pairs if one is not None and two is not None]
    return _steps(whole) >= _steps([(two, one) for one, two in whole])


def _steps(rows: Sequence[tuple[int, int]]) -> int:
    """How many of the balances, which come first, differ by an amount from the one before or after."""
    beside = list(pairwise(rows))
    down = sum(abs(one[0] - two[0]) == two[1] for one, two in beside)
    return max(down, sum(abs(one[0] - two[0]) == one[1] for one, two in beside))
