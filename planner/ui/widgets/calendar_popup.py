"""A calendar below a field, to choose a day by mouse or arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from planner.i18n import language, tr
from planner.ui.icons import icon
from planner.ui.theme import current
from planner.ui.widgets.naming import named


def choose_day(field: QWidget, day: date | None, chosen: Callable[[date], None]) -> None:
    """Opens a calendar at `day`, or at this month; `chosen` gets the day of a click or Enter. Esc closes it."""
    calendar = named(QCalendarWidget(field), f"{field.objectName()}_popup", tr("Choose a day"))
    calendar.setWindowFlags(Qt.WindowType.Popup)
    calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar.setLocale(QLocale("zh_CN" if language() == "zh" else "en_GB"))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    _dress(calendar)
    if day is not None:
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def take(picked: QDate) -> None:
        chosen(date(picked.year(), picked.month(), picked.day()))
        calendar.close()

    calendar.clicked.connect(take)
    calendar.activated.connect(take)
    for part in (calendar, *calendar.findChildren(QWidget)):
        part.ensurePolished()  # the style sheet changes their sizes
    calendar.adjustSize()
    calendar.move(_place(field, calendar))
    calendar.show()
    calendar.setFocus(Qt.FocusReason.PopupFocusReason)


def _dress(calendar: QCalendarWidget) -> None:
    """The theme's arrows and days; red is for what is wrong, so weekends look like other days."""
    text, names = QTextCharFormat(), QTextCharFormat()
    text.setForeground(QColor(current().text))
    names.setForeground(QColor(current().muted))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, text)
    calendar.setHeaderTextFormat(names)
    for button, picture in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        for arrow in calendar.findChildren(QToolButton, button):
            arrow.setIcon(icon(picture, current().muted))


def _place(field: QWidget, calendar: QWidget) -> QPoint:
    """Below the field, or above it where the screen ends, and never over its right edge."""
    size, screen = calendar.size(), field.screen().availableGeometry()
    below = field.mapToGlobal(QPoint(0, field.height() + 2))
    if below.y() + size.height() > screen.bottom():
        below = field.mapToGlobal(QPoint(0, -size.height() - 2))
    return QPoint(max(min(below.x(), screen.right() - size.width()), screen.left()), max(below.y(), screen.top()))
