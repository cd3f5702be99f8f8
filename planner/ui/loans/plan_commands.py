"""What can be done with the plan of the loan in view: settle it, pay a part back early, and change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.core.events import OwnRow
from planner.core.terms import RepaymentMethod
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.reports.loans import AccountRow, ExtensionLine, LoanView, RateChangeLine, ScheduleLine
from planner.ui.loans.forms import LoanForms

Looked = tuple[AccountRow | None, LoanView | LineView | None]
Wish = tuple[str, str, Callable[[], None]]


class PlanCommands:
    """Opens or does what the user wants with a loan's plan. `look` says what is in view; `do` does an action and says
    a sentence, `say` shows one alone."""

    def __init__(
        self,
        forms: LoanForms,
        look: Callable[[], Looked],
        do: Callable[..., None],
        say: Callable[[str, bool, bool], None],
    ) -> None:
        self._forms, self._look, self._do, self._say = forms, look, do, say

    def wishes(self) -> list[Wish]:
        """What the menu of a loan offers of all this, as (name, words, what it does)."""
        loan = self._loan()
        if loan is None or not loan.open_fen:
            return []
        found: list[Wish] = [("settle", tr("Settle on a day…"), self.settle)]
        if loan.terms.method is not RepaymentMethod.REVOLVING:
            found.append(("prepay", tr("Pay a part back early…"), self.prepay))
        return [
            *found,
            ("rate", tr("Another rate…"), self.change_rate),
            ("extend", tr("More periods…"), self.extend),
            ("own_row", tr("Lender's own figures…"), self.own_row),
        ]

    def settle(self) -> None:
        """The calculator of a payoff."""
        row, loan = self._look()[0], self._loan()
        if row is not None and loan is not None:
            self._forms.settle(row, loan)

    def prepay(self) -> None:
        """The calculator of principal paid back early."""
        self._with_loan(self._forms.prepay)

    def change_rate(self) -> None:
        """Another rate from a day on."""
        self._with_loan(self._forms.change_rate)

    def extend(self) -> None:
        """More periods from a day on."""
        self._with_loan(self._forms.extend)

    def own_row(self, row: ScheduleLine | None = None) -> None:
        """An instalment as the lender states it: this one, or the next due."""
        self._with_loan(lambda loan: self._forms.own_row(loan, row))

    def restore_row(self, row: ScheduleLine) -> None:
        """The computed instalment stands again."""
        if row.own:
            self._restore(row.number)
        else:
            self._say(tr("This instalment is the computed one already."), False, False)

    def correct_change(self, row: RateChangeLine | ExtensionLine | OwnRow) -> None:
        """Corrects a change on record."""
        loan = self._loan()
        if loan is None:
            return
        if isinstance(row, RateChangeLine):
            self._forms.change_rate(loan, row)
        elif isinstance(row, ExtensionLine):
            self._say(tr("Another number of periods? Delete the extension and enter it anew."), False, False)
        else:
            line = next((each for each in loan.schedule if each.number == row.number), None)
            self._forms.own_row(loan, line)

    def delete_change(self, row: RateChangeLine | ExtensionLine | OwnRow) -> None:
        """Takes a change out of the book."""
        from planner.actions.plan_changes import delete_extension, delete_rate_change

        words = tr("Deleted. Ctrl+Z brings it back.")
        if isinstance(row, RateChangeLine):
            self._do(delete_rate_change, words, change_id=row.id)
        elif isinstance(row, ExtensionLine):
            self._do(delete_extension, words, extension_id=row.id)
        else:
            self._restore(row.number)

    def _restore(self, number: int) -> None:
        from planner.actions.plan_changes import restore_row

        loan = self._loan()
        if loan is not None:
            words = tr("The computed instalment stands again. Ctrl+Z takes it back.")
            self._do(restore_row, words, loan_id=loan.account.id, number=number)

    def _loan(self) -> LoanView | None:
        view: Any = self._look()[1]
        return view if isinstance(view, LoanView) else None

    def _with_loan(self, do: Callable[[LoanView], None]) -> None:
        loan = self._loan()
        if loan is not None:
            do(loan)
