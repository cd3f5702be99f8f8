"""Tables that no reader knows, read as the user says what their columns mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from planner.core.mappings import AmountForm, Mapping
from planner.core.statement_rows import CNY, AccountKind, ReviewReason, RowClass, StatementRow
from planner.exchange.statements.banks import card_meaning, debit_meaning, first_of, signed
from planner.exchange.statements.contents import Contents, Progress, Stop, look
from planner.exchange.statements.documents import Document, Sheet, SheetRow
from planner.exchange.statements.moments import is_moment, read_moment
from planner.exchange.statements.reading import lines_of, plain_name
from planner.exchange.statements.tables import Meaning, RowMaker, last_digits

PROVIDER = "table"
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "cp1252")
"""What a text can be said to be in."""
_LINES_WITH_A_HEADER = 200
_ROWS_BETWEEN_LOOKS = 2000
_FEWEST_CELLS = 2
_ROWS_OF_A_SHAPE = 20
_CODE = re.compile(r"\s*([A-Z]{3})\s*(?=[-+(]?\s*[\d.])|(?<=[\d)])\s*([A-Z]{3})\s*$")
_SYMBOLS = {"HK$": "HKD", "US$": "USD", "C$": "CAD", "A$": "AUD", "S$": "SGD", "€": "EUR", "£": "GBP"}
_NAMES = {
    "人民币": CNY, "人民币元": CNY, "RMB": CNY, "元": CNY, "美元": "USD", "港币": "HKD", "港元": "HKD", "欧元": "EUR",
    "英镑": "GBP", "日元": "JPY", "日圆": "JPY", "澳元": "AUD", "加元": "CAD", "加拿大元": "CAD", "新加坡元": "SGD",
    "澳门元": "MOP", "新台币": "TWD", "韩元": "KRW", "泰铢": "THB", "瑞士法郎": "CHF",
}  # fmt: skip
_COMMA_DECIMALS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})*,\d{1,2}")
_SIGN_WITHIN = re.compile(r"\d\s*[-+]\s*\d")
_REFUND = ("退款", "退货", "refund")


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table in a sheet: its rows below the header."""

    sheet: Sheet
    rows: Sequence[SheetRow]


def has_table(document: Document) -> bool:
    """Whether the file has a table whose columns could be told: rows of two cells and more, and a number in one."""
    if document.kind not in ("text", "xlsx", "xls", "html", "mail"):
        return False
    return any(_is_table(sheet.rows[:_LINES_WITH_A_HEADER]) for sheet in document.sheets)


def header_key(document: Document, header_row: int | None, sheet: int = 0) -> tuple[tuple[str, ...], str]:
    """(names, shape) by which a table of the same kind is known: the plain names of its header row (an index into the
    sheet's rows), or without a header what its columns hold: `d` for days, `n` for numbers, `t` for text."""
    rows = document.sheets[sheet].rows
    if header_row is not None:
        return header_names(rows[header_row].cells), ""
    return (), _shape(rows)


def header_names(cells: Sequence[str]) -> tuple[str, ...]:
    """The plain names of a header's cells, its empty ends cut off."""
    names = [plain_name(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def key_text(mapping: Mapping) -> str:
    """What the book knows a mapping by."""
    return " | ".join(mapping.header) if mapping.header else f"#{mapping.shape}"


def find_mapping(document: Document, known: Iterable[Mapping]) -> Mapping | None:
    """The mapping of a table in the file, of those whose encoding is the document's or is not named."""
    some = [each for each in known if each.encoding in ("", document.encoding)]
    by_header = {each.header: each for each in some if each.header}
    for sheet in document.sheets:
        for row in sheet.rows[:_LINES_WITH_A_HEADER]:
            found = by_header.get(header_names(row.cells)) if len(row.cells) >= _FEWEST_CELLS else None
            if found is not None:
                return found
    by_shape = {each.shape: each for each in some if not each.header}
    return by_shape.get(_shape(document.sheets[0].rows)) if by_shape else None


def in_encoding(document: Document, data: bytes, encoding: str) -> Document:
    """A text in another encoding; a byte that does not fit becomes U+FFFD."""
    text = data.decode(encoding, errors="replace").lstrip("\ufeff")
    return Document(document.file_name, document.kind, encoding, lines_of(text))


def read_mapped(document: Document, mapping: Mapping, progress: Progress = None, cancelled: Stop = None) -> Contents:
    """Every row of the tables the mapping is of. `mapping` must have no gaps. Raises Cancelled."""
    parts = table_parts(document, mapping)
    # an id or a line of another kind of table must not make a row known
    make = RowMaker(f"{PROVIDER} {key_text(mapping)}")
    total = sum(len(part.rows) for part in parts)
    rows: list[StatementRow] = []
    for part in parts:
        for number, row in enumerate(part.rows):
            if number % _ROWS_BETWEEN_LOOKS == 0:
                look(document.file_name, len(rows), total, progress, cancelled)
            rows.append(make.row(row.line, row.cells, meaning_of(row.cells, mapping)))
    return Contents(PROVIDER, mapping.name, "", mapping.account_kind, rows)


def table_parts(document: Document, mapping: Mapping) -> list[TablePart]:
    """The tables of a file with the mapping's header, and the rows below it: not the blank and ruled ones, nor the
    header again, nor lines of a single cell after the last row."""
    parts: list[TablePart] = []
    for sheet in document.sheets:
        start = 0
        if mapping.header:
            found = (
                at
                for at, row in enumerate(sheet.rows[:_LINES_WITH_A_HEADER])
                if header_names(row.cells) == mapping.header
            )
            at = next(found, None)
            if at is None:
                continue
            start = at + 1
        elif parts:
            break
        parts.append(TablePart(sheet, _rows_below(sheet.rows[start:], mapping.header)))
    return parts


def meaning_of(cells: Sequence[str], mapping: Mapping) -> Meaning:
    """What a row says."""

    def cell(at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    at = read_moment(cell(mapping.time), mapping.date_order, cell(mapping.hour))
    fen, currency, review, word = _amount(cells, mapping)
    currency = _currency(cell(mapping.currency_at)) or currency or mapping.currency
    texts = [first_of(cell(place)) for place in (mapping.counterparty, mapping.description, mapping.category)]
    said = _said(fen, at, texts, mapping)
    if said.row_class is RowClass.IN and any(each in " ".join(texts).lower() for each in _REFUND):
        said = replace(said, row_class=RowClass.N_REFUND)
    if word and word in mapping.idle_words:
        said = replace(said, row_class=RowClass.N_TRANSFER, debt=None)
    return replace(
        said, counterparty=texts[0], description=texts[1], provider_category=texts[2],
        method=first_of(cell(mapping.method)), native_id=cell(mapping.native_id).lstrip("'"), note=cell(mapping.note),
        currency=currency, account=last_digits(cell(mapping.account)), review=review or said.review,
        direction=word or said.direction,
    )  # fmt: skip


def _said(fen: int | None, at: datetime | None, texts: Sequence[str], mapping: Mapping) -> Meaning:
    """By the kind of account; money out is below zero here."""
    if mapping.account_kind is AccountKind.CARD:
        return card_meaning(None if fen is None else -fen, at, " ".join(filter(None, texts)))
    return debit_meaning(fen, at, texts[0], texts[1:])


def _amount(cells: Sequence[str], mapping: Mapping) -> tuple[int | None, str, ReviewReason | None, str]:
    """(hundredths, below zero where money went out; the currency the cell names; why it wants a look; the word)."""

    def read(at: int | None) -> tuple[int | None, str]:
        return read_number(cells[at]) if at is not None and at < len(cells) else (None, "")

    if mapping.amount_form is AmountForm.OUT_AND_IN:
        (out, currency), (into, other) = read(mapping.out), read(mapping.into)
        if out is None and into is None:
            return None, "", None, ""
        review = ReviewReason.UNKNOWN_DIRECTION if out and into else None
        return (into or 0) - (out or 0), currency or other, review, ""
    fen, currency = read(mapping.amount)
    if mapping.amount_form is AmountForm.SIGNED:
        turned = None if fen is None else -fen if mapping.plus_is_spending else fen
        return turned, currency, None, ""
    at = mapping.direction
    word = cells[at].strip() if at is not None and at < len(cells) else ""
    if word in mapping.out_words:
        return None if fen is None else -fen, currency, None, word
    known = word in mapping.in_words or word in mapping.idle_words
    return fen, currency, None if known else ReviewReason.UNKNOWN_DIRECTION, word


def read_number(text: str) -> tuple[int | None, str]:
    """Hundredths with their sign, and the currency the cell names (ISO 4217), empty where it names none: `-45.00`,
    `(45.00)`, `45.50-`, `1.234,56`, `USD 3.72`, `HK$27.90`."""
    text = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    currency = ""
    found = _CODE.search(text)
    if found is not None:
        currency = found[1] or found[2]
        text = (text[: found.start()] + text[found.end() :]).strip()
    for symbol, code in _SYMBOLS.items():
        if symbol in text:
            currency, text = currency or code, text.replace(symbol, "")
    text = text.replace("$", "").strip()
    minus = text.startswith("(") and text.endswith(")")
    text = text[1:-1] if minus else text
    if _COMMA_DECIMALS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if not any(character.isdigit() for character in text) or _SIGN_WITHIN.search(text):
        return None, currency
    fen = signed(text)
    return (-fen if minus and fen is not None else fen), "CNY" if currency == "RMB" else currency


def _currency(text: str) -> str:
    text = text.strip().upper()
    return _NAMES.get(text, text if re.fullmatch(r"[A-Z]{3}", text) else "")


def _rows_below(rows: Sequence[SheetRow], header: tuple[str, ...]) -> list[SheetRow]:
    end = len(rows)
    while end and sum(map(bool, rows[end - 1].cells)) < _FEWEST_CELLS:
        end -= 1
    return [
        row
        for row in rows[:end]
        if any(cell.strip('-—=*_ "') for cell in row.cells) and (not header or header_names(row.cells) != header)
    ]


def _is_table(rows: Sequence[SheetRow]) -> bool:
    wide = [row for row in rows if sum(map(bool, row.cells)) >= _FEWEST_CELLS]
    if len(wide) < 2 or any(unicodedata.category(each) == "Cc" for row in wide for cell in row.cells for each in cell
                            if each not in "\n\r\t"):  # fmt: skip
        return False
    return any(is_number(cell) for row in wide for cell in row.cells)


def is_number(text: str) -> bool:
    """Whether a cell is an amount; no day is, nor a number of more digits than any amount."""
    return len(text) <= 20 and not is_moment(text) and read_number(text)[0] is not None


def _shape(rows: Sequence[SheetRow]) -> str:
    """What the columns of the first rows hold, where all agree; `t` where they do not, `-` where all are empty."""
    shape = ""
    some = [row.cells for row in rows[:_ROWS_OF_A_SHAPE]]
    for at in range(max(map(len, some), default=0)):
        cells = [row[at] for row in some if at < len(row) and row[at]]
        kinds = {"d" if is_moment(cell) else "n" if is_number(cell) else "t" for cell in cells}
        shape += kinds.pop() if len(kinds) == 1 else "t" if kinds else "-"
    return shape
