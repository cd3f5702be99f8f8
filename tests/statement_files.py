"""Statement files for tests, written by hand: an Alipay bill and an account of the Agricultural Bank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

ALIPAY_HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
ABC_HEAD = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言"
CARD = "中国农业银行储蓄卡(1234)"


def alipay(at: str, category: str, who: str, what: str, way: str, amount: str, state: str, number: str, by: str) -> str:
    """A row of the bill."""
    return f"{at},{category},{who},/,{what},{way},{amount},{by},{state},{number}\t,\t,,"


def repaid(at: str, who: str, amount: str, number: str, state: str = "还款成功", by: str = CARD) -> str:
    """A row of the bill that repays, or tried to."""
    return alipay(at, "信用借还", who, f"{who}还款", "不计收支", amount, state, number, by)


def bought(at: str, who: str, amount: str, number: str, by: str = CARD) -> str:
    """A row of the bill that buys something."""
    return alipay(at, "日用百货", who, "订单", "支出", amount, "交易成功", number, by)


def write_alipay(file: Path, rows: Sequence[str]) -> Path:
    """A bill of the app, generation A4."""
    lines = [
        "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------",
        ALIPAY_HEAD,
        *rows,
    ]
    file.write_bytes("\r\n".join(lines).encode("gb18030"))
    return file


def bank(day: str, words: str, amount: str, who: str, hour: str = "") -> str:
    """A row of the account; the amount has a sign."""
    return f"{day},{hour},{words},{amount},1000.00,{who},1,电子商务,"


def write_abc(file: Path, rows: Sequence[str]) -> Path:
    """An account of the Agricultural Bank."""
    file.write_bytes("\r\n".join([ABC_HEAD, *rows]).encode("utf-8"))
    return file
