"""Labels, buttons, cards and pills: the small parts every page is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.theme import current
from planner.ui.widgets.amount import Amount, ExplainButton, explains, paint_explains
from planner.ui.widgets.naming import named


class Wrapped(QLabel):
    """A text of several lines that asks for no more than the room it has."""

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())


class Elided(QLabel):
    """A text of one line that is cut with dots where there is no room for it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(30, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), text)


def label(text: str = "", role: str = "", *, wrap: bool = False, elide: bool = False) -> QLabel:
    """A text; roles are title, heading, muted, faint, figure and error. `wrap` gives it several lines, `elide`
    cuts it where there is no room."""
    made = Wrapped(text) if wrap else Elided(text) if elide else QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # else it is as high as a text of another width
        made.setSizePolicy(policy)
    return made


def button(
    text: str, name: str, clicked: Callable[[], object], *, primary: bool = False, link: bool = False
) -> QPushButton:
    """A button; `primary` is filled, `link` looks like a word in the text."""
    made = named(QPushButton(text), name, text)
    made.setProperty("primary", primary)
    made.setProperty("link", link)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def rule() -> QFrame:
    """A line across."""
    made = QFrame()
    made.setProperty("rule", True)
    made.setFixedHeight(1)
    return made


class Header(QWidget):
    """The top of a page: its title, a note beside it, its buttons on the right."""

    def __init__(self, title: str, *buttons: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(title, "title"))
        self.note = label("", "muted", elide=True)
        row.addWidget(self.note)
        row.addStretch()
        for each in buttons:
            row.addWidget(each)
        self.setFixedHeight(36)


class Card(QFrame):
    """A white card with a heading and a note on the right; widgets go into `body`."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.note = label(note, "faint", elide=True)
        if title:
            top = QWidget()
            top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row = QHBoxLayout(top)
            row.setContentsMargins(0, 0, 0, 0)
            self.title = label(title, "heading")
            row.addWidget(self.title)
            row.addStretch()
            row.addWidget(self.note)
            self.body.addWidget(top)

    def note_explains(self, name: str, spoken: str, clicked: Callable[[], object]) -> Amount:
        """Puts a number that says how it comes about in the place of the note."""
        made = Amount(name, spoken, clicked, "faint", right=True, elide=True)
        top = self.note.parentWidget()
        row = None if top is None else top.layout()
        if row is not None:
            row.replaceWidget(self.note, made)
        self.note.hide()
        return made


class Pill(QWidget):
    """A word on a coloured ground: a state is never shown by colour alone."""

    def __init__(self, text: str = "", tone: str = "neutral") -> None:
        super().__init__()
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: str) -> None:
        """Shows another word; nothing at all where it is empty."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        if not text or self.parentWidget() is not None:  # alone it would flash up as a window of its own
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        return pill_size(self.font(), self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone, self.font())


def pill_font(font: QFont) -> QFont:
    """The font of a pill's word."""
    small = QFont(font)
    small.setPixelSize(12)
    return small


def pill_size(font: QFont, text: str) -> QSize:
    """The room a pill takes."""
    return QSize(QFontMetrics(pill_font(font)).horizontalAdvance(text) + 16, 20)


def paint_pill(painter: QPainter, rect: QRectF, text: str, tone: str, font: QFont) -> None:
    """Paints a pill into a rectangle, in a widget or in a table's cell; a text without room ends with dots."""
    ink, ground = current().tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(ink))
    painter.setFont(pill_font(font))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) - 6)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Badge(QWidget):
    """A product's mark: one character on its colour."""

    SIZE = 26

    def __init__(self, mark: str, colour: str) -> None:
        super().__init__()
        self._mark, self._colour = mark, colour
        self.setFixedSize(self.SIZE, self.SIZE)

    def set(self, mark: str, colour: str) -> None:
        """Shows another product."""
        self._mark, self._colour = mark, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._mark, self._colour, self.font())


def paint_badge(painter: QPainter, rect: QRectF, mark: str, colour: str, font: QFont) -> None:
    """Paints a product's mark into a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, 7, 7)
    bold = QFont(font)
    bold.setPixelSize(13)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark)
    painter.restore()


class Meter(QWidget):
    """A thin bar that is filled in part, in the colour of a tone."""

    def __init__(self, *, height: int = 7) -> None:
        super().__init__()
        self._share, self._tone = 0.0, "accent"
        self.setFixedHeight(height)
        self.setMinimumWidth(40)

    def set(self, share: float, tone: str) -> None:
        """Fills it to a share between 0 and 1."""
        self._share, self._tone = min(max(share, 0.0), 1.0), tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_meter(QPainter(self), QRectF(self.rect()), self._share, self._tone)


def paint_meter(painter: QPainter, rect: QRectF, share: float, tone: str) -> None:
    """Paints a thin bar, filled to a share."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(QColor(theme.neutral_soft))
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        painter.setBrush(QColor(theme.fill(tone)))
        filled = QRectF(rect.left(), rect.top(), max(rect.width() * min(share, 1.0), rect.height()), rect.height())
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


FIGURE_PIXELS, LEAST_FIGURE_PIXELS = 24, 11


def _figure_font(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setBold(True)
    return made


def _figure_size(widget: QWidget, text: str) -> QSize:
    metrics = QFontMetrics(_figure_font(widget.font(), FIGURE_PIXELS))
    return QSize(metrics.horizontalAdvance(text) + 2, metrics.height() + 2)


def _paint_figure(widget: QWidget, text: str, colour: str) -> None:
    """Paints a large figure, smaller where there is no room for it, and cut only as the last resort."""
    painter = QPainter(widget)
    inner = widget.rect()
    pixels = FIGURE_PIXELS
    while pixels > LEAST_FIGURE_PIXELS:
        if QFontMetrics(_figure_font(widget.font(), pixels)).horizontalAdvance(text) <= inner.width():
            break
        pixels -= 1
    painter.setFont(_figure_font(widget.font(), pixels))
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    if isinstance(widget, QPushButton):
        metrics = painter.fontMetrics()
        foot = min(inner.center().y() + metrics.height() / 2, inner.bottom() - 1.0)
        paint_explains(widget, painter, QRectF(inner.left(), foot, metrics.horizontalAdvance(shown), 0))


class FigureText(QLabel):
    """A large figure to read."""

    def sizeHint(self) -> QSize:
        return _figure_size(self, self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_figure(self, self.text(), current().text)


class FigureButton(ExplainButton):
    """A large figure that opens what it is made of."""

    def sizeHint(self) -> QSize:
        return _figure_size(self, self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_figure(self, self.text(), current().accent if self.underMouse() else current().text)


class Kpi(Card):
    """One figure with its name above and a note below; where `clicked` is given the whole card can be pressed."""

    def __init__(self, title: str, name: str, clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.body.setSpacing(3)
        self.body.setContentsMargins(16, 12, 16, 10)
        self.title = label(title, "muted", elide=True)
        self.figure: FigureText | FigureButton = FigureText() if clicked is None else FigureButton(clicked)
        named(self.figure, name, title)
        if clicked is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.unit = label("", "muted")
        self.sub = label("", "muted", wrap=True)
        self.pill = Pill()
        self.meter = Meter()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.figure)
        row.addWidget(self.unit, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.body.addWidget(self.meter)
        self.body.addWidget(self.pill)
        self.body.addWidget(self.sub)
        self.body.addStretch()
        self.meter.hide()
        self.pill.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (
            isinstance(self.figure, FigureButton)
            and event.button() == Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self.figure.click()

    def set(self, figure: str, sub: str = "", *, unit: str = "") -> None:
        """Shows a figure, with its unit small behind it and a line below."""
        self.figure.setText(figure)
        said = f"{self.title.text()} {figure}{unit}"
        self.figure.setAccessibleName(explains(said) if isinstance(self.figure, FigureButton) else said)
        self.figure.updateGeometry()
        self.unit.setText(unit)
        self.sub.setText(sub)
        self.sub.setToolTip(sub)
        self.sub.setVisible(bool(sub))


class Empty(QWidget):
    """What a page shows before there is anything: a sentence and the next step."""

    def __init__(self, text: str, action: QPushButton | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch()
        sentence = label(text, "muted", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(sentence)
        if action is not None:
            column.addWidget(action, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
