"""What can be done with the loan or line in view, and with one of its rows: from a button, a menu or a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.core.errors import PlannerError
from planner.core.facts import RowKind, RowRef
from planner.i18n import tr
from planner.reports.line_view import DrawnLoan, LimitRow, LinePaid, LineView, StatementLine
from planner.reports.loans import AccountRow, LoanView, PaidLine
from planner.ui.loans.card_commands import CardCommands
from planner.ui.loans.forms import LoanForms
from planner.ui.loans.plan_commands import PlanCommands
from planner.ui.loans.repayment_form import Paid
from planner.ui.page import Desk
from planner.wording.problems import explain


class LoanCommands:
    """Does or opens what the user wants. `say` shows a sentence, over a refresh or not, as something wrong or not;
    `show` moves to another loan or line."""

    def __init__(
        self, desk: Desk, forms: LoanForms, say: Callable[[str, bool, bool], None], show: Callable[[RowRef], None]
    ) -> None:
        self._desk, self._forms, self._say, self._show = desk, forms, say, show
        self.row: AccountRow | None = None
        """The row of the list that is in view."""
        self.card = CardCommands(desk, forms, lambda: self.view, self._do, say)
        self.view: LoanView | LineView | None = None
        """The same whole, as soon as it was answered."""
        self.plan = PlanCommands(forms, lambda: (self.row, self.view), self._do, say)

    def look_at(self, row: AccountRow) -> None:
        """Another row of the list is in view, or the same anew."""
        if self.row is None or self.row.account != row.account:
            self.view = None
        self.row = row

    def repay(self) -> None:
        """Records a repayment of what is in view."""
        self._forms.repay(self.row)

    def pay_off(self) -> None:
        """Records the repayment that pays the loan off."""
        self._forms.repay(self.row, closes=True)

    def draw(self) -> None:
        """Draws a loan under the line."""
        self._forms.add_loan(self.row)

    def change_limit(self) -> None:
        """Changes the line's limit."""
        if self.row is not None:
            self._forms.change_limit(self.row)

    def add_statement(self) -> None:
        """Adds a statement of the line."""
        if isinstance(self.view, LineView):
            self._forms.statement(self.view)

    def edit(self) -> None:
        """Edits the loan or line."""
        if isinstance(self.view, LoanView):
            self._forms.edit_loan(self.view)
        elif self.view is not None:
            self._forms.edit_line(self.view)

    def match(self) -> None:
        """Searches for the terms that give the loan's rows as its lender shows them."""
        if isinstance(self.view, LoanView):
            self._forms.match(self.view)

    def close(self) -> None:
        """Closes the loan or line."""
        if self.row is not None:
            self._forms.close(self.row)

    def reopen(self) -> None:
        """Opens a closed loan or line again."""
        from planner.actions.loans import reopen_loan

        if isinstance(self.view, LoanView):
            self._do(reopen_loan, tr("Open again. Ctrl+Z takes it back."), loan_id=self.view.account.id)
        elif self.row is not None:
            self._forms.reopen_line(self.row)

    def delete(self) -> None:
        """Deletes the loan or line."""
        from planner.actions.lines import delete_line
        from planner.actions.loans import delete_loan

        if self.row is None:
            return
        number = self.row.account.id
        if self.row.account.kind is RowKind.LOAN:
            self._delete(delete_loan, loan_id=number)
        else:
            self._delete(delete_line, line_id=number)

    def correct_paid(self, row: PaidLine | LinePaid) -> None:
        """Corrects a repayment."""
        paid = self._paid(row)
        if paid is not None and self.row is not None:
            self._forms.correct_repayment(self.row, paid)

    def split_paid(self, row: PaidLine | LinePaid) -> None:
        """Gives a part of a repayment to another loan or line."""
        paid = self._paid(row)
        if paid is not None and self.row is not None:
            self._forms.split_repayment(self.row, paid)

    def delete_paid(self, row: PaidLine | LinePaid) -> None:
        """Deletes a repayment."""
        from planner.actions.loans import delete_repayment

        paid = self._paid(row)
        if paid is not None:
            self._delete(delete_repayment, repayment_id=paid.id)

    def correct_limit(self, row: LimitRow) -> None:
        """Corrects a limit of the line."""
        if self.row is not None:
            self._forms.change_limit(self.row, row)

    def delete_limit(self, row: LimitRow) -> None:
        """Deletes a limit of the line."""
        from planner.actions.lines import delete_limit_change

        self._delete(delete_limit_change, change_id=row.id)

    def correct_statement(self, row: StatementLine) -> None:
        """Corrects a statement of the line."""
        if isinstance(self.view, LineView):
            self._forms.statement(self.view, row)

    def delete_statement(self, row: StatementLine) -> None:
        """Deletes a statement of the line."""
        from planner.actions.lines import delete_statement

        self._delete(delete_statement, statement_id=row.id)

    def open_loan(self, row: DrawnLoan) -> None:
        """Moves to a loan under the line."""
        self._show(row.account)

    def more(self, parent: QWidget, where: QPoint) -> None:
        """The menu of what else can be done."""
        menu = QMenu(parent)
        menu.setObjectName("loans.more_menu")
        for name, words, do in self._wishes():
            action = QAction(words, menu)
            action.setObjectName(f"loans.more_{name}")
            action.triggered.connect(lambda _checked=False, do=do: do())
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def _wishes(self) -> list[tuple[str, str, Callable[[], None]]]:
        view = self.view
        found: list[tuple[str, str, Callable[[], None]]] = [("edit", tr("Edit…"), self.edit)]
        if isinstance(view, LoanView) and view.open_fen:
            found.append(("match", tr("Match my lender…"), self.match))
            found.append(("pay_off", tr("Paid off early…"), self.pay_off))
            found += self.plan.wishes()
        if view is not None and view.closed_on is not None:
            found.append(("reopen", tr("Re-open") if isinstance(view, LoanView) else tr("Re-open…"), self.reopen))
        elif isinstance(view, LineView) or (view is not None and view.open_fen):
            found.append(("close", tr("Close…"), self.close))
        return [*found, *self.card.wishes(), ("delete", tr("Delete"), self.delete)]

    def _paid(self, row: PaidLine | LinePaid) -> Paid | None:
        if isinstance(row, PaidLine):
            return Paid(row.id, row.paid_on, row.amount_fen, row.penalty_fen, row.note, row.pays_off)
        if row.from_file:
            self._say(tr("It comes from a statement file and stays as the file has it."), False, False)
            return None
        return Paid(row.ref.id, row.paid_on, row.amount_fen, 0, row.note, pays_off=False)

    def _delete(self, action: Callable[..., Any], **values: Any) -> None:
        self._do(action, tr("Deleted. Ctrl+Z brings it back."), **values)

    def _do(self, action: Callable[..., Any], words: str, **values: Any) -> None:
        self._desk.book.do(action, done=lambda _result: self._say(words, True, False), refused=self._refused, **values)

    def _refused(self, error: PlannerError) -> None:
        self._say(explain(error), False, True)
