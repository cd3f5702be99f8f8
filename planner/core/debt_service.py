"""What debts ask for in a month: one figure for the warnings and the health factor alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.core.calendar import add_months, month_end
from planner.core.facts import CreditFacts, LineFact, ProfileFact, RowRef
from planner.core.line_balance import bought_balances
from planner.core.money import divide_half_up

WINDOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class DebtService:
    """Fen a month. `total_fen` = instalments + a tenth of the average revolving balance; principal that falls due
    in one sum is left out and named."""

    instalments_fen: int
    revolving_fen: int
    bullet_left_out_fen: int
    rows: tuple[RowRef, ...]

    @property
    def total_fen(self) -> int:
        return self.instalments_fen + self.revolving_fen


def debt_service(facts: CreditFacts, on: date) -> DebtService:
    """Instalments that fall due before `on` + 30 days and were not settled before `on`, what is overdue at the end of
    `on` included (so that paying nothing never looks like owing less), and 10 % of the six-month average balance
    of the lines that have statements, half-up to the fen (domain.md §3.1); of lines that only purchases are known of,
    their month ends. What is drawn from a line as a loan counts by its instalments only.
    """
    end = on + timedelta(days=WINDOW_DAYS)
    instalments = bullet = 0
    rows: list[RowRef] = []
    for loan in facts.loans:
        for due in loan.dues:
            # an instalment of a day before is no more to pay once it is settled, by the end of `on` as well
            over = on if due.due_on < on else on - timedelta(days=1)
            settled = due.settled_on is not None and due.settled_on <= over
            if due.due_on < end and not settled and loan.opened_on <= on:
                instalments += due.amount_fen - due.bullet_fen
                bullet += due.bullet_fen
                rows.append(due.ref)
    tenths = 0
    for line in facts.lines:
        if line.closed_on is not None and line.closed_on <= on:
            continue
        recent = [(each.balance_fen, each.ref) for each in line.statements if add_months(on, -6) < each.on <= on]
        if not any(each.on <= on for each in line.statements):
            recent = _month_ends(line, on)
        if recent:
            tenths += divide_half_up(sum(max(fen, 0) for fen, _ in recent), 10 * len(recent))
            rows.extend(dict.fromkeys(ref for _, ref in recent))
    return DebtService(instalments, tenths, bullet, tuple(rows))


def _month_ends(line: LineFact, on: date) -> list[tuple[int, RowRef]]:
    """The balances at the last six month ends, of a line whose purchases are known but no statement."""
    days = [month_end(add_months(on + timedelta(days=1), -back, 1)) for back in range(6, 0, -1)]
    balances = bought_balances(line, days)
    return [(each.total_fen, line.ref) for each in balances if each is not None]


def profile_on(facts: CreditFacts, on: date) -> ProfileFact | None:
    """What the user says of income and spending, as in force on a day."""
    return next((each for each in reversed(facts.profile) if each.since <= on), None)
