"""The loans page: every line and loan on the left, the chosen one with all that belongs to it on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.facts import RowKind, RowRef
from planner.core.repayments import DueState
from planner.i18n import tr
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import AccountRow, Accounts, LoanView, account_of, accounts, loan_view
from planner.ui.loans.commands import LoanCommands
from planner.ui.loans.detail import DetailCard
from planner.ui.loans.forms import LoanForms
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import product_badge
from planner.ui.widgets.basics import Card, Empty, Header, button, label
from planner.ui.widgets.fields import Choice
from planner.ui.widgets.naming import named
from planner.ui.widgets.search import SearchField
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, percent, short_day, whole, yuan
from planner.wording.loans import due_state, line_kind, line_status, method, product_name

ALL, OPEN, SETTLED = "all", "open", "settled"


def make_page(desk: Desk) -> Page:
    """The loans page."""
    return LoansPage(desk)


class LoansPage(Page):
    """Lines and loans of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = LoanForms(desk, self, self._added)
        self._commands = LoanCommands(desk, self._forms, self._say, self._go_to)
        add_line = button(tr("Add a line"), "loans.add_line", self._forms.add_line)
        add = button(tr("Add a loan"), "loans.add", self._forms.add_loan, primary=True)
        self._header = Header(tr("Loans"), add_line, add)
        named(self._header.note, "loans.note")
        self.column.addWidget(self._header)
        self._notice = self._counted = ""
        self._wrong = False
        self._rows: tuple[AccountRow, ...] = ()
        self._wanted: RowRef | None = None
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._make_list(), 6)
        self._detail = DetailCard(desk, self._commands)
        row.addWidget(self._detail, 7)
        self._body = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        self._body.setLayout(row)
        self._empty = Card()
        start = button(tr("Add your first loan"), "loans.first", self._forms.add_loan, primary=True)
        self._empty.body.addWidget(Empty(tr("No lines and no loans yet."), start))
        self.column.addWidget(self._body, 1)
        self.column.addWidget(self._empty, 1)
        self._empty.hide()

    def refresh(self) -> None:
        self.ask(accounts, self._show, today=self.desk.today)

    def show_row(self, ref: RowRef) -> None:
        """Moves to a loan or line, or to that of an instalment, a repayment, a statement or a limit."""
        if ref.kind in (RowKind.LOAN, RowKind.LINE, RowKind.DUE):
            self._go_to(RowRef(RowKind.LINE if ref.kind is RowKind.LINE else RowKind.LOAN, ref.id))
        else:
            self.ask(account_of, self._go_to, ref=ref)

    def _added(self, account: RowRef) -> None:
        """The next refresh shows the new loan or line, whatever was looked for before."""
        self._search.clear()
        self._filter.setCurrentIndex(0)
        self._wanted = account

    def _go_to(self, account: RowRef | None) -> None:
        if account is None:
            return
        self._wanted = account
        if self._rows and not self._list.choose(account):  # it may be hidden by the search or the filter
            self._search.clear()
            self._filter.setCurrentIndex(0)
            self._fill()

    def _make_list(self) -> Card:
        card = Card()
        self._search = SearchField("loans.search", tr("Search loans and lines"))
        self._search.setMinimumWidth(120)
        self._search.setMaximumWidth(16777215)  # as wide as the list
        self.search = self._search
        self._search.searched.connect(lambda _words: self._fill())
        self._filter = Choice("loans.filter")
        self._filter.setAccessibleName(tr("Which loans and lines"))
        for key, words in ((ALL, tr("All")), (OPEN, tr("Open")), (SETTLED, tr("Settled"))):
            self._filter.addItem(words, key)
        self._filter.currentIndexChanged.connect(lambda _at: self._fill())
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        self._filter.setMaximumWidth(110)
        top.addWidget(self._filter)
        card.body.addLayout(top)
        self._make_table()
        self._nothing = named(label(tr("Nothing fits what is looked for."), "muted", wrap=True), "loans.nothing")
        self._nothing.hide()
        card.body.addWidget(self._nothing)
        card.body.addWidget(self._list, 1)
        return card

    def _make_table(self) -> None:
        today = self.desk.today
        self._list = DataTable(
            "loans.list",
            tr("Lines and loans"),
            [
                Column(tr("Loan"), lambda row: row.name, second=_account_second, badge=self._badge, stretch=True,
                       order=lambda row: row.name, tooltip=lambda row: f"{row.name} · {row.lender_name}"),
                Column(tr("Principal left"), lambda row: amount(row.outstanding_fen), second=_limit, right=True,
                       bold=True, width=122, order=lambda row: row.outstanding_fen or 0),
                Column(tr("True cost"), _cost, right=True, width=74, from_width=370,
                       order=lambda row: row.cost.nominal if row.cost else -1),
                Column(tr("Next"), lambda row: "" if row.settled else amount(row.next_fen),
                       second=lambda row: short_day(row.next_due_on, today) if row.next_due_on else "",
                       right=True, width=84, from_width=340, order=lambda row: row.next_due_on or today.max),
            ],
            lambda row: row.account,
            tall=True,
        )  # fmt: skip
        self._list.chosen.connect(self._choose)
        self._list.opened.connect(self._open)
        self._list.can(tr("Record a repayment"), lambda _row: self._commands.repay())
        self._list.can(tr("Edit…"), lambda _row: self._commands.edit())
        self._list.can_delete(lambda _row: self._commands.delete())

    def _badge(self, row: AccountRow) -> tuple[str, str]:
        return product_badge(self.desk, row.product, row.name)

    def _show(self, view: Accounts) -> None:
        self._empty.setVisible(not view.rows)
        self._body.setVisible(bool(view.rows))
        note = tr("{count} open loans · {total}")
        self._counted = counted = note.format(count=view.open_loans, total=yuan(view.outstanding_fen))
        self._say_now(self._notice or counted, wrong=False)
        self._notice = ""
        self._rows = view.rows
        self._fill()

    def _fill(self) -> None:
        """Shows the rows that fit what is looked for, and the wanted one of them."""
        shown = [row for row in self._rows if self._fits(row)]
        wanted = self._wanted  # the table tells of the row that was chosen before
        self._list.set_rows(shown)
        self._nothing.setVisible(bool(self._rows) and not shown)
        if not shown:
            return
        if wanted is None or not self._list.choose(wanted):
            first = next((row for row in shown if row.account.kind is RowKind.LOAN and not row.settled), shown[0])
            self._list.choose(first.account)
        chosen = self._list.chosen_row()
        if chosen is not None:
            self._choose(chosen)

    def _fits(self, row: AccountRow) -> bool:
        wanted = self._filter.currentData()
        if wanted != ALL and row.settled != (wanted == SETTLED):
            return False
        product = self.desk.product(row.product)
        texts = (row.name, row.lender_name, product_name(product) if product else "", product.zh if product else "")
        words = self._search.words().casefold()
        return any(words in text.casefold() for text in texts)

    def _choose(self, row: AccountRow) -> None:
        if self._wrong:
            self._say_now(self._counted, wrong=False)
        self._wanted = row.account
        self._commands.look_at(row)
        if row.account.kind is RowKind.LOAN:
            self.ask(loan_view, self._show_one, loan_id=row.account.id, today=self.desk.today)
        else:
            self.ask(line_view, self._show_one, line_id=row.account.id, today=self.desk.today)

    def _show_one(self, view: LoanView | LineView | None) -> None:
        row = self._commands.row
        if view is None or row is None or view.account != row.account:
            return
        self._commands.view = view
        if isinstance(view, LoanView):
            self._detail.show_loan(view)
        else:
            self._detail.show_line(view)

    def _open(self, row: AccountRow) -> None:
        self._choose(row)
        self._detail.go_in()

    def _say(self, words: str, lasting: bool, wrong: bool) -> None:
        """A sentence beside the title; a lasting one is there after the next refresh too. What is wrong stands until
        something else is done or chosen."""
        self._notice = words if lasting else ""
        self._say_now(words, wrong=wrong)

    def _say_now(self, words: str, *, wrong: bool) -> None:
        note = self._header.note
        note.setText(words)
        note.setToolTip(words)
        note.setProperty("role", "error" if wrong else "muted")
        note.style().unpolish(note)
        note.style().polish(note)
        self._wrong = wrong


def _account_second(row: AccountRow) -> str:
    late = due_state(DueState.LATE) if row.next_state is DueState.LATE else ""
    return " · ".join(words for words in (late, _about(row)) if words)


def _about(row: AccountRow) -> str:
    if row.method is not None:
        words = tr("under {line}").format(line=row.line_name) if row.line_name else method(row.method)
        return f"{words} · " + (tr("paid off") if row.settled else tr("{count} periods").format(count=row.periods))
    if row.line_kind is None:
        return ""
    usual = row.line_status is None or row.line_status.value in ("active", "reduced")
    return line_kind(row.line_kind) + ("" if usual or row.line_status is None else f" · {line_status(row.line_status)}")


def _limit(row: AccountRow) -> str:
    if row.limit_fen is None:
        return ""
    words = tr("of {limit}").format(limit=whole(row.limit_fen))
    changed = row.limit_was_fen is not None and row.limit_was_fen != row.limit_fen
    return words if row.limit_was_fen is None or not changed else f"{whole(row.limit_was_fen)} → {whole(row.limit_fen)}"


def _cost(row: AccountRow) -> str:
    return f"{percent(row.cost.nominal)}%" if row.cost is not None else ""
