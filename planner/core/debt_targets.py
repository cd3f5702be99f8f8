"""The debts of the book as a debt row of a statement meets them, and how an amount of a day fits each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from planner.core.events import Event
from planner.core.facts import LineFact, LineKind, RowRef
from planner.core.line_balance import left_of
from planner.core.repayments import Instalment, LoanCourse, Repayment, course, paid_parts
from planner.core.schedules import ScheduleRow
from planner.core.settlement import OwedParts, owed_parts
from planner.core.terms import LoanTerms, RepaymentMethod
from planner.core.workdays import WEEKENDS_ONLY, Workdays

EARLY_DAYS, LATE_DAYS = 10, 10
"""An instalment's own amount so near its due day is taken for that instalment."""


class Fit(StrEnum):
    """Why a row may belong to a debt; `strength` orders them, 0 the best."""

    ENTERED = "entered"
    """A repayment of its amount was entered by hand within three days."""
    INSTALMENT = "instalment"
    SEVERAL = "several"
    """The instalments of several loans of one day."""
    ARREARS = "arrears"
    """What was due by then, with or without what lateness cost."""
    PAYOFF = "payoff"
    STATEMENT = "statement"
    MINIMUM = "minimum"
    DRAWN = "drawn"
    """A loan of the book that was drawn then."""
    ANOTHER_DAY = "another_day"
    """The next instalment's amount, far from its day."""
    AFTER_OTHERS = "after_others"
    """An instalment of that day, while earlier ones are open: the money settles those first."""
    PART = "part"
    OTHER_AMOUNT = "other_amount"
    BY_HAND = "by_hand"
    """Nothing speaks for it; the user may choose it all the same."""

    @property
    def strength(self) -> int:
        weak = {
            Fit.ENTERED: 0,
            Fit.ANOTHER_DAY: 2,
            Fit.AFTER_OTHERS: 2,
            Fit.PART: 3,
            Fit.OTHER_AMOUNT: 4,
            Fit.BY_HAND: 5,
        }
        return weak.get(self, 1)


@dataclass(frozen=True, slots=True)
class Settled:
    """An instalment that money would go to: number `number` of `periods`."""

    number: int
    periods: int
    due_on: date


@dataclass(frozen=True, slots=True)
class Part:
    """What of a row goes to one debt (fen), with its split by the schedule. `closes`: it pays the loan off.
    `repayment_id`: it is on record already. `settles` are the instalments it goes to; a line has none."""

    account: RowRef
    name: str
    fen: int
    principal_fen: int = 0
    interest_fen: int = 0
    fee_fen: int = 0
    penalty_fen: int = 0
    closes: bool = False
    repayment_id: int | None = None
    settles: tuple[Settled, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a row may belong: one debt, or several that share it. `affinity` says how surely its words name the debt,
    `on_the_day` that it is dated the very day something was due."""

    fit: Fit
    parts: tuple[Part, ...]
    affinity: int = 0
    on_the_day: bool = False

    @property
    def rank(self) -> tuple[int, int, bool]:
        """The best first; two of one rank fit equally."""
        return self.fit.strength, -self.affinity, not self.on_the_day


@dataclass(frozen=True, slots=True)
class LoanDebt:
    """A loan with what was paid to it, on record or by rows before."""

    ref: RowRef
    name: str
    product: str
    lender: str
    terms: LoanTerms
    repayments: tuple[Repayment, ...]
    events: tuple[Event, ...] = ()
    closed_on: date | None = None
    workdays: Workdays = WEEKENDS_ONLY
    agreed: tuple[ScheduleRow, ...] | None = None

    def course_by(self, day: date) -> LoanCourse:
        """How it stood at the end of a day."""
        known = [each for each in self.repayments if each.paid_on <= day]
        return course(self.terms, known, self.events, None, self.workdays, agreed=self.agreed)

    def left_fen(self) -> int:
        """What it still asks for when all that is known is paid."""
        whole = course(self.terms, self.repayments, self.events, self.closed_on, self.workdays, agreed=self.agreed)
        return whole.open_fen

    def with_part(self, part: Part, day: date) -> LoanDebt:
        """As it would stand with a part paid."""
        paid = Repayment(self._next_id(), day, part.fen, part.penalty_fen)
        closed_on = day if part.closes else self.closed_on
        return replace(self, repayments=(*self.repayments, paid), closed_on=closed_on)

    def split(self, fen: int, penalty_fen: int, day: date, *, closes: bool = False) -> Part:
        """What an amount of a day would pay, by the schedule."""
        number = self._next_id()
        paid = (*self.repayments, Repayment(number, day, fen, penalty_fen))
        closed_on = day if closes else self.closed_on
        told = paid_parts(self.terms, paid, self.events, closed_on, self.workdays)
        mine = [each for each in told if each.repayment_id == number]
        dues = {each.row.number: each.row.due_on for each in self.course_by(day).instalments}
        periods = max(dues)
        settles = tuple(Settled(each.number, periods, dues[each.number]) for each in mine if each.number in dues)
        return Part(
            self.ref, self.name, fen,
            sum(each.principal_fen for each in mine), sum(each.interest_fen for each in mine),
            sum(each.fee_fen for each in mine), penalty_fen, closes,
            settles=() if closes else settles, due_on=settles[0].due_on if settles else None,
        )  # fmt: skip

    def _next_id(self) -> int:
        return max((each.id for each in self.repayments), default=0) + 1


@dataclass(frozen=True, slots=True)
class LineDebt:
    """A line with its statements; `taken` are (day, fen) of rows before that would pay it."""

    fact: LineFact
    product: str
    lender: str
    taken: tuple[tuple[date, int], ...] = ()

    def with_part(self, part: Part, day: date) -> LineDebt:
        """As it would stand with a part paid."""
        return replace(self, taken=(*self.taken, (day, part.fen)))


def loan_target(loan: LoanDebt, fen: int, day: date, affinity: int) -> Target | None:
    """How an amount of a day fits a loan; None where it does not, or pays more than the loan asks."""
    if loan.closed_on is not None or day < loan.terms.drawn_on:
        return None
    left = loan.left_fen()
    now = loan.course_by(day)
    waiting = [each for each in now.instalments if each.open_fen]
    if not left or not waiting:
        return None
    for fit, penalty_fen, closes, due_on in _exact(loan, now, waiting, fen, day):
        later = any(each.paid_on > day for each in loan.repayments)
        if affinity and ((closes and not later) or (not closes and fen - penalty_fen <= left)):
            part = loan.split(fen, penalty_fen, day, closes=closes)
            return Target(fit, (part,), affinity, due_on == day)
    if fen > left:
        return None
    if affinity < NAMED:
        return Target(Fit.BY_HAND, (Part(loan.ref, loan.name, fen),), affinity)
    fit = Fit.PART if fen < waiting[0].open_fen else Fit.OTHER_AMOUNT
    return Target(fit, (loan.split(fen, 0, day),), affinity)


NAMED = 2
"""The affinity of a row whose product or words name the debt."""


def _exact(
    loan: LoanDebt, now: LoanCourse, waiting: Sequence[Instalment], fen: int, day: date
) -> Iterator[tuple[Fit, int, bool, date]]:
    """(fit, penalty, pays off, due day) of all that is exactly the amount, best first."""
    any_time = loan.terms.method is RepaymentMethod.REVOLVING
    first = waiting[0]
    if not any_time and fen == first.open_fen and near(first.row.due_on, day):
        yield Fit.INSTALMENT, 0, False, first.row.due_on
    least = min(first.open_fen, fen)
    if fen > least or any_time:
        yield from _sums(loan, now, waiting, fen, day, any_time=any_time)
    if any_time:
        return
    for each in waiting[1:]:
        if each.open_fen == fen and near(each.row.due_on, day):
            yield Fit.AFTER_OTHERS, 0, False, each.row.due_on
    if fen == first.open_fen:
        yield Fit.ANOTHER_DAY, 0, False, first.row.due_on


def _sums(
    loan: LoanDebt, now: LoanCourse, waiting: Sequence[Instalment], fen: int, day: date, *, any_time: bool
) -> Iterator[tuple[Fit, int, bool, date]]:
    """What is more than one instalment: with the price of lateness, several of them, or all."""
    owed = owed_parts(loan.terms, loan.repayments, day, loan.events, loan.workdays, gone=_gone(loan, now, day))
    yield from _arrears(owed, fen)
    whole = owed.owed()
    if fen == whole.total_fen and (whole.principal_fen or any_time):
        yield Fit.PAYOFF, whole.penalty_fen, True, day
    total = 0
    for at, each in enumerate(waiting):
        total += each.open_fen
        if total >= fen or any_time:
            if total == fen and at and near(each.row.due_on, day):
                yield Fit.ARREARS, 0, False, each.row.due_on
            return


def _gone(loan: LoanDebt, now: LoanCourse, day: date) -> LoanCourse | None:
    return None if any(each.paid_on > day for each in loan.repayments) else now


def _arrears(owed: OwedParts, fen: int) -> Iterator[tuple[Fit, int, bool, date]]:
    """The late instalments from the oldest on, each with its penalty, less what was paid of penalties."""
    penalties = {each.row.number: each.row.penalty_fen for each in owed.late}
    total, penalty = 0, -owed.paid_penalty_fen
    for row in owed.due:
        total += row.principal_fen + row.interest_fen + row.fee_fen
        penalty += penalties.get(row.number, 0)
        if total + max(penalty, 0) == fen and penalty > 0:
            yield Fit.ARREARS, penalty, False, row.due_on


def line_target(line: LineDebt, fen: int, day: date, affinity: int) -> Target | None:
    """How an amount of a day fits a line's latest statement. A line that no word names is only a choice by hand, and
    so is one used through loans without a statement: its loans are repaid."""
    fact = line.fact
    if day < fact.opened_on:
        return None
    statement = next((each for each in reversed(fact.statements) if each.on <= day), None)
    loans_only = statement is None and fact.kind is LineKind.CASH_LINE
    if statement is None or affinity < NAMED:
        fit = Fit.BY_HAND if loans_only or affinity < NAMED else Fit.OTHER_AMOUNT
        return Target(fit, (Part(fact.ref, fact.name, fen),), affinity)
    taken = sum(amount for on, amount in line.taken if statement.on < on <= day)
    left = max(left_of(fact, statement, day) - taken, 0)
    paid = statement.balance_fen - left
    least = None if statement.minimum_fen is None else max(statement.minimum_fen - paid, 0)
    fit = Fit.OTHER_AMOUNT
    if fen == left:
        fit = Fit.STATEMENT
    elif fen == least:
        fit = Fit.MINIMUM
    elif fen < left:
        fit = Fit.PART
    part = Part(fact.ref, fact.name, fen, due_on=statement.due_on)
    return Target(fit, (part,), affinity, statement.due_on == day)


def near(due_on: date, day: date) -> bool:
    """Whether a day is so near a due day that it may be its payment."""
    return -EARLY_DAYS <= (day - due_on).days <= LATE_DAYS
