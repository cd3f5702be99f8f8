"""Where "match my lender" is opened from: the form of a loan, whose fields it fills, and a loan in the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from planner.core.errors import Missing, PlannerError
from planner.core.events import OwnRow
from planner.core.matching import Matches
from planner.core.matching_rows import GivenRow
from planner.core.terms import LoanTerms, RepaymentMethod
from planner.i18n import tr
from planner.reports.loans import LoanView
from planner.ui.loans.match_dialog import Known, MatchDialog
from planner.ui.page import Desk
from planner.ui.widgets.basics import button

if TYPE_CHECKING:
    from planner.ui.loans.loan_form import LoanForm

T = TypeVar("T")


def match_button(form: LoanForm, desk: Desk) -> QPushButton:
    """Opens the search for a form's loan; what is taken from it goes into the fields. The rate is taken for known only
    where it was typed: a template's is a guess."""
    opened: list[MatchDialog] = []

    def use(terms: LoanTerms) -> None:
        form.show_terms(terms)
        opened.pop().saved()

    def show() -> None:
        if opened and not opened[0].changed():
            opened.pop().deleteLater()
        if not opened:
            dialog = MatchDialog(desk, form, _typed(form), use)
            dialog.remember()
            opened.append(dialog)
        opened[0].open()

    return button(tr("Match my lender…"), "loan_form.match", show)


def _typed(form: LoanForm) -> Known:
    """What can be read in a form's fields."""
    rate = _readable(form.rate.rate) if form.rate.text.isModified() else None
    return Known(_readable(form.principal.fen), _readable(form.drawn_on.day), _readable(form.periods.number), rate)


def _readable(read: Callable[[], T]) -> T | None:
    """What a field says; None where it says nothing that can be read."""
    try:
        return read()
    except PlannerError:  # told when the form is sent
        return None


def match_loan(desk: Desk, parent: QWidget, view: LoanView) -> MatchDialog:
    """The search for a loan in the book: its terms are written anew, or its rows as the lender has them."""
    terms = view.terms

    def use(found: LoanTerms) -> None:
        from planner.actions.loans import edit_loan

        dialog.do(
            desk.book, edit_loan, loan_id=view.account.id, lender_name=view.lender_name, lender_kind=view.lender_kind,
            name=view.name, product=view.product, terms=found_in(terms, found), line_id=view.line_id,
        )  # fmt: skip

    def own(given: tuple[GivenRow, ...], _matches: Matches) -> None:
        from planner.actions.lender_rows import enter_lender_rows

        days = {row.number: row.due_on for row in view.schedule}
        flat = terms.method is RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE
        rows = [_own_row(each, days, flat=flat) for each in given]
        dialog.do(desk.book, enter_lender_rows, loan_id=view.account.id, rows=rows)

    dialog = MatchDialog(desk, parent, Known(terms.principal_fen, terms.drawn_on, terms.periods), use, own)
    return dialog


def found_in(kept: LoanTerms, found: LoanTerms) -> LoanTerms:
    """A loan's terms with what a search found; lateness, early payoff and what was deducted stay as they were."""
    whole = kept.received_fen == kept.principal_fen
    return replace(
        found,
        received_fen=found.principal_fen if whole else min(kept.received_fen, found.principal_fen),
        least_days=kept.least_days,
        penalty=kept.penalty,
        prepay=kept.prepay,
    )


def _own_row(given: GivenRow, days: Mapping[int, date], *, flat: bool) -> OwnRow:
    """A row as it was typed; its day is the plan's where none was. Raises Missing (principal) with its number."""
    if given.principal_fen is None or given.charge_fen is None:
        raise Missing("principal", number=given.number)
    interest, fee = (0, given.charge_fen) if flat else (given.charge_fen, 0)
    due_on = given.due_on or days.get(given.number)
    if due_on is None:
        raise Missing("due_on", number=given.number)
    return OwnRow(given.number, due_on, given.principal_fen, interest, fee)
