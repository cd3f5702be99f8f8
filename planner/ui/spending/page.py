"""The spending page: a year by categories, the sums of a month, its transactions, and what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from planner.core.calendar import add_months
from planner.core.errors import PlannerError
from planner.core.facts import RowRef
from planner.i18n import tr
from planner.reports.spending import (
    Entry,
    Found,
    Kind,
    MonthOfSpending,
    month_of_row,
    month_of_spending,
    search_spending,
    spent_in,
)
from planner.reports.spending_sums import MONTHS, SpendingCourse, spending_by_month
from planner.ui.explaining import Explaining
from planner.ui.icons import icon
from planner.ui.page import GAP, Desk, Page
from planner.ui.spending.cards import SumsCard, YearCard
from planner.ui.spending.forms import SpendingForms
from planner.ui.spending.list import EntryList
from planner.ui.theme import current
from planner.ui.widgets.basics import Card, Empty, Header, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.search import SearchField
from planner.wording.amounts import month_name, yuan
from planner.wording.problems import explain

UPPER_HEIGHT = 236
WIDE = 960
"""From this width on, the header has room for the month in words; its figures stand in the cards as well."""


def make_page(desk: Desk) -> Page:
    """The spending page."""
    return SpendingPage(desk)


class SpendingPage(Page):
    """The transactions of the open book: a month at a time, or what a search finds in all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = SpendingForms(desk, self)
        self._month = desk.today.replace(day=1)
        self._moved = False
        self._wanted: int | None = None
        self._notice = ""
        self._view: MonthOfSpending | None = None
        self._make_header()
        upper = QHBoxLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(GAP)
        explaining = Explaining(desk, self, "spending_origin")
        self._year, self._sums = YearCard(explaining), SumsCard(explaining)
        upper.addWidget(self._year, 13)
        upper.addWidget(self._sums, 6)
        self._upper = QWidget()
        self._upper.setLayout(upper)
        self._upper.setFixedHeight(UPPER_HEIGHT)
        self.column.addWidget(self._upper)
        self._list = EntryList(desk, explaining)
        self._list.narrowed.connect(self._narrow)
        self._list.opened.connect(self._open)
        self._list.category_wanted.connect(self._categorise)
        self._list.scene_wanted.connect(self._forms.place)
        self._list.decision_wanted.connect(self._forms.decide)
        self._list.deletion_wanted.connect(self._delete)
        self.column.addWidget(self._list, 1)
        self._empty = Card()
        words = tr("No transactions in this book yet. Import the bills that wallets and banks export.")
        start = button(tr("Import statements"), "spending.first", lambda: desk.go_to("imports"), primary=True)
        self._empty.body.addWidget(Empty(words, start))
        self.column.addWidget(self._empty, 1)
        self._empty.hide()

    def refresh(self) -> None:
        self.ask(month_of_spending, self._show, month=self._month)
        now = self.desk.today.replace(day=1)
        shown = now if add_months(now, -MONTHS) < self._month <= now else self._month
        self.ask(spending_by_month, self._show_year, until=shown)
        if self._searching():
            self._search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= WIDE
        self._header.note.setVisible(wide)
        if self.search is not None:
            self.search.setMinimumWidth(200 if wide else 96)
        super().resizeEvent(event)

    def show_row(self, ref: RowRef) -> None:
        """Moves to the month of a transaction, and to its row."""
        self._wanted = ref.id
        self.ask(month_of_row, self._go_to_row, row_id=ref.id)

    def _make_header(self) -> None:
        self._back = self._arrow("chevron-left", "spending.earlier", tr("The month before"), -1)
        self._forward = self._arrow("chevron-right", "spending.later", tr("The month after"), 1)
        self._name = named(label("", "heading"), "spending.month")
        self.search = SearchField("spending.search", tr("Search payee, text, amount"))
        self.search.searched.connect(lambda _words: self._narrow())
        load = button(tr("Import statements"), "spending.import", lambda: self.desk.go_to("imports"))
        add = button(tr("Note an entry"), "spending.add", self._forms.add, primary=True)
        self._header = Header(tr("Spending"), self._back, self._name, self._forward, self.search, load, add)
        named(self._header.note, "spending.note")
        self.column.addWidget(self._header)

    def _arrow(self, picture: str, name: str, spoken: str, months: int) -> QToolButton:
        made = named(QToolButton(), name, spoken)
        made.setToolTip(spoken)
        made.setIcon(icon(picture, current().muted))
        made.clicked.connect(lambda _checked=False: self._go(months))
        return made

    def _go(self, months: int) -> None:
        self._moved = True
        self._month = add_months(self._month, months)
        self.refresh()

    def _go_to_row(self, month: date | None) -> None:
        """To a row's month, with all filters off; rows without a time are among those to review."""
        assert self.search is not None
        self.search.clear()
        self._list.show_all(None if month is not None else Kind.TO_REVIEW)
        if month is not None:
            self._moved, self._month = True, month
        self.refresh()

    def _searching(self) -> bool:
        """The list holds rows of all months."""
        assert self.search is not None
        return bool(self.search.words()) or self._list.wanted().kind is Kind.TO_REVIEW

    def _show(self, view: MonthOfSpending) -> None:
        if not view.entries and not self._moved and view.latest is not None and view.latest < self._month:
            # at first, the latest month that has anything
            self._moved, self._month = True, view.latest.replace(day=1)
            self.refresh()
            return
        self._view = view
        self._name.setText(month_name(view.first_day))
        spent = tr("{count} rows · spent {amount}").format(count=len(view.entries), amount=yuan(view.spent_fen))
        self._header.note.setText(spent)
        self._header.note.setToolTip(spent)
        self._sums.show_month(view)
        self._list.show_categories(view.categories)
        anything = view.any_rows or bool(view.interest_and_fees_fen)
        self._upper.setVisible(anything)
        self._list.setVisible(anything)
        self._empty.setVisible(not anything)
        self._set_arrows()
        if not self._searching():
            self._show_month_rows()

    def _set_arrows(self) -> None:
        view, searching = self._view, self._searching()
        if view is None:
            return
        after = add_months(view.first_day, 1)
        later = view.latest is not None and after <= max(view.latest, self.desk.today)
        self._back.setEnabled(not searching and view.earliest is not None and view.earliest < view.first_day)
        self._forward.setEnabled(not searching and later)

    def _narrow(self) -> None:
        """Other words or filters: the month's rows are at hand, a search asks the book."""
        self._set_arrows()
        if self._searching():
            self._search()
        elif self._view is not None and self._view.first_day == self._month:
            self._show_month_rows()

    def _search(self) -> None:
        assert self.search is not None
        wanted = self._list.wanted()
        self.ask(search_spending, self._show_found, words=self.search.words(), narrowed=wanted)

    def _show_month_rows(self) -> None:
        assert self._view is not None
        wanted = self._list.wanted()
        kept = [entry for entry in self._view.entries if wanted.keeps(entry)]
        total = len(self._view.entries)
        words = tr("{count} rows").format(count=total)
        if len(kept) != total:
            words = tr("{count} of {total} rows · spent {amount}")
            words = words.format(count=len(kept), total=total, amount=yuan(spent_in(kept)))
        self._show_rows(kept, words)

    def _show_found(self, found: Found) -> None:
        if not self._searching():
            return
        shown = len(found.entries)
        words = tr("{count} rows of all months · spent {amount}")
        words = words.format(count=found.count, amount=yuan(spent_in(found.entries)))
        if shown < found.count:
            words = tr("The newest {count} of {total} rows").format(count=shown, total=found.count)
        self._show_rows(found.entries, words)

    def _show_rows(self, entries: Sequence[Entry], words: str) -> None:
        self._list.show_rows(entries, words)
        if self._notice:
            self._list.tell(self._notice)
            self._notice = ""
        if self._wanted is not None and self._list.table.choose(self._wanted):
            self._wanted = None

    def _show_year(self, course: SpendingCourse) -> None:
        self._year.show_course(course, self._month)

    def _open(self, row: Entry) -> None:
        """An own entry is corrected, a row to review is decided, other spending gets its category."""
        if row.own:
            self._forms.correct(row)
        elif row.review is not None:
            self._forms.decide([row])
        else:
            self._categorise([row])

    def _categorise(self, rows: Sequence[Entry]) -> None:
        self._forms.categorise(rows)

    def _delete(self, rows: Sequence[Entry]) -> None:
        from planner.actions.spending import delete_entries

        ids = [row.id for row in rows]
        self.desk.book.do(delete_entries, done=self._deleted, refused=self._refused, row_ids=ids)

    def _deleted(self, _count: int) -> None:
        self._notice = tr("Deleted. Ctrl+Z brings it back.")

    def _refused(self, error: PlannerError) -> None:
        self._list.tell(explain(error))
