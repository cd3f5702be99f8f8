"""Every test of the window starts in English, in the light theme, with the bundled fonts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from planner.i18n import set_language
from planner.ui.fonts import use_bundled_fonts
from planner.ui.theme import apply_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The look of the window, put back after a test changed it."""
    set_language("en")
    use_bundled_fonts(qapp)
    apply_theme(qapp, "light")
    yield
    set_language("en")
