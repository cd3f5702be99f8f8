"""Exported tables: they say what the reports say, no cell becomes a formula, and no file is written over."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cli import export_tables, make_sample_book
from planner.core.errors import FileInTheWay
from planner.core.money import plain_yuan
from planner.core.repayments import DueState
from planner.exchange import tables_csv
from planner.exchange.tables_csv import Table, Words, read_back, safe_text, write_tables
from planner.i18n import set_language
from planner.knowledge import load_knowledge
from planner.reports.dues import dues
from planner.reports.health import health_report
from planner.reports.line_view import line_view
from planner.reports.loans import accounts, loan_view
from planner.store.book import Book
from planner.wording.loans import due_state
from planner.wording.tables import column, member

TODAY = date(2026, 11, 24)
WORDS = Words(column, member, str, lambda key, name: name or key, str, str, str, str, "score")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path = make_sample_book(tmp_path_factory.mktemp("export") / "s.yudu", TODAY)
    opened = Book.open_to_read(path, today=TODAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def exported(book: Book, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """Every file as a spreadsheet reads it, its columns by their English headings."""
    set_language("en")
    words, tables = export_tables(book, TODAY)
    files = write_tables(tmp_path_factory.mktemp("out"), tables, words)
    return {file.stem: read(file) for file in files}


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def test_dues_and_accounts_say_what_the_pages_say(book: Book, exported: dict[str, list[dict[str, str]]]) -> None:
    found = book.read(dues, today=TODAY)
    assert [(row["Account"], row["Due on"], row["Still to pay (yuan)"], row["State"]) for row in exported["dues"]] == [
        (due.name, str(due.due_on), plain_yuan(due.open_fen), due_state(due.state)) for due in found.rows
    ]
    listed = book.read(accounts, today=TODAY)
    assert [row["Account"] for row in exported["accounts"]] == [row.name for row in listed.rows]
    alone = [row for row in exported["accounts"] if row["Line or loan"] == "Line" or row["Account"] == "舅舅"]
    owed = sum(Decimal(row["Principal owed (yuan)"]) for row in alone)
    assert owed * 100 == listed.outstanding_fen


def test_schedules_and_repayments_are_those_of_every_loan(
    book: Book, exported: dict[str, list[dict[str, str]]]
) -> None:
    views = [
        book.read(loan_view, loan_id=row.account.id, today=TODAY)
        for row in book.read(accounts, today=TODAY).rows
        if row.line_kind is None
    ]
    plans = [
        (view.name, str(each.number), plain_yuan(each.payment_fen)) for view in views if view for each in view.schedule
    ]
    assert [(row["Account"], row["Instalment no."], row["Payment (yuan)"]) for row in exported["schedules"]] == plans
    paid = sorted((str(each.paid_on), view.name, plain_yuan(each.amount_fen)) for view in views if view
                  for each in view.repayments)  # fmt: skip
    own = [row for row in exported["repayments"] if row["Line or loan"] == "Loan"]
    assert sorted((row["Paid on"], row["Account"], row["Amount (yuan)"]) for row in own) == paid
    assert [row["Paid on"] for row in exported["repayments"]] == sorted(
        row["Paid on"] for row in exported["repayments"]
    )
    for row in own:
        parts = ("Principal (yuan)", "Interest (yuan)", "Fee (yuan)", "Penalty (yuan)")
        assert sum(Decimal(row[part]) for part in parts) == Decimal(row["Amount (yuan)"])
    assert {row["Account"] for row in exported["repayments"] if row["Line or loan"] == "Line"} == {"招行信用卡", "花呗"}


def test_every_transaction_is_there_once(book: Book, exported: dict[str, list[dict[str, str]]]) -> None:
    rows = exported["transactions"]
    assert len(rows) == book.reader.value("SELECT count(*) FROM transaction_row")
    fen = sum(Decimal(row["Amount (yuan)"]) for row in rows) * 100
    assert fen == book.reader.value("SELECT sum(amount_fen) FROM transaction_row")
    assert {row["Source"] for row in rows} == {"Alipay"}


def test_the_entries_of_cards_are_there_once(book: Book, exported: dict[str, list[dict[str, str]]]) -> None:
    rows = exported["card_entries"]
    assert len(rows) == book.reader.value("SELECT count(*) FROM card_entry")
    fen = sum(Decimal(row["Amount (yuan)"]) for row in rows) * 100
    assert fen == book.reader.value("SELECT sum(amount_fen) FROM card_entry")
    (phone,) = [row for row in rows if row["Kind of entry"] == "Put into instalments"]
    assert (phone["Account"], phone["Number of periods"], phone["Instalment fee (%)"]) == ("招行信用卡", "3", "0.75")


def test_limits_and_health_say_what_the_pages_say(book: Book, exported: dict[str, list[dict[str, str]]]) -> None:
    view = book.read(line_view, line_id=3, today=TODAY)
    assert view is not None
    own = [row for row in exported["limits"] if row["Account"] == view.name]
    assert [(row["In force from"], row["Credit limit (yuan)"], row["Reason"]) for row in own] == [
        (str(each.on), plain_yuan(each.limit_fen), each.reason) for each in view.limits
    ]
    found = book.read(health_report, today=TODAY, scorecard=load_knowledge().scorecard).health
    *factors, whole = exported["health"]
    assert 100 + sum(int(row["Points"]) for row in factors) == int(whole["Points"]) == found.score
    assert exported["health_history"][-1]["Score"] == whole["Points"]


def test_the_bytes_are_those_excel_wants(tmp_path: Path) -> None:
    set_language("en")
    row = ("额度", -123456, Decimal("0.14613"), date(2026, 1, 5), datetime(2026, 1, 5, 8, 9), DueState.LATE, True, None)
    columns = ("account", "amount_fen", "nominal_percent", "paid_on", "happened_at", "state", "settled", "note")
    (file,) = write_tables(tmp_path, [Table("t", columns, (row,))], WORDS)
    head, line, rest = file.read_bytes().split(b"\r\n")
    assert head.startswith(b"\xef\xbb\xbf")
    assert line.decode() == "额度,-1234.56,14.61,2026-01-05,2026-01-05 08:09:00,Overdue,yes,"
    assert rest == b""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "'=1", "'"])
def test_text_never_becomes_a_formula(text: str) -> None:
    assert safe_text(text) == f"'{text}"
    assert read_back(safe_text(text)) == text


@given(st.text())
def test_text_is_read_back_as_it_was(text: str) -> None:
    assert read_back(safe_text(text)) == text
    assert not safe_text(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_cells_of_users_text_are_escaped_in_the_file(tmp_path: Path) -> None:
    (file,) = write_tables(tmp_path, [Table("t", ("note", "reason"), (('=cmd|"x",1', "-\n2"),))], WORDS)
    with file.open(encoding="utf-8-sig", newline="") as source:
        _, cells = csv.reader(source)
    assert cells == ['\'=cmd|"x",1', "'-\n2"]


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_nothing_is_written_over_and_nothing_is_left_behind(tmp_path: Path, kind: str) -> None:
    second = tmp_path / "b.csv"
    if kind == "file":
        second.write_text("mine", encoding="utf-8")
    elif kind == "folder":
        second.mkdir()
    else:
        second.symlink_to(tmp_path.parent / "outside.csv")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(FileInTheWay) as caught:
        write_tables(tmp_path, [Table(name, ("note",), ()) for name in "abc"], WORDS)
    assert caught.value.values["file"] == second
    assert sorted(os.listdir(tmp_path)) == before
    assert not (tmp_path.parent / "outside.csv").exists()


def test_a_fault_on_the_way_leaves_no_half_of_it(tmp_path: Path) -> None:
    tables = [Table("a", ("note",), (("x",),)), Table("b", ("note",), (("x", "one too many"),))]
    with pytest.raises(ValueError, match="zip"):
        write_tables(tmp_path, tables, WORDS)
    assert list(tmp_path.iterdir()) == []


def test_somebody_quicker_keeps_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears between the look and the writing is not written over, and ours are taken away again."""
    write = tables_csv._write

    def late(file: Path, table: Table, words: Words) -> None:
        write(file, table, words)
        if table.name == "b":
            (tmp_path / "b.csv").write_text("mine", encoding="utf-8")

    monkeypatch.setattr(tables_csv, "_write", late)
    with pytest.raises(FileInTheWay):
        write_tables(tmp_path, [Table("a", ("note",), ()), Table("b", ("note",), ())], WORDS)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("b.csv", "mine")]


@pytest.mark.parametrize("name", ["../x", "a/b", "/x"])
def test_no_table_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    with pytest.raises(ValueError, match=r"x|a/b"):
        write_tables(inside, [Table(name, ("note",), ())], WORDS)
    assert list(tmp_path.iterdir()) == []
