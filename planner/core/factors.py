"""The factors of limit health: each a function of facts and a day, with the rows it came from (health.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from planner.core.calendar import add_months, month_end, whole_months_between
from planner.core.debt_service import debt_service, profile_on
from planner.core.facts import CreditFacts, LineFact, LoanFact, RowRef
from planner.core.lateness import Bill, bills
from planner.core.line_balance import bought_balances
from planner.core.line_limits import limit_on, limits_together

CYCLE_DAYS = 30
OVER_LIMIT = Decimal("Infinity")
"""A balance where there is no limit at all."""


class MissingInput(StrEnum):
    """What to enter so that a factor is known."""

    DUE_DATES = "due_dates"
    STATEMENTS = "statements"
    INCOME = "income"
    ESSENTIAL = "essential"
    DEBTS = "debts"
    CASH = "cash"
    APPLICATIONS = "applications"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class FactorValue:
    """A factor on a day. `missing` says what to enter where it is not known; a known `value` of None means that
    there is nothing of the kind (never late)."""

    factor_id: str
    value: int | Decimal | None
    rows: tuple[RowRef, ...]
    missing: MissingInput | None = None

    @property
    def known(self) -> bool:
        return self.missing is None


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts and the day with what several factors need of them."""

    facts: CreditFacts
    on: date
    bills: tuple[Bill, ...]
    due_months: int
    slots: tuple[tuple[int, int, list[RowRef]], ...]
    """The balances of revolving lines (`_statement_slots`)."""


def factor_values(facts: CreditFacts, on: date) -> dict[str, FactorValue]:
    """All factors on a day; what is dated later does not count."""
    scene = Scene(facts, on, bills(facts, on), _due_months(facts, on), tuple(_statement_slots(facts, on)))
    return {factor_id: factor(factor_id, scene) for factor_id, factor in FACTORS.items()}


def exact(value: Fraction) -> Decimal:
    """A ratio as a decimal of 28 digits; factors are compared before any rounding for display."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _due_months(facts: CreditFacts, on: date) -> int:
    """The calendar months with a due date on record."""
    days = {due.due_on for loan in facts.loans for due in loan.dues if due.due_on <= on}
    days |= {statement.due_on for line in facts.lines for statement in line.statements if statement.on <= on}
    return len({(day.year, day.month) for day in days})


def _late(scene: Scene) -> list[Bill]:
    """Bills of the last 24 months that were a billing cycle late or more, and older ones that still are."""
    since = add_months(scene.on, -24)
    return [bill for bill in scene.bills if bill.days_late >= CYCLE_DAYS and (bill.open or bill.due_on > since)]


def _needs_due_dates(scene: Scene, found: Sequence[Bill] = ()) -> MissingInput | None:
    """Six months of due dates; a lateness that is on record is known before."""
    return None if found or scene.due_months >= 6 else MissingInput.DUE_DATES


def _late_count(factor_id: str, scene: Scene) -> FactorValue:
    late = _late(scene)
    return FactorValue(factor_id, len(late), _refs(late), _needs_due_dates(scene, late))


def _late_worst(factor_id: str, scene: Scene) -> FactorValue:
    late = _late(scene)
    worst = max((min(bill.days_late // 30 * 30, 90) for bill in late), default=0)
    return FactorValue(factor_id, worst, _refs(late), _needs_due_dates(scene, late))


def _late_now(factor_id: str, scene: Scene) -> FactorValue:
    """30 with one due date missed (from its first day), 60 with two or more; 90 where three cycles are reported."""
    open_now = [bill for bill in scene.bills if bill.open and bill.days_late > 0]
    counted = min(len(open_now), 2)
    cycles = max(counted, max((bill.cycles for bill in open_now), default=0))
    return FactorValue(factor_id, cycles * 30, _refs(open_now), _needs_due_dates(scene, open_now))


def _late_since(factor_id: str, scene: Scene) -> FactorValue:
    late = _late(scene)
    if not late:
        return FactorValue(factor_id, None, (), _needs_due_dates(scene))
    last = max(late, key=lambda bill: bill.late_until)
    months = whole_months_between(last.late_until, scene.on)
    return FactorValue(factor_id, months, (last.ref,))


def _missed_pay(factor_id: str, scene: Scene) -> FactorValue:
    since = add_months(scene.on, -6)
    missed = [bill for bill in scene.bills if bill.untouched and since < bill.cycle_end <= scene.on]
    return FactorValue(factor_id, len(missed), _refs(missed), _needs_due_dates(scene, missed))


def recent_balances(facts: CreditFacts, line: LineFact, on: date) -> list[tuple[date, int, RowRef]]:
    """A line's latest three balances, newest first: of its statements, or, where it has none, of its loans and
    purchases at the last three month ends. Older than four months do not count."""
    oldest = add_months(on, -4)
    found = [(each.on, max(each.balance_fen, 0), each.ref) for each in line.statements if oldest < each.on <= on]
    if not _has_statements(line, on):
        loans = [loan for loan in facts.loans if loan.line_id == line.ref.id and loan.opened_on <= on]
        ends = [month_end(add_months(on + timedelta(days=1), -back, 1)) for back in (3, 2, 1)]
        for day, bought in zip(ends, bought_balances(line, ends), strict=True):
            if line.opened_on <= day and (loans or bought is not None):
                owed = sum(balance_on(loan, day) for loan in loans) + (0 if bought is None else bought.total_fen)
                found.append((day, owed, line.ref))
    return sorted(found, key=lambda each: each[0], reverse=True)[:3]


def _has_statements(line: LineFact, on: date) -> bool:
    return any(each.on <= on for each in line.statements)


def balance_on(loan: LoanFact, day: date) -> int:
    """The principal of a loan at the end of a day, fen."""
    return next((balance for since, balance in reversed(loan.balances) if since <= day), 0)


def _statement_slots(facts: CreditFacts, on: date) -> list[tuple[int, int, list[RowRef]]]:
    """For the latest, second and third latest balance of the lines: Σ balances, Σ limits in force then, rows. A limit
    that lines share counts once."""
    slots: list[tuple[int, list[RowRef]]] = []
    limits: list[list[tuple[LineFact, date]]] = []
    for line in facts.lines:
        if line.opened_on > on or (line.closed_on is not None and line.closed_on <= on):
            continue
        for number, (day, balance, ref) in enumerate(recent_balances(facts, line, on)):
            limit = limit_on(line, day)
            if limit is not None:
                while number >= len(slots):
                    slots.append((0, []))
                    limits.append([])
                before = slots[number]
                drawn = [each for each in facts.loans if each.line_id == line.ref.id and balance_on(each, day)]
                rows = [ref, *(each.ref for each in drawn if not _has_statements(line, on)), limit.ref]
                slots[number] = (before[0] + balance, [*before[1], *rows])
                limits[number].append((line, day))
    return [(owed, limits_together(of_slot), rows) for (owed, rows), of_slot in zip(slots, limits, strict=True)]


def _utilisation(factor_id: str, scene: Scene) -> FactorValue:
    slots = scene.slots
    if not slots:
        return FactorValue(factor_id, None, (), MissingInput.STATEMENTS)
    rows = tuple(dict.fromkeys(ref for _, _, refs in slots for ref in refs))
    if any(limit == 0 and balance > 0 for balance, limit, _ in slots):
        return FactorValue(factor_id, OVER_LIMIT, rows)
    ratios = [Fraction(balance, limit) for balance, limit, _ in slots if limit]
    return FactorValue(factor_id, exact(sum(ratios, Fraction(0)) / max(len(ratios), 1)), rows)


def _dormant(factor_id: str, scene: Scene) -> FactorValue:
    slots = scene.slots
    if not slots:
        return FactorValue(factor_id, None, (), MissingInput.STATEMENTS)
    rows = tuple(dict.fromkeys(ref for _, _, refs in slots for ref in refs))
    return FactorValue(factor_id, int(all(balance <= 0 for balance, _, _ in slots)), rows)


def _dti(factor_id: str, scene: Scene) -> FactorValue:
    profile = profile_on(scene.facts, scene.on)
    if profile is None or profile.income_fen is None:
        return FactorValue(factor_id, None, (), MissingInput.INCOME)
    if not _accounts(scene):
        return FactorValue(factor_id, None, (), MissingInput.DEBTS)
    service = debt_service(scene.facts, scene.on)
    rows = (profile.ref, *service.rows)
    if profile.income_fen == 0:
        return FactorValue(factor_id, OVER_LIMIT if service.total_fen else Decimal(0), rows)
    return FactorValue(factor_id, exact(Fraction(service.total_fen, profile.income_fen)), rows)


def _applications(factor_id: str, scene: Scene) -> FactorValue:
    since = add_months(scene.on, -6)
    hard = [each for each in scene.facts.applications if each.hard and since < each.on <= scene.on]
    complete_since = scene.facts.applications_complete_since
    missing = None if complete_since is not None and complete_since <= since else MissingInput.APPLICATIONS
    return FactorValue(factor_id, len(hard), tuple(each.ref for each in hard), missing)


def _accounts(scene: Scene) -> list[LineFact | LoanFact]:
    """All credit accounts ever opened; a loan drawn under a line is part of it."""
    accounts: list[LineFact | LoanFact] = [line for line in scene.facts.lines if line.opened_on <= scene.on]
    accounts += [loan for loan in scene.facts.loans if loan.line_id is None and loan.opened_on <= scene.on]
    return accounts


def _oldest_months(factor_id: str, scene: Scene) -> FactorValue:
    accounts = _accounts(scene)
    if not accounts:
        return FactorValue(factor_id, None, (), MissingInput.ACCOUNTS)
    oldest = min(accounts, key=lambda account: account.opened_on)
    return FactorValue(factor_id, whole_months_between(oldest.opened_on, scene.on), (oldest.ref,))


def _open_lines(factor_id: str, scene: Scene) -> FactorValue:
    accounts = _accounts(scene)
    if not accounts:
        return FactorValue(factor_id, None, (), MissingInput.ACCOUNTS)
    still = [each for each in accounts if each.closed_on is None or each.closed_on > scene.on]
    return FactorValue(factor_id, len(still), tuple(each.ref for each in still))


def _buffer_months(factor_id: str, scene: Scene) -> FactorValue:
    latest = {cash.account_id: cash for cash in scene.facts.cash if cash.on <= scene.on}
    profile = profile_on(scene.facts, scene.on)
    if not latest:
        return FactorValue(factor_id, None, (), MissingInput.CASH)
    if profile is None or not profile.income_fen:
        return FactorValue(factor_id, None, (), MissingInput.INCOME)
    liquid = max(sum(cash.balance_fen for cash in latest.values()), 0)
    rows = (profile.ref, *(cash.ref for cash in latest.values()))
    return FactorValue(factor_id, exact(Fraction(liquid, profile.income_fen)), rows)


def _refs(late: list[Bill]) -> tuple[RowRef, ...]:
    return tuple(bill.ref for bill in late)


FACTORS: dict[str, Callable[[str, Scene], FactorValue]] = {
    "late_count": _late_count,
    "late_worst": _late_worst,
    "late_now": _late_now,
    "late_since": _late_since,
    "missed_pay": _missed_pay,
    "utilisation": _utilisation,
    "dormant": _dormant,
    "dti": _dti,
    "applications": _applications,
    "oldest_months": _oldest_months,
    "open_lines": _open_lines,
    "buffer_months": _buffer_months,
}
"""Every factor by the id it has in the points table."""
