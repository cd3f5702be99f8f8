"""What an explanation says comes to the very number that is shown, for random loans with events and repayments."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.events import Event, Extension, OwnRow, PrepayMode, RateChange
from planner.core.explained import RowOrigin, explain_instalment
from planner.core.money import divide_half_up, format_fen
from planner.core.overdue import penalties
from planner.core.repayments import LoanCourse, Repayment, course, paid_parts
from planner.core.settlement import owed_on, owed_parts
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    FeeBasis,
    HolidayShift,
    LoanTerms,
    PenaltyBase,
    PenaltyTerms,
    PrepayFee,
    PrepayTerms,
    Rate,
    RatePeriod,
    RemainderIn,
    RepaymentMethod,
)
from planner.wording.explained import (
    fee_formula,
    interest_formulas,
    penalty_formulas,
    principal_formula,
    size_formula,
)

rates = st.sampled_from((Decimal("0.0004"), Decimal("0.00015"), Decimal("0.000213"), Decimal(0)))
days_on = st.integers(0, 500)


@st.composite
def contracts(draw: st.DrawFn) -> LoanTerms:
    """A contract with any of the switches."""
    flat = draw(st.booleans())
    return LoanTerms(
        principal_fen=(principal := draw(st.integers(10_000, 5_000_000))),
        received_fen=principal,
        method=draw(st.sampled_from(RepaymentMethod)),
        accrual=draw(st.sampled_from(Accrual)),
        rate=Rate(draw(rates), RatePeriod.DAILY),
        day_count=DayCountBasis.NONE,
        drawn_on=date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 400))),
        periods=draw(st.sampled_from((1, 3, 6, 12))),
        flat_fee_rate=Decimal("0.006") if flat else Decimal(0),
        fee_basis=draw(st.sampled_from(FeeBasis)),
        holiday_shift=draw(st.sampled_from(HolidayShift)),
        shift_accrues=draw(st.booleans()),
        remainder_in=draw(st.sampled_from(RemainderIn)),
        penalty=PenaltyTerms(
            base=draw(st.sampled_from(PenaltyBase)),
            compounds=draw(st.booleans()),
            replaces_interest=draw(st.booleans()),
        ),
        prepay=PrepayTerms(
            fee=draw(st.sampled_from(PrepayFee)),
            rate=Decimal("0.5"),
            steps=((0, Decimal("0.03")), (6, Decimal("0.01"))),
        ),
    )


@st.composite
def loans(draw: st.DrawFn) -> tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None]:
    """A contract, what changed its plan, what was paid, a day to stand on, and the day it was closed."""
    terms = draw(contracts())
    start = terms.drawn_on
    events: list[Event] = []
    for after, value in draw(st.lists(st.tuples(days_on, rates), max_size=2)):
        events.append(RateChange(start + timedelta(days=after), Rate(value, RatePeriod.DAILY)))
    for after in draw(st.lists(days_on, max_size=1)):
        events.append(Extension(start + timedelta(days=after), 3))
    for number in draw(st.lists(st.integers(1, 6), max_size=1)):
        due = start + timedelta(days=31 * number)
        events.append(OwnRow(number, due, draw(st.integers(0, 90_000)), draw(st.integers(0, 9_000)), 12))
    paid = []
    for at, (after, fen) in enumerate(draw(st.lists(st.tuples(days_on, st.integers(200, 900_000)), max_size=8))):
        prepays = draw(st.sampled_from((None, None, None, *PrepayMode)))
        if terms.method is RepaymentMethod.REVOLVING:
            prepays = None
        penalty = draw(st.sampled_from((0, 0, 37)))
        paid.append(Repayment(at + 1, start + timedelta(days=after), fen, penalty, prepays))
    on = start + timedelta(days=draw(st.integers(0, 700)))
    known = tuple(sorted((each for each in paid if each.paid_on <= on), key=lambda each: (each.paid_on, each.id)))
    closes = known and draw(st.sampled_from((False, False, True)))
    return terms, tuple(events), known, on, known[-1].paid_on if closes else None


def half_up(exact: Fraction) -> int:
    return divide_half_up(exact.numerator, exact.denominator)


@settings(max_examples=400)
@given(loans())
def test_the_parts_of_every_row_come_to_the_row(
    loan: tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None],
) -> None:
    terms, events, paid, _, closed_on = loan
    gone = course(terms, paid, events, closed_on)
    for each in gone.instalments:
        found = explain_instalment(terms, paid, events, gone, each.row.number)
        assert found is not None
        assert found.row == each.row
        assert found.interest_fen == each.row.interest_fen
        assert found.principal_fen == each.row.principal_fen
        if found.origin is RowOrigin.CONTRACT:
            assert sum((one.end - one.start).days for one in found.slices) == (each.row.days if found.slices else 0)
            if found.fee is not None and found.fee.parts == 1:
                assert found.fee.whole_fen == each.row.fee_fen
        for one in found.slices:
            assert 0 <= one.balance_fen <= terms.principal_fen


@settings(max_examples=400)
@given(loans())
def test_the_parts_of_what_is_owed_come_to_it(
    loan: tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None],
) -> None:
    terms, events, paid, on, _ = loan
    found, owed = owed_parts(terms, paid, on, events), owed_on(terms, paid, on, events)
    assert found.owed() == owed
    rows = sum(each.principal_fen + each.interest_fen + each.fee_fen for each in (*found.due, *found.later))
    accrued = 0
    if found.accrued is not None:
        exact = [each.exact for each in found.accrued.slices]
        each_by_itself = found.accrued.each_rounded
        interest = sum(map(half_up, exact)) if each_by_itself else half_up(sum(exact, Fraction(0)))
        if found.accrued.slices:
            assert interest == found.accrued.interest_fen
        accrued = max(found.accrued.interest_fen - found.accrued.paid_fen, 0)
    early = 0 if found.early is None else half_up(found.early.principal_fen * found.early.share)
    penalty = max(sum(each.row.penalty_fen for each in found.late) - found.paid_penalty_fen, 0)
    assert rows + accrued + early + penalty == owed.total_fen


@settings(max_examples=400)
@given(loans())
def test_the_spans_of_every_penalty_come_to_it(
    loan: tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None],
) -> None:
    terms, events, paid, on, _ = loan
    for each in penalties(terms, paid, on, events):
        for one in each.slices:
            assert each.row.due_on <= one.start < one.end <= on
            assert one.exact == one.base_fen * one.daily_rate * (one.end - one.start).days
        exact = [one.exact for one in each.slices]
        fen = sum(map(half_up, exact)) if terms.penalty.compounds else half_up(sum(exact, Fraction(0)))
        assert fen == each.row.penalty_fen


@settings(max_examples=400)
@given(loans())
def test_what_a_repayment_paid_comes_to_it(
    loan: tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None],
) -> None:
    terms, events, paid, _, closed_on = loan
    gone: LoanCourse = course(terms, paid, events, closed_on)
    sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for part in paid_parts(terms, paid, events, closed_on):
        for at, fen in enumerate((part.interest_fen, part.fee_fen, part.principal_fen)):
            sums[part.repayment_id][at] += fen
    for each in gone.allocations:
        assert sums[each.repayment.id] == [each.interest_fen, each.fee_fen, each.principal_fen]
        whole = sum(sums[each.repayment.id]) + each.repayment.penalty_fen + each.surplus_fen
        assert whole == max(each.repayment.amount_fen, each.repayment.penalty_fen)


def worth(formula: str) -> Fraction:
    """What a formula comes to as it is written, in yuan: `4,337.20 × 0.04% × 31 days`."""
    text = re.sub(r" (days?|months)\b", "", formula.replace(",", ""))
    for sign, meaning in (("×", "*"), ("÷", "/"), ("−", "-"), ("^", "**")):
        text = text.replace(sign, meaning)
    text = re.sub(r"([\d.]+)%", r"(\1/100)", text)
    return Fraction(eval(re.sub(r"\d[\d.]*", lambda number: f"F('{number[0]}')", text), {"F": Fraction}))


@settings(max_examples=300)
@given(loans())
def test_a_formula_comes_to_what_it_says(
    loan: tuple[LoanTerms, tuple[Event, ...], tuple[Repayment, ...], date, date | None],
) -> None:
    terms, events, paid, on, closed_on = loan
    gone = course(terms, paid, events, closed_on)
    for each in gone.instalments:
        found = explain_instalment(terms, paid, events, gone, each.row.number)
        assert found is not None
        for line in interest_formulas(terms, found.slices, each.row.interest_fen, each=found.each_rounded):
            check(line)
        if len(found.slices) == 1 and not found.each_rounded:
            shown = interest_formulas(terms, found.slices, each.row.interest_fen, each=False)
            assert shown[-1].endswith(f" {format_fen(each.row.interest_fen)}")
        if found.origin is RowOrigin.CONTRACT:
            check(principal_formula(found))
            if found.fee is not None:
                check(fee_formula(found.fee, each.row.fee_fen).partition(";")[0])
            if found.size is not None and len(set(found.size.rates)) == 1:
                left, right = re.split(" [≈=] ", size_formula(terms, found.size), maxsplit=1)
                solved = Fraction(right.rpartition(" ")[2].replace(",", ""))
                assert abs(worth(left) - solved) < Fraction(1, 50)
            assert principal_formula(found).endswith(format_fen(each.row.principal_fen))
    for late in penalties(terms, paid, on, events):
        lines = penalty_formulas(terms, late.slices, late.row.penalty_fen)
        for line in lines:
            check(line)
        if lines:
            assert lines[-1].endswith(f" {format_fen(late.row.penalty_fen)}")


def check(line: str) -> None:
    """The left side is the right one to the decimals shown; what is rounded follows from it half-up."""
    if line == "…" or "together" in line or " = " not in line:
        return
    left, right = line.split(" = ")
    exact, _, rounded = right.partition(" ≈ ")
    shown = Fraction(exact.replace(",", ""))
    decimals = len(exact.partition(".")[2])
    assert abs(worth(left) - shown) <= Fraction(1, 2 * 10**decimals), line
    if rounded:
        assert abs(worth(left) - Fraction(rounded.replace(",", ""))) <= Fraction(1, 200), line
