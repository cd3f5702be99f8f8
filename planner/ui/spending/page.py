"""The spending page: the transactions of one month, and what they sum to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton

from planner.core.calendar import add_months
from planner.core.statement_rows import RowClass
from planner.i18n import tr
from planner.reports.spending import Entry, MonthOfSpending, month_of_spending
from planner.ui.icons import icon
from planner.ui.page import GAP, Desk, Page
from planner.ui.theme import current
from planner.ui.tones import class_tone
from planner.ui.widgets.basics import Card, Empty, Header, Kpi, button, label
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, month_name, yuan
from planner.wording.statements import category, provider, review_reason, row_class

_INWARD = frozenset({RowClass.IN, RowClass.N_INTEREST, RowClass.N_REFUND, RowClass.N_DRAWDOWN})
_OUTWARD = frozenset({RowClass.OUT, RowClass.N_REPAYMENT})


def make_page(desk: Desk) -> Page:
    """The spending page."""
    return SpendingPage(desk)


class SpendingPage(Page):
    """The transactions of the open book, a month at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = desk.today.replace(day=1)
        self._moved = False
        self._back = self._arrow("chevron-left", "spending.earlier", tr("The month before"), -1)
        self._forward = self._arrow("chevron-right", "spending.later", tr("The month after"), 1)
        self._name = named(label("", "heading"), "spending.month")
        load = button(tr("Import statements"), "spending.import", lambda: desk.go_to("imports"), primary=True)
        self._header = Header(tr("Spending"), self._back, self._name, self._forward, load)
        named(self._header.note, "spending.note")
        self.column.addWidget(self._header)
        figures = QHBoxLayout()
        figures.setSpacing(GAP)
        self._spent = Kpi(tr("Spent"), "spending.spent")
        self._received = Kpi(tr("Income"), "spending.received")
        self._refunded = Kpi(tr("Refunds"), "spending.refunded")
        self._repaid = Kpi(tr("Repayments in statements"), "spending.repaid")
        for each in (self._spent, self._received, self._refunded, self._repaid):
            each.setFixedHeight(88)
            figures.addWidget(each, 1)
        self.column.addLayout(figures)
        card = Card()
        self._table = self._make_table()
        card.body.addWidget(self._table)
        self._raw = named(label("", "faint", wrap=True), "spending.raw")
        card.body.addWidget(self._raw)
        self._card = card
        self.column.addWidget(card, 1)
        self._empty = Card()
        words = tr("No transactions in this month. Import the bill that the Alipay app exports as CSV.")
        start = button(tr("Import statements"), "spending.first", lambda: desk.go_to("imports"), primary=True)
        self._empty.body.addWidget(Empty(words, start))
        self.column.addWidget(self._empty, 1)

    def refresh(self) -> None:
        self.ask(month_of_spending, self._show, month=self._month)

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

    def _make_table(self) -> DataTable:
        table = DataTable(
            "spending.list",
            tr("Transactions"),
            [
                Column(tr("Time"), lambda row: f"{row.happened_at:%m-%d %H:%M}", width=110,
                       order=lambda row: row.happened_at),
                Column(tr("With whom"), lambda row: row.counterparty, width=190, tooltip=lambda row: row.counterparty),
                Column(tr("What for"), lambda row: row.description, stretch=True, tooltip=lambda row: row.description),
                Column(tr("Category"), _category, width=110, from_width=720),
                Column(tr("Kind"), lambda row: "", width=130, pill=_kind),
                Column(tr("Amount"), _signed, right=True, bold=True, width=110, order=lambda row: row.amount_fen or 0),
                Column(tr("From"), lambda row: provider(row.provider), right=True, width=70, from_width=800),
            ],
            lambda row: row.id,
        )  # fmt: skip
        table.chosen.connect(self._show_raw)
        return table

    def _show(self, view: MonthOfSpending) -> None:
        if not view.entries and not self._moved and view.latest is not None and view.latest < self._month:
            # at first, the latest month that has anything
            self._month = view.latest.replace(day=1)
            self.refresh()
            return
        self._name.setText(month_name(view.first_day))
        self._header.note.setText(tr("{count} rows").format(count=len(view.entries)))
        self._back.setEnabled(view.earliest is not None and view.earliest < view.first_day)
        self._forward.setEnabled(
            view.latest is not None and add_months(view.first_day, 1) <= max(view.latest, self.desk.today)
        )
        self._spent.set(yuan(view.spent_fen))
        self._received.set(yuan(view.received_fen))
        self._refunded.set(yuan(view.refunded_fen))
        self._repaid.set(yuan(view.repaid_fen))
        self._empty.setVisible(not view.entries)
        self._card.setVisible(bool(view.entries))
        self._table.set_rows(view.entries)
        self._raw.setText(tr("Choose a row to see it as the statement has it."))

    def _show_raw(self, row: Entry) -> None:
        words = tr("Line {line}: {raw}").format(line=row.line, raw=row.raw)
        self._raw.setText(f"{review_reason(row.review)} · {words}" if row.review else words)


def _category(row: Entry) -> str:
    return category(row.category_key, row.category_name) if row.category_name else "—"


def _kind(row: Entry) -> tuple[str, str]:
    return (tr("To review"), "watch") if row.review else (row_class(row.row_class), class_tone(row.row_class))


def _signed(row: Entry) -> str:
    if row.row_class in _INWARD:
        return f"+{amount(row.amount_fen)}"
    return f"−{amount(row.amount_fen)}" if row.row_class in _OUTWARD else amount(row.amount_fen)
