"""Alipay statements: small files of our own, row by row, and the public samples against their truth."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.core.errors import (
    Cancelled,
    NotAStatement,
    PlannerError,
    StatementDamaged,
    StatementNotReadYet,
    UnreadableFile,
)
from planner.core.money import plain_yuan
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, RowState, Statement, StatementRow
from planner.core.statement_sums import statement_sums
from planner.exchange.statements.reading import mask_accounts, mask_file_name, may_hold_account, read_amount, read_time
from planner.exchange.statements.recognise import read_statement
from planner.reports.imports import import_preview
from planner.store.book import Book
from tests.books import TODAY, new_book
from tests.oracles import shared

DATA = Path(__file__).parents[2] / "data" / "statements"


@pytest.fixture(scope="module")
def a4() -> Statement:
    return read_statement(DATA / "alipay_a4.csv")


def by_id(statement: Statement, ending: str) -> StatementRow:
    return next(row for row in statement.rows if row.native_id.endswith(ending))


def test_the_current_export_is_recognised_by_its_content(a4: Statement, tmp_path: Path) -> None:
    assert (a4.provider, a4.generation, a4.encoding, len(a4.rows)) == ("alipay", "A4", "gb18030", 16)
    assert a4.account_hint == "138****0001"
    other_name = tmp_path / "holiday.jpg"
    other_name.write_bytes((DATA / "alipay_a4.csv").read_bytes())
    assert [row.key for row in read_statement(other_name).rows] == [row.key for row in a4.rows]


def test_rows_have_their_class(a4: Statement) -> None:
    sums = statement_sums(a4)
    assert {kind.value: (n, fen) for kind, (n, fen) in sums.classes.items()} == {
        "OUT": (6, 89440),
        "IN": (1, 980000),
        "N_refund": (2, 67800),
        "N_closed": (1, 64000),
        "N_failed": (1, 131000),
        "N_repayment": (2, 221041),
        "N_drawdown": (1, 500000),
        "N_transfer": (1, 200000),
        "N_interest": (1, 31),
    }
    assert (sums.first, sums.last) == (datetime(2026, 11, 7, 21), datetime(2026, 11, 22, 19, 41, 3))


def test_what_touches_a_debt_is_named_with_its_product(a4: Statement) -> None:
    events = [(each.kind, each.product, each.amount_fen) for each in statement_sums(a4).debt_events]
    assert events == [
        (DebtKind.REPAYMENT, "huabei", 131000),
        (DebtKind.FAILED_REPAYMENT, "huabei", 131000),
        (DebtKind.DRAWDOWN, "jiebei", 500000),
        (DebtKind.REPAYMENT, "jiebei", 90041),
    ]


def test_a_refund_names_its_order(a4: Statement) -> None:
    refunds = [row.order_id for row in a4.rows if row.row_class is RowClass.N_REFUND]
    assert refunds == ["2026111200000008", "2026111100000009"]


def test_an_unknown_status_is_to_review_and_keeps_its_text(a4: Statement) -> None:
    row = by_id(a4, "13")
    assert (row.review, row.row_class, row.status) == (ReviewReason.UNKNOWN_STATUS, RowClass.OUT, "等待核销")
    assert row.description == '耳机 "促销"'
    assert "等待核销" in row.raw


def test_two_equal_rows_stay_two(a4: Statement) -> None:
    equal = [row for row in a4.rows if row.native_id.endswith("12")]
    assert len({row.key for row in equal}) == len(equal) == 2


def test_accounts_of_others_are_masked(a4: Statement) -> None:
    row = by_id(a4, "02")
    assert "13800001234" not in row.raw
    assert "***1234" in row.raw
    assert mask_accounts("alice@example.com") == "a***@example.com"


@pytest.mark.parametrize("between", [" ", "-", ".", "_", "·", "－"])
def test_a_number_in_groups_is_hidden_whole(between: str) -> None:
    numbers = ("6222 0212 3456 7890", "62220212 34567890", "1380 013 8000", "138 0013 8000", "138 001 38000",
               "1380013 8000", "6222 0212 3456 7890 123")  # fmt: skip
    for number in numbers:
        written = number.replace(" ", between)
        assert may_hold_account(written), written
        assert mask_accounts(f"卡{written}号") == f"卡***{number.replace(' ', '')[-4:]}号", written


@pytest.mark.parametrize("text", ["2026.11.05-2026.11.20", "2026_11_05", "12306", "3/12期", "1.2.3", "中国银行(1234)"])
def test_days_and_short_numbers_are_no_accounts(text: str) -> None:
    assert mask_accounts(text) == text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("alipay_record_13800138000_20261101.csv", "alipay_record_***8000_20261101.csv"),
        ("alipay_record_20261101_184513.csv", "alipay_record_20261101_184513.csv"),
        ("cashbook_record_20261101184513.csv", "cashbook_record_20261101184513.csv"),
        ("li.lei@example.com 2026-11.csv", "l***@example.com 2026-11.csv"),
    ],
)
def test_the_name_of_a_file_keeps_its_day_but_no_account(tmp_path: Path, name: str, kept: str) -> None:
    assert mask_file_name(name) == kept
    file = tmp_path / name
    file.write_text(f"{HEADER}\n{ROW}", encoding="gb18030")
    assert read_statement(file).file_name == kept


HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
ROW = "2026-01-02 10:00:00,日用百货,某店,/,毛巾,支出,12.30,花呗,交易成功,20260102001\t,M1\t,,"


def statement_of(folder: Path, *rows: str, header: str = HEADER) -> Statement:
    file = folder / "rows.csv"
    file.write_text("\n".join((header, *rows)), encoding="gb18030")
    return read_statement(file)


def with_cells(**changed: str) -> str:
    """ROW with other cells; `time`, `category`, … name them in their order."""
    names = [
        "time",
        "category",
        "party",
        "account",
        "text",
        "direction",
        "amount",
        "method",
        "status",
        "id",
        "merchant",
        "note",
    ]
    cells = dict(zip(names, ROW.split(","), strict=False)) | changed
    return ",".join(cells[name] for name in names)


def test_numbers_of_accounts_are_hidden_in_every_text(tmp_path: Path) -> None:
    texts = {
        "party": "13812345678",
        "account": "li.lei@example.com",
        "text": "转账给6222 0212 3456 7890",
        "note": "补给138-1234-5678和330102199001011234",
    }
    row = statement_of(tmp_path, with_cells(**texts)).rows[0]
    assert (row.counterparty, row.description) == ("***5678", "转账给***7890")
    assert row.note == "补给***5678和***1234"
    assert row.raw == (
        "2026-01-02 10:00:00,日用百货,***5678,l***@example.com,转账给***7890,支出,12.30,花呗,交易成功,"
        "20260102001,M1,补给***5678和***1234"
    )
    assert row.native_id == "20260102001"


def test_what_the_wallet_has_masked_stays_as_it_is(tmp_path: Path) -> None:
    for account in ("182******34", "rim***@qq.com", "/"):
        assert f",{account}," in statement_of(tmp_path, with_cells(account=account)).rows[0].raw


def test_numbers_are_hidden_in_a_row_that_cannot_be_read_too(tmp_path: Path) -> None:
    row = statement_of(tmp_path, "电话13812345678").rows[0]
    assert (row.row_class, row.raw) == (RowClass.UNREADABLE, "电话***5678")


@pytest.mark.parametrize("cell", ["category", "direction", "status"])
def test_numbers_are_hidden_in_cells_that_should_hold_words(tmp_path: Path, cell: str) -> None:
    row = statement_of(tmp_path, with_cells(**{cell: "13812345678"})).rows[0]
    assert "***5678" in (row.provider_category, row.direction, row.status)
    assert "13812345678" not in row.raw


@pytest.mark.parametrize(
    ("changed", "kind", "debt", "product"),
    [
        ({"text": "备用金取出至余额"}, RowClass.N_DRAWDOWN, DebtKind.DRAWDOWN, "beiyongjin"),
        ({"text": "备用金归还"}, RowClass.N_REPAYMENT, DebtKind.REPAYMENT, "beiyongjin"),
        ({"text": "网商贷还款"}, RowClass.N_REPAYMENT, DebtKind.REPAYMENT, "wangshangdai"),
        ({"text": "抖音月付还款", "status": "还款成功"}, RowClass.N_REPAYMENT, DebtKind.REPAYMENT, "douyin_yuefu"),
        ({"text": "信用卡还款", "status": "还款成功"}, RowClass.N_REPAYMENT, DebtKind.REPAYMENT, "credit_card"),
        (
            {"party": "花呗|信用购", "text": "自动还款-花呗|信用购2026年09月账单", "status": "还款成功"},
            RowClass.N_REPAYMENT,
            DebtKind.REPAYMENT,
            "huabei",
        ),
        ({"text": "设备押金", "amount": "0.00", "status": "信用服务使用成功"}, RowClass.N_ZERO, None, ""),
    ],
)
def test_debts_by_their_words(
    tmp_path: Path, changed: dict[str, str], kind: RowClass, debt: DebtKind | None, product: str
) -> None:
    row = statement_of(tmp_path, with_cells(category="信用借还", direction="不计收支", **changed)).rows[0]
    assert (row.row_class, row.debt, row.product, row.review) == (kind, debt, product, None)


def test_a_credit_row_that_says_nothing_is_to_review(tmp_path: Path) -> None:
    row = statement_of(tmp_path, with_cells(category="信用借还", direction="不计收支", text="某业务")).rows[0]
    assert (row.row_class, row.debt, row.review) == (RowClass.N_TRANSFER, None, ReviewReason.UNKNOWN_STATUS)


@pytest.mark.parametrize("direction", ["", "转出", "expense"])
def test_an_unknown_direction_is_to_review(tmp_path: Path, direction: str) -> None:
    row = statement_of(tmp_path, with_cells(direction=direction)).rows[0]
    assert (row.row_class, row.review) == (RowClass.N_TRANSFER, ReviewReason.UNKNOWN_DIRECTION)


def test_commas_without_quotes_push_no_amount_away(tmp_path: Path) -> None:
    row = statement_of(tmp_path, ROW.replace("毛巾", "毛巾,白,大")).rows[0]
    assert (row.description, row.amount_fen, row.direction) == ("毛巾,白,大", 1230, "支出")
    assert row.key == statement_of(tmp_path, ROW).rows[0].key


def test_an_open_quote_swallows_neither_cells_nor_lines(tmp_path: Path) -> None:
    rows = statement_of(tmp_path, ROW.replace("毛巾", '"毛巾'), ROW, ROW.replace("某店", '某"店'), ROW).rows
    assert [row.amount_fen for row in rows] == [1230] * 4
    assert len({row.key for row in rows}) == 4


def test_an_id_a_spreadsheet_has_rounded_is_no_id(tmp_path: Path) -> None:
    rows = statement_of(tmp_path, *(with_cells(id="2.0211E+27", text=text) for text in ("米", "面"))).rows
    alone = statement_of(tmp_path, with_cells(id="2.0211E+27", text="面")).rows
    assert [row.native_id for row in rows] == ["", ""]
    assert alone[0].key == rows[1].key != rows[0].key


def test_a_cell_too_many_is_not_taken_for_a_column_that_is_missing(tmp_path: Path) -> None:
    header = "交易时间,交易对方,商品说明,收/支,金额,交易状态"
    row = statement_of(tmp_path, "2026-01-02 10:00:00,某店,毛巾,支出,1.00,交易成功,13812345678", header=header).rows[0]
    assert (row.native_id, row.note, row.provider_category, row.amount_fen) == ("", "", "", 100)
    assert row.raw.endswith(",***5678")


def test_padding_and_commas_at_the_end_are_not_part_of_a_row_without_id(tmp_path: Path) -> None:
    header = "交易时间,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,"
    short = statement_of(tmp_path, "2026-01-02 10:00:00,某店,毛巾,支出,1.00,,交易成功", header=header).rows
    long = statement_of(tmp_path, "2026-01-02 10:00:00 ,某店 ,毛巾 ,支出 ,1.00 ,,交易成功 ,,,", header=header).rows
    assert short[0].key == long[0].key


@pytest.mark.parametrize(
    "line",
    [
        "1" * 2_000_000,
        "," * 2_000_000,
        '"' * 200_001,
        f"2026-01-02 10:00:00,,,,,支出,{'9' * 100_000}.00,,交易成功,1,,",
        f"2026-01-02 10:00:00,,,,\0\0,支出,{'9' * 60},,交易成功,1,,",
        "\ud7ff\uffff" * 50,
    ],
    ids=["digits", "commas", "quotes", "long amount", "nul", "odd characters"],
)
def test_hostile_lines_neither_hang_nor_hide_their_neighbours(tmp_path: Path, line: str) -> None:
    rows = statement_of(tmp_path, ROW, line, ROW).rows
    assert [row.amount_fen for row in (rows[0], rows[-1])] == [1230, 1230]
    assert rows[-1].line == 4
    assert all(row.row_class is RowClass.UNREADABLE for row in rows[1:-1])


def test_the_padded_export_with_its_faults() -> None:
    a3 = read_statement(DATA / "alipay_a3.csv")
    assert (a3.generation, len(a3.rows)) == ("A3", 6)
    assert [row.review for row in a3.rows] == [None] * 4 + [ReviewReason.NO_AMOUNT, ReviewReason.NO_TIME]
    assert by_id(a3, "04").happened_at == datetime(2023, 1, 9, 8)
    assert by_id(a3, "05").row_class is RowClass.UNREADABLE
    assert a3.rows[-1].line == 23


@pytest.mark.parametrize(
    ("generation", "rows", "classes"),
    [
        ("A1", 4, {"OUT": 2700, "N_refund": 1200, "N_repayment": 51230, "N_transfer": 10000}),
        ("A2", 3, {"OUT": 750, "IN": 4200, "N_refund": 990}),
        ("A5", 3, {"OUT": 3250, "IN": 980000, "N_transfer": 50000}),
    ],
)
def test_the_other_exports_are_read_alike(generation: str, rows: int, classes: dict[str, int]) -> None:
    statement = read_statement(DATA / f"alipay_{generation.lower()}.csv")
    assert (statement.generation, len(statement.rows)) == (generation, rows)
    assert {kind.value: fen for kind, (_, fen) in statement_sums(statement).classes.items()} == classes
    assert [row.review for row in statement.rows] == [None] * rows
    assert len({row.key for row in statement.rows}) == rows


def test_a_changed_status_keeps_the_key(a4: Statement, tmp_path: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_bytes((DATA / "alipay_a4.csv").read_bytes().replace("等待核销".encode("gbk"), "交易成功".encode("gbk")))
    rows = read_statement(later).rows
    assert [row.key for row in rows] == [row.key for row in a4.rows]
    assert rows[-1].review is None


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotAStatement),
        (b"date,payee\n2026-01-01,x\n", NotAStatement),
        (b"PK\x03\x04rest", StatementNotReadYet),
        (b"\xd0\xcf\x11\xe0rest", StatementDamaged),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", NotAStatement),
        (b"%PDF-1.7", StatementNotReadYet),
    ],
)
def test_other_files_are_refused_by_name(tmp_path: Path, content: bytes, error: type[PlannerError]) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    with pytest.raises(error) as caught:
        read_statement(file)
    assert caught.value.values["file"] == "file.csv"


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_statement(tmp_path / "none.csv")


def test_reading_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        read_statement(DATA / "alipay_a4.csv", cancelled=lambda: True)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-22 19:41:03", datetime(2026, 11, 22, 19, 41, 3)),
        ("2026/1/2 9:05", datetime(2026, 1, 2, 9, 5)),
        ("2026-01-02  09:05:06", datetime(2026, 1, 2, 9, 5, 6)),
        ("20260102", datetime(2026, 1, 2)),
        ("20260102 18:53:19", datetime(2026, 1, 2, 18, 53, 19)),
        ("2026-01-02 09:05+08", None),
        ("0001-01-01 00:00:00", None),
        ("9999-12-31 00:00:00", None),
        ("2026-02-30 00:00:00", None),
        ("2026/13/01 00:00", None),
        ("########", None),
        ("", None),
    ],
)
def test_times(text: str, time: datetime | None) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    ("text", "fen"),
    [("12.30", 1230), ("¥1,234.56", 123456), ("5", 500), ("1.2万", 1200000), ("12.345", None), ("", None), ("x", None)],
)
def test_amounts(text: str, fen: int | None) -> None:
    assert read_amount(text) == fen


A29 = {
    RowClass.OUT: (26, 29, 30, 33, 34, 35, 36, 37, 38, 39, 43, 44, 46, 47, 48),
    RowClass.IN: (31, 40),
    RowClass.N_CLOSED: (27, 45),
    RowClass.N_REFUND: (28,),
    RowClass.N_TRANSFER: (32, 41, 42),
}
"""Of the adversarial file: which lines are of which class. Lines 41 and 42 name no direction that is known."""
A29_TO_REVIEW = {41: ReviewReason.UNKNOWN_DIRECTION, 42: ReviewReason.UNKNOWN_DIRECTION}


def test_every_row_of_the_adversarial_sample_is_accounted_for(tmp_path: Path) -> None:
    statement = read_statement(shared("samples/statements") / "alipay" / "A29_adversarial_utf8bom.csv")
    assert [row.line for row in statement.rows] == list(range(26, 49))
    expected = {line: kind for kind, lines in A29.items() for line in lines}
    assert {row.line: row.row_class for row in statement.rows} == expected
    assert {row.line: row.review for row in statement.rows if row.review} == A29_TO_REVIEW
    assert not [row for row in statement.rows if row.debt or row.happened_at is None or row.amount_fen is None]
    book = new_book(tmp_path)
    preview = book.read(import_preview, statement=statement)
    states = {row.line: state for row, state in preview.rows()}
    assert states == {line: RowState.TO_REVIEW if line in A29_TO_REVIEW else RowState.NEW for line in range(26, 49)}
    book.write(import_statement, statement=statement, imported_on=TODAY)
    stored = book.reader.rows("SELECT line, row_class, review FROM transaction_row ORDER BY line")
    assert stored == [(line, expected[line].value, A29_TO_REVIEW.get(line)) for line in range(26, 49)]
    again = book.read(import_preview, statement=statement)
    assert set(again.states) == {RowState.KNOWN}
    book.close()


def import_twice(folder: Path, statement: Statement) -> None:
    """The first import keeps every row of the file, the second finds them all known."""
    book = Book.open(folder / "book.yudu", today=TODAY, create=True)
    book.write(import_statement, statement=statement, imported_on=TODAY)
    kept = book.reader.rows("SELECT line, row_class, raw FROM transaction_row ORDER BY id")
    assert kept == [(row.line, row.row_class.value, row.raw) for row in statement.rows]
    preview = book.read(import_preview, statement=statement)
    assert (preview.known, preview.new, preview.changed, preview.to_review) == (len(statement.rows), 0, 0, 0)
    book.close()


def test_the_public_samples(tmp_path: Path) -> None:
    folder = shared("samples/statements")
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    checked = []
    for entry in entries:
        if not entry["path"].startswith("alipay/"):
            continue
        statement, truth = read_statement(folder / entry["path"]), entry["truth"]
        assert len(statement.rows) == truth["rows_total"], entry["path"]
        assert len({row.key for row in statement.rows}) == len(statement.rows)
        if "adversarial" in entry["path"]:
            continue
        sums = statement_sums(statement)
        said = {kind.value: {"n": n, "sum": plain_yuan(fen)} for kind, (n, fen) in sums.classes.items()}
        assert said == truth["by_class"], entry["path"]
        assert (str(sums.first), str(sums.last)) == (truth["first"], truth["last"]), entry["path"]
        events = [
            (str(each.happened_at), plain_yuan(each.amount_fen or 0), each.kind.value.replace("_", " "), each.text)
            for each in sums.debt_events
        ]
        assert events == [
            (each["ts"], each["amount"], each["kind"].split(" (")[0], each["text"]) for each in truth["debt_events"]
        ], entry["path"]
        assert statement.generation == entry["generation"][:2], entry["path"]
        import_twice(tmp_path / str(len(checked)), statement)
        checked.append(entry["path"])
    assert len(checked) == 11
