"""Large Alipay statements for benchmarks, made by rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

_HEAD = "------\n导出信息：\n支付宝账户：138****0001\n\n------支付宝支付科技有限公司  电子客户回单------\n"
_COLUMNS = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,\n"
_KINDS = (
    ("餐饮美食", "鑫源小馆", "午餐", "支出", "交易成功"),
    ("日用百货", "盒马鲜生", "生鲜订单", "支出", "交易成功"),
    ("信用借还", "花呗", "花呗自动还款-2026年06月账单", "不计收支", "还款成功"),
    ("收入", "某公司", "工资", "收入", "交易成功"),
    ("投资理财", "余额宝", "余额宝-单次转入", "不计收支", "交易成功"),
    ("退款", "某旗舰店", "退款-大衣", "不计收支", "退款成功"),
)


def write_statement(path: Path, rows: int) -> Path:
    """A statement of the A4 kind with so many rows, in GB18030 as the app sends it."""
    start = datetime(2020, 1, 1)
    with path.open("w", encoding="gb18030", newline="") as file:
        file.write(_HEAD + _COLUMNS)
        for number in range(rows):
            category, who, what, direction, status = _KINDS[number % len(_KINDS)]
            at = start + timedelta(minutes=number * 7 % 3_000_000)
            yuan = f"{number % 900 + 1}.{number % 100:02d}"
            file.write(
                f"{at},{category},{who},abc***@test.cn,{what},{direction},{yuan},余额宝,{status},"
                f"2026{number:024d}\t,M{number}\t,,\n"
            )
    return path
