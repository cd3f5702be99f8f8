"""Asks what the columns of a table mean that no reader knows, and shows at once how its rows would be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.core.errors import Missing
from planner.core.mappings import DateOrder, Mapping, MappingGap
from planner.core.statement_rows import StatementRow
from planner.exchange.statements.documents import Document, Sheet, SheetRow
from planner.exchange.statements.guessing import guess_header, guess_mapping, guess_words
from planner.exchange.statements.mapped import ENCODINGS, header_key, key_text, read_mapped, table_parts
from planner.exchange.statements.moments import orders_of
from planner.exchange.statements.unknown import OpenTable
from planner.i18n import tr
from planner.ui.imports.mapping_fields import FIELD_OF, MappingFields, narrow
from planner.ui.imports.mapping_tables import RawRows, heading, problems_in_words, read_table_of
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.mappings import encoding

NAME = "mapping_form"
SHOWN = 20
_SAMPLE_BYTES = 2**20
_SAMPLE_ROWS = 20_000
"""So many rows tell the order of the days; so many bytes how an encoding looks."""
_ROWS_READ = 500
_HEADER_ROWS = 40
_HEADERS_ABOVE = 200


class MappingForm(Form):
    """What the columns of a table mean. `mapped` carries the table and the mapping once it is kept in the book."""

    mapped = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget, table: OpenTable, mapping: Mapping | None = None) -> None:
        super().__init__(parent, NAME, tr("What do the columns mean?"), self._save, ok=tr("Read it so"))
        self._desk, self._table = desk, table
        self.resize(976, 620)
        self._filling = True
        self._document = _sample(table.document)
        self._places: list[tuple[int, int | None]] = []
        words = tr("{file} is a table that Yudu does not know. Say once what its columns mean.")
        self.rows.addRow(label(words.format(file=table.file_name), "muted", wrap=True))
        self.name = named(QLineEdit(), f"{NAME}.mapping_name")
        self.name.setText(PurePath(table.file_name).stem if mapping is None else mapping.name)
        self.add("mapping_name", tr("Name"), self.name, tr("The next file with this header is read in the same way."))
        self.encoding = Choice(f"{NAME}.encoding")
        for each in ("", *ENCODINGS):
            self.encoding.addItem(encoding(each), each)
        self.add("encoding", tr("Encoding"), narrow(self.encoding))
        self.show_row(self.encoding, table.document.kind == "text")
        self.header = Choice(f"{NAME}.header")
        self.add("header", tr("Names of columns"), narrow(self.header))
        self.fields = MappingFields(self, NAME, self._changed)
        self._arrange()
        self.encoding.currentIndexChanged.connect(lambda _at: self._other_encoding())
        self.header.currentIndexChanged.connect(lambda _at: self._other_header())
        self._begin(mapping)
        self.first_field = self._first_gap()

    def _arrange(self) -> None:
        """The fields on the left, the rows on the right."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        at = column.indexOf(self._area)
        column.removeWidget(self._area)
        self._area.setFixedWidth(392)
        self._raw = RawRows(f"{NAME}.raw")
        self._read = read_table_of(f"{NAME}.read")
        self._problems = named(label("", "muted", wrap=True), f"{NAME}.problems")
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(heading(tr("The file as it is")))
        right.addWidget(self._raw, 1)
        right.addWidget(heading(tr("As it would be read")))
        right.addWidget(self._read, 1)
        right.addWidget(self._problems)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._area)
        body.addLayout(right, 1)
        column.insertLayout(at, body, 1)

    def _begin(self, mapping: Mapping | None) -> None:
        """Shows the mapping that is to be changed, else what is guessed."""
        if mapping is not None and mapping.encoding:
            self.encoding.setCurrentIndex(self.encoding.findData(mapping.encoding))
            self._document = self._in_encoding()
        place = guess_header(self._document)
        if mapping is not None:
            places = _header_places(self._document)
            place = next((each for each in places if self._key(each) == (mapping.header, mapping.shape)), place)
        self._offer_headers(place)
        self._fill(mapping if mapping is not None else guess_mapping(self._document, *place))

    def _key(self, place: tuple[int, int | None]) -> tuple[tuple[str, ...], str]:
        return header_key(self._document, place[1], place[0])

    def _in_encoding(self) -> Document:
        chosen = str(self.encoding.currentData())
        cut = OpenTable(self._table.file_name, self._table.data[:_SAMPLE_BYTES], self._table.document)
        return _sample(cut.in_encoding(chosen).document if chosen else self._table.document)

    def _offer_headers(self, chosen: tuple[int, int | None]) -> None:
        before, self._filling = self._filling, True
        self._places = _header_places(self._document)
        self.header.clear()
        for sheet, row in self._places:
            self.header.addItem(_header_words(self._document, sheet, row))
        if chosen not in self._places:
            chosen = self._places[0]
        self.header.setCurrentIndex(self._places.index(chosen))
        self._filling = before

    def _other_encoding(self) -> None:
        if not self._filling:
            self._document = self._in_encoding()
            place = guess_header(self._document)
            self._offer_headers(place)
            self._fill(guess_mapping(self._document, *place))

    def _other_header(self) -> None:
        if not self._filling:
            self._fill(guess_mapping(self._document, *self._place()))

    def _place(self) -> tuple[int, int | None]:
        """(sheet, row) of the header that is chosen."""
        return self._places[max(self.header.currentIndex(), 0)]

    def _fill(self, mapping: Mapping) -> None:
        self._filling = True
        sheet, row = self._place()
        self._names = _column_words(self._document.sheets[sheet], row)
        self.fields.fill(mapping, self._names, self._orders(mapping.time))
        self._time, self._direction = mapping.time, mapping.direction
        start = 0 if row is None else row + 1
        self._raw.show_rows(self._names, self._document.sheets[sheet].rows[start : start + SHOWN])
        self._filling = False
        self._show()

    def _changed(self) -> None:
        """Another day's or direction's column has other orders and words to choose from."""
        if self.fields.time.at() != self._time:
            self._time = self.fields.time.at()
            orders = self._orders(self._time)
            self.fields.offer_orders(orders, orders[0] if len(orders) == 1 else None)
        if self.fields.direction.at() != self._direction:
            self._direction = self.fields.direction.at()
            self.fields.set_words(guess_words(self._cells(self._direction)))
        self.fields.arrange()
        self._show()

    def _cells(self, at: int | None) -> list[str]:
        sheet, row = self._place()
        rows = self._document.sheets[sheet].rows[0 if row is None else row + 1 :]
        return [] if at is None else [each.cells[at] for each in rows if at < len(each.cells)]

    def _orders(self, at: int | None) -> tuple[DateOrder, ...]:
        return orders_of(set(self._cells(at)))

    def mapping(self) -> Mapping:
        """What the form says."""
        header, shape = self._key(self._place())
        base = Mapping(
            name=self.name.text().strip(), header=header, shape=shape, encoding=str(self.encoding.currentData() or "")
        )
        return self.fields.mapping(base)

    def _show(self) -> None:
        """The first rows as they would be read; as far as the columns are told."""
        mapping = self.mapping()
        rows: list[StatementRow] = []
        if not set(mapping.gaps()) - {MappingGap.DATE_ORDER}:
            rows = list(read_mapped(_first_rows(self._document, mapping), mapping).rows)
            self._problems.setText(problems_in_words(rows))
        else:
            self._problems.setText(tr("Say which columns are the day and the amount to see how it would be read."))
        self._read.set_rows(rows[:SHOWN])

    def _first_gap(self) -> QWidget:
        """Where there is something to say, else the name."""
        gaps = self.mapping().gaps()
        return self.name if not gaps else getattr(self.fields, FIELD_OF[gaps[0]])

    def _save(self) -> None:
        from planner.actions.mappings import remember_mapping

        mapping = self.mapping()
        for gap in mapping.gaps():
            raise Missing(FIELD_OF[gap])
        self.busy()
        self._desk.book.do(
            remember_mapping,
            done=lambda _id: self._kept(mapping),
            refused=self.refused,
            failed=self.ready,
            header=key_text(mapping),
            name=mapping.name,
            choice=mapping.to_json(),
        )

    def _kept(self, mapping: Mapping) -> None:
        self.saved()
        self.mapped.emit(self._table, mapping)


def _sample(document: Document) -> Document:
    """The first rows of each sheet."""
    sheets = tuple(Sheet(sheet.name, sheet.rows[:_SAMPLE_ROWS]) for sheet in document.sheets)
    return replace(document, lines=document.lines[:_SAMPLE_ROWS], tables=sheets)


def _first_rows(document: Document, mapping: Mapping) -> Document:
    """The header and the first rows below it, of the first table of the mapping."""
    part = next(iter(table_parts(document, mapping)), None)
    if part is None:
        return replace(document, tables=(Sheet("", ()),))
    first = part.rows[0].line if part.rows and mapping.header else 0
    head = [row for row in part.sheet.rows[:_HEADERS_ABOVE] if row.line < first]
    return replace(document, tables=(Sheet("", (*head, *part.rows[:_ROWS_READ])),))


def _header_places(document: Document) -> list[tuple[int, int | None]]:
    """The rows that can be a header, sheet by sheet, and that there is none."""
    places: list[tuple[int, int | None]] = []
    for number, sheet in enumerate(document.sheets):
        wide = (at for at, row in enumerate(sheet.rows[:_HEADER_ROWS]) if sum(map(bool, row.cells)) >= 2)
        places += [(number, at) for at in wide]
    guessed = guess_header(document)
    if guessed not in places and guessed[1] is not None:
        places.append(guessed)
    return [*places, (guessed[0], None)]


def _header_words(document: Document, sheet: int, row: int | None) -> str:
    if row is None:
        return tr("(there are none)")
    found = document.sheets[sheet]
    cells = " · ".join(cell for cell in found.rows[row].cells if cell)
    words = tr("Line {line}: {raw}").format(line=found.rows[row].line, raw=cells)
    return f"{found.name} {words}" if len(document.sheets) > 1 else words


def _column_words(sheet: Sheet, row: int | None) -> list[str]:
    """What each column is called: by its header, else by its number and first cell."""
    rows: list[SheetRow] = list(sheet.rows[0 if row is None else row :][: SHOWN + 1])
    width = max((len(each.cells) for each in rows), default=0)
    names = rows[0].cells if row is not None and rows else []
    below = rows if row is None else rows[1:]
    words = []
    for at in range(width):
        name = names[at] if at < len(names) else ""
        first = next((each.cells[at] for each in below if at < len(each.cells) and each.cells[at]), "")
        words.append(name or tr("Column {number} ({first})").format(number=at + 1, first=first[:12]))
    return words
