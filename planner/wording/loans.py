"""Words for lines, loans, their terms and their rows."""

from __future__ import annotations

from planner.core.events import PrepayMode
from planner.core.facts import LenderKind, LineKind, LineStatus, RowKind, RowLabel
from planner.core.products import Product
from planner.core.repayments import DueState
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FeeBasis,
    FirstPeriodPolicy,
    HolidayShift,
    PenaltyBase,
    PrepayFee,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.i18n import language, tr
from planner.wording.amounts import yuan


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
        DueDayPolicy.AFTER_STATEMENT: tr("Some days after the statement day"),
    }[kind]


def first_period_policy(kind: FirstPeriodPolicy) -> str:
    """Which due day is the first."""
    return {
        FirstPeriodPolicy.NEXT_DUE: tr("The next due day"),
        FirstPeriodPolicy.NEXT_DUE_IF_GAP_15: tr("The next due day at least 15 days away"),
        FirstPeriodPolicy.SKIP_NEAREST_DUE: tr("The due day after the nearest"),
    }[kind]


def fee_basis(kind: FeeBasis) -> str:
    """What a fee is for."""
    return {FeeBasis.EACH_PERIOD: tr("Each period"), FeeBasis.TOTAL: tr("All periods together")}[kind]


def holiday_shift(kind: HolidayShift) -> str:
    """Where an instalment goes that would fall due on a day without work."""
    return {
        HolidayShift.NONE: tr("Stays on that day"),
        HolidayShift.NEXT_WORKDAY: tr("The next working day"),
        HolidayShift.PREVIOUS_WORKDAY: tr("The working day before"),
    }[kind]


def remainder_in(kind: RemainderIn) -> str:
    """Which instalment takes the fen that rounding leaves over."""
    return {RemainderIn.LAST: tr("In the last instalment"), RemainderIn.FIRST: tr("In the first instalment")}[kind]


def penalty_base(kind: PenaltyBase) -> str:
    """What penalty interest is charged on."""
    return {
        PenaltyBase.OVERDUE_PRINCIPAL: tr("Overdue principal"),
        PenaltyBase.OVERDUE_PRINCIPAL_AND_INTEREST: tr("Overdue principal and interest"),
        PenaltyBase.ALL_PRINCIPAL: tr("All principal still owed"),
    }[kind]


def prepay_fee(kind: PrepayFee) -> str:
    """What paying off early costs beside the interest to the day."""
    return {
        PrepayFee.NONE: tr("Nothing"),
        PrepayFee.SHARE_OF_PREPAID: tr("A part of what is repaid early"),
        PrepayFee.MONTHS_OF_INTEREST: tr("Some months of interest"),
        PrepayFee.REMAINING_FEES: tr("The fees of all periods left"),
        PrepayFee.PERIOD_INTEREST: tr("The whole interest of the period"),
        PrepayFee.STEPS: tr("A part that falls with age"),
    }[kind]


def prepay_mode(kind: PrepayMode) -> str:
    """What paying principal back early does to the rest."""
    return {
        PrepayMode.SHORTER_TERM: tr("Fewer instalments of the same size"),
        PrepayMode.LOWER_PAYMENT: tr("Smaller instalments, the same number"),
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


def limit_change(before_fen: int, after_fen: int, status: LineStatus) -> str:
    """One word for a change of a limit, so that its colour need not be seen."""
    if status in (LineStatus.FROZEN, LineStatus.CLOSED, LineStatus.NOT_AVAILABLE):
        return line_status(status)
    if after_fen == before_fen:
        return tr("Unchanged")
    return tr("Cut") if after_fen < before_fen else tr("Raised")


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
        RowKind.TRANSACTION: tr("Transaction"),
    }
    number = f" {label.ref.number}" if label.ref.number else ""
    parts = [f"{kinds[label.ref.kind]}{number}", label.name, label.on.isoformat()]
    parts += [] if label.amount_fen is None else [yuan(label.amount_fen)]
    return " · ".join(part for part in parts if part)
