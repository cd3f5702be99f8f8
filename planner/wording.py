"""Words for what the layers below only name: enums, errors, actions, days and amounts, in the user's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planner.core import errors
from planner.core.errors import BookTrouble, OutOfRange, PlannerError
from planner.core.factors import MissingInput
from planner.core.facts import LenderKind, LineKind, LineStatus, RowKind
from planner.core.money import format_fen
from planner.core.products import Product
from planner.core.repayments import DueState
from planner.core.scorecard import Contribution
from planner.core.statement_rows import ReviewReason, RowClass, RowState
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    RatePeriod,
    RepaymentMethod,
)
from planner.core.warnings import Finding, Level, NextStep, Rule
from planner.i18n import language, tr
from planner.reports.rows import RowLabel

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


def level(kind: Level) -> str:
    """How bad a warning is."""
    return {
        Level.OK: tr("Fine"),
        Level.UNKNOWN: tr("Not known"),
        Level.INFO: tr("Note"),
        Level.CAUTION: tr("Caution"),
        Level.WARNING: tr("Warning"),
        Level.CRITICAL: tr("Critical"),
    }[kind]


def band(name: str | None) -> str:
    """The band of a score."""
    words = {
        "strong": tr("Strong"),
        "good": tr("Good"),
        "watch": tr("Watch"),
        "stressed": tr("Stressed"),
        "critical": tr("Critical state"),
    }
    return tr("No score yet") if name is None else words[name]


def factor(factor_id: str) -> str:
    """The name of a health factor."""
    return {
        "late_count": tr("Late payments"),
        "late_worst": tr("Worst lateness"),
        "late_now": tr("Overdue now"),
        "late_since": tr("Time since the last late payment"),
        "missed_pay": tr("Bills with nothing paid"),
        "utilisation": tr("Use of limits, last three statements"),
        "dormant": tr("Lines not used"),
        "dti": tr("Debt payments to income"),
        "applications": tr("Recent applications"),
        "oldest_months": tr("Age of the oldest account"),
        "open_lines": tr("Open accounts"),
        "buffer_months": tr("Cash buffer"),
    }[factor_id]


def factor_definition(factor_id: str) -> str:
    """How a factor is counted."""
    return {
        "late_count": tr("Due dates at least 30 days late, in the last 24 months."),
        "late_worst": tr("The worst lateness of the last 24 months, in classes of 30, 60 and 90 days."),
        "late_now": tr("Due dates missed and still open: one counts 30, two or more count 60."),
        "late_since": tr("Full months since a payment was last 30 days late."),
        "missed_pay": tr("Bills of the last 6 months whose whole cycle passed with nothing paid."),
        "utilisation": tr("Balances over limits of all lines, the mean of their last three statements."),
        "dormant": tr("1 when no line had a balance in its last three statements. It is no advice to borrow."),
        "dti": tr("Payments due in 30 days and a tenth of the revolving balance, over the monthly net income."),
        "applications": tr("Applications that other lenders see, in the last 6 months."),
        "oldest_months": tr("Months since the oldest account was opened. Only time helps, and it is no fault."),
        "open_lines": tr("Credit accounts that are open. It is no advice to open more."),
        "buffer_months": tr("Cash at hand over the monthly net income."),
    }[factor_id]


def factor_value(each: Contribution) -> str:
    """A factor's value in words, or what to enter."""
    if each.missing is not None:
        return tr("Not known: {input}").format(input=missing_input(each.missing))
    value = each.value
    if each.factor_id in ("utilisation", "dti"):
        assert isinstance(value, Decimal)
        return tr("Over the limit") if not value.is_finite() else f"{percent(value)}%"
    if each.factor_id == "buffer_months":
        return tr("{months} months of income").format(months=f"{value:.1f}")
    words = {
        "late_count": tr("{value} in 24 months"),
        "late_worst": tr("{value} days"),
        "late_now": tr("{value} days class"),
        "late_since": tr("{value} months ago"),
        "missed_pay": tr("{value} in 6 months"),
        "applications": tr("{value} in 6 months"),
        "oldest_months": tr("{value} months"),
        "open_lines": tr("{value} open"),
        "dormant": tr("All lines at zero"),
    }
    if each.factor_id == "late_since" and value is None:
        return tr("Never")
    if each.factor_id in ("late_count", "late_worst", "late_now", "missed_pay", "applications") and value == 0:
        return tr("None")
    if each.factor_id == "dormant" and value == 0:
        return tr("In use")
    return words[each.factor_id].format(value=value)


def missing_input(kind: MissingInput) -> str:
    """What to enter so that a factor is known."""
    return {
        MissingInput.DUE_DATES: tr("needs six months of due dates: add your loans"),
        MissingInput.STATEMENTS: tr("needs a statement of a line: add your lines and their loans"),
        MissingInput.INCOME: tr("enter your net income in Settings"),
        MissingInput.DEBTS: tr("add your lines and loans"),
        MissingInput.CASH: tr("enter the cash you have in Settings"),
        MissingInput.APPLICATIONS: tr("say in Settings since when your applications are complete"),
        MissingInput.ACCOUNTS: tr("add your lines and loans"),
    }[kind]


def warning_title(found: Finding, name: str = "") -> str:
    """What a warning is about, with its figure. `name` is the account's, where it is about one."""
    values = found.values
    if found.rule_id == "W10":
        return tr("Debt payments take {percent}% of income").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W24":
        return tr("{percent}% of your limits is used").format(percent=_share(values.get("ratio")))
    if found.rule_id == "W30":
        return tr("{count} applications in {days} days").format(**values)
    if not values:
        return tr("Nothing is overdue")
    return tr("{name} is {days} days overdue").format(name=name, days=values["days"])


def warning_reason(found: Finding, rule: Rule) -> str:
    """Why a warning stands, with the line that was crossed."""
    if found.missing is not None:
        return tr("Cannot be judged: {input}.").format(input=missing_input(found.missing))
    values = {key: _value(value, key) for key, value in found.values.items()}
    limits = {name: percent(value, 0) for name, value in rule.thresholds.items() if value < 1}
    if found.rule_id == "W10":
        words = tr("{service_fen} of {income_fen} a month. Lines: {caution}%, {warning}%, {critical}%.")
        return words.format(**values, **limits)
    if found.rule_id == "W24":
        words = tr("{used_fen} of {limits_fen} in limits. Lines: {caution}%, {warning}%, {critical}%.")
        return words.format(**values, **limits)
    if found.rule_id == "W30":
        days = found.values["days"]
        words = tr("Lenders are said to look twice above {most} in {days} days.")
        return words.format(most=rule.thresholds[f"warning_{days}"], days=days)
    return tr("Every day costs penalty interest; an adverse record is kept five years from the day it is paid.")


def next_step(step: NextStep) -> str:
    """What to do next."""
    return {
        NextStep.STOP_NEW_LOANS: tr("Draw no new loans for now."),
        NextStep.LIST_EVERY_DEBT: tr("List every debt with its true cost here."),
        NextStep.PAY_DOWN_LINES: tr("Pay down the line with the highest true cost first."),
        NextStep.STOP_APPLYING: tr("Apply nowhere until the oldest of these leaves the window."),
        NextStep.PAY_OVERDUE_NOW: tr("Pay the overdue amount first, before anything else."),
        NextStep.CALL_THE_LENDER: tr("If you cannot, call the lender before the due date and ask for a plan."),
        NextStep.ENTER_INCOME: tr("Enter your net income in Settings."),
        NextStep.ENTER_DEBTS: tr("Add your lines and loans."),
        NextStep.ENTER_APPLICATIONS: tr("Say in Settings since when your applications are complete."),
    }[step]


def row_label(label: RowLabel) -> str:
    """What a row of the book is called."""
    kinds = {
        RowKind.LINE: tr("Line"),
        RowKind.LIMIT_CHANGE: tr("Limit"),
        RowKind.STATEMENT: tr("Statement"),
        RowKind.LOAN: tr("Loan"),
        RowKind.DUE: tr("Instalment"),
        RowKind.REPAYMENT: tr("Repayment"),
        RowKind.OVERDUE: tr("Overdue on record"),
        RowKind.APPLICATION: tr("Application"),
        RowKind.PROFILE: tr("Income"),
        RowKind.CASH_BALANCE: tr("Cash"),
    }
    number = f" {label.ref.number}" if label.ref.number else ""
    parts = [f"{kinds[label.ref.kind]}{number}", label.name, label.on.isoformat()]
    parts += [] if label.amount_fen is None else [yuan(label.amount_fen)]
    return " · ".join(part for part in parts if part)


def disclaimer() -> str:
    """What stands beside every estimate."""
    return tr("A local estimate; neither a Zhima score nor a credit report. It predicts no limit and no approval.")


def _share(value: int | Decimal | None) -> str:
    return percent(Decimal(value)) if value is not None else UNKNOWN


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
        errors.UnreadableFile: tr("{file} cannot be opened ({reason}). Check that it is there and may be read."),
        errors.StatementTooLarge: tr(
            "{file} is larger than {most_mib} MiB; no statement is. Choose the exported file."
        ),
        errors.NotAStatement: tr(
            "{file} is not a statement Yudu knows. Export the bill as CSV in the Alipay app and choose that file."
        ),
        errors.StatementNotReadYet: tr("{file}: {kind} is not read yet. Export the bill as CSV in the Alipay app."),
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
