"""Tables that no reader knows: their columns guessed, their days' order told or asked, every row accounted."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from planner.core.errors import Cancelled, NotAStatement
from planner.core.mappings import AmountForm, DateOrder, Mapping, MappingGap
from planner.core.statement_rows import AccountKind, ReviewReason, RowClass, StatementRow
from planner.exchange.statements.documents import Document
from planner.exchange.statements.guessing import guess_header, guess_mapping
from planner.exchange.statements.mapped import has_table, key_text, read_mapped, read_number
from planner.exchange.statements.moments import orders_of, read_moment
from planner.exchange.statements.opening import open_document
from planner.exchange.statements.unknown import known_table, open_table, read_table

BOOK = """我的账本,,,
时间,账户,分类,金额,收支,备注
2026-11-01 12:00,现金,餐饮,25.00,支出,午饭
2026-11-02 08:10,现金,工资,5000.00,收入,
2026-11-03,现金,存钱,300.00,转账,
2026-11-04,现金,未知,x,支出,坏行
2026-11-05,现金,礼物,88.00,送,
2026-11-05,现金,礼物,88.00,送,
"""
ACCOUNT = """Date,Description,Debit,Credit,Balance
03/02/2026,COFFEE SHOP,3.72,,100.00
13/02/2026,SALARY,,1000.00,1100.00
01/03/2026,REFUND SHOP,,5.00,1105.00
"""
BARE = "01/22/2026,SHOP A,3.72,,100.00\n01/23/2026,SALARY,,1000.00,1100.00\n"
UNPROVABLE = "Transaction Date;Payee;Amount\n01/02/2026;SHOP;-12,50\n02/02/2026;Work;1.234,56\n"


def document(text: str, encoding: str = "utf-8") -> Document:
    return open_document("table.csv", text.encode(encoding))


def guessed(found: Document) -> Mapping:
    return guess_mapping(found, *guess_header(found))


def rows(text: str, mapping: Mapping | None = None) -> list[StatementRow]:
    found = document(text)
    return list(read_mapped(found, mapping or guessed(found)).rows)


def told(row: StatementRow) -> tuple[object, ...]:
    return row.line, row.row_class, row.happened_at, row.amount_fen, row.review


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_app_with_a_word_for_the_direction(encoding: str) -> None:
    found = document(BOOK, encoding)
    mapping = guessed(found)
    assert mapping.gaps() == ()
    assert (mapping.amount_form, mapping.direction) == (AmountForm.WORD, 4)
    assert (mapping.out_words, mapping.in_words, mapping.idle_words) == (("支出",), ("收入",), ("转账",))
    read = list(read_mapped(found, mapping).rows)
    assert [told(row) for row in read] == [
        (3, RowClass.OUT, datetime(2026, 11, 1, 12), 2500, None),
        (4, RowClass.IN, datetime(2026, 11, 2, 8, 10), 500_000, None),
        (5, RowClass.N_TRANSFER, datetime(2026, 11, 3), 30_000, None),
        (6, RowClass.UNREADABLE, datetime(2026, 11, 4), None, ReviewReason.NO_AMOUNT),
        (7, RowClass.IN, datetime(2026, 11, 5), 8800, ReviewReason.UNKNOWN_DIRECTION),
        (8, RowClass.IN, datetime(2026, 11, 5), 8800, ReviewReason.UNKNOWN_DIRECTION),
    ]
    assert read[0].provider_category == "餐饮"
    assert len({row.key for row in read}) == 6
    assert [row.key for row in read_mapped(found, mapping).rows] == [row.key for row in read]


def test_two_columns_and_days_before_months() -> None:
    mapping = guessed(document(ACCOUNT))
    assert (mapping.amount_form, mapping.date_order) == (AmountForm.OUT_AND_IN, DateOrder.DMY)
    assert [told(row) for row in rows(ACCOUNT)] == [
        (2, RowClass.OUT, datetime(2026, 2, 3), 372, None),
        (3, RowClass.IN, datetime(2026, 2, 13), 100_000, None),
        (4, RowClass.N_REFUND, datetime(2026, 3, 1), 500, None),
    ]


def test_a_table_without_a_header_is_known_by_its_shape() -> None:
    found = document(BARE)
    mapping = guessed(found)
    assert (mapping.header, mapping.shape, key_text(mapping)) == ((), "dtnnn", "#dtnnn")
    assert [row.amount_fen for row in rows(BARE)] == [372, 100_000]
    assert [row.row_class for row in rows(BARE)] == [RowClass.OUT, RowClass.IN]


def test_an_order_that_nothing_proves_is_asked_for() -> None:
    mapping = guessed(document(UNPROVABLE))
    assert mapping.gaps() == (MappingGap.DATE_ORDER,)
    read = rows(UNPROVABLE, replace(mapping, date_order=DateOrder.MDY))
    assert [(row.happened_at, row.amount_fen) for row in read] == [
        (datetime(2026, 1, 2), 1250),
        (datetime(2026, 2, 2), 123_456),
    ]


def test_a_card_lists_charges_above_zero_and_repayments_are_no_spending() -> None:
    text = "交易日,摘要,金额\n2026-11-01,超市,30.00\n2026-11-05,还款 支付宝,-500.00\n2026-11-06,退货,-9.00\n"
    mapping = replace(guessed(document(text)), account_kind=AccountKind.CARD, plus_is_spending=True)
    assert [row.row_class for row in rows(text, mapping)] == [
        RowClass.OUT, RowClass.N_REPAYMENT, RowClass.N_REFUND,
    ]  # fmt: skip


def test_currencies_are_those_of_the_cell_the_column_or_the_table() -> None:
    text = "日期,金额,币种\n2026-11-01,-3.72,美元\n2026-11-02,HKD -27.90,\n2026-11-03,-5.00,\n"
    mapping = replace(guessed(document(text)), currency="CNY")
    assert [(row.currency, row.amount_fen) for row in rows(text, mapping)] == [
        ("USD", 372), ("HKD", 2790), ("CNY", 500),
    ]  # fmt: skip


def test_ids_make_a_row_known_and_numbers_are_masked() -> None:
    text = "流水号,交易日,卡号,摘要,发生额,余额\n{id}1,20260101,6222000011112222,买菜,-12.00,{rest}\n"
    first = rows(text.format(id="2026010100000", rest="88.00"))[0]
    again = rows(text.format(id="2026010100000", rest="90.00"))[0]
    assert (first.key, first.account) == (again.key, "2222")
    assert first.native_id == "20260101000001"
    assert "6222000011112222" not in first.raw


def test_two_kinds_of_table_never_share_a_key() -> None:
    one = rows("日期,金额\n2026-11-01,5.00\n")
    other = rows("时间,金额\n2026-11-01,5.00\n")
    assert one[0].key != other[0].key


def test_a_workbook_of_two_sheets_with_the_same_header() -> None:
    book = openpyxl.Workbook()
    for title in ("十月", "十一月"):
        sheet = book.active if title == "十月" else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        sheet.append(["日期", "收款人", "金额"])
        sheet.append([datetime(2026, 10, 1, 9), title, -12.5])
    data = io.BytesIO()
    book.save(data)
    found = open_document("t.xlsx", data.getvalue())
    read = read_mapped(found, guessed(found)).rows
    assert [(row.counterparty, row.amount_fen, row.row_class) for row in read] == [
        ("十月", 1250, RowClass.OUT), ("十一月", 1250, RowClass.OUT),
    ]  # fmt: skip


def test_a_known_table_is_found_below_another_preamble_and_in_its_encoding(tmp_path: Path) -> None:
    mapping = guessed(document(BOOK))
    file = tmp_path / "later.csv"
    file.write_text("另一个\n\n再一行\n" + "\n".join(BOOK.split("\n")[1:]), "utf-8")
    found = known_table(open_table(file), [Mapping(header=("a", "b")), mapping])
    assert found is not None
    assert len(read_table(*found).rows) == 6
    big5 = tmp_path / "big5.csv"
    big5.write_bytes("日期,備註,金額\n2026-11-01,午餐,-25.00\n".encode("big5"))
    other = Mapping(
        name="b", header=("日期", "備註", "金額"), encoding="big5", date_order=DateOrder.YMD, time=0, amount=2,
        description=1,
    )  # fmt: skip
    assert known_table(open_table(big5), [mapping]) is None
    found = known_table(open_table(big5), [mapping, other])
    assert found is not None
    assert [row.description for row in read_table(*found).rows] == ["午餐"]


@pytest.mark.parametrize(
    "data",
    [b"", b"one,two\nthree,four\n", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 9, b"5.00\n6.00\n"],
    ids=["empty", "prose", "picture", "one column"],
)
def test_what_is_no_table_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(data)
    with pytest.raises(NotAStatement):
        open_table(file)


def test_it_can_be_stopped_and_says_how_far_it_is() -> None:
    found = document("日期,金额\n" + "2026-11-01,5.00\n" * 5000)
    seen: list[tuple[int, int]] = []
    read_mapped(found, guessed(found), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (4000, 5000)
    with pytest.raises(Cancelled):
        read_mapped(found, guessed(found), cancelled=lambda: True)


@pytest.mark.parametrize(
    ("text", "fen", "currency"),
    [
        ("-45.00", -4500, ""), ("(45.00)", -4500, ""), ("45.50-", -4550, ""), ("1.234,56", 123_456, ""),
        ("USD 3.72", 372, "USD"), ("HK$27.90", 2790, "HKD"), ("CNY13.50", 1350, "CNY"), ("￥-271.82", -27_182, ""),
        ("12.50 EUR", 1250, "EUR"), ("-$1,234.50", -123_450, ""), ("2026-01-02", None, ""), ("12:30", None, ""),
        ("abc", None, ""), ("", None, ""),
    ],
)  # fmt: skip
def test_numbers(text: str, fen: int | None, currency: str) -> None:
    assert read_number(text) == (fen, currency)


@pytest.mark.parametrize(
    ("cells", "orders"),
    [
        (["01/02/2026", "13/02/2026"], (DateOrder.DMY,)),
        (["01/22/2026", "1/2/2026"], (DateOrder.MDY,)),
        (["01/02/2026"], (DateOrder.MDY, DateOrder.DMY)),
        (["2026-01-02", "2026/1/3 8:00", "20260104"], (DateOrder.YMD,)),
        (["26 Jan 2026", "Feb 3, 2026"], (DateOrder.YMD,)),
        (["24-13-32", "x"], ()),
        (["13/01/2026", "01/13/2026"], ()),
        (["24-10-01", "25-01-31", "26-05-30"], (DateOrder.YMD, DateOrder.DMY)),
        (["99-10-01"], (DateOrder.YMD,)),
        ([], ()),
    ],
)
def test_the_order_is_told_from_the_whole_column(cells: list[str], orders: tuple[DateOrder, ...]) -> None:
    assert orders_of(cells) == orders


def test_hours_in_a_cell_of_their_own_and_of_twelve() -> None:
    assert read_moment("1/2/2026 3:05 PM", DateOrder.MDY) == datetime(2026, 1, 2, 15, 5)
    assert read_moment("2026-01-02", None, "183000") == datetime(2026, 1, 2, 18, 30)
    assert read_moment("2026-01-02", None, "25:00") is None
    assert read_moment("1/2/2026", None) is None


def test_a_table_is_looked_for_in_what_can_have_one() -> None:
    assert has_table(document(BOOK))
    assert not has_table(Document("x", "pdf", "pdf", BOOK.split("\n")))
