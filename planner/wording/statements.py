"""Words for statement rows, categories and providers."""

from __future__ import annotations

from planner.core.spending import RefundUse
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, RowState, Scene
from planner.i18n import tr


def row_class(kind: RowClass) -> str:
    """What a statement row means."""
    return {
        RowClass.OUT: tr("Spent"),
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
        RowClass.N_DUPLICATE: tr("Same as another row"),
        RowClass.UNREADABLE: tr("Not readable"),
    }[kind]


def meaning(kind: RowClass, debt: DebtKind | None, category_words: str) -> str:
    """What a row will count as, in a few words."""
    if debt is DebtKind.FAILED_REPAYMENT:
        return tr("Repayment failed, unpaid")
    return {
        RowClass.OUT: tr("Spending → {category}").format(category=category_words),
        RowClass.IN: tr("Income"),
        RowClass.N_REFUND: tr("Refund, taken off its order"),
        RowClass.N_REFUNDED_ORDER: tr("Refunded order, not counted"),
        RowClass.N_CLOSED: tr("Closed, not counted"),
        RowClass.N_FAILED: tr("Failed, not counted"),
        RowClass.N_REPAYMENT: tr("Repayment, never spending"),
        RowClass.N_DRAWDOWN: tr("Loan paid out, never income"),
        RowClass.N_TRANSFER: tr("Own transfer, not counted"),
        RowClass.N_INTEREST: tr("Yield, counted as income"),
        RowClass.N_ZERO: tr("No money moved"),
        RowClass.N_PAID_BY_OTHER: tr("Paid by someone else, not counted"),
        RowClass.N_HOLD: tr("Hold, not counted"),
        RowClass.N_CREDIT: tr("Credit, not counted"),
        RowClass.N_DUPLICATE: tr("Counted in another statement"),
        RowClass.UNREADABLE: tr("Kept with its text, not counted"),
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
        ReviewReason.DAY_ORDER: tr("Day and month may stand the other way round"),
    }[kind]


def scene(kind: Scene) -> str:
    """Where something was bought."""
    return {Scene.ONLINE: tr("Online"), Scene.OFFLINE: tr("In person")}[kind]


def refund_use(kind: RefundUse) -> str:
    """What a refund lowers."""
    return {
        RefundUse.ORDER: tr("It lowers its order, in the month and category of that."),
        RefundUse.MONTH: tr("Its order is not in the book: it lowers the month and category it stands in."),
        RefundUse.NOTHING: tr("It lowers nothing: its order was given back whole and does not count."),
        RefundUse.AGAIN: tr("It lowers nothing: the same refund is listed twice."),
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
    """Whose statement it was; entries of one's own have none."""
    words = {
        "": tr("By hand"),
        "alipay": tr("Alipay"),
        "wechat": tr("WeChat Pay"),
        "jd": tr("JD"),
        "meituan": tr("Meituan"),
        "douyin": tr("Douyin Pay"),
        "icbc": tr("ICBC"),
        "ccb": tr("CCB"),
        "cmb": tr("CMB"),
        "boc": tr("Bank of China"),
        "abc": tr("ABC"),
        "bocom": tr("BOCOM"),
        "citic": tr("CITIC"),
        "cgb": tr("CGB"),
        "cib": tr("CIB"),
        "spdb": tr("SPDB"),
        "pab": tr("Ping An Bank"),
        "cmbc": tr("CMBC"),
        "hxb": tr("Hua Xia Bank"),
        "bosc": tr("Bank of Shanghai"),
        "psbc": tr("Postal Savings Bank"),
        "hsbchk": tr("HSBC Hong Kong"),
        "bmo": tr("BMO"),
        "td": tr("TD"),
        "ofx": tr("OFX"),
        "qif": tr("QIF"),
        "qianji": tr("Qianji"),
        "yimu": tr("Yimu"),
        "feidee": tr("Feidee"),
        "wacai": tr("Wacai"),
        "youqian": tr("Youqian"),
        "table": tr("Other table"),
    }
    return words.get(key, key)
