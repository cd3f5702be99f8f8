"""The errors a user can put right, and troubles with the book itself.

No sentences here: `planner.wording` turns the class and its values into words of the user's language.
"""

from __future__ import annotations

from typing import Any


class PlannerError(Exception):
    """Something the user can put right.

    `field` names the input that is wrong (a form field, a column, an option), or is empty where no single
    input is. `values` holds what the sentence about it needs.
    """

    def __init__(self, field: str = "", /, **values: Any) -> None:
        super().__init__(field, values)
        self.field = field
        self.values = values


class BookTrouble(Exception):
    """The book cannot be opened or written: locked, damaged, too new, disk full. Shown as a dialog."""

    def __init__(self, **values: Any) -> None:
        super().__init__(values)
        self.values = values


class NotAnAmount(PlannerError):
    """The text is not an amount of money. values: text."""


class AmountTooLarge(PlannerError):
    """More than a book can hold (10^13 fen). values: text."""


class MustBePositive(PlannerError):
    """The value must be above zero. values: none."""


class OutOfRange(PlannerError):
    """The value is outside what is allowed. values: low, high."""


class Missing(PlannerError):
    """The field must be filled in. values: none."""


class NotADate(PlannerError):
    """The text is not a date. values: text."""


class NotANumber(PlannerError):
    """The text is not a whole number. values: text."""


class NotARate(PlannerError):
    """The text is not a rate. values: text."""


class NoSuchRow(PlannerError):
    """The row is not in the book (any more). values: id."""


class AlreadyThere(PlannerError):
    """That day has one already. values: on."""


class BeforeOpening(PlannerError):
    """The day lies before the line was opened or the loan drawn. values: opened_on."""


class PaysMoreThanOwed(PlannerError):
    """More is paid than is owed. values: owed_fen, amount_fen."""


class NothingToImport(PlannerError):
    """Every row of the file is in the book already. values: file."""


class Cancelled(PlannerError):
    """The user stopped it; nothing was kept. values: file."""


class UnreadableFile(PlannerError):
    """The file cannot be opened or read. values: file, reason."""


class StatementTooLarge(PlannerError):
    """The file is larger than any statement. values: file, most_mib."""


class NotAStatement(PlannerError):
    """Nothing in the file looks like a statement this program knows. values: file."""


class StatementDamaged(PlannerError):
    """The file is damaged, or no statement program wrote it. values: file, kind."""


class StatementNotReadYet(PlannerError):
    """The file is a statement of a kind that is not read yet. values: file, kind."""


class InTheFuture(PlannerError):
    """What has happened cannot lie ahead. values: today."""


class NoSuchLoan(PlannerError):
    """No loan of the book has that name or number. values: text."""


class LineHasLoans(PlannerError):
    """Loans are drawn under the line. values: name."""


class LineHasPurchases(PlannerError):
    """Purchases were paid with the line: it has to stay one to pay later with. values: name."""


class FromAStatement(PlannerError):
    """The row came with a statement: only its import can be undone. values: none."""


class NotSpending(PlannerError):
    """Only spending and refunds have a category and a scene. values: none."""


class NotToReview(PlannerError):
    """The row does not wait for a decision. values: none."""


class NoDebtRow(PlannerError):
    """The row neither repays a debt nor pays out a loan, or counts no more. values: none."""


class SettledAlready(PlannerError):
    """The row is linked with a repayment or a loan already, or was said to be of none. values: none."""


class NotTwoRows(PlannerError):
    """The two rows are linked already, or one of them counts no more. values: none."""


class CannotBeCounted(PlannerError):
    """The row has no amount or time that could be read. values: none."""


class NameTaken(PlannerError):
    """Something of that name is there already. values: name."""


class AfterClosing(PlannerError):
    """The day lies after the loan was paid off, or the loan or account closed. values: closed_on."""


class AlreadyClosed(PlannerError):
    """The loan or line is closed. values: closed_on."""


class NotClosed(PlannerError):
    """The loan or line is open, there is nothing to re-open. values: none."""


class EntryBefore(PlannerError):
    """Something of the account is dated before the day it is to begin. values: on."""


class EntryAfterwards(PlannerError):
    """Something of the account is dated after the day it is to end. values: on."""


class PaidBeyondSchedule(PlannerError):
    """A repayment would then pay more than the terms ask. values: on, amount_fen, surplus_fen."""


class PayoffTooSmall(PlannerError):
    """The loan is closed, and so much of it would then be paid by nobody. values: missing_fen."""


class PrepayNotAllowed(PlannerError):
    """The contract does not let principal be paid back early. values: none."""


class PrepaidOnlyWhole(PlannerError):
    """The contract lets principal be paid back early only in one sum. values: left_fen."""


class RepaidAnyTime(PlannerError):
    """The loan has no instalments: every repayment lowers its principal as it is. values: none."""


class OverdueFirst(PlannerError):
    """Something is overdue that has to be paid before. values: overdue_fen."""


class OwnFiguresMisfit(PlannerError):
    """The lender's own figures of an instalment do not go with the rest of the plan. values: number."""


class SameAccount(PlannerError):
    """The part is to go to the account it comes from. values: none."""


class OnlyLimit(PlannerError):
    """A line cannot be without any limit. values: none."""


class NoCardTerms(PlannerError):
    """What the contract of the line agrees is not in the book. values: name."""


class NoSuchCard(PlannerError):
    """No line whose contract's terms are in the book has that name or number. values: text."""


class InstalmentOver(PlannerError):
    """By that day nothing of the instalment is left to bill. values: none."""


class FileInTheWay(PlannerError):
    """A file of that name is there already; it is never written over. values: file."""


class PartsMisfit(PlannerError):
    """Principal and interest of a row do not make its payment. values: payment_fen, parts_fen."""


class OnlyPrincipal(PlannerError):
    """The rows give principal alone, which any rate would give. values: none."""


class SearchStopped(PlannerError):
    """The user stopped a search. values: none."""


class NotARow(PlannerError):
    """The text is not a row of a plan: a number, perhaps a day, one to four amounts. values: text."""


class RowTwice(PlannerError):
    """A row of the plan was given above already. values: number."""
