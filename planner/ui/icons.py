"""Icons, recoloured for the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.paths import resources

SCALE = 3
"""Icons are drawn larger than they are shown, for screens of high density."""


def icon(name: str, colour: str, checked_colour: str = "") -> QIcon:
    """A line icon in a colour, and in another where its button is checked."""
    found = QIcon(pixmap(name, colour, 18))
    if checked_colour:
        found.addPixmap(pixmap(name, checked_colour, 18), QIcon.Mode.Normal, QIcon.State.On)
    return found


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels."""
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    picture = QPixmap(size * SCALE, size * SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * SCALE, size * SCALE))
    painter.end()
    picture.setDevicePixelRatio(SCALE)
    return picture
