"""What a user does with spending: own entries, categories with what is remembered, scenes, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.actions.imports import import_statement
from planner.actions.spending import (
    add_category,
    add_entry,
    correct_entry,
    delete_entries,
    forget_rule,
    set_category,
    set_row_class,
    set_scene,
)
from planner.core.errors import (
    CannotBeCounted,
    FromAStatement,
    Missing,
    MustBePositive,
    NameTaken,
    NoSuchRow,
    NothingToImport,
    NotSpending,
    NotToReview,
    OutOfRange,
    PlannerError,
)
from planner.core.statement_rows import ReviewReason, RowClass, Scene
from planner.exchange.statements.recognise import read_statement
from planner.reports.feeds import line_feeds
from planner.store.book import Book
from tests.books import TODAY, new_book
from tests.spending import Row, add_huabei, import_rows, statement

STATEMENT = Path(__file__).parents[2] / "data" / "statements" / "alipay_a4.csv"
DAY = date(2026, 11, 5)
FOOD, GROCERIES, LEISURE, OTHER = 1, 2, 9, 12
SPENT: dict[str, Any] = {"row_class": RowClass.OUT, "day": DAY, "amount_fen": 5050}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


# every action with values that do something in a book with an own entry (1), a row to review (2) and a rule (1)
GOOD: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (add_entry, SPENT),
    (correct_entry, {"row_id": 1, **SPENT, "amount_fen": 7}),
    (delete_entries, {"row_ids": [1]}),
    (set_category, {"row_ids": [1, 2], "category_id": FOOD, "remember": True}),
    (set_scene, {"row_ids": [1, 2], "scene": Scene.ONLINE}),
    (set_row_class, {"row_ids": [2], "row_class": RowClass.N_ZERO}),
    (add_category, {"name": "宠物"}),
    (forget_rule, {"rule_id": 1}),
]


@pytest.mark.parametrize(("action", "values"), GOOD, ids=lambda each: getattr(each, "__name__", ""))
def test_an_action_changes_the_book_and_is_undone_and_redone(
    book: Book, action: Callable[..., Any], values: dict[str, Any]
) -> None:
    book.write(add_entry, **SPENT, counterparty="甲")
    import_rows(book, [Row(RowClass.OUT, 5, DAY, "A", review=ReviewReason.UNKNOWN_STATUS)])
    book.write(set_category, row_ids=[1], category_id=LEISURE, remember=True)
    before = book.dump()
    book.write(action, **values)
    after = book.dump()
    assert after != before
    assert book.undo() == action.__name__
    assert book.dump() == before
    assert book.redo() == action.__name__
    assert book.dump() == after


def row(book: Book, columns: str, row_id: int = 1) -> tuple[Any, ...] | None:
    return book.reader.one(f"SELECT {columns} FROM transaction_row WHERE id = ?", row_id)


def test_an_entry_is_noted_corrected_deleted_and_brought_back(book: Book) -> None:
    add_huabei(book)
    empty = book.dump()
    entry = book.write(add_entry, **SPENT, counterparty=" 面馆 ", credit_product="huabei", scene=Scene.OFFLINE)
    assert row(book, "batch_id, line, happened_at, amount_fen, counterparty, category_id, category_by_user, scene") == (
        None, 0, "2026-11-05 00:00:00", 5050, "面馆", OTHER, 0, "offline",
    )  # fmt: skip
    assert [charge.amount_fen for charge in book.read(line_feeds)[1].charges] == [5050]
    noted = book.dump()
    book.write(correct_entry, row_id=entry, row_class=RowClass.IN, day=DAY, amount_fen=7, credit_product="huabei")
    assert row(book, "row_class, amount_fen, counterparty, category_id, scene, credit_product") == (
        "IN", 7, "", None, None, "",
    )  # fmt: skip
    assert book.undo() == "correct_entry"
    assert book.dump() == noted
    assert book.write(delete_entries, row_ids=[entry]) == 1
    assert book.dump() == empty
    assert (book.undo(), book.dump() == noted) == ("delete_entries", True)


@pytest.mark.parametrize(
    ("changed", "error", "field"),
    [
        ({"amount_fen": 0}, MustBePositive, "amount"),
        ({"amount_fen": -5}, MustBePositive, "amount"),
        ({"category_id": 99}, NoSuchRow, "category"),
        ({"credit_product": "huabei"}, NoSuchRow, "paid_with"),
        ({"row_class": RowClass.N_REPAYMENT}, OutOfRange, "row_class"),
    ],
)
def test_a_wrong_entry_is_refused(book: Book, changed: dict[str, Any], error: type[PlannerError], field: str) -> None:
    before = book.dump()
    with pytest.raises(error) as wrong:
        book.write(add_entry, **{**SPENT, **changed})
    assert wrong.value.field == field
    assert book.dump() == before


def test_rows_of_a_statement_are_neither_corrected_nor_deleted(book: Book) -> None:
    import_rows(book, [Row(RowClass.OUT, 100, DAY)])
    own = book.write(add_entry, **SPENT)
    before = book.dump()
    with pytest.raises(FromAStatement):
        book.write(delete_entries, row_ids=[own, 1])
    with pytest.raises(FromAStatement):
        book.write(correct_entry, row_id=1, **SPENT)
    with pytest.raises(NoSuchRow):
        book.write(delete_entries, row_ids=[99])
    assert book.dump() == before


def payees(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.OUT, 1, DAY, "A", who="甲"),
            Row(RowClass.OUT, 2, DAY, "B", who="甲"),
            Row(RowClass.OUT, 3, DAY, "C", who="甲"),
            Row(RowClass.OUT, 4, DAY, "D", who="乙"),
            Row(RowClass.IN, 5, DAY, "E", who="甲"),
        ],
    )


def categories(book: Book) -> list[Any]:
    return [each for (each,) in book.reader.rows("SELECT category_id FROM transaction_row ORDER BY id")]


def test_categories_in_bulk_without_remembering(book: Book) -> None:
    payees(book)
    assert book.write(set_category, row_ids=[1, 4, 5], category_id=LEISURE) == 2
    assert categories(book) == [LEISURE, FOOD, FOOD, LEISURE, None]
    assert book.reader.value("SELECT count(*) FROM category_rule") == 0


def test_a_remembered_category_spares_what_the_user_chose(book: Book) -> None:
    payees(book)
    book.write(set_category, row_ids=[2], category_id=GROCERIES)
    before = book.dump()
    assert book.write(set_category, row_ids=[1], category_id=LEISURE, remember=True) == 2
    assert categories(book) == [LEISURE, GROCERIES, LEISURE, FOOD, None]
    assert row(book, "category_by_user", 3) == (0,)
    after = book.dump()
    assert book.undo() == "set_category"
    assert book.dump() == before
    assert book.redo() == "set_category"
    assert book.dump() == after
    # said anew, it is one rule still
    book.write(set_category, row_ids=[1], category_id=FOOD, remember=True)
    assert book.reader.rows("SELECT counterparty, category_id FROM category_rule") == [("甲", FOOD)]


def test_what_is_remembered_holds_for_imports_and_entries_until_it_is_forgotten(book: Book) -> None:
    payees(book)
    book.write(set_category, row_ids=[1], category_id=LEISURE, remember=True)
    later = [Row(RowClass.OUT, 6, DAY, "F", who="甲"), Row(RowClass.IN, 6, DAY, "G", who="甲")]
    import_rows(book, later, "b.csv")
    assert categories(book)[5:] == [LEISURE, None]
    entry = book.write(add_entry, **SPENT, counterparty="甲")
    assert row(book, "category_id, category_by_user", entry) == (LEISURE, 0)
    book.write(forget_rule, rule_id=1)
    import_rows(book, [Row(RowClass.OUT, 7, DAY, "H", who="甲")], "c.csv")
    assert categories(book)[7:] == [LEISURE, FOOD]
    with pytest.raises(NoSuchRow):
        book.write(forget_rule, rule_id=1)


def test_a_row_that_becomes_spending_gets_what_is_remembered(book: Book, tmp_path: Path) -> None:
    content = STATEMENT.read_bytes()
    waiting = tmp_path / "waiting.csv"
    waiting.write_bytes(content.replace("等待核销".encode("gbk"), "等待付款".encode("gbk")))
    own = book.write(add_entry, **SPENT, counterparty="喆记数码")
    book.write(set_category, row_ids=[own], category_id=LEISURE, remember=True)
    book.write(import_statement, statement=read_statement(waiting), imported_on=TODAY)
    where = "FROM transaction_row WHERE native_id LIKE '%13'"
    assert book.reader.one(f"SELECT row_class, category_id {where}") == ("N_failed", None)
    waiting.write_bytes(content.replace("等待核销".encode("gbk"), "交易成功".encode("gbk")))
    book.write(import_statement, statement=read_statement(waiting), imported_on=TODAY)
    assert book.reader.one(f"SELECT row_class, category_id {where}") == ("OUT", LEISURE)


def test_only_spending_has_a_category_or_a_scene(book: Book) -> None:
    payees(book)
    for action, values in ((set_category, {"category_id": FOOD}), (set_scene, {"scene": Scene.ONLINE})):
        with pytest.raises(NotSpending):
            book.write(action, row_ids=[5], **values)
        with pytest.raises(NoSuchRow):
            book.write(action, row_ids=[1, 99], **values)
    with pytest.raises(NoSuchRow):
        book.write(set_category, row_ids=[1], category_id=99)


def test_scenes_are_set_and_left_to_the_words_again(book: Book) -> None:
    payees(book)
    assert book.write(set_scene, row_ids=[1, 2, 5], scene=Scene.ONLINE) == 2
    assert row(book, "scene", 2) == ("online",)
    book.write(set_scene, row_ids=[2], scene=None)
    assert row(book, "scene", 2) == (None,)


def test_more_rows_than_one_statement_of_sql_takes(book: Book) -> None:
    import_rows(book, [Row(RowClass.OUT, 1, DAY, str(at)) for at in range(1203)])
    numbers = list(range(1, 1204))
    assert book.write(set_category, row_ids=numbers, category_id=LEISURE) == 1203
    assert book.write(set_scene, row_ids=numbers, scene=Scene.ONLINE) == 1203


def test_a_category_of_ones_own(book: Book) -> None:
    number = book.write(add_category, name=" 宠物 ")
    assert book.reader.one("SELECT key, name FROM category WHERE id = ?", number) == ("", "宠物")
    with pytest.raises(NameTaken):
        book.write(add_category, name="宠物")
    with pytest.raises(Missing):
        book.write(add_category, name="  ")


REVIEW = Row(RowClass.OUT, 19_900, DAY, "A", method="花呗", category="数码电器", review=ReviewReason.UNKNOWN_STATUS)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (RowClass.OUT, ("OUT", None, 4, "huabei")),
        (RowClass.IN, ("IN", None, None, "")),
        (RowClass.N_REFUND, ("N_refund", None, 4, "huabei")),
        (RowClass.N_REPAYMENT, ("N_repayment", "repayment", None, "")),
        (RowClass.N_DRAWDOWN, ("N_drawdown", "drawdown", None, "")),
        (RowClass.N_ZERO, ("N_zero", None, None, "")),
    ],
)
def test_a_row_to_review_is_decided_and_stays_so(book: Book, decision: RowClass, expected: tuple[Any, ...]) -> None:
    import_rows(book, [REVIEW])
    before = book.dump()
    assert book.write(set_row_class, row_ids=[1], row_class=decision) == 1
    assert row(book, "row_class, debt, category_id, credit_product, review") == (*expected, None)
    with pytest.raises(NotToReview):
        book.write(set_row_class, row_ids=[1], row_class=RowClass.IN)
    with pytest.raises(NothingToImport):
        book.write(import_statement, statement=statement([REVIEW]), imported_on=TODAY)
    assert (book.undo(), book.dump() == before) == ("set_row_class", True)


@pytest.mark.parametrize(
    ("who", "what", "product"),
    [
        ("花呗", "花呗主动还款-2026年10月账单", "huabei"),
        ("蚂蚁借呗", "还款", "jiebei"),
        ("某银行", "信用卡还款", "credit_card"),
        ("某店", "还款", ""),
    ],
)
def test_a_row_decided_to_be_a_repayment_gets_the_product_it_names(
    book: Book, who: str, what: str, product: str
) -> None:
    import_rows(book, [Row(RowClass.N_TRANSFER, 100, DAY, "A", who=who, what=what, review=ReviewReason.UNKNOWN_STATUS)])
    book.write(set_row_class, row_ids=[1], row_class=RowClass.N_REPAYMENT)
    assert row(book, "product, debt, class_by_user") == (product, "repayment", 1)


def test_many_payees_are_remembered_at_once(book: Book) -> None:
    rows = [Row(RowClass.OUT, 1, DAY, str(at), who=f"店{at % 1101}") for at in range(2202)]
    import_rows(book, rows)
    assert book.write(set_category, row_ids=list(range(1, 1102)), category_id=LEISURE, remember=True) == 2202
    assert book.reader.value("SELECT count(*) FROM category_rule WHERE category_id = ?", LEISURE) == 1101
    assert row(book, "count(*), sum(category_by_user)", 2202) == (1, 0)
    assert book.reader.value("SELECT count(*) FROM transaction_row WHERE category_id = ?", LEISURE) == 2202


def test_a_transfer_decided_to_be_spending_gets_the_remembered_category(book: Book) -> None:
    own = book.write(add_entry, **SPENT, counterparty="某店")
    book.write(set_category, row_ids=[own], category_id=LEISURE, remember=True)
    import_rows(book, [Row(RowClass.N_TRANSFER, 100, DAY, "A", review=ReviewReason.UNKNOWN_DIRECTION)])
    book.write(set_row_class, row_ids=[2], row_class=RowClass.OUT)
    assert row(book, "category_id, category_by_user", 2) == (LEISURE, 0)


def test_a_row_without_amount_or_time_moves_no_money(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.UNREADABLE, None, DAY, review=ReviewReason.NO_AMOUNT),
            Row(RowClass.UNREADABLE, 5, DAY, review=ReviewReason.NO_TIME),
        ],
    )
    for number in (1, 2):
        with pytest.raises(CannotBeCounted):
            book.write(set_row_class, row_ids=[number], row_class=RowClass.OUT)
        book.write(set_row_class, row_ids=[number], row_class=RowClass.N_ZERO)
    import_rows(book, [REVIEW], "b.csv")
    with pytest.raises(OutOfRange):
        book.write(set_row_class, row_ids=[3], row_class=RowClass.UNREADABLE)
