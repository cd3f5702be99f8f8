"""Random loans and the statements that repay them: confirmed, every loan stands as its schedule says, and every import
can be taken out again."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.actions.imports import import_statement, undo_import
from planner.actions.loans import add_loan
from planner.actions.proposals import confirm_proposals, settle_from_rows
from planner.core.debt_matching import Settlement
from planner.core.facts import LenderKind
from planner.core.row_pairs import PairKind
from planner.core.schedules import schedule
from planner.core.statement_rows import AccountKind, DebtKind, RowClass, Statement, StatementRow
from planner.core.terms import (
    Accrual,
    DayCountBasis,
    DueDayPolicy,
    FirstPeriodPolicy,
    LoanTerms,
    Rate,
    RatePeriod,
    RepaymentMethod,
)
from planner.reports.courses import loan_records
from planner.reports.proposals import Proposals, open_proposals
from planner.reports.spending_sums import spending_by_month
from planner.store.book import Book
from tests.books import TODAY, new_book

PRODUCTS = (("jiebei", "借呗"), ("weilidai", "微粒贷"), ("wangshangdai", "网商贷"))
BANK = "招商银行储蓄卡(1234)"


@dataclass(frozen=True)
class Paid:
    """One instalment as it is paid: so many days off its due day, tried in vain before, seen by the bank as well."""

    off: int
    failed: bool
    doubled: bool


@st.composite
def loans(draw: st.DrawFn) -> tuple[tuple[str, str], LoanTerms, list[Paid]]:
    principal = draw(st.integers(100_000, 5_000_000))
    terms = LoanTerms(
        principal_fen=principal,
        received_fen=principal,
        method=draw(st.sampled_from([RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL])),
        accrual=Accrual.ACTUAL_DAYS,
        rate=Rate(Decimal(draw(st.integers(1, 6))) / 10_000, RatePeriod.DAILY),
        day_count=DayCountBasis.NONE,
        drawn_on=date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 80))),
        periods=draw(st.sampled_from([3, 6, 12])),
        due_day_policy=DueDayPolicy.SAME_DAY_CLAMP,
        first_period_policy=FirstPeriodPolicy.NEXT_DUE_IF_GAP_15,
    )
    paid = st.builds(Paid, st.integers(-2, 2), st.booleans(), st.booleans())
    return draw(st.sampled_from(PRODUCTS)), terms, draw(st.lists(paid, min_size=1, max_size=terms.periods))


def some_loans(most: int) -> st.SearchStrategy[list[tuple[tuple[str, str], LoanTerms, list[Paid]]]]:
    """Loans whose instalments tell them apart: between two of one amount and day only the user can choose."""
    return st.lists(loans(), min_size=1, max_size=most, unique_by=lambda each: each[1].principal_fen // 10_000)


PURCHASES = st.lists(st.tuples(st.integers(0, 80), st.integers(100, 90_000), st.booleans()), max_size=8)


def row(number: int, at: datetime, fen: int, kind: RowClass, who: str, what: str, **more: object) -> StatementRow:
    return StatementRow(
        line=number, key=f"{more.pop('feed', 'a')}-{number}", row_class=kind, happened_at=at, amount_fen=fen,
        direction="", counterparty=who, description=what, method="", status="", provider_category="", native_id="",
        order_id="", note="", raw="",
    )._replace(**more)  # type: ignore[arg-type]  # fmt: skip


class Files:
    """The wallet's file and the bank's."""

    def __init__(self) -> None:
        self.wallet: list[StatementRow] = []
        self.bank: list[StatementRow] = []

    def pay(self, at: datetime, fen: int, product: str, name: str, *, doubled: bool) -> None:
        self._add(at, fen, RowClass.N_REPAYMENT, name, f"{name}还款", doubled, debt=DebtKind.REPAYMENT, product=product)

    def fail(self, at: datetime, fen: int, product: str, name: str) -> None:
        self.wallet.append(
            row(len(self.wallet), at, fen, RowClass.N_FAILED, name, f"{name}还款", status="还款失败",
                debt=DebtKind.FAILED_REPAYMENT, product=product)
        )  # fmt: skip

    def buy(self, at: datetime, fen: int, *, doubled: bool) -> None:
        self._add(at, fen, RowClass.OUT, "某店", "订单", doubled)

    def _add(self, at: datetime, fen: int, kind: RowClass, who: str, what: str, doubled: bool, **more: object) -> None:
        self.wallet.append(row(len(self.wallet), at, fen, kind, who, what, method=BANK, **more))
        if doubled:
            midnight = at.replace(hour=0, minute=0, second=0)
            text = f"支付宝-{who}"
            self.bank.append(row(len(self.bank), midnight, fen, kind, text, what, feed="b", account="1234", **more))

    def statements(self) -> list[Statement]:
        return [
            Statement("a.csv", "", "alipay", "A4", "", "", tuple(self.wallet)),
            Statement("b.csv", "", "cmb", "debit", "", "", tuple(self.bank), AccountKind.DEBIT),
        ]


def confirm_all(book: Book) -> None:
    """Pairs first, then debts: those of the list's sure rows, and the rest by their first target."""
    found: Proposals = book.read(open_proposals, today=TODAY)
    if found.pairs:
        book.write(confirm_proposals, pairs=[each.choice for each in found.pairs])
    while debts := [each for each in book.read(open_proposals, today=TODAY).debts if each.best is not None]:
        sure = [each for each in debts if each.sure] or debts[:1]
        book.write(settle_from_rows, settlements=[Settlement(each.row.id, each.targets[0].parts) for each in sure])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_loans(3), PURCHASES, st.booleans())
def test_confirmed_the_loans_stand_as_their_schedules_say(
    drawn: list[tuple[tuple[str, str], LoanTerms, list[Paid]]], purchases: list[tuple[int, int, bool]], bank_first: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(new_book(Path(folder))) as book:
        files, wanted, bought = Files(), dict[int, int](), 0
        for number, ((product, name), terms, paid) in enumerate(drawn):
            loan_id = book.write(
                add_loan, lender_name=name, lender_kind=LenderKind.BANK, name=f"{name} · {number}", product=product,
                terms=terms,
            )  # fmt: skip
            plan, last = schedule(terms), terms.principal_fen
            for due, each in zip(plan, paid, strict=False):
                on = due.due_on + timedelta(days=each.off)
                if on > TODAY:
                    break
                at = datetime(on.year, on.month, on.day, 8, number, 1)
                if each.failed:
                    files.fail(at - timedelta(hours=7), due.payment_fen, product, name)
                files.pay(at, due.payment_fen, product, name, doubled=each.doubled)
                last = due.balance_fen
            wanted[loan_id] = last
        for after, fen, doubled in purchases:
            files.buy(datetime(2026, 9, 1, 12, 30) + timedelta(days=after), fen, doubled=doubled)
            bought += fen
        empty = book.dump()
        statements = [each for each in files.statements() if each.rows]
        for statement in reversed(statements) if bank_first else statements:
            book.write(import_statement, statement=statement, imported_on=TODAY)
        confirm_all(book)
        owed = {each.id: each.course.outstanding_fen(TODAY) for each in book.read(loan_records, until=TODAY)}
        assert owed == wanted
        assert sum(each.spent_fen for each in book.read(spending_by_month, until=TODAY).months) == bought
        assert not book.read(open_proposals, today=TODAY).debts
        full = book.dump()
        for batch in [row[0] for row in book.reader.rows("SELECT id FROM import_batch")]:
            book.write(undo_import, batch_id=batch)
        assert book.dump() == empty
        while book.dump() != full:
            assert book.undo() is not None
        book.check()


@settings(max_examples=30, deadline=None)
@given(some_loans(2), PURCHASES)
def test_taking_out_the_later_file_leaves_what_was(
    drawn: list[tuple[tuple[str, str], LoanTerms, list[Paid]]], purchases: list[tuple[int, int, bool]]
) -> None:
    """The bank's copy comes after the wallet's rows were confirmed; without it the book is what it was, and without the
    wallet's the bank's rows are what they would be alone."""
    with tempfile.TemporaryDirectory() as folder, closing(new_book(Path(folder))) as book:
        files = Files()
        for number, ((product, name), terms, paid) in enumerate(drawn):
            book.write(
                add_loan, lender_name=name, lender_kind=LenderKind.BANK, name=f"{name} · {number}", product=product,
                terms=terms,
            )  # fmt: skip
            for due, each in zip(schedule(terms), paid, strict=False):
                on = due.due_on + timedelta(days=each.off)
                if on <= TODAY:
                    at = datetime(on.year, on.month, on.day, 8, number, 1)
                    files.pay(at, due.payment_fen, product, name, doubled=each.doubled)
        for after, fen, doubled in purchases:
            files.buy(datetime(2026, 9, 1, 12, 30) + timedelta(days=after), fen, doubled=doubled)
        wallet, bank = files.statements()
        if not wallet.rows or not bank.rows:
            return
        book.write(import_statement, statement=wallet, imported_on=TODAY)
        confirm_all(book)
        before = book.dump()
        book.write(import_statement, statement=bank, imported_on=TODAY)
        confirm_all(book)
        pairs = book.reader.value("SELECT count(*) FROM row_link WHERE confirmed = 1")
        assert pairs == len(bank.rows)
        both = book.dump()
        book.write(undo_import, batch_id=2)
        assert book.dump() == before
        book.undo()
        assert book.dump() == both
        book.write(undo_import, batch_id=1)
        assert book.reader.value("SELECT count(*) FROM repayment") == 0
        said = book.reader.rows("SELECT row_class, class_by_user, debt FROM transaction_row ORDER BY line")
        assert said == [(each.row_class, 0, each.debt) for each in bank.rows]


def test_a_pair_is_of_one_kind() -> None:
    assert {each.link.value for each in PairKind} == {"duplicate", "transfer"}
