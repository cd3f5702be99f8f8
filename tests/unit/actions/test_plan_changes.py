"""Changes of a loan's plan: rates, principal paid back early, extensions and the lender's own figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.actions.lender_rows import enter_lender_rows
from planner.actions.loans import add_loan, delete_repayment, edit_loan, record_repayment
from planner.actions.plan_changes import (
    change_rate,
    correct_rate_change,
    delete_extension,
    delete_rate_change,
    extend_loan,
    overwrite_row,
    prepay_loan,
    restore_row,
)
from planner.actions.repayments import correct_repayment, split_repayment
from planner.core.calendar import add_months
from planner.core.errors import (
    AlreadyClosed,
    AlreadyThere,
    BeforeOpening,
    MustBePositive,
    NoSuchRow,
    OutOfRange,
    OverdueFirst,
    OwnFiguresMisfit,
    PaidBeyondSchedule,
    PlannerError,
    PrepaidOnlyWhole,
    PrepayNotAllowed,
    RepaidAnyTime,
)
from planner.core.events import OwnRow, PrepayMode
from planner.core.facts import LenderKind
from planner.core.terms import LoanTerms, PrepayTerms, Rate, RatePeriod, RepaymentMethod
from planner.reports.courses import LoanRecord, loan_record
from planner.reports.loans import LoanView, loan_view
from planner.reports.settling import settling
from planner.store.book import Book
from tests.books import jiebei_terms, new_book, with_jiebei

DAY = date(2026, 3, 20)
LOWER, SHORTER = PrepayMode.LOWER_PAYMENT, PrepayMode.SHORTER_TERM
CHEAPER = Rate(Decimal("0.0003"), RatePeriod.DAILY)
LOAN: dict[str, Any] = {
    "lender_name": "蚂蚁消费金融",
    "lender_kind": LenderKind.CONSUMER_FINANCE,
    "name": "借呗",
    "product": "jiebei",
}
PREPAY: dict[str, Any] = {"loan_id": 1, "paid_on": DAY, "principal_fen": 300_000, "mode": LOWER}
LEFT = 842_648
"""The principal after two instalments (E2)."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """借呗 (loan 1) with repayments 1 and 2 of February and March."""
    opened = new_book(tmp_path)
    with_jiebei(opened, paid=2)
    yield opened
    opened.close()


def record(book: Book, number: int = 1) -> LoanRecord:
    found = loan_record(book.reader, number)
    assert found is not None
    return found


def view(book: Book, today: date = DAY) -> LoanView:
    found = loan_view(book.reader, loan_id=1, today=today)
    assert found is not None
    return found


def payments(book: Book) -> list[int]:
    return [each.row.payment_fen for each in record(book).course.instalments]


def principal_in_all(book: Book) -> int:
    return sum(each.row.principal_fen + each.row.prepaid_fen for each in record(book).course.instalments)


def another(book: Book, **changed: Any) -> int:
    """Another loan, its terms changed."""
    terms: LoanTerms = replace(jiebei_terms(), **changed)
    return book.write(add_loan, **LOAN, terms=terms)


def refused(book: Book, error: type[PlannerError], field: str, action: Callable[..., Any], **values: Any) -> Any:
    before = book.dump()
    with pytest.raises(error) as caught:
        book.write(action, **values)
    assert caught.value.field == field
    assert book.dump() == before
    return caught.value.values


def change_and_undo(book: Book, action: Callable[..., Any], **values: Any) -> Any:
    """Does it, takes it back, does it again."""
    before = book.dump()
    result = book.write(action, **values)
    after = book.dump()
    assert after != before
    assert book.undo() == action.__name__
    assert book.dump() == before
    assert book.redo() == action.__name__
    assert book.dump() == after
    return result


def test_principal_paid_back_early_makes_the_rest_smaller(book: Book) -> None:
    agreed = payments(book)
    number = change_and_undo(book, prepay_loan, **PREPAY, fee_fen=500, note=" 年终奖 ")
    found = view(book)
    assert [row.payment_fen for row in found.schedule[:3]] == agreed[:3]
    assert found.schedule[3].payment_fen < agreed[3]
    assert len(found.schedule) == 12
    assert (found.schedule[2].prepaid_fen, found.outstanding_fen) == (300_000, LEFT - 300_000)
    paid = found.repayments[-1]
    assert (paid.id, paid.prepays, paid.amount_fen, paid.principal_fen) == (number, LOWER, 300_500, 300_000)
    assert (paid.penalty_fen, paid.note) == (500, "年终奖")
    assert principal_in_all(book) == 1_000_000


def test_principal_paid_back_early_ends_the_loan_sooner(book: Book) -> None:
    agreed = payments(book)
    book.write(prepay_loan, **(PREPAY | {"mode": SHORTER}))
    now = payments(book)
    assert now[3:-1] == agreed[3 : len(now) - 1]
    assert len(now) < 12
    assert principal_in_all(book) == 1_000_000


@pytest.mark.parametrize("mode", PrepayMode)
@pytest.mark.parametrize("paid_on", [date(2026, 3, 15), date(2026, 3, 20)], ids=["due day", "between"])
def test_with_all_principal_paid_back_early_the_loan_is_over(tmp_path: Path, paid_on: date, mode: PrepayMode) -> None:
    """Whatever was to become of the rest: there is none, and nothing waits for the days it would have had."""
    (tmp_path / "over").mkdir()
    book = new_book(tmp_path / "over")
    with_jiebei(book, paid=1)
    second = view(book, paid_on).schedule[1]
    book.write(record_repayment, loan_id=1, paid_on=paid_on, amount_fen=second.payment_fen)
    owed = view(book, paid_on).owed
    assert owed is not None
    book.write(prepay_loan, loan_id=1, paid_on=paid_on, principal_fen=owed.principal_fen, mode=mode)
    shown = view(book, paid_on)
    assert (len(shown.schedule), shown.open_fen) == (3, owed.accrued_fen)
    if shown.open_fen:
        book.write(record_repayment, loan_id=1, paid_on=paid_on, amount_fen=shown.open_fen)
    shown = view(book, paid_on)
    late = paid_on > second.due_on
    assert (shown.was_late, shown.record_clears_on) == (late, add_months(paid_on, 60) if late else None)
    with pytest.raises(AlreadyClosed) as refused:
        book.read(settling, loan_id=1, on=paid_on, today=paid_on)
    assert refused.value.values == {"closed_on": paid_on}
    book.close()


def test_what_the_contract_refuses_is_refused(book: Book) -> None:
    never = another(book, prepay=PrepayTerms(allowed=False))
    whole = another(book, prepay=PrepayTerms(partial_allowed=False))
    any_time = another(book, method=RepaymentMethod.REVOLVING)
    early = PREPAY | {"paid_on": date(2026, 2, 1)}
    refused(book, PrepayNotAllowed, "principal", prepay_loan, **(early | {"loan_id": never}))
    told = refused(book, PrepaidOnlyWhole, "principal", prepay_loan, **(early | {"loan_id": whole}))
    assert told == {"left_fen": 1_000_000}
    refused(book, RepaidAnyTime, "principal", prepay_loan, **(early | {"loan_id": any_time}))
    book.write(prepay_loan, **(early | {"loan_id": whole, "principal_fen": 1_000_000}))
    assert record(book, whole).course.outstanding_fen(DAY) == 0


def test_no_more_is_paid_back_early_than_is_owed_and_nothing_while_something_is_overdue(book: Book) -> None:
    assert record(book).owed_on(DAY).principal_fen == LEFT
    told = refused(book, OutOfRange, "principal", prepay_loan, **(PREPAY | {"principal_fen": LEFT + 1}))
    assert told == {"low": 0, "high": LEFT}
    refused(book, MustBePositive, "principal", prepay_loan, **(PREPAY | {"principal_fen": 0}))
    refused(book, OutOfRange, "fee", prepay_loan, **PREPAY, fee_fen=-1)
    refused(book, BeforeOpening, "paid_on", prepay_loan, **(PREPAY | {"paid_on": date(2026, 1, 14)}))
    refused(book, NoSuchRow, "loan", prepay_loan, **(PREPAY | {"loan_id": 9}))
    told = refused(book, OverdueFirst, "principal", prepay_loan, **(PREPAY | {"paid_on": date(2026, 4, 16)}))
    assert told == {"overdue_fen": 90_041}
    book.write(record_repayment, loan_id=1, paid_on=DAY, amount_fen=850_000, closes=True)
    refused(book, AlreadyClosed, "principal", prepay_loan, **PREPAY)


def test_an_earlier_prepayment_cannot_take_what_a_later_one_paid(book: Book) -> None:
    book.write(prepay_loan, **(PREPAY | {"principal_fen": 700_000}))
    earlier = PREPAY | {"paid_on": date(2026, 3, 16), "principal_fen": 400_000}
    before = book.dump()
    with pytest.raises(PlannerError):
        book.write(prepay_loan, **earlier)
    assert book.dump() == before
    book.write(prepay_loan, **(earlier | {"principal_fen": 100_000}))
    assert principal_in_all(book) == 1_000_000
    assert record(book).course.outstanding_fen(DAY) == LEFT - 800_000


def test_a_prepayment_is_corrected_split_and_deleted_like_any_repayment(book: Book) -> None:
    agreed = payments(book)
    number = book.write(prepay_loan, **PREPAY, fee_fen=500)
    refused(book, MustBePositive, "amount", correct_repayment, repayment_id=number, paid_on=DAY, amount_fen=500,
            penalty_fen=500)  # fmt: skip
    change_and_undo(book, correct_repayment, repayment_id=number, paid_on=DAY, amount_fen=200_000)
    assert view(book).outstanding_fen == LEFT - 200_000
    refused(book, OutOfRange, "amount", split_repayment, repayment_id=number, amount_fen=200_000, line_id=1)
    change_and_undo(book, split_repayment, repayment_id=number, amount_fen=199_999, line_id=1)
    assert view(book).outstanding_fen == LEFT - 1
    change_and_undo(book, delete_repayment, repayment_id=number)
    assert payments(book) == agreed


def test_terms_that_a_prepayment_contradicts_are_refused(book: Book) -> None:
    book.write(prepay_loan, **(PREPAY | {"principal_fen": 700_000}))
    terms = jiebei_terms(principal_fen=800_000)
    told = refused(book, PaidBeyondSchedule, "principal", edit_loan, loan_id=1, **LOAN, terms=terms)
    assert told["surplus_fen"] > 0


def test_a_change_of_rate_is_corrected_and_deleted(book: Book) -> None:
    agreed = payments(book)
    number = book.write(change_rate, loan_id=1, on=DAY, rate=CHEAPER)
    other = book.write(change_rate, loan_id=1, on=date(2026, 6, 1), rate=CHEAPER)
    found = view(book, date(2026, 6, 2)).changes
    assert [(each.id, each.on, each.rate) for each in found.rates] == [
        (number, DAY, CHEAPER),
        (other, date(2026, 6, 1), CHEAPER),
    ]
    values = {"change_id": number, "on": DAY, "rate": CHEAPER}
    refused(book, AlreadyThere, "on", correct_rate_change, **(values | {"on": date(2026, 6, 1)}))
    refused(book, BeforeOpening, "on", correct_rate_change, **(values | {"on": date(2026, 1, 15)}))
    refused(book, NoSuchRow, "rate", correct_rate_change, **(values | {"change_id": 9}))
    refused(book, NoSuchRow, "rate", delete_rate_change, change_id=9)
    dearer = Rate(Decimal("0.0005"), RatePeriod.DAILY)
    change_and_undo(book, correct_rate_change, **(values | {"rate": dearer}))
    assert payments(book)[3] > agreed[3]
    change_and_undo(book, delete_rate_change, change_id=number)
    change_and_undo(book, delete_rate_change, change_id=other)
    assert payments(book) == agreed


def test_an_extension_gives_more_time_and_is_taken_back(book: Book) -> None:
    agreed = payments(book)
    values = {"loan_id": 1, "on": DAY, "periods": 6}
    number = change_and_undo(book, extend_loan, **values)
    found = view(book)
    assert len(found.schedule) == 18
    assert [row.payment_fen for row in found.schedule[:3]] == agreed[:3]
    assert [(each.id, each.on, each.periods) for each in found.changes.extensions] == [(number, DAY, 6)]
    refused(book, AlreadyThere, "on", extend_loan, **values)
    refused(book, OutOfRange, "on", extend_loan, **(values | {"on": date(2026, 1, 14)}))
    refused(book, OutOfRange, "on", extend_loan, **(values | {"on": date(2027, 6, 16)}))
    told = refused(book, OutOfRange, "periods", extend_loan, **(values | {"on": date(2026, 5, 1), "periods": 463}))
    assert told == {"low": 1, "high": 462}
    refused(book, OutOfRange, "periods", extend_loan, **(values | {"on": date(2026, 5, 1), "periods": 0}))
    refused(book, NoSuchRow, "loan", extend_loan, **(values | {"loan_id": 9}))
    refused(book, NoSuchRow, "periods", delete_extension, extension_id=9)
    change_and_undo(book, delete_extension, extension_id=number)
    assert payments(book) == agreed


def test_a_loan_due_in_one_sum_is_extended_until_it_falls_due(book: Book) -> None:
    number = another(book, method=RepaymentMethod.BULLET, periods=6)
    book.write(extend_loan, loan_id=number, on=date(2026, 7, 15), periods=3)
    book.write(extend_loan, loan_id=number, on=date(2026, 10, 1), periods=2)
    (row,) = record(book, number).course.instalments
    assert row.row.due_on == date(2026, 12, 15)
    refused(book, OutOfRange, "on", extend_loan, loan_id=number, on=date(2026, 12, 16), periods=1)


def test_the_lender_s_own_figures_stand_until_they_are_taken_back(book: Book) -> None:
    agreed = payments(book)
    third = view(book).schedule[2]
    own: dict[str, Any] = {
        "loan_id": 1,
        "number": 3,
        "due_on": date(2026, 4, 16),
        "principal_fen": third.principal_fen - 1,
        "interest_fen": third.interest_fen + 1,
    }
    change_and_undo(book, overwrite_row, **own)
    found = view(book)
    assert [row.own for row in found.schedule] == [number == 3 for number in range(1, 13)]
    assert (found.schedule[2].due_on, found.schedule[2].payment_fen) == (date(2026, 4, 16), agreed[2])
    assert principal_in_all(book) == 1_000_000
    change_and_undo(book, overwrite_row, **own, fee_fen=300)
    assert view(book).schedule[2].fee_fen == 300
    assert len(view(book).changes.own_rows) == 1
    refused(book, NoSuchRow, "number", restore_row, loan_id=1, number=4)
    change_and_undo(book, restore_row, loan_id=1, number=3)
    assert payments(book) == agreed


def test_own_figures_never_make_the_principal_more_or_less_than_the_loan(book: Book) -> None:
    last = view(book).schedule[-1]
    own: dict[str, Any] = {"loan_id": 1, "number": 12, "due_on": last.due_on, "interest_fen": 5}
    for principal_fen in (last.principal_fen - 1, last.principal_fen + 1):
        told = refused(book, OutOfRange, "principal", overwrite_row, **own, principal_fen=principal_fen)
        assert told == {"low": last.principal_fen, "high": last.principal_fen}
    good = own | {"principal_fen": last.principal_fen}
    refused(book, OutOfRange, "interest", overwrite_row, **(good | {"interest_fen": -1}))
    refused(book, OutOfRange, "fee", overwrite_row, **good, fee_fen=-1)
    refused(book, OutOfRange, "due_on", overwrite_row, **(good | {"due_on": date(2026, 12, 15)}))
    refused(book, OutOfRange, "due_on", overwrite_row, **(good | {"due_on": date.max}))
    refused(book, NoSuchRow, "number", overwrite_row, **(good | {"number": 13}))
    refused(book, NoSuchRow, "loan", overwrite_row, **(good | {"loan_id": 9}))
    any_time = another(book, method=RepaymentMethod.REVOLVING)
    refused(book, RepaidAnyTime, "number", overwrite_row, **(good | {"loan_id": any_time, "number": 1}))
    book.write(overwrite_row, **good)
    # what then changes the balance of the last instalment is refused until its figures are taken back
    told = refused(book, OwnFiguresMisfit, "principal", prepay_loan, **PREPAY)
    assert told == {"number": 12}
    refused(book, OwnFiguresMisfit, "rate", change_rate, loan_id=1, on=DAY, rate=CHEAPER)
    shorter = jiebei_terms(periods=11)
    refused(book, OwnFiguresMisfit, "principal", edit_loan, loan_id=1, **LOAN, terms=shorter)
    book.write(restore_row, loan_id=1, number=12)
    book.write(prepay_loan, **PREPAY)


def test_all_terms_are_kept(book: Book) -> None:
    from planner.core import terms as t

    terms = replace(
        jiebei_terms(), due_day_policy=t.DueDayPolicy.AFTER_STATEMENT, due_day=25, days_after_statement=10,
        fee_basis=t.FeeBasis.TOTAL, flat_fee_rate=Decimal("0.045"), holiday_shift=t.HolidayShift.NEXT_WORKDAY,
        shift_accrues=True, remainder_in=t.RemainderIn.FIRST, least_days=0,
        penalty=t.PenaltyTerms(t.PenaltyBase.ALL_PRINCIPAL, Decimal("1.3"), Decimal("0.00065"), True, True),
        prepay=PrepayTerms(False, False, t.PrepayFee.STEPS, Decimal("0.01"), ((0, Decimal("0.03")), (12, Decimal(0)))),
    )  # fmt: skip
    number = book.write(add_loan, **LOAN, terms=terms)
    assert record(book, number).terms == terms
    book.write(edit_loan, loan_id=number, **LOAN, terms=jiebei_terms())
    assert record(book, number).terms == jiebei_terms()
    book.write(edit_loan, loan_id=number, **LOAN, terms=terms)
    assert record(book, number).terms == terms
    found = loan_view(book.reader, loan_id=number, today=date(2026, 12, 31))
    assert found is not None
    assert found.unknown_years == (2027,)


def test_several_rows_of_the_lender_stand_at_once_or_not_at_all(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    with_jiebei(book)
    first = OwnRow(1, date(2026, 2, 16), 77_000, 13_000, 0)
    second = OwnRow(2, date(2026, 3, 15), 80_000, 10_100, 0)
    change_and_undo(book, enter_lender_rows, loan_id=1, rows=[second, first])
    kept = [(row.number, row.due_on, row.principal_fen) for row in view(book).schedule[:2]]
    assert kept == [(1, first.due_on, 77_000), (2, second.due_on, 80_000)]
    before = book.dump()
    with pytest.raises(OutOfRange) as told:
        book.write(enter_lender_rows, loan_id=1, rows=[first, replace(second, principal_fen=9_999_999)])
    assert (told.value.field, told.value.values["number"]) == ("principal", 2)
    assert book.dump() == before
    book.close()
