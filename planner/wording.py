"""Words for what the layers below only name: enums, errors, actions, days and amounts, in the user's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core import errors
from planner.core.errors import BookTrouble, OutOfRange, PlannerError
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.core.money import format_fen
from planner.core.products import Product
from planner.core.repayments import DueState
from planner.core.statement_rows import ReviewReason, RowClass, RowState
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    RatePeriod,
    RepaymentMethod,
)
from planner.i18n import language, tr

UNKNOWN = "—"


def yuan(amount_fen: int | None) -> str:
    """`¥1,234.56`, or a dash where the amount is not known."""
    return UNKNOWN if amount_fen is None else f"¥{format_fen(amount_fen)}".replace("¥-", "−¥")


def amount(amount_fen: int | None) -> str:
    """`1,234.56` without the sign of the currency, or a dash."""
    return UNKNOWN if amount_fen is None else format_fen(amount_fen)


def percent(fraction: Decimal | None, places: int = 1) -> str:
    """`14.6` for 0.146; the sign % stands beside it. A dash where it is not known."""
    if fraction is None:
        return UNKNOWN
    if not fraction.is_finite():
        return "∞"
    return f"{fraction * 100:.{places}f}"


def long_day(day: date) -> str:
    """`2026年11月24日 周二` or `24 November 2026, Tuesday`."""
    if language() == "zh":
        return f"{day.year}年{day.month}月{day.day}日 {weekday(day)}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}, {weekday(day)}"


def month_name(day: date) -> str:
    """`2026年11月` or `November 2026`."""
    return f"{day.year}年{day.month}月" if language() == "zh" else f"{_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, today: date) -> str:
    """`11-28`, with its year where that is another one."""
    return day.isoformat() if day.year != today.year else day.strftime("%m-%d")


def day_and_weekday(day: date) -> str:
    """`11月28日 周六` or `28 Nov, Saturday`."""
    if language() == "zh":
        return f"{day.month}月{day.day}日 {weekday(day)}"
    return f"{day.day} {_MONTHS[day.month - 1][:3]}, {weekday(day)}"


def weekday(day: date) -> str:
    """The day's name."""
    if language() == "zh":
        return "周" + "一二三四五六日"[day.weekday()]
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def days_left(days: int) -> str:
    """How far a due day is: today, in n days, n days late."""
    if days == 0:
        return tr("Today")
    if days > 0:
        return tr("In {days} days").format(days=days) if days > 1 else tr("Tomorrow")
    return tr("{days} days late").format(days=-days) if days < -1 else tr("1 day late")


def product_name(product: Product) -> str:
    """The product's name."""
    return product.zh if language() == "zh" else product.en


def method(kind: RepaymentMethod) -> str:
    """How a loan is repaid."""
    return {
        RepaymentMethod.EQUAL_INSTALMENT: tr("Equal instalments"),
        RepaymentMethod.EQUAL_PRINCIPAL: tr("Equal principal"),
        RepaymentMethod.INTEREST_ONLY: tr("Interest first, principal at the end"),
        RepaymentMethod.BULLET: tr("All at the end"),
        RepaymentMethod.REVOLVING: tr("Repay any time"),
        RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE: tr("Equal principal, flat fee"),
    }[kind]


def accrual(kind: Accrual) -> str:
    """How interest is counted."""
    return {Accrual.MONTHLY: tr("By months"), Accrual.ACTUAL_DAYS: tr("By actual days")}[kind]


def day_count(kind: DayCountBasis) -> str:
    """What turns a yearly rate into a daily one."""
    return {
        DayCountBasis.DAYS_360: tr("360 days a year"),
        DayCountBasis.DAYS_365: tr("365 days a year"),
        DayCountBasis.NONE: tr("The contract states the daily rate"),
    }[kind]


def rate_period(kind: RatePeriod) -> str:
    """The unit of a rate."""
    return {
        RatePeriod.DAILY: tr("% a day"),
        RatePeriod.MONTHLY: tr("% a month"),
        RatePeriod.YEARLY: tr("% a year"),
    }[kind]


def due_day_policy(kind: DueDayPolicy) -> str:
    """Which day instalments fall due."""
    return {
        DueDayPolicy.SAME_DAY_CLAMP: tr("The same day each month, or the month's last"),
        DueDayPolicy.MAP_TO_25_26_27: tr("29th, 30th, 31st become 25th, 26th, 27th"),
        DueDayPolicy.MAP_TO_21: tr("29th, 30th, 31st become the 21st"),
        DueDayPolicy.FIXED: tr("A day of its own"),
    }[kind]


def first_period_policy(kind: FirstPeriodPolicy) -> str:
    """Which due day is the first."""
    return {
        FirstPeriodPolicy.NEXT_DUE: tr("The next due day"),
        FirstPeriodPolicy.NEXT_DUE_IF_GAP_15: tr("The next due day at least 15 days away"),
        FirstPeriodPolicy.SKIP_NEAREST_DUE: tr("The due day after the nearest"),
    }[kind]


def lender_kind(kind: LenderKind) -> str:
    """What a lender is in law."""
    return {
        LenderKind.BANK: tr("Bank"),
        LenderKind.CONSUMER_FINANCE: tr("Consumer finance company"),
        LenderKind.MICRO_LENDER: tr("Micro-lender"),
        LenderKind.PLATFORM: tr("Platform"),
        LenderKind.PERSON: tr("Private person"),
        LenderKind.OTHER: tr("Other lender"),
    }[kind]


def line_kind(kind: LineKind) -> str:
    """What a line is for."""
    return {
        LineKind.CARD: tr("Credit card"),
        LineKind.PAY_LATER: tr("Pay-later line"),
        LineKind.CASH_LINE: tr("Cash line"),
    }[kind]


def line_status(kind: LineStatus) -> str:
    """What the lender lets one do with a line."""
    return {
        LineStatus.ACTIVE: tr("Active"),
        LineStatus.REDUCED: tr("Reduced"),
        LineStatus.FROZEN: tr("Frozen"),
        LineStatus.CLOSED: tr("Closed"),
        LineStatus.NOT_AVAILABLE: tr("Not available"),
    }[kind]


def due_state(kind: DueState) -> str:
    """How an instalment stands."""
    return {
        DueState.SETTLED: tr("Paid"),
        DueState.SETTLED_LATE: tr("Paid late"),
        DueState.PARTLY_PAID: tr("Partly paid"),
        DueState.UPCOMING: tr("To pay"),
        DueState.DUE_TODAY: tr("Due today"),
        DueState.LATE: tr("Overdue"),
    }[kind]


def row_class(kind: RowClass) -> str:
    """What a statement row means."""
    return {
        RowClass.OUT: tr("Spending"),
        RowClass.IN: tr("Income"),
        RowClass.N_REFUND: tr("Refund"),
        RowClass.N_REFUNDED_ORDER: tr("Refunded order"),
        RowClass.N_CLOSED: tr("Closed, no money moved"),
        RowClass.N_FAILED: tr("Failed, no money moved"),
        RowClass.N_REPAYMENT: tr("Repayment"),
        RowClass.N_DRAWDOWN: tr("Loan paid out"),
        RowClass.N_TRANSFER: tr("Own transfer"),
        RowClass.N_INTEREST: tr("Yield"),
        RowClass.N_ZERO: tr("No money moved"),
        RowClass.N_PAID_BY_OTHER: tr("Paid by someone else"),
        RowClass.N_HOLD: tr("Hold"),
        RowClass.N_CREDIT: tr("Credit"),
        RowClass.UNREADABLE: tr("Not readable"),
    }[kind]


def row_state(kind: RowState) -> str:
    """What an import does with a row."""
    return {
        RowState.NEW: tr("New"),
        RowState.CHANGED: tr("Changed"),
        RowState.KNOWN: tr("Known, skipped"),
        RowState.TO_REVIEW: tr("To review"),
    }[kind]


def review_reason(kind: ReviewReason) -> str:
    """Why a row wants a look."""
    return {
        ReviewReason.UNKNOWN_STATUS: tr("The status is not known to the program"),
        ReviewReason.UNKNOWN_DIRECTION: tr("Neither income nor spending is stated"),
        ReviewReason.NO_AMOUNT: tr("The amount cannot be read"),
        ReviewReason.NO_TIME: tr("The time cannot be read"),
    }[kind]


def category(key: str, own_name: str) -> str:
    """A category that comes with the program by its key; the user's own by its name."""
    words = {
        "food": tr("Food and drink"),
        "groceries": tr("Daily needs"),
        "transport": tr("Transport"),
        "shopping": tr("Clothes and devices"),
        "home": tr("Home"),
        "communication": tr("Phone and bills"),
        "health": tr("Health"),
        "education": tr("Education"),
        "leisure": tr("Leisure"),
        "family": tr("Family and friends"),
        "interest_and_fees": tr("Interest and fees"),
        "other": tr("Other"),
    }
    return words.get(key, own_name)


def provider(key: str) -> str:
    """Whose statement it was."""
    return {"alipay": tr("Alipay")}.get(key, key)


def action(name: str) -> str:
    """What undo and redo say of an action."""
    return {
        "add_line": tr("Add a line"),
        "change_limit": tr("Change a limit"),
        "record_statement": tr("Add a statement"),
        "pay_line": tr("Pay a line"),
        "add_loan": tr("Add a loan"),
        "record_repayment": tr("Record a repayment"),
        "change_rate": tr("Change a rate"),
        "set_profile": tr("Change income and spending"),
        "add_cash_account": tr("Add a cash account"),
        "set_cash_balance": tr("Change a cash balance"),
        "declare_applications_complete": tr("Say that the applications are complete"),
        "log_application": tr("Log an application"),
        "record_overdue": tr("Add an overdue"),
        "log_score_reading": tr("Log a Zhima score"),
        "import_statement": tr("Import a statement"),
        "fill_sample_book": tr("Fill the sample book"),
    }[name]


def field(name: str) -> str:
    """The name of a form field or option, as an error names it."""
    return {
        "name": tr("Name"),
        "lender": tr("Lender"),
        "amount": tr("Amount"),
        "principal": tr("Amount borrowed"),
        "received": tr("Amount received"),
        "rate": tr("Rate"),
        "flat_fee_rate": tr("Fee for each period"),
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
        "income": tr("Net income a month"),
        "essential": tr("Essential spending a month"),
        "payday": tr("Payday"),
        "balance": tr("Balance"),
        "days": tr("Days late"),
        "cleared_on": tr("Cleared on"),
        "score": tr("Score"),
        "account": tr("Account"),
        "line": tr("Line"),
        "loan": tr("Loan"),
        "file": tr("File"),
        "book": tr("Book"),
    }.get(name, name)


def explain(error: PlannerError) -> str:
    """What is wrong and what to do, without the field's name (it stands beside the field)."""
    if isinstance(error, OutOfRange):
        return _out_of_range(error)
    values = {key: _value(value, key) for key, value in error.values.items()}
    return _errors()[type(error)].format(**values)


def explain_fully(error: PlannerError) -> str:
    """The same with the field in front, for the command line."""
    return f"{field(error.field)}: {explain(error)}" if error.field else explain(error)


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
        errors.NotARate: tr("“{text}” is not a rate. Write it like 0.04."),
        errors.NoSuchRow: tr("It is not in the book any more."),
        errors.AlreadyThere: tr("There is one for {on} already."),
        errors.BeforeOpening: tr("Cannot be before {opened_on}, the day it began."),
        errors.PaysMoreThanOwed: tr("Only {owed_fen} is still owed."),
        errors.NothingToImport: tr("Every row of {file} is in the book already."),
        errors.Cancelled: tr("Stopped. Nothing of {file} was kept."),
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


_MONEY_FIELDS = frozenset({"principal", "received", "limit", "minimum", "income", "essential", "amount", "balance"})


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
