"""The spending page as a person uses it; then a look into the book."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.lines import close_line
from planner.actions.spending import add_entry
from planner.core.facts import RowKind, RowRef
from planner.core.statement_rows import ReviewReason, RowClass
from planner.store.book import Book
from planner.ui.imports.page import ImportPage
from planner.ui.spending.cards import SumsCard
from planner.ui.spending.forms import SpendingForms
from planner.ui.spending.list import EntryList
from planner.ui.spending.page import SpendingPage
from planner.ui.widgets.form import Form
from tests.gui.desk import Person, person_at
from tests.spending import Row, add_huabei, import_rows
from tests.year_book import make_year_book

TODAY = date(2026, 11, 24)
STATEMENT = Path(__file__).parents[1] / "data" / "statements" / "alipay_a4.csv"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    book = Book.open(tmp_path / "own.yudu", today=TODAY, create=True)
    add_huabei(book)
    book.close()
    with person_at(qtbot, book.path, tmp_path, today=TODAY) as person:
        person.key("4")
        yield person


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[Person]:
    with person_at(qtbot, make_year_book(tmp_path / "s.yudu", TODAY), tmp_path, today=TODAY) as person:
        person.key("4")
        yield person


def row(person: Person, sql: str) -> tuple[object, ...] | None:
    book = Book.open_to_read(person.window.book.path, today=TODAY)
    try:
        return book.reader.one(sql)
    finally:
        book.close()


def table(person: Person) -> QTableView:
    return person.find("spending.list", QTableView)


def shown(person: Person, column: int = 1) -> list[str]:
    model = table(person).model()
    return [str(model.index(at, column).data()) for at in range(model.rowCount())]


def choose(person: Person, *places: int) -> None:
    view = table(person)
    view.setFocus()
    view.clearSelection()
    view.setCurrentIndex(view.model().index(places[0], 0))
    which = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at in places:
        view.selectionModel().select(view.model().index(at, 0), which)
    person.settle()


def pick_row(person: Person, words: str) -> None:
    choose(person, next(at for at, text in enumerate(shown(person)) if text == words))


def enter(person: Person) -> None:
    person.bot.keyClick(table(person), Qt.Key.Key_Return)
    person.settle()


def search(person: Person, words: str) -> None:
    person.write("spending.search", words)
    person.bot.keyClick(person.find("spending.search", QLineEdit), Qt.Key.Key_Return)
    person.settle()


def test_an_entry_is_noted_corrected_undone_and_deleted(empty: Person) -> None:
    empty.click("spending.add")
    assert QApplication.focusWidget().objectName() == "entry_form.amount"
    empty.write("entry_form.amount", "32.5+18")
    empty.write("entry_form.counterparty", "面馆")
    empty.write("entry_form.on", "2026-11-20")
    empty.pick("entry_form.category", "Food and drink")
    empty.pick("entry_form.scene", "In person")
    empty.pick("entry_form.paid_with", "花呗")
    empty.click("entry_form.ok")
    facts = (
        "SELECT amount_fen, counterparty, happened_at, category_id, scene, credit_product FROM transaction_row"
        " WHERE counterparty <> '纸店'"
    )
    noted = (5050, "面馆", "2026-11-20 00:00:00", 1, "offline", "huabei")
    assert row(empty, facts) == noted
    assert (empty.text("spending.spent"), shown(empty, 5), shown(empty, 3)) == (
        "¥50.50",
        ["−50.50"],
        ["Food and drink"],
    )
    empty.window.book.do(add_entry, row_class=RowClass.OUT, day=date(2026, 11, 1), amount_fen=1, counterparty="纸店")
    empty.settle()
    choose(empty, 0)
    enter(empty)
    assert empty.text("correct_form.amount") == "50.50"
    assert empty.find("correct_form.paid_with", QWidget).property("currentText") == "花呗"
    empty.write("correct_form.amount", "60")
    empty.click("correct_form.ok")
    assert row(empty, facts) == (6000, *noted[1:])
    empty.key("Z")
    assert row(empty, facts) == noted
    choose(empty, 0)
    empty.click("spending.delete")
    assert row(empty, facts) is None
    assert shown(empty) == ["纸店"]
    assert empty.text("spending.raw") == "Deleted. Ctrl+Z brings it back."
    empty.key("Z")
    assert row(empty, facts) == noted
    empty.key("Z", CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert row(empty, facts) is None


def test_income_has_no_category_scene_or_line(empty: Person) -> None:
    empty.click("spending.add")
    empty.write("entry_form.amount", "9800")
    empty.pick("entry_form.paid_with", "花呗")
    empty.pick("entry_form.kind", "Income")
    for name in ("category", "scene", "paid_with"):
        assert not empty.find(f"entry_form.{name}", QWidget).isEnabled()
    empty.click("entry_form.ok")
    assert row(empty, "SELECT row_class, category_id, credit_product FROM transaction_row") == ("IN", None, "")
    assert (empty.text("spending.received"), empty.text("spending.spent")) == ("¥9,800.00", "¥0.00")


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("amount", "", "amount"),
        ("amount", "abc", "amount"),
        ("amount", "0", "amount"),
        ("amount", "5-9", "amount"),
        ("amount", "1/0", "amount"),
        ("amount", "99999999999999", "amount"),
        ("on", "", "on"),
        ("on", "2026-02-30", "on"),
        ("on", "2026-11-25", "on"),
    ],
)
def test_wrong_input_is_said_beside_its_field_and_kept(empty: Person, name: str, text: str, field: str) -> None:
    empty.click("spending.add")
    empty.write("entry_form.amount", "12")
    empty.write(f"entry_form.{name}", text)
    empty.click("entry_form.ok")
    form = empty.find("entry_form", Form)
    error = form.findChild(QWidget, f"entry_form.{field}_error")
    assert error.property("text")
    assert not error.isHidden()
    assert empty.text(f"entry_form.{name}") in (text, "-4.00")
    assert row(empty, "SELECT 1 FROM transaction_row") is None
    empty.bot.keyClick(form, Qt.Key.Key_Escape)
    empty.click("spending.add")
    assert empty.text(f"entry_form.{name}") in (text, "-4.00")


def test_a_new_category_must_have_a_name_of_its_own(sample: Person) -> None:
    choose(sample, 0)
    for name, wrong in (("宠物", False), ("宠物", True)):
        sample.click("spending.set_category")
        sample.write("category_form.new_category", name)
        sample.click("category_form.ok")
        if wrong:
            error = sample.find("category_form", Form).findChild(QWidget, "category_form.new_category_error")
            assert "already" in error.property("text")
            sample.bot.keyClick(sample.find("category_form", Form), Qt.Key.Key_Escape)
        choose(sample, 0)
    assert row(sample, "SELECT count(*) FROM category WHERE name = '宠物'") == (1,)
    assert shown(sample, 3)[0] == "宠物"
    sample.pick("spending.category_filter", "宠物")
    assert len(shown(sample)) == 1


def test_a_category_for_many_is_remembered_and_holds_for_the_next_import(empty: Person) -> None:
    empty.click("spending.first")
    book = Book.open_to_read(empty.window.book.path, today=TODAY)
    book.close()
    for amount in ("1", "2"):
        empty.key("4")
        empty.window.book.do(
            add_entry, row_class=RowClass.OUT, day=TODAY, amount_fen=int(amount) * 100, counterparty="星月咖啡"
        )
        empty.settle()
    empty.window.book.do(add_entry, row_class=RowClass.OUT, day=TODAY, amount_fen=300, counterparty="鑫源小馆")
    empty.settle()
    choose(empty, 0, 1)
    empty.click("spending.set_category")
    remember = empty.find("category_form.remember", QCheckBox)
    empty.pick("category_form.category", "Leisure")
    assert remember.text() == "Also for the 1 other entries of these 2 payees, and for future ones"
    remember.setFocus()
    empty.bot.keyClick(remember, Qt.Key.Key_Space)
    empty.click("category_form.ok")
    assert shown(empty, 3) == ["Leisure"] * 3
    page = empty.window.page("imports")
    assert isinstance(page, ImportPage)
    empty.key("7")
    page.choose(STATEMENT)
    empty.settle()
    empty.click("imports.do")
    empty.key("4")
    kinds = dict(zip(shown(empty, 2), shown(empty, 3), strict=True))
    assert (kinds["拿铁"], kinds["午餐"], kinds["生鲜订单"]) == ("Leisure", "Leisure", "Daily needs")
    assert row(empty, "SELECT count(*) FROM category_rule") == (2,)


def test_what_is_remembered_can_be_forgotten(sample: Person) -> None:
    pick_row(sample, "星月咖啡")
    sample.click("spending.set_category")
    sample.pick("category_form.category", "Leisure")
    remember = sample.find("category_form.remember", QCheckBox)
    assert remember.text() == "Also for the 11 other entries of 星月咖啡, and for future ones"
    remember.setFocus()
    sample.bot.keyClick(remember, Qt.Key.Key_Space)
    sample.click("category_form.ok")
    assert row(sample, "SELECT count(*) FROM transaction_row WHERE counterparty = '星月咖啡' AND category_id = 9") == (
        12,
    )
    pick_row(sample, "星月咖啡")
    enter(sample)
    assert sample.text("category_form.known") == "Remembered of 星月咖啡: Leisure"
    sample.click("category_form.forget")
    assert row(sample, "SELECT count(*) FROM category_rule") == (0,)
    assert sample.find("category_form", Form).findChild(QWidget, "category_form.forget").isHidden()
    sample.bot.keyClick(sample.find("category_form", Form), Qt.Key.Key_Escape)


def test_a_scene_is_the_users_word(sample: Person) -> None:
    pick_row(sample, "堃达商贸")
    assert shown(sample, 4)[table(sample).currentIndex().row()] == "—"
    sample.click("spending.set_scene")
    sample.pick("scene_form.scene", "Online")
    sample.click("scene_form.ok")
    assert row(sample, "SELECT scene FROM transaction_row WHERE counterparty = '堃达商贸'") == ("online",)
    sample.pick("spending.scene_filter", "Online")
    assert "堃达商贸" in shown(sample)
    sample.pick("spending.scene_filter", "Not known")
    assert shown(sample) == ["盒马鲜生"]
    assert sample.text("spending.count") == "1 of 14 rows · spent ¥92.85"


def test_a_row_to_review_is_decided(sample: Person) -> None:
    before = sample.text("spending.spent")
    sample.click("spending.earlier")
    sample.pick("spending.kind_filter", "To review")
    assert shown(sample) == ["堃达商贸"]
    assert not sample.find("spending.earlier", QWidget).isEnabled()
    choose(sample, 0)
    enter(sample)
    sample.click("decide_form.ok")
    error = sample.find("decide_form", Form).findChild(QWidget, "decide_form.row_class_error")
    assert error.property("text") == "Please fill this in."
    sample.pick("decide_form.row_class", "No money moved")
    sample.click("decide_form.ok")
    assert row(sample, "SELECT row_class, review FROM transaction_row WHERE counterparty = '堃达商贸'") == (
        "N_zero",
        None,
    )
    assert shown(sample) == []
    sample.pick("spending.kind_filter", "All kinds")
    sample.click("spending.later")
    assert (before, sample.text("spending.spent")) == ("¥1,084.28", "¥885.28")
    sample.key("Z")
    assert sample.text("spending.spent") == before


def test_a_search_goes_through_all_months_and_back(sample: Person) -> None:
    search(sample, "滴滴")
    assert len(shown(sample)) == 12
    assert sample.text("spending.count") == "12 rows of all months · spent ¥393.30"
    assert not sample.find("spending.earlier", QWidget).isEnabled()
    search(sample, "滴滴 34.20")
    assert shown(sample, 5) == ["−34.20"]
    search(sample, "")
    assert sample.text("spending.count") == "14 rows"
    assert sample.find("spending.earlier", QWidget).isEnabled()


def test_a_search_shows_the_newest_of_many(empty: Person) -> None:
    import_rows_of(empty, [Row(RowClass.OUT, 100 + at, date(2026, 10, 1), str(at)) for at in range(501)])
    search(empty, "某店")
    assert table(empty).model().rowCount() == 500
    assert empty.text("spending.count") == "The newest 500 of 501 rows"


def import_rows_of(person: Person, rows: list[Row]) -> None:
    """Brings rows into the open book, as an import does."""
    person.window.book.run(lambda: import_rows(person.window.book._opened(), rows), lambda _: None)
    person.window.book.changed.emit()
    person.settle()


def test_filters_narrow_the_month(sample: Person) -> None:
    sample.click("spending.earlier")
    sample.pick("spending.kind_filter", "Repayments and loans")
    assert shown(sample, 3) == ["Repayment", "Failed, no money moved"]
    assert sample.text("spending.count") == "2 of 15 rows · spent ¥0.00"
    sample.pick("spending.kind_filter", "All kinds")
    sample.pick("spending.category_filter", "Transport")
    assert shown(sample) == ["滴滴出行", "城市公交"]


def test_a_refund_lowers_its_order_and_the_month(sample: Person) -> None:
    for _ in range(2):
        sample.click("spending.earlier")
    assert sample.text("spending.month") == "September 2026"
    assert (sample.text("spending.spent"), sample.text("spending.refunded")) == ("¥623.83", "¥270.61")
    assert sample.text("spending.before_refunds") == "¥894.44 before refunds"
    pick_row(sample, "某旗舰店")
    assert "0.00\n270.61 refunded" in shown(sample, 5)


def test_the_sums_of_a_month_say_its_name_and_add_up(empty: Person) -> None:
    import_rows_of(
        empty,
        [
            Row(RowClass.OUT, 10_000, TODAY, "A"),
            Row(RowClass.N_REFUND, 1_000, TODAY, "A_1", "A"),
            Row(RowClass.N_REFUNDED_ORDER, 64_000, TODAY, "B"),
            Row(RowClass.N_REFUND, 64_000, TODAY, "B_1", "B"),
        ],
    )
    title = next(each for each in empty.window.page("spending").findChildren(SumsCard))
    assert title.title.text() == "Sums of November 2026"
    assert empty.text("spending.before_refunds") == "¥100.00 before refunds"
    assert (empty.text("spending.refunded"), empty.text("spending.spent")) == ("¥10.00", "¥90.00")
    assert empty.text("spending.refunded_aside") == "another ¥640.00 came back for orders that never counted"


def test_statement_rows_are_not_deleted(sample: Person) -> None:
    before = row(sample, "SELECT count(*) FROM transaction_row")
    choose(sample, 0)
    assert not sample.window.findChild(QWidget, "spending.delete").isVisible()
    sample.bot.keyClick(table(sample), Qt.Key.Key_Delete)
    sample.settle()
    assert "comes from a statement" in sample.text("spending.raw")
    assert row(sample, "SELECT count(*) FROM transaction_row") == before


def test_the_year_as_a_table_is_copied(sample: Person) -> None:
    sample.click("spending.as_table")
    view = sample.find("spending.chart_table", QTableView)
    assert view.hasFocus()
    view.selectRow(0)
    sample.bot.keyClick(view, Qt.Key.Key_C, CONTROL)
    head, first = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("Month\tSpent\tFood and drink")
    assert first.startswith("November 2026\t1,084.28")
    assert first.endswith("\t181.64\t181.64")
    sample.click("spending.as_table")
    assert sample.find("spending.chart", QWidget).isVisible()
    assert "November 2026 ¥1,084.28" in sample.find("spending.chart", QWidget).accessibleName()


def test_a_row_of_another_page_is_found(sample: Person) -> None:
    number = row(
        sample, "SELECT id FROM transaction_row WHERE counterparty = '滴滴出行' AND happened_at LIKE '2026-03%'"
    )
    assert number is not None
    search(sample, "星月")
    sample.key("1")
    sample.window.open_row(RowRef(RowKind.TRANSACTION, int(str(number[0]))))
    sample.settle()
    assert sample.text("spending.month") == "March 2026"
    assert sample.text("spending.search") == ""
    assert shown(sample)[table(sample).currentIndex().row()] == "滴滴出行"


def test_a_row_without_a_time_is_found_among_those_to_review(empty: Person) -> None:
    import_rows_of(empty, [Row(RowClass.UNREADABLE, 5, TODAY, who="谁", review=ReviewReason.NO_TIME)])
    empty.window.open_row(RowRef(RowKind.TRANSACTION, 1))
    empty.settle()
    assert shown(empty) == ["谁"]
    assert table(empty).currentIndex().row() == 0


def test_with_the_real_threads(qtbot: QtBot, tmp_path: Path) -> None:
    book = make_year_book(tmp_path / "s.yudu", TODAY)
    with person_at(qtbot, book, tmp_path, today=TODAY, threaded=True) as person:
        person.key("4")
        search(person, "滴滴")
        assert len(shown(person)) == 12
        person.click("spending.add")
        person.write("entry_form.amount", "8")
        person.write("entry_form.counterparty", "滴滴")
        person.click("entry_form.ok")
        assert len(shown(person)) == 13
        search(person, "")
        assert shown(person)[1] == "滴滴"
        choose(person, 1)
        person.click("spending.delete")
        assert person.text("spending.raw") == "Deleted. Ctrl+Z brings it back."
        assert person.text("spending.spent") == "¥1,084.28"


def test_with_the_keyboard_alone(empty: Person) -> None:
    empty.window.book.do(add_entry, row_class=RowClass.OUT, day=TODAY, amount_fen=100, counterparty="甲")
    empty.settle()

    def tab_to(name: str) -> None:
        for _ in range(40):
            if QApplication.focusWidget().objectName() == name:
                return
            empty.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        raise AssertionError(name)

    tab_to("spending.add")
    empty.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    empty.settle()
    empty.bot.keyClicks(QApplication.focusWidget(), "8.8*2")
    tab_to("entry_form.description")
    empty.bot.keyClicks(QApplication.focusWidget(), "tea")
    empty.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    empty.settle()
    assert row(empty, "SELECT amount_fen, description FROM transaction_row ORDER BY id DESC") == (1760, "tea")
    empty.window.activateWindow()
    table(empty).setFocus()
    empty.bot.keyClick(table(empty), Qt.Key.Key_Down)
    enter(empty)
    assert empty.find("correct_form", Form).isVisible()
    empty.bot.keyClick(empty.find("correct_form", Form), Qt.Key.Key_Escape)


def test_a_correction_that_was_hidden_keeps_a_line_that_is_closed_meanwhile(empty: Person) -> None:
    day = date(2026, 11, 20)
    empty.window.book.do(add_entry, row_class=RowClass.OUT, day=day, amount_fen=5_000, credit_product="huabei")
    empty.settle()

    def correct() -> object:
        choose(empty, 0)
        enter(empty)
        return empty.find("correct_form.paid_with", QWidget).property("currentText")

    assert correct() == "花呗"
    empty.bot.keyClick(empty.find("correct_form", Form), Qt.Key.Key_Escape)
    empty.window.book.do(close_line, line_id=1, closed_on=day)
    empty.settle()
    for _ in range(2):
        assert correct() == "Huabei"  # the line is gone from the choices, its product stays
        empty.bot.keyClick(empty.find("correct_form", Form), Qt.Key.Key_Escape)
    assert correct() == "Huabei"
    empty.click("correct_form.ok")
    assert row(empty, "SELECT credit_product FROM transaction_row") == ("huabei",)


def test_the_menu_offers_what_the_buttons_do(sample: Person) -> None:
    choose(sample, 0, 1)
    view = table(sample)
    words = [each.text() for each in view.actions()]
    assert words == ["Copy", "Category…", "Scene…", "Decide…", "Delete", "Explain these numbers"]
    view.actions()[1].trigger()
    sample.settle()
    assert sample.find("category_form", Form).windowTitle() == "Category of 2 entries"
    sample.bot.keyClick(sample.find("category_form", Form), Qt.Key.Key_Escape)


def test_the_quick_entry_opens_from_any_page(sample: Person) -> None:
    page = sample.window.page("spending")
    assert isinstance(page, SpendingPage)
    sample.key("1")
    forms = SpendingForms(page.desk, sample.window)
    forms.add()
    sample.settle()
    sample.write("entry_form.amount", "7")
    sample.bot.keyClick(sample.find("entry_form", Form), Qt.Key.Key_Escape)
    forms.add()
    sample.settle()
    assert sample.text("entry_form.amount") == "7"
    sample.click("entry_form.ok")
    assert row(sample, "SELECT amount_fen FROM transaction_row ORDER BY id DESC") == (700,)


def test_an_empty_book_offers_both_ways_to_begin(empty: Person) -> None:
    assert empty.find("spending.first", QWidget).isVisible()
    assert not empty.window.findChild(EntryList).isVisible()
    empty.click("spending.first")
    assert empty.find("imports.drop", QWidget).isVisible()
