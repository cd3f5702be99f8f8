"""The command line as a script uses it: answers for machines, words for people, exit status by who is at fault."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from planner.actions.plan_changes import overwrite_row, prepay_loan
from planner.arguments import arguments
from planner.cli import run
from planner.core.events import PrepayMode
from planner.reports.courses import loan_record
from planner.store.book import Book
from planner.wording.amounts import yuan
from tests.books import TODAY, new_book, with_jiebei
from tests.oracles import shared

DAY = ["--today", TODAY.isoformat()]


def call(*words: str) -> int:
    """One command in this process."""
    return run(arguments().parse_args([*words, *DAY]))


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert call(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def book(tmp_path: Path) -> str:
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=9)
    opened.close()
    return str(opened.path)


def test_due_and_schedule_say_the_same(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    due = answer(capsys, "due", "--book", book)
    (loan,) = answer(capsys, "schedule", "--book", book)
    row = next(row for row in loan["schedule"] if row["due_on"] == due["rows"][1]["due_on"])
    assert (due["rows"][1]["open_fen"], due["total_fen"]) == (row["open_fen"], 180082)
    assert [row["payment_fen"] for row in loan["schedule"]] == [90041] * 11 + [90042]
    assert loan["interest_fen"] == 80493


def test_a_schedule_says_what_is_out_of_the_ordinary(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = Book.open(Path(book), today=TODAY)
    opened.write(prepay_loan, loan_id=1, paid_on=date(2026, 11, 2), principal_fen=12_300, fee_fen=100,
                 mode=PrepayMode.LOWER_PAYMENT)  # fmt: skip
    found = loan_record(opened.reader, 1)
    assert found is not None
    row = found.course.instalments[10].row
    opened.write(overwrite_row, loan_id=1, number=11, due_on=row.due_on, principal_fen=row.principal_fen,
                 interest_fen=row.interest_fen + 1)  # fmt: skip
    opened.close()
    (loan,) = answer(capsys, "schedule", "--book", book)
    tenth, eleventh = loan["schedule"][9:11]
    assert (tenth["prepaid_fen"], tenth["own"], eleventh["prepaid_fen"], eleventh["own"]) == (12_300, False, 0, True)
    assert tenth["penalty_fen"] == loan["late"][0]["penalty_fen"] == loan["owed"]["penalty_fen"] > 0
    assert call("schedule", "--book", book, "--language", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[10].endswith(f"Overdue  ¥123.00 paid back beside it  penalty ¥{tenth['penalty_fen'] / 100:.2f}")
    assert lines[11].endswith("To pay  the lender's own figures")
    assert call("export", str(tmp_path / "out"), "--book", book, "--language", "en") == 0
    with (tmp_path / "out" / "schedules.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Paid back beside it (yuan)"] for row in rows][9:11] == ["123.00", "0.00"]
    assert [row["The lender's own figures"] for row in rows][9:11] == ["no", "yes"]
    with (tmp_path / "out" / "repayments.csv").open(encoding="utf-8-sig", newline="") as file:
        paid = list(csv.DictReader(file))
    assert [row["Paid back early, for"] for row in paid][-2:] == ["", "Smaller instalments, the same number"]


def test_words_for_people_in_both_languages(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("due", "--book", book, "--language", "en") == 0
    english = capsys.readouterr().out
    assert "Due before 2026-12-24: ¥1,800.82" in english
    assert call("due", "--book", book, "--language", "zh") == 0
    chinese = capsys.readouterr().out
    assert "¥1,800.82" in chinese
    assert "Due" not in chinese


def test_the_demo_answers_every_reading_command(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("due", "health", "warnings", "schedule", "cost", "check"):
        assert answer(capsys, command, "--demo")
        assert call(command, "--demo", "--language", "zh") == 0
        assert capsys.readouterr().out


def test_what_the_user_can_put_right_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "none.yudu"
    assert call("due", "--book", str(missing), "--language", "en") == 1
    assert f"There is no book at {missing}" in capsys.readouterr().err
    text = tmp_path / "letter.txt"
    text.write_text("dear reader, this is no statement", encoding="utf-8")
    assert call("import", str(text), "--book", str(tmp_path / "new.yudu"), "--language", "en") == 1
    assert str(text) in capsys.readouterr().err


def test_wrong_usage_ends_with_two() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planner", "due", "--days", "many"], capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "--days" in done.stderr


def test_options_may_stand_before_the_command(book: str) -> None:
    before = arguments().parse_args(["--book", book, "--demo", "--language", "zh", *DAY, "due"])
    after = arguments().parse_args(["due", "--book", book, "--demo", "--language", "zh", *DAY])
    assert vars(before) == vars(after)
    assert arguments().parse_args(["due"]).demo is False


@pytest.mark.parametrize(
    "words",
    [
        ["due", "--days", "0"],
        ["due", "--days", "99999999"],
        ["snapshot", "x", "--size", "abc"],
        ["--today", "2026-13-45"],
    ],
)
def test_options_out_of_range_are_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        arguments().parse_args(words)
    assert caught.value.code == 2


def test_a_bad_file_makes_no_book_and_a_good_one_beside_it_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, book = tmp_path / "bad.csv", tmp_path / "b.yudu"
    bad.write_text("nothing", encoding="utf-8")
    good = Path(__file__).parents[1] / "data" / "statements" / "alipay_a3.csv"
    assert call("import", str(bad), "--book", str(book)) == 1
    assert not book.exists()
    assert call("import", str(bad), str(good), "--book", str(book), "--json") == 1
    assert json.loads(capsys.readouterr().out)[0]["rows"] == 6


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert call("snapshot", str(tmp_path / "file" / "x"), "--demo", "--language", "en") == 1
    assert "cannot be used" in capsys.readouterr().err


def test_export_writes_tables_and_never_over_a_file(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out" / "deep"
    files = answer(capsys, "export", str(folder), "--book", book, "--language", "zh")
    names = (
        "dues",
        "accounts",
        "schedules",
        "repayments",
        "transactions",
        "limits",
        "card_entries",
        "health",
        "health_history",
    )
    assert files == [str(folder / f"{name}.csv") for name in names]
    assert sorted(each.name for each in folder.iterdir()) == sorted(f"{name}.csv" for name in names)
    assert "借呗 · 装修" in (folder / "dues.csv").read_text(encoding="utf-8-sig")
    before = {each: each.read_bytes() for each in folder.iterdir()}
    assert call("export", str(folder), "--book", book, "--language", "en") == 1
    said = capsys.readouterr().err
    assert said.startswith("Folder: ")
    assert "dues.csv" in said
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_export_to_what_is_no_folder_is_said(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert call("export", str(tmp_path / "file"), "--book", book, "--language", "en") == 1
    assert "cannot be used" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_backup_is_the_whole_book_in_a_new_file(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "usb" / "copy.yudu"
    assert answer(capsys, "backup", str(copy), "--book", book) == {"path": str(copy)}
    assert answer(capsys, "schedule", "--book", str(copy)) == answer(capsys, "schedule", "--book", book)
    assert sorted(each.name for each in copy.parent.iterdir() if each.suffix == ".yudu") == ["copy.yudu"]
    kept = copy.read_bytes()
    assert call("backup", str(copy), "--book", book, "--language", "en") == 1
    assert "is there already" in capsys.readouterr().err
    assert call("backup", book, "--book", book) == 1
    assert copy.read_bytes() == kept


def test_backups_without_a_name_stand_beside_the_others(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    first = answer(capsys, "backup", "--book", book)["path"]
    second = answer(capsys, "backup", "--book", book)["path"]
    assert Path(first).name == "book-2026-11-24-by-hand.yudu"
    assert Path(second).name == "book-2026-11-24-by-hand-2.yudu"
    assert Path(first).parent == Path(book).parent / "backups"
    capsys.readouterr()
    assert call("check", "--book", second, "--language", "en") == 0


def test_a_backup_of_the_sample_wants_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("backup", "--demo", "--language", "en") == 1
    assert capsys.readouterr().err.startswith("File: ")
    assert call("backup", str(tmp_path / "s.yudu"), "--demo") == 0


def test_a_backup_that_cannot_be_written_leaves_nothing(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert call("backup", str(tmp_path / "file" / "c.yudu"), "--book", book, "--language", "en") == 1
    assert "cannot be used" in capsys.readouterr().err


def test_an_unknown_loan_is_said(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("schedule", "房贷", "--book", book, "--language", "en") == 1
    assert capsys.readouterr().err.startswith("Loan: ")


def test_importing_twice_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statement = Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv"
    book = str(tmp_path / "b.yudu")
    (first,) = answer(capsys, "import", str(statement), "--book", book)
    (second,) = answer(capsys, "import", str(statement), "--book", book)
    assert first["new"] + first["to_review"] == first["rows"] > 0
    assert (second["new"], second["to_review"], second["known"]) == (0, 0, second["rows"])
    assert first["classes"] == second["classes"]


def test_the_samples_agree_with_the_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = shared("samples/statements/manifest.json")
    entries = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    checked = 0
    for entry in entries:
        if not entry["path"].startswith("alipay/"):
            continue
        if "adversarial" in entry["path"]:
            continue
        truth = entry["truth"]
        book = str(tmp_path / f"{Path(entry['path']).stem}.yudu")
        (said,) = answer(capsys, "import", str(manifest.parent / entry["path"]), "--book", book)
        assert said["rows"] == truth["rows_total"], entry["path"]
        assert said["classes"] == truth["by_class"], entry["path"]
        assert (said["first"], said["last"]) == (truth["first"], truth["last"]), entry["path"]
        (again,) = answer(capsys, "import", str(manifest.parent / entry["path"]), "--book", book)
        assert (again["new"], again["changed"], again["to_review"]) == (0, 0, 0), entry["path"]
        checked += 1
    assert checked == 11


def test_the_dues_of_a_year_become_a_calendar_file(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dues.ics"
    due = answer(capsys, "due", "--days", "365", "--book", book)
    told = answer(capsys, "calendar", str(file), "--book", book, "--language", "en")
    assert told == {"path": str(file), "events": len(due["rows"])}
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [(each["DTSTART"].dt.isoformat(), str(each["SUMMARY"])) for each in events] == [
        (row["due_on"], f"{row['name']} · {row['number']}/{row['periods']} · {yuan(row['open_fen'])}")
        for row in due["rows"]
    ]
    before = file.read_bytes()
    assert call("calendar", str(file), "--book", book, "--language", "en") == 1
    assert f"{file} is there already" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert call("calendar", str(tmp_path / "none" / "x.ics"), "--book", book, "--language", "en") == 1
    assert str(tmp_path / "none") in capsys.readouterr().err
    assert answer(capsys, "calendar", str(tmp_path / "month.ics"), "--days", "30", "--book", book)["events"] == 2


MATCH = ("match", "--principal", "1万", "--drawn", "2026-01-15", "--periods", "12")


def test_match_names_the_terms_or_says_that_none_fit(capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("--row", "1 2026-02-15 900.41 776.41 124.00", "--row", "12 2027/1/15 - 889.39 11.03")
    assert call(*MATCH, *rows, "--language", "en") == 0
    said = capsys.readouterr().out
    assert "These terms give every row you entered: it differs by 0.00." in said
    assert "0.04% a day" in said
    assert said.count("as entered") == 2
    found = answer(capsys, *MATCH, *rows)
    assert found["nearest"] is None
    assert found["telling_row"] is None
    assert found["exact"][0]["conventions"][0]["terms"]["rate"] == {"value": "0.0004", "period": "daily"}
    assert found["exact"][0]["rows"][0]["principal_fen"] == 77641
    odd = (*MATCH, "--row", "1 2026-02-15 900.41", "--row", "2 2026-03-15 900.44", "--row", "12 2027-01-15 900.42")
    assert call(*odd, "--language", "en") == 0
    assert "The nearest misses by 0.03, on row 2." in capsys.readouterr().out
    found = answer(capsys, *odd)
    assert found["exact"] == []
    assert found["nearest"]["convention"]["miss_fen"] == 3


def test_match_takes_a_rate_that_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    rows = ("--row", "1 2026-02-15 900.41")
    found = answer(capsys, *MATCH, *rows, "--rate", "0.04", "--per", "day")
    assert {each["terms"]["rate"]["value"] for match in found["exact"] for each in match["conventions"]} == {"0.0004"}
    assert answer(capsys, *MATCH, *rows, "--rate", "12")["exact"] == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1", "“1” is not a row"),
        ("x 900.41", "“x” is not a whole number"),
        ("1 2026-02-30 5", "“2026-02-30” is not a date"),
        ("1 2026-02-15 5x", "“5x” is not an amount"),
        ("13 2027-02-15 5", "Must be from 1 to 12"),
        ("1 900.41 776.41 125", "make ¥901.41, not ¥900.41"),
        ("1 - 776.41", "Any rate gives such principal"),
    ],
)
def test_match_says_what_is_wrong_with_a_row(row: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*MATCH, "--row", row, "--language", "en") == 1
    assert said in capsys.readouterr().err


def test_card_tells_the_cycle_and_the_ways_to_pay(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "card", "--demo")
    assert [each["name"] for each in found] == ["招行信用卡", "花呗"]
    assert [each["way"] for each in found[0]["ways"]] == ["minimum", "fixed", "whole"]
    due = answer(capsys, "due", "--demo")["rows"]
    latest = found[0]["statements"][0]
    assert [row["open_fen"] for row in due if row["name"] == "招行信用卡"] == [latest["open_fen"]]
    assert call("card", "招行", "--demo", "--language", "en") == 0
    said = capsys.readouterr().out
    assert said.startswith("招行信用卡\n  0.05% a day")
    assert "Only the minimum: " in said
    assert call("card", "借呗", "--demo", "--language", "en") == 1
