"""A card from its terms and entries: statements, minimum payments, interest and fees, day by day and to the fen.

Each amount is exact until it is rounded half-up once, where the issuer rounds: the interest of a statement, its
penalty, its minimum, each fee. The order within a day: what is bought, what is paid, whether the due day was kept,
the statement; under IN_NEXT_STATEMENT what is bought on the statement day comes after it.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from planner.core.card_entries import CardEntry, EntryKind, InstalmentOf, StatedStatement
from planner.core.card_instalments import RunningInstalment
from planner.core.card_lots import ONE_DAY, Lots
from planner.core.card_statements import CardBalance, CardCourse, CardDays, Moment, PartSums, Statement
from planner.core.card_terms import CardTerms, Part, StatementDayPurchase
from planner.core.credit_limits import NO_LIMIT_KNOWN, CardLimits
from planner.core.cycles import due_date
from planner.core.money import divide_half_up
from planner.core.stated_statements import StatementCalendar

_ORDER = {
    EntryKind.INSTALMENT: 1,
    EntryKind.INSTALMENT_PAYOFF: 1,
    EntryKind.REFUND: 2,
    EntryKind.PAYMENT: 2,
}
_BOUGHT = (EntryKind.PURCHASE, EntryKind.CASH_ADVANCE, EntryKind.INSTALMENT)


def card_course(
    terms: CardTerms,
    entries: Sequence[CardEntry],
    until: date,
    *,
    limits: CardLimits = NO_LIMIT_KNOWN,
    stated: Sequence[StatedStatement] = (),
) -> CardCourse:
    """The card from its first entry to the end of the day `until`; what is dated later is ignored.

    `limits` are needed for what is over the limit and for what is available. `stated` statements stand instead of
    the computed ones (also of their day, where it is not the terms'). More instalments than purchases on record are
    taken as bought in instalments.
    """
    run = CardRun(terms, entries, limits, stated)
    run.advance(until)
    return run.course(until)


def _parts(sums: dict[Part, int]) -> PartSums:
    return tuple((part, sums[part]) for part in Part if sums.get(part))


class CardRun:
    """A card while its days pass; `advance` moves on, and more payments may be added ahead of it."""

    def __init__(
        self,
        terms: CardTerms,
        entries: Sequence[CardEntry],
        limits: CardLimits = NO_LIMIT_KNOWN,
        stated: Sequence[StatedStatement] = (),
    ) -> None:
        self._terms, self._limits = terms, limits
        self._queue = sorted(entries, key=_in_day)
        self._at = 0
        days = [entry.posted_on for entry in self._queue[:1]] + [each.on for each in stated]
        self._calendar = StatementCalendar(terms, min(days), stated) if days else None
        self._waiting: list[tuple[date, int]] = []
        """(day, number) of the statements whose due day is still to come."""
        self.lots = Lots(terms)
        self.statements: list[Statement] = []
        self._moments: list[Moment] = []
        self._instalments: list[RunningInstalment] = []
        self._sums: dict[str, int] = {}
        self._came_in: dict[date, int] = {}
        self._late_fee_fen = 0
        self._stated_cost: dict[EntryKind, int] = {}
        self._revolving = False
        self._behind_fen = 0
        """What is still missing of the minimum of the statement whose due day was the last to pass."""

    def add_payment(self, fen: int, on: date) -> None:
        """A payment on a day that `advance` has not reached."""
        insort(self._queue, CardEntry(0, EntryKind.PAYMENT, on, fen), lo=self._at, key=_in_day)

    def advance(self, until: date) -> None:
        """Lets everything happen up to the end of a day."""
        while self._calendar is not None:
            days = [self._calendar.next_on, *(day for day, _ in self._waiting)]
            if self._at < len(self._queue):
                days.append(self._queue[self._at].posted_on)
            day = min(days)
            if day > until:
                return
            self._pass(day, self._calendar)

    def course(self, until: date) -> CardCourse:
        """What happened so far; `until` is the day it was advanced to."""
        running = tuple((each.id, each.left_fen) for each in self._instalments)
        days = CardDays(tuple(self._moments), tuple((on, fen) for on, fen in self._came_in.items() if fen))
        return CardCourse(until, tuple(self.statements), days, running, self._limits)

    @property
    def next_statement_on(self) -> date | None:
        """The day of the next statement; None where nothing was ever on the card."""
        return None if self._calendar is None else self._calendar.next_on

    @property
    def instalments_left_fen(self) -> int:
        return sum(each.left_fen for each in self._instalments)

    def _pass(self, day: date, calendar: StatementCalendar) -> None:
        cuts = day == calendar.next_on
        held: list[CardEntry] = []
        while self._at < len(self._queue) and self._queue[self._at].posted_on == day:
            entry = self._queue[self._at]
            self._at += 1
            if cuts and self._goes_on_next(entry):
                held.append(entry)
            else:
                self._enter(entry)
        if self._behind_fen <= 0:
            self.lots.end_overdue(day)
        for due in [each for each in self._waiting if each[0] <= day]:
            self._waiting.remove(due)
            self._judge(due[1], day)
        if cuts:
            self._cut(day, calendar.stated_now())
            calendar.move_on()
        for entry in held:
            self._enter(entry)
        self._remember(day)

    def _goes_on_next(self, entry: CardEntry) -> bool:
        if self._terms.statement_day_purchase is StatementDayPurchase.IN_THIS_STATEMENT:
            return False
        of_statement = entry.instalment is not None and entry.instalment.of is InstalmentOf.STATEMENT
        return entry.kind in _BOUGHT and not of_statement

    def _enter(self, entry: CardEntry) -> None:
        fen, on, kind = entry.amount_fen, entry.posted_on, entry.kind
        if kind is EntryKind.PURCHASE:
            self._post(Part.PURCHASE, fen, on, "purchases")
        elif kind is EntryKind.CASH_ADVANCE:
            self._post(Part.CASH, fen, on, "cash")
            fee = self._terms.cash.fee.of(fen) if entry.fee_fen is None else entry.fee_fen
            self._post(Part.FEE, fee, on, "fees")
        elif kind in (EntryKind.FEE, EntryKind.ANNUAL_FEE):
            self._post(Part.FEE if kind is EntryKind.FEE else Part.ANNUAL_FEE, fen, on, "fees")
        elif kind in (EntryKind.PAYMENT, EntryKind.REFUND):
            taken = self.lots.receive(fen, on, credit=entry.credit)
            self._count("payments" if kind is EntryKind.PAYMENT else "refunds", taken)
            self._received(taken, on)
        elif kind is EntryKind.INSTALMENT:
            self._convert(entry)
        elif kind is EntryKind.INSTALMENT_PAYOFF:
            self._pay_off(entry)
        else:
            self._stated_cost[kind] = self._stated_cost.get(kind, 0) + fen

    def _post(self, part: Part, fen: int, starts: date, sum_of: str, bill: int | None = None) -> None:
        if fen:
            self.lots.post(part, fen, starts, bill)
            self._count(sum_of, fen)

    def _count(self, sum_of: str, fen: int) -> None:
        self._sums[sum_of] = self._sums.get(sum_of, 0) + fen

    def _received(self, fen: int, on: date) -> None:
        """Money in since the latest statement, and since others whose due day is still to come."""
        self._came_in[on] = self._came_in.get(on, 0) + fen
        self._behind_fen -= fen
        for number in {number for _, number in self._waiting} | set(range(len(self.statements))[-1:]):
            statement = self.statements[number]
            self.statements[number] = replace(statement, received_fen=statement.received_fen + fen)

    def _convert(self, entry: CardEntry) -> None:
        terms = entry.instalment
        if terms is None:
            return
        if terms.of is not InstalmentOf.NEW:
            billed = terms.of is InstalmentOf.STATEMENT
            taken = self.lots.convert(entry.amount_fen, entry.posted_on, billed=billed)
            self._count("converted", taken)
            if billed:
                self._received(taken, entry.posted_on)
        self._instalments.append(RunningInstalment(entry.id, entry.amount_fen, entry.posted_on, terms))

    def _pay_off(self, entry: CardEntry) -> None:
        for each in [one for one in self._instalments if one.id == entry.ends]:
            principal, fee = each.all_at_once()
            self._post(Part.INSTALMENT, principal, entry.posted_on, "instalments")
            self._post(Part.FEE, fee, entry.posted_on, "fees")
            self._instalments.remove(each)

    def _judge(self, number: int, day: date) -> None:
        """The due day of a statement is over: was it paid in full, was the minimum paid?"""
        terms, statement = self._terms, self.statements[number]
        rest = sum(self.lots.sums(number).values())
        full = rest <= terms.tolerance_fen
        short = statement.minimum_fen - statement.received_fen
        met = full or short <= terms.tolerance_fen
        if full:
            self.lots.keep_grace(number, day)
        else:
            self.lots.lose_grace(number, statement.due_on)
        self._behind_fen = 0 if met else short
        if met:
            self.lots.end_overdue(day + ONE_DAY)
        else:
            self._late_fee_fen += terms.late_fee.of(short)
            if terms.overdue_rate is not None:
                self.lots.set_overdue(number, statement.due_on)
        self._revolving = not full
        self.statements[number] = replace(statement, paid_in_full=full, minimum_met=met)

    def _cut(self, day: date, stated: StatedStatement | None) -> None:
        """The statement of a day."""
        number, before = len(self.statements), self.statements[-1] if self.statements else None
        past_due = self._past_due(before)
        interest, penalty = self._interest(day)
        self.lots.bill_all(number)
        self._post_interest(interest + penalty, day, number)
        late_fee = self._stated_cost.pop(EntryKind.LATE_FEE, self._late_fee_fen)
        self._late_fee_fen = 0
        if late_fee:
            self.lots.post(Part.LATE_FEE, late_fee, day, number)
        for each in self._instalments:
            principal, fee = each.bill_next()
            self._post(Part.INSTALMENT, principal, day, "instalments", number)
            self._post(Part.FEE, fee, day, "fees", number)
        self._instalments = [each for each in self._instalments if not each.over]
        adjustment = 0 if stated is None else self._adjust(stated.balance_fen, day, number)
        minimum, due_on = self._minimum(past_due, day), due_date(self._terms, day)
        if stated is not None:
            minimum = minimum if stated.minimum_fen is None else stated.minimum_fen
            due_on = due_on if stated.due_on is None else stated.due_on
        sums = {name: self._sums.get(name, 0) for name in _SUMS}
        self._sums = {}
        self.statements.append(
            Statement(
                number, day, max(due_on, day), 0 if before is None else before.balance_fen, sums["purchases"],
                sums["cash"], sums["instalments"], sums["fees"], late_fee, interest, penalty, adjustment,
                sums["payments"], sums["refunds"], sums["converted"], self.lots.owed_fen(), minimum,
                _parts(self.lots.sums()),
            )
        )  # fmt: skip
        self._waiting.append((max(due_on, day + ONE_DAY) + timedelta(days=self._terms.grace_days), number))

    def _interest(self, day: date) -> tuple[int, int]:
        """Interest and penalty of the cycle, each rounded once; what the issuer charged stands instead of both."""
        self.lots.settle(day)
        exact = (self.lots.interest, self.lots.penalty)
        self.lots.interest = self.lots.penalty = Fraction(0)
        if EntryKind.INTEREST in self._stated_cost:
            return self._stated_cost.pop(EntryKind.INTEREST), 0
        interest, penalty = (divide_half_up(each.numerator, each.denominator) for each in exact)
        return interest, penalty

    def _post_interest(self, fen: int, day: date, number: int) -> None:
        """Posted interest bears interest from the next day while the card revolves, else it waits for the due day."""
        if fen:
            lot = self.lots.post(Part.INTEREST, fen, day + ONE_DAY, number)
            if self._terms.compounds:
                lot.bearing = self._revolving
                lot.grace_of = None if self._revolving else number

    def _adjust(self, balance_fen: int, day: date, number: int) -> int:
        more = balance_fen - self.lots.owed_fen()
        if more > 0:
            self.lots.post(Part.PURCHASE, more, day, number)
        elif more < 0:
            self.lots.receive(-more, day)
        return more

    def _past_due(self, before: Statement | None) -> int:
        """What is left unpaid of the last minimum, as far as it is principal: the rest is asked whole anyway."""
        if before is None:
            return 0
        asked_whole = sum(
            fen for part, fen in self.lots.sums(before.number).items() if part not in (Part.PURCHASE, Part.CASH)
        )
        return max(before.minimum_fen - before.received_fen - asked_whole, 0)

    def _minimum(self, past_due: int, day: date) -> int:
        limit = self._limits.limit_on(day)
        used = self.lots.owed_fen() + self.instalments_left_fen
        over = 0 if limit is None else max(used - limit, 0)
        return self._terms.minimum.minimum(self.lots.sums(), past_due, over)

    def _remember(self, day: date) -> None:
        lots = self.lots
        balance = CardBalance(
            day, _parts(lots.sums()), _parts(lots.sums(billed=False)), self.instalments_left_fen, lots.credit_fen, 0,
            None,
        )  # fmt: skip
        moment = Moment(balance, lots.accrued(day), lots.accruing())
        if self._moments and self._moments[-1].balance.on == day:
            self._moments[-1] = moment
        else:
            self._moments.append(moment)


_SUMS = ("purchases", "cash", "instalments", "fees", "payments", "refunds", "converted")


def _in_day(entry: CardEntry) -> tuple[date, int, bool, int]:
    return entry.posted_on, _ORDER.get(entry.kind, 0), not entry.credit, entry.id
