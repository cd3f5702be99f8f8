"""Which loan or line a debt row of a statement belongs to: proposals with a reason, best first, none taken for sure.

Rows are looked at in order of time, each against the debts as they would stand with the rows before it settled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from planner.core.debt_targets import NAMED, Fit, LineDebt, LoanDebt, Part, Target, line_target, loan_target, near
from planner.core.facts import LineKind, RowRef
from planner.core.row_pairs import banks_named
from planner.core.statement_rows import DebtKind

SAME_PAYMENT_DAYS = 3
"""A repayment entered by hand and one of a statement are one when their amounts agree and no more days lie between."""
_MOST_LOANS = 8
_MOST_TARGETS = 12
_FAILED = "失败"
_CARD = "credit_card"
_SHORTEST_NAME = 2


class DebtRow(NamedTuple):
    """A row that repays or pays out: fen, without a sign; `product` is the product key it names, or empty; `account`
    the last digits of the card it is of."""

    id: int
    kind: DebtKind
    on: date
    fen: int
    product: str
    words: str
    account: str = ""


class EnteredPayment(NamedTuple):
    """A repayment on record that no row of a statement is linked with."""

    id: int
    account: RowRef
    name: str
    product: str
    on: date
    fen: int


class Settlement(NamedTuple):
    """A row of a statement and what of it went to which debt."""

    row_id: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class DebtProposal:
    """Where a row may belong, best first, with what the user may choose by hand. `sure`: the first is exact, and no
    other fits as well."""

    row: DebtRow
    targets: tuple[Target, ...]
    sure: bool

    @property
    def best(self) -> Target | None:
        """What is proposed; None where nothing speaks for any debt of the book."""
        return self.targets[0] if self.targets and self.targets[0].fit is not Fit.BY_HAND else None


@dataclass
class _Debts:
    """The debts as they stand with what was looked at so far. `doubtful` are those that a row before may have paid."""

    loans: dict[RowRef, LoanDebt]
    lines: dict[RowRef, LineDebt]
    entered: list[EnteredPayment]
    drawn: set[RowRef]
    doubtful: set[RowRef]

    def take(self, row: DebtRow, proposal: DebtProposal) -> None:
        """What the rows after it see: its best target as if it were confirmed, where that is exact."""
        if not proposal.targets:
            return
        best = proposal.targets[0]
        exact = [target for target in proposal.targets if target.fit.strength <= 1]
        touched = {part.account for target in exact for part in target.parts}
        if not proposal.sure:
            self.doubtful |= touched
        if best.fit.strength > 1:
            return
        for part in best.parts:
            if best.fit is Fit.DRAWN:
                self.drawn.add(part.account)
            elif part.repayment_id is not None:
                self.entered = [each for each in self.entered if each.id != part.repayment_id]
            elif part.account in self.loans:
                self.loans[part.account] = self.loans[part.account].with_part(part, row.on)
            else:
                self.lines[part.account] = self.lines[part.account].with_part(part, row.on)


def debt_proposals(
    rows: Sequence[DebtRow],
    loans: Sequence[LoanDebt],
    lines: Sequence[LineDebt],
    entered: Sequence[EnteredPayment] = (),
    drawn: frozenset[RowRef] = frozenset(),
) -> tuple[DebtProposal, ...]:
    """A proposal for each row that repaid or paid out, in order of time; a failed repayment is none.

    `drawn` are loans whose drawdown is linked with a row already. Two targets that fit equally are never sure, nor is
    what depends on such a row. Amounts are compared to the fen.
    """
    debts = _Debts(
        {each.ref: each for each in loans}, {each.fact.ref: each for each in lines}, list(entered), set(drawn), set()
    )
    found = []
    for row in sorted(rows, key=lambda each: (each.on, each.id)):
        if row.kind is DebtKind.FAILED_REPAYMENT or _FAILED in row.words or row.fen <= 0:
            continue
        targets = _drawdowns(debts, row) if row.kind is DebtKind.DRAWDOWN else _repayments(debts, row)
        ranked = sorted(targets, key=lambda each: (*each.rank, [(part.account.kind, part.account.id)
                                                                for part in each.parts]))[:_MOST_TARGETS]  # fmt: skip
        proposal = DebtProposal(row, tuple(ranked), _is_sure(ranked, debts))
        found.append(proposal)
        debts.take(row, proposal)
    return tuple(found)


def _is_sure(ranked: Sequence[Target], debts: _Debts) -> bool:
    if not ranked or ranked[0].fit.strength > 1:
        return False
    if any(part.account in debts.doubtful for part in ranked[0].parts):
        return False
    return len(ranked) == 1 or ranked[1].rank > ranked[0].rank


def affinity(row: DebtRow, product: str, names: Sequence[str], *, card: bool = False) -> int:
    """How a row's product and words go with a debt: 0 not at all, 1 nothing speaks for or against it, 2 they name it,
    3 they name its bank or card as well."""
    product = product or (_CARD if card else "")
    if row.product and row.product != product and not product.endswith(f"_{row.product}"):
        return 0
    said, own = banks_named(row.words), banks_named(" ".join(names))
    if card and said and own:
        return NAMED + 1 if said & own else 0
    if row.account and card and any(row.account in name for name in names):
        return NAMED + 1
    if row.product:
        return NAMED
    heads = [name.split("·")[0].strip() for name in names]
    if said & own or any(len(head) >= _SHORTEST_NAME and head in row.words for head in heads):
        return NAMED
    return 0 if card else 1


def _repayments(debts: _Debts, row: DebtRow) -> list[Target]:
    near_loans = [(loan, affinity(row, loan.product, (loan.name, loan.lender))) for loan in debts.loans.values()]
    found = _entered(debts, row)
    on_record = {part.account for target in found for part in target.parts}
    for loan, likes in near_loans:
        if loan.ref not in on_record and (target := loan_target(loan, row.fen, row.on, likes)) is not None:
            found.append(target)
    found += _several([loan for loan, likes in near_loans if likes >= NAMED], row)
    for line in debts.lines.values():
        card = line.fact.kind is LineKind.CARD
        likes = affinity(row, line.product, (line.fact.name, line.lender), card=card)
        if line.fact.ref not in on_record and (target := line_target(line, row.fen, row.on, likes)) is not None:
            found.append(target)
    return found


def _entered(debts: _Debts, row: DebtRow) -> list[Target]:
    """Repayments on record that the row may be: one of its amount, or those of one day and product that make it up."""
    close = [each for each in debts.entered if abs((each.on - row.on).days) <= SAME_PAYMENT_DAYS]
    liked = [
        (each, likes)
        for each in close
        if (likes := affinity(row, each.product, (each.name,), card=each.product == _CARD))
    ]
    found = [
        Target(Fit.ENTERED, (_on_record(each),), likes, each.on == row.on)
        for each, likes in liked
        if each.fen == row.fen
    ]
    if found:
        return found
    days: defaultdict[date, list[EnteredPayment]] = defaultdict(list)
    for each, likes in liked:
        if likes >= NAMED:
            days[each.on].append(each)
    return [
        Target(Fit.ENTERED, tuple(_on_record(each) for each in some), NAMED, on == row.on)
        for on, some in days.items()
        if len(some) > 1 and sum(each.fen for each in some) == row.fen
    ]


def _on_record(paid: EnteredPayment) -> Part:
    return Part(paid.account, paid.name, paid.fen, repayment_id=paid.id, due_on=paid.on)


def _several(loans: Sequence[LoanDebt], row: DebtRow) -> list[Target]:
    """Loans whose next instalments fall due on one day and come to the amount together: the most of them first."""
    by_day: defaultdict[date, list[tuple[LoanDebt, int]]] = defaultdict(list)
    for loan in loans:
        if loan.closed_on is None and loan.terms.drawn_on <= row.on:
            first = loan.course_by(row.on).next_open()
            if first is not None and first.open_fen < row.fen and near(first.row.due_on, row.on):
                by_day[first.row.due_on].append((loan, first.open_fen))
    found = []
    for due_on, some in by_day.items():
        for count in range(min(len(some), _MOST_LOANS), 1, -1):
            fitting = [each for each in combinations(some[:_MOST_LOANS], count) if sum(f for _, f in each) == row.fen]
            for each in fitting[:2]:
                parts = tuple(loan.split(fen, 0, row.on) for loan, fen in each)
                found.append(Target(Fit.SEVERAL, parts, NAMED, due_on == row.on))
            if fitting:
                break
    return found


def _drawdowns(debts: _Debts, row: DebtRow) -> list[Target]:
    """Loans of the book that were drawn then with this amount."""
    found = []
    for loan in debts.loans.values():
        likes = affinity(row, loan.product, (loan.name, loan.lender))
        apart = abs((loan.terms.drawn_on - row.on).days)
        amounts = (loan.terms.received_fen, loan.terms.principal_fen)
        if loan.ref not in debts.drawn:
            fits = likes and apart <= SAME_PAYMENT_DAYS and row.fen in amounts
            part = Part(loan.ref, loan.name, row.fen, due_on=loan.terms.drawn_on)
            found.append(Target(Fit.DRAWN if fits else Fit.BY_HAND, (part,), likes, apart == 0))
    return found
