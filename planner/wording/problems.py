"""Words for actions, fields, and what is wrong with them or with the book."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core import errors
from planner.core.errors import BookTrouble, OutOfRange, PlannerError
from planner.i18n import tr
from planner.wording.amounts import percent, titled, yuan

_MONEY_FIELDS = frozenset(
    {"principal", "received", "limit", "minimum", "income", "essential", "amount", "balance", "penalty"}
    | {"interest", "fee", "minimum_floor", "whole_at", "tolerance", "late_floor", "late_cap"}
    | {"cash_fee_floor", "cash_fee_cap"}
)


def action(name: str) -> str:
    """What undo and redo say of an action."""
    return {
        "change_limit": tr("Change a limit"),
        "record_statement": tr("Add a statement"),
        "pay_line": tr("Pay a line"),
        "add_loan": tr("Add a loan"),
        "record_repayment": tr("Record a repayment"),
        "delete_repayment": tr("Delete a repayment"),
        "delete_loan": tr("Delete a loan"),
        "delete_line": tr("Delete a line"),
        **_plan_actions(),
        "correct_repayment": tr("Correct a repayment"),
        "split_repayment": tr("Split a repayment"),
        "edit_loan": tr("Edit a loan"),
        "close_loan": tr("Close a loan"),
        "reopen_loan": tr("Re-open a loan"),
        "edit_line": tr("Edit a line"),
        "close_line": tr("Close a line"),
        "reopen_line": tr("Re-open a line"),
        "delete_limit_change": tr("Delete a limit"),
        "correct_statement": tr("Correct a statement"),
        "delete_statement": tr("Delete a statement"),
        "log_application": tr("Log an application"),
        "correct_application": tr("Correct an application"),
        "delete_application": tr("Delete an application"),
        "record_overdue": tr("Log an overdue"),
        "correct_overdue": tr("Correct an overdue"),
        "delete_overdue": tr("Delete an overdue"),
        "log_score_reading": tr("Log a Zhima score"),
        "correct_score_reading": tr("Correct a Zhima score"),
        "delete_score_reading": tr("Delete a Zhima score"),
        "import_statement": tr("Import a statement"),
        "undo_import": tr("Take an import out"),
        **_own_actions(),
        **_proposal_actions(),
        **_spending_actions(),
        "fill_sample_book": tr("Fill the sample book"),
        "clear_book": tr("Throw the sample away"),
    }[name]


def _proposal_actions() -> dict[str, str]:
    """Of what rows of statements propose."""
    return {
        "confirm_pairs": tr("Confirm that rows are one movement"),
        "reject_pairs": tr("Keep rows as two movements"),
        "separate_pairs": tr("Separate rows again"),
        "settle_from_rows": tr("Settle a repayment of a statement"),
        "dismiss_debt_rows": tr("Leave a row out of the debts"),
        "link_drawdown": tr("Link a payout with its loan"),
        "confirm_proposals": tr("Confirm what is sure"),
    }


def _plan_actions() -> dict[str, str]:
    """Of what changes a loan's plan, and of cards."""
    return {
        **_card_actions(),
        "change_rate": tr("Change a rate"),
        "correct_rate_change": tr("Correct a change of rate"),
        "delete_rate_change": tr("Delete a change of rate"),
        "prepay_loan": tr("Pay principal back early"),
        "extend_loan": tr("Extend a loan"),
        "delete_extension": tr("Delete an extension"),
        "overwrite_row": tr("Enter the lender's own figures"),
        "enter_lender_rows": tr("Enter the lender's own figures"),
        "restore_row": tr("Take the lender's own figures back"),
    }


def _card_actions() -> dict[str, str]:
    """Of cards and shared limits."""
    return {
        "set_card_terms": tr("Change the terms of a card"),
        "remove_card_terms": tr("Take the terms of a card away"),
        "add_card_entry": tr("Note an entry of a card"),
        "correct_card_entry": tr("Correct an entry of a card"),
        "delete_card_entry": tr("Delete an entry of a card"),
        "pay_off_instalment": tr("Pay off an instalment early"),
        "add_temporary_limit": tr("Add a temporary limit"),
        "delete_temporary_limit": tr("Delete a temporary limit"),
        "make_limit_group": tr("Make a shared limit"),
        "rename_limit_group": tr("Rename a shared limit"),
        "delete_limit_group": tr("Delete a shared limit"),
        "set_group_limit": tr("Change a shared limit"),
        "delete_group_limit": tr("Delete a change of a shared limit"),
        "put_in_group": tr("Choose which limit a line shares"),
    }


def _own_actions() -> dict[str, str]:
    """Of what the user says of themselves."""
    return {
        "set_profile": tr("Change income and spending"),
        "delete_profile": tr("Delete an entry of income"),
        "add_cash_account": tr("Add a cash account"),
        "rename_cash_account": tr("Rename a cash account"),
        "close_cash_account": tr("Close a cash account"),
        "delete_cash_account": tr("Delete a cash account"),
        "delete_cash_balance": tr("Delete a cash balance"),
        "set_cash_balance": tr("Change a cash balance"),
        "declare_applications_complete": tr("Say that the applications are complete"),
    }


def field(name: str) -> str:
    """The name of a form field or option, as an error names it."""
    return {
        "name": tr("Name"),
        "lender": tr("Lender"),
        "amount": tr("Amount"),
        "principal": tr("Amount borrowed"),
        "received": tr("Amount received"),
        "rate": tr("Rate"),
        "flat_fee_rate": tr("Fee"),
        "periods": tr("Number of periods"),
        "due_day": tr("Due day"),
        "statement_day": tr("Statement day"),
        "statement_on": tr("Statement day"),
        "first_due_on": tr("First due date"),
        "drawn_on": tr("Drawn on"),
        "opened_on": tr("Opened on"),
        "due_on": tr("Due on"),
        "paid_on": tr("Paid on"),
        "on": tr("Date"),
        "since": tr("Since"),
        "limit": tr("Credit limit"),
        "minimum": tr("Minimum payment"),
        "penalty": tr("Penalty in it"),
        "closed_on": tr("Closed on"),
        **_standing_fields(),
        "account": tr("Account"),
        "line": tr("Line"),
        "loan": tr("Loan"),
        "file": tr("File"),
        "batch": tr("Import"),
        "folder": tr("Folder"),
        "book": tr("Book"),
        **_plan_fields(),
        **_card_fields(),
        **_spending_fields(),
        **_mapping_fields(),
    }.get(name, name)


def _plan_fields() -> dict[str, str]:
    return {
        "row": tr("Row"),
        "payment": tr("Payment"),
        "charge": tr("Interest, fee"),
        "number": tr("Instalment"),
        "interest": tr("Interest"),
        "fee": tr("Fee"),
        "days_after_statement": tr("Days after the statement day"),
        "least_days": tr("Least days of interest"),
        "penalty_multiplier": tr("Penalty, % of the rate"),
        "penalty_rate": tr("Penalty rate of its own"),
        "prepay_rate": tr("% of what is repaid early"),
        "prepay_months": tr("Months of interest"),
        "prepay_steps": tr("% by age"),
    }


def _card_fields() -> dict[str, str]:
    return {
        "days_after": tr("Days after the statement day"),
        "daily_rate": tr("Daily rate"),
        "overdue_rate": tr("Daily rate when late"),
        "minimum_share": tr("Share of purchases in the minimum"),
        "cash_share": tr("Share of cash in the minimum"),
        "minimum_floor": tr("Minimum payment at least"),
        "whole_at": tr("Paid whole up to"),
        "late_share": tr("Late fee, share"),
        "late_floor": tr("Late fee, at least"),
        "late_cap": tr("Late fee, at most"),
        "cash_fee_share": tr("Cash fee, share"),
        "cash_fee_floor": tr("Cash fee, at least"),
        "cash_fee_cap": tr("Cash fee, at most"),
        "due_rule": tr("To be paid by"),
        "statement_day_purchase": tr("Bought on the statement day"),
        "grace_loss": tr("Not paid in full, it bears"),
        "compounds": tr("Interest on interest"),
        "late_fee": tr("Late fee"),
        "cash": tr("Cash advance"),
        "cash_rate": tr("Daily rate of cash"),
        "tolerance": tr("Shortfall let pass"),
        "grace_days": tr("Days let pass"),
        "order": tr("Order of payment"),
        "kind": tr("Kind"),
        "entry": tr("Entry"),
        "posted_on": tr("Posted on"),
        "instalment": tr("Instalment"),
        "first_on": tr("First day"),
        "last_on": tr("Last day"),
        "group": tr("Shared limit"),
    }


def _standing_fields() -> dict[str, str]:
    return {
        "income": tr("Net income a month"),
        "essential": tr("Essential spending a month"),
        "payday": tr("Payday"),
        "balance": tr("Balance"),
        "days": tr("Days late"),
        "cleared_on": tr("Cleared on"),
        "score": tr("Score"),
    }


def _spending_actions() -> dict[str, str]:
    return {
        "add_line": tr("Add a line"),
        "add_entry": tr("Note an entry"),
        "correct_entry": tr("Correct an entry"),
        "delete_entries": tr("Delete entries"),
        "set_category": tr("Choose a category"),
        "set_scene": tr("Choose a scene"),
        "add_category": tr("Add a category"),
        "forget_rule": tr("Forget what was remembered"),
        "set_row_class": tr("Decide what a row is"),
        **_review_actions(),
    }


def _review_actions() -> dict[str, str]:
    return {
        "complete_row": tr("Type in what could not be read"),
        "remember_mapping": tr("Say what the columns of a table mean"),
        "forget_mapping": tr("Forget the columns of a table"),
    }


def _mapping_fields() -> dict[str, str]:
    return {
        "mapping": tr("Known table"),
        "mapping_name": tr("Name"),
        "time": tr("Day"),
        "date_order": tr("Order of the day"),
        "out": tr("Went out"),
        "into": tr("Came in"),
        "direction": tr("Which way"),
        "out_words": tr("Words for spent"),
    }


def _spending_fields() -> dict[str, str]:
    return {
        "category": tr("Category"),
        "new_category": tr("New category"),
        "paid_with": tr("Paid with"),
        "row_class": tr("What it is"),
        "rows": tr("Entries"),
    }


def explain(error: PlannerError) -> str:
    """What is wrong and what to do, without the field's name (it stands beside the field)."""
    if isinstance(error, OutOfRange):
        return _out_of_range(error)
    values = {key: _value(value, key) for key, value in error.values.items()}
    return _errors()[type(error)].format(**values)


def explain_fully(error: PlannerError) -> str:
    """The same with the field in front, for the command line."""
    return titled(field(error.field), explain(error)) if error.field else explain(error)


def explain_trouble(trouble: BookTrouble) -> str:
    """What is the matter with the book and what to do."""
    values = {key: _value(value, key) for key, value in trouble.values.items()}
    return _troubles()[type(trouble).__name__].format(**values)


def _errors() -> dict[type[PlannerError], str]:
    return {
        errors.NotAnAmount: tr("“{text}” is not an amount. Write it like 1,234.56 or 1.2万."),
        errors.AmountTooLarge: tr("“{text}” is more than a book can hold."),
        errors.MustBePositive: tr("Must be above zero."),
        errors.Missing: tr("Please fill this in."),
        errors.NotADate: tr("“{text}” is not a date. Write it like 2026-01-15."),
        errors.NotANumber: tr("“{text}” is not a whole number."),
        errors.NotARate: tr("“{text}” is not a rate. Write it like 0.04."),
        errors.NoSuchRow: tr("It is not in the book any more."),
        errors.AlreadyThere: tr("There is one for {on} already."),
        errors.BeforeOpening: tr("Cannot be before {opened_on}, the day it began."),
        errors.PaysMoreThanOwed: tr("Only {owed_fen} is still owed."),
        errors.NothingToImport: tr("Every row of {file} is in the book already."),
        errors.UnreadableFile: tr("{file} cannot be opened ({reason}). Check that it is there and may be read."),
        errors.StatementTooLarge: tr(
            "{file} is larger than {most_mib} MiB; no statement is. Choose the exported file."
        ),
        errors.NotAStatement: tr(
            "{file} is not a statement Yudu knows. Export the bill as CSV or XLSX and choose that file."
        ),
        errors.StatementDamaged: tr("{file} is damaged: it cannot be read as {kind}. Export or download it again."),
        errors.StatementNotReadYet: tr("{file}: {kind} is not read. Export the bill as CSV or XLSX and choose that."),
        errors.InTheFuture: tr("Cannot be after today, {today}."),
        errors.NoSuchLoan: tr("No loan in the book is called “{text}”. Without a name all are shown."),
        errors.LineHasLoans: tr("“{name}” is drawn under it. Delete that loan first."),
        errors.LineHasPurchases: tr("Purchases were paid with “{name}”, so it stays a line to pay later with."),
        errors.FromAStatement: tr("It comes from a statement. Undo that import instead of changing the row."),
        errors.NotSpending: tr("Only spending and refunds have a category and a scene."),
        errors.NotToReview: tr("It does not wait for a decision."),
        errors.NoDebtRow: tr("It neither repays a debt nor pays out a loan."),
        errors.SettledAlready: tr("It was settled already."),
        errors.NotTwoRows: tr("These rows were decided on already."),
        errors.CannotBeCounted: tr(
            "Its amount or time could not be read. Type them in under Import statements → To review, or say that no"
            " money moved."
        ),
        errors.NameTaken: tr("There is one called “{name}” already."),
        errors.FileInTheWay: tr("{file} is there already; it was left as it is. Choose another folder or name."),
    } | _account_errors()


def _account_errors() -> dict[type[PlannerError], str]:
    return {
        errors.Cancelled: tr("Stopped. Nothing of {file} was kept."),
        errors.AfterClosing: tr(
            "It was paid off or closed on {closed_on}. Enter that day or an earlier one, or re-open it first."
        ),
        errors.AlreadyClosed: tr("It has been closed since {closed_on}. Re-open it first."),
        errors.NotClosed: tr("It is open already."),
        errors.EntryBefore: tr("Something is on record for {on}; it must begin by that day. Correct that entry first."),
        errors.EntryAfterwards: tr(
            "Something is on record for {on}, after that day. Choose a later day, or correct that entry first."
        ),
        errors.PaidBeyondSchedule: tr(
            "The repayment of {amount_fen} on {on} would then be {surplus_fen} more than is owed. "
            "Correct or delete it first."
        ),
        errors.PayoffTooSmall: tr("The loan is closed; {missing_fen} of it would be paid by nobody. Re-open it first."),
        errors.PrepayNotAllowed: tr(
            "By its terms nothing can be paid back early. If the lender allows it, edit the loan's terms first."
        ),
        errors.PrepaidOnlyWhole: tr("By its terms only all of it can be paid back early: {left_fen}."),
        errors.RepaidAnyTime: tr("It has no instalments: record what you pay as an ordinary repayment."),
        errors.OverdueFirst: tr("{overdue_fen} is overdue. Record its repayment first."),
        errors.OwnFiguresMisfit: tr(
            "The lender's own figures of instalment {number} would not fit any more. Take them back first."
        ),
        errors.PartsMisfit: tr(
            "Principal and interest make {parts_fen}, not {payment_fen}. Check the three, or leave one empty."
        ),
        errors.NotARow: tr("“{text}” is not a row. Write its number, its day if known, and its amounts."),
        errors.RowTwice: tr("Row {number} stands above already. Give another number, or empty this row."),
        errors.OnlyPrincipal: tr("Any rate gives such principal. Enter the payment or the interest of one row too."),
        errors.SearchStopped: tr("Stopped. Nothing was changed."),
        errors.SameAccount: tr("It was paid there already. Choose another loan or line."),
        errors.OnlyLimit: tr("A line needs one limit at least. Correct this one, or delete the line."),
        errors.NoCardTerms: tr("The terms of “{name}” are not entered yet. Enter them first."),
        errors.NoSuchCard: tr("No line with card terms is called “{text}”. Without a name all are shown."),
        errors.InstalmentOver: tr("By that day all of the instalment is billed. Choose an earlier day."),
    }


def _troubles() -> dict[str, str]:
    # by name: the words layer does not know the store
    return {
        "BookMissing": tr("There is no book at {path}. Check the name, or import a statement to begin one."),
        "NotABook": tr("{path} is not a Yudu book. It was left as it is; choose another file."),
        "BookTooNew": tr(
            "{path} was made by a newer Yudu (version {version}; this one knows {known}). "
            "It was left as it is; please update Yudu."
        ),
        "BookDamaged": tr(
            "{path} is damaged ({reason}). Close Yudu, keep a copy of the file, and go back to the latest copy "
            "in the folder “backups” beside it."
        ),
        "BookInUse": tr("{path} is open in another window or command. Close that one and try again."),
        "CannotWriteBook": tr(
            "{path} cannot be written ({reason}). Check that the disk is not full and that you may write there; "
            "nothing was changed."
        ),
    }


def _out_of_range(error: OutOfRange) -> str:
    unit = "_fen" if error.field in _MONEY_FIELDS else ""
    low, high = (_value(error.values[end], unit) for end in ("low", "high"))
    if error.values["high"] in (None, date.max):
        return tr("Must be at least {low}.").format(low=low)
    return tr("Must be from {low} to {high}.").format(low=low, high=high)


def _value(value: object, name: str = "") -> str:
    if name.endswith("_fen") and isinstance(value, int):
        return yuan(value)
    if isinstance(value, Decimal):
        return f"{percent(value, 2)}%"
    return str(value)
