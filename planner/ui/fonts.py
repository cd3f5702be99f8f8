"""The fonts of the window: the bundled Chinese font first, so that every machine shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from planner.paths import resources

FAMILY = "Yudu Sans SC"
SIZE_PX = 14


def use_bundled_fonts(app: QApplication) -> None:
    """Registers the fonts and makes them the window's; a character they lack comes from the system."""
    for file in sorted((resources() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(FAMILY)
    font.setPixelSize(SIZE_PX)
    app.setFont(font)
