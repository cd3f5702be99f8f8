"""Opens the forms of lines, loans and repayments; a form that was hidden with Esc comes back with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.core.facts import RowKind, RowRef
from planner.core.settlement import Owed
from planner.reports.line_view import LimitRow, LineView, StatementLine
from planner.reports.loans import AccountRow, Accounts, LoanView, RateChangeLine, ScheduleLine, accounts
from planner.ui.loans.limit_forms import CloseForm, LimitForm, ReopenForm
from planner.ui.loans.line_form import LineForm
from planner.ui.loans.loan_form import LoanForm
from planner.ui.loans.matching import match_loan
from planner.ui.loans.plan_forms import ExtensionForm, OwnRowForm, RateForm
from planner.ui.loans.prepay_form import PrepayForm
from planner.ui.loans.repayment_form import Paid, RepaymentForm, SplitForm
from planner.ui.loans.saving import SavingForm
from planner.ui.loans.settle_form import SettleForm
from planner.ui.loans.statement_form import StatementForm
from planner.ui.page import Desk

__all__ = ["LoanForm", "LoanForms", "Paid", "RepaymentForm"]


class LoanForms:
    """Opens the forms from a page."""

    def __init__(self, desk: Desk, parent: QWidget, added: Callable[[RowRef], None] | None = None) -> None:
        """`added` is told of each new loan or line."""
        self._desk, self._parent, self._added = desk, parent, added
        self._drafts: dict[str, SavingForm] = {}

    def add_loan(self, line: AccountRow | None = None) -> None:
        """The form for a new loan, drawn under a line or on its own."""
        key = "loan" if line is None else f"loan under {line.account.id}"
        self._with_accounts(
            lambda found: self._open(
                key, lambda: self._new(LoanForm(self._desk, self._parent, _lines(found), line), RowKind.LOAN)
            )
        )

    def edit_loan(self, view: LoanView) -> None:
        """The form with all terms of a loan."""
        key = f"edit loan {view.account.id}"
        self._with_accounts(
            lambda found: self._open(key, lambda: LoanForm(self._desk, self._parent, _lines(found), edited=view))
        )

    def match(self, view: LoanView) -> None:
        """The search for the terms that give a loan's rows as its lender shows them."""
        self._open(f"match {view.account.id}", lambda: match_loan(self._desk, self._parent, view))

    def add_line(self) -> None:
        """The form for a new line."""
        self._open("line", lambda: self._new(LineForm(self._desk, self._parent), RowKind.LINE))

    def edit_line(self, view: LineView) -> None:
        """The form with all that a line has."""
        self._open(f"edit line {view.account.id}", lambda: LineForm(self._desk, self._parent, edited=view))

    def repay(self, account: AccountRow | None, *, closes: bool = False) -> None:
        """The form for a repayment of a loan or line, or of any; `closes` for one that pays a loan off."""
        wanted = None if account is None else account.account
        self._with_accounts(lambda found: self._open_repayment(found, wanted, closes))

    def repay_account(self, account: RowRef) -> None:
        """The form for a repayment of a loan or line that is known by its row alone."""
        self._with_accounts(lambda found: self._open_repayment(found, account, False))

    def correct_repayment(self, account: AccountRow, paid: Paid) -> None:
        """The form with a repayment on record."""
        self._open(
            f"paid {paid.id}", lambda: RepaymentForm(self._desk, self._parent, [account], account, corrected=paid)
        )

    def split_repayment(self, account: AccountRow, paid: Paid) -> None:
        """The form that gives a part of a repayment to another loan or line."""
        self._with_accounts(
            lambda found: self._open(
                f"split {paid.id}",
                lambda: SplitForm(
                    self._desk, self._parent, [row for row in found.rows if not row.settled], account, paid
                ),
            )
        )

    def change_limit(self, line: AccountRow, corrected: LimitRow | None = None) -> None:
        """The form for a change of a line's limit or status, or with one on record."""
        key = f"limit {line.account.id} {corrected.id if corrected else ''}"
        self._open(key, lambda: LimitForm(self._desk, self._parent, line, corrected=corrected))

    def statement(self, line: LineView, corrected: StatementLine | None = None) -> None:
        """The form for a statement of a line, or with one on record."""
        key = f"statement {line.account.id} {corrected.on if corrected else ''}"
        self._open(key, lambda: StatementForm(self._desk, self._parent, line, corrected=corrected))

    def close(self, account: AccountRow) -> None:
        """The form that closes a loan or line."""
        self._open(f"close {account.account}", lambda: CloseForm(self._desk, self._parent, account))

    def reopen_line(self, line: AccountRow) -> None:
        """The form that re-opens a line."""
        self._open(f"reopen {line.account.id}", lambda: ReopenForm(self._desk, self._parent, line))

    def settle(self, account: AccountRow, loan: LoanView) -> None:
        """The calculator of what pays a loan off on a day; the payoff can be recorded from there."""

        def record(on: date, owed: Owed) -> None:
            self._with_accounts(lambda found: self._open_payoff(found, account.account, owed))

        self._open(f"settle {account.account}", lambda: SettleForm(self._desk, self._parent, loan, record))

    def prepay(self, loan: LoanView) -> None:
        """The calculator of principal paid back early."""
        self._open(f"prepay {loan.account.id}", lambda: PrepayForm(self._desk, self._parent, loan))

    def change_rate(self, loan: LoanView, corrected: RateChangeLine | None = None) -> None:
        """The form of another rate, or of one on record."""
        key = f"rate {loan.account.id} {corrected.id if corrected else ''}"
        self._open(key, lambda: RateForm(self._desk, self._parent, loan, corrected=corrected))

    def extend(self, loan: LoanView) -> None:
        """The form of more periods."""
        self._open(f"extend {loan.account.id}", lambda: ExtensionForm(self._desk, self._parent, loan))

    def own_row(self, loan: LoanView, row: ScheduleLine | None = None) -> None:
        """The form of an instalment as the lender states it."""
        key = f"own {loan.account.id} {row.number if row else ''}"
        self._open(key, lambda: OwnRowForm(self._desk, self._parent, loan, row))

    def _new(self, form: SavingForm, kind: RowKind) -> SavingForm:
        """A form whose result is told to whoever wants to show it."""
        if self._added is not None:
            added = self._added
            form.kept.connect(lambda number: added(RowRef(kind, number)))
        return form

    @property
    def _today(self) -> date:
        return self._desk.today

    def _with_accounts(self, then: Callable[[Accounts], None]) -> None:
        self._desk.book.ask(accounts, then, today=self._today)

    def _open_repayment(self, found: Accounts, wanted: RowRef | None, closes: bool) -> None:
        rows = [row for row in found.rows if row.payable_fen or row.account == wanted]
        if not rows:
            return
        key = f"repay {wanted or ''} {closes}"
        draft = self._drafts.get(key)
        if isinstance(draft, RepaymentForm):
            draft.show_loans(rows)
        row = next((row for row in rows if row.account == wanted), None)
        self._open(key, lambda: RepaymentForm(self._desk, self._parent, rows, row, closes=closes))

    def _open_payoff(self, found: Accounts, wanted: RowRef, owed: Owed) -> None:
        rows = [row for row in found.rows if row.account == wanted]
        if rows:
            self._open(
                f"settled {wanted} {owed.on}",
                lambda: RepaymentForm(self._desk, self._parent, rows, rows[0], payoff=owed),
            )

    def _open(self, key: str, make: Callable[[], SavingForm]) -> None:
        """Opens a form, with its draft where something was typed into it before."""
        form = self._drafts.get(key)
        if form is None:
            made = make()
            made.remember()
            made.accepted.connect(lambda: self._drafts.pop(key, None))
            made.rejected.connect(lambda: self._forget(key))
            self._drafts[key] = form = made
        form.open()

    def open_form(self, key: str, make: Callable[[], SavingForm]) -> None:
        """Opens a form that belongs to no loan, by a key of its own."""
        self._open(key, make)

    @property
    def parent(self) -> QWidget:
        """Over which forms open."""
        return self._parent

    def _forget(self, key: str) -> None:
        """A form nobody typed into is made anew the next time, from what is in the book then."""
        if not self._drafts[key].changed():
            self._drafts.pop(key).deleteLater()


def _lines(found: Accounts) -> list[AccountRow]:
    return [row for row in found.rows if row.account.kind is RowKind.LINE]
