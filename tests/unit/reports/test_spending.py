"""What a month of spending is: refunds netted, debts left out, and the same figures in every report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.actions.imports import import_statement
from planner.actions.spending import add_entry, set_scene
from planner.core.spending import RefundUse
from planner.core.statement_rows import DebtKind, ReviewReason, RowClass, Scene
from planner.exchange.statements.recognise import read_statement
from planner.reports.spending import Entry, Kind, MonthOfSpending, Narrowed, month_of_row, month_of_spending
from planner.reports.spending import search_spending as search
from planner.reports.spending_choices import entry_choices, payees_of_rows
from planner.reports.spending_sums import SpendingCourse, spending_by_month
from planner.store.book import Book
from tests.books import TODAY, new_book, with_jiebei
from tests.spending import Row, add_huabei, import_rows, pay_with_penalty, statement

DATA = Path(__file__).parents[2] / "data" / "statements"
OCTOBER, NOVEMBER = date(2026, 10, 5), date(2026, 11, 5)
FOOD, SHOPPING, INTEREST, OTHER = 1, 4, 11, 12


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = new_book(tmp_path)
    yield opened
    opened.close()


def month(book: Book, day: date) -> MonthOfSpending:
    return book.read(month_of_spending, month=day)


def test_a_partial_refund_in_a_later_month_lowers_the_orders_month_and_category(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.OUT, 20_000, OCTOBER, "A", category="服饰装扮"),
            Row(RowClass.OUT, 1_000, NOVEMBER, "B"),
            Row(RowClass.N_REFUND, 5_000, NOVEMBER, "A_1", "A", category="退款"),
        ],
    )
    october, november = month(book, OCTOBER), month(book, NOVEMBER)
    assert (october.spent_fen, october.gross_fen, october.by_category) == (15_000, 20_000, ((SHOPPING, 15_000),))
    assert (october.entries[0].refunded_fen, october.entries[0].net_fen) == (5_000, 15_000)
    assert (november.spent_fen, november.refunded_fen, november.by_category) == (1_000, 0, ((FOOD, 1_000),))
    assert november.entries[0].refund_use is RefundUse.ORDER


def test_a_refund_without_its_order_lowers_the_month_it_stands_in(book: Book) -> None:
    import_rows(
        book,
        [Row(RowClass.OUT, 3_000, NOVEMBER, "B"), Row(RowClass.N_REFUND, 1_200, NOVEMBER, "C", category="退款")],
    )
    found = month(book, NOVEMBER)
    assert (found.spent_fen, found.by_category) == (1_800, ((FOOD, 3_000), (OTHER, -1_200)))


def test_the_refund_of_an_order_given_back_whole_counts_nothing_and_neither_does_the_order(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.N_REFUNDED_ORDER, 64_000, OCTOBER, "A"),
            Row(RowClass.N_REFUND, 64_000, NOVEMBER, "A_1", "A"),
        ],
    )
    assert (month(book, OCTOBER).spent_fen, month(book, NOVEMBER).spent_fen) == (0, 0)
    november = month(book, NOVEMBER)
    assert november.entries[0].refund_use is RefundUse.NOTHING
    assert (november.refunded_fen, november.refunded_aside_fen) == (0, 64_000)


def test_a_refund_that_a2_lists_twice_counts_once(book: Book, tmp_path: Path) -> None:
    text = (DATA / "alipay_a2.csv").read_bytes().decode("gb18030")
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if "退款成功" in line)
    twice = [*lines[: at + 1], lines[at].replace("其他", "收入", 1), *lines[at + 1 :]]
    file = tmp_path / "a2.csv"
    file.write_bytes("\n".join(twice).encode("gb18030"))

    book.write(import_statement, statement=read_statement(file), imported_on=TODAY)
    found = month(book, date(2021, 6, 1))
    assert [row.refund_use for row in found.entries if row.row_class is RowClass.N_REFUND] == [
        RefundUse.AGAIN,
        RefundUse.MONTH,
    ]
    assert (found.refunded_fen, found.spent_fen, found.received_fen) == (990, 750 - 990, 4200)


def test_repayments_loans_and_income_are_never_spending(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.N_REPAYMENT, 131_000, NOVEMBER, debt=DebtKind.REPAYMENT),
            Row(RowClass.N_DRAWDOWN, 500_000, NOVEMBER, debt=DebtKind.DRAWDOWN),
            Row(RowClass.N_FAILED, 131_000, NOVEMBER, debt=DebtKind.FAILED_REPAYMENT),
            Row(RowClass.N_TRANSFER, 7_000, NOVEMBER),
            Row(RowClass.IN, 980_000, NOVEMBER),
        ],
    )
    found = month(book, NOVEMBER)
    assert (found.spent_fen, found.received_fen, found.repaid_fen) == (0, 980_000, 131_000)
    (only,) = book.read(spending_by_month, until=NOVEMBER, months=1).months
    assert (only.spent_fen, only.by_category) == (0, ())


def test_interest_and_fees_stand_by_themselves(book: Book) -> None:
    with_jiebei(book, paid=2)
    book.write(pay_with_penalty, loan_id=1, paid_on=date(2026, 3, 20), amount_fen=10_000, penalty_fen=700)
    import_rows(book, [Row(RowClass.OUT, 300, date(2026, 3, 2), "A", category="")])
    book.write(add_entry, row_class=RowClass.OUT, day=date(2026, 3, 3), amount_fen=50, category_id=INTEREST)
    course = book.read(spending_by_month, until=date(2026, 3, 31), months=3)
    # the interest of the first two instalments as the loan's own report has it; the third is paid in part
    assert [each.loan_cost_fen for each in course.months] == [0, 12_400, 10_330 + 9_300 + 700]
    assert course.months[-1].interest_and_fees_fen == course.months[-1].loan_cost_fen + 50
    march = month(book, date(2026, 3, 1))
    assert (march.spent_fen, march.loan_cost_fen) == (350, course.months[-1].loan_cost_fen)
    assert march.interest_and_fees_fen == course.months[-1].interest_and_fees_fen


def same(book: Book, course: SpendingCourse) -> None:
    for each in course.months:
        found = month(book, each.first_day)
        assert (found.spent_fen, found.by_category) == (each.spent_fen, each.by_category)
        assert (found.loan_cost_fen, found.interest_and_fees_fen) == (
            each.loan_cost_fen,
            each.interest_and_fees_fen,
        )
        assert sum(fen for _, fen in each.by_category) == each.spent_fen


def test_every_month_of_the_year_is_the_month_shown_by_itself(book: Book) -> None:
    with_jiebei(book, paid=5)
    import_rows(
        book,
        [
            Row(RowClass.OUT, 20_000, date(2026, 8, 31), "A", category="服饰装扮"),
            Row(RowClass.OUT, 9_000, date(2026, 9, 1), "B"),
            Row(RowClass.N_REFUND, 5_000, date(2026, 9, 2), "A_1", "A"),
            Row(RowClass.N_REFUND, 700, date(2026, 10, 2), "X_1", "X"),
        ],
    )
    course = book.read(spending_by_month, until=TODAY)
    assert [each.first_day for each in course.months][::11] == [date(2025, 12, 1), date(2026, 11, 1)]
    assert [each.spent_fen for each in course.months][-4:] == [15_000, 9_000, -700, 0]
    same(book, course)


def entry(found: MonthOfSpending, who: str) -> Entry:
    return next(each for each in found.entries if each.counterparty == who)


def test_scenes_are_the_users_word_first(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.OUT, 100, NOVEMBER, "A", who="城市公交"),
            Row(RowClass.OUT, 100, NOVEMBER, "B", who="无名"),
            Row(RowClass.IN, 100, NOVEMBER, "C", who="某超市"),
        ],
    )
    found = month(book, NOVEMBER)
    assert [entry(found, who).scene for who in ("城市公交", "无名", "某超市")] == [Scene.OFFLINE, None, None]
    book.write(set_scene, row_ids=[entry(found, "城市公交").id], scene=Scene.ONLINE)
    bus = entry(month(book, NOVEMBER), "城市公交")
    assert (bus.scene, bus.scene_by_user) == (Scene.ONLINE, True)


def test_own_entries_are_listed_without_a_statement(book: Book) -> None:
    book.write(add_entry, row_class=RowClass.OUT, day=NOVEMBER, amount_fen=5050, counterparty="面馆")
    (only,) = month(book, NOVEMBER).entries
    assert (only.own, only.provider, only.category_key, only.category_by_user) == (True, "", "other", False)
    assert book.read(month_of_row, row_id=only.id) == date(2026, 11, 1)
    assert book.read(month_of_row, row_id=99) is None


def test_a_search_goes_through_the_whole_book(book: Book) -> None:
    import_rows(
        book,
        [
            Row(RowClass.OUT, 3_250, OCTOBER, who="美团外卖", what="午餐 50%_off"),
            Row(RowClass.OUT, 9_900, NOVEMBER, who="美团外卖", what="晚餐"),
            Row(RowClass.OUT, 100, NOVEMBER, who="城市公交"),
            Row(RowClass.UNREADABLE, None, NOVEMBER, who="美团 ?", review=ReviewReason.NO_TIME),
        ],
    )

    def found(words: str, **narrowed: object) -> list[int | None]:
        return [each.amount_fen for each in book.read(search, words=words, narrowed=Narrowed(**narrowed)).entries]  # type: ignore[arg-type]

    assert found("美团") == [9_900, 3_250, None]
    assert found("美团 午餐") == [3_250]
    assert found("32.50") == [3_250]
    assert found("%_") == [3_250]
    assert found("%%") == []
    assert found("", kind=Kind.TO_REVIEW) == [None]
    assert found("", category_id=FOOD, scene=Scene.OFFLINE) == [100]
    assert found("美团", kind=Kind.INCOME) == []
    few = book.read(search, words="", narrowed=Narrowed(), most=1)
    assert (len(few.entries), few.count) == (1, 4)
    with_scene = book.read(search, words="", narrowed=Narrowed(scene=Scene.ONLINE), most=1)
    assert (len(with_scene.entries), with_scene.count) == (1, 2)


@pytest.mark.parametrize(
    ("narrowed", "kept"),
    [
        (Narrowed(), 6),
        (Narrowed(kind=Kind.SPENDING), 1),
        (Narrowed(kind=Kind.INCOME), 1),
        (Narrowed(kind=Kind.REFUNDS), 2),
        (Narrowed(kind=Kind.DEBTS), 2),
        (Narrowed(kind=Kind.TO_REVIEW), 0),
        (Narrowed(category_id=FOOD), 2),
        (Narrowed(without_scene=True), 2),
    ],
)
def test_a_list_is_narrowed(book: Book, narrowed: Narrowed, kept: int) -> None:
    import_rows(
        book,
        [
            Row(RowClass.OUT, 1, NOVEMBER, "A"),
            Row(RowClass.IN, 1, NOVEMBER, "B"),
            Row(RowClass.N_REFUND, 1, NOVEMBER, "C"),
            Row(RowClass.N_REFUNDED_ORDER, 1, NOVEMBER, "D"),
            Row(RowClass.N_REPAYMENT, 1, NOVEMBER, "E", debt=DebtKind.REPAYMENT),
            Row(RowClass.N_DRAWDOWN, 1, NOVEMBER, "F", debt=DebtKind.DRAWDOWN),
        ],
    )
    entries = month(book, NOVEMBER).entries
    assert sum(narrowed.keeps(each) for each in entries) == kept
    assert book.read(search, words="", narrowed=narrowed).count == kept


def test_what_a_remembered_category_would_change(book: Book) -> None:
    import_rows(book, [Row(RowClass.OUT, 1, NOVEMBER, str(at), who="甲" if at < 4 else "乙") for at in range(6)])
    found = book.read(payees_of_rows, row_ids=[1, 5])
    assert (found.payees, found.remembered, found.spending, found.common) == (("甲", "乙"), (), 2, FOOD)
    assert (found.would_change(SHOPPING), found.would_change(FOOD)) == (4, 0)


def test_an_entry_can_be_paid_with_an_open_pay_later_line(book: Book) -> None:
    assert book.read(entry_choices, today=TODAY).lines == ()
    add_huabei(book)
    assert [each.product for each in book.read(entry_choices, today=TODAY).lines] == ["huabei"]
    assert book.read(entry_choices, today=date(2000, 1, 1)).lines == ()


def test_statement_rows_of_tests_are_as_readers_make_them() -> None:
    (row,) = statement([Row(RowClass.OUT, 1, NOVEMBER, "A")]).rows
    assert (row.order_id, row.happened_at is not None) == ("A", True)


def test_a_month_reads_the_whole_table_at_most_once(book: Book) -> None:
    with_jiebei(book, paid=2)
    import_rows(book, [Row(RowClass.OUT, 900, OCTOBER, "A"), Row(RowClass.N_REFUND, 100, NOVEMBER, "A_1", "A")])
    asked: list[str] = []
    connection = book._connection
    for report, values in ((month_of_spending, {"month": NOVEMBER}), (spending_by_month, {"until": NOVEMBER})):
        asked.clear()
        connection.set_trace_callback(asked.append)
        book.read(report, **values)
        connection.set_trace_callback(None)
        queries = [sql for sql in asked if sql.lstrip().upper().startswith("SELECT") and "transaction_row" in sql]
        assert len(queries) >= 3
        plans = [step[3] for sql in queries for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        whole = [step for step in plans if step in ("SCAN transaction_row", "SCAN row")]
        assert len(whole) == 1, plans
