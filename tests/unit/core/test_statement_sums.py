"""What a file sums to, and which of its repayments failed."""

from __future__ import annotations

from datetime import datetime

from planner.core.statement_rows import DebtKind
from planner.core.statement_sums import DebtEvent, FailedRepayment, StatementSums, failed_repayments

FAILED, PAID = DebtKind.FAILED_REPAYMENT, DebtKind.REPAYMENT


def day(number: int) -> datetime:
    return datetime(2026, 11, number, 9)


def found(*events: tuple[int, DebtKind, int, str]) -> tuple[FailedRepayment, ...]:
    rows = tuple(DebtEvent(day(at), fen, kind, key, f"花呗 | 自动还款 | {kind}") for at, kind, fen, key in events)
    return failed_repayments(StatementSums({}, None, None, rows))


def test_tries_of_one_amount_are_one_failure() -> None:
    each = FailedRepayment("花呗", "huabei", 131000, day(9), day(11), 3)
    assert found((11, FAILED, 131000, "huabei"), (10, FAILED, 131000, "huabei"), (9, FAILED, 131000, "huabei")) == (
        each,
    )


def test_a_later_repayment_of_as_much_settles_it() -> None:
    paid = found((9, FAILED, 131000, "huabei"), (10, PAID, 131000, "huabei"))
    assert paid == (FailedRepayment("花呗", "huabei", 131000, day(9), day(9), 1, paid_at=day(10)),)
    for other in ((10, PAID, 130999, "huabei"), (10, PAID, 131000, "jiebei"), (8, PAID, 131000, "huabei")):
        assert [each.paid_at for each in found((9, FAILED, 131000, "huabei"), other)] == [None]


def test_the_same_amount_fails_again_next_month() -> None:
    twice = found((2, FAILED, 500, "huabei"), (3, PAID, 500, "huabei"), (20, FAILED, 500, "huabei"))
    assert [(each.last, each.paid_at) for each in twice] == [(day(20), None), (day(2), day(3))]


def test_one_repayment_settles_one_amount_its_own_first() -> None:
    failed = ((1, FAILED, 500, "huabei"), (2, FAILED, 300, "huabei"))
    once = found(*failed, (3, PAID, 500, "huabei"))
    assert {each.amount_fen: each.paid_at for each in once} == {500: day(3), 300: None}
    once = found(*failed, (3, PAID, 300, "huabei"), (4, PAID, 499, "huabei"))
    assert {each.amount_fen: each.paid_at for each in once} == {500: None, 300: day(3)}


def test_what_has_no_product_is_known_by_its_name() -> None:
    assert [each.paid_at for each in found((2, FAILED, 500, ""), (3, PAID, 500, ""))] == [day(3)]
