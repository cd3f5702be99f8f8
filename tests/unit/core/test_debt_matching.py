"""Which debt a row belongs to: by product, amount and day, with a reason; never sure where two fit equally."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.debt_matching import DebtProposal, DebtRow, EnteredPayment, affinity, debt_proposals
from planner.core.debt_targets import Fit, LineDebt, LoanDebt
from planner.core.facts import LineFact, LineKind, PaymentFact, RowKind, RowRef, StatementFact
from planner.core.repayments import Repayment
from planner.core.settlement import owed_on
from planner.core.statement_rows import DebtKind
from planner.core.terms import Rate, RatePeriod, RepaymentMethod
from tests.books import jiebei_terms

TERMS = jiebei_terms()
DUE = date(2026, 2, 15)
FEN = 90041


def loan(
    number: int = 1, *, paid: int = 0, name: str = "借呗 · 装修", product: str = "jiebei", **more: object
) -> LoanDebt:
    repayments = tuple(Repayment(at, date(2026, at + 1, 15), FEN) for at in range(1, paid + 1))
    terms = replace(TERMS, received_fen=1, **more)  # type: ignore[arg-type]
    return LoanDebt(RowRef(RowKind.LOAN, number), name, product, "蚂蚁消费金融", terms, repayments)


def row(
    on: date = DUE, fen: int = FEN, product: str = "jiebei", words: str = "借呗 借呗还款", number: int = 1
) -> DebtRow:
    return DebtRow(number, DebtKind.REPAYMENT, on, fen, product, words)


def line(
    kind: LineKind = LineKind.CARD, product: str = "credit_card", number: int = 1, name: str = "招商银行信用卡"
) -> LineDebt:
    statement = StatementFact(RowRef(RowKind.STATEMENT, 1), date(2026, 2, 5), date(2026, 2, 23), 500_000, 25_000)
    fact = LineFact(RowRef(RowKind.LINE, number), name, 1, kind, date(2024, 1, 1), None, (), (statement,), ())
    return LineDebt(fact, product, "招商银行")


def only(*found: DebtProposal) -> tuple[Fit, bool]:
    (each,) = found
    return each.targets[0].fit, each.sure


def propose(each: DebtRow, *loans: LoanDebt, **more: object) -> DebtProposal:
    return debt_proposals([each], loans, more.pop("lines", ()), **more)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("off", [-10, -2, 0, 2, 10])
def test_an_instalment_is_settled_with_its_split(off: int) -> None:
    found = propose(row(DUE + timedelta(days=off)), loan())
    assert only(found) == (Fit.INSTALMENT, True)
    (part,) = found.targets[0].parts
    assert (part.interest_fen, part.principal_fen) == (12400, 77641)
    assert [(each.number, each.periods, each.due_on) for each in part.settles] == [(1, 12, DUE)]


def test_far_from_its_day_or_after_open_ones_it_is_not_sure() -> None:
    assert only(propose(row(DUE - timedelta(days=20)), loan())) == (Fit.ANOTHER_DAY, False)
    assert only(propose(row(date(2026, 4, 16)), loan())) == (Fit.AFTER_OTHERS, False)


def test_two_loans_that_fit_equally_are_the_users_choice() -> None:
    found = propose(row(), loan(1), loan(2))
    assert only(found) == (Fit.INSTALMENT, False)
    assert [each.parts[0].account.id for each in found.targets] == [1, 2]
    # the later row of the same loans is no surer before that choice
    second = debt_proposals([row(), row(date(2026, 3, 15), number=2)], [loan(1), loan(2)], ())[1]
    assert not second.sure


def test_several_loans_are_repaid_in_one_row() -> None:
    other = loan(2, principal_fen=500_000)
    fen = FEN + other.course_by(DUE).instalments[0].row.payment_fen
    found = propose(row(fen=fen), loan(1), other, loan(3, principal_fen=300_000))
    assert only(found) == (Fit.SEVERAL, True)
    assert [part.account.id for part in found.targets[0].parts] == [1, 2]
    assert sum(part.fen for part in found.targets[0].parts) == fen


def test_arrears_with_what_lateness_cost() -> None:
    on = DUE + timedelta(days=40)
    owed = owed_on(TERMS, (), on)
    assert owed.penalty_fen
    found = propose(row(on, owed.due_fen), loan())
    assert only(found) == (Fit.ARREARS, True)
    (part,) = found.targets[0].parts
    assert (part.penalty_fen, [each.number for each in part.settles]) == (owed.penalty_fen, [1, 2])
    assert only(propose(row(date(2026, 3, 15), 2 * FEN), loan())) == (Fit.ARREARS, True)


def test_the_payoff_of_that_day_closes_the_loan() -> None:
    on = date(2026, 2, 20)
    found = propose(row(on, owed_on(TERMS, loan(paid=1).repayments, on).total_fen), loan(paid=1))
    assert only(found) == (Fit.PAYOFF, True)
    assert found.targets[0].parts[0].closes
    assert found.targets[0].parts[0].principal_fen == 922_359


def test_less_and_more_are_weak_and_too_much_is_nothing() -> None:
    assert only(propose(row(fen=100), loan())) == (Fit.PART, False)
    assert only(propose(row(fen=FEN + 7), loan())) == (Fit.OTHER_AMOUNT, False)
    assert propose(row(fen=10**8), loan()).targets == ()
    assert propose(row(DUE, FEN), replace(loan(), closed_on=DUE)).targets == ()


def test_a_loan_repaid_any_time_is_paid_in_part_or_off() -> None:
    any_time = loan(method=RepaymentMethod.REVOLVING, rate=Rate(Decimal("0.0004"), RatePeriod.DAILY))
    assert only(propose(row(DUE, 50_000), any_time)) == (Fit.PART, False)
    whole = owed_on(any_time.terms, (), DUE).total_fen
    assert only(propose(row(DUE, whole), any_time)) == (Fit.PAYOFF, True)


def test_rows_are_seen_one_after_the_other() -> None:
    rows = [row(date(2026, month, 14), number=month) for month in (4, 2, 3)]
    found = debt_proposals(rows, [loan()], ())
    assert [each.targets[0].parts[0].settles[0].number for each in found] == [1, 2, 3]
    assert all(each.sure for each in found)


def test_a_failed_repayment_is_never_proposed() -> None:
    failed = row()._replace(kind=DebtKind.FAILED_REPAYMENT)
    assert debt_proposals([failed, row(words="借呗 还款失败")], [loan()], ()) == ()


def test_one_entered_by_hand_is_that_one() -> None:
    entered = EnteredPayment(7, RowRef(RowKind.LOAN, 1), "借呗", "jiebei", DUE + timedelta(days=3), FEN)
    found = propose(row(), loan(paid=1), entered=[entered])
    assert only(found) == (Fit.ENTERED, True)
    assert found.targets[0].parts[0].repayment_id == 7
    late = entered._replace(on=DUE + timedelta(days=4))
    assert propose(row(), loan(), entered=[late]).targets[0].fit is Fit.INSTALMENT
    halves = [entered._replace(id=8, fen=40), entered._replace(id=9, fen=FEN - 40)]
    assert [part.repayment_id for part in propose(row(), entered=halves).targets[0].parts] == [8, 9]


def test_a_card_is_paid_whole_at_least_or_in_part() -> None:
    card = row(date(2026, 2, 20), 500_000, "credit_card", "招商银行 信用卡还款")
    for fen, fit in ((500_000, Fit.STATEMENT), (25_000, Fit.MINIMUM), (30_000, Fit.PART), (500_001, Fit.OTHER_AMOUNT)):
        assert propose(card._replace(fen=fen), lines=[line()]).targets[0].fit is fit
    rest = replace(line().fact, payments=(PaymentFact(RowRef(RowKind.REPAYMENT, 1), date(2026, 2, 6), 100_000),))
    assert propose(card._replace(fen=400_000), lines=[replace(line(), fact=rest)]).targets[0].fit is Fit.STATEMENT
    both = debt_proposals([card._replace(fen=100_000), card._replace(id=2, fen=500_000)], [], [line()])
    assert [each.targets[0].fit for each in both] == [Fit.PART, Fit.STATEMENT]


def test_a_wallet_names_the_bank_of_the_card_alone() -> None:
    card = row(date(2026, 2, 20), 500_000, "credit_card", "中信银行 信用卡还款")
    assert propose(card, lines=[line()]).best is None
    two = [line(), line(number=2)]
    assert only(propose(card._replace(words="招商银行 信用卡还款"), lines=two)) == (Fit.STATEMENT, False)
    # a card whose name has the digits of the file's card is that card
    of_card = card._replace(words="招商银行 自动还款", account="6428")
    assert propose(of_card, lines=[line(), line(number=2, name="招行 6428")]).targets[0].affinity == 3


@pytest.mark.parametrize(
    ("product", "words", "likes"),
    [
        ("jiebei", "", 2),
        ("huabei", "借呗还款", 0),
        ("", "借呗", 2),
        ("", "蚂蚁消费金融", 2),
        ("", "约定还款", 1),
    ],
)
def test_what_names_a_debt(product: str, words: str, likes: int) -> None:
    assert affinity(row(product=product, words=words), "jiebei", ("借呗 · 装修", "蚂蚁消费金融")) == likes


def test_a_product_in_general_is_one_in_particular() -> None:
    assert affinity(row(product="yuefu", words=""), "meituan_yuefu", ("美团月付",)) == 2


def test_an_amount_alone_fits_when_it_is_exact() -> None:
    bank = row(product="", words="约定还款 2210****0011")
    assert only(propose(bank, loan())) == (Fit.INSTALMENT, True)
    assert propose(bank._replace(fen=77), loan()).best is None


def test_a_payout_is_a_loan_of_the_book_or_a_new_one() -> None:
    paid_out = DebtRow(1, DebtKind.DRAWDOWN, date(2026, 1, 16), 1_000_000, "jiebei", "借呗放款至银行卡")
    assert only(propose(paid_out, loan())) == (Fit.DRAWN, True)
    assert propose(paid_out, loan(1), loan(2)).sure is False
    assert propose(paid_out._replace(fen=7), loan()).best is None
    assert propose(paid_out, loan(), drawn=frozenset({RowRef(RowKind.LOAN, 1)})).targets == ()
