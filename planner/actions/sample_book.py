"""The sample book: one person, eighteen months of debts, made through the same actions as everything a user does.

The story: a card of which only the minimum is paid, 度小满 once 32 days late, 借呗 drawn to pay off 微粒贷; then the
limit of 借呗 is cut from 30,000 to 8,000, with three applications in that week; 度小满 is paid off, and 借呗 is drawn
once more, for the card.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zlib import crc32

from sqlmodel import Session

from planner.actions.imports import import_statement
from planner.actions.profile import add_cash_account, declare_applications_complete, set_cash_balance, set_profile
from planner.actions.sample_lines import agree_cards, bill_card, bill_huabei, close_line, cut_on, open_lines
from planner.actions.sample_loans import Days, draw_loans
from planner.actions.sample_spending import INCOME_FEN, MONTHS, first_day, sample_purchases, sample_statements
from planner.actions.standing import log_application, log_score_reading
from planner.core.calendar import add_months
from planner.core.facts import Outcome
from planner.core.products import Product

CARD_FROM_ROLLOVER_FEN = 200_000
ZHIMA = (664, 661, 655, 648, 652, 639, 612, 608, 615, 622, 626, 631)
"""Readings of the last twelve months, the oldest first."""


def fill_sample_book(session: Session, *, today: date, products: Sequence[Product]) -> None:
    """Fills an empty book as of `today`; nothing in it is dated later.

    The same rows for the same day on every machine; everything but the day is fixed.
    """
    by_key = {product.key: product for product in products}
    _person(session, today)
    lines = open_lines(session, today)
    agree_cards(session, lines, by_key)
    purchases = sample_purchases(today)
    movements = draw_loans(session, today, lines, by_key)
    days = Days(today)
    close_line(session, lines["duxiaoman"], days.duxiaoman_paid_off + timedelta(days=9))
    movements += bill_huabei(session, today, lines["huabei"], purchases)
    extra = (days.second_rollover + timedelta(days=1), CARD_FROM_ROLLOVER_FEN)
    movements += bill_card(session, today, lines["credit_card"], purchases, extra)
    _standing(session, today)
    for imported_on, statement in sample_statements(today, purchases, movements):
        import_statement(session, statement=statement, imported_on=imported_on)


def _person(session: Session, today: date) -> None:
    start = first_day(today)
    raised_on = add_months(today, -14, 1)
    since = add_months(start, -24)
    set_profile(session, since=since, income_fen=INCOME_FEN - 60_000, payday=10, essential_fen=400_000)
    set_profile(session, since=raised_on, income_fen=INCOME_FEN, payday=10, essential_fen=420_000)
    declare_applications_complete(session, since=start)
    for name, now_fen, most_fen in (("招商银行储蓄卡", 724_215, 1_390_000), ("余额宝", 236_080, 560_000)):
        account = add_cash_account(session, name=name, on=start, balance_fen=most_fen)
        for back in range(MONTHS - 2, -1, -1):
            on = add_months(today, -back, 11)
            if start < on < today:
                # from what there was to what there is, a little up and down
                fen = now_fen + (most_fen - now_fen) * back // MONTHS + crc32(f"{name}{on}".encode()) % 60_000
                set_cash_balance(session, account_id=account, on=on, balance_fen=fen)
        set_cash_balance(session, account_id=account, on=today, balance_fen=now_fen)


def _standing(session: Session, today: date) -> None:
    cut = cut_on(today)
    for on, lender, outcome, hard in (
        (add_months(today, -15, 3), "建设银行", Outcome.APPROVED, True),
        (add_months(today, -13, 6), "度小满", Outcome.APPROVED, True),
        (cut - timedelta(days=1), "招联消费金融", Outcome.DECLINED, True),
        (cut + timedelta(days=1), "平安银行", Outcome.WITHDRAWN, True),
        (cut + timedelta(days=4), "建设银行", Outcome.APPROVED, True),
        (add_months(today, -1), "招商银行", Outcome.WITHDRAWN, False),
    ):
        log_application(session, applied_on=on, lender_name=lender, outcome=outcome, hard=hard)
    for back, score in zip(range(len(ZHIMA) - 1, -1, -1), ZHIMA, strict=True):
        on = add_months(today, -back, 6)
        if on <= today:
            log_score_reading(session, on=on, score=score)
