"""Input fields that hold amounts, dates, rates and whole numbers as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from planner.core.arithmetic import parse_percent, parse_sum
from planner.core.errors import InTheFuture, Missing, NotADate, NotANumber, PlannerError
from planner.core.money import format_fen
from planner.core.terms import Rate, RatePeriod
from planner.i18n import tr
from planner.ui.icons import icon
from planner.ui.theme import current
from planner.ui.widgets.calendar_popup import choose_day
from planner.ui.widgets.naming import named
from planner.wording.loans import rate_period

K = TypeVar("K", bound=StrEnum)
# Without signs between them only eight digits are a day: 202611 is a month, and 2026115 could be two days.
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月]|(?=\d{4}$)(\d{2}))(\d{1,2})日?", re.ASCII)
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?", re.ASCII)


class MoneyField(QLineEdit):
    """An amount: `1,234.56`, `１２３４`, `1.2万`, or a sum like `32.5+18`. `field` is what errors name."""

    def __init__(self, field: str, name: str, *, optional: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._field, self._optional = field, optional
        self.setPlaceholderText("0.00")
        self.editingFinished.connect(self._tidy)

    def fen(self) -> int | None:
        """The amount; None where nothing is typed and nothing needs to be. Raises Missing or NotAnAmount."""
        text = self.text().strip()
        if text:
            return parse_sum(text, self._field)
        if self._optional:
            return None
        raise Missing(self._field)

    def needed_fen(self) -> int:
        """The amount of a field that must be filled in."""
        fen = self.fen()
        if fen is None:
            raise Missing(self._field)
        return fen

    def set_fen(self, fen: int | None) -> None:
        """Shows an amount, or nothing."""
        self.setText("" if fen is None else format_fen(fen))

    def _tidy(self) -> None:
        if any(sign in self.text()[1:] for sign in "+-*/×÷("):
            try:
                self.set_fen(parse_sum(self.text(), self._field))
            except PlannerError:  # told when the form is sent
                return
            self.setModified(True)  # it is still what was typed


class DateField(QLineEdit):
    """A day: `2026-01-15`, `2026/1/15`, `20260115`, `2026年1月15日`; or chosen in a calendar (Alt+Down, F4)."""

    def __init__(
        self, field: str, name: str, *, optional: bool = False, latest: date | None = None, rough: bool = False
    ) -> None:
        """`rough` takes a month, such as `2022-03`, for its first day."""
        super().__init__()
        named(self, name)
        self._field, self._optional, self._latest, self._rough = field, optional, latest, rough
        self.setPlaceholderText("2026-01-15")
        opening = self.addAction(icon("calendar", current().muted), QLineEdit.ActionPosition.TrailingPosition)
        opening.triggered.connect(self._choose)
        opening.setToolTip(tr("Choose a day"))
        for each in self.findChildren(QToolButton):
            named(each, f"{name}_calendar", tr("Choose a day"))

    def day(self) -> date | None:
        """The day; None where nothing is typed and nothing needs to be. Raises Missing, NotADate or InTheFuture."""
        text = unicodedata.normalize("NFKC", self.text()).strip()
        if not text:
            if self._optional:
                return None
            raise Missing(self._field)
        month = _MONTH.fullmatch(text) if self._rough else None
        found = _DATE.fullmatch(f"{month[1]}-{month[2]}-01" if month is not None else text)
        try:
            if found is None:
                raise ValueError(text)
            day = date(int(found[1]), int(found[2] or found[3]), int(found[4]))
        except ValueError:
            raise NotADate(self._field, text=self.text()) from None
        if self._latest is not None and day > self._latest:
            raise InTheFuture(self._field, today=self._latest)
        return day

    def needed_day(self) -> date:
        """The day of a field that must be filled in."""
        day = self.day()
        if day is None:
            raise Missing(self._field)
        return day

    def set_day(self, day: date | None) -> None:
        """Shows a day, or nothing."""
        self.setText("" if day is None else day.isoformat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        try:
            day = self.day()
        except PlannerError:  # told when the form is sent
            day = None
        choose_day(self, day, self._chosen)

    def _chosen(self, day: date) -> None:
        self.set_day(day)
        self.setModified(True)  # as if it were typed


class NumberField(QLineEdit):
    """A whole number."""

    def __init__(self, field: str, name: str, *, optional: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._field, self._optional = field, optional

    def number(self) -> int | None:
        """The number; None where nothing is typed and nothing needs to be. Raises Missing or NotANumber."""
        text = unicodedata.normalize("NFKC", self.text()).strip()
        if not text:
            if self._optional:
                return None
            raise Missing(self._field)
        if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
            raise NotANumber(self._field, text=self.text())
        return int(text)

    def needed_number(self) -> int:
        """The number of a field that must be filled in."""
        number = self.number()
        if number is None:
            raise Missing(self._field)
        return number


def percent_text(fraction: Decimal) -> str:
    """The fraction 0.0004 as `0.04`."""
    return format((fraction * 100).normalize(), "f")


class PercentField(QLineEdit):
    """A fraction as percent."""

    def __init__(self, field: str, name: str, *, optional: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._field, self._optional = field, optional

    def fraction(self) -> Decimal:
        """What is typed. Raises Missing or NotARate."""
        return parse_percent(self.text(), self._field)

    def fraction_or_none(self) -> Decimal | None:
        """The same; None where nothing is typed and nothing needs to be."""
        return None if self._optional and not self.text().strip() else self.fraction()

    def set_fraction(self, fraction: Decimal) -> None:
        """Shows a fraction."""
        self.setText(percent_text(fraction))


class Choice(QComboBox):
    """A list to choose from; the mouse wheel turns it only when it has the focus, so that scrolling changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Choice):
    """One member of an enum, each by its words."""

    def __init__(self, name: str, choices: Iterable[tuple[StrEnum, str]]) -> None:
        super().__init__(name)
        for kind, words in choices:
            self.addItem(words, kind.value)

    def chosen(self, kind: type[K]) -> K:
        """The member that is chosen."""
        return kind(self.currentData())

    def choose(self, kind: StrEnum) -> None:
        """Chooses a member."""
        self.setCurrentIndex(self.findData(kind.value))


class RateField(QWidget):
    """A rate and the period it is for."""

    def __init__(self, field: str, name: str) -> None:
        super().__init__()
        self._field = field
        self.text = named(QLineEdit(), name, tr("Rate"))
        self.period = ChoiceField(f"{name}_period", ((each, rate_period(each)) for each in RatePeriod))
        self.period.setAccessibleName(tr("Period of the rate"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.period)
        self.setFocusProxy(self.text)

    def rate(self) -> Rate:
        """What is typed. Raises Missing or NotARate."""
        return Rate(parse_percent(self.text.text(), self._field), self.period.chosen(RatePeriod))

    def set_rate(self, rate: Rate) -> None:
        """Shows a rate."""
        self.text.setText(percent_text(rate.value))
        self.period.choose(rate.period)
