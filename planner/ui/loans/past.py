"""What is to become of the instalments that fell due before a loan was entered."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.i18n import tr
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import ChoiceField
from planner.ui.widgets.naming import named


class Past(StrEnum):
    """Whether the instalments before today were paid."""

    IN_TIME = "in_time"
    ENTERED = "entered"


class PastInstalments(QWidget):
    """How many instalments were due before today, and the choice; `name` is the form it stands in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._count = named(label("", "muted"), f"{name}.past_count")
        words = {
            Past.IN_TIME: tr("All were paid on their due days"),
            Past.ENTERED: tr("I will enter what was paid"),
        }
        self.choice = ChoiceField(f"{name}.past", words.items())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)

    def show_count(self, count: int) -> None:
        """How many there are."""
        words = (
            tr("{count} instalments were due before today") if count != 1 else tr("1 instalment was due before today")
        )
        self._count.setText(words.format(count=count))
        self.choice.setAccessibleName(self._count.text())

    @property
    def in_time(self) -> bool:
        """All were paid on their due days."""
        return self.choice.chosen(Past) is Past.IN_TIME
