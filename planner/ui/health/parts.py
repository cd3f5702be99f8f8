"""What the cards of the limit-health page share."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.ui.widgets.basics import Card, label


def headed(card: Card, title: str, *controls: QWidget) -> QLabel:
    """Gives a card a heading with controls at its right; returns the note between them."""
    note = label("", "faint", elide=True)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label(title, "heading"))
    row.addStretch()
    row.addWidget(note)
    for each in controls:
        row.addWidget(each)
    card.body.addLayout(row)
    return note
