"""The credit lines of the sample book: their limits and why they changed, their statements and payments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from sqlmodel import Session

from planner.actions.cards import add_card_entry, set_card_terms
from planner.actions.lines import add_line, change_limit, pay_line, record_statement
from planner.actions.sample_spending import CARD, MONTHS, PAY_LATER, WALLET, Movement, charged, first_day
from planner.core.calendar import add_months
from planner.core.card_entries import EntryKind, InstalmentOf, InstalmentTerms
from planner.core.facts import LenderKind, LineKind, LineStatus
from planner.core.money import divide_half_up
from planner.core.products import Product
from planner.core.statement_rows import DebtKind, StatementRow

CARD_START_FEN = 438_216
MINIMUM_SHARE = 10
"""The minimum payment is a tenth of the balance."""
CARD_DAILY_RATE = (5, 10_000)
NOTED_MONTHS = 12
"""The interest that the bank charged is noted for so many statements."""
_ANT = ("蚂蚁消费金融", LenderKind.CONSUMER_FINANCE)


def cut_on(today: date) -> date:
    """The day the limit of 借呗 was cut."""
    return add_months(today, -5)


def open_lines(session: Session, today: date) -> dict[str, int]:
    """Seven lines with their history of limits, 借呗 cut from 30,000 to 8,000; returns their ids by product."""
    cut = cut_on(today)
    card = _line(session, ("招商银行", LenderKind.BANK), "招行信用卡", "credit_card", LineKind.CARD,
                 add_months(today, -98, 6), 1_000_000, 10, 30)  # fmt: skip
    change_limit(session, line_id=card, on=add_months(today, -40, 12), limit_fen=1_500_000,
                 status=LineStatus.ACTIVE, reason="用卡良好，主动提额")  # fmt: skip
    huabei = _line(session, _ANT, "花呗", "huabei", LineKind.PAY_LATER, add_months(today, -66, 20), 600_000, 1, 8)
    change_limit(session, line_id=huabei, on=add_months(today, -25, 3), limit_fen=950_000,
                 status=LineStatus.ACTIVE, reason="系统提额")  # fmt: skip
    jiebei = _line(session, _ANT, "借呗", "jiebei", LineKind.CASH_LINE, add_months(today, -50, 12), 2_000_000)
    change_limit(session, line_id=jiebei, on=add_months(today, -20, 9), limit_fen=3_000_000,
                 status=LineStatus.ACTIVE, reason="系统提额")  # fmt: skip
    change_limit(session, line_id=jiebei, on=cut, limit_fen=800_000, status=LineStatus.REDUCED,
                 reason="综合评估未通过")  # fmt: skip
    baitiao = _line(session, ("京东白条", LenderKind.PLATFORM), "京东白条", "baitiao", LineKind.PAY_LATER,
                    add_months(today, -34, 3), 1_200_000)  # fmt: skip
    weilidai = _line(session, ("微众银行", LenderKind.BANK), "微粒贷", "weilidai", LineKind.CASH_LINE,
                     add_months(today, -27, 17), 2_000_000)  # fmt: skip
    change_limit(session, line_id=weilidai, on=add_months(today, -3, 20), limit_fen=1_200_000,
                 status=LineStatus.REDUCED, reason="定期评估")  # fmt: skip
    quick = _line(session, ("建设银行", LenderKind.BANK), "建行快贷", "bank_revolving", LineKind.CASH_LINE,
                  add_months(today, -15, 5), 4_500_000)  # fmt: skip
    change_limit(session, line_id=quick, on=cut + timedelta(days=4), limit_fen=5_000_000,
                 status=LineStatus.ACTIVE, reason="申请提额获批")  # fmt: skip
    duxiaoman = _line(session, ("度小满", LenderKind.MICRO_LENDER), "度小满", "duxiaoman", LineKind.CASH_LINE,
                      add_months(today, -13, 8), 800_000)  # fmt: skip
    return {"credit_card": card, "huabei": huabei, "jiebei": jiebei, "baitiao": baitiao, "weilidai": weilidai,
            "quick": quick, "duxiaoman": duxiaoman}  # fmt: skip


def _line(
    session: Session,
    lender: tuple[str, LenderKind],
    name: str,
    product: str,
    kind: LineKind,
    opened_on: date,
    limit_fen: int,
    statement_day: int | None = None,
    due_day: int | None = None,
) -> int:
    return add_line(
        session, lender_name=lender[0], lender_kind=lender[1], name=name, product=product, kind=kind,
        opened_on=opened_on, limit_fen=limit_fen, statement_day=statement_day, due_day=due_day,
    )  # fmt: skip


def bill_huabei(session: Session, today: date, line_id: int, purchases: Sequence[StatementRow]) -> list[Movement]:
    """A statement on each 1st over what was bought since the last one, paid on the 8th by the wallet.

    The latest payment failed in the morning and was made good by hand in the evening.
    """
    seen: list[Movement] = []
    before = first_day(today) - timedelta(days=1)
    for month in range(1, MONTHS):
        on = add_months(first_day(today), month, 1)
        due_on = add_months(on, 0, 8)
        balance = max(charged(purchases, PAY_LATER, before, on), 0)
        before = on
        minimum = divide_half_up(balance, MINIMUM_SHARE)
        record_statement(
            session, line_id=line_id, statement_on=on, due_on=due_on, balance_fen=balance, minimum_fen=minimum
        )
        if due_on < today and balance:
            what = f"花呗自动还款-{on.year}年{add_months(on, -1).month:02d}月账单"
            seen.append(Movement(due_on, 9, DebtKind.REPAYMENT, "huabei", "花呗", what, balance, WALLET))
    last = seen.pop()
    seen.append(Movement(last.on, 7, DebtKind.FAILED_REPAYMENT, "huabei", "花呗", last.what, last.fen, WALLET))
    by_hand = last.what.replace("自动", "主动")
    seen.append(Movement(last.on, 20, DebtKind.REPAYMENT, "huabei", "花呗", by_hand, last.fen))
    return seen


def bill_card(
    session: Session, today: date, line_id: int, purchases: Sequence[StatementRow], extra: tuple[date, int]
) -> list[Movement]:
    """A statement on each 10th: what was carried over, what was bought and the interest, to the fen.

    The minimum is paid two days before the 30th; `extra` is one more payment (day, fen), out of a new loan.
    """
    paid, interest = [extra], 0
    _note_first_months(session, line_id, first_day(today))
    balance, on = CARD_START_FEN, add_months(first_day(today), 0, 10)
    while on <= today:
        if interest and add_months(on, NOTED_MONTHS) > today:
            add_card_entry(session, line_id=line_id, kind=EntryKind.INTEREST, posted_on=on, amount_fen=interest)
        due_on, following = add_months(on, 0, 30), add_months(on, 1, 10)
        minimum = divide_half_up(balance, MINIMUM_SHARE)
        record_statement(
            session, line_id=line_id, statement_on=on, due_on=due_on, balance_fen=balance, minimum_fen=minimum
        )
        paid.append((due_on - timedelta(days=2), -(-minimum // 10_000) * 10_000))
        since = sum(fen for day, fen in paid if on < day <= following)
        carried = max(balance - since, 0)
        interest = divide_half_up(carried * CARD_DAILY_RATE[0] * (following - on).days, CARD_DAILY_RATE[1])
        balance = balance - since + charged(purchases, CARD, on, following) + interest
        on = following
    done = sorted((day, fen) for day, fen in paid if day < today)
    for day, fen in done:
        pay_line(session, line_id=line_id, paid_on=day, amount_fen=fen)
    what = "招商银行信用卡-还款"
    return [Movement(day, 19, DebtKind.REPAYMENT, "credit_card", "信用卡还款", what, fen) for day, fen in done]


def _note_first_months(session: Session, line_id: int, start: date) -> None:
    """What happened on the card long ago: a phone in three instalments, cash once, the fee of a year. All of it is on
    statements that were paid since."""
    phone = InstalmentTerms(3, Decimal("0.0075"), of=InstalmentOf.NEW)
    for kind, after, fen, terms, note in (
        (EntryKind.INSTALMENT, 2, 90_000, phone, "手机分期"),
        (EntryKind.CASH_ADVANCE, 20, 50_000, None, ""),
        (EntryKind.ANNUAL_FEE, 40, 10_000, None, ""),
    ):
        add_card_entry(
            session, line_id=line_id, kind=kind, posted_on=start + timedelta(days=after), amount_fen=fen,
            instalment=terms, note=note,
        )  # fmt: skip


def agree_cards(session: Session, lines: Mapping[str, int], products: Mapping[str, Product]) -> None:
    """What the contracts of the card and of 花呗 agree, as their templates have it."""
    for key, statement_day, due_day in (("credit_card", 10, 30), ("huabei", 1, 8)):
        card = products[key].card
        assert card is not None
        set_card_terms(session, line_id=lines[key], terms=card.on_days(statement_day, due_day))


def close_line(session: Session, line_id: int, on: date) -> None:
    """The line is given up once everything is repaid."""
    change_limit(session, line_id=line_id, on=on, limit_fen=0, status=LineStatus.CLOSED, reason="结清后注销")
