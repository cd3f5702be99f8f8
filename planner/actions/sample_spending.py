"""Eighteen months of invented transactions for the sample book, as the wallet's statements would bring them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zlib import crc32

from planner.core.calendar import add_months
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Statement, StatementRow

MONTHS = 18
CARD, PAY_LATER, BANK, WALLET = "招商银行信用卡", "花呗", "招商银行储蓄卡", "余额宝"
INCOME_FEN = 920_000


class _Habit(NamedTuple):
    """What is bought now and then: on so many of a hundred days, at about that price (fen)."""

    days_of_100: int
    hour: int
    who: str
    what: str
    fen: int
    category: str
    method: str


class _Monthly(NamedTuple):
    """What is paid once a month on a day: the same amount each time unless it `moves`."""

    day: int
    hour: int
    who: str
    what: str
    fen: int
    category: str
    method: str
    moves: bool = False


_HABITS = (
    _Habit(30, 8, "巷口早点", "早餐", 700, "餐饮美食", WALLET),
    _Habit(45, 12, "鑫源小馆", "午餐", 2380, "餐饮美食", WALLET),
    _Habit(28, 19, "美团外卖", "外卖订单", 3250, "餐饮美食", PAY_LATER),
    _Habit(10, 15, "星月咖啡", "拿铁", 1900, "餐饮美食", WALLET),
    _Habit(4, 18, "老街火锅", "聚餐", 18800, "餐饮美食", CARD),
    _Habit(40, 8, "城市公交", "乘车", 400, "交通出行", WALLET),
    _Habit(8, 22, "城市打车", "快车", 3120, "交通出行", WALLET),
    _Habit(3, 10, "12306", "火车票", 27650, "交通出行", CARD),
    _Habit(13, 20, "盒马鲜生", "生鲜订单", 8640, "日用百货", PAY_LATER),
    _Habit(12, 19, "喆记超市", "日用品", 6430, "日用百货", WALLET),
    _Habit(14, 17, "东门菜市场", "买菜", 2600, "日用百货", WALLET),
    _Habit(3, 21, "某旗舰店", "衣服", 25900, "服饰装扮", PAY_LATER),
    _Habit(2, 20, "某家居店", "收纳柜", 15900, "家居家装", PAY_LATER),
    _Habit(3, 20, "影城", "电影票", 8980, "文化休闲", CARD),
    _Habit(3, 21, "宠物用品店", "猫粮", 7900, "宠物", PAY_LATER),
    _Habit(3, 9, "某药房", "药品", 4660, "医疗健康", WALLET),
)
_EVERY_MONTH = (
    _Monthly(1, 9, "房东", "房租", 165000, "住房物业", BANK),
    _Monthly(3, 10, "某健身房", "月卡", 19900, "运动户外", CARD),
    _Monthly(8, 20, "中国移动", "话费", 5900, "充值缴费", WALLET),
    _Monthly(16, 9, "国家电网", "电费", 12877, "生活服务", WALLET, moves=True),
    _Monthly(19, 9, "自来水公司", "水费", 3860, "生活服务", WALLET, moves=True),
    _Monthly(21, 12, "妈妈", "转账-生活费", 50000, "转账红包", BANK),
)


@dataclass(frozen=True, slots=True)
class Movement:
    """A debt row of the wallet: a repayment, one that failed, or a loan paid out (fen)."""

    on: date
    hour: int
    kind: DebtKind
    product: str
    who: str
    what: str
    fen: int
    method: str = BANK


def first_day(today: date) -> date:
    """The day the sample's story begins: the first of a month, eighteen months back."""
    return add_months(today, 1 - MONTHS, 1)


def sample_purchases(today: date) -> tuple[StatementRow, ...]:
    """What was bought, earned and moved up to `today`, in order of time; the debts' own rows are not among it."""
    rows = [*_habits(today), *_monthly(today), *_specials(today)]
    seen = [row for row in rows if first_day(today) <= _day(row) <= today]
    return tuple(sorted(seen, key=lambda row: (row.happened_at, row.key)))


def sample_statements(
    today: date, purchases: Iterable[StatementRow], movements: Iterable[Movement]
) -> tuple[tuple[date, Statement], ...]:
    """Two files with the day each was imported: everything up to half a year ago, and what came since."""
    rows = sorted((*purchases, *_of_debts(movements)), key=lambda row: (row.happened_at, row.key))
    cut = add_months(today, -6)
    parts = ((first_day(today), cut, cut), (cut + timedelta(days=1), today, today))
    found = []
    for first, last, imported_on in parts:
        own = [row for row in rows if first <= _day(row) <= last]
        numbered = tuple(row._replace(line=number) for number, row in enumerate(own, 25))
        name = f"支付宝交易明细({first:%Y%m%d}-{last:%Y%m%d}).csv"
        found.append((imported_on, Statement(name, "", "alipay", "A4", "gb18030", "138****0000", numbered)))
    return tuple(found)


def charged(purchases: Iterable[StatementRow], method: str, after: date, until: date) -> int:
    """What purchases paid with `method` come to, refunds taken off (fen), after one day and until another."""
    own = [row for row in purchases if row.method == method and after < _day(row) <= until]
    return sum(
        (-1 if row.row_class is RowClass.N_REFUND else 1) * (row.amount_fen or 0)
        for row in own
        if row.row_class in (RowClass.OUT, RowClass.N_REFUND, RowClass.N_REFUNDED_ORDER)
    )


def _habits(today: date) -> Iterator[StatementRow]:
    day = first_day(today)
    while day <= today:
        for number, habit in enumerate(_HABITS):
            # chance that is the same on every machine: a day of the calendar has its purchases, whenever one looks
            chance = crc32(f"{day.isoformat()} {number}".encode())
            if chance % 100 < habit.days_of_100:
                fen = habit.fen * (80 + chance // 100 % 41) // 1000 * 10
                yield _row(day, habit.hour, f"h{number}", habit.who, habit.what, fen, habit.category, habit.method)
        day += timedelta(days=1)


def _monthly(today: date) -> Iterator[StatementRow]:
    for back in range(MONTHS - 1, -1, -1):
        month = add_months(today, -back, 1)
        chance = crc32(month.isoformat().encode())
        for number, each in enumerate(_EVERY_MONTH):
            fen = each.fen * (75 + (chance >> number) % 51) // 100 if each.moves else each.fen
            day = month + timedelta(days=each.day - 1)
            yield _row(day, each.hour, f"m{number}", each.who, each.what, fen, each.category, each.method)
        income = INCOME_FEN if add_months(today, -14, 1) <= month else INCOME_FEN - 60_000
        pay = _row(month + timedelta(days=9), 10, "pay", "某公司", "工资", income, "收入", "余额")
        yield pay._replace(row_class=RowClass.IN, direction="收入")
        saved = _row(month + timedelta(days=11), 11, "save", WALLET, "余额宝-单次转入", 120_000, "投资理财", BANK)
        yield saved._replace(row_class=RowClass.N_TRANSFER, direction="不计收支")
        fen = 180 + chance % 120
        gain = _row(month + timedelta(days=1), 6, "gain", WALLET, "余额宝-收益发放", fen, "投资理财", WALLET)
        yield gain._replace(row_class=RowClass.N_INTEREST, direction="不计收支")


def _specials(today: date) -> Iterator[StatementRow]:
    """What happened once, counted back from `today`."""
    yield _row(add_months(today, -7), 20, "pc", "某数码店", "笔记本电脑", 579_900, "数码电器", CARD)
    yield _row(add_months(today, -4), 21, "course", "某培训学校", "会计课程", 129_900, "教育培训", BANK)
    yield _row(today - timedelta(days=52), 15, "teeth", "某口腔门诊", "补牙", 238_000, "医疗健康", CARD)
    coat, case = today - timedelta(days=40), today - timedelta(days=75)
    yield _row(coat, 21, "coat", "某旗舰店", "大衣", 49_900, "服饰装扮", PAY_LATER)
    yield _refund(coat + timedelta(days=7), coat, "coat", "某旗舰店", "退款-大衣", 20_000, PAY_LATER)
    order = _row(case, 21, "case", "某旗舰店", "行李箱", 32_900, "服饰装扮", BANK)
    yield order._replace(row_class=RowClass.N_REFUNDED_ORDER, status="交易关闭", direction="不计收支")
    yield _refund(case + timedelta(days=5), case, "case", "某旗舰店", "退款-行李箱", 32_900, BANK)
    shut = _row(today - timedelta(days=15), 22, "shut", "某旗舰店", "耳机", 19_900, "数码电器", WALLET)
    yield shut._replace(row_class=RowClass.N_CLOSED, status="交易关闭", direction="不计收支")
    odd = _row(today - timedelta(days=10), 15, "odd", "堃达商贸", "预订单", 19_900, "其他", WALLET)
    yield odd._replace(status="等待核销", review=ReviewReason.UNKNOWN_STATUS)
    gift = _row(today - timedelta(days=66), 18, "gift", "表妹", "份子钱", 60_000, "转账红包", BANK)
    yield gift


def _refund(on: date, ordered_on: date, key: str, who: str, what: str, fen: int, method: str) -> StatementRow:
    order = f"S{ordered_on:%Y%m%d}{key}"
    row = _row(on, 9, f"{key}-back", who, what, fen, "退款", method)
    return row._replace(
        row_class=RowClass.N_REFUND, status="退款成功", direction="不计收支", native_id=f"{order}_1", order_id=order
    )


def _of_debts(movements: Iterable[Movement]) -> Iterator[StatementRow]:
    classes = {
        DebtKind.REPAYMENT: (RowClass.N_REPAYMENT, "还款成功"),
        DebtKind.FAILED_REPAYMENT: (RowClass.N_FAILED, "还款失败"),
        DebtKind.DRAWDOWN: (RowClass.N_DRAWDOWN, "放款成功"),
    }
    for number, each in enumerate(movements):
        row_class, status = classes[each.kind]
        row = _row(each.on, each.hour, f"d{number}", each.who, each.what, each.fen, "信用借还", each.method)
        yield row._replace(
            row_class=row_class, status=status, direction="不计收支", debt=each.kind, product=each.product
        )


def _row(day: date, hour: int, key: str, who: str, what: str, fen: int, category: str, method: str) -> StatementRow:
    """A plain purchase; its minute follows from day and key, so that no two machines differ."""
    number = f"S{day:%Y%m%d}{key}"
    happened_at = datetime.combine(day, time(hour, crc32(number.encode()) % 60))
    return StatementRow(
        line=0,
        key=f"sample-{number}",
        row_class=RowClass.OUT,
        happened_at=happened_at,
        amount_fen=fen,
        direction="支出",
        counterparty=who,
        description=what,
        method=method,
        status="交易成功",
        provider_category=category,
        native_id=number,
        order_id=number,
        note="",
        raw=f"{happened_at},{category},{who},{what},{fen / 100:.2f},{method}",
        credit_product="huabei" if method == PAY_LATER else "",
    )


def _day(row: StatementRow) -> date:
    assert row.happened_at is not None
    return row.happened_at.date()
