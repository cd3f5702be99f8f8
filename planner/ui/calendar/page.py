"""The calendar page: the month as a grid, one day of it, the month's sums, and the dues as a calendar file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.core.calendar import add_months
from planner.core.errors import PlannerError
from planner.core.facts import RowRef
from planner.i18n import tr
from planner.reports.calendar import CalendarFile, DayItem, MonthCalendar, calendar_file, due_day, month_calendar
from planner.reports.dues import month_asked
from planner.ui.calendar.day_card import DayCard
from planner.ui.calendar.grid import MonthGrid
from planner.ui.calendar.sources import day_source, sum_source
from planner.ui.explaining import Explaining
from planner.ui.icons import icon
from planner.ui.loans.forms import LoanForms
from planner.ui.page import GAP, Desk, Page
from planner.ui.theme import current
from planner.ui.widgets.amount import Amount
from planner.ui.widgets.basics import Card, Header, button, label, rule
from planner.ui.widgets.naming import named
from planner.wording.amounts import month_name, yuan
from planner.wording.calendar import event_about, event_title

SIDE_WIDTH = 244
DAYS_OF_A_FILE = 365
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)


def make_page(desk: Desk) -> Page:
    """The calendar."""
    return CalendarPage(desk)


class CalendarPage(Page):
    """The dues of a month."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = LoanForms(desk, self)
        self._explaining = Explaining(desk, self, "calendar_origin")
        self._view: MonthCalendar | None = None
        self._make_header()
        self._notice = named(label("", "muted", wrap=True), "calendar.notice")
        self._notice.hide()
        self.column.addWidget(self._notice)
        self._day_card = DayCard(desk, self._forms.repay_account, self._forms.add_loan, self._explaining)
        self.grid = MonthGrid("calendar.grid", desk.today, self._mark)
        self.grid.wanted.connect(self.go_to_day)
        self.grid.entered_day.connect(self._day_card.go_in)
        self.grid.asked.connect(self._explain_day)
        card = Card()
        card.body.setContentsMargins(6, 6, 6, 10)
        card.body.addWidget(self.grid, 1)
        card.body.addWidget(_legend())
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._day_card, 1)
        column.addWidget(self._make_sums())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(card, 1)
        row.addWidget(side)
        self.column.addLayout(row, 1)

    def refresh(self) -> None:
        desk = self.desk
        self.ask(month_calendar, self._show, month=self.grid.day, today=desk.today, workdays=desk.workdays)

    def show_row(self, ref: RowRef) -> None:
        """Moves to the day an instalment or a statement falls due."""
        self.ask(due_day, lambda day: None if day is None else self.go_to_day(day), ref=ref, today=self.desk.today)

    def go_to_day(self, day: date) -> None:
        """Moves to a day; one of another month turns the month."""
        day = min(max(day, FIRST_DAY), LAST_DAY)
        self.grid.move_to(day)
        view = self._view
        if view is not None and (day.year, day.month) == (view.month.year, view.month.month):
            self._show_day(view)
        else:
            self.refresh()

    def _make_header(self) -> None:
        earlier = button("", "calendar.earlier", partial(self._turn, -1))
        later = button("", "calendar.later", partial(self._turn, 1))
        words = ((earlier, tr("Month before"), "chevron-left"), (later, tr("Next month"), "chevron-right"))
        for each, text, picture in words:
            each.setIcon(icon(picture, current().muted))
            each.setIconSize(QSize(16, 16))
            each.setAccessibleName(text)
            each.setToolTip(text)
        today = button(tr("Today"), "calendar.today", partial(self.go_to_day, self.desk.today))
        export = button(tr("Save as .ics…"), "calendar.export", self._ask_file)
        export.setToolTip(tr("The dues of the next year as a file for the calendar of your phone or computer"))
        header = Header(tr("Calendar"), earlier, today, later, export)
        self._month = named(header.note, "calendar.month")
        self.column.addWidget(header)

    def _make_sums(self) -> Card:
        card = Card(tr("This month"))
        self._sums_title = card.title
        card.body.setSpacing(6)
        self._sums: dict[str, Amount] = {}
        rows = (
            ("due", tr("Due in all")),
            ("paid", tr("Paid") + " ✓"),
            ("open", tr("To pay") + " ○"),
            ("overdue", tr("Overdue") + " !"),
        )
        for at, (key, words) in enumerate(rows):
            if at:
                card.body.addWidget(rule())
            line = QHBoxLayout()
            line.addWidget(label(words, "muted"))
            role, explain = "heading" if key == "due" else "", partial(self._explain, key)
            self._sums[key] = Amount(f"calendar.{key}", words, explain, role, right=True, elide=True)
            line.addWidget(self._sums[key], 1)
            card.body.addLayout(line)
        return card

    def _mark(self, item: DayItem) -> str:
        return self._day_card.badge(item)[0]

    def _turn(self, months: int) -> None:
        self.go_to_day(add_months(self.grid.day, months))

    def _show(self, view: MonthCalendar) -> None:
        self._view = view
        self.grid.show_month(view)
        self._month.setText(month_name(view.month))
        this = (view.month.year, view.month.month) == (view.today.year, view.today.month)
        self._sums_title.setText(tr("This month") if this else month_name(view.month))
        sums = view.sums
        figures = {"due": sums.due_fen, "paid": sums.paid_fen, "open": sums.open_fen, "overdue": sums.overdue_fen}
        for key, fen in figures.items():
            self._sums[key].setText(yuan(fen))
        self._show_day(view)

    def _show_day(self, view: MonthCalendar) -> None:
        day = view.day(self.grid.day)
        if day is not None:
            self._day_card.show_day(view, day)

    def _explain(self, key: str) -> None:
        """How one of the month's sums comes about, as the book has it now."""
        if self._view is None:
            return
        month, today = self._view.month, self.desk.today
        self._explaining.ask(month_asked, lambda found: sum_source(key, month, found), month=month, today=today)

    def _explain_day(self, day: date) -> None:
        found = None if self._view is None else self._view.day(day)
        if found is not None:
            self._explaining.show(day_source(found))

    def _ask_file(self) -> None:
        folder = self.desk.preferences.last_export_folder
        name = str(Path(folder) / "yudu.ics") if folder else "yudu.ics"
        dialog = QFileDialog(self, tr("Save as .ics…"), name, tr("Calendar files (*.ics)"))
        dialog.setObjectName("calendar.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self._save(Path(file)))
        dialog.open()

    def _save(self, file: Path) -> None:
        """Asks for the dues and writes them off this thread; the dialog has asked before it replaces a file."""
        self.desk.preferences.last_export_folder = str(file.parent)
        self.ask(calendar_file, partial(self._write, file), today=self.desk.today, days=DAYS_OF_A_FILE)

    def _write(self, file: Path, found: CalendarFile) -> None:
        from planner.exchange.ics import EventWords, write_calendar

        today, workdays = self.desk.today, self.desk.workdays
        words = EventWords(tr("Dues"), event_title, lambda due: event_about(due, today, workdays))

        def work() -> str:
            try:
                count = write_calendar(file, found, words, replace=True)
            except OSError as error:
                failed = tr("{file} could not be written ({reason}). Choose another place.")
                return failed.format(file=file, reason=error.strerror or type(error).__name__)
            return tr("{count} dues of the next year are in {file}.").format(count=count, file=file)

        self.desk.book.run(work, self._say, refused=self._refused)

    def _refused(self, error: PlannerError) -> None:
        from planner.wording.problems import explain

        self._say(explain(error))

    def _say(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))


def _legend() -> QLabel:
    """What the shapes mean."""
    parts = (
        "✓ " + tr("Paid"), "○ " + tr("To pay"), "! " + tr("Due today or overdue"), "＋ " + tr("Income"),
        "→ " + tr("Carried on"), "≡ " + tr("Crowded"), "▲ " + tr("Cash does not suffice"),
    )  # fmt: skip
    return named(
        label("   ".join(each.replace(" ", "\u00a0") for each in parts), "faint", wrap=True), "calendar.legend"
    )
