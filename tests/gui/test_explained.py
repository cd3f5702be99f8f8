"""Every number says how it comes about, by mouse and by keyboard alone, and what it says comes to the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.lines import pay_line, record_statement
from planner.core.card_entries import EntryKind
from planner.core.card_terms import CardTerms
from planner.core.facts import RowKind, RowRef
from planner.core.money import format_fen
from planner.knowledge import load_knowledge
from planner.store.book import Book
from planner.ui.main_window import PAGES
from planner.ui.overview.parts import News
from planner.ui.widgets.amount import Amount, ExplainButton, is_explainable
from planner.ui.widgets.basics import Kpi
from planner.ui.widgets.gauge import Gauge
from planner.ui.widgets.origin import Origin
from planner.ui.widgets.table import DataTable
from tests.card_books import note, pay, with_card
from tests.gui.desk import Person, person_at
from tests.year_book import fill_year_book

TODAY = date(2026, 11, 24)
AMOUNT = re.compile(r"¥|\d\.\d\d\b|\d ?%")

NOT_EXPLAINED = {
    "overview.can_pay": "pressed, it says how it is counted",
    "overview.cash": "it is the calculation of the sentence above it, which is pressed for its rows",
    "overview.no_warning": "counts rules, no amounts",
    "loans.note": "the sum of the list below, whose rows explain themselves; the overview's All debt is the same",
    "loans.terms": "the link 'Explain' beside it",
    "loans.was_late": "a day",
    "loans.card_note": "sentences that say how each amount is made",
    "loans.shared_limit": "the figure Available says how a shared limit counts",
    "calendar.day_marks": "said by the day's explanation, Ctrl+E in the grid",
    "calendar.note": "a day",
    "spending.note": "the same figures as in the cards below",
    "spending.raw": "the text of the file, as it is",
    "health.sum": "the sum of the points that the gauge above explains",
    "imports.failed": "rows of the file as it has them",
    "imports.proposals": "rows of files as they have them; each line says in words which instalment it pays",
    "settings.profile_note": "what was done",
    "settings.cash": "balances as the user typed them",
    "settings.profiles": "income as the user typed it",
    "loans.changes": "changes as the user typed them",
    "guide.text": "the guide",
}
"""Names of what shows an amount and needs no explanation, each with the reason."""


def fill(book: Book) -> None:
    """The year book with a statement on a line, of which something was paid."""
    book.write(fill_year_book, today=TODAY, products=load_knowledge().products)
    book.write(
        record_statement, line_id=2, statement_on=date(2026, 11, 1), due_on=date(2026, 11, 28), balance_fen=120_000,
        minimum_fen=12_000,
    )  # fmt: skip
    book.write(pay_line, line_id=2, paid_on=date(2026, 11, 10), amount_fen=20_000)
    card = with_card(book, CardTerms(statement_day=5, due_day=25))
    note(book, card, EntryKind.PURCHASE, "2026-09-20", "3000")
    note(book, card, EntryKind.PURCHASE, "2026-11-10", "80")
    pay(book, card, "2026-10-20", "1000")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Book.open(tmp_path_factory.mktemp("year") / "y.yudu", today=TODAY, create=True)
    fill(made)
    made.close()
    return made.path


@pytest.fixture
def person(qtbot: QtBot, book: Path, tmp_path: Path) -> Iterator[Person]:
    own = tmp_path / "y.yudu"
    own.write_bytes(book.read_bytes())
    with person_at(qtbot, own, tmp_path, today=TODAY) as found:
        yield found


def close(person: Person) -> None:
    """Esc, as a person closes what explains a number."""
    dialog = shown(person)
    person.bot.keyClick(dialog, Qt.Key.Key_Escape)
    person.settle()
    assert not [each for each in person.window.findChildren(Origin) if each.isVisible()]


def shown(person: Person) -> Origin:
    """The explanation in view."""
    found = [each for each in person.window.findChildren(Origin) if each.isVisible()]
    assert len(found) == 1, f"{len(found)} explanations in view"
    return found[0]


def said(person: Person) -> str:
    """All that an explanation says, as it copies it."""
    person.click(f"{shown(person).objectName()}.copy")
    return QApplication.clipboard().text()


def places(person: Person) -> Iterator[str]:
    """Goes to every page, and to every loan and line with all tabs."""
    for key in PAGES:
        person.window.go_to(key)
        person.settle()
        yield key
    person.window.go_to("spending")
    person.settle()
    person.click("spending.as_table")
    yield "spending as a table"
    person.window.go_to("overview")
    person.settle()
    person.press("overview.as_table")
    yield "overview as a table"
    person.window.go_to("loans")
    person.settle()
    listed = person.find("loans.list", DataTable)
    for at in range(listed.rows_model.rowCount()):
        listed.selectRow(at)
        person.settle()
        tabs = person.find("loans.tabs", QTabBar)
        for tab in range(tabs.count()):
            tabs.setCurrentIndex(tab)
            person.settle()
            yield f"loans {listed.rows_model.row(at).name} {tabs.tabText(tab)}"


def belongs(widget: QWidget) -> bool:
    """It is a part of something that explains itself: a figure's card, a line of news, a panel."""
    parent: QWidget | None = widget
    while parent is not None:
        if isinstance(parent, News) or is_explainable(parent):
            return True
        if isinstance(parent, Kpi) and isinstance(parent.figure, ExplainButton):
            return True
        if parent.objectName() in NOT_EXPLAINED:
            return True
        parent = parent.parentWidget()
    return False


def unexplained(person: Person) -> Iterator[str]:
    for kind in (QLabel, QPushButton):
        for widget in person.window.findChildren(kind):
            if widget.isVisible() and AMOUNT.search(widget.text()) and not belongs(widget):
                yield f"{widget.objectName() or 'no name'}: {widget.text()[:60]}"
    for table in person.window.findChildren(QTableView):
        model = table.model()
        if not table.isVisible() or model is None or belongs(table):
            continue
        cells = (model.index(row, at).data() for row in range(model.rowCount()) for at in range(model.columnCount()))
        example = next((str(cell) for cell in cells if cell and AMOUNT.search(str(cell))), None)
        if example is not None:
            yield f"{table.objectName()}: {example[:60]}"


def test_every_number_in_view_is_explained_or_has_a_reason_not_to_be(person: Person) -> None:
    found = {each: place for place in places(person) for each in unexplained(person)}
    assert found == {}


def amounts_in(text: str) -> list[str]:
    return re.findall(r"[\d,]+\.\d\d", text)


def fen(text: str) -> int:
    return round(float(text.replace(",", "")) * 100)


def ask(person: Person, name: str, how: str) -> None:
    """Asks a figure how it comes about."""
    figure = person.find(name, QWidget)
    if how == "mouse":
        person.bot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(6, figure.height() // 2))
    else:
        figure.setFocus()
        if how == "Ctrl+E":
            person.bot.keyClick(figure, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        else:
            person.bot.keyClick(figure, Qt.Key.Key_Return if how == "Enter" else Qt.Key.Key_Space)
    person.settle()


@pytest.mark.parametrize("how", ["mouse", "Enter", "Space", "Ctrl+E"])
def test_a_figure_is_asked_by_mouse_and_by_keyboard_alone(person: Person, how: str) -> None:
    for page, names in (
        ("calendar", ("calendar.due", "calendar.paid", "calendar.open")),
        ("spending", ("spending.spent", "spending.interest", "spending.received", "spending.repaid")),
        ("overview", ("overview.due_total", "overview.month")),
        ("loans", ("loans.figure_0",)),
    ):
        person.window.go_to(page)
        person.settle()
        for name in names:
            figure = person.find(name, QPushButton)
            assert figure.accessibleName().endswith("— explain")
            amount = amounts_in(figure.text())[0]
            ask(person, name, how)
            assert amount in shown(person).windowTitle()
            close(person)
            assert person.window.isVisible()


def test_the_rows_of_an_explanation_sum_to_the_number(person: Person) -> None:
    for page, names in (
        ("calendar", ("due", "paid", "open")),
        ("spending", ("spent", "interest", "received", "refunded", "repaid")),
    ):
        person.window.go_to(page)
        person.settle()
        for name in names:
            figure = person.find(f"{page}.{name}", QPushButton)
            ask(person, f"{page}.{name}", "mouse")
            tables = [each for each in shown(person).findChildren(DataTable) if each.isVisible()]
            rows = [row for table in tables for row in table.rows_model.rows()]
            assert f"¥{format_fen(sum(row.amount_fen for row in rows))}" == figure.text(), name
            close(person)


def explain_row(person: Person, table: str, at: int) -> str:
    """Asks a row by its key; returns what is said."""
    rows = person.find(table, DataTable)
    # without a window manager nobody gives the window its focus back when a dialog closes
    person.window.activateWindow()
    person.bot.waitUntil(lambda: QApplication.activeWindow() is person.window)
    rows.setFocus()
    rows.selectRow(at)
    person.bot.keyClick(rows, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    return said(person)


def go_to(person: Person, name: str) -> DataTable:
    person.window.go_to("loans")
    person.settle()
    listed = person.find("loans.list", DataTable)
    at = next(at for at, row in enumerate(listed.rows_model.rows()) if row.name == name)
    listed.selectRow(at)
    person.settle()
    return listed


def test_an_instalment_shows_its_formula_with_the_numbers_put_in(person: Person) -> None:
    go_to(person, "消费贷")
    rows = person.find("loans.schedule", DataTable).rows_model.rows()
    text = explain_row(person, "loans.schedule", 2)
    row = rows[2]
    assert text.startswith(f"Instalment 3 of 消费贷: ¥{format_fen(row.payment_fen)}")
    before = format_fen(rows[1].balance_fen)
    assert f"Interest of the period: {before} × 4.2% ÷ 12" in text
    assert f"≈ {format_fen(row.interest_fen)}" in text
    assert f"− {format_fen(row.interest_fen)} = {format_fen(row.principal_fen)}" in text
    assert f"Principal before · {before} · after instalment 2" in text
    assert "Rate · 4.2% a year · contract of" in text
    assert "Rounded half-up to the fen" in text
    close(person)


def test_every_instalment_of_every_loan_explains_its_own_amount(person: Person) -> None:
    for row in go_to(person, "消费贷").rows_model.rows():
        if row.account.kind is not RowKind.LOAN:
            continue
        go_to(person, row.name)
        for at, line in enumerate(person.find("loans.schedule", DataTable).rows_model.rows()[:4]):
            text = explain_row(person, "loans.schedule", at)
            assert f"= {format_fen(line.payment_fen)}" in text
            close(person)


def test_a_row_behind_a_number_is_opened_from_the_dialog_by_keyboard(person: Person) -> None:
    person.window.go_to("calendar")
    person.settle()
    ask(person, "calendar.due", "Enter")
    table = person.find("calendar_origin.rows", DataTable)
    at = next(at for at, row in enumerate(table.rows_model.rows()) if row.ref.kind is RowKind.DUE)
    name = table.rows_model.row(at).name
    table.setFocus()
    table.selectRow(at)
    person.bot.keyClick(table, Qt.Key.Key_Return)
    person.settle()
    assert not [each for each in person.window.findChildren(Origin) if each.isVisible()]
    assert person.text("loans.title") == name


def test_a_row_behind_a_number_explains_itself_in_turn(person: Person) -> None:
    ask(person, "overview.month", "Enter")
    table = person.find("overview_origin.rows", DataTable)
    at = next(at for at, row in enumerate(table.rows_model.rows()) if row.ref.kind is RowKind.DUE)
    row = table.rows_model.row(at)
    table.setFocus()
    table.selectRow(at)
    person.bot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert person.text("overview_origin.title").startswith(f"Instalment {row.ref.number} of {row.name}")
    close(person)


def test_the_payoff_of_today_is_explained_part_by_part(person: Person) -> None:
    go_to(person, "借呗 · 周转")
    shown_text = person.text("loans.terms")
    payoff = amounts_in(shown_text)[-1]
    person.click("loans.explain")
    text = said(person)
    assert text.splitlines()[0].endswith(f"¥{payoff}")
    assert "Interest to the day: " in text
    together = next(line for line in text.splitlines() if line.startswith("Together: "))
    *parts, total = amounts_in(together)
    assert total == payoff
    assert sum(fen(each) for each in parts) == fen(total)
    close(person)


def test_both_yearly_costs_are_explained_by_their_payments(person: Person) -> None:
    go_to(person, "借呗 · 周转")
    simple, compound = person.text("loans.figure_1"), person.text("loans.figure_2")
    ask(person, "loans.figure_1", "mouse")
    text = said(person)
    assert f"12 × i = {simple}" in text
    assert f"(1+i)^12 − 1 = {compound}" in text
    close(person)


def test_what_is_used_of_a_line_is_its_statement_its_loans_and_what_was_bought(person: Person) -> None:
    line = next(each for each in load_knowledge().products if each.key == "baitiao")
    name = line.zh.removesuffix("分期")
    go_to(person, name)
    used, available, limit = (person.text(f"loans.figure_{at}") for at in (1, 2, 0))
    ask(person, "loans.figure_1", "Enter")
    text = said(person)
    assert text.splitlines()[0] == f"Used of {name}: {used}"
    assert "Statement less payments since: 1,200.00 − 200.00 = 1,000.00" in text
    total = next(line for line in text.splitlines() if line.startswith("Used: "))
    assert total.endswith(f"= {used.removeprefix('¥')}")
    close(person)
    ask(person, "loans.figure_2", "Enter")
    figures = (limit, used, available)
    limit_words, used_words, left = (each.removeprefix("¥") for each in figures)
    assert f"{limit_words} − {used_words} = {left}" in said(person)
    close(person)


def test_a_repayment_says_which_instalment_it_settled(person: Person) -> None:
    go_to(person, "消费贷")
    person.find("loans.tabs", QTabBar).setCurrentIndex(1)
    row = person.find("loans.repayments", DataTable).rows_model.rows()[0]
    text = explain_row(person, "loans.repayments", 0)
    parts = f"interest {format_fen(row.interest_fen)} + principal {format_fen(row.principal_fen)}"
    assert f"{format_fen(row.amount_fen)} = {parts}" in text
    assert "Instalment" in text.splitlines()[-1]
    close(person)


def test_the_score_is_explained_by_its_points(person: Person) -> None:
    person.window.go_to("health")
    person.settle()
    gauge = person.find("health.gauge", Gauge)
    gauge.setFocus()
    person.bot.keyClick(gauge, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    formula = person.text("health.origin.formula_0")
    first, *taken = formula.split(" = ")[0].split(" − ")
    assert int(first) - sum(map(int, taken)) == int(formula.split(" = ")[1])
    close(person)
    for at in (0, 3):
        row = person.find("health.factors", DataTable).rows_model.row(at)
        assert str(row.most) in explain_row(person, "health.factors", at)
        close(person)


def test_a_transaction_says_its_file_its_line_and_its_text(person: Person) -> None:
    person.window.go_to("spending")
    person.settle()
    row = person.find("spending.list", DataTable).rows_model.row(0)
    text = explain_row(person, "spending.list", 0)
    assert f"line {row.line}, imported on {TODAY}" in text
    assert row.raw[:40] in text
    close(person)


def test_a_day_of_the_calendar_sums_what_is_to_be_paid(person: Person) -> None:
    person.window.open_row(RowRef(RowKind.LOAN, 1))
    person.window.go_to("calendar")
    person.settle()
    grid = person.find("calendar.grid", QTableView)
    grid.setFocus()
    person.bot.keyClick(grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert shown(person).windowTitle().startswith("To pay on 24 Nov")
    close(person)


def test_the_menu_of_a_table_offers_it_everywhere(person: Person) -> None:
    missing = []
    for _ in places(person):
        for table in person.window.findChildren(DataTable):
            if table.isVisible() and is_explainable(table):
                words = {action.text() for action in table.actions()}
                if "Explain these numbers" not in words:
                    missing.append(table.objectName())
    assert missing == []


def test_a_number_is_marked_while_the_mouse_or_the_keyboard_is_on_it(person: Person) -> None:
    person.window.go_to("calendar")
    person.settle()
    amount = person.find("calendar.due", Amount)
    person.find("calendar.today", QPushButton).setFocus()
    plain = amount.grab().toImage()
    amount.setFocus()
    assert amount.grab().toImage() != plain


def test_a_cards_statement_is_explained_part_by_part(person: Person) -> None:
    go_to(person, "招行信用卡")
    owed = person.text("loans.figure_0")
    ask(person, "loans.figure_0", "Enter")
    text = said(person)
    balance = next(line for line in text.splitlines() if line.startswith("Balance: "))
    assert "statement before 3,000.00 + interest" in balance
    assert "− payments 1,000.00 = " in balance
    assert next(line for line in text.splitlines() if line.startswith("Still open: ")).endswith(owed.removeprefix("¥"))
    close(person)
    at = person.find("loans.card_statements", DataTable).rows_model.rowCount() - 1
    assert "purchases 3,000.00" in explain_row(person, "loans.card_statements", at)
    close(person)
