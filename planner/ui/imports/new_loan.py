"""The form of a new loan, filled with what a statement says of its payout."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.core.facts import RowKind
from planner.reports.loans import Accounts, accounts
from planner.reports.proposals import SeenRow
from planner.ui.page import Desk

_PLAIN = "bank_loan"
"""The template where neither the product nor a name says which."""


def open_new_loan(desk: Desk, parent: QWidget, row: SeenRow, linked: Callable[[int, int], None]) -> None:
    """Opens the form with product, amount and day; `linked` gets the row and the loan when it is in the book."""

    def show(found: Accounts) -> None:
        from planner.ui.loans.loan_form import LoanForm

        lines = [each for each in found.rows if each.account.kind is RowKind.LINE]
        form = LoanForm(desk, parent, lines)
        form.template.setCurrentIndex(max(form.template.findData(_product_of(desk, row)), 0))
        form.principal.set_fen(row.fen)
        form.drawn_on.set_day(row.happened_at.date())
        form.remember()
        form.rejected.connect(form.deleteLater)
        form.kept.connect(lambda loan_id: linked(row.id, loan_id))
        form.open()

    desk.book.ask(accounts, show, today=desk.today)


def _product_of(desk: Desk, row: SeenRow) -> str:
    if row.product and desk.product(row.product) is not None:
        return row.product
    words = f"{row.counterparty} {row.description}"
    for product in desk.products:
        if product.zh in words or (product.lender_name and product.lender_name in words):
            return product.key
    return _PLAIN
