"""Every report of the sample book as it was looked at and found right; a change shows what it changes.

Written anew with YUDU_WRITE_SNAPSHOTS=1.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.actions.sample_book import fill_sample_book
from planner.core.facts import RowKind, RowRef
from planner.core.plain_values import plain
from planner.knowledge import load_knowledge
from planner.reports.calendar import month_calendar
from planner.reports.cost import loan_cost
from planner.reports.debt import debt_course, debt_of_day
from planner.reports.dues import dues, month_asked
from planner.reports.explained import (
    cost_explained,
    instalment_explained,
    loan_owed,
    payoff_explained,
    repayment_explained,
)
from planner.reports.explained_rows import (
    batch_sums,
    entry_explained,
    line_explained,
    repayment_costs,
    row_explained,
    statement_explained,
)
from planner.reports.facts import credit_facts
from planner.reports.figures import figures
from planner.reports.health import health_report
from planner.reports.health_history import health_history
from planner.reports.imports import batches
from planner.reports.line_view import line_view
from planner.reports.loans import accounts, loan_view
from planner.reports.overview import overview
from planner.reports.prepaying import prepaying
from planner.reports.settings import settings_view
from planner.reports.settling import settling
from planner.reports.spending import Narrowed, entry_of, month_of_spending, search_spending
from planner.reports.spending_choices import entry_choices, payees_of_rows
from planner.reports.spending_sums import spending_by_month
from planner.reports.standing import standing_log
from planner.reports.warnings import warnings_report
from planner.store.book import Book

FOLDER = Path(__file__).parents[2] / "snapshots"
TODAY = date(2026, 11, 24)
KNOWN = load_knowledge()
REPORTS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "accounts": (accounts, {"today": TODAY}),
    "batches": (batches, {}),
    "credit_facts": (credit_facts, {"on": TODAY}),
    "debt_course": (debt_course, {"today": TODAY}),
    "dues": (dues, {"today": TODAY}),
    "health_history": (health_history, {"today": TODAY, "scorecard": KNOWN.scorecard}),
    "entry_choices": (entry_choices, {"today": TODAY}),
    "figures": (figures, {"today": TODAY}),
    "health_report": (health_report, {"today": TODAY, "scorecard": KNOWN.scorecard}),
    "line_view": (line_view, {"line_id": 1, "today": TODAY}),
    "batch_sums": (batch_sums, {"batch_id": 1}),
    "cost_explained": (cost_explained, {"loan_id": 7, "today": TODAY}),
    "debt_of_day": (debt_of_day, {"on": date(2027, 3, 31), "today": TODAY}),
    "entry_explained": (entry_explained, {"row_id": 1}),
    "entry_of": (entry_of, {"row_id": 4}),
    "instalment_explained": (instalment_explained, {"loan_id": 2, "number": 3, "today": TODAY}),
    "line_explained": (line_explained, {"line_id": 1, "today": TODAY}),
    "loan_owed": (loan_owed, {"loan_id": 2, "today": TODAY}),
    "month_asked": (month_asked, {"month": TODAY, "today": TODAY}),
    "payoff_explained": (payoff_explained, {"loan_id": 2, "on": TODAY}),
    "repayment_costs": (repayment_costs, {"month": TODAY}),
    "repayment_explained": (repayment_explained, {"repayment_id": 1, "today": TODAY}),
    "row_explained": (row_explained, {"ref": RowRef(RowKind.CASH_BALANCE, 1), "today": TODAY}),
    "statement_explained": (statement_explained, {"ref": RowRef(RowKind.STATEMENT, 1), "today": TODAY}),
    "loan_cost": (loan_cost, {"loan_id": 7, "today": TODAY, "rules": KNOWN.rules}),
    "loan_view": (loan_view, {"loan_id": 2, "today": TODAY}),
    "month_calendar": (month_calendar, {"month": TODAY, "today": TODAY, "workdays": KNOWN.workdays}),
    "month_of_spending": (month_of_spending, {"month": TODAY}),
    "month_with_a_refund": (month_of_spending, {"month": date(2026, 9, 1)}),
    "prepaying": (prepaying, {"loan_id": 2, "on": TODAY, "principal_fen": 100_000, "today": TODAY}),
    "settling": (settling, {"loan_id": 2, "on": date(2027, 1, 10), "today": TODAY}),
    "overview": (overview, {"today": TODAY, "scorecard": KNOWN.scorecard, "rules": KNOWN.rules}),
    "payees_of_rows": (payees_of_rows, {"row_ids": (1, 4)}),
    "search_spending": (search_spending, {"words": "外套", "narrowed": Narrowed()}),
    "settings_view": (settings_view, {"today": TODAY}),
    "standing_log": (standing_log, {"today": TODAY}),
    "spending_by_month": (spending_by_month, {"until": TODAY}),
    "warnings_report": (warnings_report, {"today": TODAY, "rules": KNOWN.rules}),
}


def sample(folder: Path, today: date = TODAY) -> Book:
    book = Book.open(folder / "sample.yudu", today=today, create=True)
    book.write(fill_sample_book, today=today, products=KNOWN.products)
    return book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    opened = sample(tmp_path_factory.mktemp("sample"))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_as_it_was(name: str, book: Book) -> None:
    report, values = REPORTS[name]
    text = json.dumps(plain(book.read(report, **values)), ensure_ascii=False, indent=1) + "\n"
    file = FOLDER / f"{name}.json"
    if os.environ.get("YUDU_WRITE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_the_pages_of_the_sample_book_agree(book: Book) -> None:
    view = book.read(overview, today=TODAY, scorecard=KNOWN.scorecard, rules=KNOWN.rules)
    listed = book.read(accounts, today=TODAY)
    assert view.debt.owed_fen == listed.outstanding_fen
    assert view.dues == book.read(dues, today=TODAY)
    dti = next(each for each in view.health.health.contributions if each.factor_id == "dti")
    warned = next(each for each in view.warnings.warnings if each.rule.id == "W10")
    assert view.debt_to_income == dti.value == warned.finding.values["ratio"]
    used = next(each for each in view.warnings.warnings if each.rule.id == "W24")
    lines = [row for row in listed.rows if row.line_kind is not None]
    assert used.finding.values["used_fen"] == sum(row.outstanding_fen or 0 for row in lines)


@pytest.mark.parametrize("today", [TODAY, date(2026, 6, 8), date(2026, 3, 31), date(2025, 1, 1)])
def test_the_rows_behind_a_figure_sum_to_it(book: Book, today: date) -> None:
    view = book.read(overview, today=today, scorecard=KNOWN.scorecard, rules=KNOWN.rules)
    found = book.read(figures, today=today)
    assert sum(row.label.amount_fen or 0 for row in found.month) == view.month.due_fen
    assert sum(row.paid_fen for row in found.month) == view.month.paid_fen
    assert sum(row.amount_fen or 0 for row in found.debt) == view.debt.owed_fen
    service = found.service
    assert sum(row.amount_fen or 0 for row in service.rows) == service.total_fen
    if view.debt_to_income is not None:
        assert service.income is not None
        assert service.income.amount_fen == view.income_fen
        assert abs(view.debt_to_income * (view.income_fen or 0) - service.total_fen) < 1
    owed = sum(row.label.amount_fen or 0 for row in found.cost)
    if owed:
        cost = sum((row.label.amount_fen or 0) * row.nominal for row in found.cost) / owed
        assert abs(cost - (view.average_cost or 0)) < Decimal("1e-12")
    cash = sum(row.amount_fen or 0 for row in found.cash) if found.cash else None
    assert cash == (None if view.ahead is None else view.ahead.cash_fen)


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2024, 2, 29), date(2025, 12, 31), date(2026, 3, 1)])
def test_the_sample_book_is_the_same_on_every_machine(today: date, tmp_path: Path) -> None:
    dumps = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        opened = sample(tmp_path / name, today)
        opened.check()
        # the salt is the book's own
        dumps.append([row for row in opened.dump() if not row.startswith("book_info")])
        opened.close()
    assert dumps[0] == dumps[1]
    assert any("credit_line" in row for row in dumps[0])
