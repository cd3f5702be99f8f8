"""One day of the calendar: what stands on it, what a day without work means, and the repayment from here."""

from __future__ import annotations

from collections.abc import Callable

from planner.core.facts import RowRef
from planner.i18n import tr
from planner.reports.calendar import CalendarDay, DayItem, MonthCalendar
from planner.ui.calendar.words import day_marks, item_amount, item_part, item_state, item_title
from planner.ui.explaining import Explaining
from planner.ui.page import Desk
from planner.ui.tones import product_badge
from planner.ui.widgets.basics import Card, Empty, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import day_and_weekday, days_left
from planner.wording.calendar import pay_by_note

PAYDAY_BADGE = ("＋", "#0B7A84")


class DayCard(Card):
    """The chosen day."""

    def __init__(
        self, desk: Desk, repay: Callable[[RowRef], None], add_loan: Callable[[], None], explaining: Explaining
    ) -> None:
        super().__init__(" ")
        self._desk, self._repay_account = desk, repay
        named(self.title, "calendar.day_title")
        self.items = DataTable(
            "calendar.day",
            tr("What stands on this day"),
            [
                Column(tr("What"), item_title, second=_second, badge=self.badge, stretch=True, tooltip=_tooltip),
            ],
            lambda item: (item.kind, item.ref),
            tall=True,
            header=False,
        )
        self.items.setMinimumHeight(116)
        self.items.opened.connect(self._open)
        self.items.can(tr("Open"), self._open)
        self.items.can(tr("Record a repayment…"), self._repay)
        self.items.can_explain(lambda item: explaining.row(item.ref))
        self.items.chosen.connect(lambda _item: self._set_button())
        self._marks = named(label("", "muted", wrap=True), "calendar.day_marks")
        self._note = named(label("", "faint", wrap=True), "calendar.note")
        self._button = button(tr("Record a repayment…"), "calendar.repay", self._repay_chosen)
        first = button(tr("Add your first loan"), "calendar.first", add_loan, primary=True)
        self._empty = Empty(tr("No lines and no loans yet."), first)
        self._empty.hide()
        self.body.addWidget(self._marks)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.items, 1)
        self.body.addWidget(self._note)
        self.body.addWidget(self._button)

    def show_day(self, view: MonthCalendar, day: CalendarDay) -> None:
        """Shows a day of a month."""
        self.title.setText(day_and_weekday(day.on))
        self.note.setText(days_left((day.on - view.today).days) if day.on >= view.today else "")
        self.items.set_rows(day.items)
        if day.items and self.items.chosen_row() is None:
            self.items.choose((day.items[0].kind, day.items[0].ref))
        marks = day_marks(day) or ([] if day.items or not view.has_accounts else [tr("Nothing stands on this day.")])
        self._marks.setText(" · ".join(marks))
        self._marks.setVisible(bool(marks))
        self._note.setText(_note(view, day))
        self._note.setVisible(bool(self._note.text()))
        self._empty.setVisible(not view.has_accounts)
        self.items.setVisible(bool(day.items) or view.has_accounts)
        self._button.setVisible(view.has_accounts)
        self._set_button()

    def go_in(self) -> None:
        """Moves the keyboard into the list of the day."""
        self.items.setFocus()

    def badge(self, item: DayItem) -> tuple[str, str]:
        """The mark of an item."""
        return PAYDAY_BADGE if item.account is None else product_badge(self._desk, item.product, item.name)

    def _open(self, item: DayItem) -> None:
        self._desk.open_row(item.account or item.ref)

    def _repay(self, item: DayItem) -> None:
        if item.account is not None and item.open_fen:
            self._repay_account(item.account)

    def _to_repay(self) -> DayItem | None:
        """The item the button is for: the chosen one, or the first that is open."""
        chosen = self.items.chosen_row()
        rows = [] if chosen is None else [chosen]
        return next((each for each in (*rows, *self.items.rows_model.rows()) if each.open_fen), None)

    def _repay_chosen(self) -> None:
        item = self._to_repay()
        if item is not None:
            self._repay(item)

    def _set_button(self) -> None:
        self._button.setEnabled(self._to_repay() is not None)


def _second(item: DayItem) -> str:
    return " · ".join(each for each in (item_part(item), item_amount(item), item_state(item)) if each)


def _tooltip(item: DayItem) -> str:
    return f"{item_title(item)}\n{_second(item)}"


def _note(view: MonthCalendar, day: CalendarDay) -> str:
    """When to send the money for a day without work; said where it can still be done."""
    if day.pay_by is None or day.on < view.today:
        return ""
    words = pay_by_note(day.pay_by)
    if not view.holidays_known:
        words += " " + tr("The public holidays of this year are not known yet: only weekends are counted.")
    return words
