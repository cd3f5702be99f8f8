"""Cards for tests: short ways to write terms and entries, random ones, and a card reckoned by hand, day after day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from planner.core.card_entries import CardEntry, EntryKind, InstalmentOf, InstalmentTerms
from planner.core.card_terms import (
    CardTerms,
    CashTerms,
    DueRule,
    GraceLoss,
    MinimumRule,
    Part,
    ShareWithin,
    StatementDayPurchase,
)
from planner.core.cycles import due_date, statement_day
from planner.core.money import divide_half_up, parse_amount
from planner.core.terms import FeeBasis, RemainderIn

DAY = timedelta(days=1)
FIRST_DAY = date(2027, 10, 1)


def entry(kind: EntryKind, on: str, amount: str, **other: object) -> CardEntry:
    """An entry in yuan on an ISO day; its id is a number of its own that grows with the day."""
    day = date.fromisoformat(on)
    return CardEntry(day.toordinal(), kind, day, parse_amount(amount), **other)  # type: ignore[arg-type]


def bought(on: str, amount: str) -> CardEntry:
    return entry(EntryKind.PURCHASE, on, amount)


def paid(on: str, amount: str) -> CardEntry:
    return entry(EntryKind.PAYMENT, on, amount)


@st.composite
def card_terms(draw: st.DrawFn) -> CardTerms:
    """Any terms with a due day before the next statement, to be kept to the day and to the fen."""
    return CardTerms(
        statement_day=draw(st.integers(1, 31)),
        due_rule=draw(st.sampled_from(DueRule)),
        due_day=draw(st.integers(1, 31)),
        days_after=draw(st.integers(1, 28)),
        statement_day_purchase=draw(st.sampled_from(StatementDayPurchase)),
        daily_rate=draw(st.sampled_from([Decimal("0.0005"), Decimal("0.00035"), Decimal("0.001")])),
        grace_loss=draw(st.sampled_from(GraceLoss)),
        compounds=draw(st.booleans()),
        overdue_rate=draw(st.sampled_from([None, Decimal("0.0005"), Decimal("0.00065")])),
        minimum=MinimumRule(draw(st.sampled_from([Decimal("0.1"), Decimal("0.05"), Decimal(1)])), whole_at_fen=10000),
        late_fee=draw(st.sampled_from([ShareWithin(Decimal(0)), ShareWithin(Decimal("0.05"), 100, 50000)])),
        cash=CashTerms(draw(st.sampled_from([ShareWithin(Decimal(0)), ShareWithin(Decimal("0.01"), 1000)]))),
        order=tuple(draw(st.permutations(list(Part)))),
    )


_PLAIN = (EntryKind.PURCHASE, EntryKind.PURCHASE, EntryKind.PAYMENT, EntryKind.PAYMENT, EntryKind.CASH_ADVANCE,
          EntryKind.REFUND, EntryKind.FEE, EntryKind.ANNUAL_FEE)  # fmt: skip


@st.composite
def plain_entries(draw: st.DrawFn) -> list[CardEntry]:
    """Half a year of purchases, cash, fees, refunds and payments."""
    rows = draw(st.lists(st.tuples(st.sampled_from(_PLAIN), st.integers(0, 180), st.integers(1, 10**6)), max_size=12))
    return [CardEntry(n, kind, FIRST_DAY + after * DAY, fen) for n, (kind, after, fen) in enumerate(rows, start=1)]


@st.composite
def all_entries(draw: st.DrawFn) -> list[CardEntry]:
    """The same with instalments, some paid off early, and with interest and late fees as the issuer charged them."""
    found = draw(plain_entries())
    for number in range(draw(st.integers(0, 2))):
        terms = InstalmentTerms(
            draw(st.integers(1, 12)),
            draw(st.sampled_from([Decimal(0), Decimal("0.006")])),
            draw(st.sampled_from(FeeBasis)),
            draw(st.sampled_from(RemainderIn)),
            draw(st.sampled_from(InstalmentOf)),
            draw(st.booleans()),
        )
        day = FIRST_DAY + draw(st.integers(0, 150)) * DAY
        made = CardEntry(100 + number, EntryKind.INSTALMENT, day, draw(st.integers(1, 10**6)), instalment=terms)
        found.append(made)
        if draw(st.booleans()):
            off = day + draw(st.integers(0, 120)) * DAY
            found.append(CardEntry(200 + number, EntryKind.INSTALMENT_PAYOFF, off, 0, ends=made.id))
    for number, kind in enumerate(
        draw(st.lists(st.sampled_from([EntryKind.INTEREST, EntryKind.LATE_FEE]), max_size=2))
    ):
        day = FIRST_DAY + draw(st.integers(0, 180)) * DAY
        found.append(CardEntry(300 + number, kind, day, draw(st.integers(0, 5000))))
    return found


@dataclass
class _Debt:
    """A posting with its balance at the end of every day so far."""

    part: Part
    fen: int
    posted_on: date
    bill: int | None = None
    free: bool = True
    bears_from: date | None = None
    by_day: dict[date, int] = field(default_factory=dict)
    charged: set[date] = field(default_factory=set)


@dataclass
class HandStatement:
    """A statement reckoned by hand."""

    on: date
    due_on: date
    balance_fen: int
    interest_fen: int
    missed: bool | None = None


def by_hand(terms: CardTerms, entries: list[CardEntry], until: date) -> list[HandStatement]:
    """The statements of a card with plain entries only, walked day by day with every day's balance written down.

    The terms must have no late fee, no overdue rate, no tolerance and no days of grace.
    """
    hand = _Hand(terms)
    day = min((each.posted_on for each in entries), default=until + DAY)
    while day <= until:
        cuts = day == statement_day(terms, day)
        today = [each for each in entries if each.posted_on == day]
        after = [each for each in today if each.kind in (EntryKind.PURCHASE, EntryKind.CASH_ADVANCE)]
        if not cuts or terms.statement_day_purchase is StatementDayPurchase.IN_THIS_STATEMENT:
            after = []
        for each in sorted((one for one in today if one not in after), key=_money_in):
            hand.enter(each)
        hand.write_down(day)
        hand.judge(day)
        if cuts:
            hand.cut(day)
        for each in after:
            hand.enter(each)
        hand.write_down(day)
        day += DAY
    return hand.statements


def _money_in(each: CardEntry) -> bool:
    return each.kind in (EntryKind.PAYMENT, EntryKind.REFUND)


class _Hand:
    def __init__(self, terms: CardTerms) -> None:
        self.terms = terms
        self.debts: list[_Debt] = []
        self.credit = 0
        self.statements: list[HandStatement] = []

    def enter(self, each: CardEntry) -> None:
        if _money_in(each):
            rank = self.terms.order.index
            left = each.amount_fen
            for debt in sorted(self.debts, key=lambda one: (one.bill is None, rank(one.part), one.posted_on)):
                taken = min(left, debt.fen)
                debt.fen -= taken
                left -= taken
            self.credit += left
            return
        part = {EntryKind.CASH_ADVANCE: Part.CASH, EntryKind.ANNUAL_FEE: Part.ANNUAL_FEE, EntryKind.FEE: Part.FEE}
        self.owe(part.get(each.kind, Part.PURCHASE), each.amount_fen, each.posted_on)
        if each.kind is EntryKind.CASH_ADVANCE:
            self.owe(Part.FEE, self.terms.cash.fee.of(each.amount_fen), each.posted_on)

    def owe(self, part: Part, fen: int, on: date) -> _Debt:
        used = min(self.credit, fen)
        self.credit -= used
        debt = _Debt(part, fen - used, on)
        debt.bears_from = on if part is Part.CASH else None
        self.debts.append(debt)
        return debt

    def write_down(self, day: date) -> None:
        for debt in self.debts:
            if day >= debt.posted_on:
                debt.by_day[day] = debt.fen

    def judge(self, day: date) -> None:
        for number, statement in enumerate(self.statements):
            if statement.due_on != day:
                continue
            open_fen = sum(debt.fen for debt in self.debts if debt.bill is not None and debt.bill <= number)
            statement.missed = open_fen > 0
            for debt in self.debts:
                bearable = debt.part in (Part.PURCHASE, Part.INTEREST)
                if statement.missed and bearable and debt.bill == number and debt.free and debt.bears_from is None:
                    self.lose(debt, day)

    def lose(self, debt: _Debt, due_on: date) -> None:
        if debt.part is Part.INTEREST and not self.terms.compounds:
            return
        debt.bears_from = debt.posted_on
        if self.terms.grace_loss is GraceLoss.FROM_DUE_DATE:
            debt.bears_from = due_on + DAY
        if self.terms.grace_loss is GraceLoss.UNPAID_PART_ONLY:
            debt.by_day = {each: min(fen, debt.fen) for each, fen in debt.by_day.items()}

    def cut(self, day: date) -> None:
        number = len(self.statements)
        exact = Fraction(0)
        for debt in self.debts:
            for each, fen in debt.by_day.items():
                if debt.bears_from is not None and each >= debt.bears_from and each not in debt.charged:
                    debt.charged.add(each)
                    exact += Fraction(self.terms.daily_rate) * fen
        interest = divide_half_up(exact.numerator, exact.denominator)
        for debt in self.debts:
            if debt.bill is None:
                debt.bill = number
                if debt.bears_from is None:
                    debt.by_day = dict.fromkeys(debt.by_day, debt.fen)
        if interest:
            posted = self.owe(Part.INTEREST, interest, day + DAY)
            posted.bill = number
            judged = [each.missed for each in self.statements if each.missed is not None]
            if self.terms.compounds and judged and judged[-1]:
                posted.bears_from = day + DAY
        balance = sum(debt.fen for debt in self.debts) - self.credit
        self.statements.append(HandStatement(day, due_date(self.terms, day), balance, interest))
