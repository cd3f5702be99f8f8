"""Whatever a file holds: no error but ours, no row lost, and the same keys every time."""

from __future__ import annotations

import tempfile
from bisect import bisect
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planner.core.errors import PlannerError
from planner.exchange.statements.alipay import find_table
from planner.exchange.statements.reading import BLANK, decode_text, lines_of
from planner.exchange.statements.recognise import read_statement

SAMPLE = (Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv").read_bytes()


def written(content: bytes, folder: str) -> Path:
    path = Path(folder) / "statement.csv"
    path.write_bytes(content)
    return path


@given(
    st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=6)), max_size=8),
    st.integers(0, len(SAMPLE)),
)
def test_a_damaged_file_loses_no_row(changes: list[tuple[int, bytes]], length: int) -> None:
    content = bytearray(SAMPLE)
    for at, new in changes:
        content[at : at + len(new)] = new
    data = bytes(content[:length])
    with tempfile.TemporaryDirectory() as folder:
        path = written(data, folder)
        try:
            statement = read_statement(path)
        except PlannerError:
            return
        lines = lines_of(decode_text(data)[0])
        table = find_table(lines)
        assert table is not None
        filled = [at for at, line in enumerate(lines[table.header_at + 1 :], table.header_at + 2) if line.strip(BLANK)]
        begun = [row.line for row in statement.rows]
        assert set(begun) <= set(filled)
        for at in set(filled) - set(begun):  # it stands in a row before it, whose quote was open
            row = statement.rows[bisect(begun, at) - 1]
            assert lines[row.line - 1].count('"') % 2
            assert at - row.line < 20
        assert len({row.key for row in statement.rows}) == len(statement.rows)
        assert [row.key for row in read_statement(path).rows] == [row.key for row in statement.rows]


@given(st.binary(max_size=400))
def test_any_bytes_are_a_statement_or_a_clear_error(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            read_statement(written(content, folder))
        except PlannerError as error:
            assert error.field == "file"


@given(st.integers(1, 15), st.integers(1, 15))
def test_overlapping_periods_share_their_rows(first: int, second: int) -> None:
    lines = SAMPLE.split(b"\r\n")
    header = next(n for n, line in enumerate(lines) if line.startswith("交易时间".encode("gbk")))
    rows = [line for line in lines[header + 1 :] if line]
    with tempfile.TemporaryDirectory() as folder:
        whole = {row.key for row in read_statement(written(SAMPLE, folder)).rows}
        early = b"\r\n".join([*lines[: header + 1], *rows[:first]])
        late = b"\r\n".join([*lines[: header + 1], *rows[-second:]])
        keys = [{row.key for row in read_statement(written(part, folder)).rows} for part in (early, late)]
    assert keys[0] <= whole
    assert len(keys[0]) == first
    # the equal pair is counted from the start of each file, so one of them is enough to meet the whole
    assert keys[1] <= whole
    assert len(keys[1]) == second
