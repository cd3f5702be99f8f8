"""What is owed on a line: the open rest of its statement and what was bought since, to the fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from planner.core.facts import ChargeFact, LineFact, LineKind, PaymentFact, RowKind, RowRef, StatementFact
from planner.core.line_balance import LineBalance, line_balance, next_bill_due

Move = tuple[date, int]


def line(statements: Sequence[Move], payments: Sequence[Move] = (), charges: Sequence[Move] = ()) -> LineFact:
    return LineFact(
        ref=RowRef(RowKind.LINE, 1),
        name="花呗",
        lender_id=1,
        kind=LineKind.PAY_LATER,
        opened_on=date(2024, 1, 1),
        closed_on=None,
        limits=(),
        statements=tuple(
            StatementFact(RowRef(RowKind.STATEMENT, at), on, on, fen, None) for at, (on, fen) in enumerate(statements)
        ),
        payments=tuple(PaymentFact(RowRef(RowKind.REPAYMENT, at), on, fen) for at, (on, fen) in enumerate(payments)),
        charges=tuple(ChargeFact(RowRef(RowKind.TRANSACTION, at), on, fen) for at, (on, fen) in enumerate(charges)),
    )


def parts(balance: LineBalance | None) -> tuple[int, int] | None:
    return None if balance is None else (balance.billed_fen, balance.unbilled_fen)


BILLED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("payments", "charges", "expected"),
    [
        ([], [], (124_618, 0)),
        ([(BILLED, 5_000)], [(BILLED, 7_000)], (124_618, 0)),  # the statement's own day is in the statement
        ([(date(2026, 11, 8), 24_618)], [(date(2026, 11, 2), 300)], (100_000, 300)),
        ([(date(2026, 11, 8), 124_618)], [(date(2026, 11, 24), 8_640)], (0, 8_640)),
        ([(date(2026, 11, 8), 130_000)], [(date(2026, 11, 24), 8_640)], (0, 3_258)),  # paid beyond the statement
        ([(date(2026, 11, 8), 999_999)], [(date(2026, 11, 24), 8_640)], (0, 0)),
        ([], [(date(2026, 11, 25), 100)], (124_618, 0)),  # tomorrow's purchase is not known
        ([], [(date(2026, 11, 3), 500), (date(2026, 11, 4), -500)], (124_618, 0)),  # bought and sent back
        ([], [(date(2026, 11, 4), -500)], (124_118, 0)),  # a refund of what the statement holds
        ([], [(date(2026, 11, 3), 300), (date(2026, 11, 4), -500)], (124_418, 0)),  # partly of what was bought since
        (
            [],
            [(date(2026, 11, 4), -500), (date(2026, 11, 9), 700)],
            (124_118, 700),
        ),  # not of a later one
        ([(date(2026, 11, 8), 124_618)], [(date(2026, 11, 9), -500), (date(2026, 11, 10), 700)], (0, 200)),  # a credit
        ([(date(2026, 11, 8), 124_618)], [(date(2026, 11, 9), -500)], (0, 0)),  # which shows as nothing owed
    ],
)
def test_a_statement_and_what_came_after(
    payments: list[tuple[date, int]], charges: list[tuple[date, int]], expected: tuple[int, int]
) -> None:
    assert parts(line_balance(line([(BILLED, 124_618)], payments, charges), date(2026, 11, 24))) == expected


def test_a_credit_on_the_statement_pays_the_purchases_since() -> None:
    assert parts(line_balance(line([(BILLED, -2_000)], [], [(date(2026, 11, 3), 5_000)]), date(2026, 11, 24))) == (
        0,
        3_000,
    )


def test_without_a_statement_the_purchases_run_from_nothing() -> None:
    own = line([], [(date(2026, 9, 8), 9_999), (date(2026, 11, 8), 4_000)], [
        (date(2026, 9, 1), 3_000), (date(2026, 10, 5), 4_000), (date(2026, 10, 6), 1_000), (date(2026, 10, 9), -1_000),
        (date(2026, 11, 20), 2_500),
    ])  # fmt: skip
    on = {day: parts(line_balance(own, day)) for day in (
        date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 6), date(2026, 10, 31),
        date(2026, 11, 8), date(2026, 11, 24))}  # fmt: skip
    assert list(on.values()) == [None, (0, 3_000), (0, 0), (0, 5_000), (0, 4_000), (0, 0), (0, 2_500)]


def test_a_refund_leaves_a_credit_where_its_purchase_was_paid() -> None:
    bought, paid, back, again = (date(2026, 11, day) for day in (1, 2, 3, 4))
    own = line([], [(paid, 10_000)], [(bought, 10_000), (back, -10_000), (again, 14_000)])
    assert [parts(line_balance(own, day)) for day in (paid, back, again)] == [(0, 0), (0, 0), (0, 4_000)]
    # a payment cannot enlarge a credit
    more = replace(own, payments=(*own.payments, PaymentFact(RowRef(RowKind.REPAYMENT, 9), back, 7_000)))
    assert parts(line_balance(more, again)) == (0, 4_000)


def test_a_refund_of_what_is_not_on_record_leaves_none() -> None:
    ref = RowRef(RowKind.TRANSACTION, 1)
    stray = ChargeFact(ref, date(2026, 11, 3), -10_000, stray=True)
    own = replace(line([]), charges=(ChargeFact(ref, BILLED, 3_000), stray, ChargeFact(ref, date(2026, 11, 4), 5_000)))
    assert [parts(line_balance(own, date(2026, 11, day))) for day in (1, 3, 4)] == [(0, 3_000), (0, 0), (0, 5_000)]
    assert line_balance(replace(own, charges=(stray,)), date(2026, 11, 4)) is None


def test_a_purchase_and_a_payment_of_one_day_meet() -> None:
    own = line([], [(date(2026, 9, 1), 3_000)], [(date(2026, 9, 1), 3_000)])
    assert parts(line_balance(own, date(2026, 9, 1))) == (0, 0)


def test_nothing_on_record_is_not_known() -> None:
    assert line_balance(line([]), BILLED) is None
    assert line_balance(line([], [(BILLED, 500)]), BILLED) is None


def test_what_is_not_billed_is_expected_a_month_on() -> None:
    assert next_bill_due(8, date(2026, 11, 24)) == date(2026, 12, 8)
    assert next_bill_due(31, date(2027, 1, 31)) == date(2027, 2, 28)
    assert next_bill_due(None, date(2026, 11, 24)) == date(2026, 12, 24)
