"""One number, one value: the pages, the command line and the export say the same of a random book on a random day."""

from __future__ import annotations

import csv
import json
import tempfile
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.arguments import arguments
from planner.cli import run
from planner.core.calendar import add_months
from planner.core.factors import balance_on
from planner.core.facts import CreditFacts, RowKind, RowRef
from planner.core.line_balance import left_of, line_balance
from planner.core.money import parse_amount, plain_yuan
from planner.core.warnings import used_today
from planner.reports.facts import credit_facts
from planner.store.book import Book
from planner.wording.amounts import UNKNOWN, amount, percent, yuan
from tests.gui.desk import Person, person_at
from tests.random_books import days, fill, late_days, wishes

EXAMPLES = 25


def said(capsys: pytest.CaptureFixture[str], path: Path, today: date, command: str, *more: str) -> Any:
    """What a command prints for machines."""
    capsys.readouterr()
    given_words = [command, *more, "--book", str(path), "--today", today.isoformat(), "--language", "en", "--json"]
    assert run(arguments().parse_args(given_words)) == 0
    return json.loads(capsys.readouterr().out)


def cells(person: Person, table: str, column: int) -> list[str]:
    """A column of a table as it stands, first lines only."""
    model = person.find(table, QTableView).model()
    return [str(model.index(row, column).data()).split("\n")[0] for row in range(model.rowCount())]


def exported(folder: Path, name: str) -> list[dict[str, str]]:
    """A table of the export."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(wishes, st.one_of(late_days, days))
def test_every_shared_number_is_one(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], did: list[Any], today: date
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "book.yudu"
        book = Book.open(path, today=today, create=True)
        fill(book, did)
        book.close()
        compare(qtbot, capsys, path, folder, today)


def compare(qtbot: QtBot, capsys: pytest.CaptureFixture[str], path: Path, folder: Path, today: date) -> None:
    """Walks the pages of a book and asks the command line and the export the same."""
    due = said(capsys, path, today, "due")
    loans = said(capsys, path, today, "schedule") if has_loans(path, today) else []
    health = said(capsys, path, today, "health")["health"]
    warned = said(capsys, path, today, "warnings")
    out = folder / "out"
    said(capsys, path, today, "export", str(out))
    seen = of_the_book(path, today)
    with person_at(qtbot, path, folder, today=today) as person:
        overview_agrees(person, due, warned, exported(out, "dues"))
        figures_agree(person, seen, warned, loans)
        person.key("2")
        loans_agree(person, loans, exported(out, "accounts"), exported(out, "schedules"))
        repayments_agree(seen, exported(out, "repayments"))
        lines_agree(person, seen)
        calendar_agrees(person, due)
        person.key("4")
        spending_agrees(person, exported(out, "transactions"))
        person.key("5")
        health_agrees(person, health, warned, exported(out, "health"))


@dataclass(frozen=True)
class Seen:
    """What another way through the book says: the facts of the warnings, plain sums of its tables, and its lines."""

    facts: CreditFacts
    lines: dict[int, int | None]
    repaid_fen: int
    today: date


def of_the_book(path: Path, today: date) -> Seen:
    """Reckoned apart from the pages: from facts and tables."""
    book = Book.open_to_read(path, today=today)
    try:
        facts = book.read(credit_facts, today)
        lines = {line.ref.id: used_today(facts, line, today) for line in facts.lines}
        repaid = book.reader.value(
            "SELECT coalesce(sum(amount_fen), 0) FROM repayment JOIN loan ON loan.id = loan_id"
            " WHERE paid_on <= ?1 AND drawn_on <= ?1",
            today.isoformat(),
        )
        return Seen(facts, lines, repaid, today)
    finally:
        book.close()


def figures_agree(person: Person, seen: Seen, warned: Any, loans: Any) -> None:
    """The four figures of the overview, by the facts of the warnings and the schedules of the command line."""
    if not [each for each in person.window.findChildren(QWidget, "overview.dti") if each.isVisible()]:
        return
    debt = sum(balance_on(loan, seen.today) for loan in seen.facts.loans)
    debt += sum(
        balance.total_fen for line in seen.facts.lines if (balance := line_balance(line, seen.today)) is not None
    )
    assert person.text("overview.debt") == yuan(debt)
    ratios = [each["finding"]["values"].get("ratio") for each in warned["warnings"] if each["rule"]["id"] == "W10"]
    for ratio in ratios:
        if Decimal(ratio).is_finite() and Decimal(ratio) < 100:
            assert person.text("overview.dti") == percent(Decimal(ratio))
    first, end = seen.today.replace(day=1), add_months(seen.today.replace(day=1), 1)
    rows = [row for loan in loans for row in loan["schedule"] if first <= date.fromisoformat(row["due_on"]) < end]
    month = sum(row["payment_fen"] - row["waived_fen"] for row in rows)
    for line in seen.facts.lines:
        for at, statement in enumerate(line.statements):
            if first <= statement.due_on < end and statement.balance_fen > 0:
                # what of an older one was not paid is asked by the next
                later = [each.on for each in line.statements[at + 1 : at + 2]]
                month += statement.balance_fen - sum(left_of(line, statement, on) for on in later)
    assert fen(person.text("overview.month")) == month
    costs = [
        (loan["outstanding_fen"], Decimal(loan["cost"]["nominal"]))
        for loan in loans
        if loan["cost"] is not None and loan["outstanding_fen"] and loan["open_fen"]
    ]
    owed = sum(each for each, _ in costs)
    if owed:
        average = sum((each * cost for each, cost in costs), Decimal(0)) / owed
        assert person.text("overview.cost") == percent(average) or average > 99


def repayments_agree(seen: Seen, table: list[dict[str, str]]) -> None:
    """Every fen that was paid to loans is in the export, once."""
    rows = [row for row in table if row["Line or loan"] == "Loan"]
    assert sum(fen(row["Amount (yuan)"]) for row in rows) == seen.repaid_fen
    for row in rows:
        parts = ("Principal (yuan)", "Interest (yuan)", "Fee (yuan)", "Penalty (yuan)")
        assert sum(fen(row[part]) for part in parts) == fen(row["Amount (yuan)"])


def lines_agree(person: Person, seen: Seen) -> None:
    """What a line's detail says is used is what the warnings count."""
    for number, used in list(seen.lines.items())[:3]:
        person.window.open_row(RowRef(RowKind.LINE, number))
        person.settle()
        line = next(each for each in seen.facts.lines if each.ref.id == number)
        if line.card is None:
            assert person.text("loans.figure_1") == yuan(used)
        else:
            balance = line_balance(line, seen.today)
            assert person.text("loans.figure_0") == yuan(0 if balance is None else balance.billed_fen)


def has_loans(path: Path, today: date) -> bool:
    book = Book.open_to_read(path, today=today)
    try:
        return bool(book.reader.value("SELECT count(*) FROM loan WHERE drawn_on <= ?", today.isoformat()))
    finally:
        book.close()


def overview_agrees(person: Person, due: Any, warned: Any, table: list[dict[str, str]]) -> None:
    """What is due is the same everywhere; so is what is owed, on the overview and the loans page."""
    assert [row["Still to pay (yuan)"] for row in table] == [plain_yuan(row["open_fen"]) for row in due["rows"]]
    assert [row["Due on"] for row in table] == [row["due_on"] for row in due["rows"]]
    listed = [each for each in person.window.findChildren(QTableView, "overview.dues") if each.isVisible()]
    if not listed:
        assert due["rows"] == []
        return
    assert cells(person, "overview.dues", 1) == [yuan(row["open_fen"]) for row in due["rows"]]
    assert person.text("overview.due_total").endswith(yuan(due["total_fen"]))
    debt = person.text("overview.debt")
    overdue = sum(row["open_fen"] for row in due["rows"] if row["state"] == "late")
    if overdue:
        assert yuan(overdue) in month_note(person)
    worst = [each["finding"]["level"] for each in warned["warnings"]]
    assert worst == sorted(worst, reverse=True)
    person.key("2")
    assert debt in person.text("loans.note")
    person.key("1")


def month_note(person: Person) -> str:
    """The line below the figure of the month."""
    kpi = person.find("overview.month", QWidget).parentWidget()
    assert kpi is not None
    return " ".join(each.text() for each in kpi.findChildren(QLabel))


def loans_agree(person: Person, loans: Any, accounts: list[dict[str, str]], schedules: list[dict[str, str]]) -> None:
    """Every line and loan with what is owed, and every instalment of every loan."""
    payments = [(row["due_on"], row["payment_fen"], row["open_fen"]) for loan in loans for row in loan["schedule"]]
    assert [
        (row["Due on"], fen(row["Payment (yuan)"]), fen(row["Still to pay (yuan)"])) for row in schedules
    ] == payments
    drawn = {loan["name"]: loan["outstanding_fen"] for loan in loans}
    for row in accounts:
        if row["Line or loan"] == "Loan" and sum(loan["name"] == row["Account"] for loan in loans) == 1:
            assert fen(row["Principal owed (yuan)"]) == drawn[row["Account"]]
    if not accounts:
        return
    assert sorted(cells(person, "loans.list", 1)) == sorted(
        amount(fen(row["Principal owed (yuan)"])) if row["Principal owed (yuan)"] else UNKNOWN for row in accounts
    )
    for loan in loans[:3]:
        person.window.open_row(RowRef(RowKind.LOAN, loan["account"]["id"]))
        person.settle()
        shown = cells(person, "loans.schedule", 5)
        assert shown == [amount(row["payment_fen"]) for row in loan["schedule"]]


def calendar_agrees(person: Person, due: Any) -> None:
    """The month's sums are the overview's, and every due of the list stands on its day."""
    person.key("3")
    sums = {key: person.text(f"calendar.{key}") for key in ("due", "paid", "open", "overdue")}
    model = person.find("calendar.grid", QTableView).model()
    texts = [str(model.index(row, at).data()) for row in range(model.rowCount()) for at in range(7)]
    shown = " ".join(texts)
    first, last = (date.fromisoformat(due["today"]).replace(day=1), date.fromisoformat(due["until"]))
    for row in due["rows"]:
        if first.isoformat()[:7] == row["due_on"][:7] and row["due_on"] < last.isoformat():
            assert yuan(row["open_fen"]) in shown
    person.key("1")
    kpis = [each for each in person.window.findChildren(QWidget, "overview.month") if each.isVisible()]
    if kpis:
        assert person.text("overview.month") == sums["due"]
        assert f"Paid {sums['paid']} · to pay {sums['open']}" in month_note(person)
        assert (sums["overdue"] in month_note(person)) or sums["overdue"] == yuan(0)


def spending_agrees(person: Person, table: list[dict[str, str]]) -> None:
    """A month's rows and amounts are those of the export."""
    listed = [each for each in person.window.findChildren(QTableView, "spending.list") if each.isVisible()]
    if not listed:
        return
    month = str(person.window.page("spending")._month)[:7]  # type: ignore[attr-defined]
    rows = [row for row in table if row["Time"].startswith(month)]
    assert len(cells(person, "spending.list", 0)) == len(rows)
    bought = [row for row in rows if row["Kind of row"] == "Spent"]
    net = sum(fen(row["Net (yuan)"]) for row in bought)
    back = [row for row in rows if row["Kind of row"] == "Refund"]
    if not back:  # a refund whose order is not in the book lowers the month by itself
        assert person.text("spending.spent") == yuan(net)


def health_agrees(person: Person, health: Any, warned: Any, table: list[dict[str, str]]) -> None:
    """The points add up to the score, and every warning is there."""
    points = [-row["deduct"] for row in health["contributions"]]
    assert [int(text.replace("−", "-")) for text in cells(person, "health.factors", 3)] == points
    if health["score"] is not None:
        assert max(100 + sum(points), 0) == health["score"]
        assert str(health["score"]) in person.text("health.sum")
    assert [int(row["Points"]) for row in table if row["Points at most"]][: len(points)] == points
    listed = warned["warnings"] + warned["unknown"]
    shown = [each for each in person.window.findChildren(QTableView, "health.warnings") if each.isVisible()]
    assert (len(cells(person, "health.warnings", 0)) if shown else 0) == len(listed)


def fen(text: str) -> int:
    """Yuan of an export as fen."""
    return parse_amount(text) if text else 0
