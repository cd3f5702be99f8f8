"""The debts on a card, one lot for each posting: what is paid first, what bears interest, and from which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from planner.core.card_terms import CardTerms, GraceLoss, Part

ONE_DAY = timedelta(days=1)
MOST_WAITING = 4
"""So many statements at most wait for their due day: it is 60 days and 10 of grace away."""
PRINCIPAL = (Part.PURCHASE, Part.CASH, Part.INSTALMENT)


class Lot:
    """One posting and what is left of it (fen).

    `bill` is the number of the first statement it stood on (None: not billed yet), `grace_of` the statement whose
    payment decides whether it stays free of interest. `unposted` is the first day whose interest is not posted yet.
    """

    __slots__ = ("bearing", "bill", "changes", "fen", "grace_of", "overdue", "part", "starts", "unposted")

    def __init__(self, part: Part, fen: int, starts: date, bill: int | None) -> None:
        self.part, self.fen, self.starts, self.bill = part, fen, starts, bill
        self.grace_of: int | None = None
        self.bearing = self.overdue = False
        self.unposted = starts
        self.changes = [(starts, fen)]

    def take(self, most_fen: int, on: date) -> int:
        """Takes off up to so much; from the end of that day the rest bears interest."""
        fen = min(most_fen, self.fen)
        if fen:
            self.fen -= fen
            self.changes.append((on, self.fen))
        return fen

    def fen_days(self, last: date) -> int:
        """Fen × days of end-of-day balances from `unposted` to `last`, both counted."""
        total = 0
        for at, (start, fen) in enumerate(self.changes):
            end = self.changes[at + 1][0] if at + 1 < len(self.changes) else last + ONE_DAY
            total += fen * max((min(end, last + ONE_DAY) - max(start, self.unposted)).days, 0)
        return total

    def begin(self, on: date, *, unpaid_only: bool = False) -> None:
        """From `on`, past or future, it bears interest; `unpaid_only`: as if what was paid had never been owed."""
        self.bearing, self.grace_of, self.unposted = True, None, on
        if unpaid_only:
            self.changes = [(on, self.fen)]

    def stand(self, since: date) -> None:
        """What is left now is all that counts, since a day."""
        self.changes = [(since, self.fen)]

    def forget_before(self, day: date) -> None:
        """Changes before a day are over; the later ones stay."""
        before = [fen for start, fen in self.changes if start <= day]
        if before:
            self.changes = [(day, before[-1]), *(each for each in self.changes if each[0] > day)]


class Lots:
    """All lots of a card, the credit of an overpayment, and the interest not posted yet."""

    def __init__(self, terms: CardTerms) -> None:
        self._terms = terms
        self._rate = Fraction(terms.daily_rate)
        self._cash_rate = self._rate if terms.cash.daily_rate is None else Fraction(terms.cash.daily_rate)
        self._overdue_rate = self._rate if terms.overdue_rate is None else Fraction(terms.overdue_rate)
        self._rank = {part: rank for rank, part in enumerate(terms.order)}
        self.all: list[Lot] = []
        self.credit_fen = 0
        self.interest, self.penalty = Fraction(0), Fraction(0)

    def post(self, part: Part, fen: int, starts: date, bill: int | None = None) -> Lot:
        """A new debt; a credit pays it at once."""
        lot = Lot(part, fen, starts, bill)
        used = min(self.credit_fen, fen)
        if used:
            self.credit_fen -= used
            lot.fen -= used
            lot.stand(starts)
        lot.bearing = part is Part.CASH
        lot.grace_of = bill if part in (Part.PURCHASE, Part.INSTALMENT) else None
        self.all.append(lot)
        return lot

    def receive(self, fen: int, on: date, *, credit: bool = True) -> int:
        """Money in: billed before unbilled, then by the order of the terms, then the oldest; the rest is a credit, or
        left out. Returns how much of it counts."""
        left = fen
        in_order = sorted(
            (lot for lot in self.all if lot.fen), key=lambda lot: (lot.bill is None, self._rank[lot.part], lot.starts)
        )
        for lot in in_order:
            left -= lot.take(left, on)
        if not credit:
            return fen - left
        self.credit_fen += left
        return fen

    def convert(self, fen: int, on: date, *, billed: bool) -> int:
        """Takes purchases off, the latest first: they go on as instalments. Returns how much there was."""
        taken = 0
        for lot in reversed(self.all):
            if lot.part is Part.PURCHASE and (lot.bill is not None) == billed:
                taken += lot.take(fen - taken, on)
        return taken

    def sums(self, up_to_bill: int | None = None, *, billed: bool = True) -> dict[Part, int]:
        """What is owed by part: on statements (up to one of them), or not billed yet."""
        found: dict[Part, int] = {}
        for lot in self._chosen(up_to_bill, billed=billed):
            if lot.fen:
                found[lot.part] = found.get(lot.part, 0) + lot.fen
        return found

    def _chosen(self, up_to_bill: int | None, *, billed: bool) -> Iterator[Lot]:
        for lot in self.all:
            if (lot.bill is not None) == billed and (lot.bill is None or up_to_bill is None or lot.bill <= up_to_bill):
                yield lot

    def owed_fen(self) -> int:
        """All that is owed, billed or not; negative where more was paid."""
        return sum(lot.fen for lot in self.all) - self.credit_fen

    def lose_grace(self, bill: int, due_on: date) -> None:
        """The statement was not paid in full: what stood on it bears interest, by the terms' basis."""
        basis = self._terms.grace_loss
        for lot in self.all:
            if lot.grace_of == bill:
                from_due = basis is GraceLoss.FROM_DUE_DATE
                lot.begin(due_on + ONE_DAY if from_due else lot.starts, unpaid_only=basis is GraceLoss.UNPAID_PART_ONLY)

    def keep_grace(self, bill: int, on: date) -> None:
        """The statement counts as paid: a rest within the tolerance is free until the next statement's due day."""
        for lot in self.all:
            if lot.grace_of == bill:
                lot.grace_of, lot.starts = None, on + ONE_DAY
                lot.stand(lot.starts)

    def set_overdue(self, bill: int, due_on: date) -> None:
        """The principal of the statement bears the overdue rate from the day after the due date."""
        for lot in self._chosen(bill, billed=True):
            if lot.part in PRINCIPAL and lot.bearing:
                self._settle(lot, due_on)
                lot.overdue = True

    def end_overdue(self, on: date) -> None:
        """From that day on, the ordinary rate again."""
        for lot in self.all:
            if lot.overdue:
                self._settle(lot, on - ONE_DAY)
                lot.overdue = False

    def settle(self, last: date) -> None:
        """Moves all interest up to the end of a day into `interest` and `penalty`, exact."""
        for lot in self.all:
            if lot.bearing:
                self._settle(lot, last)

    def _settle(self, lot: Lot, last: date) -> None:
        if last < lot.unposted:
            return
        if fen_days := lot.fen_days(last):
            if lot.overdue:
                self.penalty += self._overdue_rate * fen_days
            else:
                self.interest += (self._cash_rate if lot.part is Part.CASH else self._rate) * fen_days
        lot.unposted = last + ONE_DAY
        lot.forget_before(lot.unposted)

    def accrued(self, on: date) -> Fraction:
        """The interest (and penalty) up to the end of a day that is not posted yet, exact fen."""
        return self.interest + self.penalty + self._at_rates((lot, lot.fen_days(on)) for lot in self.all if lot.bearing)

    def accruing(self) -> Fraction:
        """The interest of one more day while nothing changes, exact fen."""
        return self._at_rates((lot, lot.fen) for lot in self.all if lot.bearing)

    def _at_rates(self, amounts: Iterable[tuple[Lot, int]]) -> Fraction:
        ordinary = cash = overdue = 0  # whole numbers first: fractions are slow
        for lot, fen in amounts:
            if lot.overdue:
                overdue += fen
            elif lot.part is Part.CASH:
                cash += fen
            else:
                ordinary += fen
        return self._rate * ordinary + self._cash_rate * cash + self._overdue_rate * overdue

    def bill_all(self, bill: int) -> None:
        """What was not billed stands on this statement, as it is now; what is paid and over is forgotten."""
        kept = []
        for lot in self.all:
            if lot.fen == 0 and lot.grace_of is None:
                continue
            if lot.bill is None:
                lot.bill = bill
            if not lot.bearing and lot.grace_of is None and lot.part in PRINCIPAL:
                lot.grace_of = bill
                lot.stand(lot.starts)
            kept.append(lot)
        self.all = _merged(kept, bill - MOST_WAITING)


def _merged(lots: Sequence[Lot], up_to_bill: int) -> list[Lot]:
    """Old lots of a kind in one, all interest of theirs being posted: nothing will tell them apart any more."""
    found: list[Lot] = []
    first: dict[tuple[Part, bool, bool], Lot] = {}
    for lot in lots:
        old = lot.bill is not None and lot.bill <= up_to_bill and lot.grace_of is None
        same = first.setdefault((lot.part, lot.bearing, lot.overdue), lot) if old else lot
        if same is lot:
            found.append(lot)
        else:
            same.fen += lot.fen
            same.stand(same.unposted)
    return found
