"""Workbooks (XLSX, XLS) to sheets of text cells, within bounds: nothing in them makes the reader hang or swell."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from planner.core.errors import StatementDamaged, StatementTooLarge
from planner.exchange.statements.documents import Sheet, SheetRow

_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 100
_MOST_SHEETS = 50
_MOST_MIB = 1024
_MOST_TEXTS_MIB = 192
"""The texts of a workbook lie in memory while it is read; its sheets do not."""
_MOST_XLS_MIB = 96


def read_xlsx(data: bytes, file: str) -> list[Sheet]:
    """The sheets of an XLSX. Raises StatementTooLarge, StatementDamaged (also for entities and what is no workbook)."""
    import openpyxl

    _look_inside(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = []
            for sheet in islice(book.worksheets, _MOST_SHEETS):
                sheet.reset_dimensions()
                rows = islice(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), _MOST_ROWS)
                sheets.append(Sheet(sheet.title, tuple(_text_rows(rows))))
            book.close()
    # the library fails in as many ways as a file can be damaged: each is the same to the user
    except Exception as error:
        raise StatementDamaged("file", file=file, kind="XLSX") from error
    return sheets


def read_xls(data: bytes, file: str) -> list[Sheet]:
    """The sheets of an XLS (BIFF). Raises StatementTooLarge, StatementDamaged."""
    import xlrd

    if len(data) > _MOST_XLS_MIB * 2**20:
        raise StatementTooLarge("file", file=file, most_mib=_MOST_XLS_MIB)
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True)
        sheets = []
        for sheet in islice(book.sheets(), _MOST_SHEETS):
            rows = (
                [_xls_value(cell, book.datemode) for cell in sheet.row(number)[:_MOST_COLUMNS]]
                for number in range(min(sheet.nrows, _MOST_ROWS))
            )
            sheets.append(Sheet(sheet.name, tuple(_text_rows(rows))))
    except Exception as error:
        raise StatementDamaged("file", file=file, kind="XLS") from error
    return sheets


def _look_inside(data: bytes, file: str) -> None:
    """Refuses what would swell. The sizes in the directory bind: more than these is never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sizes = {each.filename: each.file_size for each in packed.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise StatementDamaged("file", file=file, kind="XLSX") from error
    texts = sum(size for name, size in sizes.items() if "sharedStrings" in name or "styles" in name)
    if texts > _MOST_TEXTS_MIB * 2**20 or sum(sizes.values()) > _MOST_MIB * 2**20:
        raise StatementTooLarge("file", file=file, most_mib=_MOST_TEXTS_MIB)


def _text_rows(rows: Any) -> Iterator[SheetRow]:
    """The rows with something in them, their empty ends cut off."""
    for number, row in enumerate(rows, 1):
        cells = list(map(_text, row))
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield SheetRow(number, cells)


def _text(value: Any) -> str:
    """A cell as a person reads it: whole numbers without a point, a day without an hour where it is midnight."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip(" \t\r\n\u3000\xa0")
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        value = (value + timedelta(milliseconds=500)).replace(
            microsecond=0
        )  # 18:53:19 is stored as a fraction of a day
        return str(value.date()) if value.time() == time() else value.isoformat(" ")
    return str(value) if isinstance(value, date) else str(value).strip()


def _number(value: int | float) -> str:
    """The shortest decimal that is this number: what was typed in, and never 2E+27."""
    exact = Decimal(repr(value))
    if not exact.is_finite() or exact.adjusted() > 40:
        return str(value)
    return format(exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize(), "f")


def _xls_value(cell: Any, datemode: int) -> Any:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError):
            return cell.value
    return "" if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) else cell.value
