"""Words for paying a loan off on a day, and for paying principal back early."""

from __future__ import annotations

from planner.core.events import PrepayMode
from planner.core.rates import CostFound
from planner.core.settlement import Owed
from planner.i18n import tr
from planner.wording.amounts import UNKNOWN, percent


def settle_parts(owed: Owed, interest_days: int) -> list[tuple[str, str, int]]:
    """The parts of a payoff as (key, words, fen); those that are nothing are left out."""
    interest = tr("Interest to the day ({days} days)").format(days=interest_days)
    if interest_days == 1:
        interest = tr("Interest to the day (1 day)")
    parts = [
        ("due_principal", tr("Principal due by then"), owed.due_principal_fen),
        ("due_interest", tr("Interest due by then"), owed.due_interest_fen),
        ("due_fee", tr("Fees due by then"), owed.due_fee_fen),
        ("penalty", tr("Penalty so far"), owed.penalty_fen),
        ("principal", tr("Principal not due yet"), owed.principal_fen),
        ("interest", interest, owed.accrued_fen),
        ("fees", tr("Fees begun or kept"), owed.fees_fen),
        ("early_fee", tr("Price of paying early"), owed.early_fee_fen),
    ]
    return [(key, words, fen) for key, words, fen in parts if fen]


def taken_words(count: int) -> str:
    """What is taken for granted of the instalments before a day ahead; nothing where there are none."""
    if not count:
        return ""
    words = tr("1 instalment before that day counts as paid in time.")
    return words if count == 1 else tr("{count} instalments before that day count as paid in time.").format(count=count)


def short_mode(mode: PrepayMode | None) -> str:
    """A way to go on after a prepayment, as the head of a column; None is the plan as it is."""
    if mode is None:
        return tr("As it is")
    return {
        PrepayMode.SHORTER_TERM: tr("Shorter term"),
        PrepayMode.LOWER_PAYMENT: tr("Lower payment"),
    }[mode]


def short_cost(found: CostFound) -> tuple[str, str]:
    """The simple and the compound yearly cost without their names; dashes where there is not one cost."""
    cost = found.only
    return (UNKNOWN, UNKNOWN) if cost is None else (f"{percent(cost.nominal, 2)}%", f"{percent(cost.effective, 2)}%")
