"""The fonts of the window: the bundled ones first, so that every machine shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from planner.i18n import language
from planner.paths import resources

FAMILY = "Yudu Sans SC"
LATIN = "Yudu Sans"
"""The same letters, with quotes and dots as narrow as English sets them."""
SIZE_PX = 14


def use_bundled_fonts(app: QApplication) -> None:
    """Registers the fonts and makes them the window's, in the order of the language chosen.

    A character they lack comes from the system.
    """
    if FAMILY not in QFontDatabase.families():
        for file in sorted((resources() / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
    font = QFont([FAMILY] if language() == "zh" else [LATIN, FAMILY])
    font.setPixelSize(SIZE_PX)
    app.setFont(font)
