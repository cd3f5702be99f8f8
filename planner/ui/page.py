"""What all pages share: they ask for reports when in view, and drop answers that were overtaken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import RowRef
from planner.core.law import Law
from planner.core.products import Product
from planner.core.scorecard import Scorecard
from planner.core.warnings import Rules
from planner.core.workdays import Workdays
from planner.ui.open_book import OpenBook
from planner.ui.preferences import Preferences
from planner.ui.widgets.search import SearchField

T = TypeVar("T")
MARGIN = 24
GAP = 14
NOT_ENOUGH = "not enough"
"""The place in the guide that says what to do when the dues cannot be paid."""


class Known(Protocol):
    """What the program knows, as the caller read it."""

    @property
    def products(self) -> tuple[Product, ...]: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def scorecard(self) -> Scorecard: ...
    @property
    def law(self) -> Law: ...
    @property
    def workdays(self) -> Workdays: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is handed: the open book, the day, what the program knows, and where to go from here."""

    book: OpenBook
    today: date
    products: tuple[Product, ...]
    rules: Rules
    scorecard: Scorecard
    law: Law
    workdays: Workdays
    preferences: Preferences
    go_to: Callable[..., None]
    open_row: Callable[[RowRef], None]
    restyle: Callable[[], None]

    def product(self, key: str) -> Product | None:
        """The template of a product key."""
        return next((product for product in self.products if product.key == key), None)


class Page(QWidget):
    """One page of the window. Subclasses build their widgets in __init__ and fill them in `refresh`."""

    search: SearchField | None = None
    """Where Ctrl+F goes, on pages that list what can be searched."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        self._stale = True
        self._asked: Counter[str] = Counter()
        desk.book.changed.connect(self._book_changed)

    def refresh(self) -> None:
        """Asks for what the page shows; a page without figures has nothing to ask."""

    def show_row(self, ref: RowRef) -> None:
        """Moves to a row of the book that this page shows."""

    def show_place(self, place: str) -> None:
        """Moves to a place of this page."""

    def ask(
        self,
        report: Callable[..., T],
        show: Callable[[T], None],
        *,
        refused: Callable[[PlannerError], None] | None = None,
        **values: Any,
    ) -> None:
        """Asks for a report; a newer question of the same report overtakes this one. `refused` gets a PlannerError."""
        name = getattr(report, "__name__", "")
        self._asked[name] += 1
        ticket = self._asked[name]
        self.desk.book.ask(
            report,
            lambda answer: show(answer) if ticket == self._asked[name] else None,
            refused=refused,
            **values,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _book_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
