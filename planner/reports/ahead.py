"""Whether the dues can be paid from cash and income, as every page says it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.debt_service import profile_on
from planner.core.facts import CashFact, CreditFacts, ProfileFact, RowKind, RowRef
from planner.core.month_ahead import MonthAhead, month_ahead
from planner.reports.dues import Dues

NOTHING_SAID = ProfileFact(RowRef(RowKind.PROFILE, 0), date.min, None, None, None)


def dues_ahead(facts: CreditFacts, due: Dues, asked: Sequence[tuple[date, int]] | None = None) -> MonthAhead | None:
    """Whether the dues, or what is `asked` of them ((day, fen)), can be paid; None while no cash is known."""
    latest = latest_cash(facts)
    if not latest:
        return None
    profile = profile_on(facts, due.today) or NOTHING_SAID
    return month_ahead(
        today=due.today,
        until=due.until,
        cash_fen=sum(each.balance_fen for each in latest),
        cash_on=max(each.on for each in latest),
        dues=[(each.due_on, each.open_fen) for each in due.rows] if asked is None else asked,
        income_fen=profile.income_fen,
        payday=profile.payday,
        essential_fen=profile.essential_fen,
    )


def latest_cash(facts: CreditFacts) -> tuple[CashFact, ...]:
    """The latest balance of each account."""
    return tuple({each.account_id: each for each in facts.cash}.values())
