"""OFX and QIF: small files of our own with the corners that statements.md §7 and §8 name."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.core.statement_rows import AccountKind, ReviewReason, RowClass, Statement
from planner.exchange.statements.recognise import read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"


def said(statement: Statement) -> list[tuple[object, ...]]:
    return [(str(row.happened_at)[:10], row.amount_fen, row.row_class, row.review) for row in statement.rows]


def test_an_ofx_file_is_read_tag_by_tag() -> None:
    statement = read_statement(DATA / "bank.ofx")
    assert (statement.provider, statement.account_kind, statement.account_hint) == ("ofx", AccountKind.DEBIT, "***5678")
    # the day is the one written, in whatever zone; the third decimal is rounded half to even
    assert said(statement) == [
        ("2026-11-05", 1234, RowClass.OUT, None),
        ("2026-11-06", 800000, RowClass.IN, None),
        ("2026-11-07", 500, RowClass.OUT, None),
        ("2026-11-07", 500, RowClass.OUT, None),
        ("2026-11-07", 500, RowClass.OUT, None),
        ("None", 100, RowClass.UNREADABLE, ReviewReason.NO_TIME),
        ("2026-11-08", None, RowClass.UNREADABLE, ReviewReason.NO_AMOUNT),
    ]
    assert statement.rows[0].counterparty == "Tea & Co"
    # an id that comes again with other content is none; two equal rows without id stay two
    assert len({row.key for row in statement.rows}) == 7
    assert [row.key for row in read_statement(DATA / "bank.ofx").rows] == [row.key for row in statement.rows]


def test_another_currency_is_kept_apart(tmp_path: Path) -> None:
    file = tmp_path / "card.qfx"
    file.write_text((DATA / "bank.ofx").read_text().replace("CNY", "USD").replace("STMTRS", "CCSTMTRS"))
    statement = read_statement(file)
    assert statement.account_kind is AccountKind.CARD
    assert {row.currency for row in statement.rows} == {"USD"}


def test_an_error_reply_has_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "reply.ofx"
    file.write_text(
        "<?xml version='1.0'?><?OFX?><OFX><SIGNONMSGSRSV1><STATUS><CODE>15500</STATUS></SIGNONMSGSRSV1></OFX>"
    )
    assert list(read_statement(file).rows) == []


def test_the_order_of_a_day_is_inferred_over_the_whole_qif_file() -> None:
    statement = read_statement(DATA / "dmy.qif")
    assert said(statement) == [
        ("2026-11-25", 123456, RowClass.OUT, None),
        ("2026-11-03", 10000, RowClass.N_TRANSFER, None),
        ("2026-11-04", 1000, RowClass.OUT, None),
        ("None", 300, RowClass.UNREADABLE, ReviewReason.NO_TIME),
    ]
    assert statement.rows[2].note == "Interest -9.00; Fees -1.00"


@pytest.mark.parametrize(
    ("day", "found"),
    [("1/ 1'00", "2000-01-01"), ("28.02'2009", "2009-02-28"), ("26 Jan 2026", "2026-01-26"), ("2024'9.5", "2024-09-05"),
     ("2024-9-2", "2024-09-02"), ("12/19/18", "2018-12-19"), ("6/ 6'18", "2018-06-06")],
)  # fmt: skip
def test_days_as_programs_write_them(day: str, found: str, tmp_path: Path) -> None:
    file = tmp_path / "one.qif"
    file.write_text(f"!Type:Bank\nD{day}\nT-1.00\n^\n")
    assert said(read_statement(file)) == [(found, 100, RowClass.OUT, None)]


def test_a_day_that_can_be_read_in_two_ways_is_to_review(tmp_path: Path) -> None:
    file = tmp_path / "unsure.qif"
    file.write_text("!Type:Bank\nD3/4/2026\nT-1.00\n^\nD5/5/2026\nT-2.00\n^\n")
    assert [row.review for row in read_statement(file).rows] == [ReviewReason.DAY_ORDER, None]
