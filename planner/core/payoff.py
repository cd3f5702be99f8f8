"""What pays a loan off on a day: the principal left, what is overdue, and the interest counted until then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.core.repayments import Instalment, LoanCourse
from planner.core.schedules import RateChange, interest_on, period_rate, rate_on
from planner.core.terms import LoanTerms, RepaymentMethod


def payoff_fen(terms: LoanTerms, found: LoanCourse, rate_changes: Sequence[RateChange], on: date) -> int:
    """Fen to pay at the end of a day so that nothing is owed: instalments due by then whole, of later ones the
    principal, and of the current period the interest to the day (its fee whole, where the loan has a flat fee).

    An estimate: a contract may ask a fee for it, or interest to the next due day, and round another way.
    """
    due = [each for each in found.instalments if each.row.due_on <= on]
    later = [each for each in found.instalments if each.row.due_on > on and each.settled_on is None]
    owed = sum(each.open_fen for each in due) + sum(each.open_principal_fen for each in later)
    return owed + (_counted(terms, later[0], rate_changes, on) if later else 0)


def _counted(terms: LoanTerms, current: Instalment, rate_changes: Sequence[RateChange], on: date) -> int:
    """The interest and fee of the current instalment that have come up by a day and are not paid yet."""
    row = current.row
    cost_left = max(row.interest_fen + row.fee_fen - current.paid_fen, 0)
    start = max(on, row.start_on)
    ahead = 0
    if terms.method is not RepaymentMethod.EQUAL_PRINCIPAL_FLAT_FEE and start < row.due_on:
        rate = period_rate(terms, rate_on(terms, rate_changes, row.start_on), start, row.due_on)
        ahead = interest_on(row.balance_fen + row.principal_fen, rate)
    begun = row.start_on < on
    return max(cost_left - ahead, 0) if begun else 0
