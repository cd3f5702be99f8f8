"""The overview: this month's dues, all debt, its share of income and its cost, from the same reports as the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from planner.core.debt_service import debt_service, profile_on
from planner.core.factors import OVER_LIMIT, exact
from planner.core.facts import CreditFacts, LineFact, ProfileFact, RowKind, RowRef
from planner.core.line_balance import line_balance
from planner.core.month_ahead import MonthAhead
from planner.core.punctuality import Punctuality, punctuality
from planner.core.scorecard import Scorecard
from planner.core.warnings import Rules
from planner.reports.ahead import dues_ahead, latest_cash
from planner.reports.debt import DebtCourse, debt_course
from planner.reports.dues import DAYS_AHEAD, Dues, asked, open_dues
from planner.reports.figures import ThisMonth, month_sums, open_loans
from planner.reports.health import HealthReport, health_report
from planner.reports.loans import Accounts, accounts
from planner.reports.records import records_of
from planner.reports.sample import is_sample
from planner.reports.warnings import WarningsReport, warnings_report
from planner.store.reader import Reader

NOTHING_SAID = ProfileFact(RowRef(RowKind.PROFILE, 0), date.min, None, None, None)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the first page. `cash_on` is the day of the oldest cash balance, `ahead` says whether the dues can
    be paid from it, `minimum_suffices` whether they can at least where statements are paid by their minimum.
    `unbilled_fen` was bought with lines and is on no statement yet.

    `untouched` is a book with nothing of the user's in it, `is_sample` one that holds the sample. `repayments_seen`
    counts the rows of statements that repay a debt or pay out a loan. What cannot be known is None: `ahead` without
    cash, `debt_to_income` without an income, `average_cost` (nominal, weighted by principal) without open loans.
    """

    today: date
    untouched: bool
    is_sample: bool
    has_accounts: bool
    transactions: int
    repayments_seen: int
    month: ThisMonth
    dues: Dues
    ahead: MonthAhead | None
    minimum_suffices: bool
    unbilled_fen: int
    cash_on: date | None
    essential_fen: int | None
    income_fen: int | None
    payday: int | None
    debt: DebtCourse
    open_loans: int
    debt_to_income: Decimal | None
    average_cost: Decimal | None
    dearest_name: str
    dearest_cost: Decimal | None
    health: HealthReport
    warnings: WarningsReport
    punctuality: Punctuality


def overview(reader: Reader, *, today: date, scorecard: Scorecard, rules: Rules) -> Overview:
    """The page as of a day."""
    records = records_of(reader, today=today)
    facts = records.facts
    listed = accounts(reader, today=today, records=records)
    profile = profile_on(facts, today) or NOTHING_SAID
    income = profile.income_fen
    costs = _costs(listed)
    owed = sum(fen for fen, _, _ in costs)
    dearest = max(costs, key=lambda each: each[1], default=(0, None, ""))
    rows = asked(records, until=date.max)
    due = open_dues(rows, today=today, until=today + timedelta(days=DAYS_AHEAD))
    transactions = reader.value("SELECT count(*) FROM transaction_row")
    return Overview(
        today=today,
        untouched=not (listed.rows or transactions or facts.profile or facts.cash),
        is_sample=is_sample(reader),
        has_accounts=bool(listed.rows),
        transactions=transactions,
        repayments_seen=reader.value("SELECT count(*) FROM transaction_row WHERE debt IN ('repayment', 'drawdown')"),
        month=month_sums(rows, month=today),
        dues=due,
        ahead=dues_ahead(facts, due),
        minimum_suffices=_minimum_suffices(facts, due),
        unbilled_fen=sum(_unbilled(line, today) for line in facts.lines),
        cash_on=min((each.on for each in latest_cash(facts)), default=None),
        essential_fen=profile.essential_fen,
        income_fen=income,
        payday=profile.payday,
        debt=debt_course(reader, today=today, records=records),
        open_loans=listed.open_loans,
        debt_to_income=_ratio(facts, today, income) if listed.rows else None,
        average_cost=sum((fen * cost for fen, cost, _ in costs), Decimal(0)) / owed if owed else None,
        dearest_name=dearest[2],
        dearest_cost=dearest[1],
        health=health_report(reader, today=today, scorecard=scorecard, records=records),
        warnings=warnings_report(reader, today=today, rules=rules, records=records),
        punctuality=punctuality(facts, today),
    )


def _costs(listed: Accounts) -> list[tuple[int, Decimal, str]]:
    """(principal in fen, nominal yearly cost, name) of the open loans whose cost is known."""
    return [
        (row.outstanding_fen or 0, row.cost.nominal, row.name)
        for row in open_loans(listed.rows)
        if row.cost is not None
    ]


def _minimum_suffices(facts: CreditFacts, due: Dues) -> bool:
    """All can be paid where statements with a minimum are paid by it alone."""
    least = [(each.due_on, each.open_fen if each.minimum_fen is None else each.minimum_fen) for each in due.rows]
    ahead = dues_ahead(facts, due, [each for each in least if each[1]])
    return ahead is not None and ahead.short is None


def _unbilled(line: LineFact, today: date) -> int:
    balance = line_balance(line, today)
    return 0 if balance is None else balance.unbilled_fen


def _ratio(facts: CreditFacts, today: date, income_fen: int | None) -> Decimal | None:
    """The debt service as a share of income; None while the income is not known."""
    if income_fen is None:
        return None
    service_fen = debt_service(facts, today).total_fen
    if income_fen:
        return exact(Fraction(service_fen, income_fen))
    return OVER_LIMIT if service_fen else Decimal(0)
