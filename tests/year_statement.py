"""A year of invented transactions for the year book, as a statement would bring them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from planner.core.calendar import add_months
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Statement, StatementRow

MONTHS = 12
# (day, hour, who, what for, fen, the wallet's category, paid with)
_EVERY_MONTH = (
    (2, 8, "城市公交", "乘车", 400, "交通出行", "余额宝"),
    (3, 12, "鑫源小馆", "午餐", 2850, "餐饮美食", "余额宝"),
    (5, 19, "盒马鲜生", "生鲜订单", 8640, "日用百货", "招商银行储蓄卡"),
    (8, 20, "中国移动", "话费", 5900, "充值缴费", "余额宝"),
    (9, 18, "滴滴出行", "快车", 3120, "交通出行", "余额宝"),
    (12, 12, "美团外卖", "外卖订单", 3250, "餐饮美食", "余额宝"),
    (14, 21, "某旗舰店", "外套", 25900, "服饰装扮", "招商银行储蓄卡"),
    (16, 9, "国家电网", "电费", 12877, "生活服务", "余额宝"),
    (18, 19, "喆记超市", "日用品", 6430, "日用百货", "余额宝"),
    (20, 13, "星月咖啡", "拿铁", 1900, "餐饮美食", "余额宝"),
    (22, 20, "影城", "电影票", 8980, "文化休闲", "余额宝"),
    (24, 7, "某药房", "药品", 4660, "医疗健康", "余额宝"),
)


def year_statement(today: date, *, income_fen: int) -> Statement:
    """The statement up to `today`: purchases, pay, a refund, a repayment, a failed one, a row to review."""
    rows = [row for row in _rows(add_months(today, 1 - MONTHS, 1), income_fen) if row.happened_at is not None]
    seen = [row for row in rows if row.happened_at is not None and row.happened_at.date() <= today]
    return Statement("year.csv", "", "alipay", "A4", "utf-8", "", tuple(seen))


def _rows(first: date, income_fen: int) -> Iterator[StatementRow]:
    number = 0
    for month in range(MONTHS):
        start = add_months(first, month)
        for day, hour, who, what, fen, category, method in _EVERY_MONTH:
            number += 1
            yield _row(number, start + timedelta(days=day - 1), hour, who, what, _moved(fen, number), category, method)
        number += 1
        pay = _row(number, start + timedelta(days=9), 10, "某公司", "工资", income_fen, "收入", "余额")
        yield pay._replace(row_class=RowClass.IN, direction="收入")
        number += 1
        yield from _special(number, start, month)
        number += 3


def _special(number: int, start: date, month: int) -> Iterator[StatementRow]:
    """What happens only now and then."""
    if month == MONTHS - 3:
        coat = number - 7  # of the twelve purchases of the month, and the pay behind them
        fen = _moved(25900, coat)
        refund = _row(number, start + timedelta(days=16), 9, "某旗舰店", "退款-外套", fen, "退款", "招商银行储蓄卡")
        refund = refund._replace(native_id=f"year-{coat}_1", order_id=f"year-{coat}")
        yield refund._replace(row_class=RowClass.N_REFUND, status="退款成功", direction="不计收支")
    if month == MONTHS - 2:
        failed = _row(number + 1, start + timedelta(days=9), 9, "借呗", "借呗还款", 81037, "信用借还", "")
        yield failed._replace(
            row_class=RowClass.N_FAILED,
            status="还款失败",
            debt=DebtKind.FAILED_REPAYMENT,
            product="jiebei",
            direction="不计收支",
        )
        paid = _row(number, start + timedelta(days=9), 11, "借呗", "借呗还款", 81037, "信用借还", "招商银行储蓄卡")
        yield paid._replace(
            row_class=RowClass.N_REPAYMENT,
            status="还款成功",
            debt=DebtKind.REPAYMENT,
            product="jiebei",
            direction="不计收支",
        )
    if month == MONTHS - 1:
        odd = _row(number + 2, start + timedelta(days=13), 15, "堃达商贸", "预订单", 19900, "其他", "余额宝")
        yield odd._replace(status="等待核销", review=ReviewReason.UNKNOWN_STATUS)


def _moved(fen: int, number: int) -> int:
    """Prices move a little from month to month, the same way on every machine."""
    return fen + (number * 37) % 23 * (fen // 200)


def _row(number: int, day: date, hour: int, who: str, what: str, fen: int, category: str, method: str) -> StatementRow:
    happened_at = datetime.combine(day, time(hour, number * 7 % 60))
    return StatementRow(
        line=number,
        key=f"year-{number}",
        row_class=RowClass.OUT,
        happened_at=happened_at,
        amount_fen=fen,
        direction="支出",
        counterparty=who,
        description=what,
        method=method,
        status="交易成功",
        provider_category=category,
        native_id=f"year-{number}",
        order_id=f"year-{number}",
        note="",
        raw=f"{happened_at},{category},{who},{what},{fen / 100:.2f},{method}",
    )
