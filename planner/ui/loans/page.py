"""The loans page: every line and loan on the left, the chosen one with its schedule and repayments on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import RowKind, RowRef
from planner.i18n import tr
from planner.reports.line_view import LineView, line_view
from planner.reports.loans import AccountRow, Accounts, LoanView, PaidLine, accounts, loan_view
from planner.ui.loans.detail import LoanDetail
from planner.ui.loans.forms import LoanForms
from planner.ui.page import GAP, Desk, Page
from planner.ui.tones import product_badge
from planner.ui.widgets.basics import Card, Empty, Header, button
from planner.ui.widgets.naming import named
from planner.ui.widgets.table import Column, DataTable
from planner.wording.amounts import amount, percent, short_day, whole, yuan
from planner.wording.loans import line_kind, method
from planner.wording.problems import explain


def make_page(desk: Desk) -> Page:
    """The loans page."""
    return LoansPage(desk)


class LoansPage(Page):
    """Lines and loans of the open book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._forms = LoanForms(desk, self)
        add_line = button(tr("Add a line"), "loans.add_line", self._forms.add_line)
        add = button(tr("Add a loan"), "loans.add", self._forms.add_loan, primary=True)
        self._header = Header(tr("Loans"), add_line, add)
        named(self._header.note, "loans.note")
        self.column.addWidget(self._header)
        self._notice = ""
        self._wanted: RowRef | None = None
        self._shown: AccountRow | None = None
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._make_list(), 6)
        self._detail = LoanDetail(desk.today)
        self._detail.repay_wanted.connect(self._record)
        self._detail.draw_wanted.connect(self._draw_loan)
        self._detail.limit_wanted.connect(self._change_limit)
        self._detail.repayment_deleted.connect(self._delete_repayment)
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
        """Moves to a loan or line, or to the loan of an instalment."""
        kind = RowKind.LOAN if ref.kind in (RowKind.DUE, RowKind.LOAN) else ref.kind
        self._wanted = RowRef(kind, ref.id)
        self._list.choose(self._wanted)

    def _make_list(self) -> Card:
        card = Card()
        today = self.desk.today
        self._list = DataTable(
            "loans.list",
            tr("Lines and loans"),
            [
                Column(tr("Loan"), lambda row: row.name, second=_account_second, badge=self._badge, stretch=True,
                       tooltip=lambda row: f"{row.name} · {row.lender_name}"),
                Column(tr("Principal left"), lambda row: amount(row.outstanding_fen), second=_limit, right=True,
                       bold=True, width=106, order=lambda row: row.outstanding_fen or 0),
                Column(tr("True cost"), _cost, right=True, width=74, from_width=370,
                       order=lambda row: row.cost.nominal if row.cost else -1),
                Column(tr("Next"), lambda row: amount(row.next_fen),
                       second=lambda row: short_day(row.next_due_on, today) if row.next_due_on else "",
                       right=True, width=84, order=lambda row: row.next_due_on or today.max),
            ],
            lambda row: row.account,
            tall=True,
        )  # fmt: skip
        self._list.chosen.connect(self._choose)
        self._list.opened.connect(self._open)
        self._list.can_delete(self._delete)
        card.body.addWidget(self._list)
        return card

    def _badge(self, row: AccountRow) -> tuple[str, str]:
        return product_badge(self.desk, row.product, row.name)

    def _show(self, view: Accounts) -> None:
        self._empty.setVisible(not view.rows)
        self._body.setVisible(bool(view.rows))
        note = tr("{count} open loans · {total}")
        counted = note.format(count=view.open_loans, total=yuan(view.outstanding_fen))
        self._header.note.setText(self._notice or counted)
        self._notice = ""
        self._list.set_rows(view.rows)
        if not view.rows:
            return
        if self._wanted is None or not self._list.choose(self._wanted):
            first = next(
                (row for row in view.rows if row.account.kind is RowKind.LOAN and not row.settled), view.rows[0]
            )
            self._list.choose(first.account)
        chosen = self._list.chosen_row()
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, row: AccountRow) -> None:
        self._wanted, self._shown = row.account, row
        if row.account.kind is RowKind.LOAN:
            self.ask(loan_view, self._show_one, loan_id=row.account.id, today=self.desk.today)
        else:
            self.ask(line_view, self._show_one, line_id=row.account.id, today=self.desk.today)

    def _show_one(self, view: LoanView | LineView | None) -> None:
        if view is None or self._shown is None or view.account != self._shown.account:
            return
        if isinstance(view, LoanView):
            self._detail.show_loan(view)
        else:
            self._detail.show_line(view)

    def _open(self, row: AccountRow) -> None:
        self._choose(row)
        self._detail.setFocus()

    def _record(self) -> None:
        self._forms.repay(self._shown)

    def _delete(self, row: AccountRow) -> None:
        from planner.actions.lines import delete_line
        from planner.actions.loans import delete_loan

        book = self.desk.book
        if row.account.kind is RowKind.LOAN:
            book.do(delete_loan, done=self._deleted, refused=self._refused, loan_id=row.account.id)
        else:
            book.do(delete_line, done=self._deleted, refused=self._refused, line_id=row.account.id)

    def _delete_repayment(self, row: PaidLine) -> None:
        from planner.actions.loans import delete_repayment

        self.desk.book.do(delete_repayment, done=self._deleted, refused=self._refused, repayment_id=row.id)

    def _deleted(self, _result: object) -> None:
        self._notice = tr("Deleted. Ctrl+Z brings it back.")

    def _refused(self, error: PlannerError) -> None:
        self._header.note.setText(explain(error))

    def _change_limit(self) -> None:
        self._forms.change_limit(self._shown)

    def _draw_loan(self) -> None:
        self._forms.add_loan(self._shown)


def _account_second(row: AccountRow) -> str:
    if row.method is not None:
        words = method(row.method)
        return f"{words} · " + (tr("paid off") if row.settled else tr("{count} periods").format(count=row.periods))
    return line_kind(row.line_kind) if row.line_kind else ""


def _limit(row: AccountRow) -> str:
    if row.limit_fen is None:
        return ""
    words = tr("of {limit}").format(limit=whole(row.limit_fen))
    changed = row.limit_was_fen is not None and row.limit_was_fen != row.limit_fen
    return words if row.limit_was_fen is None or not changed else f"{whole(row.limit_was_fen)} → {whole(row.limit_fen)}"


def _cost(row: AccountRow) -> str:
    return f"{percent(row.cost.nominal)}%" if row.cost is not None else ""
