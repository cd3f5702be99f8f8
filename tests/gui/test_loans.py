"""The loans page as a person uses it over a month; then a look into the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.imports import import_statement
from planner.actions.lines import add_line
from planner.core.facts import LenderKind, LineKind, RowKind, RowRef
from planner.core.statement_rows import DebtKind, RowClass, Statement, StatementRow
from planner.knowledge import load_knowledge
from planner.store.book import Book
from tests.gui.desk import Person, person_at
from tests.gui.loans_person import TODAY, card_book, cells, choose, context, dump, fill, more, rows, tab, value

# a menu is a window of its own, which the offscreen plugin can neither raise nor give the keyboard
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
APRIL = date(2026, 4, 20)


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, card_book(tmp_path), tmp_path, today=TODAY) as person:
        person.key("2")
        yield person


@pytest.mark.parametrize("threaded", [False, True], ids=["inline", "threaded"])
def test_a_month_with_a_loan_and_all_of_it_back_and_forth(qtbot: QtBot, tmp_path: Path, threaded: bool) -> None:
    with person_at(qtbot, tmp_path / "own.yudu", tmp_path, today=APRIL, threaded=threaded) as person:
        empty = dump(person)
        person.key("2")
        person.click("loans.first")
        person.pick("loan_form.template", "Family loan")
        fill(person, "loan_form", principal="2000", drawn_on="2026-01-20", lender="Uncle", name="Uncle")
        person.click("loans.add_line")
        person.pick("line_form.template", "Jiebei")
        fill(person, "line_form", limit="3万", opened_on="2024-03-12")
        choose(person, "Jiebei")
        person.click("loans.draw")
        person.write("loan_form.principal", "10000")
        person.write("loan_form.drawn_on", "2026-01-15")
        person.pick("loan_form.past", "I will enter what was paid")
        fill(person, "loan_form", name="Trip")
        choose(person, "Trip")

        person.click("loans.repay")
        fill(person, "repayment_form", paid_on="2026-02-15")
        person.click("loans.repay")
        fill(person, "repayment_form", amount="400", paid_on="2026-03-15")
        assert cells(person, "loans.schedule", 6)[:4] == ["Paid", "Overdue", "Overdue", "To pay"]
        person.click("loans.repay")
        assert person.text("repayment_form.amount") == "500.41"
        fill(person, "repayment_form", amount="506.54", penalty="6.13", paid_on="2026-03-20", note="late")
        assert cells(person, "loans.schedule", 6)[1] == "Paid late"

        tab(person, "Repayments")
        table = choose(person, "2026-03-20", "loans.repayments")
        qtbot.keyClick(table, Qt.Key.Key_Return)
        person.settle()
        assert person.text("repayment_form.note") == "late"
        fill(person, "repayment_form", amount="506.55", penalty="6.14")
        assert cells(person, "loans.repayments", 4) == ["", "", "6.14"]

        choose(person, "2026-02-15", "loans.repayments")
        context(person, table, "Split…")
        person.pick("split_form.account", "Uncle")
        fill(person, "split_form", amount="100")
        assert cells(person, "loans.repayments", 1) == ["800.41", "400.00", "506.55"]
        assert value(person, "SELECT sum(amount_fen - penalty_fen) FROM repayment") == 90041 + 40000 + 50041

        more(person, "Paid off early…")
        assert person.find("repayment_form.closes", QCheckBox).isChecked()
        assert "would pay it off today" in person.text("repayment_form.payoff")
        fill(person, "repayment_form", amount="8600", paid_on="2026-04-10")
        assert rows(person, "SELECT closed_on FROM loan ORDER BY id") == [(None,), ("2026-04-10",)]
        assert "paid off on 2026-04-10" in person.text("loans.terms")
        assert cells(person, "loans.repayments", 5)[-1] == "Pays the loan off"

        full = dump(person)
        steps = 9
        for _ in range(steps):
            person.key("Z")
        assert dump(person) == empty
        for _ in range(steps):
            person.key("Y")
        assert dump(person) == full


def test_a_repayment_is_recorded_by_keyboard_alone(sample: Person) -> None:
    choose(sample, "白条")
    before = value(sample, "SELECT count(*) FROM repayment")
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == "loans.repay":
            break
        sample.bot.keyClick(focus, Qt.Key.Key_Tab)
    assert focus.objectName() == "loans.repay"
    sample.bot.keyClick(focus, Qt.Key.Key_Space)
    sample.settle()
    typed = ["", "100.5", "0.5", "2026-11-20", "by hand", ""]
    names = ["loan", "amount", "penalty", "paid_on", "note", "closes"]
    first = sample.find("repayment_form.amount", QWidget)
    assert QApplication.focusWidget() is first
    sample.bot.keyClick(first, Qt.Key.Key_Backtab)
    for name, text in zip(names, typed, strict=True):
        field = QApplication.focusWidget()
        assert field is not None
        assert field.objectName() == f"repayment_form.{name}"
        if name == "loan":
            sample.pick("repayment_form.loan", str(value(sample, "SELECT name FROM loan WHERE id = 1")))
        elif text:
            sample.bot.keyClicks(field, text)
        if name != "closes":
            sample.bot.keyClick(field, Qt.Key.Key_Tab)
    sample.bot.keyClick(field, Qt.Key.Key_Return)
    sample.settle()
    assert value(sample, "SELECT count(*) FROM repayment") == int(str(before)) + 1
    sql = "SELECT loan_id, amount_fen, penalty_fen, paid_on, note FROM repayment ORDER BY id DESC"
    assert rows(sample, sql)[0] == (1, 10050, 50, "2026-11-20", "by hand")


def test_a_loan_is_edited_and_what_contradicts_it_changes_nothing(sample: Person) -> None:
    choose(sample, "消费贷")
    before = dump(sample)
    more(sample, "Edit…")
    assert (sample.text("loan_form.rate"), sample.text("loan_form.principal")) == ("4.2", "48,000.00")
    fill(sample, "loan_form", principal="1000")
    assert "more than is owed" in sample.text("loan_form.principal_error")
    assert dump(sample) == before
    fill(sample, "loan_form", principal="48000", drawn_on="2026-06-01")
    assert "Something is on record for" in sample.text("loan_form.drawn_on_error")
    assert dump(sample) == before
    fill(sample, "loan_form", drawn_on="2025-12-21", rate="3.6", name="Bank")
    assert rows(sample, "SELECT name, rate, drawn_on, periods FROM loan WHERE id = 1") == [
        ("Bank", "0.036", "2025-12-21", 36)
    ]
    assert sample.text("loans.title") == "Bank"
    assert sample.text("loans.figure_1").startswith("3.60")
    sample.key("Z")
    assert dump(sample) == before


def test_a_line_is_edited(sample: Person) -> None:
    choose(sample, "招行信用卡")
    more(sample, "Edit…")
    assert (sample.text("line_form.statement_day"), sample.text("line_form.due_day")) == ("10", "28")
    fill(sample, "line_form", opened_on="2026-03-01")
    assert "Something is on record for 2026-02-01" in sample.text("line_form.opened_on_error")
    sample.pick("line_form.kind", "Pay-later line")
    fill(sample, "line_form", opened_on="2019-05-01", due_day="")
    sql = "SELECT kind, opened_on, due_day, product FROM credit_line ORDER BY id DESC"
    assert rows(sample, sql)[0] == ("pay_later", "2019-05-01", None, "")
    assert rows(sample, "SELECT min(on_date) FROM limit_change WHERE line_id = 3") == [("2019-05-01",)]


def test_a_limit_is_cut_and_frozen_and_corrected_and_deleted(sample: Person) -> None:
    choose(sample, "招行信用卡")
    before = dump(sample)
    sample.click("loans.limit")
    sample.pick("limit_form.status", "Frozen")
    fill(sample, "limit_form", limit="9000", on="2026-11-01", reason="risk control")
    tab(sample, "Limits")
    assert cells(sample, "loans.limits", 3) == ["risk control", "", ""]
    assert "2026-11-01 9,000.00 Frozen (risk control)" in sample.find("loans.chart", QWidget).accessibleName()
    assert "20,000 → 9,000" in cells(sample, "loans.list", 1)[cells(sample, "loans.list", 0).index(
        "招行信用卡\nCredit card · Frozen")]  # fmt: skip
    table = choose(sample, "2026-11-01", "loans.limits")
    sample.bot.keyClick(table, Qt.Key.Key_Return)
    sample.settle()
    assert not sample.find("limit_form.on", QWidget).isEnabled()
    fill(sample, "limit_form", limit="8000")
    assert cells(sample, "loans.limits", 1)[0] == "8,000.00"
    choose(sample, "2026-11-01", "loans.limits")
    sample.bot.keyClick(table, Qt.Key.Key_Delete)
    sample.settle()
    assert dump(sample) == before
    assert sample.text("loans.note") == "Deleted. Ctrl+Z brings it back."
    sample.bot.keyClick(choose(sample, "2026-02-01", "loans.limits"), Qt.Key.Key_Delete)
    sample.settle()
    sample.bot.keyClick(choose(sample, "2020-05-01", "loans.limits"), Qt.Key.Key_Delete)
    sample.settle()
    assert "needs one limit" in sample.text("loans.note")
    assert sample.find("loans.note", QWidget).property("role") == "error"
    choose(sample, "白条")
    assert sample.find("loans.note", QWidget).property("role") == "muted"
    assert "open loans" in sample.text("loans.note")


def test_a_statement_is_added_paid_corrected_and_deleted(sample: Person) -> None:
    choose(sample, "招行信用卡")
    sample.click("loans.statement")
    fill(sample, "statement_form", balance="1000", statement_on="2026-11-20", due_on="2026-12-08", minimum="100")
    assert cells(sample, "loans.statements", 1)[0] == "1,000.00\nminimum 100.00"
    sample.click("loans.repay")
    assert sample.text("repayment_form.amount") == "1,000.00"
    assert not sample.window.findChild(QWidget, "repayment_form.penalty").isVisible()
    fill(sample, "repayment_form", amount="300", paid_on="2026-11-22", note="half")
    assert cells(sample, "loans.statements", 3)[0] == "Partly paid"
    assert rows(sample, "SELECT line_id, amount_fen, note FROM repayment ORDER BY id DESC")[0] == (3, 30000, "half")
    tab(sample, "Payments")
    assert cells(sample, "loans.payments", 2) == ["By hand"]
    table = choose(sample, "2026-11-22", "loans.payments")
    context(sample, table, "Correct…")
    fill(sample, "repayment_form", amount="1000")
    tab(sample, "Statements")
    assert cells(sample, "loans.statements", 3)[0] == "Paid"
    context(sample, choose(sample, "2026-11-20", "loans.statements"), "Correct…")
    fill(sample, "statement_form", balance="1200")
    assert rows(sample, "SELECT balance_fen, minimum_fen FROM line_statement ORDER BY id DESC")[0] == (120000, 10000)
    sample.bot.keyClick(choose(sample, "2026-11-20", "loans.statements"), Qt.Key.Key_Delete)
    sample.settle()
    assert value(sample, "SELECT count(*) FROM line_statement") == 1


def test_a_table_without_rows_says_what_would_stand_there(sample: Person) -> None:
    choose(sample, "招行信用卡")
    tab(sample, "Payments")
    assert "No payment to it is on record" in sample.text("loans.payments_nothing")
    sample.click("loans.repay")
    fill(sample, "repayment_form", amount="300", paid_on="2026-11-22")
    assert len(cells(sample, "loans.payments", 0)) == 1
    assert not sample.window.findChild(QWidget, "loans.payments_nothing").isVisible()
    sample.key("Z")
    assert sample.find("loans.payments_nothing", QWidget)


def test_a_line_is_closed_and_opened_again(sample: Person) -> None:
    choose(sample, "招行信用卡")
    before = dump(sample)
    more(sample, "Close…")
    fill(sample, "close_form", closed_on="2026-11-20", reason="not needed")
    assert value(sample, "SELECT closed_on FROM credit_line WHERE id = 3") == "2026-11-20"
    assert "closed on 2026-11-20" in sample.text("loans.terms")
    more(sample, "Re-open…")
    assert sample.text("reopen_form.limit") == "20,000.00"
    fill(sample, "reopen_form", limit="5000")
    assert value(sample, "SELECT closed_on FROM credit_line WHERE id = 3") is None
    sample.key("Z")
    sample.key("Z")
    assert dump(sample) == before


def test_a_loan_is_closed_and_opened_again(sample: Person) -> None:
    choose(sample, "白条 · 冰箱")
    more(sample, "Close…")
    fill(sample, "close_form", closed_on="2026-11-22")
    assert "waived" in sample.text("loans.terms")
    assert "Waived" in cells(sample, "loans.schedule", 6)
    sample.pick("loans.filter", "Settled")
    assert [cell.split("\n")[0] for cell in cells(sample, "loans.list", 0)] == ["白条 · 冰箱"]
    more(sample, "Re-open")
    assert value(sample, "SELECT count(*) FROM loan WHERE closed_on IS NOT NULL") == 0
    assert sample.text("loans.note") == "Open again. Ctrl+Z takes it back."


def test_the_list_is_searched_filtered_and_sorted(sample: Person) -> None:
    page = sample.window.page("loans")
    assert page.search is not None
    everything = cells(sample, "loans.list", 0)
    sample.write("loans.search", "招商银行")  # a lender
    sample.bot.keyClick(page.search, Qt.Key.Key_Return)
    sample.settle()
    assert [cell.split("\n")[0] for cell in cells(sample, "loans.list", 0)] == ["招行信用卡"]
    assert sample.text("loans.title") == "招行信用卡"
    sample.write("loans.search", "baitiao")  # a product
    sample.bot.keyClick(page.search, Qt.Key.Key_Return)
    sample.settle()
    assert {cell.split("\n")[0] for cell in cells(sample, "loans.list", 0)} == {"京东白条", "白条 · 冰箱"}
    sample.write("loans.search", "zzz")
    sample.bot.keyClick(page.search, Qt.Key.Key_Return)
    sample.settle()
    assert cells(sample, "loans.list", 0) == []
    assert sample.text("loans.nothing") == "Nothing fits what is looked for."
    sample.window.open_row(RowRef(RowKind.LIMIT_CHANGE, 1))  # from another page: what hides it is cleared
    sample.settle()
    assert sample.text("loans.title") == "借呗"
    assert cells(sample, "loans.list", 0) == everything
    header = sample.find("loans.list", QTableView).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, 10)
    sample.bot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = [float(cell.split("\n")[0].replace(",", "")) for cell in cells(sample, "loans.list", 1)]
    assert shown == sorted(shown)


def test_the_context_menu_of_the_list_does_what_its_buttons_do(sample: Person) -> None:
    view = choose(sample, "白条 · 冰箱")
    context(sample, view, "Record a repayment")
    assert sample.find("repayment_form.loan", QComboBox).currentText() == "白条 · 冰箱"
    sample.press("repayment_form.cancel")
    context(sample, view, "Edit…")
    assert sample.text("loan_form.name") == "白条 · 冰箱"
    sample.press("loan_form.cancel")
    sample.bot.keyClick(view, Qt.Key.Key_Return)
    assert sample.window.focusWidget().objectName() == "loans.schedule"


def test_a_form_without_typing_is_made_anew_from_the_book(sample: Person) -> None:
    choose(sample, "消费贷")
    more(sample, "Edit…")
    fill(sample, "loan_form", name="Bank")
    more(sample, "Edit…")
    assert sample.text("loan_form.name") == "Bank"
    sample.press("loan_form.cancel")
    sample.key("Z")
    more(sample, "Edit…")
    assert sample.text("loan_form.name") == "消费贷"
    sample.write("loan_form.name", "half typed")
    sample.bot.keyClick(sample.find("loan_form", QDialog), Qt.Key.Key_Escape)
    more(sample, "Edit…")
    assert sample.text("loan_form.name") == "half typed"


def test_the_loans_under_a_line_lead_to_them(sample: Person) -> None:
    choose(sample, "借呗\n")
    tab(sample, "Loans")
    table = choose(sample, "借呗 · 周转", "loans.drawn")
    sample.bot.keyClick(table, Qt.Key.Key_Return)
    sample.settle()
    assert sample.text("loans.title") == "借呗 · 周转"


def test_a_payment_of_a_statement_file_is_shown_and_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    book = Book.open(tmp_path / "f.yudu", today=TODAY, create=True)
    book.write(
        add_line, lender_name="蚂蚁消费金融", lender_kind=LenderKind.CONSUMER_FINANCE, name="花呗", product="huabei",
        kind=LineKind.PAY_LATER, opened_on=date(2024, 1, 1), limit_fen=950_000,
    )  # fmt: skip
    bought, paid = (
        StatementRow(
            line=number, key=f"k{number}", row_class=kind, happened_at=datetime(2026, 11, number), amount_fen=5_000,
            direction="", counterparty="某店", description="", method="花呗", status="", provider_category="",
            native_id=f"n{number}", order_id="", note="", raw="", credit_product="huabei" if debt is None else "",
            debt=debt, product="" if debt is None else "huabei",
        )
        for number, kind, debt in ((3, RowClass.OUT, None), (9, RowClass.N_REPAYMENT, DebtKind.REPAYMENT))
    )  # fmt: skip
    statement = Statement("a.csv", "", "alipay", "A4", "", "", (bought, paid._replace(amount_fen=2_000)))
    book.write(import_statement, statement=statement, imported_on=TODAY)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=TODAY) as person:
        person.key("2")
        assert "¥30.00 bought and not billed yet" in person.text("loans.terms")
        tab(person, "Payments")
        assert cells(person, "loans.payments", 2) == ["Statement file"]
        before = dump(person)
        table = choose(person, "2026-11-09", "loans.payments")
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return):
            qtbot.keyClick(table, key)
            person.settle()
            assert "comes from a statement file" in person.text("loans.note")
        assert [each for each in person.window.findChildren(QDialog) if each.isVisible()] == []
        assert dump(person) == before


def test_every_line_and_loan_fits_a_small_window(sample: Person) -> None:
    sample.window.resize(1024, 680)
    sample.settle()
    page = sample.window.page("loans")
    right = page.mapTo(sample.window, page.rect().topRight()).x()
    for name in [cell.split("\n")[0] for cell in cells(sample, "loans.list", 0)]:
        choose(sample, f"{name}\n")
        for each in page.findChildren(QPushButton):
            if each.isVisible():
                assert each.mapTo(sample.window, each.rect().topRight()).x() <= right - 20, (name, each.objectName())
                assert each.width() >= each.minimumSizeHint().width(), (name, each.objectName())


def test_a_template_fills_the_days_of_a_line(sample: Person) -> None:
    sample.click("loans.add_line")
    sample.pick("line_form.template", "Huabei")
    days = next(each.line_days for each in load_knowledge().products if each.en == "Huabei")
    assert days is not None
    assert (sample.text("line_form.statement_day"), sample.text("line_form.due_day")) == (str(days[0]), str(days[1]))
    sample.write("line_form.due_day", "7")
    sample.pick("line_form.template", "Jiebei")
    assert (sample.text("line_form.statement_day"), sample.text("line_form.due_day")) == ("", "7")
