"""One name for a widget: the object name that tests and scripts use, and the identifier of screen readers."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, spoken: str = "") -> W:
    """Gives a widget its name (`page.widget`) and what a screen reader says; returns the widget."""
    widget.setObjectName(name)
    widget.setAccessibleIdentifier(name)
    if spoken:
        widget.setAccessibleName(spoken)
    return widget
