"""Alipay files as other programs leave them: re-saved, printed, cut, damaged. No row is lost, none is invented."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from planner.core.errors import NotAStatement, UnreadableFile
from planner.core.statement_rows import ReviewReason, RowClass, Statement
from planner.core.statement_sums import statement_sums
from planner.exchange.statements.recognise import read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"
GENERATIONS = ("a1", "a2", "a3", "a4", "a5")
HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
ROW = "2026-01-02 10:00:00,日用百货,某店,/,毛巾,支出,12.30,花呗,交易成功,20260102001\t,M1\t,,"


def text_of(generation: str) -> str:
    return (DATA / f"alipay_{generation}.csv").read_bytes().decode("gb18030")


def read(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Statement:
    file = folder / "file.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return read_statement(file)


def facts(statement: Statement) -> list[tuple[object, ...]]:
    return [(row.row_class, row.happened_at, row.amount_fen, row.review, row.debt) for row in statement.rows]


def keys(statement: Statement) -> list[str]:
    return [row.key for row in statement.rows]


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_another_encoding_changes_nothing(tmp_path: Path, generation: str, encoding: str) -> None:
    original = read_statement(DATA / f"alipay_{generation}.csv")
    again = read(tmp_path, text_of(generation), encoding)
    assert keys(again) == keys(original)
    assert facts(again) == facts(original)


@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n", "\n\n", "\r\n\f"])
def test_another_line_ending_changes_nothing(tmp_path: Path, generation: str, ending: str) -> None:
    content = ending.join(text_of(generation).splitlines())
    assert keys(read(tmp_path, content)) == keys(read_statement(DATA / f"alipay_{generation}.csv"))


@pytest.mark.parametrize("generation", GENERATIONS)
def test_a_table_parted_by_tabs_is_read_alike(tmp_path: Path, generation: str) -> None:
    """A spreadsheet's "Unicode text": tabs for commas, UTF-16, quotes only where a cell holds one."""
    lines = [line.replace("\t", "").replace(",", "\t") for line in text_of(generation).splitlines()]
    again = read(tmp_path, "\r\n".join(lines), "utf-16")
    assert facts(again) == facts(read_statement(DATA / f"alipay_{generation}.csv"))
    row = read(
        tmp_path, "\n".join((HEADER, ROW.replace("\t", "").replace("毛巾", "毛巾、白"))).replace(",", "\t")
    ).rows[0]
    assert (row.description, row.amount_fen) == ("毛巾、白", 1230)


def test_a_damaged_byte_does_not_change_the_encoding(tmp_path: Path) -> None:
    content = "\n".join((HEADER, ROW, ROW.replace("毛巾", "毛X巾"))).encode().replace(b"X", b"\xff")
    statement = read(tmp_path, content)
    assert statement.encoding == "utf-8"
    assert [row.description for row in statement.rows] == ["毛巾", "毛\ufffd巾"]
    cut = read(tmp_path, content[:-40])
    assert (cut.encoding, len(cut.rows)) == ("utf-8", 2)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_a_header_on_every_page_is_no_row(tmp_path: Path, generation: str) -> None:
    original = read_statement(DATA / f"alipay_{generation}.csv")
    lines = text_of(generation).splitlines()
    header = lines[original.rows[0].line - 2]
    second = original.rows[1].line - 1
    content = [*lines[:second], "", "-" * 30, header, *lines[second:]]
    again = read(tmp_path, "\n".join(content))
    assert keys(again) == keys(original)


@pytest.mark.parametrize("generation", ["a1", "a2"])
@pytest.mark.parametrize("rule", ["#NAME?", '"-----------"', " ----------,,,,", ""])
def test_a_footer_is_no_row_however_it_is_ruled_off(tmp_path: Path, generation: str, rule: str) -> None:
    lines = text_of(generation).splitlines()
    content = "\n".join(rule if line.startswith("-----") else line for line in lines)
    assert keys(read(tmp_path, content)) == keys(read_statement(DATA / f"alipay_{generation}.csv"))


def test_a_damaged_last_row_is_not_taken_for_the_footer(tmp_path: Path) -> None:
    lines = text_of("a2").splitlines()
    last = read_statement(DATA / "alipay_a2.csv").rows[-1]
    lines[last.line - 1] = lines[last.line - 1].replace("2021", "####")
    row = read(tmp_path, "\n".join(lines)).rows[-1]
    assert (row.line, row.review) == (last.line, ReviewReason.NO_TIME)


def test_a_spreadsheet_has_saved_it_again(tmp_path: Path) -> None:
    resaved = "2026/1/2 10:00,日用百货,某店,/,毛巾,支出,12.3,花呗,交易成功,20260102001,M1"
    first = read(tmp_path, f"{HEADER}\n{ROW}")
    again = read(tmp_path, f"{HEADER.rstrip(',').replace('金额', '金额（元）').replace('收/支', '收／支 ')}\n{resaved}")
    assert keys(again) == keys(first)
    assert again.rows[0].happened_at == datetime(2026, 1, 2, 10)
    rounded = [
        f"2026/11/3 9:05,日用百货,某店,/,{what},支出,{amount},花呗,交易成功,{number}"
        for what, amount, number in (
            ("米", '"￥1,200"', "2.02611E+27"),
            ("面", "￥3", "2.02611e+27"),
            ("面", "￥3", "2.02611E+27"),
        )
    ]
    rows = read(tmp_path, "\n".join((HEADER, *rounded))).rows
    assert [row.native_id for row in rows] == [""] * 3
    assert len({row.key for row in rows}) == 3
    assert [row.row_class for row in rows] == [RowClass.OUT] * 3
    assert rows[1].happened_at == datetime(2026, 11, 3, 9, 5)


@pytest.mark.parametrize("cell", ['"毛巾\n白色"', '"毛巾\r\n\r\n白色,大"', '"毛\n""巾""\n白"'])
def test_line_feeds_in_a_cell_part_no_row(tmp_path: Path, cell: str) -> None:
    content = "\n".join((HEADER, ROW, ROW.replace("毛巾", cell), ROW))
    statement = read(tmp_path, content)
    assert [row.amount_fen for row in statement.rows] == [1230] * 3
    assert statement.rows[1].description.startswith("毛")
    assert "\n" not in statement.rows[1].description
    assert statement.rows[2].line == 4 + cell.replace("\r\n", "\n").count("\n")
    assert len(set(keys(statement))) == 3


def test_a_quote_that_never_closes_takes_nothing_along(tmp_path: Path) -> None:
    rows = read(tmp_path, "\n".join((HEADER, ROW.replace("毛巾", '"毛巾'), "备注一", "备注二", ROW, '某"店', ROW))).rows
    assert [row.amount_fen for row in rows] == [1230, None, None, 1230, None, 1230]
    assert [row.raw for row in rows if row.review] == ["备注一", "备注二", '某"店']


def test_a_table_without_rows_and_files_without_a_table(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER).rows == []
    assert read(tmp_path, "\ufeff\ufeff" + HEADER + "\n").rows == []
    for content in (b"", b"\0" * 1000, b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 40, b"\n" * 5000):
        with pytest.raises(NotAStatement):
            read(tmp_path, content)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_statement(tmp_path)


def test_a_line_of_ten_megabytes_hides_no_neighbour(tmp_path: Path) -> None:
    statement = read(tmp_path, "\n".join((HEADER, ROW, "x," * 5_000_000, '"' * 10_000_001, ROW)))
    assert [row.amount_fen for row in (statement.rows[0], statement.rows[-1])] == [1230, 1230]
    assert sum(n for n, _ in statement_sums(statement).classes.values()) == len(statement.rows)
