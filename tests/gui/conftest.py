"""Every test of the window starts in English, in the light theme, with the bundled fonts, and leaves no widget behind.

Python frees widgets that refer to themselves whenever it likes: inside a call of Qt that goes through all widgets,
that ends the process. So while a test runs nothing is collected, and afterwards everything is.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from planner.i18n import set_language
from planner.ui.fonts import use_bundled_fonts
from planner.ui.theme import apply_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The look of the window, put back after a test changed it."""
    gc.collect(1)
    gc.disable()
    set_language("en")
    use_bundled_fonts(qapp)
    apply_theme(qapp, "light")
    yield
    set_language("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.enable()
