"""The rows of a lender's plan as one types them, or pastes them from a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from planner.core.errors import Missing, OutOfRange, PlannerError, RowTwice
from planner.core.matching_rows import GivenRow, row_from_text
from planner.core.money import format_fen
from planner.i18n import tr
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import DateField, MoneyField, NumberField
from planner.ui.widgets.naming import named
from planner.wording.amounts import titled
from planner.wording.problems import explain

FIRST_ROWS, MOST_ROWS = 3, 6
COLUMNS = ("number", "due_on", "payment", "principal", "charge")


class GivenRows(QWidget):
    """Up to six rows of number, day and amounts; what is wrong with one stands below it."""

    filled = Signal()
    """All rows are in view."""
    added = Signal(object)
    """A field of one more row."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self._form = form
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        titles = (tr("No."), tr("Due day"), tr("Payment"), tr("Principal"), tr("Interest, fee"))
        self._titles = dict(zip(COLUMNS, titles, strict=True))
        for column, title in enumerate(titles):
            self._grid.addWidget(label(title, "muted"), 0, column)
            self._grid.setColumnStretch(column, (2, 7, 5, 5, 5)[column])
        self._rows: list[dict[str, QLineEdit]] = []
        self._errors = [
            named(label("", "error", wrap=True), f"{form}.row_{at}_error") for at in range(1, MOST_ROWS + 1)
        ]
        for at, error in enumerate(self._errors):
            error.hide()
            self._grid.addWidget(error, 2 + 2 * at, 0, 1, len(COLUMNS))
        for _ in range(FIRST_ROWS):
            self.add_row()

    def add_row(self) -> None:
        """One more row, as long as there is room."""
        at = len(self._rows) + 1
        if at > MOST_ROWS:
            return
        name = f"{self._form}.{{}}_{at}"
        fields: dict[str, QLineEdit] = {
            "number": NumberField("number", name.format("number")),
            "due_on": DateField("due_on", name.format("due_on"), optional=True),
        }
        for each in COLUMNS[2:]:
            fields[each] = MoneyField(each, name.format(each), optional=True)
        for column, (key, field) in enumerate(fields.items()):
            spoken = tr("Row {number}, {name}").format(number=at, name=self._titles[key])
            field.setAccessibleName(spoken)
            field.setPlaceholderText("")
            for opening in field.actions():  # no room for it; F4 opens the calendar all the same
                field.removeAction(opening)
            field.setMinimumWidth(38 if key == "number" else 68)
            field.installEventFilter(self)
            field.textChanged.connect(lambda _text, at=at: self._clear(at))
            self._grid.addWidget(field, 2 * at - 1, column)
            self.added.emit(field)
        self._rows.append(fields)
        if at == MOST_ROWS:
            self.filled.emit()

    def first(self) -> QLineEdit:
        """Where typing begins."""
        return self._rows[0]["number"]

    def given(self, periods: int) -> list[GivenRow]:
        """What was typed. Raises a PlannerError whose words stand below the row, naming `row_N`."""
        found = []
        numbers: set[int] = set()
        for at, fields in enumerate(self._rows, 1):
            if not any(each.text().strip() for each in fields.values()):
                continue
            try:
                found.append(self._row(fields, periods, numbers))
            except PlannerError as error:
                self._refuse(at, error)
                raise type(error)(f"row_{at}", **error.values) from None
        if not found:
            self._refuse(1, Missing("payment"))
            raise Missing("row_1")
        return found

    def refuse(self, number: int, error: PlannerError) -> None:
        """Says below the row of an instalment what is wrong with it; below the first where it names none."""
        at = next((at for at, each in enumerate(self._rows, 1) if each["number"].text().strip() == str(number)), 1)
        self._refuse(at, error)

    def clear_errors(self) -> None:
        """What was wrong is not said any more."""
        for at in range(1, len(self._rows) + 1):
            self._clear(at)

    def _row(self, fields: dict[str, QLineEdit], periods: int, numbers: set[int]) -> GivenRow:
        values: dict[str, int | None] = {}
        number, due_on = fields["number"], fields["due_on"]
        assert isinstance(number, NumberField)
        assert isinstance(due_on, DateField)
        at = number.needed_number()
        if not 1 <= at <= periods:
            raise OutOfRange("number", low=1, high=periods)
        if at in numbers:
            raise RowTwice("number", number=at)
        numbers.add(at)
        day = due_on.day()
        for key in COLUMNS[2:]:
            field = fields[key]
            assert isinstance(field, MoneyField)
            values[key] = fen = field.fen()
            if fen is not None and fen < 0:
                raise OutOfRange(key, low=0, high=None)
        if all(fen is None for fen in values.values()) and day is None:
            raise Missing("payment")
        return GivenRow(at, day, values["payment"], values["principal"], values["charge"]).whole()

    def _refuse(self, at: int, error: PlannerError) -> None:
        fields, said = self._rows[at - 1], self._errors[at - 1]
        key = error.field if error.field in fields else "payment"
        said.setText(titled(self._titles[key], explain(error)))
        said.show()
        field = fields[key]
        field.setAccessibleDescription(said.text())
        _mark(field, wrong=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self, at: int) -> None:
        said = self._errors[at - 1]
        if not said.text():
            return
        said.clear()
        said.hide()
        for field in self._rows[at - 1].values():
            field.setAccessibleDescription("")
            _mark(field, wrong=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.matches(
            QKeySequence.StandardKey.Paste
        ):  # fmt: skip
            lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
            if any(len(line.split()) > 1 for line in lines):
                self._paste(watched, lines)
                return True
        return super().eventFilter(watched, event)

    def _paste(self, watched: QObject, lines: list[str]) -> None:
        """Fills rows from this one on; headings and other lines without a number are passed over."""
        begin = next(at for at, fields in enumerate(self._rows) if watched in fields.values())
        wanted = [line for line in lines if any(sign.isdecimal() for sign in line)][: MOST_ROWS - begin]
        for at, line in enumerate(wanted, begin):
            while len(self._rows) <= at:
                self.add_row()
            try:
                row = row_from_text(line, "payment")
            except PlannerError as error:
                self._refuse(at + 1, error)
                return
            self._show(self._rows[at], row)

    def _show(self, fields: dict[str, QLineEdit], row: GivenRow) -> None:
        texts = {"number": str(row.number), "due_on": "" if row.due_on is None else row.due_on.isoformat()}
        amounts = {"payment": row.payment_fen, "principal": row.principal_fen, "charge": row.charge_fen}
        texts |= {key: "" if fen is None else format_fen(fen) for key, fen in amounts.items()}
        for key, text in texts.items():
            fields[key].setText(text)
            fields[key].setModified(True)


def _mark(field: QLineEdit, *, wrong: bool) -> None:
    field.setProperty("wrong", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
