"""What a template's defaults rest on: two lines of it, and the others when they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFormLayout, QSizePolicy

from planner.core.products import Product
from planner.i18n import language, tr
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.naming import named

LINES = 2
"""So many lines stand there at once; more of them would push the fields out of view."""


class Evidence(QObject):
    """The lines about a product, in `rows` of the form `name`."""

    def __init__(self, name: str, rows: QFormLayout) -> None:
        super().__init__(rows)
        self._lines: list[str] = []
        self._text = named(label("", "faint", wrap=True), f"{name}.evidence")
        self._text.installEventFilter(self)
        self._more = button("", f"{name}.evidence_more", self._turn, link=True)
        self._more.setAutoDefault(True)
        self._whole = False
        self._more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        rows.addRow("", self._text)  # each a row of its own: in a box of theirs the text would take too much height
        rows.addRow("", self._more)
        self._rows = rows

    def show_product(self, product: Product | None) -> None:
        """Shows the lines of another product; none of one that is not known."""
        self._lines = [] if product is None else _evidence(product)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        """A long form gives a text too little height for its lines: it is told how much there must be."""
        self._text.setMinimumHeight(self._text.heightForWidth(self._text.width()))

    def _turn(self) -> None:
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        shown = self._lines if self._whole else self._lines[:LINES]
        self._text.setText("\n".join(shown))
        if self._text.isVisible():
            self._fit()
        words = tr("Less") if self._whole else tr("{count} more").format(count=len(self._lines) - LINES)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._rows.setRowVisible(self._more, len(self._lines) > LINES)


def _evidence(product: Product) -> list[str]:
    """The lines about what a template's defaults rest on."""
    words = tr("• {text} (grade {grade}, source {source})")
    lines = [tr("Checked on {day}; your contract always wins.").format(day=product.checked_on)]
    for each in product.evidence:
        text = each.zh if language() == "zh" else each.en
        lines.append(words.format(text=text, grade=each.grade, source=each.source))
    return lines
